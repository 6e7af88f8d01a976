//! `collect`.

use super::filter::Whose;
use super::values::DayText;
use clap::Args;

/// The tabs to collect.
#[derive(Args, Debug)]
pub struct Collect {
    /// Date [default: today]
    pub day: Option<DayText>,
    /// Whose tabs.
    #[command(flatten)]
    pub whose: Whose,
}
