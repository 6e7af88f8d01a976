//! A command: the one enum of everything that can change the shop.
//!
//! The command line and the screens build it, the application performs it, the journal names it, and
//! the property tests make it up. Money in a command is always positive, except where a correction
//! says otherwise; the kind of entry decides the sign.

mod texts;

use super::complaint::{ComplaintAnswer, ComplaintSolution, NewComplaint};
use super::contact::{CustomerMood, NewContact};
use super::container::{ContainerPatch, NewContainerMove};
use super::customer::{Away, CustomerPatch, HouseholdChange};
use super::day::Day;
use super::day_close::NewDayClose;
use super::delivery::{DeliveryEdit, DeliveryReport, GoodsReturn, Plan};
use super::entry::{EntryDetails, EntryMove};
use super::follow_up::{FollowUpRef, Repeat};
use super::id::{
    ActionId, ComplaintId, ContainerId, CustomerId, DeliveryId, PriceId, ProductId, SkipId,
};
use super::import::Import;
use super::jar::{JarPatch, Level};
use super::money::Money;
use super::price::Price;
use super::product::ProductPatch;
use super::promise::NewPromise;
use super::quantity::Quantity;
use super::reminder::NewReminder;
use super::shop::ShopSetting;
use super::skip::{NewSkip, ProposeAgain};
use super::tab::{EntryKind, OverLimit};
use super::ticket::{NewTicketBook, TicketRefund};

/// One change of the shop.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Sets rules of the shop.
    SetShop(Vec<ShopSetting>),

    /// Writes a customer down; the code is made if it was not typed.
    AddCustomer {
        /// Fields of the customer; the name is required.
        patch: CustomerPatch,
        /// Opening balance.
        opening: Option<Money>,
        /// Their first day.
        on: Day,
    },
    /// Changes what was typed of a customer.
    EditCustomer {
        /// The customer.
        customer: CustomerId,
        /// The product.
        patch: CustomerPatch,
        /// Opening balance; refused if there already is one.
        opening: Option<Money>,
        /// The day of an opening balance.
        on: Day,
    },
    /// A customer stops buying.
    LeaveCustomer {
        /// The customer.
        customer: CustomerId,
        /// From which day.
        on: Day,
        /// Why.
        reason: String,
    },
    /// A customer buys again.
    ReturnCustomer {
        /// The customer.
        customer: CustomerId,
    },
    /// A customer, or some of the household, is away.
    AwayCustomer {
        /// The customer.
        customer: CustomerId,
        /// When, and how many.
        away: Away,
    },
    /// The household changes on a day.
    ChangeHousehold {
        /// The customer.
        customer: CustomerId,
        /// From when, and to what.
        change: HouseholdChange,
    },

    /// Writes a product down; name, unit and price must be among the patch.
    AddProduct {
        /// Fields of the product.
        patch: ProductPatch,
        /// Opening stock.
        stock: Option<Quantity>,
        /// The day of that stock.
        on: Day,
    },
    /// Changes what was typed of a product.
    EditProduct {
        /// Which.
        product: ProductId,
        /// The product.
        patch: ProductPatch,
    },
    /// A product is not sold any more.
    RetireProduct {
        /// Which.
        product: ProductId,
        /// When.
        on: Day,
    },
    /// A retired product is sold again.
    RestoreProduct {
        /// Which.
        product: ProductId,
    },
    /// Goods are ordered: so much is on order in all from now on.
    OrderStock {
        /// Of what.
        product: ProductId,
        /// Quantity on order; zero for none.
        quantity: Quantity,
        /// When it is to come, if somebody said.
        arrives_on: Option<Day>,
    },
    /// Goods come in.
    ReceiveStock {
        /// Of what.
        product: ProductId,
        /// The quantity.
        quantity: Quantity,
        /// Cost per unit; becomes the product's cost.
        cost: Option<Money>,
        /// When.
        on: Day,
    },
    /// Stock is counted; the difference becomes a move.
    CountStock {
        /// Of what.
        product: ProductId,
        /// Counted quantity.
        quantity: Quantity,
        /// When.
        on: Day,
    },

    /// Sets a price of a unit; its identity is not looked at.
    SetPrice(Price),
    /// Removes a price.
    RemovePrice {
        /// Which.
        price: PriceId,
    },
    /// Agrees something about a jar, which is made if it is not there.
    SetJar {
        /// The customer.
        customer: CustomerId,
        /// Of what.
        product: ProductId,
        /// Settings of the jar.
        patch: JarPatch,
    },
    /// A jar was looked into.
    ReadJar {
        /// The customer.
        customer: CustomerId,
        /// Of what.
        product: ProductId,
        /// Level of the jar.
        level: Level,
        /// When.
        on: Day,
    },

    /// Plans one delivery; goods for a day that is planned already join it.
    PlanDelivery(Plan),
    /// Plans many at once, as proposed; what is planned already is left alone.
    PlanProposed(Vec<Plan>),
    /// Report of the delivery.
    Deliver(DeliveryReport),
    /// Nobody was there; the goods come on another day.
    MissDelivery {
        /// Which.
        delivery: DeliveryId,
        /// When it was tried.
        on: Day,
        /// Why.
        reason: String,
        /// When it is tried again.
        next: Day,
    },
    /// A planned delivery is not wanted any more.
    CancelDelivery {
        /// Which.
        delivery: DeliveryId,
        /// When that was said.
        on: Day,
        /// Why.
        reason: String,
        /// When its goods are proposed again.
        again: ProposeAgain,
    },
    /// Goods come back.
    ReturnGoods(GoodsReturn),
    /// Changes to a delivery that is planned or done.
    EditDelivery(DeliveryEdit),
    /// A planned delivery comes on another day.
    MoveDelivery {
        /// Which.
        delivery: DeliveryId,
        /// When.
        to: Day,
    },

    /// Moves every delivery that is planned for a day on which it cannot be made.
    MoveFromDaysOff,

    /// Writes an entry on a tab.
    AddEntry {
        /// The customer.
        customer: CustomerId,
        /// Of which kind.
        kind: EntryKind,
        /// Amount: positive, except that a correction may be negative.
        amount: Money,
        /// When.
        on: Day,
        /// Payment method.
        method: String,
        /// Anything to say.
        note: String,
        /// Handling of an amount beyond the customer's credit limit.
        over: OverLimit,
        /// Further details.
        details: EntryDetails,
    },

    /// Corrects the customer, the day or the amount of an entry, by two further entries.
    MoveEntry(EntryMove),

    /// Sells a book of prepaid tickets.
    SellTickets(NewTicketBook),
    /// Returns tickets for money.
    RefundTickets(TicketRefund),

    /// Writes a follow-up down.
    AddFollowUp {
        /// For whom.
        customer: CustomerId,
        /// Task.
        text: String,
        /// When.
        on: Day,
        /// Repetition, if any.
        repeat: Option<Repeat>,
    },
    /// A follow-up was done.
    FinishFollowUp {
        /// Which.
        follow_up: FollowUpRef,
        /// When.
        on: Day,
        /// Outcome.
        outcome: String,
    },
    /// A follow-up is put off.
    SnoozeFollowUp {
        /// Which.
        follow_up: FollowUpRef,
        /// To when.
        to: Day,
    },
    /// A follow-up is not needed any more.
    DropFollowUp {
        /// Which.
        follow_up: FollowUpRef,
        /// When that was decided.
        on: Day,
    },
    /// Something was said.
    AddContact(NewContact),

    /// Closes a day.
    CloseDay(NewDayClose),

    /// A customer promises to pay.
    AddPromise(NewPromise),
    /// A customer was reminded of what is due.
    SendReminder(NewReminder),

    /// Adds a kind of container; the name is required.
    AddContainer(ContainerPatch),
    /// Changes a kind of container.
    EditContainer {
        /// Which.
        container: ContainerId,
        /// The changes.
        patch: ContainerPatch,
    },
    /// Containers are lent, returned, lost or counted.
    MoveContainers(NewContainerMove),

    /// Goods are not wanted until a day has passed.
    AddSkip(NewSkip),
    /// A skip ends at once.
    RemoveSkip {
        /// Which.
        skip: SkipId,
    },

    /// A customer complains, or asks for something.
    AddComplaint(NewComplaint),
    /// A complaint was answered, or another day is promised.
    AnswerComplaint(ComplaintAnswer),
    /// A complaint was solved.
    SolveComplaint(ComplaintSolution),
    /// A solved complaint is closed.
    CloseComplaint {
        /// Which.
        complaint: ComplaintId,
        /// When.
        on: Day,
        /// The customer's opinion of the solution, if they were asked.
        satisfaction: Option<CustomerMood>,
    },
    /// A solved or closed complaint is worked on again.
    ReopenComplaint {
        /// Which.
        complaint: ComplaintId,
    },

    /// Rows from a file, all or none.
    Import(Import),
    /// Several changes as one: all or none, one line of the journal, one step of undo.
    Batch(Vec<Command>),

    /// Takes an action back; without one, the newest that is in force.
    Undo(Option<ActionId>),
    /// Takes back the newest action of a person that is in force.
    UndoBy(String),
    /// Does again what was taken back last.
    Redo,
}
