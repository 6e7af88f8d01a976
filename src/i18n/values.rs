//! Formats amounts, quantities and days for people.

use std::fmt::Display;

use chrono::{Datelike, Weekday};

use super::{Localizer, PrivacyMode};
use crate::domain::day::{Period, Weekdays, weekday_name};
use crate::domain::season::MonthWeights;
use crate::domain::shop::Language;
use crate::domain::{Day, Money, Quantity};
use crate::reports::round::Load;

/// Placeholder for hidden values; its length is fixed, so it does not reveal the size of the amount.
const HIDDEN: &str = "***";

impl Localizer {
    /// Formats an amount with a comma between its thousands: `1,240`. The shop has one currency, so it is not named.
    pub fn money(&self, money: Money) -> String {
        match self.veil() {
            PrivacyMode::Off => self.currency.grouped(money).to_string(),
            PrivacyMode::On => HIDDEN.to_owned(),
        }
    }

    /// Returns a phone number as typed, or the placeholder in privacy mode.
    pub fn phone<'a>(&self, phone: &'a str) -> &'a str {
        match self.veil() {
            PrivacyMode::On if !phone.is_empty() => HIDDEN,
            PrivacyMode::On | PrivacyMode::Off => phone,
        }
    }

    /// Formats a quantity with its unit and a comma between its thousands: `1,240.5 kg`, `4.5斤`; without a
    /// unit where `unit` is empty.
    pub fn quantity(&self, quantity: Quantity, unit: &str) -> String {
        with_unit(quantity.grouped(), unit)
    }

    /// Formats goods to load, with the part that is only proposed: `rice 85 kg (30 kg proposed)`.
    pub fn load(&self, load: &Load) -> String {
        let Load { goods, proposed } = load;
        let all = format!("{} {}", goods.name, self.quantity(goods.quantity, &goods.unit));
        if proposed.is_zero() {
            return all;
        }
        let proposed = self.quantity(*proposed, &goods.unit);
        let proposed = self.format("load-proposed", &[("quantity", proposed.into())]);
        self.format("load-with-proposed", &[("goods", all.into()), ("proposed", proposed.into())])
    }

    /// Formats an estimate with its unit, rounded to about two significant digits.
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

    /// Formats a day in full: `Fri 27 Mar 2026`, `2026年3月27日（周五）`.
    pub fn day(&self, day: Day) -> String {
        let args = [
            ("weekday", self.weekday(day.weekday()).into()),
            ("number", day.day().to_string().into()),
            ("month", self.month(day.month()).into()),
            ("year", day.year().to_string().into()),
        ];
        self.format("day", &args)
    }

    /// Formats a period with both days in full: `Thu 5 Mar 2026 to Sun 8 Mar 2026`.
    pub fn period(&self, period: Period) -> String {
        let args = [("from", self.day(period.from).into()), ("to", self.day(period.to).into())];
        self.format("away", &args)
    }

    /// Formats a day without its year: `27 Mar`, `3月27日`.
    pub fn short_day(&self, day: Day) -> String {
        let args =
            [("number", day.day().to_string().into()), ("month", self.month(day.month()).into())];
        self.format("day-short", &args)
    }

    /// Formats a day beside another one, with its year where that is not the other's: `27 Mar`, `27 Mar 2025`.
    pub fn day_near(&self, day: Day, other: Day) -> String {
        if day.year() == other.year() {
            return self.short_day(day);
        }
        let args = [("day", self.short_day(day).into()), ("year", day.year().to_string().into())];
        self.format("day-of-year", &args)
    }

    /// Formats a day with its weekday beside another one, with its year where that is not the other's:
    /// `Fri 27 Mar`, `3月27日（周五）`.
    pub fn weekday_near(&self, day: Day, other: Day) -> String {
        let args = [
            ("weekday", self.weekday(day.weekday()).into()),
            ("day", self.day_near(day, other).into()),
        ];
        self.format("day-of-week", &args)
    }

    /// Formats the months that are not average, with the same weights together: `Jan Dec ×1.2, Jul ×0.8`.
    pub fn month_weights(&self, weights: MonthWeights) -> String {
        let average = Quantity::from_thousandths(1000);
        let mut groups: Vec<(Quantity, Vec<String>)> = Vec::new();
        for (month, weight) in (1..).zip(weights.iter()).filter(|(_, weight)| *weight != average) {
            match groups.iter_mut().find(|(other, _)| *other == weight) {
                Some((_, months)) => months.push(self.month(month)),
                None => groups.push((weight, vec![self.month(month)])),
            }
        }
        if groups.is_empty() {
            return self.text("months-alike");
        }
        let group =
            |(weight, months): (Quantity, Vec<String>)| format!("{} ×{weight}", months.join(" "));
        self.list(&groups.into_iter().map(group).collect::<Vec<_>>())
    }

    /// Formats a day off with the name of its holiday, if it has one: `day off: National Day`.
    pub fn day_off(&self, holiday: &str) -> String {
        match holiday {
            "" => self.text("week-day-off"),
            holiday => self.format("day-off-named", &[("holiday", holiday.into())]),
        }
    }

    /// Returns a short weekday: `Fri`, `周五`.
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.text(&format!("weekday-{}", weekday_name(weekday)))
    }

    /// Formats a set of weekdays: `Mon, Wed`, `周一、周三`; empty for none.
    pub fn weekdays(&self, weekdays: Weekdays) -> String {
        self.list(&weekdays.iter().map(|weekday| self.weekday(weekday)).collect::<Vec<_>>())
    }

    /// Joins parts with the separator of the language: `rice, oil`, `米、油`.
    pub fn list(&self, parts: &[String]) -> String {
        parts.join(&self.text("between-goods"))
    }

    /// Returns the name of a language: `Chinese`, `中文`.
    pub fn language_name(&self, language: Language) -> String {
        self.text(match language {
            Language::English => "language-english",
            Language::Chinese => "language-chinese",
        })
    }

    /// Returns a short month, 1 to 12: `Mar`, `3月`.
    pub fn month(&self, month: u32) -> String {
        self.text(&format!("month-{month}"))
    }
}

/// Formats a number with its unit: `4.5 kg`, `4.5斤`.
pub(super) fn with_unit(number: impl Display, unit: &str) -> String {
    let gap = if unit.starts_with(|first: char| first.is_ascii()) { " " } else { "" };
    format!("{number}{gap}{unit}")
}
