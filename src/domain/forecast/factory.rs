//! The factory's prior: how much of what people have brought at a time, and how long that lasts.
//!
//! What a shop knows of a kind of product before its first customer has finished the first lot. The
//! figures are medians of a year of 1,182 jars in 635 households; where there were none, a guess of the
//! same order. A shop outgrows them within weeks.

use super::learn::size_of;
use super::prior::Brought;

/// How long a usual lot is thought to last where nobody knows the product.
const DAYS: f64 = 40.0;
/// By how much longer (as a power) lots last in a shop that brings larger ones than another.
const SHOPS: f64 = 0.65;
/// As many lots of the shop as the factory's usual size counts for.
const LOTS: f64 = 5.0;

/// In what a kind of product is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Measure {
    /// Kilograms.
    Weight,
    /// Litres.
    Volume,
    /// Eggs, nappies, washes, bags: whatever is counted.
    Count,
    /// Square feet of paper.
    Area,
}

/// How many of its measure a unit is.
const UNITS: [(Measure, f64, &[&str]); 10] = [
    (Measure::Weight, 1.0, &["kg", "kilo", "公斤", "千克"]),
    (Measure::Weight, 0.5, &["斤", "jin"]),
    (Measure::Weight, 0.001, &["g", "gram", "克"]),
    (Measure::Weight, 0.453_592, &["lb", "pound", "磅"]),
    (Measure::Volume, 1.0, &["l", "litre", "liter", "升", "公升"]),
    (Measure::Volume, 0.001, &["ml", "毫升"]),
    (Measure::Volume, 3.785_41, &["gallon", "加仑"]),
    (Measure::Count, 1.0, &["egg", "piece", "load", "bag", "个", "枚", "片", "包"]),
    (Measure::Count, 12.0, &["dozen", "打"]),
    (Measure::Area, 1.0, &["sqft"]),
];

/// A kind of product: what it is called, in what it is measured, the usual lot, and its days.
const KINDS: [(Measure, f64, f64, &[&str]); 20] = [
    (Measure::Weight, 1.7, 47.0, &["rice", "大米", "米"]),
    (Measure::Weight, 1.7, 50.0, &["flour", "面粉"]),
    (Measure::Weight, 7.3, 54.0, &["sugar", "白糖", "糖"]),
    (Measure::Weight, 1.9, 50.0, &["coffee", "咖啡"]),
    (Measure::Count, 112.0, 46.0, &["tea", "茶", "茶叶"]),
    (Measure::Count, 54.0, 53.0, &["eggs", "egg", "鸡蛋"]),
    (Measure::Volume, 16.0, 40.0, &["milk", "牛奶"]),
    (Measure::Volume, 24.0, 40.0, &["water", "水", "桶装水"]),
    (Measure::Volume, 5.1, 54.0, &["cookingoil", "oil", "食用油", "油"]),
    (Measure::Weight, 2.9, 55.0, &["margarine", "butter", "黄油"]),
    (Measure::Weight, 2.1, 31.0, &["infantformula", "奶粉"]),
    (Measure::Count, 158.0, 45.0, &["diapers", "nappies", "尿布", "纸尿裤"]),
    (Measure::Weight, 5.6, 38.0, &["catfood", "猫粮"]),
    (Measure::Weight, 31.0, 53.0, &["catlitter", "猫砂"]),
    (Measure::Weight, 10.5, 44.0, &["dogfood", "狗粮"]),
    (Measure::Weight, 3.6, 49.0, &["dishdetergent", "洗洁精"]),
    (Measure::Count, 126.0, 51.0, &["laundry", "laundrydetergent"]),
    (Measure::Weight, 3.6, 51.0, &["洗衣粉", "洗衣液"]),
    (Measure::Area, 790.0, 47.0, &["toiletpaper", "卫生纸"]),
    (Measure::Area, 362.0, 43.0, &["papertowels", "厨房纸"]),
];

/// What is expected of a kind of product in a shop that has never sold it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Factory {
    /// The usual size of a lot, from [`size_of`]; `None` if the product is unknown.
    usual: Option<f64>,
    /// The logarithm of the days that such a lot lasts.
    days: f64,
}

impl Factory {
    /// What is expected of a kind of this name, measured in this unit; the case, blanks and hyphens of
    /// the name do not matter.
    pub fn of(kind: &str, unit: &str) -> Self {
        let plain = |text: &str| {
            let letters = text.chars().filter(|letter| !matches!(letter, ' ' | '_' | '-'));
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        let (kind, unit) = (plain(kind), plain(unit));
        // `eggs` and `litres` are several of one.
        let unit = unit.strip_suffix('s').unwrap_or(&unit);
        let known = KINDS.iter().find(|(.., names)| names.contains(&kind.as_str()));
        let measured = UNITS.iter().find(|(.., names)| names.contains(&unit));
        match (known, measured) {
            (Some((of, lot, days, _)), Some((measure, each, _))) if of == measure => {
                Self { usual: Some(size_of(lot / each, 1.0)), days: days.ln() }
            }
            (Some((.., days, _)), _) => Self { usual: None, days: days.ln() },
            (None, _) => Self { usual: None, days: DAYS.ln() },
        }
    }

    /// What is expected of a product of which the shopkeeper says how long a lot of this size lasts.
    pub fn told(size: f64, days: f64) -> Self {
        Self { usual: Some(size), days: days.clamp(0.5, 3_650.0).ln() }
    }

    /// The usual size of a lot in a shop that has brought these.
    pub(super) fn centre(&self, lots: Brought) -> f64 {
        match self.usual {
            Some(usual) => (lots.sizes + LOTS * usual) / (lots.count + LOTS),
            None => lots.sizes / lots.count.max(1.0),
        }
    }

    /// The mean logarithm of the days that a lot lasts in a shop in which this is its usual size.
    pub fn mean_at(&self, centre: f64) -> f64 {
        self.days + self.usual.map_or(0.0, |usual| SHOPS * (centre - usual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_in_both_languages_whatever_its_unit() {
        let kilos = Factory::of("rice", "kg");
        assert_eq!(kilos, Factory::of("大米", "公斤"));
        let days = |factory: Factory, quantity: f64| factory.mean_at(size_of(quantity, 1.0)).exp();
        // 1.7 kg are 3.4 斤 and last 47 days.
        assert!((days(kilos, 1.7) - 47.0).abs() < 1e-9);
        assert!((days(Factory::of("Rice", "斤"), 3.4) - 47.0).abs() < 1e-9);
        assert!((days(Factory::of("cooking_oil", "litres"), 5.1) - 54.0).abs() < 1e-9);
        // A shop that brings ten times as much: 47 * 10^0.65.
        assert!((days(kilos, 17.0) - 209.942).abs() < 1e-2);
    }

    #[test]
    fn a_unit_that_nobody_can_weigh_tells_only_the_days() {
        let sacks = Factory::of("rice", "sack");
        assert!((sacks.mean_at(3.0).exp() - 47.0).abs() < 1e-9);
        assert_eq!(sacks.mean_at(-3.0), sacks.mean_at(3.0));
        let unknown = Factory::of("珍珠奶茶", "kg");
        assert!((unknown.mean_at(0.0).exp() - 40.0).abs() < 1e-9);
    }

    #[test]
    fn the_usual_size_is_the_factory_s_until_the_shop_has_brought_a_few_lots() {
        let told = Factory::told(2.0, 30.0);
        assert_eq!(told.centre(Brought::default()), 2.0);
        // Five of 2 and five of 4.
        assert_eq!(told.centre(Brought { count: 5.0, sizes: 20.0 }), 3.0);
        let unknown = Factory::of("?", "?");
        assert_eq!(unknown.centre(Brought { count: 2.0, sizes: 7.0 }), 3.5);
    }
}
