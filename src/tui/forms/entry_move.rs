//! The form that corrects an entry of a statement: its customer, its day or its amount was wrong.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::day::parse_day;
use crate::domain::entry::EntryMove;
use crate::domain::id::EntryId;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::Statement;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, LookupKind, Model, StatementSheet};

/// The entries that are offered for correction, in the order of the choice.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryMoveForm(Vec<EntryId>);

impl EntryMoveForm {
    /// Returns the form for the entries of a statement, the newest first; `None` if none of them can be corrected.
    pub fn open(model: &Model, sheet: &StatementSheet) -> Option<FormSheet> {
        let words = &model.words;
        let (entries, named): (Vec<EntryId>, Vec<String>) =
            movable(model, &sheet.statement).into_iter().unzip();
        if entries.is_empty() {
            return None;
        }
        let stays = || words.text("entry-move-stays");
        let fields = vec![
            FormField::choice(words.text("column-entry"), named, 0)
                .id(FieldId::Entry)
                .about(Topic::Entry)
                .with_aside(words.text("field-choice")),
            FormField::find(words.text("entry-move-customer"), LookupKind::Customer, None, stays())
                .id(FieldId::Customer)
                .about(Topic::Customer),
            FormField::past_day(words.text("entry-move-day"), String::new(), stays())
                .id(FieldId::On)
                .about(Topic::Day),
            FormField::new(words.text("entry-move-amount"), String::new(), stays())
                .id(FieldId::Amount)
                .about(Topic::Amount),
        ];
        let about = sheet.customer.name.clone();
        let form = Form { title: words.text("entry-move-title"), about, fields, at: 0 };
        let purpose = FormKind::EntryMove(Self(entries));
        Some(FormSheet { purpose, form, also: Vec::new(), saving: false })
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let days = form.field(FieldId::On)?.days(model.days());
        let amount =
            read::if_typed(model, form, FieldId::Amount, |text| model.shop.currency.parse(text));
        let on = read::if_typed(model, form, FieldId::On, |text| parse_day(text, days));
        let found = form.finder(FieldId::Customer).and_then(|finder| finder.customer());
        let customer = read::if_typed(model, form, FieldId::Customer, |which| {
            let which = which.to_owned();
            found.ok_or(Refusal::NotFound { what: Topic::Customer, which })
        });
        let entry = self.0.get(form.chosen(FieldId::Entry)).copied()?;
        Some(Command::MoveEntry(EntryMove { entry, customer: customer?, on: on?, amount: amount? }))
    }
}

/// Returns the entries that can be corrected with their day, kind, amount and number, the newest first.
fn movable(model: &Model, statement: &Statement) -> Vec<(EntryId, String)> {
    let words = &model.words;
    let entries = || statement.lines.iter().map(|line| &line.entry);
    let is_corrected = |id: EntryId| entries().any(|entry| entry.instead_of == Some(id));
    let newest = entries().rev().take(MOST_OFFERED).filter(|entry| entry.is_movable());
    let named = newest.filter(|entry| !is_corrected(entry.id)).map(|entry| {
        let args = [
            ("day", words.short_day(entry.on).into()),
            ("kind", words.label(entry.kind).into()),
            ("amount", words.money(entry.kind.signed(entry.amount)).into()),
            ("number", entry.id.number().into()),
        ];
        (entry.id, words.format("entry-move-entry", &args))
    });
    named.collect()
}

/// Maximum number of entries that are offered; an older mistake is corrected by its number (`tab move`).
const MOST_OFFERED: usize = 100;
