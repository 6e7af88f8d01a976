//! One telephone number in its many dresses: with and without the code of its country, a zero, hyphens.

use super::fold;

/// The codes of countries before which nobody needs a sign to know them: no number of theirs begins so
/// and is as long.
const NEAR: [&str; 4] = ["886", "852", "853", "86"];

/// The number of digits from which on a number may begin with one of the [`NEAR`] codes.
const SHORTEST_WITH_CODE: usize = 11;

/// The number of digits from which on a zero at the beginning stands for the code of a country.
const SHORTEST_WITH_ZERO: usize = 9;

/// The number of digits by which telephone numbers are compared: those of a mobile number of Taiwan
/// behind its zero.
const PHONE_KEY: usize = 9;

/// The digits of a telephone number, however it is written.
pub fn digits(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_digit).collect()
}

/// Returns what two ways of writing one telephone number have in common: the last `PHONE_KEY` digits
/// behind the code of the country or a zero.
pub fn phone_key(text: &str) -> String {
    let digits = subscriber(text);
    let start = digits.len().saturating_sub(PHONE_KEY);
    digits.get(start..).unwrap_or_default().to_owned()
}

/// Returns the digits of a telephone number without the code of its country, and without the zero that
/// stands for it.
pub(super) fn subscriber(text: &str) -> String {
    without_country(text).unwrap_or_else(|| {
        let digits = digits(text);
        match digits.strip_prefix('0') {
            Some(rest) if digits.len() >= SHORTEST_WITH_ZERO => rest.to_owned(),
            _ => digits,
        }
    })
}

/// Returns the digits behind the code of a country, and behind a zero; `None` if there is no such code.
pub(super) fn without_country(text: &str) -> Option<String> {
    let digits = digits(text);
    let international = match fold(text).trim_start_matches('(').starts_with('+') {
        true => Some(digits.as_str()),
        false => digits.strip_prefix("00"),
    };
    let rest = match international {
        Some(number) => number.get(country_code_len(number)..),
        None if digits.len() < SHORTEST_WITH_CODE => None,
        None => NEAR.iter().find_map(|code| digits.strip_prefix(code)),
    };
    let number = rest?.trim_start_matches('0');
    (!number.is_empty()).then(|| number.to_owned())
}

/// Returns the number of digits of the country code with which an international number begins, by the
/// zones of the ITU.
fn country_code_len(number: &str) -> usize {
    let mut digits = number.chars();
    match (digits.next(), digits.next()) {
        (Some('1' | '7'), _) => 1,
        (Some('2'), Some('0' | '7')) => 2,
        (Some('3'), Some('0'..='4' | '6' | '9')) => 2,
        (Some('4'), Some('0' | '1' | '3'..='9')) => 2,
        (Some('5'), Some('1'..='8')) => 2,
        (Some('6'), Some('0'..='6')) => 2,
        (Some('8'), Some('1' | '2' | '4' | '6')) => 2,
        (Some('9'), Some('0'..='5' | '8')) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // E2, case 20.
    #[test]
    fn a_number_is_one_with_and_without_the_code_of_its_country() {
        for (number, dresses) in [
            ("0912-345-678", vec!["+886912345678", "886912345678", "00886 912 345 678"]),
            ("138 1234 5678", vec!["+8613812345678", "008613812345678", "8613812345678"]),
            ("2345 6789", vec!["+852 2345 6789", "85223456789"]),
            ("021-6234 5678", vec!["+86 21 6234 5678", "＋86 021 62345678"]),
            ("020 7946 0000", vec!["+44 (0)20 7946 0000", "(+44) 20 7946 0000"]),
        ] {
            for dress in dresses {
                assert_eq!(subscriber(dress), subscriber(number), "{dress}");
                assert_eq!(phone_key(dress), phone_key(number), "{dress}");
            }
        }
    }

    #[test]
    fn a_part_of_a_number_stays_as_it_is() {
        for part in ["0912", "886", "12345", "00", "0912345"] {
            assert_eq!(subscriber(part), part);
        }
        assert_eq!(subscriber("+886"), "886");
        assert_eq!(subscriber("+88691"), "91");
    }
}
