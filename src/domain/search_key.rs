//! Folding: one spelling for what people type in many, so that names are found and sorted.
//!
//! [`fold`] decides what is the same name or code, and what lists are sorted by; [`search_fold`] is wider, and
//! decides what a search finds.

mod phone;
mod reading;
mod variant;

pub use phone::{digits, phone_key};
pub use variant::search_fold;

use super::customer::Customer;
use super::text::{prefix, rules::MAX_QUERY_CHARS};
use pinyin::ToPinyin;

/// Characters that are sorted by another reading when they stand first in a name.
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

/// Returns the narrow form of a full-width letter, digit, sign or blank; any other character as it is.
pub fn narrow(character: char) -> char {
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

/// Returns the search forms of a text, one per line: itself, and in every way in which it may be read its
/// joined pinyin and its initials.
pub fn search_forms(text: &str) -> String {
    let plain = variant::without_accents(text);
    let mut lines = vec![plain.chars().map(variant::simplified).collect()];
    let spellings = reading::spellings(&plain);
    let joined = spellings.iter().map(|syllables| syllables.concat());
    let initials =
        spellings.iter().map(|syllables| syllables.iter().map(|one| initial(one)).collect());
    for line in joined.chain(initials) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Returns the first letter of a word, or the number with which it begins.
fn initial(word: &str) -> &str {
    let number = word.len() - word.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    match number {
        0 => prefix(word, 1),
        number => word.get(..number).unwrap_or_default(),
    }
}

/// Maximum number of words that a search looks for. Whoever pastes a whole letter looks for its beginning.
const MOST_SEARCH_WORDS: usize = 32;

/// The number of digits from which on groups of them are one telephone number.
pub const SHORTEST_PHONE: usize = 7;

/// Returns the words that together have to be found, folded; a telephone number loses its punctuation and
/// the code of its country. Text beyond the longest query, and words beyond the first 32, are ignored.
pub fn search_words(query: &str) -> Vec<String> {
    let folded = search_fold(prefix(query, MAX_QUERY_CHARS));
    if is_phone(&folded) {
        return vec![phone::subscriber(&folded)];
    }
    // A number that is still being typed may end in a hyphen.
    let words = folded.split(' ').map(|word| word.trim_end_matches('-'));
    words.filter(|word| !word.is_empty()).take(MOST_SEARCH_WORDS).map(str::to_owned).collect()
}

/// Returns whether a folded query is a telephone number: not `1.5`, and not two short numbers.
fn is_phone(folded: &str) -> bool {
    let count = folded.bytes().filter(u8::is_ascii_digit).count();
    let is_parted = folded.contains([' ', '.']) && !folded.starts_with(['+', '(']);
    folded.chars().all(|one| one.is_ascii_digit() || "+-(). ".contains(one))
        && count >= if is_parted { SHORTEST_PHONE } else { 1 }
}

/// Returns the search text of a customer: identifying parts (name, sound, code and telephone
/// numbers) before a tab, which no folded text contains, and grouping parts (area, tags and
/// address) after it.
pub fn search_text(customer: &Customer) -> String {
    let mut who = vec![search_forms(&customer.name), search_fold(&customer.code)];
    for number in &customer.phones {
        who.push(digits(number));
        who.extend(phone::without_country(number).map(|rest| format!("0{rest}")));
    }
    let mut groups = Vec::new();
    if !customer.area.is_empty() {
        groups.push(search_forms(&customer.area));
    }
    groups.extend(customer.tags.iter().map(|tag| search_fold(tag)));
    groups.push(search_fold(&customer.address));
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
        for dress in ["0912-345 678", "+886912345678", "886912345678", "00886 912 345 678"] {
            assert_eq!(search_words(dress), ["912345678"]);
        }
        // While it is typed.
        for (typed, word) in [("0912-", "0912"), ("+886 9", "9"), ("(02) 2", "022")] {
            assert_eq!(search_words(typed), [word]);
        }
        assert_eq!(search_words("wang  yongqing"), ["wang", "yongqing"]);
        // A6: 1,200 words were more than the engine takes, and that was told as damage.
        assert_eq!(search_words(&"wang ".repeat(1200)).len(), MOST_SEARCH_WORDS);
    }

    fn known() -> Customer {
        let name = "陳記7-11".to_owned();
        let day = crate::domain::Day::default();
        let mut customer =
            Customer::new(crate::domain::id::CustomerId::new(1), "8-102".to_owned(), name, day);
        customer.phones = vec!["+886 912-345-678".to_owned(), "021-6234 5678".to_owned()];
        customer.area = "重庆路".to_owned();
        customer.tags = vec!["José".to_owned()];
        customer.address = "竹巷3-2-501 1.5".to_owned();
        customer
    }

    // E1, E2, cases 07, 08, 20, 21, 22.
    #[test]
    fn a_customer_is_found_by_every_spelling_of_what_is_known() {
        let text = search_text(&known());
        for query in [
            "7-11",
            "711",
            "陈记7-11",
            "陈记7-",
            "cj711",
            "chenji",
            "3-2-501",
            "32501",
            "竹巷3-2",
            "8-102",
            "8102",
            "0912345678",
            "+886912345678",
            "00886912345678",
            "886912345678",
            "0912 345",
            "+86 21 62345678",
            "02162345678",
            "cql",
            "zql",
            "chongqing",
            "jose",
            "José",
            "1.5",
            "ＣＨＥＮＪＩ　７１１",
            "501 810",
        ] {
            let words = search_words(query);
            let missing: Vec<_> =
                words.iter().filter(|word| !text.contains(word.as_str())).collect();
            assert!(missing.is_empty() && !words.is_empty(), "{query}: {missing:?} in {text}");
        }
        for query in ["7-12", "0912345679"] {
            assert!(
                !search_words(query).iter().all(|word| text.contains(word.as_str())),
                "{query}"
            );
        }
    }
}
