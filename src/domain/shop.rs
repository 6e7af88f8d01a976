//! The shop itself: its name, its money, and the rules that it sets once.

mod setting;

pub use setting::{
    NotARule, ShopSetting, parse_areas, parse_credit_limit, parse_daily_capacity, parse_holidays,
    parse_rules, parse_tickets_valid, rules_text,
};

use super::ageing::AgeLimits;
use super::credit_limit::CreditLimit;
use super::customer::Customer;
use super::day::{DateOrder, Day, DayContext, DaysOff, Weekdays};
use super::follow_up::Rule;
pub use super::language::Language;
use super::money::{Currency, Money};
use super::payday::Payday;
use super::quantity::Quantity;
use super::reminder::ReminderSteps;
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// A text that is no service level.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{self:?}")]
pub struct NotALevel {
    /// Text as typed.
    pub text: String,
}

/// The chance of an empty jar that the shop accepts, in thousandths: 50 is 5 %.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ServiceLevel(u16);

impl ServiceLevel {
    /// Five in a hundred.
    pub const DEFAULT: Self = Self(50);

    /// A level from 1 to 500 thousandths; `None` outside, where a forecast means nothing.
    pub const fn from_thousandths(thousandths: u16) -> Option<Self> {
        match thousandths {
            1..=500 => Some(Self(thousandths)),
            _ => None,
        }
    }

    /// Reads `5%` or `0.05`.
    ///
    /// # Errors
    /// If it is no number, or outside what a level can be.
    pub fn parse(text: &str) -> Result<Self, NotALevel> {
        let text = text.trim();
        let per_cent = text.strip_suffix(['%', '％']);
        let thousandths = match (Quantity::parse_positive(per_cent.unwrap_or(text)), per_cent) {
            (Ok(number), None) => number.thousandths(),
            (Ok(number), Some(_)) if number.thousandths() % 100 == 0 => number.thousandths() / 100,
            (Ok(_), Some(_)) | (Err(_), _) => -1,
        };
        let level = u16::try_from(thousandths).ok().and_then(Self::from_thousandths);
        level.ok_or_else(|| NotALevel { text: text.to_owned() })
    }

    /// The level in thousandths.
    pub const fn thousandths(self) -> u16 {
        self.0
    }

    /// The level as a chance from 0 to 1.
    pub fn chance(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

/// The shop and its rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shop {
    /// Name of the shop.
    pub name: String,
    /// The one currency of every amount.
    pub currency: Currency,
    /// The language of its screens; `None` follows the terminal's.
    pub language: Option<Language>,
    /// The chance of an empty jar that it accepts.
    pub service_level: ServiceLevel,
    /// Days after the payday before a charge is due.
    pub grace_days: u16,
    /// The weekdays on which it delivers; never empty.
    pub delivery_days: Weekdays,
    /// Days on which it neither delivers nor expects anybody to be paid, with their names.
    pub holidays: BTreeMap<Day, String>,
    /// The areas in walking order.
    pub areas: Vec<String>,
    /// Daily capacity in kilograms; `None` for no limit.
    pub daily_capacity: Option<Quantity>,
    /// Date order for `4/3`; `None` if it is not set.
    pub date_order: Option<DateOrder>,
    /// The rules that make no follow-ups.
    pub rules_off: BTreeSet<Rule>,
    /// The most that a tab may reach, of customers who have no credit limit of their own; `None` is no limit.
    pub credit_limit: Option<Money>,
    /// The details for customers that papers show.
    pub contact: ShopContact,
    /// The limits of the ages by which debts are reported.
    pub ageing: AgeLimits,
    /// The methods of payment; empty is the usual ones, see [`super::payment::methods`].
    pub methods: Vec<String>,
    /// The steps of reminding of what is due.
    pub reminders: ReminderSteps,
    /// The number of days for which a new book of tickets can be used; `None` for ever.
    pub tickets_valid: Option<u16>,
    /// The kinds of complaints; empty is the usual ones, see [`super::complaint::complaint_kinds`].
    pub complaint_kinds: Vec<String>,
}

/// The details of the shop on statements and receipts; each may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ShopContact {
    /// The street and the town.
    pub address: String,
    /// The telephone number.
    pub phone: String,
    /// The text of the code by which customers pay: a link, or what a payment service gives.
    pub payment_qr: String,
}

impl Shop {
    /// The days on which nobody is paid: Saturday, Sunday and the shop's holidays.
    pub fn days_off(&self) -> DaysOff {
        DaysOff { weekend: Weekdays::WEEKEND, holidays: self.holidays.keys().copied().collect() }
    }

    /// Returns the most that the tab of a customer may reach: their own limit, or that of the shop; `None` is no
    /// limit.
    pub fn credit_limit_of(&self, customer: &Customer) -> Option<Money> {
        customer.limit.map_or(self.credit_limit, CreditLimit::amount)
    }

    /// Returns the last day on which a book of tickets that is sold on a day can be used; `None` for ever.
    pub fn tickets_expire(&self, sold_on: Day) -> Option<Day> {
        self.tickets_valid.and_then(|days| sold_on.checked_add_days(chrono::Days::new(days.into())))
    }

    /// Returns what a typed day that is still to come is read against.
    pub const fn days(&self, today: Day) -> DayContext {
        DayContext::ahead(today).ordered(self.date_order)
    }

    /// Returns whether the shop delivers on `day` to a customer who takes deliveries on `customer_days`
    /// (an empty set is any day).
    pub fn delivers_on(&self, day: Day, customer_days: Weekdays) -> bool {
        self.delivery_days.contains(day.weekday())
            && (customer_days.is_empty() || customer_days.contains(day.weekday()))
            && !self.holidays.contains_key(&day)
    }

    /// Returns the name of a day on which it does not deliver: that of the holiday, or nothing for any other day
    /// off; `None` if it delivers.
    pub fn day_off(&self, day: Day) -> Option<&str> {
        let holiday = self.holidays.get(&day).map(String::as_str);
        holiday.or_else(|| (!self.delivery_days.contains(day.weekday())).then_some(""))
    }

    /// The first day on or after `day` on which it delivers to such a customer, within a year;
    /// `day` itself if there is none.
    pub fn delivery_day_from(&self, day: Day, customer_days: Weekdays) -> Day {
        day.iter_days().take(366).find(|day| self.delivers_on(*day, customer_days)).unwrap_or(day)
    }

    /// The last day on or before `day`, and not before `earliest`, on which it delivers to such a
    /// customer.
    pub fn delivery_day_until(
        &self,
        day: Day,
        earliest: Day,
        customer_days: Weekdays,
    ) -> Option<Day> {
        std::iter::successors(Some(day), Day::pred_opt)
            .take_while(|day| *day >= earliest)
            .find(|day| self.delivers_on(*day, customer_days))
    }

    /// The day on which a charge of `charged_on` falls due for a customer paid by `payday`.
    pub fn due_day(&self, payday: &Payday, charged_on: Day, days_off: &DaysOff) -> Day {
        payday.first_on_or_after(charged_on, days_off) + chrono::Days::new(self.grace_days.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_level_is_a_small_part() {
        assert_eq!(ServiceLevel::parse("0.05"), Ok(ServiceLevel::DEFAULT));
        for bad in ["0%", "60%", "0.55", "5", "2.55%"] {
            assert!(ServiceLevel::parse(bad).is_err(), "{bad}");
        }
    }
}
