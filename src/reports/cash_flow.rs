//! The cash calendar: the money that is likely to come in during the coming weeks, and what buying costs in them.
//!
//! Money is expected on paydays: a debt on the first one that is not before its due day, a promised one on the promised
//! day. There the customer pays with the share of the due days that they have met so far, else a payday later with the
//! same share, and so on. The share is weighted with that of all customers, as two due days of theirs, so that a new
//! customer counts as an average one. Customers pay independently of each other; the debts of one are paid together.

use crate::domain::payment_record::PaymentRecord;
use crate::domain::promise::PromisedPayment;
use crate::domain::{Day, Money};
use chrono::Days;

/// The 90 % quantile of the normal distribution.
const ONE_IN_TEN: f64 = 1.2816;
/// Number of due days that the share of all customers counts for in that of one.
const PRIOR_TIMES: f64 = 2.0;
/// Share of due days that are met in a shop without any history.
const USUAL_SHARE: f64 = 0.8;
/// Number of days in a week of the calendar.
pub const WEEK: u64 = 7;

/// Money that a customer owes, or will owe when the goods of a plan are delivered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExpectedDebt {
    /// The due day.
    pub due: Day,
    /// The amount.
    pub amount: Money,
}

/// A customer who is expected to pay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Payer {
    /// The debts, the oldest due day first.
    pub debts: Vec<ExpectedDebt>,
    /// The open promise with the last day.
    pub promised: Option<PromisedPayment>,
    /// Their record of paying on time so far.
    pub record: PaymentRecord,
    /// Their paydays from today on; without a rule, the same weekday of every week.
    pub paydays: Vec<Day>,
}

/// The calendar.
#[derive(Clone, PartialEq, Debug)]
pub struct CashFlow {
    /// The weeks, of seven days each; the first begins today.
    pub weeks: Vec<CashWeek>,
    /// All of them together.
    pub total: CashWeek,
}

/// A week of the calendar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CashWeek {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// The amount that falls due in it; what was due before is in the first week.
    pub due: Money,
    /// The money that comes in at the 10 %, 50 % and 90 % quantiles.
    pub expected: [Money; 3],
    /// The cost of the goods to buy in it.
    pub buying: Money,
}

impl CashWeek {
    /// Returns the likely money less the cost of buying; negative if money is missing.
    pub fn net(&self) -> Money {
        self.expected[1] - self.buying
    }
}

/// Sums of a span of days.
#[derive(Clone, Copy, Default)]
struct Sums {
    due: Money,
    mean: f64,
    variance: f64,
    /// The most that can come in.
    most: f64,
    buying: Money,
}

impl CashFlow {
    /// Computes the calendar of so many weeks from the payers and the costs of buying by day.
    pub fn new(today: Day, weeks: u16, payers: &[Payer], buying: &[(Day, Money)]) -> Self {
        let weeks = usize::from(weeks.max(1));
        let mut sums = vec![Sums::default(); weeks];
        let mut total = Sums::default();
        let usual = usual_share(payers);
        for payer in payers {
            payer.add_to(&mut sums, &mut total, (today, usual));
        }
        for (day, cost) in buying {
            if let Some(week) = week_of(today, *day).and_then(|week| sums.get_mut(week)) {
                week.buying += *cost;
                total.buying += *cost;
            }
        }
        let span = |first: usize, count: usize, sums: &Sums| {
            let from = today + Days::new(WEEK * first as u64);
            let until = from + Days::new((WEEK * count as u64).saturating_sub(1));
            CashWeek { from, until, due: sums.due, expected: sums.quantiles(), buying: sums.buying }
        };
        Self {
            weeks: sums.iter().enumerate().map(|(nth, sums)| span(nth, 1, sums)).collect(),
            total: span(0, weeks, &total),
        }
    }
}

/// Returns the share of due days that all payers together have met.
fn usual_share(payers: &[Payer]) -> f64 {
    let times: f64 = payers.iter().map(|payer| f64::from(payer.record.times)).sum();
    let met: f64 = payers.iter().map(|payer| f64::from(payer.record.on_time)).sum();
    (met + PRIOR_TIMES * USUAL_SHARE) / (times + PRIOR_TIMES)
}

/// Returns the number of the week of a day, counted from 0; the first one for an earlier day.
fn week_of(today: Day, day: Day) -> Option<usize> {
    usize::try_from((day - today).num_days().max(0)).ok().map(|days| days / WEEK as usize)
}

/// The likely payment of a week: what one payer adds to its sums.
#[derive(Clone, Copy, Default)]
struct Payment {
    mean: f64,
    deviation: f64,
    most: f64,
}

impl Payment {
    /// Adds an amount that is paid with a chance. The debts of a payer are paid together, so that their deviations
    /// add up.
    fn add(&mut self, amount: f64, chance: f64) {
        if chance > 0.0 {
            self.mean += amount * chance;
            self.deviation += amount * (chance * (1.0 - chance)).max(0.0).sqrt();
            self.most += amount;
        }
    }
}

impl Payer {
    /// Adds the money that this payer owes and brings.
    fn add_to(&self, sums: &mut [Sums], total: &mut Sums, (today, usual): (Day, f64)) {
        let share = (f64::from(self.record.on_time) + PRIOR_TIMES * usual)
            / (f64::from(self.record.times) + PRIOR_TIMES);
        let mut weeks = vec![Payment::default(); sums.len()];
        let mut all = Payment::default();
        for (first, amount) in self.first_expected() {
            let amount = amount.minor() as f64;
            let mut within = 0.0;
            for (week, chance) in self.chances(first.max(today), today, share) {
                if let Some(payment) = weeks.get_mut(week) {
                    payment.add(amount, chance);
                    within += chance;
                }
            }
            all.add(amount, within);
        }
        for debt in &self.debts {
            if let Some(week) = week_of(today, debt.due).and_then(|week| sums.get_mut(week)) {
                week.due += debt.amount;
                total.due += debt.amount;
            }
        }
        sums.iter_mut().zip(weeks).for_each(|(sums, payment)| sums.add(payment));
        total.add(all);
    }

    /// Returns the amounts with the days on which they are first expected: of what is promised the promised day, of
    /// the rest the due days.
    fn first_expected(&self) -> Vec<(Day, Money)> {
        let Some(promise) = self.promised else {
            return self.debts.iter().map(|debt| (debt.due, debt.amount)).collect();
        };
        let mut left = promise.amount.unwrap_or(Money::MAX);
        let parts = self.debts.iter().flat_map(|debt| {
            let promised = left.min(debt.amount);
            left -= promised;
            [(promise.by, promised), (debt.due, debt.amount - promised)]
        });
        parts.filter(|(_, amount)| amount.is_positive()).collect()
    }

    /// Returns the chance of a payment in each week, for money that is first expected on a day: with the share on
    /// the first payday from then on, else on the next one, and so on.
    fn chances(&self, first: Day, today: Day, share: f64) -> Vec<(usize, f64)> {
        // Money that was due before today is paid on a payday. What is due or promised later is paid on its day.
        let first = (first > today).then_some(first);
        let later = self.paydays.iter().copied().filter(|payday| Some(*payday) > first);
        let (mut open, mut chances) = (1.0, Vec::new());
        for day in first.into_iter().chain(later) {
            let chance = open * share;
            open -= chance;
            chances.extend(week_of(today, day).map(|week| (week, chance)));
        }
        chances
    }
}

impl Sums {
    fn add(&mut self, payment: Payment) {
        self.mean += payment.mean;
        self.variance += payment.deviation * payment.deviation;
        self.most += payment.most;
    }

    fn quantiles(&self) -> [Money; 3] {
        let unsure = ONE_IN_TEN * self.variance.sqrt();
        let money = |units: f64| Money::from_minor(units.clamp(0.0, self.most).round() as i64);
        [self.mean - unsure, self.mean, self.mean + unsure].map(money)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u64) -> Day {
        Day::from_ymd_opt(2026, 3, 2).unwrap() + Days::new(n)
    }

    /// Somebody who owes 100 due on a day, is paid every second week, and has met so many of ten due days.
    fn payer(due: u64, on_time: u32) -> Payer {
        Payer {
            debts: vec![ExpectedDebt { due: day(due), amount: Money::from_minor(100) }],
            promised: None,
            record: PaymentRecord { times: 10, on_time, late_days: 0 },
            paydays: [3, 17, 31].map(day).to_vec(),
        }
    }

    fn likely(payers: &[Payer]) -> Vec<i64> {
        let flow = CashFlow::new(day(0), 5, payers, &[]);
        flow.weeks.iter().map(|week| week.expected[1].minor()).collect()
    }

    #[test]
    fn money_is_expected_on_paydays_by_the_own_record() {
        // Always on time, a single payer: the shop's share is 11.6 of 12, and so is the own one by and by.
        assert_eq!(likely(&[payer(3, 10)]), [99, 0, 1, 0, 0]);
        // Five of ten: half of it comes two weeks later, a quarter after that.
        let [first, second, third, _, fifth] = likely(&[payer(3, 5)])[..] else { panic!() };
        assert!((50..60).contains(&first) && second == 0, "{first}");
        assert!((20..30).contains(&third) && (8..15).contains(&fifth), "{third} {fifth}");
        // A debt that is late is paid on the next payday.
        let late = Payer { paydays: vec![day(10), day(24)], ..payer(0, 10) };
        assert_eq!(likely(&[late]), [0, 99, 0, 1, 0]);
    }

    #[test]
    fn a_promised_amount_is_expected_on_the_promised_day() {
        let by = |n, amount| Payer {
            promised: Some(PromisedPayment { by: day(n), amount }),
            ..payer(3, 10)
        };
        assert_eq!(likely(&[by(9, None)]), [0, 99, 1, 0, 0]);
        assert_eq!(likely(&[by(9, Some(Money::from_minor(40)))]), [60, 40, 1, 0, 0]);
    }

    #[test]
    fn the_weeks_hold_what_falls_due_and_what_buying_costs() {
        let buying = [(day(0), Money::from_minor(30)), (day(8), Money::from_minor(20))];
        let flow = CashFlow::new(day(0), 2, &[payer(3, 10), payer(40, 10)], &buying);
        let seen = |week: &CashWeek| (week.until, week.due.minor(), week.buying.minor());
        assert_eq!(
            flow.weeks.iter().map(seen).collect::<Vec<_>>(),
            [(day(6), 100, 30), (day(13), 0, 20)]
        );
        assert_eq!(seen(&flow.total), (day(13), 100, 50));
        assert_eq!(flow.total.net().minor(), 50);
    }

    #[test]
    fn many_payers_are_surer_than_one_and_nobody_pays_more_than_is_owed() {
        let one = CashFlow::new(day(0), 1, &[payer(3, 5)], &[]).total.expected;
        assert_eq!([one[0], one[2]], [Money::ZERO, Money::from_minor(100)]);
        let many: Vec<Payer> = (0..100).map(|_| payer(3, 5)).collect();
        let [low, likely, high] = CashFlow::new(day(0), 1, &many, &[]).total.expected;
        assert!(
            low > Money::from_minor(4_000) && high < Money::from_minor(6_500),
            "{low:?} {high:?}"
        );
        assert!(low < likely && likely < high);
    }
}
