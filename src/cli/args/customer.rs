//! `customer`.

use super::values::{self, DayText, MoneyText, OrNone, PeriodText};
use crate::domain::customer::{Channel, Consent, CustomerKind, CustomerPatch, HouseholdPatch};
use crate::domain::day::Weekdays;
use crate::domain::payday::Payday;
use crate::domain::shop::Language;
use clap::{Args, Subcommand};

/// What can be done with customers.
#[derive(Subcommand, Debug)]
pub enum Customer {
    /// Write a customer down
    Add(Add),
    /// Change what is known of a customer
    Edit(Edit),
    /// List customers, or those that a text finds
    List(List),
    /// Show a customer's page of the notebook
    Show(Who),
    /// They stop buying
    Leave(Leave),
    /// They buy again
    Return(Who),
    /// They, or some of them, are away
    Away(Away),
    /// The household changes on a day
    Household(Household),
}

/// A customer.
#[derive(Args, Debug)]
pub struct Who {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
}

/// A new customer.
#[derive(Args, Debug)]
pub struct Add {
    /// The name
    pub name: String,
    /// The first day with us; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Box<Fields>,
}

/// What changes of a customer.
#[derive(Args, Debug)]
pub struct Edit {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// The name
    #[arg(long)]
    pub name: Option<String>,
    /// Everything else.
    #[command(flatten)]
    pub fields: Box<Fields>,
}

/// What is known of a customer beside the name.
#[derive(Args, Debug)]
pub struct Fields {
    /// A short code; made if not given
    #[arg(long)]
    pub code: Option<String>,
    /// A telephone number; may be given again for more
    #[arg(long)]
    pub phone: Vec<String>,
    /// The email address
    #[arg(long)]
    pub email: Option<String>,
    /// The part of town
    #[arg(long)]
    pub area: Option<String>,
    /// Street, building, floor and flat
    #[arg(long)]
    pub address: Option<String>,
    /// What to know at the door
    #[arg(long, value_name = "TEXT")]
    pub door_note: Option<String>,
    /// A family or a trade
    #[arg(long, value_parser = values::key::<CustomerKind>())]
    pub kind: Option<CustomerKind>,
    /// Who eats from the jar.
    #[command(flatten)]
    pub people: People,
    /// When they are paid: 25, last, 10,25, last fri, every 2 weeks fri from 2026-01-09, none
    #[arg(long, value_name = "RULE", value_parser = values::payday)]
    pub payday: Option<Payday>,
    /// Weekdays on which they take deliveries: mon,wed or mon-fri or none for any
    #[arg(long, value_name = "DAYS", value_parser = values::weekdays)]
    pub weekdays: Option<Weekdays>,
    /// The most that the tab may reach, or none
    #[arg(long, value_name = "MONEY")]
    pub limit: Option<MoneyText>,
    /// What they owed when the notebook began; negative if they had paid ahead
    #[arg(long, value_name = "MONEY")]
    pub opening: Option<MoneyText>,
    /// A word to find them by; may be given again for more
    #[arg(long)]
    pub tag: Vec<String>,
    /// The customer who sent them, or none
    #[arg(long, value_name = "WHO")]
    pub referred_by: Option<String>,
    /// The day of birth, or none
    #[arg(long, value_name = "DATE")]
    pub birthday: Option<DayText>,
    /// How they like to be reached
    #[arg(long, value_parser = values::key::<Channel>())]
    pub channel: Option<Channel>,
    /// The language in which they are written to: en, zh-CN or none
    #[arg(long, value_name = "LANG", value_parser = values::language_or_none)]
    pub language: Option<OrNone<Language>>,
    /// Whether they agreed to be written to
    #[arg(long, value_parser = values::key::<Consent>())]
    pub consent: Option<Consent>,
    /// Anything else
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

impl Fields {
    /// Returns the values that need nothing to be looked up.
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
    /// Grown-ups
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub adults: Option<u16>,
    /// Children
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub children: Option<u16>,
    /// Old people
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
    /// A part of a name, pinyin, initials, a code, phone digits, an area or a tag
    pub query: Option<String>,
    /// Those who have left too
    #[arg(long)]
    pub all: bool,
}

/// A customer who stops buying.
#[derive(Args, Debug)]
pub struct Leave {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Why, in their words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    /// The first day without us; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A time away.
#[derive(Args, Debug)]
pub struct Away {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// The first and the last day away
    #[arg(value_name = "FROM..TO")]
    pub days: PeriodText,
    /// How many are away; everybody if not said
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub people: Option<u16>,
}

/// A change of a household.
#[derive(Args, Debug)]
pub struct Household {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// The new numbers; the others stay.
    #[command(flatten)]
    pub people: People,
    /// The first day with these people; today if not said
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
}
