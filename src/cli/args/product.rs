//! `product`.

use super::values::{self, DayText, MoneyText, OrNone};
use crate::domain::{Quantity, Rate, product};
use clap::{Args, Subcommand};

/// What can be done with products.
#[derive(Subcommand, Debug)]
pub enum Product {
    /// Write a product down
    Add(Add),
    /// Change what is known of a product
    Edit(Edit),
    /// List products with their stock
    List,
    /// Show a product
    Show(Which),
    /// Say how much is on order, in all
    Order(Order),
    /// Goods come in
    Receive(Receive),
    /// Stock was counted: the difference is written down
    Count(Count),
}

/// What is on order.
#[derive(Args, Debug)]
pub struct Order {
    /// The product: its name, a part of it, its pinyin or initials, or #id
    pub product: String,
    /// How much; 0 if nothing is any more
    #[arg(value_parser = values::quantity_or_nothing)]
    pub quantity: Quantity,
    /// The day on which it is to come
    #[arg(long, value_name = "DATE")]
    pub arrives: Option<DayText>,
}

/// A product.
#[derive(Args, Debug)]
pub struct Which {
    /// The product: its name, a part of it, its pinyin or initials, or #id
    pub product: String,
}

/// A new product.
#[derive(Args, Debug)]
pub struct Add {
    /// The name
    pub name: String,
    /// What a quantity of one is: kg, L, bottle
    #[arg(long)]
    pub unit: String,
    /// For one unit
    #[arg(long, value_name = "MONEY")]
    pub price: MoneyText,
    /// What is in the store room already
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_nothing)]
    pub stock: Option<Quantity>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Fields,
}

/// What changes of a product.
#[derive(Args, Debug)]
pub struct Edit {
    /// The product: its name, a part of it, its pinyin or initials, or #id
    pub product: String,
    /// The name
    #[arg(long)]
    pub name: Option<String>,
    /// What a quantity of one is: kg, L, bottle
    #[arg(long)]
    pub unit: Option<String>,
    /// For one unit
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Fields,
}

/// What is known of a product beside name, unit and price.
#[derive(Args, Debug)]
pub struct Fields {
    /// What one unit costs us
    #[arg(long, value_name = "MONEY")]
    pub cost: Option<MoneyText>,
    /// The quantity of one sack or case, or none
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub pack: Option<OrNone<Quantity>>,
    /// Buy more when stock falls to this, or none
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub reorder: Option<OrNone<Quantity>>,
    /// Products of one kind are used alike: rice
    #[arg(long)]
    pub kind: Option<String>,
    /// What one adult uses in a day, or none
    #[arg(long, value_name = "QTY", value_parser = values::rate_or_none)]
    pub appetite: Option<OrNone<Rate>>,
    /// A child's appetite as a part of an adult's: 0.5
    #[arg(long, value_name = "PART", value_parser = product::parse_part)]
    pub child: Option<u16>,
    /// An old person's appetite as a part of an adult's: 0.7
    #[arg(long, value_name = "PART", value_parser = product::parse_part)]
    pub elder: Option<u16>,
}

/// Goods that come in.
#[derive(Args, Debug)]
pub struct Receive {
    /// The product: its name, a part of it, its pinyin or initials, or #id
    pub product: String,
    /// How much
    #[arg(value_name = "QTY", value_parser = values::quantity)]
    pub quantity: Quantity,
    /// What one unit cost
    #[arg(long, value_name = "MONEY")]
    pub cost: Option<MoneyText>,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Stock that was counted.
#[derive(Args, Debug)]
pub struct Count {
    /// The product: its name, a part of it, its pinyin or initials, or #id
    pub product: String,
    /// How much was found
    #[arg(value_name = "QTY", value_parser = values::quantity_or_nothing)]
    pub quantity: Quantity,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}
