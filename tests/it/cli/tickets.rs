//! Prepaid tickets from the book to the refund, as a shopkeeper sees them.

use super::Shop;

/// A shop that sells water, with a customer who has a jar for it.
fn water() -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --payday 25 --on 2026-01-01");
    shop.says("product add water --unit bottle --price 20");
    shop
}

#[test]
fn tickets_are_sold_in_books_used_at_the_door_and_refunded() {
    let shop = water();
    insta::assert_snapshot!(shop.play(&[
        "ticket sell C001 water 10 --free 1 --price 180 --method cash",
        "ticket sell C001 water 2 --on-tab --expires 2026-04-10",
        "delivery plan C001 water 4 --on 2026-03-27",
        "delivery done 1 --tickets 5",
        "delivery done 1 --tickets 3",
        "ticket list",
        "delivery edit 1 --line water 2",
        "delivery edit 1 --line water 5@25",
        "customer show C001",
        "ticket refund C001 water 20",
        "ticket refund C001 water --method cash",
        "ticket list",
        "ticket list --all",
        "tab show C001",
        "journal",
        "check",
        "undo",
        "undo 1",
        "ticket list --format json",
        "export tickets",
    ]));
}

#[test]
fn an_expired_ticket_is_worth_nothing_and_says_when_it_expired() {
    let shop = water();
    insta::assert_snapshot!(shop.play(&[
        "ticket sell C001 water 10 --free 1 --price 180 --on 2026-03-01 --expires 2026-03-20",
        "ticket list",
        "ticket list --as-of 2026-03-20",
        "ticket list --expired",
        "delivery plan C001 water 1 --on 2026-03-27",
        "delivery done 1 --tickets 1",
        "ticket refund C001 water",
        "customer show C001",
        "ticket sell C001 water 5 --expires 2026-03-26",
    ]));
}

#[test]
fn tickets_in_chinese() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --payday 25 --on 2026-01-01");
    shop.says("product add 桶装水 --unit 桶 --price 20");
    shop.says("shop set language zh-CN");
    insta::assert_snapshot!(shop.play(&[
        "ticket sell C001 桶装水 10 --free 1 --price 180 --expires 2026-04-10",
        "delivery plan C001 桶装水 2 --on 2026-03-27",
        "delivery done 1 --tickets 桶装水=3",
        "delivery done 1 --tickets 桶装水=2",
        "delivery edit 1 --line 桶装水 1",
        "customer show C001",
        "ticket refund C001 桶装水 3",
        "ticket list",
        "tab show C001",
        "journal",
        "ticket sell --help",
    ]));
}

#[test]
fn a_payment_of_another_customer_keeps_no_promise() {
    let shop = water();
    shop.says("customer add Bo --on 2026-01-01");
    for who in ["C001", "Bo"] {
        shop.says(&format!("tab charge {who} 300 --on 2026-03-01"));
        shop.says(&format!("promise add {who} 100 --by 2026-03-30"));
    }
    let states = || shop.says("promise list --all --format csv");
    shop.says("tab pay C001 100 --method cash");
    assert!(states().contains("C001,林阿嬷,2026-03-27,2026-03-30,100,kept"), "{}", states());
    shop.says("tab move 3 --to Bo");
    assert!(states().contains("C001,林阿嬷,2026-03-27,2026-03-30,100,open"), "{}", states());
    assert!(states().contains("C002,Bo,2026-03-27,2026-03-30,100,kept"), "{}", states());
    assert_eq!(shop.says("check"), "Everything adds up.\n");
}

#[test]
fn an_entry_of_the_wrong_customer_day_or_amount_is_corrected_by_a_pair() {
    let shop = water();
    shop.says("customer add Bo --on 2026-01-01");
    insta::assert_snapshot!(shop.play(&[
        "tab charge C001 300 --on 2026-03-20",
        "tab pay C001 100 --method cash --on 2026-03-25 --note 'in coins'",
        "tab move 2 --to Bo",
        "tab move 2 --amount 5",
        "journal",
        "undo 5",
        "tab show C001",
        "tab show Bo",
        "day show 2026-03-25",
        "tab move 1 --amount 200 --on 2026-03-21",
        "tab show C001",
        "undo",
        "tab pay C001 60 --method cash --on 2026-03-26",
        "day close 2026-03-26 --counted 60",
        "tab move 5 --to Bo",
        "tab move 5 --on 2026-03-25",
        "tab show Bo",
        "day show 2026-03-26",
        "tab move 5",
        "tab move 99 --amount 1",
        "tab move 8 --amount 1",
        "check",
    ]));
}
