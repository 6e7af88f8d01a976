//! One language's messages, built into the program.

use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use memchr::memchr_iter;
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
            include_str!(concat!("../../assets/locales/", $folder, "/help.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/screens.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/papers.ftl")),
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
    /// Where each message stands in the files.
    texts: OnceLock<HashMap<&'static str, &'static str>>,
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
        Self { language, texts: OnceLock::new(), parsed: RwLock::new(bundle) }
    }

    /// Returns whether a message with this key exists.
    pub(super) fn has(&self, key: &str) -> bool {
        self.texts().contains_key(key)
    }

    /// The message with this key, or an attribute of it, its blanks filled in. A blank for which
    /// nothing was given shows its name.
    pub(super) fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let text = *self.texts().get(key)?;
        let bundle = self.parsed.read().unwrap_or_else(PoisonError::into_inner);
        let bundle = if bundle.has_message(key) {
            bundle
        } else {
            drop(bundle);
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

    fn texts(&self) -> &HashMap<&'static str, &'static str> {
        self.texts.get_or_init(|| sources(self.language).into_iter().flat_map(messages).collect())
    }
}

/// Returns the messages of a file, each with its key and its text. A message begins at the start of a line with its
/// key, and no message refers to another one.
pub(super) fn messages(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = memchr_iter(b'\n', file.as_bytes()).map(|end| end + 1);
    let begins = |at: &usize| {
        file.get(*at..).is_some_and(|text| text.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let mut starts = std::iter::once(0).chain(lines).filter(begins).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let text = file.get(start..starts.peek().copied().unwrap_or(file.len()))?;
        Some((text.split_once(' ')?.0, text))
    })
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
