//! The one test program: the whole of ricejar as its users meet it, and on the days they fear.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that stops says where"
)]

mod cli;
mod contract;
mod crash;
mod files;
mod formats;
mod keys;
mod opening;
mod properties;
mod screens;
mod sentences;
mod story;
mod support;
mod terminal;
mod tidy;
mod together;
mod windows;

use support::notebook;
