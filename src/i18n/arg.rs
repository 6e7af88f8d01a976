//! Arguments of a message.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use crate::domain::text::{prefix, sanitize_for_terminal};

/// Most characters of a text in a sentence: more than the longest that is stored.
const MAX_CHARS: usize = 2_500;

/// A text, made harmless and no longer than anybody reads, or a count, by which a language chooses between *1 stop* and *2 stops*.
///
/// Amounts, days and identities are texts: they come formatted.
#[derive(Clone, Debug)]
pub struct Arg<'a>(FluentValue<'a>);

impl<'a> Arg<'a> {
    pub(super) fn value(&self) -> FluentValue<'a> {
        self.0.clone()
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(shown(text)))
    }
}

/// Returns the beginning of a text that a sentence has room for.
fn shown(text: &str) -> Cow<'_, str> {
    let beginning = prefix(text, MAX_CHARS);
    match beginning.len() == text.len() {
        true => sanitize_for_terminal(text),
        false => Cow::Owned(sanitize_for_terminal(beginning).into_owned() + "…"),
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::String(Cow::Owned(shown(&text).into_owned())))
    }
}

macro_rules! counts {
    ($($Count:ident)*) => {$(
        impl From<$Count> for Arg<'_> {
            fn from(count: $Count) -> Self {
                Self(count.into())
            }
        }
    )*};
}

counts!(u8 u16 u32 u64 usize i32 i64);
