//! What people type is read right: days, amounts, quantities, levels and paydays.

use super::Shop;

fn shop_with_a_jar() -> Shop {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("customer add Wu --adults 3 --payday 25");
    shop.says("jar set C001 rice --capacity 20kg --usual 30斤");
    shop
}

// D3
#[test]
fn the_day_of_what_was_done_is_looked_for_in_the_past() {
    let shop = shop_with_a_jar();
    for on in
        ["3月20日", "20", "last fri", "上周五", "20260320", "2026.3.20", "7天前", "a week ago"]
    {
        let said = shop.says(&format!("tab charge C001 1 --on '{on}'"));
        assert!(!said.is_empty());
    }
    let entries = shop.says("export entries");
    assert_eq!(entries.matches("2026-03-20").count(), 8, "{entries}");
    shop.says("follow-up add C001 call --on 20");
    assert!(shop.says("export follow-ups").contains("2026-04-20"));
}

// D3
#[test]
fn a_slashed_day_is_refused_until_the_shop_says_which_part_is_the_month() {
    let shop = shop_with_a_jar();
    let refused = shop.play(&["follow-up add C001 call --on 4/5"]);
    assert!(refused.contains("shop set date-order"), "{refused}");
    shop.says("shop set date-order dmy");
    shop.says("follow-up add C001 call --on 4/5");
    shop.says("shop set date-order mdy");
    shop.says("follow-up add C001 ask --on 4/5");
    let follow_ups = shop.says("export follow-ups");
    assert!(follow_ups.contains("2026-05-04") && follow_ups.contains("2026-04-05"), "{follow_ups}");
}

// B10
#[test]
fn a_bare_level_is_a_quantity_and_a_share_is_written_as_one() {
    let shop = shop_with_a_jar();
    let levels =
        [("2", "2"), ("16斤", "8"), ("3/10", "6"), ("半", "10"), ("七成半", "15"), ("5%", "1")];
    for (days_ago, (typed, level)) in (1..).zip(levels) {
        let on = format!("2026-03-{}", 27 - days_ago);
        shop.says(&format!("jar read C001 rice {typed} --on {on}"));
        let readings = shop.says("export readings");
        let row = readings.lines().find(|line| line.contains(&on));
        let row = row.unwrap_or_default();
        assert!(row.split(',').any(|cell| cell == level), "{typed}: {row}");
    }
}

// C3
#[test]
fn amounts_are_read_with_their_sign_and_never_rounded() {
    let shop = shop_with_a_jar();
    for amount in ["240.00", "'NT$ 240'", "240块", "２４０"] {
        shop.says(&format!("tab charge C001 {amount}"));
    }
    assert_eq!(shop.says("export entries").matches(",240,").count(), 4);
    let refused = shop.play(&["tab charge C001 240.50", "tab charge C001 1,5"]);
    assert!(refused.contains("has decimals") && refused.contains("is ambiguous"), "{refused}");
}

// D4
#[test]
fn a_payday_is_read_as_it_is_shown_and_a_birthday_lies_in_the_past() {
    let shop = shop_with_a_jar();
    for payday in ["every Fri", "15th, 30th", "31st or before", "month end", "每个星期五", "现结"]
    {
        shop.says(&format!("customer edit C001 --payday '{payday}'"));
    }
    let refused = shop.play(&["customer edit C001 --birthday 2030-01-01"]);
    assert!(refused.contains("is in the future"), "{refused}");
    shop.says("customer edit C001 --birthday 02-29");
    let list = shop.says("export customers --format jsonl");
    assert!(list.contains(r#""birthday":"--02-29""#), "{list}");
    let said = shop.says("customer show C001");
    assert!(said.contains("29 Feb") && !said.contains("2024"), "{said}");
    // The day is kept in a year without a 29 February too.
    let said = shop.says("follow-up list --as-of 2027-02-28");
    assert!(said.contains("birthday/C001/2027-02-28"), "{said}");
}
