//! Sentences about the purchases of a customer and what they are worth.

use super::Localizer;
use crate::domain::lifetime_value::{PurchaseRecord, whole};
use crate::domain::{Day, Quantity};

impl Localizer {
    /// Describes the purchases of a customer, with the sum of their simple value of a year; empty without any.
    pub fn purchases(&self, record: Option<&PurchaseRecord>, today: Day) -> String {
        let Some(record) = record else { return String::new() };
        let average = self.money(whole(record.average()));
        let gap = record.usual_gap().map_or(0, |days| days.round() as i64);
        let args = [
            ("count", record.purchases.into()),
            ("average", average.as_str().into()),
            ("days", gap.into()),
            ("last", self.day_near(record.last, today).into()),
            ("risk", self.label(record.risk(today)).into()),
        ];
        let bought = self.format("buys", &args);
        let (Some(a_year), Some(value)) = (record.a_year(today), record.simple_value(today, 1))
        else {
            return bought;
        };
        let times = Quantity::from_thousandths((a_year * 10.0).round() as i64 * 100);
        let args = [
            ("bought", bought.into()),
            ("average", average.into()),
            ("times", times.to_string().into()),
            ("value", self.money(whole(value)).into()),
        ];
        self.format("buys-a-year", &args)
    }
}
