//! The account of a customer in a list: what is owed, and what was said about paying it.

use super::CustomerLabel;
use crate::domain::day::{Day, DaysOff};
use crate::domain::follow_up::FollowUp;
use crate::domain::id::{CustomerId, TicketId};
use crate::domain::money::Money;
use crate::domain::payday::Payday;
use crate::domain::payment_record::{PaymentHistory, PaymentRecord};
use crate::domain::promise::{PromiseState, PromisedPayment};
use crate::domain::tab::late_days;
use crate::domain::ticket::TicketBook;
use crate::domain::trust::{TrustGrade, TrustScore};
use chrono::Days;
use std::collections::BTreeMap;

/// The account status of a customer: stored values that a list shows and sorts by.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AccountStatus {
    /// Balance; negative is credit.
    pub balance: Money,
    /// Open charges by due day, oldest first.
    pub open: Vec<(Day, Money)>,
    /// The last delivery that was done.
    pub last_delivery: Option<Day>,
    /// The last contact.
    pub last_contact: Option<Day>,
    /// The most that the tab may reach; `None` is no limit.
    pub limit: Option<Money>,
    /// The record of payments of what fell due.
    pub history: PaymentHistory,
}

impl AccountStatus {
    /// The due day of the oldest debt that is still open.
    pub fn oldest_due(&self) -> Option<Day> {
        self.open.first().map(|(due, _)| *due)
    }

    /// Returns the record of payments on `day`.
    pub fn record_on(&self, day: Day) -> PaymentRecord {
        self.history.record_on(&self.open, day)
    }

    /// Returns the amount due on `day`.
    pub fn due_on(&self, day: Day) -> Money {
        self.open.iter().filter(|(due, _)| *due <= day).map(|(_, open)| *open).sum()
    }
}

/// Somebody who owes or is owed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TabRow {
    /// The customer.
    pub who: CustomerLabel,
    /// Their telephone, to ask.
    pub phone: String,
    /// When they are paid.
    pub payday: Payday,
    /// Where they stand.
    pub standing: AccountStatus,
    /// The open promise with the last day, if there is one.
    pub promised: Option<PromisedPayment>,
    /// Their trust grade; `None` if too little has fallen due, and in lists that do not show it.
    pub trust: Option<TrustGrade>,
    /// True if a complaint of theirs is unsolved; false in lists that do not show it.
    pub has_complaint: bool,
}

/// A promise in a list, with its customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromiseRow {
    /// The promise, with its terms.
    pub promise: FollowUp,
    /// The customer.
    pub who: CustomerLabel,
    /// The day of the entry that met it.
    pub met_on: Option<Day>,
}

impl PromiseRow {
    /// Returns the state of the promise on a day.
    pub fn state(&self, day: Day) -> PromiseState {
        self.promise.promise_on(day, self.met_on)
    }

    /// Returns the promised amount; `None` is everything that falls due by the promised day.
    pub fn amount(&self) -> Option<Money> {
        self.promise.promise.and_then(|terms| terms.amount)
    }
}

/// A promise to pay, as it stands on a day. One that is kept is no longer open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromiseStatus {
    /// Its day has not passed.
    Standing(PromisedPayment),
    /// Its day has passed.
    Broken(PromisedPayment),
}

impl PromiseStatus {
    /// Returns an open promise as it stands on a day.
    pub fn on(promised: PromisedPayment, day: Day) -> Self {
        if promised.by < day { Self::Broken(promised) } else { Self::Standing(promised) }
    }
}

impl TabRow {
    /// Fills in the trust grade on a day, from the numbers of promises that customers had broken by then.
    pub fn grade(&mut self, broken_promises: &BTreeMap<CustomerId, u32>, day: Day) {
        let broken = broken_promises.get(&self.who.id).copied().unwrap_or_default();
        self.trust = TrustScore::of(&self.standing, broken, day).map(TrustScore::grade);
    }

    /// Returns the open promise to pay as it stands on a day.
    pub fn promise_on(&self, day: Day) -> Option<PromiseStatus> {
        self.promised.map(|promised| PromiseStatus::on(promised, day))
    }

    /// Returns the number of paydays, from that of the oldest debt on, that are before a day. A debt is due some days
    /// of grace after its payday.
    pub fn late_paydays(&self, day: Day, grace: Days, days_off: &DaysOff) -> usize {
        let of_payday = |due: Day| due.checked_sub_days(grace).unwrap_or(due);
        self.standing.oldest_due().map_or(0, |since| {
            self.payday.count_between(of_payday(since), of_payday(day), days_off)
        })
    }

    /// Returns the number of days that the oldest debt is late on a day; 0 until the day of a
    /// promise has passed.
    pub fn late_days(&self, day: Day) -> i64 {
        match (self.promise_on(day), self.standing.oldest_due()) {
            (Some(PromiseStatus::Standing(_)), _) | (_, None) => 0,
            (Some(PromiseStatus::Broken(_)) | None, Some(due)) => late_days(due, day),
        }
    }
}

/// A book of tickets with its customer and product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TicketBookRow {
    /// The book.
    pub book: TicketBook,
    /// The customer.
    pub who: CustomerLabel,
    /// The product's name.
    pub product: String,
}

/// A book from which tickets were taken that it did not have, or against its terms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrongTickets {
    /// The book.
    pub book: TicketId,
    /// The customer.
    pub who: CustomerLabel,
    /// The product's name.
    pub product: String,
}
