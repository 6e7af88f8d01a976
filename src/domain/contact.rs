//! A contact: something that was said or done with a customer.

use super::customer::Channel;
use super::day::Day;
use super::id::{ContactId, CustomerId};
use super::promise::PromisedPayment;

/// Mood of the customer, from 1 (angry) to 5 (delighted).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CustomerMood(u8);

impl CustomerMood {
    /// A mood from 1 to 5; `None` outside.
    pub const fn new(mood: u8) -> Option<Self> {
        match mood {
            1..=5 => Some(Self(mood)),
            _ => None,
        }
    }

    /// From 1 to 5.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// One contact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// Given by the store.
    pub id: ContactId,
    /// With whom.
    pub customer: CustomerId,
    /// When.
    pub on: Day,
    /// Channel.
    pub channel: Channel,
    /// Text of the contact.
    pub text: String,
    /// Mood.
    pub mood: Option<CustomerMood>,
}

/// A contact to be written down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewContact {
    /// With whom.
    pub customer: CustomerId,
    /// When.
    pub on: Day,
    /// Channel.
    pub channel: Channel,
    /// Text of the contact.
    pub text: String,
    /// Mood.
    pub mood: Option<CustomerMood>,
    /// The payment that they promised.
    pub promise: Option<PromisedPayment>,
}
