//! What the selected row is about, and so what the keys can do with it, wherever the row stands.

use super::{Mark, StatementSheet};
use crate::domain::Money;
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::views::{CustomerRow, FollowUpRow, Goods, JarRow, TabRow};
use crate::domain::{Day, follow_up};
use crate::reports::CustomerPage;
use crate::reports::proposal::Chosen;
use crate::reports::round::Stop;
use crate::tui::keymap::Intent;

/// A customer, with what is to be done for them.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// Who.
    pub customer: CustomerId,
    /// Code and name.
    pub name: String,
    /// What is to be brought.
    pub visit: Option<TargetVisit>,
    /// What is to be followed up.
    pub follow_up: Option<TargetFollowUp>,
    /// The product whose jar is asked about; `None` is every jar of theirs.
    pub product: Option<ProductId>,
    /// What they would pay now: what is due, or else what they owe.
    pub to_pay: Money,
    /// Why it is proposed for its day, if it is.
    pub chosen: Option<Chosen>,
}

/// Something to bring.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetVisit {
    /// The delivery that was promised; `None` if it is only due by the forecast.
    pub delivery: Option<DeliveryId>,
    /// The day for which it was promised.
    pub promised_for: Option<Day>,
    /// What.
    pub goods: Vec<Goods>,
}

/// Something to follow up.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetFollowUp {
    /// Which.
    pub meant: FollowUpRef,
    /// What to do; empty where a rule says it.
    pub text: String,
    /// The rule that says it.
    pub rule: Option<follow_up::Rule>,
    /// When it is due.
    pub due_on: Day,
}

impl Target {
    /// What a mark on its row is about.
    pub fn mark(&self) -> Mark {
        match (&self.follow_up, &self.visit) {
            (Some(follow_up), _) => {
                Mark::FollowUp(self.customer, Box::new(follow_up.meant.clone()))
            }
            (None, Some(visit)) => Mark::Visit(self.customer, visit.delivery),
            (None, None) => Mark::Customer(self.customer),
        }
    }

    fn of(customer: CustomerId, code: &str, name: &str) -> Self {
        Self {
            customer,
            name: format!("{code} {name}"),
            visit: None,
            follow_up: None,
            product: None,
            to_pay: Money::ZERO,
            chosen: None,
        }
    }

    /// A customer of the list.
    pub fn of_customer(row: &CustomerRow) -> Self {
        Self {
            to_pay: row.standing.balance.max(Money::ZERO),
            ..Self::of(row.customer.id, &row.customer.code, &row.customer.name)
        }
    }

    /// A door to stop at; where that was done nothing is to be brought any more.
    pub fn of_stop(stop: &Stop) -> Self {
        let to_pay = if stop.due.is_positive() { stop.due } else { stop.balance.max(Money::ZERO) };
        Self {
            visit: stop.is_open().then(|| TargetVisit {
                delivery: stop.delivery,
                promised_for: stop.delivery.map(|_| stop.day),
                goods: stop.goods.clone(),
            }),
            product: stop.goods.first().map(|goods| goods.product),
            to_pay,
            chosen: stop.chosen,
            ..Self::of(stop.who.id, &stop.who.code, &stop.who.name)
        }
    }

    /// Whose jar it is, with what it usually gets.
    pub fn of_jar(row: &JarRow) -> Self {
        let goods = vec![row.goods.clone()];
        Self {
            visit: Some(TargetVisit { delivery: None, promised_for: None, goods }),
            product: Some(row.goods.product),
            to_pay: row.standing.balance.max(Money::ZERO),
            ..Self::of(row.who.id, &row.who.code, &row.who.name)
        }
    }

    /// Somebody with a tab, of which so much is to be asked for; where that is nothing, all of it.
    pub fn of_owing(row: &TabRow, due: Money) -> Self {
        let balance = row.standing.balance.max(Money::ZERO);
        Self {
            to_pay: if due.is_positive() { due } else { balance },
            ..Self::of(row.who.id, &row.who.code, &row.who.name)
        }
    }

    /// The customer of a tab that is open: what is late of it, else all of it.
    pub fn of_statement(sheet: &StatementSheet) -> Self {
        let (customer, statement) = (&sheet.customer, &sheet.statement);
        let late = statement.ageing.late();
        let balance = statement.balance.max(Money::ZERO);
        Self {
            to_pay: if late.is_positive() { late.min(balance) } else { balance },
            ..Self::of(customer.id, &customer.code, &customer.name)
        }
    }

    /// Something to follow up.
    pub fn of_follow_up(row: &FollowUpRow) -> Self {
        let follow_up = &row.follow_up;
        Self {
            follow_up: Some(TargetFollowUp {
                meant: row.meant.clone(),
                text: follow_up.text.clone(),
                rule: follow_up.occasion.as_ref().map(|occasion| occasion.rule),
                due_on: follow_up.due_on,
            }),
            to_pay: row.balance.max(Money::ZERO),
            ..Self::of(row.who.id, &row.who.code, &row.who.name)
        }
    }

    /// The customer of a page: their next delivery, or what their jars would ask for.
    pub fn of_page(page: &CustomerPage) -> Self {
        let planned = page.planned.first().map(|row| TargetVisit {
            delivery: Some(row.id),
            promised_for: Some(row.planned_for),
            goods: row.lines.iter().map(|line| line.goods.clone()).collect(),
        });
        let forecast = || {
            let goods: Vec<Goods> = (page.jars.iter())
                .filter_map(|jar| jar.forecast.as_ref().map(|row| row.goods.clone()))
                .collect();
            let visit = TargetVisit { delivery: None, promised_for: None, goods };
            (!visit.goods.is_empty()).then_some(visit)
        };
        Self {
            visit: planned.or_else(forecast),
            to_pay: page.standing.balance.max(Money::ZERO),
            ..Self::of(page.customer.id, &page.customer.code, &page.customer.name)
        }
    }
}

/// Returns whether a key can do something with the selected row; keys that need no row always can.
pub fn is_possible(subject: Option<&Target>, intent: Intent) -> bool {
    if matches!(
        intent,
        Intent::Pay
            | Intent::Entry
            | Intent::Contact
            | Intent::FollowUp
            | Intent::Bring
            | Intent::ReadJar
            | Intent::Why
            | Intent::Statement
            | Intent::JournalOf
            | Intent::Open
            | Intent::Accept
            | Intent::Pin
            | Intent::Copy(_)
    ) {
        return subject.is_some();
    }
    let visit = subject.and_then(|subject| subject.visit.as_ref());
    let follow_up = subject.is_some_and(|subject| subject.follow_up.is_some());
    if matches!(intent, Intent::Done) {
        return follow_up || visit.is_some();
    }
    if matches!(intent, Intent::Plan | Intent::Mark) {
        return visit.is_some_and(|visit| visit.delivery.is_none());
    }
    if matches!(intent, Intent::Miss | Intent::Evening) {
        return visit.is_some_and(|visit| visit.delivery.is_some());
    }
    if matches!(intent, Intent::DayEarlier | Intent::DayLater) {
        return visit.is_some_and(|visit| visit.delivery.is_some());
    }
    if matches!(intent, Intent::Snooze | Intent::Remove) {
        return follow_up || visit.is_some_and(|visit| visit.delivery.is_some());
    }
    true
}
