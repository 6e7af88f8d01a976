//! `product`.

use super::values::{self, DayText, MoneyText, OrNone, QuantityText};
use crate::domain::season::MonthWeights;
use crate::domain::{Quantity, Rate, product};
use clap::{Args, Subcommand};

/// The actions on products.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Product {
    /// Add a product
    Add(Add),
    /// Edit a product
    Edit(Edit),
    /// List products with their stock
    List(List),
    /// Show a product
    Show(Which),
    /// Retire a product: it is not sold any more
    Retire(Retire),
    /// Sell a retired product again
    Restore(Which),
    /// Record the quantity on order
    Order(Order),
    /// Record goods received
    Receive(Receive),
    /// Record a stock count, and the difference
    Count(Count),
}

/// Which products to list.
#[derive(Args, Debug)]
pub struct List {
    /// Retired ones too
    #[arg(long)]
    pub all: bool,
}

/// A product that is not sold any more.
#[derive(Args, Debug)]
pub struct Retire {
    /// Product: part of the name, pinyin, initials, or #id
    pub product: String,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// The quantity on order.
#[derive(Args, Debug)]
pub struct Order {
    /// Product: part of the name, pinyin, initials, or #id
    pub product: String,
    /// Quantity; 0 for nothing on order
    pub quantity: QuantityText,
    /// Day of arrival
    #[arg(long, value_name = "DATE")]
    pub arrives: Option<DayText>,
}

/// A product.
#[derive(Args, Debug)]
pub struct Which {
    /// Product: part of the name, pinyin, initials, or #id
    pub product: String,
}

/// A new product.
#[derive(Args, Debug)]
pub struct Add {
    /// Name
    pub name: String,
    /// Unit: kg, L, bottle
    #[arg(long)]
    pub unit: String,
    /// Price per unit
    #[arg(long, value_name = "MONEY")]
    pub price: MoneyText,
    /// Stock now
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_nothing)]
    pub stock: Option<Quantity>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Fields,
}

/// The changes of a product.
#[derive(Args, Debug)]
pub struct Edit {
    /// Product: part of the name, pinyin, initials, or #id
    pub product: String,
    /// Name
    #[arg(long)]
    pub name: Option<String>,
    /// Unit: kg, L, bottle
    #[arg(long)]
    pub unit: Option<String>,
    /// Price per unit
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Fields,
}

/// The fields of a product except name, unit and price.
#[derive(Args, Debug)]
pub struct Fields {
    /// Cost per unit
    #[arg(long, value_name = "MONEY")]
    pub cost: Option<MoneyText>,
    /// Quantity of one sack or case, or none
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub pack: Option<OrNone<Quantity>>,
    /// Buy more when stock falls to this, or none
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub reorder: Option<OrNone<Quantity>>,
    /// Kind; products of one kind share forecasts: rice
    #[arg(long)]
    pub kind: Option<String>,
    /// Use per adult per day, or none
    #[arg(long, value_name = "QTY", value_parser = values::rate_or_none)]
    pub appetite: Option<OrNone<Rate>>,
    /// A child's use as a share of an adult's: 0.5
    #[arg(long, value_name = "PART", value_parser = product::parse_part)]
    pub child: Option<u16>,
    /// Weights of the twelve months, January first, or none: 1.2,1,1,1,1,0.8,0.8,0.8,1,1,1,1.2
    #[arg(long, value_name = "WEIGHTS", value_parser = values::months_or_none)]
    pub months: Option<OrNone<MonthWeights>>,
    /// Checklist at the door, up to four lines separated by `;`, or none [default: four lines for rice]
    #[arg(long, value_name = "TEXTS")]
    pub checklist: Option<String>,
    /// Returnable container in which each unit comes, or none
    #[arg(long, value_name = "NAME")]
    pub container: Option<String>,
    /// A senior's use as a share of an adult's: 0.7
    #[arg(long, value_name = "PART", value_parser = product::parse_part)]
    pub elder: Option<u16>,
}

/// Goods that come in.
#[derive(Args, Debug)]
pub struct Receive {
    /// Product: part of the name, pinyin, initials, or #id
    pub product: String,
    /// Quantity
    #[arg(value_name = "QTY")]
    pub quantity: QuantityText,
    /// Cost per unit
    #[arg(long, value_name = "MONEY")]
    pub cost: Option<MoneyText>,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Stock that was counted.
#[derive(Args, Debug)]
pub struct Count {
    /// Product: part of the name, pinyin, initials, or #id
    pub product: String,
    /// Quantity counted
    #[arg(value_name = "QTY")]
    pub quantity: QuantityText,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}
