//! Marked rows: one key, one form and one step of undo for all of them.

use std::cell::Cell;
use std::rc::Rc;

use ricejar::app::{App, DemoSize, no_progress, write_demo};
use ricejar::domain::delivery;
use ricejar::domain::id::CustomerId;
use ricejar::domain::query::{CustomerQuery, FollowUpQuery, PageDirection, TabQuery};
use ricejar::domain::shop::Language;
use ricejar::domain::views::DeliveryFilter;
use ricejar::store::Store;
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::{MOST_AT_ONCE, Mark, SelectAll};
use ricejar::tui::msg::Answer;

use super::shop::{TestShop, clock, today};
use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(80, 24)
}

fn open_follow_ups(stage: &Stage) -> usize {
    stage.shop.open_again().open_follow_ups(None).unwrap().len()
}

#[test]
fn marked_follow_ups_are_done_put_off_and_dropped_together() {
    let mut stage = usual();
    let before = open_follow_ups(&stage);
    let seen = stage.press("4 space space").text();
    assert!(seen.contains("2 marked") && seen.contains('✓'), "{seen}");
    // A mark is a row's: it stays when the list is read again, and in a narrower list too.
    assert!(stage.press("/").paste("qq").press("enter").text().contains("2 marked"));
    stage.press("/ ctrl-u enter d").paste("all well").press("enter");
    let seen = stage.text();
    assert!(seen.contains("2 follow-ups done (C"), "{seen}");
    assert!(!seen.contains("marked"), "{seen}");
    assert_eq!(open_follow_ups(&stage), before - 2);
    assert!(stage.press("u").text().contains("Undone: 2 follow-ups done"));
    assert_eq!(open_follow_ups(&stage), before);
    let all = format!("{before} follow-ups postponed");
    assert!(stage.press("* s enter").text().contains(&all), "{}", stage.text());
    stage.press("* x");
    assert!(stage.text().contains(&format!("{before} follow-ups dropped")), "{}", stage.text());
    assert_eq!(open_follow_ups(&stage), 0);
}

#[test]
fn one_form_writes_a_contact_or_a_follow_up_down_for_each_marked_customer() {
    let mut stage = usual();
    stage.press("2 space j space c").paste("new prices");
    let seen = stage.text();
    assert!(seen.contains("C001 王永庆, C017 陈师傅"), "{seen}");
    assert!(stage.press("enter").text().contains("2 contacts recorded"), "{}", stage.text());
    stage.press("5 space space f").paste("ask for it").press("enter");
    assert!(stage.text().contains("2 follow-ups added"), "{}", stage.text());
    // What is typed wrong is told once, and nothing is lost.
    stage.press("2 * f enter");
    assert_eq!(stage.session.model().place(), KeyContext::Form);
}

#[test]
fn esc_unmarks_and_what_cannot_be_done_with_all_says_so() {
    let mut stage = usual();
    assert!(stage.press("* ").text().contains("marked"));
    assert!(stage.press("x").text().contains("cannot all be changed"), "{}", stage.text());
    let seen = stage.press("esc esc").text();
    assert!(!seen.contains("marked") && !seen.contains('✓'), "{seen}");
    // What is written down for one at a time is not done with the selected row alone.
    for key in ["p", "b"] {
        let seen = stage.press("2 space space").press(key).text();
        assert!(seen.contains("cannot all be changed"), "{key}: {seen}");
        stage.press("esc esc 1");
    }
    // A second time unmarks, too, and the marks of one screen are not those of another.
    stage.press("2 space");
    assert!(!stage.press("5").text().contains("marked"));
    assert!(stage.press("2").text().contains("1 marked"));
    assert!(!stage.press("k space").text().contains("marked"));
}

#[test]
fn what_the_forecasts_ask_for_in_the_morning_is_planned_together() {
    let mut stage = usual();
    stage.press("space j space P");
    let seen = stage.text();
    assert!(seen.contains("2 proposed deliveries planned"), "{seen}");
    assert!(stage.press("u").text().contains("Undone: 2 proposed deliveries planned"));
    // F10: what is planned already is passed over, and the screen says so.
    let seen = stage.press("esc * P").text();
    assert!(seen.contains("2 proposed deliveries planned"), "{seen}");
    assert!(seen.contains("2 stops were planned already"), "{seen}");
}

#[test]
fn marked_doors_are_written_down_one_after_the_other_and_no_others() {
    let mut stage = usual();
    let seen = stage.press("j space j space d").text();
    assert!(seen.contains("Delivered  1 of 2"), "{seen}");
    stage.press("enter");
    let seen = stage.text();
    assert!(seen.contains("Delivered  2 of 2"), "{seen}");
    // Whoever leaves finds the door that is still to come marked.
    let seen = stage.press("esc").text();
    assert!(seen.contains("1 marked"), "{seen}");
    let seen = stage.press("d").text();
    assert!(seen.contains("1 of 1"), "{seen}");
    let seen = stage.press("enter").text();
    assert!(seen.contains("1 delivered, 0 skipped") && !seen.contains("marked"), "{seen}");
    // On the board it is the marked proposals, planned or not.
    let seen = stage.press("3 * d").text();
    assert!(seen.contains("Delivered  1 of 2"), "{seen}");
}

#[test]
fn doors_and_follow_ups_are_not_written_down_together() {
    let mut stage = usual();
    // Whichever of them was marked first.
    for keys in ["space l l space d", "esc esc l l space h h space d"] {
        let seen = stage.press(keys).text();
        assert!(seen.contains("follow-ups separately"), "{seen}");
        assert!(seen.contains("2 marked"), "{seen}");
        assert_eq!(stage.session.model().place(), KeyContext::Today);
        stage.press("esc esc h h");
    }
}

#[test]
fn marked_deliveries_and_follow_ups_are_taken_away_together_after_one_reason() {
    let mut stage = usual();
    let before = open_follow_ups(&stage);
    let seen = stage.press("j space l l space x").text();
    assert!(seen.contains("Cancel the delivery") && seen.contains("2 marked"), "{seen}");
    let seen = stage.paste("closed for good").press("enter").text();
    assert!(!seen.contains("marked"), "{seen}");
    let cancelled =
        DeliveryFilter { stage: Some(delivery::DeliveryStage::Cancelled), ..Default::default() };
    let cancelled = stage.shop.open_again().deliveries(&cancelled).unwrap();
    let reasons: Vec<_> = cancelled.iter().map(|row| row.reason.as_str()).collect();
    assert_eq!(reasons, ["closed for good"]);
    assert_eq!(open_follow_ups(&stage), before - 1);
}

/// A shop whose lists are longer than what is read of them at a time.
fn large() -> (TestShop, App) {
    let folder = tempfile::tempdir().unwrap();
    let shop = TestShop { folder, day: Rc::new(Cell::new(today())) };
    let size = DemoSize { customers: 700, deliveries: 7_000, ..DemoSize::SMALL };
    write_demo(&shop.file(), size, today(), Language::English, &no_progress).unwrap();
    let app = App::new(Store::open(&shop.file()).unwrap(), clock(today()));
    (shop, app)
}

#[test]
fn every_row_of_a_long_list_is_marked_as_it_is_filtered() {
    let (shop, app) = large();
    let all = |query: &str| {
        let list = CustomerQuery { query: query.to_owned(), ..CustomerQuery::default() };
        app.customers(&list, (None, PageDirection::After), 10_000).unwrap().len()
    };
    let (count, wangs) = (all(""), all("l"));
    assert!(count > 500 && wangs > 120 && wangs < count, "{wangs} of {count}");
    let mut stage = Stage::new((shop, app), Language::English, (120, 40));
    let seen = stage.press("2 *").text();
    assert!(seen.contains(&format!("{count} marked")), "{seen}");
    // At the other end of the list they are marked, too, and a second time unmarks all.
    assert!(stage.press("G").text().lines().nth(30).unwrap().contains('✓'));
    assert!(!stage.press("*").text().contains("marked"));
    let seen = stage.press("/ l enter *").text();
    assert!(seen.contains(&format!("{wangs} marked")), "{seen}");
    stage.press("esc esc c").paste("new prices").press("enter");
    stage.press("2 / l enter * c").paste("new prices").press("enter");
    let seen = stage.text();
    assert!(seen.contains(&format!("{wangs} contacts recorded")), "{seen}");
    // All of it was one thing, and so it is taken back as one.
    let seen = stage.press("u y").text();
    assert!(seen.contains(&format!("Undone: {wangs} contacts")), "{seen}");
}

#[test]
fn every_tab_and_every_follow_up_is_marked_however_few_of_them_are_shown() {
    let (shop, app) = large();
    let tabs = app.tabs(&TabQuery::default(), (None, PageDirection::After), 10_000).unwrap().len();
    let due = TabQuery { due_by: Some(today()), ..TabQuery::default() };
    let due = app.tabs(&due, (None, PageDirection::After), 10_000).unwrap().len();
    let open = FollowUpQuery::default();
    let open = app.follow_ups(&open, (None, PageDirection::After), 10_000).unwrap().len();
    assert!(tabs > 120 && due > 0 && open > 0, "{tabs} {due} {open}");
    let mut stage = Stage::new((shop, app), Language::English, (80, 24));
    for (keys, count) in [("5 *", tabs), ("4 *", open)] {
        let seen = stage.press(keys).text();
        assert!(seen.contains(&format!("{count} marked")), "{count} after {keys}: {seen}");
    }
    stage.press("s enter");
    let seen = stage.text();
    assert!(seen.contains(&format!("{open} follow-ups postponed")), "{seen}");
    let seen = stage.press("1 l *").text();
    assert!(seen.contains(&format!("{due} marked")), "{due}: {seen}");
}

#[test]
fn more_rows_than_one_command_takes_can_be_marked_and_are_not_acted_on() {
    let mut stage = usual();
    stage.press("2");
    let marks = (0..=MOST_AT_ONCE).map(|n| Mark::Customer(CustomerId::new(n as i64))).collect();
    let generation = stage.session.model().generation;
    let whole = SelectAll::Customers(CustomerQuery::default());
    stage.session.answered(generation, Ok(Box::new(Answer::Whole(whole, marks))));
    assert!(stage.text().contains("5001 marked"), "{}", stage.text());
    for key in ["f", "c"] {
        let seen = stage.press(key).text();
        assert!(seen.contains("5001 rows are marked; at most 5000"), "{seen}");
        assert!(seen.contains("Narrow the list with"), "{seen}");
        assert_eq!(stage.session.model().place(), KeyContext::Customers);
    }
}
