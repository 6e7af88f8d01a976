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
    /// A mistake is put right: positive owes more, negative owes less
    Correct(Entry),
    /// Show a tab: running balance, due days, what each payment settled
    Show(super::customer::Who),
    /// List who owes, oldest due first
    List,
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
