//! Rows as files hold them: a customer's code and a product's name stand where the notebook has an
//! identity, so that a row means the same in another notebook.
//!
//! An export gives them and an import takes them. In a row that is to be imported, an identity of
//! zero, an empty code and the identities behind codes and names are still to be found.

use super::action::Action;
use super::complaint::Complaint;
use super::contact::Contact;
use super::container::{Container, ContainerMove};
use super::customer::{Away, Customer, HouseholdChange};
use super::day::Day;
use super::day_close::DayClose;
use super::delivery::Delivery;
use super::follow_up::FollowUp;
use super::id::EntryId;
use super::jar::{Jar, Reading};
use super::money::Money;
use super::price::Price;
use super::product::Product;
use super::quantity::{Quantity, Rate};
use super::skip::Skip;
use super::stable_name::keys;
use super::tab::Entry;
use super::ticket::TicketMove;
use super::usage_log::RunOutReason;

/// Tables that can be exported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ExportTable {
    /// Everybody, with their households' changes and their times away.
    Customers,
    /// Kinds of returnable containers.
    Containers,
    /// Products with their stock.
    Products,
    /// Settings of each jar.
    Jars,
    /// Prices by customer, by quantity and from a day on.
    Prices,
    /// Every visit, with its lines in one cell.
    Deliveries,
    /// Readings of the jars.
    Readings,
    /// The tabs.
    Entries,
    /// Goods that are not wanted for a while.
    Skips,
    /// Promises to pay.
    Promises,
    /// Closed days.
    DayCloses,
    /// Prepaid tickets: books sold, tickets used and refunded.
    Tickets,
    /// Containers that were lent, returned, lost or counted.
    ContainerMoves,
    /// Complaints and requests.
    Complaints,
    /// The deliveries' lines, one a row.
    Lines,
    /// Things to do.
    FollowUps,
    /// Contacts.
    Contacts,
    /// The journal.
    Journal,
    /// Changes of the rates of use.
    Rates,
    /// Jars that were found empty.
    RunOuts,
}

// In an order in which an import finds what it refers to.
keys!(ExportTable {
    Customers = "customers",
    Containers = "containers",
    Products = "products",
    Jars = "jars",
    Prices = "prices",
    Deliveries = "deliveries",
    Readings = "readings",
    Entries = "entries",
    Skips = "skips",
    Promises = "promises",
    DayCloses = "day-closes",
    Tickets = "tickets",
    ContainerMoves = "container-moves",
    Complaints = "complaints",
    Lines = "lines",
    FollowUps = "follow-ups",
    Contacts = "contacts",
    Journal = "journal",
    Rates = "rates",
    RunOuts = "run-outs",
});

/// One row of an export.
#[derive(Clone, Copy, PartialEq, Debug)]
#[allow(missing_docs, reason = "the names are those of the tables")]
pub enum Record<'a> {
    Customer(&'a CustomerRecord),
    Container(&'a Container),
    Product(&'a ProductRecord),
    Jar(&'a JarRecord),
    Price(&'a PriceRecord),
    Delivery(&'a DeliveryRecord),
    Reading(&'a ReadingRecord),
    Entry(&'a EntryRecord),
    Skip(&'a SkipRecord),
    Promise(&'a PromiseRecord),
    DayClose(&'a DayClose),
    Ticket(&'a TicketRecord),
    ContainerMove(&'a ContainerMoveRecord),
    Complaint(&'a ComplaintRecord),
    Line(&'a DeliveryRecord, u32, &'a DeliveryLineRecord),
    FollowUp(&'a FollowUpRecord),
    Contact(&'a ContactRecord),
    Action(&'a ActionRecord),
    Rate(&'a RateChangeRecord),
    RunOut(&'a RunOutRecord),
}

/// A customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomerRecord {
    /// The customer.
    pub customer: Customer,
    /// The code of who sent them.
    pub referred_by: Option<String>,
    /// The dated changes of the household.
    pub changes: Vec<HouseholdChange>,
    /// The times away.
    pub away: Vec<Away>,
}

/// A product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProductRecord {
    /// The product.
    pub product: Product,
    /// Stock now.
    pub stock: Quantity,
    /// Everything ever put in: the stock plus what was delivered.
    pub stock_in: Quantity,
}

/// A jar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JarRecord {
    /// The jar.
    pub jar: Jar,
    /// The customer's code.
    pub customer: String,
    /// The product's name.
    pub product: String,
}

/// A price.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PriceRecord {
    /// The price.
    pub price: Price,
    /// The product's name.
    pub product: String,
    /// The customer's code; `None` is everybody.
    pub customer: Option<String>,
}

/// A reading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadingRecord {
    /// The reading.
    pub reading: Reading,
    /// The customer's code.
    pub customer: String,
    /// The product's name.
    pub product: String,
}

/// A delivery, and its lines with the names of their products.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeliveryRecord {
    /// The delivery, without its lines.
    pub delivery: Delivery,
    /// The customer's code.
    pub customer: String,
    /// The names of its ticks, of the checklist of its goods.
    pub ticks: Vec<String>,
    /// Its lines, in the order in which they were written.
    pub lines: Vec<DeliveryLineRecord>,
}

/// A line of a delivery.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeliveryLineRecord {
    /// The product's name.
    pub product: String,
    /// Planned quantity.
    pub planned: Quantity,
    /// Delivered quantity, once the delivery is done.
    pub delivered: Option<Quantity>,
    /// The price of a unit, once it is done.
    pub price: Option<Money>,
    /// The cost of a unit, if it was known then.
    pub cost: Option<Money>,
}

/// An entry of a tab.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntryRecord {
    /// The entry.
    pub entry: Entry,
    /// The customer's code.
    pub customer: String,
    /// The goods that it charges, `rice=10;oil=2`; only exported.
    pub goods: String,
}

/// The balances of a customer at the end of a day; only exported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BalanceRecord {
    /// The customer's code.
    pub customer: String,
    /// The customer's name.
    pub name: String,
    /// The amount owed; negative if they have paid ahead.
    pub owed: Money,
    /// The amount that the shop holds for them.
    pub held: Money,
}

/// A skip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkipRecord {
    /// The skip.
    pub skip: Skip,
    /// The customer's code.
    pub customer: String,
    /// The product's name; `None` stands for every jar of the customer.
    pub product: Option<String>,
}

/// A move of containers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContainerMoveRecord {
    /// The move.
    pub change: ContainerMove,
    /// The customer's code.
    pub customer: String,
    /// The name of the kind of container.
    pub container: String,
}

/// A complaint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintRecord {
    /// The complaint.
    pub complaint: Complaint,
    /// The customer's code.
    pub customer: String,
    /// The product's name, if it is about one.
    pub product: Option<String>,
}

/// A promise to pay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromiseRecord {
    /// The follow-up that it is kept as.
    pub promise: FollowUp,
    /// The customer's code.
    pub customer: String,
    /// The last entry before it; `None` if it is found by the day on which the promise was made.
    pub after_entry: Option<EntryId>,
    /// The day on which it was met; only exported.
    pub met_on: Option<Day>,
}

/// A row of the ledger of tickets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TicketRecord {
    /// The row.
    pub ticket: TicketMove,
    /// The customer's code.
    pub customer: String,
    /// The product's name.
    pub product: String,
}

/// A follow-up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FollowUpRecord {
    /// The follow-up.
    pub follow_up: FollowUp,
    /// The customer's code.
    pub customer: String,
}

/// A contact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContactRecord {
    /// The contact.
    pub contact: Contact,
    /// The customer's code.
    pub customer: String,
}

/// A line of the journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActionRecord {
    /// The line.
    pub action: Action,
    /// The customer's code; `None` if it was about none, or they were taken back.
    pub customer: Option<String>,
}

/// A change of the rate of use of a jar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RateChangeRecord {
    /// The day of the reading or delivery that showed it.
    pub on: Day,
    /// The customer's code.
    pub customer: String,
    /// The product's name.
    pub product: String,
    /// The rate before.
    pub before: Rate,
    /// Rate computed from the intervals.
    pub calculated: Rate,
    /// Rate that was applied.
    pub applied: Rate,
    /// Name of the person who recorded it; empty if nobody was named.
    pub by: String,
}

/// A jar that was found empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunOutRecord {
    /// The day on which it was seen.
    pub on: Day,
    /// The customer's code.
    pub customer: String,
    /// The product's name.
    pub product: String,
    /// Days since the likely empty day.
    pub days_empty: u32,
    /// Why.
    pub reason: RunOutReason,
}

/// Tables that can be imported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are those of the tables")]
pub enum ImportTable {
    Customers,
    Containers,
    Products,
    Jars,
    Prices,
    Deliveries,
    Readings,
    Entries,
    Skips,
    Promises,
    DayCloses,
    Tickets,
    ContainerMoves,
    Complaints,
}

keys!(ImportTable {
    Customers = "customers",
    Containers = "containers",
    Products = "products",
    Jars = "jars",
    Prices = "prices",
    Deliveries = "deliveries",
    Readings = "readings",
    Entries = "entries",
    Skips = "skips",
    Promises = "promises",
    DayCloses = "day-closes",
    Tickets = "tickets",
    ContainerMoves = "container-moves",
    Complaints = "complaints",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StableName;

    #[test]
    fn every_list_that_can_be_imported_can_be_exported_before_those_that_cannot() {
        let exported: Vec<&str> = ExportTable::ALL.iter().map(|(_, name)| *name).collect();
        let imported: Vec<&str> = ImportTable::ALL.iter().map(|(_, name)| *name).collect();
        assert_eq!(exported.get(..imported.len()), Some(imported.as_slice()));
    }
}
