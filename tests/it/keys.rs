//! The table of keys, the help, the README and the example of a configuration say the same.
//!
//! As with the pictures, `INSTA_UPDATE=always cargo test` writes what has changed into the files.

use std::path::{Path, PathBuf};

use ricejar::config::Settings;
use ricejar::domain::shop::Language;
use ricejar::i18n::Localizer;
use ricejar::tui::keymap::Keymap;
use ricejar::tui::model::{KeyLine, PaletteTarget};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn words() -> Localizer {
    crate::support::localizer(Language::English)
}

/// Asserts that a part of a file is so, or writes it there.
fn assert_part(name: &str, begin: &str, end: &str, expected: &str) {
    let text = std::fs::read_to_string(file(name)).unwrap();
    let (before, rest) = text.split_once(begin).unwrap();
    let (part, after) = rest.split_at(rest.find(end).unwrap_or(rest.len()));
    if part != expected && std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(file(name), format!("{before}{begin}{expected}{after}")).unwrap();
        return;
    }
    assert_eq!(part, expected, "{name} is not what the table of keys says");
}

#[test]
fn the_readme_lists_every_key_with_the_words_of_the_help() {
    let words = words();
    let keymap = Keymap::default();
    let rows: String = keymap
        .iter()
        .map(|binding| {
            let line = KeyLine::of_binding(binding, PaletteTarget::Here(binding.intent), &[&words]);
            let keys: Vec<_> = line.keys.split("  ").map(|key| format!("`{key}`")).collect();
            format!("| {} | {} | `{}` |\n", keys.join(" "), line.says, binding.name)
        })
        .collect();
    let table = format!("{rows}\n");
    assert_part(
        "README.md",
        "| keys | what they do | name |\n|---|---|---|\n",
        "## Commands",
        &table,
    );
}

#[test]
fn the_help_of_a_place_is_the_rows_of_the_table_for_it() {
    let words = words();
    let mut stage = super::screens::stage::Stage::usual(120, 110);
    let seen = stage.press("?").text();
    let keymap = Keymap::default();
    for binding in keymap.of(ricejar::tui::keymap::KeyContext::Today) {
        let line = KeyLine::of_binding(binding, PaletteTarget::Here(binding.intent), &[&words]);
        let row = seen.lines().any(|row| row.contains(&line.keys) && row.contains(&line.says));
        assert!(row, "{} is not in the help: {seen}", binding.name);
    }
}

#[test]
fn the_example_of_a_configuration_is_the_program_without_one() {
    let words = words();
    let rows: String = Keymap::default()
        .iter()
        .map(|binding| {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.written()).collect();
            let says =
                KeyLine::of_binding(binding, PaletteTarget::Here(binding.intent), &[&words]).says;
            format!("{} = \"{}\" # {says}\n", binding.name, keys.join(" "))
        })
        .collect();
    assert_part("assets/config.toml", "[keys]\n", "\u{0}", &rows);
    let text = std::fs::read_to_string(file("assets/config.toml")).unwrap();
    let settings = Settings::parse(&text).unwrap();
    assert_eq!(Settings { keys: Vec::new(), ..settings.clone() }, Settings::default());
    assert_eq!(Keymap::rebound(&settings.keys).unwrap(), Keymap::default());
}
