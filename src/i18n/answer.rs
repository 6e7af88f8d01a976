//! A customer, and what a follow-up asks for, in words.

use super::Localizer;
use crate::domain::customer::Customer;
use crate::domain::follow_up::FollowUp;

impl Localizer {
    /// A customer in a sentence: `C102 林阿嬷`.
    pub fn who(&self, customer: &Customer) -> String {
        format!("{} {}", customer.code, customer.name)
    }

    /// Returns the task of a follow-up: the text of its rule, then its own.
    pub fn follow_up(&self, follow_up: &FollowUp) -> String {
        match (&follow_up.occasion, follow_up.text.as_str()) {
            (None, text) => text.to_owned(),
            (Some(occasion), "") => self.label(occasion.rule),
            (Some(occasion), text) => {
                let aside = self.format("aside", &[("text", text.into())]);
                format!("{}{aside}", self.label(occasion.rule))
            }
        }
    }
}
