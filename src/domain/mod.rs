//! The domain model: terms, numbers and rules of the shop, as plain values and pure functions.
//!
//! Nothing here reads a file, a clock or an environment; `today` is always an argument. Every change
//! that can be made to the shop is one [`Command`], and every rule that says no is one [`Refusal`].

pub mod action;
pub mod ageing;
pub mod agreement;
pub mod appetite;
pub mod birthday;
pub mod command;
pub mod complaint;
pub mod contact;
pub mod container;
pub mod credit_limit;
pub mod customer;
pub mod damage;
pub mod day;
pub mod day_close;
pub mod delivery;
pub mod entry;
pub mod entry_kind;
pub mod field;
pub mod follow_up;
pub mod forecast;
pub mod id;
pub mod import;
pub mod jar;
pub mod language;
pub mod lifetime_value;
pub mod money;
pub mod payday;
pub mod payment;
pub mod payment_record;
pub mod plan;
pub mod price;
pub mod product;
pub mod progress;
pub mod promise;
pub mod quantity;
pub mod query;
pub mod record;
pub mod refusal;
pub mod reminder;
pub mod search_key;
pub mod season;
pub mod settlement;
pub mod shop;
pub mod skip;
pub mod stable_name;
pub mod tab;
pub mod text;
pub mod ticket;
pub mod trust;
pub mod urgency;
pub mod usage_log;
pub mod views;
pub mod visit_days;

pub use command::Command;
pub use day::Day;
pub use money::{Currency, Money};
pub use quantity::{Quantity, Rate};
pub use refusal::Refusal;
pub use stable_name::StableName;
