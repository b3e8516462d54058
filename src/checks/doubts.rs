//! What is doubtful about a translation at the moment when somebody saves it.

use super::{
    CHECKS, Check, Levels, Run, Seen, Subject, Texts, dates, left_in_source, modality, names,
    negation, numbers, runner,
};
use crate::l10n::Message;
use crate::model::{Bitext, Catalog, Document, Freshness, Severity, State, Unit};
use crate::text::figures::{Languages, disagreement, disagreement_at_a_glance};
use crate::text::values::ValueForm;

/// What the checks of texts say about a translation of this source.
pub fn doubts(source: &str, target: &str, languages: Languages<'_>) -> Vec<Message> {
    let left = left_in_source::left(source, target, languages);
    let left = left.map(|left| left_in_source::told(source, &left));
    let values = numbers::told(source, &disagreement(source, target, languages));
    left.into_iter().chain(values).collect()
}

/// Whether no check warns of a translation by itself; `waived` names those that somebody answered.
pub fn is_sound(texts: &Texts<'_>, levels: &Levels, waived: &[&str]) -> bool {
    doubting(texts, levels, waived, Severity::Warning).is_none()
}

/// The first check that tells anything of a translation by itself that matters so much at least.
pub fn doubting(
    texts: &Texts<'_>,
    levels: &Levels,
    waived: &[&str],
    least: Severity,
) -> Option<&'static str> {
    let Texts { source, target, languages, readings, .. } = *texts;
    let is_answered = |check: &Check| waived.contains(&check.id);
    let is_left = || left_in_source::left(source, target, languages).is_some();
    if !is_answered(&left_in_source::CHECK) && is_left() {
        return Some(left_in_source::CHECK.id);
    }
    let told = || {
        let found = disagreement_at_a_glance(source, target, languages, readings);
        numbers::told(source, &found)
    };
    if !is_answered(&numbers::CHECK) && told().into_iter().next().is_some() {
        return Some(numbers::CHECK.id);
    }
    alone(texts, |subject| {
        let warns = |check: &&Check| {
            !is_answered(check)
                && check.id != numbers::CHECK.id
                && levels.of(check).is_some_and(|level| level >= least)
                && warns(check, texts, subject, least)
        };
        CHECKS.iter().find(warns).map(|check| check.id)
    })
}

/// Checks that tell what two texts say of the world, and not how it is written.
const TELLING: [&str; 4] =
    [dates::CHECK.id, negation::CHECK.id, names::CHECK.id, modality::CHECK.id];

/// The first check that says that a translation tells something else than its source.
pub fn contradicting(texts: &Texts<'_>) -> Option<&'static str> {
    let Texts { source, target, languages, readings, .. } = *texts;
    let figures = disagreement_at_a_glance(source, target, languages, readings);
    if numbers::told(source, &figures).into_iter().next().is_some() {
        return Some(numbers::CHECK.id);
    }
    alone(texts, |subject| {
        let mut telling = CHECKS.iter().filter(|check| TELLING.contains(&check.id));
        let found = telling.find(|check| warns(check, texts, subject, Severity::Warning));
        found.map(|check| check.id)
    })
}

/// Whether a check that is no gate tells anything of two texts alone that may matter so much.
fn warns(check: &Check, texts: &Texts<'_>, subject: &Subject<'_>, least: Severity) -> bool {
    let is_warning = |seen: &Seen| seen.at_most >= least;
    let units = subject.bitext.map_or(&[][..], |bitext| &bitext.units);
    let of_unit = |see: fn(&Unit<'_>, &Subject<'_>) -> Vec<Seen>| {
        units.iter().any(|unit| see(unit, subject).iter().any(is_warning))
    };
    match check.run {
        Run::Texts(see) => see(texts).is_some(),
        Run::Places(see) => see(texts).iter().any(is_warning),
        _ if check.is_gate => false,
        Run::Unit(see) | Run::Both(see, _) => of_unit(see),
        Run::Among(see) => see(units, subject).iter().any(|(_, seen)| is_warning(seen)),
        Run::Article(see) => see(subject).iter().any(|(_, seen)| is_warning(seen)),
    }
}

/// Asks about two texts as the only row of an article of which nothing else is known.
fn alone<T>(texts: &Texts<'_>, ask: impl FnOnce(&Subject<'_>) -> T) -> T {
    let Texts { source, target, languages, .. } = *texts;
    let unit = Unit {
        segments: 0..1,
        pairs: Vec::new(),
        source: source.into(),
        target: target.into(),
        previous: source.into(),
        freshness: Freshness::Current,
        change: None,
        state: Some(State::Translated),
        sealed: true,
    };
    let (document, catalog) = (Document::default(), Catalog::default());
    let values = ValueForm::new(languages.source, languages.target, None);
    let bitext =
        Bitext { document: &document, catalog: &catalog, units: vec![unit], orphans: Vec::new() };
    ask(&Subject {
        article: "",
        source: languages.source,
        target: languages.target,
        source_path: "",
        catalog_path: "",
        document_path: "",
        document: &document,
        bitext: Some(&bitext),
        published: None,
        behind: None,
        terms: &|_, _| Vec::new(),
        values: &values,
        embargo: None,
        readings: texts.readings,
    })
}

/// The numbers of the segments, from 1, of whose translations a check that is no gate tells anything, beside the
/// others of their article.
pub fn doubted(subject: &Subject<'_>, levels: &Levels) -> Vec<usize> {
    let is_gate = |id: &str| CHECKS.iter().any(|check| check.id == id && check.is_gate);
    let found = runner::run(subject, levels).into_iter();
    found.filter(|one| !is_gate(one.check)).filter_map(|finding| finding.segment).collect()
}

#[cfg(test)]
mod tests {
    use super::{Levels, Texts, is_sound};
    use crate::text::figures::Languages;
    use crate::text::readings::Readings;

    const SAMPLES: [(&str, &str, &str); 9] = [
        ("numbers", "Пришли 5 человек.", "6 people came."),
        ("left-in-source", "Пришли все.", "Пришли все."),
        ("doubled-words", "Мы пришли домой.", "We came came home."),
        ("placeholders", "Привет, {name}!", "Hello, {nmae}!"),
        ("end-punctuation", "Кто пришёл?", "Who came."),
        ("negation", "Вход не свободный.", "Admission is free."),
        ("negation", "Совет принял план работы.", "The board did not adopt the plan."),
        ("unofficial-notice", "Неофициальный перевод указа.", "Translation of the decree."),
        ("dates", "Встреча 30 февраля.", "The meeting is on February 30."),
    ];

    #[test]
    fn whatever_a_check_warns_of_is_unsound_until_somebody_answers_it() {
        let languages = Languages::new("ru", "en");
        for (check, source, target) in SAMPLES {
            let (levels, readings) = (Levels::default(), Readings::default());
            let texts = Texts {
                source,
                recorded: source,
                target,
                languages,
                style: &levels.style,
                readings: &readings,
            };
            assert!(!is_sound(&texts, &levels, &[]), "{check}");
            assert!(is_sound(&texts, &levels, &[check]), "{check}");
            assert!(!is_sound(&texts, &levels, &["spaces"]), "{check}");
        }
        let (levels, readings) = (Levels::default(), Readings::default());
        let (source, target) = ("Пришли 5 человек.", "Five people came.");
        let right = Texts {
            source,
            recorded: source,
            target,
            languages,
            style: &levels.style,
            readings: &readings,
        };
        assert!(is_sound(&right, &levels, &[]));
    }

    #[test]
    fn a_check_that_is_off_doubts_nothing() {
        let (check, source, target) = SAMPLES[2];
        let (levels, readings) = (Levels::from_iter([(check, None)]), Readings::default());
        let languages = Languages::new("ru", "en");
        let texts = Texts {
            source,
            recorded: source,
            target,
            languages,
            style: &levels.style,
            readings: &readings,
        };
        assert!(is_sound(&texts, &levels, &[]));
    }
}
