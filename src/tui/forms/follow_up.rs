//! The form for a follow-up of a customer on a day, once or repeatedly.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::follow_up::Repeat;
use crate::domain::id::CustomerId;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model, Target};

/// A follow-up being added.
#[derive(Clone, PartialEq, Debug)]
pub struct NewFollowUp {
    customer: CustomerId,
}

impl NewFollowUp {
    /// Returns the form for a new follow-up.
    pub fn open(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let fields = vec![
            FormField::new(words.text("column-what"), String::new(), String::new())
                .id(FieldId::Text)
                .of(rules::TEXT),
            FormField::day(
                words.text("column-day"),
                read::planned_day(model, "+3"),
                words.text("snooze-aside"),
            )
            .id(FieldId::ToDay)
            .about(Topic::NextDay),
            FormField::new(
                words.text("follow-up-again"),
                String::new(),
                words.text("follow-up-again-aside"),
            )
            .id(FieldId::Repeat),
        ];
        let (title, about) = (words.text("follow-up-new"), subject.name.clone());
        let purpose = FormKind::FollowUp(Self { customer: subject.customer });
        FormSheet {
            purpose,
            form: Form { title, about, fields, at: 0 },
            also: Vec::new(),
            saving: false,
        }
    }

    /// Returns the same form for another customer.
    pub(super) const fn of(customer: CustomerId) -> Self {
        Self { customer }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let repeat = read::if_typed(model, form, FieldId::Repeat, |text| {
            Repeat::parse(text.strip_prefix("every ").unwrap_or(text))
        });
        let on = read::day(model, form, FieldId::ToDay);
        let text = read::text(model, form, FieldId::Text);
        let (customer, repeat) = (self.customer, repeat?);
        Some(Command::AddFollowUp { customer, text: text?, on: on?, repeat })
    }
}
