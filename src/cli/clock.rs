//! The clock of a run: the day that counts as today, and the stamp of its changes in the journal.

use super::args::Global;
use super::args::values::{DayText, RawArg};
use super::error::Result;
use crate::app::{AuditStamp, Clock};
use crate::config::Environment;
use crate::domain::Day;
use crate::domain::day::{DayContext, iso};
use crate::domain::text::rules::PERSON;
use chrono::NaiveDateTime;

/// Reads the local time, which only the program's own `main` knows.
pub type Now = fn() -> NaiveDateTime;

/// The source of a run's [`Clock`]s: read once by a command, and again and again by the screens.
pub struct ClockSource {
    now: Now,
    named: Option<Day>,
    by: String,
}

impl ClockSource {
    /// Creates the source with the day and the person that the command line or the environment names.
    ///
    /// # Errors
    /// If the day or the person's name is not valid.
    pub fn new(now: Now, global: &Global, environment: &Environment) -> Result<Self> {
        let today = DayContext::ahead(now().date());
        let named = match (&global.as_of, &environment.today) {
            (Some(text), _) => Some(text.day(today)?),
            (None, Some(text)) => {
                Some(DayText::from(RawArg::new("RICEJAR_TODAY", text)).day(today)?)
            }
            (None, None) => None,
        };
        let by =
            PERSON.normalize(global.by.as_ref().or(environment.by.as_ref()).map_or("", |by| by))?;
        Ok(Self { now, named, by })
    }

    /// Reads the clock. A day that was named begins at midnight, so that the same command on the same
    /// file gives the same bytes.
    pub fn read(&self) -> Clock {
        let now = (self.now)();
        let (today, at) = match self.named {
            Some(day) => (day, format!("{} 00:00:00", iso(day))),
            None => (now.date(), now.format("%Y-%m-%d %H:%M:%S").to_string()),
        };
        Clock { today, stamp: AuditStamp { at, by: self.by.clone() } }
    }
}
