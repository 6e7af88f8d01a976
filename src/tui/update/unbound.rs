//! A key that does nothing where it was pressed says so, and where it would do something.

use super::telling;
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Place};
use crate::tui::model::{Model, Mood};
use crate::tui::msg::Effect;
use crate::words::Sentence;

/// Says why nothing happens. A question waits for its answer, whatever else is pressed.
pub(super) fn pressed(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.place() == Place::Confirm {
        return Vec::new();
    }
    let (words, shown) = (&model.words, key.to_string());
    let elsewhere = |binding: &&Binding| binding.keys.contains(&key) && named(binding).count() > 0;
    let hint = match model.keys.iter().find(elsewhere) {
        Some(binding) => {
            let places: Vec<String> = named(binding).map(|place| words.say(place)).collect();
            let places = places.join(&words.say("between-goods"));
            let does = words.say(&binding.message());
            words.tell("key-elsewhere", &[("does", does.into()), ("places", places.into())])
        }
        None => words.say("key-nowhere"),
    };
    let text = words.tell("key-not-here", &[("key", shown.into())]);
    telling::say(model, Sentence { text, hint: Some(hint) }, Mood::Plain);
    Vec::new()
}

/// The places of a row of the table that have a name.
fn named(binding: &Binding) -> impl Iterator<Item = &'static str> {
    binding.places.iter().filter_map(|place| place.message())
}
