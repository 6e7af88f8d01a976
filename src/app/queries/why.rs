//! Why a jar is forecast as it is.

use super::ticket::ticket_balances;
use crate::app::derived::DerivedRefresher;
use crate::app::planning::stop_rules;
use crate::app::prices::unit_prices;
use crate::app::{App, Result, find};
use crate::domain::Day;
use crate::domain::forecast::Interval;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::refusal::Refusal;
use crate::domain::shop::Shop;
use crate::domain::views::JarRow;
use crate::domain::visit_days::VisitDays;
use crate::reports::{ForecastExplanation, VisitExplanation};
use crate::store::Tx;

impl App {
    /// Explains the forecast of one jar of a customer, or of all.
    ///
    /// # Errors
    /// If there is no such customer or jar.
    pub fn explain(
        &self,
        customer: CustomerId,
        product: Option<ProductId>,
    ) -> Result<Vec<ForecastExplanation>> {
        let products = match product {
            Some(product) => vec![product],
            None => {
                let jars = self.customer_page(customer)?.jars;
                jars.into_iter().map(|jar| jar.jar.product).collect()
            }
        };
        products.into_iter().map(|product| self.why(customer, product)).collect()
    }

    /// Explains the forecast of a customer's jar of a product.
    ///
    /// # Errors
    /// If there is no such jar.
    pub fn why(&self, customer: CustomerId, product: ProductId) -> Result<ForecastExplanation> {
        let day = self.today();
        self.store.read(|tx| {
            let (customer, product) = (find::customer(tx, customer)?, find::product(tx, product)?);
            let no_jar =
                || Refusal::NoJar { name: customer.name.clone(), product: product.name.clone() };
            let jar = tx.jar_of(customer.id, product.id)?.ok_or_else(no_jar)?;
            let row = tx.jar_row(jar.id)?;
            let shop = tx.shop()?;
            let foreseen = DerivedRefresher::new(tx, &shop)?.forecast(&customer, &jar)?;
            let visit = match &row {
                Some(row) => visit(tx, &shop, row, day)?,
                None => None,
            };
            let is_silent = match (&row, &visit) {
                (Some(row), Some(visit)) if visit.planned.is_none() => {
                    tx.is_silent_about(row.jar, day)?
                }
                (Some(_) | None, _) => false,
            };
            let seen = row.as_ref().filter(|row| row.seen);
            let read_and_brought = match seen {
                Some(row) => {
                    let brought = tx.brought_to(&jar, row.anchor)?;
                    let read = tx.level_read(jar.id, row.anchor)?;
                    read.filter(|_| brought.is_positive()).map(|read| (read, brought))
                }
                None => None,
            };
            let tickets = ticket_balances(tx, customer.id, day)?;
            let tickets = tickets.into_iter().find(|balance| balance.product == product.id);
            let since = row.as_ref().map_or(day, |row| row.anchor);
            let mut away = tx.times_away(customer.id)?;
            away.retain(|away| away.period.to >= since);
            let delivered_on = visit.as_ref().map_or(day, |visit| visit.on);
            let prices = unit_prices(tx, customer.id, &product, delivered_on)?;
            Ok(ForecastExplanation {
                prices,
                who: (&customer).into(),
                household: tx.household_on(&customer, day)?,
                level: row.as_ref().map(|row| row.level_on(day)),
                seen_by: seen
                    .map(|row| tx.seen_by(jar.id, row.anchor))
                    .transpose()?
                    .unwrap_or_default(),
                read_and_brought,
                similar: foreseen.as_ref().map_or(0.0, |foreseen| foreseen.jar.similar),
                weeks_brought: foreseen
                    .as_ref()
                    .map_or(0, |foreseen| weeks_brought(&foreseen.jar.intervals)),
                parts: foreseen.map(|foreseen| foreseen.jar.parts).unwrap_or_default(),
                product,
                jar,
                row,
                away,
                tickets,
                day,
                visit,
                is_silent,
            })
        })
    }
}

/// Explains the next visit to a jar: the one that is planned, or else the one that is
/// proposed; `None` during a skip.
fn visit(tx: &Tx, shop: &Shop, row: &JarRow, today: Day) -> Result<Option<VisitExplanation>> {
    let (customer, product) = (row.who.id, row.goods.product);
    let open = tx.open_deliveries(customer)?;
    let brings = open.iter().filter(|one| one.lines.iter().any(|line| line.product == product));
    let planned = brings.map(|one| one.planned_for).min();
    let is_skipped = row.skip.as_ref().is_some_and(|skip| today < skip.ends());
    if planned.is_none() && is_skipped {
        return Ok(None);
    }
    let rules = stop_rules(tx, shop, std::iter::once(customer))?;
    let away = rules.visit(customer, today).away;
    let visits = VisitDays { shop, weekdays: row.weekdays, away };
    let proposed = || Some(visits.proposed_for(row.latest?, today));
    let Some(on) = planned.map(|planned| planned.max(today)).or_else(proposed) else {
        return Ok(None);
    };
    let visit = rules.visit(customer, on);
    Ok(Some(VisitExplanation::of(&row.state(), &visit, planned, today)))
}

/// Returns the weeks of the intervals between levels that nobody weighed.
fn weeks_brought(intervals: &[Interval]) -> u32 {
    let unsure = intervals.iter().filter(|interval| interval.unsure > 0.0);
    let days: i64 = unsure.map(|interval| (interval.to - interval.from).num_days()).sum();
    u32::try_from(days / 7).unwrap_or(u32::MAX)
}
