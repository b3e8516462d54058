//! Names that only one side has: «Олег Мартынов» against "Viktor Gusev".
//!
//! A translation may well leave a name out or put one in for a pronoun. But where each side has one
//! that nothing of the other may be, by its sound, its meaning or what was learnt, the two tell of
//! different people or places.

use rustc_hash::FxHashSet;

use super::Lexicon;
use super::article::ReadSides;
use super::sounds::{is_vowel, likeness, may_sound_alike, sounds};
use super::tokens::{Sort, Tokenizer, WordToken};
use super::touched::{is_learnt, is_learnt_name};
use super::vocabulary::meanings;
use crate::text::facts::{Name as Capitalised, names};
use crate::text::lexicon::KnownWords as Dictionary;
use crate::text::words::{self, TokenKind};

/// Names of fewer sounds are too short to be told unlike.
const SHORTEST: usize = 3;

/// What an article must repeat of two names, as a probability, to show that they are one.
const REPEATED: f64 = 0.1;

/// Tells the names of two texts that nothing of the other may be.
pub struct Strangers<'a> {
    lexicon: &'a Lexicon,
    source: Speech,
    target: Speech,
    /// Stems that stand in place of each other all over the article.
    couples: FxHashSet<(&'a str, &'a str)>,
}

/// A word by all that can answer to it.
struct Word {
    is_capitalised: bool,
    token: Option<WordToken>,
    sounds: Vec<u8>,
    meanings: Vec<u32>,
}

impl Word {
    /// Whether another is surely this word in the other language.
    fn is(&self, other: &Self) -> bool {
        let has_key =
            |token: &WordToken| other.token.as_ref().is_some_and(|two| two.key == token.key);
        self.meanings.iter().any(|meaning| other.meanings.contains(meaning))
            || self.token.as_ref().is_some_and(has_key)
            || self.is_capitalised == other.is_capitalised
                && likeness(&self.sounds, &other.sounds) >= SURELY
    }
}

/// From here on two words that sound alike are one.
const SURELY: f64 = 0.85;

/// A word of a name as it is written, and the forms by which it is known.
struct Name {
    form: String,
    words: Vec<Word>,
}

impl<'a> Strangers<'a> {
    /// Compares by what a lexicon knows.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let (source, target) = lexicon.tongues();
        let (source, target) = (Speech::of(source), Speech::of(target));
        Self { lexicon, source, target, couples: FxHashSet::default() }
    }

    /// Compares by what an article repeats, too.
    pub fn within(mut self, article: &'a ReadSides<'_>) -> Self {
        for (source, links) in article.source.types.iter().zip(&article.links.0) {
            for link in links.iter().filter(|_| source.is_name()) {
                let target = &article.target.types[link.target as usize];
                if target.is_name() && f64::from(link.ahead) * target.chance >= REPEATED {
                    self.couples.insert((&source.token.key, &target.token.key));
                }
            }
        }
        self
    }

    /// The names of the source that nothing in the target may be.
    pub fn in_source(&self, source: &str, target: &str) -> Vec<String> {
        let (ours, others) = (self.source.words(source), self.target.words(target));
        let is_taken = |other: &Word| ours.iter().any(|word| word.is(other));
        let free: Vec<&Word> = others.iter().filter(|other| !is_taken(other)).collect();
        let is_known = |word: &Word| {
            others.iter().any(|other| word.is(other))
                || free.iter().any(|other| self.may_be_one(word, other))
        };
        let mut names = self.source.names(source);
        names.retain(|name| !name.words.iter().any(is_known));
        names.into_iter().map(|name| name.form).collect()
    }

    /// The names of the target that nothing in the source may be.
    pub fn in_target(&self, source: &str, target: &str) -> Vec<String> {
        let (others, ours) = (self.source.words(source), self.target.words(target));
        let is_taken = |other: &Word| ours.iter().any(|word| other.is(word));
        let free: Vec<&Word> = others.iter().filter(|other| !is_taken(other)).collect();
        let is_known = |word: &Word| {
            others.iter().any(|other| other.is(word))
                || free.iter().any(|other| self.may_be_one(other, word))
        };
        let mut names = self.target.names(target);
        names.retain(|name| !name.words.iter().any(is_known));
        names.into_iter().map(|name| name.form).collect()
    }

    /// Whether both sides have one.
    pub fn are_on_both(&self, source: &str, target: &str) -> bool {
        !self.in_source(source, target).is_empty() && !self.in_target(source, target).is_empty()
    }

    fn may_be_one(&self, source: &Word, target: &Word) -> bool {
        let sound_alike = if source.is_capitalised && target.is_capitalised {
            may_sound_alike(&source.sounds, &target.sounds)
        } else {
            likeness(&source.sounds, &target.sounds) > 0.0
        };
        if sound_alike || source.meanings.iter().any(|meaning| target.meanings.contains(meaning)) {
            return true;
        }
        let (Some(one), Some(other)) = (&source.token, &target.token) else { return false };
        one.key == other.key
            || self.couples.contains(&(one.key.as_str(), other.key.as_str()))
            // Of a name that stood twice in one frame every word of the frame is learnt.
            || match (source.is_capitalised, target.is_capitalised) {
                (true, true) => is_learnt_name(one, other, self.lexicon),
                (false, false) => is_learnt(one, other, self.lexicon),
                _ => false,
            }
    }
}

/// How one side's words are read, and which of them are no names.
struct Speech {
    tongue: Tokenizer,
    dictionary: Option<Dictionary>,
}

impl Speech {
    fn of(tongue: Tokenizer) -> Self {
        Self { dictionary: Dictionary::of(tongue.language()), tongue }
    }

    fn read(&self, word: &str) -> Word {
        let token = self.tongue.tokens(word).into_iter().next();
        let token = token.filter(|token| token.sort == Sort::Word);
        let meanings = token.as_ref().map_or(Vec::new(), |token| meanings(token, &self.tongue));
        let is_capitalised = word.starts_with(char::is_uppercase);
        Word { is_capitalised, sounds: sounds(word), meanings, token }
    }

    /// A word, and the place or person that an adjective is made of: «техасский».
    fn forms(&self, word: &str) -> Vec<Word> {
        let mut forms = vec![self.read(word)];
        if let Some(base) = self.tongue.is_cyrillic().then(|| base(word)).flatten() {
            forms.push(self.read(base));
        }
        forms
    }

    /// All words of a text, parts of hyphenated words each for itself.
    fn words(&self, text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        for token in words::tokens(text).filter(|token| token.kind == TokenKind::Word) {
            found.extend(self.forms(token.text));
            if token.text.contains('-') {
                found.extend(token.text.split('-').map(|part| self.read(part)));
            }
        }
        found
    }

    /// The words of a text that name somebody or some place: capitals that nothing else explains.
    fn names(&self, text: &str) -> Vec<Name> {
        let mut found = Vec::new();
        for name in names(text, self.tongue.language()) {
            let parts: Vec<&str> = name.form.split('-').collect();
            if name.is_acronym || !self.may_name(&name, &parts) {
                continue;
            }
            for part in parts {
                let words = self.forms(part);
                let sounds = &words[0].sounds;
                if sounds.len() >= SHORTEST && sounds.iter().any(|sound| is_vowel(*sound)) {
                    found.push(Name { form: part.to_owned(), words });
                }
            }
        }
        found
    }

    /// Whether the word is no dictionary's, or stands with a capital where its language has none.
    fn may_name(&self, name: &Capitalised, parts: &[&str]) -> bool {
        if !parts.iter().any(|part| self.is_word(part)) {
            return true;
        }
        // Russian has no capital within a sentence but for names; English writes offices so, side by side.
        let is_telling = name.is_sure && (name.is_alone || self.tongue.is_cyrillic());
        is_telling && parts.iter().all(|part| self.read(part).meanings.is_empty())
    }

    /// Whether a dictionary has the word; without one each may be any.
    fn is_word(&self, word: &str) -> bool {
        let bare = word.split(['\'', '’']).next().unwrap_or(word).to_lowercase();
        self.dictionary.is_none_or(|dictionary| dictionary.has(&self.tongue.stem(&bare)))
    }
}

/// Endings of adjectives in -ский.
const ENDINGS: [&str; 12] =
    ["ий", "ая", "ое", "ого", "ому", "им", "ом", "ой", "ую", "ие", "их", "ими"];

/// What an adjective such as «техасский» is made of.
fn base(word: &str) -> Option<&str> {
    let (base, ending) = word.rsplit_once("ск")?;
    let is_long = base.chars().nth(3).is_some();
    (is_long && ENDINGS.contains(&ending)).then_some(base)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Strangers;
    use crate::align::Lexicon;

    /// The names that only the source has, then those that only the target has.
    fn strangers(source: &str, target: &str) -> String {
        let lexicon = Lexicon::empty("ru", "en");
        let strangers = Strangers::new(&lexicon);
        let (left, right) =
            (strangers.in_source(source, target), strangers.in_target(source, target));
        format!("{} | {}", left.join(" "), right.join(" "))
    }

    #[test]
    fn names_without_an_answer_are_told() {
        for (source, target, expected) in [
            ("В Туле открыли мост.", "A bridge opened in Omsk.", "Туле | Omsk"),
            ("Олег Мартынов ушёл.", "Viktor Gusev left.", "Олег Мартынов | Viktor Gusev"),
            ("Об этом сказал Бородин.", "He said so in Vologda.", "Бородин | Vologda"),
            ("Жители Самары ушли.", "Residents of Perm left.", "Самары | Perm"),
            ("Министр Сергей Лавров ушёл.", "Minister Sergei Shoigu left.", "Лавров | Shoigu"),
            ("Тренер Олег Зимин ушёл.", "Coach Oleg Rybin left.", "Зимин | Rybin"),
            ("Он поехал в Самару.", "He went there.", "Самару | "),
            ("Он поехал туда.", "He went to Samara.", " | Samara"),
        ] {
            assert_eq!(strangers(source, target), expected, "{source}");
        }
    }

    #[test]
    fn one_name_in_two_spellings_is_one() {
        for (source, target) in [
            ("Пришли Майкл Хьюз и Шон Уайт.", "Michael Hughes and Sean White came."),
            ("Юрий Щукин живёт в Ярославле.", "Yury Shchukin lives in Yaroslavl."),
            ("Мы были в Мюнхене и Афинах.", "We were in Munich and Athens."),
            ("Её зовут Юлия Чжан.", "Her name is Julia Zhang."),
            ("Уиллоуби вернулась.", "Willoughby returned."),
            ("Он живёт в Нижнем Новгороде.", "He lives in Nizhny Novgorod."),
            ("Дело передали г-же Мэй.", "The case went to Mrs May."),
        ] {
            assert_eq!(strangers(source, target), " | ", "{source}");
        }
    }

    proptest! {
        #[test]
        fn any_texts_are_compared(source in "\\PC{0,40}", target in "\\PC{0,40}") {
            strangers(&source, &target);
        }
    }
}
