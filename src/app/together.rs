//! Several commands as one: all of them or none, one line of the journal, one step of undo.

use super::perform::{Performed, change};
use super::{Error, Result, customers, refresh};
use crate::domain::action::{Deed, DeedKind};
use crate::domain::delivery::Visit;
use crate::domain::follow_up::Meant;
use crate::domain::id::{ActionId, CustomerId};
use crate::domain::refused::Refused;
use crate::domain::{Command, Day, Key};
use crate::store::{Tx, Watch};

/// So many are named in the journal; more are counted.
const NAMED: usize = 3;

pub(super) fn perform(
    tx: &Tx,
    action: ActionId,
    commands: &[Command],
    (today, watch): (Day, Watch<'_>),
) -> Result<Performed> {
    // A line of the journal does something or takes something back, never both.
    if commands.iter().any(|one| matches!(one, Command::Undo(_) | Command::Redo)) {
        return Err(Refused::OnlyAlone.into());
    }
    let one = |command: &Command| {
        let performed = change(tx, action, command, (today, watch))?;
        // The next one may go by what follows from this one: a balance, a forecast.
        refresh::refresh(tx, watch)?;
        Ok(performed)
    };
    if let [only] = commands {
        return one(only);
    }
    let mut deeds = Vec::with_capacity(commands.len());
    for command in commands {
        let (deed, _) = one(command).or_else(|error| Err(about(tx, command, error)?))?;
        deeds.push(deed);
    }
    Ok((as_one(&deeds)?, Vec::new()))
}

/// The deeds as one: of which kind they were, if they were all of one, how many and how much.
fn as_one(deeds: &[Deed]) -> Result<Deed> {
    let first = deeds.first().ok_or(Refused::NothingChosen)?;
    let alike = deeds.iter().all(|deed| deed.kind == first.kind);
    let mut named: Vec<&str> = deeds.iter().map(|deed| deed.about.as_str()).take(NAMED).collect();
    named.extend((deeds.len() > NAMED).then_some("…"));
    Ok(Deed {
        customer: first.customer.filter(|_| deeds.iter().all(|one| one.customer == first.customer)),
        detail: named.join(", "),
        amount: alike.then(|| deeds.iter().map(|deed| deed.amount).sum()).flatten(),
        count: u32::try_from(deeds.len()).ok(),
        ..Deed::new(DeedKind::Together, if alike { first.kind.key() } else { "" })
    })
}

/// The error with the name of the customer for whom the command was refused.
fn about(tx: &Tx, command: &Command, error: Error) -> Result<Error> {
    let (because, customer) = match (error, customer_of(tx, command)?) {
        (Error::Refused(because), Some(customer)) => (Box::new(because), customer),
        (error, _) => return Ok(error),
    };
    Ok(match tx.customer(customer)? {
        Some(customer) => {
            let about = customers::deed(DeedKind::Together, &customer).about;
            Refused::OneOfSeveral { about, because }.into()
        }
        None => Error::Refused(*because),
    })
}

/// Whom a command is about, if it is about one customer.
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
        Command::Deliver(door) => match &door.visit {
            Visit::Promised(delivery) => tx.customer_of_delivery(*delivery)?,
            Visit::Unplanned { customer, .. } => Some(*customer),
        },
        Command::MissDelivery { delivery, .. }
        | Command::CancelDelivery { delivery, .. }
        | Command::MoveDelivery { delivery, .. } => tx.customer_of_delivery(*delivery)?,
        Command::FinishFollowUp { follow_up, .. }
        | Command::SnoozeFollowUp { follow_up, .. }
        | Command::DropFollowUp { follow_up, .. } => match follow_up {
            Meant::Written(id) => tx.follow_up(*id)?.map(|follow_up| follow_up.customer),
            Meant::Ruled(occasion) => Some(occasion.customer),
        },
        Command::SetShop(_)
        | Command::AddCustomer { .. }
        | Command::AddProduct { .. }
        | Command::EditProduct { .. }
        | Command::OrderStock { .. }
        | Command::ReceiveStock { .. }
        | Command::CountStock { .. }
        | Command::PlanProposed(_)
        | Command::Import(_)
        | Command::Together(_)
        | Command::Undo(_)
        | Command::Redo => None,
    })
}
