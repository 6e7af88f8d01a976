//! Amounts, quantities and days as people read them.

use std::fmt::Display;

use chrono::{Datelike, Weekday};

use super::{Localizer, PrivacyMode};
use crate::domain::day::{Weekdays, weekday_name};
use crate::domain::shop::Language;
use crate::domain::{Day, Money, Quantity};

/// Stands for what is hidden; always as long, so that it does not tell how much it is.
const HIDDEN: &str = "***";

impl Localizer {
    /// An amount with a blank between its thousands: `1 240`. The shop has one currency, so it is not named.
    pub fn money(&self, money: Money) -> String {
        match self.veil() {
            PrivacyMode::Off => self.currency.grouped(money).to_string(),
            PrivacyMode::On => HIDDEN.to_owned(),
        }
    }

    /// A telephone number, as it was typed.
    pub fn phone<'a>(&self, phone: &'a str) -> &'a str {
        match self.veil() {
            PrivacyMode::On if !phone.is_empty() => HIDDEN,
            PrivacyMode::On | PrivacyMode::Off => phone,
        }
    }

    /// A quantity with its unit and a blank between its thousands: `1 240.5 kg`, `4.5斤`; without a unit
    /// where `unit` is empty.
    pub fn quantity(&self, quantity: Quantity, unit: &str) -> String {
        with_unit(quantity.grouped(), unit)
    }

    /// An estimate with its unit: what nobody weighed is not known to the gram.
    pub fn about(&self, quantity: Quantity, unit: &str) -> String {
        let thousandths = quantity.thousandths();
        let digits = match thousandths.unsigned_abs() {
            10_000.. => 1000,
            1000.. => 100,
            _ => 10,
        };
        let rounded = thousandths.saturating_add(digits / 2) / digits * digits;
        self.quantity(Quantity::from_thousandths(rounded), unit)
    }

    /// A day in full: `Fri 27 Mar 2026`, `2026年3月27日 周五`.
    pub fn day(&self, day: Day) -> String {
        let args = [
            ("weekday", self.weekday(day.weekday()).into()),
            ("number", day.day().to_string().into()),
            ("month", self.month(day.month()).into()),
            ("year", day.year().to_string().into()),
        ];
        self.format("day", &args)
    }

    /// A day of this year: `27 Mar`, `3月27日`.
    pub fn short_day(&self, day: Day) -> String {
        let args =
            [("number", day.day().to_string().into()), ("month", self.month(day.month()).into())];
        self.format("day-short", &args)
    }

    /// A weekday, short: `Fri`, `周五`.
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.text(&format!("weekday-{}", weekday_name(weekday)))
    }

    /// A set of weekdays: `Mon, Wed`, `周一、周三`; empty for none.
    pub fn weekdays(&self, weekdays: Weekdays) -> String {
        self.list(&weekdays.iter().map(|weekday| self.weekday(weekday)).collect::<Vec<_>>())
    }

    /// Several things in a row, parted as the language parts them: `rice, oil`, `米、油`.
    pub fn list(&self, parts: &[String]) -> String {
        parts.join(&self.text("between-goods"))
    }

    /// A language by its name: `Chinese`, `中文`.
    pub fn language_name(&self, language: Language) -> String {
        self.text(match language {
            Language::English => "language-english",
            Language::Chinese => "language-chinese",
        })
    }

    /// A month from 1 to 12, short: `Mar`, `3月`.
    pub fn month(&self, month: u32) -> String {
        self.text(&format!("month-{month}"))
    }
}

/// A number with its unit: `4.5 kg`, `4.5斤`.
pub(super) fn with_unit(number: impl Display, unit: &str) -> String {
    let gap = if unit.starts_with(|first: char| first.is_ascii()) { " " } else { "" };
    format!("{number}{gap}{unit}")
}
