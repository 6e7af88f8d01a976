//! Jars that are used at another rate than before, to be accepted or pinned one by one.

use super::rows::Scroll;
use crate::domain::views::JarRow;

/// So many are listed at a time: nobody reviews more at once.
pub const MOST_TO_REVIEW: u32 = 500;

/// The list of them, the longest known first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Review {
    /// The jars.
    pub rows: Vec<JarRow>,
    /// The selected one.
    pub scroll: Scroll,
}

impl Review {
    /// Puts the list in anew: the selection stays with its jar, or goes to the one that takes its place.
    pub fn put(&mut self, rows: Vec<JarRow>) {
        let jar = self.selected().map(|row| row.jar);
        let again = rows.iter().position(|row| Some(row.jar) == jar);
        self.scroll.at = again.unwrap_or(self.scroll.at).min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    /// The selected jar.
    pub fn selected(&self) -> Option<&JarRow> {
        self.rows.get(self.scroll.at)
    }
}
