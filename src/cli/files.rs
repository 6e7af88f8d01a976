//! Commands about whole files: exports and imports, backups, the check; completions and the manual.

use super::Cli;
use super::args::files::{Backup, Export, Import};
use super::args::{Args, Command};
use super::error::{Error, Result};
use super::help;
use crate::words::Words;
use clap_complete::Shell;
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

/// Writes what is made of the grammar alone: completions, and the manual page.
///
/// # Errors
/// If the output cannot be written.
pub fn of_grammar(command: &Command, words: &Words, out: &mut dyn Write) -> Result<()> {
    let mut text = Vec::new();
    match command {
        Command::Completions(asked) => completions(asked.shell, &mut text),
        Command::Man => manual(words, &mut text)?,
        _ => {}
    }
    Ok(out.write_all(&text)?)
}

fn completions(shell: Shell, out: &mut Vec<u8>) {
    clap_complete::generate(shell, &mut Args::grammar(), "ricejar", out);
}

/// One page with every command, as people search one page.
fn manual(words: &Words, out: &mut Vec<u8>) -> io::Result<()> {
    let mut grammar = help::localised(Args::grammar(), words);
    grammar.build();
    clap_mangen::Man::new(grammar.clone()).render(out)?;
    grammar.get_subcommands().try_for_each(|noun| page_of(noun, out))
}

fn page_of(command: &clap::Command, out: &mut Vec<u8>) -> io::Result<()> {
    let page = clap_mangen::Man::new(command.clone());
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_options_section(out)?;
    command.get_subcommands().try_for_each(|verb| page_of(verb, out))
}
