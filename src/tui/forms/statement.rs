//! The form for a paper of a customer: a statement or a receipt, saved to a file or printed.

use super::{FormKind, read};
use crate::config::paths::{self, NotAFileName};
use crate::domain::day::{DayError, iso, parse_day};
use crate::domain::id::CustomerId;
use crate::domain::refusal::Topic;
use crate::exchange::PaperSize;
use crate::tui::job::{Job, PaperJob, PaperKind, PaperTarget};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model, Target};

/// A paper of a customer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PaperForm {
    customer: CustomerId,
}

/// Maximum length of a typed path, in characters: that of Linux.
const MAX_PATH_CHARS: usize = 4096;

impl PaperForm {
    /// Returns the form for a paper.
    pub fn open(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let choice = |label: &str, choices: [&str; 2], id: FieldId| {
            let choices = choices.map(|choice| words.text(choice)).into();
            FormField::choice(words.text(label), choices, 0).id(id)
        };
        let day = |label: &str, typed: String, aside: &str, id: FieldId| {
            FormField::past_day(words.text(label), typed, words.text(aside))
                .id(id)
                .about(Topic::Day)
        };
        let args = [
            ("code", subject.name.split(' ').next().unwrap_or_default().into()),
            ("day", iso(model.today).to_string().into()),
        ];
        let file = words.format("paper-file", &args);
        let fields = vec![
            choice("paper-kind", ["paper-statement", "paper-newest-receipt"], FieldId::PaperKind)
                .with_aside(words.text("field-choice")),
            day("paper-from", String::new(), "paper-from-aside", FieldId::PaperFrom),
            day("paper-to", words.text("field-today"), "paper-to-aside", FieldId::PaperTo),
            choice("paper-size", ["paper-a4", "paper-80mm"], FieldId::PaperSize),
            choice("paper-target", ["paper-save", "paper-print"], FieldId::PaperTarget),
            FormField::new(words.text("file-name"), file, String::new())
                .id(FieldId::File)
                .proposed()
                .up_to(MAX_PATH_CHARS),
        ];
        let about = subject.name.clone();
        let form = Form { title: words.text("paper-title"), about, fields, at: 0 };
        let purpose = FormKind::Paper(Self { customer: subject.customer });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    pub(super) fn job(self, model: &Model, form: &mut Form) -> Option<Job> {
        let from = read::if_typed(model, form, FieldId::PaperFrom, |text| {
            parse_day(text, model.days().back())
        });
        let to = read::day(model, form, FieldId::PaperTo);
        let (from, to) = (from?, to?);
        if let Some(from) = from.filter(|from| *from > to) {
            let text = format!("{}..{}", iso(from), iso(to));
            let said = model.words.day_error(&DayError::Backwards { text });
            form.refuse(FieldId::PaperFrom, said);
            return None;
        }
        let kind = match form.chosen(FieldId::PaperKind) {
            0 => PaperKind::Statement(from, to),
            _ => PaperKind::Receipt,
        };
        let target = match (form.chosen(FieldId::PaperTarget), &model.print) {
            (0, _) => PaperTarget::File,
            (_, Some(command)) => PaperTarget::Printer(command.clone()),
            (_, None) => {
                form.refuse(FieldId::PaperTarget, model.words.message("paper-no-printer", &[]));
                return None;
            }
        };
        if form.text(FieldId::File).is_empty() {
            form.refuse(FieldId::File, model.words.message("file-unnamed", &[]));
            return None;
        }
        let file = match paths::resolve_typed(form.text(FieldId::File)) {
            Ok(file) => file,
            Err(NotAFileName(given)) => {
                form.refuse(FieldId::File, model.words.not_a_file_name(&given));
                return None;
            }
        };
        let size = match form.chosen(FieldId::PaperSize) {
            0 => PaperSize::A4,
            _ => PaperSize::Roll80,
        };
        let usual = model.words.language();
        Some(Job::Paper(PaperJob { customer: self.customer, kind, size, usual, file, target }))
    }
}
