//! A form: fields to fill in, each with its error message. A refusal never discards what the user
//! typed.

use super::field_id::FieldId;
use super::finder::Finder;
use super::form_field::{FieldKind, FormField};
use crate::domain::day::{DayContext, iso, parse_day};
use crate::domain::refusal::Topic;
use crate::i18n::Sentence;
use crate::tui::keymap::Leap;

/// A form with fields to fill in, one of which has the focus.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Form {
    /// The title of the form.
    pub title: String,
    /// The person or thing that the form is about.
    pub about: String,
    /// The fields, from top to bottom.
    pub fields: Vec<FormField>,
    /// The position in `fields` of the field that has the focus.
    pub at: usize,
}

impl Form {
    /// Returns the field that has the focus.
    pub fn focused(&self) -> Option<&FormField> {
        self.fields.get(self.at)
    }

    /// Returns the field that has the focus, as a mutable reference.
    pub fn focused_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.at)
    }

    /// Replaces the text of the field that has the focus.
    pub fn replace(&mut self, text: String) {
        if let Some(field) = self.focused_mut() {
            field.typed.replace(text);
        }
    }

    /// Returns the form with the focus on a field; the focus stays if the form does not have the
    /// field.
    #[must_use]
    pub fn focused_on(mut self, field: FieldId) -> Self {
        self.focus(field);
        self
    }

    /// Moves the focus to a field, if the form has it.
    pub fn focus(&mut self, field: FieldId) {
        self.at = self.position(field).unwrap_or(self.at);
    }

    /// Returns the form with all fields but these hidden and the focus on the first of these.
    #[must_use]
    pub fn only(mut self, shown: &[FieldId]) -> Self {
        let shown: Vec<usize> = shown.iter().filter_map(|field| self.position(*field)).collect();
        for (index, field) in self.fields.iter_mut().enumerate() {
            field.hidden = !shown.contains(&index);
        }
        self.at = shown.first().copied().unwrap_or(self.at);
        self
    }

    /// Returns the form with the texts of these fields as proposals, which the first typed text
    /// replaces.
    #[must_use]
    pub fn proposing(mut self, proposed: &[FieldId]) -> Self {
        for field in proposed {
            if let Some(field) = self.field_mut(*field) {
                field.typed.propose(field.typed.text().to_owned());
            }
        }
        self
    }

    /// Returns the position of a field, or `None` if the form does not have it.
    fn position(&self, field: FieldId) -> Option<usize> {
        self.fields.iter().position(|one| one.id == Some(field))
    }

    /// Returns a field, if the form has it.
    pub fn field(&self, field: FieldId) -> Option<&FormField> {
        self.fields.get(self.position(field)?)
    }

    /// Returns a field, if the form has it, as a mutable reference.
    pub fn field_mut(&mut self, field: FieldId) -> Option<&mut FormField> {
        let position = self.position(field)?;
        self.fields.get_mut(position)
    }

    /// Inserts fields before `field`, or at the end if the form does not have it.
    pub fn insert_before(&mut self, field: FieldId, fields: impl IntoIterator<Item = FormField>) {
        let position = self.position(field).unwrap_or(self.fields.len());
        self.fields.splice(position..position, fields);
    }

    /// Iterates over the fields that are not hidden, each with its position among all fields.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &FormField)> {
        self.fields.iter().enumerate().filter(|(_, field)| !field.hidden)
    }

    /// Returns true if any field is hidden.
    pub fn is_partial(&self) -> bool {
        self.fields.iter().any(|field| field.hidden)
    }

    /// Moves the focus by `by` fields among those that are not hidden, wrapping around at both
    /// ends.
    pub fn go(&mut self, by: isize) {
        let shown: Vec<usize> = self.shown().map(|(index, _)| index).collect();
        let here = shown.iter().position(|index| *index == self.at).unwrap_or(0) as isize;
        let next = (here + by).rem_euclid(shown.len().max(1) as isize) as usize;
        self.at = shown.get(next).copied().unwrap_or(self.at);
    }

    /// Returns the trimmed text of a field; empty if the form does not have the field.
    pub fn text(&self, field: FieldId) -> &str {
        self.field(field).map(FormField::text).unwrap_or_default()
    }

    /// Returns the finder of the field that has the focus, if it has matches to choose from.
    pub fn finding(&self) -> Option<&Finder> {
        match &self.focused()?.kind {
            FieldKind::Find(finder) => (!finder.found.is_empty()).then_some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day(_) => None,
        }
    }

    /// Returns the finder of a field, if the field has one.
    pub fn finder(&self, field: FieldId) -> Option<&Finder> {
        match &self.field(field)?.kind {
            FieldKind::Find(finder) => Some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day(_) => None,
        }
    }

    /// Returns the unit of the product that a field holds, or an empty text if it holds none.
    pub fn unit_of(&self, product: FieldId) -> String {
        let taken = self.finder(product).and_then(|finder| finder.taken.as_ref());
        taken.map(|product| product.unit.clone()).unwrap_or_default()
    }

    /// Returns the finder of the field that has the focus, if the field has one.
    pub fn finder_mut(&mut self) -> Option<&mut Finder> {
        match &mut self.focused_mut()?.kind {
            FieldKind::Find(finder) => Some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day(_) => None,
        }
    }

    /// Returns true if the field that has the focus is for the name of a file.
    pub fn is_file(&self) -> bool {
        self.focused().is_some_and(|field| field.id == Some(FieldId::File))
    }

    /// Returns true if the field that has the focus is a day field.
    pub fn is_day(&self) -> bool {
        self.focused().is_some_and(|field| matches!(field.kind, FieldKind::Day(_)))
    }

    /// Moves the day in the field that has the focus, starting from today if its text is not a day.
    /// Does nothing in a field of another kind.
    pub fn leap(&mut self, leap: Leap, days: DayContext) {
        if let Some(field) =
            self.focused_mut().filter(|field| matches!(field.kind, FieldKind::Day(_)))
            && let Some(to) =
                leap.from(parse_day(field.typed.text(), field.days(days)).unwrap_or(days.today))
        {
            field.typed.propose(iso(to).to_string());
            field.wrong = None;
        }
    }

    /// Stores the marked match in the field that has the focus and moves the focus to the next
    /// field. Does nothing if there is no match.
    pub fn take(&mut self) {
        let Some(field) = self.focused_mut() else { return };
        if let FieldKind::Find(finder) = &mut field.kind
            && let Some(found) = finder.found.get(finder.at).cloned()
        {
            field.typed.replace(found.name.as_str());
            finder.found.clear();
            finder.taken = Some(found);
            self.go(1);
        }
    }

    /// Returns the trimmed text of a field if it differs from that when the form was opened.
    pub fn changed(&self, field: FieldId) -> Option<&str> {
        self.field(field).filter(|field| field.is_changed()).map(FormField::text)
    }

    /// Returns the position of the selected text of a choice; 0 if the field is not a choice.
    pub fn chosen(&self, field: FieldId) -> usize {
        self.field(field).map(FormField::chosen).unwrap_or(0)
    }

    /// Returns true if the text of any field differs from that when the form was opened.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// Sets the error message of a field and moves the focus there.
    pub fn refuse(&mut self, field: FieldId, wrong: Sentence) {
        if let Some(position) = self.position(field) {
            self.refuse_at(position, wrong);
        }
    }

    /// Sets the error message of the field that has the focus.
    pub fn refuse_focused(&mut self, wrong: Sentence) {
        self.refuse_at(self.at, wrong);
    }

    /// Sets the error message of the field about a topic and moves the focus there: to the first
    /// such field that was changed, or else to the first such field. Without any, the message goes
    /// to the field that has the focus.
    pub fn refuse_about(&mut self, thing: Option<Topic>, wrong: Sentence) {
        let about = |(_, field): &(usize, &FormField)| thing.is_some() && field.about == thing;
        let fields = || self.fields.iter().enumerate().filter(about);
        let changed = fields().find(|(_, field)| field.is_changed());
        let position = changed.or_else(|| fields().next()).map_or(self.at, |(index, _)| index);
        self.refuse_at(position, wrong);
    }

    /// Sets the error message of a field; that of a hidden field goes to the field that has the
    /// focus.
    fn refuse_at(&mut self, position: usize, wrong: Sentence) {
        let hidden = self.fields.get(position).is_some_and(|field| field.hidden);
        let index = if hidden { self.at } else { position };
        if let Some(field) = self.fields.get_mut(index) {
            field.wrong = Some(wrong);
            self.at = index;
        }
    }

    /// Clears the error messages of all fields.
    pub fn forgive(&mut self) {
        self.fields.iter_mut().for_each(|field| field.wrong = None);
    }
}
