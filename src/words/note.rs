//! What came of a command beside the deed itself: the new balance, the new empty day.

use super::Words;
use crate::app::{Done, Note};
use crate::domain::action::Direction;
use crate::domain::customer::Customer;

impl Words {
    /// That something was done, taken back or done again.
    pub fn done(&self, done: &Done) -> String {
        match done.direction {
            Direction::Do => self.deed(&done.deed),
            Direction::Undo => self.took_back(&done.deed),
            Direction::Redo => self.did_again(&done.deed),
        }
    }

    /// A note as a line of its own; `None` where the deed has said it already.
    pub fn note(&self, note: &Note) -> Option<String> {
        Some(match note {
            // The deed names the code.
            Note::Customer(..) => return None,
            Note::Alike(customers) => {
                let names: Vec<String> = customers.iter().map(|one| self.who(one)).collect();
                self.tell("note-alike", &[("names", names.join(", ").into())])
            }
            Note::Balance(balance) if balance.is_negative() => {
                self.tell("note-credit", &[("amount", self.money(balance.abs()).into())])
            }
            Note::Balance(balance) if balance.is_zero() => self.say("note-even"),
            Note::Balance(balance) => {
                self.tell("note-owes", &[("amount", self.money(*balance).into())])
            }
            Note::DueOn(day) => self.tell("note-due", &[("day", self.day(*day).into())]),
            Note::OverLimit { balance, limit } => self.tell(
                "note-over-limit",
                &[("balance", self.money(*balance).into()), ("limit", self.money(*limit).into())],
            ),
            Note::EmptyOn { product, likely, safe } => self.tell(
                "note-empty",
                &[
                    ("product", product.into()),
                    ("likely", self.day(*likely).into()),
                    ("safe", self.day(*safe).into()),
                ],
            ),
            Note::Planned(delivery, day) => self.tell(
                "note-planned",
                &[
                    ("delivery", format!("#{}", delivery.number()).into()),
                    ("day", self.day(*day).into()),
                ],
            ),
            Note::NotBrought { product, quantity, unit } => self.tell(
                "note-not-brought",
                &[("product", product.into()), ("quantity", self.quantity(*quantity, unit).into())],
            ),
            Note::StockLeft { product, quantity, unit } => self.tell(
                "note-stock",
                &[("product", product.into()), ("quantity", self.quantity(*quantity, unit).into())],
            ),
            Note::FollowUp(follow_up, day) => self.tell(
                "note-follow-up",
                &[
                    ("follow-up", format!("#{}", follow_up.number()).into()),
                    ("day", self.day(*day).into()),
                ],
            ),
        })
    }

    /// A customer in a sentence: `C102 林阿嬷`.
    pub fn who(&self, customer: &Customer) -> String {
        format!("{} {}", customer.code, customer.name)
    }
}
