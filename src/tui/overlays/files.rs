//! Whole files: reading a list in, writing one, and a backup.

use std::path::PathBuf;

use super::Purpose;
use crate::domain::Key;
use crate::domain::day::iso;
use crate::domain::filed::{Importable, Table};
use crate::tui::job::Job;
use crate::tui::model::{Form, FormField, FormSheet, Model};
use crate::words::Named;

/// What is done with a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Files {
    /// A list is read in.
    Import,
    /// A list is written.
    Export,
    /// The notebook is copied.
    Backup,
}

impl Files {
    /// The form for the file.
    pub fn open(self, model: &Model) -> FormSheet {
        let words = &model.words;
        let title = match self {
            Self::Import => "import-title",
            Self::Export => "export-title",
            Self::Backup => "backup-title",
        };
        let named = match self {
            Self::Import | Self::Export => String::new(),
            Self::Backup => format!("backup-{}.ricejar", iso(model.today)),
        };
        let aside = match self {
            Self::Import => words.say("import-aside"),
            Self::Export => words.say("export-aside"),
            Self::Backup => String::new(),
        };
        let mut fields = vec![FormField::new(words.say("file-name"), named, aside)];
        fields.extend(match self {
            Self::Import => Some(choice::<Importable>(model)),
            Self::Export => Some(choice::<Table>(model)),
            Self::Backup => None,
        });
        let about = match self {
            Self::Import => "import-about",
            Self::Export => "export-about",
            Self::Backup => "backup-about",
        };
        let form = Form { title: words.say(title), about: words.say(about), fields, at: 0 };
        FormSheet { purpose: Purpose::Files(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn job(self, model: &Model, form: &mut Form) -> Option<Job> {
        if form.text(0).is_empty() {
            form.refuse(0, model.words.sentence("file-unnamed", &[]));
            return None;
        }
        let file = PathBuf::from(form.text(0));
        Some(match self {
            Self::Import => Job::Import(file, chosen(form)?),
            Self::Export => Job::Export(chosen(form)?, file),
            Self::Backup => Job::Backup(file),
        })
    }
}

/// The field that says what the file is a list of.
fn choice<T: Named>(model: &Model) -> FormField {
    let names = T::ALL.iter().map(|(one, _)| model.words.of(*one)).collect();
    FormField::choice(model.words.say("file-list"), names, 0)
}

fn chosen<T: Key>(form: &Form) -> Option<T> {
    T::ALL.get(form.chosen(1)).map(|(one, _)| *one)
}
