//! The guard against formulas in CSV.
//!
//! A spreadsheet takes a field that begins with `=`, `+`, `-` or `@` for a formula and runs it, even
//! if it was a customer's name. Such a text gets a leading `'`. So that every text reads back as it
//! was, a text that begins like a guarded one is guarded too. Numbers are none, telephone numbers among them.

use std::borrow::Cow;

use super::csv_scanner::as_formula;

/// Returns the field for a text: the text itself, or the guard and the text where it needs one.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if (text.starts_with(is_formula) && !is_number(text)) || is_guarded(text) {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns the text of a field of a file, without its guard, or the formula by which another program keeps
/// it a text: `="0912"`.
pub(super) fn unguarded(field: &str) -> &str {
    match field.strip_prefix(GUARD) {
        Some(text) if is_guarded(field) => text,
        _ => {
            as_formula(field.as_bytes()).and_then(|text| str::from_utf8(text).ok()).unwrap_or(field)
        }
    }
}

/// Returns whether a text with a sign is a number (`-12.5`) or a telephone number (`+86 138-0013-8000`),
/// with which a spreadsheet does nothing.
fn is_number(text: &str) -> bool {
    let (sign, rest) = text.split_at_checked(1).unwrap_or_default();
    let only = |punctuation: &str| {
        rest.contains(|one: char| one.is_ascii_digit())
            && rest.chars().all(|one| one.is_ascii_digit() || punctuation.contains(one))
    };
    match sign {
        "+" => only(" -()."),
        "-" => only("."),
        _ => false,
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
        for text in ["=1+1", "+886+1", "-3+2", "+A1", "+", "-", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
    }

    // D9, case 24.
    #[test]
    fn a_number_is_no_formula() {
        for text in ["+86 138-0013-8000", "+886 (0)2 2311", "-3", "-12.5", "+1"] {
            assert_eq!(guarded(text), text);
            // As older exports have it.
            assert_eq!(unguarded(&format!("'{text}")), text);
        }
    }

    // D1, case 06.
    #[test]
    fn a_text_in_a_formula_is_that_text() {
        assert_eq!(unguarded("=\"0912\""), "0912");
        assert_eq!(unguarded("=\"a\"&\"b\""), "=\"a\"&\"b\"");
    }

    #[test]
    fn an_apostrophe_is_guarded_only_where_it_looks_like_a_guard() {
        assert_eq!(guarded("'n dop"), "'n dop");
        assert_eq!(guarded("'=1"), "''=1");
        assert_eq!(guarded("''"), "'''");
    }

    #[test]
    fn every_guard_comes_off_again() {
        for text in
            ["", "'", "''", "'''", "'=", "''=", "=", "=\"0\"", "+1", "'+1", "'a", "a'=", "林"]
        {
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }
}
