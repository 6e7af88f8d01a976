//! Rows of one query that belong to the rows of another one, read side by side in the same order.

use super::super::Result;
use rusqlite::{Row, Rows};

/// Rows of a query in the order of its first column, the identity to which they belong; the second
/// column orders the rows of one identity.
pub(super) struct MergeJoin<'s, T> {
    rows: Rows<'s>,
    read: fn(&Row) -> rusqlite::Result<T>,
    /// The first row that was not asked for yet.
    next: Option<(i64, i64, T)>,
    begun: bool,
}

impl<'s, T> MergeJoin<'s, T> {
    /// Begins to read the rows of a query.
    pub(super) fn new(rows: Rows<'s>, read: fn(&Row) -> rusqlite::Result<T>) -> Self {
        Self { rows, read, next: None, begun: false }
    }

    /// Returns the rows that belong to one identity; identities must be asked for in their order.
    pub(super) fn of(&mut self, owner: i64) -> Result<Vec<T>> {
        if !self.begun {
            self.begun = true;
            self.advance()?;
        }
        let mut found = Vec::new();
        while let Some((whose, own, value)) = self.next.take_if(|(whose, ..)| *whose <= owner) {
            if whose == owner {
                found.push((own, value));
            }
            self.advance()?;
        }
        found.sort_by_key(|(own, _)| *own);
        Ok(found.into_iter().map(|(_, value)| value).collect())
    }

    fn advance(&mut self) -> Result<()> {
        self.next = match self.rows.next()? {
            Some(row) => Some((row.get(0)?, row.get(1)?, (self.read)(row)?)),
            None => None,
        };
        Ok(())
    }
}
