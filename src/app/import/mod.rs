//! Rows from a file: all or none, under the rules that hold for what is typed.
//!
//! Codes and names are looked up here, in the transaction that writes. A rule that history may break
//! (a jar that was made smaller since it was seen full) does not hold for rows of the past: whatever
//! one notebook exports, another one takes. The limits of texts do hold: a longer text from an older
//! notebook is refused with its line and its column.

mod customers;
mod goods;
mod visits;

use super::perform::Performed;
use super::{Error, Result};
use crate::domain::action::{Deed, DeedKind};
use crate::domain::filed::{Import, Importable};
use crate::domain::id::CustomerId;
use crate::domain::product::Product;
use crate::domain::refused::{Refused, RefusedRow, Thing};
use crate::domain::{Day, Key};
use crate::store::{Progress, Tx, Watch, Work};

pub(super) fn import(
    tx: &Tx,
    rows: &Import,
    (today, watch): (Day, Watch<'_>),
) -> Result<Performed> {
    let count = match rows {
        Import::Customers(rows) => customers::put_all(tx, rows, watch)?,
        Import::Products(rows) => {
            let mut ids = Ids::of(tx, Importable::Products, rows, |row| row.product.id.number())?;
            each(rows, watch, |row| goods::put_product(tx, &mut ids, row, today))?
        }
        Import::Jars(rows) => {
            let mut ids = Ids::of(tx, Importable::Jars, rows, |row| row.jar.id.number())?;
            each(rows, watch, |row| goods::put_jar(tx, &mut ids, row))?
        }
        Import::Readings(rows) => {
            let mut ids = Ids::of(tx, Importable::Readings, rows, |row| row.reading.id.number())?;
            each(rows, watch, |row| goods::put_reading(tx, &mut ids, row, today))?
        }
        Import::Deliveries(rows) => {
            let id = |row: &crate::domain::filed::FiledDelivery| row.delivery.id.number();
            let mut ids = Ids::of(tx, Importable::Deliveries, rows, id)?;
            each(rows, watch, |row| visits::put_delivery(tx, &mut ids, row, today))?
        }
        Import::Entries(rows) => {
            let mut ids = Ids::of(tx, Importable::Entries, rows, |row| row.entry.id.number())?;
            each(rows, watch, |row| visits::put_entry(tx, &mut ids, row, today))?
        }
    };
    let deed = Deed::new(DeedKind::Imported, rows.table().key());
    Ok((Deed { count: Some(count), ..deed }, Vec::new()))
}

/// Why a row is not taken: a rule and the column that it is about, or the file itself.
enum Wrong {
    Rule(&'static str, Refused),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Wrong {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// What putting one row gives.
type Put<T = ()> = std::result::Result<T, Wrong>;

/// Says which column a refusal is about.
fn at<T>(column: impl FnOnce(&Refused) -> &'static str, done: Result<T>) -> Put<T> {
    done.map_err(|error| match error {
        Error::Refused(refused) => Wrong::Rule(column(&refused), refused),
        other @ Error::Store(_) => Wrong::Failed(other),
    })
}

/// Puts every row, or tells every one that breaks a rule; gives how many there are.
fn each<T>(rows: &[(u64, T)], watch: Watch<'_>, mut put: impl FnMut(&T) -> Put) -> Result<u32> {
    let mut refused = Vec::new();
    for (done, (line, row)) in rows.iter().enumerate() {
        Progress::of(Work::Rows, done, Some(rows.len())).tell(watch)?;
        match put(row) {
            Ok(()) => {}
            Err(Wrong::Rule(column, because)) => {
                refused.push(RefusedRow { line: *line, column, because });
            }
            Err(Wrong::Failed(error)) => return Err(error),
        }
    }
    if refused.is_empty() {
        Ok(rows.len().try_into().unwrap_or(u32::MAX))
    } else {
        Err(Refused::ImportRows(refused).into())
    }
}

/// The identities of new rows: those of the file where they are free, and for the others new ones
/// behind all that there are.
struct Ids {
    table: Importable,
    last: i64,
}

impl Ids {
    fn of<T>(
        tx: &Tx,
        table: Importable,
        rows: &[(u64, T)],
        id: impl Fn(&T) -> i64,
    ) -> Result<Self> {
        let in_file = rows.iter().map(|(_, row)| id(row)).max().unwrap_or(0);
        Ok(Self { table, last: tx.highest_id(table)?.max(in_file) })
    }

    /// The identity itself, or a new one for zero.
    fn or_new(&mut self, id: i64) -> i64 {
        if id != 0 {
            return id;
        }
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// The same, if no row has it yet.
    fn free(&mut self, tx: &Tx, id: i64) -> Put<i64> {
        let number = self.or_new(id);
        if tx.is_taken(self.table, number)? {
            let what = thing(self.table);
            return Err(Wrong::Rule("id", Refused::NumberTaken { what, number }));
        }
        Ok(number)
    }
}

const fn thing(table: Importable) -> Thing {
    match table {
        Importable::Customers => Thing::Customer,
        Importable::Products => Thing::Product,
        Importable::Jars => Thing::Jar,
        Importable::Deliveries => Thing::Delivery,
        Importable::Readings => Thing::Reading,
        Importable::Entries => Thing::Entry,
    }
}

/// The customer with a code that stands in a column.
fn customer(tx: &Tx, column: &'static str, code: &str) -> Put<CustomerId> {
    let missing = || Refused::NotThere { what: Thing::Customer, which: code.to_owned() };
    tx.customer_id_with_code(code)?.ok_or_else(|| Wrong::Rule(column, missing()))
}

/// The product with a name that stands in a column.
fn product(tx: &Tx, column: &'static str, name: &str) -> Put<Product> {
    let missing = || Refused::NotThere { what: Thing::Product, which: name.to_owned() };
    tx.product_named(name)?.ok_or_else(|| Wrong::Rule(column, missing()))
}
