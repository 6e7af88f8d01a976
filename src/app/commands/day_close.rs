//! Closes a day, and keeps what is dated on a closed day as it is.

use super::{CommandOutcome, not_in_the_future};
use crate::app::Result;
use crate::domain::action::ActionDetail;
use crate::domain::day_close::{DayClose, NewDayClose, expected_in_till, total};
use crate::domain::id::{ActionId, DayCloseId};
use crate::domain::payment::till_methods;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Day, Money};
use crate::store::Tx;

pub(super) fn close(tx: &Tx, new: &NewDayClose, today: Day) -> Result<CommandOutcome> {
    let NewDayClose { day, counted, ref denominations, ref reason } = *new;
    not_in_the_future(day, today)?;
    if tx.day_close(day)?.is_some() {
        return Err(Refusal::ClosedAlready { day }.into());
    }
    let sum = total(denominations).ok_or(Refusal::TooLarge { what: Topic::Amount })?;
    let counted = counted.unwrap_or(sum);
    Topic::Amount.within(counted, Money::ZERO..=Money::MAX)?;
    if !denominations.is_empty() && sum != counted {
        return Err(Refusal::CountedOtherwise { counted, sum }.into());
    }
    let till = till_methods(&tx.shop()?);
    let expected = expected_in_till(&tx.takings(day)?, &till);
    if counted != expected && reason.is_empty() {
        return Err(Refusal::DifferenceUnexplained { expected, counted }.into());
    }
    let difference = counted - expected;
    let reason = if difference.is_zero() { String::new() } else { reason.clone() };
    let (id, denominations) = (DayCloseId::new(0), denominations.clone());
    let kept = reason.clone();
    tx.insert_day_close(&DayClose { id, day, till, expected, counted, denominations, reason })?;
    Ok((ActionDetail::DayClosed { day, counted, difference, reason: kept }, Vec::new()))
}

/// Refuses a command that changes what is dated on a closed day, or restores a close whose money is not that of
/// the entries any more.
pub(in crate::app) fn ensure_days_stay_closed(tx: &Tx, action: ActionId) -> Result<()> {
    if !tx.has_closed_days()? {
        return Ok(());
    }
    if let Some(day) = tx.closed_day_changed(action)? {
        return Err(Refusal::DayClosed { day }.into());
    }
    for close in tx.day_closes_of(action)? {
        if expected_in_till(&tx.takings(close.day)?, &close.till) != close.expected {
            return Err(Refusal::DayChanged { day: close.day }.into());
        }
    }
    Ok(())
}

/// Refuses a correction that names a day which is not closed.
pub(super) fn ensure_closed(tx: &Tx, day: Day) -> Result<()> {
    match tx.day_close(day)? {
        Some(_) => Ok(()),
        None => Err(Refusal::NotClosed { day }.into()),
    }
}
