//! Cursors: positions in sorted lists, from which the next page is read.

use super::{CustomerBy, PageDirection, TabBy};
use crate::domain::day::{Day, iso};
use crate::domain::follow_up::{FollowUpRef, Trigger};
use crate::domain::id::{CustomerId, JarId};
use crate::domain::search_key;
use crate::domain::stable_name::StableName;
use crate::domain::views::{CustomerRow, FollowUpRow, JarRow, TabRow};

/// The sort key of rows without a day: after every day.
const NEVER: &str = "9999-12-31";

/// A cursor of a sorted list of customers: pages begin after it or end before it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CustomerCursor {
    /// The value by which the list is sorted.
    pub key: SortKey,
    /// The customer, which makes the order total.
    pub id: CustomerId,
}

/// A page of a sorted list, by the cursors `C` of its rows.
#[derive(Clone, PartialEq, Debug)]
pub enum Page<C> {
    /// The first rows.
    First,
    /// The last rows.
    Last,
    /// The same rows again, from the one after the cursor on.
    Again(Option<C>),
    /// The rows after the cursor.
    Behind(C),
    /// The rows before the cursor.
    Before(C),
}

impl<C> Page<C> {
    /// Returns the cursor that the page is read from, and the direction.
    pub const fn window(&self) -> (Option<&C>, PageDirection) {
        match self {
            Self::First => (None, PageDirection::After),
            Self::Last => (None, PageDirection::Before),
            Self::Again(cursor) => (cursor.as_ref(), PageDirection::After),
            Self::Behind(cursor) => (Some(cursor), PageDirection::After),
            Self::Before(cursor) => (Some(cursor), PageDirection::Before),
        }
    }
}

/// The value by which a customer is sorted, as the column of the store holds it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SortKey {
    /// A count or an amount.
    Number(i64),
    /// A text or an ISO day.
    Text(String),
}

impl SortKey {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn day(day: Option<Day>, otherwise: &str) -> Self {
        Self::Text(day.map_or_else(|| otherwise.to_owned(), |day| iso(day).to_string()))
    }
}

impl CustomerCursor {
    /// Returns the cursor at a row of the list of customers.
    pub fn of(row: &CustomerRow, by: CustomerBy) -> Self {
        let CustomerRow { customer, household, standing, next_empty, .. } = row;
        let key = match by {
            CustomerBy::Code => SortKey::Text(search_key::code_key(&customer.code)),
            CustomerBy::Name => SortKey::Text(search_key::name_key(&customer.name)),
            CustomerBy::Area => SortKey::text(&customer.area),
            CustomerBy::People => SortKey::Number(household.people().into()),
            CustomerBy::NextEmpty => SortKey::day(*next_empty, NEVER),
            CustomerBy::Balance => SortKey::Number(standing.balance.minor()),
            CustomerBy::Payday => SortKey::Text(customer.payday.to_string()),
            CustomerBy::LastDelivery => SortKey::day(standing.last_delivery, ""),
            CustomerBy::LastContact => SortKey::day(standing.last_contact, ""),
            CustomerBy::Phone => SortKey::Text(customer.phones.join(";")),
            CustomerBy::Tags => SortKey::Text(customer.tags.join(";")),
        };
        Self { key, id: customer.id }
    }

    /// Returns the cursor at a row of the list of tabs.
    pub fn of_tab(row: &TabRow, by: TabBy) -> Self {
        let TabRow { who, payday, standing, .. } = row;
        let key = match by {
            TabBy::DueDay => SortKey::day(standing.oldest_due(), NEVER),
            TabBy::Balance => SortKey::Number(standing.balance.minor()),
            TabBy::Name => SortKey::Text(search_key::name_key(&who.name)),
            TabBy::Area => SortKey::text(&who.area),
            TabBy::Payday => SortKey::Text(payday.to_string()),
        };
        Self { key, id: who.id }
    }
}

/// A cursor of a list of follow-ups: by the day they are due or were closed; on one day the recorded ones
/// come before the suggested ones.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FollowUpCursor {
    /// The day.
    pub day: Day,
    /// The number of a recorded follow-up; the largest number for a suggested one.
    pub written: i64,
    /// The rule and the customer of a suggested follow-up.
    found: Option<(&'static str, CustomerId)>,
}

impl FollowUpCursor {
    /// Returns the cursor at a row.
    pub fn of(row: &FollowUpRow) -> Self {
        let day = row.follow_up.closed_on.unwrap_or(row.follow_up.due_on);
        match &row.meant {
            FollowUpRef::Recorded(id) => Self { day, written: id.number(), found: None },
            FollowUpRef::Suggested(occasion) => Self::of_occasion(occasion),
        }
    }

    /// Returns the cursor at a suggested follow-up, on the day of its occasion.
    pub fn of_occasion(Trigger { rule, customer, day }: &Trigger) -> Self {
        Self { day: *day, written: i64::MAX, found: Some((rule.key(), *customer)) }
    }

    /// Returns the day of the row.
    pub fn day(&self) -> Day {
        self.day
    }
}

/// A cursor of the list of jars.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JarCursor {
    /// The likely empty day.
    pub likely: Day,
    /// The jar, which makes the order total.
    pub jar: JarId,
}

impl JarCursor {
    /// Returns the cursor at a row.
    pub fn of(row: &JarRow) -> Self {
        Self { likely: row.likely, jar: row.jar }
    }
}
