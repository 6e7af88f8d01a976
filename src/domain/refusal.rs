//! The rules that say no: every refusal with just what its sentence needs.

use super::action::ActionDetail;
use super::agreement::BrokenAgreement;
use super::container::NegativeHolding;
use super::credit_limit::LimitExcess;
use super::customer::{Channel, CustomerField};
use super::day::Day;
use super::follow_up::Rule;
use super::id::{ActionId, DeliveryId};
use super::import::Capped;
use super::money::Money;
use super::quantity::Quantity;
use super::trust::TrustGrade;
use std::ops::RangeInclusive;

/// Why a command was not performed. Nothing was changed.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
#[error("{self:?}")]
#[allow(
    missing_docs,
    reason = "the fields are the words of the sentence that the variant's doc gives"
)]
pub enum Refusal {
    /// Another customer has this code.
    CodeTaken { code: String, name: String },
    /// A customer needs a name.
    NoName,
    /// Something named has no row: it was removed, or it never was.
    NotFound { what: Topic, which: String },
    /// The customer has left already.
    AlreadyLeft { name: String, on: Day },
    /// The customer is with us.
    NotLeft { name: String },
    /// The customer has left: no deliveries.
    HasLeft { name: String, on: Day },
    /// A customer cannot have been sent by themselves.
    ReferredByThemselves { name: String },
    /// A receipt is for money that was received.
    NotReceived { entry: i64 },
    /// The opening balance is written already; a correction is the way.
    OpeningWritten { name: String },
    /// More people away than there are.
    MoreAwayThanPeople { name: String, people: u32 },
    /// The times away overlap.
    AwayTwice { name: String, from: Day, to: Day },
    /// Another product has this name.
    ProductTaken { name: String },
    /// A product needs a name, a unit and a price.
    ProductIncomplete,
    /// The unit cannot change once quantities are written.
    UnitInUse { name: String },
    /// The currency cannot change once amounts are written.
    CurrencyInUse,
    /// A shop that delivers on no weekday.
    NoDeliveryDays,
    /// A customer does not have a jar of this product.
    NoJar { name: String, product: String },
    /// The use of a jar has not changed beyond chance.
    NothingToReview { name: String, product: String },
    /// Tenths of a jar of unknown size mean nothing.
    NoCapacity { name: String, product: String },
    /// More in the jar than it holds.
    MoreThanItHolds { product: String, level: Quantity, capacity: Quantity },
    /// The usual quantity does not fit into the jar.
    UsualDoesNotFit { usual: Quantity, capacity: Quantity },
    /// Goods without a price come back that were never delivered.
    NeverDelivered { name: String, product: String },
    /// More goods come back than were delivered.
    MoreThanDelivered { name: String, product: String, delivered: Quantity, unit: String },
    /// Returned goods, which cannot be edited like a delivery.
    ReturnNotEdited { delivery: DeliveryId },
    /// A delivery has to bring something.
    NothingToDeliver { name: String },
    /// Which jar was meant by a level without a product.
    WhichJar { name: String },
    /// A command without a product about a customer who does not have exactly one jar.
    WhichProduct { name: String, jars: Vec<String> },
    /// The delivery is not open any more.
    NotOpen { delivery: DeliveryId, name: String, on: Day },
    /// A delivery that is not done has no price, level or payment to edit.
    NotDelivered { delivery: DeliveryId, name: String },
    /// Planned for a day that is past.
    InThePast { day: Day },
    /// Recorded for a day that has not come.
    InTheFuture { day: Day },
    /// A day that is not later than the one it should follow.
    NotLater { day: Day, than: Day },
    /// More cannot be let off or given up than is owed.
    MoreThanOwed { name: String, owed: Money },
    /// The charge would exceed the customer's credit limit.
    OverLimit { name: String, trust: Option<TrustGrade>, excess: Box<LimitExcess> },
    /// A method of payment that is not on the list of the shop.
    UnknownMethod { text: String, methods: Vec<String> },
    /// A kind of complaint that is not on the list of the shop.
    UnknownComplaintKind { text: String, kinds: Vec<String> },
    /// The complaint was solved before.
    ComplaintSolved { name: String, complaint: i64, on: Day },
    /// The complaint is not solved, so that it cannot be closed or worked on again.
    ComplaintUnsolved { name: String, complaint: i64 },
    /// The complaint was closed before.
    ComplaintClosed { name: String, complaint: i64, on: Day },
    /// An unsolved complaint leaves the list of follow-ups when it is solved.
    ComplaintToSolve,
    /// A customer is not reminded of what is due while their complaint is unsolved.
    ReminderDuringComplaint { name: String },
    /// The same payment was recorded a moment ago; if it is another one, it is recorded when asked again.
    RepeatedPayment { name: String, amount: Money, on: Day },
    /// The amount to which a customer agrees is not the balance.
    NotTheBalance { name: String, on: Day, balance: Money },
    /// An entry would change a balance to which the customer agreed.
    BreaksAgreement { name: String, broken: BrokenAgreement },
    /// The day is closed already.
    ClosedAlready { day: Day },
    /// The notes and coins are not the counted sum.
    CountedOtherwise { counted: Money, sum: Money },
    /// Another sum was counted than expected, without a reason.
    DifferenceUnexplained { expected: Money, counted: Money },
    /// A row that is dated on a closed day does not change.
    DayClosed { day: Day },
    /// The entries of the day have changed since it was closed.
    DayChanged { day: Day },
    /// A correction can name only a closed day.
    NotClosed { day: Day },
    /// The product is not sold any more.
    Retired { name: String, on: Day },
    /// The product is on sale.
    NotRetired { name: String },
    /// No price of the product holds that could end.
    NoPriceToEnd { product: String },
    /// No more deposits can be returned than are held.
    MoreThanHeld { name: String, held: Money },
    /// Fewer tickets can be used on the day; others may have expired.
    NotEnoughTickets { name: String, product: String, tickets: u32, expired: Option<Day> },
    /// More tickets than units of the goods that they should pay for.
    MoreTicketsThanGoods { product: String, tickets: u32, delivered: Quantity, unit: String },
    /// Tickets without a product, where the delivery brings several.
    WhichTickets { name: String },
    /// Tickets paid for goods of a delivery, which cannot become fewer.
    TicketsPaidFor { delivery: DeliveryId, product: String, tickets: u32 },
    /// An entry that is corrected otherwise: one of a delivery, an opening balance, an agreement.
    NotMovable { entry: i64, delivery: Option<DeliveryId> },
    /// An entry of a sale or a refund of tickets, which would stay with the customer.
    NotMovableTickets { entry: i64 },
    /// Two other entries take the place of the entry already.
    AlreadyMoved { entry: i64 },
    /// Another kind of container has this name.
    ContainerTaken { name: String },
    /// A command about containers that does not say which kind, where there is not exactly one.
    WhichContainer { kinds: Vec<String> },
    /// More containers are given back or lost than the customer holds.
    MoreThanLent { name: String, container: String, held: i64, on: Day },
    /// A customer would hold fewer containers than none on a day.
    NegativeHolding { name: String, holding: NegativeHolding },
    /// A product that would come in a container of which there is no kind.
    ContainerInUse { container: String, product: String },
    /// The amount has to be more than zero.
    NotPositive { amount: Money },
    /// A number outside what the program can keep.
    TooLarge { what: Topic },
    /// A number below the least that makes sense: a negative price, a jar of nothing.
    TooSmall { what: Topic },
    /// A list that names something twice.
    NamedTwice { what: Topic, text: String },
    /// A text that has nothing in it.
    EmptyText { what: Topic },
    /// A text with a character that the field cannot hold, such as `;` in a tag.
    BadText { what: Topic, text: String },
    /// A text of more characters than are kept; it begins like this.
    TooLong { what: Topic, begins: String, length: usize, limit: usize },
    /// More texts of one kind than are kept.
    TooMany { what: Topic, count: usize, limit: usize },
    /// A telephone number without a digit.
    NoDigits { text: String },
    /// A text that has not the form that its rule asks for.
    #[allow(missing_docs, reason = "as in the others")]
    BadForm { what: Topic, text: String },
    /// The follow-up is closed; one that a rule made may have no text of its own.
    FollowUpClosed { rule: Option<Rule>, text: String, on: Day },
    /// The customer has promised to pay on this day already.
    PromisedTwice { name: String, day: Day },
    /// No reminder of what is due is to be sent to the customer today.
    NoReminderDue { name: String },
    /// The customer has not agreed to messages.
    NoConsent { name: String, channel: Channel },
    /// The number or the address for the channel is not known.
    NotReachable { name: String, channel: Channel },
    /// A reminder is sent on its day or not at all; who waits for money has a promise.
    ReminderNotMoved,
    /// Nothing to take back.
    NothingToUndo,
    /// This person did nothing that could be taken back.
    NothingToUndoBy { name: String },
    /// Nothing to do again.
    NothingToRedo,
    /// The action was taken back already.
    AlreadyUndone { action: ActionId },
    /// A later action depends on the one that would be undone.
    LaterDependent { action: ActionId, detail: Box<ActionDetail>, at: String },
    /// The undone change no longer fits: its code was given to another.
    NoRoomToRedo { action: ActionId },
    /// Another row has this identity.
    NumberTaken { what: Topic, number: i64 },
    /// The customer has a jar of this product already.
    JarTaken { name: String, product: String },
    /// A delivery to the customer is planned for this day already.
    PlannedTwice { name: String, day: Day },
    /// Nothing was chosen of which something could be done.
    NothingChosen,
    /// Taking back and doing again are each done by themselves.
    OnlyAlone,
    /// One of several that are done together is refused, and so all of them are.
    OneOfBatch { about: String, because: Box<Refusal> },
    /// Rows of a file that are refused, in the order of their lines.
    ImportRows(Capped<RefusedRecord>),
    /// The same file was imported into the same table before, and that is in force.
    ImportedBefore { action: ActionId, at: String, rows: u32 },
    /// Customers of a file who are known already, in the order of their lines.
    ImportKnown(Capped<KnownCustomer>),
}

impl Refusal {
    /// Topic of the rule; `None` if it concerns the whole.
    pub fn topic(&self) -> Option<Topic> {
        match self {
            Self::CodeTaken { .. } => Some(Topic::Code),
            Self::NoName | Self::ProductTaken { .. } => Some(Topic::Name),
            Self::ReferredByThemselves { .. } => Some(Topic::Customer),
            Self::OpeningWritten { .. } | Self::NotReceived { .. } => Some(Topic::Entry),
            Self::MoreAwayThanPeople { .. } => Some(Topic::People),
            Self::AwayTwice { .. } | Self::InTheFuture { .. } => Some(Topic::Day),
            Self::InThePast { .. } | Self::NotLater { .. } => Some(Topic::NextDay),
            Self::PlannedTwice { .. } => Some(Topic::NextDay),
            Self::UnitInUse { .. } => Some(Topic::Unit),
            Self::CurrencyInUse => Some(Topic::Currency),
            Self::NoDeliveryDays => Some(Topic::Weekdays),
            Self::WhichProduct { .. } => Some(Topic::Product),
            Self::NoJar { .. } | Self::NothingToReview { .. } | Self::JarTaken { .. } => {
                Some(Topic::Product)
            }
            Self::NoCapacity { .. } | Self::MoreThanItHolds { .. } => Some(Topic::Reading),
            Self::WhichJar { .. } => Some(Topic::Reading),
            Self::NeverDelivered { .. } => Some(Topic::Product),
            Self::MoreThanDelivered { .. } => Some(Topic::Quantity),
            Self::ReturnNotEdited { .. } => Some(Topic::Delivery),
            Self::UsualDoesNotFit { .. } | Self::NothingToDeliver { .. } => Some(Topic::Quantity),
            Self::MoreThanOwed { .. } | Self::MoreThanHeld { .. } | Self::NotPositive { .. } => {
                Some(Topic::Amount)
            }
            Self::NotEnoughTickets { .. }
            | Self::MoreTicketsThanGoods { .. }
            | Self::WhichTickets { .. } => Some(Topic::Tickets),
            Self::TicketsPaidFor { .. } => Some(Topic::Quantity),
            Self::NotMovable { .. }
            | Self::NotMovableTickets { .. }
            | Self::AlreadyMoved { .. } => Some(Topic::Entry),
            Self::ContainerTaken { .. } => Some(Topic::Name),
            Self::WhichContainer { .. } | Self::ContainerInUse { .. } => Some(Topic::Container),
            Self::MoreThanLent { .. } => Some(Topic::Quantity),
            Self::NegativeHolding { .. } => Some(Topic::Day),
            Self::Retired { .. } | Self::NotRetired { .. } => Some(Topic::Product),
            Self::NoPriceToEnd { .. } => Some(Topic::Price),
            Self::UnknownMethod { .. } => Some(Topic::Method),
            Self::UnknownComplaintKind { .. } => Some(Topic::Kind),
            Self::ComplaintSolved { .. }
            | Self::ComplaintUnsolved { .. }
            | Self::ComplaintClosed { .. } => Some(Topic::Complaint),
            Self::ComplaintToSolve | Self::ReminderDuringComplaint { .. } => None,
            Self::RepeatedPayment { .. } => Some(Topic::Entry),
            Self::NotTheBalance { .. } => Some(Topic::Amount),
            Self::BreaksAgreement { .. } => Some(Topic::Day),
            Self::CountedOtherwise { .. } => Some(Topic::Amount),
            Self::DifferenceUnexplained { .. } => Some(Topic::Reason),
            Self::ClosedAlready { .. } | Self::DayClosed { .. } => Some(Topic::Day),
            Self::DayChanged { .. } | Self::NotClosed { .. } => Some(Topic::Day),
            Self::OverLimit { .. } => Some(Topic::CustomerField(CustomerField::Limit)),
            Self::TooLarge { what } | Self::TooSmall { what } => Some(*what),
            Self::EmptyText { what } => Some(*what),
            Self::NotFound { what, .. } | Self::NamedTwice { what, .. } => Some(*what),
            Self::BadText { what, .. } | Self::BadForm { what, .. } => Some(*what),
            Self::TooLong { what, .. } | Self::TooMany { what, .. } => Some(*what),
            Self::NoDigits { .. } => Some(Topic::Phone),
            Self::OneOfBatch { because, .. } => because.topic(),
            Self::AlreadyLeft { .. } | Self::NotLeft { .. } | Self::HasLeft { .. } => None,
            Self::ProductIncomplete | Self::NotOpen { .. } | Self::FollowUpClosed { .. } => None,
            Self::NotDelivered { .. } => None,
            Self::PromisedTwice { .. } => Some(Topic::Promise),
            Self::NoReminderDue { .. } | Self::ReminderNotMoved => None,
            Self::NoConsent { .. } => Some(Topic::CustomerField(CustomerField::Consent)),
            Self::NotReachable { .. } => Some(Topic::CustomerField(CustomerField::Channel)),
            Self::NothingToUndo
            | Self::NothingToUndoBy { .. }
            | Self::NothingToRedo
            | Self::AlreadyUndone { .. } => None,
            Self::LaterDependent { .. } | Self::NoRoomToRedo { .. } => None,
            Self::NumberTaken { .. } | Self::NothingChosen | Self::OnlyAlone => None,
            Self::ImportRows(_) | Self::ImportedBefore { .. } | Self::ImportKnown(_) => None,
        }
    }
}

/// Why a row of a file is refused.
#[derive(Clone, PartialEq, Debug)]
pub struct RefusedRecord {
    /// The line on which it begins; the header's is 1.
    pub line: u64,
    /// The column that the rule is about.
    pub column: &'static str,
    /// The rule.
    pub because: Refusal,
}

/// A customer of a file with the same name and telephone number as another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownCustomer {
    /// The line on which the row begins; the header's is 1.
    pub line: u64,
    /// The line of the other one, if it is in the same file.
    pub first_line: Option<u64>,
    /// The code of the other one.
    pub code: String,
    /// The name of the other one.
    pub name: String,
}

/// Topic of a refusal or a field.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the words of the shop")]
pub enum Topic {
    Customer,
    /// A field of a customer that has no topic of its own.
    CustomerField(CustomerField),
    Product,
    Jar,
    Reading,
    Delivery,
    Entry,
    FollowUp,
    Contact,
    Complaint,
    Remedy,
    Price,
    Skip,
    Container,
    Promise,
    DayClose,
    Tickets,
    Action,
    Area,
    Code,
    Phone,
    Tag,
    Address,
    DoorNote,
    Note,
    Reason,
    Outcome,
    Method,
    Reference,
    Kind,
    Text,
    Amount,
    Quantity,
    Name,
    Unit,
    Days,
    People,
    Rate,
    Tick,
    Day,
    NextDay,
    Weekdays,
    Currency,
}

impl Topic {
    /// Refuses a value outside of what is kept: sums of the largest must not overflow, and each column
    /// of the file has a least.
    pub fn within<T: PartialOrd>(self, value: T, range: RangeInclusive<T>) -> Result<(), Refusal> {
        if value < *range.start() {
            Err(Refusal::TooSmall { what: self })
        } else if value > *range.end() {
            Err(Refusal::TooLarge { what: self })
        } else {
            Ok(())
        }
    }
}
