//! The fields of a customer: their labels, and their values as people read them.

use super::Localizer;
use crate::domain::customer::{Customer, CustomerField, CustomerKind};

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
        let value = self.field_value(customer, field, "");
        match field.is_private() {
            true => self.phone(&value).to_owned(),
            false => value,
        }
    }

    /// Returns the word for one of the names that a field can have.
    pub fn choice(&self, field: CustomerField, name: &str) -> String {
        self.field_choice(field, name)
    }
}
