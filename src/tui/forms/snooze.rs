//! Putting a delivery or a follow-up off to another day.

use super::FormKind;
use crate::domain::Command;
use crate::domain::complaint::ComplaintAnswer;
use crate::domain::day::{iso, parse_day};
use crate::domain::follow_up::{FollowUpRef, Rule};
use crate::domain::id::{ComplaintId, DeliveryId};
use crate::domain::refusal::Topic;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Mark, Model, Target, TargetFollowUp};

/// The item to put off.
#[derive(Clone, PartialEq, Debug)]
pub enum Snooze {
    /// A promised delivery.
    Delivery(DeliveryId),
    /// A follow-up.
    FollowUp(FollowUpRef),
    /// An unsolved complaint, for which another day is promised.
    Complaint(ComplaintId),
}

impl Snooze {
    /// Returns the form for another day; `None` if there is no item with a day of its own.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        let visit = subject.visit.as_ref();
        let promised = visit.and_then(|visit| visit.delivery);
        let follow_up = |one: &TargetFollowUp| match (one.rule, &one.complaint) {
            (Some(Rule::Complaint), Some(complaint)) => Self::Complaint(complaint.id),
            _ => Self::FollowUp(one.meant.clone()),
        };
        let follow_up = subject.follow_up.as_ref().map(follow_up);
        let snooze = promised.map(Self::Delivery).or(follow_up)?;
        let words = &model.words;
        // A future delivery is moved by a day, everything else to tomorrow.
        let coming = visit.and_then(|visit| visit.promised_for).filter(|day| *day > model.today);
        let later = coming.and_then(|day| day.succ_opt()).map(|day| iso(day).to_string());
        let typed = later.unwrap_or_else(|| "+1".to_owned());
        let day = FormField::day(words.text("snooze-day"), typed, words.text("snooze-aside"))
            .id(FieldId::ToDay)
            .about(Topic::NextDay);
        let title = match snooze {
            Self::Delivery(_) => "move-title",
            Self::FollowUp(_) => "snooze-title",
            Self::Complaint(_) => "complaint-promise",
        };
        let form = Form {
            title: words.text(title),
            about: subject.name.clone(),
            fields: vec![day],
            at: 0,
        };
        Some(FormSheet { purpose: FormKind::Snooze(snooze), form, also: Vec::new(), saving: false })
    }

    /// Returns the same form for a marked row; `None` if it has no day of its own.
    pub(super) fn of(mark: &Mark) -> Option<Self> {
        match mark {
            Mark::Visit(_, delivery) => delivery.map(Self::Delivery),
            Mark::FollowUp(_, meant) => Some(Self::FollowUp((**meant).clone())),
            Mark::Customer(_) => None,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let to = match parse_day(form.text(FieldId::ToDay), model.days()) {
            Ok(day) => day,
            Err(error) => {
                form.refuse(FieldId::ToDay, model.words.day_error(&error));
                return None;
            }
        };
        Some(match self {
            Self::Delivery(delivery) => Command::MoveDelivery { delivery: *delivery, to },
            Self::Complaint(complaint) => Command::AnswerComplaint(ComplaintAnswer {
                complaint: *complaint,
                on: model.today,
                promised_by: Some(to),
                owner: String::new(),
            }),
            Self::FollowUp(meant) => Command::SnoozeFollowUp { follow_up: meant.clone(), to },
        })
    }
}
