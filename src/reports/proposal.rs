//! Proposals: deliveries that the forecasts ask for, each on the day that the plan gives it. They are
//! worked out, never kept.

use crate::domain::day::Period;
use crate::domain::delivery::Plan;
use crate::domain::forecast::look::{LevelEstimate, LookCosts, asks_for_look};
use crate::domain::jar::Strategy;
use crate::domain::shop::ServiceLevel;
use crate::domain::stable_name::keys;
use crate::domain::urgency::{Errand, Urgency};
use crate::domain::views::{CustomerLabel, Goods, JarRow};
use crate::domain::{Day, Quantity};

/// A delivery that is not planned yet.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// To whom.
    pub who: CustomerLabel,
    /// On which day.
    pub on: Day,
    /// Why on that day.
    pub chosen: Chosen,
    /// The jars to fill or to look into, the one whose window closes first in front.
    pub jars: Vec<ProposedJar>,
}

/// A jar of a proposal.
#[derive(Clone, PartialEq, Debug)]
pub struct ProposedJar {
    /// The jar.
    pub row: JarRow,
    /// Errand of the visit.
    pub errand: Errand,
    /// Its state today.
    pub urgency: Urgency,
}

impl ProposedJar {
    /// The jar as a visit on a day finds it, whose household is not there in some periods, for a shop that
    /// accepts some chance of an empty jar. Where nothing useful fits, or where knowing the level is worth
    /// more than a look costs, it is looked into first.
    pub fn new(
        row: JarRow,
        (on, today): (Day, Day),
        away: &[Period],
        accepted: ServiceLevel,
    ) -> Self {
        let errand = row.errand_on(on, away);
        let look = errand == Errand::Look || is_worth_a_look(&row, on, away, accepted);
        let urgency = match row.days().unplanned(today) {
            Urgency::WindowOpen | Urgency::AtRisk if look => Urgency::LookFirst,
            urgency => urgency,
        };
        Self { row, errand, urgency }
    }

    /// Returns the goods to bring; `None` where the visit only looks.
    pub fn goods(&self) -> Option<Goods> {
        let quantity = match self.errand {
            Errand::Usual(quantity) | Errand::Smaller(quantity) => quantity,
            Errand::Look => return None,
        };
        Some(Goods { quantity, ..self.row.goods.clone() })
    }
}

/// Returns whether a look into a jar before its delivery on a day saves more than it costs. A jar that is
/// filled in a fixed rhythm, or on call, is filled whatever is in it.
fn is_worth_a_look(row: &JarRow, on: Day, away: &[Period], accepted: ServiceLevel) -> bool {
    if row.strategy != Strategy::Forecast {
        return false;
    }
    let since = Period { from: row.anchor, to: on };
    let absent: i64 = away.iter().map(|away| away.overlap(since)).sum();
    let JarRow { level_sd: sd, rate, rate_spread, .. } = *row;
    let known = LevelEstimate { level: row.level.as_f64(), sd, rate, rate_spread };
    let estimate = known.after(((on - row.anchor).num_days() - absent) as f64);
    let amounts = (row.goods.quantity.as_f64(), row.capacity.map(Quantity::as_f64));
    asks_for_look(estimate, amounts, accepted, &LookCosts::DEFAULT)
}

/// Why a delivery is proposed for its day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chosen {
    /// The first day on which all of it fits in.
    pub from: Day,
    /// The last day that is safe.
    pub until: Day,
    /// Reason for this day.
    pub reason: Reason,
    /// Number of other stops in the area on that day.
    pub beside: u32,
    /// True if the customer owes and that day is their payday.
    pub payday: bool,
}

/// Reason for the chosen day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The likely empty day has passed.
    Late,
    /// The last safe day has passed.
    AtRisk,
    /// It is the last safe day.
    Last,
    /// The last safe day is too full.
    Full,
    /// They are paid on that day.
    Payday,
    /// Others nearby are visited on that day.
    Beside,
    /// Fewer are visited on that day than on the others.
    Quiet,
}

keys!(Reason {
    Late = "late",
    AtRisk = "at-risk",
    Last = "last",
    Full = "full",
    Payday = "payday",
    Beside = "beside",
    Quiet = "quiet",
});

impl Proposal {
    /// The plan that it would be; without lines where it only looks.
    pub fn plan(&self) -> Plan {
        let goods = self.jars.iter().filter_map(ProposedJar::goods);
        let lines = goods.map(|goods| (goods.product, goods.quantity)).collect();
        Plan { customer: self.who.id, on: self.on, lines }
    }
}
