//! The keys of a place, as lines that are narrowed by typing: the help shows them, the palette does
//! one of them.

use super::rows::Scroll;
use super::text_field::TextField;
use crate::domain::search_key;
use crate::i18n::Localizer;
use crate::tui::keymap::{Binding, Intent};

/// What the lines are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// To read which keys there are.
    Read,
    /// To pick one and do it.
    Do,
}

/// A row of the table of keys, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyLine {
    /// The name of the row, which is the same in every language.
    pub name: &'static str,
    /// The keys: `Up  k`.
    pub keys: String,
    /// What the footer says of them.
    pub label: String,
    /// What they do.
    pub says: String,
    /// What they ask for.
    pub intent: Intent,
}

impl KeyLine {
    /// A row of the table in these words.
    pub fn new(binding: &Binding, words: &Localizer) -> Self {
        let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
        let said = words.message(&binding.message(), &[]);
        Self {
            name: binding.name,
            keys: keys.join("  "),
            says: said.hint.unwrap_or_else(|| said.text.clone()),
            label: said.text,
            intent: binding.intent,
        }
    }
}

/// The keys of a place, with what is typed to find one.
#[derive(Clone, PartialEq, Debug)]
pub struct HelpSheet {
    /// What the lines are for.
    pub used: Use,
    /// What is typed.
    pub typed: TextField,
    /// The selected line among those that are shown, and the first that is shown.
    pub scroll: Scroll,
    lines: Vec<KeyLine>,
    shown: Vec<usize>,
}

impl HelpSheet {
    /// These lines, all of them shown.
    pub fn new(used: Use, lines: Vec<KeyLine>) -> Self {
        let shown = (0..lines.len()).collect();
        Self { used, typed: TextField::default(), scroll: Scroll::default(), lines, shown }
    }

    /// Shows only the lines that hold every word typed, in what they do or in what the footer says of
    /// them (by its pinyin too), in their name, or as their key.
    pub fn narrow(&mut self) {
        let wanted = search_key::fold(self.typed.text());
        let holds = |line: &KeyLine| {
            let (says, label) =
                (search_key::search_forms(&line.says), search_key::search_forms(&line.label));
            let keys = search_key::fold(&line.keys);
            wanted.split(' ').all(|word| {
                says.contains(word)
                    || label.contains(word)
                    || line.name.contains(word)
                    || keys.split(' ').any(|key| key == word)
            })
        };
        let lines = self.lines.iter().enumerate();
        self.shown = lines.filter(|(_, line)| holds(line)).map(|(index, _)| index).collect();
        self.scroll = Scroll::default();
    }

    /// The lines that are shown.
    pub fn iter(&self) -> impl Iterator<Item = &KeyLine> {
        self.shown.iter().filter_map(|index| self.lines.get(*index))
    }

    /// What the selected line asks for.
    pub fn chosen(&self) -> Option<Intent> {
        self.iter().nth(self.scroll.at).map(|line| line.intent)
    }

    /// How many lines are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether no line is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// How many lines there are with nothing typed.
    pub fn all(&self) -> usize {
        self.lines.len()
    }
}
