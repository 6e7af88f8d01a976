//! `ticket`.

use super::filter::Whose;
use super::values::{DayText, MoneyText};
use crate::domain::ticket::parse_tickets;
use clap::{Args, Subcommand};

/// The actions on prepaid tickets.
#[derive(Subcommand, Debug)]
pub enum Ticket {
    /// Sell a book of tickets; the goods count as sold when the tickets are used
    Sell(Sell),
    /// List books with tickets left, the first to expire first
    List(List),
    /// Refund tickets at their price, off the tab if it is not paid; free ones go last, worth nothing
    Refund(Refund),
}

/// A book to be sold.
#[derive(Args, Debug)]
pub struct Sell {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Product: name, part of it, pinyin, initials, or #id; a ticket pays for one unit
    pub product: String,
    /// Tickets to pay for
    #[arg(value_parser = parse_tickets)]
    pub tickets: u32,
    /// Free tickets on top
    #[arg(long, value_name = "N", value_parser = parse_tickets, default_value = "0", hide_default_value = true)]
    pub free: u32,
    /// Price of the book [default: the agreed price of its paid tickets]
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
    /// Last day of use, or none [default: as the shop has set (`shop set tickets-valid`)]
    #[arg(long, value_name = "DATE")]
    pub expires: Option<DayText>,
    /// Payment method, one of the shop's list (`shop set methods`)
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        conflicts_with = "on_tab"
    )]
    pub method: String,
    /// Charge the price to the tab instead of taking it now
    #[arg(long)]
    pub on_tab: bool,
    /// Record it even if the tab exceeds the credit limit
    #[arg(long, requires = "on_tab")]
    pub over_limit: bool,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Which books to list.
#[derive(Args, Debug)]
pub struct List {
    /// The customers.
    #[command(flatten)]
    pub whose: Whose,
    /// Only for this product
    #[arg(long, value_name = "PRODUCT")]
    pub product: Option<String>,
    /// Only expired books with tickets left
    #[arg(long, conflicts_with = "all")]
    pub expired: bool,
    /// Also expired books and books without tickets left
    #[arg(long)]
    pub all: bool,
}

/// Tickets to be refunded.
#[derive(Args, Debug)]
pub struct Refund {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Product: name, part of it, pinyin, initials, or #id
    pub product: String,
    /// Tickets to refund [default: all that can be used]
    #[arg(value_parser = parse_tickets)]
    pub tickets: Option<u32>,
    /// Payment method, one of the shop's list (`shop set methods`)
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        conflicts_with = "on_tab"
    )]
    pub method: String,
    /// Leave the money on the tab as credit
    #[arg(long)]
    pub on_tab: bool,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}
