//! The derived rows: what is found, what is owed, and when jars run out, as it follows from the
//! rest.

use super::super::Result;
use super::values::{Iso, StableNameText, day, maybe_day, parsed};
use super::{Tx, optional};
use crate::domain::credit_limit::CreditLimit;
use crate::domain::customer::Customer;
use crate::domain::day::{iso, read_iso};
use crate::domain::forecast::JarForecast;
use crate::domain::id::{CustomerId, JarId, ProductId};
use crate::domain::jar::Strategy;
use crate::domain::payment_record::{PaymentHistory, PaymentRecord};
use crate::domain::search_key;
use crate::domain::skip::SkipNote;
use crate::domain::views::{AccountStatus, JarWindow};
use crate::domain::{Day, Money};
use rusqlite::{Row, named_params, params};
use std::collections::BTreeSet;

/// The columns of a standing, for a query that names the table `standing`.
pub(super) const STANDING: &str =
    "standing.balance, standing.open, standing.last_delivery, standing.last_contact,
    coalesce((SELECT debt_limit FROM customer WHERE customer.id = standing.customer_id),
             (SELECT credit_limit FROM shop)) AS credit_limit,
    standing.settled_times, standing.settled_on_time, standing.settled_late_days, standing.first_entry";

/// Returns the standing in the columns from `first` on.
pub(super) fn standing(row: &Row, first: usize) -> rusqlite::Result<AccountStatus> {
    Ok(AccountStatus {
        balance: row.get(first)?,
        open: parsed(row, first + 1, open_debts)?,
        last_delivery: maybe_day(row, first + 2)?,
        last_contact: maybe_day(row, first + 3)?,
        limit: row
            .get::<_, Option<Money>>(first + 4)?
            .and_then(|limit| CreditLimit::from_stored(limit).amount()),
        history: PaymentHistory {
            settled: PaymentRecord {
                times: row.get(first + 5)?,
                on_time: row.get(first + 6)?,
                late_days: row.get(first + 7)?,
            },
            since: maybe_day(row, first + 8)?,
        },
    })
}

/// Returns the telephone numbers of a customer as they are compared, without those that hold no digit.
pub(super) fn compared_phones(phones: &[String]) -> BTreeSet<String> {
    phones.iter().map(|phone| search_key::phone_key(phone)).filter(|key| !key.is_empty()).collect()
}

/// Parses what is open of a customer's debts by due day.
pub(super) fn open_debts(text: &str) -> std::result::Result<Vec<(Day, Money)>, ()> {
    let debt = |pair: &str| {
        let (due, amount) = pair.split_once(':')?;
        Some((read_iso(due).ok()?, Money::from_minor(amount.parse().ok()?)))
    };
    text.split_terminator(' ').map(|pair| debt(pair).ok_or(())).collect()
}

/// Returns the text that [`open_debts`] parses.
fn open_text(standing: &AccountStatus) -> String {
    let debt = |(due, open): &(Day, Money)| format!("{}:{}", iso(*due), open.minor());
    standing.open.iter().map(debt).collect::<Vec<_>>().join(" ")
}

impl Tx<'_> {
    /// Returns a page of customers: at most `most` after `after`, ordered by identity.
    pub fn customer_ids_after(&self, after: CustomerId, most: u32) -> Result<Vec<CustomerId>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM customer WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let ids = statement.query_map(params![after, most], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers who have a jar of the product.
    pub fn customers_with_jar_of(&self, product: ProductId) -> Result<Vec<CustomerId>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT customer_id FROM jar WHERE product_id = ?1 ORDER BY 1")?;
        let ids = statement.query_map([product], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes on which days the open debts of a customer fall due, and how the others were paid.
    pub fn put_due_days(&self, customer: CustomerId, standing: &AccountStatus) -> Result<()> {
        self.conn
            .prepare_cached(
                "UPDATE standing SET open = ?2, oldest_due = ?3 WHERE customer_id = ?1",
            )?
            .execute(params![customer, open_text(standing), standing.oldest_due().map(Iso)])?;
        self.put_payment_history(customer, &standing.history)
    }

    /// Writes how the debts of a customer were paid that are settled.
    pub fn put_payment_history(
        &self,
        customer: CustomerId,
        history: &PaymentHistory,
    ) -> Result<()> {
        let PaymentHistory { settled, since } = *history;
        self.conn
            .prepare_cached(
                "UPDATE standing SET settled_times = ?2, settled_on_time = ?3, settled_late_days = ?4,
                        first_entry = ?5
                  WHERE customer_id = ?1",
            )?
            .execute(params![
                customer,
                settled.times,
                settled.on_time,
                settled.late_days,
                since.map(Iso)
            ])?;
        Ok(())
    }

    /// Returns a page of the stored windows of jars: at most `most` after one, by customer and jar.
    pub fn windows_after(
        &self,
        (customer, jar): (CustomerId, JarId),
        most: u32,
    ) -> Result<Vec<JarWindow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT forecast.customer_id, forecast.jar_id, jar.strategy, anchor, safe, latest,
                    skipped_until, skip_reason, likely
               FROM forecast JOIN jar ON jar.id = forecast.jar_id
              WHERE (forecast.customer_id, forecast.jar_id) > (?1, ?2)
              ORDER BY forecast.customer_id, forecast.jar_id LIMIT ?3",
        )?;
        let windows = statement.query_map(params![customer, jar, most], |row| {
            Ok(JarWindow {
                customer: row.get(0)?,
                jar: row.get(1)?,
                strategy: parsed(row, 2, Strategy::parse)?,
                anchor: day(row, 3)?,
                likely: day(row, 8)?,
                safe: day(row, 4)?,
                latest: maybe_day(row, 5)?,
                skip: match maybe_day(row, 6)? {
                    Some(until) => Some(SkipNote { until, reason: row.get(7)? }),
                    None => None,
                },
            })
        })?;
        Ok(windows.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes the last safe day of a jar and the end of its window.
    pub fn put_window(&self, jar: JarId, safe: Day, latest: Option<Day>) -> Result<()> {
        self.conn
            .prepare_cached("UPDATE forecast SET safe = ?2, latest = ?3 WHERE jar_id = ?1")?
            .execute(params![jar, Iso(safe), latest.map(Iso)])?;
        Ok(())
    }

    /// Writes what a customer is found by.
    pub fn put_search(&self, customer: &Customer) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO search (code_key, customer_id, words) VALUES (?1, ?2, ?3)
                 ON CONFLICT (customer_id) DO UPDATE SET code_key = ?1, words = ?3
                 WHERE code_key <> ?1 OR words <> ?3",
            )?
            .execute(params![
                search_key::code_key(&customer.code),
                customer.id,
                search_key::search_text(customer)
            ])?;
        self.put_phones(customer)
    }

    /// Writes the telephone numbers of a customer as they are compared.
    fn put_phones(&self, customer: &Customer) -> Result<()> {
        let numbers = compared_phones(&customer.phones);
        let known = self.phones_of(customer.id)?;
        if known == numbers {
            return Ok(());
        }
        if !known.is_empty() {
            let delete = "DELETE FROM phone WHERE customer_id = ?1";
            self.conn.prepare_cached(delete)?.execute([customer.id])?;
        }
        let insert = "INSERT INTO phone (customer_id, number) VALUES (?1, ?2)";
        let mut insert = self.conn.prepare_cached(insert)?;
        for number in numbers {
            insert.execute(params![customer.id, number])?;
        }
        Ok(())
    }

    /// Returns the telephone numbers by which a customer is compared with others.
    pub(super) fn phones_of(&self, customer: CustomerId) -> Result<BTreeSet<String>> {
        let sql = "SELECT number FROM phone WHERE customer_id = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let numbers = statement.query_map([customer], |row| row.get(0))?;
        Ok(numbers.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes the standing of a customer, once the forecasts of their jars are written.
    pub fn put_standing(&self, customer: CustomerId, standing: &AccountStatus) -> Result<()> {
        let PaymentHistory { settled, since } = standing.history;
        self.conn
            .prepare_cached(
                "INSERT INTO standing (customer_id, balance, open, oldest_due, last_delivery, last_contact,
                        settled_times, settled_on_time, settled_late_days, first_entry, next_empty)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT min(likely) FROM forecast WHERE customer_id = ?1))
                 ON CONFLICT (customer_id) DO UPDATE
                 SET balance = excluded.balance, open = excluded.open, oldest_due = excluded.oldest_due,
                     last_delivery = excluded.last_delivery, last_contact = excluded.last_contact,
                     settled_times = excluded.settled_times, settled_on_time = excluded.settled_on_time,
                     settled_late_days = excluded.settled_late_days, first_entry = excluded.first_entry,
                     next_empty = excluded.next_empty",
            )?
            .execute(params![
                customer,
                standing.balance,
                open_text(standing),
                standing.oldest_due().map(Iso),
                standing.last_delivery.map(Iso),
                standing.last_contact.map(Iso),
                settled.times,
                settled.on_time,
                settled.late_days,
                since.map(Iso)
            ])?;
        Ok(())
    }

    /// Writes when the first of a customer's jars is likely empty, once their forecasts are
    /// written.
    pub fn put_next_empty(&self, customer: CustomerId) -> Result<()> {
        self.conn
            .prepare_cached(
                "UPDATE standing SET next_empty = (SELECT min(likely) FROM forecast WHERE customer_id = ?1)
                  WHERE customer_id = ?1",
            )?
            .execute([customer])?;
        Ok(())
    }

    /// Returns the standing of a customer as it was written last.
    pub fn standing(&self, customer: CustomerId) -> Result<Option<AccountStatus>> {
        let sql = format!("SELECT {STANDING} FROM standing WHERE customer_id = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([customer], |row| standing(row, 0)))
    }

    /// Returns the last day on which a delivery to the customer was done, and the last contact with
    /// them.
    pub fn last_days(&self, customer: CustomerId) -> Result<(Option<Day>, Option<Day>)> {
        let mut statement = self.conn.prepare_cached(
            "SELECT (SELECT day FROM delivery WHERE customer_id = ?1 AND stage = 'done'
                        AND NOT EXISTS (SELECT 1 FROM delivery_line WHERE delivery_id = delivery.id AND delivered < 0)
                      ORDER BY day DESC LIMIT 1) AS delivery,
                    (SELECT max(day) FROM contact WHERE customer_id = ?1) AS contact",
        )?;
        Ok(statement.query_row([customer], |row| {
            Ok((maybe_day(row, "delivery")?, maybe_day(row, "contact")?))
        })?)
    }

    /// Writes when a jar runs out, the window's end on a day on which we deliver, and the skip by which
    /// it is moved; without a forecast none is kept.
    pub fn put_forecast(
        &self,
        (jar, customer): (JarId, CustomerId),
        foreseen: Option<&JarForecast>,
        (latest, skip): (Option<Day>, Option<&SkipNote>),
    ) -> Result<()> {
        let Some(JarForecast { forecast, change, .. }) = foreseen else {
            self.conn.prepare_cached("DELETE FROM forecast WHERE jar_id = ?1")?.execute([jar])?;
            return Ok(());
        };
        self.conn
            .prepare_cached(
                "INSERT INTO forecast (jar_id, customer_id, anchor, level, seen, rate, source, intervals,
                        earliest, low, likely, high, safe, latest,
                        change_since, change_intervals, change_before, change_after,
                        skipped_until, skip_reason, level_sd, rate_spread, calculated)
                 VALUES (:jar, :customer, :anchor, :level, :seen, :rate, :source, :intervals,
                        :earliest, :low, :likely, :high, :safe, :latest,
                        :change_since, :change_intervals, :change_before, :change_after,
                        :skipped_until, :skip_reason, :level_sd, :rate_spread, :calculated)
                 ON CONFLICT (jar_id) DO UPDATE SET customer_id = :customer, anchor = :anchor, level = :level,
                        seen = :seen, rate = :rate, source = :source, intervals = :intervals,
                        earliest = :earliest, low = :low, likely = :likely, high = :high, safe = :safe,
                        latest = :latest, change_since = :change_since,
                        change_intervals = :change_intervals, change_before = :change_before,
                        change_after = :change_after, skipped_until = :skipped_until,
                        skip_reason = :skip_reason, level_sd = :level_sd, rate_spread = :rate_spread,
                        calculated = :calculated",
            )?
            .execute(named_params! {
                ":jar": jar,
                ":customer": customer,
                ":anchor": Iso(forecast.anchor),
                ":level": forecast.level,
                ":seen": forecast.seen,
                ":level_sd": forecast.level_sd,
                ":rate": forecast.rate,
                ":rate_spread": forecast.rate_spread,
                ":calculated": forecast.calculated,
                ":source": StableNameText(forecast.source),
                ":intervals": forecast.intervals,
                ":earliest": Iso(forecast.earliest),
                ":low": Iso(forecast.low),
                ":likely": Iso(forecast.likely),
                ":high": Iso(forecast.high),
                ":safe": Iso(forecast.safe),
                ":latest": latest.map(Iso),
                ":change_since": change.map(|change| Iso(change.since)),
                ":change_intervals": change.map(|change| change.intervals),
                ":change_before": change.map(|change| change.before),
                ":change_after": change.map(|change| change.after),
                ":skipped_until": skip.map(|skip| Iso(skip.until)),
                ":skip_reason": skip.map(|skip| &skip.reason),
            })?;
        Ok(())
    }
}
