//! Seasons: in which months a product is used more or less than in an average one.

use super::quantity::{NumberError, Quantity};
use std::fmt;

/// Twelve weights of the months from January on, in thousandths of an average month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthWeights([u16; 12]);

/// Largest weight of a month, in thousandths.
const LARGEST: u16 = 10_000;

impl Default for MonthWeights {
    fn default() -> Self {
        Self([1000; 12])
    }
}

impl MonthWeights {
    /// Parses twelve numbers with commas (or blanks) between them: `1.2,1.2,1,1,1,0.8,0.8,0.8,1,1,1,1.2`.
    ///
    /// # Errors
    /// If they are not twelve, or one of them is no number from 0 to 10.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let bad = || NumberError::NotANumber { text: text.to_owned() };
        let weights: Vec<u16> = parts(text)
            .map(|part| {
                let weight = Quantity::parse_at_least_zero(part)?.thousandths();
                u16::try_from(weight).ok().filter(|weight| *weight <= LARGEST).ok_or_else(bad)
            })
            .collect::<Result<_, _>>()?;
        let weights: [u16; 12] = weights.try_into().map_err(|_| bad())?;
        // What is used in no month at all has no average month.
        if weights.iter().all(|weight| *weight == 0) { Err(bad()) } else { Ok(Self(weights)) }
    }

    /// Returns how many numbers a text has, be they weights or not.
    pub fn count(text: &str) -> usize {
        parts(text).count()
    }

    /// Returns the weights from January on.
    pub fn iter(self) -> impl Iterator<Item = Quantity> {
        self.0.into_iter().map(|weight| Quantity::from_thousandths(weight.into()))
    }

    /// Returns the weight of a month, from 0 (January) on.
    pub fn of_month(self, month0: u32) -> f64 {
        let weight = usize::try_from(month0).ok().and_then(|month| self.0.get(month));
        f64::from(weight.copied().unwrap_or(1000)) / 1000.0
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ';', ' ']).filter(|part| !part.is_empty())
}

impl fmt::Display for MonthWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, weight) in self.0.iter().enumerate() {
            let comma = if n == 0 { "" } else { "," };
            write!(f, "{comma}{}", Quantity::from_thousandths((*weight).into()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_weights_come_back_as_they_were_typed() {
        let typed = "1.2,1.2,1,1,1,0.8,0.8,0.8,1,1,1,1.2";
        let weights = MonthWeights::parse(typed);
        assert_eq!(weights.clone().map(|weights| weights.to_string()), Ok(typed.to_owned()));
        assert_eq!(weights.map(|weights| weights.of_month(5)), Ok(0.8));
        assert_eq!(MonthWeights::parse("1 1 1 1 1 1 1 1 1 1 1 1"), Ok(MonthWeights::default()));
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in [
            "",
            "1,1",
            "0,0,0,0,0,0,0,0,0,0,0,0",
            "1,1,1,1,1,1,1,1,1,1,1,11",
            "a,1,1,1,1,1,1,1,1,1,1,1",
        ] {
            assert!(MonthWeights::parse(bad).is_err(), "{bad}");
        }
    }
}
