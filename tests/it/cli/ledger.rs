//! The tabs as double-entry books for hledger.

use super::Shop;
use insta::assert_snapshot;

/// A shop in a currency with decimals, with an entry of every kind.
fn shop_with_a_tab() -> Shop {
    let shop = Shop::none();
    shop.says("init --name 永庆米店 --currency CNY");
    shop.says("product add 米 --unit kg --price 16.5 --stock 100");
    shop.says("customer add '林; 阿嬷' --code L:1 --payday 25");
    shop.says("customer add Bo");
    shop.says("delivery plan L:1 米 10 --on 2026-03-20 --as-of 2026-03-20");
    shop.says("delivery done 1 --as-of 2026-03-20");
    shop.says("tab pay L:1 100 --on 2026-03-21 --method wechat --reference 'TX, 77'");
    shop.says("tab discount L:1 5 --on 2026-03-22 --note 'torn; sack'");
    shop.says("tab agree L:1 60 --on 2026-03-22");
    shop.says("tab deposit L:1 50 --on 2026-03-23");
    shop.says("tab correct L:1 -10.50 --on 2026-03-24");
    shop.says("tab charge Bo 9 --on 2026-03-25");
    shop.says("tab write-off Bo 9 --on 2026-03-27");
    shop.says("tab pay Bo 20 --on 2026-03-27");
    shop.says("tab refund Bo 15 --on 2026-03-27");
    shop
}

#[test]
fn the_tabs_are_written_as_books_whose_balances_are_asserted() {
    let shop = shop_with_a_tab();
    assert_snapshot!(shop.says("export ledger"));
}

#[test]
fn the_books_of_an_earlier_day_ignore_what_came_later() {
    let shop = shop_with_a_tab();
    let then = shop.says("export ledger --as-of 2026-03-22");
    shop.says("tab charge Bo 1 --on 2026-03-26");
    assert_eq!(shop.says("export ledger --as-of 2026-03-22"), then);
    let one = shop.says("export ledger --as-of 2026-03-22 --customer L:1 --format hledger");
    assert_eq!(one, then);
}

#[test]
fn a_ledger_has_one_format_and_no_other_list_has_it() {
    let shop = shop_with_a_tab();
    assert_snapshot!(shop.play(&[
        "export ledger --format csv",
        "export entries --format hledger",
        "customer list --format hledger",
        "export ledger --from 2026-03-01",
    ]));
}
