//! Jars whose rate of use has changed, to be accepted or pinned one by one.

use super::rows::Scroll;
use crate::domain::views::JarRow;

/// Maximum number of jars that are listed at a time; nobody reviews more at once.
pub const MOST_TO_REVIEW: u32 = 500;

/// The list of jars to review, the change that has been known longest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Review {
    /// The jars.
    pub rows: Vec<JarRow>,
    /// The selection and the scroll position.
    pub scroll: Scroll,
}

impl Review {
    /// Replaces the list: the selection stays on its jar, or on its position if the jar is gone.
    pub fn put(&mut self, rows: Vec<JarRow>) {
        let jar = self.selected().map(|row| row.jar);
        let again = rows.iter().position(|row| Some(row.jar) == jar);
        self.scroll.at = again.unwrap_or(self.scroll.at).min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    /// Returns the selected jar.
    pub fn selected(&self) -> Option<&JarRow> {
        self.rows.get(self.scroll.at)
    }
}
