//! A glance at two texts: whether their figures and words of number are plainly the same.
//!
//! Most pairs are in order, and to take each of them apart would cost more than to read it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{AMOUNTS, Languages};
use crate::text::facts::{self, FactKind};
use crate::text::vocabulary::{Meaning, vocabulary};

/// Whether the texts have the same figures and the same words of number and time.
pub fn is_plain(source: &str, target: &str, languages: Languages<'_>) -> bool {
    let mut left = read(source, languages.source);
    let mut right = read(target, languages.target);
    left.sort_unstable();
    right.sort_unstable();
    left.dedup();
    right.dedup();
    left == right
}

/// What Russian says of the half of a day, and English.
const HOURS: [&[&str]; 2] = [
    &["утра", "вечера", "ночи", "дня", "полдень", "полдня", "полудн", "полноч", "полуноч"],
    &["a.m", "p.m", "am", "pm", "noon", "midnight", "AM", "PM", "A.M", "P.M"],
];

/// What says in Russian that a length is squared or cubed.
const POWERS: [&str; 4] = ["квадратн", "кубич", "кв. ", "куб. "];

/// Whether the same figures may say other things: both texts speak of the half of a day, one of degrees or areas.
pub fn names_hours_or_degrees(source: &str, target: &str) -> bool {
    let has = |text: &str| HOURS.iter().any(|words| words.iter().any(|word| text.contains(word)));
    let has_figures = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    source.contains('°')
        || target.contains('°')
        || target.contains("ahrenheit")
        || POWERS.iter().any(|word| source.contains(word))
        || has_figures(target) && has(target) && (has(source) || source.contains(':'))
        || has_turn(source) && has_turn(target)
}

/// Whether a text names noon or midnight.
fn has_turn(text: &str) -> bool {
    ["полд", "полуд", "полноч", "полуноч", "noon", "midnight"]
        .iter()
        .any(|word| text.contains(word))
}

/// The words of one language by their hashes.
#[derive(Default)]
struct Table {
    keys: FxHashMap<u64, u32>,
    /// A bit for the low end of each hash, so that most words need no look.
    bits: Vec<u64>,
}

const BITS: u64 = 1 << 16;

static RUSSIAN: LazyLock<Table> = LazyLock::new(|| Table::new("ru"));
static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::new("en"));
static OTHER: LazyLock<Table> = LazyLock::new(|| Table::new(""));

fn table(language: &str) -> &'static Table {
    match language {
        "ru" => &RUSSIAN,
        "en" => &ENGLISH,
        _ => &OTHER,
    }
}

/// What words go on with that are known by their beginnings.
const ENDINGS: [&str; 24] = [
    "", "а", "у", "ом", "е", "и", "ы", "ов", "ам", "ами", "ах", "я", "ю", "ем", "ий", "ый", "ая",
    "ое", "ого", "ому", "ой", "ую", "ым", "ых",
];

impl Table {
    fn new(language: &str) -> Self {
        let mut table = Self { bits: vec![0; (BITS / 64) as usize], ..Self::default() };
        for (form, kind, name) in facts::forms(language) {
            let Some(key) = fact_key(kind, &name) else { continue };
            let endings: &[&str] = if form.ends_with('*') { &ENDINGS } else { &[""] };
            for ending in endings {
                table.add(&format!("{}{ending}", form.trim_end_matches('*')), key);
            }
        }
        for (form, meaning) in vocabulary(language).forms() {
            if let Some(key) = key(meaning) {
                table.add(form, key);
            }
        }
        table
    }

    fn add(&mut self, form: &str, key: u32) {
        let mut hash = Hash::default();
        form.bytes().for_each(|byte| hash.add(byte));
        self.bits[(hash.0 % BITS / 64) as usize] |= 1 << (hash.0 % 64);
        self.keys.insert(hash.0, key);
    }

    fn find(&self, hash: u64) -> Option<u32> {
        let is_set = self.bits[(hash % BITS / 64) as usize] >> (hash % 64) & 1 == 1;
        if is_set { self.keys.get(&hash).copied() } else { None }
    }
}

/// A number for what a word says; nothing for a one, which may be an article.
fn key(meaning: Meaning) -> Option<u32> {
    let value = |value: &str| value.parse::<u32>().ok().filter(|value| *value != 1);
    match meaning {
        Meaning::Cardinal(number) | Meaning::Ordinal(number) => Some(1 << 24 | value(number)?),
        Meaning::Magnitude(power) | Meaning::One(power) => Some(2 << 24 | u32::from(power)),
        Meaning::Percent => Some(3 << 24),
        Meaning::Month(month) => Some(4 << 24 | u32::from(month)),
        Meaning::Minus => Some(7 << 24),
        Meaning::Clock(_) | Meaning::Hour => None,
    }
}

/// A number for what a fact says; units count behind figures alone.
fn fact_key(kind: FactKind, name: &str) -> Option<u32> {
    match kind {
        FactKind::Month => Some(4 << 24 | name.parse::<u32>().ok()?),
        FactKind::Weekday => Some(5 << 24 | name.parse::<u32>().ok()?),
        FactKind::Unit if name == "percent" => Some(3 << 24),
        FactKind::Quantity if !AMOUNTS.contains(&name) => None,
        FactKind::Unit | FactKind::Imperial | FactKind::Currency | FactKind::Quantity => {
            let mut hash = Hash::default();
            name.bytes().for_each(|byte| hash.add(byte));
            let class = if kind == FactKind::Quantity { AMOUNT } else { UNIT };
            Some(class << 24 | (hash.0 % (1 << 20)) as u32)
        }
        _ => None,
    }
}

/// Signs of currencies, which stand before figures or behind them.
const SIGNS: [(&str, &str); 5] =
    [("$", "dollar"), ("€", "euro"), ("£", "pound"), ("¥", "yuan"), ("₽", "ruble")];

/// The key of what makes a number negative.
const MINUS: u64 = 7 << 24;

/// What tells a fraction of three figures from a group of thousands.
const POINT: u64 = 8 << 24;

/// Whether three figures follow behind the language's own mark of a fraction: "12.500".
fn is_thousandth(rest: &[u8], language: &str) -> bool {
    let mark = if language == "en" { b'.' } else { b',' };
    let figures = rest.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
    rest.first() == Some(&mark) && figures == 3
}

/// The class of units.
const UNIT: u32 = 6;

/// The class of amounts in words alone.
const AMOUNT: u32 = 9;

#[derive(Default)]
struct Hash(u64);

impl Hash {
    fn add(&mut self, byte: u8) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

/// The key of percentage points, where the word that ends here and the next one say so in Russian.
fn point(text: &str, start: usize, end: usize) -> Option<u64> {
    let is_point = text[start..end].starts_with("процентн") && text[end..].starts_with(" пункт");
    if is_point { fact_key(FactKind::Unit, "point").map(u64::from) } else { None }
}

/// What a glance sees of a text: runs of digits, signs, words of number and time.
fn read(text: &str, language: &str) -> Vec<u64> {
    let table = table(language);
    let bytes = text.as_bytes();
    let mut seen = Vec::new();
    let mut at = 0;
    // Where a word is what figures count; of years nobody needs to be told.
    let mut counted = usize::MAX;
    let mut signs = 0;
    while let Some(&first) = bytes.get(at) {
        match first {
            b'0'..=b'9' => {
                let start = at;
                let mut run = Hash(1);
                while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
                    run.add(*digit);
                    at += 1;
                }
                seen.push(run.0);
                counted = if at - start == 4 { usize::MAX } else { at + 1 };
                seen.extend(is_thousandth(&bytes[at..], language).then_some(POINT));
            }
            b'a'..=b'z' | b'A'..=b'Z' | 0xd0 | 0xd1 => {
                let start = at;
                let (hash, end) = word(bytes, at);
                let key = table.find(hash).filter(|key| key >> 24 != UNIT || at == counted);
                seen.extend(key.map(u64::from));
                at = end;
                // What millions and percent count stands behind those words.
                let is_between = |key: u32| matches!(key >> 24, 2 | 3);
                counted = if key.is_some_and(is_between) { at + 1 } else { counted };
                seen.extend(point(text, start, at));
            }
            b'%' => {
                seen.push(3 << 24);
                at += 1;
            }
            b'-' => {
                let is_free = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
                at += 1;
                let is_sign = is_free && bytes.get(at).is_some_and(u8::is_ascii_digit);
                seen.extend(is_sign.then_some(MINUS + signs));
                signs += u64::from(is_sign);
            }
            0xe2 if text[at..].starts_with('−') => {
                seen.push(MINUS + signs);
                signs += 1;
                at += '−'.len_utf8();
            }
            b'$' | 0xc2 | 0xe2 => {
                let sign = SIGNS.iter().find(|(sign, _)| text[at..].starts_with(sign));
                seen.extend(
                    sign.and_then(|(_, name)| fact_key(FactKind::Currency, name)).map(u64::from),
                );
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
            _ => at += 1,
        }
    }
    seen
}

/// The hash of the word that begins at `at`, in small letters with е for ё, and where it ends.
fn word(bytes: &[u8], mut at: usize) -> (u64, usize) {
    let mut hash = Hash::default();
    loop {
        match bytes.get(at..) {
            Some([letter @ (b'a'..=b'z' | b'A'..=b'Z'), ..]) => {
                hash.add(letter | 0x20);
                at += 1;
            }
            Some([0xd0, 0x81, ..] | [0xd1, 0x91, ..]) => {
                hash.add(0xd0);
                hash.add(0xb5);
                at += 2;
            }
            Some([0xd0, low @ 0x90..=0x9f, ..]) => {
                hash.add(0xd0);
                hash.add(low + 0x20);
                at += 2;
            }
            Some([0xd0, low @ 0xa0..=0xaf, ..]) => {
                hash.add(0xd1);
                hash.add(low - 0x20);
                at += 2;
            }
            Some([high @ (0xd0 | 0xd1), low, ..]) => {
                hash.add(*high);
                hash.add(*low);
                at += 2;
            }
            _ => return (hash.0, at),
        }
    }
}
