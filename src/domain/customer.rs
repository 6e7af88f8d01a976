//! A customer: a household or a business that we deliver to, with its people and its payday.

use super::day::{Day, Period, Weekdays};
use super::id::CustomerId;
use super::money::Money;
use super::payday::Payday;
use super::shop::Language;
use super::stable_name::keys;

/// Whether a customer is a family or a trade.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CustomerKind {
    /// A family.
    #[default]
    Household,
    /// A restaurant, a canteen, an office.
    Business,
}

keys!(CustomerKind { Household = "household", Business = "business" });

/// The people who eat from a customer's jars.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Household {
    /// Grown-ups.
    pub adults: u16,
    /// Children.
    pub children: u16,
    /// Old people.
    pub elders: u16,
}

impl Household {
    /// How many people that is.
    pub fn people(self) -> u32 {
        u32::from(self.adults) + u32::from(self.children) + u32::from(self.elders)
    }
}

/// Some of a [`Household`], as it was typed: `--adults 3` leaves the others as they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HouseholdPatch {
    /// The new number of grown-ups.
    pub adults: Option<u16>,
    /// The new number of children.
    pub children: Option<u16>,
    /// The new number of old people.
    pub elders: Option<u16>,
}

impl HouseholdPatch {
    /// `household` with these numbers put in.
    pub fn applied_to(self, household: Household) -> Household {
        Household {
            adults: self.adults.unwrap_or(household.adults),
            children: self.children.unwrap_or(household.children),
            elders: self.elders.unwrap_or(household.elders),
        }
    }

    /// Whether it changes nothing.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// How a customer likes to be reached, and how a contact took place.
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

/// Whether the customer agreed to be written to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Consent {
    /// Never asked.
    #[default]
    Unknown,
    /// Agreed.
    Yes,
    /// Declined.
    No,
}

keys!(Consent { Unknown = "unknown", Yes = "yes", No = "no" });

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
    /// The part of town; empty if not said.
    pub area: String,
    /// Street, building, floor and flat.
    pub address: String,
    /// What to know at the door: *dog*, *ring twice*.
    pub door_note: String,
    /// The people from the first day on; later changes are dated ([`HouseholdChange`]).
    pub household: Household,
    /// When they are paid.
    pub payday: Payday,
    /// Weekdays on which they take deliveries; empty is any.
    pub weekdays: Weekdays,
    /// The most that the tab may reach; `None` is no limit.
    pub limit: Option<Money>,
    /// Words to find and group them by.
    pub tags: Vec<String>,
    /// Who sent them to us.
    pub referred_by: Option<CustomerId>,
    /// The day of birth.
    pub birthday: Option<Day>,
    /// How they like to be reached.
    pub channel: Channel,
    /// The language in which they are written to.
    pub language: Option<Language>,
    /// Whether they agreed to be written to.
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

/// What was typed of a customer: every field that is `Some` is put in, the others stay.
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
    pub area: Option<String>,
    pub address: Option<String>,
    pub door_note: Option<String>,
    pub household: HouseholdPatch,
    pub payday: Option<Payday>,
    pub weekdays: Option<Weekdays>,
    pub limit: Option<Option<Money>>,
    pub tags: Option<Vec<String>>,
    pub referred_by: Option<Option<CustomerId>>,
    pub birthday: Option<Option<Day>>,
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

    /// Puts in what was typed.
    pub fn apply(&mut self, patch: CustomerPatch) {
        fn put<T>(field: &mut T, typed: Option<T>) {
            if let Some(value) = typed {
                *field = value;
            }
        }
        put(&mut self.code, patch.code);
        put(&mut self.name, patch.name);
        put(&mut self.kind, patch.kind);
        put(&mut self.phones, patch.phones);
        put(&mut self.area, patch.area);
        put(&mut self.address, patch.address);
        put(&mut self.door_note, patch.door_note);
        self.household = patch.household.applied_to(self.household);
        put(&mut self.payday, patch.payday);
        put(&mut self.weekdays, patch.weekdays);
        put(&mut self.limit, patch.limit);
        put(&mut self.tags, patch.tags);
        put(&mut self.referred_by, patch.referred_by);
        put(&mut self.birthday, patch.birthday);
        put(&mut self.channel, patch.channel);
        put(&mut self.language, patch.language);
        put(&mut self.consent, patch.consent);
        put(&mut self.note, patch.note);
    }
}

/// The household from a day on: a baby, a student at home, guests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HouseholdChange {
    /// The first day with these people.
    pub from: Day,
    /// The people from then on.
    pub household: Household,
}

/// A time in which all or some of the household do not eat from the jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Away {
    /// First to last day away.
    pub period: Period,
    /// How many are away; `None` is everybody.
    pub people: Option<u16>,
}
