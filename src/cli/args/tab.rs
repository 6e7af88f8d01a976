//! `tab`.

use super::filter::Whose;
use super::values::{self, DayText, MoneyText};
use clap::{Args, Subcommand};

/// The actions on tabs.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Tab {
    /// Add a charge
    Charge(Charge),
    /// Record a payment
    Pay(Pay),
    /// Record a refund
    Refund(Entry),
    /// Give a discount
    Discount(Entry),
    /// Write off a debt
    WriteOff(Entry),
    /// Record a deposit for a container, or its return; the balance does not change
    Deposit(Deposit),
    /// Correct a mistake (positive: owes more; negative: owes less)
    Correct(Correct),
    /// Correct the customer, day or amount of an entry, by two further entries
    Move(Move),
    /// Record that the customer agrees to the balance; no later entry can change it
    Agree(Entry),
    /// Show a tab: running balance, due days, what each payment settled
    Show(super::customer::Who),
    /// Explain a balance: open debts, the payment record, and the trust grade with its sum
    Why(super::customer::Who),
    /// List customers who owe, oldest due first
    List(Whose),
}

/// A charge to be written.
#[derive(Args, Debug)]
pub struct Charge {
    /// Whose, how much, when.
    #[command(flatten)]
    pub entry: Entry,
    /// Record it even if the tab exceeds the credit limit, with the reason in the note
    #[arg(long, value_name = "REASON", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub over_limit: Option<String>,
}

/// A payment to be recorded.
#[derive(Args, Debug)]
pub struct Pay {
    /// Whose, how much, when.
    #[command(flatten)]
    pub entry: Entry,
    /// Reference: the number of a transfer or a cheque
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reference: String,
    /// Record it even if the same payment was recorded less than a minute ago
    #[arg(long)]
    pub again: bool,
}

/// A correction to be recorded.
#[derive(Args, Debug)]
pub struct Correct {
    /// Whose, how much, when.
    #[command(flatten)]
    pub entry: Entry,
    /// Closed day that the correction is about
    #[arg(long, value_name = "DATE")]
    pub closed_day: Option<DayText>,
}

/// A deposit to be held or returned.
#[derive(Args, Debug)]
pub struct Deposit {
    /// Whose, how much, when.
    #[command(flatten)]
    pub entry: Entry,
    /// The deposit is returned to the customer
    #[arg(long)]
    pub r#return: bool,
}

/// An entry to record.
#[derive(Args, Debug)]
pub struct Entry {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Amount
    pub amount: MoneyText,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// Payment method, one of the shop's list (`shop set methods`)
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub method: String,
    /// Note
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
}

/// A wrong entry, and what is right.
#[derive(Args, Debug)]
#[group(required = true, multiple = true, args = ["to", "on", "amount"])]
pub struct Move {
    /// Number of the entry
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// The right customer
    #[arg(long, value_name = "WHO")]
    pub to: Option<String>,
    /// The right date
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// The right amount
    #[arg(long, value_name = "MONEY", allow_hyphen_values = true)]
    pub amount: Option<MoneyText>,
}
