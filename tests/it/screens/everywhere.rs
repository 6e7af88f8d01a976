//! What works on every screen: the searchable help, the palette, and what is chosen at run time.

use ricejar::domain::shop::Language;
use ricejar::tui::input::{Code, Input, KeyPress};
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::Screen;

use super::shop::TestShop;
use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(80, 24)
}

#[test]
fn the_help_is_searched_by_typing_what_a_key_does_or_the_key_itself() {
    let mut stage = usual();
    let seen = stage.press("?").paste("payment").text();
    assert!(seen.contains("Record a payment"), "{seen}");
    assert!(!seen.contains("Undo the last change"), "{seen}");
    let seen = stage.press("ctrl-u").paste("ctrl-r").text();
    assert!(seen.contains("Redo what was undone"), "{seen}");
    let seen = stage.press("ctrl-u").paste("qqqq").text();
    assert!(seen.contains("Nothing found."), "{seen}");
    stage.press("esc");
    assert_eq!(stage.session.model().place(), KeyContext::Today);
}

#[test]
fn in_chinese_the_help_is_searched_by_pinyin_too() {
    let mut stage = Stage::new(TestShop::usual(), Language::Chinese, (80, 24));
    for typed in ["收款", "shoukuan", "pay"] {
        let seen = stage.press("?").paste(typed).text();
        assert!(seen.contains(" p"), "{seen}");
        assert!(!seen.contains(" w "), "{seen}");
        stage.press("esc");
    }
}

#[test]
fn the_help_and_the_palette_find_the_words_of_the_footer() {
    let mut stage = Stage::new(TestShop::usual(), Language::Chinese, (80, 24));
    for (typed, key) in [("导出", " E "), ("核对", " C ")] {
        for open in ["?", ":"] {
            let seen = stage.press(open).paste(typed).text();
            assert!(seen.contains(key), "{open} {typed}: {seen}");
            stage.press("esc");
        }
    }
}

#[test]
fn a_key_that_is_for_other_places_says_which_and_any_other_where_the_keys_stand() {
    let mut stage = usual();
    let seen = stage.press("2 d").text();
    assert!(seen.contains("d does nothing here."), "{seen}");
    assert!(seen.contains("This key works on: Today, Deliveries, Follow-ups"), "{seen}");
    let seen = stage.press("6 p").text();
    assert!(seen.contains("p does nothing here."), "{seen}");
    let seen = stage.press("1 w ctrl-t").text();
    assert!(seen.contains("Ctrl-T does nothing here."), "{seen}");
    assert!(seen.contains("The bottom line shows the keys that work here."), "{seen}");
    // Where something is typed, and where a question waits, nothing is said about other keys.
    let seen = stage.press("esc esc 2 a ctrl-t").text();
    assert!(!seen.contains("Ctrl-T does nothing"), "{seen}");
}

#[test]
fn the_last_line_leaves_out_what_an_empty_journal_and_a_new_notebook_have_no_use_for() {
    let mut stage = Stage::new(TestShop::empty(), Language::English, (120, 24));
    let last = |seen: String| seen.lines().last().unwrap_or_default().to_owned();
    let keys = last(stage.text());
    assert!(keys.contains("a add") && !keys.contains("find"), "{keys}");
    let keys = last(stage.press("J").text());
    assert!(keys.contains("Esc close") && !keys.contains("Enter"), "{keys}");
    assert!(!keys.contains("undo"), "{keys}");
}

#[test]
fn what_takes_a_moment_to_be_read_says_so_in_the_meantime() {
    for (screen, name) in [('6', "Products"), ('7', "Best customers"), ('3', "Week of Mon 23 Mar")]
    {
        let mut stage = usual();
        stage.session.on_input(Input::Key(KeyPress { code: Code::Char(screen), ctrl: false }));
        let seen = stage.text_at_once();
        assert!(seen.contains(name), "{seen}");
        // The round is there at once; the others are not.
        assert_eq!(seen.contains("Loading"), screen != '3', "{seen}");
        assert!(!stage.text().contains("Loading"));
    }
}

#[test]
fn the_palette_does_what_is_picked_as_its_key_would() {
    let mut stage = usual();
    stage.press(":").paste("payment").press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
    stage.press("enter");
    assert!(stage.text().contains("C009 张伯 paid 120"));
    stage.press(":").paste("last change").press("enter");
    assert!(stage.text().contains("Undone: C009 张伯 paid 120"));
    stage.press(":").paste("show customers").press("enter");
    assert_eq!(stage.session.model().screen, Screen::Customers);
}

#[test]
fn the_palette_offers_only_what_can_be_done_here() {
    let mut stage = Stage::new(TestShop::empty(), Language::English, (80, 24));
    let seen = stage.press(":").text();
    assert!(!seen.contains("Record a payment"), "{seen}");
    assert!(seen.contains("Show Today"), "{seen}");
    // Nothing is found, and that is said; the palette stays.
    let seen = stage.paste("qqqq").press("enter").text();
    assert!(seen.contains("Nothing found."), "{seen}");
    assert_eq!(stage.session.model().place(), KeyContext::Palette);
}

#[test]
fn the_palette_on_a_page_acts_on_its_customer() {
    let mut stage = usual();
    stage.press("enter :").paste("payment").press("down up enter");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
    stage.press("esc");
    assert_eq!(stage.session.model().place(), KeyContext::Page);
}

#[test]
fn the_language_is_changed_at_this_terminal_and_the_shop_keeps_its_own() {
    let mut stage = usual();
    let before = stage.shop.open_again().shop().unwrap();
    let seen = stage.press("f2").text();
    assert!(seen.contains("今日") && seen.contains("现在使用中文。"), "{seen}");
    let seen = stage.press("f2").text();
    assert!(seen.contains("Today") && seen.contains("The language is English now."), "{seen}");
    assert_eq!(stage.shop.open_again().shop().unwrap(), before);
}

#[test]
fn one_key_hides_telephone_numbers_and_money_on_every_screen() {
    let mut stage = Stage::usual(160, 40);
    let secrets = ["0900", "720", "620", "1,700", "880"];
    let shown: String =
        ["1", "2", "3", "4", "2 enter", "esc"].map(|keys| stage.press(keys).text()).concat();
    assert!(shown.contains("0900") && shown.contains("720"), "{shown}");
    stage.press("1 ctrl-p");
    for keys in ["1", "2", "3", "4", "2 enter", "p", "esc esc 1"] {
        let seen = stage.press(keys).text();
        for secret in secrets {
            assert!(!seen.contains(secret), "{keys} shows {secret}: {seen}");
        }
    }
    assert!(stage.text().contains("***"));
    // It stays so in another language, until the key is pressed again.
    assert!(!stage.press("f2").text().contains("720"));
    assert!(stage.press("f2 ctrl-p").text().contains("720"));
}

#[test]
fn a_telephone_number_or_an_address_is_copied_and_that_is_said() {
    let mut stage = usual();
    stage.press("2 y");
    let copied = stage.session.take_copied().unwrap();
    assert!(copied.starts_with("0900"), "{copied}");
    assert!(stage.text().contains(&format!("Copied: {copied}")));
    assert_eq!(stage.session.take_copied(), None);
    // A page and a row that shows no telephone number know it too.
    stage.press("enter y");
    assert_eq!(stage.session.take_copied(), Some(copied));
    let mut nobody = Stage::new(TestShop::empty(), Language::English, (80, 24));
    assert!(nobody.press("y").text().contains("No row is selected."));
    assert_eq!(nobody.session.take_copied(), None);
}

#[test]
fn a_window_that_is_too_small_says_so() {
    for size in [(23, 24), (80, 5), (10, 3), (1, 1), (0, 0)] {
        let mut stage = Stage::new(TestShop::usual(), Language::English, size);
        let seen = stage.text();
        assert!(!seen.contains("Today"), "{seen}");
        if size.0 >= 10 && size.1 > 1 {
            assert!(seen.starts_with("This"), "{seen}");
        }
    }
}

#[test]
fn a_file_that_is_removed_or_replaced_is_told_once_and_nothing_is_written_into_the_void() {
    let mut stage = usual();
    let (file, aside) = (stage.shop.file(), stage.shop.file().with_extension("aside"));
    std::fs::rename(&file, &aside).unwrap();
    assert!(stage.session.pulse());
    let seen = stage.text();
    assert!(seen.contains("was removed while it was open"), "{seen}");
    let seen = stage.press("esc p enter").text();
    assert!(seen.contains("was removed while it was open"), "{seen}");
    assert_eq!(stage.session.model().place(), KeyContext::Entry);
    // Back in its place, the form that was kept is saved.
    std::fs::rename(&aside, &file).unwrap();
    assert!(!stage.session.pulse());
    assert!(stage.press("enter").text().contains("paid 120"));
    std::fs::copy(&file, &aside).unwrap();
    std::fs::rename(&aside, &file).unwrap();
    stage.session.pulse();
    let seen = stage.text();
    assert!(seen.contains("was replaced by another file"), "{seen}");
}

#[test]
fn a_new_notebook_tells_how_to_begin_until_the_first_customer_is_there() {
    let mut stage = Stage::new(TestShop::empty(), Language::English, (80, 24));
    let seen = stage.text();
    for way in
        ["ricejar customer add NAME", "ricejar import FILE --into customers", "ricejar --demo"]
    {
        assert!(seen.contains(way), "{seen}");
    }
    let mut other = stage.shop.open_again();
    let patch = ricejar::domain::customer::CustomerPatch {
        name: Some("林阿嬷".to_owned()),
        ..Default::default()
    };
    let on = other.today();
    let first = ricejar::domain::Command::AddCustomer { patch, opening: None, on };
    other.perform(&first).unwrap();
    assert!(stage.session.pulse());
    let seen = stage.text();
    assert!(seen.contains("Nothing to deliver today."), "{seen}");
}

// F11
#[test]
fn the_palette_opens_the_page_of_a_customer_by_name() {
    let mut stage = usual();
    let seen = stage.press("6 :").paste("C102").text();
    assert!(seen.contains("C102 林阿嬷"), "{seen}");
    stage.press("enter");
    assert_eq!(stage.session.model().place(), KeyContext::Page);
}

// F11
#[test]
fn the_help_is_grouped_and_none_of_its_lines_is_cut() {
    for (size, language) in [((80, 24), Language::English), ((40, 12), Language::Chinese)] {
        let mut stage = Stage::new(TestShop::usual(), language, size);
        let seen = stage.press("2 ?").text();
        let heading = stage.session.model().words.text("help-do");
        assert!(seen.contains(&heading), "{seen}");
        for _ in 0..12 {
            let seen = stage.text();
            // The sign of a cut line stands before the frame.
            assert!(!seen.contains("… │"), "{seen}");
            stage.press("page-down");
        }
    }
}

// F12
#[test]
fn the_first_steps_of_a_new_shop_are_shown_until_they_are_taken() {
    let mut stage = Stage::new(TestShop::empty(), Language::English, (80, 24));
    stage.press("2 a").paste("Lin").press("enter 1");
    let seen = stage.text();
    assert!(seen.contains("First steps"), "{seen}");
    assert!(seen.contains("✓ 2 a  Add a customer"), "{seen}");
    assert!(seen.contains("○ 6 a  Add the products that you sell"), "{seen}");
    let mut usual = usual();
    usual.press("< > T");
    assert!(!usual.text().contains("First steps"), "{}", usual.text());
}

// F12
#[test]
fn a_search_says_that_former_customers_match_and_which_key_shows_them() {
    let mut stage = usual();
    stage.press("2 / 1 0 2 enter enter L").paste("搬走了").press("enter esc");
    let seen = stage.text();
    assert!(seen.contains("one former customer matches: press v"), "{seen}");
    assert!(!stage.press("v").text().contains("former customer matches"));
    assert!(stage.text().contains("C102"), "{}", stage.text());
}
