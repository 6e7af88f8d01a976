//! The one integration test program: the shop as a whole, on real files.

mod contract;
mod crash;
mod notebook;
mod properties;
mod story;
mod tidy;
