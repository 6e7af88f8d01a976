//! The money of a day, and the closed days.

use crate::app::{App, Result};
use crate::domain::Day;
use crate::domain::day_close::{DayClose, expected_in_till};
use crate::domain::payment::till_methods;
use crate::domain::tab::EntryKind;
use crate::reports::DayReport;

/// The kinds of entries that change a tab without money, besides charges.
const OTHERS: [EntryKind; 4] =
    [EntryKind::Return, EntryKind::Discount, EntryKind::WriteOff, EntryKind::Correction];

impl App {
    /// Returns what was charged, collected and delivered on a day, and the money of the till.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn day_report(&self, day: Day) -> Result<DayReport> {
        self.store.read(|tx| {
            let close = tx.day_close(day)?;
            let till = match &close {
                Some(close) => close.till.clone(),
                None => till_methods(&tx.shop()?),
            };
            let takings = tx.takings(day)?;
            let (paid, payments) = tx.sum_on(EntryKind::Payment, day)?;
            let mut others = Vec::new();
            for kind in OTHERS {
                let sum = tx.sum_on(kind, day)?;
                others.extend((sum.1 > 0).then_some((kind, sum)));
            }
            Ok(DayReport {
                others,
                day,
                expected: expected_in_till(&takings, &till),
                takings,
                charged: tx.sum_on(EntryKind::Charge, day)?,
                collected: (-paid, payments),
                delivered: tx.delivered_on(day)?,
                corrected: tx.corrections_of_day(day)?,
                close,
            })
        })
    }

    /// Returns the closed days until today, the newest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn day_closes(&self) -> Result<Vec<DayClose>> {
        let today = self.today();
        self.store.read(|tx| {
            let mut closes = tx.day_closes()?;
            closes.retain(|close| close.day <= today);
            Ok(closes)
        })
    }
}
