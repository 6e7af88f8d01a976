//! Products.
//!
//! | column | what it holds | empty |
//! |---|---|---|
//! | `id` | the notebook's number | is made |
//! | `name` | the name, unique whatever the case | never |
//! | `unit` | what a quantity of one is: `kg` | never |
//! | `kind` | products of one kind are used alike: `rice` | not said |
//! | `price` | of a unit | never |
//! | `cost` | what a unit costs us | 0 |
//! | `pack` | the quantity of one sack | sold loose |
//! | `reorder` | buy more when the stock falls to this | never |
//! | `appetite` | what an adult uses in a day | people do not tell the use |
//! | `child`, `elder` | their appetite as a part of an adult's | 0.5 and 0.7 |
//! | `on_order` | how much is on order | nothing |
//! | `arrives_on` | when that is to come | not said |
//! | `stock` | what is in the store room now | 0 |
//! | `stock_in` | all that was put in: `stock` and whatever was delivered out of it | as `stock` |
//! | `months` | twelve weights of the months from January on | used alike all year |
//!
//! An import puts `stock_in` into the store room, because the deliveries that are imported behind it
//! take their goods out again. Where no deliveries follow, leave the column out: then it is `stock`.

use super::fields::Fields;
use super::source::Parse;
use crate::domain::id::ProductId;
use crate::domain::product::Product;
use crate::domain::quantity::NumberError;
use crate::domain::record::ProductRecord;
use crate::domain::season::MonthWeights;
use crate::domain::{Currency, Money, Quantity, Rate};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("name"),
    Column::left("unit"),
    Column::left("kind"),
    Column::right("price"),
    Column::right("cost"),
    Column::right("pack"),
    Column::right("reorder"),
    Column::right("appetite"),
    Column::right("child"),
    Column::right("elder"),
    Column::right("on_order"),
    Column::left("arrives_on"),
    Column::right("stock"),
    Column::right("stock_in"),
    Column::left("months"),
];

pub(super) const NEEDED: &[&str] = &["name", "unit", "price"];

pub(super) fn cells(row: &ProductRecord, currency: Currency) -> [Cell<'_>; 16] {
    let product = &row.product;
    let thousandths = |weight: u16| Cell::Quantity(Quantity::from_thousandths(weight.into()));
    [
        Cell::Int(product.id.number()),
        Cell::text(&product.name),
        Cell::text(&product.unit),
        Cell::text(&product.kind),
        Cell::Money(product.price, currency),
        Cell::Money(product.cost, currency),
        Cell::or_empty(product.pack, Cell::Quantity),
        Cell::or_empty(product.reorder, Cell::Quantity),
        Cell::or_empty(product.appetite, Cell::Rate),
        thousandths(product.child),
        thousandths(product.elder),
        Cell::or_empty(product.on_order, Cell::Quantity),
        Cell::or_empty(product.arrives_on, Cell::Day),
        Cell::Quantity(row.stock),
        Cell::Quantity(row.stock_in),
        Cell::or_empty(product.months, |months| Cell::text(months.to_string())),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<ProductRecord> {
    let money = |text: &str| parse.currency.parse_at_least_zero(text);
    let id = row.id("id", ProductId::new);
    let (name, unit) = (row.needed_text("name"), row.needed_text("unit"));
    let price = row.needed("price", money);
    let cost = row.value_or("cost", Money::ZERO, money);
    let pack = row.value("pack", Quantity::parse_positive);
    let reorder = row.value("reorder", Quantity::parse_at_least_zero);
    let appetite = row.value("appetite", Rate::parse_positive);
    let (child, elder) = (row.value("child", weight), row.value("elder", weight));
    let on_order = row.value("on_order", Quantity::parse_positive);
    let arrives_on = row.day("arrives_on");
    let months = row.value("months", MonthWeights::parse);
    let stock = row.value_or("stock", Quantity::ZERO, Quantity::parse);
    let stock_in = row.value("stock_in", Quantity::parse);
    let known = Product::new(id?, name?, unit?, price?);
    let product = Product {
        kind: row.text("kind"),
        cost: cost?,
        pack: pack?,
        reorder: reorder?,
        appetite: appetite?,
        child: child?.unwrap_or(known.child),
        elder: elder?.unwrap_or(known.elder),
        months: months?,
        on_order: on_order?,
        arrives_on: arrives_on?,
        ..known
    };
    let stock = stock?;
    Some(ProductRecord { product, stock, stock_in: stock_in?.unwrap_or(stock) })
}

/// A part of an adult's appetite, kept in thousandths.
fn weight(text: &str) -> Result<u16, NumberError> {
    let weight = Quantity::parse_at_least_zero(text)?.thousandths();
    u16::try_from(weight).map_err(|_| NumberError::TooLarge { text: text.to_owned() })
}
