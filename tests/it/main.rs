//! The one test program: the whole of ricejar as its users meet it.

mod cli;
mod screens;
mod terminal;
