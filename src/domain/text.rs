//! Text that people typed: made safe to show here, and checked before it is stored in [`rules`].
//!
//! All text that is shown passes through [`sanitize_for_terminal`], so that no name, not even one
//! from an older notebook, can colour the screen, move the cursor, reverse the line or hide part of
//! itself.

pub mod rules;

use std::borrow::Cow;

/// Returns the text with a visible stand-in, one cell wide, for every character that a terminal would
/// obey or hide; borrowed where there is none. Joiners stay where they join two visible characters, as
/// in a family of emoji or in Persian; a soft hyphen inside of a word is left out.
pub fn sanitize_for_terminal(text: &str) -> Cow<'_, str> {
    if text.chars().all(|typed| stand_in(typed).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let (mut before, mut rest) = (None, text.chars());
    while let Some(typed) = rest.next() {
        let is_visible = |one: char| !one.is_whitespace() && stand_in(one).is_none();
        let is_inside =
            before.is_some_and(is_visible) && rest.clone().next().is_some_and(is_visible);
        match typed {
            '\u{200C}' | '\u{200D}' if is_inside => shown.push(typed),
            '\u{AD}' if is_inside => {}
            _ => shown.push(stand_in(typed).unwrap_or(typed)),
        }
        before = Some(typed);
    }
    Cow::Owned(shown)
}

/// Returns the first `max_chars` characters of a text, without walking the rest of it.
pub fn prefix(text: &str, max_chars: usize) -> &str {
    let end = text.char_indices().nth(max_chars).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Returns the last `max_chars` characters of a text, without walking what stands before them.
pub fn suffix(text: &str, max_chars: usize) -> &str {
    let mut starts = text.char_indices().map(|(start, _)| start).rev();
    let start = max_chars.checked_sub(1).map_or(Some(text.len()), |last| starts.nth(last));
    start.and_then(|start| text.get(start..)).unwrap_or(text)
}

/// Returns the text without the escape sequences that set colours and positions (`ESC [ 31 m`): if
/// only their first character were removed, the rest would remain as letters that nobody typed. An
/// unfinished sequence is kept.
pub fn without_escapes(text: &str) -> Cow<'_, str> {
    let mut parts = text.split_inclusive(['\u{1B}', '\u{9B}']);
    let Some(first) = parts.next().filter(|first| first.len() < text.len()) else {
        return Cow::Borrowed(text);
    };
    let (mut kept, mut before) = (String::from(first), first);
    for part in parts {
        let begun = if before.ends_with('\u{9B}') { Some(part) } else { part.strip_prefix('[') };
        let behind = begun.and_then(|begun| {
            let last = begun.trim_start_matches(|typed| matches!(typed, ' '..='?'));
            last.strip_prefix(|typed| matches!(typed, '@'..='~'))
        });
        if behind.is_some() {
            kept.pop();
        }
        kept.push_str(behind.unwrap_or(part));
        before = part;
    }
    Cow::Owned(kept)
}

/// Returns the replacement for a harmful character: its control picture (`␛` for escape) if it has one.
fn stand_in(typed: char) -> Option<char> {
    match typed {
        '\u{20}'..='\u{7E}' => None,
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(typed)),
        '\u{7F}' => Some('␡'),
        _ if typed.is_control() || is_invisible(typed) => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

/// Returns whether a character has no width but changes how others are shown or compared.
///
/// These are the soft hyphen, the marks and overrides of writing direction, the zero-width spaces
/// and joiners, the separators of lines and paragraphs, and tags.
const fn is_invisible(typed: char) -> bool {
    matches!(
        typed,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_is_not_copied() {
        for name in ["林阿嬷", "O'Neill & Søn", "e\u{301}clair ☕", ""] {
            assert!(matches!(sanitize_for_terminal(name), Cow::Borrowed(same) if same == name));
        }
    }

    #[test]
    fn controls_are_shown_as_their_pictures() {
        assert_eq!(sanitize_for_terminal("\u{1b}[31mred\r\n\t\0\u{7f}"), "␛[31mred␍␊␉␀␡");
        assert_eq!(sanitize_for_terminal("\u{9b}31m"), "\u{FFFD}31m");
    }

    #[test]
    fn a_sequence_for_a_terminal_goes_as_a_whole() {
        for (text, without) in [
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("a\u{1b}[1;38;5;9m\u{1b}[Kb\u{9b}2Jc", "abc"),
            // Text that is not an escape sequence, or is an unfinished one, is kept.
            ("\u{1b}", "\u{1b}"),
            ("a\u{1b}[", "a\u{1b}["),
            ("\u{1b}[31", "\u{1b}[31"),
            ("\u{1b}[3林", "\u{1b}[3林"),
            ("[31m", "[31m"),
            ("\u{1b}\u{1b}[31mx", "\u{1b}x"),
        ] {
            assert_eq!(without_escapes(text), without);
        }
    }

    #[test]
    fn what_turns_or_hides_text_is_shown_as_a_gap() {
        for hidden in "\u{202e}\u{2066}\u{200f}\u{61c}\u{200b}\u{feff}\u{2028}\u{e0041}".chars() {
            assert_eq!(sanitize_for_terminal(&format!("a{hidden}b")), "a\u{FFFD}b", "{hidden:?}");
        }
    }

    // Case 28.
    #[test]
    fn a_joiner_stays_inside_of_a_word_and_is_shown_as_a_gap_elsewhere() {
        for joined in ["👨‍👩‍👧 Family", "می\u{200c}خواهم", "Auf\u{200c}lage", "🏳\u{fe0f}\u{200d}🌈"]
        {
            assert_eq!(sanitize_for_terminal(joined), joined);
        }
        for (loose, shown) in [
            ("\u{200d}", "\u{FFFD}"),
            ("a\u{200c}", "a\u{FFFD}"),
            ("\u{200d}a b", "\u{FFFD}a b"),
            ("a \u{200c}b", "a \u{FFFD}b"),
            ("a\u{200d}\u{200d}b", "a\u{FFFD}\u{FFFD}b"),
            ("Donau\u{ad}dampf\u{ad}", "Donaudampf\u{FFFD}"),
        ] {
            assert_eq!(sanitize_for_terminal(loose), shown, "{loose:?}");
        }
    }

    #[test]
    fn a_prefix_and_a_suffix_are_counted_in_characters() {
        for (chars, first, last) in
            [(0, "", ""), (1, "林", "c"), (3, "林阿b", "阿bc"), (9, "林阿bc", "林阿bc")]
        {
            assert_eq!((prefix("林阿bc", chars), suffix("林阿bc", chars)), (first, last));
        }
        assert_eq!(suffix("", 0), "");
    }

    #[test]
    fn what_is_harmless_stays_so() {
        let once: String = sanitize_for_terminal("\u{1b}]0;x\u{7}").into_owned();
        assert!(matches!(sanitize_for_terminal(&once), Cow::Borrowed(_)));
    }
}
