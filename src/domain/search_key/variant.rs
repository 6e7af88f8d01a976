//! One spelling for a search: without case, width, accents, and the difference of traditional and simplified
//! characters.

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Every traditional character and variant with the simplified one that stands for it, in their order.
static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let lines = include_str!("simplified.txt").lines().filter(|line| !line.starts_with('#'));
    let mut pairs = Vec::new();
    for group in lines.flat_map(|line| line.split(' ')) {
        let mut characters = group.chars();
        if let Some(simplified) = characters.next() {
            pairs.extend(characters.map(|variant| (variant, simplified)));
        }
    }
    pairs.sort_unstable();
    pairs
});

/// Returns the simplified character for a traditional one or a variant; any other as it is.
pub(super) fn simplified(character: char) -> char {
    if character < '\u{3400}' {
        return character;
    }
    let found = SIMPLIFIED.binary_search_by_key(&character, |(variant, _)| *variant);
    let pair = found.ok().and_then(|place| SIMPLIFIED.get(place));
    pair.map_or(character, |(_, simplified)| *simplified)
}

/// Returns the text as a search compares it: in lower case, narrow, without accents, in simplified
/// characters, with single blanks, and without hyphens between digits.
pub fn search_fold(text: &str) -> String {
    without_accents(text).chars().map(simplified).collect()
}

/// Returns the text as [`search_fold`] does, but with the characters that were written: some of them are
/// read in another way than the simplified ones.
pub(super) fn without_accents(text: &str) -> String {
    // What Unicode composes of more than letters and accents (the syllables of Korean) is put together again.
    let letters = text.chars().flat_map(char::to_lowercase).nfkd().filter(|one| !is_accent(*one));
    let mut folded = String::with_capacity(text.len());
    for letter in letters.nfc() {
        match letter {
            blank if blank.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            digit if digit.is_ascii_digit() => {
                let before = folded.strip_suffix('-').map(str::len);
                if let Some(end) = before.filter(|end| ends_in_digit(folded.get(..*end))) {
                    folded.truncate(end);
                }
                folded.push(digit);
            }
            other => match replacement(other) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(other),
            },
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn ends_in_digit(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.ends_with(|last: char| last.is_ascii_digit()))
}

/// Returns whether a character is an accent of Latin, Greek or Cyrillic letters. The marks of other
/// scripts distinguish words, and stay.
const fn is_accent(one: char) -> bool {
    matches!(one, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// Returns the letters of a keyboard for a character that is not composed of one and an accent; none for
/// joiners and the selectors of variants, which cannot be seen.
const fn replacement(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '‘' | '’' | 'ʼ' | '′' => "'",
        '“' | '”' => "\"",
        '‐'..='―' | '−' => "-",
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => {
            ""
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    // E2, case 21.
    #[test]
    fn traditional_and_simplified_characters_are_one() {
        for (traditional, written) in [
            ("陳師傅", "陈师傅"),
            ("黃媽媽", "黄妈妈"),
            ("臺灣鷄蛋麵", "台湾鸡蛋面"),
            ("張裡裏", "张里里"),
        ] {
            assert_eq!(search_fold(traditional), written);
            assert_eq!(search_fold(written), written);
        }
    }

    // E2, case 22.
    #[test]
    fn accents_case_and_width_make_no_difference() {
        for (typed, folded) in [
            ("José García", "jose garcia"),
            ("Jose\u{301} Nfd", "jose nfd"),
            ("Øystein Große", "oystein grosse"),
            ("GROẞE", "grosse"),
            ("İstanbul", "istanbul"),
            ("O’Brien", "o'brien"),
            ("Łódź Ðorđe Æsop", "lodz dorde aesop"),
            ("Nguyễn Văn Đức", "nguyen van duc"),
            ("Ёлкин", "елкин"),
            (" Ｃ１０２　阿 明 ", "c102 阿 明"),
            ("한글 ﾊﾞﾅﾅ", "한글 バナナ"),
            ("می\u{200c}خواهم", "میخواهم"),
            ("①㎏", "1kg"),
        ] {
            assert_eq!(search_fold(typed), folded, "{typed}");
        }
    }

    // E2.
    #[test]
    fn digits_are_one_number_with_and_without_hyphens() {
        for (typed, folded) in [
            ("7-11便利店", "711便利店"),
            ("７－１１", "711"),
            ("3-2-501", "32501"),
            ("3–2", "32"),
            ("a-1-", "a-1-"),
            ("Jean-Luc 1-b", "jean-luc 1-b"),
            ("1.5L", "1.5l"),
        ] {
            assert_eq!(search_fold(typed), folded, "{typed}");
        }
    }
}
