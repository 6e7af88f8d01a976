//! The screens that are more than one list: today, the insights, and the welcome.

pub mod first_steps;
pub mod insights;
pub mod today;
pub mod welcome;
