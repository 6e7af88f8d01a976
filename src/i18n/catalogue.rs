//! One language's messages, built into the program.

use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use memchr::memmem;
use unic_langid::LanguageIdentifier;

use super::Arg;
use crate::domain::shop::Language;

macro_rules! files {
    ($folder:literal) => {
        [
            include_str!(concat!("../../assets/locales/", $folder, "/shop.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/fields.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/refused.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/errors.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/done.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/cli.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/screens.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/papers.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/help.ftl")),
        ]
    };
}

/// The catalogue's files of a language, in the same order for each.
pub(super) const fn sources(language: Language) -> [&'static str; 9] {
    match language {
        Language::English => files!("en"),
        Language::Chinese => files!("zh-CN"),
    }
}

/// The messages of one language. Each is parsed when it is first asked for: a command says a few of a
/// thousand.
pub(super) struct Catalogue {
    language: Language,
    parsed: RwLock<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// Returns the messages of a language. A message that cannot be read is left out; a test sees to
    /// it that there is no such thing.
    pub(super) fn of(language: Language) -> Self {
        let tag = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that isolate a value's writing direction would be drawn as boxes by terminals.
        bundle.set_use_isolating(false);
        Self { language, parsed: RwLock::new(bundle) }
    }

    /// Returns whether a message with this key exists.
    pub(super) fn has(&self, key: &str) -> bool {
        let parsed = self.parsed.read().unwrap_or_else(PoisonError::into_inner);
        parsed.has_message(key) || self.text_of(key).is_some()
    }

    /// The message with this key, or an attribute of it, its blanks filled in. A blank for which
    /// nothing was given shows its name.
    pub(super) fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let bundle = self.parsed.read().unwrap_or_else(PoisonError::into_inner);
        let bundle = if bundle.has_message(key) {
            bundle
        } else {
            drop(bundle);
            let text = self.text_of(key)?;
            let (Ok(message) | Err((message, _))) = FluentResource::try_new(text.to_owned());
            let mut parsed = self.parsed.write().unwrap_or_else(PoisonError::into_inner);
            parsed.add_resource_overriding(message);
            drop(parsed);
            self.parsed.read().unwrap_or_else(PoisonError::into_inner)
        };
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    /// Finds a message in the files, which is faster than making a list of all of them for the few that a command
    /// says.
    fn text_of(&self, key: &str) -> Option<&'static str> {
        let beginning = format!("\n{key} =");
        let finder = memmem::Finder::new(beginning.as_bytes());
        let mut files = sources(self.language);
        // The help of a command has many messages, and they are all in the last file.
        if key.starts_with("help-") || key.starts_with("example-") {
            files.reverse();
        }
        files.into_iter().find_map(|file| {
            let start = match file.strip_prefix(key).is_some_and(|rest| rest.starts_with(" =")) {
                true => 0,
                false => finder.find(file.as_bytes())? + 1,
            };
            first_message(file.get(start..)?)
        })
    }
}

/// Returns the message with which a text begins. A message begins at the start of a line with its key, and no message
/// refers to another one.
fn first_message(text: &str) -> Option<&str> {
    let begins = |at: &usize| {
        text.get(*at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let end = text.match_indices('\n').map(|(end, _)| end + 1).find(begins);
    text.get(..end.unwrap_or(text.len()))
}

/// Returns the messages of a file, each with its key and its text.
#[cfg(test)]
pub(super) fn messages(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_first = |text: &&str| text.starts_with(|c: char| c.is_ascii_lowercase());
    let starts = std::iter::once(0).chain(file.match_indices('\n').map(|(end, _)| end + 1));
    let texts = starts.filter_map(|start| file.get(start..)).filter(is_first);
    texts.filter_map(|text| Some((text.split_once(' ')?.0, first_message(text)?)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// Returns the messages of a text as the parser understands them, without their comments.
    fn parsed(text: &str) -> Vec<String> {
        let resource =
            FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors).unwrap();
        let entries = resource.entries().map(|entry| format!("{entry:?}"));
        let messages = entries.filter(|entry| entry.starts_with("Message"));
        messages.map(|entry| entry.rsplit_once(", comment: ").unwrap().0.to_owned()).collect()
    }

    // G16: every start parsed the whole catalogue.
    #[test]
    fn a_message_alone_is_what_it_is_in_its_file() {
        for file in Language::ALL.into_iter().flat_map(sources) {
            let alone = messages(file).flat_map(|(key, text)| {
                assert!(text.starts_with(&format!("{key} =")), "{key}");
                parsed(text)
            });
            assert_eq!(alone.collect::<Vec<_>>(), parsed(file));
            assert!(!parsed(file).concat().contains("Reference { id: Identifier { name: \"-"));
        }
    }
}
