//! Every command's whole output: what it says, what it warns of, and its exit code.

mod answers;
mod chinese;
mod collect;
mod customers;
mod damage;
mod deliveries;
mod files;
mod filters;
mod forecasts;
mod grammar;
mod imports;
mod journal;
mod language;
mod manual;
mod morning;
mod opening;
mod paths;
mod planning;
mod prices;
mod products;
mod recorded;
mod reports;
mod shop;
mod signals;
mod skips;
mod statements;
mod story;
mod streams;
mod tabs;
mod terminals;
mod texts;
mod till;
mod typed;

pub use crate::support::program::Shop;
