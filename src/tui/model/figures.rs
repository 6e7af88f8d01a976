//! What is in the store room, and how the shop is doing.

use super::rows::{About, Filter, Listed, RowList};
use super::subject::Target;
use crate::domain::views::CustomerLabel;
use crate::domain::{Day, Money, search_key};
use crate::reports::insights::Buyer;
use crate::reports::{self, Shelf};

/// The store room.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Products {
    /// Whether it was read.
    pub known: bool,
    /// The filter.
    pub filter: Filter,
    /// The products by name.
    pub rows: RowList<Shelf>,
}

impl Listed for Shelf {
    fn key(&self) -> (i64, Day) {
        (self.product.id.number(), Day::default())
    }

    fn found_by(&self) -> String {
        format!(
            "{}\n{}",
            search_key::search_forms(&self.product.name),
            search_key::search_forms(&self.product.kind)
        )
    }
}

/// How the shop is doing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct InsightsScreen {
    /// Whether it was read since the last change.
    pub known: bool,
    /// What was read last.
    pub report: Option<reports::Insights>,
    /// The panel that has the focus.
    pub panel: InsightsPanel,
    /// The filter of the customers.
    pub filter: Filter,
    /// The best customers.
    pub best: RowList<Buyer>,
    /// How good the forecasts were.
    pub accuracy: AccuracyState,
}

/// How good the forecasts were, which takes a while in a large shop: it is worked out when somebody asks
/// for it.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum AccuracyState {
    /// Nobody has asked, or it could not be worked out.
    #[default]
    Unknown,
    /// It is being worked out.
    Working,
    /// It was so in this reading of the shop.
    Known(Box<reports::Accuracy>, u64),
}

/// A panel of the insights, in the order in which left and right go through them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are those on the panels")]
pub enum InsightsPanel {
    #[default]
    Best,
    Weeks,
    Months,
    Debts,
    Jars,
}

impl InsightsPanel {
    /// Every panel, in their order.
    pub const ALL: [Self; 5] = [Self::Best, Self::Weeks, Self::Months, Self::Debts, Self::Jars];

    /// The panel `by` further, no further than the last.
    pub fn beside(self, by: isize) -> Self {
        let here = Self::ALL.iter().position(|panel| *panel == self).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(Self::ALL.len() - 1);
        Self::ALL.get(there).copied().unwrap_or(self)
    }
}

impl InsightsScreen {
    /// Puts a new report in; the selection stays with its customer.
    pub fn put(&mut self, mut report: reports::Insights) {
        self.best.put(std::mem::take(&mut report.best), &self.filter);
        self.report = Some(report);
        self.known = true;
    }

    /// Whether the panel of the jars has the focus.
    pub fn has_jars(&self) -> bool {
        self.panel == InsightsPanel::Jars
    }

    /// What the selected row is about; another panel than the customers' has none.
    pub fn subject(&self) -> Option<Target> {
        let best = (self.panel == InsightsPanel::Best).then_some(&self.best)?;
        best.selected().map(|buyer| Target::of_owing(&buyer.row, Money::ZERO))
    }
}

impl About for Buyer {
    fn who(&self) -> &CustomerLabel {
        &self.row.who
    }

    fn day(&self) -> Day {
        Day::default()
    }
}
