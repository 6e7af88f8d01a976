//! Wang's story by commands: half a year of a household of five, from a shell.

use super::Shop;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs;

/// What they really eat in a day, in thousandths of a kg: 12 kg in a month of thirty days.
const A_DAY: i64 = 400;

/// What the morning list asks for, by its first column.
fn asked<'a>(morning: &'a str, what: &str) -> Vec<Vec<&'a str>> {
    let rows = morning.lines().map(|row| row.split(',').collect::<Vec<_>>());
    rows.filter(|row| row[0] == what).collect()
}

/// Every table but the journal, which keeps what was taken back too.
fn tables(shop: &Shop, folder: &str) -> BTreeMap<String, String> {
    shop.says(&format!("export all -o {folder}"));
    let files = fs::read_dir(shop.file(folder)).unwrap().map(|file| file.unwrap());
    let named = files.map(|file| {
        let name = file.file_name().into_string().unwrap();
        (name, fs::read_to_string(file.path()).unwrap())
    });
    named.filter(|(name, _)| name != "journal.csv").collect()
}

#[test]
fn a_household_of_five_never_runs_out_and_is_asked_on_its_payday_alone() {
    let shop = Shop::new().on("2025-10-01");
    let empty = tables(&shop, "empty");
    shop.says("product add 蓬莱米 --unit kg --price 12 --pack 15 --stock 300");
    shop.says("customer add 林阿嬷 --adults 2 --children 2 --elders 1 --payday 25");
    shop.says("jar set C001 蓬莱米 --usual 15 --capacity 25 --monthly 12");
    shop.says("jar read C001 蓬莱米 13kg");

    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let (first, last) = (day("2025-10-02"), day("2026-04-01"));
    let (mut jar, mut sacks, mut paydays) = (13_000, 0, Vec::new());
    for today in first.iter_days().take_while(|day| *day < last) {
        jar -= A_DAY;
        assert!(jar > 0, "the jar is empty on {today}");
        let mut morning = shop.says(&format!("today --format csv --as-of {today}"));
        if !asked(&morning, "deliver").is_empty() {
            sacks += 1;
            shop.says(&format!("delivery plan C001 --on {today} --as-of {today}"));
            let left = format!("--left {}.{:03}kg", jar / 1000, jar % 1000);
            let care = "--old-out --cleaned --old-on-top";
            shop.says(&format!("delivery done {sacks} {left} {care} --as-of {today}"));
            jar += 15_000;
            assert!(jar <= 25_000, "no room on {today}");
            // Goods that come on the payday are due on it.
            morning = shop.says(&format!("today --format csv --as-of {today}"));
        }
        for row in asked(&morning, "collect") {
            assert_eq!(row[3], today.to_string(), "asked on another day than the payday");
            shop.says(&format!("tab pay C001 {} --method cash --as-of {today}", row[13]));
            paydays.push(today.to_string());
        }
    }
    assert!((4..=6).contains(&sacks), "{sacks} sacks for 72 kg");
    // February and the year's end are crossed; the 25th stays the 25th.
    assert!(paydays.iter().all(|day| day.ends_with("-25")), "{paydays:?}");
    assert!(paydays.iter().any(|day| day.starts_with("2026-02")), "{paydays:?}");
    assert!(paydays.len() >= 4, "{paydays:?}");

    let shop = shop.on("2026-04-01");
    assert_eq!(shop.says("check"), "Everything adds up.\n");
    let full = tables(&shop, "full");
    let all_of = |step: &str| {
        let steps =
            std::iter::repeat_with(|| shop.run(step)).take_while(|run| run.status.success());
        steps.count()
    };
    let undone = all_of("undo");
    assert_eq!(undone, 4 + 2 * sacks + paydays.len());
    assert_eq!(tables(&shop, "undone"), empty);
    assert_eq!(all_of("redo"), undone);
    assert_eq!(tables(&shop, "redone"), full);
    assert_eq!(shop.says("check"), "Everything adds up.\n");
}
