//! What the shop *is*: its words, numbers and rules, as plain values and pure functions.
//!
//! Nothing here reads a file, a clock or an environment; `today` is always an argument. Every change
//! that can be made to the shop is one [`Command`], and every rule that says no is one [`Refused`].

pub mod action;
pub mod command;
pub mod contact;
pub mod customer;
pub mod day;
pub mod delivery;
pub mod filed;
pub mod fold;
pub mod follow_up;
pub mod forecast;
pub mod id;
pub mod import;
pub mod jar;
pub mod key;
pub mod list;
pub mod money;
pub mod payday;
pub mod plan;
pub mod product;
pub mod quantity;
pub mod refused;
pub mod rows;
pub mod shop;
pub mod tab;
pub mod text;

pub use command::Command;
pub use day::Day;
pub use key::Key;
pub use money::{Currency, Money};
pub use quantity::{Quantity, Rate};
pub use refused::Refused;
