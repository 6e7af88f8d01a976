//! A form: fields that are typed, each with what is wrong with it. Nothing typed is ever lost by a
//! refusal.

use super::field_id::{FieldId, FieldRef};
use super::finder::{Finder, Found, LookupKind};
use super::text_field::TextField;
use crate::domain::day::{iso, parse_day};
use crate::domain::refusal::Topic;
use crate::domain::text::rules::TextRule;
use crate::domain::{Day, search_key};
use crate::i18n::Sentence;
use crate::tui::keymap::{Edit, Leap};

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
    /// What it holds.
    pub id: Option<FieldId>,
    /// Its name.
    pub label: String,
    /// What is typed.
    pub typed: TextField,
    /// What stands behind it: a unit, or how to write it.
    pub aside: String,
    /// What is wrong with it.
    pub wrong: Option<Sentence>,
    /// What it takes.
    pub kind: FieldKind,
    /// What it is about: where a rule about it says no, the field says why.
    about: Option<Topic>,
    /// What stood in it when the form was opened.
    before: String,
    /// Whether it stays as it is, unseen, while others of its form are changed.
    hidden: bool,
}

/// What a field takes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum FieldKind {
    /// A line of text, or a number.
    #[default]
    Text,
    /// One of these texts: a blank or an arrow takes the next one.
    Choice(Vec<String>),
    /// A day, which a month grid shows.
    Day,
    /// A customer or a product, which is found as you type.
    Find(Finder),
}

impl FormField {
    /// A field with a text in it already.
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

    /// A field for one of several texts, with one of them taken already.
    pub fn choice(label: String, choices: Vec<String>, at: usize) -> Self {
        let typed = choices.get(at).cloned().unwrap_or_default();
        let kind = FieldKind::Choice(choices);
        Self { kind, ..Self::new(label, typed, String::new()) }
    }

    /// Returns the field with the name by which its form reads it.
    #[must_use]
    pub fn id(self, id: FieldId) -> Self {
        Self { id: Some(id), ..self }
    }

    /// The field with something behind it.
    #[must_use]
    pub fn with_aside(mut self, aside: String) -> Self {
        self.aside = aside;
        self
    }

    /// The field, about something that a rule may refuse.
    #[must_use]
    pub fn about(mut self, thing: Topic) -> Self {
        self.about = Some(thing);
        self
    }

    /// Returns the field for a text of one kind: it takes no more than the rule allows, and says what is
    /// refused about it.
    #[must_use]
    pub fn of(self, rule: TextRule) -> Self {
        self.about(rule.what).up_to(rule.field_chars())
    }

    /// Returns the field with another limit of what can be typed into it.
    #[must_use]
    pub fn up_to(mut self, max_chars: usize) -> Self {
        self.typed = self.typed.up_to(max_chars);
        self
    }

    /// The field, whose text is a proposal that is replaced by what is typed first.
    #[must_use]
    pub fn proposed(mut self) -> Self {
        self.typed.propose(self.typed.text().to_owned());
        self
    }

    /// A field for a day, which proposes what stands in it.
    pub fn day(label: String, typed: String, aside: String) -> Self {
        Self { kind: FieldKind::Day, ..Self::new(label, typed, aside) }.proposed()
    }

    /// A field for a customer or a product, with the one that it is already.
    pub fn find(label: String, sought: LookupKind, taken: Option<Found>, aside: String) -> Self {
        let typed = taken.as_ref().map(|found| found.name.clone()).unwrap_or_default();
        let kind = FieldKind::Find(Finder::new(sought, taken));
        Self { kind, ..Self::new(label, typed, aside) }
    }

    /// Types a text at the caret. A choice takes its next text for a blank, else the one that begins
    /// with what was typed.
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
            FieldKind::Text | FieldKind::Day | FieldKind::Find(_) => self.typed.insert(typed),
        }
    }

    /// Edits the text; in a choice the arrows take another one.
    pub fn edit(&mut self, edit: Edit) {
        match &self.kind {
            FieldKind::Choice(_) if edit == Edit::Left => self.choose(-1),
            FieldKind::Choice(_) if edit == Edit::Right => self.choose(1),
            FieldKind::Choice(_) => {}
            FieldKind::Text | FieldKind::Day | FieldKind::Find(_) => self.typed.edit(edit),
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
            FieldKind::Text | FieldKind::Day | FieldKind::Find(_) => 0,
        }
    }
}

impl Form {
    /// The field that has the focus.
    pub fn focused_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.at)
    }

    /// Puts a text in the place of what is typed into the field that has the focus.
    pub fn replace(&mut self, text: String) {
        if let Some(field) = self.focused_mut() {
            field.typed.replace(text);
        }
    }

    /// Returns the form with the focus on a field, if it has that field.
    #[must_use]
    pub fn focused_on(mut self, field: impl FieldRef) -> Self {
        self.focus(field);
        self
    }

    /// Gives the focus to a field, if the form has it.
    pub fn focus(&mut self, field: impl FieldRef) {
        self.at = field.position(self).unwrap_or(self.at);
    }

    /// Returns the form with these fields alone to be seen, the first of which has the focus.
    #[must_use]
    pub fn only(mut self, shown: &[impl FieldRef]) -> Self {
        let shown: Vec<usize> = shown.iter().filter_map(|field| field.position(&self)).collect();
        for (index, field) in self.fields.iter_mut().enumerate() {
            field.hidden = !shown.contains(&index);
        }
        self.at = shown.first().copied().unwrap_or(self.at);
        self
    }

    /// Returns the form with what is in these fields as a proposal that is replaced by what is typed first.
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

    /// Inserts fields before another one, or behind all.
    pub fn insert_before(&mut self, field: FieldId, fields: impl IntoIterator<Item = FormField>) {
        let position = field.position(self).unwrap_or(self.fields.len());
        self.fields.splice(position..position, fields);
    }

    /// The fields that are seen, each with its place among all.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &FormField)> {
        self.fields.iter().enumerate().filter(|(_, field)| !field.hidden)
    }

    /// Whether some of its fields are not seen.
    pub fn is_partial(&self) -> bool {
        self.fields.iter().any(|field| field.hidden)
    }

    /// Gives the focus to the field `by` fields further, around the end.
    pub fn go(&mut self, by: isize) {
        let shown: Vec<usize> = self.shown().map(|(index, _)| index).collect();
        let here = shown.iter().position(|index| *index == self.at).unwrap_or(0) as isize;
        let next = (here + by).rem_euclid(shown.len().max(1) as isize) as usize;
        self.at = shown.get(next).copied().unwrap_or(self.at);
    }

    /// What was typed into a field.
    pub fn text(&self, field: impl FieldRef) -> &str {
        self.field(field).map(|field| field.typed.text().trim()).unwrap_or_default()
    }

    /// What was found for the field that has the focus, while one of it is being chosen.
    pub fn finding(&self) -> Option<&Finder> {
        match &self.fields.get(self.at)?.kind {
            FieldKind::Find(finder) => (!finder.found.is_empty()).then_some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day => None,
        }
    }

    /// What was found, or is looked for, in a field.
    pub fn finder(&self, field: impl FieldRef) -> Option<&Finder> {
        match &self.field(field)?.kind {
            FieldKind::Find(finder) => Some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day => None,
        }
    }

    /// What is looked for in the field that has the focus.
    pub fn finder_mut(&mut self) -> Option<&mut Finder> {
        match &mut self.focused_mut()?.kind {
            FieldKind::Find(finder) => Some(finder),
            FieldKind::Text | FieldKind::Choice(_) | FieldKind::Day => None,
        }
    }

    /// Whether the field that has the focus takes a day.
    pub fn is_day(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| field.kind == FieldKind::Day)
    }

    /// Goes from the day that is typed, or from today, to another.
    pub fn leap(&mut self, leap: Leap, today: Day) {
        if let Some(field) = self.focused_mut().filter(|field| field.kind == FieldKind::Day)
            && let Some(to) = leap.from(parse_day(field.typed.text(), today).unwrap_or(today))
        {
            field.typed.propose(iso(to).to_string());
            field.wrong = None;
        }
    }

    /// Takes what is marked among what was found into its field, and goes on to the next.
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

    /// What a field holds now, if it held something else when the form was opened.
    pub fn changed(&self, field: impl FieldRef) -> Option<&str> {
        let before = self.field(field).map(|field| field.before.trim())?;
        let text = self.text(field);
        (before != text).then_some(text)
    }

    /// Which of its texts a choice holds.
    pub fn chosen(&self, field: impl FieldRef) -> usize {
        self.field(field).map(FormField::chosen).unwrap_or(0)
    }

    /// The field that is about something: of several one that was changed, if there is one. Where none
    /// is, the one that has the focus.
    pub fn field_about(&self, thing: Option<Topic>) -> usize {
        let about = |(_, field): &(usize, &FormField)| thing.is_some() && field.about == thing;
        let fields = || self.fields.iter().enumerate().filter(about);
        let changed = fields().find(|(index, _)| self.changed(*index).is_some());
        changed.or_else(|| fields().next()).map_or(self.at, |(index, _)| index)
    }

    /// Whether any field holds something else than when the form was opened.
    pub fn is_changed(&self) -> bool {
        (0..self.fields.len()).any(|index| self.changed(index).is_some())
    }

    /// Says what is wrong with a field and goes there; of one that is not seen, where one is.
    pub fn refuse(&mut self, field: impl FieldRef, wrong: Sentence) {
        let Some(position) = field.position(self) else { return };
        let hidden = self.fields.get(position).is_some_and(|field| field.hidden);
        let index = if hidden { self.at } else { position };
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
