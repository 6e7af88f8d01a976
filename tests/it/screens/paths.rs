//! Names of files as they come into a field: typed, pasted, or dropped on the terminal.

use std::fs;

use ricejar::domain::query::IncludeFormer;
use ricejar::domain::shop::Language;

use super::shop::TestShop;
use super::stage::Stage;

// F6, case 16
#[cfg(unix)]
#[test]
fn a_file_that_is_dropped_on_the_terminal_is_found() {
    let plain = |path: &str| path.to_owned();
    let quoted = |path: &str| format!("'{path}' ");
    let escaped = |path: &str| path.replace(' ', "\\ ");
    let address = |path: &str| format!("file://{}", path.replace(' ', "%20"));
    for dropped in [plain, quoted, escaped, address] as [fn(&str) -> String; 4] {
        let mut stage = Stage::new(TestShop::empty(), Language::English, (80, 24));
        let file = stage.shop.file().with_file_name("my list é.csv");
        fs::write(&file, "name\nDragged\n").unwrap();
        let text = dropped(file.to_str().unwrap());
        let seen = stage.press("i").paste(&text).press("enter").text();
        assert!(seen.contains("One row of customers imported"), "{text}: {seen}");
        assert_eq!(stage.shop.open_again().count_customers(IncludeFormer::With).unwrap(), 1);
    }
}

// A15
#[test]
fn an_address_is_no_name_of_a_file_in_any_form() {
    for (key, language, said) in [
        ("B", Language::English, "“:memory:” is an address"),
        ("E", Language::English, "“:memory:” is an address"),
        ("R", Language::English, "“:memory:” is an address"),
        ("I", Language::English, "“:memory:” is an address"),
        ("Z", Language::Chinese, "“:memory:”是一个地址，不是文件名"),
    ] {
        let mut stage = Stage::new(TestShop::usual(), language, (80, 24));
        let seen = stage.press(key).press("ctrl-u").paste(":memory:").press("enter").text();
        assert!(seen.contains(said), "{key}: {seen}");
    }
}

// Case 17
#[test]
fn csv_from_a_chinese_screen_can_be_read_by_a_spreadsheet_and_from_an_english_one_by_choice() {
    let bom = "\u{feff}".as_bytes();
    for (language, keys, marked) in [
        (Language::Chinese, "enter", true),
        (Language::Chinese, "tab tab space enter", false),
        (Language::English, "enter", false),
        (Language::English, "tab tab space enter", true),
    ] {
        let mut stage = Stage::new(TestShop::usual(), language, (80, 24));
        let file = stage.shop.file().with_file_name("out.csv");
        stage.press("E").paste(file.to_str().unwrap()).press(keys);
        let written = fs::read(&file).unwrap_or_else(|_| panic!("{}", stage.text()));
        assert_eq!(written.starts_with(bom), marked, "{language:?} {keys}");
    }
    let mut stage = Stage::new(TestShop::usual(), Language::Chinese, (80, 24));
    let file = stage.shop.file().with_file_name("out.json");
    stage.press("E").paste(file.to_str().unwrap()).press("enter");
    assert_eq!(fs::read(&file).unwrap()[0], b'[');
}

// A1
#[test]
fn a_file_that_belongs_to_the_notebook_is_no_place_for_another_one() {
    for key in ["B", "E", "Z"] {
        let mut stage = Stage::usual(80, 24);
        let mut part = stage.shop.file().into_os_string();
        part.push("-journal");
        let seen =
            stage.press(key).press("ctrl-u").paste(part.to_str().unwrap()).press("enter").text();
        assert!(seen.contains("belongs to the notebook"), "{key}: {seen}");
        assert!(!std::path::Path::new(&part).exists());
    }
}
