//! Commands that need no open notebook: they create, rescue or replace one, or print what the program
//! knows of itself.

use super::args::Command;
use super::args::shop::Init;
use super::error::{Error, Result};
use super::shop::new_shop;
use super::{Printer, completion, files, help, manual, until_signal};
use crate::app::{App, write_demo};
use crate::domain::Day;
use crate::domain::shop::Language;
use crate::i18n::Localizer;
use std::path::Path;

impl Command {
    /// Returns whether the command needs no open notebook; [`run_standalone`] performs it then.
    pub const fn is_standalone(&self) -> bool {
        matches!(
            self,
            Self::Completions(_)
                | Self::Man(_)
                | Self::Help(_)
                | Self::Init(_)
                | Self::Demo(_)
                | Self::Rescue(_)
                | Self::Restore(_)
        )
    }

    /// Returns the language of the notebook that the command creates, if it says one.
    pub const fn new_language(&self) -> Option<Language> {
        match self {
            Self::Init(init) => init.language,
            _ => None,
        }
    }
}

/// Performs a command that needs no open notebook; any other one does nothing here.
///
/// # Errors
/// If a file cannot be read or written, or an argument is not valid.
pub fn run_standalone(
    command: &Command,
    notebook: &Path,
    today: Day,
    mut say: Printer<'_>,
) -> Result<()> {
    let outcome = perform(command, notebook, today, &mut say);
    say.close(outcome)
}

fn perform(command: &Command, notebook: &Path, today: Day, say: &mut Printer<'_>) -> Result<()> {
    let words = say.words();
    if let Command::Completions(asked) = command {
        completion::script(asked.shell, say.output())?;
    } else if let Command::Help(asked) = command {
        say.line(help::text(&asked.words, words)?.trim_end())?;
    } else if let Command::Man(asked) = command {
        manual::man(asked, say)?;
    } else if let Command::Init(init) = command {
        super::signals::hold();
        create_notebook(notebook, init, words)?;
        say.written("file-made", notebook)?;
    } else if let Command::Demo(demo) = command {
        until_signal(|watch| {
            write_demo(&demo.file, demo.size(), today, words.language(), watch)
                .map_err(Error::already_exists)
        })?;
        say.written("file-made", &demo.file)?;
    } else if let Command::Restore(asked) = command {
        files::restore(asked, notebook, say)?;
    } else if let Command::Rescue(asked) = command {
        let shop = new_shop(&Init::default(), words)?;
        files::rescue(asked, notebook, (&shop, today), say)?;
    }
    Ok(())
}

/// Creates a notebook with the rules of `init`.
///
/// # Errors
/// If there is a file already, or it cannot be written.
pub fn create_notebook(file: &Path, init: &Init, words: &Localizer) -> Result<()> {
    let shop = new_shop(init, words)?;
    App::create(file, &shop).map_err(Error::already_exists)
}
