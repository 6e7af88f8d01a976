//! Every question becomes a report here: one file for each noun, each read of one snapshot of the
//! file.

mod accuracy;
mod ageing;
mod cash_flow;
mod complaint;
mod container;
mod customer;
mod customer_page;
mod day_close;
mod delivery;
mod export;
mod follow_up;
mod insights;
mod jar;
mod journal;
mod preview;
mod price;
mod product;
mod promise;
mod reminder;
mod round;
mod sales;
mod shop;
mod skip;
mod statement;
mod tab;
mod ticket;
mod today;
mod value;
mod why;

pub use accuracy::JudgedRow;
pub use ageing::AgeingScope;
pub use export::Snapshot;
pub use preview::{JarAfter, VisitAfter, VisitPreview, VisitedJar};
pub use price::PriceHistory;
pub(super) use reminder::reminder_for;
pub use round::DayRound;
