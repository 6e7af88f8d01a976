//! The methods of payment that a shop takes.

use super::search_key::fold;
use super::shop::{Language, Shop};

/// The usual methods, in English and Chinese: those of a shop that has not named its own.
const USUAL: [(&str, &str); 5] = [
    ("cash", "现金"),
    ("bank", "银行转账"),
    ("WeChat Pay", "微信"),
    ("Alipay", "支付宝"),
    ("cheque", "支票"),
];

/// Returns the methods of a shop, in a language where it has not named its own. The first is the one of
/// the till, in which a payment is made when nothing else is said.
pub fn methods(shop: &Shop, language: Language) -> Vec<String> {
    if !shop.methods.is_empty() {
        return shop.methods.clone();
    }
    let usual = USUAL.iter().map(|(english, chinese)| match language {
        Language::English => *english,
        Language::Chinese => *chinese,
    });
    usual.map(str::to_owned).collect()
}

/// Returns the names of the method of the till: that of the shop, or the usual ones in every language.
pub fn till_methods(shop: &Shop) -> Vec<String> {
    let languages = Language::ALL.iter();
    let mut names: Vec<String> =
        languages.filter_map(|language| methods(shop, *language).into_iter().next()).collect();
    names.dedup();
    names
}

/// Returns the method of a shop that was typed: its name, or the beginning of only one.
pub fn find_method(shop: &Shop, typed: &str) -> Option<String> {
    let known: Vec<String> = match shop.methods.is_empty() {
        false => shop.methods.clone(),
        true => Language::ALL.iter().flat_map(|language| methods(shop, *language)).collect(),
    };
    let typed = fold(typed);
    if let Some(exact) = known.iter().find(|method| fold(method) == typed) {
        return Some(exact.clone());
    }
    let mut begun = known.into_iter().filter(|method| fold(method).starts_with(&typed));
    begun.next().filter(|_| !typed.is_empty() && begun.next().is_none())
}

/// Reads methods between commas or semicolons; nothing, or `usual`, is the usual ones.
pub fn parse_methods(text: &str) -> Vec<String> {
    let parts = text.split([',', '，', '、', ';', '；']).map(str::trim);
    let methods: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
    match methods.as_slice() {
        [only] if only == "usual" => Vec::new(),
        _ => methods,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;
    use crate::domain::day::Weekdays;
    use crate::domain::shop::ServiceLevel;

    #[test]
    fn a_method_is_found_by_its_name_or_the_beginning_of_only_one() {
        let shop = Shop {
            name: String::new(),
            contact: Default::default(),
            ageing: Default::default(),
            currency: Currency::from_code("CNY").unwrap(),
            language: None,
            service_level: ServiceLevel::DEFAULT,
            grace_days: 0,
            delivery_days: Weekdays::default(),
            holidays: Default::default(),
            areas: Vec::new(),
            daily_capacity: None,
            date_order: None,
            rules_off: Default::default(),
            credit_limit: None,
            tickets_valid: None,
            methods: Vec::new(),
            reminders: Default::default(),
            complaint_kinds: Vec::new(),
        };
        let found = |typed: &str| find_method(&shop, typed);
        assert_eq!(found("wechat pay").as_deref(), Some("WeChat Pay"));
        assert_eq!(found("W").as_deref(), Some("WeChat Pay"));
        assert_eq!(found("支付宝").as_deref(), Some("支付宝"));
        assert_eq!(found("c"), None, "cash or cheque");
        assert_eq!(found("支"), None);
        assert_eq!(found("gold"), None);
        let own = Shop { methods: parse_methods("现金，微信、 刷卡"), ..shop };
        assert_eq!(own.methods, ["现金", "微信", "刷卡"]);
        assert_eq!(find_method(&own, "刷").as_deref(), Some("刷卡"));
        assert_eq!(find_method(&own, "cash"), None);
        assert_eq!(parse_methods("usual"), Vec::<String>::new());
    }
}
