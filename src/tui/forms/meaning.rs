//! Meaning of the text in a field, shown while it is typed.

use crate::domain::day::{iso, parse_day};
use crate::domain::jar::Level;
use crate::tui::model::{FieldId, FieldKind, Form, Model};

/// Returns the meaning of a changed text that could be read in more than one way: `= Fri 3 Apr 2026` of `fri`,
/// `= 8 kg` of `8`; `None` if it says so itself, or means nothing.
pub(super) fn meaning(model: &Model, form: &Form, index: usize) -> Option<String> {
    let field = form.fields.get(index).filter(|field| field.is_changed())?;
    let text = field.text();
    let words = &model.words;
    let meaning = match field.kind {
        FieldKind::Day(_) => {
            let day = parse_day(text, field.days(model.days())).ok()?;
            if iso(day).to_string() == text {
                return None;
            }
            words.day(day)
        }
        FieldKind::Text if field.id == Some(FieldId::Level) => {
            let unit = form.unit_of(FieldId::Product);
            match Level::parse(text, &unit).ok()? {
                Level::Enough => return None,
                Level::Share(share) => share.to_string(),
                Level::Quantity(quantity) => words.quantity(quantity, &unit),
            }
        }
        FieldKind::Text | FieldKind::Choice(_) | FieldKind::Find(_) => return None,
    };
    Some(format!("= {meaning}"))
}
