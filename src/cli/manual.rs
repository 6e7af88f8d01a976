//! Manual pages in troff: an overview, and a page for each command with all its actions.

use super::args::Args;
use super::args::manual::Man as Asked;
use super::error::{Error, Result};
use super::{Printer, help};
use crate::i18n::Localizer;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::fs;
use std::io::{self, Write};

/// Headings that clap_mangen writes, with the messages that translate them.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "man-options"),
    ("GLOBAL OPTIONS", "man-global-options"),
    ("SUBCOMMANDS", "man-commands"),
];

/// A manual page: the name of its file, and its troff source.
struct Page {
    file: String,
    source: String,
}

/// Prints a manual page, or writes all of them into a folder.
///
/// # Errors
/// If there is no such command, or a page cannot be written.
pub fn man(asked: &Asked, say: &mut Printer<'_>) -> Result<()> {
    let words = say.words();
    let Some(folder) = &asked.dir else {
        let page = match &asked.command {
            None => overview(words)?,
            Some(name) => command_page(name, words)?
                .ok_or_else(|| Error::Usage("usage-no-help", name.clone()))?,
        };
        return Ok(say.output().write_all(page.source.as_bytes())?);
    };
    let names = Args::grammar();
    let names = names.get_subcommands().map(Command::get_name);
    let mut pages = vec![overview(words)?];
    for name in names {
        pages.extend(command_page(name, words)?);
    }
    fs::create_dir_all(folder).map_err(|error| Error::OutputFile(folder.clone(), error))?;
    for page in pages {
        let file = folder.join(page.file);
        fs::write(&file, page.source).map_err(|error| Error::OutputFile(file, error))?;
    }
    say.written("man-written", folder)
}

/// Returns the overview: the options of every command, the commands with their pages, files and exit codes.
fn overview(words: &Localizer) -> Result<Page> {
    let grammar = help::localised(Args::grammar(), words);
    // The actions of a command are on its own page.
    let nouns: Vec<Command> = grammar.get_subcommands().map(alone).collect();
    let man = Man::new(alone(&grammar).subcommands(nouns));
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    section("man-description", &words.text("topic-start"), words, &mut text)?;
    man.render_subcommands_section(&mut text)?;
    man.render_options_section(&mut text)?;
    for (name, key) in help::TOPICS.iter().filter(|(name, _)| *name != "exit-codes") {
        if *name != "columns" {
            section(key, &words.text(key), words, &mut text)?;
        }
    }
    ending("", words, &mut text)?;
    page("ricejar", &text, words)
}

/// Returns the page of a command; `None` if there is no such command.
fn command_page(name: &str, words: &Localizer) -> Result<Option<Page>> {
    let grammar = help::localised(Args::grammar(), words);
    let Some(command) = grammar.find_subcommand(name) else { return Ok(None) };
    let title = format!("ricejar-{name}");
    let man = |command: &Command, names: &str| {
        let command = alone(command).bin_name(format!("ricejar {names}"));
        Man::new(command.display_name(title.clone()))
    };
    let mut text = Vec::new();
    let verbs: Vec<Command> = command.get_subcommands().map(alone).collect();
    let whole = alone(command).subcommands(verbs).bin_name(format!("ricejar {name}"));
    let whole = Man::new(whole.display_name(title.clone()));
    whole.render_title(&mut text)?;
    whole.render_name_section(&mut text)?;
    whole.render_synopsis_section(&mut text)?;
    whole.render_options_section(&mut text)?;
    for verb in command.get_subcommands() {
        let names = format!("{name} {}", verb.get_name());
        let mut part = Vec::new();
        let verb_page = man(verb, &names);
        verb_page.render_description_section(&mut part)?;
        verb_page.render_synopsis_section(&mut part)?;
        verb_page.render_options_section(&mut part)?;
        let mut heading = Roff::new();
        heading.control("SH", [names.to_uppercase().as_str()]);
        heading.to_writer(&mut text)?;
        // The sections of an action are subsections of the page.
        let part = String::from_utf8_lossy(&part).replace(".SH DESCRIPTION\n", "");
        text.extend(part.replace("\n.SH ", "\n.SS ").into_bytes());
    }
    ending(name, words, &mut text)?;
    Ok(Some(page(&title, &text, words)?))
}

/// Returns a command without its subcommands and its examples.
fn alone(command: &Command) -> Command {
    let own = Command::new(command.get_name().to_owned());
    let own = own.allow_missing_positional(command.is_allow_missing_positional_set());
    let own = match command.get_about() {
        Some(about) => own.about(about.clone()),
        None => own,
    };
    let own = match command.get_version() {
        Some(version) => own.version(version.to_owned()),
        None => own,
    };
    own.args(command.get_arguments().cloned()).disable_help_flag(true).disable_help_subcommand(true)
}

/// Writes the sections at the end of every page: examples, exit status, files, other pages.
fn ending(name: &str, words: &Localizer, text: &mut Vec<u8>) -> Result<()> {
    let grammar = Args::grammar();
    let verbs = grammar.find_subcommand(name).into_iter().flat_map(Command::get_subcommands);
    let own = if name.is_empty() { String::new() } else { format!("-{name}") };
    let paths =
        [own.clone()].into_iter().chain(verbs.map(|verb| format!("{own}-{}", verb.get_name())));
    let examples: Vec<String> = paths.filter_map(|path| help::examples(&path, words)).collect();
    section("man-examples", &examples.join("\n"), words, text)?;
    section("man-exit-status", &words.text("topic-exit-codes"), words, text)?;
    section("man-environment", &words.text("man-environment-text"), words, text)?;
    section("man-files", &words.text("man-files-text"), words, text)?;
    let others = grammar.get_subcommands().map(|noun| format!("ricejar-{}(1)", noun.get_name()));
    let others = match name {
        "" => others.collect::<Vec<_>>().join(", "),
        _ => "ricejar(1)".to_owned(),
    };
    section("man-see-also", &others, words, text)
}

/// Writes a section whose lines stay as they are.
fn section(key: &str, lines: &str, words: &Localizer, text: &mut Vec<u8>) -> Result<()> {
    let heading_key = if key.starts_with("topic-") { &format!("{key}-heading") } else { key };
    let mut roff = Roff::new();
    roff.control("SH", [words.text(heading_key).to_uppercase().as_str()]);
    roff.control("nf", []);
    lines.lines().for_each(|line| {
        roff.text([roman(line)]);
    });
    roff.control("fi", []);
    Ok(roff.to_writer(text)?)
}

/// Returns the page with its headings in the user's language.
fn page(title: &str, text: &[u8], words: &Localizer) -> Result<Page> {
    let source = std::str::from_utf8(text).map_err(io::Error::other)?;
    // Each part begins with the same definition of the apostrophe.
    let (preamble, title_line) = source.split_once(".TH ").unwrap_or_default();
    let own = title_line.replace(preamble, "");
    let source = format!("{preamble}.TH {own}");
    let lines = source.lines().map(|line| {
        let known = line.split_once(' ').filter(|(control, _)| matches!(*control, ".SH" | ".SS"));
        let translated = known.and_then(|(control, heading)| {
            let (_, key) = HEADINGS.iter().find(|(name, _)| *name == heading.trim_matches('"'))?;
            Some(format!("{control} \"{}\"", words.text(key).to_uppercase()))
        });
        translated.unwrap_or_else(|| line.to_owned()) + "\n"
    });
    Ok(Page { file: format!("{title}.1"), source: lines.collect() })
}
