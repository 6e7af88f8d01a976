//! The configuration file: how the screens look, which language they speak, and which keys do what.
//!
//! It is read as a whole and believed only as a whole: a word in it that means nothing is told with
//! its line, so that a misspelt setting is never silently without effect.

use crate::domain::StableName;
use crate::domain::shop::Language;
use toml::de::{DeTable, DeValue};

/// A set of colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// Blue and orange in the place of green and red.
    ColourBlind,
}

crate::domain::stable_name::keys!(Theme { Dark = "dark", Light = "light", ColourBlind = "colour-blind" });

/// What the configuration file says; what it does not mention is as it always is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// `theme`: the colours.
    pub theme: Theme,
    /// `ascii`: frames and marks of plain ASCII.
    pub ascii: bool,
    /// `language`: of all that is said, whatever the shop's is.
    pub language: Option<Language>,
    /// `[keys]`: what is bound to other keys.
    pub keys: Vec<KeyOverride>,
}

/// A row of the table of keys, bound to other keys.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyOverride {
    /// The name of the row: `done`.
    pub name: String,
    /// The keys, parted by blanks: `d ctrl-d`.
    pub keys: String,
    /// Where it stands.
    pub line: usize,
}

/// Why a configuration cannot be believed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {fault:?}")]
pub struct ConfigError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: ConfigErrorKind,
}

/// What is wrong with a line of the configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigErrorKind {
    /// It is not TOML, for this reason.
    Grammar(String),
    /// There is no setting with this name.
    Unknown(String),
    /// The setting with this name cannot be that.
    Value(String, String),
    /// No row of the table of keys has this name.
    UnknownKeyName(String),
    /// The row with this name is bound to something that is no key.
    NoKey(String, String),
    /// The row with this name is bound to a letter, where letters are typed.
    Typed(String, String),
    /// A key would do two things in one place: the key, and the names of both.
    Twice(String, String, String),
}

impl Settings {
    /// What the text of a configuration file says.
    ///
    /// # Errors
    /// The first thing in it that means nothing.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let line = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let table = DeTable::parse(text).map_err(|error| ConfigError {
            line: line(error.span().map_or(0, |span| span.start)),
            fault: ConfigErrorKind::Grammar(error.message().to_owned()),
        })?;
        let mut settings = Self::default();
        for (name, value) in table.get_ref() {
            let here = line(name.span().start);
            let name = name.get_ref().as_ref();
            let wrong = || ConfigError {
                line: here,
                fault: ConfigErrorKind::Value(
                    name.to_owned(),
                    text.get(value.span()).unwrap_or_default().to_owned(),
                ),
            };
            let value = value.get_ref();
            match name {
                "theme" => {
                    settings.theme = value.as_str().and_then(Theme::from_key).ok_or_else(wrong)?;
                }
                "ascii" => settings.ascii = value.as_bool().ok_or_else(wrong)?,
                "language" => {
                    let language = value.as_str().and_then(Language::from_tag);
                    settings.language = Some(language.ok_or_else(wrong)?);
                }
                "keys" => {
                    settings.keys = keys(value.as_table().ok_or_else(wrong)?, text, line)?;
                }
                _ => {
                    let fault = ConfigErrorKind::Unknown(name.to_owned());
                    return Err(ConfigError { line: here, fault });
                }
            }
        }
        Ok(settings)
    }
}

fn keys(
    table: &DeTable,
    text: &str,
    line: impl Fn(usize) -> usize,
) -> Result<Vec<KeyOverride>, ConfigError> {
    let rebound = |(name, value): (&toml::Spanned<_>, &toml::Spanned<DeValue>)| {
        let (here, name): (usize, &std::borrow::Cow<str>) =
            (line(name.span().start), name.get_ref());
        let typed = text.get(value.span()).unwrap_or_default();
        match value.get_ref().as_str() {
            Some(keys) => {
                Ok(KeyOverride { name: name.to_string(), keys: keys.to_owned(), line: here })
            }
            None => Err(ConfigError {
                line: here,
                fault: ConfigErrorKind::NoKey(name.to_string(), typed.to_owned()),
            }),
        }
    };
    let mut keys = table.iter().map(rebound).collect::<Result<Vec<_>, _>>()?;
    keys.sort_by_key(|rebound| rebound.line);
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_mentioned_is_as_it_always_is() {
        assert_eq!(Settings::parse(""), Ok(Settings::default()));
        let said =
            Settings::parse("theme = \"light\"\nascii = true\nlanguage = \"zh-CN\"").unwrap();
        assert_eq!((said.theme, said.ascii), (Theme::Light, true));
        assert_eq!(said.language, Some(Language::Chinese));
    }

    #[test]
    fn keys_are_told_with_their_lines() {
        let said = Settings::parse("[keys]\npay = \"P ctrl-p\"\ndone = 'x'").unwrap();
        let rebound = |name: &str, keys: &str, line| KeyOverride {
            name: name.to_owned(),
            keys: keys.to_owned(),
            line,
        };
        assert_eq!(said.keys, [rebound("pay", "P ctrl-p", 2), rebound("done", "x", 3)]);
    }

    #[test]
    fn what_means_nothing_is_told_with_its_line() {
        let fault = |text| Settings::parse(text).unwrap_err();
        let value =
            |name: &str, text: &str| ConfigErrorKind::Value(name.to_owned(), text.to_owned());
        assert_eq!(
            fault("\ncolour = 1"),
            ConfigError { line: 2, fault: ConfigErrorKind::Unknown("colour".to_owned()) }
        );
        assert_eq!(fault("theme = 'pink'").fault, value("theme", "'pink'"));
        assert_eq!(fault("ascii = 1").fault, value("ascii", "1"));
        assert_eq!(fault("language = 'fr'").fault, value("language", "'fr'"));
        assert_eq!(fault("keys = 1").fault, value("keys", "1"));
        assert_eq!(
            fault("[keys]\ndone = 1"),
            ConfigError {
                line: 2,
                fault: ConfigErrorKind::NoKey("done".to_owned(), "1".to_owned())
            }
        );
        let grammar = fault("ascii = true\ntheme =");
        assert!(
            matches!(grammar.fault, ConfigErrorKind::Grammar(_)) && grammar.line == 2,
            "{grammar:?}"
        );
    }
}
