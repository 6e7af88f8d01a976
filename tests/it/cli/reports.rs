//! What the jars have taught: how good the forecasts were, which use has changed, what to buy.

use super::Shop;
use std::fmt::Write as _;
use std::fs;

/// A shop into which two households' lots of a year were read: every `gap` days, `lots` times.
fn with_history(looked: bool) -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --adults 4");
    shop.says("customer add 陈师傅 --adults 2");
    shop.says("product add rice --unit kg --price 42 --pack 15 --stock 2000 --kind rice");
    shop.says("jar set C001 rice --capacity 30");
    shop.says("jar set C002 rice --capacity 30");
    let (mut deliveries, mut readings) =
        ("id,customer,stage,planned_for,lines\n".to_owned(), String::new());
    readings.push_str("customer,product,day,level,delivery\n");
    let day =
        |n: i64| chrono::NaiveDate::from_ymd_opt(2025, 3, 1).unwrap() + chrono::Days::new(n as u64);
    let mut id = 0;
    for (customer, gap, lots) in [("C001", 20, 19_i64), ("C002", 31, 12)] {
        for lot in 0..lots {
            id += 1;
            // A little more or less than usual; at the end the first eats twice as fast.
            let late = if customer == "C001" { (lot - 14).max(0) * gap / 2 } else { 0 };
            let on = day(lot * gap - late + (lot * 7) % 3);
            writeln!(deliveries, "{id},{customer},done,{on},rice=15/15@42").unwrap();
            writeln!(readings, "{customer},rice,{on},7,{id}").unwrap();
        }
    }
    fs::write(shop.file("deliveries.csv"), deliveries).unwrap();
    shop.says("import deliveries.csv --into deliveries");
    if looked {
        fs::write(shop.file("readings.csv"), readings).unwrap();
        shop.says("import readings.csv --into readings");
    }
    shop
}

#[test]
fn how_good_the_forecasts_were_is_told_by_the_number_of_lots_and_interval_by_interval() {
    let shop = with_history(false);
    insta::assert_snapshot!(shop.play(&["report accuracy"]));
    let rows = shop.says("report accuracy --format csv");
    assert_eq!(rows.lines().count(), 1 + 19 + 12);
    insta::assert_snapshot!(
        rows.lines().take(5).chain(rows.lines().rev().take(2)).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn an_interval_is_forecast_only_by_what_was_known_on_its_first_day() {
    let rows = |shop: &Shop| {
        let rows = shop.says("report accuracy --format csv");
        let early = rows.lines().skip(1).filter(|row| row.split(',').nth(3) < Some("2025-12-01"));
        let mut early: Vec<String> =
            early.map(|row| row.rsplit_once(',').unwrap().0.to_owned()).collect();
        early.sort();
        early
    };
    let shop = with_history(false);
    let before = rows(&shop);
    assert!(before.len() > 20, "{before:?}");
    // What comes later, of the same jars and of others, changes nothing that was said before.
    shop.says("customer add 王永庆 --adults 6");
    shop.says("jar set C003 rice --capacity 30");
    let more = "customer,stage,planned_for,lines\n\
        C001,done,2025-12-05,rice=60/60@42\n\
        C003,done,2025-12-02,rice=15/15@42\nC003,done,2025-12-04,rice=15/15@42\n";
    fs::write(shop.file("more.csv"), more).unwrap();
    shop.says("import more.csv --into deliveries");
    assert_eq!(rows(&shop), before);
}

#[test]
fn a_use_that_has_changed_is_listed_and_accepted_or_pinned() {
    let shop = with_history(true);
    insta::assert_snapshot!(shop.play(&[
        "jar review",
        "jar why C001 rice",
        "jar review C002 rice --accept",
        "jar review C001 rice --accept",
        "jar review",
        "jar why C001 rice",
        "undo",
        "jar review C001 rice --pin 0.4",
        "jar review",
        "undo",
        "jar learn",
        "check",
    ]));
}

#[test]
fn what_the_jars_ask_for_is_bought_less_what_is_there_and_on_order() {
    let shop = with_history(true);
    insta::assert_snapshot!(shop.play(&[
        "product count rice 20",
        "report buying --days 30",
        "product order rice 45 --arrives 2026-04-20",
        "report buying --days 30",
        "product receive rice 30",
        "report buying --days 30 --format csv",
        "product order rice 0",
        "undo",
        "product order rice -1",
    ]));
}

#[test]
fn a_shop_learns_from_what_it_has_brought_and_its_forecasts_follow() {
    let shop = with_history(false);
    // The import was followed by a refit: others are known now, and everything adds up with it.
    let why = shop.says("jar why C002 rice");
    assert!(why.contains("2 similar jars"), "{why}");
    assert_eq!(shop.says("check"), "Everything adds up.\n");
    let before = shop.says("jar list --format csv");
    shop.says("jar learn");
    assert_eq!(shop.says("check"), "Everything adds up.\n");
    // Nothing was brought since: what follows is the same to the thousandth.
    assert_eq!(shop.says("jar list --format csv"), before);
}

#[test]
fn in_a_shop_where_nobody_looks_planned_goods_do_not_come_earlier_each_time() {
    let shop = Shop::new().on("2025-01-01");
    shop.says("customer add 林阿嬷 --adults 4");
    shop.says("product add rice --unit kg --price 42 --pack 15 --stock 9000 --appetite 0.15");
    shop.says("jar set C001 rice --usual 15");
    shop.says("delivery plan C001 --on 2025-01-01 --as-of 2025-01-01");
    shop.says("delivery done 1 --as-of 2025-01-01");
    let safe = |shop: &Shop| {
        let row = shop.says("jar list --format csv");
        let day = row.lines().nth(1).unwrap().split(',').nth(12).unwrap().to_owned();
        day.parse::<chrono::NaiveDate>().unwrap()
    };
    let (mut last, mut gaps) = (chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(), Vec::new());
    for id in 2..14 {
        let on = safe(&shop);
        gaps.push((on - last).num_days());
        shop.says(&format!("delivery plan C001 --on {on} --as-of {on}"));
        shop.says(&format!("delivery done {id} --as-of {on}"));
        last = on;
    }
    assert!(gaps.windows(2).all(|pair| pair[1] >= pair[0]), "{gaps:?}");
    // How long any of these lots would have lasted, nobody knows.
    let judged = shop.says(&format!("report accuracy --format csv --as-of {last}"));
    assert_eq!(judged.lines().count(), 1 + 13);
    assert!(judged.lines().skip(1).all(|row| row.ends_with(',')), "{judged}");
}

#[test]
fn sales_are_grouped_with_their_cost_and_margin() {
    let shop = Shop::new();
    shop.says("customer add Ann --area North --on 2026-01-01");
    shop.says("customer add Bo --area South --on 2026-01-01");
    shop.says("product add rice --unit kg --price 10 --cost 6 --stock 500");
    shop.says("product add oil --unit L --price 50 --stock 50");
    shop.says("product receive rice 10 --cost 7 --on 2026-03-10");
    shop.says("delivery plan Ann rice 20 oil 1 --on today");
    shop.says("delivery done 1 --on 2026-03-02");
    shop.says("delivery plan Bo rice 5 --on today");
    shop.says("delivery done 2 --on 2026-03-27");
    insta::assert_snapshot!(shop.play(&[
        "report sales --by day",
        "report sales --by week --format csv",
        "report sales",
        "report sales --by area --format json",
        "report sales --by product --lang zh-CN",
        "report sales --by customer --from 2026-03-03",
        "report sales --as-of 2026-03-05 --format csv",
        "report sales --by year",
        "report margin",
        "report margin --by month --format csv",
        "report margin --by customer --lang zh-CN",
    ]));
}

#[test]
fn the_cash_calendar_sets_the_money_of_the_paydays_against_buying() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 16 --cost 12 --pack 25 --stock 20");
    shop.says("customer add Ann --payday 'every fri' --adults 3");
    shop.says("customer add Bo --payday 10");
    shop.says("tab charge Ann 240 --on 2026-03-20 --as-of 2026-03-20");
    shop.says("tab charge Bo 100 --on 2026-03-01");
    shop.says("jar set Ann rice --capacity 20 --monthly 30");
    shop.says("jar read Ann rice 10");
    insta::assert_snapshot!(shop.play(&[
        "report cash",
        "promise add Bo 60 --by 2026-04-03",
        "report cash --weeks 2 --format csv",
        "report cash --weeks 10",
    ]));
}

/// A shop with three customers who buy rice: one often, one who has not come for long, one only once.
fn shop_with_buyers() -> Shop {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 10 --cost 6 --stock 900");
    shop.says("product add oil --unit L --price 50 --stock 50");
    shop.says("customer add Ann --area North --tag 餐馆 --on 2025-01-01");
    shop.says("customer add Bo --area South --referred-by C001 --on 2025-01-01");
    shop.says("customer add 林阿姨 --area North --referred-by C001 --on 2025-01-01");
    shop.says("customer add Dee --on 2025-01-01");
    let mut rows = String::from("customer,stage,planned_for,lines\n");
    for day in ["2025-12-27", "2026-01-17", "2026-02-07", "2026-02-27", "2026-03-20"] {
        rows.push_str(&format!("C001,done,{day},rice=20/20@10/6\n"));
    }
    // Two deliveries of a day are one purchase, and what comes back is none.
    rows.push_str("C001,done,2026-03-20,oil=1/1@50\nC001,done,2026-03-22,rice=0/-2@10/6\n");
    for day in ["2025-10-01", "2025-10-15", "2025-10-29"] {
        rows.push_str(&format!("C002,done,{day},oil=2/2@50\n"));
    }
    rows.push_str("C003,done,2026-03-25,rice=5/5@10/6\n");
    std::fs::write(shop.file("deliveries.csv"), rows).unwrap();
    shop.says("import deliveries.csv --into deliveries");
    shop
}

#[test]
fn customers_are_worth_what_they_bought_and_are_expected_to_buy() {
    let shop = shop_with_buyers();
    insta::assert_snapshot!(shop.play(&[
        "report value",
        "report value --years 8 --lang zh-CN",
        "report value --format csv",
        "report value --of margin --weeks 8 --format json",
        "report value --by area",
        "report value --by product --of margin --format csv",
        "report value --by tag --format csv",
        "report value --by referrer --lang zh-CN",
        "report value --parameters",
        "report value --as-of 2025-01-01",
        "report value --weeks 0",
        "customer leave Bo --reason moved",
        "report value --by customer --format csv --as-of 2026-03-28",
    ]));
}

#[test]
fn few_customers_bring_most_and_the_late_ones_are_ranked_by_the_money_at_risk() {
    let shop = shop_with_buyers();
    insta::assert_snapshot!(shop.play(&[
        "report pareto",
        "report pareto --from 2025-01-01 --lang zh-CN",
        "report pareto --from 2025-01-01 --format csv",
        "report pareto --from 2025-01-01 --of margin",
        "report churn",
        "report churn --weeks 26 --format csv",
        "report churn --lang zh-CN",
        "report churn --as-of 2025-11-05",
        "customer leave Bo --reason moved",
        "report churn --as-of 2026-03-28",
    ]));
}
