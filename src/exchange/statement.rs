//! The fields of a statement and of a receipt, as templates know them. All texts are in the customer's language and
//! all amounts are written out; a template chooses and arranges.

use crate::domain::stable_name::keys;
use serde::Serialize;
use std::collections::BTreeMap;

/// The paper that is printed on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PaperSize {
    /// A sheet.
    #[default]
    A4,
    /// The roll of a receipt printer.
    Roll80,
}

keys!(PaperSize { A4 = "a4", Roll80 = "80mm" });

/// The place of a paper among those of one file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaperPlace {
    /// Begins the file.
    pub first: bool,
    /// Ends the file.
    pub last: bool,
}

impl PaperPlace {
    /// The only paper of its file.
    pub const ALONE: Self = Self { first: true, last: true };
}

/// The fields that every paper has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the README's table of fields")]
pub struct PaperFrame {
    /// `a4` or `80mm`.
    pub size: &'static str,
    /// The language tag: `en`, `zh-CN`.
    pub language: &'static str,
    /// Begins the file: the head of the document is written.
    pub first: bool,
    /// Ends the file: the foot of the document is written.
    pub last: bool,
    /// The day on which it is written.
    pub today: String,
}

/// The shop on a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says, empty if it is not set")]
pub struct PaperShop {
    pub name: String,
    pub address: String,
    pub phone: String,
    pub currency: String,
}

/// The customer on a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says, empty if it is not known")]
pub struct PaperCustomer {
    pub code: String,
    pub name: String,
    pub area: String,
    pub address: String,
    pub phone: String,
}

/// A statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StatementPaper {
    /// The paper itself.
    pub paper: PaperFrame,
    /// The headings in the customer's language.
    pub words: BTreeMap<&'static str, String>,
    /// The shop.
    pub shop: PaperShop,
    /// The customer.
    pub customer: PaperCustomer,
    /// The period in words.
    pub period: String,
    /// The first day, if there is one.
    pub from: Option<String>,
    /// The last day.
    pub to: String,
    /// The balance before the first day.
    pub opening: String,
    /// The lines, the oldest first.
    pub lines: Vec<PaperLine>,
    /// The sum of what makes the customer owe more.
    pub charged: String,
    /// The sum of what makes the customer owe less.
    pub credited: String,
    /// The balance at the end of the last day.
    pub closing: String,
    /// The balance in words: `You owe 240`.
    pub balance: String,
    /// Amounts to pay by their due days.
    pub open: Vec<PaperDue>,
    /// The goods of the period, by product.
    pub purchases: Vec<PaperPurchase>,
    /// The total of the goods.
    pub purchased: String,
    /// The deposits, if there are any.
    pub deposits: Option<PaperDeposits>,
    /// The prepaid tickets in words, one line for each product.
    pub tickets: Vec<String>,
    /// The containers that the customer holds, in words; empty if there are none.
    pub containers: String,
}

/// A line of a statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "the names are those of the README's table of fields")]
pub struct PaperLine {
    pub day: String,
    pub entry: String,
    pub goods: String,
    /// The signed amount.
    pub amount: String,
    /// The amount, if the customer owes more by it; else empty.
    pub charge: String,
    /// The amount without its sign, if the customer owes less by it; else empty.
    pub payment: String,
    pub balance: String,
    /// The day on which it falls due, if it does.
    pub due: String,
    /// The part that is not paid; empty if there is none.
    pub open: String,
    /// The debts that it settled, in words; empty if it settled none.
    pub settles: String,
    pub method: String,
    pub note: String,
}

/// An amount that is to be paid on a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says")]
pub struct PaperDue {
    pub day: String,
    pub amount: String,
    /// True if the day has passed.
    pub late: bool,
}

/// The goods of one product in a period.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says")]
pub struct PaperPurchase {
    pub product: String,
    pub quantity: String,
    pub amount: String,
}

/// The deposits of a period.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says")]
pub struct PaperDeposits {
    pub opening: String,
    pub lines: Vec<PaperDeposit>,
    pub closing: String,
}

/// A deposit or its return.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says")]
pub struct PaperDeposit {
    pub day: String,
    pub amount: String,
    pub balance: String,
    pub note: String,
}

/// A receipt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReceiptPaper {
    /// The paper itself.
    pub paper: PaperFrame,
    /// The headings in the customer's language.
    pub words: BTreeMap<&'static str, String>,
    /// The shop.
    pub shop: PaperShop,
    /// The customer.
    pub customer: PaperCustomer,
    /// The number of the entry.
    pub number: i64,
    /// `Received` or `Paid back`, in the customer's language.
    pub heading: String,
    /// `payment` or `deposit`, in the customer's language.
    pub entry: String,
    /// The day of the payment.
    pub day: String,
    /// The amount.
    pub amount: String,
    /// The method of payment.
    pub method: String,
    /// The note.
    pub note: String,
    /// The debts that it settled.
    pub settled: Vec<PaperSettled>,
    /// The part that settled nothing so far; empty if there is none.
    pub credit: String,
    /// The balance after it, in words: `You owe 240`.
    pub balance: String,
    /// The deposits held after it; empty for a payment.
    pub held: String,
}

/// A debt that a payment settled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[allow(missing_docs, reason = "each field is what its name says")]
pub struct PaperSettled {
    pub day: String,
    pub entry: String,
    pub goods: String,
    /// The whole debt.
    pub amount: String,
    /// The part that was settled.
    pub part: String,
}
