//! `init` and `shop`.

use super::Shop;

#[test]
fn a_notebook_is_made_once() {
    let shop = Shop::none();
    insta::assert_snapshot!(shop.play(&[
        "init --name 永庆米店 --currency TWD",
        "init",
        "shop show",
    ]), @"
    $ init --name 永庆米店 --currency TWD
    Created a new notebook: shop.ricejar
    $ init
    ! shop.ricejar already exists; nothing was written.
    ! Use it as it is, or name another file.
    [exit 1]
    $ shop show
    Key              Value
    name             永庆米店
    currency         TWD
    language
    service-level    5%
    grace-days       0
    delivery-days    mon,tue,wed,thu,fri,sat
    holidays
    areas
    carry
    date-order
    rules-off
    credit-limit
    address
    phone
    payment-qr
    ageing           7,30,60
    methods
    reminders
    tickets-valid
    complaint-kinds
    ");
}

#[test]
fn every_rule_of_the_shop_can_be_set() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "shop set name 河边米店",
        "shop set currency cny",
        "shop set service-level 2.5%",
        "shop set carry 120kg",
        "shop set grace-days 3",
        "shop set delivery-days mon,wed-fri",
        "shop set holidays '2026-10-01 National Day;2026-10-02'",
        "shop set areas 竹巷;河边",
        "shop set date-order dmy",
        "shop show",
    ]), @"
    $ shop set name 河边米店
    The shop's name set (河边米店)
    $ shop set currency cny
    The currency set (CNY)
    $ shop set service-level 2.5%
    The accepted risk of an empty jar set (2.5%)
    $ shop set carry 120kg
    The daily capacity set (120kg)
    $ shop set grace-days 3
    The grace days set (3)
    $ shop set delivery-days mon,wed-fri
    The delivery weekdays set (Mon, Wed, Thu, Fri)
    $ shop set holidays '2026-10-01 National Day;2026-10-02'
    The list of holidays set (2026-10-01 National Day;2026-10-02)
    $ shop set areas 竹巷;河边
    The list of areas set (竹巷;河边)
    $ shop set date-order dmy
    The date order set (dmy)
    $ shop show
    Key              Value
    name             河边米店
    currency         CNY
    language
    service-level    2.5%
    grace-days       3
    delivery-days    mon,wed,thu,fri
    holidays         2026-10-01 National Day;2026-10-02
    areas            竹巷;河边
    carry            120kg
    date-order       dmy
    rules-off
    credit-limit
    address
    phone
    payment-qr
    ageing           7,30,60
    methods
    reminders
    tickets-valid
    complaint-kinds
    ");
}

#[test]
fn a_rule_that_makes_no_sense_is_refused() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    insta::assert_snapshot!(shop.play(&[
        "shop set service-level 60%",
        "shop set carry much",
        "shop set currency XXX",
        "shop set currency USD",
        "shop set delivery-days none",
        "shop set holidays 2026-02-30",
        "shop set language fr",
        "shop set nonsense 1",
    ]), @"
    $ shop set service-level 60%
    ! “60%” is not an accepted risk of an empty jar.
    ! Give a percentage from 0.1% to 50%, such as 5%.
    [exit 2]
    $ shop set carry much
    ! “much” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ shop set currency XXX
    ! “XXX” is not a currency.
    ! Use the three-letter code: TWD, CNY, USD.
    [exit 2]
    $ shop set currency USD
    ! Amounts are already recorded, so the currency cannot change.
    ! Create a new notebook for the other currency: init.
    [exit 1]
    $ shop set delivery-days none
    ! The shop must deliver on at least one weekday.
    [exit 1]
    $ shop set holidays 2026-02-30
    ! The date “2026-02-30” does not exist.
    ! Check the calendar: not every month has 31 days.
    [exit 2]
    $ shop set language fr
    ! “fr” is not a supported language.
    ! Choose en or zh-CN.
    [exit 2]
    $ shop set nonsense 1
    ! “nonsense” is not a valid value for <KEY>.
    ! Choose one of: name, currency, language, service-level, grace-days, delivery-days, holidays, areas, carry, date-order, rules-off, credit-limit, address, phone, payment-qr, ageing, methods, reminders, tickets-valid, complaint-kinds
    [exit 2]
    ");
}

#[test]
fn a_shop_that_speaks_chinese_is_spoken_to_in_chinese() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "shop set language zh-CN",
        "customer add Chen",
        "customer add Chen --lang en",
    ]), @"
    $ shop set language zh-CN
    The language set (Chinese)
    $ customer add Chen
    登记客户 C001 Chen
    编号是 C001。
    $ customer add Chen --lang en
    C002 Chen added
    Code: C002.
    ! The same name or phone number already exists: C001 Chen.
    ");
}

#[test]
fn several_words_are_a_list_of_areas_and_one_text_for_every_other_rule() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "shop set areas 竹巷 河边 --lang en",
        "shop set areas 竹巷;河边 'Old Town'",
        "shop set areas ''",
        "shop set name Old Town Rice",
        "shop set holidays 2026-10-01 National Day",
        "shop set name",
    ]), @"
    $ shop set areas 竹巷 河边 --lang en
    The list of areas set (竹巷;河边)
    $ shop set areas 竹巷;河边 'Old Town'
    The list of areas set (竹巷;河边;Old Town)
    $ shop set areas ''
    The list of areas set
    $ shop set name Old Town Rice
    The shop's name set (Old Town Rice)
    $ shop set holidays 2026-10-01 National Day
    The list of holidays set (2026-10-01 National Day)
    $ shop set name
    ! Missing: <VALUE>
    ! See: ricejar shop set --help
    [exit 2]
    ");
}

#[test]
fn a_configuration_that_means_nothing_is_told_with_its_line() {
    let shop = Shop::new();
    let play = |text: &str, words: &str| {
        std::fs::write(shop.file("config.toml"), text).unwrap();
        let output = shop.run(&format!("--config config.toml {words}"));
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = play("\ncolour = 1", "today");
    assert_eq!(code, 2);
    assert!(said.contains("config.toml, line 2: there is no setting “colour”."), "{said}");
    let (code, said) = play("theme = 'pink'", "today");
    assert!(code == 2 && said.contains("“theme” cannot be 'pink'."), "{said}");
    assert_eq!(play("theme = 'light'\n[keys]\npay = 'P'", "today").0, 0);
    // Keys are looked at where the screens would open.
    let (code, said) = play("[keys]\ndone = 'p'", "");
    assert_eq!(code, 2);
    assert!(
        said.contains("line 2: “p” cannot be bound to both “done” and “pay” in the same place."),
        "{said}"
    );
    let (code, said) = play("[keys]\ndance = 'x'", "");
    assert!(code == 2 && said.contains("There is no key action “dance”."), "{said}");
    // A file that was named has to be there; the usual one need not be.
    assert_eq!(shop.run("--config nowhere.toml today").status.code(), Some(2));
    // The language of the configuration goes before that of the terminal.
    let (code, _) = play("language = 'zh-CN'", "today");
    assert_eq!(code, 0);
    let shown = shop.run("--config config.toml today");
    assert!(String::from_utf8(shown.stdout).unwrap().contains("今"), "it speaks Chinese");
}
