//! Small counts as people write them in Chinese: `2`, `两`, `十二`.

/// Reads a count in digits or in Chinese up to 九十九.
pub(in crate::domain) fn chinese_count(text: &str) -> Option<u16> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.parse().unwrap_or(u16::MAX));
    }
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one_to_nine(tens)? };
            let ones = if ones.is_empty() { 0 } else { one_to_nine(ones)? };
            Some(tens * 10 + ones)
        }
        None => one_to_nine(text),
    }
}

fn one_to_nine(text: &str) -> Option<u16> {
    match text {
        "一" => Some(1),
        "二" | "两" | "兩" => Some(2),
        "三" => Some(3),
        "四" => Some(4),
        "五" => Some(5),
        "六" => Some(6),
        "七" => Some(7),
        "八" => Some(8),
        "九" => Some(9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_in_digits_and_in_chinese() {
        let counts = [
            ("2", 2),
            ("两", 2),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("九十九", 99),
            ("99999", 65535),
        ];
        for (text, count) in counts {
            assert_eq!(chinese_count(text), Some(count), "{text}");
        }
        for text in ["", "百", "十十", "一二", "-1", "2x"] {
            assert_eq!(chinese_count(text), None, "{text}");
        }
    }
}
