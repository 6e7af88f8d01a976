//! Commands about whole files: exports and imports, backups, the check.

use super::Cli;
use super::args::files::{Backup, Export, Import, Rescue, Restore, Rows};
use super::error::{Error, Result};
use super::filter::{CustomerSet, check_table, is_asked_for};
use super::progress::ProgressLine;
use super::{CommandEffect, Printer, until_signal};
use crate::app::{
    self, App, Loss, Progress, ProgressFn, RowFate, Snapshot, StoreError, Work, no_progress,
};
use crate::domain::import::Repeats;
use crate::domain::record::{ExportTable, Record};
use crate::domain::shop::Shop;
use crate::domain::{Command, Day, StableName};
use crate::exchange::tables::{self, BadFile, Spec};
use crate::exchange::{
    Cell, Column, Format, HledgerJournal, JsonObject, Output, ReadError, Writer, sync_folder,
};
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;

impl Cli<'_> {
    pub(super) fn export(&mut self, asked: Export) -> Result<()> {
        let (whose, days) = (self.whose(&asked.whose)?, self.past_between(&asked.days)?);
        let is_wanted = |row: Record<'_>| is_asked_for(row, &whose, days);
        if let Rows::Of(table) = asked.what {
            check_table(table, &asked.whose, days)?;
        }
        if asked.what == Rows::Ledger && !days.has(None) {
            return Err(Error::Usage("usage-no-days", "ledger".to_owned()));
        }
        let (app, say) = (&self.app, &mut self.say);
        match asked.what {
            Rows::Ledger => {
                let out = say.output();
                until_signal(|watch| {
                    app.export(|moment| write_ledger(moment, app.today(), (&whose, out), watch))
                })
            }
            Rows::Of(table) => {
                let to_file = say.writes_a_file();
                let mut export = |watch: ProgressFn<'_>| {
                    app.export(|moment| {
                        let list = say.begin(tables::columns(table));
                        let list = if asked.bom { list.with_bom() } else { list };
                        write(moment, table, (list, &is_wanted), watch)
                    })
                };
                // A pipe leaves no half written file to remove.
                if to_file { until_signal(export) } else { export(&no_progress) }
            }
            Rows::All => {
                let folder = say.take_place().filter(|folder| folder != Path::new("-"));
                let folder = folder.ok_or_else(|| Error::Usage("export-folder", String::new()))?;
                let format = say.format();
                until_signal(|watch| {
                    export_all(app, &folder, (format, asked.bom, &is_wanted), watch)
                })
            }
        }
    }

    pub(super) fn import(&mut self, asked: Import) -> Result<()> {
        let name = asked.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let from_stdin = asked.file == Path::new("-");
        let (file, name): (Box<dyn Read>, String) = match asked.file.to_str() {
            Some("-") => (Box::new(io::stdin()), String::new()),
            _ => {
                let opened = File::open(&asked.file);
                (Box::new(opened.map_err(|error| Error::Input(asked.file.clone(), error))?), name)
            }
        };
        let spec = Spec {
            table: asked.into,
            file: name,
            currency: self.currency(),
            today: self.app.today(),
            order: self.shop.date_order,
            repeats: if asked.again { Repeats::Allow } else { Repeats::Refuse },
        };
        let line = ProgressLine::new(self.words());
        let rows = |done| {
            line.show(Progress::of(Work::Rows, done, None));
            ControlFlow::Continue(())
        };
        // Nothing is written so far: until here a signal ends the program at once.
        let import = tables::scan_with_rules(file, spec, &rows, |import| {
            let watch = |progress| {
                line.show(progress);
                ControlFlow::Continue(())
            };
            Ok(self.app.refused_rows(import, &watch)?)
        });
        let import = import.map_err(|error| match error {
            Error::File(BadFile::Header(ReadError::Io(error))) if !from_stdin => {
                Error::Input(asked.file.clone(), error)
            }
            other => other,
        })?;
        let command = Command::Import(import);
        let done = until_signal(|stop| {
            let watch = |progress| {
                line.show(progress);
                stop(progress)
            };
            Ok(match asked.dry_run {
                true => self.app.dry_run(&command, &watch)?,
                false => self.app.perform_watched(&command, &watch)?,
            })
        })?;
        drop(line);
        if !asked.dry_run {
            return self.performed(&done);
        }
        let nothing = self.words().text("import-dry-run");
        self.say_tried(&done, &nothing)
    }

    pub(super) fn backup(&mut self, asked: Backup) -> Result<()> {
        if asked.no_check {
            until_signal(|watch| {
                self.app.backup_unchecked(&asked.file, watch).map_err(Error::already_exists)
            })?;
            return self.say.written("backup-made-unchecked", &asked.file);
        }
        let findings = until_signal(|watch| {
            self.app.backup(&asked.file, watch).map_err(Error::already_exists)
        })?;
        if findings.is_empty() {
            return self.say.written("backup-made", &asked.file);
        }
        self.say.written("backup-made-unsound", &asked.file)?;
        Err(Error::BackupUnsound(findings))
    }

    /// Says what does not add up, if anything: then it is a refusal.
    pub(super) fn check(&mut self) -> Result<()> {
        let words = self.words();
        let mut list = FoundList::new(&mut self.say, CHECKED);
        let checked = self.app.check_each(&mut |finding| {
            let problem = words.finding(&finding);
            list.add(finding.place(), &problem, None)
        });
        match list.finish(checked)? {
            0 if self.say.is_for_people() => {
                let said = self.words().text("check-well");
                self.say.line(&said)
            }
            0 => Ok(()),
            found => Err(Error::Unsound(found)),
        }
    }
}

const CHECKED: &[Column] =
    &[Column::left("table"), Column::right("row"), Column::left("column"), Column::left("problem")];

const RESCUED: &[Column] = &[
    Column::left("table"),
    Column::right("row"),
    Column::left("column"),
    Column::left("problem"),
    Column::left("kept"),
];

/// Findings, printed as they are found: one sentence a line for people, a list for programs.
struct FoundList<'s> {
    out: Found<'s>,
    count: usize,
    failed: Option<io::Error>,
}

enum Found<'s> {
    Lines(&'s mut Output),
    List(Writer<'s>),
}

impl<'s> FoundList<'s> {
    fn new(say: &'s mut Printer<'_>, columns: &[Column]) -> Self {
        let out = match say.is_for_people() {
            true => Found::Lines(say.output()),
            false => Found::List(say.begin(columns)),
        };
        Self { out, count: 0, failed: None }
    }

    fn add(
        &mut self,
        (table, row, column): (&str, Option<i64>, &str),
        problem: &str,
        kept: Option<bool>,
    ) -> ControlFlow<()> {
        self.count += 1;
        let written = match &mut self.out {
            Found::Lines(out) => writeln!(out, "{problem}"),
            Found::List(list) => {
                let row = row.map_or(Cell::Empty, Cell::Int);
                let mut cells =
                    vec![Cell::text(table), row, Cell::text(column), Cell::text(problem)];
                cells.extend(kept.map(Cell::Flag));
                list.row(&cells)
            }
        };
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failed = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// Ends the list, and returns how much was found.
    fn finish(self, looked: app::Result<()>) -> Result<usize> {
        if let Some(error) = self.failed {
            return Err(error.into());
        }
        looked?;
        if let Found::List(list) = self.out {
            list.finish()?;
        }
        Ok(self.count)
    }
}

/// The test of the rows that an export writes.
type IsWanted<'a> = &'a dyn Fn(Record<'_>) -> bool;

/// Copies what can be read of the notebook at `place` into a new file, and says what could not be.
///
/// # Errors
/// If it is no notebook, the new file cannot be written, or anything was lost.
pub fn rescue(
    asked: &Rescue,
    place: &Path,
    (shop, today): (&Shop, Day),
    say: &mut Printer<'_>,
) -> Result<()> {
    let words = say.words();
    let mut list = FoundList::new(say, RESCUED);
    let rescued = until_signal(|watch| {
        let mut take = |loss: Loss| {
            let kept = loss.fate == RowFate::Kept;
            list.add(loss.damage.place(), &words.loss(&loss), Some(kept))
        };
        app::rescue(place, &asked.file, (shop, today), watch, &mut take)
            .map_err(Error::already_exists)
    });
    let lost = match rescued {
        Err(Error::App(error)) => list.finish(Err(error))?,
        Err(error) => return Err(error),
        Ok(()) => list.finish(Ok(()))?,
    };
    match say.is_for_people() {
        true => say.written("rescued", &asked.file)?,
        false => say.effect_done(CommandEffect::Written(asked.file.clone())),
    }
    if lost > 0 { Err(Error::Lost(lost)) } else { Ok(()) }
}

/// Writes every row of a table that is wanted.
fn write(
    moment: &Snapshot<'_>,
    table: ExportTable,
    (mut list, is_wanted): (Writer<'_>, IsWanted<'_>),
    watch: ProgressFn<'_>,
) -> Result<()> {
    let (currency, mut done) = (moment.currency()?, 0);
    moment.rows(table, |row| {
        Progress::of(Work::Rows, done, None).report(watch).map_err(app::Error::from)?;
        done += 1;
        if is_wanted(row) {
            tables::write(row, currency, &mut list)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(list.finish()?)
}

/// Writes the tabs as they stood at the end of a day, as double-entry books.
fn write_ledger(
    moment: &Snapshot<'_>,
    day: Day,
    (whose, out): (&CustomerSet, &mut Output),
    watch: ProgressFn<'_>,
) -> Result<()> {
    let till = moment.till_method()?;
    let mut out = BufWriter::new(out);
    let mut journal = HledgerJournal::begin(moment.currency()?, till.as_ref(), &mut out)?;
    let is_of = |code: &str| whose.has_code(Some(code));
    let mut done = 0;
    moment.rows(ExportTable::Entries, |row| {
        Progress::of(Work::Rows, done, None).report(watch).map_err(app::Error::from)?;
        done += 1;
        let Record::Entry(row) = row else { return Ok(()) };
        match row.entry.on <= day && is_of(&row.customer) {
            true => Ok::<_, Error>(journal.entry(row)?),
            false => Ok(()),
        }
    })?;
    journal.begin_balances(day)?;
    moment.balances(day, |row| match is_of(&row.customer) {
        true => Ok::<_, Error>(journal.balance(row)?),
        false => Ok(()),
    })?;
    journal.begin_accounts()?;
    moment.balances(day, |row| match is_of(&row.customer) {
        true => Ok::<_, Error>(journal.customer(row)?),
        false => Ok(()),
    })?;
    Ok(journal.finish()?)
}

/// Writes every table of one moment into a new folder, which is there whole or not at all.
fn export_all(
    app: &App,
    folder: &Path,
    (format, bom, is_wanted): (Format, bool, IsWanted<'_>),
    watch: ProgressFn<'_>,
) -> Result<()> {
    // Only the kind of an error: nobody knows the name that the folder has until it is whole.
    let failed = |error: io::Error| Error::OutputFile(folder.to_owned(), error.kind().into());
    if folder.exists() {
        return Err(Error::FileThere(folder.to_owned()));
    }
    let beside = folder.parent().filter(|beside| !beside.as_os_str().is_empty());
    let beside = beside.unwrap_or(Path::new("."));
    let making = tempfile::tempdir_in(beside).map_err(failed)?;
    app.export(|moment| {
        for (table, name) in ExportTable::ALL {
            let mut output = Output::to(&making.path().join(format!("{name}.{}", ending(format))))?;
            let list = Writer::new(format, tables::columns(*table), &mut output);
            let list = if bom { list.with_bom() } else { list };
            write(moment, *table, (list, is_wanted), watch)?;
            output.commit()?;
        }
        Ok::<_, Error>(())
    })?;
    sync_folder(making.path()).map_err(failed)?;
    std::fs::rename(making.path(), folder).map_err(failed)?;
    sync_folder(beside).map_err(failed)
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Table => "txt",
        Format::Html | Format::Hledger | Format::Csv | Format::Json | Format::Jsonl => format.key(),
    }
}

/// Puts a backup in the place of the notebook at `place`, and says where that one is now.
///
/// # Errors
/// If the backup is no notebook, or somebody has the notebook open.
pub fn restore(asked: &Restore, place: &Path, say: &mut Printer<'_>) -> Result<()> {
    let kept = until_signal(|watch| {
        app::restore(&asked.file, place, watch).map_err(|error| bad_backup(&asked.file, error))
    })?;
    let words = say.words();
    let name = |path: &Path| path.display().to_string();
    let said = |key, path: &Path| words.format(key, &[("file", name(path).into())]);
    say.effect_done(CommandEffect::Written(place.to_owned()));
    let mut sentences = vec![said("restored", place)];
    sentences.extend(kept.as_deref().map(|kept| said("restore-kept", kept)));
    let facts = JsonObject::default()
        .with("file", Cell::text(name(place)))
        .with("kept", Cell::or_empty(kept.as_deref(), |kept| Cell::text(name(kept))));
    say.said("restored", facts, &sentences.join("\n"))
}

/// Says of a backup that is damaged or not there that it is the backup.
fn bad_backup(file: &Path, error: app::Error) -> Error {
    match error {
        app::Error::Store(
            StoreError::Damaged(_)
            | StoreError::Empty(_)
            | StoreError::Locked
            | StoreError::Missing(_)
            | StoreError::Unsound(_),
        ) => Error::Backup(file.to_owned(), error),
        app::Error::Store(_) | app::Error::Refused(_) => error.into(),
    }
}
