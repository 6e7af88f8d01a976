//! Commands that need no open notebook: they create, rescue or replace one, or print what the program
//! knows of itself.

use super::args::Command;
use super::args::shop::Init;
use super::error::{Error, Result};
use super::shop::new_shop;
use super::{Printer, files, until_signal};
use crate::app::{App, write_demo};
use crate::domain::{Currency, Day};
use crate::i18n::Localizer;
use std::path::Path;

impl Command {
    /// Returns whether the command needs no open notebook; [`run_standalone`] performs it then.
    pub const fn is_standalone(&self) -> bool {
        matches!(
            self,
            Self::Completions(_)
                | Self::Man
                | Self::Init(_)
                | Self::Demo(_)
                | Self::Rescue(_)
                | Self::Restore(_)
        )
    }
}

/// Performs a command that needs no open notebook; any other one does nothing here.
///
/// # Errors
/// If a file cannot be read or written, or an argument is not valid.
pub fn run_standalone(
    command: &Command,
    notebook: &Path,
    (today, currency): (Day, Currency),
    mut say: Printer<'_>,
) -> Result<()> {
    let outcome = perform(command, notebook, (today, currency), &mut say);
    say.close(outcome)
}

fn perform(
    command: &Command,
    notebook: &Path,
    (today, currency): (Day, Currency),
    say: &mut Printer<'_>,
) -> Result<()> {
    let words = say.words();
    if let Command::Completions(asked) = command {
        files::completions(asked, say.output())?;
    } else if let Command::Man = command {
        files::manual(words, say.output())?;
    } else if let Command::Init(init) = command {
        super::signals::hold();
        create_notebook(notebook, init, currency, words)?;
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
        let shop = new_shop(&Init::default(), &words.text("new-shop-name"), currency)?;
        files::rescue(asked, notebook, (&shop, today), say)?;
    }
    Ok(())
}

/// Creates a notebook with the rules of `init`.
///
/// # Errors
/// If there is a file already, or it cannot be written.
pub fn create_notebook(
    file: &Path,
    init: &Init,
    currency: Currency,
    words: &Localizer,
) -> Result<()> {
    let shop = new_shop(init, &words.text("new-shop-name"), currency)?;
    App::create(file, &shop).map_err(Error::already_exists)
}
