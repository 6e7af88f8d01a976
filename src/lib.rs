//! ricejar: the rice-shop notebook as a program.
pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod reports;
pub mod store;
pub mod words;
