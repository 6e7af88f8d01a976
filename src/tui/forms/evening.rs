//! The evening: the stops of a round are recorded one after the other in the door form, until the
//! last one or until the user leaves.

use super::{DoorForm, FormKind};
use crate::reports::round::Stop;
use crate::tui::model::{FormSheet, Model, Target};

/// Progress of the evening.
#[derive(Clone, PartialEq, Debug)]
pub struct Evening {
    /// The remaining stops, the next one last.
    coming: Vec<Target>,
    /// Total number of stops.
    stops: usize,
    /// Number of skipped stops.
    skipped: usize,
    /// True if the evening is the whole round, and not some marked stops.
    is_round: bool,
}

impl Evening {
    /// Returns the form for the first promised stop of a list; `None` if there is none.
    pub fn begin<'a>(model: &Model, stops: impl Iterator<Item = &'a Stop>) -> Option<FormSheet> {
        let day = model.shown_day();
        let promised = stops.filter(|stop| stop.is_promised() && !stop.is_for_later(day));
        let doors = promised.map(Target::of_stop).collect();
        Self::of(doors, true).next(model).ok()
    }

    /// Returns the form for the first of the given visits; `None` if there is none.
    pub fn through(model: &Model, doors: Vec<Target>) -> Option<FormSheet> {
        Self::of(doors, false).next(model).ok()
    }

    fn of(mut doors: Vec<Target>, is_round: bool) -> Self {
        doors.reverse();
        Self { stops: doors.len(), coming: doors, skipped: 0, is_round }
    }

    /// Returns whether the close of the day follows: a stop of the round was recorded.
    pub const fn ends_the_day(&self) -> bool {
        self.is_round && self.skipped < self.stops
    }

    /// Returns the form for the next stop; after the last one, returns the evening as the error.
    pub fn next(mut self, model: &Model) -> Result<FormSheet, Self> {
        let Some(stop) = self.coming.pop() else { return Err(self) };
        let number = self.stops - self.coming.len();
        match DoorForm::open(model, &stop) {
            None => self.next(model),
            Some(mut sheet) => {
                let args = [("number", number.into()), ("count", self.stops.into())];
                let step = model.words.format("evening-step", &args);
                sheet.form.title = format!("{}  {step}", sheet.form.title);
                if let FormKind::Door(door) = &mut sheet.purpose {
                    door.evening = Some(self);
                }
                Ok(sheet)
            }
        }
    }

    /// Returns the evening with one more skipped stop.
    #[must_use]
    pub fn skipped(self) -> Self {
        Self { skipped: self.skipped + 1, ..self }
    }

    /// Returns a sentence that summarizes the evening.
    pub fn in_words(&self, model: &Model) -> String {
        let done = self.stops - self.skipped;
        let args = [("done", done.into()), ("skipped", self.skipped.into())];
        model.words.format("evening-over", &args)
    }
}
