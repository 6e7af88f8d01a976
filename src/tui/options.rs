//! The options of the screens: how they look, which keys they have, and what the terminal can do.

use super::keymap::Keymap;
use super::theme::{Colours, Glyphs, Look};
use crate::config::{ConfigError, Environment, Settings, Theme};
use crate::exchange::ReminderTemplates;

/// The look and the keys of the screens, and the kind of terminal they run in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Colours and glyphs.
    pub look: Look,
    /// The key bindings.
    pub keys: Keymap,
    /// True if the terminal can only print lines (`TERM=dumb`, or no `TERM` at all).
    pub dumb: bool,
    /// The command that prints a paper, if there is one.
    pub print: Option<String>,
    /// The templates of the messages of reminders.
    pub reminders: ReminderTemplates,
}

impl Options {
    /// Returns the options of a configuration in an environment. `theme` and `ascii` are those of the command
    /// line, which win.
    ///
    /// # Errors
    /// If the configuration binds a key that does not exist, or binds one twice.
    pub fn new(
        settings: &Settings,
        environment: &Environment,
        theme: Option<Theme>,
        ascii: bool,
    ) -> Result<Self, ConfigError> {
        let mut options = Self {
            dumb: environment.dumb,
            print: settings.print.clone(),
            reminders: ReminderTemplates { folder: settings.reminders.templates.clone() },
            keys: Keymap::rebound(&settings.keys)?,
            ..Self::default()
        };
        options.look.theme = theme.unwrap_or(settings.theme);
        if ascii || settings.ascii {
            options.look.glyphs = &Glyphs::ASCII;
        }
        if environment.no_colour {
            options.look.colours = Colours::Off;
        }
        Ok(options)
    }
}
