//! Words that one text turns round: a drop for a rise, "after" for "before", a mother for a father.
//!
//! Each line of the list names Russian words, the English for them, English that says the contrary, the
//! Russian for that, and `short` where longer texts may say both. A line tells where the source has the
//! first and not the last, and the translation the third and not the second; a line without the third
//! tells of what is lost, one without the first of what is added. So much English is listed as an answer
//! that of 1,997 professional translations of news a handful is told.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::phrases::{Beginning, Lists, PhrasePlace, PhraseTable, beginning};
use crate::text::readings::words;

static OPPOSITES: LazyLock<Opposites> =
    LazyLock::new(|| Opposites::read(include_str!("words/opposites.txt")));
static DENIALS: LazyLock<Opposites> =
    LazyLock::new(|| Opposites::read(include_str!("words/denials.txt")));
/// Phrases that say something else than their words, by language.
static SKIPPED: LazyLock<FxHashMap<&'static str, PhraseTable>> = LazyLock::new(|| {
    let lists = Lists::read(include_str!("words/contrary.txt"));
    let table = |language| (language, PhraseTable::new(lists.of("skip", language).to_vec()));
    ["ru", "en"].into_iter().map(table).collect()
});

/// Words of a text that says one thing.
const SHORT: usize = 14;

/// What the source says and the translation says instead; one of them may be nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    pub source: String,
    pub target: String,
}

/// A line of the list.
struct Line {
    russian: PhraseTable,
    answers: PhraseTable,
    contraries: PhraseTable,
    others: PhraseTable,
    /// Whether a longer text may well say both of two things.
    is_for_short: bool,
}

/// The lines, and where their words are looked up.
struct Opposites {
    lines: Vec<Line>,
    /// Lines by the letters that a Russian form begins with; of a line without any, an English one.
    by_beginning: FxHashMap<Beginning, Vec<usize>>,
    /// Lines whose words may begin with anything.
    loose: Vec<usize>,
}

impl Opposites {
    fn read(text: &'static str) -> Self {
        let mut read =
            Self { lines: Vec::new(), by_beginning: FxHashMap::default(), loose: Vec::new() };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut columns = line.split('|').map(|column| column.split_whitespace().collect());
            let mut next = || -> Vec<&'static str> { columns.next().unwrap_or_default() };
            let [russian, answers, contraries, others] =
                [next(), next(), next(), next()].map(PhraseTable::new);
            let is_for_short = next() == ["short"];
            let number = read.lines.len();
            let asked = if russian.forms.is_empty() { &contraries } else { &russian };
            match asked.beginnings() {
                Some(beginnings) => beginnings.for_each(|beginning| {
                    read.by_beginning.entry(beginning).or_default().push(number);
                }),
                None => read.loose.push(number),
            }
            read.lines.push(Line { russian, answers, contraries, others, is_for_short });
        }
        read
    }

    /// The lines that may have one of the words, each once and in order.
    fn candidates(&self, ours: &[String], theirs: &[String]) -> Vec<usize> {
        let mut found = self.loose.clone();
        for word in ours.iter().chain(theirs) {
            found.extend(self.by_beginning.get(&beginning(word)).into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn told(&self, source: &str, target: &str) -> Vec<Turned> {
        let ours = without_skipped(words(source), "ru");
        let theirs = without_skipped(words(target), "en");
        let candidates = self.candidates(&ours, &theirs);
        let lines = candidates.into_iter().map(|number| &self.lines[number]);
        lines.filter_map(|line| line.judge(&ours, &theirs)).collect()
    }
}

/// Everything that the translation turns round.
pub fn turned(source: &str, target: &str) -> Vec<Turned> {
    OPPOSITES.told(source, target)
}

/// A denial of the source that the translation has in no words that are listed.
pub fn lost_denial(source: &str, target: &str) -> Option<String> {
    DENIALS.told(source, target).into_iter().next().map(|turned| turned.source)
}

impl Line {
    fn judge(&self, ours: &[String], theirs: &[String]) -> Option<Turned> {
        if self.is_for_short && ours.len().max(theirs.len()) > SHORT {
            return None;
        }
        let old = self.russian.first(ours);
        if old.is_none() && !self.russian.forms.is_empty() || self.others.first(ours).is_some() {
            return None;
        }
        let new = self.contraries.first(theirs);
        let is_turned = new.is_some() || self.contraries.forms.is_empty();
        if !is_turned || self.is_answered(theirs) {
            return None;
        }
        let shown = |words: &[String], place: Option<PhrasePlace>| {
            place.map(|place| words[place.at..place.at + place.length].join(" "))
        };
        let source = shown(ours, old).unwrap_or_default();
        Some(Turned { source, target: shown(theirs, new).unwrap_or_default() })
    }

    /// Whether the translation has an answer that is no part of what says the contrary.
    fn is_answered(&self, theirs: &[String]) -> bool {
        let mut at = 0;
        while at < theirs.len() {
            if let Some(length) = self.contraries.longest(&theirs[at..]) {
                at += length;
                continue;
            }
            if self.answers.longest(&theirs[at..]).is_some() {
                return true;
            }
            at += 1;
        }
        false
    }
}

/// The words of a text without phrases that say something else than their words.
fn without_skipped(words: Vec<String>, language: &str) -> Vec<String> {
    let Some(phrases) = SKIPPED.get(language) else { return words };
    if phrases.first(&words).is_none() {
        return words;
    }
    let mut kept = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match phrases.longest(&words[at..]) {
            Some(length) => at += length,
            None => {
                kept.push(words[at].clone());
                at += 1;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{DENIALS, Line, OPPOSITES, Opposites, lost_denial, turned};

    /// Words in which a form of the list is found.
    fn plain(form: &str) -> Vec<String> {
        let word = |part: &str| match part.strip_prefix('*') {
            Some(end) => format!("до{end}"),
            None => part.trim_end_matches('*').to_owned(),
        };
        form.split('_').map(word).collect()
    }

    fn lines() -> impl Iterator<Item = &'static Line> {
        let all: [&'static Opposites; 2] = [&OPPOSITES, &DENIALS];
        all.into_iter().flat_map(|table| &table.lines)
    }

    #[test]
    fn an_answer_of_a_line_is_never_told_by_it() {
        for line in lines() {
            let Some(russian) = line.russian.forms.first() else { continue };
            for answer in &line.answers.forms {
                let told = line.judge(&plain(russian), &plain(answer));
                assert_eq!(told, None, "{russian} {answer}");
            }
        }
    }

    #[test]
    fn a_line_says_nothing_twice() {
        for line in lines() {
            for form in &line.contraries.forms {
                assert!(!line.answers.forms.contains(form), "{form}");
            }
            for form in &line.russian.forms {
                assert!(!line.others.forms.contains(form), "{form}");
            }
            assert!(!line.answers.forms.is_empty() || !line.others.forms.is_empty());
        }
    }

    #[test]
    fn what_is_turned_round_is_told() {
        for (source, target, expected) in [
            ("Рейс отложили.", "The flight was brought forward.", "отложили / brought forward"),
            ("Пришла её мать.", "Her father came.", "мать / father"),
            ("Мост закроют до мая.", "The bridge will close after May.", "до / after"),
            ("Бывший мэр уехал.", "The mayor has left.", "бывший / "),
            ("Мэр уехал.", "The deputy mayor has left.", " / deputy"),
            ("«Да», — сказала она.", "“Yes,” he said.", "сказала она / he"),
        ] {
            let told = turned(source, target);
            let shown = told.iter().map(|one| format!("{} / {}", one.source, one.target));
            assert!(shown.into_iter().any(|one| one == expected), "{source} {told:?}");
        }
    }

    #[test]
    fn what_is_said_as_well_or_in_other_words_is_fine() {
        for (source, target) in [
            ("Рейс отложили.", "The flight was postponed."),
            (
                "Рейс отложили, а другой ускорили.",
                "One flight was put off, another brought forward.",
            ),
            ("Мост закроют до мая.", "The bridge will close before May."),
            ("Тем не менее мост над рекой открыт.", "Still, the bridge over the river is open."),
            ("Бывший мэр уехал.", "The ex-mayor has left."),
            ("Заместитель мэра уехал.", "The deputy mayor has left."),
        ] {
            assert_eq!(turned(source, target), [], "{source}");
        }
    }

    #[test]
    fn a_denial_that_nothing_stands_for_is_told() {
        let source = "Видимость на трассе не превышает 200 метров, предупредили в среду в полиции.";
        let target = "Visibility on the road exceeds 200 meters, police warned on Wednesday.";
        assert_eq!(lost_denial(source, target).as_deref(), Some("не превышает"));
        let target = "Visibility on the road is below 200 meters, police warned on Wednesday.";
        assert_eq!(lost_denial(source, target), None);
    }
}
