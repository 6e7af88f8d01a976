//! What works on every screen: the searchable help, the palette, and what is chosen at run time.

use ricejar::domain::shop::Language;
use ricejar::tui::keymap::Place;
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
    assert!(seen.contains("Write a payment down"), "{seen}");
    assert!(!seen.contains("Take the last change back"), "{seen}");
    let seen = stage.press("ctrl-u").paste("ctrl-r").text();
    assert!(seen.contains("Do again what was taken back"), "{seen}");
    let seen = stage.press("ctrl-u").paste("qqqq").text();
    assert!(seen.contains("Nothing found."), "{seen}");
    stage.press("esc");
    assert_eq!(stage.session.model().place(), Place::Today);
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
fn the_palette_does_what_is_picked_as_its_key_would() {
    let mut stage = usual();
    stage.press(":").paste("payment").press("enter");
    assert_eq!(stage.session.model().place(), Place::Form);
    stage.press("enter");
    assert!(stage.text().contains("C009 张伯 paid 120"));
    stage.press(":").paste("last change").press("enter");
    assert!(stage.text().contains("Taken back: C009 张伯 paid 120"));
    stage.press(":").paste("show customers").press("enter");
    assert_eq!(stage.session.model().screen, Screen::Customers);
}

#[test]
fn the_palette_offers_only_what_can_be_done_here() {
    let mut stage = Stage::new(TestShop::empty(), Language::English, (80, 24));
    let seen = stage.press(":").text();
    assert!(!seen.contains("Write a payment down"), "{seen}");
    assert!(seen.contains("Show Customers"), "{seen}");
    // Nothing is found, and that is said; the palette stays.
    let seen = stage.paste("qqqq").press("enter").text();
    assert!(seen.contains("Nothing found."), "{seen}");
    assert_eq!(stage.session.model().place(), Place::Palette);
}

#[test]
fn the_palette_on_a_page_acts_on_its_customer() {
    let mut stage = usual();
    stage.press("enter :").paste("payment").press("down up enter");
    assert_eq!(stage.session.model().place(), Place::Form);
    stage.press("esc");
    assert_eq!(stage.session.model().place(), Place::Page);
}
