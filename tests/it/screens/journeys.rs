//! What a shopkeeper does of a morning, by keys, through the real update loop and a real shop.

use ricejar::app::Error;
use ricejar::domain::Command;
use ricejar::domain::Money;
use ricejar::domain::day::parse_iso;
use ricejar::domain::id::CustomerId;
use ricejar::domain::refusal::Refusal;
use ricejar::domain::shop::Language;
use ricejar::tui::input::{Input, Mouse, MouseDid};
use ricejar::tui::keymap::KeyContext;

use super::shop::TestShop;
use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(80, 24)
}

fn balance(stage: &Stage, code: &str) -> Money {
    let app = stage.shop.open_again();
    let customer = app.customers_meant(code, 2).unwrap().remove(0);
    app.tab(customer.id).unwrap().1.balance
}

#[test]
fn a_delivery_is_done_at_the_door_in_one_short_form() {
    let mut stage = usual();
    // The promised one of O'Neill: quantities stand there, the leftover is typed, some is paid.
    stage.press("down d 2 tab tab").paste("500").press("enter");
    let seen = stage.text();
    assert!(seen.contains("Delivered to C120 O'Neill & Sons"), "{seen}");
    assert!(seen.contains("Owes"), "{seen}");
    assert!(seen.contains("runs out"), "{seen}");
    assert_eq!(balance(&stage, "C120"), Money::from_minor(720 + 30 * 24 + 4 * 90 - 500));
    assert!(!seen.lines().nth(4).unwrap().contains("O'Neill"), "{seen}");
}

#[test]
fn what_was_only_proposed_is_done_by_the_same_form_and_undone_in_one_step() {
    let mut stage = usual();
    stage.press("d 0 enter");
    let seen = stage.text();
    assert!(seen.contains("Delivered to C009 张伯"), "{seen}");
    assert_eq!(balance(&stage, "C009"), Money::from_minor(240));
    let before = Stage::usual(80, 24).press("2").text();
    stage.press("u 2 esc");
    assert_eq!(stage.text(), before);
}

#[test]
fn a_payment_is_undone_and_done_again_and_each_says_so() {
    let mut stage = usual();
    let before = balance(&stage, "C009");
    stage.press("p enter");
    assert!(stage.text().contains("C009 张伯 paid 120"));
    assert!(balance(&stage, "C009").is_zero());
    stage.press("u");
    assert!(stage.text().contains("Undone: C009 张伯 paid 120"));
    assert_eq!(balance(&stage, "C009"), before);
    stage.press("ctrl-r");
    assert!(stage.text().contains("Redone: C009 张伯 paid 120"));
    assert!(balance(&stage, "C009").is_zero());
}

#[test]
fn a_follow_up_is_put_off_and_another_one_done_with_an_outcome() {
    let mut stage = usual();
    stage.press("4 s backspace backspace").paste("mon").press("enter");
    let seen = stage.text();
    assert!(seen.contains("postponed to Mon 30 Mar 2026"), "{seen}");
    stage.press("d").paste("很满意").press("enter");
    let seen = stage.text();
    assert!(seen.contains("Follow-up for C001 王永庆 done"), "{seen}");
}

#[test]
fn a_refused_save_keeps_the_form_and_says_why_under_the_field() {
    let mut stage = usual();
    stage.press("p ctrl-u").paste("12x").press("enter");
    let seen = stage.text();
    assert!(seen.contains("12x"), "{seen}");
    assert!(seen.contains("“12x” is not a number."), "{seen}");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
    // Typing forgives, and the mended form is saved.
    stage.press("backspace");
    assert!(!stage.text().contains("is not a number"));
    stage.press("enter");
    assert!(stage.text().contains("paid 12"));
}

#[test]
fn a_rule_of_the_shop_refuses_under_the_field_too() {
    let mut stage = usual();
    stage.press("down s ctrl-u").paste("-1").press("enter");
    let seen = stage.text();
    assert!(seen.contains("-1"), "{seen}");
    assert_eq!(stage.session.model().place(), KeyContext::Day);
    stage.press("esc y");
    assert_eq!(stage.session.model().place(), KeyContext::Today);
}

#[test]
fn a_customer_is_found_by_name_pinyin_initials_phone_and_area() {
    for typed in ["永庆", "wangyongqing", "wyq", "0900-000", "c001", "老街 王"] {
        let mut stage = usual();
        stage.press("2 /").paste(typed);
        let seen = stage.text();
        assert!(seen.contains("王永庆") && !seen.contains("陈师傅"), "{typed}: {seen}");
        stage.press("enter enter");
        assert!(stage.text().contains("╭ C001 王永庆"), "{typed}");
    }
}

#[test]
fn letters_are_typed_while_a_field_has_the_focus_and_esc_closes_the_nearest_thing() {
    let mut stage = usual();
    stage.press("/ q d u esc");
    assert!(!stage.session.is_over());
    assert_eq!(stage.session.model().place(), KeyContext::Today);
    stage.press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Page);
    stage.press("?");
    assert_eq!(stage.session.model().place(), KeyContext::Help);
    stage.press("esc esc esc esc esc");
    assert_eq!(stage.session.model().place(), KeyContext::Today);
    assert!(!stage.session.is_over());
    stage.press("q");
    assert!(stage.session.is_over());
}

#[test]
fn a_key_that_can_do_nothing_says_why() {
    let mut stage = Stage::new(TestShop::empty(), Language::English, (80, 24));
    stage.press("d");
    assert!(stage.text().contains("No row is selected."));
    let mut stage = usual();
    stage.press("right d");
    assert!(stage.text().contains("There is nothing to deliver or to follow up here."));
    // It is of an earlier day, so it is asked about. F8
    stage.press("u y");
    assert!(stage.text().contains("Undone"));
}

#[test]
fn the_selection_runs_through_the_morning_as_one_list() {
    let mut stage = usual();
    for _ in 0..30 {
        stage.press("down");
    }
    let end = stage.text();
    stage.press("j G");
    assert_eq!(stage.text(), end);
    for _ in 0..30 {
        stage.press("k");
    }
    assert_eq!(stage.session.model().morning.deliver.scroll.at, 0);
    assert_eq!(stage.session.model().morning.panel, Default::default());
}

#[test]
fn a_change_by_another_process_appears_with_the_next_second() {
    let mut stage = usual();
    assert!(!stage.session.pulse());
    let mut other = stage.shop.open_again();
    let setting = ricejar::domain::shop::ShopSetting::Name("新店".to_owned());
    other.perform(&Command::SetShop(vec![setting])).unwrap();
    assert!(stage.session.pulse());
    assert!(stage.text().contains("新店"));
    assert!(!stage.session.pulse());
}

#[test]
fn midnight_moves_the_day() {
    let mut stage = usual();
    stage.shop.day.set(parse_iso("2026-03-28").unwrap());
    assert!(stage.session.pulse());
    let seen = stage.text();
    assert!(seen.contains("Sat 28 Mar 2026"), "{seen}");
    stage.press("3");
    assert!(stage.text().contains("Round of Sat 28 Mar 2026"));
}

#[test]
fn the_round_of_another_day_is_a_key_away() {
    let mut stage = usual();
    stage.press("3 >");
    assert!(stage.text().contains("Round of Sat 28 Mar 2026"));
    stage.press("< <");
    assert!(stage.text().contains("Round of Thu 26 Mar 2026"));
    stage.press("T");
    assert!(stage.text().contains("Round of Fri 27 Mar 2026"));
}

#[test]
fn what_was_followed_up_is_looked_up_with_what_came_of_it() {
    let mut stage = usual();
    stage.press("4 v");
    assert!(stage.text().contains("No follow-ups done yet."));
    stage.press("v v d").paste("well again").press("enter v");
    let done = stage.text();
    assert!(done.contains("done, newest first") && done.contains("well again"), "{done}");
    stage.press("v");
    assert!(stage.text().contains("No follow-ups dropped."));
}

#[test]
fn a_list_is_sorted_by_any_column_with_keys_and_by_a_click_on_its_name() {
    let mut stage = usual();
    stage.press("2");
    let codes = |stage: &Stage| -> Vec<String> {
        let rows = &stage.session.model().customers.window.rows;
        rows.iter().map(|row| row.customer.code.clone()).collect()
    };
    let by_code = ["C001", "C009", "C017", "C088", "C102", "C120"];
    assert_eq!(codes(&stage), by_code);
    stage.press("o");
    assert_eq!(codes(&stage), ["C017", "C102", "C120", "C001", "C088", "C009"]);
    assert!(stage.text().contains("Name▴"));
    stage.press("O");
    assert_eq!(codes(&stage), ["C009", "C088", "C001", "C120", "C102", "C017"]);
    assert!(stage.text().contains("Name▾"));
    let row = stage.text().lines().nth(3).unwrap().to_owned();
    let owes = row.find("Owes").map(|at| row[..at].chars().count()).unwrap();
    let click = |x| Input::Mouse(Mouse { x, y: 3, did: MouseDid::Click });
    stage.session.on_input(click(owes as u16));
    assert_eq!(codes(&stage)[0], "C009");
    stage.session.on_input(click(owes as u16));
    assert_eq!(codes(&stage)[0], "C120");
    // Narrowed down, it keeps its order.
    stage.press("/").paste("竹巷").press("enter");
    assert_eq!(codes(&stage), ["C102", "C017"]);
}

#[test]
fn a_long_list_is_a_window_that_slides_both_ways() {
    let (shop, mut app) = TestShop::empty();
    for number in 1..=700 {
        let patch = ricejar::domain::customer::CustomerPatch {
            name: Some(format!("客户 {number}")),
            ..Default::default()
        };
        let on = app.today();
        app.perform(&Command::AddCustomer { patch, opening: None, on }).unwrap();
    }
    let mut stage = Stage::new((shop, app), Language::English, (80, 24));
    stage.press("2 G");
    let id = |stage: &Stage| stage.session.model().customers.window.selected().unwrap().customer.id;
    assert_eq!(id(&stage), CustomerId::new(700));
    for number in (1..=699).rev() {
        stage.press("k");
        assert_eq!(id(&stage), CustomerId::new(number));
        assert!(stage.session.model().customers.window.rows.len() <= 500);
    }
    for number in 2..=700 {
        stage.press("j");
        assert_eq!(id(&stage), CustomerId::new(number));
        assert!(stage.session.model().customers.window.rows.len() <= 500);
    }
    for _ in 0..60 {
        stage.press("page-up");
    }
    assert_eq!(id(&stage), CustomerId::new(1));
    // A change somewhere else leaves the selection where it was.
    stage.press("page-down page-down page-down page-down page-down page-down page-down page-down");
    let here = id(&stage);
    stage.press("p").paste("5").press("enter");
    assert_eq!(id(&stage), here);
}

/// Three weeks as a shopkeeper types them: every morning the proposals are planned, one is missed, one is left
/// for later, the rest is done in the evening; money comes in, jars are looked into, mistakes are undone.
#[test]
fn a_notebook_adds_up_after_three_weeks_by_keys() {
    let mut stage = Stage::usual(120, 40);
    let first = stage.shop.day.get();
    let lines = |stage: &Stage| stage.shop.open_again().journal(None, None).unwrap().len();
    let begun = lines(&stage);
    for (number, day) in first.iter_days().take(21).enumerate() {
        stage.shop.day.set(day);
        stage.session.pulse();
        stage.press("1 * P y esc m enter esc esc");
        match number % 7 {
            0 => stage.press("2 j r 3 enter esc f").paste("call").press("enter esc"),
            1 => stage.press("1 p 5 enter esc u y"),
            2 => stage.press("4 d").paste("done").press("enter esc 4 s enter esc"),
            3 => stage.press("5 p enter esc 5 n").paste("30").press("enter esc"),
            4 => stage.press("2 enter A enter esc esc 2 b enter esc"),
            5 => stage.press("3 > P esc - + x y esc <"),
            _ => stage.press("6 r 5 0 enter esc c 4 0 enter esc ctrl-r"),
        };
        stage.press("3 D enter enter enter ctrl-x enter enter enter esc esc y esc");
        assert_eq!(stage.shop.open_again().check().unwrap(), [], "{day}");
    }
    let written = lines(&stage) - begun;
    assert!(written > 40, "{written} lines: {}", stage.text());
    // All of it can be taken back.
    let mut app = stage.shop.open_again();
    let stopped = (0..=written + begun).find_map(|_| app.perform(&Command::Undo(None)).err());
    assert!(matches!(stopped, Some(Error::Refused(Refusal::NothingToUndo))), "{stopped:?}");
    assert_eq!(app.check().unwrap(), []);
}

#[test]
fn a_name_that_would_command_the_terminal_is_shown_harmless() {
    let (shop, mut app) = TestShop::empty();
    let patch = ricejar::domain::customer::CustomerPatch {
        name: Some("red".to_owned()),
        ..Default::default()
    };
    let on = app.today();
    app.perform(&Command::AddCustomer { patch, opening: None, on }).unwrap();
    // No such text is taken any more, but an older notebook may hold it.
    let file = rusqlite::Connection::open(shop.file()).unwrap();
    let older = ["\u{1b}[31mred\u{202e}", "\u{200b}x"];
    file.execute("UPDATE customer SET name = ?1, area = ?2", older).unwrap();
    let mut stage = Stage::new((shop, app), Language::English, (80, 24));
    for keys in ["2", "enter", "esc p", "5 enter"] {
        let seen = stage.press(keys).text();
        assert!(seen.contains("␛[31mred\u{fffd}"), "{seen}");
        assert!(!seen.contains(['\u{1b}', '\u{202e}', '\u{200b}']), "{seen:?}");
    }
}
