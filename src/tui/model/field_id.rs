//! The identifiers of form fields: a form is read by the identifier of a field, never by its
//! position.

use super::Form;

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
    Appetite,
    ChildPart,
    ElderPart,
    Stock,

    // An entry of a tab.
    Method,

    // A follow-up.
    Repeat,

    // A delivery, by the position of its goods.
    Brought(usize),
    Left(usize),
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
    RulesOff,

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

/// A reference to a field of a form, either by its identifier or by its position among the fields.
/// The focus and the mouse use positions.
pub trait FieldRef: Copy {
    /// Returns the position of the field, or `None` if the form does not have it.
    fn position(self, form: &Form) -> Option<usize>;
}

impl FieldRef for FieldId {
    fn position(self, form: &Form) -> Option<usize> {
        form.fields.iter().position(|field| field.id == Some(self))
    }
}

impl FieldRef for usize {
    fn position(self, form: &Form) -> Option<usize> {
        (self < form.fields.len()).then_some(self)
    }
}
