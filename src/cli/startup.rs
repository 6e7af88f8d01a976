//! Startup: which files a run uses, what its configuration says, and which outputs it may replace.

use super::args::shop::Init;
use super::args::{Command, Global};
use super::error::{Error, Result};
use super::shop::new_shop;
use crate::app::{self, App, StoreError};
use crate::config::{self, Environment, Settings, paths};
use crate::domain::shop::{Language, Shop};
use crate::exchange::{FileRole, ProtectedFiles, check_reserved};
use crate::i18n::Localizer;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The files of a run, and the settings of its configuration.
pub struct Startup {
    /// The notebook's file.
    pub notebook: PathBuf,
    /// The configuration file; empty if there is no place for one.
    pub config: PathBuf,
    /// The settings of the configuration file.
    pub settings: Settings,
}

impl Startup {
    /// Finds the files and reads the configuration.
    ///
    /// # Errors
    /// If a path cannot be used, or the configuration is named and missing, or is not valid.
    pub fn new(global: &Global, environment: &Environment) -> Result<Self> {
        let notebook = given_or(global.db.as_ref(), "RICEJAR_DB", environment.file.as_ref())?
            .unwrap_or_else(config::default_file);
        let (config, settings) = settings(global, environment)?;
        Ok(Self { notebook, config, settings })
    }

    /// Refuses an output that would replace the notebook, the configuration, an input, or any other
    /// database.
    ///
    /// # Errors
    /// [`Error`] with the path, if there is one.
    pub fn protect(&self, command: Option<&Command>, output: Option<&Path>) -> Result<()> {
        let mut files =
            ProtectedFiles::of_notebook(&self.notebook).and(FileRole::Config, &self.config);
        let named = command.map(Command::named_files).unwrap_or_default();
        if let Some(input) = named.input {
            files = files.and(FileRole::Input, input);
        }
        let makes_notebook = match command {
            Some(Command::Init(_) | Command::Restore(_)) => true,
            // The screens offer to make the notebook that is not there.
            None => !self.notebook.exists(),
            Some(_) => false,
        };
        if makes_notebook {
            check_reserved(&self.notebook)?;
        }
        if let Some(new) = named.new {
            files.check(new)?;
        }
        if let Some(text) = output.filter(|path| *path != Path::new("-")) {
            files.check_text(text)?;
        }
        Ok(())
    }

    /// Returns the language of a run on a shop that is made for it: of the command line, else of the
    /// configuration or the environment.
    pub fn language_of_new(&self, global: &Global, environment: &Environment) -> Language {
        let language = global.lang.or(self.settings.language);
        language.or(environment.language()).unwrap_or_default()
    }

    /// Returns the language of a run: of the command line, else of the configuration, the shop or the
    /// environment, in this order.
    pub fn language(&self, global: &Global, shop: &Shop, environment: &Environment) -> Language {
        global
            .lang
            .or(self.settings.language)
            .or(shop.language)
            .or(environment.language())
            .unwrap_or_default()
    }
}

/// Returns the shop of a notebook. To check a notebook or to copy it, its rules need not be readable: those
/// of a new shop stand in for them.
///
/// # Errors
/// If the rules cannot be read and the command needs them.
pub fn shop_of(
    app: &App,
    command: Option<&Command>,
    early_words: impl Fn() -> Localizer,
) -> Result<Shop> {
    match app.shop() {
        Err(app::Error::Store(StoreError::Damaged(_)))
            if matches!(command, Some(Command::Check | Command::Backup(_))) =>
        {
            new_shop(&Init::default(), &early_words())
        }
        shop => Ok(shop?),
    }
}

/// Returns the path from the command line, which is resolved already, else the one of the environment.
fn given_or(
    given: Option<&PathBuf>,
    variable: &str,
    value: Option<&PathBuf>,
) -> Result<Option<PathBuf>> {
    match (given, value) {
        (None, Some(value)) => {
            paths::resolve(value).map(Some).map_err(|error| Error::argument(variable, error))
        }
        (given, _) => Ok(given.cloned()),
    }
}

/// Reads the configuration file. It may be missing, unless it was named.
fn settings(global: &Global, environment: &Environment) -> Result<(PathBuf, Settings)> {
    let named = given_or(global.config.as_ref(), "RICEJAR_CONFIG", environment.config.as_ref())?;
    let is_named = named.is_some();
    let Some(file) = named.or_else(config::default_config) else {
        return Ok(Default::default());
    };
    match config::read(&file) {
        Ok(text) => match Settings::parse(&text) {
            Ok(settings) => Ok((file, settings)),
            Err(error) => Err(Error::Config(file, error)),
        },
        Err(error) if error.kind() == ErrorKind::NotFound && !is_named => {
            Ok((file, Settings::default()))
        }
        // The kinds by which it refuses what it will not read.
        Err(error) if error.kind() == ErrorKind::InvalidInput => {
            Err(Error::Usage("config-not-a-file", file.display().to_string()))
        }
        Err(error) if error.kind() == ErrorKind::FileTooLarge => {
            Err(Error::Usage("config-too-large", file.display().to_string()))
        }
        Err(error) => Err(Error::Input(file, error)),
    }
}
