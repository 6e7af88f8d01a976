//! The form for the outcome of a completed follow-up.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::follow_up::FollowUpRef;
use crate::domain::text::rules;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Mark, Model, Target};

/// A completed follow-up being recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct OutcomeForm {
    meant: FollowUpRef,
}

impl OutcomeForm {
    /// Returns the form for the outcome; `None` if there is no follow-up.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        let follow_up = subject.follow_up.as_ref()?;
        let words = &model.words;
        let what = match follow_up.rule {
            Some(rule) if follow_up.text.is_empty() => words.label(rule),
            Some(_) | None => follow_up.text.clone(),
        };
        let outcome = FormField::new(words.text("outcome-text"), String::new(), String::new());
        let form = Form {
            title: words.text("outcome-title"),
            about: format!("{} {} {what}", subject.name, model.look.glyphs.dot),
            fields: vec![outcome.id(FieldId::Text).of(rules::OUTCOME), read::on(model)],
            at: 0,
        };
        Some(FormSheet {
            purpose: FormKind::Outcome(Self { meant: follow_up.meant.clone() }),
            form,
            also: Vec::new(),
            saving: false,
        })
    }

    /// Returns the same form for a marked row; `None` if it is not a follow-up.
    pub(super) fn of(mark: &Mark) -> Option<Self> {
        match mark {
            Mark::FollowUp(_, meant) => Some(Self { meant: (**meant).clone() }),
            Mark::Customer(_) | Mark::Visit(..) => None,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let on = read::day(model, form, FieldId::On)?;
        let outcome = form.text(FieldId::Text).to_owned();
        Some(Command::FinishFollowUp { follow_up: self.meant.clone(), on, outcome })
    }
}
