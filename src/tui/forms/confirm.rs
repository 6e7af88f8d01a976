//! A yes-or-no question asked before an action that undo cannot reverse.

use super::FormKind;
use crate::tui::job::Job;
use crate::tui::model::{Form, FormSheet, Model};

/// The action to take if the answer is yes.
#[derive(Clone, PartialEq, Debug)]
pub struct Confirm {
    /// The job to start.
    pub job: Job,
}

impl Confirm {
    /// Returns the question, to be shown over the form that asks for the job.
    pub fn open(model: &Model, job: Job) -> FormSheet {
        let title = model.words.text("restore-title");
        let form = Form { title, ..Form::default() };
        let purpose = FormKind::Confirm(Self { job });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Returns the question and a sentence on the consequences of answering yes.
    pub fn question(&self, model: &Model) -> Vec<String> {
        let file = self.job.file().display().to_string();
        let asked = model.words.message("restore-sure", &[("file", file.into())]);
        vec![asked.text, asked.hint.unwrap_or_default()]
    }
}
