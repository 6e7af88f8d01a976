//! `statement`, `receipt` and `report ageing`: papers for customers, for people, for programs and to print.

use super::Shop;
use std::fs;

/// A shop with two customers who owe, one in each language, and one who has paid ahead.
fn owing() -> Shop {
    let shop = Shop::new();
    for line in [
        "shop set address '竹巷 8 号 <1 楼>'",
        "shop set phone '02 2345 6789'",
        "shop set payment-qr https://pay.example/8?a=1&b=2",
        "customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --payday 25 --language zh-CN",
        "customer add 'Ann & Bo <b>' --area Riverside --payday last --language en",
        "customer add Cy --area Riverside",
        "product add rice --unit kg --price 42 --stock 500",
        "product add oil --unit bottle --price 90 --stock 50",
        "shop set methods 'cash, 微信 <script>'",
        "tab charge C001 100 --on 2026-01-10 --note 'old sack'",
        "delivery plan C001 rice 15 --on 2026-02-10 --as-of 2026-02-10",
        "delivery done 1 --on 2026-02-10",
        "delivery plan C001 rice 10 oil 2 --on 2026-02-20 --as-of 2026-02-20",
        "delivery done 2 --on 2026-02-20",
        "tab deposit C001 300 --on 2026-02-10 --note 'gas <i>bottle</i>'",
        "tab pay C001 800 --method '微信 <script>' --on 2026-02-26",
        "tab deposit C001 100 --return --on 2026-03-05",
        "tab charge C002 240 --on 2026-03-01",
        "tab pay C003 50 --on 2026-03-02",
    ] {
        shop.says(line);
    }
    shop
}

#[test]
fn a_statement_of_a_month_explains_itself_line_by_line() {
    insta::assert_snapshot!(owing().play(&[
        "statement C001",
        "statement 林阿嬷 --from 2026-02-01 --to 2026-02-28",
        "statement C001 --from 2026-02-01 --to 2026-02-28 --format csv",
        "statement C001 --from 2026-02-11 --format json",
        "statement C001 --as-of 2026-02-12 --format csv",
        "statement C002 --lang zh-CN",
        "statement --all --from 2026-03-01 --format csv",
        "statement --all --from 2026-03-01 --format json",
    ]));
}

#[test]
fn a_receipt_says_what_the_payment_settled() {
    insta::assert_snapshot!(owing().play(&[
        "receipt 5",
        "receipt 5 --format csv",
        "receipt 5 --format json",
        "receipt 4",
        "receipt 6",
        "receipt 8",
        "receipt 8 --lang zh-CN",
        "receipt 1",
        "receipt 5 --as-of 2026-02-25",
        "receipt 99",
    ]));
}

#[test]
fn a_statement_that_cannot_be_written_is_refused_with_its_reason() {
    let shop = Shop::new();
    shop.says("customer add Cy");
    fs::write(
        shop.file("field.html"),
        "<p>\n{% for line in lines %}{{ line.day }}{% endfor %}{{ shop.fax }}",
    )
    .unwrap();
    let nested = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}";
    fs::write(shop.file("endless.html"), nested).unwrap();
    let long = format!("{{% for a in range(9999) %}}{}{{% endfor %}}", "x".repeat(2000));
    fs::write(shop.file("long.html"), long).unwrap();
    fs::write(shop.file("bad.html"), "{% if %}").unwrap();
    fs::write(shop.file("large.html"), " ".repeat((1 << 20) + 1)).unwrap();
    insta::assert_snapshot!(shop.play(&[
        "statement",
        "statement C001 --all",
        "statement nobody",
        "statement C001 --from 2026-03-10 --to 2026-03-01",
        "statement --all -o all.html",
        "statement C001 -o page.html --template field.html",
        "statement C001 -o page.html --template endless.html",
        "statement C001 -o page.html --template long.html",
        "statement C001 -o page.html --template bad.html",
        "statement C001 -o page.html --template large.html",
        "statement C001 -o page.html --template missing.html",
        "statement C001 -o field.html --template field.html",
        "statement C001 --paper a5 -o page.html",
        "customer list --format html",
    ]));
    assert!(!shop.file("page.html").exists() && !shop.file("all.html").exists());
}

#[test]
fn a_template_of_the_shop_s_own_has_the_same_fields() {
    let shop = owing();
    let own = "{{ customer.name }}: {% for line in lines %}{{ line.day }} {{ line.amount }}; {% endfor %}{{ balance }}";
    fs::write(shop.file("own.txt"), own).unwrap();
    let said = shop.says("statement C002 --format html --template own.txt");
    assert_eq!(said, "Ann &amp; Bo &lt;b&gt;: 1 Mar 240; To pay: 240");
}

#[test]
fn the_pages_are_in_the_customer_s_language_and_fit_the_paper() {
    let shop = owing();
    for (name, line) in [
        ("statement_zh_a4", "statement C001 --from 2026-02-01"),
        ("statement_zh_80mm", "statement C001 --from 2026-02-01 --paper 80mm"),
        ("statement_en_a4", "statement C002"),
        ("statement_en_80mm", "statement C002 --paper 80mm"),
        ("receipt_zh_a4", "receipt 5"),
        ("receipt_zh_80mm", "receipt 5 --paper 80mm"),
        ("receipt_en_a4", "receipt 8"),
        ("receipt_of_a_returned_deposit", "receipt 6"),
    ] {
        let page = shop.says(&format!("{line} --format html"));
        // The page asks for nothing, and nothing that was typed is markup.
        assert!(!page.contains("src=") && !page.contains("href=") && !page.contains("url("));
        assert!(!page.contains("<script") && !page.contains("<i>") && !page.contains("<1 "));
        // The style sheet stands in a file of its own.
        let (head, body) = page.split_once("<style>").unwrap();
        let (_, body) = body.split_once("@page").unwrap();
        insta::assert_snapshot!(name, format!("{head}<style>\n...\n@page{body}"));
    }
}

#[test]
fn the_statements_of_all_who_owe_are_one_page_for_each_in_one_file() {
    let shop = owing();
    shop.says("statement --all -o all.html");
    let page = fs::read_to_string(shop.file("all.html")).unwrap();
    let count = |text: &str| page.matches(text).count();
    assert_eq!((count("<!DOCTYPE html>"), count("</html>"), count("<article>")), (1, 1, 2));
    // The oldest due day comes first, and each has its own language.
    let places = ["林阿嬷", "Ann &amp; Bo"].map(|name| page.find(name).unwrap());
    assert!(places[0] < places[1] && page.contains("对账单") && page.contains("To pay"));
    assert!(!page.contains("Cy") && count("<svg") == 2);
    assert!(page.contains("break-before: page"));
    let again = shop.says("statement --all --format html");
    assert_eq!(again, page, "the same book gives the same bytes");
}

#[test]
fn debts_are_aged_from_the_due_day_or_the_delivery_in_the_ages_of_the_shop() {
    insta::assert_snapshot!(owing().play(&[
        "report ageing",
        "report ageing --as-of 2026-05-01 --format csv",
        "report ageing --by delivery --area --format csv",
        "report ageing --by delivery --area riverside",
        "shop set ageing 15,45",
        "report ageing --by delivery --format csv",
        "report ageing --lang zh-CN",
        "shop set ageing 45,15",
        "report ageing --by week",
        "undo",
        "report ageing --as-of 2026-02-24 --format json",
    ]));
}

#[test]
fn an_agreement_stands_on_the_statement_and_moves_no_money() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25");
    shop.says("tab charge Ann 240 --on 2026-03-20");
    shop.says("tab agree Ann 240 --on 2026-03-21 --note 'read together'");
    let lines = shop.says("statement Ann --format csv");
    let agreed: Vec<&str> = lines.lines().filter(|line| line.contains("agreement")).collect();
    assert_eq!(agreed, ["C001,tab,2,2026-03-21,agreement,,,240,,0,,,read together"]);
    let page = shop.says("statement Ann --format html");
    let row = page.lines().find(|line| line.contains("agreement")).unwrap();
    assert_eq!(row.matches("240").count(), 1, "{row}");
    assert!(row.contains("read together"), "{row}");
}
