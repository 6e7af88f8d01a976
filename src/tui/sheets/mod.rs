//! The sheets shown over a screen: the page of a customer, the statement of a tab, the journal, the
//! reasons for a forecast, the accuracy of all forecasts, and the help.

pub mod accuracy;
pub mod help;
pub mod journal;
pub mod page;
mod page_lines;
pub mod statement;
pub mod text;
mod timeline;
