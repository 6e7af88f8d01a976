//! Preview of the effects of a form on the tab and the jars, shown beside its fields while it is filled in.

use super::{Bring, FormKind};
use crate::app::{JarAfter, VisitAfter, VisitPreview, VisitedJar};
use crate::domain::Money;
use crate::domain::container::{Container, Holding};
use crate::domain::id::ProductId;
use crate::domain::jar::Level;
use crate::i18n::Sentence;
use crate::tui::model::{FieldId, FormSheet, Model};
use crate::tui::msg::{Effect, Question};

/// The balance of a tab before a form is saved, and the most that it may reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TabBefore {
    /// The balance; negative is credit.
    pub balance: Money,
    /// The credit limit; `None` is no limit.
    pub limit: Option<Money>,
}

/// The jars as they would be after the visit that is typed, as far as they are read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct JarPreview {
    asked: Option<VisitPreview>,
    after: VisitAfter,
}

impl JarPreview {
    /// Returns the question about a visit; `None` if it was asked before, or no jar is changed by it.
    fn ask(&mut self, visit: Option<VisitPreview>) -> Option<Effect> {
        let is_changed = |jar: &VisitedJar| jar.left.is_some() || jar.delivered.is_positive();
        let Some(visit) = visit.filter(|visit| visit.jars.iter().any(is_changed)) else {
            *self = Self::default();
            return None;
        };
        if self.asked.as_ref() == Some(&visit) {
            return None;
        }
        self.asked = Some(visit.clone());
        Some(Effect::AskInBackground(Question::AfterVisit(visit)))
    }

    /// Returns the jar with a product; `None` if there is none, or it is not read yet.
    pub(super) fn of(&self, product: ProductId) -> Option<&JarAfter> {
        self.after.jars.iter().find(|jar| jar.product == product)
    }
}

impl JarPreview {
    /// Returns the containers that the household holds before the visit.
    pub(super) fn containers(&self) -> &[Holding] {
        &self.after.containers
    }

    /// Returns the kind of containers with a name.
    pub(super) fn container_kind(&self, name: &str) -> Option<&Container> {
        self.after.container_kinds.iter().find(|kind| kind.name == name)
    }
}

impl FormKind {
    /// Takes the answer to a preview, unless something else was typed meanwhile.
    pub fn after_visit(&mut self, visit: &VisitPreview, after: VisitAfter) {
        let preview = match self {
            Self::Door(door) => &mut door.jars,
            Self::Bring(Bring::Read(_, jars)) => jars,
            _ => return,
        };
        if preview.asked.as_ref() == Some(visit) {
            preview.after = after;
        }
    }
}

/// Shows what the open form will do, as far as what is typed can be read. Returns the question about what is
/// not read yet.
pub fn show(model: &Model, sheet: &mut FormSheet) -> Option<Effect> {
    let FormSheet { purpose, form, .. } = sheet;
    let (question, remarks) = match purpose {
        FormKind::Door(door) => {
            let visit = door.visit(model, form);
            (door.jars.ask(visit), door.remarks(model, form))
        }
        FormKind::Bring(bring) => {
            let visit = bring.visit(model, form);
            let Bring::Read(_, jars) = bring else { return None };
            (jars.ask(visit), bring.remarks(model, form))
        }
        FormKind::Entry(entry) => (None, entry.remarks(model, form)),
        FormKind::Container(containers) => (None, containers.remarks(model, form)),
        FormKind::DayClose(close) => (None, close.remarks(model, form)),
        _ => return None,
    };
    for (field, remark) in remarks {
        if let Some(field) = form.field_mut(field) {
            field.aside = remark;
        }
    }
    question
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
    let is_door = matches!(sheet.purpose, FormKind::Door(_));
    let key = if is_door { "over-limit-at-the-door" } else { "over-limit-ahead" };
    Some((field, words.message(key, &args)))
}

/// Lowers the goods or the amount of a form to what the credit limit allows; returns whether anything was lowered.
pub fn fit_limit(model: &Model, sheet: &mut FormSheet) -> bool {
    let FormSheet { purpose, form, .. } = sheet;
    match purpose {
        FormKind::Door(door) => door.fit_limit(model, form),
        FormKind::Entry(entry) => entry.fit_limit(model, form),
        _ => false,
    }
}

/// Takes as payment what a visit brings over the credit limit; returns whether anything does.
pub fn take_part(model: &Model, sheet: &mut FormSheet) -> bool {
    let FormSheet { purpose: FormKind::Door(door), form, .. } = sheet else { return false };
    door.take_part(model, form)
}

/// Returns the words for a balance after saving: `owes 530 then`.
pub(super) fn balance_then(model: &Model, after: Money) -> String {
    let key = if after.is_negative() { "credit-then" } else { "owes-then" };
    model.words.format(key, &[("amount", model.words.money(after.abs()).into())])
}

/// Returns the words for a level that was typed: `= 8 of 25 kg`; `None` if it says so itself.
pub(super) fn level_seen(
    model: &Model,
    (level, unit): (Level, &str),
    after: Option<&JarAfter>,
) -> Option<String> {
    let words = &model.words;
    let capacity = after.and_then(|jar| jar.capacity);
    let left = match level {
        Level::Quantity(quantity) => Some(quantity),
        Level::Share(_) => level.in_jar(capacity, None),
        Level::Enough => None,
    };
    Some(match (left, capacity, level) {
        (Some(left), Some(capacity), _) => {
            let args = [
                ("level", words.quantity(left, "").into()),
                ("capacity", words.quantity(capacity, unit).into()),
            ];
            words.format("level-of-capacity", &args)
        }
        (Some(left), None, _) => format!("= {}", words.quantity(left, unit)),
        (None, _, Level::Share(share)) => format!("= {share}"),
        (None, _, _) => return None,
    })
}
