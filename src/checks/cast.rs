//! The people and places of an article: who is called another name than elsewhere in it, and who became another.
//!
//! What a name is in English is told by the other segments of the article, so it is no matter whether a system
//! of transliteration gives it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::name_words::NameWord;
use super::slips::is_slip;
use super::{Seen, excerpt};
use crate::align::{has_meaning, sound_alike};
use crate::l10n::message;
use crate::model::Unit;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// The names of one segment.
pub struct Scene<'a> {
    /// The number of the unit.
    pub at: usize,
    pub ours: Vec<NameWord<'a>>,
    pub theirs: Vec<NameWord<'a>>,
}

/// What an article calls each name, by the stem of its Russian word.
pub struct Cast<'a> {
    stems: &'a Stems,
    spelled: FxHashMap<String, Vec<Called<'a>>>,
    /// Stems that stand side by side, as first names and surnames do.
    couples: FxHashSet<[String; 2]>,
    /// Stems of which a first name and a surname were made in both texts.
    people: FxHashSet<String>,
}

/// What a segment calls a name.
struct Called<'a> {
    at: usize,
    name: &'a str,
}

/// Letters of the shortest name.
const SHORTEST: usize = 3;

impl<'a> Cast<'a> {
    /// Learns what the segments of an article call the names in it.
    pub fn of(scenes: &[Scene<'a>], stems: &'a Stems) -> Self {
        let mut cast = Self {
            stems,
            spelled: FxHashMap::default(),
            couples: FxHashSet::default(),
            people: FxHashSet::default(),
        };
        for scene in scenes {
            for word in &scene.ours {
                if !may_be_name(word) {
                    continue;
                }
                if let Some(name) = called(word, scene) {
                    let places = cast.spelled.entry(cast.stem(word)).or_default();
                    places.push(Called { at: scene.at, name });
                }
            }
            for two in scene.ours.windows(2) {
                if two[0].is_joined && two[0].is_capitalised() && two[1].is_capitalised() {
                    let [one, other] = [cast.stem(&two[0]), cast.stem(&two[1])];
                    if is_person(two, scene) {
                        cast.people.extend([one.clone(), other.clone()]);
                    }
                    cast.couples.insert([one.clone(), other.clone()]);
                    cast.couples.insert([other, one]);
                }
            }
        }
        cast
    }

    fn stem(&self, word: &NameWord<'_>) -> String {
        self.stems.stem(word.text).to_string()
    }

    /// What a segment calls otherwise than the rest of the article.
    pub fn told(&self, scene: &Scene<'_>, unit: &Unit<'_>) -> Option<Seen> {
        let strange = strange(scene);
        if strange.is_empty() {
            return None;
        }
        let mut known = FxHashSet::default();
        for word in &scene.ours {
            known.insert(self.stem(word));
        }
        for word in &scene.ours {
            let Some(usual) = self.usual(word, scene) else { continue };
            let source = excerpt(&unit.source);
            for name in &strange {
                let new = (*name).to_owned();
                if is_slip(name, usual) {
                    let old = usual.to_owned();
                    let message =
                        message!("check-names-two-ways", source = source, new = new, old = old);
                    return Some(message.into());
                }
                if self.is_another(name, word, &known) {
                    let old = word.text.to_owned();
                    let message =
                        message!("check-names-another", source = source, new = new, old = old);
                    return Some(message.into());
                }
            }
        }
        None
    }

    /// What other segments call a name that this one calls by none of their words.
    fn usual(&self, word: &NameWord<'_>, scene: &Scene<'_>) -> Option<&'a str> {
        if !may_be_name(word) {
            return None;
        }
        let places = self.spelled.get(&self.stem(word))?;
        let mut times: FxHashMap<&'a str, usize> = FxHashMap::default();
        let mut usual = None;
        for called in places {
            // What this segment says is told by the others.
            if called.at == scene.at {
                continue;
            }
            for name in &scene.theirs {
                if bare(name.text) == called.name || spells(word.text, bare(name.text)) {
                    return None;
                }
            }
            let count = times.entry(called.name).or_default();
            *count += 1;
            if usual.is_none_or(|(_, most)| *count > most) {
                usual = Some((called.name, *count));
            }
        }
        usual.map(|(name, _)| name)
    }

    /// Whether a word of the translation is what the article calls somebody of whom this source says nothing.
    fn is_another(&self, name: &str, word: &NameWord<'_>, known: &FxHashSet<String>) -> bool {
        let own = self.stem(word);
        let mut other = None;
        for (stem, places) in &self.spelled {
            for called in places {
                if called.name == name && other.replace(stem).is_some_and(|one| one != stem) {
                    return false;
                }
            }
        }
        let Some(other) = other else { return false };
        self.people.contains(&own)
            && self.people.contains(other)
            && !known.contains(other)
            && !self.couples.contains(&[own, other.clone()])
    }
}

/// Whether two words are a first name and a surname that stand side by side in the translation, too.
fn is_person(two: &[NameWord<'_>], scene: &Scene<'_>) -> bool {
    let is_it = |pair: &[NameWord<'_>]| {
        pair[0].is_joined
            && spells(two[0].text, pair[0].text)
            && (spells(two[1].text, pair[1].text) || sound_alike(two[1].text, pair[1].text))
    };
    scene.theirs.windows(2).any(is_it)
}

/// Whether a Russian word may be a name; at the beginning of a sentence it must be known from elsewhere.
fn may_be_name(word: &NameWord<'_>) -> bool {
    let mut letters = word.text.chars().skip(1);
    word.is_capitalised()
        && word.text.chars().count() >= SHORTEST
        && letters.all(|c| c.is_lowercase() || c == '-')
}

/// The word of the translation that a name is called.
fn called<'a>(word: &NameWord<'a>, scene: &Scene<'a>) -> Option<&'a str> {
    let mut alike = None;
    let mut count = 0;
    for name in &scene.theirs {
        let text = bare(name.text);
        if !name.is_capitalised() || text.len() < SHORTEST {
            continue;
        }
        if spells(word.text, text) {
            return Some(text);
        }
        if word.is_name() && !name.opens && sound_alike(word.text, text) {
            alike = Some(text);
            count += 1;
        }
    }
    if count == 1 { alike } else { None }
}

/// The capitalised words for which nothing in the source accounts.
fn strange<'a>(scene: &Scene<'a>) -> Vec<&'a str> {
    let mut strange = Vec::new();
    for name in &scene.theirs {
        let text = bare(name.text);
        let is_known = || {
            for word in &scene.ours {
                if word.text == text || spells(word.text, text) {
                    return true;
                }
            }
            false
        };
        let is_name = name.is_capitalised()
            && text.is_ascii()
            && text.len() >= SHORTEST
            && !text.bytes().skip(1).all(|byte| byte.is_ascii_uppercase());
        if is_name && !(name.opens && has_meaning(text, "en")) && !is_known() {
            strange.push(text);
        }
    }
    strange
}

/// Without the end of a plural or a possessive.
fn bare(name: &str) -> &str {
    name.strip_suffix("s'").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use crate::checks::names::CHECK;
    use crate::checks::testing::findings;

    fn found(last: &str) -> String {
        let article = format!(
            "current: Вёл встречу Ян Таллер. | Jan Taller chaired the meeting.
             current: Рядом сидел Пётр Мельник. | Pyotr Melnik sat beside him.
             current: {last}"
        );
        findings(&CHECK, &article)
    }

    #[test]
    fn a_slip_in_a_name_of_the_article_is_told() {
        let expected = "warning: The translation of “Слово взял Таллер” spells “Tallr” what the article spells “Taller” elsewhere.\n";
        assert_eq!(found("Слово взял Таллер. | Then Tallr took the floor."), expected);
        assert_ne!(found("Таллер встал. | Talelr stood up."), "");
    }

    #[test]
    fn another_name_of_the_article_is_told() {
        let expected = "warning: The translation of “Слово взял Таллер” names “Melnik” where the source names “Таллер”.\n";
        assert_eq!(found("Слово взял Таллер. | Then Melnik took the floor."), expected);
    }

    #[test]
    fn other_words_for_a_person_are_fine() {
        for last in [
            "Слово взял Таллер. | Then the chairman took the floor.",
            "Слово взял Таллер. | Then Jan took the floor.",
            "Слово взял Таллер. | Taller's turn came.",
            "Таллер ответил Мельнику. | Melnik got an answer from him.",
            "Слово взял Таллер. | On Monday he took the floor.",
        ] {
            assert_eq!(found(last), "", "{last}");
        }
    }
}
