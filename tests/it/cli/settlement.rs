//! Which payments settle which debts, where one entry takes back another or pays for it alone: what is late stays late.

use super::Shop;

/// A shop with two customers, one of whom has owed for a long time.
fn late() -> Shop {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25 --on 2026-01-01");
    shop.says("customer add Bob --payday 25 --on 2026-01-01");
    shop.says("product add water --unit bottle --price 20");
    shop.says("tab charge C001 500 --on 2026-01-05");
    shop
}

#[test]
fn an_entry_that_is_moved_away_leaves_late_debt_late() {
    let shop = late();
    insta::assert_snapshot!(shop.play(&[
        "tab charge C001 500",
        "tab move 2 --to C002",
        "tab pay C001 300 --method cash",
        "tab move 5 --to C002",
        "tab show C001",
        "collect",
        "report ageing",
        "report ageing --by delivery",
        "tab move 6 --on 2026-03-20",
        "check",
    ]));
}

#[test]
fn a_cash_sale_of_tickets_leaves_late_debt_late() {
    let shop = late();
    insta::assert_snapshot!(shop.play(&[
        "ticket sell C001 water 10 --price 180 --method cash",
        "tab show C001",
        "report ageing",
        "report ageing --by delivery",
        "tab move 2 --to C002",
        "tab move 3 --to C002",
        "ticket refund C001 water 5",
        "tab show C001",
        "report ageing",
        "tab move 4 --amount 100",
        "check",
    ]));
}

#[test]
fn tickets_that_were_not_paid_are_returned_to_the_tab() {
    let shop = late();
    insta::assert_snapshot!(shop.play(&[
        "ticket sell C001 water 10 --price 200 --on-tab",
        "tab move 2 --amount 20",
        "ticket refund C001 water 5 --method cash",
        "tab pay C001 550",
        "ticket refund C001 water",
        "tab show C001",
        "check",
    ]));
}

#[test]
fn a_delivery_that_was_less_leaves_late_debt_late() {
    let shop = late();
    insta::assert_snapshot!(shop.play(&[
        "delivery plan C001 water 10 --on 2026-03-27",
        "delivery done 1 --paid 100",
        "delivery edit 1 --line water 6 --paid 80",
        "tab show C001",
        "report ageing --by delivery",
        "check",
    ]));
}

#[test]
fn a_correction_of_what_happened_is_not_limited() {
    let shop = late();
    shop.says("customer edit C001 --limit 1000");
    shop.says("tab charge C001 2900 --over-limit");
    insta::assert_snapshot!(shop.play(&["tab move 2 --amount 2290", "tab move 4 --amount 290"]));
}

#[test]
fn a_payment_keeps_one_promise() {
    let shop = late();
    insta::assert_snapshot!(shop.play(&[
        "tab charge C001 500",
        "promise add C001 200 --by 2026-03-28",
        "promise add C001 300 --by 2026-03-30",
        "ticket sell C001 water 10 --price 200 --method cash",
        "tab pay C001 200",
        "tab pay C001 100",
        "promise list --all",
        "tab pay C001 200 --again",
        "promise list --all",
    ]));
}

#[test]
fn a_file_says_which_entry_one_settles_first_and_it_must_be_of_the_same_tab() {
    let shop = late();
    let rows = "id,customer,day,kind,amount,against\n\
                2,C001,2026-03-01,charge,70,\n\
                3,C001,2026-03-02,payment,-70,2\n";
    std::fs::write(shop.file("entries.csv"), rows).unwrap();
    let row = "customer,day,kind,amount,against\nC002,2026-03-02,payment,-70,2\n";
    std::fs::write(shop.file("other.csv"), row).unwrap();
    insta::assert_snapshot!(shop.play(&[
        "import entries.csv --into entries",
        "tab show C001",
        "import other.csv --into entries",
        "check",
    ]));
}
