//! Forms for whole files: import, export, backup and restore, and a sample shop.

use super::{FormKind, read};
use crate::app::DemoSize;
use crate::config::paths::{self, NotAFileName};
use crate::domain::StableName;
use crate::domain::day::iso;
use crate::domain::import::Repeats;
use crate::domain::quantity::parse_whole;
use crate::domain::record::{ExportTable, ImportTable};
use crate::domain::shop::Language;
use crate::i18n::Labelled;
use crate::tui::job::{Bom, ImportMode, Job};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// The operation on a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Files {
    /// Imports a list.
    Import,
    /// Exports a list.
    Export,
    /// Backs up the notebook.
    Backup,
    /// Replaces the notebook with a backup.
    Restore,
    /// Creates a sample shop.
    Demo,
}

/// Maximum length of a typed path, in characters: that of Linux.
const MAX_PATH_CHARS: usize = 4096;

impl Files {
    /// Returns the form for the file.
    pub fn open(self, model: &Model) -> FormSheet {
        let words = &model.words;
        let title = match self {
            Self::Import => "import-title",
            Self::Export => "export-title",
            Self::Backup => "backup-title",
            Self::Restore => "restore-title",
            Self::Demo => "demo-title",
        };
        let named = match self {
            Self::Import | Self::Export | Self::Restore => String::new(),
            Self::Demo => "sample.ricejar".to_owned(),
            Self::Backup => format!("backup-{}.ricejar", iso(model.today)),
        };
        let aside = match self {
            Self::Import => words.text("import-aside"),
            Self::Export => words.text("export-aside"),
            Self::Restore => words.text("restore-aside"),
            Self::Backup | Self::Demo => String::new(),
        };
        let mut fields = vec![
            FormField::new(words.text("file-name"), named, aside)
                .id(FieldId::File)
                .proposed()
                .up_to(MAX_PATH_CHARS),
        ];
        fields.extend(match self {
            Self::Import => Some(choice::<ImportTable>(model)),
            Self::Export => Some(choice::<ExportTable>(model)),
            Self::Backup | Self::Restore | Self::Demo => None,
        });
        if self == Self::Demo {
            let DemoSize { customers, deliveries, seed } = DemoSize::SMALL;
            let field = |id: FieldId, label: &str, typed: String, aside: &str| {
                FormField::new(words.text(label), typed, words.text(aside)).id(id).proposed()
            };
            fields.extend([
                field(
                    FieldId::DemoCustomers,
                    "demo-customers",
                    customers.to_string(),
                    "demo-customers-aside",
                ),
                field(
                    FieldId::DemoDeliveries,
                    "demo-deliveries",
                    deliveries.to_string(),
                    "demo-deliveries-aside",
                ),
                field(FieldId::DemoSeed, "demo-seed", seed.to_string(), "demo-seed-aside"),
            ]);
        }
        if self == Self::Import {
            let ways = ["import-to-stay", "import-to-look"].map(|way| words.text(way));
            fields.push(
                FormField::choice(words.text("import-meant"), ways.into(), 0)
                    .id(FieldId::ImportMode),
            );
            let repeats =
                ["import-repeats-refuse", "import-repeats-allow"].map(|way| words.text(way));
            fields.push(
                FormField::choice(words.text("import-repeats"), repeats.into(), 0)
                    .id(FieldId::Repeats),
            );
        }
        if self == Self::Export {
            let ways = ["export-plain", "export-for-excel"].map(|way| words.text(way));
            // Without a byte order mark, Chinese Excel would not recognize UTF-8.
            let usual = usize::from(words.language() == Language::Chinese);
            fields.push(
                FormField::choice(words.text("export-as"), ways.into(), usual)
                    .id(FieldId::ForExcel),
            );
        }
        let about = match self {
            Self::Import => "import-about",
            Self::Export => "export-about",
            Self::Backup => "backup-about",
            Self::Restore => "restore-about",
            Self::Demo => "demo-about",
        };
        let form = Form { title: words.text(title), about: words.text(about), fields, at: 0 };
        FormSheet { purpose: FormKind::Files(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn job(self, model: &Model, form: &mut Form) -> Option<Job> {
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
        Some(match self {
            Self::Import => {
                let meant = if form.chosen(FieldId::ImportMode) == 0 {
                    ImportMode::Commit
                } else {
                    ImportMode::DryRun
                };
                let repeats = if form.chosen(FieldId::Repeats) == 0 {
                    Repeats::Refuse
                } else {
                    Repeats::Allow
                };
                Job::Import(file, chosen(form)?, meant, repeats)
            }
            Self::Export => {
                let bom =
                    if form.chosen(FieldId::ForExcel) == 0 { Bom::Without } else { Bom::With };
                Job::Export(chosen(form)?, file, bom)
            }
            Self::Backup => Job::Backup(file),
            Self::Restore => Job::Restore(file),
            Self::Demo => Job::Demo(file, demo_size(model, form)?, model.words.language()),
        })
    }
}

/// Returns the size of the sample shop; `None` if a field is invalid.
fn demo_size(model: &Model, form: &mut Form) -> Option<DemoSize> {
    let most = DemoSize::MOST;
    let seed = read::value(model, form, FieldId::DemoSeed, |text| parse_whole(text, 0, u32::MAX));
    let deliveries = read::value(model, form, FieldId::DemoDeliveries, |text| {
        parse_whole(text, 0, most.deliveries)
    });
    let customers = read::value(model, form, FieldId::DemoCustomers, |text| {
        parse_whole(text, 1, most.customers)
    });
    Some(DemoSize { customers: customers?, deliveries: deliveries?, seed: seed?.into() })
}

/// Returns the field for the kind of list in the file.
fn choice<T: Labelled>(model: &Model) -> FormField {
    let names = T::ALL.iter().map(|(one, _)| model.words.label(*one)).collect();
    FormField::choice(model.words.text("file-list"), names, 0).id(FieldId::Table)
}

fn chosen<T: StableName>(form: &Form) -> Option<T> {
    T::ALL.get(form.chosen(FieldId::Table)).map(|(one, _)| *one)
}
