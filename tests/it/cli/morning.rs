//! The morning list and the jars: what is urgent is in sight, and every sentence about it is true.

use super::Shop;

/// A shop on Monday 2 March 2026 with one household, whose jar takes one pack of rice.
fn household() -> Shop {
    let shop = Shop::none().on("2026-03-02");
    shop.says("init --name Rice --currency CNY");
    shop.says("product add rice --unit kg --price 7 --pack 10 --stock 300");
    shop.says("customer add Lin --adults 2 --children 1");
    shop.says("jar set Lin rice --capacity 15 --usual 10");
    shop
}

fn on(day: u32, command: &str) -> String {
    format!("--as-of 2026-03-{day:02} {command}")
}

/// A shop with a business that uses 50 kg in five days and had 40 kg on 2 March.
fn business() -> Shop {
    let shop = household();
    shop.says("customer add Bar --kind business");
    shop.says("jar set Bar rice --usual 50 --capacity 100 --monthly 300");
    shop.says("jar read Bar rice 40");
    shop
}

#[test]
fn a_customer_who_phoned_stays_late_until_something_is_delivered() {
    let shop = business();
    shop.says(&on(10, "contact add Bar --channel phone --text 'we are out, come soon'"));
    for day in [18, 20, 25] {
        let morning = shop.says(&on(day, "today --only deliver"));
        assert!(morning.contains("late") && morning.contains("Bar"), "{day}: {morning}");
        let proposed = shop.says(&on(day, "delivery propose"));
        assert!(proposed.contains("Bar"), "{day}: {proposed}");
    }
}

#[test]
fn a_silent_customer_is_on_the_list_to_ask_and_why_says_so() {
    let shop = business();
    let morning = shop.says(&on(25, "today"));
    assert!(morning.contains("silent/C002"), "{morning}");
    let why = shop.says(&on(25, "jar why Bar"));
    assert!(why.contains("Not proposed: nobody has heard from them since"), "{why}");
    // Goods of another product that are planned do not hide it.
    shop.says("product add oil --unit L --price 12 --pack 2 --stock 100");
    shop.says(&on(25, "delivery plan Bar oil 2 --on 2026-03-28"));
    let morning = shop.says(&on(25, "today --only care"));
    assert!(morning.contains("silent/C002"), "{morning}");
    // Once the question is closed, or where it is never asked, the stop is proposed again.
    shop.says(&on(25, "shop set rules-off silent"));
    let morning = shop.says(&on(25, "today --only deliver"));
    assert!(morning.contains("Bar"), "{morning}");
    assert!(!shop.says(&on(25, "jar why Bar")).contains("Not proposed"));
}

#[test]
fn a_jar_that_is_found_empty_is_proposed_today_and_never_called_safe() {
    let shop = household();
    shop.says("jar read Lin empty");
    let morning = shop.says("today --only deliver");
    assert!(morning.contains("Lin"), "{morning}");
    let proposed = shop.says("delivery propose");
    assert!(
        proposed.contains("2026-03-02  C001") && !proposed.contains("last safe day"),
        "{proposed}"
    );
    let why = shop.says("jar why Lin");
    assert!(why.contains("Deliver by") && !why.contains("Safe until"), "{why}");
    let next = shop.says(&on(3, "jar why Lin"));
    assert!(next.contains("Late") && !next.contains("3 Mar 2026"), "{next}");
}

#[test]
fn the_morning_list_and_the_proposals_agree_about_today() {
    let shop = household();
    for name in ["Bo", "Cy"] {
        shop.says(&format!("customer add {name} --adults 2 --children 1"));
        shop.says(&format!("jar set {name} rice --capacity 15 --usual 10"));
    }
    shop.says("jar read Lin empty");
    shop.says("jar read Bo empty");
    shop.says("jar read Cy 2 --on 2026-03-01");
    let morning = shop.says("today");
    let proposed = shop.says("delivery propose --until 2026-03-02 --format csv");
    let names = ["Lin", "Bo", "Cy"];
    let listed = names.iter().filter(|name| morning.contains(**name)).count();
    let all = names.iter().filter(|name| proposed.contains(**name)).count();
    let told = match all - listed {
        0 => !morning.contains("could join"),
        more => morning.contains("could join") && more < 3,
    };
    assert!(listed >= 2 && told, "{morning}\n{proposed}");
}

#[test]
fn what_is_left_does_not_count_days_away_as_eaten() {
    let shop = household();
    shop.says("jar set Lin --monthly 15");
    shop.says("jar read Lin 6");
    shop.says("customer away Lin 2026-03-03..2026-03-12");
    // One day at 0.49 kg: 13 March.
    let why = shop.says(&on(13, "jar why Lin"));
    assert!(why.contains("About 5.5 kg left now"), "{why}");
    let list = shop.says(&on(13, "jar list --format csv"));
    assert!(list.contains("rice,5.5"), "{list}");
    let page = shop.says(&on(13, "customer show Lin"));
    assert!(page.contains("5.5"), "{page}");
    // Of three people one is away: two thirds of the use go on.
    shop.says(&on(13, "customer away Lin 2026-03-14..2026-03-16 --people 1"));
    let list = shop.says(&on(16, "jar list --format csv"));
    assert!(list.contains("rice,4.5"), "{list}");
}

#[test]
fn where_no_whole_pack_fits_the_sentence_says_that() {
    let shop = household();
    shop.says("jar read Lin 7.5");
    let why = shop.says("jar why Lin");
    assert!(!why.contains("less than half"), "{why}");
    assert!(why.contains("fits, and not one pack of 10 kg"), "{why}");
}

#[test]
fn a_stop_that_missed_its_day_stands_behind_those_whose_jars_are_empty_and_says_so() {
    let shop = household();
    shop.says("customer add Full --adults 2");
    shop.says("jar set Full rice --capacity 100 --usual 10 --monthly 10");
    shop.says("jar read Full 50");
    shop.says("delivery plan Full rice 10 --on today");
    shop.says("jar set Lin rice --monthly 15");
    shop.says("jar read Lin 1");
    let morning = shop.says(&on(7, "today --only deliver"));
    let place = |text: &str| morning.find(text).unwrap_or(usize::MAX);
    assert!(place("Lin") < place("Full"), "{morning}");
    assert!(morning.contains("missed its day"), "{morning}");
    let csv = shop.says(&on(7, "today --only deliver --format csv"));
    assert!(csv.contains("Full") && csv.contains(",late,"), "{csv}");
}

#[test]
fn a_jar_that_is_filled_on_call_is_never_late() {
    let shop = household();
    shop.says("jar set Lin rice --on-call --monthly 15");
    shop.says("jar read Lin 1");
    let list = shop.says(&on(20, "jar list --format csv"));
    assert!(list.contains("Lin") && list.trim_end().ends_with(",,"), "{list}");
}

#[test]
fn a_state_never_gets_better_while_nothing_is_done() {
    let shop = business();
    let rank = |state: &str| {
        ["", "window-open", "look-first", "at-risk", "late"].iter().position(|one| *one == state)
    };
    let mut before = 0;
    for day in 2..14 {
        let list = shop.says(&on(day, "jar list --format csv"));
        let bar = list.lines().find(|line| line.contains("Bar")).unwrap();
        let state = rank(bar.rsplit(',').next().unwrap()).unwrap();
        assert!(state >= before, "{day}: {list}");
        before = state;
    }
    assert_eq!(before, 4);
}

#[test]
fn a_stop_whose_people_are_away_is_marked() {
    let shop = household();
    shop.says("jar read Lin 2");
    shop.says("delivery plan Lin rice 10 --on 2026-03-05");
    shop.says("customer away Lin 2026-03-04..2026-03-06");
    for command in ["today", "delivery round"] {
        let said = shop.says(&on(5, command));
        assert!(said.contains("away until 6 Mar"), "{command}: {said}");
    }
    let csv = shop.says(&on(5, "delivery round --format csv"));
    assert!(!csv.contains("away"), "{csv}");
}

#[test]
fn a_day_that_does_not_suit_the_customer_is_warned_of() {
    let shop = household();
    shop.says("customer edit Lin --weekdays mon,thu");
    let said = shop.play(&[
        "delivery plan Lin rice 10 --on 2026-03-03",
        "delivery move 1 2026-03-04",
        &on(4, "delivery miss 1 --next 2026-03-06"),
        &on(4, "delivery move 2 2026-03-09"),
    ]);
    assert_eq!(said.matches("is not a day for Lin").count(), 3, "{said}");
}

#[test]
fn a_stop_in_a_time_away_moves_behind_the_return_while_the_jar_is_safe() {
    let shop = household();
    shop.says("jar set Lin rice --monthly 15");
    shop.says("jar read Lin 8");
    shop.says("delivery plan Lin rice 10 --on 2026-03-07");
    shop.says("customer away Lin 2026-03-03..2026-03-13");
    let moved = shop.play(&["delivery move --days-off"]);
    assert!(moved.contains("Delivery 1 is planned for Sat 14 Mar 2026"), "{moved}");
}

#[test]
fn a_skip_and_a_plan_that_meet_are_warned_of_in_both_orders() {
    let shop = household();
    shop.says("jar read Lin 5");
    shop.says("delivery plan Lin rice 10 --on 2026-03-03");
    let skipped = shop.play(&["skip add Lin --until 2026-03-20"]);
    assert!(skipped.contains("Planned all the same: 1 (3 Mar)"), "{skipped}");
    let planned = shop.play(&["delivery plan Lin rice 10 --on 2026-03-04"]);
    assert!(planned.contains("rice is not wanted until"), "{planned}");
    let refused = shop.play(&[&on(3, "delivery cancel 1 --until 2026-03-02")]);
    assert!(refused.contains("[exit 1]"), "{refused}");
}

#[test]
fn why_tells_what_was_checked_and_what_was_brought_then() {
    let shop = household();
    shop.says("jar set Lin rice --capacity 20 --monthly 40");
    shop.says("jar read Lin 10");
    shop.says("delivery plan Lin rice 10 --on today");
    shop.says("delivery done 1");
    let why = shop.says("jar why Lin");
    let told = "10 kg in the jar as checked on Mon 2 Mar 2026, then 10 kg was brought.";
    assert!(why.contains(told), "{why}");
}

#[test]
fn a_planned_stop_takes_everything_that_is_due_whichever_weekday_it_is() {
    let shop = household();
    shop.says("product add jug --unit jug --price 7 --pack 1 --stock 300");
    shop.says("jar set Lin jug --capacity 3 --usual 2");
    shop.says("customer edit Lin --weekdays mon,thu");
    shop.says("jar read Lin rice empty");
    shop.says("delivery plan Lin jug 2 --on 2026-03-03");
    let csv = shop.says(&on(3, "today --only deliver --format csv"));
    assert!(csv.contains("jug 2 jug;rice 10 kg"), "{csv}");
}

#[test]
fn jars_that_nobody_knows_are_listed_and_counted() {
    let shop = household();
    let list = shop.says("jar list --format csv");
    assert!(list.contains("C001,Lin,,rice,,kg,,forecast"), "{list}");
    let morning = shop.says("today");
    assert!(morning.contains("One jar has no forecast"), "{morning}");
    shop.says("jar read Lin 7.5");
    assert!(!shop.says("today").contains("no forecast"));
}

#[test]
fn planning_the_proposals_names_the_stops_that_are_looked_into_first() {
    let shop = household();
    shop.says("jar read Lin 7.5");
    let planned = shop.play(&["delivery plan --proposed"]);
    assert!(planned.contains("looked into first: Lin"), "{planned}");
}

#[test]
fn a_retired_product_is_left_out_of_a_plan_and_why_says_that_it_was_retired() {
    let shop = household();
    shop.says("product add oil --unit L --price 12 --pack 2 --stock 100");
    shop.says("jar set Lin oil --capacity 8");
    shop.says("product retire oil");
    let planned = shop.play(&["delivery plan Lin --on 2026-03-03"]);
    assert!(planned.contains("oil was retired and is left out"), "{planned}");
    assert!(!planned.contains("exit"), "{planned}");
    shop.says("jar read Lin enough");
    let why = shop.says("jar why Lin oil");
    assert!(why.contains("oil was retired on Mon 2 Mar 2026"), "{why}");
    assert!(shop.says("jar why Lin").contains("rice") || !shop.says("jar why Lin").contains("oil"));
}
