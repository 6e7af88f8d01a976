//! The shop itself: its name, its money, and the rules that it sets once.

use super::credit_limit::CreditLimit;
use super::customer::Customer;
use super::day::{DateOrder, Day, DayContext, DayError, DaysOff, Weekdays, iso, parse_day};
use super::follow_up::Rule;
pub use super::language::Language;
use super::money::{Currency, Money};
use super::payday::Payday;
use super::quantity::{NumberError, Quantity};
use super::stable_name::StableName;
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
    /// The methods of payment; empty is the usual ones, see [`super::payment::methods`].
    pub methods: Vec<String>,
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

/// One rule of the shop with its new value: what `shop set KEY VALUE` changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ShopSetting {
    /// The name over the door.
    Name(String),
    /// The currency; refused once an amount is written.
    Currency(Currency),
    /// The language of the screens.
    Language(Option<Language>),
    /// The accepted chance of an empty jar.
    ServiceLevel(ServiceLevel),
    /// Days of grace after the payday.
    GraceDays(u16),
    /// The weekdays of delivery.
    DeliveryDays(Weekdays),
    /// All holidays with their names.
    Holidays(BTreeMap<Day, String>),
    /// All areas in walking order.
    Areas(Vec<String>),
    /// Daily capacity in kilograms.
    DailyCapacity(Option<Quantity>),
    /// Date order for `4/3`.
    DateOrder(Option<DateOrder>),
    /// The rules that make no follow-ups.
    RulesOff(BTreeSet<Rule>),
    /// The credit limit of customers who have none of their own, in the currency of the shop.
    CreditLimit(Option<Money>, Currency),
    /// The methods of payment, that of the till first; none is the usual ones.
    Methods(Vec<String>),
}

impl ShopSetting {
    /// The keys of all rules, as they are typed.
    pub const KEYS: [&'static str; 13] = [
        "name",
        "currency",
        "language",
        "service-level",
        "grace-days",
        "delivery-days",
        "holidays",
        "areas",
        "carry",
        "date-order",
        "rules-off",
        "credit-limit",
        "methods",
    ];

    /// The key as it is typed: `delivery-days`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Currency(_) => "currency",
            Self::Language(_) => "language",
            Self::ServiceLevel(_) => "service-level",
            Self::GraceDays(_) => "grace-days",
            Self::DeliveryDays(_) => "delivery-days",
            Self::Holidays(_) => "holidays",
            Self::Areas(_) => "areas",
            Self::DailyCapacity(_) => "carry",
            Self::DateOrder(_) => "date-order",
            Self::RulesOff(_) => "rules-off",
            Self::CreditLimit(..) => "credit-limit",
            Self::Methods(_) => "methods",
        }
    }

    /// Returns whether the shop already has this value.
    pub fn is_of(&self, shop: &Shop) -> bool {
        match self {
            Self::Name(name) => *name == shop.name,
            Self::Currency(currency) => *currency == shop.currency,
            Self::Language(language) => *language == shop.language,
            Self::ServiceLevel(level) => *level == shop.service_level,
            Self::GraceDays(days) => *days == shop.grace_days,
            Self::DeliveryDays(days) => *days == shop.delivery_days,
            Self::Holidays(holidays) => *holidays == shop.holidays,
            Self::Areas(areas) => *areas == shop.areas,
            Self::DailyCapacity(carry) => *carry == shop.daily_capacity,
            Self::DateOrder(order) => *order == shop.date_order,
            Self::RulesOff(rules) => *rules == shop.rules_off,
            Self::CreditLimit(limit, _) => *limit == shop.credit_limit,
            Self::Methods(methods) => *methods == shop.methods,
        }
    }

    /// The value as it is typed and shown: it reads back to the same setting.
    pub fn value(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Currency(currency) => currency.code().to_owned(),
            Self::Language(language) => language.map_or("", Language::tag).to_owned(),
            Self::ServiceLevel(level) => {
                format!("{}%", Quantity::from_thousandths(i64::from(level.0) * 100))
            }
            Self::GraceDays(days) => days.to_string(),
            Self::DeliveryDays(days) => days.to_string(),
            Self::Holidays(holidays) => {
                let named = holidays
                    .iter()
                    .map(|(day, name)| format!("{} {name}", iso(*day)).trim_end().to_owned());
                named.collect::<Vec<_>>().join(";")
            }
            Self::Areas(areas) => areas.join(";"),
            Self::Methods(methods) => methods.join(", "),
            Self::DailyCapacity(carry) => {
                carry.map(|carry| format!("{carry}kg")).unwrap_or_default()
            }
            Self::DateOrder(order) => order.map_or("", DateOrder::key).to_owned(),
            Self::RulesOff(rules) => rules_text(rules),
            Self::CreditLimit(limit, currency) => {
                limit.map(|limit| currency.plain(limit).to_string()).unwrap_or_default()
            }
        }
    }
}

/// Reads `120kg` or `120`; nothing, or `none`, is any number.
///
/// # Errors
/// If it is not a number of kilograms above zero.
pub fn parse_daily_capacity(text: &str) -> Result<Option<Quantity>, NumberError> {
    match text.trim() {
        "" | "none" => Ok(None),
        text => {
            let number = ["kg", "KG", "公斤"].iter().find_map(|unit| text.strip_suffix(unit));
            Quantity::parse_positive(number.unwrap_or(text).trim()).map(Some)
        }
    }
}

/// Reads an amount, which may be zero; nothing, or `none`, is no limit.
///
/// # Errors
/// If it is no amount of the currency.
pub fn parse_credit_limit(text: &str, currency: Currency) -> Result<Option<Money>, NumberError> {
    match text.trim() {
        "" | "none" | "不限" => Ok(None),
        text => currency.parse_at_least_zero(text).map(Some),
    }
}

/// Reads the names of rules between semicolons, as they are stored or as Chinese says them:
/// `birthday;silent`, `生日；久未联系`; nothing, or `none`, is no rule.
///
/// # Errors
/// The first part that names no rule.
pub fn parse_rules(text: &str) -> Result<BTreeSet<Rule>, NotARule> {
    let rule = |part: &str| match part {
        "首次送货" | "第一次送货" => Ok(Rule::FirstDelivery),
        "承诺付款" | "承诺" => Ok(Rule::Promise),
        "生日" => Ok(Rule::Birthday),
        "久未联系" | "久无音讯" => Ok(Rule::Silent),
        part => Rule::from_key(part).ok_or_else(|| NotARule { text: part.to_owned() }),
    };
    parts(text).filter(|part| *part != "none").map(rule).collect()
}

/// Prints rules as [`parse_rules`] reads them.
pub fn rules_text(rules: &BTreeSet<Rule>) -> String {
    rules.iter().map(|rule| rule.key()).collect::<Vec<_>>().join(";")
}

/// A text that names no rule of follow-ups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotARule {
    /// The text.
    pub text: String,
}

/// Reads the areas between semicolons, in walking order.
pub fn parse_areas(text: &str) -> Vec<String> {
    parts(text).map(str::to_owned).collect()
}

/// Reads `2026-10-01 National Day;2026-10-02`, and `FROM..TO NAME` for several days at once.
///
/// # Errors
/// If a part does not begin with a day.
pub fn parse_holidays(text: &str, context: DayContext) -> Result<BTreeMap<Day, String>, DayError> {
    let mut holidays = BTreeMap::new();
    for part in parts(text) {
        let (day, name) = part.split_once(char::is_whitespace).unwrap_or((part, ""));
        let (from, to) = day.split_once("..").unwrap_or((day, day));
        let (from, to) = (parse_day(from, context)?, parse_day(to, context)?);
        for day in from.iter_days().take_while(|day| *day <= to).take(366) {
            holidays.insert(day, name.trim().to_owned());
        }
    }
    Ok(holidays)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty())
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
