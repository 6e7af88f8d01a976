//! The kinds of values that the fields of a record hold, and typed access to each.
//!
//! Customers, products and jars each have a table of their fields ([`RecordField`]). Whatever handles
//! every field of a record (files, the database, the journal) is a loop over it with one match on
//! [`ValueKind`], which is the same for all of them.

use super::birthday::Birthday;
use super::credit_limit::CreditLimit;
use super::day::{Day, Weekdays};
use super::id::CustomerId;
use super::jar::Strategy;
use super::money::Money;
use super::payday::Payday;
use super::quantity::{Quantity, Rate};
use super::season::MonthWeights;
use super::shop::Language;
use super::stable_name::StableName;
use super::text::rules::TextRule;

/// A field of a kind of record. Its stable name is the one of its column, but where
/// [`RecordField::column`] or [`RecordField::file_column`] says otherwise.
pub trait RecordField: StableName {
    /// The record.
    type Record: 'static;
    /// The typed fields of a record, each of which may be missing.
    type Patch: 'static;

    /// Returns the kind of its value, with access to it.
    fn kind(self) -> ValueKind<Self::Record, Self::Patch>;

    /// Returns the column of the database that holds it.
    fn column(self) -> &'static str;

    /// Returns its column in an exported or imported file.
    fn file_column(self) -> &'static str;

    /// Returns every field, in the order of the columns of an export.
    fn every() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(field, _)| *field)
    }

    /// Returns the field that a column of the database holds.
    fn of_column(column: &str) -> Option<Self> {
        Self::every().find(|field| field.column() == column)
    }
}

/// Moves the values that a patch has to a record.
pub fn apply_patch<F: RecordField>(record: &mut F::Record, mut patch: F::Patch) {
    F::every().for_each(|field| field.kind().apply(record, &mut patch));
}

/// Implements [`RecordField`] by the constant functions of the same names, which column
/// specifications need.
macro_rules! record_fields {
    ($Field:ty: $Record:ty, $Patch:ty) => {
        impl $Field {
            /// Returns its stable name, also in constants.
            const fn name(self) -> &'static str {
                let mut all = <Self as $crate::domain::StableName>::ALL;
                while let [(field, name), rest @ ..] = all {
                    if *field as u8 == self as u8 {
                        return name;
                    }
                    all = rest;
                }
                ""
            }
        }

        impl $crate::domain::field::RecordField for $Field {
            type Record = $Record;
            type Patch = $Patch;

            fn kind(self) -> $crate::domain::field::ValueKind<$Record, $Patch> {
                self.kind()
            }

            fn column(self) -> &'static str {
                self.column()
            }

            fn file_column(self) -> &'static str {
                self.file_column()
            }
        }
    };
}

/// The kind of value that a field holds, with access to it in the record `R` and its patch `P`.
pub enum ValueKind<R: 'static, P: 'static> {
    /// A text that must not be empty.
    Required(TextRule, FieldAccess<R, P, String>),
    /// A text.
    Text(TextRule, FieldAccess<R, P, String>),
    /// Several texts, parted by `;` in one cell.
    Texts(TextRule, FieldAccess<R, P, Vec<String>>),
    /// One of a small set of stable names.
    Choice(ChoiceAccess<R, P>),
    /// An amount of at least zero that every record has.
    Price(FieldAccess<R, P, Money>),
    /// An amount of at least zero.
    Money(FieldAccess<R, P, Option<Money>>),
    /// A credit limit, see [`CreditLimit`].
    Limit(FieldAccess<R, P, Option<CreditLimit>>),
    /// A birthday, with or without its year.
    Birthday(FieldAccess<R, P, Option<Birthday>>),
    /// A quantity of the record's product.
    Quantity(QuantityRange, FieldAccess<R, P, Option<Quantity>>),
    /// A use in a day.
    Rate(FieldAccess<R, P, Option<Rate>>),
    /// A part of an adult's appetite, in thousandths.
    Part(FieldAccess<R, P, u16>),
    /// A number of days.
    Days(FieldAccess<R, P, u16>),
    /// A strategy of the next delivery.
    Strategy(FieldAccess<R, P, Strategy>),
    /// A day.
    Day(FieldAccess<R, P, Option<Day>>),
    /// The weights of the months.
    Months(FieldAccess<R, P, Option<MonthWeights>>),
    /// A rule for paydays.
    Payday(FieldAccess<R, P, Payday>),
    /// A set of weekdays.
    Weekdays(FieldAccess<R, P, Weekdays>),
    /// A language.
    Language(FieldAccess<R, P, Option<Language>>),
    /// Another customer.
    Customer(FieldAccess<R, P, Option<CustomerId>>),
    /// The numbers of people: three columns, and the only field that a patch changes in part.
    Household(HouseholdAccess<R, P>),
}

/// The least quantity that a field holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuantityRange {
    /// Zero says something.
    AtLeastZero,
    /// More than zero.
    Positive,
}

/// Access to a field of type `T`.
pub struct FieldAccess<R: 'static, P: 'static, T: 'static> {
    /// Returns the value.
    pub get: fn(&R) -> &T,
    /// Returns the value, to be changed.
    pub get_mut: fn(&mut R) -> &mut T,
    /// Returns the new value in a patch; `None` leaves the field as it is.
    pub patch: fn(&mut P) -> &mut Option<T>,
}

/// Access to a field that holds one of a small set of stable names.
pub struct ChoiceAccess<R: 'static, P: 'static> {
    /// The name of a new record's value: the first one.
    pub default: &'static str,
    /// Returns all names, in the order in which they are offered.
    pub names: fn() -> Vec<&'static str>,
    /// Returns whether there is such a name.
    pub is_name: fn(&str) -> bool,
    /// Returns the name of the value.
    pub get: fn(&R) -> &'static str,
    /// Sets the value by its name; an unknown name changes nothing.
    pub set: fn(&mut R, &str),
    /// Sets the value in a patch by its name; an unknown name changes nothing.
    pub set_patch: fn(&mut P, &str),
    /// Moves the value of a patch to the record.
    pub apply: fn(&mut R, &mut P),
}

/// Access to the numbers of people.
pub struct HouseholdAccess<R: 'static, P: 'static> {
    /// Moves the numbers of a patch to the record.
    pub apply: fn(&mut R, &mut P),
    /// Returns whether two records have the same numbers.
    pub is_same: fn(&R, &R) -> bool,
}

/// Makes the [`FieldAccess`] to the field of that name.
macro_rules! access {
    ($field:ident) => {
        $crate::domain::field::FieldAccess {
            get: |record| &record.$field,
            get_mut: |record| &mut record.$field,
            patch: |patch| &mut patch.$field,
        }
    };
}

/// Makes the [`ChoiceAccess`] for the field of that name and its enum.
macro_rules! choice {
    ($field:ident: $type:ty) => {
        $crate::domain::field::ChoiceAccess {
            default: match <$type as StableName>::ALL {
                [(_, name), ..] => name,
                [] => "",
            },
            names: || <$type as StableName>::ALL.iter().map(|(_, name)| *name).collect(),
            is_name: |name| <$type>::from_key(name).is_some(),
            get: |record| record.$field.key(),
            set: |record, name| put(&mut record.$field, <$type>::from_key(name)),
            set_patch: |patch, name| patch.$field = <$type>::from_key(name).or(patch.$field),
            apply: |record, patch| put(&mut record.$field, patch.$field.take()),
        }
    };
}
pub(super) use {access, choice, record_fields};

/// Puts a value in the place of another, if there is one.
pub(super) fn put<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

impl<R, P, T: PartialEq> FieldAccess<R, P, T> {
    fn apply(&self, record: &mut R, patch: &mut P) {
        put((self.get_mut)(record), (self.patch)(patch).take());
    }

    fn is_same(&self, one: &R, other: &R) -> bool {
        (self.get)(one) == (self.get)(other)
    }
}

impl<R, P> ValueKind<R, P> {
    /// Moves the value of a patch, if it has one, to the record.
    pub fn apply(&self, record: &mut R, patch: &mut P) {
        match self {
            Self::Required(_, access) | Self::Text(_, access) => access.apply(record, patch),
            Self::Texts(_, access) => access.apply(record, patch),
            Self::Choice(choice) => (choice.apply)(record, patch),
            Self::Price(access) => access.apply(record, patch),
            Self::Money(access) => access.apply(record, patch),
            Self::Limit(access) => access.apply(record, patch),
            Self::Birthday(access) => access.apply(record, patch),
            Self::Quantity(_, access) => access.apply(record, patch),
            Self::Rate(access) => access.apply(record, patch),
            Self::Part(access) | Self::Days(access) => access.apply(record, patch),
            Self::Strategy(access) => access.apply(record, patch),
            Self::Day(access) => access.apply(record, patch),
            Self::Months(access) => access.apply(record, patch),
            Self::Payday(access) => access.apply(record, patch),
            Self::Weekdays(access) => access.apply(record, patch),
            Self::Language(access) => access.apply(record, patch),
            Self::Customer(access) => access.apply(record, patch),
            Self::Household(access) => (access.apply)(record, patch),
        }
    }

    /// Returns whether two records have the same value.
    pub fn is_same(&self, one: &R, other: &R) -> bool {
        match self {
            Self::Required(_, access) | Self::Text(_, access) => access.is_same(one, other),
            Self::Texts(_, access) => access.is_same(one, other),
            Self::Choice(choice) => (choice.get)(one) == (choice.get)(other),
            Self::Price(access) => access.is_same(one, other),
            Self::Money(access) => access.is_same(one, other),
            Self::Limit(access) => access.is_same(one, other),
            Self::Birthday(access) => access.is_same(one, other),
            Self::Quantity(_, access) => access.is_same(one, other),
            Self::Rate(access) => access.is_same(one, other),
            Self::Part(access) | Self::Days(access) => access.is_same(one, other),
            Self::Strategy(access) => access.is_same(one, other),
            Self::Day(access) => access.is_same(one, other),
            Self::Months(access) => access.is_same(one, other),
            Self::Payday(access) => access.is_same(one, other),
            Self::Weekdays(access) => access.is_same(one, other),
            Self::Language(access) => access.is_same(one, other),
            Self::Customer(access) => access.is_same(one, other),
            Self::Household(access) => (access.is_same)(one, other),
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
