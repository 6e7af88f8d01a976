//! The program: parses the command line, reads the environment once, opens the notebook, hands over to the
//! command line or the screens, and decides the exit code. Only here is the clock read.

use ricejar::app::{self, App, AuditStamp, Clock, StoreError};
use ricejar::cli::args::shop::Init;
use ricejar::cli::args::{Args, Global};
use ricejar::cli::{self, Cli, ClockSource, EarlyOptions, Error, ErrorStyle, Printer, Startup};
use ricejar::config::Environment;
use ricejar::i18n::Localizer;
use ricejar::tui;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let environment = Environment::of(|name| std::env::var_os(name)).with_local_time_zone();
    let typed: Vec<OsString> = std::env::args_os().collect();
    let Ok(currency) = environment.currency() else {
        return ExitCode::FAILURE;
    };
    if environment.completes {
        let stamp = AuditStamp { at: String::new(), by: String::new() };
        let clock = Clock { today: chrono::Local::now().date_naive(), stamp };
        // Nobody reads what a completion prints as an error.
        return cli::complete(&typed, &environment, &clock)
            .map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    let early = EarlyOptions::of(&typed);
    // Neither the configuration nor the notebook is read for a language that nothing is said in.
    let early_words = || Localizer::new(early.language(&environment), currency);
    let (mut words, mut style) = (None, ErrorStyle::default());
    let outcome =
        cli::survive_file_size_limit().and_then(|()| cli::read(&typed)).and_then(|args| {
            style = ErrorStyle::of(&args.global, &environment);
            run(args, &environment, &early_words, &mut words)
        });
    match outcome {
        Ok(code) => code,
        Err(error) => {
            let words = words.unwrap_or_else(early_words);
            ExitCode::from(cli::print_error(&error, &words, style))
        }
    }
}

/// Runs the command, or the screens without one. Once the shop is open, `words` has its language and its
/// currency; before, `early_words` makes them.
fn run(
    args: Args,
    environment: &Environment,
    early_words: &impl Fn() -> Localizer,
    words: &mut Option<Localizer>,
) -> Result<ExitCode, Error> {
    let format = args.format();
    let Args { global, command } = args;
    let now = || chrono::Local::now().naive_local();
    let source = ClockSource::new(now, &global, environment)?;
    let clock = source.read();
    let startup = Startup::new(&global, environment)?;
    let output = global.output.as_deref();
    startup.protect(command.as_ref(), output)?;
    if let Some(command) = command.as_ref().filter(|command| command.is_standalone()) {
        cli::signals::listen()?;
        let words = words.insert(early_words());
        if let Some(language) = command.new_language().filter(|_| global.lang.is_none()) {
            *words = Localizer::new(language, words.currency());
        }
        let say = Printer::new(words, format, output)?;
        cli::run_standalone(command, &startup.notebook, clock.today, say)?;
        return Ok(ExitCode::SUCCESS);
    }

    let on_screens = command.is_none() && !global.headless;
    // The folder of a throw-away shop is removed when this function ends.
    let (mut app, _folder) = if global.demo {
        let (app, folder) = app::sample(clock, startup.language_of_new(&global, environment))?;
        (app, Some(folder))
    } else {
        match App::open(&startup.notebook, clock.clone()) {
            Err(app::Error::Store(StoreError::Missing(file))) if on_screens => {
                if !create_if_wanted(&file, environment, words.insert(early_words()))? {
                    return Ok(ExitCode::SUCCESS);
                }
                (App::open(&startup.notebook, clock)?, None)
            }
            opened => (opened?, None),
        }
    };
    let shop = cli::shop_of(&app, command.as_ref(), early_words)?;
    let language = startup.language(&global, &shop, environment);
    let words = words.insert(Localizer::new(language, shop.currency));
    if on_screens {
        let words = Localizer::new(language, shop.currency);
        return run_screens(app, words, &source, options(&startup, &global, environment)?);
    }
    cli::signals::listen()?;
    let waiting = words.text("waiting-for-lock");
    app.on_wait(move || cli::eprint_line(&waiting))?;
    let say = match &command {
        Some(command) if command.makes_folder() => Printer::for_folder(words, format, output)?,
        _ => Printer::new(words, format, output)?,
    };
    Cli::new(app, shop, say).with_reminders(startup.settings.reminders).run(command)?;
    Ok(ExitCode::SUCCESS)
}

fn options(
    startup: &Startup,
    global: &Global,
    environment: &Environment,
) -> Result<tui::Options, Error> {
    tui::Options::new(&startup.settings, environment, global.theme, global.ascii)
        .map_err(|error| Error::Config(startup.config.clone(), error))
}

/// Opens the screens; a signal that ends them ends the program with its own code.
fn run_screens(
    app: App,
    words: Localizer,
    source: &ClockSource,
    options: tui::Options,
) -> Result<ExitCode, Error> {
    let exit = tui::run(app, words, || source.read(), options).map_err(no_screens)?;
    Ok(ExitCode::from(exit.code()))
}

/// Creates a missing notebook for the screens if the person at the terminal wants one; returns whether they
/// do.
fn create_if_wanted(
    file: &Path,
    environment: &Environment,
    words: &Localizer,
) -> Result<bool, Error> {
    tui::check_terminal(environment.dumb).map_err(no_screens)?;
    let wanted = tui::ask_to_create(words, file)?;
    if wanted {
        cli::create_notebook(file, &Init::default(), words)?;
    }
    Ok(wanted)
}

fn no_screens(error: tui::Error) -> Error {
    match error {
        tui::Error::NoTerminal => Error::Usage("no-terminal", String::new()),
        tui::Error::Dumb => Error::Usage("dumb-terminal", String::new()),
        tui::Error::Io(error) => error.into(),
        tui::Error::App(error) => error.into(),
    }
}
