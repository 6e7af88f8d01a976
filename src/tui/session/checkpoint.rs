//! When the newest changes are folded into the file: once nothing has happened for a while, and when the
//! screens close.

use super::Session;

/// Seconds without a key or a change after which the newest changes are folded into the file.
const QUIET: u8 = 3;

impl<C> Session<C> {
    /// Returns whether nothing has happened for exactly `QUIET` seconds, so that it is time to fold
    /// the newest changes into the file.
    pub fn is_time_to_checkpoint(&self) -> bool {
        self.quiet == QUIET
    }
}

impl<C> Drop for Session<C> {
    /// Leaves everything in the one file.
    fn drop(&mut self) {
        // A checkpoint that fails here is done when the notebook is next opened.
        let _ = self.app.checkpoint();
    }
}
