//! Why a jar is forecast as it is: the parts of the sum, for a sentence.

use crate::domain::customer::{Away, Household};
use crate::domain::forecast::RatePart;
use crate::domain::jar::{Jar, JarState, JarVisit};
use crate::domain::price::UnitPrices;
use crate::domain::product::Product;
use crate::domain::shop::ServiceLevel;
use crate::domain::ticket::TicketBalance;
use crate::domain::urgency::{Errand, Urgency};
use crate::domain::views::{CustomerLabel, JarRow};
use crate::domain::{Day, Quantity};

/// Inputs of a forecast, for its explanation.
#[derive(Clone, PartialEq, Debug)]
pub struct ForecastExplanation {
    /// Owner of the jar.
    pub who: CustomerLabel,
    /// Of what.
    pub product: Product,
    /// Settings of the jar.
    pub jar: Jar,
    /// The forecast; `None` if nothing was ever seen or brought, or no use is known.
    pub row: Option<JarRow>,
    /// Person who took the last reading; empty if unknown.
    pub seen_by: String,
    /// Level that was read on the day of the anchor, and what was brought on that day afterwards.
    pub read_and_brought: Option<(Quantity, Quantity)>,
    /// Parts of the rate; they multiply out to it.
    pub parts: Vec<RatePart>,
    /// From how many jars the shop knows the use of similar customers; below 1 it is assumed.
    pub similar: f64,
    /// Weeks of its intervals in which the use is told by what was brought, since nobody weighed the level.
    pub weeks_brought: u32,
    /// About how much is left today, days away taken into account.
    pub level: Option<Quantity>,
    /// The people who eat from it today.
    pub household: Household,
    /// The times away after the anchor.
    pub away: Vec<Away>,
    /// The customer's prepaid tickets for the product, if there are any.
    pub tickets: Option<TicketBalance>,
    /// The prices of a unit for the customer on the day of the next visit.
    pub prices: UnitPrices,
    /// The day of the forecast.
    pub day: Day,
    /// The next visit to the jar; `None` for a jar that is filled on call and not planned.
    pub visit: Option<VisitExplanation>,
    /// True if nothing is proposed because nobody has heard from the customer since the jar ran out.
    pub is_silent: bool,
}

/// Explanation of the next visit to a jar, with the numbers from which it follows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct VisitExplanation {
    /// Its day.
    pub on: Day,
    /// The day for which it is planned; `None` if it is only proposed.
    pub planned: Option<Day>,
    /// Its urgency.
    pub urgency: Urgency,
    /// Its errand.
    pub errand: Errand,
    /// Expected level on that day.
    pub level: Quantity,
    /// Standard deviation of that level, in units.
    pub level_sd: f64,
    /// Value of a look before the visit, in visits.
    pub look_value: f64,
    /// The chance of an empty jar that the shop accepts.
    pub accepted: ServiceLevel,
}

impl VisitExplanation {
    /// Explains a visit to a jar.
    pub fn of(jar: &JarState, visit: &JarVisit, planned: Option<Day>, today: Day) -> Self {
        Self {
            on: visit.on,
            planned,
            urgency: match planned {
                Some(planned) => jar.planned(planned, visit, today),
                None => jar.unplanned(visit, today),
            },
            errand: jar.errand_on(visit.on, visit.away),
            level: jar.level_after(visit.on, visit.away),
            level_sd: jar.estimate(visit).sd,
            look_value: jar.look_value(visit),
            accepted: visit.accepted,
        }
    }
}
