//! What a command did, and what came of it: a sentence for the deed and one for each note.

use super::Words;
use crate::app::{Done, Note};
use crate::domain::Quantity;
use crate::domain::action::Direction;

impl Words {
    /// The deed in a sentence, as it was done, taken back or done again.
    pub fn done(&self, done: &Done) -> String {
        if done.action.is_none() {
            return self.say("nothing-to-change");
        }
        match done.direction {
            Direction::Do => self.deed(&done.deed),
            Direction::Undo => self.took_back(&done.deed),
            Direction::Redo => self.did_again(&done.deed),
        }
    }

    /// What came of a command beside the deed.
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
            Note::FollowUp(id, day) => {
                let id = id.number().to_string();
                self.tell("note-follow-up", &[("id", id.into()), ("day", self.day(*day).into())])
            }
        }
    }

    fn about_goods(&self, key: &str, product: &str, quantity: Quantity, unit: &str) -> String {
        self.tell(
            key,
            &[("product", product.into()), ("quantity", self.quantity(quantity, unit).into())],
        )
    }
}
