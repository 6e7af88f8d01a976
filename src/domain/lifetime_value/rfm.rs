//! RFM quintiles: customers ranked by the day of their last purchase (recency), the number of their repeat purchases
//! (frequency) and the money they spent (monetary).

use super::PurchaseRecord;

/// The quintiles of a customer, from 1 to 5; 5 is the best fifth of the shop.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RfmScore {
    /// Quintile by the day of the last purchase.
    pub recency: u8,
    /// Quintile by the number of repeat purchases.
    pub frequency: u8,
    /// Quintile by the money spent.
    pub monetary: u8,
}

/// Number of classes.
const CLASSES: usize = 5;

/// Returns the score of each customer, in their order; customers with the same figure are ranked in that order too.
pub fn scores(records: &[PurchaseRecord]) -> Vec<RfmScore> {
    let recency = quintiles(records, |one| one.last);
    let frequency = quintiles(records, |one| one.purchases);
    let monetary = quintiles(records, |one| one.total.revenue);
    let all = recency.into_iter().zip(frequency).zip(monetary);
    all.map(|((recency, frequency), monetary)| RfmScore { recency, frequency, monetary }).collect()
}

/// Returns ceil(5 rank / n) of each record.
fn quintiles<K: Ord>(records: &[PurchaseRecord], figure: impl Fn(&PurchaseRecord) -> K) -> Vec<u8> {
    let mut ranked: Vec<(K, usize)> = records.iter().map(figure).zip(0..).collect();
    ranked.sort_unstable();
    let class = |(rank, (_, place)): (usize, (K, usize))| {
        let class = ((rank + 1) * CLASSES).div_ceil(records.len());
        (place, u8::try_from(class).unwrap_or(u8::MAX))
    };
    let mut classes: Vec<(usize, u8)> = ranked.into_iter().enumerate().map(class).collect();
    classes.sort_unstable();
    classes.into_iter().map(|(_, class)| class).collect()
}
