//! `container`: returnable containers, counted apart from their deposits.

use super::Shop;

/// A shop with a customer, bottled water and a kind of bottle.
fn shop() -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --area 竹巷");
    shop.says("customer add 陈师傅 --area 河边");
    shop.says("container add 桶 --deposit 50 --price 80");
    shop.says("product add 水 --unit 桶 --price 18 --container 桶 --stock 100");
    shop
}

#[test]
fn containers_are_counted_apart_from_the_money_of_their_deposits() {
    let shop = shop();
    insta::assert_snapshot!(shop.play(&[
        "container lend C001 3 --deposit --on 2026-03-02",
        "container lend C001 1 桶 --on 2026-03-20",
        "container return C001 2 --refund",
        "container return C001 5",
        "container return C001 1 --refund=80",
        "container lose C001 1 --keep-deposit",
        "container count C001 4",
        "container holders",
        "container list",
        "customer show C001",
        "tab show C001",
        "statement C001",
        "--as-of 2026-03-03 container holders",
        "export container-moves",
        "--lang zh-CN container holders --area 竹巷",
        "journal",
        "check",
    ]));
}

#[test]
fn containers_go_out_and_come_back_at_the_door_with_the_goods() {
    let shop = shop();
    insta::assert_snapshot!(shop.play(&[
        "delivery plan C001 水 2 --on 2026-03-27",
        "delivery done 1 --deposit",
        "delivery plan C001 水 3 --on 2026-03-27",
        "delivery done 2 --returned 3",
        "--format json delivery done 2 --returned 2 --lent 2 --paid 54",
        "container holders",
        "undo",
        "container holders",
        "undo 7",
        "redo",
        "container edit 桶 --name 大桶",
        "export products",
        "product edit 水 --container 瓶",
        "product edit 水 --container none",
        "check",
    ]));
}

#[test]
fn what_was_given_back_later_cannot_be_taken_from_under_it() {
    let shop = shop();
    insta::assert_snapshot!(shop.play(&[
        "container return C001 1",
        "container lend C001 2 --on 2026-03-20",
        "container return C001 2 --on 2026-03-25",
        "undo 5",
        "container lose C001 1 --on 2026-03-21",
        "container add 桶",
        "container add 瓶",
        "container lend C001 1",
        "container lend C001 1 缸",
        "container lend C001 1 瓶 --on tomorrow",
        "--lang zh-CN container return C001 9 桶",
        "container holders",
        "check",
    ]));
}

#[test]
fn returned_goods_are_negative_lines_with_a_reason() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --adults 2");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 100");
    shop.says("jar set C001 rice --capacity 30 --usual 15 --monthly 12");
    shop.says("jar read C001 rice 2 --on 2026-03-20");
    shop.says("delivery plan C001 rice 15 --on 2026-03-27");
    insta::assert_snapshot!(shop.play(&[
        "delivery return C001 --line rice 5 --reason weevils",
        "delivery done 1 --left 1 --line rice 15@40",
        "delivery return C001 --line rice 5 --reason weevils",
        "--format json delivery return C001 --line rice 1@42 --reason torn --waste",
        "tab show C001",
        "statement C001",
        "jar list",
        "product list",
        "report sales --by product",
        "export deliveries",
        "export entries",
        "undo",
        "undo",
        "jar list",
        "delivery return C001 --line rice 5 --reason ''",
        "journal",
        "check",
    ]));
}

/// A shop whose water comes in bottles, with a delivery of two and a deposit for both.
fn with_a_deposit() -> Shop {
    let shop = Shop::new();
    shop.says("container add bottle --deposit 50 --price 80");
    shop.says("product add water --unit bottle --price 20 --stock 100 --container bottle");
    shop.says("customer add Ann --payday 25");
    shop.says("delivery plan Ann water 2 --on today");
    shop.says("delivery done 1 --deposit --paid 40 --method cash");
    shop
}

#[test]
fn a_payment_at_the_door_is_corrected_in_the_till_and_the_deposit_is_no_part_of_it() {
    let shop = with_a_deposit();
    let edited = shop.says("delivery edit 1 --paid 30");
    assert!(edited.contains("tab by 10"), "{edited}");
    assert!(edited.contains("Still holds 2 bottle."), "{edited}");
    let day = shop.says("day show --format csv");
    assert!(
        day.contains("expected,,,,,,,130\n") || day.contains("expected,,,,,,,130\r\n"),
        "{day}"
    );
    shop.says("check");
}

#[test]
fn no_more_goods_come_back_than_were_delivered_and_a_return_is_not_edited() {
    let shop = with_a_deposit();
    insta::assert_snapshot!(shop.play(&[
        "delivery return Ann --line water 3 --reason dirty",
        "delivery return Ann --line water 2 --reason dirty",
        "delivery return Ann --line water 1 --reason dirty",
        "delivery edit 2 --line water 5",
        "day show",
        "day show --lang zh-CN",
        "tab correct Ann 0",
        "check",
    ]));
}
