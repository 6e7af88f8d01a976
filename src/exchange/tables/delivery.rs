//! Deliveries with their lines.
//!
//! A line that was not brought yet is `rice=15`. In a delivery that is done, that means as much as was
//! planned at today's price. Charges are not made from deliveries: they stand among the entries.

use super::FieldError;
use super::fields::Fields;
use super::source::Parse;
use crate::domain::delivery::{Checklist, Delivery, DeliveryStage, DoorChecklist};
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::record::{DeliveryLineRecord, DeliveryRecord};
use crate::domain::{Currency, Quantity, StableName};
use crate::exchange::{Cell, Column};
use std::fmt::Write;

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("stage"),
    Column::left("planned_for"),
    Column::left("closed_on"),
    Column::left("reason"),
    Column::left("checklist"),
    Column::left("early"),
    Column::left("lines"),
    Column::left("external"),
];

pub(super) const NEEDED: &[&str] = &["customer", "planned_for", "lines"];

pub(super) fn cells(row: &DeliveryRecord, currency: Currency) -> [Cell<'_>; 10] {
    let delivery = &row.delivery;
    [
        Cell::Int(delivery.id.number()),
        Cell::text(&row.customer),
        Cell::name("stage", delivery.stage.key()),
        Cell::Day(delivery.planned_for),
        Cell::or_empty(delivery.closed_on, Cell::Day),
        Cell::text(&delivery.reason),
        Cell::text(row.ticks.join(";")),
        if delivery.early { Cell::Flag(true) } else { Cell::Empty },
        Cell::text(lines(&row.lines, currency)),
        Cell::or_empty(delivery.external.as_deref(), Cell::text),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<DeliveryRecord> {
    let id = row.id("id", DeliveryId::new);
    let customer = row.needed_text("customer");
    let stage = row.key_or("stage", DeliveryStage::Planned);
    let planned_for = row.needed_day("planned_for");
    let closed_on = row.day("closed_on");
    let ticks = read_ticks(row);
    let early = row.value_or("early", false, yes_or_no);
    let lines = row.needed("lines", |text| read_lines(text, parse.currency));
    let external = row.external();
    let (stage, planned_for, lines) = (stage?, planned_for?, lines?);
    agree(row, stage, closed_on.flatten().is_some(), &lines)?;
    let closed_on = match stage {
        DeliveryStage::Planned => closed_on?,
        DeliveryStage::Done | DeliveryStage::Missed | DeliveryStage::Cancelled => {
            closed_on?.or(Some(planned_for))
        }
    };
    let delivery = Delivery {
        id: id?,
        customer: CustomerId::new(0),
        stage,
        planned_for,
        closed_on,
        reason: row.text("reason"),
        // The goods say what its names mean.
        checklist: Checklist::default(),
        early: early?,
        lines: Vec::new(),
        external: external?,
    };
    Some(DeliveryRecord { delivery, customer: customer?, ticks: ticks?, lines })
}

/// Checks that a planned delivery is not closed, and that only a done one has delivered lines.
/// Notes the fault in `row` and returns `None` otherwise.
fn agree(
    row: &mut Fields<'_>,
    stage: DeliveryStage,
    closed: bool,
    lines: &[DeliveryLineRecord],
) -> Option<()> {
    if stage == DeliveryStage::Planned && closed {
        let closed = [DeliveryStage::Done, DeliveryStage::Missed, DeliveryStage::Cancelled]
            .map(DeliveryStage::key)
            .to_vec();
        row.wrong("stage", FieldError::NoneOf { text: stage.key().to_owned(), known: closed });
        return None;
    }
    let brought = lines.iter().find(|line| line.delivered.is_some());
    if let Some(line) = brought.filter(|_| stage != DeliveryStage::Done) {
        let text = line.product.clone();
        row.wrong("lines", FieldError::Form { text, example: "rice=15" });
        return None;
    }
    Some(())
}

fn yes_or_no(text: &str) -> Result<bool, FieldError> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(FieldError::NoneOf { text: text.to_owned(), known: vec!["yes", "no"] }),
    }
}

/// Reads the names of the ticks; notes the fault if they are more than a checklist has lines.
fn read_ticks(row: &mut Fields<'_>) -> Option<Vec<String>> {
    let ticks = row.words("checklist");
    match ticks.get(DoorChecklist::MOST) {
        None => Some(ticks.iter().map(|tick| tick.trim().to_owned()).collect()),
        Some(tick) => {
            let known = Checklist::NAMES.to_vec();
            row.wrong("checklist", FieldError::NoneOf { text: tick.clone(), known });
            None
        }
    }
}

fn lines(lines: &[DeliveryLineRecord], currency: Currency) -> String {
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        let gap = if place == 0 { "" } else { ";" };
        // Writing to a string cannot fail.
        let _ = write!(text, "{gap}{}={}", line.product, line.planned);
        if let (Some(delivered), Some(price)) = (line.delivered, line.price) {
            let _ = write!(text, "/{delivered}@{}", currency.plain(price));
            if let Some(cost) = line.cost {
                let _ = write!(text, "/{}", currency.plain(cost));
            }
        }
    }
    text
}

fn read_lines(text: &str, currency: Currency) -> Result<Vec<DeliveryLineRecord>, FieldError> {
    text.split(';').map(|line| read_line(line, currency)).collect()
}

fn read_line(text: &str, currency: Currency) -> Result<DeliveryLineRecord, FieldError> {
    let form = || FieldError::Form { text: text.to_owned(), example: "rice=15/15@42.50/30" };
    let (product, amounts) = text.rsplit_once('=').ok_or_else(form)?;
    let line = |planned: &str| {
        let planned = Quantity::parse_at_least_zero(planned)?;
        Ok::<_, FieldError>(DeliveryLineRecord {
            product: product.to_owned(),
            planned,
            delivered: None,
            price: None,
            cost: None,
        })
    };
    match amounts.split_once('/') {
        None => line(amounts),
        Some((planned, brought)) => {
            let (delivered, price) = brought.split_once('@').ok_or_else(form)?;
            let (price, cost) = match price.split_once('/') {
                Some((price, cost)) => (price, Some(currency.parse_at_least_zero(cost)?)),
                None => (price, None),
            };
            Ok(DeliveryLineRecord {
                delivered: Some(Quantity::parse(delivered)?),
                price: Some(currency.parse_at_least_zero(price)?),
                cost,
                ..line(planned)?
            })
        }
    }
}
