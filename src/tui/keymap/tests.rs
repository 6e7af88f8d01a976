//! The table of keys agrees with itself and with the catalogues.

use super::*;

#[test]
fn every_key_of_the_table_is_a_key() {
    for (row, binding) in TABLE.iter().zip(&Keymap::default().bindings) {
        assert_eq!(row.1.split(' ').count(), binding.keys.len(), "{}", binding.name);
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    let keymap = Keymap::default();
    for place in KeyContext::ALL {
        let mut taken = Vec::new();
        for binding in keymap.of(*place) {
            for key in &binding.keys {
                assert!(!taken.contains(key), "{key} twice in {place:?}");
                taken.push(*key);
            }
        }
    }
}

#[test]
fn every_key_has_a_word_for_the_footer_and_a_sentence_for_the_help() {
    let currency = crate::domain::Currency::from_code("TWD").unwrap();
    for language in crate::domain::shop::Language::ALL {
        let words = crate::i18n::Localizer::new(language, currency);
        for binding in &Keymap::default().bindings {
            let said = words.message(&binding.message(), &[]);
            assert_ne!(said.text, binding.message());
            assert!(said.hint.is_some(), "{}", binding.name);
        }
    }
}

#[test]
fn every_property_of_a_context_is_asked_for_by_a_row() {
    for flag in ContextFlags::all().iter() {
        let asks = |row: &&KeyRow| matches!(row.3, Scope::With(flags) if flags.contains(flag));
        assert!(TABLE.iter().any(|row| asks(&row)), "{flag:?}");
    }
}

#[test]
fn every_row_has_a_name_of_its_own() {
    let mut names: Vec<_> = TABLE.iter().map(|(name, ..)| name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), TABLE.len());
}

#[test]
fn single_letters_are_off_while_a_field_has_the_focus() {
    let keymap = Keymap::default();
    for place in KeyContext::ALL.iter().filter(|context| context.is_typed_in()) {
        for key in keymap.of(*place).flat_map(|binding| &binding.keys) {
            let typed =
                matches!(key.code, crate::tui::input::Code::Char(typed) if place.types(typed));
            assert!(key.ctrl || !typed, "{key}");
        }
    }
}
