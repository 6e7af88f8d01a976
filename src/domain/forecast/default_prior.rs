//! The factory's prior: how much of what people have brought at a time, and how long that lasts.
//!
//! Default knowledge of a kind of product before its first customer has finished the first lot. The
//! figures are medians of a year of 1,182 jars in 635 households; where there were none, a guess of the
//! same order. A shop outgrows them within weeks.

use super::learn::size_of;
use super::prior::{DeliverySize, PEOPLE};
use crate::domain::product::Product;
use crate::domain::quantity::Rate;

/// Days that a usual lot of an unknown product is assumed to last.
const DAYS: f64 = 40.0;
/// By how much longer (as a power) lots last in a shop that brings larger ones than another.
const SHOPS: f64 = 0.65;
/// As many lots of the shop as the factory's usual size counts for.
const LOTS: f64 = 5.0;

/// Uncertainty of these figures (variance of the logarithm) for a kind in the list, of one whose unit
/// nobody can weigh, and of any other.
const LISTED: f64 = 0.02;
const UNWEIGHED: f64 = 0.10;
const UNKNOWN: f64 = 0.15;
/// Uncertainty of the shopkeeper's own estimate of the use.
const TOLD: f64 = 0.15;
/// Added uncertainty (deviation of the logarithm) with each factor of e beyond the first one
/// by which lots are larger or smaller: elsewhere, people eat other things.
const ELSEWHERE: f64 = 1.2;
/// Elasticity to the lot size where the use per person is unknown: see [`Factory::elasticity`] and
/// [`Factory::buyers`].
pub(super) const ELASTICITY: f64 = 0.8;
const BUYERS: f64 = -1.1;
/// As many adults as a household of unknown size is thought to have.
const HOUSEHOLD: f64 = 2.5;
/// The people in the classes of [`HouseholdSize`](super::prior::HouseholdSize).
const HEADS: [f64; PEOPLE] = [1.0, 2.0, 3.0, 4.0, 5.5, HOUSEHOLD];

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

/// Size of a unit in its measure.
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

/// Default prior of a kind of product that the shop has never sold.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Factory {
    /// The usual size of a lot, from [`size_of`]; `None` if the product is unknown.
    usual: Option<f64>,
    /// The logarithm of the days that such a lot lasts, by the people who eat from it.
    days: [f64; PEOPLE],
    /// Variance of the estimate.
    variance: f64,
    /// By how much longer (as a power) a household's larger lot lasts than its smaller one.
    pub(super) elasticity: f64,
    /// By how much faster (as a power, so below 0) a household eats that buys larger lots than others.
    pub(super) buyers: f64,
}

impl Factory {
    /// Returns the prior of a product: the use that the shopkeeper states, else by its kind (or
    /// name) and unit.
    pub fn of_product(product: &Product) -> Self {
        let Some(appetite) = product.appetite.map(Rate::per_day).filter(|rate| *rate > 0.0) else {
            let kind = if product.kind.is_empty() { &product.name } else { &product.kind };
            return Self::of(kind, &product.unit);
        };
        let pack = product.pack.map_or(1.0, |pack| pack.as_f64());
        Self {
            usual: Some(size_of(pack, 1.0)),
            days: HEADS.map(|heads| (pack / (appetite * heads)).clamp(0.5, 3_650.0).ln()),
            variance: TOLD,
            // The use follows from the number of people, and not from the amount delivered.
            elasticity: 1.0,
            buyers: 0.0,
        }
    }

    /// Returns the prior of a kind of this name, measured in this unit; the case, blanks and hyphens of
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
                Self::alike(Some(size_of(lot / each, 1.0)), *days, LISTED)
            }
            (Some((.., days, _)), _) => Self::alike(None, *days, UNWEIGHED),
            (None, _) => Self::alike(None, DAYS, UNKNOWN),
        }
    }

    /// A fixed number of days, whatever the household.
    pub(super) fn alike(usual: Option<f64>, days: f64, variance: f64) -> Self {
        let (elasticity, buyers) = (ELASTICITY, BUYERS);
        Self { usual, days: [days.ln(); PEOPLE], variance, elasticity, buyers }
    }

    /// The usual size of a lot in a shop that has brought these.
    pub(super) fn centre(&self, lots: DeliverySize) -> f64 {
        match self.usual {
            Some(usual) => (lots.sizes + LOTS * usual) / (lots.count + LOTS),
            None => lots.sizes / lots.count.max(1.0),
        }
    }

    /// The mean logarithm of the days that a lot lasts in a shop in which this is its usual size, by
    /// [`HouseholdSize`](super::prior::HouseholdSize).
    pub(super) fn means_at(&self, centre: f64) -> [f64; PEOPLE] {
        let larger = self.usual.map_or(0.0, |usual| SHOPS * (centre - usual));
        self.days.map(|days| days + larger)
    }

    /// Variance of the estimate.
    pub(super) fn unsure_at(&self, centre: f64) -> f64 {
        let away = self.usual.map_or(0.0, |usual| (centre - usual).abs() - 1.0).max(0.0);
        let away = ELSEWHERE * away;
        self.variance + away * away
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_in_both_languages_whatever_its_unit() {
        let kilos = Factory::of("rice", "kg");
        assert_eq!(kilos, Factory::of("大米", "公斤"));
        let days =
            |factory: Factory, quantity: f64| factory.means_at(size_of(quantity, 1.0))[0].exp();
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
        assert!((sacks.means_at(3.0)[0].exp() - 47.0).abs() < 1e-9);
        assert_eq!(sacks.means_at(-3.0), sacks.means_at(3.0));
        let unknown = Factory::of("珍珠奶茶", "kg");
        assert!((unknown.means_at(0.0)[0].exp() - 40.0).abs() < 1e-9);
    }

    #[test]
    fn the_usual_size_is_the_factory_s_until_the_shop_has_brought_a_few_lots() {
        let told = Factory::alike(Some(2.0), 30.0, LISTED);
        assert_eq!(told.centre(DeliverySize::default()), 2.0);
        // Five of 2 and five of 4.
        assert_eq!(told.centre(DeliverySize { count: 5.0, sizes: 20.0 }), 3.0);
        let unknown = Factory::of("?", "?");
        assert_eq!(unknown.centre(DeliverySize { count: 2.0, sizes: 7.0 }), 3.5);
    }

    #[test]
    fn what_people_are_said_to_eat_is_told_by_their_number() {
        let id = crate::domain::id::ProductId::new(1);
        let money = crate::domain::Money::ZERO;
        let mut rice = Product::new(id, "珍珠米".into(), "kg".into(), money);
        rice.pack = Some(crate::domain::Quantity::whole(15));
        rice.appetite = Some(Rate::from_millionths(150_000));
        let factory = Factory::of_product(&rice);
        // 15 kg at 0.15 kg a day last one person 100 days, two 50 and a household of 2.5 forty.
        let days = factory.means_at(size_of(15.0, 1.0)).map(|mean| mean.exp().round());
        assert_eq!(days, [100.0, 50.0, 33.0, 25.0, 18.0, 40.0]);
    }

    #[test]
    fn the_factory_is_less_sure_of_lots_of_other_sizes() {
        let rice = Factory::of("rice", "kg");
        assert!((rice.unsure_at(size_of(1.7, 1.0)) - 0.02).abs() < 1e-9);
        assert!((rice.unsure_at(size_of(4.0, 1.0)) - 0.02).abs() < 1e-9);
        // Ten times as large: 0.02 + (1.2 * (ln 10 - 1))^2.
        assert!((rice.unsure_at(size_of(17.0, 1.0)) - 2.463_288).abs() < 1e-5);
    }
}
