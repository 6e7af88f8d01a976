//! An import: rows of one table from a file, which are streamed and never held in memory as a whole.

use super::container::Container;
use super::customer::{Customer, CustomerField};
use super::day::Day;
use super::day_close::DayClose;
use super::delivery::DeliveryStage;
use super::record::{
    ComplaintRecord, ContainerMoveRecord, CustomerRecord, DeliveryLineRecord, DeliveryRecord,
    EntryRecord, ImportTable, JarRecord, PriceRecord, ProductRecord, PromiseRecord, ReadingRecord,
    SkipRecord, TicketRecord,
};
use super::search_key::{fold, phone_key};
use super::stable_name::StableName;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// The maximum number of characters of a reference of another system.
pub const MAX_EXTERNAL: usize = 100;

/// The rows of a file, to be imported into one table: all or none.
#[derive(Clone, Debug)]
pub struct Import {
    /// The table.
    pub table: ImportTable,
    /// The file's name without its folder; empty for standard input.
    pub file: String,
    /// The SHA-256 of the file's bytes, in hexadecimal digits.
    pub fingerprint: String,
    /// Result of all rows.
    pub totals: RowTotals,
    /// Treatment of rows that look like repetitions.
    pub repeats: Repeats,
    /// The rows.
    pub rows: Arc<dyn RowSource>,
}

/// Two imports are the same if they read the same bytes in the same way.
impl PartialEq for Import {
    fn eq(&self, other: &Self) -> bool {
        let of = |import: &Self| (import.table, import.fingerprint.clone(), import.repeats);
        of(self) == of(other) && self.file == other.file
    }
}

/// Treatment of a file that was imported before, and of customers that already exist.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Repeats {
    /// They are refused.
    #[default]
    Refuse,
    /// They are imported.
    Allow,
}

/// Rows that parse, which can be read from the first to the last any number of times, one reader at a
/// time.
pub trait RowSource: Debug + Send + Sync {
    /// Reads every row, with the line on which it begins; the header's is 1.
    fn rows(&self) -> ImportRows<'_>;
}

/// The rows of a [`RowSource`]. After an error there are no more.
pub type ImportRows<'a> = Box<dyn Iterator<Item = Result<(u64, ImportRow), RowsLost>> + 'a>;

/// The reason why rows that were read once could not be read again.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0}")]
pub struct RowsLost(pub String);

/// A row of any table that can be imported.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the names are those of the tables")]
pub enum ImportRow {
    Customer(Box<CustomerRecord>),
    Container(Container),
    Product(Box<ProductRecord>),
    Jar(JarRecord),
    Price(PriceRecord),
    Delivery(DeliveryRecord),
    Reading(ReadingRecord),
    Entry(EntryRecord),
    Skip(SkipRecord),
    Promise(PromiseRecord),
    DayClose(DayClose),
    Ticket(TicketRecord),
    ContainerMove(ContainerMoveRecord),
    Complaint(ComplaintRecord),
}

impl ImportRow {
    /// Returns the number that the file gives the row, zero for none.
    pub fn number(&self) -> i64 {
        match self {
            Self::Customer(row) => row.customer.id.number(),
            Self::Container(row) => row.id.number(),
            Self::Product(row) => row.product.id.number(),
            Self::Jar(row) => row.jar.id.number(),
            Self::Price(row) => row.price.id.number(),
            Self::Delivery(row) => row.delivery.id.number(),
            Self::Reading(row) => row.reading.id.number(),
            Self::Entry(row) => row.entry.id.number(),
            Self::Skip(row) => row.skip.id.number(),
            Self::Promise(row) => row.promise.id.number(),
            Self::DayClose(row) => row.id.number(),
            Self::Ticket(row) => row.ticket.id.number(),
            Self::ContainerMove(row) => row.change.id.number(),
            Self::Complaint(row) => row.complaint.id.number(),
        }
    }
}

/// Facts about all rows that are needed before the first one is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RowTotals {
    /// The number of rows.
    pub rows: u32,
    /// The highest number (`id`) of a row, zero if none has one.
    pub highest_number: i64,
    /// The number behind the highest customer's code that could have been made (`C102`), or zero.
    pub highest_code: u64,
}

impl RowTotals {
    /// Counts one more row.
    pub fn add(&mut self, row: &ImportRow) {
        self.rows = self.rows.saturating_add(1);
        self.highest_number = self.highest_number.max(row.number());
        if let ImportRow::Customer(row) = row {
            let code = made_number(&row.customer.code).unwrap_or(0);
            self.highest_code = self.highest_code.max(code);
        }
    }
}

/// Returns the number of a code that could have been made: 102 of `C102`. One of more than nine digits
/// was typed.
fn made_number(code: &str) -> Option<u64> {
    let digits = code.strip_prefix(['C', 'c'])?;
    let made = digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| made)
}

/// The first few of many findings, and the number of those that were not kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capped<T> {
    /// The first findings, at most [`Capped::MOST`].
    pub first: Vec<T>,
    /// The number of further ones.
    pub more: usize,
}

impl<T> Capped<T> {
    /// The maximum number of findings that are kept.
    pub const MOST: usize = 100;

    /// Keeps one more finding, or only counts it.
    pub fn push(&mut self, finding: T) {
        if self.first.len() < Self::MOST {
            self.first.push(finding);
        } else {
            self.more += 1;
        }
    }

    /// Returns whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// Returns the number of all findings.
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }
}

impl<T> Default for Capped<T> {
    fn default() -> Self {
        Self { first: Vec::new(), more: 0 }
    }
}

impl<T> From<Vec<T>> for Capped<T> {
    fn from(all: Vec<T>) -> Self {
        let mut capped = Self::default();
        all.into_iter().for_each(|one| capped.push(one));
        capped
    }
}

/// Returns a hash of a person's name, however it is written; good for one run of the program only.
pub fn name_hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    fold(name).hash(&mut hasher);
    hasher.finish()
}

/// Returns a hash for each telephone number of a person, together with the name. Two people with the
/// same name and a number in common have a hash in common, however both are written. A hash is good
/// for one run of the program only.
pub fn person_hashes<'a>(name: &str, phones: &'a [String]) -> impl Iterator<Item = u64> + use<'a> {
    let name = fold(name);
    let numbers = phones.iter().map(|phone| phone_key(phone)).filter(|number| !number.is_empty());
    numbers.map(move |number| {
        let mut hasher = DefaultHasher::new();
        (&name, number).hash(&mut hasher);
        hasher.finish()
    })
}

/// Returns whether a text of a file says something, and not what is here.
fn says_else(file: &str, here: &str) -> bool {
    !file.is_empty() && file != here
}

/// Returns whether a value of a file is not the one of an empty field, nor the one that is here.
fn is_else<T: PartialEq>(file: &T, here: &T, empty: &T) -> bool {
    file != empty && file != here
}

impl CustomerRecord {
    /// Returns whether the row says anything else than what is `here`. An empty field says nothing; a
    /// first day that is `today` may have been empty.
    pub fn contradicts(&self, here: &Customer, today: Day) -> bool {
        let (file, empty) =
            (&self.customer, Customer::new(here.id, String::new(), String::new(), today));
        let contradicts = |field: &CustomerField| {
            let kind = field.kind();
            !kind.is_same(file, &empty) && !kind.is_same(file, here)
        };
        CustomerField::ALL.iter().any(|(field, _)| contradicts(field))
            || file.id.number() != 0 && file.id != here.id
            || is_else(&file.joined_on, &here.joined_on, &empty.joined_on)
            || is_else(&file.left, &here.left, &empty.left)
    }
}

impl EntryRecord {
    /// Returns whether the row says anything else than what is `here`. An empty field says nothing.
    pub fn contradicts(&self, here: &Self) -> bool {
        let (file, known) = (&self.entry, &here.entry);
        fold(&self.customer) != fold(&here.customer)
            || file.id.number() != 0 && file.id != known.id
            || (file.on, file.kind, file.amount) != (known.on, known.kind, known.amount)
            || says_else(&file.method, &known.method)
            || says_else(&file.reference, &known.reference)
            || says_else(&file.note, &known.note)
            || is_else(&file.delivery, &known.delivery, &None)
    }
}

impl DeliveryRecord {
    /// Returns whether the row says anything else than what is `here`. An empty field says nothing, and
    /// neither does a delivery that is only planned in the file: it may have been done since.
    pub fn contradicts(&self, here: &Self) -> bool {
        let (file, known) = (&self.delivery, &here.delivery);
        let is_other = |(file, known): (&DeliveryLineRecord, &DeliveryLineRecord)| {
            fold(&file.product) != fold(&known.product)
                || file.planned != known.planned
                || is_else(&file.delivered, &known.delivered, &None)
                || is_else(&file.price, &known.price, &None)
                || is_else(&file.cost, &known.cost, &None)
        };
        fold(&self.customer) != fold(&here.customer)
            || file.id.number() != 0 && file.id != known.id
            || file.planned_for != known.planned_for
            || is_else(&file.stage, &known.stage, &DeliveryStage::Planned)
            || is_else(&file.closed_on, &known.closed_on, &None)
            || says_else(&file.reason, &known.reason)
            || is_else(&file.checklist, &known.checklist, &Default::default())
            || is_else(&file.early, &known.early, &false)
            || self.lines.len() != here.lines.len()
            || self.lines.iter().zip(&here.lines).any(is_other)
    }
}
