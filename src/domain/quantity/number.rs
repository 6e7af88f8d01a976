//! The one reader of the numbers that people type, whatever keyboard they type them on.

use super::NumberError;

/// Reads a decimal number as a count of units of 10^-`digits`, between `-max` and `max`.
pub(in crate::domain) fn parse_decimal(
    text: &str,
    digits: u8,
    max: i64,
) -> Result<i64, NumberError> {
    let text = text.trim();
    let Some(narrow) = half_width(text) else {
        return parse_half_width(text, digits, max);
    };
    // Words are told as they were typed; a number is the same number in either width.
    parse_half_width(narrow.trim(), digits, max).map_err(|error| match error {
        NumberError::NotANumber { .. } => NumberError::NotANumber { text: text.to_owned() },
        error => error,
    })
}

/// Passes on `value`, which was read from `text`, unless it is smaller than `least`.
pub(in crate::domain) fn at_least(least: i64, value: i64, text: &str) -> Result<i64, NumberError> {
    if value < least {
        return Err(NumberError::Negative { text: text.trim().to_owned() });
    }
    Ok(value)
}

/// The text with full-width letters, digits and marks made narrow, and every kind of blank and minus
/// made the common one, if it has any.
pub(in crate::domain) fn half_width(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let narrow = |wide: char| match wide {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(wide) - 0xFEE0).unwrap_or(wide),
        // Wide, no-break, figure, thin and narrow no-break blanks.
        '\u{3000}' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' => ' ',
        '。' => '.',
        '、' => ',',
        '−' | '–' => '-',
        other => other,
    };
    let instead: String = text.chars().map(narrow).collect();
    (instead != text).then_some(instead)
}

fn parse_half_width(text: &str, digits: u8, max: i64) -> Result<i64, NumberError> {
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    // A numeric keypad makes `.5` and `5.` easy to type, and neither can mean anything else.
    let whole_is_read = is_grouped_well(whole) || whole.is_empty() && !fraction.is_empty();
    if !whole_is_read || !fraction.bytes().all(is_digit) {
        let text = text.to_owned();
        return Err(match has_decimal_comma(unsigned) {
            true => NumberError::DecimalComma { text },
            false => NumberError::NotANumber { text },
        });
    }
    let fraction = without_spare_zeros(fraction, digits);
    if fraction.len() > usize::from(digits) {
        return Err(NumberError::TooManyDecimals { text: text.to_owned(), allowed: digits });
    }
    let missing = std::iter::repeat_n(b'0', usize::from(digits) - fraction.len());
    let value = (whole.bytes().filter(|byte| is_digit(*byte)))
        .chain(fraction.bytes())
        .chain(missing)
        .fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
    if value > max {
        return Err(NumberError::TooLarge { text: text.to_owned() });
    }
    Ok(if text.starts_with('-') { -value } else { value })
}

/// Returns the decimals without the zeros beyond the last that counts: `240.00` is 240 everywhere.
///
/// Three decimals where fewer are allowed stay, as `1.240` and `1.000` may be thousands.
fn without_spare_zeros(fraction: &str, digits: u8) -> &str {
    match fraction.len() {
        3 => fraction,
        length if length <= usize::from(digits) => fraction,
        _ => fraction.trim_end_matches('0'),
    }
}

/// Returns whether the text is a number whose decimals stand behind a comma: `1,5` or `1.240,00`.
fn has_decimal_comma(unsigned: &str) -> bool {
    unsigned.split_once(',').is_some_and(|(whole, fraction)| {
        let is_mark = |byte: u8| is_digit(byte) || byte == b'.' || byte == b' ';
        !whole.is_empty()
            && whole.bytes().all(is_mark)
            && !fraction.is_empty()
            && fraction.bytes().all(is_digit)
    })
}

/// Returns whether these are digits, ungrouped or in valid groups of three.
fn is_grouped_well(whole: &str) -> bool {
    let separator = if whole.contains(',') { ',' } else { ' ' };
    let Some((first, rest)) = whole.split_once(separator) else {
        return !whole.is_empty() && whole.bytes().all(is_digit);
    };
    // `0,125` is somebody's decimal comma, and reading it as 125 would be a dear mistake.
    matches!(first.len(), 1..=3)
        && !first.starts_with('0')
        && first.bytes().all(is_digit)
        && rest.split(separator).all(|group| group.len() == 3 && group.bytes().all(is_digit))
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}
