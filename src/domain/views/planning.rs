//! Slim rows for planning and forecasting, which read many of them.

use super::CustomerLabel;
use crate::domain::day::Weekdays;
use crate::domain::id::{CustomerId, DeliveryId, JarId, ProductId};
use crate::domain::jar::{JarState, ReadingKind, Strategy};
use crate::domain::payday::Payday;
use crate::domain::price::UnitPrices;
use crate::domain::skip::SkipNote;
use crate::domain::urgency::JarDays;
use crate::domain::{Day, Money, Quantity};

/// A jar of which nothing is promised, as a plan looks at it.
#[derive(Clone, PartialEq, Debug)]
pub struct JarToPlan {
    /// Which jar.
    pub jar: JarId,
    /// The customer.
    pub customer: CustomerId,
    /// Where they live.
    pub area: String,
    /// The first day on which there is room.
    pub earliest: Day,
    /// The window's end, on a day on which we deliver.
    pub latest: Day,
    /// The likely empty day.
    pub likely: Day,
    /// Weekdays on which the customer takes deliveries; empty is any.
    pub weekdays: Weekdays,
    /// Kilograms per usual delivery.
    pub load: Quantity,
    /// When they are paid, if they owe anything.
    pub payday: Option<Payday>,
}

impl JarToPlan {
    /// The days from which the state of its stop follows.
    pub fn days(&self) -> JarDays {
        JarDays { latest: Some(self.latest), likely: self.likely }
    }
}

/// A jar without a forecast: nobody has looked into it or brought anything, or its use is not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownJar {
    /// The customer.
    pub who: CustomerLabel,
    /// Name of the product.
    pub product: String,
    /// Its unit.
    pub unit: String,
    /// Strategy of the next delivery.
    pub strategy: Strategy,
}

/// The stored delivery window of a jar, and what its end follows from besides the shop's rules.
#[derive(Clone, PartialEq, Debug)]
pub struct JarWindow {
    /// The customer.
    pub customer: CustomerId,
    /// Which jar.
    pub jar: JarId,
    /// Strategy of the next delivery.
    pub strategy: Strategy,
    /// The last day on which something was seen or brought.
    pub anchor: Day,
    /// The likely empty day.
    pub likely: Day,
    /// The last safe day.
    pub safe: Day,
    /// The window's end; `None` if they call themselves.
    pub latest: Option<Day>,
    /// The skip by which it is moved.
    pub skip: Option<SkipNote>,
}

/// A reading of a jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarReading {
    /// When.
    pub on: Day,
    /// Level, before any delivery of the day.
    pub level: Quantity,
    /// Kind of the reading.
    pub kind: ReadingKind,
}

/// A delivery to a jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarDelivery {
    /// When.
    pub on: Day,
    /// Quantity.
    pub quantity: Quantity,
    /// For how much a unit.
    pub price: Money,
    /// True if it was planned while the jar was safe.
    pub early: bool,
    /// True if less was brought than was planned.
    pub cut_down: bool,
}

/// A jar as it will ask for goods.
#[derive(Clone, PartialEq, Debug)]
pub struct PurchaseDemand {
    /// To whom.
    pub customer: CustomerId,
    /// Of what.
    pub product: ProductId,
    /// The day on which its level was known or estimated last.
    pub anchor: Day,
    /// The early empty day (one in ten).
    pub low: Day,
    /// The likely empty day.
    pub likely: Day,
    /// The late empty day (nine in ten).
    pub high: Day,
    /// When it will be filled: the window's end, or the likely empty day of one that is filled when they
    /// call.
    pub next: Day,
    /// The day of an open delivery that brings it something.
    pub promised: Option<Day>,
    /// Usual quantity.
    pub usual: Quantity,
    /// The prices of a unit without a day: that of the jar, and that of the product.
    pub prices: UnitPrices,
    /// Units a day.
    pub rate: f64,
}

impl PurchaseDemand {
    /// Shortest and longest days between two deliveries: nobody is visited more often than daily, and nobody's use is
    /// known for longer than the other.
    const CYCLES: std::ops::RangeInclusive<f64> = 1.0..=3_650.0;

    /// Returns the number of days in which the usual quantity is used up.
    pub fn cycle(&self) -> f64 {
        let cycle = self.usual.as_f64() / self.rate.max(1e-9);
        cycle.clamp(*Self::CYCLES.start(), *Self::CYCLES.end())
    }

    /// Returns the days, counted from today, on which the usual quantity will be brought: at the end of the window, and
    /// again whenever it is used up. A promised delivery is counted separately; the next one comes when that is used up.
    pub fn lots(&self, today: Day, days: usize) -> impl Iterator<Item = usize> {
        let after = |day: Day| ((day - today).num_days() as f64).max(0.0);
        let cycle = self.cycle();
        let first = self.promised.map_or(after(self.next), |on| after(on) + cycle);
        let lots = std::iter::successors(Some(first), move |day| Some(day + cycle));
        lots.map(|day| day as usize).take_while(move |day| *day < days)
    }
}

/// One jar or one-off line of an open stop: as much of it as the order of the stops needs.
#[derive(Clone, PartialEq, Debug)]
pub struct StopPart {
    /// The customer.
    pub customer: CustomerId,
    /// Where they live.
    pub area: String,
    /// Source: planned, or only proposed.
    pub source: PartSource,
    /// The state of its jar; `None` for one-off goods.
    pub jar: Option<JarState>,
}

/// Origin of a part of a stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartSource {
    /// A delivery that is planned for a day.
    Planned(DeliveryId, Day),
    /// A jar whose window closes, of a customer who takes deliveries on these weekdays; empty is any.
    Proposed(JarId, Weekdays),
}

/// A line of a delivery that is promised, as a plan looks at it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromisedLine {
    /// Of which delivery.
    pub delivery: DeliveryId,
    /// Where it goes.
    pub area: String,
    /// For which day.
    pub day: Day,
    /// Weight in kilograms.
    pub load: Quantity,
}

/// Goods without an agreed jar that a customer has bought: they are one-off until a jar is agreed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OneOffGoods {
    /// The customer.
    pub who: CustomerLabel,
    /// The product.
    pub product: ProductId,
    /// Its name.
    pub product_name: String,
    /// Number of days on which they were brought.
    pub times: u32,
    /// The first of these days.
    pub first: Day,
    /// The last of these days.
    pub last: Day,
}

impl OneOffGoods {
    /// Number of purchases after which a shop is asked whether to follow the goods.
    pub const REGULAR: u32 = 3;

    /// Returns whether they were bought often enough to be followed.
    pub const fn is_regular(&self) -> bool {
        self.times >= Self::REGULAR
    }

    /// Returns the mean number of days from one purchase to the next; 0 after a single one.
    pub fn every_days(&self) -> i64 {
        let (days, gaps) = ((self.last - self.first).num_days(), i64::from(self.times) - 1);
        if gaps > 0 { (2 * days + gaps) / (2 * gaps) } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;

    // B6
    #[test]
    fn the_rhythm_of_one_off_goods_is_the_mean_of_the_days_between_purchases() {
        let day = |text| parse_iso(text).unwrap_or_default();
        let who = CustomerLabel {
            id: CustomerId::new(1),
            code: String::new(),
            name: String::new(),
            area: String::new(),
            address: String::new(),
        };
        let eggs = OneOffGoods {
            who,
            product: ProductId::new(1),
            product_name: "eggs".to_owned(),
            times: 3,
            first: day("2026-03-01"),
            last: day("2026-03-18"),
        };
        assert_eq!((eggs.is_regular(), eggs.every_days()), (true, 9));
        let once = OneOffGoods { times: 1, last: eggs.first, ..eggs };
        assert_eq!((once.is_regular(), once.every_days()), (false, 0));
    }
}
