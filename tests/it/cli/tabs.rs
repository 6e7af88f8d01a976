//! `tab`: entries, statements, who owes.

use super::Shop;
use ricejar::domain::tab::EntryKind;

#[test]
fn a_charge_falls_due_on_the_payday_and_payments_settle_the_oldest() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    insta::assert_snapshot!(shop.play(&[
        "tab charge C001 300 --on 2026-02-20",
        "tab charge C001 240 --on 2026-03-26 --note 'two bags'",
        "tab pay C001 400 --method cash",
        "tab discount C001 10",
        "tab show C001",
        "tab show C001 --as-of 2026-03-26 --format csv",
        "tab list",
        "tab list --as-of 2026-05-10 --format json",
    ]), @r#"
    $ tab charge C001 300 --on 2026-02-20
    C001 林阿嬷 charged 300
    Owes 300 now.
    The oldest charge is due on Wed 25 Feb 2026.
    $ tab charge C001 240 --on 2026-03-26 --note 'two bags'
    C001 林阿嬷 charged 240
    Owes 540 now.
    The oldest charge is due on Wed 25 Feb 2026.
    $ tab pay C001 400 --method cash
    C001 林阿嬷 paid 400 (cash)
    Owes 140 now.
    The oldest charge is due on Sat 25 Apr 2026.
    $ tab discount C001 10
    C001 林阿嬷 discounted 10
    Owes 130 now.
    The oldest charge is due on Sat 25 Apr 2026.
    $ tab show C001
    No.  Day         Kind      Goods  Amount  Owes  Due         Open  Settles      Method  Note
      1  2026-02-20  charge              300   300  2026-02-25     0
      2  2026-03-26  charge              240   540  2026-04-25   130                       two bags
      3  2026-03-27  payment            -400   140                 0  1:300 2:100  cash
      4  2026-03-27  discount            -10   130                 0  2:10

    Balance of C001 林阿嬷: 130
    $ tab show C001 --as-of 2026-03-26 --format csv
    id,day,kind,goods,amount,balance,due_on,open,settles,method,note
    1,2026-02-20,charge,,300,300,2026-02-25,300,,,
    2,2026-03-26,charge,,240,540,2026-04-25,240,,,two bags
    $ tab list
    Code  Name    Area  Phone         Payday  Owes  Oldest due  Due  Not due  1-7 days  8-30 days  31-60 days  61+ days  Prepaid
    C001  林阿嬷  竹巷  0912-345 678  25       130  2026-04-25    0      130         0          0           0         0        0

    Owed 130, prepaid 0
    $ tab list --as-of 2026-05-10 --format json
    [
    {"customer":"C001","name":"林阿嬷","area":"竹巷","phone":"0912-345 678","payday":"25","balance":130,"oldest_due":"2026-04-25","due":130,"not_due":0,"days_1_7":0,"days_8_30":130,"days_31_60":0,"days_61":0,"credit":0}
    ]
    "#);
}

#[test]
fn money_goes_both_ways_and_is_asked_for_clearly() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    insta::assert_snapshot!(shop.play(&[
        "tab pay C001 50",
        "tab refund C001 20",
        "tab correct C001 -5",
        "tab write-off C001 1",
        "tab pay C001 0",
        "tab pay C001 -5",
        "tab pay C001 1.5",
        "tab pay C001 ５a",
        "tab charge C001 10 --on tomorrow",
        "tab list",
    ]), @r"
    $ tab pay C001 50
    C001 林阿嬷 paid 50
    Has prepaid 50.
    $ tab refund C001 20
    C001 林阿嬷 refunded 20
    Has prepaid 30.
    $ tab correct C001 -5
    C001 林阿嬷: tab corrected by -5
    Has prepaid 35.
    $ tab write-off C001 1
    ! 林阿嬷 owes only 0; a discount or write-off cannot be more.
    ! To give them money, record a correction or a payment: tab correct, tab pay.
    [exit 1]
    $ tab pay C001 0
    ! AMOUNT: “0” is too small.
    [exit 2]
    $ tab pay C001 -5
    ! AMOUNT: “-5” is too small.
    [exit 2]
    $ tab pay C001 1.5
    ! AMOUNT: “1.5” has decimals; only whole numbers are allowed here.
    [exit 2]
    $ tab pay C001 ５a
    ! AMOUNT: “５a” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ tab charge C001 10 --on tomorrow
    ! Sat 28 Mar 2026 is in the future; it cannot be recorded yet.
    ! Choose today or an earlier day.
    [exit 1]
    $ tab list
    Code  Name    Area  Phone         Payday  Owes  Oldest due  Due  Not due  1-7 days  8-30 days  31-60 days  61+ days  Prepaid
    C001  林阿嬷  竹巷  0912-345 678  25       -35                0        0         0          0           0         0       35

    Owed 0, prepaid 35
    ");
}

// A deposit is held for a container: it settles no debt, is no credit, and is neither sold nor paid.
#[test]
fn a_deposit_is_held_beside_what_is_owed_until_it_is_returned() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --payday 25");
    shop.says("tab charge C001 300 --on 2026-02-20");
    let owed = shop.says("tab list");
    insta::assert_snapshot!(shop.play(&[
        "tab deposit C001 100 --note 'gas cylinder'",
        "tab deposit C001 150 --method cash",
        "tab deposit C001 300 --return",
        "tab deposit C001 100 --return --note 'gas cylinder'",
        "tab deposit C001 -5",
        "tab show C001",
        "tab show C001 --lang zh-CN",
        "tab show C001 --format csv",
        "customer show C001",
        "journal --lang zh-CN",
        "export entries",
        "undo",
        "undo --lang zh-CN",
        "check",
        "tab deposit --help",
        "tab deposit --help --lang zh-CN",
    ]));
    assert_eq!(shop.says("tab list"), owed);
}

#[test]
fn exported_deposits_are_read_in_again_as_they_were() {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --payday 25");
    shop.says("tab deposit C001 100");
    shop.says("tab deposit C001 40 --return");
    shop.says("export entries -o entries.csv");
    let before = shop.says("tab show C001 --format csv");
    shop.says("undo");
    shop.says("undo");
    shop.says("import entries.csv --into entries");
    assert_eq!(shop.says("tab show C001 --format csv"), before);
}

#[test]
fn every_kind_of_entry_that_is_recorded_by_hand_has_its_verb() {
    let shop = Shop::new();
    for verb in EntryKind::by_hand().filter_map(|kind| kind.rule().verb) {
        let usage = format!("Usage: ricejar tab {verb} ");
        assert!(shop.says(&format!("tab {verb} --help")).contains(&usage), "{verb}");
    }
}

// C5
#[test]
fn an_account_shows_the_goods_that_were_charged() {
    let shop = Shop::new();
    shop.says("customer add Wu --adults 2");
    shop.says("product add rice --unit kg --price 10");
    shop.says("product add oil --unit L --price 20");
    shop.says("delivery plan Wu rice 10.5 oil 2 --on today");
    shop.says("delivery done 1 --paid 5 --method transfer");
    let statement = shop.says("tab show Wu");
    assert!(statement.contains("rice 10.5 kg;oil 2 L"), "{statement}");
    assert!(statement.contains("transfer"), "{statement}");
    let page = shop.says("customer show Wu");
    assert_eq!(page.matches("rice 10.5 kg").count(), 2, "{page}");
    let entries = shop.says("export entries");
    assert!(entries.lines().any(|line| line.ends_with("rice=10.5;oil=2")), "{entries}");
    assert_eq!(entries.matches("rice=").count(), 1, "{entries}");
}
