//! Details of an action: one variant per kind, with exactly the values that its sentence names.
//!
//! Names are kept as they were when the action was performed: a customer who is renamed later keeps
//! the old name in older lines of the journal.

use super::combined::{Batch, LegacyDetail};
use super::{ActionKind, FollowUpSubject, NamedCustomer, NamedGoods, NamedProduct};
use crate::domain::contact::CustomerMood;
use crate::domain::container::ContainerMoveKind;
use crate::domain::customer::Channel;
use crate::domain::day::{Day, Period};
use crate::domain::jar::ReadingKind;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::record::ImportTable;
use crate::domain::shop::ShopSetting;
use crate::domain::tab::EntryKind;

/// Detail of an action.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields say what they hold by their names and types")]
pub enum ActionDetail {
    /// Rules of the shop were set to these values.
    ShopSet {
        settings: Vec<ShopSetting>,
    },
    CustomerAdded {
        customer: NamedCustomer,
    },
    CustomerEdited {
        customer: NamedCustomer,
    },
    /// The customer stopped buying.
    CustomerLeft {
        customer: NamedCustomer,
        on: Day,
        reason: String,
    },
    CustomerReturned {
        customer: NamedCustomer,
    },
    /// `people` of the household are away, or everybody.
    CustomerAway {
        customer: NamedCustomer,
        period: Period,
        people: Option<u32>,
    },
    HouseholdChanged {
        customer: NamedCustomer,
        from: Day,
        people: u32,
    },
    ProductAdded {
        product: NamedProduct,
    },
    ProductEdited {
        product: NamedProduct,
    },
    ProductRetired {
        product: NamedProduct,
        on: Day,
    },
    ProductRestored {
        product: NamedProduct,
    },
    /// The quantity on order is this from now on.
    StockOrdered {
        product: NamedProduct,
        quantity: Quantity,
    },
    StockReceived {
        product: NamedProduct,
        quantity: Quantity,
    },
    /// The stock was counted; `difference` is what was found more (or less) than expected.
    StockCounted {
        product: NamedProduct,
        difference: Quantity,
    },
    /// The price of a unit from a day on, for everybody or one customer; without an amount, the end of one.
    PriceSet {
        product: NamedProduct,
        customer: Option<NamedCustomer>,
        least: Quantity,
        from: Day,
        amount: Option<Money>,
    },
    PriceRemoved {
        product: NamedProduct,
        customer: Option<NamedCustomer>,
        from: Day,
    },
    JarSet {
        customer: NamedCustomer,
        product: NamedProduct,
    },
    JarRead {
        customer: NamedCustomer,
        product: NamedProduct,
        level: Quantity,
        reading: ReadingKind,
        on: Day,
    },
    DeliveryPlanned {
        customer: NamedCustomer,
        goods: Vec<NamedGoods>,
        on: Day,
    },
    /// Proposed deliveries were planned.
    ProposalsPlanned {
        deliveries: u32,
    },
    DeliveryDone {
        customer: NamedCustomer,
        goods: Vec<NamedGoods>,
        charged: Money,
    },
    DeliveryMissed {
        customer: NamedCustomer,
        next: Day,
        reason: String,
    },
    DeliveryCancelled {
        customer: NamedCustomer,
        planned_for: Day,
        reason: String,
    },
    /// `corrected` is what the customer owes more since; zero for a planned delivery.
    /// Goods came back; `amount` was credited.
    GoodsReturned {
        customer: NamedCustomer,
        goods: Vec<NamedGoods>,
        amount: Money,
        reason: String,
    },
    DeliveryEdited {
        customer: NamedCustomer,
        goods: Vec<NamedGoods>,
        on: Day,
        corrected: Money,
    },
    DeliveryMoved {
        customer: NamedCustomer,
        to: Day,
    },
    /// `amount` is as a person says it: a payment is positive.
    EntryAdded {
        customer: NamedCustomer,
        kind: EntryKind,
        amount: Money,
        method: String,
    },
    FollowUpAdded {
        customer: NamedCustomer,
        subject: FollowUpSubject,
        due_on: Day,
    },
    FollowUpDone {
        customer: NamedCustomer,
        subject: FollowUpSubject,
    },
    FollowUpSnoozed {
        customer: NamedCustomer,
        subject: FollowUpSubject,
        due_on: Day,
    },
    FollowUpDropped {
        customer: NamedCustomer,
        subject: FollowUpSubject,
    },
    ContactAdded {
        customer: NamedCustomer,
        text: String,
    },
    /// `amount` is everything due by the day if it is `None`.
    PromiseAdded {
        customer: NamedCustomer,
        amount: Option<Money>,
        by: Day,
    },
    /// The customer was reminded of an amount by the message of a step.
    ReminderSent {
        customer: NamedCustomer,
        step: String,
        amount: Money,
        channel: Channel,
    },
    EntryMoved {
        customer: NamedCustomer,
        kind: EntryKind,
        amount: Money,
        on: Day,
    },
    TicketsSold {
        customer: NamedCustomer,
        product: NamedProduct,
        paid: u32,
        free: u32,
        price: Money,
        expires: Option<Day>,
    },
    TicketsRefunded {
        customer: NamedCustomer,
        product: NamedProduct,
        tickets: u32,
        amount: Money,
    },
    ContainerAdded {
        container: String,
    },
    ContainerEdited {
        container: String,
    },
    /// `count` is the number that was counted, of a count. `deposit` was taken, or paid back below zero.
    ContainersMoved {
        customer: NamedCustomer,
        container: String,
        kind: ContainerMoveKind,
        count: u32,
        deposit: Money,
        charged: Money,
    },
    /// These products (or all, if none is named) are not wanted until a day has passed.
    SkipAdded {
        customer: NamedCustomer,
        products: Vec<String>,
        until: Day,
        reason: String,
    },
    SkipRemoved {
        customer: NamedCustomer,
        until: Day,
    },
    /// `about` is what the customer said, here and below.
    ComplaintAdded {
        customer: NamedCustomer,
        complaint_kind: String,
        about: String,
        promised_by: Option<Day>,
    },
    ComplaintAnswered {
        customer: NamedCustomer,
        about: String,
        promised_by: Option<Day>,
    },
    /// `discount` was given for it.
    ComplaintSolved {
        customer: NamedCustomer,
        about: String,
        remedy: String,
        discount: Money,
    },
    ComplaintClosed {
        customer: NamedCustomer,
        about: String,
        satisfaction: Option<CustomerMood>,
    },
    ComplaintReopened {
        customer: NamedCustomer,
        about: String,
    },
    /// `difference` is what was counted more (or less) than expected.
    DayClosed {
        day: Day,
        counted: Money,
        difference: Money,
        reason: String,
    },
    /// Rows of a file were imported; `file` is the name of the file.
    Imported {
        table: ImportTable,
        rows: u32,
        file: String,
    },
    /// Several commands were performed as one.
    Batch(Batch),
    /// An action of a notebook whose journal held free text (formats 1 to 6).
    Legacy(LegacyDetail),
}

impl ActionDetail {
    /// Returns the kind of action.
    pub fn kind(&self) -> ActionKind {
        match self {
            Self::ShopSet { .. } => ActionKind::ShopSet,
            Self::CustomerAdded { .. } => ActionKind::CustomerAdded,
            Self::CustomerEdited { .. } => ActionKind::CustomerEdited,
            Self::CustomerLeft { .. } => ActionKind::CustomerLeft,
            Self::CustomerReturned { .. } => ActionKind::CustomerReturned,
            Self::CustomerAway { .. } => ActionKind::CustomerAway,
            Self::HouseholdChanged { .. } => ActionKind::HouseholdChanged,
            Self::ProductAdded { .. } => ActionKind::ProductAdded,
            Self::ProductEdited { .. } => ActionKind::ProductEdited,
            Self::ProductRetired { .. } => ActionKind::ProductRetired,
            Self::ProductRestored { .. } => ActionKind::ProductRestored,
            Self::StockOrdered { .. } => ActionKind::StockOrdered,
            Self::StockReceived { .. } => ActionKind::StockReceived,
            Self::StockCounted { .. } => ActionKind::StockCounted,
            Self::PriceSet { .. } => ActionKind::PriceSet,
            Self::PriceRemoved { .. } => ActionKind::PriceRemoved,
            Self::JarSet { .. } => ActionKind::JarSet,
            Self::JarRead { .. } => ActionKind::JarRead,
            Self::DeliveryPlanned { .. } => ActionKind::DeliveryPlanned,
            Self::ProposalsPlanned { .. } => ActionKind::ProposalsPlanned,
            Self::DeliveryDone { .. } => ActionKind::DeliveryDone,
            Self::DeliveryMissed { .. } => ActionKind::DeliveryMissed,
            Self::DeliveryCancelled { .. } => ActionKind::DeliveryCancelled,
            Self::GoodsReturned { .. } => ActionKind::GoodsReturned,
            Self::DeliveryEdited { .. } => ActionKind::DeliveryEdited,
            Self::DeliveryMoved { .. } => ActionKind::DeliveryMoved,
            Self::EntryAdded { kind, .. } => ActionKind::EntryAdded(*kind),
            Self::FollowUpAdded { .. } => ActionKind::FollowUpAdded,
            Self::FollowUpDone { .. } => ActionKind::FollowUpDone,
            Self::FollowUpSnoozed { .. } => ActionKind::FollowUpSnoozed,
            Self::FollowUpDropped { .. } => ActionKind::FollowUpDropped,
            Self::ContactAdded { .. } => ActionKind::ContactAdded,
            Self::PromiseAdded { .. } => ActionKind::PromiseAdded,
            Self::ReminderSent { .. } => ActionKind::ReminderSent,
            Self::EntryMoved { .. } => ActionKind::EntryMoved,
            Self::TicketsSold { .. } => ActionKind::TicketsSold,
            Self::TicketsRefunded { .. } => ActionKind::TicketsRefunded,
            Self::ContainerAdded { .. } => ActionKind::ContainerAdded,
            Self::ContainerEdited { .. } => ActionKind::ContainerEdited,
            Self::ContainersMoved { .. } => ActionKind::ContainersMoved,
            Self::SkipAdded { .. } => ActionKind::SkipAdded,
            Self::SkipRemoved { .. } => ActionKind::SkipRemoved,
            Self::ComplaintAdded { .. } => ActionKind::ComplaintAdded,
            Self::ComplaintAnswered { .. } => ActionKind::ComplaintAnswered,
            Self::ComplaintSolved { .. } => ActionKind::ComplaintSolved,
            Self::ComplaintClosed { .. } => ActionKind::ComplaintClosed,
            Self::ComplaintReopened { .. } => ActionKind::ComplaintReopened,
            Self::DayClosed { .. } => ActionKind::DayClosed,
            Self::Imported { .. } => ActionKind::Imported,
            Self::Batch(_) => ActionKind::Batch,
            Self::Legacy(legacy) => legacy.kind,
        }
    }

    /// Returns the customer by name; a batch and a legacy line have none.
    pub fn named_customer(&self) -> Option<&NamedCustomer> {
        match self {
            Self::CustomerAdded { customer }
            | Self::CustomerEdited { customer }
            | Self::CustomerLeft { customer, .. }
            | Self::CustomerReturned { customer }
            | Self::CustomerAway { customer, .. }
            | Self::HouseholdChanged { customer, .. }
            | Self::JarSet { customer, .. }
            | Self::JarRead { customer, .. }
            | Self::DeliveryPlanned { customer, .. }
            | Self::DeliveryDone { customer, .. }
            | Self::DeliveryMissed { customer, .. }
            | Self::DeliveryCancelled { customer, .. }
            | Self::GoodsReturned { customer, .. }
            | Self::DeliveryEdited { customer, .. }
            | Self::DeliveryMoved { customer, .. }
            | Self::EntryAdded { customer, .. }
            | Self::FollowUpAdded { customer, .. }
            | Self::FollowUpDone { customer, .. }
            | Self::FollowUpSnoozed { customer, .. }
            | Self::FollowUpDropped { customer, .. }
            | Self::ContactAdded { customer, .. }
            | Self::PromiseAdded { customer, .. }
            | Self::ReminderSent { customer, .. }
            | Self::EntryMoved { customer, .. }
            | Self::TicketsSold { customer, .. }
            | Self::TicketsRefunded { customer, .. }
            | Self::ContainersMoved { customer, .. }
            | Self::SkipAdded { customer, .. }
            | Self::ComplaintAdded { customer, .. }
            | Self::ComplaintAnswered { customer, .. }
            | Self::ComplaintSolved { customer, .. }
            | Self::ComplaintClosed { customer, .. }
            | Self::ComplaintReopened { customer, .. }
            | Self::SkipRemoved { customer, .. } => Some(customer),
            Self::PriceSet { customer, .. } | Self::PriceRemoved { customer, .. } => {
                customer.as_ref()
            }
            Self::ShopSet { .. }
            | Self::ProductAdded { .. }
            | Self::ProductEdited { .. }
            | Self::ProductRetired { .. }
            | Self::ProductRestored { .. }
            | Self::StockOrdered { .. }
            | Self::StockReceived { .. }
            | Self::StockCounted { .. }
            | Self::ProposalsPlanned { .. }
            | Self::ContainerAdded { .. }
            | Self::ContainerEdited { .. }
            | Self::DayClosed { .. }
            | Self::Imported { .. }
            | Self::Batch(_)
            | Self::Legacy(_) => None,
        }
    }
}
