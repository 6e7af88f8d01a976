//! Parsing of form fields: returns a value, or shows an error message below the field.

use crate::domain::ageing::NotAgeLimits;
use crate::domain::day::{DayError, iso, parse_day};
use crate::domain::payday::PaydayError;
use crate::domain::quantity::NumberError;
use crate::domain::refusal::Topic;
use crate::domain::reminder::NotReminderSteps;
use crate::domain::shop::{NotALevel, NotARule};
use crate::domain::{Day, Refusal, StableName};
use crate::i18n::{Localizer, Sentence};
use crate::tui::model::{FieldId, Form, FormField, Model};

/// An error with a message that can be shown below its field.
pub(super) trait Told {
    /// Returns the error message.
    fn told(&self, words: &Localizer) -> Sentence;
}

impl Told for NumberError {
    fn told(&self, words: &Localizer) -> Sentence {
        words.number_error(self)
    }
}

impl Told for DayError {
    fn told(&self, words: &Localizer) -> Sentence {
        words.day_error(self)
    }
}

impl Told for PaydayError {
    fn told(&self, words: &Localizer) -> Sentence {
        words.payday_error(self)
    }
}

impl Told for NotALevel {
    fn told(&self, words: &Localizer) -> Sentence {
        words.message("usage-service-level", &[("text", self.text.as_str().into())])
    }
}

impl Told for NotARule {
    fn told(&self, words: &Localizer) -> Sentence {
        words.message("usage-rules-off", &[("text", self.text.as_str().into())])
    }
}

impl Told for NotReminderSteps {
    fn told(&self, words: &Localizer) -> Sentence {
        words.message("usage-reminders", &[("text", self.text.as_str().into())])
    }
}

impl Told for NotAgeLimits {
    fn told(&self, words: &Localizer) -> Sentence {
        words.message("usage-ageing", &[("text", self.text.as_str().into())])
    }
}

impl Told for Refusal {
    fn told(&self, words: &Localizer) -> Sentence {
        words.refused(self)
    }
}

/// Parses the value of a field; returns `None` if it is invalid, which the field then shows.
pub(super) fn value<T, E: Told>(
    model: &Model,
    form: &mut Form,
    field: FieldId,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<T> {
    match parse(form.text(field)) {
        Ok(value) => Some(value),
        Err(error) => {
            form.refuse(field, error.told(&model.words));
            None
        }
    }
}

/// Parses the value of a field unless it is empty.
pub(super) fn if_typed<T, E: Told>(
    model: &Model,
    form: &mut Form,
    field: FieldId,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<Option<T>> {
    value(model, form, field, |text| match text {
        "" => Ok(None),
        text => parse(text).map(Some),
    })
}

/// Parses the value of a field if it was changed; an emptied field clears the value.
pub(super) fn if_changed<T, E: Told>(
    model: &Model,
    form: &mut Form,
    field: FieldId,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<Option<Option<T>>> {
    match form.changed(field).is_some() {
        true => if_typed(model, form, field, parse).map(Some),
        false => Some(None),
    }
}

/// Parses the value of a field if it was changed; an emptied field is passed to `parse` as well.
pub(super) fn changed<T, E: Told>(
    model: &Model,
    form: &mut Form,
    field: FieldId,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<Option<T>> {
    match form.changed(field).is_some() {
        true => value(model, form, field, parse).map(Some),
        false => Some(None),
    }
}

/// Returns the field for the day of the record, with today as its default.
pub(super) fn on(model: &Model) -> FormField {
    let words = &model.words;
    let on = match model.happens_on() {
        today if today == model.today => words.text("field-today"),
        another => iso(another).to_string(),
    };
    FormField::past_day(words.text("field-on"), on, words.text("field-on-aside"))
        .id(FieldId::On)
        .about(Topic::Day)
}

/// Returns the text for the day of a plan: the day that is looked at if it is still to come, or
/// else `otherwise`.
pub(super) fn planned_day(model: &Model, otherwise: &str) -> String {
    match model.shown_day() {
        day if day > model.today => iso(day).to_string(),
        _ => otherwise.to_owned(),
    }
}

/// Parses a day.
pub(super) fn day(model: &Model, form: &mut Form, field: FieldId) -> Option<Day> {
    let days = form.field(field).map_or(model.days(), |field| field.days(model.days()));
    value(model, form, field, |text| parse_day(text, days))
}

/// Reads a text that must not be empty.
pub(super) fn text(model: &Model, form: &mut Form, field: FieldId) -> Option<String> {
    value(model, form, field, |text| match text {
        "" => Err(Refusal::EmptyText { what: Topic::Text }),
        text => Ok(text.to_owned()),
    })
}

/// Returns the value selected in a choice field.
pub(super) fn one_of<T: StableName + Default>(form: &Form, field: FieldId) -> T {
    T::ALL.get(form.chosen(field)).map(|(one, _)| *one).unwrap_or_default()
}
