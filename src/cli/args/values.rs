//! The values of arguments: domain types where a text is enough to make one, and texts that wait
//! for the shop where it is not.

use crate::cli::error::{Error, Result as Parsed};
use crate::config::paths;
use crate::domain::birthday::Birthday;
use crate::domain::contact::CustomerMood;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::customer::Consent;
use crate::domain::day::{DayContext, DayError, Period, Recurrence, Span, Weekdays, parse_day};
use crate::domain::day_close::{Denomination, parse_denominations};
use crate::domain::payday::{Payday, PaydayError};
use crate::domain::quantity::{NumberError, parse_count, parse_whole};
use crate::domain::season::MonthWeights;
use crate::domain::shop::Language;
use crate::domain::{Currency, Day, Money, Quantity, Rate, StableName};
use clap::builder::{
    MapValueParser, PathBufValueParser, PossibleValuesParser, StringValueParser, TypedValueParser,
    ValueParserFactory,
};
use std::ffi::OsStr;
use std::path::PathBuf;

/// A text that is parsed once the shop is open, and the argument whose value it is, so that an error can name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawArg {
    argument: String,
    text: String,
}

impl RawArg {
    /// Creates the text that was typed for an argument.
    pub fn new(argument: &str, text: &str) -> Self {
        Self { argument: bare(argument).to_owned(), text: text.to_owned() }
    }

    /// Returns the text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Parses the text.
    ///
    /// # Errors
    /// If it is not valid: names the argument.
    pub fn read<T, E: Into<Error>>(&self, parse: impl FnOnce(&str) -> Result<T, E>) -> Parsed<T> {
        parse(&self.text).map_err(|error| Error::argument(&self.argument, error))
    }

    fn is_none(&self) -> bool {
        self.text.trim() == NONE
    }
}

/// Returns the name of an argument alone: `--price` of `--price <MONEY>`, `AMOUNT` of `<AMOUNT>`.
pub fn bare(argument: &str) -> &str {
    match argument.split_once(' ') {
        Some((option, _)) if option.starts_with('-') => option,
        Some(_) | None => argument.trim_matches(['<', '>', '[', ']', '.']),
    }
}

/// An amount as it was typed; the shop's currency says what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MoneyText(RawArg);

/// A quantity as it was typed, whose unit the product says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuantityText(RawArg);

/// A day as it was typed: `tomorrow` needs today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayText(RawArg);

/// Notes and coins as they were typed: `100x3,50x2`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DenominationsText(RawArg);

/// Days as they were typed: `FROM..TO`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeriodText(RawArg);

/// Parser of a text together with the name of its argument, which only clap knows.
#[derive(Clone, Debug)]
pub struct TypedParser;

impl TypedValueParser for TypedParser {
    type Value = RawArg;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<RawArg, clap::Error> {
        let text = StringValueParser::new().parse_ref(command, arg, value)?;
        let argument = arg.map(ToString::to_string).unwrap_or_default();
        Ok(RawArg::new(&argument, &text))
    }
}

impl ValueParserFactory for RawArg {
    type Parser = TypedParser;

    fn value_parser() -> TypedParser {
        TypedParser
    }
}

macro_rules! typed {
    ($($Text:ident)*) => {$(
        impl ValueParserFactory for $Text {
            type Parser = MapValueParser<TypedParser, fn(RawArg) -> Self>;

            fn value_parser() -> Self::Parser {
                TypedParser.map(Self)
            }
        }
    )*};
}

typed!(MoneyText QuantityText DayText PeriodText DenominationsText);

impl DenominationsText {
    /// Parses notes and coins with [`parse_denominations`].
    pub fn all(&self, currency: Currency) -> Parsed<Vec<Denomination>> {
        self.0.read(|text| parse_denominations(text, currency))
    }
}

impl MoneyText {
    /// Parses the amount, which may be negative.
    pub fn any(&self, currency: Currency) -> Parsed<Money> {
        self.0.read(|text| currency.parse(text))
    }

    /// Parses the amount, which must be greater than zero.
    pub fn positive(&self, currency: Currency) -> Parsed<Money> {
        self.0.read(|text| currency.parse_positive(text))
    }

    /// Parses the amount, which must not be negative.
    pub fn at_least_zero(&self, currency: Currency) -> Parsed<Money> {
        self.0.read(|text| currency.parse_at_least_zero(text))
    }

    /// Parses a credit limit; `None` for that of the shop.
    pub fn limit(&self, currency: Currency) -> Parsed<Option<CreditLimit>> {
        self.0.read(|text| CreditLimit::parse(text, currency))
    }

    /// Returns whether nothing was typed: the option stands without a value.
    pub fn is_empty(&self) -> bool {
        self.0.text().is_empty()
    }

    /// Returns `None` for the word `none`, which removes a price.
    pub fn or_none(&self) -> Option<&Self> {
        (!self.0.is_none()).then_some(self)
    }
}

impl QuantityText {
    /// Parses the quantity, which must be greater than zero.
    pub fn positive(&self, unit: &str) -> Parsed<Quantity> {
        self.0.read(|text| Quantity::parse_positive_in(text, unit))
    }

    /// Parses the quantity, which must not be negative.
    pub fn at_least_zero(&self, unit: &str) -> Parsed<Quantity> {
        self.0.read(|text| Quantity::parse_at_least_zero_in(text, unit))
    }

    /// Parses a quantity greater than zero, or `None` for the word `none`, which removes a capacity.
    pub fn positive_or_none(&self, unit: &str) -> Parsed<Option<Quantity>> {
        if self.0.is_none() { Ok(None) } else { self.positive(unit).map(Some) }
    }
}

impl DayText {
    /// Parses the day with [`parse_day`].
    pub fn day(&self, context: DayContext) -> Parsed<Day> {
        self.0.read(|text| parse_day(text, context))
    }

    /// Parses a birthday with [`Birthday::parse`].
    pub fn birthday(&self, context: DayContext) -> Parsed<Birthday> {
        self.0.read(|text| Birthday::parse(text, context))
    }

    /// Returns `None` for the word `none`, which removes a birthday.
    pub fn or_none(&self) -> Option<&Self> {
        (!self.0.is_none()).then_some(self)
    }
}

impl From<RawArg> for DayText {
    fn from(typed: RawArg) -> Self {
        Self(typed)
    }
}

impl PeriodText {
    /// Parses the days with [`Period::parse`]; one day is a period too.
    pub fn period(&self, context: DayContext) -> Parsed<Period> {
        self.0.read(|text| match Period::parse(text, context) {
            Err(DayError::NotADay { .. }) if !text.contains("..") => {
                parse_day(text, context).map(|day| Period { from: day, to: day })
            }
            period => period,
        })
    }
}

/// The word that removes a value.
const NONE: &str = "none";

/// A value, or the word `none`, which removes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OrNone<T>(pub Option<T>);

fn or_none<T, E>(text: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<OrNone<T>, E> {
    if text.trim() == NONE {
        Ok(OrNone(None))
    } else {
        parse(text).map(|value| OrNone(Some(value)))
    }
}

/// Returns the parser of one of the names of `T`, which help and completions list.
pub fn key<T: StableName + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let names = T::ALL.iter().map(|(_, name)| *name);
    PossibleValuesParser::new(names).try_map(|name| T::from_key(&name).ok_or(NumberError::Empty))
}

/// Parses the channels by which a customer has agreed to be contacted.
pub fn consent(text: &str) -> Result<Consent, NotConsent> {
    Consent::from_key(text).ok_or_else(|| NotConsent { text: text.to_owned() })
}

/// A text that names no channels.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no channels {text}")]
pub struct NotConsent {
    /// The text.
    pub text: String,
}

/// Returns the parser of a language by its tag, or by any locale of it.
pub fn language() -> impl TypedValueParser<Value = Language> {
    StringValueParser::new().try_map(|tag| Language::from_tag(&tag).ok_or(NoSuchLanguage { tag }))
}

/// Parses the tag of a language, or `none`.
pub fn language_or_none(text: &str) -> Result<OrNone<Language>, NoSuchLanguage> {
    or_none(text, |tag| Language::from_tag(tag).ok_or(NoSuchLanguage { tag: tag.to_owned() }))
}

/// A language that has no catalogue.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no language {tag}")]
pub struct NoSuchLanguage {
    /// The value that was asked for.
    pub tag: String,
}

/// Parses a quantity that is not negative.
pub fn quantity_or_nothing(text: &str) -> Result<Quantity, NumberError> {
    Quantity::parse_at_least_zero(text)
}

/// Parses a quantity greater than zero, or `none`.
pub fn quantity_or_none(text: &str) -> Result<OrNone<Quantity>, NumberError> {
    or_none(text, Quantity::parse_positive)
}

/// Parses a use per day.
pub fn rate(text: &str) -> Result<Rate, NumberError> {
    Rate::parse_positive(text)
}

/// Parses a use per day, or `none`.
pub fn rate_or_none(text: &str) -> Result<OrNone<Rate>, NumberError> {
    or_none(text, Rate::parse_positive)
}

/// Parses the weights of the months, or `none`.
pub fn months_or_none(text: &str) -> Result<OrNone<MonthWeights>, NumberError> {
    or_none(text, MonthWeights::parse)
}

/// Parses a number of people or days.
pub fn count(text: &str) -> Result<u16, NumberError> {
    parse_count(text)
}

/// Returns the parser of a whole number from `least` to `most`.
pub fn whole(least: u32, most: u32) -> impl TypedValueParser<Value = u32> {
    StringValueParser::new().try_map(move |text| parse_whole(&text, least, most))
}

/// Returns the parser of the path of a file or a folder, resolved as [`paths::resolve`] does; `-` stays as it is.
pub fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|given| paths::resolve(&given))
}

/// Parses a number of containers: a whole number, zero or more.
///
/// # Errors
/// If it is not such a number.
pub fn containers(text: &str) -> Result<i64, NumberError> {
    parse_whole(text, 0, u32::MAX).map(i64::from)
}

/// Parses the number of a row: `12` or `#12`.
pub fn number(text: &str) -> Result<i64, NumberError> {
    let digits = text.trim().strip_prefix('#').unwrap_or(text);
    let thousandths = Quantity::parse_positive(digits)?.thousandths();
    if thousandths % 1000 != 0 {
        return Err(NumberError::TooManyDecimals { text: text.to_owned(), allowed: 0 });
    }
    Ok(thousandths / 1000)
}

/// Returns the parser of a mood from 1 to 5.
pub fn mood() -> impl TypedValueParser<Value = CustomerMood> {
    PossibleValuesParser::new(["1", "2", "3", "4", "5"])
        .try_map(|mood| mood.parse().ok().and_then(CustomerMood::new).ok_or(NumberError::Empty))
}

/// Parses the rule of a payday.
pub fn payday(text: &str) -> Result<Payday, PaydayError> {
    Payday::parse(text)
}

/// Parses a set of weekdays.
pub fn weekdays(text: &str) -> Result<Weekdays, DayError> {
    Weekdays::parse(text)
}

/// Parses a length of time.
pub fn span(text: &str) -> Result<Span, DayError> {
    Span::parse(text)
}

/// Parses the period after which something is repeated.
pub fn recurrence(text: &str) -> Result<Recurrence, DayError> {
    Recurrence::parse(text.trim().strip_prefix("every ").unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_whole_and_small() {
        assert_eq!(count("5"), Ok(5));
        assert!(matches!(count("2.5"), Err(NumberError::TooManyDecimals { .. })));
        assert!(matches!(count("70000"), Err(NumberError::TooLarge { .. })));
        assert!(matches!(count("-1"), Err(NumberError::Negative { .. })));
        assert_eq!(count("５"), Ok(5));
    }

    #[test]
    fn a_row_is_named_with_or_without_its_mark() {
        assert_eq!((number("12"), number("#12")), (Ok(12), Ok(12)));
        assert!(number("0").is_err());
    }

    #[test]
    fn the_word_none_takes_a_value_away() {
        assert_eq!(quantity_or_none("none"), Ok(OrNone(None)));
        assert_eq!(quantity_or_none("15"), Ok(OrNone(Some(Quantity::whole(15)))));
        assert_eq!(MoneyText(RawArg::new("--limit <MONEY>", "none")).or_none(), None);
    }

    // A15: no path reaches the database engine as it was typed.
    #[test]
    fn every_argument_that_is_a_path_is_resolved() {
        fn check(command: &clap::Command) {
            for arg in command.get_arguments() {
                let parser = format!("{:?}", arg.get_value_parser());
                assert!(!parser.contains("path_buf"), "{} {}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(check);
        }
        let unresolved = clap::Arg::new("file").value_parser(clap::value_parser!(PathBuf));
        assert!(format!("{:?}", unresolved.get_value_parser()).contains("path_buf"));
        check(&crate::cli::Args::grammar());
    }

    #[test]
    fn an_argument_is_named_without_the_marks_of_the_grammar() {
        assert_eq!((bare("--price <MONEY>"), bare("--price")), ("--price", "--price"));
        assert_eq!((bare("<AMOUNT>"), bare("[PRODUCT QTY]...")), ("AMOUNT", "PRODUCT QTY"));
    }
}
