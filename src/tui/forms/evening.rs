//! The evening: the stops of a round are written down one after the other, each in the form at the
//! door, until the last one or until it is left.

use super::{DoorForm, FormKind};
use crate::reports::round::Stop;
use crate::tui::model::{FormSheet, Model, Target};

/// How far the evening has come.
#[derive(Clone, PartialEq, Debug)]
pub struct Evening {
    /// The stops that are still to come, the next one last.
    coming: Vec<Target>,
    /// How many stops there were.
    stops: usize,
    /// How many of them were skipped.
    skipped: usize,
}

impl Evening {
    /// The form for the first promised stop of a list; `None` if there is none.
    pub fn begin<'a>(model: &Model, stops: impl Iterator<Item = &'a Stop>) -> Option<FormSheet> {
        let promised = stops.filter(|stop| stop.is_promised());
        Self::through(model, promised.map(Target::of_stop).collect())
    }

    /// The form for the first of these doors; `None` if there is none.
    pub fn through(model: &Model, mut doors: Vec<Target>) -> Option<FormSheet> {
        doors.reverse();
        Self { stops: doors.len(), coming: doors, skipped: 0 }.next(model).ok()
    }

    /// The form for the next stop; after the last one, the evening as it was.
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

    /// The same, with one stop more that was passed over.
    #[must_use]
    pub fn skipped(self) -> Self {
        Self { skipped: self.skipped + 1, ..self }
    }

    /// How it ended, in a sentence.
    pub fn in_words(&self, model: &Model) -> String {
        let done = self.stops - self.skipped;
        let args = [("done", done.into()), ("skipped", self.skipped.into())];
        model.words.format("evening-over", &args)
    }
}
