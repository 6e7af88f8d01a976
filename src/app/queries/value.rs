//! Customer value, 20/80 and churn: from all sales up to today, read in one pass.

use crate::app::{App, Result};
use crate::domain::Day;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::lifetime_value::{MoneyOf, PurchaseRecord, ValueModel, rfm_scores};
use crate::domain::views::{BuyerProfile, CustomerLabel, SalesSums};
use crate::reports::churn::by_money_at_risk;
use crate::reports::value::{GroupValue, GroupValues, ValueGroupName};
use crate::reports::{ChurnRow, Pareto, ValueBy, ValueReport, ValueRow};
use crate::store::Tx;
use std::collections::{BTreeMap, HashMap};

impl App {
    /// Returns the value of each customer, with the purchases that are expected in the next `weeks`.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn value(&self, weeks: u32, of: MoneyOf) -> Result<ValueReport> {
        let today = self.today();
        let buyers = self.store.read(|tx| buyers(tx, today))?;
        Ok(report(&buyers, today, weeks, of))
    }

    /// Returns the values of groups of customers, the most expected money first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn group_values(
        &self,
        by: ValueBy,
        weeks: u32,
        of: MoneyOf,
    ) -> Result<Vec<(ValueGroupName, GroupValue)>> {
        let today = self.today();
        self.store.read(|tx| {
            let buyers = buyers(tx, today)?;
            let parts = match by {
                ValueBy::Product => product_parts(tx, today)?,
                ValueBy::Customer | ValueBy::Area | ValueBy::Tag | ValueBy::Referrer => {
                    HashMap::new()
                }
            };
            let profiles: BTreeMap<_, _> =
                buyers.iter().map(|(profile, _)| (profile.who.id, profile)).collect();
            let mut groups = GroupValues::default();
            for row in report(&buyers, today, weeks, of).rows {
                let Some(profile) = profiles.get(&row.who.id) else { continue };
                let whole = |group: &str, name: &str| {
                    let (group, name) = (group.to_owned(), name.to_owned());
                    vec![(ValueGroupName { group, name }, row.record)]
                };
                let of_customer = match by {
                    ValueBy::Customer => whole(&row.who.code, &row.who.name),
                    ValueBy::Area => whole(&row.who.area, ""),
                    ValueBy::Tag if profile.tags.is_empty() => whole("", ""),
                    ValueBy::Tag => profile.tags.iter().flat_map(|tag| whole(tag, "")).collect(),
                    ValueBy::Referrer => {
                        let referrer = profile.referred_by.and_then(|id| profiles.get(&id));
                        let referrer = referrer.map(|one| (one.who.code.as_str(), &*one.who.name));
                        let (code, name) = referrer.unwrap_or_default();
                        whole(code, name)
                    }
                    ValueBy::Product => parts.get(&row.who.id).cloned().unwrap_or_default(),
                };
                for (group, part) in of_customer {
                    groups.add(group, of, &row, &part);
                }
            }
            Ok(groups.rows())
        })
    }

    /// Returns the customers of a period by the money that they brought.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn pareto(&self, of: MoneyOf, from: Day, until: Day) -> Result<Pareto> {
        let until = until.min(self.today());
        self.store.read(|tx| {
            let mut sums: HashMap<CustomerId, SalesSums> = HashMap::new();
            tx.each_sale(from, until, |sale| {
                *sums.entry(sale.customer).or_default() += (&sale).into();
            })?;
            let bought = |who: CustomerLabel| sums.get(&who.id).map(|sums| (who, *sums));
            Ok(Pareto::of(tx.all_labels()?.into_iter().filter_map(bought), of))
        })
    }

    /// Returns the customers whose next purchase is late by their own rhythm, the most money at risk first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn churn(&self, weeks: u32) -> Result<Vec<ChurnRow>> {
        let today = self.today();
        let buyers = self.store.read(|tx| buyers(tx, today))?;
        let model = fit(&buyers, today);
        let stay = buyers.iter().filter(|(profile, _)| !profile.has_left(today));
        let late = stay.filter_map(|(profile, record)| {
            ChurnRow::of(&profile.who, record, &model, (today, weeks))
        });
        let mut rows: Vec<_> = late.collect();
        by_money_at_risk(&mut rows);
        Ok(rows)
    }
}

/// Returns the customers who bought up to today, with their purchases, in the order of their identities.
fn buyers(tx: &Tx, today: Day) -> Result<Vec<(BuyerProfile, PurchaseRecord)>> {
    let mut records: HashMap<CustomerId, Option<PurchaseRecord>> = HashMap::new();
    tx.each_sale(Day::MIN, today, |sale| {
        PurchaseRecord::add(records.entry(sale.customer).or_default(), &sale);
    })?;
    let mut buyers = Vec::with_capacity(records.len());
    tx.each_buyer(|profile| {
        if let Some(record) = records.remove(&profile.who.id).flatten() {
            buyers.push((profile, record));
        }
    })?;
    Ok(buyers)
}

/// Returns the purchases of each customer of each product, with the product's name.
fn product_parts(
    tx: &Tx,
    today: Day,
) -> Result<HashMap<CustomerId, Vec<(ValueGroupName, PurchaseRecord)>>> {
    let mut records: BTreeMap<(CustomerId, ProductId), Option<PurchaseRecord>> = BTreeMap::new();
    tx.each_sale(Day::MIN, today, |sale| {
        PurchaseRecord::add(records.entry((sale.customer, sale.product)).or_default(), &sale);
    })?;
    let products = tx.products()?.into_iter().map(|(product, _)| (product.id, product.name));
    let names: HashMap<ProductId, String> = products.collect();
    let mut parts: HashMap<CustomerId, Vec<_>> = HashMap::new();
    for ((customer, product), record) in records {
        if let (Some(record), Some(group)) = (record, names.get(&product)) {
            let group = ValueGroupName { group: group.clone(), name: String::new() };
            parts.entry(customer).or_default().push((group, record));
        }
    }
    Ok(parts)
}

/// Fits the models to the purchases of all customers, also of those who have left.
fn fit(buyers: &[(BuyerProfile, PurchaseRecord)], today: Day) -> ValueModel {
    let records: Vec<_> = buyers.iter().map(|(_, record)| *record).collect();
    ValueModel::fit(&records, today)
}

fn report(
    buyers: &[(BuyerProfile, PurchaseRecord)],
    day: Day,
    weeks: u32,
    of: MoneyOf,
) -> ValueReport {
    let model = fit(buyers, day);
    let stay = buyers.iter().filter(|(profile, _)| !profile.has_left(day));
    let (profiles, records): (Vec<_>, Vec<PurchaseRecord>) =
        stay.map(|(profile, record)| (profile, *record)).unzip();
    let scores = rfm_scores(&records);
    let rows = profiles.iter().zip(records).zip(scores).map(|((profile, record), rfm)| ValueRow {
        who: profile.who.clone(),
        expected: model.expect(&record, day, weeks),
        record,
        rfm,
    });
    let mut report = ValueReport { day, weeks, model, rows: rows.collect() };
    report.sort(of);
    report
}
