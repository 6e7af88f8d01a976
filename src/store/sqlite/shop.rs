//! The shop's own rows: its rules, its holidays, its areas.

use super::super::Result;
use super::values::{Iso, damaged, day, parsed};
use super::{DerivedPart, Tx};
use crate::domain::Currency;
use crate::domain::ageing::AgeLimits;
use crate::domain::day::{DateOrder, Weekdays};
use crate::domain::reminder::ReminderSteps;
use crate::domain::shop::{
    Language, ServiceLevel, Shop, ShopContact, ShopSetting, parse_rules, rules_text,
};
use rusqlite::{Connection, named_params, params};

/// Writes the one row of a new file.
pub fn insert(conn: &Connection, shop: &Shop) -> Result<()> {
    conn.execute(
        "INSERT INTO shop (id, name, currency, language, service_level, grace_days, delivery_days, carry, date_order, credit_limit,
                           address, phone, payment_qr, ageing, methods, reminders, tickets_valid, complaint_kinds)
         VALUES (1, :name, :currency, :language, :service, :grace, :days, :carry, :order, :limit,
                 :address, :phone, :payment_qr, :ageing, :methods, :reminders, :tickets_valid, :complaint_kinds)",
        named_params! {
            ":name": shop.name,
            ":currency": shop.currency.code(),
            ":language": shop.language.map(Language::tag),
            ":service": shop.service_level.thousandths(),
            ":grace": shop.grace_days,
            ":days": shop.delivery_days.bits(),
            ":carry": shop.daily_capacity,
            ":order": shop.date_order.map(DateOrder::key),
            ":limit": shop.credit_limit,
            ":address": shop.contact.address,
            ":phone": shop.contact.phone,
            ":payment_qr": shop.contact.payment_qr,
            ":ageing": shop.ageing.to_string(),
            ":methods": shop.methods.join(";"),
            ":reminders": shop.reminders.to_string(),
            ":tickets_valid": shop.tickets_valid,
            ":complaint_kinds": shop.complaint_kinds.join(";"),
        },
    )?;
    Ok(())
}

/// Returns the methods of payment, or the kinds of complaints, in their cell.
fn parts_in(cell: &str) -> Vec<String> {
    cell.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Collects rows without those whose values are bad: nothing else depends on one holiday or one
/// area, and `check` names them.
fn readable<T, C: FromIterator<T>>(
    rows: impl Iterator<Item = rusqlite::Result<T>>,
) -> rusqlite::Result<C> {
    rows.filter(|row| row.as_ref().err().is_none_or(|bad| bad.sqlite_error_code().is_some()))
        .collect()
}

/// Returns the derived columns that follow from a rule.
const fn parts_of(setting: &ShopSetting) -> &'static [DerivedPart] {
    match setting {
        ShopSetting::Name(_)
        | ShopSetting::Currency(_)
        | ShopSetting::Language(_)
        | ShopSetting::DailyCapacity(_)
        | ShopSetting::DateOrder(_)
        | ShopSetting::RulesOff(_)
        | ShopSetting::CreditLimit(..)
        | ShopSetting::Address(_)
        | ShopSetting::Phone(_)
        | ShopSetting::PaymentQr(_)
        | ShopSetting::Ageing(_)
        | ShopSetting::Methods(_)
        | ShopSetting::Reminders(_)
        | ShopSetting::TicketsValid(_)
        | ShopSetting::ComplaintKinds(_)
        | ShopSetting::Areas(_) => &[],
        ShopSetting::GraceDays(_) => &[DerivedPart::DueDays],
        ShopSetting::ServiceLevel(_) => &[DerivedPart::SafeDays],
        ShopSetting::DeliveryDays(_) => &[DerivedPart::Windows],
        // Nobody is paid on a holiday, and nobody delivers.
        ShopSetting::Holidays(_) => &[DerivedPart::DueDays, DerivedPart::Windows],
    }
}

impl Tx<'_> {
    /// Marks what follows from the rules that differ from those of `before`; everything if that cannot be
    /// read.
    pub(super) fn mark_changed_rules(&self, before: Option<&Shop>) {
        let rules = |shop: &Shop| {
            [
                ShopSetting::GraceDays(shop.grace_days),
                ShopSetting::ServiceLevel(shop.service_level),
                ShopSetting::DeliveryDays(shop.delivery_days),
                ShopSetting::Holidays(shop.holidays.clone()),
            ]
        };
        let now = self.shop().ok();
        for rule in before.or(now.as_ref()).map(rules).into_iter().flatten() {
            if !now.as_ref().is_some_and(|now| before.is_some() && rule.is_of(now)) {
                self.mark_parts_dirty(parts_of(&rule).iter().copied());
            }
        }
    }

    /// Returns whether there is any product, any customer, any jar and any reading.
    pub fn has_begun(&self) -> Result<[bool; 4]> {
        let sql = "SELECT EXISTS (SELECT 1 FROM product), EXISTS (SELECT 1 FROM customer),
                          EXISTS (SELECT 1 FROM jar), EXISTS (SELECT 1 FROM reading)";
        let begun = self
            .conn
            .prepare_cached(sql)?
            .query_row([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
        Ok(begun)
    }

    /// Returns the shop and its rules.
    pub fn shop(&self) -> Result<Shop> {
        let mut shop = self.conn.query_row(
            "SELECT name, currency, language, service_level, grace_days, delivery_days, carry, date_order, rules_off, credit_limit,
                    address, phone, payment_qr, ageing, methods, reminders, tickets_valid,
                    complaint_kinds
             FROM shop",
            [],
            |row| {
                let (language, service): (Option<String>, u16) =
                    (row.get("language")?, row.get("service_level")?);
                let order: Option<String> = row.get("date_order")?;
                Ok(Shop {
                    name: row.get("name")?,
                    currency: parsed(row, "currency", Currency::from_code)?,
                    language: language.as_deref().and_then(Language::from_tag),
                    service_level: ServiceLevel::from_thousandths(service)
                        .unwrap_or(ServiceLevel::DEFAULT),
                    grace_days: row.get("grace_days")?,
                    delivery_days: Weekdays::from_bits(row.get("delivery_days")?)
                        .unwrap_or_default(),
                    holidays: Default::default(),
                    areas: Vec::new(),
                    daily_capacity: row.get("carry")?,
                    date_order: order.as_deref().and_then(DateOrder::from_key),
                    rules_off: parsed(row, "rules_off", parse_rules)?,
                    credit_limit: row.get("credit_limit")?,
                    contact: ShopContact {
                        address: row.get("address")?,
                        phone: row.get("phone")?,
                        payment_qr: row.get("payment_qr")?,
                    },
                    ageing: parsed(row, "ageing", AgeLimits::parse)?,
                    methods: parts_in(&row.get::<_, String>("methods")?),
                    reminders: parsed(row, "reminders", ReminderSteps::parse)?,
                    tickets_valid: row.get("tickets_valid")?,
                    complaint_kinds: parts_in(&row.get::<_, String>("complaint_kinds")?),
                })
            },
        )?;
        let mut holidays =
            self.conn.prepare_cached("SELECT day, name FROM holiday ORDER BY day")?;
        shop.holidays =
            readable(holidays.query_map([], |row| Ok((day(row, "day")?, row.get("name")?)))?)?;
        let mut areas = self.conn.prepare_cached("SELECT name FROM area ORDER BY position, id")?;
        shop.areas = readable(areas.query_map([], |row| row.get(0))?)?;
        if shop.delivery_days.is_empty() {
            return damaged("shop.delivery_days");
        }
        Ok(shop)
    }

    /// Writes one rule of the shop.
    pub fn set_shop(&self, setting: &ShopSetting) -> Result<()> {
        // A rule that is set again as it was moves nothing.
        if !self.shop().is_ok_and(|shop| setting.is_of(&shop)) {
            self.mark_parts_dirty(parts_of(setting).iter().copied());
        }
        let set = |column: &str, value: &dyn rusqlite::ToSql| -> Result<()> {
            self.keep_rows("shop", "true", [])?;
            Ok(self.conn.execute(&format!("UPDATE shop SET {column} = ?1"), [value]).map(drop)?)
        };
        match setting {
            ShopSetting::Name(name) => set("name", name)?,
            ShopSetting::Currency(currency) => set("currency", &currency.code())?,
            ShopSetting::Language(language) => set("language", &language.map(Language::tag))?,
            ShopSetting::ServiceLevel(level) => set("service_level", &level.thousandths())?,
            ShopSetting::GraceDays(days) => set("grace_days", days)?,
            ShopSetting::DeliveryDays(days) => set("delivery_days", &days.bits())?,
            ShopSetting::DailyCapacity(carry) => set("carry", carry)?,
            ShopSetting::DateOrder(order) => set("date_order", &order.map(DateOrder::key))?,
            ShopSetting::RulesOff(rules) => set("rules_off", &rules_text(rules))?,
            ShopSetting::CreditLimit(limit, _) => set("credit_limit", limit)?,
            ShopSetting::Address(address) => set("address", address)?,
            ShopSetting::Phone(phone) => set("phone", phone)?,
            ShopSetting::PaymentQr(text) => set("payment_qr", text)?,
            ShopSetting::Ageing(limits) => set("ageing", &limits.to_string())?,
            ShopSetting::Methods(methods) => set("methods", &methods.join(";"))?,
            ShopSetting::Reminders(steps) => set("reminders", &steps.to_string())?,
            ShopSetting::TicketsValid(days) => set("tickets_valid", days)?,
            ShopSetting::ComplaintKinds(kinds) => set("complaint_kinds", &kinds.join(";"))?,
            ShopSetting::Holidays(holidays) => {
                // Without a condition, the engine would not report the rows.
                self.keep_rows("holiday", "true", [])?;
                self.conn.execute("DELETE FROM holiday WHERE true", [])?;
                let mut insert =
                    self.conn.prepare_cached("INSERT INTO holiday (day, name) VALUES (?1, ?2)")?;
                for (day, name) in holidays {
                    insert.execute(params![Iso(*day), name])?;
                }
            }
            ShopSetting::Areas(areas) => {
                self.keep_rows("area", "true", [])?;
                self.conn.execute("DELETE FROM area WHERE true", [])?;
                let mut insert = self
                    .conn
                    .prepare_cached("INSERT INTO area (name, position) VALUES (?1, ?2)")?;
                for (position, name) in (1_i64..).zip(areas) {
                    insert.execute(params![name, position])?;
                }
            }
        }
        Ok(())
    }

    /// Returns whether any amount of money is recorded: an entry of a tab, or a product.
    pub fn any_amount(&self) -> Result<bool> {
        Ok(self.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM product)
                OR EXISTS (SELECT 1 FROM shop WHERE credit_limit IS NOT NULL)",
            [],
            |row| row.get(0),
        )?)
    }
}
