//! Help in the user's language. The English texts are the doc comments of [`super::args`], where
//! clap finds them; the Chinese ones stand in `assets/locales/zh-CN/help.ftl`, by the command and the
//! name of the argument.

use super::args::{self, Args};
use super::error::{Error, Result};
use super::print::eprint_line;
use crate::domain::StableName;
use crate::domain::record::ExportTable;
use crate::domain::shop::Language;
use crate::exchange::{Output, tables};
use crate::i18n::Localizer;
use clap::Command;
use clap::error::ErrorKind;
use std::io::{self, Write};

/// Prints what was asked for by `--help` or `--version`; a noun without its verb gets its help on
/// standard error.
///
/// # Errors
/// If standard output cannot be written.
pub fn print(asked: &clap::Error, words: &Localizer) -> io::Result<()> {
    let text = match asked.kind() {
        ErrorKind::DisplayVersion => asked.to_string(),
        _ => help_like(asked, words).unwrap_or_else(|| asked.to_string()),
    };
    if asked.use_stderr() {
        eprint_line(text.trim_end());
        return Ok(());
    }
    let mut output = Output::stdout();
    output.write_all(text.as_bytes())?;
    output.commit()
}

/// Returns the help that was asked for in the language of the words, with examples.
fn help_like(asked: &clap::Error, words: &Localizer) -> Option<String> {
    let english = asked.to_string();
    let usage = english.lines().find_map(|line| line.strip_prefix("Usage: "))?;
    let verbs = usage.split(' ').skip(1);
    let verbs: Vec<&str> = verbs
        .take_while(|word| word.starts_with(|first: char| first.is_ascii_lowercase()))
        .collect();
    help_of(&verbs, words)
}

/// Prints the help of a command of the grammar, or that of the program.
///
/// # Errors
/// If standard output cannot be written.
pub fn print_of(verbs: &[String], words: &Localizer) -> io::Result<()> {
    let verbs: Vec<&str> = verbs.iter().map(String::as_str).collect();
    let mut output = Output::stdout();
    output.write_all(help_of(&verbs, words).unwrap_or_default().as_bytes())?;
    output.commit()
}

/// Returns the help of a command, `customer add`; `None` if there is no such command.
fn help_of(verbs: &[&str], words: &Localizer) -> Option<String> {
    let mut grammar = along(&Args::parser(), verbs, "", words)?;
    if !verbs.is_empty() {
        // The command gets its full name and the options of every command.
        grammar.build();
    }
    let mut command = &mut grammar;
    for verb in verbs {
        command = command.find_subcommand_mut(verb)?;
    }
    let help = command.render_help().to_string();
    // clap ends a heading with a colon of its own.
    let line = |line: &str| match line.strip_suffix(':').filter(|heading| !heading.is_ascii()) {
        Some(heading) => format!("{heading}：\n"),
        None => format!("{line}\n"),
    };
    Some(help.lines().map(line).collect())
}

/// Returns the grammar as far as the help of one command shows it, in the language of the words: the commands
/// on the way to it, and of its own commands only their names and what they do.
fn along(command: &Command, verbs: &[&str], path: &str, words: &Localizer) -> Option<Command> {
    let path = path_of(command, path);
    let (own, groups) = (command.get_arguments().cloned(), command.get_groups().cloned());
    let shown = args::copy(command).args(own).groups(groups);
    let shown = match command.get_version() {
        Some(version) => shown.version(version.to_owned()),
        None => shown,
    };
    let shown = match verbs.split_first() {
        Some((verb, rest)) => {
            let sub = command.find_subcommand(verb)?.clone();
            let sub = if path.is_empty() { sub } else { args::complete_verb(sub) };
            shown.subcommand(along(&sub, rest, &path, words)?)
        }
        None => {
            let names = command.get_subcommands().map(|sub| about_of(sub, &path, words));
            with_examples(shown.subcommands(names), &path, words)
        }
    };
    let shown = translated(shown, &path, words);
    Some(match verbs.is_empty() {
        // Its commands are only named, and need no options.
        true => shown.mut_args(|arg| arg.global(false)),
        false => shown,
    })
}

/// Returns a command with its name and what it does.
fn about_of(command: &Command, path: &str, words: &Localizer) -> Command {
    let copy = args::copy(command).subcommand_required(false);
    let about = is_translated(words).then(|| words.lookup(&about_key(&path_of(command, path))));
    match about.flatten() {
        Some(about) => copy.about(about),
        None => copy,
    }
}

/// Returns the path of a command behind that of its parent: `-customer-add`.
fn path_of(command: &Command, parent: &str) -> String {
    match command.get_name() {
        "ricejar" => String::new(),
        name => format!("{parent}-{name}"),
    }
}

/// Returns whether the texts of the grammar, which are English, are said in another language.
fn is_translated(words: &Localizer) -> bool {
    words.language() != Language::English
}

/// Topics of `ricejar help` that are not commands: their names, and the messages that explain them.
pub const TOPICS: [(&str, &str); 9] = [
    ("customers", "topic-customers"),
    ("dates", "topic-dates"),
    ("amounts", "topic-amounts"),
    ("prices", "topic-prices"),
    ("sales", "topic-sales"),
    ("value", "topic-value"),
    ("formats", "topic-formats"),
    ("columns", "topic-columns"),
    ("exit-codes", "topic-exit-codes"),
];

/// Returns the help of a command or of a topic; without words, that of the program.
///
/// # Errors
/// If there is no such command or topic.
pub fn text(asked: &[String], words: &Localizer) -> Result<String> {
    let verbs: Vec<&str> = asked.iter().map(String::as_str).collect();
    if let [name] = verbs.as_slice()
        && let Some((_, key)) = TOPICS.iter().find(|(topic, _)| topic == name)
    {
        let columns = if *name == "columns" { columns() } else { String::new() };
        return Ok(format!("{}{columns}", words.text(key)));
    }
    help_of(&verbs, words).ok_or_else(|| Error::Usage("usage-no-help", verbs.join(" ")))
}

/// Returns the columns of every list that can be exported, a list a paragraph.
fn columns() -> String {
    let list = |(table, name): &(ExportTable, &str)| {
        let names: Vec<&str> = tables::columns(*table).iter().map(|column| column.name).collect();
        format!("\n\n{name}:\n  {}", names.join(", "))
    };
    ExportTable::ALL.iter().map(list).collect()
}

/// Returns the grammar with its texts in the language of the words, and examples at the end of each
/// command; an argument without a text in that language keeps its English one.
pub fn localised(grammar: Command, words: &Localizer) -> Command {
    localised_below(grammar, "", words)
}

fn localised_below(command: Command, parent: &str, words: &Localizer) -> Command {
    let path = path_of(&command, parent);
    let command = translated(with_examples(command, &path, words), &path, words);
    command.mut_subcommands(|sub| localised_below(sub, &path, words))
}

/// Returns a command with its examples, and the program with its first steps.
fn with_examples(command: Command, path: &str, words: &Localizer) -> Command {
    let Some(lines) = examples(path, words) else { return command };
    let after = if path.is_empty() {
        format!("\n\n{}\n\n{}", words.text("topic-start"), words.text("topic-exit-codes"))
    } else {
        String::new()
    };
    command.after_help(format!("{}\n{}{after}", words.text("example-heading"), lines))
}

/// Returns the examples of a command, each on an indented line of its own.
pub fn examples(path: &str, words: &Localizer) -> Option<String> {
    let key = if path.is_empty() { "example-ricejar" } else { &format!("example{path}") };
    let lines = words.lookup(key)?;
    Some(lines.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n"))
}

/// Returns a command with its own texts in the language of the words.
fn translated(command: Command, path: &str, words: &Localizer) -> Command {
    if !is_translated(words) {
        return command;
    }
    let said = |key: &str| words.lookup(key);
    let heading = |key: &str| said(key).unwrap_or_default();
    let about = said(&about_key(path));
    let usage = usage(&command, path, words);

    let template = format!(
        "{{about-with-newline}}\n{}：{{usage}}\n\n{{all-args}}{{after-help}}",
        heading("help-heading-usage")
    );
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(heading("help-heading-commands"))
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(heading("help-help")),
        );
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let mut places = 0..;
    command.mut_args(|arg| {
        let section = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => "help-heading-arguments",
            (false, true) => "help-heading-global",
            (false, false) => "help-heading-options",
        };
        let text = arg_keys(path, arg.get_id().as_str()).iter().find_map(|key| said(key));
        let arg = match arg.is_positional().then(|| places.next()).flatten() {
            Some(place) => arg.display_order(place),
            None => arg,
        };
        let arg = arg.help_heading(heading(section));
        let extras = extras(&arg, words);
        let arg = match arg.get_action().takes_values() {
            true => arg.hide_default_value(true).hide_possible_values(true),
            false => arg,
        };
        match text {
            Some(text) => arg.help(format!("{text}{extras}")),
            None => arg,
        }
    })
}

/// Returns the key of the message that says what a command does.
fn about_key(path: &str) -> String {
    if path.is_empty() { "help-about".to_owned() } else { format!("help{path}") }
}

/// Returns the keys of the messages that may say what an argument is: of this command first, then of all.
fn arg_keys(path: &str, id: &str) -> [String; 2] {
    [format!("help{path}--{id}"), format!("help--{id}")]
}

/// Returns the notes that clap appends in English: the possible values, and the default value.
fn extras(arg: &clap::Arg, words: &Localizer) -> String {
    let aside =
        |key: &str, said: &str| format!(" [{}：{said}]", words.lookup(key).unwrap_or_default());
    let mut extras = String::new();
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|_| takes_value && !arg.is_hide_possible_values_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    if !values.is_empty() {
        extras.push_str(&aside("help-values", &values.join(", ")));
    }
    let defaults = arg.get_default_values();
    if let Some(default) =
        defaults.first().filter(|_| takes_value && !arg.is_hide_default_value_set())
    {
        extras.push_str(&aside("help-default", &default.to_string_lossy()));
    }
    extras
}

/// Returns the usage line of a command, with clap's own two words in the user's language.
fn usage(command: &Command, path: &str, words: &Localizer) -> String {
    let said = |key: &str| words.lookup(key).unwrap_or_default();
    let mut alone = command.clone();
    let english = alone.render_usage().to_string();
    let typed = english.trim_start_matches("Usage: ").to_owned();
    let verbs = path.trim_start_matches('-');
    let name = command.get_name();
    let spaced = full_name(verbs, name);
    let rest = typed.strip_prefix(name).unwrap_or(&typed);
    format!("{spaced}{rest}")
        .replace(&format!("\n       {name} "), &format!("\n      {spaced} "))
        .replace("[OPTIONS]", &said("help-word-options"))
        .replace("[COMMAND]", &said("help-word-command-optional"))
        .replace("<COMMAND>", &said("help-word-command"))
}

/// Returns `ricejar follow-up add` for the path `follow-up-add` of the command `add`.
fn full_name(path: &str, name: &str) -> String {
    match path.strip_suffix(name).map(|noun| noun.trim_end_matches('-')) {
        None => "ricejar".to_owned(),
        Some("") => format!("ricejar {name}"),
        Some(noun) => format!("ricejar {noun} {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;

    fn check(command: &Command, path: &str, words: &Localizer, missing: &mut Vec<String>) {
        let path = path_of(command, path);
        if words.lookup(&about_key(&path)).is_none() {
            missing.push(about_key(&path));
        }
        for arg in command.get_arguments() {
            let keys = arg_keys(&path, arg.get_id().as_str());
            if !keys.iter().any(|key| words.lookup(key).is_some()) {
                missing.push(keys.join(" or "));
            }
        }
        command.get_subcommands().for_each(|sub| check(sub, &path, words, missing));
    }

    #[test]
    fn every_command_and_argument_has_its_chinese_text() {
        let words = Localizer::new(Language::Chinese, Currency::from_code("CNY").unwrap());
        let mut missing = Vec::new();
        check(&Args::grammar(), "", &words, &mut missing);
        assert_eq!(missing, Vec::<String>::new());
        localised(Args::grammar(), &words).debug_assert();
    }

    // D7
    #[test]
    fn every_command_has_examples_that_are_understood() {
        fn check(command: &Command, path: &str, words: &Localizer) {
            let path = path_of(command, path);
            let examples = examples(&path, words);
            assert!(examples.is_some() || command.has_subcommands(), "{path} has no example");
            for line in examples.iter().flat_map(|lines| lines.lines()) {
                let typed = line.split(" > ").next().unwrap_or(line);
                let typed = shlex::split(typed).unwrap();
                let understood =
                    crate::cli::read(&typed.iter().map(Into::into).collect::<Vec<_>>());
                assert!(understood.is_ok(), "{line}: {understood:?}");
                let verbs = typed.iter().skip(1).take(path.matches('-').count());
                let is_own = path.contains("follow-up") || path.contains("write-off");
                let verbs: String = verbs.map(|verb| format!("-{verb}")).collect();
                assert!(is_own || verbs == path, "{line} is an example of {path}");
            }
            command.get_subcommands().for_each(|sub| check(sub, &path, words));
        }
        for language in Language::ALL {
            let words = Localizer::new(language, Currency::from_code("CNY").unwrap());
            check(&Args::grammar(), "", &words);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_english_text() {
        fn check(command: &Command) {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for arg in command.get_arguments() {
                assert!(arg.get_help().is_some(), "{} {}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(check);
        }
        check(&Args::grammar());
        Args::grammar().debug_assert();
        // A verb that gets its arguments late must have none with the name of an option of every command.
        Args::parser().debug_assert();
    }
}
