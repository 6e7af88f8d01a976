//! `delivery`, `today`, `follow-up` and `contact`: a day of the shop.

use super::Shop;

#[test]
fn what_runs_out_is_proposed_planned_once_brought_and_collected() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("jar set C001 rice --capacity 20 --usual 15 --monthly 12");
    shop.says("jar read C001 rice 1/10 --on 2026-03-20");
    shop.says("shop set areas 竹巷");
    insta::assert_snapshot!(shop.play(&[
        "delivery propose",
        "today",
        "delivery plan --proposed --on tomorrow",
        "delivery plan --proposed --on today",
        "delivery plan --proposed",
        "delivery round",
        "today",
        "delivery done 1 --left 0.5kg --paid 100 --old-out --cleaned --old-on-top",
        "today",
        "delivery list",
        "customer show C001",
    ]), @"
    $ delivery propose
    Day         Code  Name    Area  Product  Quantity  Unit  Earliest    Runs out    Why   State  Brings
    2026-03-27  C001  林阿嬷  竹巷  rice           15  kg    2026-03-20  2026-03-26  late  late   usual
    $ today
    永庆米店, Fri 27 Mar 2026

    Deliver: one stop; load rice 15 kg (15 kg proposed)
    Delivery  State  Days late  Area  Address    Code  Name    Goods       Runs out    Due  Owes  At the door  Proposed
              late           1  竹巷  3 号 2 楼  C001  林阿嬷  rice 15 kg  2026-03-26    0     0               rice 15 kg
    $ delivery plan --proposed --on tomorrow
    No proposed deliveries are left to plan.
    $ delivery plan --proposed --on today
    One proposed delivery planned
    Delivery 1 is planned for Fri 27 Mar 2026.
    $ delivery plan --proposed
    No proposed deliveries are left to plan.
    $ delivery round
    Round of Fri 27 Mar 2026: one stop; load rice 15 kg; 0 due
    Delivery  State  Days late  Area  Address    Code  Name    Goods       Runs out    Due  Owes  At the door  Proposed
           1  late           1  竹巷  3 号 2 楼  C001  林阿嬷  rice 15 kg  2026-03-26    0     0
    $ today
    永庆米店, Fri 27 Mar 2026

    Deliver: one stop; load rice 15 kg
    Delivery  State  Days late  Area  Address    Code  Name    Goods       Runs out    Due  Owes  At the door  Proposed
           1  late           1  竹巷  3 号 2 楼  C001  林阿嬷  rice 15 kg  2026-03-26    0     0
    $ delivery done 1 --left 0.5kg --paid 100 --old-out --cleaned --old-on-top
    Delivered to C001 林阿嬷 for 630 (rice 15 kg)
    Follow-up 1 is due on Mon 30 Mar 2026.
    Owes 530 now.
    The oldest charge is due on Sat 25 Apr 2026.
    rice: runs out about Fri 15 May 2026, safe until Tue 21 Apr 2026.
    $ today
    永庆米店, Fri 27 Mar 2026
    Nothing to do today.
    $ delivery list
    No.  Stage  Day         Code  Name    Area  Product  Planned  Delivered  Unit  Price  Reason  State
      1  done   2026-03-27  C001  林阿嬷  竹巷  rice          15         15  kg       42
    $ customer show C001
    C001 林阿嬷
    Kind             household
    People           2 adults, 1 child, 2 seniors
    Phone            0912-345 678
    Area             竹巷
    Address          3 号 2 楼
    Payday           25th: Sat 25 Apr 2026, Mon 25 May 2026, Thu 25 Jun 2026
    Tab              Owes 530 now.
    Oldest due       Sat 25 Apr 2026
    Buys             Once, on 27 Mar, for 630
    Prefers          visit
    May be reminded  not asked
    Customer since   Fri 27 Mar 2026

    Jars
    Product  Level  Unit  Runs out    Safe until  Latest
    rice      15.5  kg    2026-05-15  2026-04-21  2026-04-21

    Deliveries
    No.  Day         Stage  Goods       Amount
      1  2026-03-27  done   rice 15 kg     630

    Entries
    Day         Kind     Goods       Amount  Method  Note
    2026-03-27  payment                -100
    2026-03-27  charge   rice 15 kg     630

    Follow-ups
    Ref  Due         Text
    1    2026-03-30  Ask how the first delivery was
    ");
}

#[test]
fn a_part_that_was_not_brought_is_planned_again_or_dropped() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("jar set C001 rice");
    insta::assert_snapshot!(shop.play(&[
        "delivery plan C001 rice 15 --on today",
        "delivery done 1 --line rice 10",
        "delivery list",
        "delivery move 2 +5",
        "delivery miss 2 --reason nobody --next +6",
        "delivery miss 2 --reason nobody --next +6 --on today",
        "delivery done 3 --line rice 5 --on 2026-03-27 --rest drop",
        "delivery cancel 9",
    ]), @"
    $ delivery plan C001 rice 15 --on today
    Delivery to C001 林阿嬷 planned for Fri 27 Mar 2026 (rice 15 kg)
    Delivery 1 is planned for Fri 27 Mar 2026.
    $ delivery done 1 --line rice 10
    Delivered to C001 林阿嬷 for 420 (rice 10 kg)
    Delivery 2 is planned for Sat 28 Mar 2026.
    Follow-up 1 is due on Mon 30 Mar 2026.
    Owes 420 now.
    The oldest charge is due on Sat 25 Apr 2026.
    rice: runs out about Tue 7 Apr 2026, safe until Sun 29 Mar 2026.
    $ delivery list
    No.  Stage    Day         Code  Name    Area  Product  Planned  Delivered  Unit  Price  Reason  State
      1  done     2026-03-27  C001  林阿嬷  竹巷  rice          15         10  kg       42
      2  planned  2026-03-28  C001  林阿嬷  竹巷  rice           5             kg                   window open
    $ delivery move 2 +5
    Delivery to C001 林阿嬷 moved to Wed 1 Apr 2026
    $ delivery miss 2 --reason nobody --next +6
    Delivery to C001 林阿嬷 missed, next try on Thu 2 Apr 2026 (nobody)
    Delivery 3 is planned for Thu 2 Apr 2026.
    $ delivery miss 2 --reason nobody --next +6 --on today
    ! Delivery #2 to 林阿嬷 was closed on Fri 27 Mar 2026.
    ! If that was a mistake, undo it: undo.
    [exit 1]
    $ delivery done 3 --line rice 5 --on 2026-03-27 --rest drop
    Delivered to C001 林阿嬷 for 210 (rice 5 kg)
    Owes 630 now.
    The oldest charge is due on Sat 25 Apr 2026.
    rice: runs out about Sun 12 Apr 2026, safe until Mon 30 Mar 2026.
    $ delivery cancel 9
    ! There is no delivery #9.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    ");
}

#[test]
fn a_delivery_that_cannot_be_is_refused() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    insta::assert_snapshot!(shop.play(&[
        "delivery plan C001 --on today",
        "delivery plan C001 rice 0 --on today",
        "delivery plan C001 rice --on today",
        "delivery plan C001 rice 15 --on yesterday",
        "delivery plan",
        "delivery plan --proposed C001 --on today",
        "delivery done x",
        "delivery done 7",
        "delivery list --stage open",
        "delivery round 2026-02-30",
    ]), @"
    $ delivery plan C001 --on today
    ! There is nothing to deliver to 林阿嬷.
    ! Name a product and a quantity, or add a jar first: jar set.
    [exit 1]
    $ delivery plan C001 rice 0 --on today
    ! There is nothing to deliver to 林阿嬷.
    ! Name a product and a quantity, or add a jar first: jar set.
    [exit 1]
    $ delivery plan C001 rice --on today
    ! “rice” has no partner: give products and quantities in pairs.
    ! For example: rice 15 oil 2
    [exit 2]
    $ delivery plan C001 rice 15 --on yesterday
    ! Thu 26 Mar 2026 is in the past; nothing can be planned for it.
    ! Choose today or a later day.
    [exit 1]
    $ delivery plan
    ! Missing: --on <DATE>, <WHO>
    ! See: ricejar delivery plan --help
    [exit 2]
    $ delivery plan --proposed C001 --on today
    ! --proposed and [WHO] cannot be used together.
    ! See: ricejar delivery plan --help
    [exit 2]
    $ delivery done x
    ! ID: “x” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ delivery done 7
    ! There is no delivery #7.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    $ delivery list --stage open
    ! “open” is not a valid value for --stage <STAGE>.
    ! Choose one of: planned, done, missed, cancelled
    [exit 2]
    $ delivery round 2026-02-30
    ! DATE: The date “2026-02-30” does not exist.
    ! Check the calendar: not every month has 31 days.
    [exit 2]
    ");
}

#[test]
fn follow_ups_come_again_and_rules_make_their_own() {
    let shop = Shop::new();
    shop.says("customer add Wu --birthday 1960-03-27");
    insta::assert_snapshot!(shop.play(&[
        "follow-up list",
        "follow-up done birthday/C001/2026-03-27 --outcome sang",
        "follow-up drop birthday/C001/2026-03-27",
        "follow-up add wu 'ask about the new rice' --on +1 --every '2 weeks'",
        "follow-up snooze 2 +3",
        "follow-up done 2",
        "follow-up list",
        "follow-up drop 3",
        "follow-up done 3",
        "contact add wu --channel phone --text 'pays on Monday' --mood 2 --promise mon",
        "follow-up list --format csv",
        "follow-up snooze 4 yesterday",
        "follow-up done never",
        "contact add wu --channel phone --text x --mood 6",
    ]), @"
    $ follow-up list
    No.  Ref                       Due         Code  Name  Phone  Text      Repeat  Owes  Last contact
         birthday/C001/2026-03-27  2026-03-27  C001  Wu           Birthday             0
    $ follow-up done birthday/C001/2026-03-27 --outcome sang
    Follow-up for C001 Wu done (Birthday)
    $ follow-up drop birthday/C001/2026-03-27
    ! The follow-up “Birthday” was closed on Fri 27 Mar 2026.
    ! If that was a mistake, undo it: undo.
    [exit 1]
    $ follow-up add wu 'ask about the new rice' --on +1 --every '2 weeks'
    Follow-up for C001 Wu on Sat 28 Mar 2026 (ask about the new rice)
    Follow-up 2 is due on Sat 28 Mar 2026.
    $ follow-up snooze 2 +3
    Follow-up for C001 Wu postponed to Mon 30 Mar 2026 (ask about the new rice)
    $ follow-up done 2
    Follow-up for C001 Wu done (ask about the new rice)
    Follow-up 3 is due on Sat 11 Apr 2026.
    $ follow-up list
    No.  Ref  Due         Code  Name  Phone  Text                    Repeat         Owes  Last contact
      3  3    2026-04-11  C001  Wu           ask about the new rice  every 2 weeks     0
    $ follow-up drop 3
    Follow-up for C001 Wu dropped (ask about the new rice)
    $ follow-up done 3
    ! The follow-up “ask about the new rice” was closed on Fri 27 Mar 2026.
    ! If that was a mistake, undo it: undo.
    [exit 1]
    $ contact add wu --channel phone --text 'pays on Monday' --mood 2 --promise mon
    Contact with C001 Wu (pays on Monday)
    Follow-up 4 is due on Mon 30 Mar 2026.
    $ follow-up list --format csv
    id,ref,due_on,customer,name,phone,text,repeat,balance,last_words
    4,4,2026-03-30,C001,Wu,,Promised to pay on Mon 30 Mar 2026 (pays on Monday),,0,pays on Monday
    $ follow-up snooze 4 yesterday
    ! Thu 26 Mar 2026 is in the past; nothing can be planned for it.
    ! Choose today or a later day.
    [exit 1]
    $ follow-up done never
    ! “never” is not a follow-up.
    ! Use its number, or its name as follow-up list shows it, such as birthday/C001/2026-03-27.
    [exit 2]
    $ contact add wu --channel phone --text x --mood 6
    ! “6” is not a valid value for --mood <1-5>.
    ! Choose one of: 1, 2, 3, 4, 5
    [exit 2]
    ");
}

#[test]
fn goods_are_sold_at_another_price_or_given_away_at_the_door() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --adults 2");
    shop.says("product add rice --unit kg --price 42 --stock 500");
    shop.says("product add oil --unit L --price 80 --stock 50");
    shop.says("jar set C001 rice");
    shop.says("jar set C001 oil");
    shop.says("delivery plan C001 rice 15 --on today");
    insta::assert_snapshot!(shop.play(&[
        "delivery done 1 --line rice 10 --line rice 5@0",
        "delivery done 1 --line rice 15@x",
        "delivery done 1 --line rice 15@40 --line oil 2@0",
        "delivery list",
    ]), @"
    $ delivery done 1 --line rice 10 --line rice 5@0
    ! The product “rice” appears twice.
    ! Give it once.
    [exit 1]
    $ delivery done 1 --line rice 15@x
    ! --line: “x” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ delivery done 1 --line rice 15@40 --line oil 2@0
    Delivered to C001 林阿嬷 for 600 (rice 15 kg, oil 2 L)
    Follow-up 1 is due on Mon 30 Mar 2026.
    Owes 600 now.
    The oldest charge is due on Fri 27 Mar 2026.
    oil: runs out about Thu 30 Apr 2026, safe until Fri 3 Apr 2026.
    rice: runs out about Sat 16 May 2026, safe until Mon 6 Apr 2026.
    $ delivery list
    No.  Stage  Day         Code  Name    Area  Product  Planned  Delivered  Unit  Price  Reason  State
      1  done   2026-03-27  C001  林阿嬷        rice          15         15  kg       40
      1  done   2026-03-27  C001  林阿嬷        oil            0          2  L         0
    ");
}

/// A customer with a delivery of rice and oil planned for today.
fn with_a_plan() -> Shop {
    let shop = Shop::new();
    shop.says("customer add Wu --adults 2");
    shop.says("product add rice --unit kg --price 10 --stock 100 --kind rice");
    shop.says("product add oil --unit L --price 20 --stock 50");
    shop.says("delivery plan Wu rice 10 oil 2 --on today");
    shop
}

// F9
#[test]
fn a_planned_delivery_gets_another_day_and_other_goods() {
    let shop = with_a_plan();
    let said = shop.says("delivery edit 1 --line rice 12.5 --line oil 0 --on mon");
    assert!(said.contains("rice 12.5 kg") && !said.contains("oil"), "{said}");
    let list = shop.says("delivery list --format csv");
    assert!(list.contains("2026-03-30") && list.contains("12.5"), "{list}");
    assert!(!list.contains("oil"), "{list}");
    for (typed, because) in [
        ("delivery edit 1 --line rice 0", "Wu"),
        ("delivery edit 1 --paid 5", "is not done yet"),
        ("delivery edit 1 --line rice 5@3", "is not done yet"),
        ("delivery edit 1 --on 2026-03-01", "in the past"),
    ] {
        let said = shop.play(&[typed]);
        assert!(said.contains("[exit 1]"), "{said}");
        assert!(said.contains(because), "{typed}: {said}");
    }
    shop.says("undo");
    let list = shop.says("delivery list --format csv");
    assert!(list.contains("2026-03-27") && list.contains("oil"), "{list}");
    shop.says("check");
}

// F9
#[test]
fn a_done_delivery_is_corrected_on_the_tab_and_in_stock_and_taken_back_as_one_step() {
    let shop = with_a_plan();
    shop.says("jar set Wu rice --capacity 30");
    shop.says("delivery done 1 --left rice=2kg --paid 50");
    let balance = |shop: &Shop| shop.says("tab list --format csv");
    let stock = |shop: &Shop| shop.says("product list --format csv");
    let before = (balance(&shop), stock(&shop));
    // 10 kg at 10 and 2 L at 20 were charged, and 50 paid: 8 kg at 9 and 60 paid are 38 less.
    let said = shop.says("delivery edit 1 --line rice 8@9 --left rice=3kg --paid 60");
    assert!(said.contains("-38"), "{said}");
    let statement = shop.says("tab show Wu --format csv");
    assert!(statement.contains("correction") && statement.contains("-28"), "{statement}");
    assert!(stock(&shop).contains("92"), "{}", stock(&shop));
    shop.says("check");
    // Once more, back to what was paid at first.
    shop.says("delivery edit 1 --paid 50");
    assert!(balance(&shop).contains("62"), "{}", balance(&shop));
    shop.says("check");
    shop.says("undo");
    shop.says("undo");
    assert_eq!((balance(&shop), stock(&shop)), before);
    shop.says("check");
}

// F9
#[test]
fn planning_a_product_again_for_the_same_day_says_that_it_replaces_the_quantity() {
    let shop = with_a_plan();
    let said = shop.says("delivery plan Wu rice 15 --on today");
    assert!(said.contains("replaces the 10 kg of rice"), "{said}");
    let said = shop.says("delivery plan Wu rice 15 --on today");
    assert!(!said.contains("replaces"), "{said}");
}
