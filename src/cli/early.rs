//! Options that are needed before a command line is understood: its errors, its help and its completions speak
//! the language of the notebook.

use crate::app::App;
use crate::config::{self, Environment, Settings, paths};
use crate::domain::shop::Language;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The options that are found among the words of a command line, whether or not the rest is valid.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EarlyOptions {
    language: Option<Language>,
    notebook: Option<PathBuf>,
    config: Option<PathBuf>,
}

impl EarlyOptions {
    /// Finds `--lang`, `--db` and `--config` among the words. The last one counts.
    pub fn of(typed: &[OsString]) -> Self {
        let path = |option| paths::resolve(Path::new(value_of(option, typed)?)).ok();
        Self {
            language: value_of("--lang", typed)
                .and_then(OsStr::to_str)
                .and_then(Language::from_tag),
            notebook: path("--db"),
            config: path("--config"),
        }
    }

    /// Returns the notebook's file: of the command line, else of the environment, else the usual one.
    pub fn notebook(&self, environment: &Environment) -> PathBuf {
        let given = environment.file.as_deref().and_then(|file| paths::resolve(file).ok());
        self.notebook.clone().or(given).unwrap_or_else(config::default_file)
    }

    /// Returns the language of a run whose notebook is not open: of the command line, else of the
    /// configuration, the notebook or the environment, in this order. What cannot be read counts as unset.
    pub fn language(&self, environment: &Environment) -> Language {
        self.language
            .or_else(|| self.configured(environment))
            .or_else(|| App::language_of(&self.notebook(environment)))
            .or(environment.language())
            .unwrap_or_default()
    }

    fn configured(&self, environment: &Environment) -> Option<Language> {
        let named = environment.config.as_deref().and_then(|file| paths::resolve(file).ok());
        let file = self.config.clone().or(named).or_else(config::default_config)?;
        Settings::parse(&config::read(&file).ok()?).ok()?.language
    }
}

/// Returns the last value of an option: the next word, or the rest of `--option=value`.
fn value_of<'w>(option: &str, typed: &'w [OsString]) -> Option<&'w OsStr> {
    let words = typed.iter().map_while(|word| (word != "--").then_some(word.as_os_str()));
    let next = typed.iter().skip(1).map(|word| Some(word.as_os_str())).chain([None]);
    let values = words.zip(next).filter_map(|(word, next)| {
        if word == option {
            return next;
        }
        word.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsStr::new)
    });
    values.last()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn early(words: &str) -> EarlyOptions {
        EarlyOptions::of(&words.split(' ').map(Into::into).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_found_among_words_that_are_not_understood() {
        assert_eq!(early("ricejar --lang zh --nonsense").language, Some(Language::Chinese));
        assert_eq!(early("ricejar x --lang=zh-CN").language, Some(Language::Chinese));
        assert_eq!(early("ricejar --language zh").language, None);
        assert_eq!(early("ricejar x --db a --db=b").notebook, Some("b".into()));
        assert_eq!(early("ricejar x --db").notebook, None);
        assert_eq!(early("ricejar x -- --db a"), EarlyOptions::default());
    }
}
