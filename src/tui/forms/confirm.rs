//! A question that is answered by yes or no, before something is done that undo cannot take back.

use super::FormKind;
use crate::tui::job::Job;
use crate::tui::model::{Form, FormSheet, Model};

/// What is done if the answer is yes.
#[derive(Clone, PartialEq, Debug)]
pub struct Confirm {
    /// The job.
    pub job: Job,
}

impl Confirm {
    /// The question, over the form that asks for the job.
    pub fn open(model: &Model, job: Job) -> FormSheet {
        let title = model.words.text("restore-title");
        let form = Form { title, ..Form::default() };
        let purpose = FormKind::Confirm(Self { job });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Returns the question, and what the answer yes means.
    pub fn question(&self, model: &Model) -> Vec<String> {
        let file = self.job.file().display().to_string();
        let asked = model.words.message("restore-sure", &[("file", file.into())]);
        vec![asked.text, asked.hint.unwrap_or_default()]
    }
}
