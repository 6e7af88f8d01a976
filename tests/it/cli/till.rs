//! Money as it comes in: payments with their methods, agreements, and the close of a day.

use super::Shop;

#[test]
fn a_payment_has_a_method_of_the_shop_a_reference_and_a_day() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25");
    shop.says("tab charge Ann 300 --on 2026-03-20");
    let paid = shop.says("tab pay Ann 100 --method wechat --reference 'TX 77' --on 2026-03-26");
    assert!(paid.contains("paid 100 (WeChat Pay)"), "{paid}");
    let statement = shop.says("tab show Ann --format csv");
    assert!(statement.contains(",1:100,WeChat Pay,TX 77,"), "{statement}");
    let refused = shop.run("tab pay Ann 5 --method gold");
    assert_eq!(refused.status.code(), Some(1));
    let stderr = String::from_utf8(refused.stderr).unwrap();
    assert!(stderr.contains("Choose one of: cash, bank, WeChat Pay, Alipay, cheque"), "{stderr}");
    shop.says("shop set methods 'cash, gold'");
    shop.says("tab pay Ann 5 --method g");
    assert_eq!(shop.run("tab pay Ann 6 --method bank").status.code(), Some(1));
    shop.says("shop set methods usual");
    shop.says("tab pay Ann 6 --method 现金");
    // A file may hold the methods of another shop, and they are told.
    std::fs::write(
        shop.file("free.csv"),
        "customer,day,kind,amount,method\nC001,2026-03-01,payment,7,barter\n",
    )
    .unwrap();
    let imported = shop.run("import free.csv --into entries");
    let told = String::from_utf8(imported.stderr).unwrap();
    assert!(told.contains("not on the list of the shop: barter"), "{told}");
}

#[test]
fn the_same_payment_within_a_minute_is_recorded_only_when_it_is_said_again() {
    let shop = Shop::new();
    shop.says("customer add Ann");
    shop.says("tab charge Ann 300");
    shop.says("tab pay Ann 100 --method cash");
    let refused = shop.run("tab pay Ann 100 --method cash");
    assert_eq!(refused.status.code(), Some(1));
    let stderr = String::from_utf8(refused.stderr).unwrap();
    assert!(stderr.contains("less than a minute ago"), "{stderr}");
    assert!(stderr.contains("--again"), "{stderr}");
    for another in
        ["101 --method cash", "100 --method bank", "100", "100 --method cash --on 2026-03-26"]
    {
        shop.says(&format!("tab pay Ann {another}"));
    }
    shop.says("tab pay Ann 100 --method cash --again");
    shop.says("undo");
    assert!(shop.says("tab list --format csv").contains("-201"));
}

#[test]
fn a_balance_that_was_agreed_to_stays_as_it_was() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25 --on 2026-01-01");
    shop.says("tab charge Ann 300 --on 2026-03-20");
    shop.says("tab pay Ann 60 --on 2026-03-22");
    insta::assert_snapshot!(shop.play(&[
        "tab agree Ann 200",
        "tab agree Ann 240",
        "tab charge Ann 50 --on 2026-03-26",
        "tab charge Ann 50",
        "tab agree Ann 240 --on 2026-03-25",
        "tab show Ann",
        "undo 3",
        "check",
        "undo",
        "undo",
        "undo",
        "undo 3",
        "redo",
        "check",
    ]));
}

#[test]
fn nothing_owed_and_credit_can_be_agreed_to() {
    let shop = Shop::new();
    shop.says("customer add Ann");
    shop.says("tab agree Ann 0");
    shop.says("tab pay Ann 30");
    shop.says("tab agree Ann -30");
    shop.says("export entries -o entries.csv");
    let file = std::fs::read_to_string(shop.file("entries.csv")).unwrap();
    assert!(file.contains("agreement,-30"), "{file}");
    let wrong = "customer,day,kind,amount\nC001,2026-03-01,charge,7\n";
    std::fs::write(shop.file("early.csv"), wrong).unwrap();
    assert_eq!(shop.run("import early.csv --into entries").status.code(), Some(1));
    assert!(shop.says("check").contains("OK") || shop.says("check").contains("adds up"));
}

#[test]
fn a_day_is_closed_with_what_was_counted_and_stays_as_it_was() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 10 --stock 500");
    shop.says("customer add Ann --on 2026-01-01");
    shop.says("customer add Bo --on 2026-01-01");
    shop.says("delivery plan Ann rice 20 --on today");
    insta::assert_snapshot!(shop.play(&[
        "delivery done 1 --paid 150 --by 阿明",
        "tab pay Bo 40 --method wechat",
        "tab refund Bo 5",
        "tab deposit Bo 30 --method cash",
        "day show",
        "day show --format json",
        "day close --counted 170",
        "day close --counted 170 --denominations 100x1,50x1",
        "day close tomorrow --counted 1",
        "day close",
        "day close --denominations '100x1, 50x1, 10x2' --reason 'wrong change'",
        "day close --counted 1",
        "day show",
        "day show --lang zh-CN",
        "day list",
        "tab charge Ann 10",
        "delivery plan Bo rice 5 --on today",
        "delivery done 2",
        "undo 5",
        "tab correct Ann -10 --closed-day 2026-03-27 --as-of 2026-03-28",
        "tab correct Ann -10 --closed-day 2026-03-26 --as-of 2026-03-28",
        "tab charge Ann 10 --on 2026-03-27 --as-of 2026-03-28 --lang zh-CN",
        "day show 2026-03-27 --format csv --as-of 2026-03-28",
        "check",
        "journal",
        "undo --as-of 2026-03-28",
        "undo --as-of 2026-03-28",
        "undo --as-of 2026-03-28",
        "tab charge Ann 10",
        "day list --format json",
    ]));
    std::fs::write(shop.file("late.csv"), "customer,day,kind,amount\nC001,2026-03-20,charge,7\n")
        .unwrap();
    shop.says("day close 2026-03-20 --counted 0");
    let refused = shop.run("import late.csv --into entries");
    assert_eq!(refused.status.code(), Some(1));
    let stderr = String::from_utf8(refused.stderr).unwrap();
    assert!(stderr.contains("is closed"), "{stderr}");
}
