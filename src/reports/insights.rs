//! Key figures: weeks, months, best customers, receivables by age, jars by safe day.

use crate::domain::id::{CustomerId, ProductId};
use crate::domain::tab::Ageing;
use crate::domain::views::{Sale, SalesSums, TabRow};
use crate::domain::{Day, Money, Quantity};
use chrono::{Datelike, Days, Months};
use std::collections::{BTreeMap, HashMap};

/// Number of past weeks covered.
pub const WEEKS: u64 = 12;
/// Number of days ahead covered.
pub const AHEAD: u64 = 30;
/// Number of best customers listed.
pub const BEST: usize = 50;

/// The figures of a day.
#[derive(Clone, PartialEq, Debug)]
pub struct Insights {
    /// The day.
    pub day: Day,
    /// The last weeks from Monday to Sunday, the oldest first; the newest may not be over.
    pub weeks: Vec<InsightSums>,
    /// This month until the day, last month until the same day of it, and the whole of last month.
    pub months: [InsightSums; 3],
    /// Customers by sales in these weeks, best first.
    pub best: Vec<Buyer>,
    /// Number of customers with any sales in these weeks.
    pub buyers: usize,
    /// Number of best customers that make 80% of sales.
    pub vital: usize,
    /// Receivables by age.
    pub ageing: Ageing,
    /// Number of jars by safe day, starting with the day itself.
    pub safe_until: Vec<(Day, u32)>,
    /// Number of jars past their safe day.
    pub unsafe_now: u32,
}

/// Sales and payments of a period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InsightSums {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// Quantity delivered in each unit, that of the goods that brought the most money in all weeks
    /// first.
    pub brought: Vec<(Quantity, String)>,
    /// The charges of deliveries, and their cost.
    pub sales: SalesSums,
    /// Amount paid.
    pub paid: Money,
}

/// A customer by what they bought.
#[derive(Clone, PartialEq, Debug)]
pub struct Buyer {
    /// The customer and the state of their tab.
    pub row: TabRow,
    /// For how much they bought.
    pub amount: Money,
    /// Their share of all sales, in thousandths.
    pub share: i64,
    /// The share of everybody from the best to this one, in thousandths.
    pub together: i64,
}

/// Sales that are being summed, one by one and in any order.
#[derive(Default)]
pub struct Sales {
    days: BTreeMap<(Day, ProductId), SalesSums>,
    customers: HashMap<CustomerId, Money>,
}

/// The rest that insights are worked out from.
pub struct Facts {
    /// Sales by customer, best first: [`Sales::take_ranking`].
    pub ranking: Vec<(CustomerId, Money)>,
    /// The first [`BEST`] of them, in any order.
    pub best: Vec<TabRow>,
    /// The unit of each product.
    pub units: BTreeMap<ProductId, String>,
    /// Payments by day.
    pub paid: Vec<(Day, Money)>,
    /// Receivables by age.
    pub ageing: Ageing,
    /// Number of jars by safe day.
    pub jars: Vec<(Day, u32)>,
}

/// The first day of which insights of `day` want to know the sales.
pub fn first_day(day: Day) -> Day {
    // Twelve weeks always reach back to the first of last month.
    monday_of(day).checked_sub_days(Days::new(7 * (WEEKS - 1))).unwrap_or(day)
}

fn monday_of(day: Day) -> Day {
    let since = day.weekday().num_days_from_monday();
    day.checked_sub_days(Days::new(since.into())).unwrap_or(day)
}

impl Sales {
    /// Adds one line that was brought.
    pub fn add(&mut self, sale: Sale) {
        *self.days.entry((sale.on, sale.product)).or_default() += SalesSums::from(&sale);
        *self.customers.entry(sale.customer).or_default() += sale.amount;
    }

    /// Returns sales by customer, best first, and forgets them: there are many.
    pub fn take_ranking(&mut self) -> Vec<(CustomerId, Money)> {
        let mut ranking: Vec<_> = std::mem::take(&mut self.customers).into_iter().collect();
        ranking.sort_by_key(|(id, sum)| (std::cmp::Reverse(*sum), *id));
        ranking
    }
}

impl Insights {
    /// The insights of a day.
    pub fn new(day: Day, sales: &Sales, facts: Facts) -> Self {
        let units = units(sales, &facts.units);
        let sums = |from: Day, until: Day| sums(sales, &facts, &units, from, until);
        let monday = monday_of(day);
        let week = |back: u64| {
            let from = monday.checked_sub_days(Days::new(7 * back)).unwrap_or(day);
            sums(from, from.checked_add_days(Days::new(6)).unwrap_or(day).min(day))
        };
        let first = day.with_day(1).unwrap_or(day);
        let first_of_last = first.checked_sub_months(Months::new(1)).unwrap_or(first);
        let months = [
            sums(first, day),
            // A month later the 31st is the 30th or the 28th, whichever there is.
            sums(first_of_last, day.checked_sub_months(Months::new(1)).unwrap_or(day)),
            sums(first_of_last, first.pred_opt().unwrap_or(first)),
        ];

        let ranking = &facts.ranking;
        let total: Money = ranking.iter().map(|(_, sum)| *sum).sum();
        let mut rows: BTreeMap<_, _> = facts.best.iter().map(|row| (row.who.id, row)).collect();
        let (mut together, mut vital, mut named) = (Money::ZERO, 0, Vec::new());
        for (id, amount) in ranking {
            vital += usize::from(thousandths(together, total) < 800);
            together += *amount;
            named.extend(rows.remove(id).map(|row| Buyer {
                row: row.clone(),
                amount: *amount,
                share: thousandths(*amount, total),
                together: thousandths(together, total),
            }));
        }

        let jars: BTreeMap<Day, u32> = facts.jars.iter().copied().collect();
        let ahead = day.iter_days().take(AHEAD as usize);
        Self {
            day,
            weeks: (0..WEEKS).rev().map(week).collect(),
            months,
            best: named,
            buyers: ranking.len(),
            vital,
            ageing: facts.ageing,
            safe_until: ahead.map(|day| (day, jars.get(&day).copied().unwrap_or(0))).collect(),
            unsafe_now: jars.range(..day).map(|(_, count)| count).sum(),
        }
    }
}

/// Returns the units of the goods that were sold, that of the goods that brought the most money first.
fn units<'a>(sales: &Sales, units: &'a BTreeMap<ProductId, String>) -> Vec<&'a str> {
    let mut money: BTreeMap<&str, Money> = BTreeMap::new();
    for ((_, product), sums) in &sales.days {
        if let Some(unit) = units.get(product) {
            *money.entry(unit).or_default() += sums.revenue;
        }
    }
    let mut units: Vec<_> = money.into_iter().collect();
    units.sort_by_key(|(_, sum)| std::cmp::Reverse(*sum));
    units.into_iter().map(|(unit, _)| unit).collect()
}

fn sums(sales: &Sales, facts: &Facts, units: &[&str], from: Day, until: Day) -> InsightSums {
    let (mut sold, mut brought) = (SalesSums::default(), BTreeMap::<&str, Quantity>::new());
    let days = (from, ProductId::new(i64::MIN))..=(until, ProductId::new(i64::MAX));
    let days = (from <= until).then(|| sales.days.range(days)).into_iter().flatten();
    for ((_, product), sums) in days {
        sold += *sums;
        if let Some(unit) = facts.units.get(product) {
            *brought.entry(unit).or_default() += sums.quantity;
        }
    }
    let brought = units.iter().filter_map(|unit| Some((*brought.get(unit)?, (*unit).to_owned())));
    let within = facts.paid.iter().filter(|(day, _)| (from..=until).contains(day));
    InsightSums {
        from,
        until,
        brought: brought.filter(|(quantity, _)| !quantity.is_zero()).collect(),
        sales: sold,
        paid: within.map(|(_, amount)| *amount).sum(),
    }
}

/// A part of a whole, in thousandths, rounded; zero of nothing.
fn thousandths(part: Money, whole: Money) -> i64 {
    if !whole.is_positive() {
        return 0;
    }
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    let thousandths = (2000 * part + part.signum() * whole) / (2 * whole);
    i64::try_from(thousandths).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;
    use crate::domain::payday::Payday;
    use crate::domain::views::{AccountStatus, CustomerLabel};

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap()
    }

    fn row(customer: CustomerId) -> TabRow {
        let (code, name) = (format!("C{}", customer.number()), String::new());
        let who =
            CustomerLabel { id: customer, code, name, area: String::new(), address: String::new() };
        TabRow {
            who,
            phone: String::new(),
            payday: Payday::NONE,
            standing: AccountStatus::default(),
            promised: None,
            trust: None,
            has_complaint: false,
        }
    }

    /// The insights of a day on which these were sold: when, to whom, how many kilograms at 10.
    fn insights(today: &str, sold: &[(&str, i64, i64)]) -> Insights {
        let mut sales = Sales::default();
        for (on, customer, kilograms) in sold {
            sales.add(Sale {
                on: day(on),
                customer: CustomerId::new(*customer),
                product: ProductId::new(1),
                quantity: Quantity::whole(*kilograms),
                amount: Money::from_minor(10 * kilograms),
                cost: None,
            });
        }
        let ranking = sales.take_ranking();
        let facts = Facts {
            best: ranking.iter().map(|(customer, _)| row(*customer)).collect(),
            ranking,
            units: [(ProductId::new(1), "kg".to_owned())].into(),
            paid: vec![(day("2026-03-01"), Money::from_minor(7))],
            ageing: Ageing::default(),
            jars: vec![(day("2026-03-30"), 2), (day("2026-03-31"), 3), (day("2026-04-29"), 1)],
        };
        Insights::new(day(today), &sales, facts)
    }

    #[test]
    fn twelve_weeks_from_monday_on_reach_back_to_the_first_of_last_month() {
        let sold = [("2026-01-12", 1, 4), ("2026-03-29", 1, 2), ("2026-03-30", 1, 3)];
        let insights = insights("2026-03-31", &sold);
        let weeks: Vec<_> =
            insights.weeks.iter().map(|week| (week.from, week.sales.revenue.minor())).collect();
        assert_eq!(weeks.len(), 12);
        assert_eq!(weeks.first(), Some(&(day("2026-01-12"), 40)));
        assert_eq!(weeks.get(10..), Some(&[(day("2026-03-23"), 20), (day("2026-03-30"), 30)][..]));
        for today in ["2026-03-31", "2026-01-01", "2024-02-29", "2026-05-31"] {
            assert!(first_day(day(today)) <= insights_month_before(day(today)), "{today}");
        }
    }

    fn insights_month_before(day: Day) -> Day {
        day.with_day(1).unwrap() - Months::new(1)
    }

    // F13.
    #[test]
    fn every_unit_is_counted_the_one_that_brings_the_most_money_first() {
        let mut sales = Sales::default();
        for (product, quantity, amount) in [(1, 20, 40), (2, 3, 90), (3, 5, 70), (4, 8, 5)] {
            sales.add(Sale {
                on: day("2026-03-03"),
                customer: CustomerId::new(1),
                product: ProductId::new(product),
                quantity: Quantity::whole(quantity),
                amount: Money::from_minor(amount),
                cost: None,
            });
        }
        let units = [(1, "kg"), (2, "cylinders"), (3, "kg"), (4, "L")];
        let facts = Facts {
            ranking: sales.take_ranking(),
            best: Vec::new(),
            units: units.map(|(id, unit)| (ProductId::new(id), unit.to_owned())).into(),
            paid: Vec::new(),
            ageing: Ageing::default(),
            jars: Vec::new(),
        };
        let [month, ..] = Insights::new(day("2026-03-31"), &sales, facts).months;
        let brought = [(25, "kg"), (3, "cylinders"), (8, "L")];
        let brought = brought.map(|(sum, unit)| (Quantity::whole(sum), unit.to_owned()));
        assert_eq!(month.brought, brought);
    }

    #[test]
    fn a_month_is_set_against_the_same_days_of_the_last_one() {
        let sold = [("2026-02-28", 1, 4), ("2026-02-01", 1, 1), ("2026-03-31", 1, 3)];
        let months = insights("2026-03-31", &sold).months;
        let sums =
            months.map(|month| (month.until, month.sales.revenue.minor(), month.paid.minor()));
        let february = (day("2026-02-28"), 50, 0);
        assert_eq!(sums, [(day("2026-03-31"), 30, 7), february, february]);
        let months = insights("2026-03-10", &sold).months;
        assert_eq!(months.map(|month| month.sales.revenue.minor()), [0, 10, 50]);
    }

    #[test]
    fn the_best_are_those_who_together_bring_four_fifths() {
        let sold = [
            ("2026-03-03", 1, 50),
            ("2026-03-03", 2, 30),
            ("2026-03-03", 3, 15),
            ("2026-03-03", 4, 5),
        ];
        let insights = insights("2026-03-31", &sold);
        assert_eq!((insights.vital, insights.buyers), (2, 4));
        let shares: Vec<_> =
            insights.best.iter().map(|buyer| (buyer.share, buyer.together)).collect();
        assert_eq!(shares, [(500, 500), (300, 800), (150, 950), (50, 1000)]);
        assert_eq!(super::tests::insights("2026-03-31", &[]).vital, 0);
    }

    #[test]
    fn jars_past_their_safe_day_are_counted_apart() {
        let insights = insights("2026-03-31", &[]);
        assert_eq!(insights.unsafe_now, 2);
        assert_eq!(insights.safe_until.len(), AHEAD as usize);
        assert_eq!(insights.safe_until.first(), Some(&(day("2026-03-31"), 3)));
        assert_eq!(insights.safe_until.last(), Some(&(day("2026-04-29"), 1)));
    }
}
