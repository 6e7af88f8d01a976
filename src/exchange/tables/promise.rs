//! Promises to pay. Whether one is met follows from the tab and is only exported.

use super::fields::{Fields, identity};
use super::source::Parse;
use crate::domain::follow_up::{FollowUp, FollowUpStage, Rule, Trigger};
use crate::domain::id::{CustomerId, EntryId, FollowUpId};
use crate::domain::promise::PromiseTerms;
use crate::domain::record::PromiseRecord;
use crate::domain::{Currency, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("made_on"),
    Column::left("promised_by"),
    Column::right("promised"),
    Column::left("note"),
    Column::left("stage"),
    Column::left("closed_on"),
    Column::left("outcome"),
    Column::left("first_promised_by"),
    Column::right("after_entry"),
    Column::left("met_on"),
];

pub(super) const NEEDED: &[&str] = &["customer", "promised_by"];

pub(super) fn cells(row: &PromiseRecord, currency: Currency) -> [Cell<'_>; 12] {
    let promise = &row.promise;
    let (terms, occasion) = (promise.promise, promise.occasion.as_ref());
    [
        Cell::Int(promise.id.number()),
        Cell::text(&row.customer),
        Cell::or_empty(terms, |terms| Cell::Day(terms.made_on)),
        Cell::Day(promise.due_on),
        Cell::or_empty(terms.and_then(|terms| terms.amount), |amount| {
            Cell::Money(amount, currency)
        }),
        Cell::text(&promise.text),
        Cell::text(promise.stage.key()),
        Cell::or_empty(promise.closed_on, Cell::Day),
        Cell::text(&promise.outcome),
        Cell::or_empty(occasion, |occasion| Cell::Day(occasion.day)),
        Cell::or_empty(row.after_entry, |entry| Cell::Int(entry.number())),
        Cell::or_empty(row.met_on, Cell::Day),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<PromiseRecord> {
    let id = row.id("id", FollowUpId::new);
    let customer = row.needed_text("customer");
    let (made_on, by) = (row.day("made_on"), row.needed_day("promised_by"));
    let amount = row.value("promised", |text| parse.currency.parse_positive(text));
    let stage = row.key_or("stage", FollowUpStage::Open);
    let (closed_on, first) = (row.day("closed_on"), row.day("first_promised_by"));
    // 0 where the tab had no entry yet.
    let after_entry = row.value("after_entry", |text| match text {
        "0" => Ok(0),
        other => identity(other),
    });
    let (by, stage) = (by?, stage?);
    let nobody = CustomerId::new(0);
    let occasion = Trigger { rule: Rule::Promise, customer: nobody, day: first?.unwrap_or(by) };
    let promise = FollowUp {
        id: id?,
        occasion: Some(occasion),
        stage,
        closed_on: match stage {
            FollowUpStage::Open => None,
            FollowUpStage::Done | FollowUpStage::Dropped => Some(closed_on?.unwrap_or(by)),
        },
        outcome: row.text("outcome"),
        promise: Some(PromiseTerms {
            amount: amount?,
            made_on: made_on?.unwrap_or(parse.today.min(by)),
            after_entry: EntryId::new(0),
        }),
        ..FollowUp::new(nobody, &row.text("note"), by)
    };
    let after_entry = after_entry?.map(EntryId::new);
    Some(PromiseRecord { promise, customer: customer?, after_entry, met_on: None })
}
