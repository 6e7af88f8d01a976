//! The skips that are in force, to look at and to end.

use super::rows::Scroll;
use crate::domain::views::SkipRow;

/// The list of the skips that are in force, the first to end first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SkipList {
    /// The rows.
    pub rows: Vec<SkipRow>,
    /// The selection and the scroll position.
    pub scroll: Scroll,
}

impl SkipList {
    /// Replaces the rows: the selection stays on its skip, or on its position if that has ended.
    pub fn put(&mut self, rows: Vec<SkipRow>) {
        let selected = self.selected().map(|row| row.skip.id);
        let again = rows.iter().position(|row| Some(row.skip.id) == selected);
        self.scroll.at = again.unwrap_or(self.scroll.at).min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&SkipRow> {
        self.rows.get(self.scroll.at)
    }
}
