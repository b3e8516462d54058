//! How names are spelled: one way all over an article, and one way all over a workspace.
//!
//! A name is known by the stem of its Russian word, so that «Зиминой» and «Зимину» are one. What is
//! usual for it is what most articles write; only a Russian surname that differs is a warning, as people
//! of one given name, or of another country, may spell theirs in their own ways.

use rustc_hash::FxHashMap;

use super::given_names::{is_given, is_surname};
use super::name_words::{NameWord, words};
use super::{Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::distance::Yardstick;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// A name of an article with one of its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameSpelling {
    /// The stem of the Russian word.
    pub stem: String,
    pub spelling: String,
    /// How often it is spelled so.
    pub times: usize,
}

/// How each name of an article is spelled, and where.
#[derive(Default)]
pub struct Spellings<'a>(FxHashMap<String, Vec<(usize, &'a str)>>);

impl<'a> Spellings<'a> {
    /// Learns how the unit at this place spells names: the words of its source, and of its translation.
    pub fn learn(&mut self, at: usize, [ours, theirs]: [&[NameWord<'a>]; 2], stems: &Stems) {
        let is_name = |word: &NameWord<'_>| word.is_name() || is_given(word.text, stems);
        let is_long = |word: &&NameWord<'_>| word.text.chars().count() > 3 && is_name(word);
        for word in ours.iter().filter(is_long) {
            let spelled =
                |name: &&NameWord<'_>| name.is_capitalised() && spells(word.text, name.text);
            let Some(name) = theirs.iter().find(spelled) else { continue };
            let stem = stems.stem(word.text).to_string();
            self.0.entry(stem).or_default().push((at, name.text));
        }
    }

    /// Each spelling that differs from the usual one of the article.
    pub fn told(&self, units: &[Unit<'_>]) -> Vec<(usize, Seen)> {
        let mut told = Vec::new();
        for places in self.0.values().filter(|places| places.len() > 1) {
            let Some(usual) = usual_of(places) else { continue };
            let others = places.iter().filter(|(_, name)| !is_form(name, usual));
            told.extend(others.map(|(at, name)| (*at, two_ways(&units[*at], name, usual))));
        }
        told.sort_by_key(|(at, _)| *at);
        told
    }
}

/// The spelling that stands most often, the first of equals.
fn usual_of<'a>(places: &[(usize, &'a str)]) -> Option<&'a str> {
    let times = |name: &str| places.iter().filter(|(_, other)| *other == name).count();
    places.iter().map(|(_, name)| *name).rev().max_by_key(|name| times(name))
}

fn two_ways(unit: &Unit<'_>, name: &str, usual: &str) -> Seen {
    let source = excerpt(&unit.source);
    let message: Message = message!(
        "check-names-two-ways",
        source = source,
        new = name.to_owned(),
        old = usual.to_owned()
    );
    message.into()
}

/// Whether two spellings are one, or a man's and a woman's form of it.
fn is_form(one: &str, other: &str) -> bool {
    let stem = |name: &str| {
        let ends = ["skaya", "skaia", "skiy", "skii", "sky", "ski"];
        let short = ends.iter().find_map(|end| name.strip_suffix(end));
        short.or(name.strip_suffix('a')).unwrap_or(name).to_owned()
    };
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    // Where much differs, it is another person, or another word.
    let most = if one.len() > 6 { 2 } else { 1 };
    let is_near = Yardstick::new(&one).distance(&other) <= most;
    let is_longer = one.starts_with(&*other) || other.starts_with(&*one);
    !is_near || is_longer || stem(&one) == stem(&other)
}

/// The names of an article as all of its units spell them; none but of Russian with English.
fn learnt<'a>(units: &'a [Unit<'a>], subject: &Subject<'_>, stems: &Stems) -> Spellings<'a> {
    let mut known = Spellings::default();
    let languages = subject.languages();
    if (languages.source, languages.target) != ("ru", "en") {
        return known;
    }
    for (at, unit) in units.iter().enumerate() {
        if unit.is_missing() || unit.is_stale() {
            continue;
        }
        let ours = words(&unit.source);
        if ours.iter().any(NameWord::is_capitalised) {
            known.learn(at, [&ours, &words(&unit.target)], stems);
        }
    }
    known
}

/// How an article spells the names that it has, each spelling once, in the order of the stems.
pub fn spellings(subject: &Subject<'_>) -> Vec<NameSpelling> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let known = learnt(&bitext.units, subject, &Stems::new("ru"));
    let mut all: Vec<NameSpelling> = Vec::new();
    for (stem, places) in known.0 {
        for (_, spelling) in places {
            match all.iter_mut().find(|one| one.stem == stem && one.spelling == spelling) {
                Some(one) => one.times += 1,
                None => all.push(NameSpelling {
                    stem: stem.clone(),
                    spelling: spelling.to_owned(),
                    times: 1,
                }),
            }
        }
    }
    all.sort_by(|one, other| (&one.stem, &one.spelling).cmp(&(&other.stem, &other.spelling)));
    all
}

/// The usual spelling of each name that a workspace spells in two ways, by its stem.
#[derive(Debug, Default)]
pub struct UsualNames(FxHashMap<String, String>);

impl UsualNames {
    /// What most articles write; the lists are those of the articles, in order.
    pub fn of<'a>(articles: impl Iterator<Item = &'a [NameSpelling]>) -> Self {
        let mut names: FxHashMap<&str, Vec<(&str, usize)>> = FxHashMap::default();
        for one in articles.flatten() {
            let spellings = names.entry(&one.stem).or_default();
            match spellings.iter_mut().find(|(spelling, _)| *spelling == one.spelling) {
                Some((_, times)) => *times += one.times,
                None => spellings.push((&one.spelling, one.times)),
            }
        }
        let mut split = FxHashMap::default();
        for (stem, spellings) in names {
            let most = spellings.iter().rev().max_by_key(|(_, times)| *times);
            let Some((usual, _)) = most else { continue };
            if spellings.iter().any(|(spelling, _)| !is_form(spelling, usual)) {
                split.insert(stem.to_owned(), (*usual).to_owned());
            }
        }
        Self(split)
    }

    /// Whether an article with these spellings has one that is not the usual.
    pub fn differ_from(&self, spellings: &[NameSpelling]) -> bool {
        spellings.iter().any(|one| self.other(&one.stem, &one.spelling).is_some())
    }

    /// The usual spelling of a name, where it is another than this.
    fn other(&self, stem: &str, spelling: &str) -> Option<&str> {
        self.0.get(stem).filter(|usual| !is_form(spelling, usual)).map(String::as_str)
    }

    /// Each name of an article that other articles spell otherwise, where it first stands; what the
    /// article spells in two ways itself is told by the article alone.
    pub fn told(&self, subject: &Subject<'_>) -> Vec<(usize, Seen)> {
        let Some(bitext) = subject.bitext else { return Vec::new() };
        let stems = Stems::new("ru");
        let known = learnt(&bitext.units, subject, &stems);
        let mut told = Vec::new();
        for (stem, places) in &known.0 {
            let Some(own) = usual_of(places) else { continue };
            let Some(usual) = self.other(stem, own) else { continue };
            let Some((at, _)) = places.iter().find(|(_, name)| *name == own) else { continue };
            let source = excerpt(&bitext.units[*at].source);
            let message = message!(
                "check-names-elsewhere",
                source = source,
                new = own.to_owned(),
                old = usual.to_owned()
            );
            let source = words(&bitext.units[*at].source);
            let mut own = source.iter().filter(|word| *stems.stem(word.text) == **stem);
            let is_sure = own.all(|word| is_surname(word.text) && !is_given(word.text, &stems));
            let most = if is_sure { Severity::Warning } else { Severity::Info };
            told.push((*at, Seen::from(message).at_most(most)));
        }
        told.sort_by_key(|(at, _)| *at);
        told
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Sample;
    use super::super::{Levels, run_names};
    use super::{NameSpelling, UsualNames, spellings};
    use crate::l10n::{LOCALES, Localizer};

    fn names(lines: &str) -> Vec<NameSpelling> {
        Sample::new(lines).with_subject(spellings)
    }

    /// What is said of the last of these articles.
    fn told(articles: &[&str]) -> String {
        let all: Vec<_> = articles.iter().map(|lines| names(lines)).collect();
        let usual = UsualNames::of(all.iter().map(Vec::as_slice));
        let last = articles.last().copied().unwrap_or_default();
        let found = Sample::new(last)
            .with_subject(|subject| run_names(subject, &Levels::default(), &usual));
        let english = Localizer::new(&LOCALES[0]);
        let line = |one: &crate::model::Finding| {
            format!("{}: {}\n", one.severity.name(), english.text(&one.message))
        };
        found.iter().map(line).collect()
    }

    const USUAL: &str = "current: Пришёл Юрий Щукин. | Yury Shchukin came.
        current: Ждали Щукина. | They waited for Shchukin.";

    #[test]
    fn a_name_that_other_articles_spell_otherwise_is_told_whatever_its_case() {
        let found = told(&[USUAL, "current: Слово дали Щукину. | The floor was given to Schukin."]);
        let expected = "warning: The translation of “Слово дали Щукину” spells “Schukin” what other articles spell “Shchukin”.\n";
        assert_eq!(found, expected);
        assert_eq!(told(&[USUAL, "current: Вот Щукин. | Here is Shchukin."]), "");
        assert_eq!(told(&[USUAL]), "");
    }

    #[test]
    fn people_of_one_given_name_may_spell_it_in_two_ways() {
        let found = told(&[USUAL, "current: Пришёл Юрий Зимин. | Yuri Zimin came."]);
        assert!(found.starts_with("info") && found.contains("“Yuri”"), "{found}");
    }

    #[test]
    fn a_man_and_a_woman_of_one_name_are_fine() {
        let articles = [
            "current: Пришёл Олег Бельский. | Oleg Belsky came.",
            "current: Ждали Анну Бельскую. | They waited for Anna Belskaya.",
        ];
        assert_eq!(told(&articles), "");
    }
}
