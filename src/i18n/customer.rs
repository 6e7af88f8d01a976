//! The fields of a customer: their labels, and their values as people read them.

use super::Localizer;
use crate::domain::customer::{Customer, CustomerField, CustomerKind};
use crate::domain::shop::{Language, Shop};

/// The localizers of what is written to customers, each in their own language.
pub(super) struct CustomerLocalizer {
    /// The language of customers for whom none is known.
    usual: Language,
    english: Localizer,
    chinese: Localizer,
}

impl CustomerLocalizer {
    /// Returns the localizers of a shop. Customers for whom no language is known get the language of the shop, or
    /// else `usual`.
    pub(super) fn new(shop: &Shop, usual: Language) -> Self {
        Self {
            usual: shop.language.unwrap_or(usual),
            english: Localizer::new(Language::English, shop.currency),
            chinese: Localizer::new(Language::Chinese, shop.currency),
        }
    }

    /// Returns the localizer in the language of a customer.
    pub(super) fn of(&self, customer: &Customer) -> &Localizer {
        match customer.language.unwrap_or(self.usual) {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }
}

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
