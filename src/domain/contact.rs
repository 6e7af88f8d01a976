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

impl CustomerMood {
    /// Returns the face that lists show for the mood, without colour and in every language: `:(`.
    pub const fn face(self) -> &'static str {
        match self.0 {
            1 => ">:(",
            2 => ":(",
            3 => ":|",
            4 => ":)",
            _ => ":D",
        }
    }

    /// Returns whether somebody should know of it before they call or ring the bell.
    pub const fn is_bad(self) -> bool {
        self.0 <= 2
    }
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
