//! The fields of customers, products and jars as people read them: their labels, and their values on a
//! page and in the journal.

use serde_json::Value;

use super::values::with_unit;
use super::{Localizer, labels};
use crate::domain::birthday::Birthday;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::day::{Weekdays, parse_iso};
use crate::domain::field::{RecordField, ValueKind};
use crate::domain::jar::Strategy;
use crate::domain::payday::Payday;
use crate::domain::shop::Language;
use crate::domain::{Money, Quantity, Rate};

impl Localizer {
    /// Returns the value of a field, with the unit of its quantities; empty if there is none, or if more
    /// than the record has to be known for it: the people of a day, and who another customer is.
    pub(super) fn field_value<F: RecordField>(
        &self,
        record: &F::Record,
        field: F,
        unit: &str,
    ) -> String {
        fn or_empty<T>(value: Option<T>, say: impl FnOnce(T) -> String) -> String {
            value.map(say).unwrap_or_default()
        }
        match field.kind() {
            ValueKind::Required(_, access) | ValueKind::Text(_, access) => {
                (access.get)(record).clone()
            }
            ValueKind::Texts(_, access) => self.list((access.get)(record)),
            ValueKind::Choice(choice) => self.field_choice(field, (choice.get)(record)),
            ValueKind::Price(access) => self.money(*(access.get)(record)),
            ValueKind::Money(access) => {
                or_empty(*(access.get)(record), |amount| self.money(amount))
            }
            ValueKind::Limit(access) => {
                or_empty(*(access.get)(record), |limit| self.credit_limit(limit))
            }
            ValueKind::Quantity(_, access) => {
                or_empty(*(access.get)(record), |quantity| self.quantity(quantity, unit))
            }
            ValueKind::Rate(access) => {
                or_empty(*(access.get)(record), |rate| with_unit(rate, unit))
            }
            ValueKind::Part(access) => part(*(access.get)(record)),
            ValueKind::Days(access) => (access.get)(record).to_string(),
            ValueKind::Strategy(access) => self.strategy(*(access.get)(record)),
            ValueKind::Birthday(access) => {
                or_empty(*(access.get)(record), |one| self.birthday(one))
            }
            ValueKind::Day(access) => or_empty(*(access.get)(record), |day| self.day(day)),
            ValueKind::Months(access) => {
                or_empty(*(access.get)(record), |months| months.to_string())
            }
            ValueKind::Payday(access) => self.payday((access.get)(record)),
            ValueKind::Weekdays(access) => self.weekdays(*(access.get)(record)),
            ValueKind::Language(access) => {
                or_empty(*(access.get)(record), |language| self.language_name(language))
            }
            ValueKind::Customer(_) | ValueKind::Household(_) => String::new(),
        }
    }

    /// Returns a birthday; without its year as `27 Mar`.
    pub fn birthday(&self, birthday: Birthday) -> String {
        match birthday {
            Birthday::Dated(day) => self.day(day),
            Birthday::Yearless(day) => self.short_day(day),
        }
    }

    /// Returns a customer's own credit limit: an amount, or `no limit`.
    pub fn credit_limit(&self, limit: CreditLimit) -> String {
        limit.amount().map_or_else(|| self.text("no-credit-limit"), |amount| self.money(amount))
    }

    /// Returns the value of a field as the journal kept it, with the unit of its quantities; `None` if it
    /// is not said by its kind alone.
    pub(super) fn kept_value<F: RecordField>(
        &self,
        field: F,
        value: &Value,
        unit: &str,
    ) -> Option<String> {
        let (number, text) = (value.as_i64(), value.as_str());
        match field.kind() {
            ValueKind::Price(_) | ValueKind::Money(_) => {
                number.map(|minor| self.money(Money::from_minor(minor)))
            }
            ValueKind::Limit(_) => number
                .map(|minor| self.credit_limit(CreditLimit::from_stored(Money::from_minor(minor)))),
            ValueKind::Quantity(..) => {
                number.map(|one| self.quantity(Quantity::from_thousandths(one), unit))
            }
            ValueKind::Rate(_) => number.map(|one| with_unit(Rate::from_millionths(one), unit)),
            ValueKind::Part(_) => Some(part(u16::try_from(number?).ok()?)),
            ValueKind::Weekdays(_) => {
                let bits = u8::try_from(number?).ok()?;
                Weekdays::from_bits(bits).map(|days| self.weekdays(days))
            }
            ValueKind::Texts(..) => {
                Some(self.list(&text?.split(';').map(str::to_owned).collect::<Vec<_>>()))
            }
            ValueKind::Choice(choice) => text
                .filter(|name| (choice.is_name)(name))
                .map(|name| self.field_choice(field, name)),
            ValueKind::Strategy(_) => Strategy::parse(text?).ok().map(|one| self.strategy(one)),
            ValueKind::Birthday(_) => Birthday::read(text?).ok().map(|one| self.birthday(one)),
            ValueKind::Day(_) => parse_iso(text?).ok().map(|day| self.day(day)),
            ValueKind::Payday(_) => Payday::parse(text?).ok().map(|payday| self.payday(&payday)),
            ValueKind::Language(_) => {
                Language::from_tag(text?).map(|language| self.language_name(language))
            }
            ValueKind::Required(..)
            | ValueKind::Text(..)
            | ValueKind::Days(_)
            | ValueKind::Months(_)
            | ValueKind::Customer(_)
            | ValueKind::Household(_) => None,
        }
    }

    /// Returns the word for one of the names that a field can have.
    pub(super) fn field_choice<F: RecordField>(&self, field: F, name: &str) -> String {
        self.text(&labels::message(field.key(), name))
    }

    pub(super) fn strategy(&self, strategy: Strategy) -> String {
        match strategy {
            Strategy::Forecast => self.text("jar-by-forecast"),
            Strategy::OnCall => self.text("jar-on-call"),
            Strategy::Every(span) => {
                self.format("payday-every", &[("every", u32::from(span.days()).into())])
            }
        }
    }
}

fn part(thousandths: u16) -> String {
    Quantity::from_thousandths(thousandths.into()).to_string()
}
