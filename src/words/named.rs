//! The enums whose variants have a word in the catalogues.

use super::Words;
use crate::domain::Key;
use crate::domain::action::Direction;
use crate::domain::customer::{Channel, Consent, Kind};
use crate::domain::delivery::{Rest, Stage};
use crate::domain::filed::{Importable, Table};
use crate::domain::follow_up;
use crate::domain::product::MoveReason;
use crate::domain::tab::EntryKind;

/// A [`Key`] whose variants are messages `<PREFIX>-<key>`: `stage-planned`.
pub trait Named: Key {
    /// What stands before the key.
    const PREFIX: &'static str;
}

macro_rules! named {
    ($($Type:path = $prefix:literal),* $(,)?) => {
        $(impl Named for $Type {
            const PREFIX: &'static str = $prefix;
        })*

        /// The message of every variant of every enum that has a word.
        #[cfg(test)]
        pub(super) fn all_keys() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend(<$Type as Key>::ALL.iter().map(|(one, _)| key(*one)));)*
            keys
        }
    };
}

named! {
    Kind = "kind",
    Channel = "channel",
    Consent = "consent",
    Stage = "stage",
    Rest = "rest",
    follow_up::Stage = "follow-up-stage",
    follow_up::Rule = "follow-up-rule",
    EntryKind = "entry",
    MoveReason = "move",
    Direction = "direction",
    Importable = "list",
    Table = "list",
}

/// The message that names a variant.
pub(super) fn key<T: Named>(one: T) -> String {
    format!("{}-{}", T::PREFIX, one.key())
}

impl Words {
    /// The word for a stage, a channel, a kind of entry ...
    pub fn of<T: Named>(&self, one: T) -> String {
        self.say(&key(one))
    }
}
