//! The debts of the shop by age, as of any day, by due day or by the day of the charge, in all or by area.

use std::collections::BTreeMap;

use crate::app::accounts::each_balance_on;
use crate::app::{App, Error, Result};
use crate::domain::ageing::AgeingBasis;
use crate::domain::search_key::fold;
use crate::domain::settlement::open_debts;
use crate::domain::views::TabRow;
use crate::reports::AgeingRow;
use crate::reports::ageing::AgeTally;

/// The customers whose debts are reported, and how they are grouped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AgeingScope {
    /// All customers, in one group.
    WholeShop,
    /// All customers, in a group for each area.
    EachArea,
    /// The customers of one area.
    Area(String),
}

impl App {
    /// Returns the debts by age as they stood today, with the ages that the shop has set; areas in walking order.
    pub fn ageing(&self, basis: AgeingBasis, scope: &AgeingScope) -> Result<Vec<AgeingRow>> {
        let day = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let ages = shop.ageing.ages(basis);
            let place = |area: &str| {
                let at = shop.areas.iter().position(|one| one == area);
                (area.is_empty(), at.unwrap_or(usize::MAX), area.to_owned())
            };
            let mut groups: BTreeMap<_, AgeTally> = BTreeMap::new();
            if let AgeingScope::WholeShop = scope {
                groups.insert(Default::default(), AgeTally::new(&ages));
            }
            let mut add = |row: &TabRow| {
                let group = match scope {
                    AgeingScope::WholeShop => Default::default(),
                    AgeingScope::EachArea => place(&row.who.area),
                    AgeingScope::Area(area) if fold(area) == fold(&row.who.area) => {
                        place(&row.who.area)
                    }
                    AgeingScope::Area(_) => return Ok(()),
                };
                let tally = groups.entry(group).or_insert_with(|| AgeTally::new(&ages));
                let balance = row.standing.balance;
                match basis {
                    AgeingBasis::Due => tally.add(balance, &row.standing.open, day),
                    // The newest entries that reach the balance: a few of the index, however long the tab is.
                    AgeingBasis::Delivery => {
                        let debts = tx.with_newest_entries((row.who.id, Some(day)), |entries| {
                            open_debts(entries, balance).collect::<Vec<_>>()
                        })?;
                        tally.add(balance, &debts, day);
                    }
                }
                Ok::<_, Error>(())
            };
            each_balance_on(tx, &shop, day, &mut add)?;
            let rows = groups.into_iter().flat_map(|((_, _, area), tally)| {
                let area = (*scope != AgeingScope::WholeShop).then_some(area);
                tally.rows(area)
            });
            Ok(rows.collect())
        })
    }
}
