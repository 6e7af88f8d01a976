//! Completions: the shell asks the program what may come next, and the notebook knows codes and names. The
//! notebook is only read, and errors give no candidates: a shell has no place for them.

use super::args::Args;
use super::error::Result;
use super::{EarlyOptions, help};
use crate::app::{App, Clock};
use crate::config::Environment;
use crate::domain::product::Product;
use crate::domain::query::{CustomerQuery, PageDirection};
use crate::domain::search_key;
use crate::i18n::Localizer;
use clap::Command;
use clap_complete::engine::{
    ArgValueCandidates, ArgValueCompleter, CompletionCandidate, ValueCompleter,
};
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The variable of the environment by which a shell asks for completions; its value names the shell.
pub const VARIABLE: &str = "RICEJAR_COMPLETE";

/// Maximum number of customers that are offered.
const MOST: u32 = 100;

/// Writes the script that makes a shell ask the program.
///
/// # Errors
/// If the output cannot be written.
pub fn script(shell: Shell, out: &mut dyn Write) -> Result<()> {
    let shells = Shells::builtins();
    let writer = shells.completer(&shell.to_string());
    let writer = writer.ok_or_else(|| io::Error::from(io::ErrorKind::Unsupported))?;
    Ok(writer.write_registration(VARIABLE, "ricejar", "ricejar", "ricejar", out)?)
}

/// Answers a shell on standard output. The words of its command line follow `--`.
///
/// # Errors
/// If the shell is not known, or the output cannot be written.
pub fn complete(typed: &[OsString], environment: &Environment, clock: &Clock) -> Result<()> {
    let line = typed.split(|word| word == "--").nth(1).unwrap_or_default();
    let early = EarlyOptions::of(line);
    let Ok(currency) = environment.currency() else { return Ok(()) };
    let words = Localizer::new(early.language(environment), currency);
    let notebook = Notebook { file: early.notebook(environment), clock: clock.clone() };
    let grammar = || with_candidates(help::localised(Args::grammar(), &words), &notebook);
    let folder = std::env::current_dir().ok();
    let answer = CompleteEnv::with_factory(grammar).var(VARIABLE);
    answer.try_complete(typed.iter().cloned(), folder.as_deref()).map_err(Box::new)?;
    Ok(())
}

/// Returns the grammar with the candidates of each argument that names something in the notebook.
fn with_candidates(command: Command, notebook: &Notebook) -> Command {
    let command = command.mut_args(|arg| match arg.get_id().as_str() {
        "who" | "customer" | "referred_by" => {
            let notebook = notebook.clone();
            let candidates = move |typed: &OsStr| notebook.customers(typed).unwrap_or_default();
            arg.add(ArgValueCompleter::new(candidates))
        }
        "product" => {
            let notebook = notebook.clone();
            let candidates = move |typed: &OsStr| notebook.products(typed).unwrap_or_default();
            arg.add(ArgValueCompleter::new(candidates))
        }
        "goods" | "line" => arg.add(ArgValueCompleter::new(Pairs(notebook.clone()))),
        "command" => arg.add(ArgValueCandidates::new(|| names(&[]))),
        "words" => arg.add(ArgValueCandidates::new(|| names(&help::TOPICS))),
        _ => arg,
    });
    command.mut_subcommands(|sub| with_candidates(sub, notebook))
}

/// Returns the names of the commands, and of these topics.
fn names(topics: &[(&str, &str)]) -> Vec<CompletionCandidate> {
    let grammar = Args::grammar();
    let commands = grammar.get_subcommands().map(|command| command.get_name().to_owned());
    let topics = topics.iter().map(|(name, _)| (*name).to_owned());
    commands.chain(topics).map(CompletionCandidate::new).collect()
}

/// The notebook that candidates are read from.
#[derive(Clone)]
struct Notebook {
    file: PathBuf,
    clock: Clock,
}

impl Notebook {
    fn open(&self) -> Option<App> {
        App::open_to_read(Path::new(&self.file), self.clock.clone()).ok()
    }

    /// Returns the codes of the customers that a text finds, with their names.
    fn customers(&self, typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
        let query = CustomerQuery { query: typed.to_str()?.to_owned(), ..Default::default() };
        let rows = self.open()?.customers(&query, (None, PageDirection::After), MOST).ok()?;
        let candidate =
            |code: String, name: String| CompletionCandidate::new(code).help(Some(name.into()));
        Some(rows.into_iter().map(|row| candidate(row.customer.code, row.customer.name)).collect())
    }

    /// Returns the products that a text finds: their names; of one whose name has blanks, a word of it that
    /// no other product has, or else its `#id`.
    fn products(&self, typed: &OsStr) -> Option<Vec<CompletionCandidate>> {
        let typed = typed.to_str()?.trim_start_matches(['"', '\'']);
        let all: Vec<Product> =
            self.open()?.products().ok()?.into_iter().map(|(product, _)| product).collect();
        let found = all.iter().filter(|product| finds(typed, product));
        let candidates = found.map(|product| {
            let is_its_own = |word: &&str| all.iter().filter(|one| finds(word, one)).count() == 1;
            let words = || product.name.split_whitespace().filter(is_its_own);
            let text = match product.name.contains(char::is_whitespace) {
                false => product.name.clone(),
                true => words()
                    .find(|word| word.starts_with(typed))
                    .or_else(|| words().next())
                    .map_or_else(|| format!("#{}", product.id.number()), str::to_owned),
            };
            CompletionCandidate::new(text).help(Some(product.name.clone().into()))
        });
        Some(candidates.collect())
    }
}

/// Returns whether every word of a text is in the name of a product.
fn finds(text: &str, product: &Product) -> bool {
    let forms = search_key::search_forms(&product.name);
    search_key::search_words(text).iter().all(|word| forms.contains(word))
}

/// Pairs of a product and a quantity: only the product has candidates.
struct Pairs(Notebook);

impl ValueCompleter for Pairs {
    fn complete(&self, typed: &OsStr) -> Vec<CompletionCandidate> {
        self.0.products(typed).unwrap_or_default()
    }

    fn complete_at(&self, index: usize, typed: &OsStr) -> Vec<CompletionCandidate> {
        if index.is_multiple_of(2) { self.complete(typed) } else { Vec::new() }
    }
}
