//! The form for a missed delivery: the reason, and the day of the next attempt.

use super::{DoorForm, Evening, FormKind, read};
use crate::domain::Command;
use crate::domain::id::DeliveryId;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model, Target};

/// A missed delivery being recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct Miss {
    delivery: DeliveryId,
    /// The evening that the stop is a step of.
    pub(super) evening: Option<Evening>,
}

impl Miss {
    /// Returns the form for the reason and the next day; `None` if no delivery was promised.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        let delivery = subject.visit.as_ref().and_then(|visit| visit.delivery)?;
        let miss = Self { delivery, evening: None };
        Some(miss.sheet(model, subject.name.clone()))
    }

    /// Returns the form for the stop of an evening; `None` if it is no promised one.
    pub fn stop(model: &Model, door: &DoorForm, about: String) -> Option<FormSheet> {
        let miss = Self { delivery: door.delivery?, evening: Some(door.evening.clone()?) };
        Some(miss.sheet(model, about))
    }

    fn sheet(self, model: &Model, about: String) -> FormSheet {
        let words = &model.words;
        let fields = vec![
            FormField::new(words.text("miss-reason"), String::new(), String::new())
                .id(FieldId::Reason)
                .of(rules::REASON),
            FormField::day(words.text("miss-next"), "+1".to_owned(), words.text("snooze-aside"))
                .id(FieldId::ToDay)
                .about(Topic::NextDay),
            read::on(model),
        ];
        let form = Form { title: words.text("miss-title"), about, fields, at: 0 };
        FormSheet { purpose: FormKind::Miss(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let on = read::day(model, form, FieldId::On);
        let next = read::day(model, form, FieldId::ToDay)?;
        let reason = form.text(FieldId::Reason).to_owned();
        Some(Command::MissDelivery { delivery: self.delivery, on: on?, reason, next })
    }
}
