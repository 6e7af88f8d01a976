//! The kinds of actions, with the stable names that the file and exports have for them.

use std::borrow::Cow;

use crate::domain::stable_name::StableName;
use crate::domain::tab::EntryKind;

/// Declares the kinds of actions with their stable names, in the file and in exports.
macro_rules! action_kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// The kind of an action.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[allow(missing_docs, reason = "the variants are those of `ActionDetail`")]
        pub enum ActionKind {
            $($(#[$doc])* $name,)*
            /// An entry of a tab, by hand.
            EntryAdded(EntryKind),
        }

        impl ActionKind {
            /// Returns every kind.
            pub fn all() -> impl Iterator<Item = Self> {
                let entries = EntryKind::ALL.iter().map(|(kind, _)| Self::EntryAdded(*kind));
                [$(Self::$name),*].into_iter().chain(entries)
            }

            /// Returns the stable name: `delivery-done`, `entry-payment`.
            pub fn key(self) -> Cow<'static, str> {
                match self {
                    $(Self::$name => Cow::Borrowed($key),)*
                    Self::EntryAdded(kind) => Cow::Owned(format!("entry-{}", kind.key())),
                }
            }

            /// Returns the kind with this stable name.
            pub fn from_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$name),)*
                    _ => key.strip_prefix("entry-").and_then(EntryKind::from_key).map(Self::EntryAdded),
                }
            }
        }
    };
}

action_kinds! {
    ShopSet = "shop-set",
    CustomerAdded = "customer-added",
    CustomerEdited = "customer-edited",
    CustomerLeft = "customer-left",
    CustomerReturned = "customer-returned",
    CustomerAway = "customer-away",
    HouseholdChanged = "household-changed",
    ProductAdded = "product-added",
    ProductEdited = "product-edited",
    ProductRetired = "product-retired",
    ProductRestored = "product-restored",
    StockOrdered = "stock-ordered",
    StockReceived = "stock-received",
    StockCounted = "stock-counted",
    PriceSet = "price-set",
    PriceRemoved = "price-removed",
    JarSet = "jar-set",
    JarRead = "jar-read",
    DeliveryPlanned = "delivery-planned",
    ProposalsPlanned = "proposals-planned",
    DeliveryDone = "delivery-done",
    DeliveryMissed = "delivery-missed",
    DeliveryCancelled = "delivery-cancelled",
    GoodsReturned = "goods-returned",
    DeliveryEdited = "delivery-edited",
    DeliveryMoved = "delivery-moved",
    FollowUpAdded = "follow-up-added",
    FollowUpDone = "follow-up-done",
    FollowUpSnoozed = "follow-up-snoozed",
    FollowUpDropped = "follow-up-dropped",
    ContactAdded = "contact-added",
    PromiseAdded = "promise-added",
    ReminderSent = "reminder-sent",
    EntryMoved = "entry-moved",
    TicketsSold = "tickets-sold",
    TicketsRefunded = "tickets-refunded",
    ContainerAdded = "container-added",
    ContainerEdited = "container-edited",
    ContainersMoved = "containers-moved",
    SkipAdded = "skip-added",
    SkipRemoved = "skip-removed",
    ComplaintAdded = "complaint-added",
    ComplaintAnswered = "complaint-answered",
    ComplaintSolved = "complaint-solved",
    ComplaintClosed = "complaint-closed",
    ComplaintReopened = "complaint-reopened",
    DayClosed = "day-closed",
    Imported = "imported",
    /// Several commands as one.
    Batch = "together",
}
