//! The screens that are more than one list: the morning, the figures of the shop, and the first steps.

pub mod insights;
pub mod today;
pub mod welcome;
