//! What the jars teach: learned beside the screens, reviewed by hand, and shown for what it is worth.

use ricejar::app::App;
use ricejar::domain::shop::Language;
use ricejar::tui::effects;
use ricejar::tui::input::{Input, Key};
use ricejar::tui::msg::{Later, Question};

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
        let asked = stage.session.take_later();
        if asked.is_empty() {
            return (learned, shown);
        }
        for Later { question, reading } in asked {
            let learns = question == Question::Learn;
            let answer = effects::answer(beside, question).map(Box::new);
            let shows = stage.session.answered(reading, answer);
            learned += usize::from(learns);
            shown |= learns && shows;
        }
    }
}

fn sums(app: &App) -> Vec<(String, f64)> {
    app.jars(None).unwrap().into_iter().map(|row| (row.who.code, row.rate)).collect()
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
    assert!(stage.session.take_later().is_empty());
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
    let asked = stage.session.take_later();
    let learn = asked.iter().find(|later| later.question == Question::Learn).unwrap();
    let more = || Ok(Box::new(ricejar::tui::msg::Answer::Learned(true)));
    assert!(!stage.session.answered(learn.reading, more()));
    let next = stage.session.take_later();
    assert_eq!(next.iter().map(|later| &later.question).collect::<Vec<_>>(), [&Question::Learn]);
    assert!(Question::Learn.can_wait() && !Question::Insights.can_wait());
    // Something else that was changed meanwhile does not end it.
    stage.press("p enter");
    stage.session.take_later();
    assert!(!stage.session.answered(learn.reading, more()));
    assert_eq!(stage.session.take_later().len(), 1);
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
    stage.session.take(Input::Key(Key::parse("u").unwrap()));
    assert_eq!(answer_beside(&mut stage, &mut beside), (1, false));
    assert_ne!(sums(&beside), before);
}
