//! The fields of a customer: their labels, and their values as people read them.

use super::Localizer;
use crate::domain::StableName;
use crate::domain::customer::{Customer, CustomerField, CustomerKind, ValueKind};

impl Localizer {
    /// Returns the label of a field, which is that of its column in the journal.
    pub fn customer_field(&self, field: CustomerField) -> String {
        match field {
            CustomerField::Household => self.text("page-household"),
            field => self.column("customer", field.column()).unwrap_or_default(),
        }
    }

    /// Returns the label of a field on the page of a customer: a business has a billing day, and people who
    /// are no household.
    pub fn customer_field_of(&self, field: CustomerField, kind: CustomerKind) -> String {
        match (field, kind) {
            (CustomerField::Household, CustomerKind::Business) => {
                self.text("page-household-business")
            }
            (CustomerField::Payday, CustomerKind::Business) => self.text("page-payday-business"),
            (field, _) => self.customer_field(field),
        }
    }

    /// Returns the value of a field; empty if there is none, or if more than the customer has to be known
    /// for it: the people of a day, and who another customer is.
    pub fn customer_value(&self, customer: &Customer, field: CustomerField) -> String {
        let value = match field.kind() {
            ValueKind::Required(_, access) | ValueKind::Text(_, access) => {
                (access.get)(customer).clone()
            }
            ValueKind::Texts(_, access) => self.list((access.get)(customer)),
            ValueKind::Choice(choice) => self.choice(field, (choice.get)(customer)),
            ValueKind::Money(access) => {
                (access.get)(customer).map(|amount| self.money(amount)).unwrap_or_default()
            }
            ValueKind::Day(access) => {
                (access.get)(customer).map(|day| self.day(day)).unwrap_or_default()
            }
            ValueKind::Payday(access) => self.payday((access.get)(customer)),
            ValueKind::Weekdays(access) => self.weekdays(*(access.get)(customer)),
            ValueKind::Language(access) => {
                let language = *(access.get)(customer);
                language.map(|language| self.language_name(language)).unwrap_or_default()
            }
            ValueKind::Customer(_) | ValueKind::Household => String::new(),
        };
        match field.is_private() {
            true => self.phone(&value).to_owned(),
            false => value,
        }
    }

    /// Returns the word for one of the names that a field can have.
    pub fn choice(&self, field: CustomerField, name: &str) -> String {
        self.text(&format!("{}-{name}", field.key()))
    }
}
