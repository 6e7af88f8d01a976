//! A field of a form: its label, what is typed into it, and its error message.

use super::field_id::FieldId;
use super::finder::{Finder, Found, LookupKind};
use super::text_field::TextField;
use crate::domain::day::{DayContext, Looking};
use crate::domain::refusal::Topic;
use crate::domain::search_key;
use crate::domain::text::rules::TextRule;
use crate::i18n::Sentence;
use crate::tui::keymap::Edit;

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
    pub(super) about: Option<Topic>,
    /// The text of the field when the form was opened.
    pub(super) before: String,
    /// True if the field is not shown and keeps its text while other fields of the form are edited.
    pub(super) hidden: bool,
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

    /// Returns the text, trimmed.
    pub fn text(&self) -> &str {
        self.typed.text().trim()
    }

    /// Returns true if the field takes a text of a sentence or more: a name, an address, a note, or the
    /// weights of twelve months.
    pub fn is_long(&self) -> bool {
        self.id == Some(FieldId::Months)
            || matches!(self.kind, FieldKind::Text)
                && self.about.is_some()
                && self.typed.max_chars() > 200
    }

    /// Returns true if the text differs from that when the form was opened.
    pub fn is_changed(&self) -> bool {
        self.text() != self.before.trim()
    }

    pub(super) fn chosen(&self) -> usize {
        match &self.kind {
            FieldKind::Choice(choices) => {
                choices.iter().position(|choice| choice == self.typed.text()).unwrap_or(0)
            }
            FieldKind::Text | FieldKind::Day(_) | FieldKind::Find(_) => 0,
        }
    }
}
