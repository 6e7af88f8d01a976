//! The morning list: deliver, collect, look after, and what runs short, late first.

use super::proposal::ProposedJar;
use super::round::{Load, Round, Stop, join_proposed, load};
use super::stop_order::{StopRank, StopRules, WalkingOrder};
use crate::domain::follow_up::{FollowUp, FollowUpRef};
use crate::domain::id::CustomerId;
use crate::domain::price::UnitPrices;
use crate::domain::product::Product;
use crate::domain::views::{DeliveryRow, FollowUpRow, FoundOccasion, Goods, TabRow};
use crate::domain::{Day, Money, Quantity};
use std::collections::BTreeMap;

/// Days for which a birthday that nobody kept stays on the list.
pub const BIRTHDAY_STAYS: u64 = 6;

/// Everything that a morning asks for.
#[derive(Clone, PartialEq, Debug)]
pub struct Today {
    /// The day.
    pub day: Day,
    /// Doors to bring something to: the most urgent first, those of one state in walking order.
    pub deliver: Vec<Stop>,
    /// Load for these stops.
    pub load: Vec<Load>,
    /// Tabs with money that is due, the oldest due day first.
    pub collect: Vec<Collection>,
    /// The money that is due, in all.
    pub due: Money,
    /// Follow-ups that are due, the oldest first.
    pub look_after: Vec<FollowUpRow>,
    /// Products of which more should be bought.
    pub short: Vec<Short>,
}

/// Deliveries of a day.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ToDeliver {
    /// The day.
    pub day: Day,
    /// Doors to bring something to: the most urgent first, those of one state in walking order.
    pub stops: Vec<Stop>,
    /// Outcomes of the day's closed deliveries, in walking order.
    pub finished: Vec<Stop>,
    /// Load for these stops.
    pub load: Vec<Load>,
    /// Products of which more should be bought.
    pub short: Vec<Short>,
}

/// Money to ask for.
#[derive(Clone, PartialEq, Debug)]
pub struct Collection {
    /// The customer and the state of their tab.
    pub owing: TabRow,
    /// Amount due.
    pub due: Money,
    /// Since when.
    pub since: Day,
    /// True if today is the due day.
    pub today: bool,
}

impl Collection {
    /// Returns the amount to collect from a tab on a day; `None` if nothing is due.
    pub fn of(owing: TabRow, day: Day) -> Option<Self> {
        let since = owing.standing.oldest_due().filter(|since| *since <= day)?;
        Some(Self { due: owing.standing.due_on(day), since, today: since == day, owing })
    }

    /// Returns the number of days after the due day; zero on it, and until the day on which the
    /// customer promised to pay.
    pub fn late_days(&self, today: Day) -> i64 {
        self.owing.late_days(today)
    }
}

/// A product that runs short.
#[derive(Clone, PartialEq, Debug)]
pub struct Short {
    /// The product, with what is in the store room.
    pub stock: Goods,
    /// Where more should be bought.
    pub reorder: Option<Quantity>,
    /// Load of today's deliveries.
    pub needed: Quantity,
}

/// The rows that what to bring is worked out from.
#[derive(Clone, PartialEq, Debug)]
pub struct Wanted {
    /// Open deliveries until the day.
    pub planned: Vec<DeliveryRow>,
    /// Deliveries that were closed on the day.
    pub closed: Vec<DeliveryRow>,
    /// Jars whose window closes by the day and that nothing is promised to.
    pub to_fill: Vec<ProposedJar>,
    /// Deliveries that are planned for later days on which their jars are likely empty.
    pub too_late: Vec<DeliveryRow>,
    /// Every product with its stock.
    pub products: Vec<(Product, Quantity)>,
}

impl ToDeliver {
    /// Deliveries of a day.
    pub fn new(day: Day, wanted: Wanted, areas: &[String], rules: &StopRules) -> Self {
        let Wanted { planned, closed, to_fill, too_late, products } = wanted;
        let of_delivery = |row| Stop::of_delivery(row, day, rules);
        let mut stops: Vec<Stop> = planned.into_iter().map(of_delivery).collect();
        let proposed = by_customer(to_fill);
        let proposed = proposed.values().filter_map(|rows| Stop::of_jars(rows, day)).collect();
        let alone = join_proposed(&mut stops, proposed);
        stops.extend(alone);
        let load = load(&stops);
        stops.extend(too_late.into_iter().map(of_delivery));
        let order = WalkingOrder::new(areas);
        stops.sort_by_cached_key(|stop| (StopRank::of(stop, day), order.key(&stop.who)));
        let short = products
            .into_iter()
            .filter_map(|(product, on_hand)| short(product, on_hand, &load))
            .collect();
        Self { day, stops, finished: Round::new(day, closed, areas, rules).stops, load, short }
    }
}

impl Today {
    /// The morning of a day: what to bring, the tabs with debts that are due, and whom to look after.
    pub fn new(
        day: Day,
        deliver: ToDeliver,
        owing: Vec<TabRow>,
        look_after: Vec<FollowUpRow>,
    ) -> Self {
        let collect: Vec<Collection> =
            owing.into_iter().filter_map(|row| Collection::of(row, day)).collect();
        let ToDeliver { stops, load, short, .. } = deliver;
        let due = collect.iter().map(|collection| collection.due).sum();
        Self { day, deliver: stops, load, collect, due, look_after, short }
    }
}

/// Jars by customer, so that one visit brings them all.
pub fn by_customer(jars: Vec<ProposedJar>) -> BTreeMap<CustomerId, Vec<ProposedJar>> {
    let mut customers: BTreeMap<CustomerId, Vec<ProposedJar>> = BTreeMap::new();
    for jar in jars {
        customers.entry(jar.row.who.id).or_default().push(jar);
    }
    customers
}

fn short(product: Product, on_hand: Quantity, load: &[Load]) -> Option<Short> {
    let needed = load
        .iter()
        .find(|load| load.goods.product == product.id)
        .map_or(Quantity::ZERO, |load| load.goods.quantity);
    let low = product.reorder.is_some_and(|reorder| on_hand <= reorder) || on_hand < needed;
    low.then(|| Short {
        stock: Goods {
            product: product.id,
            quantity: on_hand,
            tickets: 0,
            prices: UnitPrices::undated(None, product.price),
            checklist: product.door_checklist(),
            container: product.container,
            name: product.name,
            unit: product.unit,
        },
        reorder: product.reorder,
        needed,
    })
}

/// Written follow-ups and found occasions in one list, the oldest due day first.
pub fn look_after(written: Vec<FollowUpRow>, found: Vec<FoundOccasion>) -> Vec<FollowUpRow> {
    let mut all = written;
    all.extend(found.into_iter().map(as_follow_up));
    all.sort_by_key(|row| row.follow_up.due_on);
    all
}

/// The follow-up that a rule would write for an occasion.
fn as_follow_up(found: FoundOccasion) -> FollowUpRow {
    let FoundOccasion { occasion, who, phone, last_words, last_mood, balance, complaint } = found;
    let text = complaint.as_ref().map_or("", |complaint| complaint.text.as_str());
    FollowUpRow {
        meant: FollowUpRef::Suggested(occasion.clone()),
        follow_up: FollowUp {
            occasion: Some(occasion.clone()),
            ..FollowUp::new(who.id, text, occasion.day)
        },
        who,
        phone,
        last_words,
        last_mood,
        balance,
        complaint,
    }
}

/// The days of the year (`03-27`) whose birthdays are kept on `from` to `until`, each with the day on
/// which it is kept: those born on 29 February keep theirs on the 28th in other years.
pub fn birthdays_kept(from: Day, until: Day) -> Vec<(Day, String)> {
    use chrono::Datelike;
    let mut kept = Vec::new();
    for day in from.iter_days().take_while(|day| *day <= until).take(366) {
        kept.push((day, format!("{:02}-{:02}", day.month(), day.day())));
        if (day.month(), day.day(), day.leap_year()) == (2, 28, false) {
            kept.push((day, "02-29".to_owned()));
        }
    }
    kept
}
