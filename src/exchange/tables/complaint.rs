//! Complaints. Their stage follows from their days.

use super::fields::Fields;
use super::source::Parse;
use crate::domain::complaint::{Complaint, ComplaintStage};
use crate::domain::contact::CustomerMood;
use crate::domain::id::{ComplaintId, CustomerId, DeliveryId};
use crate::domain::quantity::NumberError;
use crate::domain::record::ComplaintRecord;
use crate::domain::{Currency, Money};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("product"),
    Column::right("delivery"),
    Column::left("day"),
    Column::left("kind"),
    Column::left("text"),
    Column::left("owner"),
    Column::left("solve_by"),
    Column::left("answered"),
    Column::left("solved"),
    Column::left("closed"),
    Column::left("cause"),
    Column::left("remedy"),
    Column::right("discount"),
    Column::right("satisfaction"),
];

pub(super) const NEEDED: &[&str] = &["customer", "text"];

pub(super) fn cells(row: &ComplaintRecord, currency: Currency) -> [Cell<'_>; 16] {
    let one = &row.complaint;
    [
        Cell::Int(one.id.number()),
        Cell::text(&row.customer),
        Cell::or_empty(row.product.as_deref(), Cell::text),
        Cell::or_empty(one.delivery, |delivery| Cell::Int(delivery.number())),
        Cell::Day(one.on),
        Cell::text(&one.kind),
        Cell::text(&one.text),
        Cell::text(&one.owner),
        Cell::or_empty(one.promised_by, Cell::Day),
        Cell::or_empty(one.answered_on, Cell::Day),
        Cell::or_empty(one.solved_on, Cell::Day),
        Cell::or_empty(one.closed_on, Cell::Day),
        Cell::text(&one.cause),
        Cell::text(&one.remedy),
        Cell::Money(one.discount, currency),
        Cell::or_empty(one.satisfaction, |mood| Cell::Int(mood.number().into())),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<ComplaintRecord> {
    let id = row.id("id", ComplaintId::new);
    let customer = row.needed_text("customer");
    let product = Some(row.text("product")).filter(|name| !name.trim().is_empty());
    let delivery = row.maybe_id("delivery", DeliveryId::new);
    let (on, promised_by) = (row.day("day"), row.day("solve_by"));
    let (answered, solved, closed) = (row.day("answered"), row.day("solved"), row.day("closed"));
    let kind = Some(row.text("kind")).filter(|kind| !kind.trim().is_empty());
    let text = row.needed_text("text");
    let discount =
        row.value_or("discount", Money::ZERO, |text| parse.currency.parse_at_least_zero(text));
    let satisfaction = row.value("satisfaction", |text| {
        text.parse().ok().and_then(CustomerMood::new).ok_or(NumberError::Empty)
    });
    let complaint = Complaint {
        id: id?,
        customer: CustomerId::new(0),
        product: None,
        delivery: delivery?,
        on: on?.unwrap_or(parse.today),
        kind: kind.unwrap_or_else(|| "other".to_owned()),
        text: text?,
        owner: row.text("owner"),
        stage: ComplaintStage::Open,
        promised_by: promised_by?,
        answered_on: answered?,
        solved_on: solved?,
        closed_on: closed?,
        cause: row.text("cause"),
        remedy: row.text("remedy"),
        discount: discount?,
        satisfaction: satisfaction?,
    };
    Some(ComplaintRecord { complaint, customer: customer?, product })
}
