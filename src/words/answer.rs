//! Answers in words: a line of the journal, a follow-up, and why a jar runs out when it does.

use super::Words;
use crate::domain::action::{Action, Direction};
use crate::domain::follow_up::FollowUp;
use crate::reports::Why;

impl Words {
    /// A line of the journal: what was done, taken back or done again.
    pub fn action(&self, action: &Action) -> String {
        match action.direction {
            Direction::Do => self.deed(&action.deed),
            Direction::Undo => self.took_back(&action.deed),
            Direction::Redo => self.did_again(&action.deed),
        }
    }

    /// What a follow-up asks for: its own words, behind those of the rule that made it.
    pub fn follow_up(&self, follow_up: &FollowUp) -> String {
        match (&follow_up.occasion, follow_up.text.as_str()) {
            (None, text) => text.to_owned(),
            (Some(occasion), "") => self.of(occasion.rule),
            (Some(occasion), text) => {
                let aside = self.tell("aside", &[("text", text.into())]);
                format!("{}{aside}", self.of(occasion.rule))
            }
        }
    }

    /// Why a jar is forecast as it is, as one sum: *12 kg seen on 2 Mar; 5 people, 0.52 kg a day,
    /// learned; away 5 Mar to 8 Mar: empty on 30 Mar (27 Mar to 2 Apr), safe until 27 Mar.*
    pub fn why(&self, why: &Why) -> String {
        let unit = why.product.unit.as_str();
        let Some(row) = &why.row else {
            let who = format!("{} {}", why.who.code, why.who.name);
            let args = [("who", who.into()), ("product", (&why.product.name).into())];
            return self.tell("why-nothing-known", &args);
        };
        let mut parts = Vec::new();
        let level = [
            ("quantity", self.quantity(row.level, unit).into()),
            ("day", self.day(row.anchor).into()),
        ];
        let seen = if row.seen { "why-seen" } else { "why-estimated" };
        parts.push(self.tell(seen, &level));
        let rate = crate::domain::Quantity::from_thousandths((row.rate * 1000.0).round() as i64);
        let rate = [
            ("people", why.household.people().into()),
            ("rate", self.quantity(rate, unit).into()),
            ("source", self.of(row.source).into()),
        ];
        parts.push(self.tell("why-rate", &rate));
        for away in &why.away {
            let (from, to) = (away.period.from, away.period.to);
            let args = [
                ("from", self.day(from).into()),
                ("to", self.day(to).into()),
                ("people", away.people.unwrap_or_default().into()),
            ];
            parts.push(self.tell("why-away", &args));
        }
        let empty = [
            ("sum", parts.join(&self.say("why-and")).into()),
            ("likely", self.day(row.likely).into()),
            ("low", self.day(row.low).into()),
            ("high", self.day(row.high).into()),
            ("safe", self.day(row.safe).into()),
        ];
        self.tell("why", &empty)
    }
}
