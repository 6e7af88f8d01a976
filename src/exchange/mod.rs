//! Values to bytes and back: every list in every format, and files of rows read in again.
//!
//! A list names its [`Column`]s once and gives each row as [`Cell`]s; [`Writer`] turns them into a
//! table for people, CSV for spreadsheets, or JSON for programs. An answer that is no list is one [`JsonObject`]. [`CsvReader`] reads such CSV again
//! to exactly the same texts. [`Output`] is where the bytes go: whole or not at all.

mod cell;
mod csv_scanner;
mod encoding;
mod from_csv;
mod guard;
mod hand_over;
mod hledger;
mod output;
mod protected;
mod reminder;
mod statement;
pub mod tables;
mod template;
mod to_csv;
mod to_json;
mod to_table;
mod writer;

pub use cell::{Align, Cell, Column, Word};
pub use csv_scanner::{MAX_FIELD, Malformed};
pub use from_csv::{CsvReader, CsvRow, ReadError};
pub use hand_over::{HAND_OVER_LIMIT, HandOverError, hand_over};
pub use hledger::HledgerJournal;
pub use output::{Output, is_broken_pipe, is_stream, sync_folder};
pub use protected::{FileRole, OutputConflict, ProtectedFiles, check_reserved};
pub use reminder::{ReminderMessage, ReminderTemplates};
pub use statement::{
    PaperCustomer, PaperDeposit, PaperDeposits, PaperDue, PaperFrame, PaperLine, PaperPlace,
    PaperPurchase, PaperSettled, PaperShop, PaperSize, ReceiptPaper, StatementPaper,
};
pub use template::{MAX_TEMPLATE, PaperTemplate, TemplateError};
pub use to_json::{JsonObject, JsonValue};
pub use writer::{Format, Words, Writer};
