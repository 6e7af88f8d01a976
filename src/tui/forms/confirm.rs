//! A yes-or-no question asked before something that cannot be taken back, or that may surprise.

use super::FormKind;
use crate::domain::action::Action;
use crate::domain::id::{ActionId, ProductId};
use crate::tui::job::Job;
use crate::tui::model::{Form, FormSheet, Model};

/// The action to take if the answer is yes.
#[derive(Clone, PartialEq, Debug)]
pub enum Confirm {
    /// Start the job that the form below asks for.
    Begin(Job),
    /// Close the form below without saving it.
    Drop,
    /// Leave the program without saving the form below.
    Quit,
    /// Retire this product.
    Retire(ProductId, String),
    /// Undo this line of the journal, or the newest action.
    Undo(Option<ActionId>, Box<Action>),
}

impl Confirm {
    /// Returns the question as a form without fields.
    pub fn open(self, model: &Model) -> FormSheet {
        let title = match self {
            Self::Begin(_) => "restore-title",
            Self::Drop | Self::Quit => "unsaved-title",
            Self::Retire(..) => "retire-title",
            Self::Undo(..) => "undo-title",
        };
        let form = Form { title: model.words.text(title), ..Form::default() };
        let purpose = FormKind::Confirm(self);
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Returns the question and a sentence on the consequences of answering yes.
    pub fn question(&self, model: &Model) -> Vec<String> {
        let words = &model.words;
        let asked = match self {
            Self::Begin(job) => {
                let file = job.file().map(|file| file.display().to_string()).unwrap_or_default();
                words.message("restore-sure", &[("file", file.into())])
            }
            Self::Drop => words.message("drop-sure", &[]),
            Self::Quit => words.message("quit-sure", &[]),
            Self::Retire(_, name) => {
                words.message("retire-sure", &[("product", name.as_str().into())])
            }
            Self::Undo(_, action) => {
                let by = match action.by.as_str() {
                    "" => String::new(),
                    name => words.format("undo-sure-by", &[("name", name.into())]),
                };
                let args = [
                    ("what", words.action(action).into()),
                    ("at", action.at.as_str().into()),
                    ("by", by.into()),
                ];
                words.message("undo-sure", &args)
            }
        };
        vec![asked.text, asked.hint.unwrap_or_default()]
    }
}
