//! The job that runs in the background, and what is said of it.

use super::FormSheet;
use crate::app::Progress;
use crate::i18n::{Localizer, Sentence};
use crate::tui::job::Job;

/// A job that runs in the background while the screens stay usable.
#[derive(Clone, PartialEq, Debug)]
pub struct RunningJob {
    /// The job itself.
    pub job: Job,
    /// The form that started the job, if there was one: it is opened again if the job fails.
    pub sheet: Option<FormSheet>,
    /// The latest progress; `None` until the job has reported any.
    pub progress: Option<Progress>,
    /// True while it waits for another program that is writing.
    pub waits: bool,
}

impl RunningJob {
    /// Creates a job that was just begun.
    pub fn new(job: Job, sheet: Option<FormSheet>) -> Self {
        Self { job, sheet, progress: None, waits: false }
    }

    /// Returns what it does and how far it is, and the way to stop it.
    pub fn said(&self, words: &Localizer) -> Sentence {
        let file = self.job.file().map(|file| file.display().to_string()).unwrap_or_default();
        let far = match (self.waits, self.progress) {
            (true, _) => words.text("lock-wait"),
            (false, Some(progress)) => words.progress(progress),
            (false, None) => String::new(),
        };
        let said = words.message(self.job.message(), &[("file", file.into()), ("far", far.into())]);
        Sentence { text: said.text.trim_end().to_owned(), ..said }
    }

    /// Returns the refusal of something else that has to wait for the end of this job.
    pub fn busy(&self, words: &Localizer) -> Sentence {
        words.message("job-busy", &[("job", self.said(words).text.into())])
    }
}
