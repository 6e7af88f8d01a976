//! Where the notebook is and how we speak before it is open: the environment, read once by `main`,
//! and each platform's own places.

pub mod paths;
mod settings;

pub use settings::{ConfigError, ConfigErrorKind, KeyOverride, Settings, Theme};

use crate::domain::Currency;
use crate::domain::quantity::NumberError;
use crate::domain::shop::Language;
use directories::ProjectDirs;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The maximum size of a configuration file, in bytes.
const MAX_SIZE: u64 = 1 << 20;

/// Reads a configuration file.
///
/// # Errors
/// Returns the error of the system, [`io::ErrorKind::InvalidInput`] if the path is not a file, or
/// [`io::ErrorKind::FileTooLarge`] if the file is larger than one mebibyte.
pub fn read(path: &Path) -> io::Result<String> {
    // A pipe is not opened: that waits for its writer.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let (file, mut text) = (File::open(path)?, String::new());
    if file.metadata()?.len() > MAX_SIZE {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    file.take(MAX_SIZE).read_to_string(&mut text)?;
    Ok(text)
}

/// The settings of the environment. An empty variable counts as unset.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Environment {
    /// `RICEJAR_DB`: the notebook's file.
    pub file: Option<PathBuf>,
    /// `RICEJAR_CONFIG`: the configuration file.
    pub config: Option<PathBuf>,
    /// `RICEJAR_TODAY`: the day that counts as today, for tests.
    pub today: Option<String>,
    /// `RICEJAR_BY`: who writes in the journal.
    pub by: Option<String>,
    /// `RICEJAR_LANG`, or the locale of the terminal: `LC_ALL`, `LC_MESSAGES`, `LANG`.
    pub locale: Option<String>,
    /// `RICEJAR_COMPLETE`: a shell asks for completions.
    pub completes: bool,
    /// `NO_COLOR`: colour only where it is asked for by name.
    pub no_colour: bool,
    /// `TERM` is `dumb`, or missing where every terminal has one: lines can be printed, no screens.
    pub dumb: bool,
}

impl Environment {
    /// Reads the known variables by calling `variable` with each name.
    pub fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let said = |name| variable(name).filter(|value| !value.is_empty());
        let text = |name| said(name)?.into_string().ok();
        Self {
            file: said("RICEJAR_DB").map(PathBuf::from),
            config: said("RICEJAR_CONFIG").map(PathBuf::from),
            today: text("RICEJAR_TODAY"),
            by: text("RICEJAR_BY"),
            locale: ["RICEJAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text),
            completes: said("RICEJAR_COMPLETE").is_some(),
            no_colour: said("NO_COLOR").is_some(),
            dumb: text("TERM").map_or(cfg!(unix), |term| term == "dumb"),
        }
    }

    /// The language that the environment asks for, if we speak it.
    pub fn language(&self) -> Option<Language> {
        self.locale.as_deref().and_then(Language::from_tag)
    }

    /// The currency of the terminal's locale: `zh_TW` counts in TWD. Where the locale names no country
    /// that we know, it is CNY.
    ///
    /// # Errors
    /// Never: every code here is one of a currency.
    pub fn currency(&self) -> Result<Currency, NumberError> {
        let locale = self.locale.as_deref().unwrap_or_default();
        let locale = locale.split(['.', '@']).next().unwrap_or_default();
        let country = locale.split(['_', '-']).next_back().unwrap_or_default();
        let code = match country {
            "TW" | "Hant" => "TWD",
            "HK" => "HKD",
            "MO" => "MOP",
            "SG" => "SGD",
            "MY" => "MYR",
            "JP" => "JPY",
            "KR" => "KRW",
            "TH" => "THB",
            "VN" => "VND",
            "ID" => "IDR",
            "PH" => "PHP",
            "IN" => "INR",
            "US" => "USD",
            "GB" => "GBP",
            "CA" => "CAD",
            "AU" => "AUD",
            "NZ" => "NZD",
            "IE" | "DE" | "FR" | "ES" | "IT" | "NL" => "EUR",
            _ => "CNY",
        };
        Currency::from_code(code)
    }
}

/// The notebook's file where nobody names one: in the platform's folder for data.
pub fn default_file() -> PathBuf {
    let place = ProjectDirs::from("", "", "ricejar");
    place.map_or_else(PathBuf::new, |place| place.data_dir().to_owned()).join("notebook.ricejar")
}

/// The configuration file where nobody names one: in the platform's folder for configuration.
pub fn default_config() -> Option<PathBuf> {
    Some(ProjectDirs::from("", "", "ricejar")?.config_dir().join("config.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        Environment::of(|name| {
            pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
        })
    }

    #[test]
    fn the_first_locale_that_says_something_is_taken() {
        let chinese = environment(&[("LC_ALL", ""), ("LANG", "zh_TW.UTF-8")]);
        assert_eq!(chinese.language(), Some(Language::Chinese));
        let english = environment(&[("RICEJAR_LANG", "en"), ("LANG", "zh_TW.UTF-8")]);
        assert_eq!(english.language(), Some(Language::English));
        assert_eq!(environment(&[("LANG", "C.UTF-8")]).language(), None);
    }

    #[test]
    fn the_currency_follows_the_country() {
        let of = |locale| environment(&[("LANG", locale)]).currency().unwrap().code().to_owned();
        assert_eq!(of("zh_TW.UTF-8"), "TWD");
        assert_eq!(of("en_US.UTF-8"), "USD");
        assert_eq!(of("C.UTF-8"), "CNY");
    }
}
