//! The models of customer value against the values that others have published for a known shop.
//!
//! `cargo bench --bench value -- FOLDER` reads two files of the folder. `transactions_sample.csv` has the columns
//! `customer_id`, `date` and, last, `amount`. `expected_per_customer.csv` has, beside `customer_id`, the columns of
//! [`COMPARED`]. It fits the models to the purchases up to 1997-09-30, and prints the parameters, the largest relative
//! difference of each column, and how long a fit takes, also of ten times as many customers.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that stops says where, and prints what it measured"
)]

use ricejar::domain::id::{CustomerId, ProductId};
use ricejar::domain::lifetime_value::{PurchaseRecord, ValueModel, rfm_scores};
use ricejar::domain::views::Sale;
use ricejar::domain::{Day, Money, Quantity};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

/// The last day of the purchases that the models are fitted to.
const UNTIL: &str = "1997-09-30";
/// The weeks after it for which purchases are expected.
const WEEKS: u32 = 39;
/// The columns with the expected values, in the order of [`figures`].
const COMPARED: [&str; 10] = [
    "bgnbd_exp_39w",
    "bgnbd_p_alive",
    "bgnbd_p_buy_any_39w",
    "gg_exp_spend",
    "clv_39w_undiscounted",
    "clv_12m_bg_gg",
    "clv_simple_1y",
    "rfm_R",
    "rfm_F",
    "rfm_M",
];

fn main() {
    let Some(folder) = std::env::args().skip(1).find(|word| !word.starts_with('-')) else {
        println!("usage: cargo bench --bench value -- FOLDER");
        return;
    };
    let folder = Path::new(&folder);
    let until: Day = UNTIL.parse().unwrap();
    let customers = records(&folder.join("transactions_sample.csv"), until);
    let records: Vec<PurchaseRecord> = customers.values().copied().collect();

    let model = timed("fit", &records, until);
    println!("{model:#?}");
    let ten_times: Vec<PurchaseRecord> =
        std::iter::repeat_n(&records, 10).flatten().copied().collect();
    timed("fit of ten times as many", &ten_times, until);

    let begun = Instant::now();
    let scores = rfm_scores(&records);
    let figures: BTreeMap<i64, [f64; 10]> = customers
        .iter()
        .zip(scores)
        .map(|((id, record), rfm)| {
            let expected = model.expect(record, until, WEEKS);
            let figures = [
                expected.purchases,
                expected.chance_active,
                expected.chance_of_purchase,
                expected.amount / 100.0,
                expected.money / 100.0,
                expected.discounted / 100.0,
                record.simple_value(until, 1).unwrap() / 100.0,
                rfm.recency.into(),
                rfm.frequency.into(),
                rfm.monetary.into(),
            ];
            (*id, figures)
        })
        .collect();
    println!("values of {} customers: {:.1?}", records.len(), begun.elapsed());
    compare(&folder.join("expected_per_customer.csv"), &figures);
}

fn timed(what: &str, records: &[PurchaseRecord], until: Day) -> ValueModel {
    let begun = Instant::now();
    let model = ValueModel::fit(records, until);
    println!("{what}: {} customers, {:.1?}", records.len(), begun.elapsed());
    model
}

fn rows(file: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// Returns the purchases of each customer until a day.
fn records(file: &Path, until: Day) -> BTreeMap<i64, PurchaseRecord> {
    let mut sales: Vec<Sale> = rows(file)[1..]
        .iter()
        .map(|row| Sale {
            on: row[1].parse().unwrap(),
            customer: CustomerId::new(row[0].parse().unwrap()),
            product: ProductId::new(1),
            quantity: Quantity::whole(1),
            amount: Money::from_minor(
                (row.last().unwrap().parse::<f64>().unwrap() * 100.0).round() as i64,
            ),
            cost: None,
        })
        .collect();
    sales.retain(|sale| sale.on <= until);
    sales.sort_by_key(|sale| sale.on);
    let mut records: BTreeMap<i64, Option<PurchaseRecord>> = BTreeMap::new();
    for sale in &sales {
        PurchaseRecord::add(records.entry(sale.customer.number()).or_default(), sale);
    }
    records.into_iter().filter_map(|(id, record)| Some((id, record?))).collect()
}

fn compare(file: &Path, figures: &BTreeMap<i64, [f64; 10]>) {
    let rows = rows(file);
    for (place, column) in COMPARED.iter().enumerate() {
        let at = rows[0].iter().position(|name| name == column).unwrap();
        let difference = |row: &Vec<String>| {
            let expected: f64 = row[at].parse().unwrap();
            let computed = figures[&row[0].parse().unwrap()][place];
            (computed - expected).abs() / expected.abs().max(f64::MIN_POSITIVE)
        };
        let worst = rows[1..].iter().map(difference).fold(0.0, f64::max);
        println!("{column:24}{worst:.1e}");
    }
}
