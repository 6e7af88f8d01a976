//! Long texts in the fields and on the screens.

use super::stage::Stage;

// A13, A16.
#[test]
fn a_long_paste_is_cut_at_the_limit_of_its_field_and_the_form_says_so() {
    let mut stage = Stage::usual(80, 24);
    let long = "林".repeat(64 * 1024);
    let seen = stage.press("2 a").paste(&long).text();
    assert!(seen.contains("Cut after 200 characters: the rest does not fit."), "{seen}");
    let typed = stage.session.model().form().unwrap().focused().unwrap().text().to_owned();
    assert_eq!(typed, "林".repeat(200));
    // The next key says nothing of it, and what is there can be saved.
    assert!(!stage.press("backspace").text().contains("Cut after"));
    stage.press("enter");
    let rows = stage.shop.open_again().customers_meant(&"林".repeat(199), 2).unwrap();
    assert_eq!(rows.len(), 1);
}

// A9.
#[test]
fn a_name_of_nothing_visible_is_refused_at_its_field() {
    let mut stage = Stage::usual(80, 24);
    let seen = stage.press("2 a").paste("\u{200b}").press("enter").text();
    assert!(seen.contains("A customer needs a name."), "{seen}");
    // Whatever is wrong has the focus.
    stage.press("tab").paste("next door").press("enter");
    let seen = stage.paste("Ann").press("enter").text();
    assert!(seen.contains("“next door” has no digit"), "{seen}");
}

// A16: in a debug build this takes minutes if a screen walks the whole of what it shows a part of.
#[test]
fn a_name_of_megabytes_in_an_older_notebook_is_drawn_as_fast_as_any_other() {
    let mut stage = Stage::usual(80, 24);
    let file = rusqlite::Connection::open(stage.shop.file()).unwrap();
    let long = "林阿嬷 a\u{301}👨‍👩‍👧".repeat(40_000);
    for column in ["name", "area", "address", "note", "door_note", "tags", "phones"] {
        file.execute(&format!("UPDATE customer SET {column} = ?1 WHERE id = 1"), [&long]).unwrap();
    }
    file.execute("UPDATE action SET about = ?1, detail = ?1", [&long]).unwrap();
    file.execute("UPDATE product SET name = ?1 WHERE id = 1", [&long]).unwrap();
    for keys in
        ["1", "2", "enter", "e", "esc", "tab tab e", "esc", "esc", "3", "4", "5", "6", "7", "J"]
    {
        stage.press(keys);
        for _ in 0..20 {
            let seen = stage.text();
            assert!(seen.len() < 80 * 24 * 32, "{keys}");
        }
    }
    assert_eq!(stage.press("esc esc esc 2 p").paste("5").press("enter").text().lines().count(), 24);
}

// F2.
#[test]
fn long_names_hide_neither_quantities_nor_jars_nor_money() {
    for letters in [30, 200] {
        let mut stage = Stage::usual(80, 24);
        let file = rusqlite::Connection::open(stage.shop.file()).unwrap();
        let long = "林".repeat(letters);
        file.execute("UPDATE customer SET name = ?1", [&long]).unwrap();
        let today = stage.press("7 1").text();
        assert!(today.contains("kg"), "{today}");
        let page = stage.press("2 enter").text();
        assert!(page.contains("珍珠米") && page.contains("kg left"), "{page}");
        let paid = stage.press("p").paste("5").press("enter").text();
        assert!(paid.contains("paid 5"), "{paid}");
    }
}

// F14.
#[test]
fn the_reason_for_a_debt_is_told_on_the_lists_of_debts() {
    let mut stage = Stage::usual(80, 24);
    let why = stage.press("5 w").text();
    assert!(why.contains("owes") && why.contains("Due"), "{why}");
    let why = stage.press("esc 1 right w").text();
    assert!(why.contains("owes") && why.contains("Due"), "{why}");
}

// F14.
#[test]
fn a_page_on_a_small_screen_goes_on_below_what_does_not_fit() {
    let mut stage = Stage::usual(40, 12);
    stage.press("2 enter");
    for _ in 0..8 {
        let page = stage.text();
        let cut = page.lines().skip(3).find(|line| line.contains('…'));
        assert_eq!(cut, None, "{page}");
        stage.press("page-down");
    }
}
