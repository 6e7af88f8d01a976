//! `skip`: goods that a customer does not want for a while.

use super::Shop;

/// A shop with one customer whose rice has run out.
fn shop() -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --adults 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --pack 15 --stock 500");
    shop.says("product add oil --unit L --price 90 --pack 2 --stock 50");
    shop.says("jar set C001 rice --capacity 20 --usual 15 --monthly 12");
    shop.says("jar read C001 rice 1/10 --on 2026-03-20");
    shop
}

// B8: after `cancel --reason "skip this week"` the stop was proposed again the same day as late.
#[test]
fn a_skipped_jar_is_neither_proposed_nor_late_until_the_day_has_passed() {
    let shop = shop();
    insta::assert_snapshot!(shop.play(&[
        "skip add C001 rice --until 2026-04-03 --reason 'on holiday'",
        "skip list",
        "delivery propose --until 2026-04-10",
        "today",
        "jar why C001 rice",
        "customer show C001",
        "skip add C001 oil --until 2026-04-03",
        "skip add C001 --until 2026-03-26",
        "skip remove 7",
        "undo",
        "delivery propose",
        "redo",
        "skip remove 1",
        "delivery propose",
        "journal",
        "check",
    ]), @"
    $ skip add C001 rice --until 2026-04-03 --reason 'on holiday'
    C001 林阿嬷: rice skipped until Fri 3 Apr 2026 (on holiday)
    Not proposed again until Fri 3 Apr 2026 has passed; `skip remove 1` ends this.
    $ skip list
    No.  Code  Name    Product  Day         Until       Reason
      1  C001  林阿嬷  rice     2026-03-27  2026-04-03  on holiday
    $ delivery propose --until 2026-04-10
    Day         Code  Name    Area  Product  Quantity  Unit  Earliest    Runs out    Why   State  Brings
    2026-04-04  C001  林阿嬷        rice           15  kg    2026-04-04  2026-03-26  late  late   usual
    $ today
    永庆米店, Fri 27 Mar 2026
    Nothing to do today.
    $ jar why C001 rice
    2 kg in the jar on Fri 20 Mar 2026, as checked.
    About 0 kg left now.
    2 people use it.
    0.39 kg a day: they state 12 kg a month.
    Runs out about Thu 26 Mar 2026 (between 21 Mar and 28 Apr).
    Safe until Fri 20 Mar 2026.
    rice skipped until 3 Apr: on holiday.
    Deliver by 4 Apr.
    $ customer show C001
    C001 林阿嬷
    Kind             household
    People           2 adults, 0 children, 0 seniors
    Skipped          rice skipped until 3 Apr: on holiday
    Payday           25th: Sat 25 Apr 2026, Mon 25 May 2026, Thu 25 Jun 2026
    Tab              The tab is settled.
    Prefers          visit
    May be reminded  not asked
    Customer since   Fri 27 Mar 2026

    Jars
    Product  Level  Unit  Runs out    Safe until  Latest
    rice         0  kg    2026-03-26  2026-03-20  2026-04-04
    $ skip add C001 oil --until 2026-04-03
    ! 林阿嬷 has no jar of oil.
    ! Add one first: jar set.
    [exit 1]
    $ skip add C001 --until 2026-03-26
    ! Thu 26 Mar 2026 is in the past; nothing can be planned for it.
    ! Choose today or a later day.
    [exit 1]
    $ skip remove 7
    ! There is no skip #7.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    $ undo
    Undone: C001 林阿嬷: rice skipped until Fri 3 Apr 2026 (on holiday)
    $ delivery propose
    Day         Code  Name    Area  Product  Quantity  Unit  Earliest    Runs out    Why   State  Brings
    2026-03-27  C001  林阿嬷        rice           15  kg    2026-03-20  2026-03-26  late  late   usual
    $ redo
    Redone: C001 林阿嬷: rice skipped until Fri 3 Apr 2026 (on holiday)
    $ skip remove 1
    C001 林阿嬷: skip until Fri 3 Apr 2026 removed
    $ delivery propose
    Day         Code  Name    Area  Product  Quantity  Unit  Earliest    Runs out    Why   State  Brings
    2026-03-27  C001  林阿嬷        rice           15  kg    2026-03-20  2026-03-26  late  late   usual
    $ journal
    No.  Time                 By  Effect  In effect  What
      1  2026-03-27 00:00:00      done    yes        C001 林阿嬷 added
      2  2026-03-27 00:00:00      done    yes        Product rice added
      3  2026-03-27 00:00:00      done    yes        Product oil added
      4  2026-03-27 00:00:00      done    yes        C001 林阿嬷: rice jar set
      5  2026-03-27 00:00:00      done    yes        C001 林阿嬷: 2 kg of rice left on Fri 20 Mar 2026
      6  2026-03-27 00:00:00      done    yes        C001 林阿嬷: rice skipped until Fri 3 Apr 2026 (on holiday)
      7  2026-03-27 00:00:00      undone  yes        Undone: C001 林阿嬷: rice skipped until Fri 3 Apr 2026 (on holiday)
      8  2026-03-27 00:00:00      redone  yes        Redone: C001 林阿嬷: rice skipped until Fri 3 Apr 2026 (on holiday)
      9  2026-03-27 00:00:00      done    yes        C001 林阿嬷: skip until Fri 3 Apr 2026 removed
    $ check
    Everything adds up.
    ");
}

// B8
#[test]
fn a_cancelled_delivery_is_proposed_again_a_week_later_or_as_was_said() {
    let shop = shop();
    shop.says("delivery plan --proposed");
    insta::assert_snapshot!(shop.play(&[
        "delivery cancel 1 --reason 'skip this week'",
        "today",
        "delivery propose --until 2026-04-10",
        "skip list",
        "undo",
        "delivery cancel 1 --propose-again",
        "delivery propose",
        "undo",
        "delivery cancel 1 --until 2026-04-30",
        "skip list --customer C001",
    ]), @"
    $ delivery cancel 1 --reason 'skip this week'
    Delivery to C001 林阿嬷 on Fri 27 Mar 2026 cancelled (skip this week)
    Not proposed again until Thu 2 Apr 2026 has passed; `skip remove 1` ends this.
    $ today
    永庆米店, Fri 27 Mar 2026
    Nothing to do today.
    $ delivery propose --until 2026-04-10
    Day         Code  Name    Area  Product  Quantity  Unit  Earliest    Runs out    Why   State  Brings
    2026-04-03  C001  林阿嬷        rice           15  kg    2026-04-03  2026-03-26  late  late   usual
    $ skip list
    No.  Code  Name    Product  Day         Until       Reason
      1  C001  林阿嬷  rice     2026-03-27  2026-04-02  skip this week
    $ undo
    Undone: Delivery to C001 林阿嬷 on Fri 27 Mar 2026 cancelled (skip this week)
    $ delivery cancel 1 --propose-again
    Delivery to C001 林阿嬷 on Fri 27 Mar 2026 cancelled
    $ delivery propose
    Day         Code  Name    Area  Product  Quantity  Unit  Earliest    Runs out    Why   State  Brings
    2026-03-27  C001  林阿嬷        rice           15  kg    2026-03-20  2026-03-26  late  late   usual
    $ undo
    Undone: Delivery to C001 林阿嬷 on Fri 27 Mar 2026 cancelled
    $ delivery cancel 1 --until 2026-04-30
    Delivery to C001 林阿嬷 on Fri 27 Mar 2026 cancelled
    Not proposed again until Thu 30 Apr 2026 has passed; `skip remove 1` ends this.
    $ skip list --customer C001
    No.  Code  Name    Product  Day         Until       Reason
      1  C001  林阿嬷  rice     2026-03-27  2026-04-30
    ");
    let shop = shop.on("2026-04-03");
    assert!(shop.says("today").contains("Nothing to do today"), "{}", shop.says("today"));
}

// B8
#[test]
fn a_skip_of_everything_holds_for_each_jar_and_comes_back_from_its_file() {
    let shop = shop();
    shop.says("skip add C001 --until 2026-04-03 --reason 'on holiday'");
    let exported = shop.says("export skips");
    assert_eq!(
        exported,
        "id,customer,product,day,until,reason\r\n1,C001,,2026-03-27,2026-04-03,on holiday\r\n"
    );
    assert!(!shop.says("delivery propose").contains("C001"));
    let page = shop.says("customer show C001 --format json");
    let skip = r#""skips":[{"id":1,"product":null,"day":"2026-03-27","until":"2026-04-03","reason":"on holiday"}]"#;
    assert!(page.contains(skip), "{page}");
    std::fs::write(shop.file("skips.csv"), exported.replace("C001,,", "C001,rice,")).unwrap();
    shop.says("skip remove 1");
    shop.says("import skips.csv --into skips");
    assert!(shop.says("skip list").contains("rice"));
    assert!(!shop.says("delivery propose").contains("C001"));
    assert!(shop.says("check").contains("adds up"), "{}", shop.says("check"));
}

// B8: a customer who has not been heard of since the jar ran out was no longer proposed.
#[test]
fn a_long_skip_ends_with_a_proposal_and_not_with_silence() {
    let shop = shop();
    shop.says("skip add C001 --until 2026-06-30 --reason 'with the son in the south'");
    let shop = shop.on("2026-06-15");
    assert!(!shop.says("follow-up list").contains("C001"));
    let shop = shop.on("2026-07-01");
    assert!(shop.says("delivery propose").contains("2026-07-01"), "{}", shop.says("today"));
}
