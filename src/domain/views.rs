//! Rows: facts that stand together in a list. What they mean on a day is worked out in [`crate::reports`].

mod account;
mod buyer;
mod complaint;
mod goods;
mod planning;
mod sale;

use super::contact::CustomerMood;
use super::customer::{Customer, Household};
use super::day::{Day, Period, Weekdays};
use super::delivery::{Checklist, DeliveryStage};
use super::follow_up::{FollowUp, FollowUpRef, Trigger};
use super::forecast::{RateChange, RateSource, quantiles::Errors};
use super::id::{CustomerId, DeliveryId, JarId, ProductId};
use super::jar::{JarState, ReadingKind, Strategy};
use super::skip::{Skip, SkipNote};
use super::urgency::{Errand, JarDays};
use super::{Money, Quantity};

pub use account::{AccountStatus, PromiseRow, PromiseStatus, TabRow, TicketBookRow, WrongTickets};
pub use buyer::BuyerProfile;
pub use complaint::{ComplaintNote, ComplaintRow};
pub use goods::{DeliveryGoods, Goods, PriceRow};
pub use planning::{
    JarDelivery, JarReading, JarToPlan, JarWindow, OneOffGoods, PartSource, PromisedLine,
    PurchaseDemand, StopPart, UnknownJar,
};
pub use sale::{CustomerSales, DaySales, Sale, SalesSums};

/// The customer of a row, with the address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomerLabel {
    /// The identity.
    pub id: CustomerId,
    /// The code.
    pub code: String,
    /// The name as typed.
    pub name: String,
    /// The area; empty if not said.
    pub area: String,
    /// The address.
    pub address: String,
}

impl From<&Customer> for CustomerLabel {
    fn from(customer: &Customer) -> Self {
        Self {
            id: customer.id,
            code: customer.code.clone(),
            name: customer.name.clone(),
            area: customer.area.clone(),
            address: customer.address.clone(),
        }
    }
}

/// A customer in the list of all.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerRow {
    /// The customer.
    pub customer: Customer,
    /// The household as it is on the day of the list.
    pub household: Household,
    /// Where they stand.
    pub standing: AccountStatus,
    /// The likely day on which the first of their jars is empty.
    pub next_empty: Option<Day>,
    /// The mood of the last contact, if it was said.
    pub last_mood: Option<CustomerMood>,
}

/// A jar with its customer and the days on which it may run out.
#[derive(Clone, PartialEq, Debug)]
pub struct JarRow {
    /// Which jar.
    pub jar: JarId,
    /// The customer.
    pub who: CustomerLabel,
    /// Usual quantity.
    pub goods: Goods,
    /// Capacity.
    pub capacity: Option<Quantity>,
    /// Strategy of the next delivery.
    pub strategy: Strategy,
    /// The day on which its level was known or estimated last.
    pub anchor: Day,
    /// The level then.
    pub level: Quantity,
    /// True if the level was read, false if it is an estimate.
    pub seen: bool,
    /// Standard deviation of the level then, in units.
    pub level_sd: f64,
    /// Use in a day, in units.
    pub rate: f64,
    /// Standard deviation of the coming use, in parts of it.
    pub rate_spread: f64,
    /// The rate that the intervals come to, where the newest one was held back.
    pub calculated: Option<f64>,
    /// Where the rate is from.
    pub source: RateSource,
    /// Number of intervals it was learned from.
    pub intervals: u32,
    /// The first day on which there is room.
    pub earliest: Day,
    /// The early empty day (one in ten).
    pub low: Day,
    /// The likely empty day.
    pub likely: Day,
    /// The late empty day (nine in ten).
    pub high: Day,
    /// The last safe day.
    pub safe: Day,
    /// The window's end, on a day on which we deliver; `None` if they call themselves.
    pub latest: Option<Day>,
    /// A change of its use that chance does not explain.
    pub change: Option<RateChange>,
    /// The skip by which its window is moved, if there is one.
    pub skip: Option<SkipNote>,
    /// Weekdays on which the customer takes deliveries; empty is any.
    pub weekdays: Weekdays,
    /// The smallest quantity in which the product is sold; `None` for loose goods.
    pub pack: Option<Quantity>,
    /// The times away after the anchor, each with the part of the household that is away.
    pub absences: Vec<(Period, f64)>,
    /// The customer's account status.
    pub standing: AccountStatus,
}

impl JarRow {
    /// The days from which the state of a stop follows.
    pub fn days(&self) -> JarDays {
        JarDays { latest: self.latest, likely: self.likely }
    }

    /// The state of the jar from which a visit follows.
    pub fn state(&self) -> JarState {
        let Self { anchor, level, level_sd, rate, rate_spread, strategy, .. } = *self;
        let Self { capacity, pack, earliest, likely, latest, .. } = *self;
        JarState {
            anchor,
            level,
            level_sd,
            rate,
            rate_spread,
            strategy,
            usual: self.goods.quantity,
            capacity,
            pack,
            earliest,
            likely,
            latest,
        }
    }

    /// Returns what a visit on `day` does about the jar, for a household that is not there in some
    /// periods.
    pub fn errand_on(&self, day: Day, away: &[Period]) -> Errand {
        self.state().errand_on(day, away)
    }

    /// Returns what there is to review of its rate: a change beyond chance, or a newest interval that was held back.
    pub fn to_review(&self) -> Option<RateChange> {
        let held_back =
            |after| RateChange { since: self.anchor, intervals: 1, before: self.rate, after };
        self.change.or_else(|| self.calculated.map(held_back))
    }

    /// About how much is left on `day`: on days away nothing is used, or less.
    pub fn level_on(&self, day: Day) -> Quantity {
        let since = Period { from: self.anchor.succ_opt().unwrap_or(self.anchor), to: day };
        let absent = |(period, share): &(Period, f64)| period.overlap(since) as f64 * share;
        self.state().level_without(day, self.absences.iter().map(absent).sum())
    }

    /// Returns the skip that is in force on a day.
    pub fn skip_on(&self, day: Day) -> Option<&SkipNote> {
        self.skip.as_ref().filter(|skip| skip.until >= day)
    }
}

/// State of the model fit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Learning {
    /// When its priors were fitted last.
    pub fitted_on: Option<Day>,
    /// After about how many lots.
    pub lots: i64,
    /// The errors by which the forecasts are made.
    pub errors: Errors,
    /// Those that were counted since, for the next refit.
    pub counting: Errors,
    /// Up to whom the forecasts follow from the priors; `None` is everybody.
    pub refreshed: Option<CustomerId>,
}

/// A delivery in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryRow {
    /// Which.
    pub id: DeliveryId,
    /// To whom.
    pub who: CustomerLabel,
    /// Stage.
    pub stage: DeliveryStage,
    /// The day of the plan.
    pub planned_for: Day,
    /// The day on which it was closed.
    pub closed_on: Option<Day>,
    /// Why it was missed or cancelled.
    pub reason: String,
    /// Ticks at the door.
    pub checklist: Checklist,
    /// Door note.
    pub door_note: String,
    /// Its lines.
    pub lines: Vec<DeliveryGoods>,
    /// The customer's account status.
    pub standing: AccountStatus,
}

impl DeliveryRow {
    /// The day it counts for: the plan's until it is closed.
    pub fn day(&self) -> Day {
        self.closed_on.unwrap_or(self.planned_for)
    }

    /// Returns its lines that were delivered up to a day, as sales without their cost.
    pub fn sales(&self, until: Day) -> impl Iterator<Item = Sale> {
        let lines = self.lines.iter().filter(move |_| self.day() <= until);
        lines.filter_map(|line| {
            let quantity = line.delivered?;
            Some(Sale {
                on: self.day(),
                customer: self.who.id,
                product: line.goods.product,
                quantity,
                amount: quantity.times(line.price?),
                cost: None,
            })
        })
    }

    /// Amount charged; zero until it is done.
    pub fn amount(&self) -> Money {
        self.lines.iter().filter_map(DeliveryGoods::charged).sum()
    }
}

/// One line of a delivery as the sums of its day need it; a delivery without goods has one too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayLine {
    /// The day that the delivery counts for.
    pub day: Day,
    /// Which delivery.
    pub delivery: DeliveryId,
    /// To whom.
    pub customer: CustomerId,
    /// Stage.
    pub stage: DeliveryStage,
    /// Delivered goods, or the planned ones; empty without goods.
    pub quantity: Quantity,
    /// Its unit.
    pub unit: String,
}

/// The fields of a delivery that determine its part of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StopKey {
    /// Of which delivery.
    pub delivery: DeliveryId,
    /// The customer.
    pub customer: CustomerId,
    /// The area; empty if not said.
    pub area: String,
    /// The day it counts for: the plan's until it is closed.
    pub day: Day,
}

/// A line of a delivery in a list that is read from end to end.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryLineRow {
    /// The delivery.
    pub delivery: DeliveryId,
    /// The customer.
    pub customer: CustomerId,
    /// The customer's code.
    pub code: String,
    /// The customer's name as typed.
    pub name: String,
    /// The customer's area; empty if not said.
    pub area: String,
    /// Stage of the delivery.
    pub stage: DeliveryStage,
    /// The day it counts for: the plan's until it is closed.
    pub day: Day,
    /// Why it was missed or cancelled.
    pub reason: String,
    /// The product.
    pub product: ProductId,
    /// Planned quantity.
    pub planned: Quantity,
    /// Delivered quantity.
    pub delivered: Option<Quantity>,
    /// The price of a unit.
    pub price: Option<Money>,
}

/// Which deliveries a list wants; `None` is any.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct DeliveryFilter {
    /// From this day on.
    pub from: Option<Day>,
    /// Until this day.
    pub to: Option<Day>,
    /// To this customer.
    pub customer: Option<CustomerId>,
    /// At this stage.
    pub stage: Option<DeliveryStage>,
}

/// Which lines of the journal a list wants; `None` is any.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct JournalFilter {
    /// About this customer.
    pub customer: Option<CustomerId>,
    /// Until this day.
    pub until: Option<Day>,
    /// By somebody in whose name this text is.
    pub by: Option<String>,
}

/// A follow-up with its context: last words and debt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FollowUpRow {
    /// The follow-up, as it is written or as the rule would write it.
    pub follow_up: FollowUp,
    /// Reference: recorded, or only suggested by its rule.
    pub meant: FollowUpRef,
    /// For whom.
    pub who: CustomerLabel,
    /// Their telephone.
    pub phone: String,
    /// The last thing that was said.
    pub last_words: String,
    /// The mood of the last contact, if it was said.
    pub last_mood: Option<CustomerMood>,
    /// Balance.
    pub balance: Money,
    /// The complaint that it is about.
    pub complaint: Option<ComplaintNote>,
}

/// A skip with its customer and product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkipRow {
    /// The skip.
    pub skip: Skip,
    /// For whom.
    pub who: CustomerLabel,
    /// The product's name; `None` stands for every jar of the customer.
    pub product: Option<String>,
}

/// A reading with the name of its product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadingRow {
    /// When.
    pub on: Day,
    /// The product's name.
    pub product: String,
    /// Its unit.
    pub unit: String,
    /// Level.
    pub level: Quantity,
    /// Kind of the reading.
    pub kind: ReadingKind,
}

/// An occasion that a rule has found and nobody has acted on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundOccasion {
    /// The occasion.
    pub occasion: Trigger,
    /// For whom.
    pub who: CustomerLabel,
    /// Their telephone.
    pub phone: String,
    /// The last thing that was said.
    pub last_words: String,
    /// The mood of the last contact, if it was said.
    pub last_mood: Option<CustomerMood>,
    /// Balance.
    pub balance: Money,
    /// The complaint that it is about.
    pub complaint: Option<ComplaintNote>,
}
