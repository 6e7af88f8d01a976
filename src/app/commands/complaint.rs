//! Complaints: written down, answered, solved with a return visit, and closed.

use super::{CommandOutcome, follow_up, not_in_the_future, tab};
use crate::app::{Result, SideNote, find};
use crate::domain::action::{ActionDetail, NamedCustomer};
use crate::domain::complaint::{
    Complaint, ComplaintAnswer, ComplaintSolution, ComplaintStage, NewComplaint, REPEATED_WITHIN,
    complaint_kinds, find_complaint_kind,
};
use crate::domain::contact::CustomerMood;
use crate::domain::customer::Customer;
use crate::domain::entry::RepeatedPayment;
use crate::domain::follow_up::{FollowUp, FollowUpStage, Rule, Trigger};
use crate::domain::id::{ComplaintId, CustomerId, DeliveryId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind, OverLimit};
use crate::domain::{Day, Money};
use crate::store::Tx;
use chrono::Days;

/// Days after the solution on which we ask how they find it.
const RETURN_VISIT: u64 = 3;

pub(super) fn add(tx: &Tx, new: &NewComplaint, today: Day) -> Result<CommandOutcome> {
    not_in_the_future(new.on, today)?;
    not_before(new.promised_by, new.on)?;
    let customer = find::customer(tx, new.customer)?;
    let product = new.product.map(|product| find::product(tx, product)).transpose()?;
    if let Some(delivery) = new.delivery {
        theirs(tx, delivery, customer.id)?;
    }
    let kind = listed_kind(tx, &new.kind)?;
    let id = tx.insert_complaint(&Complaint {
        id: ComplaintId::new(0),
        customer: customer.id,
        product: product.map(|product| product.id),
        delivery: new.delivery,
        on: new.on,
        kind: kind.clone(),
        text: new.text.clone(),
        owner: new.owner.clone(),
        stage: ComplaintStage::Open,
        promised_by: new.promised_by,
        answered_on: None,
        solved_on: None,
        closed_on: None,
        cause: String::new(),
        remedy: String::new(),
        discount: Money::ZERO,
        satisfaction: None,
    })?;
    let since = new.on.checked_sub_days(Days::new(REPEATED_WITHIN)).unwrap_or(Day::MIN);
    let times = tx.count_complaints(customer.id, since)?;
    let mut notes = vec![SideNote::Complained(id)];
    notes.extend((times > 1).then_some(SideNote::ComplainedAgain { times }));
    let detail = ActionDetail::ComplaintAdded {
        customer: (&customer).into(),
        complaint_kind: kind,
        about: new.text.clone(),
        promised_by: new.promised_by,
    };
    Ok((detail, notes))
}

pub(super) fn answer(tx: &Tx, answer: &ComplaintAnswer, today: Day) -> Result<CommandOutcome> {
    let (customer, known) = unsolved(tx, answer.complaint)?;
    on_or_after(answer.on, &known, today)?;
    not_before(answer.promised_by, answer.on)?;
    let owner = Some(answer.owner.clone()).filter(|owner| !owner.is_empty());
    let answered = Complaint {
        stage: ComplaintStage::Working,
        answered_on: known.answered_on.or(Some(answer.on)),
        promised_by: answer.promised_by.or(known.promised_by),
        owner: owner.unwrap_or(known.owner),
        ..known
    };
    tx.update_complaint(&answered)?;
    let (about, promised_by) = (answered.text, answer.promised_by);
    Ok((ActionDetail::ComplaintAnswered { customer, about, promised_by }, Vec::new()))
}

/// Solves a complaint: the discount is booked, and a return visit is to ask whether they are content.
pub(super) fn solve(tx: &Tx, solution: &ComplaintSolution, today: Day) -> Result<CommandOutcome> {
    let ComplaintSolution { on, discount, .. } = *solution;
    let (customer, known) = unsolved(tx, solution.complaint)?;
    on_or_after(on, &known, today)?;
    Topic::Amount.within(discount, Money::ZERO..=Money::MAX)?;
    let mut notes = Vec::new();
    if !discount.is_zero() {
        // Beyond what is owed it is credit for the next goods.
        let is_owed = discount <= tx.balance(known.customer)?;
        let (kind, amount) = match is_owed {
            true => (EntryKind::Discount, discount),
            false => (EntryKind::Correction, -discount),
        };
        let entry = tab::entry(known.customer, kind, amount, on);
        let entry = Entry { note: solution.remedy.clone(), ..entry };
        let (_, booked) = tab::add(tx, entry, (OverLimit::Refuse, RepeatedPayment::Refuse), today)?;
        notes.extend(booked);
    }
    let solved = Complaint {
        stage: ComplaintStage::Solved,
        answered_on: known.answered_on.or(Some(on)),
        solved_on: Some(on),
        remedy: solution.remedy.clone(),
        cause: solution.cause.clone(),
        discount: known.discount + discount,
        ..known
    };
    tx.update_complaint(&solved)?;
    notes.extend(plan_return_visit(tx, solved.customer, on)?);
    let (about, remedy) = (solved.text, solved.remedy);
    Ok((ActionDetail::ComplaintSolved { customer, about, remedy, discount }, notes))
}

/// Closes a solved complaint, and its return visit with the last complaint of it.
pub(super) fn close(
    tx: &Tx,
    id: ComplaintId,
    (on, today): (Day, Day),
    satisfaction: Option<CustomerMood>,
) -> Result<CommandOutcome> {
    let (customer, known) = known(tx, id)?;
    let name = customer.name.clone();
    if let Some(on) = known.closed_on {
        return Err(Refusal::ComplaintClosed { name, complaint: id.number(), on }.into());
    }
    let unsolved = Refusal::ComplaintUnsolved { name, complaint: id.number() };
    let solved_on = known.solved_on.ok_or(unsolved)?;
    not_in_the_future(on, today)?;
    not_before(Some(on), solved_on)?;
    let closed =
        Complaint { stage: ComplaintStage::Closed, closed_on: Some(on), satisfaction, ..known };
    tx.update_complaint(&closed)?;
    if !tx.awaits_return_visit(closed.customer, solved_on)? {
        end_return_visit(tx, (closed.customer, solved_on), FollowUpStage::Done, on)?;
    }
    let about = closed.text;
    let customer = (&customer).into();
    Ok((ActionDetail::ComplaintClosed { customer, about, satisfaction }, Vec::new()))
}

/// Takes up a complaint again. The discount that was given for it stays.
pub(super) fn reopen(tx: &Tx, id: ComplaintId, today: Day) -> Result<CommandOutcome> {
    let (customer, known) = known(tx, id)?;
    let name = customer.name.clone();
    let unsolved = Refusal::ComplaintUnsolved { name, complaint: id.number() };
    let solved_on = known.solved_on.ok_or(unsolved)?;
    let again = Complaint {
        stage: ComplaintStage::Working,
        promised_by: None,
        solved_on: None,
        closed_on: None,
        satisfaction: None,
        ..known
    };
    tx.update_complaint(&again)?;
    if !tx.awaits_return_visit(again.customer, solved_on)? {
        end_return_visit(tx, (again.customer, solved_on), FollowUpStage::Dropped, today)?;
    }
    let (customer, about) = ((&customer).into(), again.text);
    Ok((ActionDetail::ComplaintReopened { customer, about }, Vec::new()))
}

/// Makes the return visit for the complaints of a customer that are solved on a day. One that has ended is needed
/// again: its complaint was taken up and solved once more, or another one was solved on the day.
fn plan_return_visit(tx: &Tx, customer: CustomerId, day: Day) -> Result<Option<SideNote>> {
    let occasion = Trigger { rule: Rule::ReturnVisit, customer, day };
    let due_on = day + Days::new(RETURN_VISIT);
    let ended = tx.follow_up_for(&occasion)?;
    match ended.filter(|visit| visit.stage != FollowUpStage::Open) {
        Some(visit) => {
            let stage = FollowUpStage::Open;
            let outcome = String::new();
            tx.update_follow_up(&FollowUp { stage, closed_on: None, due_on, outcome, ..visit })?;
            Ok(None)
        }
        None => follow_up::by_rule(tx, occasion, "", due_on),
    }
}

/// Ends the return visit for the complaints of a customer that were solved on a day, if it is open.
fn end_return_visit(
    tx: &Tx,
    (customer, day): (CustomerId, Day),
    stage: FollowUpStage,
    on: Day,
) -> Result<()> {
    let visit = tx.follow_up_for(&Trigger { rule: Rule::ReturnVisit, customer, day })?;
    match visit.filter(|visit| visit.stage == FollowUpStage::Open) {
        Some(visit) => {
            Ok(tx.update_follow_up(&FollowUp { stage, closed_on: Some(on), ..visit })?)
        }
        None => Ok(()),
    }
}

/// Returns a complaint with its customer.
fn known(tx: &Tx, id: ComplaintId) -> Result<(Customer, Complaint)> {
    let missing = || find::not_found(Topic::Complaint, id.number());
    let complaint = tx.complaint(id)?.ok_or_else(missing)?;
    Ok((find::customer(tx, complaint.customer)?, complaint))
}

/// Returns an unsolved complaint with its customer.
fn unsolved(tx: &Tx, id: ComplaintId) -> Result<(NamedCustomer, Complaint)> {
    let (customer, complaint) = known(tx, id)?;
    match complaint.solved_on {
        None => Ok(((&customer).into(), complaint)),
        Some(on) => {
            let (name, complaint) = (customer.name, id.number());
            Err(Refusal::ComplaintSolved { name, complaint, on }.into())
        }
    }
}

/// Refuses a day after today, or before the complaint.
fn on_or_after(on: Day, complaint: &Complaint, today: Day) -> Result<()> {
    not_in_the_future(on, today)?;
    not_before(Some(on), complaint.on)
}

/// Refuses a day before the one that it follows.
fn not_before(day: Option<Day>, first: Day) -> Result<()> {
    match day.filter(|day| *day < first) {
        Some(day) => Err(Refusal::NotLater { day, than: first }.into()),
        None => Ok(()),
    }
}

/// Refuses a delivery of another customer.
fn theirs(tx: &Tx, delivery: DeliveryId, customer: CustomerId) -> Result<()> {
    match tx.customer_of_delivery(delivery)? {
        Some(of) if of == customer => Ok(()),
        Some(_) | None => Err(find::not_found(Topic::Delivery, delivery.number()).into()),
    }
}

/// Returns the kind of the shop that was typed.
fn listed_kind(tx: &Tx, typed: &str) -> Result<String> {
    let shop = tx.shop()?;
    find_complaint_kind(&shop, typed).ok_or_else(|| {
        let kinds = complaint_kinds(&shop);
        Refusal::UnknownComplaintKind { text: typed.to_owned(), kinds }.into()
    })
}
