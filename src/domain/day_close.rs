//! The close of a day: the money that the till should hold by the entries of the day, and what was counted.
//!
//! Rows dated on a closed day do not change any more; a correction dated later names the day.

use super::day::Day;
use super::id::DayCloseId;
use super::money::{Currency, Money};
use super::quantity::{NumberError, parse_count};

/// A closed day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayClose {
    /// Given by the store.
    pub id: DayCloseId,
    /// The day.
    pub day: Day,
    /// The methods of payment that were counted in the till; money without a method is in it too.
    pub till: Vec<String>,
    /// The money of the till, by the entries of the day.
    pub expected: Money,
    /// The money that was counted.
    pub counted: Money,
    /// The counted notes and coins; empty if only their sum was given.
    pub denominations: Vec<Denomination>,
    /// The reason of the difference; empty if there is none.
    pub reason: String,
}

impl DayClose {
    /// Returns how much more was counted than expected; negative if money is missing.
    pub fn difference(&self) -> Money {
        self.counted - self.expected
    }
}

/// Notes or coins of one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Denomination {
    /// The value of one.
    pub value: Money,
    /// Their number.
    pub count: u32,
}

/// Returns the sum of notes and coins; `None` if it is larger than any amount.
pub fn total(denominations: &[Denomination]) -> Option<Money> {
    let times = |one: &Denomination| one.value.minor().checked_mul(one.count.into());
    let sum = denominations.iter().try_fold(0_i64, |sum, one| sum.checked_add(times(one)?))?;
    Some(Money::from_minor(sum)).filter(|sum| *sum <= Money::MAX)
}

/// Parses `100x3, 50x2`: the value of each note or coin, and how many there are.
///
/// # Errors
/// If a part is not an amount of the currency and a number.
pub fn parse_denominations(
    text: &str,
    currency: Currency,
) -> Result<Vec<Denomination>, NumberError> {
    let parts = text.split([',', '，', '、', ';', '；']).map(str::trim);
    let parse = |part: &str| {
        let (value, count) = part.split_once(['x', 'X', '*', '×', '＊']).unwrap_or((part, "1"));
        Ok(Denomination {
            value: currency.parse_positive(value.trim())?,
            count: parse_count(count.trim())?.into(),
        })
    };
    parts.filter(|part| !part.is_empty()).map(parse).collect()
}

/// Formats notes and coins as [`parse_denominations`] reads them.
pub fn denominations_text(denominations: &[Denomination], currency: Currency) -> String {
    let one = |one: &Denomination| format!("{}x{}", currency.plain(one.value), one.count);
    denominations.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A day to be closed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewDayClose {
    /// The day.
    pub day: Day,
    /// The counted money; the sum of the notes and coins if it is `None`.
    pub counted: Option<Money>,
    /// The counted notes and coins, if they were counted one by one.
    pub denominations: Vec<Denomination>,
    /// The reason of a difference.
    pub reason: String,
}

/// Money that one person took in, or gave out, by one method.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taking {
    /// The person who recorded it; empty if not given.
    pub by: String,
    /// The method; empty if not given.
    pub method: String,
    /// The sum: what came in less what went out.
    pub amount: Money,
    /// Number of entries.
    pub count: u32,
}

/// Returns the money of the till: that of its methods, and of none.
pub fn expected_in_till(takings: &[Taking], till: &[String]) -> Money {
    let in_till = |taking: &&Taking| taking.method.is_empty() || till.contains(&taking.method);
    takings.iter().filter(in_till).map(|taking| taking.amount).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_coins_are_read_and_added_up() {
        let twd = Currency::from_code("TWD").unwrap();
        let counted = parse_denominations("100x3, 50 × 2；5", twd).unwrap();
        assert_eq!(total(&counted), Some(Money::from_minor(405)));
        assert_eq!(denominations_text(&counted, twd), "100x3, 50x2, 5x1");
        assert!(parse_denominations("100x", twd).is_err());
        assert!(parse_denominations("-5x2", twd).is_err());
        let most = Denomination { value: Money::MAX, count: u32::MAX };
        assert_eq!(total(&[most, most]), None);
    }
}
