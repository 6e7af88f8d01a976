//! Options that filter a list: by customer and by date.

use super::values::{self, DayText};
use crate::domain::stable_name::keys;
use clap::Args;

/// Whose rows to list.
#[derive(Args, Clone, Debug, Default)]
pub struct Whose {
    /// Only customers of this area
    #[arg(long)]
    pub area: Option<String>,
    /// Only customers with this tag; repeat for several, of which they need all
    #[arg(long, alias = "tags")]
    pub tag: Vec<String>,
    /// Only this customer
    #[arg(long, value_name = "WHO")]
    pub customer: Option<String>,
}

impl Whose {
    /// Returns whether everybody's rows are asked for.
    pub fn is_empty(&self) -> bool {
        self.area.is_none() && self.tag.is_empty() && self.customer.is_none()
    }
}

/// Of which days to list the rows.
#[derive(Args, Clone, Debug, Default)]
pub struct Between {
    /// From this day on
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
    /// Up to this day
    #[arg(long, value_name = "DATE", alias = "until")]
    pub to: Option<DayText>,
}

/// The choice of the parts of today.
#[derive(Args, Debug, Default)]
pub struct Today {
    /// Only this part; repeat for more
    #[arg(long, value_name = "PART", value_parser = values::key::<Part>())]
    pub only: Vec<Part>,
    /// Whose rows.
    #[command(flatten)]
    pub whose: Whose,
}

/// A part of what is to be done today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Deliveries.
    Deliver,
    /// Tabs with money that is due.
    Collect,
    /// Follow-ups.
    Care,
    /// Products that run short.
    Short,
}

keys!(Part { Deliver = "deliver", Collect = "collect", Care = "care", Short = "short" });
