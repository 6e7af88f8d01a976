//! The target of the keys: the selected row, reduced to what an action needs to know of it.

use super::{Mark, Model, Screen, StatementSheet, TodayPanel};
use crate::domain::Money;
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::shop::Shop;
use crate::domain::views::{
    ComplaintNote, CustomerRow, DeliveryGoods, FollowUpRow, Goods, JarRow, SkipRow, TabRow,
};
use crate::domain::{Day, follow_up};
use crate::reports::customer_page::PageJar;
use crate::reports::proposal::Chosen;
use crate::reports::round::Stop;
use crate::reports::{CustomerPage, ReviewItem};
use crate::tui::keymap::Intent;

/// A customer, with what is to be done for them.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// The customer.
    pub customer: CustomerId,
    /// Code and name of the customer.
    pub name: String,
    /// The goods to bring, if any.
    pub visit: Option<TargetVisit>,
    /// The delivery that was done, with its lines, if the row is one.
    pub delivered: Option<(DeliveryId, Vec<DeliveryGoods>)>,
    /// The follow-up, if the row is about one.
    pub follow_up: Option<TargetFollowUp>,
    /// The product of the jar in question; `None` stands for every jar of the customer.
    pub product: Option<ProductId>,
    /// The amount to ask for now: the amount due, or else the balance owed.
    pub to_pay: Money,
    /// The balance of the tab; negative is credit.
    pub balance: Money,
    /// The most that the tab may reach; `None` is no limit.
    pub limit: Option<Money>,
    /// The reason why the stop is proposed for its day, if it is.
    pub chosen: Option<Chosen>,
}

/// Something to bring.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetVisit {
    /// The promised delivery; `None` if only the forecast asks for it.
    pub delivery: Option<DeliveryId>,
    /// The day for which it was promised.
    pub promised_for: Option<Day>,
    /// The goods: those of the promise, or those that the forecasts ask for.
    pub goods: Vec<Goods>,
    /// Goods that the forecasts ask for in addition to those of the promise.
    pub proposed: Vec<Goods>,
}

impl TargetVisit {
    /// Creates a visit that only the forecasts ask for.
    pub const fn proposed(goods: Vec<Goods>) -> Self {
        Self { delivery: None, promised_for: None, goods, proposed: Vec::new() }
    }

    /// Returns the goods that are proposed and not planned yet.
    pub fn to_plan(&self) -> &[Goods] {
        if self.delivery.is_none() { &self.goods } else { &self.proposed }
    }

    /// Returns all goods that the visit brings.
    pub fn to_bring(&self) -> Vec<Goods> {
        self.goods.iter().chain(&self.proposed).cloned().collect()
    }
}

/// Something to follow up.
#[derive(Clone, PartialEq, Debug)]
pub struct TargetFollowUp {
    /// The identity of the follow-up.
    pub meant: FollowUpRef,
    /// The task in words; empty if the rule describes it.
    pub text: String,
    /// The rule that created it, if one did.
    pub rule: Option<follow_up::Rule>,
    /// The day on which it is due.
    pub due_on: Day,
    /// The complaint that it is about.
    pub complaint: Option<ComplaintNote>,
}

impl Target {
    /// Returns the mark that identifies its row.
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
            delivered: None,
            follow_up: None,
            product: None,
            to_pay: Money::ZERO,
            balance: Money::ZERO,
            limit: None,
            chosen: None,
        }
    }

    /// Creates the target of a row of the customer list.
    pub fn of_customer(row: &CustomerRow) -> Self {
        Self {
            to_pay: row.standing.balance.max(Money::ZERO),
            balance: row.standing.balance,
            limit: row.standing.limit,
            ..Self::of(row.customer.id, &row.customer.code, &row.customer.name)
        }
    }

    /// Creates the target of a stop; a finished one has nothing left to bring.
    pub fn of_stop(stop: &Stop) -> Self {
        let to_pay = if stop.due.is_positive() { stop.due } else { stop.balance.max(Money::ZERO) };
        Self {
            // There is nothing to bring where a visit only looks.
            visit: (stop.is_open() && !stop.goods.is_empty()).then(|| TargetVisit {
                delivery: stop.delivery,
                promised_for: stop.delivery.map(|_| stop.day),
                goods: stop.goods.clone(),
                proposed: stop.proposed.clone(),
            }),
            delivered: (stop.is_done())
                .then(|| Some((stop.delivery?, stop.outcome.as_ref()?.lines.clone())))
                .flatten(),
            product: stop.first_jar.or_else(|| {
                stop.goods.iter().chain(&stop.look_into).next().map(|goods| goods.product)
            }),
            to_pay,
            balance: stop.balance,
            limit: stop.limit,
            chosen: stop.chosen,
            ..Self::of(stop.who.id, &stop.who.code, &stop.who.name)
        }
    }

    /// Creates the target of a jar, with its goods as a visit that the forecast asks for.
    pub fn of_jar(row: &JarRow) -> Self {
        let goods = vec![row.goods.clone()];
        Self {
            visit: Some(TargetVisit::proposed(goods)),
            product: Some(row.goods.product),
            to_pay: row.standing.balance.max(Money::ZERO),
            balance: row.standing.balance,
            limit: row.standing.limit,
            ..Self::of(row.who.id, &row.who.code, &row.who.name)
        }
    }

    /// Creates the target of a row to review.
    pub fn of_review(item: &ReviewItem) -> Self {
        match item {
            ReviewItem::Changed(row) => Self::of_jar(row),
            ReviewItem::BoughtAgain(goods) => {
                let who = &goods.who;
                Self { product: Some(goods.product), ..Self::of(who.id, &who.code, &who.name) }
            }
        }
    }

    /// Creates the target of a skip.
    pub fn of_skip(row: &SkipRow) -> Self {
        let who = &row.who;
        Self { product: row.skip.product, ..Self::of(who.id, &who.code, &who.name) }
    }

    /// Creates the target of one jar of a page, with its goods as the only ones to bring.
    pub fn of_page_jar(page: &CustomerPage, jar: &PageJar) -> Self {
        let goods = vec![jar.goods()];
        Self {
            visit: Some(TargetVisit::proposed(goods)),
            product: Some(jar.jar.product),
            ..Self::of_page(page)
        }
    }

    /// Creates the target of a tab, to ask for the amount due, or else for the whole balance.
    pub fn of_owing(row: &TabRow, due: Money) -> Self {
        let balance = row.standing.balance.max(Money::ZERO);
        Self {
            to_pay: if due.is_positive() { due } else { balance },
            balance: row.standing.balance,
            limit: row.standing.limit,
            ..Self::of(row.who.id, &row.who.code, &row.who.name)
        }
    }

    /// Creates the target of an open statement, to ask for the late amount, or else for the
    /// balance.
    pub fn of_statement(sheet: &StatementSheet, shop: &Shop) -> Self {
        let (customer, statement) = (&sheet.customer, &sheet.statement);
        let late = statement.ageing.late();
        let balance = statement.balance.max(Money::ZERO);
        Self {
            to_pay: if late.is_positive() { late.min(balance) } else { balance },
            balance: statement.balance,
            limit: shop.credit_limit_of(customer),
            ..Self::of(customer.id, &customer.code, &customer.name)
        }
    }

    /// Creates the target of a follow-up.
    pub fn of_follow_up(row: &FollowUpRow) -> Self {
        let follow_up = &row.follow_up;
        Self {
            follow_up: Some(TargetFollowUp {
                meant: row.meant.clone(),
                text: follow_up.text.clone(),
                rule: follow_up.occasion.as_ref().map(|occasion| occasion.rule),
                due_on: follow_up.due_on,
                complaint: row.complaint.clone(),
            }),
            to_pay: row.balance.max(Money::ZERO),
            balance: row.balance,
            ..Self::of(row.who.id, &row.who.code, &row.who.name)
        }
    }

    /// Creates the target of a page: the next planned delivery, or the goods that the forecasts ask
    /// for.
    pub fn of_page(page: &CustomerPage) -> Self {
        let planned = page.planned.first().map(|row| TargetVisit {
            delivery: Some(row.id),
            promised_for: Some(row.planned_for),
            goods: row.lines.iter().map(|line| line.goods.clone()).collect(),
            proposed: Vec::new(),
        });
        let forecast = || {
            let goods: Vec<Goods> = (page.jars.iter())
                .filter_map(|jar| jar.forecast.as_ref().map(|row| row.goods.clone()))
                .collect();
            let visit = TargetVisit::proposed(goods);
            (!visit.goods.is_empty()).then_some(visit)
        };
        Self {
            visit: planned.or_else(forecast),
            to_pay: page.standing.balance.max(Money::ZERO),
            balance: page.standing.balance,
            limit: page.standing.limit,
            ..Self::of(page.customer.id, &page.customer.code, &page.customer.name)
        }
    }
}

/// Returns whether the selected row is in a list of debts: the tabs, or those to collect today.
pub fn is_debt(model: &Model) -> bool {
    let collects = model.screen == Screen::Today && model.morning.panel == TodayPanel::Collect;
    model.overlays.is_empty() && (model.screen == Screen::Tabs || collects)
}

/// Returns whether a key can do something with the selected row; keys that need no row always can.
pub fn is_possible(subject: Option<&Target>, intent: Intent) -> bool {
    if matches!(
        intent,
        Intent::Pay
            | Intent::Entry
            | Intent::SellTickets
            | Intent::RefundTickets
            | Intent::Contact
            | Intent::FollowUp
            | Intent::Complaint
            | Intent::Bring
            | Intent::ReadJar
            | Intent::Why
            | Intent::Statement
            | Intent::Paper
            | Intent::JournalOf
            | Intent::Open
            | Intent::Accept
            | Intent::Pin
            | Intent::Copy(_)
    ) {
        return subject.is_some();
    }
    if matches!(intent, Intent::StillEnough) {
        return subject.is_some_and(|subject| subject.product.is_some());
    }
    let visit = subject.and_then(|subject| subject.visit.as_ref());
    let follow_up = subject.is_some_and(|subject| subject.follow_up.is_some());
    if matches!(intent, Intent::Done) {
        return follow_up || visit.is_some();
    }
    if matches!(intent, Intent::Plan | Intent::Mark) {
        return visit.is_some_and(|visit| !visit.to_plan().is_empty());
    }
    if matches!(intent, Intent::EditDelivery) {
        let planned = visit.is_some_and(|visit| visit.delivery.is_some());
        return planned || subject.is_some_and(|subject| subject.delivered.is_some());
    }
    if matches!(intent, Intent::Miss | Intent::Evening) {
        return visit.is_some_and(|visit| visit.delivery.is_some());
    }
    if matches!(intent, Intent::DayEarlier | Intent::DayLater) {
        return visit.is_some_and(|visit| visit.delivery.is_some());
    }
    if matches!(intent, Intent::Remove) {
        return follow_up || visit.is_some();
    }
    if matches!(intent, Intent::Snooze) {
        return follow_up || visit.is_some_and(|visit| visit.delivery.is_some());
    }
    true
}

/// Returns whether a key needs a selected row: a customer, a task or a product.
pub fn needs_row(intent: Intent) -> bool {
    let of_row = matches!(
        intent,
        Intent::EditCustomer
            | Intent::EditProduct
            | Intent::Receive
            | Intent::Order
            | Intent::Count
            | Intent::MarkRow
    );
    of_row || !is_possible(None, intent)
}
