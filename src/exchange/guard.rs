//! The guard against formulas in CSV.
//!
//! A spreadsheet takes a field that begins with `=`, `+`, `-` or `@` for a formula and runs it, even
//! if it was a customer's name. Such a text gets a leading `'`. So that every text reads back as it
//! was, a text that begins like a guarded one is guarded too.

use std::borrow::Cow;

/// Returns the field for a text: the text itself, or the guard and the text where it needs one.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(is_formula) || is_guarded(text) {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns the text of a field of a file, without its guard.
pub(super) fn unguarded(field: &str) -> &str {
    match field.strip_prefix(GUARD) {
        Some(text) if is_guarded(field) => text,
        _ => field,
    }
}

const GUARD: char = '\'';

/// Returns whether a text begins as a guarded one does.
fn is_guarded(text: &str) -> bool {
    text.strip_prefix(GUARD)
        .is_some_and(|rest| rest.starts_with(GUARD) || rest.starts_with(is_formula))
}

/// Returns whether a spreadsheet may take a field with this first character for a formula; those
/// set up for Chinese or Japanese treat the full-width signs alike.
const fn is_formula(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded() {
        for text in ["=1+1", "+886 2 2311", "-3", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
    }

    #[test]
    fn an_apostrophe_is_guarded_only_where_it_looks_like_a_guard() {
        assert_eq!(guarded("'n dop"), "'n dop");
        assert_eq!(guarded("'=1"), "''=1");
        assert_eq!(guarded("''"), "'''");
    }

    #[test]
    fn every_guard_comes_off_again() {
        for text in ["", "'", "''", "'''", "'=", "''=", "=", "'a", "a'=", "林"] {
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }
}
