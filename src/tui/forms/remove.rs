//! The form for cancelling a promised delivery with a reason, or for dropping a follow-up.

use super::{FormKind, read};
use crate::domain::day::{iso, parse_day};
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::DeliveryId;
use crate::domain::refusal::Topic;
use crate::domain::skip::ProposeAgain;
use crate::domain::text::rules;
use crate::domain::{Command, Day};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Mark, Model, Target};

/// The item to remove.
#[derive(Clone, PartialEq, Debug)]
pub enum Remove {
    /// A promised delivery to cancel.
    Delivery(DeliveryId),
    /// A follow-up to drop.
    FollowUp(FollowUpRef),
}

impl Remove {
    /// Returns the item that would be removed for a marked row; `None` if there is none.
    pub(super) fn of(mark: &Mark) -> Option<Self> {
        match mark {
            Mark::Visit(_, delivery) => delivery.map(Self::Delivery),
            Mark::FollowUp(_, meant) => Some(Self::FollowUp((**meant).clone())),
            Mark::Customer(_) => None,
        }
    }

    /// Returns the form for the reason; `None` if there is nothing to remove.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        let remove = Self::of(&subject.mark())?;
        let words = &model.words;
        let reason = FormField::new(words.text("miss-reason"), String::new(), String::new());
        let planned = subject.visit.as_ref().and_then(|visit| visit.promised_for);
        let planned = planned.unwrap_or(model.today);
        let until = ProposeAgain::default().skipped_until(planned, model.today);
        let until = until.map(|day| iso(day).to_string()).unwrap_or_default();
        let until = FormField::day(words.text("skip-until"), until, words.text("skip-until-aside"));
        let form = Form {
            title: words.text("cancel-title"),
            about: subject.name.clone(),
            fields: vec![
                reason.id(FieldId::Reason).of(rules::REASON),
                until.id(FieldId::Until).about(Topic::Day),
            ],
            at: 0,
        };
        let purpose = FormKind::Remove(remove);
        Some(FormSheet { purpose, form, also: Vec::new(), saving: false })
    }

    /// Returns the command that drops a follow-up, which needs no reason; `None` for anything else.
    pub fn dropped(mark: &Mark, on: Day) -> Option<Command> {
        match Self::of(mark)? {
            Self::FollowUp(follow_up) => Some(Command::DropFollowUp { follow_up, on }),
            Self::Delivery(_) => None,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let on = model.today;
        Some(match self.clone() {
            Self::Delivery(delivery) => Command::CancelDelivery {
                delivery,
                on,
                again: again(model, form)?,
                reason: form.text(FieldId::Reason).to_owned(),
            },
            Self::FollowUp(follow_up) => Command::DropFollowUp { follow_up, on },
        })
    }
}

/// Returns when the goods are proposed again: an emptied day stands for as soon as the forecast asks for
/// them, and so does a form that was opened for a follow-up.
fn again(model: &Model, form: &mut Form) -> Option<ProposeAgain> {
    let until = read::if_typed(model, form, FieldId::Until, |text| parse_day(text, model.days()))?;
    Some(until.map_or(ProposeAgain::AsForecast, ProposeAgain::After))
}
