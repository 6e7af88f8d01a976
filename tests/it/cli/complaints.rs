//! `complaint`: from what a customer said to the return visit.

use super::Shop;

/// A shop with two customers, one of whom owes something.
fn shop() -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --area 竹巷");
    shop.says("customer add 陈师傅 --area 河边");
    shop.says("product add 米 --unit kg --price 40 --stock 100");
    shop.says("tab charge C001 400");
    shop
}

#[test]
fn a_complaint_is_answered_solved_with_a_discount_and_closed_after_the_return_visit() {
    let shop = shop();
    insta::assert_snapshot!(shop.play(&[
        "complaint add C001 '米里有虫' --kind qual --product 米 --by +2",
        "complaint add C002 '六点以后再送' --kind request --owner 小陈 --on 2026-03-20",
        "today --only care",
        "complaint answer 1 --owner 小陈",
        "complaint list --open",
        "--as-of 2026-03-30 complaint list --open",
        "--as-of 2026-03-30 today --only care",
        "complaint solve 1 --remedy '换了一袋' --cause '存货太久' --discount 20",
        "complaint solve 1 --remedy again",
        "follow-up list",
        "complaint show 1",
        "tab show C001",
        "--as-of 2026-03-30 complaint close 1 --satisfaction 4",
        "--as-of 2026-03-30 follow-up list",
        "--as-of 2026-03-30 complaint close 1",
        "complaint list",
        "customer show C001",
        "report complaints",
        "--lang zh-CN report complaints",
        "--lang zh-CN complaint list",
        "--lang zh-CN journal",
        "export complaints",
        "check",
    ]));
}

#[test]
fn a_complaint_that_was_not_solved_well_is_taken_up_again_and_everything_is_undone() {
    let shop = shop();
    let before = shop.says("export complaints");
    insta::assert_snapshot!(shop.play(&[
        "complaint add C001 '送晚了' --kind late",
        "complaint close 1",
        "complaint solve 1 --remedy sorry",
        "complaint reopen 1",
        "follow-up list",
        "complaint solve 1 --remedy 'called'",
        "follow-up list",
        "complaint reopen 1",
        "follow-up done complaint/C001/2026-03-27",
        "complaint add C001 '又送晚了' --kind late",
        "report complaints --format csv",
        "complaint add C001 '?' --kind smell",
        "complaint add C001 '?' --by 2026-03-01",
        "complaint answer 9",
        "shop set complaint-kinds smell, 送错",
        "complaint add C001 '有异味' --kind smell",
        "complaint list --format json --kind smell",
        "undo",
        "undo",
        "undo",
        "undo",
        "undo",
        "undo",
        "undo",
        "undo",
        "redo",
        "undo",
    ]));
    assert_eq!(shop.says("export complaints"), before);
}

#[test]
fn a_discount_for_somebody_who_owes_nothing_is_credit() {
    let shop = shop();
    shop.says("complaint add C002 '短斤少两' --kind short");
    shop.says("complaint solve 1 --remedy '少收' --discount 20");
    assert!(shop.says("customer list --format csv").contains("-20"));
    assert_eq!(shop.says("check"), "Everything adds up.\n");
    shop.says("undo");
    assert!(!shop.says("customer list --format csv").contains("-20"));
}

#[test]
fn no_reminder_is_sent_while_a_complaint_is_unsolved() {
    let shop = shop();
    shop.says("shop set reminders '0: friendly'");
    assert!(shop.says("reminder list").contains("C001"));
    assert!(shop.says("collect --format csv").contains("no"));
    shop.says("complaint add C001 '短斤少两' --kind short");
    assert!(!shop.says("reminder list").contains("C001"));
    assert!(shop.says("collect --format csv").contains("yes"));
    shop.says("complaint solve 1 --remedy '补了两斤'");
    assert!(shop.says("reminder list").contains("C001"));
}

#[test]
fn an_unsolved_complaint_leaves_the_list_where_its_rule_is_off() {
    let shop = shop();
    shop.says("complaint add C001 '短斤少两' --kind short");
    assert!(shop.says("follow-up list").contains("C001"));
    shop.says("shop set rules-off 'complaint;return-visit'");
    assert!(!shop.says("follow-up list").contains("C001"));
    assert!(!shop.says("complaint solve 1 --remedy '补了两斤'").contains("Follow-up"));
    assert!(!shop.says("follow-up list").contains("C001"));
}

#[test]
fn a_complaint_about_a_delivery_keeps_it_from_being_undone() {
    let shop = shop();
    shop.says("delivery plan C002 米 10 --on 2026-03-27");
    shop.says("complaint add C002 '没送来' --delivery 1");
    let refused = shop.play(&["complaint add C001 '没送来' --delivery 1", "undo 5", "check"]);
    insta::assert_snapshot!(refused);
}
