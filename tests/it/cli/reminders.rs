//! `reminder`: who is reminded of what is due, on which day, by which message.

use super::Shop;
use std::fs;

/// Customers who are paid on the 25th, the 28th and the 10th; today is 27 March.
fn owing() -> Shop {
    let shop = Shop::new();
    for line in [
        "shop set areas 竹巷 Riverside",
        "shop set phone '02 2345 6789'",
        "shop set reminders '-1: friendly, +2, +10: firm, +20: last'",
        "customer add 林阿嬷 --phone 0912345678 --area 竹巷 --address '3 号' --payday 25 --language zh-CN --channel message --consent phone --on 2026-01-01",
        "customer add 'Ann & Bo' --phone 0911 --area Riverside --payday 28 --language en --email ann@example.com --channel email --consent email --on 2026-01-01",
        "customer add Cy --payday 10 --on 2026-01-01",
        "customer add Di --payday 20 --on 2026-01-01",
        "tab charge C001 240 --on 2026-03-01",
        "tab charge C002 1000 --on 2026-03-10",
        "tab charge C003 99 --on 2026-03-05",
        "tab charge C004 5 --on 2026-03-05",
        "promise add C004 --by 2026-03-30",
    ] {
        shop.says(line);
    }
    shop
}

#[test]
fn a_reminder_is_sent_once_for_each_step_and_recorded_as_a_contact() {
    insta::assert_snapshot!(owing().play(&[
        "reminder list --format csv",
        "reminder list 2026-03-29 --format csv",
        "reminder send C001",
        "reminder send C001",
        "reminder list --lang zh-CN",
        "reminder send C002 --via message --as-of 2026-03-26",
        "reminder send --all",
        "reminder send --all",
        "journal",
        "contact list --format csv",
        "undo",
        "reminder list --format csv",
        // The next step comes on its day, and none when everything is paid.
        "reminder list --as-of 2026-04-04 --format csv",
        "tab pay C001 240",
        "reminder list --as-of 2026-04-04 --format csv",
    ]));
}

#[test]
fn nobody_is_reminded_without_consent_on_a_holiday_or_while_a_promise_stands() {
    insta::assert_snapshot!(owing().play(&[
        "reminder send C001 --via message",
        "reminder send C001 --via email",
        "reminder send C004",
        "reminder list --as-of 2026-03-31 --customer C004 --format csv",
        "reminder send --all --via email",
        "shop set holidays '2026-03-27 Fair'",
        "reminder list --format csv",
        "reminder send --all",
        "shop set reminders 'soon: firm'",
        "shop set reminders none",
        "reminder list",
    ]));
}

#[test]
fn a_template_of_the_shop_is_strict_and_ends() {
    let shop = owing();
    fs::create_dir(shop.file("letters")).unwrap();
    let own = |name: &str, text: &str| fs::write(shop.file("letters").join(name), text).unwrap();
    own("reminder.zh-CN.txt", "{{ customer.name }}：{{ amount }}，{{ due_on }}\n");
    own("firm.txt", "Dear {{ customer.nmae }}");
    let sent = |line: &str| {
        let done = shop.run(line);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (done.status.code(), text(done.stdout), text(done.stderr))
    };
    let (code, stdout, _) = sent("reminder send C001 --templates letters");
    assert!(code == Some(0) && stdout.contains("林阿嬷：240，3月25日"), "{stdout}");
    let (code, _, stderr) = sent("reminder send C003 --templates letters");
    assert_eq!(code, Some(2));
    assert!(stderr.contains("firm.txt, line 1: there is no field “customer.nmae”"), "{stderr}");
    own(
        "firm.txt",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    );
    let (_, _, stderr) = sent("reminder send C003 --templates letters");
    assert!(stderr.contains("does not come to an end"), "{stderr}");
    own("firm.txt", "{{ 'x' * 99999999 }}");
    assert_eq!(sent("reminder send C003 --templates letters").0, Some(2));
    // What could not be kept as a contact is not sent.
    own("firm.txt", "{% for i in range(3000) %}x{% endfor %}");
    assert_eq!(sent("reminder send C003 --templates letters").0, Some(1));
    shop.says("shop set reminders '+1: angry'");
    let (_, _, stderr) = sent("reminder list --as-of 2026-03-26");
    assert!(stderr.contains("no template “angry”"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn a_command_gets_each_message_and_what_it_does_not_take_is_not_recorded() {
    let shop = owing();
    let run = |line: &str| {
        let done = shop.run(line);
        let words = String::from_utf8(done.stderr).unwrap();
        (done.status.code(), words)
    };
    assert_eq!(run("reminder send --all --command").0, Some(2));
    let script = "#!/bin/sh\ngrep -v Ann >> sent.jsonl || { echo no credit left >&2; exit 7; }\n";
    fs::write(shop.file("send.sh"), script).unwrap();
    let config = "[reminders]\ncommand = 'sh send.sh'\n";
    fs::write(shop.file("config.toml"), config).unwrap();
    let (code, words) = run("--config config.toml reminder send --all --command");
    assert_eq!(code, Some(1), "{words}");
    assert!(words.contains("Ann & Bo: not sent, and not recorded: no credit left"), "{words}");
    let sent = fs::read_to_string(shop.file("sent.jsonl")).unwrap();
    let first = sent.lines().next().unwrap();
    assert!(first.contains(r#""customer":"C001""#) && first.contains(r#""amount":240"#), "{first}");
    assert_eq!(shop.says("reminder list --format csv").lines().count(), 2);
}

#[test]
fn trust_is_a_sum_that_is_shown_where_credit_is_asked_for() {
    let shop = Shop::new();
    shop.says("customer add Ann --payday 25 --limit 300 --on 2024-01-01");
    shop.says("customer add Bo --on 2026-01-01");
    shop.says("tab charge Ann 100 --on 2024-01-02");
    shop.says("tab pay Ann 100 --on 2024-01-25");
    shop.says("tab charge Ann 100 --on 2024-02-02");
    shop.says("tab pay Ann 100 --on 2024-02-28");
    shop.says("tab charge Ann 200 --on 2026-02-01");
    shop.says("promise add Ann 50 --by 2026-03-20 --as-of 2026-03-10");
    shop.says("product add rice --unit kg --price 42 --stock 500");
    shop.says("delivery plan Ann rice 15 --on 2026-03-27");
    insta::assert_snapshot!(shop.play(&[
        "tab why Ann",
        "tab why Ann --lang zh-CN",
        "tab why Bo",
        "collect --format csv",
        "tab charge Ann 240",
        "delivery done 1",
        "delivery done 1 --lang zh-CN",
        "tab charge Ann 240 --over-limit=wedding",
        "delivery done 1 --line rice 2",
    ]));
}
