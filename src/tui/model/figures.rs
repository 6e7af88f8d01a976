//! The state of the store room screen and of the insights screen.

use super::rows::{About, Filter, Listed, RowList};
use super::subject::Target;
use crate::domain::query::IncludeFormer;
use crate::domain::views::CustomerLabel;
use crate::domain::{Day, Money, search_key};
use crate::reports::insights::Buyer;
use crate::reports::{self, CashFlow, Shelf};

/// The state of the store room screen.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Products {
    /// True if the products have been read.
    pub known: bool,
    /// The filter of the products.
    pub filter: Filter,
    /// True if retired products are shown.
    pub former: IncludeFormer,
    /// The products, ordered by name.
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

/// The state of the insights screen, which shows how the shop is doing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct InsightsScreen {
    /// True once a report has been read.
    pub known: bool,
    /// The report that was read last.
    pub report: Option<reports::Insights>,
    /// The cash calendar that was read last.
    pub cash: Option<CashFlow>,
    /// The panel that has the focus.
    pub panel: InsightsPanel,
    /// The filter of the customers.
    pub filter: Filter,
    /// The best customers.
    pub best: RowList<Buyer>,
    /// The accuracy of past forecasts.
    pub accuracy: AccuracyState,
}

/// The accuracy of past forecasts. Computing it takes a while in a large shop, so it is computed
/// only on request.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum AccuracyState {
    /// Not requested yet, or the computation failed.
    #[default]
    Unknown,
    /// The computation is running.
    Working,
    /// The computed report, and the generation of the model when the report was received.
    Known(Box<reports::Accuracy>, u64),
}

/// A panel of the insights screen. The variants are in the order in which the left and right keys
/// visit them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are those on the panels")]
pub enum InsightsPanel {
    #[default]
    Best,
    Weeks,
    Months,
    Debts,
    Jars,
    Cash,
}

impl InsightsPanel {
    /// All panels, in the order in which they are visited.
    pub const ALL: [Self; 6] =
        [Self::Best, Self::Weeks, Self::Months, Self::Debts, Self::Jars, Self::Cash];

    /// Returns the panel `by` positions to the right (to the left if negative), stopping at the
    /// first and the last panel.
    pub fn beside(self, by: isize) -> Self {
        let here = Self::ALL.iter().position(|panel| *panel == self).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(Self::ALL.len() - 1);
        Self::ALL.get(there).copied().unwrap_or(self)
    }
}

impl InsightsScreen {
    /// Stores a new report. The selection stays on the same customer.
    pub fn put(&mut self, mut report: reports::Insights) {
        self.best.put(std::mem::take(&mut report.best), &self.filter);
        self.report = Some(report);
        self.known = true;
    }

    /// Returns true if the panel of the jars has the focus.
    pub fn has_jars(&self) -> bool {
        self.panel == InsightsPanel::Jars
    }

    /// Returns the customer of the selected row, or `None` if nothing is selected or the panel of
    /// the best customers does not have the focus.
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
