//! Rows from a file: all or none, under the rules that hold for what is typed.
//!
//! Rows are streamed from their source into the transaction; what is held of them in memory is
//! bounded or a few bytes a row. Codes and names are looked up here, in the transaction that
//! writes. A rule that history may break (a jar that was made smaller since it was seen full) does
//! not hold for rows of the past: whatever one notebook exports, another one takes. The limits of
//! texts do hold: a longer text from an older notebook is refused with its line and its column.

mod complaint;
mod containers;
mod customers;
mod goods;
mod ticket;
mod visits;

use super::CommandOutcome;
use crate::app::{Error, Result, SideNote};
use crate::domain::Day;
use crate::domain::action::ActionDetail;
use crate::domain::id::{ActionId, CustomerId};
use crate::domain::import::{Capped, Import, ImportRow, Repeats};
use crate::domain::payment::find_method;
use crate::domain::product::Product;
use crate::domain::progress::{Progress, ProgressFn, Work};
use crate::domain::record::ImportTable;
use crate::domain::refusal::{KnownCustomer, Refusal, RefusedRecord, Topic};
use crate::domain::shop::Shop;
use crate::store::{self, Tx};
use customers::CustomerImport;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Maximum number of unlisted methods of payment that an import names.
const MOST_METHODS: usize = 20;

pub(super) fn import(
    tx: &Tx,
    action: ActionId,
    import: &Import,
    (today, watch): (Day, ProgressFn<'_>),
) -> Result<CommandOutcome> {
    if import.repeats == Repeats::Refuse
        && let Some(before) = tx.import_of_same_file(import)?
    {
        let rows = before.detail.count().unwrap_or_default();
        return Err(Refusal::ImportedBefore { action: before.id, at: before.at, rows }.into());
    }
    let mut ids = Ids::of(tx, import)?;
    let mut customers = CustomerImport::of(tx, import)?;
    let mut tally = Tally::default();
    let shop = tx.shop()?;
    let lost = |reason| store::Error::Io { path: import.file.clone().into(), reason };
    let all = usize::try_from(import.totals.rows).ok();
    for (done, row) in import.rows.rows().enumerate() {
        Progress::of(Work::Rows, done, all).report(watch)?;
        let (line, row) = row.map_err(|error| lost(error.0))?;
        let put = match row {
            ImportRow::Customer(row) => customers.put(tx, &mut ids, (line, *row), today),
            ImportRow::Container(row) => containers::put_container(tx, &mut ids, row),
            ImportRow::Product(row) => goods::put_product(tx, &mut ids, *row, today),
            ImportRow::Jar(row) => goods::put_jar(tx, &mut ids, row),
            ImportRow::Price(row) => goods::put_price(tx, &mut ids, row),
            ImportRow::Reading(row) => goods::put_reading(tx, &mut ids, row, today),
            ImportRow::Delivery(row) => visits::put_delivery(tx, &mut ids, row, today),
            ImportRow::Entry(row) => {
                tally.note_method(&shop, &row.entry.method);
                visits::put_entry(tx, &mut ids, row, today)
            }
            ImportRow::Complaint(row) => complaint::put(tx, &mut ids, row, today),
            ImportRow::Skip(row) => goods::put_skip(tx, &mut ids, row, today),
            ImportRow::Promise(row) => visits::put_promise(tx, &mut ids, row, today),
            ImportRow::DayClose(row) => visits::put_day_close(tx, &mut ids, row, today),
            ImportRow::Ticket(row) => ticket::put_ticket(tx, &mut ids, row, today),
            ImportRow::ContainerMove(row) => containers::put_move(tx, &mut ids, row, today),
        };
        tally.add(line, put)?;
    }
    customers.finish(tx, &mut tally)?;
    let (count, notes) = tally.finish()?;
    tx.set_fingerprint(action, import)?;
    let (table, file) = (import.table, import.file.clone());
    Ok((ActionDetail::Imported { table, rows: count, file }, notes))
}

/// Outcome of importing a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Placed {
    /// It is a new row.
    New,
    /// It is a new entry that says the same as another one.
    Alike,
    /// It was here already and was left out.
    Repeated,
    /// It was here already, saying something else, and was left out.
    Contradicting,
}

impl Placed {
    /// Returns what becomes of a row that is here already, and may say something else.
    const fn again(contradicts: bool) -> Self {
        if contradicts { Self::Contradicting } else { Self::Repeated }
    }
}

/// Number of imported rows by outcome.
#[derive(Default)]
struct Tally {
    new: u32,
    repeated: u32,
    alike: Capped<u64>,
    /// Methods of payment that are not on the list of the shop.
    unlisted: BTreeSet<String>,
    contradicting: Capped<u64>,
    refused: Capped<RefusedRecord>,
    same_name: Capped<KnownCustomer>,
}

impl Tally {
    /// Notes a method of payment that is not on the list of the shop.
    fn note_method(&mut self, shop: &Shop, method: &str) {
        if !method.is_empty()
            && self.unlisted.len() < MOST_METHODS
            && find_method(shop, method).is_none()
        {
            self.unlisted.insert(method.to_owned());
        }
    }

    fn add(&mut self, line: u64, put: Put<Placed>) -> Result<()> {
        match put {
            Ok(Placed::New) => self.new += 1,
            Ok(Placed::Alike) => {
                self.new += 1;
                self.alike.push(line);
            }
            Ok(Placed::Repeated) => self.repeated += 1,
            Ok(Placed::Contradicting) => self.contradicting.push(line),
            Err(Wrong::Rule(column, because)) => {
                self.refused.push(RefusedRecord { line, column, because });
            }
            Err(Wrong::Rules(broken)) => {
                for (column, because) in broken {
                    self.refused.push(RefusedRecord { line, column, because });
                }
            }
            Err(Wrong::Failed(error)) => return Err(error),
        }
        Ok(())
    }

    /// Returns the number of new rows and what else is worth a line.
    fn finish(mut self) -> Result<(u32, Vec<SideNote>)> {
        if !self.refused.is_empty() {
            self.refused.first.sort_by_key(|row| row.line);
            return Err(Refusal::ImportRows(self.refused).into());
        }
        let mut notes = Vec::new();
        notes.extend((self.repeated > 0).then_some(SideNote::Repeated(self.repeated)));
        let differ = Some(self.contradicting).filter(|lines| !lines.is_empty());
        notes.extend(differ.map(SideNote::Contradicting));
        let alike = Some(self.alike).filter(|lines| !lines.is_empty());
        notes.extend(alike.map(SideNote::EntriesAlike));
        let unlisted: Vec<String> = self.unlisted.into_iter().collect();
        notes.extend((!unlisted.is_empty()).then_some(SideNote::UnlistedMethods(unlisted)));
        let same_name = Some(self.same_name).filter(|rows| !rows.is_empty());
        notes.extend(same_name.map(SideNote::SameName));
        Ok((self.new, notes))
    }
}

/// Why a row is not taken: a rule and the column that it is about, or the file itself.
enum Wrong {
    Rule(&'static str, Refusal),
    Rules(Vec<(&'static str, Refusal)>),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Wrong {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Result of importing one row.
type Put<T = ()> = std::result::Result<T, Wrong>;

/// Adds to a refusal the column that it is about.
fn at<T>(column: impl FnOnce(&Refusal) -> &'static str, done: Result<T>) -> Put<T> {
    done.map_err(|error| match error {
        Error::Refused(refused) => Wrong::Rule(column(&refused), refused),
        other @ Error::Store(_) => Wrong::Failed(other),
    })
}

/// The identities of rows: of a new row that of the file where it is free, else a new one behind all that
/// there are; of a customer and of products those that a row names.
struct Ids {
    table: ImportTable,
    /// The highest one before the import.
    before: i64,
    last: i64,
    /// The customer found last: in most files the rows of a customer follow each other.
    customer: Option<(String, CustomerId)>,
    /// The products found so far, by the names in the file.
    products: HashMap<String, Rc<Product>>,
}

impl Ids {
    fn of(tx: &Tx, import: &Import) -> Result<Self> {
        let before = tx.highest_id(import.table)?;
        let last = before.max(import.totals.highest_number);
        let (customer, products) = (None, HashMap::new());
        Ok(Self { table: import.table, before, last, customer, products })
    }

    /// Returns the identity itself, or a new one for zero.
    fn or_new(&mut self, id: i64) -> i64 {
        if id != 0 {
            return id;
        }
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// Returns the same as [`Self::or_new`], or refuses an identity that another row has.
    fn free(&mut self, tx: &Tx, id: i64) -> Put<i64> {
        let number = self.or_new(id);
        if tx.is_taken(self.table, number)? {
            let what = thing(self.table);
            return Err(Wrong::Rule("id", Refusal::NumberTaken { what, number }));
        }
        Ok(number)
    }

    /// Returns the identity of the customer with the code in a column.
    fn customer(&mut self, tx: &Tx, column: &'static str, code: &str) -> Put<CustomerId> {
        match &self.customer {
            Some((last, id)) if last == code => Ok(*id),
            Some(_) | None => {
                let id = customer(tx, column, code)?;
                self.customer = Some((code.to_owned(), id));
                Ok(id)
            }
        }
    }

    /// Returns the product with the name in a column.
    fn product(&mut self, tx: &Tx, column: &'static str, name: &str) -> Put<Rc<Product>> {
        if let Some(known) = self.products.get(name) {
            return Ok(Rc::clone(known));
        }
        let missing = || Refusal::NotFound { what: Topic::Product, which: name.to_owned() };
        let found = tx.product_named(name)?.ok_or_else(|| Wrong::Rule(column, missing()))?;
        let found = Rc::new(found);
        self.products.insert(name.to_owned(), Rc::clone(&found));
        Ok(found)
    }
}

const fn thing(table: ImportTable) -> Topic {
    match table {
        ImportTable::Customers => Topic::Customer,
        ImportTable::Containers | ImportTable::ContainerMoves => Topic::Container,
        ImportTable::Complaints => Topic::Complaint,
        ImportTable::Products => Topic::Product,
        ImportTable::Jars => Topic::Jar,
        ImportTable::Prices => Topic::Price,
        ImportTable::Deliveries => Topic::Delivery,
        ImportTable::Readings => Topic::Reading,
        ImportTable::Entries => Topic::Entry,
        ImportTable::Skips => Topic::Skip,
        ImportTable::Promises => Topic::Promise,
        ImportTable::DayCloses => Topic::DayClose,
        ImportTable::Tickets => Topic::Tickets,
    }
}

/// Returns the identity of the customer with the code in a column.
fn customer(tx: &Tx, column: &'static str, code: &str) -> Put<CustomerId> {
    let missing = || Refusal::NotFound { what: Topic::Customer, which: code.to_owned() };
    tx.customer_id_with_code(code)?.ok_or_else(|| Wrong::Rule(column, missing()))
}
