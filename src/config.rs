//! Where the notebook is and how we speak before it is open: the environment, read once by `main`,
//! and each platform's own places.

pub mod paths;
mod settings;

pub use settings::{ConfigError, ConfigErrorKind, KeyOverride, ReminderSettings, Settings, Theme};

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
    /// `TZ`, or the time zone of the computer: `Asia/Taipei`.
    pub time_zone: Option<String>,
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
            time_zone: text("TZ"),
            completes: said("RICEJAR_COMPLETE").is_some(),
            no_colour: said("NO_COLOR").is_some(),
            dumb: text("TERM").map_or(cfg!(unix), |term| term == "dumb"),
        }
    }

    /// The language that the environment asks for, if we speak it.
    pub fn language(&self) -> Option<Language> {
        self.locale.as_deref().and_then(Language::from_tag)
    }

    /// Returns the environment with the time zone of the computer, unless the environment names one.
    #[must_use]
    pub fn with_local_time_zone(mut self) -> Self {
        let local = || {
            let zone = fs::read_link("/etc/localtime").ok()?.into_os_string().into_string().ok()?;
            Some(zone.split_once("zoneinfo/")?.1.to_owned())
        };
        self.time_zone = self.time_zone.or_else(local);
        self
    }

    /// Returns the currency to propose: that of the terminal's locale (`zh_TW` counts in TWD), or else that
    /// of the time zone. Where neither names a country that we know, it is CNY.
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
            _ => self.currency_of_time_zone(),
        };
        Currency::from_code(code)
    }

    fn currency_of_time_zone(&self) -> &'static str {
        let zone = self.time_zone.as_deref().unwrap_or_default().trim_start_matches(':');
        match zone {
            "Asia/Taipei" => "TWD",
            "Asia/Hong_Kong" => "HKD",
            "Asia/Macau" => "MOP",
            "Asia/Singapore" => "SGD",
            "Asia/Kuala_Lumpur" | "Asia/Kuching" => "MYR",
            "Asia/Tokyo" => "JPY",
            "Asia/Seoul" => "KRW",
            "Asia/Bangkok" => "THB",
            "Asia/Ho_Chi_Minh" | "Asia/Saigon" => "VND",
            "Asia/Jakarta" | "Asia/Makassar" => "IDR",
            "Asia/Manila" => "PHP",
            "Asia/Kolkata" | "Asia/Calcutta" => "INR",
            "Europe/London" => "GBP",
            "Europe/Berlin" | "Europe/Paris" | "Europe/Madrid" | "Europe/Rome" => "EUR",
            "Europe/Amsterdam" | "Europe/Dublin" | "Europe/Vienna" | "Europe/Brussels" => "EUR",
            "America/New_York" | "America/Chicago" | "America/Denver" => "USD",
            "America/Los_Angeles" | "America/Phoenix" | "America/Detroit" => "USD",
            "America/Toronto" | "America/Vancouver" | "America/Montreal" => "CAD",
            "Pacific/Auckland" => "NZD",
            zone if zone.starts_with("Australia/") => "AUD",
            _ => "CNY",
        }
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

    // F12: a shop in Taipei whose terminal speaks plain English counted in CNY.
    #[test]
    fn the_currency_follows_the_time_zone_where_the_locale_names_no_country() {
        let of = |zone, locale| {
            let environment = environment(&[("LANG", locale), ("TZ", zone)]);
            environment.currency().unwrap().code().to_owned()
        };
        assert_eq!(of("Asia/Taipei", "C.UTF-8"), "TWD");
        assert_eq!(of(":Australia/Perth", "en"), "AUD");
        assert_eq!(of("Asia/Taipei", "en_US.UTF-8"), "USD");
        assert_eq!(of("Etc/UTC", "C.UTF-8"), "CNY");
    }
}
