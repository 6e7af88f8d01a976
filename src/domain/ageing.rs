//! The ages of debts: the shop sets the last day of each, and a debt ages from its due day or from the day of
//! its charge.

use super::day::Day;
use super::money::Money;
use super::stable_name::keys;
use std::fmt;

/// The day from which a debt ages.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum AgeingBasis {
    /// The day on which it falls due.
    #[default]
    Due,
    /// The day of the charge, which is that of the delivery.
    Delivery,
}

keys!(AgeingBasis { Due = "due", Delivery = "delivery" });

/// The last days of the ages of debts, ascending: 7, 30 and 60 make 1-7, 8-30, 31-60 and 61 days or more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgeLimits(Vec<u16>);

/// A text that is no list of limits.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{self:?}")]
pub struct NotAgeLimits {
    /// Text as typed.
    pub text: String,
}

/// Maximum number of limits, so that a report has room for all ages.
const MOST_LIMITS: usize = 8;

/// The largest limit, in days: ten years.
const LARGEST_LIMIT: u16 = 3660;

impl Default for AgeLimits {
    fn default() -> Self {
        Self(vec![7, 30, 60])
    }
}

impl AgeLimits {
    /// Parses `7,30,60`: one to eight numbers of days, each larger than the one before.
    ///
    /// # Errors
    /// If it is anything else.
    pub fn parse(text: &str) -> Result<Self, NotAgeLimits> {
        let wrong = || NotAgeLimits { text: text.trim().to_owned() };
        let parts = text.split([',', '，', '、', ';', '；', ' ']).map(str::trim);
        let limits: Result<Vec<u16>, _> =
            parts.filter(|part| !part.is_empty()).map(str::parse).collect();
        let limits = limits.map_err(|_| wrong())?;
        let ascends = limits.iter().zip(limits.iter().skip(1)).all(|(one, next)| one < next);
        let fits = limits.iter().all(|limit| (1..=LARGEST_LIMIT).contains(limit));
        match (1..=MOST_LIMITS).contains(&limits.len()) && ascends && fits {
            true => Ok(Self(limits)),
            false => Err(wrong()),
        }
    }

    /// Returns the ages of debts from the youngest on. By due day the first one is of debts that are not late; by
    /// the day of the charge it begins with that day.
    pub fn ages(&self, basis: AgeingBasis) -> Vec<DebtAge> {
        let first = match basis {
            AgeingBasis::Due => Some(DebtAge::NotDue),
            AgeingBasis::Delivery => None,
        };
        let mut from = match basis {
            AgeingBasis::Due => 1,
            AgeingBasis::Delivery => 0,
        };
        let mut ages: Vec<DebtAge> = first.into_iter().collect();
        for limit in &self.0 {
            ages.push(DebtAge::Days { from, to: *limit });
            from = limit.saturating_add(1);
        }
        ages.push(DebtAge::Older { from });
        ages
    }
}

impl fmt::Display for AgeLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, limit) in self.0.iter().enumerate() {
            write!(f, "{}{limit}", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

/// An age of debts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DebtAge {
    /// Not late: due today or later.
    NotDue,
    /// From one number of days to another, both included.
    Days {
        /// The first day.
        from: u16,
        /// The last day.
        to: u16,
    },
    /// This number of days or more.
    Older {
        /// The first day.
        from: u16,
    },
}

impl DebtAge {
    /// Returns whether a debt of this number of days, which is negative before its day, is of the age.
    pub fn holds(self, days: i64) -> bool {
        match self {
            Self::NotDue => days <= 0,
            Self::Days { from, to } => (i64::from(from)..=i64::from(to)).contains(&days),
            Self::Older { from } => days >= i64::from(from),
        }
    }
}

impl fmt::Display for DebtAge {
    /// Writes the stable name: `not-due`, `8-30`, `61+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotDue => f.write_str("not-due"),
            Self::Days { from, to } => write!(f, "{from}-{to}"),
            Self::Older { from } => write!(f, "{from}+"),
        }
    }
}

/// The amount owed, by the number of days that it is late. A debt that is due today is not late.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each field names its days")]
pub struct Ageing {
    pub not_due: Money,
    pub days_1_7: Money,
    pub days_8_30: Money,
    pub days_31_60: Money,
    pub days_61: Money,
}

impl Ageing {
    /// Returns the total amount owed, due or not.
    pub fn total(self) -> Money {
        self.not_due + self.days_1_7 + self.days_8_30 + self.days_31_60 + self.days_61
    }

    /// Returns the amount that is late by at least one day.
    pub fn late(self) -> Money {
        self.total() - self.not_due
    }

    /// Returns the amount owed in each of the five ages, from not due to the latest.
    pub fn parts(self) -> [Money; 5] {
        [self.not_due, self.days_1_7, self.days_8_30, self.days_31_60, self.days_61]
    }

    /// Adds a debt of `open` that falls due on `due`, at the age that it has on `as_of`.
    pub fn add(&mut self, open: Money, due: Day, as_of: Day) {
        let bucket = match late_days(due, as_of) {
            ..=0 => &mut self.not_due,
            1..=7 => &mut self.days_1_7,
            8..=30 => &mut self.days_8_30,
            31..=60 => &mut self.days_31_60,
            61.. => &mut self.days_61,
        };
        *bucket += open;
    }
}

/// Returns the number of days that a debt due on `due` is late on `as_of`; 0 if it is not late.
pub fn late_days(due: Day, as_of: Day) -> i64 {
    (as_of - due).num_days().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(limits: &str, basis: AgeingBasis) -> Vec<String> {
        let ages = AgeLimits::parse(limits).unwrap().ages(basis);
        ages.iter().map(DebtAge::to_string).collect()
    }

    #[test]
    fn the_limits_of_the_shop_make_ages_without_a_gap() {
        assert_eq!(names("7,30", AgeingBasis::Due), ["not-due", "1-7", "8-30", "31+"]);
        assert_eq!(names("7，30", AgeingBasis::Delivery), ["0-7", "8-30", "31+"]);
        for basis in [AgeingBasis::Due, AgeingBasis::Delivery] {
            let ages = AgeLimits::default().ages(basis);
            for days in 0..200 {
                assert_eq!(ages.iter().filter(|age| age.holds(days)).count(), 1, "{days}");
            }
        }
    }

    #[test]
    fn limits_ascend_and_are_few() {
        for bad in ["", "0", "30,7", "7,7", "x", "-7", "1,2,3,4,5,6,7,8,9", "9999"] {
            assert!(AgeLimits::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(AgeLimits::parse(" 7, 30,60 ").unwrap(), AgeLimits::default());
        assert_eq!(AgeLimits::default().to_string(), "7,30,60");
    }
}
