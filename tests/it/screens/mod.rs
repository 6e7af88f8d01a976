//! The screens: pictures of each, journeys by keys, and any keys at any size.

mod acting;
mod everywhere;
mod figures;
mod files;
mod forms;
mod journeys;
mod learning;
mod long_work;
mod marks;
mod meanings;
mod mouse;
mod papers;
mod paths;
mod picture;
mod pictures;
mod properties;
mod rounds;
mod screenshots;
pub mod stage;
mod texts;
mod waiting;

pub use crate::support::usual as shop;
