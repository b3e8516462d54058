//! Words of number and time by language, read from its `numbers.words`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::languages::PerLanguage;
use super::words::is_capital;

/// What a word says about a number or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A number as a decimal string.
    Cardinal(&'static str),
    Ordinal(&'static str),
    /// A power of ten that stands after a number.
    Magnitude(u8),
    /// A power of ten that is a number by itself, too.
    One(u8),
    Percent,
    Minus,
    /// Hours to add to a time before noon.
    Clock(u8),
    /// A preposition that a time may follow.
    Hour,
    Month(u8),
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: FxHashMap<Box<str>, Meaning>,
    beginnings: Vec<(&'static str, Meaning)>,
}

static KNOWN: PerLanguage<Vocabulary> = PerLanguage::new(|language| read(language.numbers));
static EMPTY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::default);

/// The words of the language with this primary subtag.
pub fn vocabulary(language: &str) -> &'static Vocabulary {
    KNOWN.of(language).unwrap_or(&EMPTY)
}

impl Vocabulary {
    /// The forms that are known whole, each with its meaning.
    pub fn forms(&self) -> impl Iterator<Item = (&str, Meaning)> {
        self.words.iter().map(|(form, meaning)| (&**form, *meaning))
    }

    /// What `word` means; case does not matter, nor ё written as е.
    pub fn meaning(&self, word: &str) -> Option<Meaning> {
        if word.len() > LONGEST {
            return None;
        }
        let word = plain(word);
        self.words.get(word.as_ref()).copied().or_else(|| {
            let first = word.as_bytes().get(..2)?;
            let mut fitting = self.beginnings.iter().filter(|(beginning, _)| {
                beginning.as_bytes().starts_with(first) && word.starts_with(beginning)
            });
            fitting.next().map(|(_, meaning)| *meaning)
        })
    }
}

/// Bytes of the longest form in the files, «четырнадцатью» or «восьмьюдесятью».
const LONGEST: usize = 32;

/// The word in lower case with е for ё.
pub fn plain(word: &str) -> Cow<'_, str> {
    if is_plain(word.as_bytes()) || !word.contains(|c| c == 'ё' || is_capital(c)) {
        return Cow::Borrowed(word);
    }
    let mut lower = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'ё' | 'Ё' => lower.push('е'),
            'a'..='z' | 'а'..='я' => lower.push(c),
            'A'..='Z' => lower.push(c.to_ascii_lowercase()),
            'А'..='Я' => lower.push(char::from_u32(u32::from(c) + 0x20).unwrap_or(c)),
            _ => lower.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(lower)
}

// Nearly every word is one of small Latin or Russian letters; their bytes tell.
fn is_plain(mut word: &[u8]) -> bool {
    loop {
        word = match word {
            [] => return true,
            [b'a'..=b'z', rest @ ..]
            | [0xd0, 0xb0..=0xbf, rest @ ..]
            | [0xd1, 0x80..=0x8f, rest @ ..] => rest,
            _ => return false,
        }
    }
}

fn read(text: &'static str) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        let mut fields = line.split_whitespace();
        let meaning =
            fields.next().zip(fields.next()).and_then(|(class, value)| named(class, value));
        let meaning = meaning.expect("a test reads every line of the built-in files");
        for form in fields {
            match form.strip_suffix('*') {
                Some(beginning) => vocabulary.beginnings.push((beginning, meaning)),
                None => _ = vocabulary.words.insert(plain(form).into(), meaning),
            }
        }
    }
    vocabulary
}

fn named(class: &str, value: &'static str) -> Option<Meaning> {
    let number = value.parse().ok();
    Some(match class {
        "cardinal" => Meaning::Cardinal(value),
        "ordinal" => Meaning::Ordinal(value),
        "magnitude" => Meaning::Magnitude(number?),
        "one" => Meaning::One(number?),
        "percent" => Meaning::Percent,
        "minus" => Meaning::Minus,
        "clock" => Meaning::Clock(number?),
        "hour" => Meaning::Hour,
        "month" => Meaning::Month(number?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Meaning, plain, vocabulary};

    #[test]
    fn every_capital_gets_the_small_letters_that_unicode_gives_it() {
        for c in ('\0'..='\u{ffff}').filter(|c| c.is_uppercase()) {
            let lower: String = c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c }).collect();
            assert_eq!(plain(c.encode_utf8(&mut [0; 4])), lower);
        }
    }

    #[test]
    fn every_line_of_the_built_in_files_is_read() {
        let meaning = |language, word| vocabulary(language).meaning(word);
        assert_eq!(meaning("ru", "ТРЕХ"), Some(Meaning::Cardinal("3")));
        assert_eq!(meaning("ru", "тысячный"), Some(Meaning::Magnitude(3)));
        assert_eq!(meaning("ru", "миллионер"), None);
        assert_eq!(meaning("en", "Million"), Some(Meaning::Magnitude(6)));
        assert_eq!(meaning("kk", "million"), None);
    }
}
