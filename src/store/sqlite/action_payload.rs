//! The details of an action as the journal stores them: JSON with named fields.
//!
//! The types mirror those of [`crate::domain::action`] field by field, so that the format of the file changes
//! only when it is changed here. A field that is added later needs `#[serde(default)]`: older lines lack it.

#[macro_use]
mod list;
#[macro_use]
mod plain;
mod named;
mod named_customer;
mod setting;
mod values;

use crate::domain::action::{
    ActionDetail, ActionKind, Batch, FollowUpSubject, LegacyDetail, NamedCustomer, NamedGoods,
    NamedProduct,
};
use crate::domain::ageing::AgeLimits;
use crate::domain::contact::CustomerMood;
use crate::domain::container::ContainerMoveKind;
use crate::domain::customer::Channel;
use crate::domain::day::{DateOrder, Day, Period, Weekdays};
use crate::domain::follow_up::Rule;
use crate::domain::id::CustomerId;
use crate::domain::jar::ReadingKind;
use crate::domain::record::ImportTable;
use crate::domain::reminder::ReminderSteps;
use crate::domain::shop::{Language, ServiceLevel, ShopSetting, parse_rules, rules_text};
use crate::domain::tab::EntryKind;
use crate::domain::{Currency, Money, Quantity, StableName};
use named::{FollowUpSubjectDef, NamedCustomerDef, NamedGoodsDef, NamedProductDef, PeriodDef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use setting::ShopSettingDef;
use std::collections::{BTreeMap, BTreeSet};
use values::*;

/// Returns the JSON of what an action did.
pub(super) fn to_json(detail: &ActionDetail) -> serde_json::Result<String> {
    let mut json = Vec::new();
    ActionDetailDef::serialize(detail, &mut serde_json::Serializer::new(&mut json))?;
    String::from_utf8(json).map_err(serde::ser::Error::custom)
}

/// Parses the JSON of what an action did.
pub(super) fn from_json(json: &str) -> serde_json::Result<ActionDetail> {
    ActionDetailDef::deserialize(&mut serde_json::Deserializer::from_str(json))
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ActionDetail", rename_all = "kebab-case")]
enum ActionDetailDef {
    ShopSet {
        #[serde(with = "settings")]
        settings: Vec<ShopSetting>,
    },
    CustomerAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
    },
    CustomerEdited {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
    },
    CustomerLeft {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        on: Day,
        reason: String,
    },
    CustomerReturned {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
    },
    CustomerAway {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "PeriodDef")]
        period: Period,
        people: Option<u32>,
    },
    HouseholdChanged {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        from: Day,
        people: u32,
    },
    ProductAdded {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
    },
    ProductEdited {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
    },
    ProductRetired {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        on: Day,
    },
    ProductRestored {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
    },
    StockOrdered {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        #[serde(with = "thousandths")]
        quantity: Quantity,
    },
    StockReceived {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        #[serde(with = "thousandths")]
        quantity: Quantity,
    },
    StockCounted {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        #[serde(with = "thousandths")]
        difference: Quantity,
    },
    PriceSet {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        #[serde(with = "named_customer")]
        customer: Option<NamedCustomer>,
        #[serde(with = "thousandths")]
        least: Quantity,
        from: Day,
        #[serde(with = "minor::option")]
        amount: Option<Money>,
    },
    PriceRemoved {
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        #[serde(with = "named_customer")]
        customer: Option<NamedCustomer>,
        from: Day,
    },
    JarSet {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
    },
    JarRead {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        #[serde(with = "thousandths")]
        level: Quantity,
        #[serde(default, with = "reading_kind")]
        reading: ReadingKind,
        on: Day,
    },
    DeliveryPlanned {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "goods")]
        goods: Vec<NamedGoods>,
        on: Day,
    },
    ProposalsPlanned {
        deliveries: u32,
    },
    DeliveryDone {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "goods")]
        goods: Vec<NamedGoods>,
        #[serde(with = "minor")]
        charged: Money,
    },
    DeliveryMissed {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        next: Day,
        reason: String,
    },
    DeliveryCancelled {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        planned_for: Day,
        reason: String,
    },
    GoodsReturned {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "goods")]
        goods: Vec<NamedGoods>,
        #[serde(with = "minor")]
        amount: Money,
        reason: String,
    },
    DeliveryEdited {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "goods")]
        goods: Vec<NamedGoods>,
        on: Day,
        #[serde(with = "minor")]
        corrected: Money,
    },
    DeliveryMoved {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        to: Day,
    },
    EntryAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "entry_kind")]
        kind: EntryKind,
        #[serde(with = "minor")]
        amount: Money,
        method: String,
    },
    FollowUpAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "FollowUpSubjectDef")]
        subject: FollowUpSubject,
        due_on: Day,
    },
    FollowUpDone {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "FollowUpSubjectDef")]
        subject: FollowUpSubject,
    },
    FollowUpSnoozed {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "FollowUpSubjectDef")]
        subject: FollowUpSubject,
        due_on: Day,
    },
    FollowUpDropped {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "FollowUpSubjectDef")]
        subject: FollowUpSubject,
    },
    ContactAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        text: String,
    },
    PromiseAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "minor::option")]
        amount: Option<Money>,
        by: Day,
    },
    ReminderSent {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        step: String,
        #[serde(with = "minor")]
        amount: Money,
        #[serde(with = "channel")]
        channel: Channel,
    },
    EntryMoved {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "entry_kind")]
        kind: EntryKind,
        #[serde(with = "minor")]
        amount: Money,
        on: Day,
    },
    TicketsSold {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        paid: u32,
        free: u32,
        #[serde(with = "minor")]
        price: Money,
        expires: Option<Day>,
    },
    TicketsRefunded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        #[serde(with = "NamedProductDef")]
        product: NamedProduct,
        tickets: u32,
        #[serde(with = "minor")]
        amount: Money,
    },
    ContainerAdded {
        container: String,
    },
    ContainerEdited {
        container: String,
    },
    ContainersMoved {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        container: String,
        #[serde(with = "container_move_kind")]
        kind: ContainerMoveKind,
        count: u32,
        #[serde(with = "minor")]
        deposit: Money,
        #[serde(with = "minor")]
        charged: Money,
    },
    SkipAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        products: Vec<String>,
        until: Day,
        reason: String,
    },
    SkipRemoved {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        until: Day,
    },
    ComplaintAdded {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        complaint_kind: String,
        about: String,
        promised_by: Option<Day>,
    },
    ComplaintAnswered {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        about: String,
        promised_by: Option<Day>,
    },
    ComplaintSolved {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        about: String,
        remedy: String,
        #[serde(with = "minor")]
        discount: Money,
    },
    ComplaintClosed {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        about: String,
        #[serde(with = "mood::option")]
        satisfaction: Option<CustomerMood>,
    },
    ComplaintReopened {
        #[serde(with = "NamedCustomerDef")]
        customer: NamedCustomer,
        about: String,
    },
    DayClosed {
        day: Day,
        #[serde(with = "minor")]
        counted: Money,
        #[serde(with = "minor")]
        difference: Money,
        reason: String,
    },
    Imported {
        #[serde(with = "table")]
        table: ImportTable,
        rows: u32,
        file: String,
    },
    Batch(#[serde(with = "BatchDef")] Batch),
    // A legacy line has no payload.
    #[serde(skip)]
    Legacy(LegacyDetail),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Batch")]
struct BatchDef {
    #[serde(with = "action_kind::option")]
    kind: Option<ActionKind>,
    #[serde(with = "customer_id::option")]
    customer: Option<CustomerId>,
    count: u32,
    subjects: Vec<String>,
    #[serde(with = "minor::option")]
    amount: Option<Money>,
}

list! {
    goods: NamedGoods as "NamedGoodsDef";
    settings: ShopSetting as "ShopSettingDef";
}
