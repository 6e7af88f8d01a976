//! One language's messages, built into the program.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
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

/// The messages of one language.
pub(super) struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    /// Reads the messages of a language. What cannot be read is left out; a test sees to it that
    /// there is no such thing.
    pub(super) fn of(language: Language) -> Self {
        let tag = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that isolate a value's writing direction would be drawn as boxes by terminals.
        bundle.set_use_isolating(false);
        for source in sources(language) {
            let (Ok(messages) | Err((messages, _))) = FluentResource::try_new(source.to_owned());
            bundle.add_resource_overriding(messages);
        }
        Self(bundle)
    }

    /// Returns whether a message with this key exists.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }

    /// The message with this key, or an attribute of it, its blanks filled in. A blank for which
    /// nothing was given shows its name.
    pub(super) fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let message = self.0.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        Some(self.0.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}
