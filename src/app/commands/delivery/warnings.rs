//! Warnings about the day of a delivery: nobody can come or is there, the goods are not wanted, or it is too late.

use crate::app::{Result, SideNote};
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::day::Weekdays;
use crate::domain::id::ProductId;
use crate::domain::views::JarRow;
use crate::domain::visit_days::{VisitDays, everybody_away};
use crate::store::Tx;

/// Returns the warnings about a day on which a delivery cannot be made: the shop does not deliver, the customer takes
/// deliveries on other weekdays, or nobody of the household is there.
pub(super) fn day_warnings(
    tx: &Tx,
    customer: &Customer,
    on: Day,
    today: Day,
) -> Result<Vec<SideNote>> {
    let shop = tx.shop()?;
    let mut notes = Vec::new();
    if on >= today && !shop.delivers_on(on, Weekdays::default()) {
        let holiday = shop.holidays.get(&on).cloned().unwrap_or_default();
        notes.push(SideNote::DayOff { day: on, holiday });
    } else if on >= today && !shop.delivers_on(on, customer.weekdays) {
        let (name, weekdays) = (customer.name.clone(), customer.weekdays);
        notes.push(SideNote::NotTheirDay { name, day: on, weekdays });
    }
    let away =
        everybody_away(&tx.times_away(customer.id)?).into_iter().find(|away| away.contains(on));
    let name = || customer.name.clone();
    notes.extend(away.map(|away| SideNote::NobodyThere { name: name(), away }));
    Ok(notes)
}

/// Returns a warning for each of these products that the customer does not want on a day, and for each whose jar is
/// likely empty before, unless there is no earlier day on which it could be filled.
pub(super) fn jar_warnings(
    tx: &Tx,
    customer: &Customer,
    products: &[ProductId],
    (on, today): (Day, Day),
) -> Result<Vec<SideNote>> {
    let (shop, away) = (tx.shop()?, everybody_away(&tx.times_away(customer.id)?));
    let visits = VisitDays { shop: &shop, weekdays: customer.weekdays, away: &away };
    let mut rows = tx.jar_rows_of(customer.id)?;
    rows.retain(|row| products.contains(&row.goods.product));
    let skipped = |row: &JarRow| {
        let until = row.skip_on(on)?.until;
        Some(SideNote::SkippedThen { product: row.goods.name.clone(), until })
    };
    let mut notes: Vec<SideNote> = rows.iter().filter_map(skipped).collect();
    if on > visits.first_from(today) {
        let late = rows.into_iter().filter(|row| row.likely < on);
        let note =
            |row: JarRow| SideNote::PlannedTooLate { product: row.goods.name, likely: row.likely };
        notes.extend(late.map(note));
    }
    Ok(notes)
}
