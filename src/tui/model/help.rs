//! The key bindings of a screen, as lines that typing filters: the help shows them, and the palette
//! executes one of them.

use super::rows::Scroll;
use super::text_field::TextField;
use crate::domain::search_key;
use crate::i18n::Localizer;
use crate::tui::keymap::{Binding, Intent};

/// The purpose for which the lines are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// The help: the lines are only read.
    Read,
    /// The palette: one line is picked and executed.
    Do,
}

/// A row of the table of key bindings, in the user's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyLine {
    /// The name of the binding, which is the same in every language.
    pub name: &'static str,
    /// The keys, separated by two blanks: `Up  k`.
    pub keys: String,
    /// The short label that the footer shows.
    pub label: String,
    /// The description of the effect; the label if the message has no hint.
    pub says: String,
    /// The intent that the keys trigger.
    pub intent: Intent,
}

impl KeyLine {
    /// Creates the line of a binding, with the texts of `words`.
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

/// The key bindings of a screen, with the typed text that filters them.
#[derive(Clone, PartialEq, Debug)]
pub struct HelpSheet {
    /// The purpose for which the lines are shown.
    pub used: Use,
    /// The typed text that filters the lines.
    pub typed: TextField,
    /// The selected line and the first visible line, as positions among the lines that pass the
    /// filter.
    pub scroll: Scroll,
    lines: Vec<KeyLine>,
    shown: Vec<usize>,
}

impl HelpSheet {
    /// Creates a sheet that shows all of `lines`.
    pub fn new(used: Use, lines: Vec<KeyLine>) -> Self {
        let shown = (0..lines.len()).collect();
        Self { used, typed: TextField::default(), scroll: Scroll::default(), lines, shown }
    }

    /// Shows only the lines that match every typed word, and selects the first of them. A word
    /// matches if the description, the label (either of them also by its pinyin) or the name
    /// contains it, or if it is one of the keys.
    pub fn narrow(&mut self) {
        let wanted = search_key::search_fold(self.typed.text());
        let holds = |line: &KeyLine| {
            let (says, label) =
                (search_key::search_forms(&line.says), search_key::search_forms(&line.label));
            let keys = search_key::search_fold(&line.keys);
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

    /// Iterates over the lines that pass the filter.
    pub fn iter(&self) -> impl Iterator<Item = &KeyLine> {
        self.shown.iter().filter_map(|index| self.lines.get(*index))
    }

    /// Returns the intent of the selected line, or `None` if no line is shown.
    pub fn chosen(&self) -> Option<Intent> {
        self.iter().nth(self.scroll.at).map(|line| line.intent)
    }

    /// Returns the number of lines that pass the filter.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Returns true if no line passes the filter.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Returns the number of all lines, regardless of the filter.
    pub fn all(&self) -> usize {
        self.lines.len()
    }
}
