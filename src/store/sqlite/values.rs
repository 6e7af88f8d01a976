//! Domain values as SQLite keeps them.

use super::super::{Error, Result};
use crate::domain::day::{Day, iso, read_iso};
use crate::domain::id::{
    ActionId, ChangeId, ComplaintId, ContactId, ContainerId, ContainerMoveId, CustomerId,
    DayCloseId, DeliveryId, EntryId, FollowUpId, JarId, PriceId, ProductId, ReadingId, SkipId,
    TicketId,
};
use crate::domain::text::sanitize_for_terminal;
use crate::domain::{Money, Quantity, Rate, StableName};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
use rusqlite::{Row, RowIndex};

macro_rules! integers {
    ($($type:ty: $from:path, $to:path);* $(;)?) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok($to(*self).into())
            }
        }
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map($from)
            }
        }
    )*};
}

integers! {
    Money: Money::from_minor, Money::minor;
    Quantity: Quantity::from_thousandths, Quantity::thousandths;
    Rate: Rate::from_millionths, Rate::millionths;
    ActionId: ActionId::new, ActionId::number;
    ChangeId: ChangeId::new, ChangeId::number;
    ContactId: ContactId::new, ContactId::number;
    ComplaintId: ComplaintId::new, ComplaintId::number;
    CustomerId: CustomerId::new, CustomerId::number;
    DeliveryId: DeliveryId::new, DeliveryId::number;
    EntryId: EntryId::new, EntryId::number;
    FollowUpId: FollowUpId::new, FollowUpId::number;
    JarId: JarId::new, JarId::number;
    ProductId: ProductId::new, ProductId::number;
    ReadingId: ReadingId::new, ReadingId::number;
    PriceId: PriceId::new, PriceId::number;
    SkipId: SkipId::new, SkipId::number;
    TicketId: TicketId::new, TicketId::number;
    DayCloseId: DayCloseId::new, DayCloseId::number;
    ContainerId: ContainerId::new, ContainerId::number;
    ContainerMoveId: ContainerMoveId::new, ContainerMoveId::number;
}

/// A day as ISO text.
pub struct Iso(pub Day);

impl ToSql for Iso {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(iso(self.0).to_string().into())
    }
}

impl FromSql for Iso {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        read_iso(value.as_str()?).map(Iso).map_err(FromSqlError::other)
    }
}

/// One of a set of names.
pub struct StableNameText<T>(pub T);

impl<T: StableName> ToSql for StableNameText<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.key().into())
    }
}

impl<T: StableName> FromSql for StableNameText<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        T::from_key(value.as_str()?).map(StableNameText).ok_or(FromSqlError::InvalidType)
    }
}

/// Words in one column, `;` between them. No word holds a `;`.
pub struct WordList(pub Vec<String>);

impl ToSql for WordList {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.join(";").into())
    }
}

impl FromSql for WordList {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Ok(WordList(text.split(';').filter(|word| !word.is_empty()).map(str::to_owned).collect()))
    }
}

/// Returns the value of a column; the error for a value that this program never writes names its
/// table and column.
fn cell<T: FromSql>(row: &Row, column: impl RowIndex) -> rusqlite::Result<T> {
    row.get(column).map_err(|error| impossible(row, column, error))
}

/// Names the cell that holds a value which cannot be read.
fn impossible(row: &Row, column: impl RowIndex, error: rusqlite::Error) -> rusqlite::Error {
    use rusqlite::Error as E;
    let (E::FromSqlConversionFailure(index, kind, _) | E::InvalidColumnType(index, _, kind)) =
        error
    else {
        return error;
    };
    let statement = row.as_ref();
    let name = match statement.column_metadata(index) {
        Ok(Some((_, table, column, ..))) => {
            format!("{}.{}", table.to_string_lossy(), column.to_string_lossy())
        }
        _ => statement.column_name(index).unwrap_or_default().to_owned(),
    };
    let value = match row.get_ref(column) {
        Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).chars().take(40).collect(),
        Ok(ValueRef::Integer(number)) => number.to_string(),
        _ => kind.to_string(),
    };
    E::FromSqlConversionFailure(index, kind, format!("{name}: “{value}”").into())
}

/// Returns the day in a column.
pub fn day(row: &Row, column: impl RowIndex) -> rusqlite::Result<Day> {
    cell::<Iso>(row, column).map(|iso| iso.0)
}

/// Returns the day in a column that may be empty.
pub fn maybe_day(row: &Row, column: impl RowIndex) -> rusqlite::Result<Option<Day>> {
    cell::<Option<Iso>>(row, column).map(|iso| iso.map(|iso| iso.0))
}

/// Returns the name in a column.
pub fn named<T: StableName>(row: &Row, column: impl RowIndex) -> rusqlite::Result<T> {
    cell::<StableNameText<T>>(row, column).map(|named| named.0)
}

/// Returns the value of a column that holds what a person would type: a payday, a recurrence.
pub fn parsed<T, E>(
    row: &Row,
    column: impl RowIndex,
    parse: impl Fn(&str) -> std::result::Result<T, E>,
) -> rusqlite::Result<T> {
    let index = column.idx(row.as_ref())?;
    let wrong =
        || rusqlite::Error::FromSqlConversionFailure(index, Type::Text, "no such value".into());
    let parsed = row.get_ref(column)?.as_str().ok().and_then(|text| parse(text).ok());
    parsed.ok_or_else(|| impossible(row, column, wrong()))
}

/// Longest part of a value that a message shows, in characters.
const SHOWN: usize = 60;

/// Returns a value for a message: shortened, and safe for a terminal.
pub fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            // A character takes no more than four bytes; nothing longer is looked at.
            let start = bytes.get(..SHOWN * 4 + 4).unwrap_or(bytes);
            let text = String::from_utf8_lossy(start);
            let mut short: String = sanitize_for_terminal(&text).chars().take(SHOWN).collect();
            if short.len() < bytes.len() && text.chars().count() > SHOWN {
                short.push('…');
            }
            short
        }
    }
}

/// Returns the error for a value that the file should never hold.
pub fn damaged<T>(what: &str) -> Result<T> {
    Err(Error::Damaged(what.to_owned()))
}
