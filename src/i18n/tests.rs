//! Both catalogues say everything, with the same blanks, and nothing in the source asks in vain.

use fluent_bundle::{FluentBundle, FluentResource};
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

use super::catalogue::sources;
use super::{Labelled, Localizer, action, labels};
use crate::domain::action::{ActionDetail, ActionKind};
use crate::domain::customer::CustomerField;
use crate::domain::day::DayError;
use crate::domain::delivery::DeliveryStage;
use crate::domain::id::{ActionId, DeliveryId};
use crate::domain::payday::{Payday, PaydayError};
use crate::domain::quantity::NumberError;
use crate::domain::record::ExportTable;
use crate::domain::refusal::{KnownCustomer, RefusedRecord, Topic};
use crate::domain::shop::Language;
use crate::domain::{Currency, Day, Money, Quantity, Refusal, StableName};
use crate::exchange::{Malformed, ReadError, tables};

mod actions;
mod refusals;

fn words(language: Language) -> Localizer {
    Localizer::new(language, Currency::from_code("TWD").unwrap())
}

fn day() -> Day {
    Day::from_ymd_opt(2026, 3, 27).unwrap()
}

fn name() -> String {
    "C102 林阿嬷".to_owned()
}

/// The keys of a catalogue, with the blanks of each and of its hint.
fn blanks(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
    let mut key = String::new();
    for line in sources(language)
        .iter()
        .flat_map(|source| source.lines())
        .filter(|line| !line.starts_with('#'))
    {
        let named = line.trim_start().split_once(" =").map(|(before, _)| before);
        match named {
            Some(message) if line.starts_with(char::is_alphabetic) => message.clone_into(&mut key),
            Some(attribute) if attribute.starts_with('.') => {
                key = format!("{}{attribute}", key.split('.').next().unwrap());
            }
            _ => {}
        }
        let found = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
                .collect()
        });
        messages.entry(key.clone()).or_default().extend(found);
    }
    messages.remove("");
    messages
}

/// Asserts that a sentence is there, and that each of its blanks was filled in.
fn check(language: Language, sentence: &str) {
    assert!(!sentence.is_empty(), "an empty sentence in {language:?}");
    assert!(!sentence.contains(['{', '}', '$']), "{language:?}: {sentence}");
    let is_key = sentence.contains('-')
        && sentence.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    assert!(!is_key, "{language:?} has no {sentence}");
}

#[test]
fn the_catalogues_have_the_same_keys_and_blanks() {
    let (english, chinese) = (blanks(Language::English), blanks(Language::Chinese));
    for (key, found) in &english {
        assert_eq!(chinese.get(key), Some(found), "{key}");
    }
    // The English help is the doc comments of the command line's grammar.
    for key in chinese.keys().filter(|key| !key.starts_with("help-")) {
        assert!(english.contains_key(key), "{key} is only in Chinese");
    }
}

#[test]
fn the_catalogues_can_be_read_and_say_nothing_twice() {
    for language in Language::ALL {
        let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap()]);
        for source in sources(language) {
            let messages =
                FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).unwrap();
            bundle.add_resource(messages).unwrap();
        }
    }
}

// D8
#[test]
fn every_column_of_a_list_has_a_heading() {
    fn walk(folder: &Path, names: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, names);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for side in ["Column::left(\"", "Column::right(\""] {
                let named = source.split(side).skip(1).filter_map(|rest| rest.split('"').next());
                names.extend(named.map(str::to_owned));
            }
        }
    }
    let mut names = BTreeSet::new();
    walk(Path::new("src/cli"), &mut names);
    let exported = ExportTable::ALL.iter().flat_map(|(table, _)| tables::columns(*table));
    names.extend(exported.map(|column| column.name.to_owned()));
    // A quantile of an interval is named by its percentage.
    let is_quantile = |name: &str| name.strip_prefix('q').is_some_and(|q| q.parse::<u8>().is_ok());
    for language in Language::ALL {
        let words = words(language);
        let bare = |name: &&String| !is_quantile(name) && words.heading(name) == **name;
        assert_eq!(names.iter().filter(bare).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

#[test]
fn every_enum_with_words_has_them_all() {
    for language in Language::ALL {
        let known = blanks(language);
        let actions = ActionKind::all().map(action::message);
        for key in labels::all_keys().into_iter().chain(actions) {
            assert!(known.contains_key(&key), "{key} in {language:?}");
        }
    }
    assert_eq!(words(Language::Chinese).label(DeliveryStage::Planned), "已安排");
    assert_eq!(DeliveryStage::PREFIX, "stage");
}

#[test]
fn every_message_that_the_source_asks_for_is_there() {
    fn walk(folder: &Path, known: &BTreeMap<String, BTreeSet<String>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("src/exchange") {
                continue; // It speaks to nobody: what it calls `text` is a field of a file.
            } else if path.is_dir() {
                walk(&path, known);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                for call in ["text", "format", "message"] {
                    for rest in source.split(&format!(".{call}(")).skip(1) {
                        let literal = rest
                            .trim_start()
                            .strip_prefix('"')
                            .and_then(|rest| rest.split('"').next());
                        let missing =
                            literal.filter(|key| !known.contains_key(*key) && !key.contains('%'));
                        assert_eq!(missing, None, "{} asks for it", path.display());
                    }
                }
            }
        }
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walk(&source, &blanks(Language::English));
}

#[test]
fn a_payday_reads_as_people_say_it() {
    let (english, chinese) = (words(Language::English), words(Language::Chinese));
    for (rule, said, chinese_said) in [
        ("none", "", ""),
        ("25", "25th", "每月25日"),
        ("10,21 before weekend", "10th, 21st or workday before", "每月10日、21日（遇休提前）"),
        ("last", "month end", "每月最后一天"),
        (
            "last-3 after",
            "3 days before month end or workday after",
            "每月最后一天前3天（遇休顺延）",
        ),
        ("2nd mon", "2nd Mon", "每月第二个周一"),
        ("last fri", "last Fri", "每月最后一个周五"),
        ("every 1 weeks fri from 2026-01-09", "every Fri", "每周五"),
        (
            "every 2 weeks fri from 2026-01-09",
            "every 2 weeks, Fri from 2026-01-09",
            "每两周周五 从 2026-01-09",
        ),
        ("every 10 days from 2026-01-09", "every 10 days from 2026-01-09", "每10天 从 2026-01-09"),
    ] {
        let payday = Payday::parse(rule).unwrap();
        assert_eq!(english.payday(&payday), said, "{rule}");
        assert_eq!(chinese.payday(&payday), chinese_said, "{rule}");
    }
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    let (english, chinese) = (words(Language::English), words(Language::Chinese));
    for refused in refusals::all() {
        let (said, chinese_said) = (english.refused(&refused), chinese.refused(&refused));
        for (language, sentence) in [(Language::English, &said), (Language::Chinese, &chinese_said)]
        {
            check(language, &sentence.text);
            sentence.hint.iter().for_each(|hint| check(language, hint));
        }
        assert_eq!(said.hint.is_some(), chinese_said.hint.is_some(), "{refused:?}");
        assert_ne!(said.text, chinese_said.text);
    }
}

#[test]
fn every_error_of_typing_and_of_files_has_a_sentence() {
    let text = || "３１".to_owned();
    let (column, line) = (|| "name".to_owned(), 2);
    for language in Language::ALL {
        let words = words(language);
        let numbers = [
            NumberError::Empty,
            NumberError::NotANumber { text: text() },
            NumberError::TooManyDecimals { text: text(), allowed: 0 },
            NumberError::TooManyDecimals { text: text(), allowed: 2 },
            NumberError::DecimalComma { text: text() },
            NumberError::OtherUnit { text: text(), unit: "kg".to_owned() },
            NumberError::OtherUnit { text: text(), unit: String::new() },
            NumberError::TooLarge { text: text() },
            NumberError::UnknownCurrency { text: text() },
            NumberError::Negative { text: text() },
        ];
        let days = [
            DayError::NotADay { text: text() },
            DayError::NotAWeekday { text: text() },
            DayError::NoSuchDay { text: text() },
            DayError::Ambiguous { text: text() },
            DayError::OutOfRange { text: text() },
            DayError::Backwards { text: text() },
            DayError::NotASpan { text: text() },
        ];
        let paydays = [
            PaydayError::NotARule { text: text() },
            PaydayError::NoSuchDay { text: text() },
            PaydayError::NoSuchInterval { text: text() },
            PaydayError::NoAnchor { text: text() },
            PaydayError::NotAWeekday { text: text() },
            PaydayError::Anchor(DayError::NotADay { text: text() }),
        ];
        let files = [
            ReadError::Io(std::io::ErrorKind::NotFound.into()),
            ReadError::NoHeader,
            ReadError::UnknownColumn { column: column(), line },
            ReadError::ColumnTwice { column: column(), line },
            ReadError::MissingColumn { column: "name" },
            ReadError::NotUtf8 { line, column: column() },
            ReadError::NoHeading { line, column: 3 },
            ReadError::FieldCount { line, found: 1, expected: 3 },
            ReadError::Malformed { line, column: column(), what: Malformed::BareQuote },
            ReadError::Malformed {
                line,
                column: column(),
                what: Malformed::TextAfterQuote { opened: line },
            },
            ReadError::Malformed { line, column: column(), what: Malformed::UnclosedQuote },
            ReadError::Malformed { line, column: column(), what: Malformed::FieldTooLong },
            ReadError::Malformed { line, column: column(), what: Malformed::RecordTooLong },
            ReadError::Malformed { line, column: column(), what: Malformed::ZeroByte },
        ];
        let all = (numbers.iter().map(|error| words.number_error(error)))
            .chain(days.iter().map(|error| words.day_error(error)))
            .chain(paydays.iter().map(|error| words.payday_error(error)))
            .chain(files.iter().map(|error| words.read_error(error)));
        for sentence in all {
            check(language, &sentence.text);
            sentence.hint.iter().for_each(|hint| check(language, hint));
        }
    }
}

#[test]
fn amounts_and_days_read_as_people_write_them() {
    let (english, chinese) = (words(Language::English), words(Language::Chinese));
    assert_eq!(english.day(day()), "Fri 27 Mar 2026");
    assert_eq!(chinese.day(day()), "2026年3月27日（周五）");
    assert_eq!(english.short_day(day()), "27 Mar");
    assert_eq!(chinese.short_day(day()), "3月27日");
    // B12
    let last_year = day() - chrono::Days::new(300);
    assert_eq!(english.day_near(day(), day()), "27 Mar");
    assert_eq!(english.day_near(last_year, day()), "31 May 2025");
    assert_eq!(chinese.day_near(last_year, day()), "2025年5月31日");
    assert_eq!(english.money(Money::from_minor(1240)), "1,240");
    assert_eq!(english.quantity(Quantity::from_thousandths(4500), "kg"), "4.5 kg");
    assert_eq!(chinese.quantity(Quantity::whole(3), "斤"), "3斤");
    assert_eq!(english.quantity(Quantity::ZERO, ""), "0");
    assert_eq!(english.quantity(Quantity::from_thousandths(27_280_500), "kg"), "27,280.5 kg");
    assert_eq!(chinese.quantity(Quantity::whole(-1240), "个"), "-1,240个");
}

#[test]
fn an_estimate_is_not_told_to_the_gram() {
    let words = words(Language::English);
    let about = |thousandths| words.about(Quantity::from_thousandths(thousandths), "kg");
    assert_eq!([12_345, 2_375, 316, 0].map(about), ["12 kg", "2.4 kg", "0.32 kg", "0 kg"]);
}

#[test]
fn a_name_is_harmless_in_a_sentence() {
    let said = words(Language::English)
        .refused(&Refusal::NotLeft { name: "\u{1b}[2Jx\u{202e}".to_owned() });
    assert_eq!(said.text, "␛[2Jx\u{FFFD} has not left.");
}
