//! What a check found wrong.

use super::Words;
use crate::app::Finding;
use crate::domain::rows::CustomerLabel;

impl Words {
    /// The sentence for something that a check found wrong.
    pub fn finding(&self, finding: &Finding) -> String {
        let name = |who: &CustomerLabel| format!("{} {}", who.code, who.name);
        match finding {
            Finding::Damaged(said) => self.tell("finding-damaged", &[("reason", said.into())]),
            Finding::UnknownFormat => self.say("finding-format"),
            Finding::Cell(damage) => self.damage(damage),
            Finding::More(count) => self.tell("finding-more", &[("count", (*count).into())]),
            Finding::Dangling { table, row, column, parent } => {
                let args = [
                    ("table", table.into()),
                    ("row", row.to_string().into()),
                    ("column", column.into()),
                    ("parent", parent.into()),
                ];
                self.tell("finding-dangling", &args)
            }
            Finding::Stock { product, kept, counted } => {
                let (kept, counted) = (kept.to_string(), counted.to_string());
                let args = [
                    ("product", product.into()),
                    ("kept", kept.into()),
                    ("counted", counted.into()),
                ];
                self.tell("finding-stock", &args)
            }
            Finding::Balance { who, kept, counted } => {
                let (kept, counted) = (self.money(*kept), self.money(*counted));
                let args =
                    [("who", name(who).into()), ("kept", kept.into()), ("counted", counted.into())];
                self.tell("finding-balance", &args)
            }
            Finding::Standing { who } => {
                self.tell("finding-standing", &[("who", name(who).into())])
            }
            Finding::Forecast { who, product } => self.tell(
                "finding-forecast",
                &[("who", name(who).into()), ("product", product.into())],
            ),
            Finding::Search { who } => self.tell("finding-search", &[("who", name(who).into())]),
        }
    }
}
