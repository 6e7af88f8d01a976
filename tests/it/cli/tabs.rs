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
    No.  Day         Kind      Goods  Amount  Owes  Due         Open  Settles      Method  Reference  Note
      1  2026-02-20  charge              300   300  2026-02-25     0
      2  2026-03-26  charge              240   540  2026-04-25   130                                  two bags
      3  2026-03-27  payment            -400   140                 0  1:300 2:100  cash
      4  2026-03-27  discount            -10   130                 0  2:10

    Balance of C001 林阿嬷: 130
    $ tab show C001 --as-of 2026-03-26 --format csv
    id,day,kind,goods,amount,balance,due_on,open,settles,method,reference,note
    1,2026-02-20,charge,,300,300,2026-02-25,300,,,,
    2,2026-03-26,charge,,240,540,2026-04-25,240,,,,two bags
    $ tab list
    Code  Name    Area  Phone         Payday  Owes  Oldest due  Due  Not due  1-7 days  8-30 days  31-60 days  61+ days  Prepaid  Promised  By  Trust
    C001  林阿嬷  竹巷  0912-345 678  25       130  2026-04-25    0      130         0          0           0         0        0

    Owed 130, prepaid 0
    $ tab list --as-of 2026-05-10 --format json
    [
    {"customer":"C001","name":"林阿嬷","area":"竹巷","phone":"0912-345 678","payday":"25","balance":130,"oldest_due":"2026-04-25","due":130,"not_due":0,"days_1_7":0,"days_8_30":130,"days_31_60":0,"days_61":0,"credit":0,"promised":null,"promised_by":null,"trust":null}
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
    ]), @"
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
    ! To give them money back, record a refund: tab refund.
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
    Code  Name    Area  Phone         Payday  Owes  Oldest due  Due  Not due  1-7 days  8-30 days  31-60 days  61+ days  Prepaid  Promised  By  Trust
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
    shop.says("delivery done 1 --paid 5 --method bank");
    let statement = shop.says("tab show Wu");
    assert!(statement.contains("rice 10.5 kg;oil 2 L"), "{statement}");
    assert!(statement.contains("bank"), "{statement}");
    let page = shop.says("customer show Wu");
    assert_eq!(page.matches("rice 10.5 kg").count(), 2, "{page}");
    let entries = shop.says("export entries");
    assert!(entries.lines().any(|line| line.contains(",rice=10.5;oil=2,")), "{entries}");
    assert_eq!(entries.matches("rice=").count(), 1, "{entries}");
}

// C1
#[test]
fn a_day_in_the_past_has_one_balance_in_every_list() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25 --on 2026-01-01");
    shop.says("follow-up add Ann 'ask' --on 2026-02-01");
    shop.says("tab charge Ann 100 --on 2026-01-10");
    shop.says("tab charge Ann 200 --on 2026-02-10");
    shop.says("tab pay Ann 300 --on 2026-02-26");
    for (day, balance) in [("2026-01-15", 100), ("2026-02-15", 300), ("2026-02-26", 0)] {
        let json = format!("--as-of {day} --format json");
        for list in ["customer list", "follow-up list"] {
            let said = shop.says(&format!("{list} {json}"));
            assert!(said.contains(&format!("\"balance\":{balance}")), "{list} on {day}: {said}");
        }
        let owes = match balance {
            0 => "settled".to_owned(),
            _ => format!("Owes {balance}"),
        };
        let said = shop.says(&format!("customer show Ann --as-of {day}"));
        assert!(said.contains(&owes), "{day}: {said}");
        let said = shop.says(&format!("tab list {json}"));
        assert_eq!(said.contains(&format!("\"balance\":{balance}")), balance > 0, "{day}: {said}");
    }
    // What is said behind a command is of its day, too.
    let said = shop.says("tab charge Ann 5 --as-of 2026-01-15");
    assert!(said.contains("Owes 105 now."), "{said}");
    assert!(said.contains("due on Sun 25 Jan 2026"), "{said}");
}

// C2
#[test]
fn a_promise_to_pay_is_waited_for_broken_or_kept_by_the_payment() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25 --on 2026-01-01");
    shop.says("tab charge Ann 300 --on 2026-02-10");
    shop.says("contact add Ann --channel phone --text 'after the holiday' --promise 2026-03-10 --on 2026-03-01");
    let collect = |day: &str| shop.says(&format!("today --only collect --as-of {day}"));
    let said = collect("2026-03-05");
    assert!(said.contains("promised 10 Mar"), "{said}");
    let csv = |day: &str| shop.says(&format!("today --as-of {day} --only collect --format csv"));
    // Not late until the day has passed, though it fell due on 25 February.
    assert!(csv("2026-03-10").contains("collect,,,2026-02-25,0,C001"), "{}", csv("2026-03-10"));
    assert!(csv("2026-03-10").trim_end().ends_with(",promised,"), "{}", csv("2026-03-10"));
    assert!(csv("2026-03-11").contains("collect,,,2026-02-25,14,C001"), "{}", csv("2026-03-11"));
    assert!(csv("2026-03-11").trim_end().ends_with(",broken,"), "{}", csv("2026-03-11"));
    let open = || shop.says("follow-up list --as-of 2026-03-10");
    assert!(
        open().contains("Promised to pay on Tue 10 Mar 2026 (after the holiday)"),
        "{}",
        open()
    );
    // A part of it keeps no promise; the rest does.
    shop.says("tab pay Ann 100 --as-of 2026-03-08");
    assert!(open().contains("Promised"), "{}", open());
    let said = shop.says("tab pay Ann 200 --as-of 2026-03-09");
    assert!(said.contains("The promise to pay on Tue 10 Mar 2026 is kept."), "{said}");
    assert!(!open().contains("Promised"), "{}", open());
    // Without the payment it is open again.
    shop.says("undo --as-of 2026-03-09");
    assert!(open().contains("Promised"), "{}", open());
    shop.says("tab write-off Ann 200 --as-of 2026-03-09");
    assert!(!open().contains("Promised"), "{}", open());
}

// C2
#[test]
fn a_promise_of_an_amount_is_kept_late_or_broken_by_the_payments() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25 --on 2026-01-01");
    shop.says("tab charge Ann 500 --on 2026-02-10");
    shop.says("tab pay Ann 60 --as-of 2026-03-01");
    // What was paid before does not count, of the same day too.
    insta::assert_snapshot!(shop.play(&[
        "promise add Ann 200 --by 2026-03-10 --note 'after the holiday' --as-of 2026-03-01",
        "promise add Ann 100 --by 2026-03-20 --as-of 2026-03-01",
        "today --only collect --as-of 2026-03-05",
        "tab pay Ann 150 --as-of 2026-03-08",
        "promise list --as-of 2026-03-11",
        "tab pay Ann 60 --as-of 2026-03-11",
        "promise list --all --as-of 2026-03-11",
        "tab list --format csv --as-of 2026-03-11",
        "undo --as-of 2026-03-11",
        "promise list --all --as-of 2026-03-21",
        "promise drop 1 --as-of 2026-03-21",
        "promise drop 7",
        "promise add Ann 100 --by 2026-02-20",
        "promise add Ann 0 --by 2026-04-20",
        "export promises --as-of 2026-03-21",
        "check",
    ]));
}

// C2
#[test]
fn an_imported_payment_keeps_a_promise_and_its_undo_breaks_it() {
    let shop = Shop::new();
    shop.says("customer add Ann --on 2026-01-01");
    shop.says("tab charge Ann 300 --on 2026-02-10");
    shop.says("promise add Ann 100 --by 2026-03-10 --as-of 2026-03-01");
    let file = "customer,day,kind,amount\nC001,2026-03-09,payment,100\n";
    std::fs::write(shop.file("paid.csv"), file).unwrap();
    let state = || {
        let list = shop.says("promise list --all --format csv --as-of 2026-03-11");
        list.lines().nth(1).unwrap_or_default().split(',').nth(6).unwrap_or_default().to_owned()
    };
    assert_eq!(state(), "broken");
    shop.says("import paid.csv --into entries --as-of 2026-03-11");
    assert_eq!(state(), "kept");
    shop.says("undo --as-of 2026-03-11");
    assert_eq!(state(), "broken");
    shop.says("redo --as-of 2026-03-11");
    assert_eq!(state(), "kept");
    assert_eq!(shop.says("check"), shop.says("check --as-of 2026-03-11"));
}

// C5
#[test]
fn a_charge_beyond_the_credit_limit_is_recorded_only_when_it_is_said() {
    let shop = Shop::new();
    shop.says("customer add Ann --limit 100 --on 2026-01-01");
    shop.says("tab charge Ann 80");
    let output = shop.run("tab charge Ann 30");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(
        stderr.contains("Ann owes 80; this would exceed the credit limit of 100.")
            && stderr.contains("--over-limit"),
        "{stderr}"
    );
    shop.says("tab pay Ann 10");
    // Up to the limit nothing is asked.
    shop.says("tab charge Ann 30");
    let said = shop.says("tab charge Ann 1 --over-limit");
    assert!(said.contains("Owes 101 now."), "{said}");
}

// C5
#[test]
fn the_limit_of_the_shop_holds_where_a_customer_has_none_and_asks_at_the_door_too() {
    let shop = Shop::new();
    shop.says("customer add Ann --on 2026-01-01");
    shop.says("customer add Bo --limit none --on 2026-01-01");
    shop.says("customer add Cy --limit 5000 --on 2026-01-01");
    shop.says("product add rice --unit kg --price 40 --stock 500");
    insta::assert_snapshot!(shop.play(&[
        "shop set credit-limit 1000",
        "shop set credit-limit -5",
        "tab charge Ann 1200",
        "tab charge Bo 1200",
        "tab charge Cy 1200",
        "delivery plan Ann rice 30 --on today",
        "delivery done 1",
        "delivery done 1 --paid 200 --line rice 29",
        "delivery plan Ann rice 10 --on today",
        "delivery done 2 '--over-limit=pays at the end of the month'",
        "tab charge Ann 10 '--over-limit=so does this' --note salt",
        "tab show Ann --format csv",
        "export customers --format csv",
        "customer edit Cy --limit shop",
        "tab charge Cy 10",
        "shop set credit-limit none",
        "tab charge Cy 10",
        "undo",
        "check",
    ]));
}

// C2
#[test]
fn the_page_says_what_is_promised_and_how_a_customer_pays() {
    let shop = Shop::new();
    shop.says("customer add Ann --on 2026-01-01");
    shop.says("tab charge Ann 100 --on 2026-01-10");
    shop.says("tab pay Ann 100 --on 2026-01-10");
    shop.says("tab charge Ann 80 --on 2026-02-10");
    shop.says("tab pay Ann 80 --on 2026-02-14");
    shop.says("tab charge Ann 50 --on 2026-03-20");
    shop.says("promise add Ann 40 --by 2026-04-03");
    let said = shop.says("customer show Ann");
    assert!(said.contains("promised 3 Apr: 40"), "{said}");
    let record = "On time 1 of 3 times, otherwise 6 days late on average.";
    assert!(said.contains(record), "{said}");
}

// D4
#[test]
fn an_imported_birthday_is_not_in_the_future() {
    let shop = Shop::new();
    let list = "name,birthday\nAnn,2027-01-01\n";
    std::fs::write(shop.file("list.csv"), list).unwrap();
    let output = shop.run("import list.csv --into customers");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("birthday"), "{said}");
}

// C2
#[test]
fn a_promise_is_open_again_when_the_payment_is_corrected_and_there_is_one_for_a_day() {
    let shop = Shop::new();
    shop.says("customer add Ann --on 2026-01-01");
    shop.says("tab charge Ann 400");
    shop.says("promise add Ann 300 --by 2026-04-03");
    shop.says("tab pay Ann 300");
    let promises = || shop.says("promise list --all --format csv");
    assert!(promises().contains(",kept"), "{}", promises());
    let twice = shop.play(&["promise add Ann 100 --by 2026-04-03"]);
    assert!(twice.contains("has promised to pay on Fri 3 Apr 2026 already"), "{twice}");
    shop.says("tab correct Ann 265");
    assert!(promises().contains(",open"), "{}", promises());
    shop.says("undo");
    assert!(promises().contains(",kept"), "{}", promises());
}
