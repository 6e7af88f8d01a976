//! What commands that change something answer to programs: one JSON object, the same keys everywhere.

use super::Shop;
use std::fs;

// D2
#[test]
fn every_command_that_changes_something_answers_json_with_what_was_done() {
    let shop = Shop::none();
    fs::write(shop.file("list.csv"), "name\nChen\n").unwrap();
    let commands = [
        "init --name 永庆米店 --currency TWD",
        "customer add Wu --phone 0912 --adults 3 --limit 50",
        "customer add Wu",
        "customer edit C001 --phone 0912 --address 'Lane 3'",
        "customer edit C002 --name Lin",
        "customer edit C002 --name Lin",
        "customer away Wu 2026-04-01..2026-04-03 --people 2",
        "customer household Wu --adults 4",
        "product add rice --unit kg --price 10 --stock 100",
        "product edit rice --price 11",
        "product receive rice 5",
        "product count rice 90.5",
        "product order rice 20 --arrives mon",
        "jar set Wu rice --monthly 12",
        "jar read Wu rice 3kg",
        "jar learn",
        "delivery plan --proposed",
        "undo",
        "delivery plan --proposed --on 2027-01-01",
        "delivery plan Wu rice 15 --on today",
        "delivery move 1 tomorrow",
        "delivery done 1 --line rice 10 --left 2kg --paid 5 --over-limit=regular",
        "delivery plan Wu rice 15 --on today",
        "delivery miss 3 --reason out --next mon",
        "delivery cancel 4 --reason moved",
        "tab charge Wu 2 --over-limit --note bag",
        "tab pay Wu 1 --method cash",
        "tab discount Wu 1",
        "tab refund Wu 1",
        "tab write-off Wu 1",
        "tab correct Wu -1",
        "tab deposit Wu 5",
        "tab deposit Wu 5 --return",
        "follow-up add Wu call --on tomorrow --every '2 weeks'",
        "follow-up snooze 1 fri",
        "follow-up done 1 --outcome well",
        "follow-up drop 2",
        "contact add Wu --channel phone --text hello --promise mon",
        "shop set grace-days 3",
        "import list.csv --into customers --dry-run",
        "import list.csv --into customers",
        "undo",
        "redo",
        "undo 30",
        "customer leave Lin --reason moved",
        "customer return Lin",
        "backup copy.ricejar",
    ];
    let lines = commands.map(|command| format!("{command} --format json"));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    insta::assert_snapshot!(shop.play(&lines));
}

// D2
#[test]
fn the_message_of_an_answer_is_in_the_notebooks_language_and_its_keys_are_not() {
    let shop = Shop::new().in_chinese();
    insta::assert_snapshot!(shop.says("customer add 吴大姐 --format jsonl"), @r#"{"line":1,"kind":"customer-added","direction":"do","ids":{"customer":[1]},"customer":"C001","name":"吴大姐","notes":[{"note":"customer","customer":"C001","warning":false,"message":"编号是 C001。"}],"message":"登记客户 C001 吴大姐"}"#);
}

// D2
#[test]
fn a_restored_backup_is_answered_with_the_file_that_was_kept() {
    let shop = Shop::new();
    shop.says("backup copy.ricejar");
    let said = shop.says("restore copy.ricejar --format json");
    let answer: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&answer["kind"], &answer["line"]), (&"restored".into(), &serde_json::Value::Null));
    assert!(answer["kept"].as_str().unwrap().ends_with("shop.ricejar.old-1"), "{said}");
}

// D2
#[test]
fn an_answer_names_every_row_that_was_written_by_its_number() {
    let shop = Shop::new();
    let made = |words: &str| -> serde_json::Value {
        serde_json::from_str(&shop.says(&format!("{words} --format json"))).unwrap()
    };
    assert_eq!(made("customer add Wu")["ids"], serde_json::json!({ "customer": [1] }));
    let charged = made("tab charge Wu 42");
    assert_eq!(charged["ids"]["entry"], serde_json::json!([1]));
    assert_eq!(charged["amount"], 42);
    assert_eq!(charged["line"], 2);
    assert_eq!(made("undo")["ids"]["entry"], serde_json::json!([1]));
}
