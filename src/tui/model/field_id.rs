//! The names of the fields of forms: a form is read by what a field holds, never by where it is.

use super::Form;

/// What a field of a form holds. No form has two fields of one name.
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
    /// The day on which it happened.
    On,
    /// The day on which it is to happen.
    ToDay,
    /// The first day.
    From,
    /// The last day.
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

/// A reference to a field of a form: by its name, or by its position among the fields, as the focus and the
/// mouse have it.
pub trait FieldRef: Copy {
    /// Returns the position of the field, if the form has it.
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
