//! The fields of the message of a reminder, as templates know them, and the templates of the steps: the built-in ones,
//! or those in a folder of the shop's own.

use super::statement::{PaperCustomer, PaperShop};
use super::template::{MAX_TEMPLATE, PaperTemplate, TemplateError};
use crate::domain::shop::Language;
use serde::Serialize;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The message of a reminder.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReminderMessage {
    /// The shop.
    pub shop: PaperShop,
    /// The customer.
    pub customer: PaperCustomer,
    /// The name of the step.
    pub step: String,
    /// The amount that is due.
    pub amount: String,
    /// The balance of the tab.
    pub balance: String,
    /// The due day of the oldest debt.
    pub due_on: String,
    /// The number of days that it is late; 0 until the due day has passed.
    pub late_days: i64,
    /// The day on which it is sent.
    pub today: String,
    /// The text of the code by which customers pay; empty if it is not set.
    pub payment: String,
}

/// A built-in template.
macro_rules! built_in {
    ($language:literal, $name:literal) => {
        include_str!(concat!("../../assets/templates/reminders/", $language, "/", $name, ".txt"))
    };
}

/// The templates of the messages of reminders.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReminderTemplates {
    /// The folder of the shop's own, in which `NAME.LANGUAGE.txt` or `NAME.txt` takes the place of a built-in one.
    pub folder: Option<PathBuf>,
}

impl ReminderTemplates {
    /// The names of the built-in templates.
    pub const BUILT_IN: [&'static str; 4] = ["friendly", "reminder", "firm", "last"];

    /// Returns the template of a step in a language.
    ///
    /// # Errors
    /// If there is none of this name, or its file cannot be read.
    pub fn find(&self, step: &str, language: Language) -> Result<PaperTemplate, TemplateError> {
        let files = [format!("{step}.{}.txt", language.tag()), format!("{step}.txt")];
        for file in files {
            let Some(folder) = &self.folder else { break };
            let path = folder.join(&file);
            match read(&path) {
                Ok(source) => return Ok(PaperTemplate::new(file, source)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(TemplateError::Unreadable { path, error }),
            }
        }
        let missing = || TemplateError::Missing { name: step.to_owned() };
        built_in(step, language)
            .map(|source| PaperTemplate::new(format!("{step}.{}.txt", language.tag()), source))
            .ok_or_else(missing)
    }
}

fn built_in(step: &str, language: Language) -> Option<&'static str> {
    Some(match (language, step) {
        (Language::English, "friendly") => built_in!("en", "friendly"),
        (Language::English, "reminder") => built_in!("en", "reminder"),
        (Language::English, "firm") => built_in!("en", "firm"),
        (Language::English, "last") => built_in!("en", "last"),
        (Language::Chinese, "friendly") => built_in!("zh-CN", "friendly"),
        (Language::Chinese, "reminder") => built_in!("zh-CN", "reminder"),
        (Language::Chinese, "firm") => built_in!("zh-CN", "firm"),
        (Language::Chinese, "last") => built_in!("zh-CN", "last"),
        (Language::English | Language::Chinese, _) => return None,
    })
}

fn read(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    let file = std::fs::File::open(file)?;
    file.take(MAX_TEMPLATE as u64 + 1).read_to_string(&mut text)?;
    match text.len() > MAX_TEMPLATE {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_template_exists_in_every_language() {
        let templates = ReminderTemplates::default();
        for name in ReminderTemplates::BUILT_IN {
            assert!(Language::ALL.iter().all(|language| templates.find(name, *language).is_ok()));
        }
        assert!(matches!(
            templates.find("angry", Language::English),
            Err(TemplateError::Missing { name }) if name == "angry"
        ));
    }
}
