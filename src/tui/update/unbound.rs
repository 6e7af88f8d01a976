//! A key that does nothing where it was pressed says so, and where it would do something.

use super::results;
use crate::i18n::Sentence;
use crate::tui::input::KeyPress;
use crate::tui::keymap::{Binding, KeyContext};
use crate::tui::model::{Model, ToastKind};
use crate::tui::msg::Effect;

/// Shows why a key does nothing. In a confirmation, other keys are ignored without a message.
pub(super) fn pressed(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    if model.place() == KeyContext::Confirm {
        return Vec::new();
    }
    let (words, shown) = (&model.words, key.to_string());
    let elsewhere = |binding: &&Binding| binding.keys.contains(&key) && named(binding).count() > 0;
    let hint = match model.keys.iter().find(elsewhere) {
        Some(binding) => {
            let places: Vec<String> = named(binding).map(|place| words.text(place)).collect();
            let places = places.join(&words.text("between-goods"));
            words.format("key-elsewhere", &[("places", places.into())])
        }
        None => words.text("key-nowhere"),
    };
    let text = words.format("key-not-here", &[("key", shown.into())]);
    results::show_toast(model, Sentence { text, hint: Some(hint) }, ToastKind::Plain);
    Vec::new()
}

/// Returns the names of the contexts of a row of the table, where they have one.
fn named(binding: &Binding) -> impl Iterator<Item = &'static str> {
    binding.scope.contexts().filter_map(KeyContext::message)
}
