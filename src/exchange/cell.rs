//! Parts of a list: columns with stable names, and cells that know how they are written.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

use crate::domain::day::{Weekdays, iso};
use crate::domain::jar::Strategy;
use crate::domain::payday::Payday;
use crate::domain::text::sanitize_for_terminal;
use crate::domain::{Currency, Day, Money, Quantity, Rate};

/// On which side the cells of a column stand in a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// One column: its English name, the same in every language and every format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// The name: `owes`, `runs_out`.
    pub name: &'static str,
    /// Its side in a table.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub const fn left(name: &'static str) -> Self {
        Self { name, align: Align::Left }
    }

    /// A column of numbers.
    pub const fn right(name: &'static str) -> Self {
        Self { name, align: Align::Right }
    }
}

/// A value that files have under a stable name, and tables in a word of their language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Word {
    /// A stable name of the names with this prefix: `planned` of `stage`.
    Name(&'static str, &'static str),
    /// When the next delivery of a jar is made.
    Strategy(Strategy),
    /// When somebody is paid.
    Payday(Payday),
    /// Days of the week.
    Weekdays(Weekdays),
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(_, name) => f.write_str(name),
            Self::Strategy(strategy) => strategy.fmt(f),
            Self::Payday(payday) => payday.fmt(f),
            Self::Weekdays(weekdays) => weekdays.fmt(f),
        }
    }
}

/// One value of a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell<'a> {
    /// Nothing: an empty field, and `null` in JSON.
    Empty,
    /// Words, exactly as they were typed.
    Text(Cow<'a, str>),
    /// Words of the program: a stage, a strategy.
    Word(Word),
    /// A count or an identity.
    Int(i64),
    /// An amount of money, with every decimal of its currency: `42.50`.
    Money(Money, Currency),
    /// A quantity, as short as it can be: `4.5`.
    Quantity(Quantity),
    /// A use a day, as short as it can be: `0.52`.
    Rate(Rate),
    /// An estimate, with nine significant digits at most: `0.19479364`.
    Estimate(f64),
    /// A day: `2026-03-27`.
    Day(Day),
    /// `yes` or `no`, and `true` or `false` in JSON.
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// Words that the caller keeps, or that were made for this cell.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// The cell of a stable name, which has a word among those with this prefix.
    pub const fn name(prefix: &'static str, name: &'static str) -> Self {
        Self::Word(Word::Name(prefix, name))
    }

    /// The cell of a value that may not be there: `Cell::or_empty(customer.birthday, Cell::Day)`.
    pub fn or_empty<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// Returns the cell with its text made harmless for a terminal.
    pub(super) fn sanitized(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(sanitize_for_terminal(text)),
            other => other.clone(),
        }
    }

    /// Appends the value as it reads in a plain file, without quotes or guards and without an
    /// allocation for the cell.
    pub(super) fn write_plain(&self, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => out.write_all(text.as_bytes()),
            Self::Word(word) => write!(out, "{word}"),
            Self::Int(number) => {
                write_digits(*number, out);
                Ok(())
            }
            Self::Money(money, currency) => write!(out, "{}", currency.plain(*money)),
            Self::Quantity(quantity) => write!(out, "{quantity}"),
            Self::Rate(rate) => write!(out, "{rate}"),
            Self::Estimate(estimate) => write!(out, "{}", significant(*estimate)),
            Self::Day(day) => write!(out, "{}", iso(*day)),
            Self::Flag(flag) => out.write_all(if *flag { b"yes" } else { b"no" }),
        }
    }
}

/// Returns an estimate with nine significant digits at most; one that is no number, or no longer finite, is zero.
pub(super) fn significant(estimate: f64) -> f64 {
    if !estimate.is_finite() || estimate == 0.0 {
        return 0.0;
    }
    let decimals = (8.0 - estimate.abs().log10().floor()).clamp(0.0, 15.0);
    let unit = 10_f64.powf(decimals);
    (estimate * unit).round() / unit
}

/// Appends a whole number, of which an export has millions: faster than the formatter of the language.
fn write_digits(number: i64, out: &mut Vec<u8>) {
    let (begin, mut rest) = (out.len(), number.unsigned_abs());
    loop {
        out.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push(b'-');
    }
    if let Some(written) = out.get_mut(begin..) {
        written.reverse();
    }
}
