//! The signs and names of currencies that people write around an amount: `¥20`, `20元`, `NT$ 240`.

use std::borrow::Cow;

use crate::domain::quantity::half_width;

/// Signs and names of currencies beside the ISO code; a longer name before one that it ends in.
const SIGNS: [(&str, &[&str]); 17] = [
    ("CNY", &["rmb", "人民币", "块钱", "￥", "¥", "元", "块", "圆"]),
    ("TWD", &["nt$", "ntd", "新台币", "新臺幣", "块钱", "塊錢", "$", "元", "块", "塊", "圆", "圓"]),
    ("HKD", &["hk$", "港币", "港元", "$", "元", "蚊"]),
    ("MOP", &["mop$", "澳门元", "元"]),
    ("SGD", &["s$", "新元", "$"]),
    ("JPY", &["日元", "￥", "¥", "円"]),
    ("KRW", &["₩", "원"]),
    ("USD", &["us$", "美元", "$"]),
    ("CAD", &["ca$", "加元", "$"]),
    ("AUD", &["a$", "澳元", "$"]),
    ("NZD", &["nz$", "$"]),
    ("EUR", &["欧元", "€"]),
    ("GBP", &["英镑", "£"]),
    ("THB", &["泰铢", "฿"]),
    ("VND", &["₫", "đ"]),
    ("INR", &["rs.", "rs", "₹"]),
    ("MYR", &["rm", "令吉"]),
];

/// Returns a typed amount without the sign, code or name of the currency with this code; that of another
/// currency stays, and is no number.
pub(super) fn without_sign<'a>(text: &'a str, code: &str) -> Cow<'a, str> {
    let text = text.trim();
    let is_plain = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '-' | '+');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let narrow = half_width(text).unwrap_or_else(|| text.to_owned()).to_lowercase();
    let (minus, amount) = match narrow.strip_prefix(['-', '+']) {
        Some(amount) => (narrow.get(..1).unwrap_or_default(), amount.trim()),
        None => ("", narrow.trim()),
    };
    let code_name = code.to_lowercase();
    let signs = SIGNS.iter().find(|(own, _)| *own == code).map_or(&[][..], |(_, signs)| *signs);
    let names = || std::iter::once(code_name.as_str()).chain(signs.iter().copied());
    let behind = names().find_map(|name| amount.strip_prefix(name)).unwrap_or(amount).trim_start();
    let number = names().find_map(|name| behind.strip_suffix(name)).unwrap_or(behind).trim_end();
    match number == narrow {
        true => Cow::Borrowed(text),
        false => Cow::Owned(format!("{minus}{number}")),
    }
}

/// Returns the sign that is written before an amount of the currency with this code: `¥`, `NT$`; the code
/// itself, with a blank, if it has no sign of its own.
pub(super) fn sign_before(code: &str) -> Cow<'static, str> {
    Cow::Borrowed(match code {
        "CNY" | "JPY" => "¥",
        "TWD" => "NT$",
        "HKD" => "HK$",
        "MOP" => "MOP$",
        "SGD" => "S$",
        "KRW" => "₩",
        "USD" => "$",
        "CAD" => "CA$",
        "AUD" => "A$",
        "NZD" => "NZ$",
        "EUR" => "€",
        "GBP" => "£",
        "INR" => "₹",
        code => return Cow::Owned(format!("{code} ")),
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::quantity::NumberError;
    use crate::domain::{Currency, Money};

    fn currency(code: &str) -> Currency {
        let Ok(currency) = Currency::from_code(code) else { unreachable!("{code}") };
        currency
    }

    // C3
    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (code, text, minor) in [
            ("TWD", "240.00", 240),
            ("TWD", "NT$ 240", 240),
            ("TWD", "240块", 240),
            ("TWD", "240元", 240),
            ("JPY", "￥1,240", 1240),
            ("CNY", "¥20", 2000),
            ("CNY", "-¥20", -2000),
            ("CNY", "¥-20", -2000),
            ("CNY", "20元", 2000),
            ("CNY", "２０块钱", 2000),
            ("CNY", "CNY 20.5", 2050),
            ("CNY", "20 rmb", 2000),
            ("CNY", ".5", 50),
            ("CNY", "5.", 500),
            ("CNY", "1\u{a0}234.50", 123_450),
            ("CNY", "1\u{2009}234.5000", 123_450),
            ("CNY", "１２０", 12_000),
            ("USD", "$20", 2000),
        ] {
            assert_eq!(currency(code).parse(text), Ok(Money::from_minor(minor)), "{text}");
        }
        for text in ["1,5", "1.240,00", "¥1,5"] {
            let error = currency("CNY").parse(text);
            assert!(matches!(error, Err(NumberError::DecimalComma { .. })), "{text}");
        }
        for text in ["$20", "€20", "20 USD", "¥", "20元5角", "元"] {
            let error = currency("CNY").parse(text);
            assert!(
                matches!(error, Err(NumberError::NotANumber { .. } | NumberError::Empty)),
                "{text}"
            );
        }
        for (code, text) in
            [("TWD", "240.50"), ("TWD", "1.240"), ("CNY", "1.000"), ("CNY", "0.125")]
        {
            let error = currency(code).parse(text);
            assert!(matches!(error, Err(NumberError::TooManyDecimals { .. })), "{text}");
        }
    }
}
