//! `customer`.

use super::values::{self, DayText, MoneyText, OrNone, PeriodText};
use crate::domain::customer::{Channel, Consent, CustomerKind, CustomerPatch, HouseholdPatch};
use crate::domain::day::Weekdays;
use crate::domain::payday::Payday;
use crate::domain::shop::Language;
use clap::{Args, Subcommand};

/// The actions on customers.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Customer {
    /// Add a customer
    Add(Add),
    /// Edit a customer
    Edit(Edit),
    /// List customers, or those that match a text
    List(List),
    /// Show a customer's page
    Show(Who),
    /// Record that a customer stops buying
    Leave(Leave),
    /// Record that a former customer buys again
    Return(Who),
    /// Record that people are away
    Away(Away),
    /// Change the number of people from a date on
    Household(Household),
}

/// A customer.
#[derive(Args, Debug)]
pub struct Who {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
}

/// A new customer.
#[derive(Args, Debug)]
pub struct Add {
    /// Name
    pub name: String,
    /// First day as a customer [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Box<Fields>,
}

/// The changes of a customer.
#[derive(Args, Debug)]
pub struct Edit {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Name
    #[arg(long)]
    pub name: Option<String>,
    /// Tag to remove; repeat for more
    #[arg(long, value_name = "TAG")]
    pub untag: Vec<String>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Box<Fields>,
}

/// The fields of a customer except the name.
#[derive(Args, Debug)]
pub struct Fields {
    /// Short code [default: the next free one]
    #[arg(long)]
    pub code: Option<String>,
    /// Phone number; repeat for more
    #[arg(long, alias = "phones")]
    pub phone: Vec<String>,
    /// Email address
    #[arg(long)]
    pub email: Option<String>,
    /// Area of the town
    #[arg(long)]
    pub area: Option<String>,
    /// Street, building, floor and flat
    #[arg(long)]
    pub address: Option<String>,
    /// Note for the person at the door
    #[arg(long, value_name = "TEXT")]
    pub door_note: Option<String>,
    /// Household or business
    #[arg(long, value_parser = values::key::<CustomerKind>())]
    pub kind: Option<CustomerKind>,
    /// The people who eat from the jar.
    #[command(flatten)]
    pub people: People,
    /// Payday: 25, last, 10,25, last fri, every 2 weeks fri from 2026-01-09, none
    #[arg(long, value_name = "RULE", value_parser = values::payday)]
    pub payday: Option<Payday>,
    /// Weekdays for deliveries: mon,wed or mon-fri; none for any
    #[arg(long, value_name = "DAYS", value_parser = values::weekdays)]
    pub weekdays: Option<Weekdays>,
    /// Credit limit; none for no limit, shop for that of the shop
    #[arg(long, value_name = "MONEY")]
    pub limit: Option<MoneyText>,
    /// Opening balance; negative if prepaid
    #[arg(long, value_name = "MONEY")]
    pub opening: Option<MoneyText>,
    /// Tag; repeat for more; a tag of an edited customer is added to the others
    #[arg(long, alias = "tags")]
    pub tag: Vec<String>,
    /// Customer who referred them, or none
    #[arg(long, value_name = "WHO")]
    pub referred_by: Option<String>,
    /// Birthday, or none
    #[arg(long, value_name = "DATE")]
    pub birthday: Option<DayText>,
    /// Preferred channel
    #[arg(long, value_parser = values::key::<Channel>())]
    pub channel: Option<Channel>,
    /// Language for messages: en, zh-CN or none
    #[arg(long, value_name = "LANG", value_parser = values::language_or_none)]
    pub language: Option<OrNone<Language>>,
    /// Channels they agreed to be reminded by: phone,message,email (all), some of them, or none
    #[arg(long, value_name = "CHANNELS", value_parser = values::consent)]
    pub consent: Option<Consent>,
    /// Note
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

impl Fields {
    /// Returns the patch of the fields that refer to no other row.
    pub fn patch(&self) -> CustomerPatch {
        // An empty text removes all of them: `--phone ""`.
        let several = |texts: &[String]| {
            let filled = texts.iter().filter(|text| !text.is_empty());
            (!texts.is_empty()).then(|| filled.cloned().collect())
        };
        CustomerPatch {
            code: self.code.clone(),
            kind: self.kind,
            phones: several(&self.phone),
            email: self.email.clone(),
            area: self.area.clone(),
            address: self.address.clone(),
            door_note: self.door_note.clone(),
            household: self.people.into(),
            payday: self.payday,
            weekdays: self.weekdays,
            tags: several(&self.tag),
            channel: self.channel,
            language: self.language.as_ref().map(|language| language.0),
            consent: self.consent,
            note: self.note.clone(),
            ..CustomerPatch::default()
        }
    }
}

/// The people of a household.
#[derive(Args, Clone, Copy, Debug)]
pub struct People {
    /// Adults
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub adults: Option<u16>,
    /// Children
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub children: Option<u16>,
    /// Seniors
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub elders: Option<u16>,
}

impl From<People> for HouseholdPatch {
    fn from(people: People) -> Self {
        Self { adults: people.adults, children: people.children, elders: people.elders }
    }
}

/// Which customers to list.
#[derive(Args, Debug)]
pub struct List {
    /// Part of a name, pinyin, initials, code, phone digits, area or tag
    pub query: Option<String>,
    /// Only customers of this area
    #[arg(long)]
    pub area: Option<String>,
    /// Only customers with this tag; repeat for several, of which they need all
    #[arg(long, alias = "tags")]
    pub tag: Vec<String>,
    /// Include former customers
    #[arg(long)]
    pub all: bool,
}

/// A customer who stops buying.
#[derive(Args, Debug)]
pub struct Leave {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Reason, in their words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    /// First day as a former customer [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A time away.
#[derive(Args, Debug)]
pub struct Away {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// First and last day away
    #[arg(value_name = "FROM..TO")]
    pub days: PeriodText,
    /// Number of people away [default: everybody]
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub people: Option<u16>,
}

/// A change of a household.
#[derive(Args, Debug)]
pub struct Household {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// The new numbers; the others stay.
    #[command(flatten)]
    pub people: People,
    /// First day of the change [default: today]
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
}
