//! Help in the user's language. The English texts are the doc comments of [`super::args`], where
//! clap finds them; the Chinese ones stand in `assets/locales/zh-CN/help.ftl`, by the command and the
//! name of the argument.

use super::args::Args;
use super::print::eprint_line;
use crate::exchange::Output;
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

/// The help that clap made, made again in the language of the words; `None` if that is English.
fn help_like(asked: &clap::Error, words: &Localizer) -> Option<String> {
    words.lookup("help-heading-usage").filter(|heading| heading != "Usage")?;
    let english = asked.to_string();
    let usage = english.lines().find_map(|line| line.strip_prefix("Usage: "))?;
    let mut grammar = localised(Args::grammar(), words);
    grammar.build();
    let mut command = &mut grammar;
    let verbs: Vec<String> = usage
        .split(' ')
        .skip(1)
        .take_while(|word| word.starts_with(|first: char| first.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect();
    for verb in verbs {
        command = command.find_subcommand_mut(&verb)?;
    }
    Some(command.render_help().to_string())
}

/// The grammar with its texts in the language of the words; what has none stays as it is.
pub fn localised(grammar: Command, words: &Localizer) -> Command {
    match words.lookup("help-heading-usage") {
        Some(_) => translated(grammar, "help", words),
        None => grammar,
    }
}

fn translated(command: Command, path: &str, words: &Localizer) -> Command {
    let said = |key: &str| words.lookup(key);
    let heading = |key: &str| said(key).unwrap_or_default();
    let name = command.get_name().to_owned();
    let path = if name == "ricejar" { path.to_owned() } else { format!("{path}-{name}") };
    let about = said(&about_key(&path));
    let after = said("help-after").filter(|_| name == "ricejar");
    let usage = usage(&command, &path, words);

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
    let command = match after {
        Some(after) => command.after_help(after),
        None => command,
    };
    let mut places = 0..;
    let command = command.mut_args(|arg| {
        let section = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => "help-heading-arguments",
            (false, true) => "help-heading-global",
            (false, false) => "help-heading-options",
        };
        let text = arg_keys(&path, arg.get_id().as_str()).iter().find_map(|key| said(key));
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
    });
    command.mut_subcommands(|sub| translated(sub, &path, words))
}

/// The message that says what a command does.
fn about_key(path: &str) -> String {
    if path == "help" { "help-about".to_owned() } else { path.to_owned() }
}

/// The messages that may say what an argument is, the nearest first: of this very command, or of all.
fn arg_keys(path: &str, id: &str) -> [String; 2] {
    [format!("{path}--{id}"), format!("help--{id}")]
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
    let verbs = path.trim_start_matches("help").trim_start_matches('-');
    let name = command.get_name();
    let spaced = full_name(verbs, name);
    let rest = typed.strip_prefix(name).unwrap_or(&typed);
    format!("{spaced}{rest}")
        .replace(&format!("\n       {name} "), &format!("\n      {spaced} "))
        .replace("[OPTIONS]", &said("help-word-options"))
        .replace("[COMMAND]", &said("help-word-command-optional"))
        .replace("<COMMAND>", &said("help-word-command"))
}

/// `ricejar follow-up add` for the path `follow-up-add` of the command `add`.
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
    use crate::domain::shop::Language;

    fn check(command: &Command, path: &str, words: &Localizer, missing: &mut Vec<String>) {
        let name = command.get_name();
        let path = if name == "ricejar" { path.to_owned() } else { format!("{path}-{name}") };
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
        check(&Args::grammar(), "help", &words, &mut missing);
        assert_eq!(missing, Vec::<String>::new());
        localised(Args::grammar(), &words).debug_assert();
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
    }
}
