//! Proposals: deliveries that the forecasts ask for, each on the day that the plan gives it. They are
//! worked out, never kept.

use crate::domain::Day;
use crate::domain::delivery::Plan;
use crate::domain::jar::JarVisit;
use crate::domain::stable_name::keys;
use crate::domain::urgency::{Errand, Urgency};
use crate::domain::views::{CustomerLabel, Goods, JarRow};

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
    /// The jar as a visit finds it. Where nothing useful fits, or where knowing the level is worth more than
    /// a look costs, it is looked into first.
    pub fn new(row: JarRow, visit: &JarVisit, today: Day) -> Self {
        let state = row.state();
        let errand = state.errand_on(visit.on, visit.away);
        Self { errand, urgency: state.unplanned(visit, today), row }
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
    /// Its jar is likely empty on that day.
    Empty,
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
    Empty = "empty",
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
