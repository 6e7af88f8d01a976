//! Input from the terminal, in types of our own: keys, pasted text, the mouse, a new size.

use std::fmt;
use std::time::{Duration, Instant};

use crate::domain::search_key::narrow;

/// Something that the person at the terminal did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// Pressed a key.
    Key(KeyPress),
    /// Pasted a text.
    Paste(String),
    /// Used the mouse.
    Mouse(Mouse),
    /// Resized the window to this width and height, in cells.
    Resize(u16, u16),
}

/// A mouse action and its position.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mouse {
    /// The column, from the left, from 0.
    pub x: u16,
    /// The row, from the top, from 0.
    pub y: u16,
    /// The action.
    pub did: MouseDid,
}

/// A mouse action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MouseDid {
    /// The left button went down.
    Click,
    /// It went down again on the same row before long.
    DoubleClick,
    /// The wheel turned up.
    WheelUp,
    /// The wheel turned down.
    WheelDown,
}

/// Maximum length of a pasted text, in bytes; the rest is cut off.
pub const MAX_PASTE_BYTES: usize = 64 * 1024;

/// Cuts off a pasted text after at most [`MAX_PASTE_BYTES`], at a character boundary.
pub fn cut_paste(mut text: String) -> String {
    let most = text.len().min(MAX_PASTE_BYTES);
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
    text.truncate(end.unwrap_or_default());
    text
}

impl Input {
    /// Returns true if it is a paste longer than [`MAX_PASTE_BYTES`], which is cut off.
    pub fn is_too_long(&self) -> bool {
        matches!(self, Self::Paste(text) if text.len() > MAX_PASTE_BYTES)
    }
}

/// Maximum time between the two clicks of a double click.
const SOON: Duration = Duration::from_millis(500);

/// Tells a double click from two clicks.
#[derive(Debug, Default)]
pub struct Clicks {
    /// Time and row of the last input, if it was a click.
    last: Option<(Instant, u16)>,
}

impl Clicks {
    /// Interprets an input that arrives `now`: a second click on the same row soon after the first
    /// becomes a double click; any other input in between makes it a first click again.
    pub fn meant(&mut self, input: Input, now: Instant) -> Input {
        let Input::Mouse(click @ Mouse { did: MouseDid::Click, y, .. }) = input else {
            self.last = None;
            return input;
        };
        let second = |(then, row): (Instant, u16)| row == y && now.duration_since(then) <= SOON;
        if self.last.take().is_some_and(second) {
            return Input::Mouse(Mouse { did: MouseDid::DoubleClick, ..click });
        }
        self.last = Some((now, y));
        input
    }
}

/// One key with its modifier. Shift is in the character itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct KeyPress {
    /// The key.
    pub code: Code,
    /// True if Ctrl was held.
    pub ctrl: bool,
}

/// A key of the keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are those on the keys")]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The keys that have a name, as it is written in the configuration and shown in the help.
const NAMES: [(&str, &str, Code); 15] = [
    ("enter", "Enter", Code::Enter),
    ("esc", "Esc", Code::Esc),
    ("tab", "Tab", Code::Tab),
    ("shift-tab", "Shift-Tab", Code::BackTab),
    ("backspace", "Backspace", Code::Backspace),
    ("delete", "Del", Code::Delete),
    ("left", "Left", Code::Left),
    ("right", "Right", Code::Right),
    ("up", "Up", Code::Up),
    ("down", "Down", Code::Down),
    ("home", "Home", Code::Home),
    ("end", "End", Code::End),
    ("page-up", "PgUp", Code::PageUp),
    ("page-down", "PgDn", Code::PageDown),
    ("space", "Space", Code::Char(' ')),
];

impl KeyPress {
    /// The key that a text such as `d`, `ctrl-r` or `page-up` names.
    pub fn parse(text: &str) -> Option<Self> {
        let (ctrl, name) = match text.strip_prefix("ctrl-") {
            Some(name) => (true, name),
            None => (false, text),
        };
        let mut characters = name.chars();
        let code = match (characters.next(), characters.next()) {
            (Some(only), None) => Code::Char(only),
            _ => named(name).or_else(|| function_key(name))?,
        };
        Some(Self { code, ctrl })
    }
}

/// Signs that an input method for Chinese types instead of those on the keys, and that are not the same
/// signs in full width.
const CHINESE_SIGNS: [(char, char); 15] = [
    ('。', '.'),
    ('、', '/'),
    ('《', '<'),
    ('》', '>'),
    ('【', '['),
    ('】', ']'),
    ('「', '{'),
    ('」', '}'),
    ('·', '`'),
    ('￥', '$'),
    ('—', '_'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
];

impl KeyPress {
    /// Returns the character that the key types where it means nothing else.
    pub fn character(self) -> Option<char> {
        match self {
            Self { code: Code::Char(character), ctrl: false } => Some(character),
            Self { .. } => None,
        }
    }

    /// Returns the key of the keyboard that types a sign of an input method for Chinese: `:` for `：`, `/` for
    /// `、`; any other key as it is.
    pub fn in_half_width(self) -> Self {
        let Code::Char(typed) = self.code else { return self };
        let sign = CHINESE_SIGNS.iter().find(|(wide, _)| *wide == typed);
        let narrow = sign.map_or_else(|| narrow(typed), |(_, narrow)| *narrow);
        Self { code: Code::Char(narrow), ..self }
    }
}

fn named(name: &str) -> Option<Code> {
    NAMES.iter().find(|(written, ..)| *written == name).map(|(.., code)| *code)
}

/// `f1` to `f12`.
fn function_key(name: &str) -> Option<Code> {
    (1..=12).find(|number| name == format!("f{number}")).map(Code::F)
}

impl KeyPress {
    /// As it is written in the configuration, where [`KeyPress::parse`] reads it: `d`, `ctrl-r`, `page-up`.
    pub fn written(self) -> String {
        let ctrl = if self.ctrl { "ctrl-" } else { "" };
        let named = NAMES.iter().find(|(.., code)| *code == self.code);
        match (self.code, named) {
            (_, Some((name, ..))) => format!("{ctrl}{name}"),
            (Code::Char(letter), None) => format!("{ctrl}{letter}"),
            (Code::F(number), None) => format!("{ctrl}f{number}"),
            (_, None) => String::new(),
        }
    }
}

/// As it is shown in the footer and in the help: `d`, `Ctrl-R`, `PgUp`.
impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = NAMES.iter().find(|(.., code)| *code == self.code);
        match (self.ctrl, self.code, named) {
            (true, Code::Char(letter), None) => write!(f, "Ctrl-{}", letter.to_ascii_uppercase()),
            (true, _, Some((_, shown, _))) => write!(f, "Ctrl-{shown}"),
            (false, _, Some((_, shown, _))) => f.write_str(shown),
            (_, Code::Char(letter), None) => write!(f, "{letter}"),
            (true, Code::F(number), None) => write!(f, "Ctrl-F{number}"),
            (false, Code::F(number), None) => write!(f, "F{number}"),
            (_, _, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_in_lower_case_and_shown_as_it_stands_on_the_keyboard() {
        for (written, shown) in [
            ("d", "d"),
            ("T", "T"),
            ("ctrl-r", "Ctrl-R"),
            ("page-up", "PgUp"),
            ("space", "Space"),
            ("f2", "F2"),
            ("f", "f"),
            ("ctrl-f12", "Ctrl-F12"),
            ("-", "-"),
        ] {
            assert_eq!(KeyPress::parse(written).map(|key| key.to_string()).as_deref(), Some(shown));
        }
        for written in ["hyper", "f0", "f13", "f+2", "f02"] {
            assert_eq!(KeyPress::parse(written), None, "{written}");
        }
        assert_eq!(KeyPress::parse(""), None);
    }

    // F3
    #[test]
    fn the_signs_of_an_input_method_are_the_keys_that_type_them() {
        let pairs =
            "：？／、１，。　《》【】ｄＤ＊－林d".chars().zip(":?//1,. <>[]dD*-林d".chars());
        for (typed, key) in pairs {
            let press = |typed| KeyPress { code: Code::Char(typed), ctrl: false };
            assert_eq!(press(typed).in_half_width(), press(key), "{typed}");
        }
        let enter = KeyPress { code: Code::Enter, ctrl: false };
        assert_eq!(enter.in_half_width(), enter);
    }

    #[test]
    fn two_clicks_on_a_row_before_long_are_one_double_click() {
        use MouseDid::{Click, DoubleClick, WheelUp};
        let began = Instant::now();
        let mut clicks = Clicks::default();
        for (millis, y, did, meant) in [
            (0, 5, Click, Click),
            (400, 5, Click, DoubleClick),
            // A third one is the first of the next.
            (500, 5, Click, Click),
            (1100, 5, Click, Click),
            (1200, 6, Click, Click),
            (1300, 6, WheelUp, WheelUp),
            (1400, 6, Click, Click),
            (1500, 6, Click, DoubleClick),
        ] {
            let input = |did| Input::Mouse(Mouse { x: 3, y, did });
            let now = began + Duration::from_millis(millis);
            assert_eq!(clicks.meant(input(did), now), input(meant), "{millis}");
        }
    }
}
