//! A skip: goods that a customer does not want for a while. Until its day has passed they are neither
//! proposed nor late; their use goes on.

use super::day::Day;
use super::id::{CustomerId, ProductId, SkipId};
use chrono::Days;

/// One skip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Skip {
    /// Given by the store.
    pub id: SkipId,
    /// The customer.
    pub customer: CustomerId,
    /// The product; `None` stands for every jar of the customer.
    pub product: Option<ProductId>,
    /// The day on which it was said.
    pub on: Day,
    /// The last day without a proposal.
    pub until: Day,
    /// In the customer's words.
    pub reason: String,
}

/// A skip to be written down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewSkip {
    /// The customer.
    pub customer: CustomerId,
    /// The products; none stands for every jar of the customer.
    pub products: Vec<ProductId>,
    /// The day on which it was said.
    pub on: Day,
    /// The last day without a proposal.
    pub until: Day,
    /// In the customer's words.
    pub reason: String,
}

/// The end of a skip and its reason, as a jar shows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkipNote {
    /// The last day without a proposal.
    pub until: Day,
    /// In the customer's words.
    pub reason: String,
}

impl SkipNote {
    /// Returns the skip of a product that ends last, unless it ended before the jar was known last.
    pub fn of(skips: &[Skip], product: ProductId, anchor: Day) -> Option<Self> {
        let skips = skips.iter().filter(|skip| skip.product.is_none_or(|only| only == product));
        let last = skips.max_by_key(|skip| (skip.until, skip.id))?;
        let Skip { until, ref reason, .. } = *last;
        (until >= anchor).then(|| Self { until, reason: reason.clone() })
    }

    /// Returns the first day on which the goods are proposed again.
    pub fn ends(&self) -> Day {
        self.until.succ_opt().unwrap_or(self.until)
    }
}

/// When the goods of a cancelled delivery are proposed again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ProposeAgain {
    /// A week after the day of the delivery, or after today if that is later: a shop that is told
    /// *not this week* asks again in the next.
    #[default]
    NextWeek,
    /// When this day has passed.
    After(Day),
    /// As soon as the forecast asks for them.
    AsForecast,
}

impl ProposeAgain {
    /// Returns the last day without a proposal; `None` if the goods are proposed as ever.
    pub fn skipped_until(self, planned_for: Day, today: Day) -> Option<Day> {
        match self {
            Self::NextWeek => planned_for.max(today).checked_add_days(Days::new(6)),
            Self::After(day) => Some(day),
            Self::AsForecast => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or_default()
    }

    fn skip(product: Option<i64>, until: &str) -> Skip {
        Skip {
            id: SkipId::new(0),
            customer: CustomerId::new(1),
            product: product.map(ProductId::new),
            on: day("2026-03-20"),
            until: day(until),
            reason: until.to_owned(),
        }
    }

    #[test]
    fn the_skip_that_ends_last_counts_if_the_jar_was_not_seen_since() {
        let skips = [skip(None, "2026-03-27"), skip(Some(2), "2026-04-03")];
        let until = |product, anchor: &str| {
            let note = SkipNote::of(&skips, ProductId::new(product), day(anchor));
            note.map(|note| note.until)
        };
        assert_eq!(until(2, "2026-03-01"), Some(day("2026-04-03")));
        assert_eq!(until(1, "2026-03-01"), Some(day("2026-03-27")));
        assert_eq!(until(1, "2026-03-28"), None);
    }

    // B8
    #[test]
    fn a_cancelled_delivery_is_proposed_again_a_week_later() {
        let (friday, today) = (day("2026-03-27"), day("2026-03-26"));
        let until = |again: ProposeAgain| again.skipped_until(friday, today);
        assert_eq!(until(ProposeAgain::NextWeek), Some(day("2026-04-02")));
        assert_eq!(until(ProposeAgain::After(day("2026-05-01"))), Some(day("2026-05-01")));
        assert_eq!(until(ProposeAgain::AsForecast), None);
        let late = ProposeAgain::NextWeek.skipped_until(day("2026-03-01"), today);
        assert_eq!(late, Some(day("2026-04-01")));
    }
}
