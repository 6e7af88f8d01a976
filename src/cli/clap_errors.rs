//! Mistakes of usage: clap's errors as one clear sentence in the user's language.

use super::args::Args;
use super::args::values::{self, NoSuchLanguage, NotConsent};
use super::error::Error;
use crate::config::paths::NotAFileName;
use crate::domain::day::DayError;
use crate::domain::payday::PaydayError;
use crate::domain::quantity::NumberError;
use crate::domain::shop::Language;
use crate::i18n::{Localizer, Sentence};
use clap::FromArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::ffi::OsString;

/// Parses the words of a command line, the first of which is the program's name.
///
/// # Errors
/// If they are not valid, or ask for help or the version.
pub fn read(typed: &[OsString]) -> Result<Args, Error> {
    if let Some(verbs) = help_alone(typed) {
        return Err(Error::Help(verbs));
    }
    let is_version = |word: &OsString| word == "--version" || word == "-V";
    let mut grammar = match typed {
        // Making the whole grammar takes longer than the answer.
        [_, only] if is_version(only) => Args::named(),
        _ => Args::parser(),
    };
    let matches = grammar.try_get_matches_from_mut(typed).map_err(Box::new)?;
    let args = Args::from_arg_matches(&matches).map_err(|error| error.format(&mut grammar));
    Ok(args.map_err(Box::new)?)
}

/// Returns the verbs of a command line that names a command and asks for its help, and has nothing else
/// but a language: understanding more of it takes longer than the answer.
fn help_alone(typed: &[OsString]) -> Option<Vec<String>> {
    let (mut verbs, mut is_asked) = (Vec::new(), false);
    let mut words = typed.iter().skip(1).map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word? {
            "--help" | "-h" => is_asked = true,
            "--lang" => drop(Language::from_tag(words.next()??)?),
            word if is_asked || word.starts_with('-') => return None,
            word => verbs.push(word.to_owned()),
        }
    }
    let is_command = |verbs: &[String]| {
        let mut command = Args::parser();
        verbs.iter().all(|verb| match command.find_subcommand(verb) {
            Some(sub) => {
                command = sub.clone();
                true
            }
            None => false,
        })
    };
    (is_asked && (verbs.is_empty() || is_command(&verbs))).then_some(verbs)
}

/// Returns whether a noun was typed without its verb, so that its help is the best answer.
pub fn shows_help(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// Returns the sentence for a mistake of usage.
pub fn sentence(error: &clap::Error, words: &Localizer) -> Sentence {
    let context = |kind| text(error.get(kind));
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let tell = |key: &str| {
        words.format(key, &[("argument", (&argument).into()), ("value", (&value).into())])
    };
    let see = Some(words.format("usage-see-help", &[("command", command(error).into())]));
    let suggested = |kind| {
        let meant = context(kind);
        (!meant.is_empty()).then(|| words.format("usage-did-you-mean", &[("text", meant.into())]))
    };
    let valid = || {
        let values = context(ContextKind::ValidValue);
        (!values.is_empty()).then(|| words.format("usage-choose", &[("values", values.into())]))
    };
    let (said, hint) = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            (tell("usage-value-missing"), valid().or(see))
        }
        ErrorKind::InvalidValue => (tell("usage-value"), valid().or(see)),
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            (tell("usage-unknown-word"), see)
        }
        ErrorKind::UnknownArgument => {
            (tell("usage-unknown-argument"), suggested(ContextKind::SuggestedArg).or(see))
        }
        ErrorKind::InvalidSubcommand => {
            let unknown = context(ContextKind::InvalidSubcommand);
            let hint = suggested(ContextKind::SuggestedSubcommand).or(see);
            (words.format("usage-unknown-command", &[("text", unknown.into())]), hint)
        }
        ErrorKind::ValueValidation => return validation(error, words, &argument, &value),
        ErrorKind::TooManyValues => (tell("usage-too-many-values"), see),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (tell("usage-too-few-values"), see)
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg);
            let args = [("argument", (&argument).into()), ("prior", prior.into())];
            let twice = argument == text(error.get(ContextKind::PriorArg));
            let key = if twice { "usage-twice" } else { "usage-conflict" };
            (words.format(key, &args), see)
        }
        ErrorKind::MissingRequiredArgument => (tell("usage-missing"), see),
        ErrorKind::InvalidUtf8 => (words.text("usage-not-utf8"), see),
        _ => (words.text("usage-other"), see),
    };
    Sentence { text: said, hint }
}

/// Returns the sentence for a value that is not valid: the domain's own reason after the argument.
fn validation(error: &clap::Error, words: &Localizer, argument: &str, value: &str) -> Sentence {
    let source = error.source();
    let number = source.and_then(|source| source.downcast_ref::<NumberError>());
    let day = source.and_then(|source| source.downcast_ref::<DayError>());
    let payday = source.and_then(|source| source.downcast_ref::<PaydayError>());
    let path = source.and_then(|source| source.downcast_ref::<NotAFileName>());
    let language = source.and_then(|source| source.downcast_ref::<NoSuchLanguage>());
    let consent = source.and_then(|source| source.downcast_ref::<NotConsent>());
    let because = number
        .map(|error| words.number_error(error))
        .or_else(|| day.map(|error| words.day_error(error)))
        .or_else(|| path.map(|NotAFileName(given)| words.not_a_file_name(given)))
        .or_else(|| payday.map(|error| words.payday_error(error)))
        .or_else(|| {
            let tag = &language?.tag;
            Some(words.message("usage-language", &[("text", tag.into())]))
        })
        .or_else(|| {
            let text = &consent?.text;
            Some(words.message("usage-consent", &[("text", text.into())]))
        });
    let option = values::bare(argument);
    let args = |reason: String| [("argument", option.into()), ("because", reason.into())];
    match because {
        Some(Sentence { text, hint }) => {
            Sentence { text: words.format("usage-because", &args(text)), hint }
        }
        None => {
            words.message("usage-value", &[("argument", argument.into()), ("value", value.into())])
        }
    }
}

/// Returns a part of clap's context as plain text.
fn text(value: Option<&ContextValue>) -> String {
    match value {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// Returns the name of the command that was typed: `ricejar customer add`.
pub(super) fn command(error: &clap::Error) -> String {
    let usage = text(error.get(ContextKind::Usage));
    let words = usage.split_whitespace().skip_while(|word| *word != "ricejar");
    let names = words.take_while(|word| {
        word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.starts_with('-')
    });
    let names: Vec<&str> = names.collect();
    if names.is_empty() { "ricejar".to_owned() } else { names.join(" ") }
}
