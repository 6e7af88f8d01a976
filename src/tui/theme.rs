//! The look of the screens: a style for each meaning, for dark and light terminals, for people who
//! do not tell red from green, and without any colour; and the glyphs, also as an ASCII set.
//!
//! Colour is never the only sign: late items say so in words, selected ones are also reversed or
//! bold, errors have a sentence.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

pub use crate::config::Theme;

/// The meaning of a piece of text, which determines its style.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Of less interest: codes, units, hints.
    Quiet,
    /// A name of a person, which the eye looks for.
    Name,
    /// The name of a panel or a column.
    Title,
    /// The program's name and the screen that is shown.
    Here,
    /// A frame.
    Frame,
    /// The frame of what has the focus.
    FrameHere,
    /// Late: to be done before anything else.
    Late,
    /// Due today, or soon a worry.
    Due,
    /// As it should be.
    Good,
    /// A key of the keyboard.
    Key,
    /// Something went wrong.
    Wrong,
}

/// Everything about looks that can be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The use of colours.
    pub colours: Colours,
    /// The glyphs.
    pub glyphs: &'static Glyphs,
}

/// The use of colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Colours {
    /// They are.
    #[default]
    On,
    /// Only bold, dim, underlined and reversed (`NO_COLOR`).
    Off,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Theme::default(), colours: Colours::default(), glyphs: &Glyphs::UNICODE }
    }
}

/// The characters that are not letters.
#[derive(PartialEq, Eq, Debug)]
pub struct Glyphs {
    /// The frame of a panel.
    pub border: border::Set<'static>,
    /// In front of the name of the panel that has the focus, one cell wide.
    pub here: &'static str,
    /// Stands where a text was cut, one cell wide.
    pub cut: &'static str,
    /// In front of what is late, one cell wide.
    pub bar: &'static str,
    /// A jar from empty to full, in one cell; the emptiest can be seen too.
    pub gauge: [&'static str; 8],
    /// A tenth of a jar with something in it, and one without.
    pub tenths: (&'static str, &'static str),
    /// Between two parts of a line.
    pub dot: &'static str,
    /// A box that is ticked, and one that is not; the same width.
    pub tick: (&'static str, &'static str),
    /// In front of what is marked, one cell wide.
    pub mark: &'static str,
    /// In front of what is planned, done, missed and cancelled, one cell wide each.
    pub stages: [&'static str; 4],
    /// In front of a typed filter.
    pub prompt: &'static str,
    /// Behind the name of the column by which a list is sorted: from its small end, from its large one.
    pub sorted: (&'static str, &'static str),
}

impl Glyphs {
    /// For terminals with a good font.
    pub const UNICODE: Self = Self {
        border: border::ROUNDED,
        here: "▸",
        cut: "…",
        bar: "▌",
        gauge: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        tenths: ("█", "░"),
        dot: "·",
        tick: ("[✓]", "[ ]"),
        mark: "✓",
        stages: ["○", "✓", "✗", "–"],
        prompt: "/",
        sorted: ("▴", "▾"),
    };

    /// For every terminal, and for fonts in which the others are two cells wide.
    pub const ASCII: Self = Self {
        border: border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
        here: ">",
        cut: "~",
        bar: "!",
        // More ink is more; digits would be read as counts.
        gauge: ["_", ".", ":", "-", "=", "+", "*", "#"],
        tenths: ("#", "."),
        dot: "-",
        tick: ("[x]", "[ ]"),
        mark: "*",
        stages: ["o", "v", "x", "-"],
        prompt: "/",
        sorted: ("^", "v"),
    };
}

impl Look {
    /// The style of a meaning.
    pub fn style(self, tone: Tone) -> Style {
        let style = Style::new().add_modifier(modifier(tone));
        match (self.colours, colour(self.theme, tone)) {
            (Colours::On, Some(colour)) => style.fg(colour),
            (Colours::On, None) | (Colours::Off, _) => style,
        }
    }

    /// Returns the style that is laid over the selected row.
    pub fn selected(self) -> Style {
        match (self.colours, self.theme) {
            (Colours::Off, _) => Style::new().add_modifier(Modifier::REVERSED),
            (Colours::On, Theme::Dark | Theme::ColourBlind) => {
                Style::new().bg(Color::Indexed(237)).add_modifier(Modifier::BOLD)
            }
            (Colours::On, Theme::Light) => {
                Style::new().bg(Color::Indexed(254)).add_modifier(Modifier::BOLD)
            }
        }
    }

    /// The ground on which a field is typed.
    pub fn field(self) -> Style {
        match (self.colours, self.theme) {
            (Colours::Off, _) => Style::new().add_modifier(Modifier::UNDERLINED),
            (Colours::On, Theme::Dark | Theme::ColourBlind) => Style::new().bg(Color::Indexed(236)),
            (Colours::On, Theme::Light) => Style::new().bg(Color::Indexed(255)),
        }
    }
}

fn modifier(tone: Tone) -> Modifier {
    match tone {
        Tone::Plain | Tone::Due | Tone::Good => Modifier::empty(),
        Tone::Quiet | Tone::Frame => Modifier::DIM,
        Tone::Name | Tone::Title | Tone::FrameHere | Tone::Late | Tone::Key | Tone::Wrong => {
            Modifier::BOLD
        }
        Tone::Here => Modifier::BOLD.union(Modifier::REVERSED),
    }
}

/// Only the terminal's own sixteen colours, which its owner chose to be readable.
fn colour(theme: Theme, tone: Tone) -> Option<Color> {
    let (late, due, good) = match theme {
        Theme::Dark => (Color::LightRed, Color::Yellow, Color::Green),
        Theme::Light => (Color::Red, Color::Magenta, Color::Green),
        Theme::ColourBlind => (Color::Yellow, Color::LightCyan, Color::LightBlue),
    };
    match tone {
        Tone::Plain | Tone::Quiet | Tone::Name | Tone::Title | Tone::Frame => None,
        Tone::Here | Tone::FrameHere => Some(match theme {
            Theme::Dark | Theme::ColourBlind => Color::Cyan,
            Theme::Light => Color::Blue,
        }),
        Tone::Key => Some(match theme {
            Theme::Dark | Theme::ColourBlind => Color::Cyan,
            Theme::Light => Color::Blue,
        }),
        Tone::Late | Tone::Wrong => Some(late),
        Tone::Due => Some(due),
        Tone::Good => Some(good),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_gauge_can_be_read_as_a_number_or_as_nothing() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            for (place, glyph) in glyphs.gauge.iter().enumerate() {
                assert!(!glyph.trim().is_empty());
                assert!(!glyph.contains(char::is_alphanumeric), "{glyph}");
                assert!(!glyphs.gauge[..place].contains(glyph), "{glyph} is two levels");
            }
        }
    }
}
