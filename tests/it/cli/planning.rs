//! The plan and the morning list: never on a day on which nobody is there or the shop is closed, and late
//! only where a jar is likely empty.

use super::Shop;

/// A shop with one household, whose jar is filled every two weeks and was filled today.
fn every_two_weeks() -> Shop {
    let shop = Shop::new();
    shop.says(
        "product add rice --unit kg --price 5 --pack 10 --stock 100 --appetite 0.3 --kind rice",
    );
    shop.says("customer add Eve --adults 2 --area East");
    shop.says("jar set Eve rice --capacity 30 --every '2 weeks'");
    shop.says("delivery plan Eve rice 10 --on today");
    shop.says("delivery done 1");
    shop
}

#[test]
fn nothing_is_proposed_while_everybody_is_away() {
    // B3: case 03 (a). The agreed day, 10 April, is within the time away.
    let shop = every_two_weeks();
    shop.says("customer away Eve 2026-04-06..2026-04-20");
    let proposed = shop.says("delivery propose --until 2026-05-01");
    assert!(proposed.contains("2026-04-21"), "{proposed}");
    assert!(!proposed.contains("2026-04-10"), "{proposed}");
    for day in ["2026-04-10", "2026-04-16"] {
        let morning = shop.says(&format!("--as-of {day} today --only deliver"));
        assert!(!morning.contains("late  "), "{day}: {morning}");
    }
}

#[test]
fn a_warning_is_given_where_a_plan_and_a_time_away_meet_in_both_orders() {
    // B3: case 03 (b) and (c).
    let shop = every_two_weeks();
    shop.says("customer away Eve 2026-04-06..2026-04-20");
    let planned = shop.play(&["delivery plan Eve rice 10 --on 2026-04-08"]);
    assert!(planned.contains("Eve is away from 6 Apr to 20 Apr"), "{planned}");
    let shop = every_two_weeks();
    shop.says("delivery plan Eve rice 10 --on 2026-04-08");
    let away = shop.play(&["customer away Eve 2026-04-06..2026-04-20"]);
    assert!(away.contains("Planned while they are away: 2 (8 Apr)"), "{away}");
}

#[test]
fn a_plan_after_the_likely_empty_day_is_told_and_stays_in_sight() {
    // B7
    let shop = every_two_weeks();
    shop.says("delivery plan Eve rice 10 --on 2026-04-09");
    let moved = shop.play(&["delivery move 2 2026-10-13"]);
    assert!(moved.contains("rice likely runs out on Fri 10 Apr 2026"), "{moved}");
    let morning = shop.says("--as-of 2026-04-10 today");
    assert!(morning.contains("planned too late"), "{morning}");
}

#[test]
fn holidays_that_are_set_later_list_what_stands_on_them_and_move_it_at_once() {
    // B9
    let shop = every_two_weeks();
    shop.says("delivery plan Eve rice 10 --on 2026-04-08");
    let set = shop.play(&["shop set holidays '2026-04-07..2026-04-08 Festival'"]);
    assert!(set.contains("One delivery is planned for a day off: 2 (8 Apr)"), "{set}");
    let moved = shop.play(&["delivery move --days-off"]);
    assert!(moved.contains("Delivery 2 is planned for Mon 6 Apr 2026"), "{moved}");
    let warned = shop.play(&["delivery move 2 2026-04-07"]);
    assert!(warned.contains("Tue 7 Apr 2026 is a day off: Festival"), "{warned}");
}

#[test]
fn the_question_after_the_first_delivery_can_be_switched_off_and_is_not_asked_of_old_customers() {
    // B13
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 5 --pack 10 --stock 100");
    shop.says("customer add Eve");
    shop.says("shop set rules-off '首次送货'");
    shop.says("delivery plan Eve rice 10 --on today");
    let done = shop.says("delivery done 1");
    assert!(!done.contains("Follow-up"), "{done}");
    std::fs::write(shop.file("old.csv"), "name,phone\nAnn,0912345678\n").unwrap();
    shop.says("shop set rules-off none");
    shop.says("import old.csv --into customers");
    shop.says("delivery plan Ann rice 10 --on today");
    let done = shop.says("delivery done 2");
    assert!(!done.contains("Follow-up"), "{done}");
}

// B6
#[test]
fn goods_without_an_agreed_jar_are_one_off_until_somebody_agrees_to_follow_them() {
    let shop = every_two_weeks();
    shop.says("product add eggs --unit egg --price 1 --pack 10 --stock 100");
    let mut said = Vec::new();
    for (id, on) in [(2, "2026-03-28"), (3, "2026-04-06"), (4, "2026-04-15")] {
        shop.says(&format!("delivery plan Eve eggs 10 --on {on} --as-of {on}"));
        said.push(shop.play(&[&format!("delivery done {id} --as-of {on}")]));
        let jars = shop.says("jar list --format csv");
        assert!(!jars.contains("eggs"), "{jars}");
    }
    assert!(said[0].contains("eggs: one-off, not followed."), "{}", said[0]);
    assert!(!said[1].contains("one-off") && !said[1].contains("follow it"), "{}", said[1]);
    assert!(said[2].contains("eggs: bought 3 times, every 9 days: follow it?"), "{}", said[2]);
    let review = shop.says("jar review --format csv --as-of 2026-04-15");
    assert!(review.contains("Eve,eggs,,2026-03-28,,,,,3,9"), "{review}");
    shop.says("jar set Eve eggs --as-of 2026-04-15");
    let jars = shop.says("jar list --format csv --as-of 2026-04-15");
    assert!(jars.contains("eggs"), "{jars}");
    let review = shop.says("jar review --format csv --as-of 2026-04-15");
    assert!(!review.contains("eggs"), "{review}");
}

// B6
#[test]
fn a_level_is_not_read_where_no_jar_is_agreed() {
    let shop = every_two_weeks();
    shop.says("product add eggs --unit egg --price 1 --pack 10 --stock 100");
    shop.says("delivery plan Eve eggs 10 --on today");
    let refused = shop.play(&["delivery done 2 --left eggs=2"]);
    assert!(refused.contains("has no jar of eggs"), "{refused}");
}

// B9
#[test]
fn the_morning_of_a_day_off_says_so() {
    let shop = every_two_weeks();
    shop.says("shop set holidays '2026-03-27 Spring Fair'");
    let morning = shop.says("today");
    assert!(morning.contains("day off: Spring Fair"), "{morning}");
    let next = shop.says("today --as-of 2026-03-28");
    assert!(!next.contains("day off"), "{next}");
}

#[test]
fn silence_is_noticed_by_the_rhythm_of_the_jar() {
    // B11: a jar of a week is missed after six days, one of forty weeks after a quarter of them.
    for (every, likely, quiet, noticed) in [
        ("1 week", "2026-04-03", "2026-04-08", "2026-04-09"),
        ("40 weeks", "2027-01-01", "2027-03-12", "2027-03-13"),
    ] {
        let shop = every_two_weeks();
        shop.says(&format!("jar set Eve rice --every '{every}'"));
        let care = |day: &str| shop.says(&format!("--as-of {day} today --only care"));
        let told = format!("silent/C001/{likely}");
        assert!(!care(quiet).contains("silent/"), "{every}: {}", care(quiet));
        assert!(care(noticed).contains(&told), "{every}: {}", care(noticed));
    }
}

/// A shop with one household that takes rice every two weeks and oil every three; both are due on 17 April.
fn two_products() -> Shop {
    let shop = every_two_weeks();
    shop.says("product add oil --unit L --price 12 --pack 2 --stock 100");
    shop.says("jar set Eve oil --capacity 8 --every '3 weeks'");
    shop.says("delivery plan Eve oil 2 --on today");
    shop.says("delivery done 2");
    shop
}

// F10
#[test]
fn a_planned_and_a_proposed_product_of_one_household_are_one_stop() {
    let shop = two_products();
    shop.says("delivery plan Eve rice 10 --on 2026-04-17");
    let csv = shop.says("--as-of 2026-04-17 today --only deliver --format csv");
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 4, "{csv}");
    assert!(rows[1].starts_with("deliver,3,"), "{csv}");
    assert!(rows[1].contains(",rice 10 kg;oil 2 L,") && rows[1].ends_with(",oil 2 L"), "{csv}");
    assert!(rows[2].starts_with("load,") && rows[2].contains(",oil 2 L,"), "{csv}");
    assert!(rows[2].ends_with(",oil 2 L"), "{csv}");
    assert!(rows[3].contains(",rice 10 kg,") && rows[3].ends_with(','), "{csv}");
    let round = shop.says("--as-of 2026-04-17 delivery round");
    assert!(round.contains("one stop") || round.contains("1 stop"), "{round}");
    assert!(round.contains("oil 2 L (2 L proposed), rice 10 kg"), "{round}");
    // Planning adds it to the delivery, and the list has one stop still.
    shop.says("--as-of 2026-04-17 delivery plan --proposed --on 2026-04-17");
    let round = shop.says("--as-of 2026-04-17 delivery round --format csv");
    assert!(round.lines().count() == 2 && round.contains("rice 10 kg;oil 2 L,"), "{round}");
}

// B4, F10
#[test]
fn the_lists_of_jars_and_deliveries_tell_the_state_of_what_is_open() {
    let shop = two_products();
    let state = |command: &str| {
        let csv = shop.says(&format!("{command} --format csv"));
        let last = |line: &str| line.rsplit(',').next().unwrap_or_default().to_owned();
        csv.lines().skip(1).map(last).collect::<Vec<_>>()
    };
    assert_eq!(state("jar list"), ["", ""]);
    assert_eq!(state("--as-of 2026-04-12 jar list"), ["late", ""]);
    assert_eq!(state("delivery list"), ["", ""]);
    shop.says("delivery plan Eve rice 10 --on 2026-04-30");
    assert_eq!(state("--as-of 2026-04-10 jar list"), ["planned-too-late", ""]);
    assert_eq!(state("--as-of 2026-04-10 delivery list"), ["", "", "planned-too-late"]);
    let table = shop.says("--as-of 2026-04-10 delivery list --lang zh-CN");
    assert!(table.contains("安排得太晚"), "{table}");
}

// B10
#[test]
fn a_product_may_be_left_out_where_the_customer_has_one_jar() {
    let shop = every_two_weeks();
    shop.says("jar read Eve enough --on today");
    shop.says("jar read Eve 8");
    shop.says("jar set Eve --monthly 12");
    let why = shop.says("jar why Eve");
    assert!(why.contains("8 kg"), "{why}");
    shop.says("product add oil --unit L --price 12 --pack 2 --stock 100");
    let alone = shop.says("jar read Eve enough");
    assert!(alone.contains("Eve"), "{alone}");
    shop.says("jar set Eve oil --capacity 8");
    let refused = shop.play(&["jar read Eve enough", "jar why Eve", "jar set Eve --monthly 3"]);
    assert_eq!(refused.matches("has several jars: rice, oil").count(), 3, "{refused}");
    shop.says("customer add Ann");
    let refused = shop.play(&["jar read Ann enough"]);
    assert!(refused.contains("has no jar yet"), "{refused}");
}

// B4, B5, B7
#[test]
fn why_tells_what_is_urgent_about_the_next_visit() {
    let shop = every_two_weeks();
    let why = |day: &str| shop.says(&format!("--as-of {day} jar why Eve rice"));
    assert!(
        why("2026-04-11").contains("Late: it was likely empty on 10 Apr"),
        "{}",
        why("2026-04-11")
    );
    shop.says("delivery plan Eve rice 10 --on 2026-04-30");
    let planned = why("2026-04-05");
    assert!(planned.contains("Planned too late: it is planned for 30 Apr"), "{planned}");
    // 26 of 30 kg are in the jar, so of the usual 10 kg nothing useful fits.
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 5 --stock 100 --appetite 0.3 --kind rice");
    shop.says("customer add Eve --adults 2 --area East");
    shop.says("jar set Eve rice --capacity 30 --usual 10 --monthly 1");
    shop.says("jar read Eve 29");
    shop.says("delivery plan Eve rice 10 --on tomorrow");
    let why = shop.says("jar why Eve");
    assert!(why.contains("Look first: on 28 Mar about 29 kg of 30 kg is left."), "{why}");
}
