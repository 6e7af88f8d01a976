//! What the jars teach: learned beside the screens, reviewed by hand, and shown for what it is worth.

use ricejar::app::{App, Error, StoreError};
use ricejar::domain::Rate;
use ricejar::domain::day::parse_iso;
use ricejar::domain::shop::Language;
use ricejar::tui::effects;
use ricejar::tui::input::{Input, KeyPress, MouseDid};
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::Overlay;
use ricejar::tui::msg::Question;
use ricejar::tui::query_queue::{Priority, QueuedQuery};

use super::shop::TestShop;
use super::stage::Stage;

fn used_otherwise(size: (u16, u16)) -> Stage {
    Stage::new(TestShop::used_otherwise(), Language::English, size)
}

/// Answers what can wait, as the thread beside the screens would; tells how often it learned, and whether
/// any of that has changed the screen.
fn answer_beside(stage: &mut Stage, beside: &mut App) -> (usize, bool) {
    let (mut learned, mut shown) = (0, false);
    loop {
        let asked = stage.session.take_queries();
        if asked.is_empty() {
            return (learned, shown);
        }
        for QueuedQuery { question, generation, .. } in asked {
            let learns = question == Question::Learn;
            let answer = effects::answer(beside, question).map(Box::new);
            let shows = stage.session.answered(generation, answer);
            learned += usize::from(learns);
            shown |= learns && shows;
        }
    }
}

fn sums(app: &App) -> Vec<(String, f64)> {
    app.jars(None).unwrap().into_iter().map(|row| (row.who.code, row.rate)).collect()
}

#[test]
fn on_the_smallest_screen_the_jars_to_review_are_said_behind_a_folded_panel() {
    let mut stage = used_otherwise((40, 12));
    let seen = stage.press("1").text();
    assert!(seen.contains("Follow up") && seen.contains("N: one jar's use"), "{seen}");
}

#[test]
fn what_the_jars_teach_is_learned_beside_the_screens_and_seen_as_any_other_change() {
    let (shop, app) = TestShop::used_otherwise();
    let mut beside = shop.open_again();
    let before = sums(&beside);
    let mut stage = Stage::new((shop, app), Language::English, (80, 24));
    assert!(!stage.session.pulse());
    assert_eq!(answer_beside(&mut stage, &mut beside), (1, false));
    assert_ne!(sums(&beside), before);
    assert!(stage.session.model().toast.is_none());
    // The next look at the file finds the change, and there is nothing more to learn from it.
    assert!(stage.session.pulse());
    assert_eq!(answer_beside(&mut stage, &mut beside), (1, false));
    assert!(!stage.session.pulse());
    assert!(stage.session.take_queries().is_empty());
}

#[test]
fn the_usual_shop_has_nothing_to_learn_and_nothing_moves() {
    let mut stage = Stage::usual(80, 24);
    let mut beside = stage.shop.open_again();
    assert_eq!(answer_beside(&mut stage, &mut beside), (1, false));
    assert!(!stage.session.pulse());
}

#[test]
fn learning_goes_on_page_by_page_after_whatever_else_is_asked() {
    let mut stage = used_otherwise((80, 24));
    let asked = stage.session.take_queries();
    let learn = asked.iter().find(|later| later.question == Question::Learn).unwrap();
    let more = || Ok(Box::new(ricejar::tui::msg::Answer::Learned(true)));
    assert!(!stage.session.answered(learn.generation, more()));
    let next = stage.session.take_queries();
    assert_eq!(next.iter().map(|later| &later.question).collect::<Vec<_>>(), [&Question::Learn]);
    assert!(Question::Learn.priority() > Question::Insights.priority());
    // Something else that was changed meanwhile does not end it.
    stage.press("p enter");
    stage.session.take_queries();
    assert!(!stage.session.answered(learn.generation, more()));
    assert_eq!(stage.session.take_queries().len(), 1);
}

#[test]
fn whoever_writes_is_not_disturbed_and_a_file_that_cannot_be_written_is_left_alone() {
    let (shop, app) = TestShop::used_otherwise();
    let mut beside = shop.open_again();
    let before = sums(&beside);
    let other = rusqlite::Connection::open(shop.file()).unwrap();
    let mut stage = Stage::new((shop, app), Language::English, (80, 24));
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = std::time::Instant::now();
    assert_eq!(answer_beside(&mut stage, &mut beside), (1, false));
    assert!(begun.elapsed() < std::time::Duration::from_secs(4));
    assert!(stage.session.model().toast.is_none());
    assert_eq!(sums(&beside), before);
    // After the next change it is tried again.
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    for key in ["u", "y"] {
        stage.session.on_input(Input::Key(KeyPress::parse(key).unwrap()));
    }
    assert_eq!(answer_beside(&mut stage, &mut beside), (1, false));
    assert_ne!(sums(&beside), before);
}

fn listed(stage: &Stage) -> usize {
    match stage.session.model().overlays.last() {
        Some(Overlay::Review(review)) => review.rows.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_jar_that_is_used_otherwise_is_noticed_and_accepted_by_a_key() {
    let mut stage = used_otherwise((80, 24));
    assert!(stage.text().contains("N: one jar's use has changed"), "{}", stage.text());
    stage.press("7");
    assert!(stage.text().contains("N: one jar's use has changed"), "{}", stage.text());
    let seen = stage.press("N").text();
    let row = seen.lines().find(|line| line.contains("C001")).unwrap();
    assert!(row.contains("0.13 L") && row.contains("0.34 L") && row.contains("oil"), "{row}");
    // Why, and whose it is, are a key away.
    assert!(stage.press("w").text().contains("Why: C001 王永庆"));
    stage.press("esc enter");
    assert_eq!(stage.session.model().page().unwrap().customer.code, "C001");
    stage.press("esc a");
    assert_eq!(listed(&stage), 0);
    let app = stage.shop.open_again();
    let why = app.why(app.customers_meant("C001", 1).unwrap()[0].id, oil()).unwrap();
    let rate = why.row.unwrap().rate;
    assert!(rate > 0.2, "{rate}");
    // The list says so, the key says why it does nothing, and the step can be taken back.
    assert!(stage.text().contains("No jar's use has changed"), "{}", stage.text());
    stage.press("a");
    assert!(stage.session.model().toast.is_some());
    stage.press("u");
    assert_eq!(listed(&stage), 1);
    stage.press("a esc 1");
    assert!(!stage.text().contains("another rate"), "{}", stage.text());
}

fn oil() -> ricejar::domain::id::ProductId {
    ricejar::domain::id::ProductId::new(2)
}

#[test]
fn a_jar_that_is_used_otherwise_is_pinned_at_the_rate_that_is_shown_or_another() {
    let mut stage = used_otherwise((80, 24));
    stage.press("N p");
    assert!(stage.text().contains("Use per day  0.34"), "{}", stage.text());
    stage.press("x enter");
    assert_eq!((stage.session.model().place(), listed_below(&stage)), (KeyContext::Form, 1));
    stage.press("backspace enter");
    assert_eq!(listed(&stage), 0);
    let app = stage.shop.open_again();
    let page = app.customer_page(app.customers_meant("C001", 1).unwrap()[0].id).unwrap();
    let pinned = page.jars.iter().find_map(|jar| jar.jar.pinned);
    assert_eq!(pinned, Some(Rate::parse_positive("0.34").unwrap()));
    stage.press("u");
    assert_eq!(listed(&stage), 1);
}

fn listed_below(stage: &Stage) -> usize {
    let review = |overlay: &Overlay| match overlay {
        Overlay::Review(review) => Some(review.rows.len()),
        _ => None,
    };
    stage.session.model().overlays.iter().find_map(review).unwrap()
}

#[test]
fn the_list_to_review_is_there_in_the_palette_and_for_the_mouse_and_follows_what_others_do() {
    let mut stage = used_otherwise((80, 24));
    stage.press(": c h a n g e d space r a t e enter");
    assert_eq!(stage.session.model().place(), KeyContext::Review);
    stage.mouse(MouseDid::DoubleClick, "C001");
    assert_eq!(stage.session.model().place(), KeyContext::Page);
    stage.press("esc G g down up");
    let mut app = stage.shop.open_again();
    let customer = app.customers_meant("C001", 1).unwrap()[0].id;
    let since = app.changed_since(customer, oil()).unwrap();
    assert_eq!(since, parse_iso("2025-12-29").unwrap());
    let patch =
        ricejar::domain::jar::JarPatch { learn_from: Some(Some(since)), ..Default::default() };
    app.perform(&ricejar::domain::Command::SetJar { customer, product: oil(), patch }).unwrap();
    stage.session.pulse();
    assert_eq!(listed(&stage), 0);
}

#[test]
fn how_good_the_forecasts_were_is_worked_out_beside_and_can_be_closed_meanwhile() {
    let mut stage = used_otherwise((80, 24));
    stage.press("7");
    stage.session.on_input(Input::Key(KeyPress::parse("A").unwrap()));
    let asked = stage.session.take_queries();
    assert_eq!(asked.last().map(|later| &later.question), Some(&Question::Accuracy));
    assert_eq!(Question::Accuracy.priority(), Priority::Report);
    assert!(stage.text().contains("Replaying every past delivery"), "{}", stage.text());
    // Closed and opened again it is not asked for once more, and a change does not make it worthless.
    stage.session.on_input(Input::Key(KeyPress::parse("esc").unwrap()));
    stage.session.on_input(Input::Key(KeyPress::parse("A").unwrap()));
    assert!(stage.session.take_queries().is_empty());
    stage.press("esc 1 p enter 7");
    let answer = effects::answer(&mut stage.shop.open_again(), Question::Accuracy).map(Box::new);
    assert!(stage.session.answered(asked[0].generation, answer));
    stage.session.on_input(Input::Key(KeyPress::parse("A").unwrap()));
    assert!(stage.session.take_queries().iter().all(|later| later.question != Question::Accuracy));
    let seen = stage.text();
    assert!(seen.contains("15 refills were compared"), "{seen}");
    assert!(stage.press("G").text().contains("K-factor"), "{}", stage.text());
}

#[test]
fn what_cannot_be_worked_out_leaves_nobody_waiting() {
    let mut stage = used_otherwise((80, 24));
    stage.press("7");
    stage.session.on_input(Input::Key(KeyPress::parse("A").unwrap()));
    let asked = stage.session.take_queries().pop().unwrap();
    let gone = Error::from(StoreError::Locked);
    stage.session.answered(asked.generation, Err(gone));
    assert!(stage.text().contains("It could not be computed."), "{}", stage.text());
    assert!(stage.press("esc esc A").text().contains("refills were compared"));
}
