//! A form: fields that are typed, each with what is wrong with it. Nothing typed is ever lost by a
//! refusal.

use crate::tui::widgets::field::TextField;
use crate::words::Sentence;

/// Fields to fill in, one of which has the focus.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Form {
    /// What it is.
    pub title: String,
    /// Whom or what it is about.
    pub about: String,
    /// The fields, from top to bottom.
    pub fields: Vec<FormField>,
    /// The field that has the focus.
    pub at: usize,
}

/// A field of a form.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FormField {
    /// Its name.
    pub label: String,
    /// What is typed.
    pub typed: TextField,
    /// What stands behind it: a unit, or how to write it.
    pub aside: String,
    /// What is wrong with it.
    pub wrong: Option<Sentence>,
}

impl FormField {
    /// A field with a text in it already.
    pub fn new(label: String, typed: String, aside: String) -> Self {
        Self { label, typed: TextField::new(typed), aside, wrong: None }
    }
}

impl Form {
    /// The field that has the focus.
    pub fn focused_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.at)
    }

    /// Gives the focus to the field `by` fields further, around the end.
    pub fn go(&mut self, by: isize) {
        let count = self.fields.len().max(1) as isize;
        self.at = (self.at as isize + by).rem_euclid(count) as usize;
    }

    /// What was typed into a field.
    pub fn text(&self, index: usize) -> &str {
        self.fields.get(index).map(|field| field.typed.text().trim()).unwrap_or_default()
    }

    /// Says what is wrong with a field and goes there.
    pub fn refuse(&mut self, index: usize, wrong: Sentence) {
        if let Some(field) = self.fields.get_mut(index) {
            field.wrong = Some(wrong);
            self.at = index;
        }
    }

    /// Forgets what was wrong.
    pub fn forgive(&mut self) {
        self.fields.iter_mut().for_each(|field| field.wrong = None);
    }
}
