//! ricejar: the rice-shop notebook as a program.
pub mod app;
pub mod domain;
pub mod store;
