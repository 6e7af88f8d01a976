//! Why a jar is forecast as it is: the parts of the sum, for a sentence.

use crate::domain::customer::{Away, Household};
use crate::domain::forecast::RatePart;
use crate::domain::jar::Jar;
use crate::domain::product::Product;
use crate::domain::views::{CustomerLabel, JarRow};
use crate::domain::{Day, Quantity};

/// Inputs of a forecast, for its explanation.
#[derive(Clone, PartialEq, Debug)]
pub struct ForecastExplanation {
    /// Owner of the jar.
    pub who: CustomerLabel,
    /// Of what.
    pub product: Product,
    /// Settings of the jar.
    pub jar: Jar,
    /// The forecast; `None` if nothing was ever seen or brought, or no use is known.
    pub row: Option<JarRow>,
    /// Person who took the last reading; empty if unknown.
    pub seen_by: String,
    /// Parts of the rate; they multiply out to it.
    pub parts: Vec<RatePart>,
    /// From how many jars the shop knows the use of similar customers; below 1 it is assumed.
    pub similar: f64,
    /// About how much is left today, days away taken into account.
    pub level: Option<Quantity>,
    /// The people who eat from it today.
    pub household: Household,
    /// The times away after the anchor.
    pub away: Vec<Away>,
    /// The day of the forecast.
    pub day: Day,
}
