//! The help and the palette: lines that typing filters. The help shows the keys of a place, the palette runs
//! one line: a command of any screen, a setting, a customer or a product.

use super::Overlay;
use super::field_id::FieldId;
use super::rows::Scroll;
use super::text_field::TextField;
use crate::domain::id::CustomerId;
use crate::domain::search_key;
use crate::i18n::Localizer;
use crate::tui::keymap::{Binding, Intent, KeyGroup, Screen};

/// The purpose for which the lines are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// The help: the lines are only read.
    Read,
    /// The palette: one line is picked and executed.
    Do,
}

/// The effect of a line of the palette.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PaletteTarget {
    /// A key of the place below is pressed.
    Here(Intent),
    /// A screen is shown, and there a key is pressed, or named if it needs a row.
    On(Screen, Intent),
    /// The page of a customer is opened, and the key to press there is named.
    OnPage(Intent),
    /// The settings are opened at a field.
    Setting(FieldId),
    /// The page of a customer is opened.
    Customer(CustomerId),
    /// The product of this name is selected among the products.
    Product(String),
}

/// Rank of a line among the matches, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum MatchQuality {
    /// A phrase, or a key, is what was typed.
    Exact,
    /// A phrase begins so.
    Prefix,
    /// A word of a phrase begins so.
    WordPrefix,
    /// A phrase contains it.
    Substring,
    /// The pinyin, or its initials, contain it.
    Pinyin,
}

/// A line of the help or of the palette, in the user's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyLine {
    /// The keys, separated by two blanks: `Up  k`; empty if it has none.
    pub keys: String,
    /// The description of the effect.
    pub says: String,
    /// The place to which it leads; empty if that is here.
    pub aside: String,
    /// The heading under which the help shows it.
    pub group: KeyGroup,
    /// The effect in the palette.
    pub target: PaletteTarget,
    /// The search forms of everything by which it is found.
    phrases: Vec<String>,
}

impl KeyLine {
    /// Creates the line of a binding, with the texts of the first language; it is found by those of all.
    pub fn of_binding(binding: &Binding, target: PaletteTarget, languages: &[&Localizer]) -> Self {
        let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
        let mut phrases = phrases(&binding.message(), languages);
        phrases.push(binding.name.to_owned());
        Self {
            keys: keys.join("  "),
            says: sentence(&binding.message(), languages),
            aside: String::new(),
            group: binding.intent.group(),
            target,
            phrases,
        }
    }

    /// Creates the line of a setting with a label of the catalogues.
    pub fn of_setting(field: FieldId, label: &str, keys: String, languages: &[&Localizer]) -> Self {
        Self {
            keys,
            says: sentence(label, languages),
            aside: String::new(),
            group: KeyGroup::Change,
            target: PaletteTarget::Setting(field),
            phrases: phrases(label, languages),
        }
    }

    /// Creates the line of a customer or of a product.
    pub fn of_name(name: String, target: PaletteTarget) -> Self {
        let phrases = vec![search_key::search_forms(&name)];
        let (keys, aside) = (String::new(), String::new());
        Self { keys, says: name, aside, group: KeyGroup::See, target, phrases }
    }

    /// Returns the line with the name of the place to which it leads.
    #[must_use]
    pub fn leading_to(self, aside: String) -> Self {
        Self { aside, ..self }
    }

    /// Returns how well it matches a folded query; `None` if a word of the query is nowhere in it.
    fn quality(&self, query: &str) -> Option<MatchQuality> {
        if let Some(whole) = self.quality_of(query) {
            return Some(whole);
        }
        let words = query.split(' ').map(|word| self.quality_of(word));
        words.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Returns how well it matches one text.
    fn quality_of(&self, text: &str) -> Option<MatchQuality> {
        let keys = search_key::search_fold(&self.keys);
        if keys.split(' ').any(|key| key == text) {
            return Some(MatchQuality::Exact);
        }
        self.phrases.iter().filter_map(|phrase| quality(phrase, text)).min()
    }
}

/// Returns how well the search forms of a phrase match a text: the phrase itself is the first line.
fn quality(forms: &str, text: &str) -> Option<MatchQuality> {
    let (plain, pinyin) = forms.split_once('\n').unwrap_or((forms, ""));
    if plain == text {
        Some(MatchQuality::Exact)
    } else if plain.starts_with(text) {
        Some(MatchQuality::Prefix)
    } else if plain.split(' ').any(|word| word.starts_with(text)) {
        Some(MatchQuality::WordPrefix)
    } else if plain.contains(text) {
        Some(MatchQuality::Substring)
    } else {
        pinyin.contains(text).then_some(MatchQuality::Pinyin)
    }
}

/// Returns what a message says in the first language: its hint, or its text if it has none.
fn sentence(key: &str, languages: &[&Localizer]) -> String {
    let said = languages.first().map(|words| words.message(key, &[]));
    said.map(|said| said.hint.unwrap_or(said.text)).unwrap_or_default()
}

/// Returns the search forms of a message in every language: its text, its hint and its synonyms.
fn phrases(key: &str, languages: &[&Localizer]) -> Vec<String> {
    let mut phrases = Vec::new();
    for words in languages {
        let said = words.message(key, &[]);
        let synonyms = words.synonyms(key).unwrap_or_default();
        let synonyms = synonyms.split([',', '，', '、']).map(str::trim);
        let said = std::iter::once(said.text.as_str()).chain(said.hint.as_deref());
        phrases.extend(
            said.chain(synonyms).filter(|one| !one.is_empty()).map(search_key::search_forms),
        );
    }
    phrases
}

/// The lines of the help or of the palette, with the typed text that filters them.
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
    /// The customers and products that were found for the typed text.
    found: Vec<KeyLine>,
    shown: Vec<KeyLine>,
}

impl HelpSheet {
    /// Creates a sheet that shows all of `lines`: the help by their purposes, the palette as given.
    pub fn new(used: Use, mut lines: Vec<KeyLine>) -> Self {
        if used == Use::Read {
            lines.sort_by_key(|line| line.group);
        }
        let shown = lines.clone();
        let (typed, scroll, found) = Default::default();
        Self { used, typed, scroll, lines, found, shown }
    }

    /// Shows only the lines that match every typed word; those of the palette are sorted by how well they
    /// match, and the first of them is selected.
    pub fn narrow(&mut self) {
        self.found.clear();
        self.scroll = Scroll::default();
        self.filter();
    }

    /// Adds customers or products that were found for the typed text.
    pub fn put_found(&mut self, found: impl Iterator<Item = KeyLine>) {
        for line in found {
            if !self.found.iter().any(|known| known.target == line.target) {
                self.found.push(line);
            }
        }
        self.filter();
    }

    fn filter(&mut self) {
        let query = search_key::search_fold(self.typed.text());
        let query = query.trim();
        if query.is_empty() {
            self.shown.clone_from(&self.lines);
            return;
        }
        let commands = self.lines.iter().filter_map(|line| Some((line.quality(query)?, line)));
        // What was found matches in a way of its own: by a telephone number, or by an area.
        let found = self.found.iter();
        let found =
            found.map(|line| (line.quality(query).unwrap_or(MatchQuality::Substring), line));
        let mut matching: Vec<_> = commands.chain(found).collect();
        if self.used == Use::Do {
            matching.sort_by_key(|(quality, _)| *quality);
        }
        self.shown = matching.into_iter().map(|(_, line)| line.clone()).collect();
    }

    /// Iterates over the lines that pass the filter.
    pub fn iter(&self) -> impl Iterator<Item = &KeyLine> {
        self.shown.iter()
    }

    /// Returns the selected line, or `None` if no line is shown.
    pub fn chosen(&self) -> Option<&KeyLine> {
        self.shown.get(self.scroll.at)
    }

    /// Returns the number of lines that pass the filter.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Returns true if no line passes the filter.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

impl Overlay {
    /// Returns the help or the palette, if it is one.
    pub const fn as_help(&self) -> Option<&HelpSheet> {
        if let Self::Help(sheet) = self { Some(sheet) } else { None }
    }

    /// Returns the help or the palette as a mutable reference, if it is one.
    pub const fn as_help_mut(&mut self) -> Option<&mut HelpSheet> {
        if let Self::Help(sheet) = self { Some(sheet) } else { None }
    }
}
