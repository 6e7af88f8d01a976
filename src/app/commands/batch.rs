//! Several commands as one: all of them or none, one line of the journal, one step of undo.

use super::{CommandOutcome, write_rows};
use crate::app::{Error, Result, derived};
use crate::domain::action::{ActionDetail, Batch, NamedCustomer};
use crate::domain::complaint::{ComplaintAnswer, ComplaintSolution};
use crate::domain::delivery::DeliverySource;
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{ActionId, CustomerId};
use crate::domain::progress::ProgressFn;
use crate::domain::refusal::Refusal;
use crate::domain::{Command, Day};
use crate::store::Tx;

/// Maximum number of subjects named in a batch's line of the journal; the rest are only counted.
const NAMED: usize = 3;

pub(super) fn perform(
    tx: &Tx,
    action: ActionId,
    commands: &[Command],
    (today, watch): (Day, ProgressFn<'_>),
) -> Result<CommandOutcome> {
    // A line of the journal does something or takes something back, never both.
    if commands
        .iter()
        .any(|one| matches!(one, Command::Undo(_) | Command::UndoBy(_) | Command::Redo))
    {
        return Err(Refusal::OnlyAlone.into());
    }
    let one = |command: &Command| {
        let (detail, mut notes) = write_rows(tx, action, command, (today, watch))?;
        // The next one may go by what follows from this one: a balance, a forecast.
        notes.extend(derived::refresh(tx, watch)?);
        Ok((detail, notes))
    };
    if let [only] = commands {
        return one(only);
    }
    let mut details = Vec::with_capacity(commands.len());
    for command in commands {
        let (detail, _) = one(command).or_else(|error| Err(about(tx, command, error)?))?;
        details.push(detail);
    }
    Ok((ActionDetail::Batch(summary(&details)?), Vec::new()))
}

/// Sums several actions up: their kind and customer if all have the same, how many, and how much.
pub(super) fn summary(details: &[ActionDetail]) -> Result<Batch> {
    let first = details.first().ok_or(Refusal::NothingChosen)?;
    let alike = details.iter().all(|detail| detail.kind() == first.kind());
    let one_customer = details.iter().all(|detail| detail.customer() == first.customer());
    let subject = |detail: &ActionDetail| match (detail.named_customer(), detail.product()) {
        (Some(customer), _) => customer.label(),
        (None, Some(product)) => product.name.clone(),
        (None, None) => String::new(),
    };
    let subjects = details.iter().map(subject).filter(|subject| !subject.is_empty());
    Ok(Batch {
        kind: alike.then(|| first.kind()),
        customer: first.customer().filter(|_| one_customer),
        count: u32::try_from(details.len()).unwrap_or(u32::MAX),
        subjects: subjects.take(NAMED).collect(),
        amount: alike.then(|| details.iter().map(ActionDetail::amount).sum()).flatten(),
    })
}

/// Adds to a refusal the name of the customer that the command is about.
fn about(tx: &Tx, command: &Command, error: Error) -> Result<Error> {
    let (because, customer) = match (error, customer_of(tx, command)?) {
        (Error::Refused(because), Some(customer)) => (Box::new(because), customer),
        (error, _) => return Ok(error),
    };
    Ok(match tx.customer(customer)? {
        Some(customer) => {
            let about = NamedCustomer::from(&customer).label();
            Refusal::OneOfBatch { about, because }.into()
        }
        None => Error::Refused(*because),
    })
}

/// Returns the customer that a command is about, if it is about exactly one.
fn customer_of(tx: &Tx, command: &Command) -> Result<Option<CustomerId>> {
    Ok(match command {
        Command::EditCustomer { customer, .. }
        | Command::LeaveCustomer { customer, .. }
        | Command::ReturnCustomer { customer }
        | Command::AwayCustomer { customer, .. }
        | Command::ChangeHousehold { customer, .. }
        | Command::SetJar { customer, .. }
        | Command::ReadJar { customer, .. }
        | Command::AddEntry { customer, .. }
        | Command::AddFollowUp { customer, .. } => Some(*customer),
        Command::PlanDelivery(plan) => Some(plan.customer),
        Command::AddContact(contact) => Some(contact.customer),
        Command::AddPromise(promise) => Some(promise.customer),
        Command::SendReminder(reminder) => Some(reminder.customer),
        Command::SellTickets(book) => Some(book.customer),
        Command::RefundTickets(refund) => Some(refund.customer),
        Command::MoveEntry(wrong) => tx.entry(wrong.entry)?.map(|entry| entry.customer),
        Command::MoveContainers(new) => Some(new.customer),
        Command::ReturnGoods(new) => Some(new.customer),
        Command::SetPrice(price) => price.customer,
        Command::RemovePrice { price } => tx.price(*price)?.and_then(|price| price.customer),
        Command::AddComplaint(new) => Some(new.customer),
        Command::AnswerComplaint(ComplaintAnswer { complaint, .. })
        | Command::SolveComplaint(ComplaintSolution { complaint, .. })
        | Command::CloseComplaint { complaint, .. }
        | Command::ReopenComplaint { complaint } => {
            tx.complaint(*complaint)?.map(|complaint| complaint.customer)
        }
        Command::AddSkip(skip) => Some(skip.customer),
        Command::RemoveSkip { skip } => tx.skip(*skip)?.map(|skip| skip.customer),
        Command::Deliver(door) => match &door.visit {
            DeliverySource::Promised(delivery) => tx.customer_of_delivery(*delivery)?,
            DeliverySource::Unplanned { customer, .. } => Some(*customer),
        },
        Command::EditDelivery(edit) => tx.customer_of_delivery(edit.delivery)?,
        Command::MissDelivery { delivery, .. }
        | Command::CancelDelivery { delivery, .. }
        | Command::MoveDelivery { delivery, .. } => tx.customer_of_delivery(*delivery)?,
        Command::FinishFollowUp { follow_up, .. }
        | Command::SnoozeFollowUp { follow_up, .. }
        | Command::DropFollowUp { follow_up, .. } => match follow_up {
            FollowUpRef::Recorded(id) => tx.follow_up(*id)?.map(|follow_up| follow_up.customer),
            FollowUpRef::Suggested(occasion) => Some(occasion.customer),
        },
        Command::SetShop(_)
        | Command::AddCustomer { .. }
        | Command::AddProduct { .. }
        | Command::EditProduct { .. }
        | Command::RetireProduct { .. }
        | Command::RestoreProduct { .. }
        | Command::OrderStock { .. }
        | Command::ReceiveStock { .. }
        | Command::CountStock { .. }
        | Command::PlanProposed(_)
        | Command::MoveFromDaysOff
        | Command::CloseDay(_)
        | Command::AddContainer(_)
        | Command::EditContainer { .. }
        | Command::Import(_)
        | Command::Batch(_)
        | Command::Undo(_)
        | Command::UndoBy(_)
        | Command::Redo => None,
    })
}
