//! Commands about whole files: exports and imports, backups, the check; completions and the manual.

use super::Cli;
use super::args::Args;
use super::args::files::{Backup, Completions, Export, Import};
use super::error::{Error, Result};
use super::help;
use crate::words::Words;
use std::io::{self, Write};

impl Cli<'_> {
    pub(super) fn export(&mut self, asked: Export) -> Result<()> {
        Err(Error::Usage("not-yet", format!("{:?}", asked.what)))
    }

    pub(super) fn import(&mut self, asked: Import) -> Result<()> {
        Err(Error::Usage("not-yet", format!("{:?}", asked.into)))
    }

    pub(super) fn backup(&mut self, asked: Backup) -> Result<()> {
        Err(Error::Usage("not-yet", asked.file.display().to_string()))
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
