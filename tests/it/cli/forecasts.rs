//! Forecasts that a shopkeeper believes: what people say counts, and the sentence multiplies out.

use super::Shop;

/// The numbers of a text, in their order.
fn numbers(text: &str) -> Vec<f64> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    parts.filter_map(|part| part.trim_matches('.').parse().ok()).collect()
}

/// The line of `why` that tells the rate.
fn rate_line(shop: &Shop, word: &str) -> String {
    let why = shop.says("jar why C001 rice");
    why.lines().find(|line| line.contains(word)).unwrap_or_else(|| panic!("{why}")).to_owned()
}

fn rate(shop: &Shop) -> f64 {
    let rows = shop.says("jar list --format csv");
    rows.lines().nth(1).and_then(|row| row.split(',').nth(6)).unwrap().parse().unwrap()
}

fn a_shop(product: &str) -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --adults 4");
    shop.says(product);
    shop
}

/// Plans goods for a day and brings them, as the `id`th delivery of the shop.
fn bring(shop: &Shop, id: u32, goods: &str, on: &str) {
    shop.says(&format!("delivery plan C001 {goods} --on {on} --as-of {on}"));
    shop.says(&format!("delivery done {id} --on {on}"));
}

// B1
#[test]
fn a_declared_use_alone_is_the_rate() {
    let shop = a_shop("product add rice --unit kg --price 5 --pack 25");
    shop.says("jar set C001 rice --monthly 30 --capacity 50");
    bring(&shop, 1, "rice 25", "2026-03-27");
    let said = 30.0 / 30.4;
    assert!((rate(&shop) / said - 1.0).abs() < 0.05, "{}", rate(&shop));
    let line = rate_line(&shop, "a day:");
    assert!(line.contains("they state 30 kg a month"), "{line}");
    assert!((numbers(&line)[0] / said - 1.0).abs() < 0.05, "{line}");
    // The shop has learned nothing else, so a refit changes nothing.
    shop.says("jar learn");
    assert!((rate(&shop) / said - 1.0).abs() < 0.05, "{}", rate(&shop));
}

// B1
#[test]
fn people_and_an_appetite_alone_are_the_rate_and_multiply_out() {
    let shop = a_shop("product add rice --unit kg --price 5 --pack 25 --appetite 0.2");
    shop.says("jar set C001 rice --capacity 50");
    bring(&shop, 1, "rice 25", "2026-03-27");
    assert!((rate(&shop) / 0.8 - 1.0).abs() < 0.05, "{}", rate(&shop));
    shop.says("jar learn");
    assert!((rate(&shop) / 0.8 - 1.0).abs() < 0.05, "{}", rate(&shop));
    let line = rate_line(&shop, "a day:");
    let [total, heads, each] = numbers(&line)[..] else { panic!("{line}") };
    assert!((heads * each / total - 1.0).abs() < 0.01, "{line}");
}

// B1
#[test]
fn the_parts_of_a_learned_rate_each_to_the_power_of_its_share_multiply_out() {
    let shop = || a_shop("product add rice --unit kg --price 5 --pack 15 --appetite 0.15");
    for (shop, word) in [(shop(), "weighed"), (shop().in_chinese(), "加权")] {
        shop.says("jar set C001 rice --monthly 30 --capacity 50");
        shop.says("jar read C001 rice 0kg --on 2026-02-01");
        bring(&shop, 1, "rice 15", "2026-02-01");
        shop.says("jar read C001 rice 3kg --on 2026-02-21");
        bring(&shop, 2, "rice 15", "2026-02-21");
        let line = rate_line(&shop, word);
        let found = numbers(&line);
        let [total, own, own_share, rest @ ..] = found.as_slice() else { panic!("{line}") };
        let [said, share] = match rest {
            [said, share, _monthly] => [*said, *share],
            [_count, said, share, _monthly] => [*said, *share],
            other => panic!("{line}: {other:?}"),
        };
        assert!((own_share + share - 100.0).abs() < 1.5, "{line}");
        let product = own.powf(own_share / 100.0) * said.powf(share / 100.0);
        assert!((product / total - 1.0).abs() < 0.05, "{line}: {product}");
    }
}

// B2
#[test]
fn a_new_rice_shop_is_told_what_it_assumes_and_assumes_what_people_eat() {
    let shop = Shop::new();
    shop.says("customer add 王 --adults 2");
    let said = shop.says("product add 大米 --unit 斤 --price 5 --pack 50");
    assert!(said.contains("An adult is assumed to use 0.3斤 a day"), "{said}");
    shop.says("jar set C001 大米");
    bring(&shop, 1, "大米 50", "2026-03-27");
    // 50 斤 at 0.6 a day.
    let rows = shop.says("jar list --format csv");
    assert!(rows.contains(",2026-06-1"), "{rows}");
    let said = shop.says("product add 面粉 --unit kg --price 5 --appetite none");
    assert!(!said.contains("assumed"), "{said}");
}

// B5
#[test]
fn still_enough_is_a_reading_that_says_at_least_so_much_in_both_languages() {
    for word in ["enough", "还够"] {
        let shop = a_shop("product add rice --unit kg --price 5 --pack 15");
        shop.says("jar set C001 rice --monthly 30 --capacity 30");
        bring(&shop, 1, "rice 15", "2026-03-05");
        let level = |shop: &Shop| -> f64 {
            let rows = shop.says("jar list --format csv");
            rows.lines().nth(1).and_then(|row| row.split(',').nth(4)).unwrap().parse().unwrap()
        };
        assert_eq!(level(&shop), 0.0, "15 kg at 1 a day are gone after three weeks");
        shop.says(&format!("jar read C001 rice {word}"));
        assert!(level(&shop) > 8.0, "{}", level(&shop));
        let rows = shop.says("export readings");
        assert!(rows.contains(",15,,enough"), "{rows}");
        let before = rate(&shop);
        assert!(before < 0.8, "whoever still has enough eats slowly: {before}");
    }
}

// B14
#[test]
fn changed_rates_and_empty_jars_are_logged_until_they_are_undone() {
    let shop = a_shop("product add rice --unit kg --price 5 --pack 15");
    shop.says("jar set C001 rice --monthly 30 --capacity 50");
    shop.says("jar read C001 rice 0kg --on 2026-02-01");
    bring(&shop, 1, "rice 15", "2026-02-01");
    shop.says("jar read C001 rice 3kg --on 2026-02-13");
    let before = shop.says("export rates").lines().count();
    shop.says("jar read C001 rice 0kg --on 2026-03-20");
    let rates = shop.says("export rates");
    assert_eq!(rates.lines().count(), before + 1, "{rates}");
    let row: Vec<&str> = rates.lines().last().unwrap().split(',').collect();
    let [day, customer, product, before, calculated, applied, _by] = row[..] else {
        panic!("{rates}")
    };
    assert_eq!((day, customer, product), ("2026-03-20", "C001", "rice"));
    let number = |text: &str| text.parse::<f64>().unwrap();
    assert!(number(calculated) < number(applied) && number(applied) < number(before), "{rates}");
    let run_outs = shop.says("export run-outs");
    assert!(run_outs.contains("2026-03-20,C001,rice,32,late"), "{run_outs}");
    let why = shop.says("jar why C001 rice");
    assert!(why.contains("one interval moves a rate by a quarter at most"), "{why}");
    let review = shop.says("jar review --format csv");
    assert!(review.contains("C001"), "{review}");
    shop.says("undo");
    assert_eq!(shop.says("export run-outs").lines().count(), 1);
}

#[test]
fn a_month_of_little_use_makes_a_jar_last_longer() {
    let shop = a_shop("product add rice --unit kg --price 5 --pack 30 --appetite 0.25");
    shop.says("jar set C001 rice");
    bring(&shop, 1, "rice 30", "2026-03-27");
    // Thirty days at a kilogram; with a half in April twice as long, as far as April goes.
    assert!(shop.says("jar list --format csv").contains(",2026-04-26,"));
    shop.says("product edit rice --months 1,1,1,0.5,1,1,1,1,1,1,1,1");
    // Four days of March, thirty halves of April, eleven of May.
    let rows = shop.says("jar list --format csv");
    assert!(rows.contains(",2026-05-11,"), "{rows}");
    let rows = shop.says("export products");
    assert!(rows.contains("\"1,1,1,0.5,1,1,1,1,1,1,1,1\""), "{rows}");
}
