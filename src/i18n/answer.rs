//! A customer, and what a follow-up asks for, in words.

use super::Localizer;
use crate::domain::Money;
use crate::domain::customer::Customer;
use crate::domain::follow_up::{FollowUp, Rule, Trigger};
use crate::domain::promise::PromisedPayment;
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
            (Some(occasion), text) => {
                let amount = follow_up.promise.and_then(|terms| terms.amount);
                let said = self.occasion(occasion, amount);
                match text {
                    "" => said,
                    text => format!("{said}{}", self.format("aside", &[("text", text.into())])),
                }
            }
        }
    }

    /// Returns the text of a rule, of a promise with its day.
    fn occasion(&self, occasion: &Trigger, amount: Option<Money>) -> String {
        let day = self.day(occasion.day);
        match (occasion.rule, amount) {
            (Rule::Promise, None) => self.format("promised-to-pay", &[("day", day.into())]),
            (Rule::Promise, Some(amount)) => {
                let args = [("day", day.into()), ("amount", self.money(amount).into())];
                self.format("promised-to-pay-amount", &args)
            }
            (rule, _) => self.label(rule),
        }
    }

    /// Returns the state of a promise to pay without its amount: `promised 10 Mar`.
    pub fn promise_day(&self, promise: PromiseStatus) -> String {
        match promise {
            PromiseStatus::Standing(PromisedPayment { by, .. }) => {
                self.promise(PromiseStatus::Standing(PromisedPayment { by, amount: None }))
            }
            PromiseStatus::Broken(PromisedPayment { by, .. }) => {
                self.promise(PromiseStatus::Broken(PromisedPayment { by, amount: None }))
            }
        }
    }

    /// Returns the state of a promise to pay: `promised 10 Mar`, `promise of 10 Mar broken`.
    pub fn promise(&self, promise: PromiseStatus) -> String {
        let (key, PromisedPayment { by, amount }) = match promise {
            PromiseStatus::Standing(payment) => ("promise-standing", payment),
            PromiseStatus::Broken(payment) => ("promise-broken", payment),
        };
        let day = self.short_day(by);
        let Some(amount) = amount else { return self.format(key, &[("day", day.into())]) };
        let args = [("day", day.into()), ("amount", self.money(amount).into())];
        self.format(&format!("{key}-amount"), &args)
    }
}
