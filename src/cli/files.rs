//! Commands about whole files: exports and imports, backups, the check; completions and the manual.

use super::Cli;
use super::args::Args;
use super::args::files::{Backup, Completions, Export, Import, Restore, Rows};
use super::error::{Error, Result};
use super::{Speaker, help};
use crate::app::{self, App, Moment, unwatched};
use crate::domain::filed::Table;
use crate::domain::{Command, Key};
use crate::exchange::{Format, Output, Writer, sync_folder, tables};
use crate::words::Words;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

impl Cli<'_> {
    pub(super) fn export(&mut self, asked: Export) -> Result<()> {
        let (app, say) = (&self.app, &mut self.say);
        match asked.what {
            Rows::Of(table) => app.export(|moment| {
                let list = say.begin(tables::columns(table));
                write(moment, table, if asked.bom { list.with_bom() } else { list })
            }),
            Rows::All => {
                let folder = say.take_place().filter(|folder| folder != Path::new("-"));
                let folder = folder.ok_or_else(|| Error::Usage("export-folder", String::new()))?;
                export_all(app, &folder, say.format(), asked.bom)
            }
        }
    }

    pub(super) fn import(&mut self, asked: Import) -> Result<()> {
        let file: Box<dyn Read> = match asked.file.to_str() {
            Some("-") => Box::new(io::stdin()),
            _ => {
                Box::new(File::open(&asked.file).map_err(|error| Error::Input(asked.file, error))?)
            }
        };
        let rows = tables::read(file, asked.into, self.currency(), self.app.today())?;
        let command = Command::Import(rows);
        if !asked.dry_run {
            return self.perform(&command);
        }
        let would = self.app.rehearse(&command, &unwatched)?;
        self.say.done(&would)?;
        let nothing = self.words().say("import-dry-run");
        self.say.line(&nothing)
    }

    pub(super) fn backup(&mut self, asked: Backup) -> Result<()> {
        self.app.backup(&asked.file, &unwatched).map_err(Error::there)?;
        self.say.written("backup-made", &asked.file)
    }

    /// Says what does not add up, if anything: then it is a refusal.
    pub(super) fn check(&mut self) -> Result<()> {
        let findings = self.app.check()?;
        if findings.is_empty() {
            let said = self.words().say("check-well");
            return self.say.line(&said);
        }
        for finding in &findings {
            let said = self.words().finding(finding);
            self.say.line(&said)?;
        }
        Err(Error::Unsound(findings.len()))
    }
}

/// Writes every row of a table.
fn write(moment: &Moment<'_>, table: Table, mut list: Writer<'_>) -> Result<()> {
    let currency = moment.currency()?;
    moment.rows(table, |row| Ok::<_, Error>(tables::write(row, currency, &mut list)?))?;
    Ok(list.finish()?)
}

/// Writes every table of one moment into a new folder, which is there whole or not at all.
fn export_all(app: &App, folder: &Path, format: Format, bom: bool) -> Result<()> {
    // Only the kind of an error: nobody knows the name that the folder has until it is whole.
    let failed = |error: io::Error| Error::OutputFile(folder.to_owned(), error.kind().into());
    if folder.exists() {
        return Err(Error::FileThere(folder.to_owned()));
    }
    let beside = folder.parent().filter(|beside| !beside.as_os_str().is_empty());
    let beside = beside.unwrap_or(Path::new("."));
    let making = tempfile::tempdir_in(beside).map_err(failed)?;
    app.export(|moment| {
        for (table, name) in Table::ALL {
            let mut output = Output::to(&making.path().join(format!("{name}.{}", ending(format))))?;
            let list = Writer::new(format, tables::columns(*table), &mut output);
            write(moment, *table, if bom { list.with_bom() } else { list })?;
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
        Format::Csv | Format::Json | Format::Jsonl => format.key(),
    }
}

/// Puts a backup in the place of the notebook at `place`, and says where that one is now.
///
/// # Errors
/// If the backup is no notebook, or somebody has the notebook open.
pub fn restore(asked: &Restore, place: &Path, say: &mut Speaker<'_>) -> Result<()> {
    let kept = app::restore(&asked.file, place, &unwatched)?;
    let words = say.words();
    let name = |path: &Path| path.display().to_string().into();
    say.written("restored", place)?;
    match kept {
        Some(kept) => say.line(&words.tell("restore-kept", &[("file", name(&kept))])),
        None => Ok(()),
    }
}

/// Writes the completions for a shell.
///
/// # Errors
/// If the output cannot be written.
pub fn completions(asked: &Completions, out: &mut dyn Write) -> Result<()> {
    // Generators do not tell when they cannot write, so they write to memory.
    let mut text = Vec::new();
    clap_complete::generate(asked.shell, &mut Args::grammar(), "ricejar", &mut text);
    Ok(out.write_all(&text)?)
}

/// Writes the manual: one page with every command, as people search one page.
///
/// # Errors
/// If the output cannot be written.
pub fn manual(words: &Words, out: &mut dyn Write) -> Result<()> {
    let mut grammar = help::localised(Args::grammar(), words);
    grammar.build();
    let mut text = Vec::new();
    clap_mangen::Man::new(grammar.clone()).render(&mut text)?;
    grammar.get_subcommands().try_for_each(|noun| page_of(noun, &mut text))?;
    Ok(out.write_all(&text)?)
}

fn page_of(command: &clap::Command, out: &mut Vec<u8>) -> io::Result<()> {
    let page = clap_mangen::Man::new(command.clone());
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_options_section(out)?;
    command.get_subcommands().try_for_each(|verb| page_of(verb, out))
}
