//! Explains the next visit to a jar: why it is urgent, why it brings less, why a look comes first.

use super::Localizer;
use crate::domain::forecast::look::LookCosts;
use crate::domain::urgency::{Errand, Urgency};
use crate::domain::views::JarRow;
use crate::domain::{Day, Quantity};
use crate::reports::VisitExplanation;

impl Localizer {
    /// Returns one line for the urgency of a visit and one for a quantity that is smaller than usual.
    pub(super) fn why_visit(
        &self,
        row: &JarRow,
        visit: &VisitExplanation,
        today: Day,
    ) -> Vec<String> {
        let unit = row.goods.unit.as_str();
        let free = (row.capacity.unwrap_or_default() - visit.level).max(Quantity::ZERO);
        let whole_packs = row.pack.map(|pack| {
            let step = pack.thousandths().max(1);
            Quantity::from_thousandths(free.thousandths() / step * step)
        });
        let fits = match visit.errand {
            Errand::Usual(quantity) | Errand::Smaller(quantity) => self.quantity(quantity, unit),
            Errand::Look => {
                self.about(whole_packs.filter(|packs| packs.is_positive()).unwrap_or(free), unit)
            }
        };
        let percent = Quantity::from_thousandths(100 * i64::from(visit.accepted.thousandths()));
        let sd = Quantity::from_thousandths((visit.level_sd * 1000.0).round() as i64);
        let args = [
            ("on", self.day_near(visit.on, today).into()),
            ("planned", self.day_near(visit.planned.unwrap_or(visit.on), today).into()),
            ("likely", self.day_near(row.likely, today).into()),
            ("latest", self.day_near(row.latest.unwrap_or(row.safe), today).into()),
            ("level", self.about(visit.level, unit).into()),
            ("sd", self.about(sd, unit).into()),
            ("capacity", self.quantity(row.capacity.unwrap_or_default(), unit).into()),
            ("usual", self.quantity(row.goods.quantity, unit).into()),
            ("pack", self.quantity(row.pack.unwrap_or_default(), unit).into()),
            ("fits", fits.into()),
            ("chance", format!("{percent}%").into()),
            ("value", format!("{:.1}", visit.look_value).into()),
            ("cost", LookCosts::DEFAULT.look.to_string().into()),
        ];
        let missed = visit.planned.is_some_and(|planned| planned < visit.on);
        let urgency = match (visit.urgency, visit.errand) {
            (Urgency::Late, _) if missed => Some("why-late-planned"),
            (Urgency::Late, _) => Some("why-late"),
            (Urgency::AtRisk, _) if visit.planned.is_some() => Some("why-at-risk-planned"),
            (Urgency::AtRisk, _) => Some("why-at-risk"),
            (Urgency::PlannedTooLate, _) => Some("why-too-late"),
            (Urgency::LookFirst, Errand::Look) if whole_packs == Some(Quantity::ZERO) => {
                Some("why-look-pack")
            }
            (Urgency::LookFirst, Errand::Look) => Some("why-look-room"),
            (Urgency::LookFirst, _) => Some("why-look-unsure"),
            (Urgency::WindowOpen, _) => None,
        };
        let smaller = match visit.errand {
            Errand::Smaller(_) if visit.planned.is_none() => Some("why-smaller"),
            Errand::Smaller(_) | Errand::Usual(_) | Errand::Look => None,
        };
        [urgency, smaller].into_iter().flatten().map(|key| self.format(key, &args)).collect()
    }
}
