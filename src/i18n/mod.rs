//! The catalogues: the one place that turns a value or an error into a sentence.
//!
//! Every sentence that a person reads stands in `assets/locales/`, once in each language. A message
//! that a language lacks is said in English, and one that nobody wrote shows its key: a gap in a
//! catalogue is seen, but it never stops the shop. Texts that people typed are made harmless here,
//! on their way into a sentence, so that no caller can forget it.

mod action;
mod answer;
mod arg;
mod catalogue;
mod change;
mod complaint;
mod container;
mod customer;
mod damage;
mod debts;
mod errors;
mod fields;
mod finding;
mod journal_columns;
mod labels;
mod payday;
mod performed;
mod price;
mod refused;
mod reminder;
mod skip;
mod statement;
mod store_errors;
mod ticket;
mod topic;
mod value;
mod values;
mod why;
mod why_visit;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use arg::Arg;
use catalogue::Catalogue;
pub use change::ChangedColumn;
pub use labels::Labelled;
pub use reminder::ReminderWriter;
pub use statement::PaperWriter;

use crate::domain::Currency;
use crate::domain::shop::Language;

/// A message for a person, with an optional hint on a separate line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// The message.
    pub text: String,
    /// The hint: what to do next.
    pub hint: Option<String>,
}

/// Privacy mode: hides amounts and phone numbers from onlookers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PrivacyMode {
    /// They can.
    #[default]
    Off,
    /// A mark stands for each of them.
    On,
}

/// The words of one language, and the money of one shop.
pub struct Localizer {
    language: Language,
    currency: Currency,
    veil: PrivacyMode,
    catalogue: Catalogue,
    /// Read only once a message is missing.
    english: OnceLock<Catalogue>,
}

impl Localizer {
    /// The words of this language; amounts are in this currency.
    pub fn new(language: Language, currency: Currency) -> Self {
        Self {
            language,
            currency,
            veil: PrivacyMode::Off,
            catalogue: Catalogue::of(language),
            english: OnceLock::new(),
        }
    }

    /// The same words with amounts and telephone numbers shown, or hidden.
    pub fn veiled(self, veil: PrivacyMode) -> Self {
        Self { veil, ..self }
    }

    /// Returns whether they are hidden.
    pub const fn veil(&self) -> PrivacyMode {
        self.veil
    }

    /// The language that is spoken.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The message with this key, which has no blanks to fill in.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The message with this key, its blanks filled in: `words.tell("aside", &[("text", note.into())])`.
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// The message with this key and its hint, if it has one; both know the same blanks.
    pub fn message(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Sentence {
        Sentence { text: self.format(key, args), hint: self.find(key, Some("hint"), args) }
    }

    /// Returns the other words by which people look for the message with this key, in this language; most
    /// messages have none.
    pub fn synonyms(&self, key: &str) -> Option<String> {
        self.find(key, Some("synonyms"), &[])
    }

    /// Returns the currency of the amounts.
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The message with this key in the spoken language, if it has one.
    pub fn lookup(&self, key: &str) -> Option<String> {
        self.catalogue.format(key, None, &[])
    }

    /// Returns the short form of a message, for a place where it would be cut; `None` if it has none.
    pub fn short(&self, key: &str) -> Option<String> {
        self.find(key, Some("short"), &[])
    }

    fn find(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let english = || self.english.get_or_init(|| Catalogue::of(Language::English));
        if self.catalogue.has(key) {
            self.catalogue.format(key, attribute, args)
        } else {
            english().format(key, attribute, args)
        }
    }
}
