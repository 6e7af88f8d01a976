//! When the newest changes are folded into the file: once nothing has happened for a while, and when the
//! screens close.

use super::Session;

/// Seconds without a key or a change after which the newest changes are folded into the file.
const QUIET: u8 = 3;

impl<C> Session<C> {
    /// Whether it has just become so quiet that the newest changes can be folded into the file.
    pub fn is_time_to_checkpoint(&self) -> bool {
        self.quiet == QUIET
    }
}

impl<C> Drop for Session<C> {
    /// Leaves everything in the one file.
    fn drop(&mut self) {
        // What fails here is done by whoever opens the notebook next.
        let _ = self.app.checkpoint();
    }
}
