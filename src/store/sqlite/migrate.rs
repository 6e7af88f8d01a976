//! The format of the file: making it, knowing it, and bringing an older one up to date.

use super::super::{Error, Result};
use super::{Tx, columns, dialect};
use crate::domain::id::CustomerId;
use crate::domain::payment_record::PaymentHistory;
use crate::domain::shop::Shop;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// `rice`, by which `file` and this program distinguish a notebook from any other SQLite file.
const APPLICATION_ID: i64 = 0x7269_6365;

/// Each step from one format to the next. A step that was ever released is never changed.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/001_notebook.sql"),
    include_str!("schema/002_windows.sql"),
    include_str!("schema/003_plan.sql"),
    include_str!("schema/004_learning.sql"),
    include_str!("schema/005_days.sql"),
    include_str!("schema/006_import.sql"),
    include_str!("schema/007_actions.sql"),
    include_str!("schema/008_email.sql"),
    include_str!("schema/009_entry_kinds.sql"),
    include_str!("schema/010_deposit.sql"),
    include_str!("schema/011_open_action.sql"),
    include_str!("schema/012_date_order.sql"),
    include_str!("schema/013_search_text.sql"),
    include_str!("schema/014_skips.sql"),
    include_str!("schema/015_rules_off.sql"),
    include_str!("schema/016_level.sql"),
    include_str!("schema/017_checklist.sql"),
    include_str!("schema/018_promises.sql"),
    include_str!("schema/019_limits.sql"),
    JOURNAL_WITHOUT_TRIGGERS,
    include_str!("schema/021_orders.sql"),
    include_str!("schema/022_papers.sql"),
    include_str!("schema/023_payments.sql"),
    include_str!("schema/024_day_close.sql"),
    include_str!("schema/025_reminders.sql"),
    include_str!("schema/026_tickets.sql"),
    include_str!("schema/027_containers.sql"),
    include_str!("schema/028_prices.sql"),
    include_str!("schema/029_runs.sql"),
    include_str!("schema/030_read_indexes.sql"),
    include_str!("schema/031_consent_and_tickets.sql"),
    include_str!("schema/032_payment_history.sql"),
    include_str!("schema/033_complaints.sql"),
];

/// The step since which changes are recorded by [`super::recorder`]; the formats before it have triggers
/// of their own for that.
const JOURNAL_WITHOUT_TRIGGERS: &str = include_str!("schema/020_journal.sql");

/// The newest format that this program knows.
pub const NEWEST: i64 = MIGRATIONS.len() as i64;

/// Returns the journalled table of a name read from the file, which may hold any text: only these
/// names become a part of SQL.
///
/// # Errors
/// If there is no such table.
pub fn journalled(name: &str) -> Result<&'static str> {
    let known = columns::journalled().map(|table| table.name).find(|table| *table == name);
    known.ok_or_else(|| Error::Damaged(format!("change.tbl: “{}”", clipped(name))))
}

/// Returns the beginning of a text that another program may have written.
fn clipped(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The kind of a file, by its format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileFormat {
    /// A database with nothing in it.
    Empty,
    /// A notebook of the newest format.
    Current,
    /// A notebook of an older format.
    Older {
        /// Its format.
        found: i64,
    },
    /// A notebook of a newer program.
    Newer {
        /// Its format.
        found: i64,
    },
    /// A database of some other program.
    Foreign,
}

/// Looks at the file.
pub fn format_of(conn: &Connection) -> rusqlite::Result<FileFormat> {
    let pragma = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (pragma("application_id")?, pragma("user_version")?);
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    Ok(match (application, version) {
        (0, 0) if tables == 0 => FileFormat::Empty,
        (APPLICATION_ID, version) if version == NEWEST => FileFormat::Current,
        (APPLICATION_ID, version) if version > NEWEST => FileFormat::Newer { found: version },
        (APPLICATION_ID, version) => FileFormat::Older { found: version },
        _ => FileFormat::Foreign,
    })
}

/// Returns whether the header of the file says that it is a notebook.
pub fn is_marked_as_ours(conn: &Connection) -> rusqlite::Result<bool> {
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(id == APPLICATION_ID)
}

/// Makes the tables of an empty file and writes the shop down, as one.
pub fn fill(conn: &mut Connection, path: &Path, shop: &Shop) -> Result<()> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Two programs may have found the file empty at once; the second one finds it filled here.
    if !matches!(format_of(&transaction)?, FileFormat::Empty) {
        return Err(Error::Exists(path.to_owned()));
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    run_migrations(&transaction, 0)?;
    super::shop::insert(&transaction, shop)?;
    Ok(transaction.commit()?)
}

/// Migrates a file of an older format to the newest, in one transaction. `keep` copies the old file
/// while nobody else can write.
pub fn bring_up_to_date(conn: &mut Connection, keep: impl FnOnce(i64) -> Result<()>) -> Result<()> {
    // A table that is rebuilt keeps its rows as they are: a reference to a lost row is for `check`
    // to report, and must not keep the file from being opened. The pragma has no effect inside a
    // transaction.
    conn.pragma_update(None, "foreign_keys", "OFF")?;
    let migrated = migrate(conn, keep);
    conn.pragma_update(None, "foreign_keys", "ON")?;
    migrated
}

fn migrate(conn: &mut Connection, keep: impl FnOnce(i64) -> Result<()>) -> Result<()> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Two programs may have found the older format at once; the second one finds the newest here.
    let FileFormat::Older { found } = format_of(&transaction)? else { return Ok(()) };
    keep(found)?;
    run_migrations(&transaction, usize::try_from(found).unwrap_or(0))?;
    Ok(transaction.commit()?)
}

/// Makes the tables, indexes and triggers of a format in an empty database.
pub fn make_schema(conn: &Connection, format: i64) -> Result<()> {
    let steps: Vec<&str> =
        MIGRATIONS.iter().take(usize::try_from(format).unwrap_or(0)).copied().collect();
    steps.iter().try_for_each(|step| conn.execute_batch(step))?;
    if format > 0 && !steps.contains(&JOURNAL_WITHOUT_TRIGGERS) {
        install_journal_triggers(conn)?;
    }
    Ok(())
}

fn run_migrations(conn: &Connection, from: usize) -> Result<()> {
    for step in MIGRATIONS.iter().skip(from) {
        conn.execute_batch(step)?;
    }
    // The search text of customers is folded here, and due days are counted here, not in SQL.
    let tx = Tx::unrecorded(conn);
    let shop = if from == 0 { None } else { Some(tx.shop()?) };
    let mut last = CustomerId::new(0);
    while let Some(newest) = refresh_page(&tx, shop.as_ref(), last)? {
        last = newest;
    }
    Ok(conn.pragma_update(None, "user_version", NEWEST)?)
}

/// Writes the search text and the payment history of a page of customers, and returns the last of them.
fn refresh_page(tx: &Tx, shop: Option<&Shop>, after: CustomerId) -> Result<Option<CustomerId>> {
    let days_off = shop.map(Shop::days_off).unwrap_or_default();
    let page = tx.customer_ids_after(after, 1000)?;
    for id in &page {
        if let Some(customer) = tx.customer(*id)? {
            tx.put_search(&customer)?;
            if let Some(shop) = shop {
                let due_day = |day| shop.due_day(&customer.payday, day, &days_off);
                let history = PaymentHistory::of(tx.owed_changes(*id)?, due_day);
                tx.put_payment_history(*id, &history)?;
            }
        }
    }
    Ok(page.last().copied())
}

/// Makes the triggers by which files of older formats wrote their journal: three for each journalled
/// table, made from the table's columns. They are needed to recognise such a file as unaltered.
fn install_journal_triggers(conn: &Connection) -> rusqlite::Result<()> {
    // Formats before `open_action` recorded changes under the newest line; their triggers are
    // verified too.
    let action = if has_table(conn, "open_action")? {
        "(SELECT action_id FROM open_action)"
    } else {
        "(SELECT max(id) FROM action)"
    };
    for table in columns::journalled().map(|table| table.name) {
        // An older format lacks the tables that were added since.
        if !has_table(conn, table)? {
            continue;
        }
        let before = row_as_json(conn, table, "OLD")?;
        conn.execute_batch(&format!(
            "DROP TRIGGER IF EXISTS journal_{table}_insert;
             CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN
                 INSERT INTO change (action_id, tbl, key)
                 VALUES ({action}, '{table}', NEW.id);
             END;
             DROP TRIGGER IF EXISTS journal_{table}_update;
             CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} BEGIN
                 INSERT INTO change (action_id, tbl, key, before)
                 VALUES ({action}, '{table}', OLD.id, {before});
             END;
             DROP TRIGGER IF EXISTS journal_{table}_delete;
             CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN
                 INSERT INTO change (action_id, tbl, key, before)
                 VALUES ({action}, '{table}', OLD.id, {before});
             END;"
        ))?;
    }
    Ok(())
}

/// Returns whether the file has a table of this name.
pub fn has_table(conn: &Connection, name: &str) -> rusqlite::Result<bool> {
    conn.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?.exists([name])
}

/// Returns the SQL that makes a JSON object of a row:
/// `json_object('id', OLD.id, 'name', OLD.name)`.
fn row_as_json(conn: &Connection, table: &str, row: &str) -> rusqlite::Result<String> {
    let pairs: Vec<String> = dialect::columns(conn, table)?
        .iter()
        .map(|column| format!("'{column}', {row}.{column}"))
        .collect();
    Ok(format!("json_object({})", pairs.join(", ")))
}
