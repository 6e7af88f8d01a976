//! What each screen looks like, and what can lie over it.
//!
//! A screen has one full picture at each size; the English one of 80x24 comes with the tones of its words. All else is
//! shown at 80x24, in both languages, and cropped to the frame that has the focus; the lines of keys below them stand
//! together in one picture.

use insta::assert_snapshot;
use ricejar::app::App;
use ricejar::domain::shop::Language;

use super::shop::TestShop;
use super::stage::Stage;

const USUAL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);
const SMALL: (u16, u16) = (40, 12);

/// Every screen, with the keys that lead to it.
const SCREENS: [(&str, &str); 8] = [
    ("today", "1"),
    ("customers", "2"),
    ("deliveries", "3"),
    ("follow_ups", "4"),
    ("tabs", "5"),
    ("products", "6"),
    ("insights", "7"),
    ("journal", "J"),
];

/// What can lie over a screen on a usual day, with the keys that lead to it.
const OVER: &[(&str, &str)] = &[
    ("page", "2 down down down down enter"),
    ("page_of_two_jars", "2 / 1 2 0 enter enter right"),
    ("page_field", "2 down down down down enter down down"),
    ("door", "d"),
    ("door_refused", "d x enter"),
    ("payment", "p"),
    ("snooze", "down s"),
    ("outcome", "4 d"),
    ("miss", "down m tab"),
    ("contact", "c"),
    ("customer_new", "2 a"),
    ("page_in_row", "2 / 1 0 2 enter enter down enter tab x enter"),
    ("page_not_known", "2 / 1 0 2 enter enter down down down down down down down enter shift-tab"),
    ("customer_edit", "2 enter e shift-tab shift-tab shift-tab shift-tab shift-tab l"),
    ("household", "2 enter H"),
    ("away", "2 enter A"),
    ("leave", "2 enter L"),
    ("who_left", "2 down down enter L enter esc esc v"),
    ("jar", "2 enter J"),
    ("jar_new", "2 enter a z"),
    ("follow_up", "f"),
    ("complaint", "F"),
    ("marked", "3 G space"),
    ("evening", "3 D enter"),
    ("yesterday", "d enter < < d enter"),
    ("tomorrow", ">"),
    ("stages", "3 d enter m x enter P x enter esc"),
    ("cancel", "3 x n o"),
    ("which_lines", "J /"),
    ("jars", "W"),
    ("restore_sure", "R a . r i c e j a r enter"),
    ("demo_size", "Z"),
    ("door_more", "d ctrl-g"),
    ("stages_today", "d enter m x enter esc"),
    ("marked_follow_ups", "4 space space s"),
    ("marked_today", "space right space"),
    ("import", "I tab"),
    ("export", "E enter"),
    ("backup", "B"),
    ("bring", "b tab"),
    ("read_jar", "r"),
    ("why", "w"),
    ("help", "?"),
    ("help_found", "? w h y"),
    ("palette", ":"),
    ("veil", "2 ctrl-p"),
    ("palette_found", ": p a y"),
    ("filter", "/ l a m"),
    ("toast", "p enter"),
    ("rules", "S"),
];

/// The figures of a usual day beyond the screens themselves.
const FIGURES: &[(&str, &str)] = &[
    ("insights_right", "7 right right"),
    ("statement", "5 t"),
    ("entry", "5 t n"),
    ("product_new", "6 a"),
    ("product_edit", "6 e"),
    ("receive", "6 r"),
    ("count", "6 c x enter"),
    ("order", "6 o tab"),
    ("journal_line", "J enter"),
    ("journal_of", "2 V"),
];

/// What the jars teach, where somebody uses more than before.
const LEARNED: &[(&str, &str)] = &[
    ("today", "1"),
    ("insights", "7"),
    ("review", "N"),
    ("review_none", "N a"),
    ("pin", "N p"),
    ("why", "N w"),
    ("accuracy", "7 A"),
    ("accuracy_end", "7 A G"),
];

/// The screen that these keys lead to.
fn at(shop: (TestShop, App), language: Language, size: (u16, u16), keys: &str) -> Stage {
    let mut stage = Stage::new(shop, language, size);
    stage.press(keys);
    stage
}

/// Compares the details that keys lead to, each in both languages, and the keys below all of them.
fn compare_details(group: &str, shop: impl Fn() -> (TestShop, App), details: &[(&str, &str)]) {
    let mut footers = String::new();
    for (what, keys) in details {
        let [mut english, mut chinese] =
            Language::ALL.map(|language| at(shop(), language, USUAL, keys));
        let picture = format!("{}\n\n{}", english.detail(), chinese.detail_text());
        assert_snapshot!(format!("{group}_{what}"), picture);
        footers.push_str(&format!("{what}\n{}\n{}\n", english.footer(), chinese.footer()));
    }
    assert_snapshot!(format!("{group}_keys"), footers);
}

#[test]
fn a_usual_day() {
    for (screen, keys) in SCREENS {
        let seen = |language, size| at(TestShop::usual(), language, size, keys);
        let pictures = [
            seen(Language::English, USUAL).picture(),
            seen(Language::English, WIDE).text(),
            seen(Language::English, SMALL).text(),
            seen(Language::Chinese, USUAL).text(),
            seen(Language::Chinese, SMALL).text(),
        ];
        assert_snapshot!(format!("usual_{screen}"), pictures.join("\n\n"));
    }
}

#[test]
fn an_empty_shop() {
    let texts = Language::ALL.map(|language| {
        SCREENS
            .map(|(_, keys)| at(TestShop::empty(), language, USUAL, keys).detail_text())
            .join("\n\n")
    });
    assert_snapshot!("empty", texts.join("\n\n"));
}

#[test]
fn what_lies_over_a_screen() {
    compare_details("over", TestShop::usual, OVER);
}

#[test]
fn the_figures_of_a_usual_day() {
    compare_details("figures", TestShop::usual, FIGURES);
}

#[test]
fn what_the_jars_teach() {
    compare_details("learned", TestShop::used_otherwise, LEARNED);
}

#[test]
fn a_small_window_shows_the_same() {
    for (what, keys) in [("door", "d"), ("page", "2 enter"), ("help", "?"), ("why", "w")] {
        let seen = |language| at(TestShop::usual(), language, SMALL, keys).text();
        assert_snapshot!(format!("small_{what}"), Language::ALL.map(seen).join("\n\n"));
    }
}

#[test]
fn a_window_that_is_too_small() {
    let seen = |language| at(TestShop::usual(), language, (23, 6), "").text();
    assert_snapshot!("too_small", Language::ALL.map(seen).join("\n\n"));
}
