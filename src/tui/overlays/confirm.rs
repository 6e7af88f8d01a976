//! A question that is answered by yes or no, before something is done that undo cannot take back.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{FormKind, sheet};
use crate::tui::job::Job;
use crate::tui::model::{Form, FormSheet, Model, TextSheet};

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

    /// Draws it.
    pub(super) fn draw(&self, model: &Model, title: &str, frame: &mut Frame, body: Rect) {
        let words = &model.words;
        let file = self.job.file().display().to_string();
        let asked = words.message("restore-sure", &[("file", file.into())]);
        let said = vec![asked.text, asked.hint.unwrap_or_default()];
        let parts = vec![(model.shop.name.clone(), said)];
        let sheet = TextSheet { title: title.to_owned(), parts, top: 0 };
        sheet::draw(model, &sheet, frame, body);
    }
}
