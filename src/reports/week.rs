//! The week as a board: what each of its days has to bring, has brought, and could bring.

use chrono::Weekday;

use crate::domain::delivery::DeliveryStage;
use crate::domain::id::DeliveryId;
use crate::domain::views::DayLine;
use crate::domain::{Day, Quantity};

/// The days of a week, from Monday to Sunday.
#[derive(Clone, PartialEq, Debug)]
pub struct Week {
    /// Its days, in their order.
    pub days: Vec<WeekDay>,
}

/// Totals of a day.
#[derive(Clone, PartialEq, Debug)]
pub struct WeekDay {
    /// The day.
    pub day: Day,
    /// Stops that are promised; on today's with those that are open from before.
    pub open: u32,
    /// Those of them whose day is over.
    pub late: u32,
    /// Stops that were made.
    pub done: u32,
    /// Stops where nobody was.
    pub missed: u32,
    /// Stops that the forecasts ask for and nobody has promised.
    pub proposed: u32,
    /// Quantity to deliver or delivered, by unit.
    pub load: Vec<(String, Quantity)>,
    last: Option<DeliveryId>,
}

impl Week {
    /// The week of a day, without anything in it.
    pub fn of(day: Day) -> Self {
        let days = day.week(Weekday::Mon).first_day().iter_days().take(7);
        Self { days: days.map(WeekDay::new).collect() }
    }

    /// Its first day and its last.
    pub fn ends(&self) -> Option<(Day, Day)> {
        Some((self.days.first()?.day, self.days.last()?.day))
    }

    /// Returns whether the week contains a day.
    pub fn holds(&self, day: Day) -> bool {
        self.days.iter().any(|one| one.day == day)
    }

    /// Adds a line of a delivery to its day.
    pub fn add(&mut self, line: &DayLine, today: Day) {
        if let Some(day) = self.day_mut(line.day) {
            day.add(line, today);
        }
    }

    /// Adds a line of a delivery that should have come before today to today, where it is made up for.
    pub fn carry_over(&mut self, line: &DayLine, today: Day) {
        if let Some(day) = self.day_mut(today) {
            day.add(line, today);
        }
    }

    /// Adds a delivery that is proposed for a day.
    pub fn propose(&mut self, on: Day) {
        if let Some(day) = self.day_mut(on) {
            day.proposed += 1;
        }
    }

    fn day_mut(&mut self, day: Day) -> Option<&mut WeekDay> {
        self.days.iter_mut().find(|one| one.day == day)
    }
}

impl WeekDay {
    fn new(day: Day) -> Self {
        let load = Vec::new();
        Self { day, open: 0, late: 0, done: 0, missed: 0, proposed: 0, load, last: None }
    }

    /// Stops that were to be made, whether they were or not.
    pub fn stops(&self) -> u32 {
        self.open + self.done
    }

    fn add(&mut self, line: &DayLine, today: Day) {
        // The lines of one delivery come one after the other, and are one stop.
        if self.last.replace(line.delivery) != Some(line.delivery) {
            match line.stage {
                DeliveryStage::Planned => {
                    self.open += 1;
                    self.late += u32::from(line.day < today);
                }
                DeliveryStage::Done => self.done += 1,
                DeliveryStage::Missed => self.missed += 1,
                DeliveryStage::Cancelled => {}
            }
        }
        let counts = matches!(line.stage, DeliveryStage::Planned | DeliveryStage::Done);
        if counts && line.quantity.is_positive() {
            match self.load.iter_mut().find(|(unit, _)| *unit == line.unit) {
                Some((_, sum)) => *sum += line.quantity,
                None => self.load.push((line.unit.clone(), line.quantity)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;
    use crate::domain::id::CustomerId;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap()
    }

    fn line(on: &str, delivery: i64, stage: DeliveryStage, kilograms: i64) -> DayLine {
        DayLine {
            day: day(on),
            delivery: DeliveryId::new(delivery),
            customer: CustomerId::new(delivery),
            stage,
            quantity: Quantity::whole(kilograms),
            unit: "kg".to_owned(),
        }
    }

    #[test]
    fn a_delivery_of_two_products_is_one_stop_and_loads_both() {
        let today = day("2026-03-27");
        let mut week = Week::of(today);
        for line in [
            line("2026-03-26", 1, DeliveryStage::Done, 10),
            line("2026-03-26", 1, DeliveryStage::Done, 5),
            line("2026-03-26", 2, DeliveryStage::Planned, 20),
            line("2026-03-26", 3, DeliveryStage::Missed, 7),
            line("2026-03-26", 4, DeliveryStage::Cancelled, 7),
        ] {
            week.add(&line, today);
        }
        week.carry_over(&line("2026-03-26", 2, DeliveryStage::Planned, 20), today);
        let of = |on: &str| week.days.iter().find(|one| one.day == day(on)).unwrap();
        let thursday = of("2026-03-26");
        assert_eq!((thursday.open, thursday.late, thursday.done, thursday.missed), (1, 1, 1, 1));
        assert_eq!(thursday.load, [("kg".to_owned(), Quantity::whole(35))]);
        let friday = of("2026-03-27");
        assert_eq!((friday.open, friday.late, friday.stops()), (1, 1, 1));
    }

    #[test]
    fn a_week_is_from_monday_to_sunday_whatever_its_day() {
        for on in ["2026-03-23", "2026-03-27", "2026-03-29"] {
            assert_eq!(Week::of(day(on)).ends(), Some((day("2026-03-23"), day("2026-03-29"))));
        }
    }
}
