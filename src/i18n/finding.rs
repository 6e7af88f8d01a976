//! Formats the findings of a check.

use super::Localizer;
use crate::app::{Finding, StandingPart};
use crate::domain::views::CustomerLabel;

impl Localizer {
    /// The sentence for something that a check found wrong.
    pub fn finding(&self, finding: &Finding) -> String {
        let name = |who: &CustomerLabel| format!("{} {}", who.code, who.name);
        match finding {
            Finding::Damaged(said) => self.format("finding-damaged", &[("reason", said.into())]),
            Finding::UnknownFormat => self.text("finding-format"),
            Finding::Cell(damage) => self.damage(damage),
            Finding::More(count) => self.format("finding-more", &[("count", (*count).into())]),
            Finding::Dangling { table, row, column, parent } => {
                let args = [
                    ("table", table.into()),
                    ("row", row.to_string().into()),
                    ("column", column.into()),
                    ("parent", parent.into()),
                ];
                self.format("finding-dangling", &args)
            }
            Finding::Stock { product, kept, counted, .. } => {
                let (kept, counted) = (kept.to_string(), counted.to_string());
                let args = [
                    ("product", product.into()),
                    ("kept", kept.into()),
                    ("counted", counted.into()),
                ];
                self.format("finding-stock", &args)
            }
            Finding::Sales { product, day, .. } => {
                let args = [("product", product.into()), ("day", self.day(*day).into())];
                self.format("finding-sales", &args)
            }
            Finding::Balance { who, kept, counted } => {
                let (kept, counted) = (self.money(*kept), self.money(*counted));
                let args =
                    [("who", name(who).into()), ("kept", kept.into()), ("counted", counted.into())];
                self.format("finding-balance", &args)
            }
            Finding::Standing { who, part } => {
                let key = match part {
                    StandingPart::OpenDebts => "finding-standing",
                    StandingPart::LastDelivery => "finding-last-delivery",
                    StandingPart::LastContact => "finding-last-contact",
                    StandingPart::History => "finding-payment-history",
                };
                self.format(key, &[("who", name(who).into())])
            }
            Finding::Agreement { who, broken } => {
                let (agreed, counted) = (self.money(broken.agreed), self.money(broken.balance));
                let args = [
                    ("who", name(who).into()),
                    ("day", self.day(broken.on).into()),
                    ("agreed", agreed.into()),
                    ("counted", counted.into()),
                ];
                self.format("finding-agreement", &args)
            }
            Finding::DayClose { day, kept, counted, .. } => {
                let (kept, counted) = (self.money(*kept), self.money(*counted));
                let day = self.day(*day);
                let args =
                    [("day", day.into()), ("kept", kept.into()), ("counted", counted.into())];
                self.format("finding-day-close", &args)
            }
            Finding::Containers { who, holding } => {
                let containers = self.containers(-holding.count, &holding.container);
                let args = [
                    ("who", name(who).into()),
                    ("day", self.day(holding.on).into()),
                    ("containers", containers.into()),
                ];
                self.format("finding-containers", &args)
            }
            Finding::Promise { who, .. } => {
                self.format("finding-promise", &[("who", name(who).into())])
            }
            Finding::Tickets(wrong) => self.format(
                "finding-tickets",
                &[("who", name(&wrong.who).into()), ("product", (&wrong.product).into())],
            ),
            Finding::Forecast { who, product, .. } => self.format(
                "finding-forecast",
                &[("who", name(who).into()), ("product", product.into())],
            ),
            Finding::Search { who } => self.format("finding-search", &[("who", name(who).into())]),
        }
    }
}
