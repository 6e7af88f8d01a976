//! `tab`.

use super::values::{DayText, MoneyText};
use clap::{Args, Subcommand};

/// What can be done with tabs.
#[derive(Subcommand, Debug)]
pub enum Tab {
    /// They owe more
    Charge(Entry),
    /// They paid
    Pay(Entry),
    /// They got money back
    Refund(Entry),
    /// We let something off
    Discount(Entry),
    /// We give a debt up
    WriteOff(Entry),
    /// Hold a deposit for a container, or return it; it changes nothing that is owed
    Deposit(Deposit),
    /// A mistake is put right: positive owes more, negative owes less
    Correct(Entry),
    /// Show a tab: running balance, due days, what each payment settled
    Show(super::customer::Who),
    /// List who owes, oldest due first
    List,
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

/// An entry to be written.
#[derive(Args, Debug)]
pub struct Entry {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// How much
    pub amount: MoneyText,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// How it was paid: cash, transfer
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub method: String,
    /// Anything to say
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
}
