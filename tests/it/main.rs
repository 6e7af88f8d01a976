//! The one test program: the whole of ricejar as its users meet it, and on the days they fear.

mod cli;
mod contract;
mod crash;
mod notebook;
mod properties;
mod story;
mod tidy;
