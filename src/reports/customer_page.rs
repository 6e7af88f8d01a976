//! Wang's page: everything about one customer on one sheet.

use crate::domain::contact::Contact;
use crate::domain::container::{Container, Holding};
use crate::domain::customer::{Away, Customer, Household, HouseholdChange};
use crate::domain::delivery::DoorChecklist;
use crate::domain::follow_up::FollowUp;
use crate::domain::jar::Jar;
use crate::domain::lifetime_value::PurchaseRecord;
use crate::domain::payment_record::PaymentRecord;
use crate::domain::price::UnitPrices;
use crate::domain::promise::PromisedPayment;
use crate::domain::tab::{DeliveredGoods, Entry};
use crate::domain::ticket::TicketBalance;
use crate::domain::trust::TrustScore;
use crate::domain::views::{
    AccountStatus, ComplaintRow, CustomerLabel, DeliveryRow, FollowUpRow, Goods, JarRow, PriceRow,
    ReadingRow, SkipRow,
};
use crate::domain::{Day, Money, Quantity};

/// One customer's page.
#[derive(Clone, PartialEq, Debug)]
pub struct CustomerPage {
    /// The day on which it is read.
    pub day: Day,
    /// The customer.
    pub customer: Customer,
    /// The people as they are on that day.
    pub household: Household,
    /// Customer who referred them.
    pub referred_by: Option<CustomerLabel>,
    /// Where they stand.
    pub standing: AccountStatus,
    /// The deposits that the shop holds for them.
    pub held: Money,
    /// Their prepaid tickets, by product.
    pub tickets: Vec<TicketBalance>,
    /// Record of their payments so far.
    pub record: PaymentRecord,
    /// The points of their trust grade; `None` if too little has fallen due.
    pub trust: Option<TrustScore>,
    /// Their purchases in sums; `None` before the first one.
    pub purchases: Option<PurchaseRecord>,
    /// Their open promise to pay with the last day.
    pub promised: Option<PromisedPayment>,
    /// The jars.
    pub jars: Vec<PageJar>,
    /// The next paydays, three of them.
    pub paydays: Vec<Day>,
    /// Times away that are not over.
    pub away: Vec<Away>,
    /// Times away that are over, oldest first.
    pub been_away: Vec<Away>,
    /// The returnable containers that they hold, by name.
    pub containers: Vec<Holding>,
    /// The kinds of containers of the shop, by name.
    pub container_kinds: Vec<Container>,
    /// Their own prices, those that hold and later ones, by product.
    pub prices: Vec<PriceRow>,
    /// Their complaints, newest first.
    pub complaints: Vec<ComplaintRow>,
    /// Skips whose day has not passed, the first to end first.
    pub skips: Vec<SkipRow>,
    /// Dated changes of the household, oldest first.
    pub changes: Vec<HouseholdChange>,
    /// Open deliveries, the next one first.
    pub planned: Vec<DeliveryRow>,
    /// The newest deliveries that are closed, newest first.
    pub delivered: Vec<DeliveryRow>,
    /// The newest entries, newest first.
    pub entries: Vec<Entry>,
    /// The goods of the deliveries that the entries are for.
    pub goods: DeliveredGoods,
    /// The newest contacts, newest first.
    pub contacts: Vec<Contact>,
    /// The newest of what was seen in the jars, newest first.
    pub readings: Vec<ReadingRow>,
    /// The follow-ups that were done or dropped last, newest first.
    pub closed: Vec<FollowUp>,
    /// Open follow-ups.
    pub follow_ups: Vec<FollowUpRow>,
}

/// A jar on a page.
#[derive(Clone, PartialEq, Debug)]
pub struct PageJar {
    /// Settings of the jar.
    pub jar: Jar,
    /// The product's name.
    pub product: String,
    /// Its unit.
    pub unit: String,
    /// The prices of a unit for the customer.
    pub prices: UnitPrices,
    /// The checklist at the door.
    pub checklist: DoorChecklist,
    /// The kind of returnable container in which each unit comes; empty if it comes in none.
    pub container: String,
    /// When it runs out; `None` if nothing is known.
    pub forecast: Option<JarRow>,
    /// About how much is left.
    pub level: Option<Quantity>,
}

impl PageJar {
    /// Returns the goods that are usually brought to it.
    pub fn goods(&self) -> Goods {
        Goods {
            product: self.jar.product,
            name: self.product.clone(),
            unit: self.unit.clone(),
            quantity: self.jar.usual.unwrap_or(Quantity::ZERO),
            tickets: self.forecast.as_ref().map_or(0, |row| row.goods.tickets),
            prices: self.prices.clone(),
            checklist: self.checklist.clone(),
            container: self.container.clone(),
        }
    }
}
