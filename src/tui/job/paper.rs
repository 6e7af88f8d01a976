//! A statement or a receipt as a job: written to a new file, or handed to the print command.

use super::{Error, JobOutcome};
use crate::app::Progress;
use crate::app::{App, ProgressFn, Work};
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::shop::Language;
use crate::exchange::{
    Output, PaperPlace, PaperSize, PaperTemplate, ProtectedFiles, TemplateError,
};
use crate::i18n::{Localizer, PaperWriter, Sentence};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A paper for one customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaperJob {
    /// The customer.
    pub customer: CustomerId,
    /// The kind of paper.
    pub kind: PaperKind,
    /// The paper that it is printed on.
    pub size: PaperSize,
    /// The language of customers for whom none is known.
    pub usual: Language,
    /// The file, whose name the printed paper has too.
    pub file: PathBuf,
    /// Where the paper goes.
    pub target: PaperTarget,
}

/// The kind of a paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaperKind {
    /// A statement from a day on, or from the beginning, until a day.
    Statement(Option<Day>, Day),
    /// The receipt for the newest payment.
    Receipt,
}

/// The place to which a paper goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PaperTarget {
    /// A new file.
    File,
    /// This print command.
    Printer(String),
}

/// Why a print command failed.
#[derive(Debug)]
pub enum PrintFault {
    /// It could not be started, or its paper not be written.
    Io(io::Error),
    /// It ended with this status, and these were its words.
    Status(String, String),
}

impl PrintFault {
    /// Returns the message that is shown to the person.
    pub fn sentence(&self, command: &str, words: &Localizer) -> Sentence {
        let reason = match self {
            Self::Io(error) => words.reason(&error.to_string()),
            Self::Status(status, said) if said.is_empty() => {
                words.format("paper-print-status", &[("status", status.into())])
            }
            Self::Status(_, said) => said.clone(),
        };
        let args = [("command", command.into()), ("reason", reason.into())];
        words.message("paper-print-failed", &args)
    }
}

/// Time between two looks at whether the print command has ended.
const PRINT_POLL: Duration = Duration::from_millis(20);

/// Maximum number of characters of what a failed print command said that are shown.
const SAID: usize = 200;

impl PaperJob {
    /// Writes or prints the paper.
    ///
    /// # Errors
    /// If there is nothing to write, the file cannot be written, or the print command fails.
    pub fn run(&self, app: &App, watch: ProgressFn<'_>) -> Result<JobOutcome, Error> {
        match &self.target {
            PaperTarget::File => self.save(app),
            PaperTarget::Printer(command) => {
                self.print(app, command, watch)?;
                let name = self.file.file_name().unwrap_or_default().to_string_lossy();
                Ok(JobOutcome::Printed(name.into_owned()))
            }
        }
    }

    fn save(&self, app: &App) -> Result<JobOutcome, Error> {
        let file = &self.file;
        ProtectedFiles::of_notebook(app.path()).check(file).map_err(Error::Conflict)?;
        if file.exists() {
            return Err(Error::There(file.clone()));
        }
        let failed = |error| Error::Output(file.clone(), error);
        let mut output = Output::to(file).map_err(failed)?;
        self.write(app, &mut output)?;
        output.commit().map_err(failed)?;
        Ok(JobOutcome::Written(file.clone()))
    }

    fn print(&self, app: &App, command: &str, watch: ProgressFn<'_>) -> Result<(), Error> {
        let fault = |fault| Error::Print(command.to_owned(), fault);
        let failed = |error| fault(PrintFault::Io(error));
        // Nobody else can read the folder, and it is gone when the command has ended.
        let folder = tempfile::tempdir().map_err(failed)?;
        let paper = folder.path().join(self.file.file_name().unwrap_or("paper.html".as_ref()));
        let mut page = std::fs::File::create(&paper).map_err(failed)?;
        self.write(app, &mut page)?;
        drop(page);
        let said = folder.path().join("said");
        let errors = std::fs::File::create(&said).map_err(failed)?;
        let mut child = printing(command, &paper)
            .ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(errors)
            .spawn()
            .map_err(failed)?;
        let status = loop {
            if let Some(status) = child.try_wait().map_err(failed)? {
                break status;
            }
            if let Err(stopped) = Progress::of(Work::Rows, 0, None).report(watch) {
                // A command that cannot be ended has ended already.
                let _ = child.kill().and_then(|()| child.wait());
                return Err(stopped.into());
            }
            std::thread::sleep(PRINT_POLL);
        };
        if status.success() {
            return Ok(());
        }
        let said = std::fs::read(&said).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let said = said.lines().next().unwrap_or_default().chars().take(SAID).collect();
        Err(fault(PrintFault::Status(status.to_string(), said)))
    }

    fn write(&self, app: &App, out: &mut dyn Write) -> Result<(), Error> {
        let shop = app.shop()?;
        let day = (app.today(), self.usual);
        let written = match self.kind {
            PaperKind::Statement(from, to) => {
                let statement = app.statement(self.customer, (from, to))?;
                let papers = PaperWriter::new(&shop, day, self.size, PaperTemplate::statement());
                papers.statement(&statement, PaperPlace::ALONE, out)
            }
            PaperKind::Receipt => {
                let receipt = app.newest_receipt(self.customer)?.ok_or(Error::NoPayment)?;
                let papers = PaperWriter::new(&shop, day, self.size, PaperTemplate::receipt());
                papers.receipt(&receipt, out)
            }
        };
        written.map_err(|error| match error {
            TemplateError::Output(error) => Error::Output(self.file.clone(), error),
            other => Error::Template(other),
        })
    }
}

/// Returns a print command with the name of a paper in the place of `{}`, or at its end; `None` for nothing.
fn printing(command: &str, paper: &Path) -> Option<Command> {
    let mut words = shlex::split(command)?.into_iter();
    let mut printing = Command::new(words.next()?);
    let (mut is_named, name) = (false, paper.to_string_lossy());
    for word in words {
        is_named |= word.contains("{}");
        printing.arg(word.replace("{}", &name));
    }
    if !is_named {
        printing.arg(paper);
    }
    Some(printing)
}
