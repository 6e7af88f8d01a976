//! The identifiers of form fields: a form is read by the identifier of a field, never by its
//! position.

use crate::domain::customer::CustomerField;

/// The identifier of a form field. Within one form each identifier occurs at most once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum FieldId {
    // Several forms.
    Name,
    Kind,
    Text,
    Reason,
    Note,
    Language,
    Product,
    Quantity,
    Level,
    Amount,
    Price,
    Free,
    Cost,
    Rate,
    /// The day on which the recorded event happened.
    On,
    /// The day on which the planned event is to happen.
    ToDay,
    /// The first day of a period.
    From,
    /// The last day of a period.
    Until,

    // A contact.
    Channel,
    Mood,
    Promise,

    // A customer.
    /// A field of the table of customer fields.
    OfCustomer(CustomerField),
    Opening,

    // A household.
    People,
    Adults,
    Children,
    Elders,

    // A jar.
    Usual,
    Capacity,
    Monthly,
    Strategy,
    Every,
    SafetyDays,

    // A product.
    Unit,
    Pack,
    Reorder,
    Checklist,
    Appetite,
    ChildPart,
    ElderPart,
    Months,
    Stock,

    // An entry of a tab.
    Method,
    Reference,

    /// An entry of a tab.
    Entry,

    // The close of a day.
    Denominations,

    // Containers.
    Container,
    Deposit,
    Lent,
    ReturnedContainers,

    // A complaint.
    Owner,
    Remedy,
    Cause,
    Discount,
    Satisfaction,

    // A follow-up.
    Repeat,

    // A delivery, by the position of its goods.
    Brought(usize),
    Left(usize),
    Tickets(usize),
    BroughtPrice(usize),
    OtherProduct(usize),
    OtherBrought(usize),
    OtherLeft(usize),
    OtherPrice(usize),
    Paid,
    OldOut,
    Cleaned,
    NewIn,
    OldOnTop,
    Shortfall,

    // The rules of the shop.
    Currency,
    DeliveryDays,
    Holidays,
    Areas,
    ServiceLevel,
    GraceDays,
    DailyCapacity,
    DateOrder,
    RulesOff,
    CreditLimit,
    Methods,
    Reminders,
    TicketsValid,
    ComplaintKinds,
    ShopAddress,
    ShopPhone,
    PaymentQr,
    Ageing,

    // A paper of a customer.
    PaperKind,
    PaperFrom,
    PaperTo,
    PaperSize,
    PaperTarget,

    // A file.
    File,
    Table,
    ImportMode,
    Repeats,
    ForExcel,
    DemoCustomers,
    DemoDeliveries,
    DemoSeed,

    // A filter of the journal or of jars.
    Customer,
    By,
    Query,
}
