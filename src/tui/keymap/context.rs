//! The places where keys go, and the groups of them that share keys.

/// Where the keys go.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyContext {
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

impl KeyContext {
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
pub(super) const LISTS: &[KeyContext] = &[
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products, KeyContext::Insights,
];
#[rustfmt::skip]
pub(super) const SCREENS: &[KeyContext] = &[
    KeyContext::Today, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products, KeyContext::Insights,
];
/// Where a day is shown.
pub(super) const DAYS: &[KeyContext] = &[KeyContext::Today, KeyContext::Deliveries];
/// Where one can look at another day.
pub(super) const DATES: &[KeyContext] =
    &[KeyContext::Today, KeyContext::Deliveries, KeyContext::Journal];
/// Where left and right go from panel to panel: not where they go from day to day.
#[rustfmt::skip]
pub(super) const PANELS: &[KeyContext] = &[
    KeyContext::Today, KeyContext::Customers, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products, KeyContext::Insights,
];
pub(super) const TO_DO: &[KeyContext] = &[
    KeyContext::Today,
    KeyContext::Welcome,
    KeyContext::Deliveries,
    KeyContext::FollowUps,
    KeyContext::Page,
];
pub(super) const MARKING: &[KeyContext] =
    &[KeyContext::Today, KeyContext::Customers, KeyContext::FollowUps, KeyContext::Tabs];
pub(super) const DATED: &[KeyContext] =
    &[KeyContext::Today, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Page];
pub(super) const VISITS: &[KeyContext] =
    &[KeyContext::Today, KeyContext::Welcome, KeyContext::Deliveries, KeyContext::Page];
#[rustfmt::skip]
pub(super) const ROWS: &[KeyContext] = &[
    KeyContext::Jars,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Insights, KeyContext::Page, KeyContext::Statement,
];
/// Where a row has a customer whom one can speak with, and a jar.
#[rustfmt::skip]
pub(super) const WHOSE: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Insights, KeyContext::Page, KeyContext::Statement,
];
#[rustfmt::skip]
pub(super) const OPENING: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Insights,
];
#[rustfmt::skip]
pub(super) const CHANGING: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products,
    KeyContext::Insights, KeyContext::Page, KeyContext::Statement,
];
#[rustfmt::skip]
pub(super) const UNDOING: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products,
    KeyContext::Insights, KeyContext::Journal, KeyContext::Page, KeyContext::Statement,
];
#[rustfmt::skip]
pub(super) const LOOKING: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products,
    KeyContext::Insights, KeyContext::Journal, KeyContext::Page, KeyContext::Statement, KeyContext::Sheet,
];
#[rustfmt::skip]
pub(super) const PAGING: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products,
    KeyContext::Insights, KeyContext::Journal, KeyContext::Page, KeyContext::Statement, KeyContext::Sheet, KeyContext::Help, KeyContext::Palette,
];
pub(super) const OVER: &[KeyContext] = &[
    KeyContext::Review,
    KeyContext::Jars,
    KeyContext::Journal,
    KeyContext::Page,
    KeyContext::Statement,
    KeyContext::Sheet,
];
pub(super) const FINDING: &[KeyContext] =
    &[KeyContext::Filter, KeyContext::Picker, KeyContext::Help, KeyContext::Palette];
pub(super) const TYPING: &[KeyContext] = &[
    KeyContext::Filter,
    KeyContext::Form,
    KeyContext::Day,
    KeyContext::Door,
    KeyContext::Evening,
    KeyContext::Picker,
    KeyContext::Help,
    KeyContext::Palette,
];
pub(super) const FORMS: &[KeyContext] =
    &[KeyContext::Form, KeyContext::Day, KeyContext::Door, KeyContext::Evening];
#[rustfmt::skip]
pub(super) const EVERYWHERE: &[KeyContext] = &[
    KeyContext::Jars, KeyContext::Review,
    KeyContext::Today, KeyContext::Welcome, KeyContext::Customers, KeyContext::Deliveries, KeyContext::FollowUps, KeyContext::Tabs, KeyContext::Products,
    KeyContext::Insights, KeyContext::Journal, KeyContext::Filter, KeyContext::Page, KeyContext::Statement, KeyContext::Sheet, KeyContext::Form, KeyContext::Day, KeyContext::Door, KeyContext::Evening, KeyContext::Picker,
    KeyContext::Help,
    KeyContext::Palette, KeyContext::Confirm,
];
