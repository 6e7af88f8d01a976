//! `shop`: the rules, and `init` which makes the first of them.

use super::args::shop::{Init, Shop as Verb};
use super::args::values::count;
use super::error::{Error, Result};
use super::{Cli, args};
use crate::domain::ageing::{AgeLimits, NotAgeLimits};
use crate::domain::day::{DateOrder, DayContext, Weekdays};
use crate::domain::payment::parse_methods;
use crate::domain::reminder::{NotReminderSteps, ReminderSteps};
use crate::domain::shop::{
    Language, NotALevel, NotARule, ServiceLevel, Shop, ShopSetting, parse_areas,
    parse_credit_limit, parse_daily_capacity, parse_holidays, parse_rules, parse_tickets_valid,
};
use crate::domain::text::rules::NAME;
use crate::domain::{Command, Currency};
use crate::exchange::{Cell, Column};
use crate::i18n::Localizer;
use std::collections::BTreeMap;

/// The rules that `shop set` knows, in the order in which `shop show` lists them.
pub const KEYS: [&str; 20] = ShopSetting::KEYS;

const COLUMNS: [Column; 2] = [Column::left("key"), Column::left("value")];

/// Returns the shop that `init` creates: the options that were given, else the usual name in the user's
/// language, the currency of the locale, no grace days, one empty jar in twenty, and deliveries on every
/// day but Sunday.
pub fn new_shop(init: &Init, words: &Localizer) -> Result<Shop> {
    let delivery_days = Weekdays::parse("mon-sat")?;
    let name = init.name.clone().unwrap_or_else(|| words.text("new-shop-name"));
    Ok(Shop {
        name: NAME.require(&name)?,
        currency: init.currency.unwrap_or(words.currency()),
        language: init.language,
        service_level: ServiceLevel::DEFAULT,
        grace_days: 0,
        daily_capacity: None,
        date_order: None,
        rules_off: Default::default(),
        credit_limit: None,
        tickets_valid: None,
        contact: Default::default(),
        ageing: Default::default(),
        methods: Vec::new(),
        reminders: Default::default(),
        complaint_kinds: Vec::new(),
        delivery_days,
        holidays: BTreeMap::new(),
        areas: Vec::new(),
    })
}

impl Cli<'_> {
    pub(super) fn shop(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Show => {
                let shop = self.shop.clone();
                let rules = rules(shop);
                let rows =
                    rules.iter().map(|rule| vec![Cell::text(rule.key()), Cell::text(rule.value())]);
                self.say.list(&COLUMNS, rows)
            }
            Verb::Set(args::shop::Set { key, value: first, more }) => {
                // Each word is an area; any other value is one text, whose words need no quotes.
                let between = if key == "areas" { ";" } else { " " };
                let words: Vec<String> = std::iter::once(first).chain(more).collect();
                let value = words.join(between);
                let setting = setting(&key, value.trim(), (self.days(), self.currency()))?;
                self.perform(&Command::SetShop(vec![setting]))
            }
        }
    }
}

/// Every rule of a shop, in the order of [`KEYS`].
fn rules(shop: Shop) -> [ShopSetting; 20] {
    [
        ShopSetting::Name(shop.name),
        ShopSetting::Currency(shop.currency),
        ShopSetting::Language(shop.language),
        ShopSetting::ServiceLevel(shop.service_level),
        ShopSetting::GraceDays(shop.grace_days),
        ShopSetting::DeliveryDays(shop.delivery_days),
        ShopSetting::Holidays(shop.holidays),
        ShopSetting::Areas(shop.areas),
        ShopSetting::DailyCapacity(shop.daily_capacity),
        ShopSetting::DateOrder(shop.date_order),
        ShopSetting::RulesOff(shop.rules_off),
        ShopSetting::CreditLimit(shop.credit_limit, shop.currency),
        ShopSetting::Address(shop.contact.address),
        ShopSetting::Phone(shop.contact.phone),
        ShopSetting::PaymentQr(shop.contact.payment_qr),
        ShopSetting::Ageing(shop.ageing),
        ShopSetting::Methods(shop.methods),
        ShopSetting::Reminders(shop.reminders),
        ShopSetting::TicketsValid(shop.tickets_valid),
        ShopSetting::ComplaintKinds(shop.complaint_kinds),
    ]
}

/// Reads a rule as [`ShopSetting::value`] writes it.
fn setting(
    key: &str,
    value: &str,
    (days, currency): (DayContext, Currency),
) -> Result<ShopSetting> {
    Ok(match key {
        "currency" => ShopSetting::Currency(Currency::from_code(value)?),
        "language" if matches!(value, "" | "none") => ShopSetting::Language(None),
        "language" => {
            let language = Language::from_tag(value);
            let unknown = || Error::Usage("usage-language", value.to_owned());
            ShopSetting::Language(Some(language.ok_or_else(unknown)?))
        }
        "service-level" => {
            let level = ServiceLevel::parse(value);
            let wrong = |wrong: NotALevel| Error::Usage("usage-service-level", wrong.text);
            ShopSetting::ServiceLevel(level.map_err(wrong)?)
        }
        "grace-days" => ShopSetting::GraceDays(count(value)?),
        "delivery-days" => ShopSetting::DeliveryDays(Weekdays::parse(value)?),
        "holidays" => ShopSetting::Holidays(parse_holidays(value, days)?),
        "areas" => ShopSetting::Areas(parse_areas(value)),
        "carry" => ShopSetting::DailyCapacity(parse_daily_capacity(value)?),
        "date-order" if matches!(value, "" | "none") => ShopSetting::DateOrder(None),
        "date-order" => {
            let order = DateOrder::from_key(value);
            let unknown = || Error::Usage("usage-date-order", value.to_owned());
            ShopSetting::DateOrder(Some(order.ok_or_else(unknown)?))
        }
        "rules-off" => {
            let wrong = |wrong: NotARule| Error::Usage("usage-rules-off", wrong.text);
            ShopSetting::RulesOff(parse_rules(value).map_err(wrong)?)
        }
        "credit-limit" => ShopSetting::CreditLimit(parse_credit_limit(value, currency)?, currency),
        "address" => ShopSetting::Address(or_none(value)),
        "phone" => ShopSetting::Phone(or_none(value)),
        "payment-qr" => ShopSetting::PaymentQr(or_none(value)),
        "ageing" => {
            let wrong = |wrong: NotAgeLimits| Error::Usage("usage-ageing", wrong.text);
            ShopSetting::Ageing(AgeLimits::parse(value).map_err(wrong)?)
        }
        "methods" => ShopSetting::Methods(parse_methods(value)),
        "reminders" => {
            let wrong = |wrong: NotReminderSteps| Error::Usage("usage-reminders", wrong.text);
            ShopSetting::Reminders(ReminderSteps::parse(value).map_err(wrong)?)
        }
        "tickets-valid" => ShopSetting::TicketsValid(parse_tickets_valid(value)?),
        "complaint-kinds" => ShopSetting::ComplaintKinds(parse_methods(value)),
        _ => ShopSetting::Name(value.to_owned()),
    })
}

/// Returns a text, which is nothing if it is the word `none`.
fn or_none(text: &str) -> String {
    if text == "none" { String::new() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    #[test]
    fn every_rule_reads_back_as_it_is_shown() {
        let days = DayContext::ahead(Day::from_ymd_opt(2026, 3, 27).unwrap());
        let typed = [
            ("name", "永庆米店"),
            ("currency", "TWD"),
            ("language", "zh-CN"),
            ("service-level", "2.5%"),
            ("grace-days", "3"),
            ("delivery-days", "mon,wed"),
            ("holidays", "2026-10-01 国庆节;2026-10-02"),
            ("areas", "竹巷;河边"),
            ("carry", "120kg"),
            ("date-order", "dmy"),
            ("rules-off", "first-delivery;silent"),
            ("credit-limit", "1000"),
            ("address", "竹巷 8 号"),
            ("phone", "0912 345 678"),
            ("payment-qr", "https://pay.example/1"),
            ("ageing", "15,45"),
            ("methods", "cash, WeChat Pay"),
            ("reminders", "-1: friendly, +3, +10: firm"),
            ("tickets-valid", "180"),
            ("complaint-kinds", "smell, 送错"),
        ];
        assert_eq!(typed.map(|(key, _)| key), KEYS);
        for (key, value) in typed {
            let twd = Currency::from_code("TWD").unwrap();
            let setting = setting(key, value, (days, twd)).unwrap();
            assert_eq!((setting.key(), setting.value().as_str()), (key, value));
        }
    }
}
