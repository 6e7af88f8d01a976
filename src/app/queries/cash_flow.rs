//! The cash calendar of the coming weeks.

use crate::app::accounts::{PAGE, accounts_on};
use crate::app::prices::prices_on;
use crate::app::{App, Result};
use crate::domain::day::DaysOff;
use crate::domain::id::CustomerId;
use crate::domain::price::PriceBook;
use crate::domain::query::TabQuery;
use crate::domain::shop::Shop;
use crate::domain::views::TabRow;
use crate::domain::{Day, Money};
use crate::reports::cash_flow::{ExpectedDebt, Payer, WEEK};
use crate::reports::{Buying, CashFlow};
use crate::store::Tx;
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};

/// Charges of deliveries to come, by customer: their days and amounts.
type ComingCharges = BTreeMap<CustomerId, Vec<(Day, Money)>>;

impl App {
    /// Returns the money that is expected in so many weeks, and the cost of what has to be bought in them.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn cash_flow(&self, weeks: u16) -> Result<CashFlow> {
        let (today, owing) = (self.today(), self.tabs_in(&TabQuery::default())?);
        self.store.read(|tx| {
            self.looked_at.cash_flow.get(tx, (today, weeks), |_| read(tx, (today, weeks), owing))
        })
    }
}

fn read(tx: &Tx, (today, weeks): (Day, u16), owing: Vec<CustomerId>) -> Result<CashFlow> {
    let days = u64::from(weeks.max(1)) * WEEK;
    let until = today.checked_add_days(Days::new(days - 1)).unwrap_or(today);
    let mut charges = planned_charges(tx, (today, until))?;
    let mut buying = Buying::new(today, u16::try_from(days).unwrap_or(u16::MAX));
    tx.each_promised(until, |product, on, quantity| buying.promise(product, on, quantity))?;
    let prices = PriceBook::new(tx.all_prices()?);
    tx.each_jar_to_buy_for(today, |jar| {
        buying.add(jar);
        let lots = jar.lots(today, days as usize).map(|day| {
            let on = today + Days::new(day as u64);
            let prices = prices.on(on, (jar.customer, jar.product), jar.prices.clone());
            (on, jar.usual.times(prices.of(jar.usual)))
        });
        charges.entry(jar.customer).or_default().extend(lots);
    })?;
    let customers = owing.into_iter().chain(charges.keys().copied()).collect();
    let payers = payers(tx, (today, until), &customers, &charges)?;
    Ok(CashFlow::new(today, weeks, &payers, &buying.costs(&tx.products()?)))
}

/// Returns the charges of the deliveries that are planned until a day; what is late is expected today.
fn planned_charges(tx: &Tx, (today, until): (Day, Day)) -> Result<ComingCharges> {
    let mut charges = ComingCharges::new();
    for row in prices_on(tx, today, tx.open_delivery_rows(until)?)? {
        let goods = row.lines.iter().map(|line| &line.goods);
        let amounts = goods.map(|goods| goods.quantity.times(goods.prices.of(goods.quantity)));
        let charge = (row.planned_for.max(today), amounts.sum());
        charges.entry(row.who.id).or_default().push(charge);
    }
    Ok(charges)
}

/// Returns what these customers owe and will owe, with their paydays until a day.
fn payers(
    tx: &Tx,
    days: (Day, Day),
    customers: &BTreeSet<CustomerId>,
    charges: &ComingCharges,
) -> Result<Vec<Payer>> {
    let (shop, mut payers) = (tx.shop()?, Vec::with_capacity(customers.len()));
    let days_off = shop.days_off();
    let customers: Vec<CustomerId> = customers.iter().copied().collect();
    for page in customers.chunks(PAGE) {
        for row in accounts_on(tx, days.0, tx.standings_of(page)?)? {
            let charges = charges.get(&row.who.id).map(Vec::as_slice).unwrap_or_default();
            payers.push(payer(&row, charges, days, (&shop, &days_off)));
        }
    }
    Ok(payers)
}

fn payer(
    row: &TabRow,
    charges: &[(Day, Money)],
    (today, until): (Day, Day),
    (shop, days_off): (&Shop, &DaysOff),
) -> Payer {
    let due_day = |on| shop.due_day(&row.payday, on, days_off);
    let open = row.standing.open.iter().map(|&(due, amount)| ExpectedDebt { due, amount });
    let mut debts: Vec<ExpectedDebt> = open.collect();
    // What was paid ahead pays for the next goods.
    let mut credit = (-row.standing.balance).max(Money::ZERO);
    for (on, amount) in charges {
        let paid = credit.min(*amount);
        credit -= paid;
        debts.push(ExpectedDebt { due: due_day(*on), amount: *amount - paid });
    }
    debts.retain(|debt| debt.amount.is_positive());
    debts.sort_by_key(|debt| debt.due);
    let mut paydays = row.payday.next(today, days_off, (until - today).num_days() as usize + 1);
    if paydays.is_empty() {
        paydays = today.iter_weeks().take_while(|day| *day <= until).collect();
    }
    paydays.retain(|payday| *payday <= until);
    Payer { debts, promised: row.promised, record: row.standing.record_on(today), paydays }
}
