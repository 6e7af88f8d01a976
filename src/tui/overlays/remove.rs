//! What is not wanted any more: a promised delivery, after a reason, or a follow-up.

use super::Purpose;
use crate::domain::follow_up::Meant;
use crate::domain::id::DeliveryId;
use crate::domain::refused::Thing;
use crate::domain::{Command, Day};
use crate::tui::model::{Form, FormField, FormSheet, Model, Subject};

/// What is taken away.
#[derive(Clone, PartialEq, Debug)]
pub enum Remove {
    /// A promised delivery is cancelled.
    Delivery(DeliveryId),
    /// A follow-up is dropped.
    FollowUp(Meant),
}

impl Remove {
    /// What would be taken away of a row; `None` if there is nothing.
    fn of(subject: &Subject) -> Option<Self> {
        if let Some(delivery) = subject.visit.as_ref().and_then(|visit| visit.delivery) {
            return Some(Self::Delivery(delivery));
        }
        subject.follow_up.as_ref().map(|follow_up| Self::FollowUp(follow_up.meant.clone()))
    }

    /// The form for the reason; `None` if there is nothing to be taken away.
    pub fn open(model: &Model, subject: &Subject) -> Option<FormSheet> {
        let remove = Self::of(subject)?;
        let words = &model.words;
        let reason = FormField::new(words.say("miss-reason"), String::new(), String::new());
        let form = Form {
            title: words.say("cancel-title"),
            about: subject.name.clone(),
            fields: vec![reason.about(Thing::Reason)],
            at: 0,
        };
        let purpose = Purpose::Remove(remove);
        Some(FormSheet { purpose, form, also: Vec::new(), saving: false })
    }

    /// The command that drops a follow-up: nobody asks why. `None` if it is anything else.
    pub fn dropped(subject: &Subject, on: Day) -> Option<Command> {
        match Self::of(subject)? {
            Self::FollowUp(follow_up) => Some(Command::DropFollowUp { follow_up, on }),
            Self::Delivery(_) => None,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &Form) -> Command {
        let on = model.today;
        match self.clone() {
            Self::Delivery(delivery) => {
                Command::CancelDelivery { delivery, on, reason: form.text(0).to_owned() }
            }
            Self::FollowUp(follow_up) => Command::DropFollowUp { follow_up, on },
        }
    }
}
