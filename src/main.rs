//! The program: reads the words, the clock and the environment once, opens the shop, and leaves the
//! rest to the command line or the screens. It decides nothing but the exit code.

use ricejar::app::{self, App, Clock, Stamp};
use ricejar::cli::args::shop::Init;
use ricejar::cli::args::{Args, Colour, Command, Global};
use ricejar::cli::{self, Cli, Error, Speaker};
use ricejar::config::{self, Environment};
use ricejar::domain::day::{iso, parse_day};
use ricejar::domain::{Currency, Day};
use ricejar::store::{self, Store};
use ricejar::tui::theme::{Colours, Look};
use ricejar::tui::{self, Options};
use ricejar::words::Words;
use std::ffi::OsString;
use std::io::{IsTerminal, stderr};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let environment = Environment::of(|name| std::env::var_os(name));
    let typed: Vec<OsString> = std::env::args_os().collect();
    let Ok(currency) = environment.currency() else {
        return ExitCode::FAILURE;
    };
    let mut words = Words::new(environment.language_of(&typed), currency);
    let mut colour = false;
    let outcome = cli::read(&typed).and_then(|args| {
        colour = in_colour(args.global.color, &environment);
        run(args, &environment, currency, &mut words)
    });
    match outcome {
        Ok(code) => code,
        Err(error) => {
            cli::tell(&error, &words, colour);
            ExitCode::from(error.exit_code())
        }
    }
}

/// Does what was asked for. Once the shop is open, `words` are in its language and its money.
fn run(
    Args { global, command }: Args,
    environment: &Environment,
    currency: Currency,
    words: &mut Words,
) -> Result<ExitCode, Error> {
    let now = || clock(&global, environment);
    let clock = now()?;
    let file = global.db.clone().or(environment.file.clone()).unwrap_or_else(config::default_file);
    let output = global.output.as_deref();
    match &command {
        Some(grammar @ (Command::Completions(_) | Command::Man)) => {
            let mut say = Speaker::new(words, global.format, output)?;
            cli::files::of_grammar(grammar, words, say.output())?;
            return say.finish().map(|()| ExitCode::SUCCESS);
        }
        Some(Command::Init(init)) => {
            make(&file, init, currency, words)?;
            let mut say = Speaker::new(words, global.format, output)?;
            say.line(&file_made(&file, words))?;
            return say.finish().map(|()| ExitCode::SUCCESS);
        }
        _ => {}
    }

    let store = open_or_make(&file, currency, words)?;
    let app = App::new(store, clock.clone());
    let shop = app.shop()?;
    let language = global.lang.or(shop.language).or(environment.language()).unwrap_or_default();
    *words = Words::new(language, shop.currency);
    if command.is_none() && !global.headless {
        // What was asked for could be read once, so it can be read again.
        return screens(app, Words::new(language, shop.currency), environment, || {
            now().unwrap_or_else(|_| clock.clone())
        });
    }
    Cli::new(app, shop, Speaker::new(words, global.format, output)?).run(command)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the screens, until the person leaves or the system asks us to go.
fn screens(
    app: App,
    words: Words,
    environment: &Environment,
    clock: impl Fn() -> Clock,
) -> Result<ExitCode, Error> {
    let colours = if environment.no_colour { Colours::Off } else { Colours::On };
    let look = Look { colours, ..Look::default() };
    match tui::run(app, words, clock, Options { look, dumb: environment.dumb }) {
        Ok(exit) => Ok(ExitCode::from(exit.code())),
        Err(tui::Error::NoTerminal) => Err(Error::Usage("no-terminal", String::new())),
        Err(tui::Error::Dumb) => Err(Error::Usage("dumb-terminal", String::new())),
        Err(tui::Error::Io(error)) => Err(Error::Output(error)),
        Err(tui::Error::App(error)) => Err(Error::App(error)),
    }
}

/// The moment at which the shop is looked at. A day that was asked for begins at midnight, so that the
/// same words on the same file give the same bytes.
fn clock(global: &Global, environment: &Environment) -> Result<Clock, Error> {
    let now = chrono::Local::now().naive_local();
    let asked: Option<Day> = match (&global.as_of, &environment.today) {
        (Some(text), _) => Some(text.day(now.date())?),
        (None, Some(text)) => Some(parse_day(text, now.date())?),
        (None, None) => None,
    };
    let at = match asked {
        Some(day) => format!("{} 00:00:00", iso(day)),
        None => now.format("%Y-%m-%d %H:%M:%S").to_string(),
    };
    let by = global.by.clone().or(environment.by.clone()).unwrap_or_default();
    Ok(Clock { today: asked.unwrap_or(now.date()), stamp: Stamp { at, by } })
}

/// Opens the notebook; one that is not there is made, and that is said.
fn open_or_make(file: &Path, currency: Currency, words: &Words) -> Result<Store, Error> {
    match Store::open(file) {
        Err(store::Error::Missing(_)) => {
            let store = make(file, &Init::default(), currency, words)?;
            cli::warn(&file_made(file, words));
            Ok(store)
        }
        opened => Ok(opened.map_err(app::Error::from)?),
    }
}

fn make(file: &Path, init: &Init, currency: Currency, words: &Words) -> Result<Store, Error> {
    let shop = cli::shop::new_shop(init, &words.say("new-shop-name"), currency)?;
    Store::create(file, &shop).map_err(|error| match error {
        store::Error::Exists(file) => Error::FileThere(file),
        other => app::Error::from(other).into(),
    })
}

fn file_made(file: &Path, words: &Words) -> String {
    words.tell("file-made", &[("file", file.display().to_string().into())])
}

/// Whether errors are in colour: only where it was asked for.
fn in_colour(when: Colour, environment: &Environment) -> bool {
    match when {
        Colour::Auto => stderr().is_terminal() && !environment.no_colour,
        Colour::Always => true,
        Colour::Never => false,
    }
}
