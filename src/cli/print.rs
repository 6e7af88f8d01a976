//! Printing of results: sentences about what was done, lists in every format, and warnings.
//!
//! Results go to the output, which is standard output or a file that is written completely or not
//! at all; messages that nobody asked for (warnings, errors, hints) go to standard error.

use super::answer::unrecorded;
use super::args::{Colour, Global};
use super::error::{Error, Result};
use super::{clap_errors, help, signals};
use crate::app::Performed;
use crate::config::Environment;
use crate::domain::id::ActionId;
use crate::exchange::{Cell, Column, Format, JsonObject, Output, Writer, is_stream};
use crate::i18n::{Localizer, Sentence};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The permanent effect of a command, which remains even if the message about it is lost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CommandEffect {
    /// The shop was changed, which is recorded as this line of the journal.
    Recorded(ActionId),
    /// The forecasts were made anew.
    Refitted,
    /// This file was written.
    Written(PathBuf),
}

/// The output, format and language of a command's messages.
pub struct Printer<'a> {
    words: &'a Localizer,
    format: Format,
    place: Option<PathBuf>,
    output: Output,
    effect: Option<CommandEffect>,
}

impl<'a> Printer<'a> {
    /// Prints to a file, or to standard output.
    ///
    /// # Errors
    /// If no file can be made there.
    pub fn new(words: &'a Localizer, format: Format, place: Option<&Path>) -> Result<Self> {
        let output = match place {
            Some(path) => {
                // To open a pipe waits for its reader, and leaves no file.
                let opened = match is_stream(path) {
                    true => Output::to(path),
                    false => signals::with_temporary(|| Output::to(path), Output::temporary),
                };
                opened.map_err(|error| Error::OutputFile(path.to_owned(), error))?
            }
            None => Output::stdout(),
        };
        Ok(Self { words, format, place: place.map(Path::to_owned), output, effect: None })
    }

    /// Prints to standard output, and keeps the name of a folder that the command makes.
    ///
    /// # Errors
    /// If there is such a folder already.
    pub fn for_folder(words: &'a Localizer, format: Format, place: Option<&Path>) -> Result<Self> {
        if let Some(folder) = place.filter(|folder| folder.is_dir()) {
            return Err(Error::FileThere(folder.to_owned()));
        }
        let (place, output) = (place.map(Path::to_owned), Output::stdout());
        Ok(Self { words, format, place, output, effect: None })
    }

    /// Returns the localizer of the messages.
    pub fn words(&self) -> &'a Localizer {
        self.words
    }

    /// Returns whether the output is meant for a person, and not for a program.
    pub fn is_for_people(&self) -> bool {
        self.format == Format::Table
    }

    /// Returns whether the output is JSON, in which what was done is an object and no sentence.
    pub fn is_json(&self) -> bool {
        matches!(self.format, Format::Json | Format::Jsonl)
    }

    /// Prints the result of a command: its sentence, and a line for each note; warnings go to
    /// standard error.
    pub fn done(&mut self, done: &Performed) -> Result<()> {
        self.line(&self.words.done(done))?;
        for note in &done.notes {
            let said = self.words.note(note);
            if note.is_warning() {
                eprint_line(&said);
            } else {
                self.line(&said)?;
            }
        }
        Ok(())
    }

    /// Prints what was done that has no line in the journal: its sentence, or for programs an object with its
    /// kind, these facts and the sentence.
    pub fn said(&mut self, kind: &'static str, facts: JsonObject<'_>, said: &str) -> Result<()> {
        if !self.is_json() {
            return self.line(said);
        }
        self.object(&unrecorded(kind, facts).with("message", Cell::text(said)))
    }

    /// Prints an answer that is one object.
    pub fn object(&mut self, object: &JsonObject<'_>) -> Result<()> {
        let line = match self.output.is_terminal() {
            true => object.sanitized().line(),
            false => object.line(),
        };
        self.line(&line?)
    }

    /// Prints one line.
    pub fn line(&mut self, line: &str) -> Result<()> {
        Ok(writeln!(self.output, "{line}")?)
    }

    /// Prints a list, in the format that was asked for.
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

    /// Begins a list that is too long to be held in memory. Control characters are made visible on
    /// a terminal; a file or a pipe gets every byte as it is.
    pub fn begin(&mut self, columns: &[Column]) -> Writer<'_> {
        let is_terminal = self.output.is_terminal();
        let words = self.words;
        let headings = || columns.iter().map(|column| words.heading(column.name)).collect();
        let list = Writer::new(self.format, columns, &mut self.output)
            .with_headings(headings)
            .with_words(Box::new(|cell| words.cell(cell)));
        if is_terminal { list.sanitized() } else { list }
    }

    /// Reports that a file was written, with its name for the message's `$file`.
    pub fn written(&mut self, key: &'static str, file: &Path) -> Result<()> {
        self.effect_done(CommandEffect::Written(file.to_owned()));
        let file = file.display().to_string();
        let said = self.words.format(key, &[("file", (&file).into())]);
        self.said(key, JsonObject::default().with("file", Cell::text(file)), &said)
    }

    /// Remembers what was done for good: an error from now on is one of the message only.
    pub fn effect_done(&mut self, effect: CommandEffect) {
        self.effect = Some(effect);
    }

    /// Returns the format of lists.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Takes the place that was named for the output, for a command that makes more than one file there.
    pub fn take_place(&mut self) -> Option<PathBuf> {
        self.place.take()
    }

    /// Returns whether the output is a file that is written completely or not at all.
    pub fn writes_a_file(&self) -> bool {
        self.output.is_file()
    }

    /// Returns the output, for writing bytes.
    pub fn output(&mut self) -> &mut Output {
        &mut self.output
    }

    /// Ends a command: makes everything that was said stay, unless it failed for another reason than what
    /// it found.
    ///
    /// # Errors
    /// The command's own, and if the output cannot be written. After something was done for good, it
    /// says so.
    pub fn close(self, outcome: Result<()>) -> Result<()> {
        if self.writes_a_file() {
            signals::hold();
        }
        let outcome = match outcome {
            // Findings are the result that was asked for.
            Err(found) if found.is_finding() => {
                self.output.commit().map_or_else(|error| Err(error.into()), |()| Err(found))
            }
            outcome => outcome.and_then(|()| Ok(self.output.commit()?)),
        };
        match (self.effect, outcome) {
            (Some(effect), Err(error)) if !error.is_broken_pipe() && !error.is_finding() => {
                Err(Error::Unsaid(effect, Box::new(error)))
            }
            (_, outcome) => outcome,
        }
    }
}

/// Prints a message to standard error.
pub fn eprint_line(said: &str) {
    // Nobody is left to tell if standard error is gone.
    let _ = writeln!(io::stderr(), "{said}");
}

/// The style in which errors are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ErrorStyle {
    /// With colours.
    pub colour: bool,
    /// With what caused them.
    pub verbose: bool,
}

impl ErrorStyle {
    /// Returns the style that the options ask for: colour on a terminal only where it was asked for.
    pub fn of(Global { color, verbose, .. }: &Global, environment: &Environment) -> Self {
        let colour = match color {
            Colour::Auto => io::stderr().is_terminal() && !environment.no_colour,
            Colour::Always => true,
            Colour::Never => false,
        };
        Self { colour, verbose: *verbose }
    }
}

/// Prints why a command was not done, or the help that was asked for, and returns the exit code. An
/// error is a sentence, with the hint and each cause on a line of its own.
pub fn print_error(error: &Error, words: &Localizer, style: ErrorStyle) -> u8 {
    let printed = match error {
        Error::Help(verbs) => Some(help::print_of(verbs, words)),
        Error::Grammar(asked) if !asked.use_stderr() || clap_errors::shows_help(asked) => {
            Some(help::print(asked, words))
        }
        _ => None,
    };
    if let Some(printed) = printed {
        return match printed {
            Ok(()) => error.exit_code(),
            Err(unwritten) => print_error(&unwritten.into(), words, style),
        };
    }
    // A reader who has had enough is no mistake.
    if error.is_broken_pipe() {
        return 0;
    }
    let Sentence { text, hint } = error.sentence(words);
    let (red, dim, plain) =
        if style.colour { ("\u{1b}[1;31m", "\u{1b}[2m", "\u{1b}[0m") } else { ("", "", "") };
    eprint_line(&format!("{red}{text}{plain}"));
    let causes = if style.verbose { causes(error) } else { Vec::new() };
    let causes = causes.iter().map(|cause| words.format("caused-by", &[("cause", cause.into())]));
    hint.into_iter().chain(causes).for_each(|line| eprint_line(&format!("{dim}{line}{plain}")));
    error.exit_code()
}

/// Returns what caused an error, the nearest cause first, as the layers below put it.
fn causes(error: &Error) -> Vec<String> {
    let mut causes = Vec::new();
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        causes.push(cause.to_string());
        next = cause.source();
    }
    causes.dedup();
    causes
}
