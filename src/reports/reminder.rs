//! A reminder that is due: the step that a debt is at, and how it can be sent.

use crate::domain::customer::{Channel, Customer};
use crate::domain::follow_up::{Rule, Trigger};
use crate::domain::reminder::ReminderStep;
use crate::domain::shop::Shop;
use crate::domain::tab::late_days;
use crate::domain::views::{PromiseStatus, TabRow};
use crate::domain::{Day, Money};

/// A customer who is to be reminded of what is due.
#[derive(Clone, PartialEq, Debug)]
pub struct Reminder {
    /// The customer.
    pub customer: Customer,
    /// The step of reminding, and what is due.
    pub due: DueStep,
    /// The balance of the tab.
    pub balance: Money,
}

/// The step that a debt is at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueStep {
    /// The step.
    pub step: ReminderStep,
    /// The due day of the oldest debt.
    pub due_on: Day,
    /// The amount that is due by today, or on the due day that is to come.
    pub amount: Money,
}

impl DueStep {
    /// Returns the step of reminding that a tab is at on a day, when the newest reminder was that of the day `last`;
    /// `None` if nothing is owed, a promise has not broken, the shop keeps a holiday, or this step was sent.
    pub fn of(tab: &TabRow, last: Option<Day>, shop: &Shop, today: Day) -> Option<Self> {
        let due_on = tab.standing.oldest_due()?;
        let step = shop.reminders.current(due_on, today)?;
        let is_promised = matches!(tab.promise_on(today), Some(PromiseStatus::Standing(_)));
        let is_sent = last.is_some_and(|last| last >= step.day(due_on));
        if is_promised || is_sent || shop.holidays.contains_key(&today) {
            return None;
        }
        let amount = tab.standing.due_on(due_on.max(today));
        Some(Self { step: step.clone(), due_on, amount })
    }

    /// Returns the day of the step.
    pub fn day(&self) -> Day {
        self.step.day(self.due_on)
    }

    /// Returns the number of days that the debt is late on a day.
    pub fn late_days(&self, today: Day) -> i64 {
        late_days(self.due_on, today)
    }
}

impl Reminder {
    /// Returns the occasion of the rule, of which there is one follow-up at most.
    pub fn occasion(&self) -> Trigger {
        Trigger { rule: Rule::Reminder, customer: self.customer.id, day: self.due.day() }
    }

    /// Returns the channel by which it is sent if nobody says otherwise: the one that the customer prefers, or else
    /// by telephone, or at the door, for which nobody has to be asked.
    pub fn usual_channel(&self) -> Channel {
        let channels = [self.customer.channel, Channel::Phone, Channel::Visit];
        let open =
            channels.into_iter().find(|channel| check_channel(&self.customer, *channel).is_ok());
        open.unwrap_or(Channel::Visit)
    }
}

/// Why a customer cannot be reminded by a channel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChannelBarrier {
    /// They have not agreed to it.
    NoConsent,
    /// Their number or address is not known.
    NoAddress,
}

/// Checks that a customer can be reminded by a channel, to which they have agreed.
///
/// # Errors
/// If they have not agreed, or cannot be reached by it.
pub fn check_channel(customer: &Customer, channel: Channel) -> Result<(), ChannelBarrier> {
    let is_known = match channel {
        Channel::Visit => true,
        Channel::Phone | Channel::Message => !customer.phones.is_empty(),
        Channel::Email => !customer.email.is_empty(),
    };
    match (is_known, customer.consent.allows(channel)) {
        (_, false) => Err(ChannelBarrier::NoConsent),
        (false, true) => Err(ChannelBarrier::NoAddress),
        (true, true) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::Consent;
    use crate::domain::id::CustomerId;

    #[test]
    fn nobody_is_contacted_without_their_consent() {
        let known = Customer::new(CustomerId::new(1), "C001".into(), "Lin".into(), Day::default());
        let reachable = Customer {
            phones: vec!["1".to_owned()],
            email: "a@b.c".to_owned(),
            channel: Channel::Message,
            ..known.clone()
        };
        let usual = |customer: &Customer| {
            let step = ReminderStep { days: 0, name: "reminder".to_owned() };
            let due = DueStep { step, due_on: Day::default(), amount: Money::ZERO };
            Reminder { customer: customer.clone(), due, balance: Money::ZERO }.usual_channel()
        };
        assert_eq!(check_channel(&reachable, Channel::Email), Err(ChannelBarrier::NoConsent));
        assert_eq!((usual(&reachable), usual(&known)), (Channel::Visit, Channel::Visit));
        let called = Customer {
            consent: Consent::To { phone: true, message: false, email: false },
            ..reachable.clone()
        };
        assert_eq!(check_channel(&called, Channel::Message), Err(ChannelBarrier::NoConsent));
        assert_eq!(usual(&called), Channel::Phone);
        let agreed = Customer { consent: Consent::ALL_CHANNELS, ..reachable };
        assert_eq!(
            (check_channel(&agreed, Channel::Email), usual(&agreed)),
            (Ok(()), Channel::Message)
        );
        let agreed = Customer { consent: Consent::ALL_CHANNELS, ..known };
        assert_eq!(check_channel(&agreed, Channel::Email), Err(ChannelBarrier::NoAddress));
    }
}
