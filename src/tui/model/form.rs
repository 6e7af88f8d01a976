//! A form: fields to fill in, each with its error message. A refusal never discards what the user
//! typed.

use super::field_id::{FieldId, FieldRef};
use super::finder::{Finder, Found, LookupKind};
use super::text_field::TextField;
use crate::domain::day::{DayContext, Looking, iso, parse_day};
use crate::domain::refusal::Topic;
use crate::domain::search_key;
use crate::domain::text::rules::TextRule;
use crate::i18n::Sentence;
use crate::tui::keymap::{Edit, Leap};

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

/// A field of a form.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FormField {
    /// The identifier by which the form reads the field.
    pub id: Option<FieldId>,
    /// The label shown before the text.
    pub label: String,
    /// The current text, with its caret.
    pub typed: TextField,
    /// The remark shown after the text: a unit, or the expected notation.
    pub aside: String,
    /// The error message, if the content was refused.
    pub wrong: Option<Sentence>,
    /// The kind of input that the field accepts.
    pub kind: FieldKind,
    /// The topic of the field: if a rule about this topic refuses the form, the field shows the
    /// reason.
    about: Option<Topic>,
    /// The text of the field when the form was opened.
    before: String,
    /// True if the field is not shown and keeps its text while other fields of the form are edited.
    hidden: bool,
}

/// The kind of input that a field accepts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum FieldKind {
    /// A line of text, or a number.
    #[default]
    Text,
    /// One of these texts: the space bar or the right arrow selects the next one, the left arrow
    /// the previous one.
    Choice(Vec<String>),
    /// A day, shown in a month grid, and where it is looked for.
    Day(Looking),
    /// A customer or a product, which is searched for during typing.
    Find(Finder),
}

impl FormField {
    /// Creates a text field that contains `typed`.
    pub fn new(label: String, typed: String, aside: String) -> Self {
        let before = typed.clone();
        Self {
            id: None,
            label,
            typed: TextField::new(typed),
            aside,
            wrong: None,
            kind: FieldKind::Text,
            about: None,
            before,
            hidden: false,
        }
    }

    /// Creates a field for one of several texts, with the one at position `at` selected.
    pub fn choice(label: String, choices: Vec<String>, at: usize) -> Self {
        let typed = choices.get(at).cloned().unwrap_or_default();
        let kind = FieldKind::Choice(choices);
        Self { kind, ..Self::new(label, typed, String::new()) }
    }

    /// Returns the field with the identifier by which its form reads it.
    #[must_use]
    pub fn id(self, id: FieldId) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Returns the field with a remark that is shown after its text.
    #[must_use]
    pub fn with_aside(mut self, aside: String) -> Self {
        self.aside = aside;
        self
    }

    /// Returns the field with a topic, so that it shows the reason if a rule about the topic
    /// refuses.
    #[must_use]
    pub fn about(mut self, thing: Topic) -> Self {
        self.about = Some(thing);
        self
    }

    /// Returns the field with the limit and the topic of a text rule: it accepts no more characters
    /// than `rule.field_chars()`, and shows the reason if the rule refuses the text.
    #[must_use]
    pub fn of(self, rule: TextRule) -> Self {
        self.about(rule.what).up_to(rule.field_chars())
    }

    /// Returns the field with another maximum number of characters.
    #[must_use]
    pub fn up_to(mut self, max_chars: usize) -> Self {
        self.typed = self.typed.up_to(max_chars);
        self
    }

    /// Returns the field with its text as a proposal, which the first typed text replaces.
    #[must_use]
    pub fn proposed(mut self) -> Self {
        self.typed.propose(self.typed.text().to_owned());
        self
    }

    /// Creates a field for a day, with `typed` as a proposal.
    pub fn day(label: String, typed: String, aside: String) -> Self {
        let kind = FieldKind::Day(Looking::Ahead);
        Self { kind, ..Self::new(label, typed, aside) }.proposed()
    }

    /// Creates a field for a day that is past.
    pub fn past_day(label: String, typed: String, aside: String) -> Self {
        Self { kind: FieldKind::Day(Looking::Back), ..Self::day(label, typed, aside) }
    }

    /// Returns what the day in this field is read against.
    pub fn days(&self, days: DayContext) -> DayContext {
        match self.kind {
            FieldKind::Day(looking) => DayContext { looking, ..days },
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Find(_) => days,
        }
    }

    /// Creates a field for a customer or a product that contains `taken`, if given.
    pub fn find(label: String, sought: LookupKind, taken: Option<Found>, aside: String) -> Self {
        let typed = taken.as_ref().map(|found| found.name.clone()).unwrap_or_default();
        let kind = FieldKind::Find(Finder::new(sought, taken));
        Self { kind, ..Self::new(label, typed, aside) }
    }

    /// Inserts a text at the caret. In a choice, a blank selects the next text, and anything else
    /// the first text that begins with it; if there is none, the choice stays as it is.
    pub fn insert(&mut self, typed: &str) {
        match &self.kind {
            FieldKind::Choice(_) if typed == " " => self.choose(1),
            FieldKind::Choice(choices) => {
                let (typed, begins) = (search_key::fold(typed), |one: &&String, typed: &str| {
                    !typed.is_empty() && search_key::fold(one).starts_with(typed)
                });
                if let Some(choice) = choices.iter().find(|choice| begins(choice, &typed)) {
                    self.typed.replace(choice);
                }
            }
            FieldKind::Text | FieldKind::Day(_) | FieldKind::Find(_) => self.typed.insert(typed),
        }
    }

    /// Applies an edit to the text. In a choice, left and right select the previous and the next
    /// text, and every other edit is ignored.
    pub fn edit(&mut self, edit: Edit) {
        match &self.kind {
            FieldKind::Choice(_) if edit == Edit::Left => self.choose(-1),
            FieldKind::Choice(_) if edit == Edit::Right => self.choose(1),
            FieldKind::Choice(_) => {}
            FieldKind::Text | FieldKind::Day(_) | FieldKind::Find(_) => self.typed.edit(edit),
        }
    }

    fn choose(&mut self, by: isize) {
        if let FieldKind::Choice(choices) = &self.kind {
            let count = choices.len().max(1) as isize;
            let next = (self.chosen() as isize + by).rem_euclid(count) as usize;
            self.typed.replace(choices.get(next).cloned().unwrap_or_default());
        }
    }

    fn chosen(&self) -> usize {
        match &self.kind {
            FieldKind::Choice(choices) => {
                choices.iter().position(|choice| choice == self.typed.text()).unwrap_or(0)
            }
            FieldKind::Text | FieldKind::Day(_) | FieldKind::Find(_) => 0,
        }
    }
}

impl Form {
    /// Returns the field that has the focus.
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
    pub fn focused_on(mut self, field: impl FieldRef) -> Self {
        self.focus(field);
        self
    }

    /// Moves the focus to a field, if the form has it.
    pub fn focus(&mut self, field: impl FieldRef) {
        self.at = field.position(self).unwrap_or(self.at);
    }

    /// Returns the form with all fields but these hidden and the focus on the first of these.
    #[must_use]
    pub fn only(mut self, shown: &[impl FieldRef]) -> Self {
        let shown: Vec<usize> = shown.iter().filter_map(|field| field.position(&self)).collect();
        for (index, field) in self.fields.iter_mut().enumerate() {
            field.hidden = !shown.contains(&index);
        }
        self.at = shown.first().copied().unwrap_or(self.at);
        self
    }

    /// Returns the form with the texts of these fields as proposals, which the first typed text
    /// replaces.
    #[must_use]
    pub fn proposing(mut self, proposed: &[impl FieldRef]) -> Self {
        for field in proposed {
            if let Some(field) = self.field_mut(*field) {
                field.typed.propose(field.typed.text().to_owned());
            }
        }
        self
    }

    fn field(&self, field: impl FieldRef) -> Option<&FormField> {
        self.fields.get(field.position(self)?)
    }

    fn field_mut(&mut self, field: impl FieldRef) -> Option<&mut FormField> {
        let position = field.position(self)?;
        self.fields.get_mut(position)
    }

    /// Inserts fields before `field`, or at the end if the form does not have it.
    pub fn insert_before(&mut self, field: FieldId, fields: impl IntoIterator<Item = FormField>) {
        let position = field.position(self).unwrap_or(self.fields.len());
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
    pub fn text(&self, field: impl FieldRef) -> &str {
        self.field(field).map(|field| field.typed.text().trim()).unwrap_or_default()
    }

    /// Returns the finder of the field that has the focus, if it has matches to choose from.
    pub fn finding(&self) -> Option<&Finder> {
        match &self.fields.get(self.at)?.kind {
            FieldKind::Find(finder) => (!finder.found.is_empty()).then_some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day(_) => None,
        }
    }

    /// Returns the finder of a field, if the field has one.
    pub fn finder(&self, field: impl FieldRef) -> Option<&Finder> {
        match &self.field(field)?.kind {
            FieldKind::Find(finder) => Some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day(_) => None,
        }
    }

    /// Returns the unit of the product that a field holds, or an empty text if it holds none.
    pub fn unit_of(&self, product: impl FieldRef) -> String {
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

    /// Returns true if the field that has the focus is a day field.
    pub fn is_day(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| matches!(field.kind, FieldKind::Day(_)))
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
    pub fn changed(&self, field: impl FieldRef) -> Option<&str> {
        let before = self.field(field).map(|field| field.before.trim())?;
        let text = self.text(field);
        (before != text).then_some(text)
    }

    /// Returns the position of the selected text of a choice; 0 if the field is not a choice.
    pub fn chosen(&self, field: impl FieldRef) -> usize {
        self.field(field).map(FormField::chosen).unwrap_or(0)
    }

    /// Returns the position of the field about a topic: the first such field that was changed, or
    /// else the first such field. If there is none, returns the position of the focus.
    pub fn field_about(&self, thing: Option<Topic>) -> usize {
        let about = |(_, field): &(usize, &FormField)| thing.is_some() && field.about == thing;
        let fields = || self.fields.iter().enumerate().filter(about);
        let changed = fields().find(|(index, _)| self.changed(*index).is_some());
        changed.or_else(|| fields().next()).map_or(self.at, |(index, _)| index)
    }

    /// Returns true if the text of any field differs from that when the form was opened.
    pub fn is_changed(&self) -> bool {
        (0..self.fields.len()).any(|index| self.changed(index).is_some())
    }

    /// Sets the error message of a field and moves the focus there. For a hidden field, the message
    /// goes to the field that has the focus.
    pub fn refuse(&mut self, field: impl FieldRef, wrong: Sentence) {
        let Some(position) = field.position(self) else { return };
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
