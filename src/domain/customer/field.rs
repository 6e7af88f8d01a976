//! The kinds of a customer's fields, and typed access to each in the customer and in a patch.

use super::{Customer, CustomerPatch};
use crate::domain::day::{Day, Weekdays};
use crate::domain::id::CustomerId;
use crate::domain::money::Money;
use crate::domain::payday::Payday;
use crate::domain::shop::Language;
use crate::domain::text::rules::TextRule;

/// The kind of value that a field holds, with access to it.
///
/// Whatever handles every field of a customer (files, the database, forms, pages) is a loop over
/// [`CustomerField`](super::CustomerField) with one match on this.
pub enum ValueKind {
    /// A text that must not be empty.
    Required(TextRule, FieldAccess<String>),
    /// A text.
    Text(TextRule, FieldAccess<String>),
    /// Several texts, parted by `;` in one cell.
    Texts(TextRule, FieldAccess<Vec<String>>),
    /// One of a small set of stable names.
    Choice(ChoiceAccess),
    /// An amount of at least zero.
    Money(FieldAccess<Option<Money>>),
    /// A day.
    Day(FieldAccess<Option<Day>>),
    /// A rule for paydays.
    Payday(FieldAccess<Payday>),
    /// A set of weekdays.
    Weekdays(FieldAccess<Weekdays>),
    /// A language.
    Language(FieldAccess<Option<Language>>),
    /// Another customer.
    Customer(FieldAccess<Option<CustomerId>>),
    /// The numbers of people: three columns, and the only field that a patch changes in part.
    Household,
}

/// FieldAccess to a field of type `T`.
pub struct FieldAccess<T: 'static> {
    /// Returns the value.
    pub get: fn(&Customer) -> &T,
    /// Returns the value, to be changed.
    pub get_mut: fn(&mut Customer) -> &mut T,
    /// Returns the new value in a patch; `None` leaves the field as it is.
    pub patch: fn(&mut CustomerPatch) -> &mut Option<T>,
}

/// FieldAccess to a field that holds one of a small set of stable names.
pub struct ChoiceAccess {
    /// The name of a new customer's value: the first one.
    pub default: &'static str,
    /// Returns all names, in the order in which they are offered.
    pub names: fn() -> Vec<&'static str>,
    /// Returns whether there is such a name.
    pub is_name: fn(&str) -> bool,
    /// Returns the name of the value.
    pub get: fn(&Customer) -> &'static str,
    /// Sets the value by its name; an unknown name changes nothing.
    pub set: fn(&mut Customer, &str),
    /// Sets the value in a patch by its name; an unknown name changes nothing.
    pub set_patch: fn(&mut CustomerPatch, &str),
    /// Moves the value of a patch to the customer.
    pub apply: fn(&mut Customer, &mut CustomerPatch),
}

/// Makes the [`FieldAccess`] to the field of that name.
macro_rules! access {
    ($field:ident) => {
        FieldAccess {
            get: |customer| &customer.$field,
            get_mut: |customer| &mut customer.$field,
            patch: |patch| &mut patch.$field,
        }
    };
}

/// Makes the [`ChoiceAccess`] for the field of that name and its enum.
macro_rules! choice {
    ($field:ident: $type:ty) => {
        ChoiceAccess {
            default: match <$type as StableName>::ALL {
                [(_, name), ..] => name,
                [] => "",
            },
            names: || <$type as StableName>::ALL.iter().map(|(_, name)| *name).collect(),
            is_name: |name| <$type>::from_key(name).is_some(),
            get: |customer| customer.$field.key(),
            set: |customer, name| put(&mut customer.$field, <$type>::from_key(name)),
            set_patch: |patch, name| patch.$field = <$type>::from_key(name).or(patch.$field),
            apply: |customer, patch| put(&mut customer.$field, patch.$field.take()),
        }
    };
}
pub(super) use {access, choice};

/// Puts a value in the place of another, if there is one.
pub(super) fn put<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

impl<T: PartialEq> FieldAccess<T> {
    fn apply(&self, customer: &mut Customer, patch: &mut CustomerPatch) {
        put((self.get_mut)(customer), (self.patch)(patch).take());
    }

    fn is_same(&self, one: &Customer, other: &Customer) -> bool {
        (self.get)(one) == (self.get)(other)
    }
}

impl ValueKind {
    /// Moves the value of a patch, if it has one, to the customer.
    pub fn apply(&self, customer: &mut Customer, patch: &mut CustomerPatch) {
        match self {
            Self::Required(_, access) | Self::Text(_, access) => access.apply(customer, patch),
            Self::Texts(_, access) => access.apply(customer, patch),
            Self::Choice(choice) => (choice.apply)(customer, patch),
            Self::Money(access) => access.apply(customer, patch),
            Self::Day(access) => access.apply(customer, patch),
            Self::Payday(access) => access.apply(customer, patch),
            Self::Weekdays(access) => access.apply(customer, patch),
            Self::Language(access) => access.apply(customer, patch),
            Self::Customer(access) => access.apply(customer, patch),
            Self::Household => customer.household = patch.household.applied_to(customer.household),
        }
    }

    /// Returns whether two customers have the same value.
    pub fn is_same(&self, one: &Customer, other: &Customer) -> bool {
        match self {
            Self::Required(_, access) | Self::Text(_, access) => access.is_same(one, other),
            Self::Texts(_, access) => access.is_same(one, other),
            Self::Choice(choice) => (choice.get)(one) == (choice.get)(other),
            Self::Money(access) => access.is_same(one, other),
            Self::Day(access) => access.is_same(one, other),
            Self::Payday(access) => access.is_same(one, other),
            Self::Weekdays(access) => access.is_same(one, other),
            Self::Language(access) => access.is_same(one, other),
            Self::Customer(access) => access.is_same(one, other),
            Self::Household => one.household == other.household,
        }
    }

    /// Returns the rule of a text.
    pub fn rule(&self) -> Option<TextRule> {
        match self {
            Self::Required(rule, _) | Self::Text(rule, _) | Self::Texts(rule, _) => Some(*rule),
            _ => None,
        }
    }
}
