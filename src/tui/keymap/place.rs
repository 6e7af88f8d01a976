//! The places where keys go, and the groups of them that share keys.

/// Where the keys go.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// The morning list.
    Today,
    /// What stands in its place in a new notebook.
    Welcome,
    /// The list of customers.
    Customers,
    /// The round of a day.
    Deliveries,
    /// The list of follow-ups.
    FollowUps,
    /// Who owes.
    Tabs,
    /// The store room.
    Products,
    /// How the shop is doing.
    Insights,
    /// The journal.
    Journal,
    /// Jars by their empty day.
    Jars,
    /// Jars that are used at another rate than before.
    Review,
    /// The filter of a list.
    Filter,
    /// The page of a customer.
    Page,
    /// A customer's tab, entry by entry.
    Statement,
    /// A sheet to read: the help, a reason.
    Sheet,
    /// A form.
    Form,
    /// A field of a form for a day, with its month below.
    Day,
    /// The form at the door.
    Door,
    /// The form at the door, as a step of the evening.
    Evening,
    /// What was found for a field of a form.
    Picker,
    /// A question that is answered by yes or no.
    Confirm,
    /// The list of keys, narrowed by typing.
    Help,
    /// The list of what can be done, narrowed by typing.
    Palette,
}

impl Place {
    /// Whether a letter or a sign goes into a field there, so that no key may mean anything else. No
    /// day is written with the signs that go through its month.
    pub(super) fn types(self, typed: char) -> bool {
        self.is_typed_in() && !(self == Self::Day && "<>[]".contains(typed))
    }

    /// Whether a field has the focus there.
    pub fn is_typed_in(self) -> bool {
        TYPING.contains(&self)
    }

    /// Its message in the catalogues, for the places that one can be told to go to.
    pub const fn message(self) -> Option<&'static str> {
        match self {
            Self::Today => Some("screen-today"),
            Self::Customers => Some("screen-customers"),
            Self::Deliveries => Some("screen-deliveries"),
            Self::FollowUps => Some("screen-follow-ups"),
            Self::Tabs => Some("screen-tabs"),
            Self::Products => Some("screen-products"),
            Self::Insights => Some("screen-insights"),
            Self::Page => Some("place-page"),
            Self::Statement => Some("place-statement"),
            Self::Journal => Some("place-journal"),
            Self::Jars => Some("place-jars"),
            Self::Review => Some("place-review"),
            Self::Welcome | Self::Filter | Self::Sheet | Self::Form | Self::Day | Self::Door => {
                None
            }
            Self::Evening | Self::Picker | Self::Confirm | Self::Help | Self::Palette => None,
        }
    }
}

#[rustfmt::skip]
pub(super) const LISTS: &[Place] = &[
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products, Place::Insights,
];
#[rustfmt::skip]
pub(super) const SCREENS: &[Place] = &[
    Place::Today, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products, Place::Insights,
];
/// Where a day is shown.
pub(super) const DAYS: &[Place] = &[Place::Today, Place::Deliveries];
/// Where one can look at another day.
pub(super) const DATES: &[Place] = &[Place::Today, Place::Deliveries, Place::Journal];
/// Where left and right go from panel to panel: not where they go from day to day.
#[rustfmt::skip]
pub(super) const PANELS: &[Place] = &[
    Place::Today, Place::Customers, Place::FollowUps, Place::Tabs, Place::Products, Place::Insights,
];
pub(super) const TO_DO: &[Place] =
    &[Place::Today, Place::Welcome, Place::Deliveries, Place::FollowUps, Place::Page];
pub(super) const MARKING: &[Place] =
    &[Place::Today, Place::Customers, Place::FollowUps, Place::Tabs];
pub(super) const DATED: &[Place] =
    &[Place::Today, Place::Deliveries, Place::FollowUps, Place::Page];
pub(super) const VISITS: &[Place] = &[Place::Today, Place::Welcome, Place::Deliveries, Place::Page];
#[rustfmt::skip]
pub(super) const ROWS: &[Place] = &[
    Place::Jars,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Insights, Place::Page, Place::Statement,
];
/// Where a row has a customer whom one can speak with, and a jar.
#[rustfmt::skip]
pub(super) const WHOSE: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Insights, Place::Page, Place::Statement,
];
#[rustfmt::skip]
pub(super) const OPENING: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Insights,
];
#[rustfmt::skip]
pub(super) const CHANGING: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products,
    Place::Insights, Place::Page, Place::Statement,
];
#[rustfmt::skip]
pub(super) const UNDOING: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products,
    Place::Insights, Place::Journal, Place::Page, Place::Statement,
];
#[rustfmt::skip]
pub(super) const LOOKING: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products,
    Place::Insights, Place::Journal, Place::Page, Place::Statement, Place::Sheet,
];
#[rustfmt::skip]
pub(super) const PAGING: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products,
    Place::Insights, Place::Journal, Place::Page, Place::Statement, Place::Sheet, Place::Help, Place::Palette,
];
pub(super) const OVER: &[Place] =
    &[Place::Review, Place::Jars, Place::Journal, Place::Page, Place::Statement, Place::Sheet];
pub(super) const FINDING: &[Place] = &[Place::Filter, Place::Picker, Place::Help, Place::Palette];
pub(super) const TYPING: &[Place] = &[
    Place::Filter,
    Place::Form,
    Place::Day,
    Place::Door,
    Place::Evening,
    Place::Picker,
    Place::Help,
    Place::Palette,
];
pub(super) const FORMS: &[Place] = &[Place::Form, Place::Day, Place::Door, Place::Evening];
#[rustfmt::skip]
pub(super) const EVERYWHERE: &[Place] = &[
    Place::Jars, Place::Review,
    Place::Today, Place::Welcome, Place::Customers, Place::Deliveries, Place::FollowUps, Place::Tabs, Place::Products,
    Place::Insights, Place::Journal, Place::Filter, Place::Page, Place::Statement, Place::Sheet, Place::Form, Place::Day, Place::Door, Place::Evening, Place::Picker,
    Place::Help,
    Place::Palette, Place::Confirm,
];
