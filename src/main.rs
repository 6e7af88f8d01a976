//! The program: reads the words, the clock and the environment once, opens the shop, and leaves the
//! rest to the command line or the screens. It decides nothing but the exit code.

use ricejar::app::{self, App, AuditStamp, Clock, write_demo};
use ricejar::cli::args::shop::Init;
use ricejar::cli::args::values::{DayText, RawArg};
use ricejar::cli::args::{Args, Colour, Command, Global};
use ricejar::cli::{self, Cli, Error, ErrorStyle, Printer};
use ricejar::config::{self, Environment, Settings, paths};
use ricejar::domain::day::iso;
use ricejar::domain::text::rules::PERSON;
use ricejar::domain::{Currency, Day};
use ricejar::exchange::{FileRole, ProtectedFiles, check_reserved};
use ricejar::i18n::Localizer;
use ricejar::store::{self, Store};
use ricejar::tui;
use ricejar::tui::keymap::Keymap;
use ricejar::tui::theme::{Colours, Glyphs};
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

fn main() -> ExitCode {
    let environment = Environment::of(|name| std::env::var_os(name));
    let typed: Vec<OsString> = std::env::args_os().collect();
    let Ok(currency) = environment.currency() else {
        return ExitCode::FAILURE;
    };
    let mut words = Localizer::new(environment.language_of(&typed), currency);
    let mut style = ErrorStyle::default();
    let outcome = survive_file_size_limit().and_then(|()| cli::read(&typed)).and_then(|args| {
        let Global { color, verbose, .. } = args.global;
        style = ErrorStyle { colour: in_colour(color, &environment), verbose };
        run(args, &environment, currency, &mut words)
    });
    match outcome {
        Ok(code) => code,
        Err(error) => ExitCode::from(cli::print_error(&error, &words, style)),
    }
}

/// Makes a write beyond the limit of a file's size fail, so that it can be told, instead of ending the
/// program.
fn survive_file_size_limit() -> Result<(), Error> {
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default())?;
    Ok(())
}

/// Does what was asked for. Once the shop is open, `words` are in its language and its money.
fn run(
    args: Args,
    environment: &Environment,
    currency: Currency,
    words: &mut Localizer,
) -> Result<ExitCode, Error> {
    let format = args.format();
    let Args { global, command } = args;
    let watch = Watch::new(&global, environment)?;
    let clock = watch.read();
    let file = given_or(global.db.as_ref(), "RICEJAR_DB", environment.file.as_ref())?
        .unwrap_or_else(config::default_file);
    let (config, settings) = settings(&global, environment)?;
    let output = global.output.as_deref();
    protect(&file, &config, command.as_ref(), output)?;

    if let Some(
        alone @ (Command::Completions(_)
        | Command::Man
        | Command::Init(_)
        | Command::Demo(_)
        | Command::Rescue(_)
        | Command::Restore(_)),
    ) = &command
    {
        let mut say = Printer::new(words, format, output)?;
        let outcome = without_shop(alone, &file, clock.today, currency, &mut say);
        say.close(outcome)?;
        return Ok(ExitCode::SUCCESS);
    }

    let on_screens = command.is_none() && !global.headless;
    // The folder of a throw-away shop goes when this function ends.
    let (mut app, _folder) = if global.demo {
        let (app, folder) = app::sample(clock, words.language())?;
        (app, Some(folder))
    } else {
        let store = match Store::open(&file) {
            Err(store::Error::Missing(_)) if on_screens => {
                create_if_wanted(&file, currency, words, environment.dumb)?
            }
            opened => Some(opened.map_err(app::Error::from)?),
        };
        let Some(store) = store else { return Ok(ExitCode::SUCCESS) };
        (App::new(store, clock), None)
    };
    let shop = match app.shop() {
        // To check and to copy a notebook, its own rules need not be readable.
        Err(app::Error::Store(store::Error::Damaged(_)))
            if matches!(command, Some(Command::Check | Command::Backup(_))) =>
        {
            cli::shop::new_shop(&Init::default(), &words.text("new-shop-name"), currency)?
        }
        shop => shop?,
    };
    let language = global
        .lang
        .or(settings.language)
        .or(shop.language)
        .or(environment.language())
        .unwrap_or_default();
    *words = Localizer::new(language, shop.currency);
    if on_screens {
        let words = Localizer::new(language, shop.currency);
        let options = options(&global, environment, &config, &settings)?;
        return run_screens(app, words, &watch, options);
    }
    let waiting = words.text("waiting-for-lock");
    app.on_wait(move || cli::eprint_line(&waiting))?;
    Cli::new(app, shop, Printer::new(words, format, output)?).run(command)?;
    Ok(ExitCode::SUCCESS)
}

/// Does what needs no open shop; any other command is none of its business.
fn without_shop(
    command: &Command,
    file: &Path,
    today: Day,
    currency: Currency,
    say: &mut Printer<'_>,
) -> Result<(), Error> {
    let words = say.words();
    if let Command::Completions(asked) = command {
        cli::files::completions(asked, say.output())?;
    } else if let Command::Man = command {
        cli::files::manual(words, say.output())?;
    } else if let Command::Init(init) = command {
        make(file, init, currency, words)?;
        say.written("file-made", file)?;
    } else if let Command::Demo(demo) = command {
        cli::until_signal(|watch| {
            write_demo(&demo.file, demo.size(), today, words.language(), watch)
                .map_err(Error::already_exists)
        })?;
        say.written("file-made", &demo.file)?;
    } else if let Command::Restore(asked) = command {
        cli::files::restore(asked, file, say)?;
    } else if let Command::Rescue(asked) = command {
        let shop = cli::shop::new_shop(&Init::default(), &words.text("new-shop-name"), currency)?;
        cli::files::rescue(asked, file, (&shop, today), say)?;
    }
    Ok(())
}

/// Returns the path from the command line, which is resolved already, else the one of the environment.
fn given_or(
    given: Option<&PathBuf>,
    variable: &str,
    value: Option<&PathBuf>,
) -> Result<Option<PathBuf>, Error> {
    match (given, value) {
        (None, Some(value)) => {
            paths::resolve(value).map(Some).map_err(|error| Error::argument(variable, error))
        }
        (given, _) => Ok(given.cloned()),
    }
}

/// Refuses an output that would replace the notebook, the configuration, what is to be read, or any
/// other database.
fn protect(
    notebook: &Path,
    config: &Path,
    command: Option<&Command>,
    output: Option<&Path>,
) -> Result<(), Error> {
    let mut files = ProtectedFiles::of_notebook(notebook).and(FileRole::Config, config);
    let named = command.map(Command::named_files).unwrap_or_default();
    if let Some(input) = named.input {
        files = files.and(FileRole::Input, input);
    }
    let makes_notebook = match command {
        Some(Command::Init(_) | Command::Restore(_)) => true,
        // The screens offer to make the notebook that is not there.
        None => !notebook.exists(),
        Some(_) => false,
    };
    if makes_notebook {
        check_reserved(notebook)?;
    }
    if let Some(new) = named.new {
        files.check(new)?;
    }
    if let Some(text) = output.filter(|path| *path != Path::new("-")) {
        files.check_text(text)?;
    }
    Ok(())
}

/// What the configuration file says, and where it is. There need not be one, unless it was named.
fn settings(global: &Global, environment: &Environment) -> Result<(PathBuf, Settings), Error> {
    let named = given_or(global.config.as_ref(), "RICEJAR_CONFIG", environment.config.as_ref())?;
    let is_named = named.is_some();
    let Some(file) = named.or_else(config::default_config) else {
        return Ok(Default::default());
    };
    match std::fs::read_to_string(&file) {
        Ok(text) => match Settings::parse(&text) {
            Ok(settings) => Ok((file, settings)),
            Err(misset) => Err(Error::Config(file, misset)),
        },
        Err(error) if error.kind() == ErrorKind::NotFound && !is_named => {
            Ok((file, Settings::default()))
        }
        Err(error) => Err(Error::Input(file, error)),
    }
}

/// How the screens are: what the command line says, else what the configuration says.
fn options(
    global: &Global,
    environment: &Environment,
    config: &Path,
    settings: &Settings,
) -> Result<tui::Options, Error> {
    let keys = Keymap::rebound(&settings.keys);
    let mut options = tui::Options {
        dumb: environment.dumb,
        keys: keys.map_err(|misset| Error::Config(config.to_owned(), misset))?,
        ..tui::Options::default()
    };
    options.look.theme = global.theme.unwrap_or(settings.theme);
    if global.ascii || settings.ascii {
        options.look.glyphs = &Glyphs::ASCII;
    }
    if environment.no_colour {
        options.look.colours = Colours::Off;
    }
    Ok(options)
}

/// Opens the screens; a signal that ends them ends the program with its own code.
fn run_screens(
    app: App,
    words: Localizer,
    watch: &Watch,
    options: tui::Options,
) -> Result<ExitCode, Error> {
    let exit = tui::run(app, words, || watch.read(), options).map_err(no_screens)?;
    Ok(ExitCode::from(exit.code()))
}

fn no_screens(error: tui::Error) -> Error {
    match error {
        tui::Error::NoTerminal => Error::Usage("no-terminal", String::new()),
        tui::Error::Dumb => Error::Usage("dumb-terminal", String::new()),
        tui::Error::Io(error) => error.into(),
        tui::Error::App(error) => error.into(),
    }
}

/// What the clock is asked for: the day that was named, and who asks.
struct Watch {
    named: Option<Day>,
    by: String,
}

impl Watch {
    fn new(global: &Global, environment: &Environment) -> Result<Self, Error> {
        let today = chrono::Local::now().date_naive();
        let named = match (&global.as_of, &environment.today) {
            (Some(text), _) => Some(text.day(today)?),
            (None, Some(text)) => {
                Some(DayText::from(RawArg::new("RICEJAR_TODAY", text)).day(today)?)
            }
            (None, None) => None,
        };
        let by =
            PERSON.normalize(global.by.as_ref().or(environment.by.as_ref()).map_or("", |by| by))?;
        Ok(Self { named, by })
    }

    /// The moment at which the shop is looked at. A day that was named begins at midnight, so that
    /// the same words on the same file give the same bytes.
    fn read(&self) -> Clock {
        let now = chrono::Local::now().naive_local();
        let (today, at) = match self.named {
            Some(day) => (day, format!("{} 00:00:00", iso(day))),
            None => (now.date(), now.format("%Y-%m-%d %H:%M:%S").to_string()),
        };
        Clock { today, stamp: AuditStamp { at, by: self.by.clone() } }
    }
}

/// Creates a notebook for the screens if the person at the terminal wants one there.
fn create_if_wanted(
    file: &Path,
    currency: Currency,
    words: &Localizer,
    dumb: bool,
) -> Result<Option<Store>, Error> {
    tui::check_terminal(dumb).map_err(no_screens)?;
    let wanted = tui::ask_to_create(words, file)?;
    wanted.then(|| make(file, &Init::default(), currency, words)).transpose()
}

fn make(file: &Path, init: &Init, currency: Currency, words: &Localizer) -> Result<Store, Error> {
    let shop = cli::shop::new_shop(init, &words.text("new-shop-name"), currency)?;
    Store::create(file, &shop).map_err(|error| Error::already_exists(error.into()))
}

/// Whether errors are in colour: only where it was asked for.
fn in_colour(when: Colour, environment: &Environment) -> bool {
    match when {
        Colour::Auto => stderr().is_terminal() && !environment.no_colour,
        Colour::Always => true,
        Colour::Never => false,
    }
}
