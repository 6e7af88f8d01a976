//! Formats skips: what is not wanted, until when, and why.

use super::Localizer;
use crate::domain::skip::SkipNote;
use crate::domain::views::SkipRow;

impl Localizer {
    /// Returns the sentence of a jar that is skipped: `skipped until 3 Apr: on holiday`.
    pub fn skipped(&self, skip: &SkipNote) -> String {
        let key = if skip.reason.is_empty() { "skipped" } else { "skipped-because" };
        let until = self.short_day(skip.until);
        self.format(key, &[("until", until.into()), ("reason", skip.reason.as_str().into())])
    }

    /// Returns a skip with its product: `rice skipped until 3 Apr: on holiday`.
    pub fn skip_row(&self, row: &SkipRow) -> String {
        let note = SkipNote { until: row.skip.until, reason: row.skip.reason.clone() };
        let product = self.skipped_products(row.product.as_slice());
        format!("{product} {}", self.skipped(&note))
    }

    /// Returns the names of skipped products, or the words for all of them.
    pub(super) fn skipped_products(&self, products: &[String]) -> String {
        if products.is_empty() { self.text("skip-all-jars") } else { self.list(products) }
    }
}
