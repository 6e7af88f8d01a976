//! The trust grade of a customer: a sum of points from how they have paid so far. It decides nothing by itself; it is
//! shown where credit is decided.

use super::day::Day;
use super::payment_record::PaymentRecord;
use super::stable_name::keys;
use super::views::AccountStatus;

/// A trust grade.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TrustGrade {
    /// 85 points and more.
    A,
    /// 70 points and more.
    B,
    /// 50 points and more.
    C,
    /// Fewer points.
    D,
}

keys!(TrustGrade { A = "A", B = "B", C = "C", D = "D" });

/// Number of due days below which nothing is known of a customer.
const LEAST_TIMES: u32 = 3;

/// The sum of points behind a trust grade, at most 100 and never below zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TrustScore {
    /// Points for the share of due days on which all was paid in time: 100 for all of them.
    pub on_time: u32,
    /// Points taken for being late: one for each day that a due day was paid late on average, at most 40.
    pub late: u32,
    /// Points taken for broken promises to pay: 10 for each, at most 30.
    pub promises: u32,
    /// Points for the age of the tab: 2 for each full year, at most 10.
    pub years: u32,
}

impl TrustScore {
    /// Computes the score from an account as it stood on a day, and the number of promises to pay that were broken;
    /// `None` if fewer than `LEAST_TIMES` due days have passed.
    pub fn of(account: &AccountStatus, broken_promises: u32, today: Day) -> Option<Self> {
        let (record, since) = (account.record_on(today), account.history.since?);
        Self::of_record(record, broken_promises, today.years_since(since).unwrap_or(0))
    }

    fn of_record(record: PaymentRecord, broken_promises: u32, years: u32) -> Option<Self> {
        let PaymentRecord { times, on_time, late_days } = record;
        if times < LEAST_TIMES {
            return None;
        }
        let late_days = u32::try_from(late_days).unwrap_or(u32::MAX);
        Some(Self {
            on_time: rounded(on_time.saturating_mul(100), times),
            late: rounded(late_days, times).min(40),
            promises: broken_promises.saturating_mul(10).min(30),
            years: years.saturating_mul(2).min(10),
        })
    }

    /// Returns the sum of the points.
    pub const fn total(self) -> u32 {
        let sum = (self.on_time + self.years).saturating_sub(self.late + self.promises);
        if sum > 100 { 100 } else { sum }
    }

    /// Returns the grade of the sum.
    pub const fn grade(self) -> TrustGrade {
        match self.total() {
            85.. => TrustGrade::A,
            70.. => TrustGrade::B,
            50.. => TrustGrade::C,
            _ => TrustGrade::D,
        }
    }
}

/// Divides and rounds to the nearest whole number.
const fn rounded(dividend: u32, divisor: u32) -> u32 {
    dividend.saturating_add(divisor / 2) / divisor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(times: u32, on_time: u32, late_days: i64) -> PaymentRecord {
        PaymentRecord { times, on_time, late_days }
    }

    #[test]
    fn the_points_of_a_grade_add_up() {
        let of = |record, broken, years| TrustScore::of_record(record, broken, years).unwrap();
        let good = of(score(11, 9, 4), 0, 3);
        assert_eq!((good.on_time, good.late, good.promises, good.years), (82, 0, 0, 6));
        assert_eq!((good.total(), good.grade()), (88, TrustGrade::A));
        let bad = of(score(11, 9, 50), 2, 0);
        assert_eq!((bad.late, bad.promises, bad.total(), bad.grade()), (5, 20, 57, TrustGrade::C));
        let worst = of(score(4, 0, 4000), 99, 50);
        assert_eq!((worst.total(), worst.grade()), (0, TrustGrade::D));
        assert_eq!(of(score(4, 4, 0), 0, 50).total(), 100);
        assert_eq!(TrustScore::of_record(score(2, 0, 90), 0, 9), None);
    }
}
