//! Marked rows: one key, one form and one step of undo for all of them.

use ricejar::tui::keymap::Place;

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
    assert!(stage.press("u").text().contains("Taken back: 2 follow-ups done"));
    assert_eq!(open_follow_ups(&stage), before);
    let all = format!("{before} follow-ups put off");
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
    assert!(stage.press("enter").text().contains("2 contacts written down"), "{}", stage.text());
    stage.press("5 space space f").paste("ask for it").press("enter");
    assert!(stage.text().contains("2 follow-ups written down"), "{}", stage.text());
    // What is typed wrong is told once, and nothing is lost.
    stage.press("2 * f enter");
    assert_eq!(stage.session.model().place(), Place::Form);
}

#[test]
fn esc_unmarks_and_what_cannot_be_done_with_all_says_so() {
    let mut stage = usual();
    assert!(stage.press("* ").text().contains("marked"));
    assert!(stage.press("x").text().contains("cannot be done with all"), "{}", stage.text());
    let seen = stage.press("esc esc").text();
    assert!(!seen.contains("marked") && !seen.contains('✓'), "{seen}");
    // A second time unmarks, too, and the marks of one screen are not those of another.
    stage.press("2 space");
    assert!(!stage.press("5").text().contains("marked"));
    assert!(stage.press("2").text().contains("1 marked"));
    assert!(!stage.press("k space").text().contains("marked"));
}

#[test]
fn what_the_forecasts_ask_for_in_the_morning_is_planned_together() {
    let mut stage = usual();
    stage.press("space space P");
    let seen = stage.text();
    assert!(seen.contains("2 proposed deliveries planned"), "{seen}");
    assert!(stage.press("u").text().contains("Taken back: 2 proposed deliveries planned"));
    // What is promised already, or is no delivery at all, is not planned.
    assert!(stage.press("esc * P").text().contains("Only what is proposed"), "{}", stage.text());
}

#[test]
fn marked_doors_are_written_down_one_after_the_other_and_no_others() {
    let mut stage = usual();
    let seen = stage.press("j j space space d").text();
    assert!(seen.contains("Done at the door  1 of 2"), "{seen}");
    stage.press("enter");
    let seen = stage.text();
    assert!(seen.contains("Done at the door  2 of 2"), "{seen}");
    // Whoever leaves finds the door that is still to come marked.
    let seen = stage.press("esc").text();
    assert!(seen.contains("1 marked"), "{seen}");
    let seen = stage.press("d").text();
    assert!(seen.contains("1 of 1"), "{seen}");
    let seen = stage.press("enter").text();
    assert!(seen.contains("1 delivered, 0 skipped") && !seen.contains("marked"), "{seen}");
    // On the board it is the marked proposals, planned or not.
    let seen = stage.press("3 * d").text();
    assert!(seen.contains("Done at the door  1 of 2"), "{seen}");
}

#[test]
fn doors_and_follow_ups_are_not_written_down_together() {
    let mut stage = usual();
    stage.press("space l l space d");
    let seen = stage.text();
    assert!(seen.contains("follow-ups by themselves"), "{seen}");
}
