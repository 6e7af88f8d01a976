//! JSON objects: the columns' names as keys, numbers exactly as printed, nothing as `null`.

use serde::ser::{Error as _, SerializeMap as _};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::io;

use super::cell::{Cell, Column, significant};
use crate::domain::day::iso;

/// An object of an answer that is no list: its keys in the order in which they were given.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct JsonObject<'a>(Vec<(&'static str, JsonValue<'a>)>);

/// A value of a [`JsonObject`].
#[derive(Clone, PartialEq, Debug)]
pub enum JsonValue<'a> {
    /// A text, a number, a day, a flag or nothing.
    Cell(Cell<'a>),
    /// A list of values.
    List(Vec<Self>),
    /// An object in the object.
    Object(JsonObject<'a>),
}

impl<'a> From<Cell<'a>> for JsonValue<'a> {
    fn from(cell: Cell<'a>) -> Self {
        Self::Cell(cell)
    }
}

impl<'a> From<JsonObject<'a>> for JsonValue<'a> {
    fn from(object: JsonObject<'a>) -> Self {
        Self::Object(object)
    }
}

impl<'a, V: Into<Self>> FromIterator<V> for JsonValue<'a> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl<'a> JsonObject<'a> {
    /// Returns the object of one row of a list.
    pub fn of_row(columns: &[Column], cells: Vec<Cell<'a>>) -> Self {
        let keys = columns.iter().map(|column| column.name);
        Self(keys.zip(cells.into_iter().map(JsonValue::Cell)).collect())
    }

    /// Returns the object with one more key.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<JsonValue<'a>>) -> Self {
        self.0.push((key, value.into()));
        self
    }

    /// Returns the object with one more key if there is a value.
    #[must_use]
    pub fn with_some<T>(
        self,
        key: &'static str,
        value: Option<T>,
        cell: impl FnOnce(T) -> Cell<'a>,
    ) -> Self {
        match value {
            Some(value) => self.with(key, cell(value)),
            None => self,
        }
    }

    /// Returns the object with the keys of another one behind its own.
    #[must_use]
    pub fn with_all(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Returns the object for a terminal: characters that it would obey or hide are replaced by visible ones.
    #[must_use]
    pub fn sanitized(&self) -> JsonObject<'_> {
        JsonObject(self.0.iter().map(|(key, value)| (*key, value.sanitized())).collect())
    }

    /// Returns the object on one line, without a line end.
    ///
    /// # Errors
    /// If a number is none in JSON, which none of ours is.
    pub fn line(&self) -> io::Result<String> {
        Ok(serde_json::to_string(self)?)
    }
}

impl JsonValue<'_> {
    fn sanitized(&self) -> JsonValue<'_> {
        match self {
            Self::Cell(cell) => JsonValue::Cell(cell.sanitized()),
            Self::List(values) => JsonValue::List(values.iter().map(Self::sanitized).collect()),
            Self::Object(object) => JsonValue::Object(object.sanitized()),
        }
    }
}

/// Appends one row of a list as one object, without a line end.
pub(super) fn row(columns: &[Column], cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
    Ok(serde_json::to_writer(out, &Row { columns, cells })?)
}

struct Row<'r> {
    columns: &'r [Column],
    cells: &'r [Cell<'r>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let keys = self.columns.iter().map(|column| column.name);
        serializer.collect_map(keys.zip(self.cells))
    }
}

impl Serialize for JsonObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

impl Serialize for JsonValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Cell(cell) => cell.serialize(serializer),
            Self::List(values) => values.serialize(serializer),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Word(word) => serializer.collect_str(word),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::Day(day) => serializer.collect_str(&iso(*day)),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            // As they are printed, with every decimal: no float is in between.
            Self::Money(money, currency) => decimal(currency.plain(*money), serializer),
            Self::Quantity(quantity) => decimal(quantity, serializer),
            Self::Rate(rate) => decimal(rate, serializer),
            Self::Estimate(estimate) => decimal(significant(*estimate), serializer),
        }
    }
}

fn decimal<S: Serializer>(
    number: impl std::fmt::Display,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    RawValue::from_string(number.to_string()).map_err(S::Error::custom)?.serialize(serializer)
}
