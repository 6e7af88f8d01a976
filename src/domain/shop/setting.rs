//! One rule of the shop with its new value: as `shop set` changes it, as it is typed and shown.

use super::{Language, ServiceLevel, Shop};
use crate::domain::ageing::AgeLimits;
use crate::domain::day::{DateOrder, Day, DayContext, DayError, Weekdays, iso, parse_day};
use crate::domain::follow_up::Rule;
use crate::domain::money::{Currency, Money};
use crate::domain::quantity::{NumberError, Quantity, parse_whole};
use crate::domain::reminder::ReminderSteps;
use crate::domain::stable_name::StableName;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The address on papers.
    Address(String),
    /// The telephone number on papers.
    Phone(String),
    /// The text of the code by which customers pay.
    PaymentQr(String),
    /// The limits of the ages by which debts are reported.
    Ageing(AgeLimits),
    /// The methods of payment, that of the till first; none is the usual ones.
    Methods(Vec<String>),
    /// The steps of reminding of what is due; none sends no reminders.
    Reminders(ReminderSteps),
    /// The number of days for which a new book of tickets can be used.
    TicketsValid(Option<u16>),
    /// The kinds of complaints; none is the usual ones.
    ComplaintKinds(Vec<String>),
}

impl ShopSetting {
    /// The keys of all rules, as they are typed.
    pub const KEYS: [&'static str; 20] = [
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
        "address",
        "phone",
        "payment-qr",
        "ageing",
        "methods",
        "reminders",
        "tickets-valid",
        "complaint-kinds",
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
            Self::Address(_) => "address",
            Self::Phone(_) => "phone",
            Self::PaymentQr(_) => "payment-qr",
            Self::Ageing(_) => "ageing",
            Self::Methods(_) => "methods",
            Self::Reminders(_) => "reminders",
            Self::TicketsValid(_) => "tickets-valid",
            Self::ComplaintKinds(_) => "complaint-kinds",
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
            Self::Address(address) => *address == shop.contact.address,
            Self::Phone(phone) => *phone == shop.contact.phone,
            Self::PaymentQr(text) => *text == shop.contact.payment_qr,
            Self::Ageing(limits) => *limits == shop.ageing,
            Self::Methods(methods) => *methods == shop.methods,
            Self::Reminders(steps) => *steps == shop.reminders,
            Self::TicketsValid(days) => *days == shop.tickets_valid,
            Self::ComplaintKinds(kinds) => *kinds == shop.complaint_kinds,
        }
    }

    /// The value as it is typed and shown: it reads back to the same setting.
    pub fn value(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Currency(currency) => currency.code().to_owned(),
            Self::Language(language) => language.map_or("", Language::tag).to_owned(),
            Self::ServiceLevel(level) => {
                format!("{}%", Quantity::from_thousandths(i64::from(level.thousandths()) * 100))
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
            Self::Methods(parts) | Self::ComplaintKinds(parts) => parts.join(", "),
            Self::DailyCapacity(carry) => {
                carry.map(|carry| format!("{carry}kg")).unwrap_or_default()
            }
            Self::DateOrder(order) => order.map_or("", DateOrder::key).to_owned(),
            Self::RulesOff(rules) => rules_text(rules),
            Self::CreditLimit(limit, currency) => {
                limit.map(|limit| currency.plain(limit).to_string()).unwrap_or_default()
            }
            Self::Address(text) | Self::Phone(text) | Self::PaymentQr(text) => text.clone(),
            Self::Ageing(limits) => limits.to_string(),
            Self::Reminders(steps) => steps.to_string(),
            Self::TicketsValid(days) => days.map(|days| days.to_string()).unwrap_or_default(),
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

/// Reads a number of days above zero; nothing, or `none`, is for ever.
///
/// # Errors
/// If it is no such number.
pub fn parse_tickets_valid(text: &str) -> Result<Option<u16>, NumberError> {
    match text.trim() {
        "" | "none" | "不限" => Ok(None),
        text => parse_whole(text, 1, u32::from(MOST_VALID_DAYS))
            .map(|days| Some(u16::try_from(days).unwrap_or(MOST_VALID_DAYS))),
    }
}

/// Maximum number of days for which tickets can be used: ten years.
const MOST_VALID_DAYS: u16 = 3650;

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
        "催款" | "提醒付款" => Ok(Rule::Reminder),
        "投诉" => Ok(Rule::Complaint),
        "投诉回访" => Ok(Rule::ReturnVisit),
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

/// Reads the areas between semicolons, in walking order;
/// commas part them where no semicolon does.
pub fn parse_areas(text: &str) -> Vec<String> {
    if text.contains([';', '；']) {
        return parts(text).map(str::to_owned).collect();
    }
    let areas = text.split([',', '，', '、']).map(str::trim).filter(|area| !area.is_empty());
    areas.map(str::to_owned).collect()
}

/// Reads `2026-10-01 National Day;2026-10-02`, and `FROM..TO NAME` for several days at once.
///
/// # Errors
/// If a part does not begin with a day.
pub fn parse_holidays(text: &str, context: DayContext) -> Result<BTreeMap<Day, String>, DayError> {
    let mut holidays = BTreeMap::new();
    if matches!(text.trim(), "none" | "无") {
        return Ok(holidays);
    }
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
