//! Lists that may be of any length: what they are of, and what they are sorted by. Whoever shows one
//! reads it in windows, from a place in its order.

mod cursor;

pub use cursor::{CustomerCursor, FollowUpCursor, JarCursor, Page, SortKey};

use super::day::Day;
use super::follow_up::FollowUpStage;
use super::stable_name::keys;

/// Sort order of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SortBy<By> {
    /// The column.
    pub by: By,
    /// From its small end or from its large one.
    pub direction: SortDirection,
}

/// From which end a list begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SortDirection {
    /// The smallest, the earliest, the first of the alphabet.
    #[default]
    Ascending,
    /// The largest, the latest, the last of the alphabet.
    Descending,
}

impl SortDirection {
    /// The other one.
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// Which way a window opens from its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PageDirection {
    /// Towards the end of the list.
    After,
    /// Towards its beginning, the nearest first.
    Before,
}

/// Sort columns of the customer list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[allow(missing_docs, reason = "the names are those of the columns")]
pub enum CustomerBy {
    #[default]
    Code,
    Name,
    Area,
    People,
    NextEmpty,
    Balance,
    Payday,
    LastDelivery,
    LastContact,
    Phone,
    Tags,
}

keys!(CustomerBy {
    Code = "code",
    Name = "name",
    Area = "area",
    People = "people",
    NextEmpty = "next_empty",
    Balance = "balance",
    Payday = "payday",
    LastDelivery = "last_delivery",
    LastContact = "last_contact",
    Phone = "phone",
    Tags = "tags",
});

/// Sort columns of the tab list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[allow(missing_docs, reason = "the names are those of the columns")]
pub enum TabBy {
    #[default]
    DueDay,
    Balance,
    Name,
    Area,
    Payday,
}

/// Customers whose name, sound, code, telephone, area, tags or address hold every word of a query.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CustomerQuery {
    /// The query; empty for all.
    pub query: String,
    /// Inclusion of former customers.
    pub left: IncludeFormer,
    /// The order.
    pub sorted: SortBy<CustomerBy>,
}

/// Inclusion of former customers in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum IncludeFormer {
    #[default]
    Without,
    With,
}

impl IncludeFormer {
    /// Returns the other choice.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Without => Self::With,
            Self::With => Self::Without,
        }
    }
}

/// Tabs that are not even.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TabQuery {
    /// Search text; empty for all.
    pub query: String,
    /// Only those with a debt that is due by this day.
    pub due_by: Option<Day>,
    /// As they stood at the end of this day; without one, of today.
    pub on: Option<Day>,
    /// The order.
    pub sorted: SortBy<TabBy>,
}

/// Follow-ups: the open ones by their due day, with what rules have found; or those that are closed,
/// the newest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FollowUpQuery {
    /// Search text; empty for all.
    pub query: String,
    /// Stage.
    pub stage: FollowUpStage,
    /// Only those that are due by this day.
    pub until: Option<Day>,
}

impl Default for FollowUpQuery {
    fn default() -> Self {
        Self { query: String::new(), stage: FollowUpStage::Open, until: None }
    }
}

/// Jars by the day on which they are likely empty, the first one first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct JarQuery {
    /// Search text; empty for all.
    pub query: String,
    /// Only those that are likely empty by this day.
    pub until: Option<Day>,
}
