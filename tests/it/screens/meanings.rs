//! What a form shows while it is filled in: the meaning of what is typed, and what it leads to.

use ricejar::domain::shop::Language;

use super::shop::TestShop;
use super::stage::Stage;

fn usual(language: Language) -> Stage {
    Stage::new(TestShop::usual(), language, (120, 40))
}

/// Types a text into the field that has the focus and returns its row.
fn typed(stage: &mut Stage, text: &str) -> String {
    stage.press("ctrl-u").paste(text);
    let seen = stage.text();
    let label = &stage.session.model().form().unwrap().focused().unwrap().label;
    let row = seen.lines().rfind(|line| line.contains(label.as_str()) && line.contains(text));
    row.unwrap_or_else(|| panic!("{text} in\n{seen}")).trim().to_owned()
}

fn assert_meaning(stage: &mut Stage, text: &str, meaning: &str) {
    let row = typed(stage, text);
    assert!(row.contains(meaning), "{text}: {row}");
}

/// Moves to the field with a label.
fn field(stage: &mut Stage, label: &str) {
    for _ in 0..30 {
        let form = stage.session.model().form().expect("a form");
        if form.focused().is_some_and(|field| field.label == label) {
            return;
        }
        stage.press("tab");
    }
    panic!("no field {label} in\n{}", stage.text());
}

// B10
#[test]
fn a_payday_and_the_days_of_the_week_are_said_back_while_they_are_typed() {
    let mut stage = usual(Language::English);
    stage.press("2 a");
    field(&mut stage, "Payday");
    assert_meaning(&mut stage, "25", "= 25th: next Sat 25 Apr");
}

// B10
#[test]
fn an_amount_is_said_back_with_its_sign_and_its_thousands() {
    let mut stage = usual(Language::English);
    stage.press("2 / 0 0 9 enter enter n tab");
    assert_meaning(&mut stage, "1240", "= NT$1,240, owes");
    let row = typed(&mut stage, "120");
    assert!(!row.contains('='), "{row}");
}

// Issue 12: new level and next empty day before the visit is saved.
#[test]
fn the_form_at_the_door_shows_the_new_level_and_the_next_empty_day_as_they_will_be() {
    let mut stage = usual(Language::English);
    stage.press("d");
    assert_meaning(&mut stage, "2", "7 kg then");
    assert!(stage.text().contains("kg, empty 11 May then"), "{}", stage.text());
    // A share is of the capacity, and less sure.
    assert_meaning(&mut stage, "1/5", "= 2 kg, 7 kg then");
    assert!(stage.text().contains("kg, empty 12 May then"), "{}", stage.text());
    stage.press("enter");
    assert!(stage.text().contains("12 May"), "{}", stage.text());
}

// Issue 12
#[test]
fn a_narrow_door_cuts_no_day_and_no_amount() {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (40, 12)] {
            let mut stage = Stage::new(TestShop::usual(), language, (width, height));
            stage.press("d").paste("1/5");
            let seen = stage.text();
            let then = if language == Language::English { "7 kg then" } else { "送后有 7 kg" };
            assert!(width == 40 || seen.contains(then), "{seen}");
            assert!(!stage.detail_text().contains('…'), "{seen}");
        }
    }
}

// B10
#[test]
fn a_reading_shows_what_it_is_of_the_jar_and_the_next_empty_day() {
    let mut stage = usual(Language::English);
    stage.press("r");
    assert_meaning(&mut stage, "half", "empty");
}

#[test]
fn the_weights_of_the_months_are_asked_for_by_a_key_and_said_back() {
    let mut stage = usual(Language::English);
    stage.press("6 e ctrl-g");
    assert_meaning(&mut stage, "1.2 1 1", "= 3 of 12 months");
    let weights = "1.2 1 1 1 1 .8 .8 .8 1 1 1 1.2";
    assert_meaning(&mut stage, weights, "= Jan Dec ×1.2, Jun Jul Aug ×0.8");
    stage.press("enter 6 e");
    assert!(stage.text().contains("1.2,1,1,1,1,0.8,0.8,0.8,1,1,1,1.2"), "{}", stage.text());
}
