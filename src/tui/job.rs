//! Long work in the background: importing and exporting lists, making and restoring a backup, writing a
//! sample shop, checking the notebook, and every change that is too large for the key thread.
//!
//! A job opens the notebook for itself, reports its progress, and can be stopped; a stopped job
//! leaves no changes behind.

mod error;
mod paper;

use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::app::{self, App, DemoSize, Finding, Performed, Progress, ProgressFn, StoreError, Work};
use crate::domain::id::ActionId;
use crate::domain::import::Repeats;
use crate::domain::record::{ExportTable, ImportTable};
use crate::domain::shop::{Language, Shop};
use crate::domain::{Command, StableName};
use crate::exchange::tables::{self, Spec};
use crate::exchange::{Format, Output, ProtectedFiles, Writer};
pub use error::Error;
pub use paper::{PaperJob, PaperKind, PaperTarget, PrintFault};

/// Longest wait for another program that is writing.
const MAX_WAIT: Duration = Duration::from_secs(60);

/// The work to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Job {
    /// A command is performed that takes more than a moment.
    Perform(Box<Command>),
    /// Everything down to this line of the journal is taken back, as far as that goes.
    UndoTo(ActionId),
    /// Everything in the notebook is checked.
    Check,
    /// Rows of a file are read in, also if they were read in before.
    Import(PathBuf, ImportTable, ImportMode, Repeats),
    /// A table is written to a new file: as CSV, or as what the end of its name says.
    Export(ExportTable, PathBuf, Bom),
    /// The notebook is copied to a new file.
    Backup(PathBuf),
    /// A backup is put in the place of what is in the notebook.
    Restore(PathBuf),
    /// A sample shop is written to a new file, in the words of a language.
    Demo(PathBuf, DemoSize, Language),
    /// A statement or a receipt is written to a new file, or printed.
    Paper(PaperJob),
}

impl Job {
    /// Returns the file beside the notebook that it reads or writes, if there is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Import(file, ..) | Self::Export(_, file, _) | Self::Backup(file) => Some(file),
            Self::Restore(file) | Self::Demo(file, ..) => Some(file),
            Self::Paper(paper) => Some(&paper.file),
            Self::Perform(_) | Self::UndoTo(_) | Self::Check => None,
        }
    }

    /// Returns the message that says that it goes on, and how it is stopped.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Perform(command) => match **command {
                Command::Undo(_) | Command::UndoBy(_) => "job-undo",
                Command::Redo => "job-redo",
                Command::SetShop(_) => "job-rules",
                _ => "job-change",
            },
            Self::UndoTo(_) => "job-undo-to",
            Self::Check => "job-check",
            Self::Import(..) => "job-import",
            Self::Export(..) => "job-export",
            Self::Backup(_) => "job-backup",
            Self::Restore(_) => "job-restore",
            Self::Demo(..) => "job-demo",
            Self::Paper(_) => "job-paper",
        }
    }

    /// Returns true if the shop cannot be changed until the job has ended.
    pub const fn is_writing(&self) -> bool {
        match self {
            Self::Import(..) | Self::Restore(_) | Self::Perform(_) | Self::UndoTo(_) => true,
            Self::Export(..) | Self::Backup(_) | Self::Demo(..) | Self::Check => false,
            Self::Paper(_) => false,
        }
    }

    /// Returns true if undo cannot take it back, so that the person has to confirm it.
    pub const fn is_for_good(&self) -> bool {
        match self {
            Self::Restore(_) => true,
            Self::Import(..) | Self::Export(..) | Self::Backup(_) | Self::Demo(..) => false,
            Self::Perform(_) | Self::UndoTo(_) | Self::Check | Self::Paper(_) => false,
        }
    }
}

/// The choice of a byte order mark at the start of CSV, without which some spreadsheets misread it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bom {
    /// With the mark.
    With,
    /// Without it.
    Without,
}

/// The choice between keeping the imported rows and only checking them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportMode {
    /// The rows are kept.
    Commit,
    /// Nothing is changed; the outcome is only reported.
    DryRun,
}

/// The result of a job that did not fail.
#[derive(Clone, PartialEq, Debug)]
pub enum JobOutcome {
    /// The command was performed.
    Performed(Performed),
    /// The check is over; nothing is found if everything adds up.
    Checked(Vec<Finding>),
    /// The rows are in the notebook.
    Imported(Performed),
    /// The rows could be read in; nothing was changed.
    Tried(Performed),
    /// The file is there.
    Written(PathBuf),
    /// The backup is in the place of what was in the notebook, which is kept in this file.
    Restored(PathBuf, Box<Shop>),
    /// The sample shop is in this file.
    Sampled(PathBuf),
    /// The paper with this name was handed to the print command.
    Printed(String),
    /// The person did not want it any more.
    Stopped,
}

/// A report from a job, while it runs or at its end.
#[derive(Debug)]
pub enum JobEvent {
    /// Its progress so far.
    Progress(Progress),
    /// It waits for another program that is writing.
    Waits,
    /// Some things were taken back, and then one was perhaps refused; that is its end.
    UndoneTo(Vec<Performed>, Option<app::Error>),
    /// It is over.
    Ended(Result<JobOutcome, Error>),
}

/// A job with all that it needs.
pub struct PendingJob {
    /// The notebook, open for it alone.
    pub app: App,
    /// The work to do.
    pub job: Job,
    /// Flag that is set when the person wants the job to stop.
    pub stop: Arc<AtomicBool>,
}

impl PendingJob {
    /// Runs the job, and reports its progress and its end through `tell`.
    pub fn run(self, tell: impl Fn(JobEvent)) {
        self.run_beside(tell, || {});
    }

    /// Runs the job as [`PendingJob::run`] does, and calls `waits` again and again while another program is
    /// writing.
    pub fn run_beside(mut self, tell: impl Fn(JobEvent), waits: impl Fn() + Send + 'static) {
        let watch = |progress: Progress| {
            if self.stop.load(Ordering::Relaxed) {
                return ControlFlow::Break(());
            }
            tell(JobEvent::Progress(progress));
            ControlFlow::Continue(())
        };
        let ended = listen(&mut self.app, &self.job, &self.stop, waits).map_err(Error::from);
        if let (Job::UndoTo(line), Ok(())) = (&self.job, &ended) {
            let (done, ended) = self.app.undo_to_watched(*line, &watch);
            return tell(JobEvent::UndoneTo(done, ended.err()));
        }
        let is_stopped = || self.stop.load(Ordering::Relaxed);
        let ended = match ended.and_then(|()| run(&mut self.app, &self.job, &watch)) {
            Err(Error::App(app::Error::Store(StoreError::Stopped))) => Ok(JobOutcome::Stopped),
            // It was waiting for another program.
            Err(Error::App(app::Error::Store(StoreError::Locked))) if is_stopped() => {
                Ok(JobOutcome::Stopped)
            }
            ended => ended,
        };
        tell(JobEvent::Ended(ended));
    }
}

/// Makes the notebook listen for the wish to stop, also in the middle of a long query or while another
/// program is writing. A restored notebook is there at once, and nothing may stop the reading of it.
fn listen(
    app: &mut App,
    job: &Job,
    stop: &Arc<AtomicBool>,
    waits: impl Fn() + Send + 'static,
) -> app::Result<()> {
    if matches!(job, Job::Perform(_) | Job::UndoTo(_) | Job::Check | Job::Import(..)) {
        let stop = Arc::clone(stop);
        app.stop_when(move || stop.load(Ordering::Relaxed))?;
    }
    let stop = Arc::clone(stop);
    app.wait_while(move |waited| {
        waits();
        waited < MAX_WAIT && !stop.load(Ordering::Relaxed)
    })
}

fn run(app: &mut App, job: &Job, watch: ProgressFn<'_>) -> Result<JobOutcome, Error> {
    if let Job::Export(_, file, _) | Job::Backup(file) | Job::Demo(file, ..) = job {
        ProtectedFiles::of_notebook(app.path()).check(file).map_err(Error::Conflict)?;
    }
    match job {
        Job::Perform(command) => Ok(JobOutcome::Performed(app.perform_watched(command, watch)?)),
        Job::UndoTo(line) => {
            let (mut done, ended) = app.undo_to_watched(*line, watch);
            ended?;
            Ok(done.pop().map_or(JobOutcome::Stopped, JobOutcome::Performed))
        }
        Job::Check => Ok(JobOutcome::Checked(app.check_watched(watch)?)),
        Job::Import(file, into, meant, repeats) => {
            let input = File::open(file).map_err(|error| Error::Input(file.clone(), error))?;
            let shop = app.shop()?;
            let spec = Spec {
                table: *into,
                file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                currency: shop.currency,
                today: app.today(),
                order: shop.date_order,
                repeats: *repeats,
            };
            let rows = |done| watch(Progress::of(Work::Rows, done, None));
            let import = tables::scan_with_rules(input, spec, &rows, |import| {
                Ok::<_, Error>(app.refused_rows(import, watch)?)
            })?;
            let command = Command::Import(import);
            Ok(match meant {
                ImportMode::Commit => JobOutcome::Imported(app.perform_watched(&command, watch)?),
                ImportMode::DryRun => JobOutcome::Tried(app.dry_run(&command, watch)?),
            })
        }
        Job::Paper(paper) => paper.run(app, watch),
        Job::Export(table, file, bom) => export(app, *table, (file, *bom), watch),
        Job::Backup(file) => match app.backup(file, watch) {
            Err(app::Error::Store(StoreError::Exists(file))) => Err(Error::There(file)),
            done => match done? {
                findings if findings.is_empty() => Ok(JobOutcome::Written(file.clone())),
                findings => Err(Error::BackupUnsound(file.clone(), findings)),
            },
        },
        Job::Restore(file) => {
            let kept = app.restore_in_place(file, watch).map_err(|error| no_backup(file, error))?;
            Ok(JobOutcome::Restored(kept, Box::new(app.shop()?)))
        }
        Job::Demo(file, size, language) => {
            match app::write_demo(file, *size, app.today(), *language, watch) {
                Err(app::Error::Store(StoreError::Exists(file))) => Err(Error::There(file)),
                done => Ok(done.map(|()| JobOutcome::Sampled(file.clone()))?),
            }
        }
    }
}

/// Converts an error of opening a backup into one that names the backup, not the open notebook.
fn no_backup(file: &Path, error: app::Error) -> Error {
    match error {
        app::Error::Store(StoreError::Missing(file)) => {
            Error::Input(file, io::ErrorKind::NotFound.into())
        }
        app::Error::Store(StoreError::NotOurs(_) | StoreError::NotADatabase(_)) => {
            Error::NoBackup(file.to_owned())
        }
        app::Error::Store(StoreError::Damaged(_) | StoreError::Unsound(_)) => {
            Error::Backup(file.to_owned(), error)
        }
        app::Error::Store(_) | app::Error::Refused(_) => Error::App(error),
    }
}

fn export(
    app: &App,
    table: ExportTable,
    (file, bom): (&Path, Bom),
    watch: ProgressFn<'_>,
) -> Result<JobOutcome, Error> {
    if file.exists() {
        return Err(Error::There(file.to_owned()));
    }
    let failed = |error| Error::Output(file.to_owned(), error);
    let ending = file.extension().and_then(|ending| ending.to_str());
    let format = ending.and_then(Format::from_key).filter(|format| format.is_of_lists());
    let format = format.unwrap_or(Format::Csv);
    let mut output = Output::to(file).map_err(failed)?;
    app.export(|moment| {
        let currency = moment.currency()?;
        let list = Writer::new(format, tables::columns(table), &mut output);
        let mut list = if bom == Bom::With { list.with_bom() } else { list };
        let mut done = 0;
        moment.rows(table, |row| {
            Progress::of(Work::Rows, done, None).report(watch)?;
            done += 1;
            tables::write(row, currency, &mut list).map_err(failed)
        })?;
        list.finish().map_err(failed)
    })?;
    output.commit().map_err(failed)?;
    Ok(JobOutcome::Written(file.to_owned()))
}
