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
