//! The one table of what a typed text may be: how long, of how many lines, and how often.
//!
//! Every text of a [`Command`](crate::domain::Command) or of a row from a file is normalized by its rule
//! before it is stored, whichever way it came in. Limits count characters (Unicode scalar values) and
//! are far beyond what a shopkeeper writes; they keep a slip of the hand, such as a pasted file, out of
//! the notebook. Only what changes is checked: a longer text in an older notebook stays as it is.

use super::{is_invisible, prefix, without_escapes};
use crate::domain::customer::CustomerField;
use crate::domain::delivery::DoorChecklist;
use crate::domain::refusal::{Refusal, Topic};
use unicode_width::UnicodeWidthStr;

/// Limits of one kind of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextRule {
    /// Topic that a refusal names.
    pub what: Topic,
    /// Longest text, in characters.
    pub max_chars: usize,
    /// Maximum number per row; 1 for a single value.
    pub max_items: usize,
    layout: Layout,
    form: Option<TextForm>,
}

/// The form that a text must have, if it is not empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum TextForm {
    /// An address of electronic mail: something on both sides of one `@`, and no blank.
    Email,
    /// A code, which is not mistaken for a number: `#5` names the customer with the number 5.
    Code,
}

impl TextForm {
    fn matches(self, text: &str) -> bool {
        match self {
            Self::Email => text.split_once('@').is_some_and(|(name, host)| {
                let is_blank = text.contains(char::is_whitespace);
                !name.is_empty() && !host.is_empty() && !host.contains('@') && !is_blank
            }),
            Self::Code => !text.starts_with('#'),
        }
    }
}

/// Treatment of line breaks in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Layout {
    /// They become blanks.
    Line,
    /// They stay.
    Lines,
    /// They are refused, as is `;`: the text is one of several in a cell, which these part.
    Item,
}

/// The name of a customer or of the shop.
pub const NAME: TextRule = TextRule::new(Topic::Name, 200, Layout::Line);
/// The name of a product, which may be one of several in a cell.
pub const PRODUCT_NAME: TextRule = TextRule::new(Topic::Name, 200, Layout::Item);
/// The name of a kind of container.
pub const CONTAINER: TextRule = TextRule::new(Topic::Container, 60, Layout::Line);
/// The name in the journal of the person who acts.
pub const PERSON: TextRule = TextRule::new(Topic::Name, 60, Layout::Line);
/// A customer's code.
pub const CODE: TextRule = TextRule::new(Topic::Code, 30, Layout::Line).of_form(TextForm::Code);
/// A customer's telephone numbers, each of which has a digit.
pub const PHONE: TextRule = TextRule::new(Topic::Phone, 50, Layout::Item).up_to(10);
/// The telephone number of the shop.
pub const SHOP_PHONE: TextRule = TextRule::new(Topic::Phone, 100, Layout::Line);
/// The text of the code by which customers pay; a code of this length can still be read from paper.
pub const PAYMENT_QR: TextRule = TextRule::new(Topic::Text, 500, Layout::Line);
/// A customer's area.
pub const AREA: TextRule = TextRule::new(Topic::Area, 60, Layout::Line);
/// The areas of the shop.
pub const SHOP_AREA: TextRule = TextRule::new(Topic::Area, 60, Layout::Item).up_to(500);
/// The names of the shop's holidays.
pub const HOLIDAY: TextRule = TextRule::new(Topic::Text, 60, Layout::Item).up_to(1000);
/// A customer's address.
pub const ADDRESS: TextRule = TextRule::new(Topic::Address, 300, Layout::Line);
/// A customer's address of electronic mail.
pub const EMAIL: TextRule =
    TextRule::new(Topic::CustomerField(CustomerField::Email), 100, Layout::Line)
        .of_form(TextForm::Email);
/// A customer's tags.
pub const TAG: TextRule = TextRule::new(Topic::Tag, 60, Layout::Item).up_to(50);
/// The lines of the checklist at the door for a product.
pub const CHECKLIST: TextRule =
    TextRule::new(Topic::Text, 60, Layout::Item).up_to(DoorChecklist::MOST);
/// Door note.
pub const DOOR_NOTE: TextRule = TextRule::new(Topic::DoorNote, 2000, Layout::Lines);
/// A note about a customer or an entry.
pub const NOTE: TextRule = TextRule::new(Topic::Note, 2000, Layout::Lines);
/// Why somebody left, or a delivery was missed or cancelled.
pub const REASON: TextRule = TextRule::new(Topic::Reason, 2000, Layout::Lines);
/// Text of a contact or a follow-up.
pub const TEXT: TextRule = TextRule::new(Topic::Text, 2000, Layout::Lines);
/// Outcome of a follow-up.
pub const OUTCOME: TextRule = TextRule::new(Topic::Outcome, 2000, Layout::Lines);
/// Payment method of an entry.
pub const METHOD: TextRule = TextRule::new(Topic::Method, 60, Layout::Line);
/// The methods of payment of the shop.
pub const SHOP_METHOD: TextRule = TextRule::new(Topic::Method, 60, Layout::Item).up_to(30);
/// A kind of complaint of the shop.
pub const COMPLAINT_KIND: TextRule = TextRule::new(Topic::Kind, 60, Layout::Item).up_to(30);
/// The remedy of a complaint.
pub const REMEDY: TextRule = TextRule::new(Topic::Remedy, 2000, Layout::Lines);
/// The number that another system gave a payment.
pub const REFERENCE: TextRule = TextRule::new(Topic::Reference, 100, Layout::Line);
/// The unit of a product.
pub const UNIT: TextRule = TextRule::new(Topic::Unit, 20, Layout::Line);
/// The kind of a product.
pub const KIND: TextRule = TextRule::new(Topic::Kind, 60, Layout::Line);

/// Longest text that is searched for, in characters; what is typed behind it is ignored.
pub const MAX_QUERY_CHARS: usize = 200;

/// Characters of a text that is refused for its length which the refusal quotes.
const QUOTED_CHARS: usize = 20;

impl TextRule {
    const fn new(what: Topic, max_chars: usize, layout: Layout) -> Self {
        Self { what, max_chars, max_items: 1, layout, form: None }
    }

    const fn of_form(self, form: TextForm) -> Self {
        Self { form: Some(form), ..self }
    }

    const fn up_to(self, max_items: usize) -> Self {
        Self { max_items, ..self }
    }

    /// Returns how many characters a field needs that takes all of them, parted by a comma and a blank.
    pub const fn field_chars(&self) -> usize {
        self.max_items * (self.max_chars + 2) - 2
    }

    /// Returns the text as it is stored: blanks, control characters and whatever cannot be seen are taken
    /// off its ends, inside of it control characters become blanks, and one of nothing visible is empty.
    ///
    /// # Errors
    /// If it is too long, holds what would part it from others in its cell, is a telephone number
    /// without a digit, or has not the form that the rule asks for.
    pub fn normalize(&self, typed: &str) -> Result<String, Refusal> {
        let text = normalized(typed, self.layout != Layout::Line);
        let length = text.chars().count();
        if length > self.max_chars {
            let begins = prefix(&text, QUOTED_CHARS).to_owned();
            return Err(Refusal::TooLong {
                what: self.what,
                begins,
                length,
                limit: self.max_chars,
            });
        }
        if self.layout == Layout::Item && text.contains([';', '\n']) {
            return Err(Refusal::BadText { what: self.what, text });
        }
        if self.what == Topic::Phone && !text.is_empty() && !text.contains(char::is_numeric) {
            return Err(Refusal::NoDigits { text });
        }
        if self.form.is_some_and(|form| !text.is_empty() && !form.matches(&text)) {
            return Err(Refusal::BadForm { what: self.what, text });
        }
        Ok(text)
    }

    /// Returns the text as it is stored, which has to be there.
    ///
    /// # Errors
    /// As [`Self::normalize`], and if it has nothing that can be seen.
    pub fn require(&self, typed: &str) -> Result<String, Refusal> {
        match self.normalize(typed)? {
            text if text.is_empty() => Err(Refusal::EmptyText { what: self.what }),
            text => Ok(text),
        }
    }

    /// Returns several texts as they are stored.
    ///
    /// # Errors
    /// As [`Self::require`] for each, and if there are too many.
    pub fn require_all(&self, typed: &[String]) -> Result<Vec<String>, Refusal> {
        self.check_count(typed.len())?;
        typed.iter().map(|text| self.require(text)).collect()
    }

    /// Checks how many texts there are.
    ///
    /// # Errors
    /// If there are too many.
    pub fn check_count(&self, count: usize) -> Result<(), Refusal> {
        match self.max_items {
            limit if count > limit => Err(Refusal::TooMany { what: self.what, count, limit }),
            _ => Ok(()),
        }
    }
}

/// Normalizes a text of any kind; line breaks of every kind become `\n`, or blanks.
fn normalized(typed: &str, keeps_lines: bool) -> String {
    let typed = without_escapes(typed);
    let mut text = String::with_capacity(typed.len());
    let mut before = None;
    for one in typed.chars() {
        match one {
            '\n' if before == Some('\r') => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                text.push(if keeps_lines { '\n' } else { ' ' });
            }
            control if control.is_control() => text.push(' '),
            // Places for a line break and marks of the byte order: they have no meaning in a name.
            '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            other => text.push(other),
        }
        before = Some(one);
    }
    let trimmed = text.trim_matches(is_blank);
    // Marks that stand on nothing, such as a lone accent, cannot be seen either.
    if trimmed.width() == 0 { String::new() } else { trimmed.to_owned() }
}

/// Returns whether a character is invisible at the end of a text.
fn is_blank(typed: char) -> bool {
    typed.is_whitespace()
        || typed.is_control()
        || is_invisible(typed)
        // Blanks that Unicode counts as letters or symbols: the fillers of Hangul and an empty Braille cell.
        || matches!(typed, '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // A9, case 23.
    #[test]
    fn blanks_and_what_cannot_be_seen_go_from_the_ends() {
        for (typed, stored) in [
            ("  Zoe  ", "Zoe"),
            ("\u{feff}Zoe\u{a0}", "Zoe"),
            ("\u{3000}林阿嬷\u{200b}\u{200d}\0", "林阿嬷"),
            ("\u{202e}Zoe\u{202c}", "Zoe"),
            ("Z\u{feff}o\u{ad}e", "Zoe"),
            ("Zoe\0Li\tand\r\nsons", "Zoe Li and sons"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("👨‍👩‍👧 Family", "👨‍👩‍👧 Family"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("☕\u{fe0f}", "☕\u{fe0f}"),
        ] {
            assert_eq!(NAME.normalize(typed).as_deref(), Ok(stored), "{typed:?}");
        }
    }

    // Case 23.
    #[test]
    fn a_name_of_nothing_visible_is_no_name() {
        for typed in
            ["", " ", "\u{200b}", "\u{a0}\u{3000}", "\u{ad}", "\u{301}", "\u{fe0f}", "\u{3164}"]
        {
            assert_eq!(
                NAME.require(typed),
                Err(Refusal::EmptyText { what: Topic::Name }),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn a_note_keeps_its_lines_and_a_name_has_one() {
        assert_eq!(NOTE.normalize("two\r\nlines\rhere\n").unwrap(), "two\nlines\nhere");
        assert_eq!(NAME.normalize("two\r\nlines").unwrap(), "two lines");
    }

    // A9, case 35.
    #[test]
    fn a_text_is_at_most_as_long_as_its_limit() {
        assert_eq!(NAME.normalize(&"林".repeat(200)).unwrap().chars().count(), 200);
        let refused = NAME.normalize(&"林".repeat(201)).unwrap_err();
        let begins = "林".repeat(20);
        assert_eq!(
            refused,
            Refusal::TooLong { what: Topic::Name, begins, length: 201, limit: 200 }
        );
        // Blanks at the ends do not count.
        assert!(NAME.normalize(&format!("{}  ", "a".repeat(200))).is_ok());
        let refused = TAG.require_all(&vec!["a".to_owned(); 51]).unwrap_err();
        assert_eq!(refused, Refusal::TooMany { what: Topic::Tag, count: 51, limit: 50 });
    }

    // A9, case 36.
    #[test]
    fn a_telephone_number_has_a_digit_and_no_line_break() {
        for number in ["0912 345 678", "+886-912", "１３８", "ext. 7"] {
            assert_eq!(PHONE.require(number).as_deref(), Ok(number));
        }
        for bad in ["1\n2", "1;2", "1\r\n2"] {
            assert!(matches!(PHONE.require(bad), Err(Refusal::BadText { .. })), "{bad:?}");
        }
        assert_eq!(
            PHONE.require("next door"),
            Err(Refusal::NoDigits { text: "next door".to_owned() })
        );
    }

    #[test]
    fn an_email_address_has_something_on_both_sides_of_its_at() {
        for address in ["", "lin@example.com", "林@例子.中国", " a@b "] {
            assert_eq!(EMAIL.normalize(address).as_deref(), Ok(address.trim()));
        }
        for bad in ["lin", "@b", "a@", "a@b@c", "a b@c"] {
            let what = Topic::CustomerField(CustomerField::Email);
            assert_eq!(EMAIL.normalize(bad), Err(Refusal::BadForm { what, text: bad.to_owned() }));
        }
        assert!(EMAIL.normalize(&format!("{}@b", "a".repeat(99))).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

        // A9.
        #[test]
        fn a_stored_text_is_trimmed_and_within_its_limit_and_stays_as_it_is(
            typed in prop_oneof![
                any::<String>(),
                "[ \u{a0}\u{200b}\u{200d}\u{feff}\u{1b}\\[31mab林\r\n\0]{0,40}",
                "[林a]{190,210}",
            ]
        ) {
            for rule in [NAME, NOTE, UNIT, TAG] {
                let Ok(stored) = rule.normalize(&typed) else { continue };
                prop_assert!(stored.chars().count() <= rule.max_chars);
                prop_assert!(!stored.starts_with(is_blank) && !stored.ends_with(is_blank));
                prop_assert!(!stored.contains(|one: char| one.is_control() && one != '\n'));
                prop_assert_eq!(rule.normalize(&stored).unwrap(), stored);
            }
        }
    }
}
