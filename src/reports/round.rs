//! The round of a day: its stops in walking order, what to load, and what is due at each door.

use crate::domain::fold::code_key;
use crate::domain::id::DeliveryId;
use crate::domain::rows::{CustomerLabel, DeliveryRow, Goods, JarRow};
use crate::domain::{Day, Money, Quantity};
use std::collections::BTreeMap;

/// One door to stop at.
#[derive(Clone, PartialEq, Debug)]
pub struct Stop {
    /// Whose door.
    pub who: CustomerLabel,
    /// The delivery that was promised; `None` if it is only due by the forecast.
    pub delivery: Option<DeliveryId>,
    /// The day of the promise, or the last day of the window.
    pub day: Day,
    /// What to bring.
    pub goods: Vec<Goods>,
    /// About how much is left in the jar that runs out first; `None` if nothing is known.
    pub level: Option<Quantity>,
    /// The likely day on which the first of these jars is empty.
    pub runs_out: Option<Day>,
    /// What they owe in all.
    pub balance: Money,
    /// What of it is due on the day of the round.
    pub due: Money,
    /// What to know at the door.
    pub door_note: String,
}

impl Stop {
    /// Days after the day of the promise or the window's end; zero if it is not late.
    pub fn late_days(&self, today: Day) -> i64 {
        (today - self.day).num_days().max(0)
    }

    /// The stop that a delivery is.
    pub fn of_delivery(row: DeliveryRow, today: Day) -> Self {
        let runs_out = row.lines.iter().filter_map(|line| line.runs_out).min();
        Self {
            delivery: Some(row.id),
            day: row.planned_for,
            level: None,
            runs_out,
            balance: row.standing.balance,
            due: row.standing.due_on(today),
            door_note: row.door_note,
            goods: row.lines.into_iter().map(|line| line.goods).collect(),
            who: row.who,
        }
    }

    /// The stop that jars of one customer ask for; `None` without jars.
    pub fn of_jars(rows: &[JarRow], today: Day) -> Option<Self> {
        let first = rows.iter().min_by_key(|row| row.likely)?;
        Some(Self {
            who: first.who.clone(),
            delivery: None,
            day: rows.iter().filter_map(|row| row.latest).min()?,
            level: Some(first.level_on(today)),
            runs_out: Some(first.likely),
            balance: first.standing.balance,
            due: first.standing.due_on(today),
            door_note: String::new(),
            goods: rows.iter().map(|row| row.goods.clone()).collect(),
        })
    }
}

/// The areas of a shop in walking order, to sort doors by.
pub struct WalkingOrder {
    places: BTreeMap<String, usize>,
}

impl WalkingOrder {
    /// The order of these areas; any other area comes after them, by its name.
    pub fn new(areas: &[String]) -> Self {
        Self { places: areas.iter().cloned().zip(0..).collect() }
    }

    /// What a door is sorted by: area, then building, floor and flat by their numbers, then code.
    pub fn key(&self, who: &CustomerLabel) -> (usize, String, String, String) {
        let place = self.places.get(&who.area).copied().unwrap_or(usize::MAX);
        (place, who.area.clone(), code_key(&who.address), code_key(&who.code))
    }
}

/// The round of one day.
#[derive(Clone, PartialEq, Debug)]
pub struct Round {
    /// The day.
    pub day: Day,
    /// The stops in walking order.
    pub stops: Vec<Stop>,
    /// What to load, by product.
    pub load: Vec<Goods>,
    /// The money that is due at the doors.
    pub due: Money,
}

impl Round {
    /// The round of these deliveries on a day.
    pub fn new(day: Day, deliveries: Vec<DeliveryRow>, areas: &[String]) -> Self {
        let order = WalkingOrder::new(areas);
        let mut stops: Vec<Stop> =
            deliveries.into_iter().map(|row| Stop::of_delivery(row, day)).collect();
        stops.sort_by_cached_key(|stop| order.key(&stop.who));
        Self { day, load: load(&stops), due: stops.iter().map(|stop| stop.due).sum(), stops }
    }
}

/// What stops need together, by the product's name.
pub fn load(stops: &[Stop]) -> Vec<Goods> {
    let mut products: BTreeMap<(&str, i64), Goods> = BTreeMap::new();
    for goods in stops.iter().flat_map(|stop| &stop.goods) {
        products
            .entry((&goods.name, goods.product.number()))
            .and_modify(|sum| sum.quantity += goods.quantity)
            .or_insert_with(|| goods.clone());
    }
    products.into_values().collect()
}
