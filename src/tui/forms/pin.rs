//! The form that fixes the rate of use of a jar by hand, so that it is no longer estimated.

use super::{FormKind, read};
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::jar::JarPatch;
use crate::domain::refusal::Topic;
use crate::domain::views::JarRow;
use crate::domain::{Command, Rate};
use crate::i18n::Localizer;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// A jar whose rate is being fixed.
#[derive(Clone, PartialEq, Debug)]
pub struct Pin {
    customer: CustomerId,
    product: ProductId,
}

impl Pin {
    /// Returns the form with the rate shown by the last intervals, rounded as in the list.
    pub fn open(model: &Model, row: &JarRow) -> FormSheet {
        let words = &model.words;
        let rate = row.to_review().map_or(row.rate, |change| change.after);
        let field = FormField::new(
            words.text("jar-rate"),
            Localizer::rounded_use(rate).to_string(),
            row.goods.unit.clone(),
        )
        .id(FieldId::Rate)
        .about(Topic::Rate);
        let about = format!("{} {}  {}", row.who.code, row.who.name, row.goods.name);
        let form = Form { title: words.text("pin-title"), about, fields: vec![field], at: 0 };
        let purpose = FormKind::Pin(Self { customer: row.who.id, product: row.goods.product });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let rate = read::value(model, form, FieldId::Rate, Rate::parse_positive)?;
        let patch = JarPatch { pinned: Some(Some(rate)), ..JarPatch::default() };
        Some(Command::SetJar { customer: self.customer, product: self.product, patch })
    }
}
