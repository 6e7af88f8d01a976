//! What a command did, and what came of it: a sentence for the action and one for each note.

use super::Words;
use crate::app::{Done, Note, Progress, Work};
use crate::domain::Quantity;
use crate::domain::import::Capped;

/// The maximum number of lines of a file that a note names.
const NAMED_LINES: usize = 5;

impl Words {
    /// Returns the sentence for what was done, undone or redone.
    pub fn done(&self, done: &Done) -> String {
        if done.action.is_none() {
            return self.say("nothing-to-change");
        }
        self.action_in_direction(done.direction, &done.detail)
    }

    /// Returns the sentence for what came of a command beside the action.
    pub fn note(&self, note: &Note) -> String {
        match note {
            Note::Customer(_, code) => self.tell("note-customer", &[("code", code.into())]),
            Note::Alike(customers) => {
                let alike: Vec<String> = customers
                    .iter()
                    .map(|alike| format!("{} {}", alike.code, alike.name))
                    .collect();
                self.tell("note-alike", &[("customers", self.list(&alike).into())])
            }
            Note::Balance(balance) if balance.is_negative() => {
                self.tell("note-credit", &[("amount", self.money(balance.abs()).into())])
            }
            Note::Balance(balance) if balance.is_zero() => self.say("note-even"),
            Note::Balance(balance) => {
                self.tell("note-balance", &[("amount", self.money(*balance).into())])
            }
            Note::DueOn(day) => self.tell("note-due", &[("day", self.day(*day).into())]),
            Note::OverLimit { balance, limit } => {
                let (balance, limit) = (self.money(*balance), self.money(*limit));
                self.tell(
                    "note-over-limit",
                    &[("balance", balance.into()), ("limit", limit.into())],
                )
            }
            Note::EmptyOn { product, likely, safe } => self.tell(
                "note-empty-on",
                &[
                    ("product", product.into()),
                    ("likely", self.day(*likely).into()),
                    ("safe", self.day(*safe).into()),
                ],
            ),
            Note::Planned(id, day) => {
                let id = id.number().to_string();
                self.tell("note-planned", &[("id", id.into()), ("day", self.day(*day).into())])
            }
            Note::NotBrought { product, quantity, unit } => {
                self.about_goods("note-not-brought", product, *quantity, unit)
            }
            Note::StockLeft { product, quantity, unit } => {
                self.about_goods("note-stock-left", product, *quantity, unit)
            }
            Note::Repeated(count) => self.tell("note-repeated", &[("count", (*count).into())]),
            Note::Contradicting(lines) => self.about_lines("note-contradicting", lines),
            Note::EntriesAlike(lines) => self.about_lines("note-entries-alike", lines),
            Note::FollowUp(id, day) => {
                let id = id.number().to_string();
                self.tell("note-follow-up", &[("id", id.into()), ("day", self.day(*day).into())])
            }
        }
    }

    /// How far something long is: `1200 of 3000 rows`.
    pub fn progress(&self, progress: Progress) -> String {
        let Progress { work, done, all } = progress;
        let so_far = match work {
            Work::Rows => "job-rows",
            Work::Customers => "job-customers",
            Work::Pages => "job-pages",
        };
        self.tell(so_far, &[("done", done.into()), ("all", all.unwrap_or(0).into())])
    }

    /// Formats a note about lines of a file, of which the first few are named.
    fn about_lines(&self, key: &str, lines: &Capped<u64>) -> String {
        let mut named: Vec<String> =
            lines.first.iter().take(NAMED_LINES).map(u64::to_string).collect();
        named.extend((lines.count() > NAMED_LINES).then(|| "…".to_owned()));
        let named = self.list(&named);
        self.tell(key, &[("count", lines.count().into()), ("lines", named.into())])
    }

    fn about_goods(&self, key: &str, product: &str, quantity: Quantity, unit: &str) -> String {
        self.tell(
            key,
            &[("product", product.into()), ("quantity", self.quantity(quantity, unit).into())],
        )
    }
}
