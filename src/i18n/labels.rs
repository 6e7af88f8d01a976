//! The enums whose variants have a word in the catalogues.

use super::Localizer;
use crate::domain::StableName;
use crate::domain::action::ActionEffect;
use crate::domain::complaint::ComplaintStage;
use crate::domain::contact::CustomerMood;
use crate::domain::container::ContainerMoveKind;
use crate::domain::customer::{Channel, Consent, CustomerKind};
use crate::domain::delivery::{DeliveryStage, ShortfallPolicy};
use crate::domain::follow_up;
use crate::domain::jar::ReadingKind;
use crate::domain::lifetime_value::ChurnRisk;
use crate::domain::product::MoveReason;
use crate::domain::record::{ExportTable, ImportTable};
use crate::domain::shop::Language;
use crate::domain::tab::EntryKind;
use crate::domain::urgency::Urgency;
use crate::domain::usage_log::RunOutReason;
use crate::exchange::{Cell, Word};
use crate::reports::complaint::ComplaintGroup;
use crate::reports::proposal::Reason;

/// A [`StableName`] whose variants are messages `<PREFIX>-<key>`: `stage-planned`.
pub trait Labelled: StableName {
    /// Prefix of the message key.
    const PREFIX: &'static str;
}

macro_rules! named {
    ($($Type:path = $prefix:literal),* $(,)?) => {
        $(impl Labelled for $Type {
            const PREFIX: &'static str = $prefix;
        })*

        /// The message of every variant of every enum that has a word.
        #[cfg(test)]
        pub(super) fn all_keys() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend(<$Type as StableName>::ALL.iter().map(|(one, _)| key(*one)));)*
            keys
        }
    };
}

named! {
    CustomerKind = "kind",
    Channel = "channel",
    Consent = "consent",
    DeliveryStage = "stage",
    Urgency = "urgency",
    ShortfallPolicy = "rest",
    follow_up::FollowUpStage = "follow-up-stage",
    follow_up::Rule = "follow-up-rule",
    EntryKind = "entry",
    MoveReason = "move",
    ActionEffect = "direction",
    ReadingKind = "reading-kind",
    RunOutReason = "run-out",
    Reason = "proposal-reason",
    ChurnRisk = "risk",
    ContainerMoveKind = "container-move",
    ComplaintStage = "complaint-stage",
    ComplaintGroup = "complaint-group",
    ImportTable = "list",
    ExportTable = "list",
}

/// The message that names a variant.
pub(super) fn key<T: Labelled>(one: T) -> String {
    message(T::PREFIX, one.key())
}

/// Returns the message of a name, which may be a list: `consent-phone-email`.
pub(super) fn message(prefix: &str, name: &str) -> String {
    format!("{prefix}-{}", name.replace(',', "-"))
}

impl Localizer {
    /// Returns the word for a mood, with its number: `2 unhappy`.
    pub fn mood(&self, mood: CustomerMood) -> String {
        self.text(&format!("mood-{}", mood.number()))
    }

    /// Returns the text of a cell of a table in the language of the notebook, where that is not what files
    /// hold: rules are in English as they are typed.
    pub fn cell(&self, cell: &Cell<'_>) -> Option<String> {
        if let Cell::Word(Word::Name(prefix, name)) = cell {
            return self.lookup(&message(prefix, name));
        }
        if self.language() == Language::English {
            return None;
        }
        match cell {
            Cell::Word(Word::Strategy(strategy)) => Some(self.strategy(*strategy)),
            Cell::Word(Word::Payday(payday)) => Some(self.payday(payday)),
            Cell::Word(Word::Weekdays(weekdays)) => Some(self.weekdays(*weekdays)),
            Cell::Flag(true) => Some(self.text("flag-yes")),
            Cell::Flag(false) => Some(self.text("flag-no")),
            _ => None,
        }
    }

    /// The word for a stage, a channel, a kind of entry ...
    pub fn label<T: Labelled>(&self, one: T) -> String {
        self.text(&key(one))
    }
}
