//! What each screen looks like: at three sizes, in both languages, usual and empty. The 80x24 picture
//! in English comes with its styles.

use insta::assert_snapshot;
use ricejar::domain::shop::Language;

use super::shop::TestShop;
use super::stage::Stage;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

fn name(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Chinese => "zh",
    }
}

/// The screen that these keys lead to, at every size.
fn at_every_size(
    open: impl Fn() -> (TestShop, ricejar::app::App),
    language: Language,
    keys: &str,
) -> String {
    let picture = |size: (u16, u16)| {
        let mut stage = Stage::new(open(), language, size);
        stage.press(keys);
        let styled = language == Language::English && size == (80, 24);
        let seen = if styled { stage.picture() } else { stage.text() };
        format!("{}x{}\n{seen}\n", size.0, size.1)
    };
    SIZES.map(picture).join("\n")
}

#[test]
fn a_usual_day() {
    for language in Language::ALL {
        for (screen, keys) in
            [("today", "1"), ("customers", "2"), ("deliveries", "3"), ("follow_ups", "4")]
        {
            let pictures = at_every_size(TestShop::usual, language, keys);
            assert_snapshot!(format!("usual_{screen}_{}", name(language)), pictures);
        }
    }
}

#[test]
fn an_empty_shop() {
    for language in Language::ALL {
        for (screen, keys) in
            [("today", "1"), ("customers", "2"), ("deliveries", "3"), ("follow_ups", "4")]
        {
            let pictures = at_every_size(TestShop::empty, language, keys);
            assert_snapshot!(format!("empty_{screen}_{}", name(language)), pictures);
        }
    }
}

#[test]
fn what_lies_over_a_screen() {
    for language in Language::ALL {
        for (what, keys) in [
            ("page", "2 down down down down enter"),
            ("page_of_two_jars", "2 / 1 2 0 enter enter right"),
            ("page_field", "2 down down down down enter down down"),
            ("door", "d"),
            ("door_refused", "d x enter"),
            ("payment", "p"),
            ("snooze", "down down s"),
            ("outcome", "4 d"),
            ("miss", "down down m tab"),
            ("contact", "c"),
            ("customer_new", "2 a"),
            ("page_in_row", "2 / 1 0 2 enter enter down enter tab x enter"),
            (
                "page_not_known",
                "2 / 1 0 2 enter enter down down down down down down down enter shift-tab",
            ),
            ("customer_edit", "2 enter e shift-tab shift-tab shift-tab shift-tab shift-tab l"),
            ("household", "2 enter H"),
            ("away", "2 enter A"),
            ("leave", "2 enter L"),
            ("who_left", "2 down down enter L enter esc esc v"),
            ("jar", "2 enter J"),
            ("jar_new", "2 enter a z"),
            ("follow_up", "f"),
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
            ("stages_today", "d enter j m x enter esc"),
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
        ] {
            let pictures = at_every_size(TestShop::usual, language, keys);
            assert_snapshot!(format!("over_{what}_{}", name(language)), pictures);
        }
    }
}

#[test]
fn the_figures_of_a_usual_day_and_of_an_empty_shop() {
    for language in Language::ALL {
        for (screen, keys) in [
            ("tabs", "5"),
            ("products", "6"),
            ("insights", "7"),
            ("insights_right", "7 right right"),
            ("statement", "5 t"),
            ("entry", "5 t n"),
            ("product_new", "6 a"),
            ("product_edit", "6 e"),
            ("receive", "6 r"),
            ("count", "6 c x enter"),
            ("order", "6 o tab"),
            ("journal", "J"),
            ("journal_line", "J enter"),
            ("journal_of", "2 V"),
        ] {
            let pictures = at_every_size(TestShop::usual, language, keys);
            assert_snapshot!(format!("figures_{screen}_{}", name(language)), pictures);
        }
        for (screen, keys) in
            [("tabs", "5"), ("products", "6"), ("insights", "7"), ("journal", "J")]
        {
            let pictures = at_every_size(TestShop::empty, language, keys);
            assert_snapshot!(format!("figures_empty_{screen}_{}", name(language)), pictures);
        }
    }
}

#[test]
fn what_the_jars_teach() {
    for language in Language::ALL {
        for (what, keys) in [
            ("today", "1"),
            ("insights", "7"),
            ("review", "N"),
            ("review_none", "N a"),
            ("pin", "N p"),
            ("why", "N w"),
            ("accuracy", "7 A"),
            ("accuracy_end", "7 A G"),
        ] {
            let pictures = at_every_size(TestShop::used_otherwise, language, keys);
            assert_snapshot!(format!("learned_{what}_{}", name(language)), pictures);
        }
    }
}

#[test]
fn a_window_that_is_too_small() {
    for language in Language::ALL {
        let mut stage = Stage::new(TestShop::usual(), language, (23, 6));
        assert_snapshot!(format!("too_small_{}", name(language)), stage.text());
    }
}
