//! A product: what we sell, how fast people use it, and what is in the store room.

use super::customer::Household;
use super::day::Day;
use super::delivery::DoorChecklist;
use super::field::{QuantityRange, ValueKind, access, apply_patch, record_fields};
use super::id::ProductId;
use super::money::Money;
use super::quantity::{NumberError, Quantity, Rate};
use super::season::MonthWeights;
use super::stable_name::{StableName, keys};
use super::text::rules;

/// One product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Product {
    /// Given by the store.
    pub id: ProductId,
    /// Unique, whatever the case: `rice`, `珍珠米`.
    pub name: String,
    /// Unit: `kg`, `斤`, `L`, `bottle`.
    pub unit: String,
    /// Products of one kind are used alike: `rice`.
    pub kind: String,
    /// For one unit.
    pub price: Money,
    /// Cost per unit.
    pub cost: Money,
    /// The quantity of one sack or case; `None` if it is sold loose.
    pub pack: Option<Quantity>,
    /// Buy more when stock falls to this.
    pub reorder: Option<Quantity>,
    /// Use per adult per day; `None` if unknown.
    pub appetite: Option<Rate>,
    /// A child's appetite in thousandths of an adult's.
    pub child: u16,
    /// An old person's appetite in thousandths of an adult's.
    pub elder: u16,
    /// Weights of the months; `None` if it is used alike all year.
    pub months: Option<MonthWeights>,
    /// Lines of the checklist at the door; empty if it is the usual one of its kind.
    pub checklist: Vec<String>,
    /// Quantity on order from suppliers.
    pub on_order: Option<Quantity>,
    /// When that is to come, if somebody said.
    pub arrives_on: Option<Day>,
    /// The day on which it was retired; `None` if it is on sale.
    pub retired_on: Option<Day>,
    /// The name of the kind of returnable container in which each unit comes; empty if it comes in none.
    pub container: String,
}

impl Product {
    /// A product of which only the name, the unit and the price are known.
    pub fn new(id: ProductId, name: String, unit: String, price: Money) -> Self {
        Self {
            id,
            name,
            unit,
            kind: String::new(),
            price,
            cost: Money::ZERO,
            pack: None,
            reorder: None,
            appetite: None,
            child: 500,
            elder: 700,
            months: None,
            checklist: Vec::new(),
            on_order: None,
            arrives_on: None,
            retired_on: None,
            container: String::new(),
        }
    }

    /// Returns the household's size in adult equivalents.
    pub fn adults_worth(&self, people: Household) -> f64 {
        f64::from(people.adults)
            + f64::from(people.children) * f64::from(self.child) / 1000.0
            + f64::from(people.elders) * f64::from(self.elder) / 1000.0
    }

    /// Returns the cost of a unit; `None` if it is unknown.
    pub fn known_cost(&self) -> Option<Money> {
        Some(self.cost).filter(|cost| cost.is_positive())
    }

    /// Returns the checklist at the door.
    pub fn door_checklist(&self) -> DoorChecklist {
        DoorChecklist::of(self.checklist.clone(), &self.kind, &self.name)
    }

    /// Returns whether another product shares its forecasts with this one.
    pub fn is_used_like(&self, other: &Self) -> bool {
        let kind = |product: &Self| match product.kind.is_empty() {
            true => product.name.to_lowercase(),
            false => product.kind.to_lowercase(),
        };
        kind(self) == kind(other) && self.unit.eq_ignore_ascii_case(&other.unit)
    }

    /// Puts in what was typed.
    pub fn apply(&mut self, patch: ProductPatch) {
        apply_patch::<ProductField>(self, patch);
    }
}

/// Changes to a product: fields that are `Some` are set, the others stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each field is the field of Product with the same name")]
pub struct ProductPatch {
    pub name: Option<String>,
    pub unit: Option<String>,
    pub kind: Option<String>,
    pub price: Option<Money>,
    pub cost: Option<Money>,
    pub pack: Option<Option<Quantity>>,
    pub reorder: Option<Option<Quantity>>,
    pub appetite: Option<Option<Rate>>,
    pub child: Option<u16>,
    pub elder: Option<u16>,
    pub on_order: Option<Option<Quantity>>,
    pub arrives_on: Option<Option<Day>>,
    pub months: Option<Option<MonthWeights>>,
    pub checklist: Option<Vec<String>>,
    pub retired_on: Option<Option<Day>>,
    pub container: Option<String>,
}

/// A field of [`Product`] that people and files can set; how to add one is in the documentation of the
/// crate.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of Product with the same name")]
pub enum ProductField {
    Name,
    Unit,
    Kind,
    Price,
    Cost,
    Pack,
    Reorder,
    Appetite,
    Child,
    Elder,
    OnOrder,
    ArrivesOn,
    Months,
    Checklist,
    RetiredOn,
    Container,
}

// In the order of the columns of an export.
keys!(ProductField {
    Name = "name",
    Unit = "unit",
    Kind = "kind",
    Price = "price",
    Cost = "cost",
    Pack = "pack",
    Reorder = "reorder",
    Appetite = "appetite",
    Child = "child",
    Elder = "elder",
    OnOrder = "on_order",
    ArrivesOn = "arrives_on",
    Months = "months",
    Checklist = "door_checklist",
    RetiredOn = "retired_on",
    Container = "container",
});

record_fields!(ProductField: Product, ProductPatch);

impl ProductField {
    /// Returns the kind of its value, with access to it.
    pub const fn kind(self) -> ValueKind<Product, ProductPatch> {
        match self {
            Self::Name => ValueKind::Required(rules::PRODUCT_NAME, access!(name)),
            Self::Unit => ValueKind::Required(rules::UNIT, access!(unit)),
            Self::Kind => ValueKind::Text(rules::KIND, access!(kind)),
            Self::Price => ValueKind::Price(access!(price)),
            Self::Cost => ValueKind::Price(access!(cost)),
            Self::Pack => ValueKind::Quantity(QuantityRange::Positive, access!(pack)),
            Self::Reorder => ValueKind::Quantity(QuantityRange::AtLeastZero, access!(reorder)),
            Self::Appetite => ValueKind::Rate(access!(appetite)),
            Self::Child => ValueKind::Part(access!(child)),
            Self::Elder => ValueKind::Part(access!(elder)),
            Self::OnOrder => ValueKind::Quantity(QuantityRange::Positive, access!(on_order)),
            Self::ArrivesOn => ValueKind::Day(access!(arrives_on)),
            Self::Months => ValueKind::Months(access!(months)),
            Self::Checklist => ValueKind::Texts(rules::CHECKLIST, access!(checklist)),
            Self::RetiredOn => ValueKind::Day(access!(retired_on)),
            Self::Container => ValueKind::Text(rules::CONTAINER, access!(container)),
        }
    }

    /// Returns the column of the database that holds it.
    pub const fn column(self) -> &'static str {
        self.name()
    }

    /// Returns its column in an exported or imported file.
    pub fn file_column(self) -> &'static str {
        self.key()
    }
}

/// Parses the lines of a checklist, separated by semicolons.
pub fn checklist_lines(text: &str) -> Vec<String> {
    let lines = text.split([';', '；']).map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Reads a part of an adult's appetite, `0.5`, in thousandths.
///
/// # Errors
/// If it is no number, or below zero, or too large to keep.
pub fn parse_part(text: &str) -> Result<u16, NumberError> {
    let thousandths = Quantity::parse_at_least_zero(text)?.thousandths();
    u16::try_from(thousandths).map_err(|_| NumberError::TooLarge { text: text.to_owned() })
}

/// Why stock changed other than by a delivery.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MoveReason {
    /// There when the notebook was begun.
    Opening,
    /// Bought.
    Received,
    /// The difference that a stock-taking found.
    Counted,
}

keys!(MoveReason { Opening = "opening", Received = "received", Counted = "counted" });

/// Goods into the store room (or out, when a count finds less). Deliveries take goods out by their lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StockMove {
    /// Of what.
    pub product: ProductId,
    /// When.
    pub on: Day,
    /// Negative takes out.
    pub quantity: Quantity,
    /// Cost per unit, if it was bought.
    pub cost: Option<Money>,
    /// Why.
    pub reason: MoveReason,
}
