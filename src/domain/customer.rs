//! A customer: a household or a business that we deliver to, with its people and its payday.

mod consent;
mod household;

pub use consent::Consent;
pub use household::{Away, Household, HouseholdChange, HouseholdPatch};

use super::birthday::Birthday;
use super::credit_limit::CreditLimit;
use super::day::{Day, Weekdays};
use super::field::{HouseholdAccess, ValueKind, access, apply_patch, choice, put, record_fields};
use super::id::CustomerId;
use super::payday::Payday;
use super::shop::Language;
use super::stable_name::{StableName, keys};
use super::text::rules;

/// The kind of a customer: a family or a trade.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CustomerKind {
    /// A family.
    #[default]
    Household,
    /// A restaurant, a canteen, an office.
    Business,
}

keys!(CustomerKind { Household = "household", Business = "business" });

/// The channel by which a customer prefers to be reached, or by which a contact took place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Channel {
    /// At the door.
    #[default]
    Visit,
    /// By telephone.
    Phone,
    /// By a message of any kind: SMS, WeChat, LINE.
    Message,
    /// By electronic mail.
    Email,
}

keys!(Channel { Visit = "visit", Phone = "phone", Message = "message", Email = "email" });

/// When and why a customer stopped buying.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Departure {
    /// The first day without us.
    pub on: Day,
    /// In the customer's words.
    pub reason: String,
}

/// One customer, as the notebook has them today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Customer {
    /// Given by the store.
    pub id: CustomerId,
    /// Short and unique: `C102`.
    pub code: String,
    /// As typed, but for blanks around it.
    pub name: String,
    /// A family or a trade.
    pub kind: CustomerKind,
    /// Telephone numbers as typed, the first one first.
    pub phones: Vec<String>,
    /// Their address of electronic mail; empty if not known.
    pub email: String,
    /// The part of town; empty if not said.
    pub area: String,
    /// Street, building, floor and flat.
    pub address: String,
    /// Note for the delivery at the door: *dog*, *ring twice*.
    pub door_note: String,
    /// The people from the first day on; later changes are dated ([`HouseholdChange`]).
    pub household: Household,
    /// When they are paid.
    pub payday: Payday,
    /// Weekdays on which they take deliveries; empty is any.
    pub weekdays: Weekdays,
    /// The most that the tab may reach; `None` is no limit.
    pub limit: Option<CreditLimit>,
    /// Words to find and group them by.
    pub tags: Vec<String>,
    /// The customer who referred them.
    pub referred_by: Option<CustomerId>,
    /// The day of birth.
    pub birthday: Option<Birthday>,
    /// The channel by which they prefer to be reached.
    pub channel: Channel,
    /// The language in which they are written to.
    pub language: Option<Language>,
    /// The channels by which they have agreed to be contacted.
    pub consent: Consent,
    /// Anything else.
    pub note: String,
    /// The first day with us.
    pub joined_on: Day,
    /// Set while they do not buy from us.
    pub left: Option<Departure>,
    /// The reference of another system by which they were imported, if any.
    pub external: Option<String>,
}

/// The fields of a customer that were typed: a field that is `Some` is replaced, the others stay.
///
/// Adding a customer is this over [`Customer::new`], editing one is this over what is there, so that
/// two people who edit different fields at once do not undo each other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each field is the field of Customer with the same name")]
pub struct CustomerPatch {
    pub code: Option<String>,
    pub name: Option<String>,
    pub kind: Option<CustomerKind>,
    pub phones: Option<Vec<String>>,
    pub email: Option<String>,
    pub area: Option<String>,
    pub address: Option<String>,
    pub door_note: Option<String>,
    pub household: HouseholdPatch,
    pub payday: Option<Payday>,
    pub weekdays: Option<Weekdays>,
    pub limit: Option<Option<CreditLimit>>,
    pub tags: Option<Vec<String>>,
    pub referred_by: Option<Option<CustomerId>>,
    pub birthday: Option<Option<Birthday>>,
    pub channel: Option<Channel>,
    pub language: Option<Option<Language>>,
    pub consent: Option<Consent>,
    pub note: Option<String>,
}

impl Customer {
    /// Returns the area and the address, or the address alone if it begins with the area.
    pub fn full_address(&self) -> String {
        if self.address.starts_with(&self.area) {
            self.address.clone()
        } else {
            format!("{} {}", self.area, self.address)
        }
    }

    /// A customer of whom only the code, the name and the first day are known.
    pub fn new(id: CustomerId, code: String, name: String, joined_on: Day) -> Self {
        Self {
            id,
            code,
            name,
            kind: CustomerKind::default(),
            phones: Vec::new(),
            email: String::new(),
            area: String::new(),
            address: String::new(),
            door_note: String::new(),
            household: Household::default(),
            payday: Payday::NONE,
            weekdays: Weekdays::default(),
            limit: None,
            tags: Vec::new(),
            referred_by: None,
            birthday: None,
            channel: Channel::default(),
            language: None,
            consent: Consent::default(),
            note: String::new(),
            joined_on,
            left: None,
            external: None,
        }
    }

    /// Changes the fields that a patch has values for.
    pub fn apply(&mut self, patch: CustomerPatch) {
        apply_patch::<CustomerField>(self, patch);
    }
}

/// A field of [`Customer`] that people and files can set. Its stable name is the one of its column, but
/// for those that [`CustomerField::column`] and [`CustomerField::file_column`] name.
///
/// Everything that handles all fields is a loop over [`CustomerField::ALL`]; how to add one is in the
/// documentation of the crate.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of Customer with the same name")]
pub enum CustomerField {
    Code,
    Name,
    Kind,
    Phones,
    Email,
    Area,
    Address,
    DoorNote,
    Household,
    Payday,
    Weekdays,
    Limit,
    Tags,
    ReferredBy,
    Birthday,
    Channel,
    Language,
    Consent,
    Note,
}

// In the order of the columns of an export.
keys!(CustomerField {
    Code = "code",
    Name = "name",
    Kind = "kind",
    Phones = "phones",
    Email = "email",
    Area = "area",
    Address = "address",
    DoorNote = "door_note",
    Household = "household",
    Payday = "payday",
    Weekdays = "weekdays",
    Limit = "limit",
    Tags = "tags",
    ReferredBy = "referred_by",
    Birthday = "birthday",
    Channel = "channel",
    Language = "language",
    Consent = "consent",
    Note = "note",
});

record_fields!(CustomerField: Customer, CustomerPatch);

impl CustomerField {
    /// Returns the kind of its value, with access to it.
    pub const fn kind(self) -> ValueKind<Customer, CustomerPatch> {
        match self {
            Self::Code => ValueKind::Required(rules::CODE, access!(code)),
            Self::Name => ValueKind::Required(rules::NAME, access!(name)),
            Self::Kind => ValueKind::Choice(choice!(kind: CustomerKind)),
            Self::Phones => ValueKind::Texts(rules::PHONE, access!(phones)),
            Self::Email => ValueKind::Text(rules::EMAIL, access!(email)),
            Self::Area => ValueKind::Text(rules::AREA, access!(area)),
            Self::Address => ValueKind::Text(rules::ADDRESS, access!(address)),
            Self::DoorNote => ValueKind::Text(rules::DOOR_NOTE, access!(door_note)),
            Self::Household => ValueKind::Household(HouseholdAccess {
                apply: |customer, patch| {
                    customer.household = patch.household.applied_to(customer.household);
                },
                is_same: |one, other| one.household == other.household,
            }),
            Self::Payday => ValueKind::Payday(access!(payday)),
            Self::Weekdays => ValueKind::Weekdays(access!(weekdays)),
            Self::Limit => ValueKind::Limit(access!(limit)),
            Self::Tags => ValueKind::Texts(rules::TAG, access!(tags)),
            Self::ReferredBy => ValueKind::Customer(access!(referred_by)),
            Self::Birthday => ValueKind::Birthday(access!(birthday)),
            Self::Channel => ValueKind::Choice(choice!(channel: Channel)),
            Self::Language => ValueKind::Language(access!(language)),
            Self::Consent => ValueKind::Choice(choice!(consent: Consent)),
            Self::Note => ValueKind::Text(rules::NOTE, access!(note)),
        }
    }

    /// Returns the column of the database that holds it.
    pub const fn column(self) -> &'static str {
        match self {
            // LIMIT is a word of SQL.
            Self::Limit => "debt_limit",
            _ => self.name(),
        }
    }

    /// Returns whether it is hidden in the privacy mode.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Phones | Self::Email)
    }

    /// Returns its column in an exported or imported file.
    pub fn file_column(self) -> &'static str {
        match self {
            Self::Phones => "phone",
            Self::Tags => "tag",
            _ => self.key(),
        }
    }
}
