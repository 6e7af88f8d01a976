//! Folding: one spelling for what people type in many, so that names are found and sorted.

use super::customer::Customer;
use super::text::{prefix, rules::MAX_QUERY_CHARS};
use pinyin::ToPinyin;

/// Characters that are read differently when they stand first in a name.
const SURNAMES: &[(&str, &str)] = &[
    ("尉迟", "yuchi"),
    ("万俟", "moqi"),
    ("单", "shan"),
    ("曾", "zeng"),
    ("仇", "qiu"),
    ("查", "zha"),
    ("解", "xie"),
    ("朴", "piao"),
    ("区", "ou"),
    ("任", "ren"),
    ("盖", "ge"),
    ("华", "hua"),
    ("乐", "yue"),
    ("翟", "zhai"),
    ("员", "yun"),
    ("召", "shao"),
    ("覃", "qin"),
    ("缪", "miao"),
    ("黑", "he"),
    ("牟", "mu"),
    ("葛", "ge"),
    ("宁", "ning"),
    ("燕", "yan"),
    ("洗", "xian"),
];

/// Lower case, full-width letters and digits made narrow, blanks made single: equal for what people
/// would call the same word.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for narrow in text.chars().map(narrow) {
        match narrow {
            blank if blank.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn narrow(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(character)
        }
        other => other,
    }
}

/// Returns the sort key of a code; numbers sort by value, so C9 comes before C10.
pub fn code_key(code: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for character in fold(code).chars() {
        if character.is_ascii_digit() {
            digits.push(character);
        } else {
            push_number(&mut key, &mut digits);
            key.push(character);
        }
    }
    push_number(&mut key, &mut digits);
    key
}

fn push_number(key: &mut String, digits: &mut String) {
    if !digits.is_empty() {
        let number = digits.trim_start_matches('0');
        key.push_str(&format!("{number:0>12}"));
        digits.clear();
    }
}

/// Returns the pinyin syllables of a name; words of other scripts stay as they are.
fn syllables(name: &str) -> Vec<String> {
    let name = fold(name);
    let mut rest = name.as_str();
    let mut syllables = Vec::new();
    if let Some((surname, sound)) = SURNAMES.iter().find(|(surname, _)| name.starts_with(surname)) {
        rest = rest.strip_prefix(surname).unwrap_or(rest);
        syllables.push((*sound).to_owned());
    }
    let mut word = String::new();
    for character in rest.chars() {
        match character.to_pinyin() {
            Some(sound) => {
                syllables.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
                syllables.push(sound.plain().to_owned());
            }
            None if character == ' ' => {
                syllables.extend((!word.is_empty()).then(|| std::mem::take(&mut word)))
            }
            None => word.push(character),
        }
    }
    syllables.extend((!word.is_empty()).then_some(word));
    syllables
}

/// Returns the sort key of a name: its pinyin.
pub fn name_key(name: &str) -> String {
    syllables(name).join(" ")
}

/// Returns the search forms of a text, one per line: itself, its joined pinyin, and its initials.
pub fn search_forms(text: &str) -> String {
    let syllables = syllables(text);
    let initials: String =
        syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
    let (itself, full) = (fold(text), syllables.concat());
    let mut lines = vec![itself];
    for line in [full, initials] {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Maximum number of words that a search looks for. Whoever pastes a whole letter looks for its beginning.
const MOST_SEARCH_WORDS: usize = 32;

/// Returns the words that together have to be found, folded; a telephone number loses its punctuation.
/// Text beyond the longest query, and words beyond the first 32, are ignored.
pub fn search_words(query: &str) -> Vec<String> {
    let folded = fold(prefix(query, MAX_QUERY_CHARS));
    let is_number = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || "+-(). ".contains(c))
    };
    if is_number(&folded) {
        return vec![digits(&folded)];
    }
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.take(MOST_SEARCH_WORDS).map(str::to_owned).collect()
}

/// The digits of a telephone number, however it is written.
pub fn digits(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_digit).collect()
}

/// Returns what two ways of writing one telephone number have in common: the last [`PHONE_KEY`] digits,
/// before which stand the country code or a zero.
pub fn phone_key(text: &str) -> String {
    let digits = digits(text);
    let start = digits.len().saturating_sub(PHONE_KEY);
    digits.get(start..).unwrap_or_default().to_owned()
}

/// The number of digits by which telephone numbers are compared: those of a mobile number of Taiwan
/// behind its zero.
pub const PHONE_KEY: usize = 9;

/// Returns the search text of a customer: identifying parts (name, sound, code and telephone
/// numbers) before a tab, which no folded text contains, and grouping parts (area, tags and
/// address) after it.
pub fn search_text(customer: &Customer) -> String {
    let mut who = vec![search_forms(&customer.name), fold(&customer.code)];
    who.extend(customer.phones.iter().map(|phone| digits(phone)));
    let mut groups = Vec::new();
    if !customer.area.is_empty() {
        groups.push(search_forms(&customer.area));
    }
    groups.extend(customer.tags.iter().map(|tag| fold(tag)));
    groups.push(fold(&customer.address));
    format!("{}\t{}", who.join("\n"), groups.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_is_found_by_itself_its_pinyin_and_its_initials() {
        assert_eq!(search_forms("王永庆"), "王永庆\nwangyongqing\nwyq");
        assert_eq!(search_forms("Chen Wei"), "chen wei\nchenwei\ncw");
    }

    #[test]
    fn a_surname_is_read_as_a_surname() {
        assert_eq!(name_key("单雄信"), "shan xiong xin");
        assert_eq!(name_key("尉迟恭"), "yuchi gong");
        assert_eq!(name_key("曾国藩"), "zeng guo fan");
    }

    #[test]
    fn codes_are_sorted_by_their_numbers() {
        assert!(code_key("C9") < code_key("C10"));
        assert!(code_key("C0010") == code_key("c10"));
    }

    #[test]
    fn full_width_letters_and_wide_blanks_fold_to_the_narrow_ones() {
        assert_eq!(fold(" Ｃ１０２　阿 明 "), "c102 阿 明");
    }

    #[test]
    fn a_telephone_number_is_found_however_it_is_written() {
        assert_eq!(search_words("0912-345 678"), ["0912345678"]);
        assert_eq!(search_words("wang  yongqing"), ["wang", "yongqing"]);
        // A6: 1,200 words were more than the engine takes, and that was told as damage.
        assert_eq!(search_words(&"wang ".repeat(1200)).len(), MOST_SEARCH_WORDS);
    }
}
