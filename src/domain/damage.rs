//! Defects of a notebook: damaged cells and rows, and sums that do not agree.

use super::agreement::BrokenAgreement;
use super::container::NegativeHolding;
use super::day::Day;
use super::id::{DayCloseId, FollowUpId, JarId, ProductId};
use super::money::Money;
use super::quantity::Quantity;
use super::stable_name::keys;
use super::views::{CustomerLabel, WrongTickets};

/// Something in the file that this program cannot have written, or that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Damage {
    /// One cell of a row.
    Cell {
        /// The table.
        table: &'static str,
        /// The row's number.
        row: i64,
        /// The column.
        column: &'static str,
        /// The problem of the cell.
        problem: Problem,
    },
    /// Rows on pages that cannot be read. Some of these numbers may never have been used.
    Rows {
        /// The table.
        table: &'static str,
        /// The first number.
        first: i64,
        /// The last number.
        last: i64,
    },
    /// A table that is missing, or is no table.
    Table {
        /// The table.
        table: &'static str,
    },
    /// A table that this program never makes. Only a rescue looks for them: no such file is opened.
    UnknownTable {
        /// The table, safe for a terminal.
        table: String,
    },
    /// A column that this program never makes.
    UnknownColumn {
        /// The table.
        table: &'static str,
        /// The column, safe for a terminal.
        column: String,
    },
}

impl Damage {
    /// Returns the table, the first row and the column of the damage, as far as they are known.
    pub fn place(&self) -> (&str, Option<i64>, &str) {
        match self {
            Self::Cell { table, row, column, .. } => (table, Some(*row), column),
            Self::Rows { table, first, .. } => (table, Some(*first), ""),
            Self::Table { table } => (table, None, ""),
            Self::UnknownTable { table } => (table, None, ""),
            Self::UnknownColumn { table, column } => (table, None, column),
        }
    }
}

/// The problem of a damaged cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// It is empty and must not be.
    Missing,
    /// It holds a value of the wrong kind.
    Invalid {
        /// The value, shortened and safe for a terminal.
        value: String,
        /// The kind of value that the column needs.
        expected: Expected,
    },
    /// It is computed from another cell of the row and does not match it.
    Outdated,
    /// It contradicts other cells of the row.
    Contradiction,
    /// It refers to a row that is not there.
    Orphan {
        /// The table of the missing row.
        parent: &'static str,
        /// The number of the missing row.
        number: i64,
    },
    /// The new file refuses the row: its value is taken, or a rule forbids it.
    Conflict,
    /// It lies on a page that cannot be read.
    Unreadable,
}

/// The kind of value that belongs in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// A calendar day.
    Day,
    /// A number in the column's range.
    Number,
    /// Text, not empty where the column needs some.
    Text,
    /// One of a fixed set of names.
    Name,
    /// A payday rule.
    Payday,
    /// A currency code.
    Currency,
    /// A strategy that determines the next delivery.
    Strategy,
    /// The repetition of a follow-up.
    Repeat,
    /// A list of computed numbers.
    Numbers,
    /// The number of another row.
    Reference,
}

keys!(Expected {
    Day = "day",
    Number = "number",
    Text = "text",
    Name = "name",
    Payday = "payday",
    Currency = "currency",
    Strategy = "strategy",
    Repeat = "repeat",
    Numbers = "numbers",
    Reference = "reference",
});

/// Something that a check found wrong.
#[derive(Clone, PartialEq, Debug)]
pub enum Finding {
    /// SQLite reports that the file is damaged.
    Damaged(String),
    /// The file does not say of which format it is.
    UnknownFormat,
    /// A cell holds what does not belong there, or cannot be read.
    Cell(Damage),
    /// A row refers to one that is not there.
    Dangling {
        /// The table of the row.
        table: String,
        /// Its number.
        row: i64,
        /// The column that refers.
        column: String,
        /// The table of the row that is not there.
        parent: String,
    },
    /// A stock is not the sum of its moves.
    Stock {
        /// The number of the product's row.
        id: ProductId,
        /// The product.
        product: String,
        /// The stored stock.
        kept: Quantity,
        /// The sum of the moves.
        counted: Quantity,
    },
    /// The sums of the sales of a product on a day are not those of its delivered lines.
    Sales {
        /// The number of the product's row.
        id: ProductId,
        /// The product.
        product: String,
        /// The day.
        day: Day,
    },
    /// A balance is not the sum of the entries.
    Balance {
        /// The customer.
        who: CustomerLabel,
        /// The stored balance.
        kept: Money,
        /// The sum of the entries.
        counted: Money,
    },
    /// The open debts less the credit are not the balance, or the last days are not the last.
    Standing {
        /// The customer.
        who: CustomerLabel,
        /// The part that differs.
        part: StandingPart,
    },
    /// A balance to which a customer agreed is not what the tab gives.
    Agreement {
        /// The customer.
        who: CustomerLabel,
        /// The agreement.
        broken: BrokenAgreement,
    },
    /// A customer gave back more containers than they held.
    Containers {
        /// The customer.
        who: CustomerLabel,
        /// The count that they would hold.
        holding: NegativeHolding,
    },
    /// The money of a closed day is not what its entries give.
    DayClose {
        /// The close.
        id: DayCloseId,
        /// The day.
        day: Day,
        /// The stored sum.
        kept: Money,
        /// The sum of the entries.
        counted: Money,
    },
    /// The day on which a promise was met is not what the tab gives.
    Promise {
        /// The customer.
        who: CustomerLabel,
        /// The follow-up of the promise.
        promise: FollowUpId,
    },
    /// More tickets were taken from a book than it had, or against its terms.
    Tickets(WrongTickets),
    /// A jar's forecast is not what its history gives.
    Forecast {
        /// The customer.
        who: CustomerLabel,
        /// The product.
        product: String,
        /// The jar.
        jar: JarId,
        /// The first column that differs; empty if there is no forecast, or should be none.
        column: &'static str,
    },
    /// A customer is not found by their name.
    Search {
        /// The customer.
        who: CustomerLabel,
    },
    /// Number of further findings that are not listed.
    More(usize),
}

/// The parts of a customer's account status, other than the balance, that can differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StandingPart {
    /// The open debts.
    OpenDebts,
    /// The day of the last delivery.
    LastDelivery,
    /// The day of the last contact.
    LastContact,
    /// The record of payments of what fell due.
    History,
}

impl Finding {
    /// Returns the table, the row and the column of the finding, as far as they are known.
    pub fn place(&self) -> (&str, Option<i64>, &str) {
        match self {
            Self::Damaged(_) | Self::UnknownFormat | Self::More(_) => ("", None, ""),
            Self::Cell(damage) => damage.place(),
            Self::Dangling { table, row, column, .. } => (table, Some(*row), column),
            Self::Stock { id, .. } => ("stock", Some(id.number()), "on_hand"),
            Self::Sales { id, .. } => ("sales_day", Some(id.number()), "revenue"),
            Self::Balance { who, .. } => ("standing", Some(who.id.number()), "balance"),
            Self::Standing { who, part } => {
                let column = match part {
                    StandingPart::OpenDebts => "open",
                    StandingPart::LastDelivery => "last_delivery",
                    StandingPart::LastContact => "last_contact",
                    StandingPart::History => "settled_times",
                };
                ("standing", Some(who.id.number()), column)
            }
            Self::Agreement { broken, .. } => ("entry", Some(broken.entry.number()), "amount"),
            Self::Containers { .. } => ("container_move", None, "change"),
            Self::DayClose { id, .. } => ("day_close", Some(id.number()), "expected"),
            Self::Promise { promise, .. } => ("promise_met", Some(promise.number()), "met_on"),
            Self::Tickets(wrong) => ("ticket_move", Some(wrong.book.number()), "tickets"),
            Self::Forecast { jar, column, .. } => ("forecast", Some(jar.number()), column),
            Self::Search { who } => ("search", Some(who.id.number()), "words"),
        }
    }

    /// Returns whether every row can be read and only a value computed from others is wrong: a rescue
    /// computes it again and loses nothing.
    pub fn is_of_derived_values(&self) -> bool {
        match self {
            Self::Stock { .. }
            | Self::Sales { .. }
            | Self::Balance { .. }
            | Self::Standing { .. }
            | Self::Promise { .. }
            | Self::Forecast { .. }
            | Self::Search { .. } => true,
            Self::Damaged(_)
            | Self::UnknownFormat
            | Self::Cell(_)
            | Self::Dangling { .. }
            | Self::Agreement { .. }
            | Self::DayClose { .. }
            | Self::Tickets(_)
            | Self::Containers { .. }
            | Self::More(_) => false,
        }
    }
}

/// Something that a rescue could not copy as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loss {
    /// The damage that was found.
    pub damage: Damage,
    /// The outcome for the row.
    pub fate: RowFate,
}

/// The outcome of a rescue for a damaged row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowFate {
    /// The row was copied; the damaged cell holds a default.
    Kept,
    /// The row was left out; this is what could be read of it.
    Lost(String),
}
