//! A delivery: a visit that brings goods, from the plan to what happened at the door.

use super::container::DoorContainers;
use super::day::Day;
use super::entry_kind::OverLimit;
use super::id::{CustomerId, DeliveryId, ProductId};
use super::jar::Level;
use super::money::Money;
use super::quantity::Quantity;
use super::stable_name::keys;

/// Stage of a delivery. A proposed one is only computed and has no row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DeliveryStage {
    /// Promised for its day.
    Planned,
    /// Brought.
    Done,
    /// Nobody was there; a later one takes its place.
    Missed,
    /// Not wanted any more.
    Cancelled,
}

keys!(DeliveryStage { Planned = "planned", Done = "done", Missed = "missed", Cancelled = "cancelled" });

/// Checklist at the door: old goods removed, container cleaned, new goods added, old goods on top.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Checklist {
    /// The old goods were taken out first.
    pub old_out: bool,
    /// The jar was cleaned.
    pub cleaned: bool,
    /// The new goods went in below.
    pub new_in: bool,
    /// The old goods lie on top, to be used first.
    pub old_on_top: bool,
}

impl Checklist {
    /// The stable names of the ticks for rice, in the order of the fields.
    pub const NAMES: [&str; 4] = ["old-out", "cleaned", "new-in", "old-on-top"];

    /// Returns the names of the ticks: the lines of the checklist, or those for rice where it has no line.
    pub fn names(self, checklist: &DoorChecklist) -> Vec<String> {
        let names = (0..Self::NAMES.len()).zip(checklist.names());
        let ticked = names.filter(|(place, _)| self.bits() >> place & 1 == 1);
        ticked.map(|(_, name)| name.to_owned()).collect()
    }

    /// Returns the ticks with these names, of the checklist or of the one for rice; a name of neither is an
    /// error.
    pub fn of_names(names: &[String], checklist: &DoorChecklist) -> Result<Self, String> {
        let place = |name: &String| {
            let own = checklist.names().position(|line| line == name);
            own.or_else(|| Self::NAMES.iter().position(|line| line == name))
        };
        let mut bits = 0;
        for name in names {
            bits |= 1 << place(name).ok_or_else(|| name.clone())?;
        }
        Ok(Self::from_bits(bits))
    }

    /// The ticks as bits, in the order of the fields.
    pub fn bits(self) -> u8 {
        let ticks = [self.old_out, self.cleaned, self.new_in, self.old_on_top];
        ticks.into_iter().rev().fold(0, |bits, tick| bits << 1 | u8::from(tick))
    }

    /// The ticks of some bits; higher bits mean nothing.
    pub fn from_bits(bits: u8) -> Self {
        let tick = |place: u8| bits >> place & 1 == 1;
        Self { old_out: tick(0), cleaned: tick(1), new_in: tick(2), old_on_top: tick(3) }
    }
}

/// The checklist at the door for a product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DoorChecklist {
    /// The four lines for rice, which is poured onto what is left.
    Rice,
    /// The lines that the shop set, at most [`DoorChecklist::MOST`]; none for other goods by default.
    Lines(Vec<String>),
}

impl DoorChecklist {
    /// Maximum number of lines.
    pub const MOST: usize = Checklist::NAMES.len();
    /// The only line of a product without a checklist.
    pub const NONE: &str = "none";

    /// Returns the checklist of a product: the lines that the shop set, or else what is usual for its
    /// kind, or for its name if it has no kind.
    pub fn of(lines: Vec<String>, kind: &str, name: &str) -> Self {
        let kind = if kind.is_empty() { name } else { kind };
        match lines.as_slice() {
            [] if is_rice(kind) => Self::Rice,
            [none] if none.eq_ignore_ascii_case(Self::NONE) => Self::Lines(Vec::new()),
            _ => Self::Lines(lines),
        }
    }
}

impl DoorChecklist {
    /// Returns the one checklist for several goods: the one for rice if there is any, or else the lines of
    /// all, up to the maximum.
    pub fn of_all<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let mut lines: Vec<String> = Vec::new();
        for checklist in all {
            match checklist {
                Self::Rice => return Self::Rice,
                Self::Lines(own) => {
                    let new: Vec<_> = own.iter().filter(|line| !lines.contains(line)).collect();
                    lines.extend(new.into_iter().cloned());
                }
            }
        }
        lines.truncate(Self::MOST);
        Self::Lines(lines)
    }

    /// Returns the names of all ticks: the lines of the checklist, and those for rice behind them.
    fn names(&self) -> impl Iterator<Item = &str> {
        let own = match self {
            Self::Rice => &[],
            Self::Lines(lines) => lines.as_slice(),
        };
        let rest = Checklist::NAMES.into_iter().skip(own.len());
        own.iter().map(String::as_str).chain(rest)
    }
}

/// Returns whether a kind or name is one of rice: `brown rice`, `珍珠米`, but neither corn nor shrimp.
fn is_rice(kind: &str) -> bool {
    let mut words = kind.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| {
        let is_other = ["玉米", "虾米", "蝦米"].iter().any(|other| word.ends_with(other));
        word.eq_ignore_ascii_case("rice") || word.ends_with('米') && !is_other
    })
}

/// One product of a delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeliveryLine {
    /// The product.
    pub product: ProductId,
    /// Planned quantity; zero for goods added at the door.
    pub planned: Quantity,
    /// Delivered quantity, below zero for goods that came back; `None` until it is done.
    pub delivered: Option<Quantity>,
    /// The price of a unit that was charged; `None` until it is done.
    pub price: Option<Money>,
    /// The cost of a unit to the shop when it was delivered; `None` until then, or if it was unknown.
    pub cost: Option<Money>,
}

impl DeliveryLine {
    /// Returns the amount charged for it; `None` until it is done.
    pub fn amount(&self) -> Option<Money> {
        Some(self.delivered?.times(self.price?))
    }
}

/// One delivery.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delivery {
    /// Given by the store.
    pub id: DeliveryId,
    /// To whom.
    pub customer: CustomerId,
    /// Stage.
    pub stage: DeliveryStage,
    /// The day of the plan.
    pub planned_for: Day,
    /// The day on which it was done, missed or cancelled.
    pub closed_on: Option<Day>,
    /// Why it was missed or cancelled.
    pub reason: String,
    /// Checklist at the door.
    pub checklist: Checklist,
    /// True if it was planned while the jars were safe by their forecasts: where nobody looked, there
    /// should have been something left.
    pub early: bool,
    /// Its products, by product.
    pub lines: Vec<DeliveryLine>,
    /// The reference of another system by which it was imported, if it has one.
    pub external: Option<String>,
}

/// A delivery to be planned: without lines it brings what the customer's jars ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// To whom.
    pub customer: CustomerId,
    /// On which day.
    pub on: Day,
    /// Goods and quantities.
    pub lines: Vec<(ProductId, Quantity)>,
}

/// Treatment of planned goods that were not delivered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ShortfallPolicy {
    /// Brought on the next day of delivery.
    #[default]
    Replan,
    /// Not wanted any more.
    Drop,
}

keys!(ShortfallPolicy { Replan = "replan", Drop = "drop" });

/// A delivery that was brought: one that was promised, or one that nobody planned before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DeliverySource {
    /// A promised one.
    Promised(DeliveryId),
    /// One that is written down only now, as done.
    Unplanned {
        /// To whom.
        customer: CustomerId,
        /// Planned goods.
        lines: Vec<(ProductId, Quantity)>,
    },
}

impl From<DeliveryId> for DeliverySource {
    fn from(delivery: DeliveryId) -> Self {
        Self::Promised(delivery)
    }
}

/// Goods that were handed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeliveredLine {
    /// The product.
    pub product: ProductId,
    /// Quantity.
    pub quantity: Quantity,
    /// The price of a unit; `None` is the agreed one, and nothing is a gift.
    pub price: Option<Money>,
}

/// Report of a delivery at the door.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeliveryReport {
    /// Which delivery.
    pub visit: DeliverySource,
    /// When.
    pub on: Day,
    /// Lines that differ from the plan in product, quantity or price.
    pub lines: Vec<DeliveredLine>,
    /// Levels of the jars; without a product, of the only one in this delivery.
    pub left: Vec<(Option<ProductId>, Level)>,
    /// Amount paid at the door.
    pub paid: Option<Money>,
    /// Method of the payment: cash, transfer; empty if it is not said.
    pub method: String,
    /// Number of prepaid tickets that pay for goods; without a product, for the only one in this delivery for which
    /// the customer has any.
    pub tickets: Vec<(Option<ProductId>, u32)>,
    /// Checklist.
    pub checklist: Checklist,
    /// Treatment of goods that were not delivered.
    pub rest: ShortfallPolicy,
    /// Handling of a charge beyond the customer's credit limit.
    pub over: OverLimit,
    /// Note of the charge: the reason why it goes beyond the limit.
    pub note: String,
    /// The containers that are exchanged.
    pub containers: DoorContainers,
}

/// Where goods go that came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ReturnedStock {
    /// Into the store room, to be sold again.
    #[default]
    Restocked,
    /// Nowhere: they cannot be sold.
    Waste,
}

/// Goods that a customer gives back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoodsReturn {
    /// The customer.
    pub customer: CustomerId,
    /// When.
    pub on: Day,
    /// The goods with positive quantities; a price of `None` is the one that was charged last.
    pub lines: Vec<DeliveredLine>,
    /// Why.
    pub reason: String,
    /// Where they go.
    pub stock: ReturnedStock,
}

/// Changes to a planned or done delivery; what is not named stays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeliveryEdit {
    /// Which delivery.
    pub delivery: DeliveryId,
    /// The new day of a planned one; a done one stays on its day.
    pub on: Option<Day>,
    /// New quantities, and of a done one new prices; a price of `None` stays.
    pub lines: Vec<DeliveredLine>,
    /// Levels of the jars before a done one; without a product, of the only one in this delivery.
    pub left: Vec<(Option<ProductId>, Level)>,
    /// Total amount paid at a done one.
    pub paid: Option<Money>,
}

#[cfg(test)]
mod tests {
    use super::*;

    // F7
    #[test]
    fn rice_has_its_four_lines_and_other_goods_have_none_until_the_shop_sets_them() {
        let of = |kind: &str, name: &str| DoorChecklist::of(Vec::new(), kind, name);
        for rice in ["rice", "Brown Rice", "珍珠米", "米"] {
            assert_eq!(of(rice, "x"), DoorChecklist::Rice, "{rice}");
            assert_eq!(of("", rice), DoorChecklist::Rice, "{rice}");
        }
        for other in ["water", "gas", "price", "玉米", "桶装水", "虾米"] {
            assert_eq!(of(other, "rice"), DoorChecklist::Lines(Vec::new()), "{other}");
        }
        let set = |lines: &[&str]| {
            DoorChecklist::of(lines.iter().map(|line| line.to_string()).collect(), "rice", "rice")
        };
        assert_eq!(set(&["none"]), DoorChecklist::Lines(Vec::new()));
        assert_eq!(set(&["seal"]), DoorChecklist::Lines(vec!["seal".to_owned()]));
    }
}
