//! The level of a jar as people state it: a quantity, or a share of what the jar holds.

use super::ReadingKind;
use crate::domain::day::chinese_count;
use crate::domain::quantity::{NumberError, Quantity, half_width};
use std::fmt;

/// Level of a jar as people state it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A share of the jar's capacity.
    Share(JarShare),
    /// Weighed or counted.
    Quantity(Quantity),
    /// There is still plenty: goods were refused, or would not fit.
    Enough,
}

/// The words for [`Level::Enough`], in both languages.
const ENOUGH: [&str; 4] = ["enough", "still enough", "还够", "还有很多"];

/// A share of a jar's capacity, from empty to full.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarShare {
    parts: u16,
    of: u16,
}

impl JarShare {
    /// An empty jar.
    pub const EMPTY: Self = Self { parts: 0, of: 1 };
    /// A full jar.
    pub const FULL: Self = Self { parts: 1, of: 1 };

    /// Returns the share of `parts` equal parts `of` a jar; `None` if that is more than a full jar.
    pub const fn new(parts: u16, of: u16) -> Option<Self> {
        if of > 0 && parts <= of { Some(Self { parts, of }) } else { None }
    }

    /// Returns the quantity in a jar of this capacity, rounded to the thousandth.
    pub fn of(self, capacity: Quantity) -> Quantity {
        capacity.parts_of(self.parts, self.of)
    }

    /// Reads `3/10`, `30%`, `3 tenths`, `half`, `empty`, `full`, `三成`, `七成半`, `半`, `满` or `空`; `None` for
    /// what names no share at all.
    fn parse(text: &str) -> Option<Option<Self>> {
        let share = match text {
            "empty" | "空" | "空的" | "没了" => Some(Self::EMPTY),
            "full" | "满" | "滿" | "满的" | "全满" => Some(Self::FULL),
            "half" | "a half" | "half full" | "半" | "一半" | "半缸" | "半满" | "半罐" => {
                Self::new(1, 2)
            }
            "quarter" | "a quarter" | "one quarter" => Self::new(1, 4),
            "three quarters" => Self::new(3, 4),
            "third" | "a third" | "one third" => Self::new(1, 3),
            "two thirds" => Self::new(2, 3),
            text => return Self::fraction(text),
        };
        Some(share)
    }

    fn fraction(text: &str) -> Option<Option<Self>> {
        if let Some((parts, of)) = text.split_once('/') {
            let (parts, of) = (parts.trim().parse().ok(), of.trim().parse().ok());
            return Some(parts.zip(of).and_then(|(parts, of)| Self::new(parts, of)));
        }
        if let Some(percent) = text.strip_suffix('%').or_else(|| text.strip_prefix("百分之")) {
            let thousandths = match chinese_count(percent) {
                Some(count) => Some(i64::from(count) * 1000),
                None => Quantity::parse_at_least_zero(percent).ok().map(Quantity::thousandths),
            };
            let tenths = thousandths.filter(|part| part % 100 == 0).map(|part| part / 100);
            return Some(tenths.and_then(|part| Self::new(u16::try_from(part).ok()?, 1000)));
        }
        let whole = ["tenths", "tenth", "成"].iter().find_map(|word| text.strip_suffix(word));
        let half = text.strip_suffix("成半");
        let tenths = half.or(whole)?.trim();
        let twentieths = chinese_count(tenths).or_else(|| tenths.parse().ok());
        let parts = twentieths.map(|tenths: u16| tenths.saturating_mul(2));
        let extra = u16::from(half.is_some());
        Some(parts.and_then(|parts| Self::new(parts.saturating_add(extra), 20)))
    }
}

/// Prints the lowest terms: `3/10`.
impl fmt::Display for JarShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut divisor, mut rest) = (self.of, self.parts);
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        write!(f, "{}/{}", self.parts / divisor, self.of / divisor)
    }
}

impl Level {
    /// Reads a number as a quantity of `unit`, as [`Quantity::parse_in`] does, or a share of the jar:
    /// `3/10`, `30%`, `half`, `三成`, `半`, `empty`, `full`; or `enough`, `还够`.
    ///
    /// # Errors
    /// If it is no level, or in a unit that cannot be converted.
    pub fn parse(text: &str, unit: &str) -> Result<Self, NumberError> {
        let narrow = half_width(text);
        let typed = narrow.as_deref().unwrap_or(text).trim().to_lowercase();
        if ENOUGH.contains(&typed.as_str()) {
            return Ok(Self::Enough);
        }
        match JarShare::parse(&typed) {
            Some(Some(share)) => Ok(Self::Share(share)),
            Some(None) => Err(NumberError::NotANumber { text: text.trim().to_owned() }),
            None => Quantity::parse_at_least_zero_in(text, unit).map(Self::Quantity),
        }
    }

    /// Returns how a level that is stated so was found.
    pub fn kind(self) -> ReadingKind {
        match self {
            Self::Share(JarShare { parts: 0, .. }) | Self::Quantity(_) => ReadingKind::Seen,
            Self::Share(_) => ReadingKind::Rough,
            Self::Enough => ReadingKind::Enough,
        }
    }

    /// Returns the quantity it means in a jar that holds `capacity` and into which `usual` is brought at a
    /// time; a share of an unknown jar means nothing.
    pub fn in_jar(self, capacity: Option<Quantity>, usual: Option<Quantity>) -> Option<Quantity> {
        match (self, capacity) {
            // What was carried would not fit; of a jar of unknown size, two deliveries do.
            (Self::Enough, Some(capacity)) => {
                Some((capacity - usual.unwrap_or(Quantity::ZERO)).max(Quantity::ZERO))
            }
            (Self::Enough, None) => usual,
            (Self::Share(JarShare { parts: 0, .. }), _) => Some(Quantity::ZERO),
            (Self::Share(share), capacity) => capacity.map(|capacity| share.of(capacity)),
            (Self::Quantity(quantity), _) => Some(quantity),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Level, NumberError> {
        Level::parse(text, "kg")
    }

    // B10
    #[test]
    fn a_bare_number_is_a_quantity() {
        for (text, thousandths) in
            [("0", 0), ("2", 2_000), ("３", 3_000), ("10", 10_000), (".5", 500), ("3kg", 3_000)]
        {
            let quantity = Quantity::from_thousandths(thousandths);
            assert_eq!(read(text), Ok(Level::Quantity(quantity)), "{text}");
        }
        assert_eq!(read("8 斤"), Ok(Level::Quantity(Quantity::whole(4))));
        assert_eq!(Level::parse("2 jug", "jug"), Ok(Level::Quantity(Quantity::whole(2))));
    }

    // B10
    #[test]
    fn a_share_is_written_as_one() {
        for (text, expected) in [
            ("3/10", "3/10"),
            ("３／１０", "3/10"),
            ("30%", "3/10"),
            ("35 %", "7/20"),
            ("12.5%", "1/8"),
            ("百分之三十", "3/10"),
            ("3 tenths", "3/10"),
            ("half", "1/2"),
            ("Half", "1/2"),
            ("1/3", "1/3"),
            ("a quarter", "1/4"),
            ("3成", "3/10"),
            ("三成", "3/10"),
            ("七成半", "3/4"),
            ("半", "1/2"),
            ("一半", "1/2"),
            ("空", "0/1"),
            ("满", "1/1"),
            ("empty", "0/1"),
            ("full", "1/1"),
        ] {
            let share = match read(text) {
                Ok(Level::Share(share)) => share.to_string(),
                other => format!("{other:?}"),
            };
            assert_eq!(share, expected, "{text}");
        }
        let fifteen = Some(Quantity::whole(15));
        assert_eq!(
            read("1/3").map(|level| level.in_jar(fifteen, None)),
            Ok(Some(Quantity::whole(5)))
        );
        assert_eq!(read("空").map(|level| level.in_jar(None, None)), Ok(Some(Quantity::ZERO)));
        assert_eq!(read("半").map(|level| level.in_jar(None, None)), Ok(None));
    }

    // B5
    #[test]
    fn still_enough_is_a_level_of_at_least_what_leaves_no_room() {
        assert_eq!((read("Enough"), read("还够")), (Ok(Level::Enough), Ok(Level::Enough)));
        let (jar, lot) = (Some(Quantity::whole(20)), Some(Quantity::whole(15)));
        assert_eq!(Level::Enough.in_jar(jar, lot), Some(Quantity::whole(5)));
        assert_eq!(Level::Enough.in_jar(None, lot), lot);
    }

    #[test]
    fn what_is_no_level_is_refused() {
        for text in ["11/10", "1/0", "110%", "十二成", "nearly", "3//4"] {
            let expected = NumberError::NotANumber { text: text.to_owned() };
            assert_eq!(read(text), Err(expected), "{text}");
        }
        assert!(matches!(read("3 L"), Err(NumberError::OtherUnit { .. })));
        assert!(matches!(read("-1.5"), Err(NumberError::Negative { .. })));
        assert_eq!(read(" "), Err(NumberError::Empty));
    }
}
