//! A customer, and what a follow-up asks for, in words.

use super::Localizer;
use crate::domain::customer::Customer;
use crate::domain::follow_up::{FollowUp, Rule, Trigger};
use crate::domain::views::PromiseStatus;

impl Localizer {
    /// A customer in a sentence: `C102 林阿嬷`.
    pub fn who(&self, customer: &Customer) -> String {
        format!("{} {}", customer.code, customer.name)
    }

    /// Returns the task of a follow-up: the text of its rule, then its own.
    pub fn follow_up(&self, follow_up: &FollowUp) -> String {
        match (&follow_up.occasion, follow_up.text.as_str()) {
            (None, text) => text.to_owned(),
            (Some(occasion), "") => self.occasion(occasion),
            (Some(occasion), text) => {
                let aside = self.format("aside", &[("text", text.into())]);
                format!("{}{aside}", self.occasion(occasion))
            }
        }
    }

    /// Returns the text of a rule, of a promise with its day.
    fn occasion(&self, occasion: &Trigger) -> String {
        match occasion.rule {
            Rule::Promise => {
                self.format("promised-to-pay", &[("day", self.day(occasion.day).into())])
            }
            rule => self.label(rule),
        }
    }

    /// Returns the state of a promise to pay: `promised 10 Mar`, `promise of 10 Mar broken`.
    pub fn promise(&self, promise: PromiseStatus) -> String {
        let (key, day) = match promise {
            PromiseStatus::Standing(day) => ("promise-standing", day),
            PromiseStatus::Broken(day) => ("promise-broken", day),
        };
        self.format(key, &[("day", self.short_day(day).into())])
    }
}
