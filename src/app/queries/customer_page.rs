//! The customer page, read in one moment.

use super::ticket::ticket_balances;
use crate::app::accounts::{account_on, accounts_on};
use crate::app::prices::{prices_on, unit_prices};
use crate::app::trust::trust_score;
use crate::app::{App, Result, find};
use crate::domain::id::CustomerId;
use crate::domain::lifetime_value::PurchaseRecord;
use crate::domain::views::DeliveryFilter;
use crate::reports::CustomerPage;
use crate::reports::customer_page::PageJar;
use std::collections::BTreeMap;

/// Maximum number of past rows of each kind on a page.
const NEWEST: usize = 50;

impl App {
    /// Returns everything about one customer.
    ///
    /// # Errors
    /// If there is no such customer, or the file cannot be read.
    pub fn customer_page(&self, id: CustomerId) -> Result<CustomerPage> {
        let day = self.today();
        self.store.read(|tx| {
            let customer = find::customer(tx, id)?;
            let shop = tx.shop()?;
            let referred_by = customer.referred_by.map(|id| tx.customer(id)).transpose()?.flatten();
            let mut forecasts: BTreeMap<_, _> =
                prices_on(tx, day, accounts_on(tx, day, tx.jar_rows_of(id)?)?)?
                    .into_iter()
                    .map(|row| (row.jar, row))
                    .collect();
            let mut jars = Vec::new();
            for jar in tx.jars_of(id)? {
                let product = find::product(tx, jar.product)?;
                let forecast = forecasts.remove(&jar.id);
                let level = forecast.as_ref().map(|row| row.level_on(day));
                jars.push(PageJar {
                    jar,
                    prices: unit_prices(tx, id, &product, day)?,
                    checklist: product.door_checklist(),
                    container: product.container,
                    product: product.name,
                    unit: product.unit,
                    forecast,
                    level,
                });
            }
            let (been_away, away) =
                tx.times_away(id)?.into_iter().partition(|away| away.period.to < day);
            let filter = DeliveryFilter { customer: Some(id), ..DeliveryFilter::default() };
            let all = prices_on(tx, day, accounts_on(tx, day, tx.delivery_rows(&filter)?)?)?;
            let (planned, mut delivered): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|row| row.closed_on.is_none());
            let purchases = PurchaseRecord::of(delivered.iter().flat_map(|row| row.sales(day)));
            delivered.reverse();
            delivered.truncate(NEWEST);
            let mut entries = tx.entries_of(id)?;
            let standing = account_on(tx, day, id)?;
            entries.retain(|entry| entry.on <= day);
            entries.reverse();
            entries.truncate(NEWEST);
            Ok(CustomerPage {
                day,
                household: tx.household_on(&customer, day)?,
                referred_by: referred_by.as_ref().map(Into::into),
                record: standing.record_on(day),
                standing,
                held: tx.held_on(id, day)?,
                tickets: ticket_balances(tx, id, day)?,
                trust: trust_score(tx, id, day)?,
                purchases,
                promised: tx.standings_of(&[id])?.into_iter().find_map(|row| row.promised),
                jars,
                paydays: customer.payday.next(day, &shop.days_off(), 3),
                away,
                been_away,
                containers: tx.holdings_of(id, day)?,
                container_kinds: tx.containers()?,
                prices: tx.price_rows(None, Some(id), Some(day))?,
                complaints: tx.complaint_rows(Some(id))?,
                skips: tx.skip_rows(Some(id), day)?,
                changes: tx.household_changes(id)?,
                planned,
                delivered,
                entries,
                goods: tx.delivered_goods(id)?,
                contacts: tx.contacts_with(id, NEWEST as u32)?,
                readings: tx.readings_of(id, NEWEST as u32)?,
                closed: tx.closed_follow_ups_of(id, NEWEST as u32)?,
                follow_ups: accounts_on(tx, day, tx.open_follow_ups_of(id)?)?,
                customer,
            })
        })
    }
}
