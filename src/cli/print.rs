//! What is said: sentences of what was done, lists in every format, warnings beside.
//!
//! What was asked for goes to the output, which is standard output or a file that is there whole or
//! not at all; what nobody asked for (warnings, errors, hints) goes to standard error.

use super::error::{Error, Result};
use super::{help, usage};
use crate::app::{Done, Note};
use crate::exchange::{Cell, Column, Format, Output, Writer, is_broken_pipe};
use crate::words::{Sentence, Words};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where and how a command speaks.
pub struct Speaker<'a> {
    words: &'a Words,
    format: Format,
    place: Option<PathBuf>,
    output: Output,
}

impl<'a> Speaker<'a> {
    /// Speaks to a file, or to standard output.
    ///
    /// # Errors
    /// If no file can be made there.
    pub fn new(words: &'a Words, format: Format, place: Option<&Path>) -> Result<Self> {
        let output = match place {
            Some(path) => {
                Output::to(path).map_err(|error| Error::OutputFile(path.to_owned(), error))?
            }
            None => Output::stdout(),
        };
        Ok(Self { words, format, place: place.map(Path::to_owned), output })
    }

    /// The words that are spoken.
    pub fn words(&self) -> &'a Words {
        self.words
    }

    /// Whether a person reads, and not a program.
    pub fn is_for_people(&self) -> bool {
        self.format == Format::Table
    }

    /// What came of a command: its sentence, and a line for each note.
    pub fn done(&mut self, done: &Done) -> Result<()> {
        self.line(&self.words.done(done))?;
        for note in &done.notes {
            let said = self.words.note(note);
            if matches!(note, Note::Alike(_) | Note::OverLimit { .. }) {
                warn(&said);
            } else {
                self.line(&said)?;
            }
        }
        Ok(())
    }

    /// One line.
    pub fn line(&mut self, line: &str) -> Result<()> {
        Ok(writeln!(self.output, "{line}")?)
    }

    /// A list, in the format that was asked for.
    pub fn list<'c>(
        &mut self,
        columns: &[Column],
        rows: impl IntoIterator<Item = Vec<Cell<'c>>>,
    ) -> Result<()> {
        let mut list = self.begin(columns);
        for row in rows {
            list.row(&row)?;
        }
        Ok(list.finish()?)
    }

    /// The beginning of a list that is too long to be held.
    pub fn begin(&mut self, columns: &[Column]) -> Writer<'_> {
        Writer::new(self.format, columns, &mut self.output)
    }

    /// How lists are written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The place that was named for the output, for a command that makes more than one file there;
    /// what is said from now on goes to standard output.
    pub fn take_place(&mut self) -> Option<PathBuf> {
        self.output = Output::stdout();
        self.place.take()
    }

    /// Whether the output is a file that is there whole or not at all.
    pub fn writes_a_file(&self) -> bool {
        self.output.is_file()
    }

    /// Where the bytes go.
    pub fn output(&mut self) -> &mut Output {
        &mut self.output
    }

    /// Makes everything that was said stay.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(self) -> Result<()> {
        Ok(self.output.commit()?)
    }
}

/// Says something that nobody asked for, to whoever watches.
pub fn warn(said: &str) {
    // Nobody is left to tell if standard error is gone.
    let _ = writeln!(io::stderr(), "{said}");
}

/// Tells why a command was not done: a sentence, and the hint on a line of its own.
pub fn tell(error: &Error, words: &Words, colour: bool) {
    if let Error::Grammar(asked) = error
        && (!asked.use_stderr() || usage::shows_help(asked))
    {
        return help::print(asked, words);
    }
    // A reader who has had enough is no mistake.
    if matches!(error, Error::Output(gone) if is_broken_pipe(gone)) {
        return;
    }
    let Sentence { text, hint } = error.sentence(words);
    let (red, dim, plain) =
        if colour { ("\u{1b}[1;31m", "\u{1b}[2m", "\u{1b}[0m") } else { ("", "", "") };
    warn(&format!("{red}{text}{plain}"));
    hint.iter().for_each(|hint| warn(&format!("{dim}{hint}{plain}")));
}
