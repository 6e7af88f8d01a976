//! Usual use by an adult of common kinds of goods in a day, in the product's own unit.
//!
//! A new shop begins with these where the shopkeeper does not say better. Sources: the Chinese Dietary
//! Guidelines 2022 (a day: 250 to 400 g of grain and tubers, 25 to 30 g of oil, 300 to 500 ml of milk, 300 to
//! 350 g of eggs a week, 1.5 to 1.7 l to drink), the household survey of the China Statistical Yearbook 2022
//! (bought a head and year: 130 kg of grain, 10 kg of oil, 13 kg of eggs, 1.3 kg of sugar), and for gas a
//! cylinder of 15 kg that lasts a family of three about five weeks. Rice, flour and noodles share the grain.
//! Coffee and tea are a cup or two a day, pet food is that of one small animal for two people: guesses of the
//! right order.

use super::product::Product;
use super::quantity::Rate;

/// In what a kind is measured, and how much of that an adult uses in a day.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Use {
    /// Kilograms.
    Weight(f64),
    /// Kilograms of something of which a litre weighs so much.
    Liquid(f64, f64),
    /// Pieces, of which one weighs so many kilograms.
    Pieces(f64, f64),
}

/// A kind: the use of an adult, how much its usual container holds in the same measure, and its names.
///
/// The names end the name of a product: `jasmine rice`, `珍珠米`.
type Kind = (Use, f64, &'static [&'static str]);

const KINDS: [Kind; 15] = [
    (Use::Weight(0.150), 0.0, &["rice", "大米", "米", "珍珠米", "香米", "粳米", "籼米", "糯米"]),
    (Use::Weight(0.100), 0.0, &["flour", "面粉"]),
    (Use::Weight(0.100), 0.0, &["noodles", "noodle", "面条", "挂面"]),
    (Use::Weight(0.010), 0.0, &["sugar", "白糖", "红糖", "糖"]),
    (Use::Weight(0.005), 0.0, &["salt", "食盐", "盐"]),
    (Use::Liquid(2.0, 1.0), 18.9, &["water", "桶装水", "饮用水", "矿泉水", "纯净水", "水"]),
    (Use::Weight(0.140), 15.0, &["gas", "lpg", "煤气", "液化气", "燃气", "瓦斯"]),
    (Use::Liquid(0.030, 0.92), 5.0, &["oil", "食用油", "花生油", "菜籽油", "菜油", "大豆油", "油"]),
    (Use::Pieces(0.7, 0.055), 0.0, &["eggs", "egg", "鸡蛋", "蛋"]),
    (Use::Liquid(0.300, 1.03), 0.0, &["milk", "牛奶", "鲜奶"]),
    (Use::Weight(0.012), 0.0, &["coffee", "咖啡", "咖啡豆"]),
    (Use::Weight(0.005), 0.0, &["tea", "茶叶", "茶"]),
    (Use::Weight(0.030), 0.0, &["cat food", "猫粮"]),
    (Use::Weight(0.100), 0.0, &["dog food", "狗粮"]),
    (Use::Weight(0.050), 0.0, &["pet food", "宠物粮"]),
];

/// Names that end like a kind but are another thing.
const OTHERS: [&str; 6] = ["玉米", "小米", "虾米", "酱油", "香水", "olive oil"];

const KILOGRAMS: [(f64, &[&str]); 6] = [
    (1.0, &["kg", "kilo", "kilogram", "公斤", "千克"]),
    (0.5, &["斤", "jin", "市斤"]),
    (0.05, &["两"]),
    (0.6, &["台斤", "catty"]),
    (0.001, &["g", "gram", "克"]),
    (0.453_592, &["lb", "pound", "磅"]),
];
const LITRES: [(f64, &[&str]); 3] = [
    (1.0, &["l", "litre", "liter", "升", "公升"]),
    (0.001, &["ml", "毫升"]),
    (3.785_41, &["gallon", "加仑"]),
];
const PIECES: [(f64, &[&str]); 3] = [
    (1.0, &["egg", "piece", "pc", "个", "枚", "只"]),
    (12.0, &["dozen", "打"]),
    (30.0, &["tray", "板", "盘"]),
];
/// Units that are the usual container of the kind.
const CONTAINERS: [&str; 12] = [
    "barrel", "bottle", "jug", "carboy", "cylinder", "tank", "can", "桶", "大桶", "罐", "钢瓶",
    "瓶",
];

/// Returns what an adult usually uses of the product in a day; `None` if its kind or its unit is none of
/// the common ones.
pub fn usual_appetite(product: &Product) -> Option<Rate> {
    let names = [product.kind.as_str(), product.name.as_str()];
    let (of, container, _) = names.iter().find_map(|name| kind_of(name))?;
    let unit = product.unit.trim().to_lowercase();
    let unit = unit.strip_suffix('s').unwrap_or(&unit);
    let size = |units: &[(f64, &[&str])]| {
        units.iter().find(|(_, names)| names.contains(&unit)).map(|(size, _)| *size)
    };
    let in_container = (*container > 0.0 && CONTAINERS.contains(&unit)).then_some(*container);
    let a_day = match *of {
        Use::Weight(kg) => kg / size(&KILOGRAMS).or(in_container)?,
        Use::Liquid(litres, weighs) => size(&LITRES)
            .or(in_container)
            .map(|size| litres / size)
            .or_else(|| Some(litres * weighs / size(&KILOGRAMS)?))?,
        Use::Pieces(pieces, weighs) => size(&PIECES)
            .map(|size| pieces / size)
            .or_else(|| Some(pieces * weighs / size(&KILOGRAMS)?))?,
    };
    Some(Rate::from_millionths((a_day * 1e6).round() as i64))
}

/// The kind whose name ends this name, the longest first.
fn kind_of(name: &str) -> Option<&'static Kind> {
    let name = name.trim().to_lowercase();
    if OTHERS.iter().any(|other| name.ends_with(other)) {
        return None;
    }
    let ends = |kind: &str| {
        let before = name.strip_suffix(kind)?;
        // A Latin word has to be a whole one: `price` is not `rice`.
        let whole = !kind.is_ascii() || before.is_empty() || before.ends_with([' ', '-', '_']);
        whole.then_some(kind.len())
    };
    let longest = |kind: &Kind| kind.2.iter().filter_map(|name| ends(name)).max();
    let known = KINDS.iter().filter_map(|kind| Some((longest(kind)?, kind)));
    known.max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;
    use crate::domain::id::ProductId;

    fn a_day(name: &str, unit: &str) -> Option<f64> {
        let id = ProductId::new(1);
        usual_appetite(&Product::new(id, name.into(), unit.into(), Money::ZERO)).map(Rate::per_day)
    }

    // B2
    #[test]
    fn common_kinds_are_known_in_both_languages_and_every_unit() {
        let cases = [
            ("rice", "kg", 0.15),
            ("珍珠米", "斤", 0.3),
            ("Jasmine Rice", "lb", 0.330_693),
            ("面粉", "公斤", 0.1),
            ("water", "L", 2.0),
            ("桶装水", "桶", 0.105_82),
            ("Water", "bottles", 0.105_82),
            ("液化气", "瓶", 0.009_333),
            ("gas", "kg", 0.14),
            ("食用油", "升", 0.03),
            ("花生油", "斤", 0.0552),
            ("eggs", "piece", 0.7),
            ("鸡蛋", "斤", 0.077),
            ("milk", "ml", 300.0),
            ("coffee", "g", 12.0),
            ("cat food", "kg", 0.03),
        ];
        for (name, unit, expected) in cases {
            let found = a_day(name, unit).unwrap_or_default();
            assert!((found - expected).abs() < 1e-6, "{name} in {unit}: {found}");
        }
    }

    // B2
    #[test]
    fn another_thing_or_an_unknown_unit_has_no_usual_use() {
        for (name, unit) in
            [("小米", "kg"), ("酱油", "L"), ("price", "kg"), ("rice", "sack"), ("soap", "kg")]
        {
            assert_eq!(a_day(name, unit), None, "{name} in {unit}");
        }
    }

    #[test]
    fn the_kind_tells_more_than_the_name() {
        let mut product =
            Product::new(ProductId::new(1), "Golden Phoenix".into(), "kg".into(), Money::ZERO);
        assert_eq!(usual_appetite(&product), None);
        product.kind = "rice".into();
        assert_eq!(usual_appetite(&product), Some(Rate::from_millionths(150_000)));
    }
}
