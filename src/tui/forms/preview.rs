//! Preview of the effects of a form on the tab and the jars, shown beside its fields while it is filled in.

use super::FormKind;
use crate::domain::Money;
use crate::i18n::Sentence;
use crate::tui::model::{FieldId, FormSheet, Model};

/// The balance of a tab before a form is saved, and the most that it may reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TabBefore {
    /// The balance; negative is credit.
    pub balance: Money,
    /// The credit limit; `None` is no limit.
    pub limit: Option<Money>,
}

/// Shows what the open form will do, as far as what is typed can be read.
pub fn show(model: &Model, sheet: &mut FormSheet) {
    let FormSheet { purpose, form, .. } = sheet;
    let remarks = match purpose {
        FormKind::Door(door) => door.remarks(model, form),
        FormKind::Entry(entry) => entry.remarks(model, form),
        _ => return,
    };
    for (field, remark) in remarks {
        if let Some(field) = form.field_mut(field) {
            field.aside = remark;
        }
    }
}

/// Returns the warning that saving the form takes the tab over the credit limit, with the field that
/// it belongs to; `None` if it does not.
pub fn over_limit(model: &Model, sheet: &FormSheet) -> Option<(FieldId, Sentence)> {
    let (field, tab, after) = match &sheet.purpose {
        FormKind::Door(door) => (FieldId::Paid, door.tab, door.balance_after(model, &sheet.form)?),
        FormKind::Entry(entry) => {
            (FieldId::Amount, entry.tab, entry.balance_after(model, &sheet.form)?)
        }
        _ => return None,
    };
    let limit = tab.limit.filter(|limit| after > *limit && after > tab.balance)?;
    let words = &model.words;
    let args = [("balance", words.money(after).into()), ("limit", words.money(limit).into())];
    Some((field, words.message("over-limit-ahead", &args)))
}

/// Returns the words for a balance after saving: `owes 530 then`.
pub(super) fn balance_then(model: &Model, after: Money) -> String {
    let key = if after.is_negative() { "credit-then" } else { "owes-then" };
    model.words.format(key, &[("amount", model.words.money(after.abs()).into())])
}
