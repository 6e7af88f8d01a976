//! The review: decisions about jars and goods, one by one.

use super::rows::Scroll;
use crate::reports::ReviewItem;

/// Maximum number of rows that are listed at a time; nobody reviews more at once.
pub const MOST_TO_REVIEW: u32 = 500;

/// The list to review: the changed jars, the change that has been known longest first, then goods without a jar.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Review {
    /// The rows.
    pub rows: Vec<ReviewItem>,
    /// The selection and the scroll position.
    pub scroll: Scroll,
}

impl Review {
    /// Replaces the list: the selection stays on its goods, or on its position if they are gone.
    pub fn put(&mut self, rows: Vec<ReviewItem>) {
        let goods = |row: &ReviewItem| (row.who().id, row.product());
        let selected = self.selected().map(goods);
        let again = rows.iter().position(|row| Some(goods(row)) == selected);
        self.scroll.at = again.unwrap_or(self.scroll.at).min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&ReviewItem> {
        self.rows.get(self.scroll.at)
    }
}
