//! The ways in which a Chinese name may be read aloud and typed.

use super::variant::simplified;
use pinyin::ToPinyin;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Maximum number of ways in which one text is read.
const MOST_SPELLINGS: usize = 32;

/// Maximum number of syllables of all of them, so that a long name is not read in as many ways.
const MOST_SYLLABLES: usize = 640;

/// The spellings of `ü` on a keyboard: of input methods, of those who leave the dots out, of passports.
const UMLAUTS: [&str; 3] = ["v", "u", "yu"];

/// The characters of more than one reading, with all of them.
static READINGS: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("readings.txt").lines().filter(|line| !line.starts_with('#'));
    let entries = lines.flat_map(|line| line.split(", ")).filter_map(|entry| {
        let (character, readings) = entry.split_once(' ')?;
        Some((character.chars().next()?, readings.split(' ').collect()))
    });
    entries.collect()
});

/// Returns the syllables of a folded text in all ways in which it may be read, the commonest first; words
/// of other scripts are one syllable. A long text is read in fewer ways: those that differ from the
/// commonest in the fewest characters.
pub(super) fn spellings(text: &str) -> Vec<Vec<Cow<'static, str>>> {
    let syllables = readings(text);
    let most = (MOST_SYLLABLES / syllables.len().max(1)).clamp(1, MOST_SPELLINGS);
    // Every choice of readings, by their places; behind the last one that is not the commonest, others may follow.
    let mut choices: Vec<(Vec<usize>, usize)> = vec![(vec![0; syllables.len()], 0)];
    let mut at = 0;
    while let Some((choice, behind)) = choices.get(at).cloned() {
        for (place, known) in syllables.iter().enumerate().skip(behind) {
            for reading in 1..known.len() {
                if choices.len() < most {
                    let mut other = choice.clone();
                    other.iter_mut().skip(place).take(1).for_each(|chosen| *chosen = reading);
                    choices.push((other, place + 1));
                }
            }
        }
        at += 1;
    }
    let spelled = |(choice, _): &(Vec<usize>, usize)| {
        let chosen = syllables.iter().zip(choice);
        chosen.filter_map(|(known, reading)| known.get(*reading).cloned()).collect()
    };
    choices.iter().map(spelled).collect()
}

/// Returns the readings of each syllable, the commonest first.
fn readings(text: &str) -> Vec<Vec<Cow<'static, str>>> {
    let mut syllables = Vec::new();
    let mut word = String::new();
    for character in text.chars() {
        let known = readings_of(character);
        if known.is_empty() && character != ' ' {
            word.push(character);
            continue;
        }
        syllables.extend((!word.is_empty()).then(|| vec![Cow::Owned(std::mem::take(&mut word))]));
        syllables.extend((!known.is_empty()).then_some(known));
    }
    syllables.extend((!word.is_empty()).then(|| vec![Cow::Owned(word)]));
    syllables
}

/// Returns the readings of a character as a keyboard types them, the commonest first; none if it is not Chinese.
fn readings_of(character: char) -> Vec<Cow<'static, str>> {
    let simple = simplified(character);
    let commonest =
        [character, simple].into_iter().filter_map(|one| Some(one.to_pinyin()?.plain()));
    let others = READINGS.get(&simple).into_iter().flatten().copied();
    let mut known = Vec::new();
    for reading in commonest.chain(others) {
        let typed = match reading.contains('ü') {
            true => UMLAUTS.map(|letters| Cow::Owned(reading.replace('ü', letters))).to_vec(),
            false => vec![Cow::Borrowed(reading)],
        };
        for one in typed {
            if !known.contains(&one) {
                known.push(one);
            }
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        spellings(text).iter().map(|spelling| spelling.concat()).collect()
    }

    // E1, case 08.
    #[test]
    fn every_reading_of_a_character_counts() {
        for (name, sounds) in [
            ("重庆小面", vec!["chongqingxiaomian", "zhongqingxiaomian"]),
            ("中国银行", vec!["zhongguoyinhang", "zhongguoyinxing"]),
            ("长沙", vec!["changsha", "zhangsha"]),
            ("李行长", vec!["lihangzhang"]),
            ("卜师傅", vec!["bushifu", "boshifu"]),
            ("种师道", vec!["chongshidao", "zhongshidao"]),
            ("尉迟恭", vec!["yuchigong", "weichigong"]),
            ("單老師", vec!["shanlaoshi", "danlaoshi", "chanlaoshi"]),
            ("洗车店", vec!["xichedian", "xianchedian"]),
            ("万俟", vec!["moqi"]),
            ("番禺", vec!["panyu"]),
        ] {
            let read = read(name);
            for sound in sounds {
                assert!(read.iter().any(|one| one == sound), "{name} {sound}: {read:?}");
            }
        }
        assert_eq!(read("王永"), ["wangyong"]);
    }

    // E1, case 07.
    #[test]
    fn an_umlaut_is_typed_in_three_ways() {
        assert_eq!(read("吕"), ["lv", "lu", "lyu"]);
        assert_eq!(read("女"), ["nv", "nu", "nyu"]);
        assert_eq!(read("绿"), ["lv", "lu", "lyu"]);
    }

    #[test]
    fn a_long_name_is_read_in_fewer_ways_and_first_in_the_commonest() {
        let long = "重行长乐".repeat(50);
        let read = spellings(&long);
        assert_eq!(read.len(), MOST_SYLLABLES / 200);
        assert!(read.iter().all(|spelling| spelling.len() == 200));
        let short = spellings("重行长乐单");
        assert_eq!(short.len(), MOST_SPELLINGS);
        assert!(read[0].iter().take(4).eq(short[0].iter().take(4)));
    }

    #[test]
    fn every_entry_of_the_table_can_be_read() {
        assert!(READINGS.len() > 300);
        for (character, readings) in READINGS.iter() {
            assert!(readings.len() > 1, "{character}");
            let typed =
                |one: &&str| one.chars().all(|letter| letter.is_ascii_lowercase() || letter == 'ü');
            assert!(readings.iter().all(typed), "{character}: {readings:?}");
            assert_eq!(simplified(*character), *character);
        }
    }
}
