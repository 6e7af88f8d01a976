//! An action: one line of the journal, which is one thing that a person did and one step of undo.

use super::day::Day;
use super::id::{ActionId, CustomerId};
use super::key::keys;
use super::money::Money;
use super::quantity::Quantity;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// What kind of thing was done. Its key names it in the file and in the catalogues.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum DeedKind {
            $($(#[$doc])* $name,)*
        }

        keys!(DeedKind { $($name = $key,)* });
    };
}

deeds! {
    /// A rule of the shop was set.
    ShopSet = "shop-set",
    /// A customer was written down.
    CustomerAdded = "customer-added",
    /// Something about a customer was changed.
    CustomerEdited = "customer-edited",
    /// A customer stopped buying.
    CustomerLeft = "customer-left",
    /// A customer buys again.
    CustomerReturned = "customer-returned",
    /// A customer is away.
    CustomerAway = "customer-away",
    /// The household changed.
    HouseholdChanged = "household-changed",
    /// A product was written down.
    ProductAdded = "product-added",
    /// Something about a product was changed.
    ProductEdited = "product-edited",
    /// Goods were ordered.
    StockOrdered = "stock-ordered",
    /// Goods were bought.
    StockReceived = "stock-received",
    /// Stock was counted.
    StockCounted = "stock-counted",
    /// Something was agreed about a jar.
    JarSet = "jar-set",
    /// A jar was looked into.
    JarRead = "jar-read",
    /// One delivery was planned.
    DeliveryPlanned = "delivery-planned",
    /// The proposed deliveries were planned.
    ProposalsPlanned = "proposals-planned",
    /// A delivery was brought.
    DeliveryDone = "delivery-done",
    /// Nobody was there.
    DeliveryMissed = "delivery-missed",
    /// A delivery was called off.
    DeliveryCancelled = "delivery-cancelled",
    /// A delivery was moved to another day.
    DeliveryMoved = "delivery-moved",
    /// An entry was written on a tab.
    EntryCharge = "entry-charge",
    /// Money came in.
    EntryPayment = "entry-payment",
    /// Money was given back.
    EntryRefund = "entry-refund",
    /// Something was let off.
    EntryDiscount = "entry-discount",
    /// A debt was given up.
    EntryWriteOff = "entry-write-off",
    /// A mistake was put right.
    EntryCorrection = "entry-correction",
    /// A follow-up was written down.
    FollowUpAdded = "follow-up-added",
    /// A follow-up was done.
    FollowUpDone = "follow-up-done",
    /// A follow-up was put off.
    FollowUpSnoozed = "follow-up-snoozed",
    /// A follow-up is not needed any more.
    FollowUpDropped = "follow-up-dropped",
    /// Something was said.
    ContactAdded = "contact-added",
    /// A file was read in.
    Imported = "imported",
    /// Several things were done as one.
    Together = "together",
}

/// What was done, with just what its sentence needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deed {
    /// The kind of thing.
    pub kind: DeedKind,
    /// For which customer.
    pub customer: Option<CustomerId>,
    /// The name of what it was about: the customer, the product, the key, the table.
    pub about: String,
    /// A second name or a text: the product of a jar, the reason, the new value.
    pub detail: String,
    /// How much money.
    pub amount: Option<Money>,
    /// How much of a product.
    pub quantity: Option<Quantity>,
    /// On or to which day.
    pub day: Option<Day>,
    /// How many of them.
    pub count: Option<u32>,
}

impl Deed {
    /// A deed about something, with nothing else said yet.
    pub fn new(kind: DeedKind, about: impl Into<String>) -> Self {
        Self {
            kind,
            customer: None,
            about: about.into(),
            detail: String::new(),
            amount: None,
            quantity: None,
            day: None,
            count: None,
        }
    }
}

/// Whether a line of the journal did something, took it back, or did it again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// Done for the first time.
    Do,
    /// Taken back.
    Undo,
    /// Done again.
    Redo,
}

keys!(Direction { Do = "do", Undo = "undo", Redo = "redo" });

/// One line of the journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// Given by the store, ever growing.
    pub id: ActionId,
    /// When, as the clock of the machine said: `2026-03-27 08:15:00`.
    pub at: String,
    /// Who.
    pub by: String,
    /// Did, took back, did again.
    pub direction: Direction,
    /// The line that was taken back or done again.
    pub of: Option<ActionId>,
    /// Whether it is in force: false once it was taken back.
    pub in_force: bool,
    /// What.
    pub deed: Deed,
}

/// One row that an action touched, as JSON objects of its columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row's number in it.
    pub key: i64,
    /// The row before; `None` if it was new.
    pub before: Option<String>,
    /// The row after; `None` if it was removed.
    pub after: Option<String>,
    /// What its columns name by numbers, as far as that is in the notebook now.
    pub named: Vec<NamedRow>,
}

/// Another row that a column of a changed row names by its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedRow {
    /// The column.
    pub column: String,
    /// The number in it.
    pub number: i64,
    /// The customer, as `C102 林阿嬷`.
    pub customer: Option<String>,
    /// The product, and the unit in which it is sold.
    pub product: Option<(String, String)>,
    /// The day of a delivery.
    pub day: Option<Day>,
}
