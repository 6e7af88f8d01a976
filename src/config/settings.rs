//! The configuration file: how the screens look, which language they speak, and which keys do what.
//!
//! It is accepted only as a whole: an unknown name or value is reported with its line, so that a misspelt setting is
//! never silently without effect.

use crate::domain::StableName;
use crate::domain::shop::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use toml::{Spanned, Value};

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

/// The settings of the configuration file; those that it does not mention have their defaults.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// `theme`: the colours.
    pub theme: Theme,
    /// `ascii`: frames and marks of plain ASCII.
    pub ascii: bool,
    /// `language`: of all that is said, whatever the shop's is.
    pub language: Option<Language>,
    /// `print`: the command that prints a paper; without one, the screens do not print.
    pub print: Option<String>,
    /// `[reminders]`: how reminders are sent.
    pub reminders: ReminderSettings,
    /// `[keys]`: what is bound to other keys.
    pub keys: Vec<KeyOverride>,
}

/// The settings of reminders.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReminderSettings {
    /// `command`: the command that sends a message; it gets it as JSON on its standard input.
    pub command: Option<String>,
    /// `templates`: the folder with templates of the shop's own.
    pub templates: Option<PathBuf>,
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
    /// The error on that line.
    pub fault: ConfigErrorKind,
}

/// The kind of error on a line of the configuration.
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

/// The file as TOML has it: any value under a known name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSettings {
    theme: Option<Spanned<Value>>,
    ascii: Option<Spanned<Value>>,
    language: Option<Spanned<Value>>,
    print: Option<Spanned<Value>>,
    reminders: Option<Spanned<Value>>,
    keys: Option<Spanned<Value>>,
}

/// The table `[reminders]`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawReminders {
    command: Option<Spanned<Value>>,
    templates: Option<Spanned<Value>>,
}

/// The table `[reminders]` with the place of each value.
#[derive(Deserialize)]
struct RawRemindersTable {
    reminders: RawReminders,
}

/// The table `[keys]` with the place of each value.
#[derive(Deserialize)]
struct RawKeys {
    keys: BTreeMap<String, Spanned<Value>>,
}

impl Settings {
    /// Parses the text of a configuration file.
    ///
    /// # Errors
    /// The first thing in it that means nothing, with its line.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let grammar = |error: toml::de::Error| {
            let fault = ConfigErrorKind::Grammar(error.message().to_owned());
            ConfigError { line: line_of(text, error.span().unwrap_or_default()), fault }
        };
        let document = toml::Deserializer::parse(text).map_err(grammar)?;
        // Every known name takes any value: what fails here is an unknown name.
        let raw = RawSettings::deserialize(document).map_err(|error| unknown_name(text, &error))?;
        let keys = match raw.keys {
            Some(keys) if keys.as_ref().is_table() => parse_keys(text).map_err(grammar)??,
            other => setting("keys", other, text, |_| None)?.unwrap_or_default(),
        };
        let theme = |value: &Value| value.as_str().and_then(Theme::from_key);
        let language = |value: &Value| value.as_str().and_then(Language::from_tag);
        let command = |value: &Value| {
            let command = value.as_str().map(str::trim).filter(|command| !command.is_empty())?;
            shlex::split(command).map(|_| command.to_owned())
        };
        let raw_reminders = match raw.reminders {
            Some(table) if table.as_ref().is_table() => {
                let table = toml::from_str::<RawRemindersTable>(text);
                table.map_err(|error| unknown_name(text, &error))?.reminders
            }
            other => setting("reminders", other, text, |_| None)?.unwrap_or_default(),
        };
        let folder =
            |value: &Value| value.as_str().filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let reminders = ReminderSettings {
            command: setting("command", raw_reminders.command, text, command)?,
            templates: setting("templates", raw_reminders.templates, text, folder)?,
        };
        Ok(Self {
            theme: setting("theme", raw.theme, text, theme)?.unwrap_or_default(),
            ascii: setting("ascii", raw.ascii, text, Value::as_bool)?.unwrap_or_default(),
            language: setting("language", raw.language, text, language)?,
            print: setting("print", raw.print, text, command)?,
            reminders,
            keys,
        })
    }
}

/// Returns the error of a name that no setting has.
fn unknown_name(text: &str, error: &toml::de::Error) -> ConfigError {
    let span = error.span().unwrap_or_default();
    let name = text.get(span.clone()).unwrap_or_default().trim_matches(['"', '\'']);
    let fault = ConfigErrorKind::Unknown(name.to_owned());
    ConfigError { line: line_of(text, span), fault }
}

/// Returns the line of a place in a text, from 1.
fn line_of(text: &str, span: Range<usize>) -> usize {
    text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
}

/// Converts the value of a setting, if it is there.
fn setting<T>(
    name: &str,
    value: Option<Spanned<Value>>,
    text: &str,
    convert: impl Fn(&Value) -> Option<T>,
) -> Result<Option<T>, ConfigError> {
    let Some(value) = value else { return Ok(None) };
    let converted = convert(value.as_ref()).ok_or_else(|| {
        let typed = text.get(value.span()).unwrap_or_default();
        let fault = ConfigErrorKind::Value(name.to_owned(), typed.to_owned());
        ConfigError { line: line_of(text, value.span()), fault }
    });
    converted.map(Some)
}

/// Parses the table `[keys]` of a text whose `keys` are a table. The outer error is the grammar's.
fn parse_keys(text: &str) -> Result<Result<Vec<KeyOverride>, ConfigError>, toml::de::Error> {
    let mut rows: Vec<_> = toml::from_str::<RawKeys>(text)?.keys.into_iter().collect();
    rows.sort_by_key(|(_, value)| value.span().start);
    let keys = rows.into_iter().map(|(name, value)| {
        let line = line_of(text, value.span());
        match value.as_ref().as_str() {
            Some(keys) => Ok(KeyOverride { name, keys: keys.to_owned(), line }),
            None => {
                let typed = text.get(value.span()).unwrap_or_default().to_owned();
                Err(ConfigError { line, fault: ConfigErrorKind::NoKey(name, typed) })
            }
        }
    });
    Ok(keys.collect())
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
        let said = Settings::parse("print = ' lp -d shop '").unwrap();
        assert_eq!(said.print.as_deref(), Some("lp -d shop"));
        let said = Settings::parse("[reminders]\ncommand = 'send'\ntemplates = '/t'").unwrap();
        assert_eq!(said.reminders.command.as_deref(), Some("send"));
        assert_eq!(said.reminders.templates, Some(PathBuf::from("/t")));
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
        assert_eq!(fault("print = ''").fault, value("print", "''"));
        assert_eq!(fault("print = 'lp \"'").fault, value("print", "'lp \"'"));
        assert_eq!(fault("reminders = 1").fault, value("reminders", "1"));
        assert_eq!(fault("[reminders]\ncommand = ''").fault, value("command", "''"));
        assert_eq!(
            fault("ascii = true\n[reminders]\nlimit = 3"),
            ConfigError { line: 3, fault: ConfigErrorKind::Unknown("limit".to_owned()) }
        );
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
