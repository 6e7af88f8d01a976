//! Reports: plain structs computed from rows, without reading or storing anything.
//!
//! The screens draw them, the command line prints them, and both say the same.

pub mod accuracy;
pub mod ageing;
pub mod buying;
pub mod cash_flow;
pub mod churn;
pub mod collection;
pub mod complaint;
pub mod customer_page;
pub mod day_close;
pub mod first_steps;
pub mod insights;
pub mod pareto;
pub mod proposal;
pub mod reminder;
pub mod review;
pub mod round;
pub mod sales;
pub mod shelf;
pub mod statement;
pub mod stop_order;
pub mod today;
pub mod value;
pub mod week;
pub mod why;

pub use accuracy::Accuracy;
pub use ageing::{AgeingRow, Owed, ageing};
pub use buying::{Buying, ToBuy};
pub use cash_flow::{CashFlow, CashWeek};
pub use churn::ChurnRow;
pub use collection::DueTab;
pub use customer_page::CustomerPage;
pub use day_close::DayReport;
pub use first_steps::{FirstStep, FirstSteps};
pub use insights::Insights;
pub use pareto::{Pareto, ParetoRow};
pub use proposal::Proposal;
pub use reminder::Reminder;
pub use review::ReviewItem;
pub use round::Round;
pub use sales::{SalesBy, SalesRow};
pub use shelf::Shelf;
pub use statement::{CustomerStatement, Receipt};
pub use today::Today;
pub use value::{ValueBy, ValueReport, ValueRow};
pub use week::Week;
pub use why::{ForecastExplanation, VisitExplanation};
