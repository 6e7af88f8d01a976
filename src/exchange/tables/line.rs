//! Lines: what the deliveries brought, one product a row. They are exported only; an import reads them
//! in the cell of their delivery.

use crate::domain::record::{DeliveryLineRecord, DeliveryRecord};
use crate::domain::{Currency, Money, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("delivery"),
    Column::right("line"),
    Column::left("customer"),
    Column::left("day"),
    Column::left("stage"),
    Column::left("product"),
    Column::right("planned"),
    Column::right("delivered"),
    Column::right("price"),
    Column::right("amount"),
    Column::right("cost"),
];

pub(super) fn cells<'a>(
    row: &'a DeliveryRecord,
    number: u32,
    line: &'a DeliveryLineRecord,
    currency: Currency,
) -> [Cell<'a>; 11] {
    let delivery = &row.delivery;
    let money = |money: Money| Cell::Money(money, currency);
    let amount = line.delivered.zip(line.price).map(|(delivered, price)| delivered.times(price));
    [
        Cell::Int(delivery.id.number()),
        Cell::Int(number.into()),
        Cell::text(&row.customer),
        Cell::Day(delivery.closed_on.unwrap_or(delivery.planned_for)),
        Cell::name("stage", delivery.stage.key()),
        Cell::text(&line.product),
        Cell::Quantity(line.planned),
        Cell::or_empty(line.delivered, Cell::Quantity),
        Cell::or_empty(line.price, money),
        Cell::or_empty(amount, money),
        Cell::or_empty(line.cost, money),
    ]
}
