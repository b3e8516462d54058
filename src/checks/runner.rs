//! Runs the checks over one article and fills in what they need not know.

use super::{
    CHECKS, Check, HouseStyle, Levels, Place, Run, Seen, Subject, Texts, UsualNames, marks, names,
};
use crate::l10n::{Message, message};
use crate::model::{Finding, Lines, Location, Severity, Unit};

/// What all checks see in the article, in the order of the source.
pub fn run(subject: &Subject<'_>, levels: &Levels) -> Vec<Finding> {
    let mut sightings = sightings(subject, levels);
    if sightings.is_empty() {
        return Vec::new();
    }
    sightings.sort_by_key(|sighting| sighting.place.order());
    let lines = Lines::new(&subject.document.text);
    sightings.into_iter().map(|sighting| sighting.finding(subject, &lines)).collect()
}

/// What other articles of the workspace spell otherwise than this one.
pub fn run_names(subject: &Subject<'_>, levels: &Levels, usual: &UsualNames) -> Vec<Finding> {
    let check = &names::CHECK;
    let Some(level) = levels.of_article(check, [subject.article, subject.source_path]) else {
        return Vec::new();
    };
    let looked = open(check, subject, usual.told(subject));
    let lines = Lines::new(&subject.document.text);
    let told = looked.into_iter().filter_map(|(place, unit, seen)| {
        let is_allowed = unit.is_some_and(|unit| marks::is_allowed(&seen, unit, &levels.allowed));
        let severity = level.min(seen.at_most);
        let sighting = Sighting { check, severity, place, unit, seen };
        (!is_allowed).then(|| sighting.finding(subject, &lines))
    });
    told.collect()
}

struct Sighting<'a> {
    check: &'static Check,
    severity: Severity,
    place: Place,
    unit: Option<&'a Unit<'a>>,
    seen: Seen,
}

fn sightings<'a>(subject: &Subject<'a>, levels: &Levels) -> Vec<Sighting<'a>> {
    let mut all = Vec::new();
    for check in CHECKS {
        let names = [subject.article, subject.source_path];
        let Some(level) = levels.of_article(check, names) else { continue };
        for (place, unit, seen) in look(check, subject, levels) {
            if unit.is_some_and(|unit| marks::is_allowed(&seen, unit, &levels.allowed)) {
                continue;
            }
            let severity = level.min(seen.at_most);
            all.push(Sighting { check, severity, place, unit, seen });
        }
    }
    all
}

type Look<'a> = Vec<(Place, Option<&'a Unit<'a>>, Seen)>;

fn look<'a>(check: &Check, subject: &Subject<'a>, levels: &Levels) -> Look<'a> {
    match check.run {
        Run::Article(run) => {
            run(subject).into_iter().map(|(place, seen)| (place, None, seen)).collect()
        }
        Run::Both(of_unit, of_article) => {
            let mut look = each(check, subject, |unit| of_unit(unit, subject));
            look.extend(of_article(subject).into_iter().map(|(place, seen)| (place, None, seen)));
            look
        }
        Run::Among(run) => among(check, subject, run),
        Run::Unit(run) => each(check, subject, |unit| run(unit, subject)),
        Run::Texts(see) => each(check, subject, |unit| {
            let seen = texts(unit, subject, &levels.style).and_then(|texts| see(&texts));
            seen.map(Seen::from).into_iter().collect()
        }),
        Run::Places(see) => each(check, subject, |unit| {
            texts(unit, subject, &levels.style).map(|texts| see(&texts)).unwrap_or_default()
        }),
    }
}

/// The texts of a unit; none of a stale one, whose translation is that of another source.
fn texts<'a>(
    unit: &'a Unit<'_>,
    subject: &'a Subject<'_>,
    style: &'a HouseStyle,
) -> Option<Texts<'a>> {
    if unit.is_missing() || unit.is_stale() {
        return None;
    }
    let pairs = subject.bitext.map(|bitext| &bitext.catalog.pairs);
    let pair = match unit.pairs[..] {
        [pair] => pairs.and_then(|pairs| pairs.get(pair)),
        _ => None,
    };
    let recorded = pair.map_or(&*unit.source, |pair| &pair.source);
    let languages = subject.languages();
    let (source, target, readings) = (&*unit.source, &*unit.target, subject.readings);
    Some(Texts { source, recorded, target, languages, style, readings })
}

/// What is seen in each unit whose finding nobody waived.
fn each<'a>(
    check: &Check,
    subject: &Subject<'a>,
    run: impl Fn(&Unit<'_>) -> Vec<Seen>,
) -> Look<'a> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let mut look = Vec::new();
    for unit in &bitext.units {
        let mut seen = run(unit);
        if !seen.is_empty()
            && check.is_waivable()
            && unit.waiver(check.id, bitext.catalog).is_some()
        {
            seen.clear();
        }
        let place = place(unit, subject);
        look.extend(seen.into_iter().map(|seen| (place, Some(unit), seen)));
    }
    look
}

/// What is seen in units beside each other, but where somebody waived it.
fn among<'a>(check: &Check, subject: &Subject<'a>, run: super::RunAmong) -> Look<'a> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    open(check, subject, run(&bitext.units, subject))
}

/// What was seen in these units, but where somebody waived it.
fn open<'a>(check: &Check, subject: &Subject<'a>, seen: Vec<(usize, Seen)>) -> Look<'a> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let seen = seen.into_iter();
    let seen = seen.filter_map(|(at, seen)| Some((bitext.units.get(at)?, seen)));
    let open = seen.filter(|(unit, _)| unit.waiver(check.id, bitext.catalog).is_none());
    open.map(|(unit, seen)| (place(unit, subject), Some(unit), seen)).collect()
}

fn place(unit: &Unit<'_>, subject: &Subject<'_>) -> Place {
    let segment = subject.document.segments.get(unit.segments.start);
    segment.map_or(Place::Article, |segment| Place::Source(segment.span))
}

impl Place {
    fn order(self) -> (u8, usize) {
        match self {
            Self::Article => (0, 0),
            Self::SourceAt(position) => (0, position.line),
            Self::Source(span) => (1, span.start),
            Self::Page => (2, 0),
            Self::PageAt(position) => (2, position.line),
            Self::Surplus(index) => (3, index),
            Self::Pair(index) => (4, index),
        }
    }

    fn location(self, subject: &Subject<'_>, lines: &Lines<'_>) -> Location {
        match self {
            Self::Article => Location::file(subject.source_path),
            Self::Source(span) => Location::at(subject.source_path, lines.position(span.start)),
            Self::SourceAt(position) => Location::at(subject.source_path, position),
            Self::Pair(_) => Location::file(subject.catalog_path),
            Self::Page => Location::file(subject.document_path),
            Self::PageAt(position) => Location::at(subject.document_path, position),
            Self::Surplus(index) => match subject.surplus(index).and_then(|one| one.position) {
                Some(position) => Location::at(subject.document_path, position),
                None => Location::file(subject.catalog_path),
            },
        }
    }
}

impl Sighting<'_> {
    fn finding(self, subject: &Subject<'_>, lines: &Lines<'_>) -> Finding {
        let location = self.place.location(subject, lines);
        let marks = self.unit.map(|unit| marks::of(&self.seen, unit)).unwrap_or_default();
        let mut finding = Finding::new(self.check.id, self.severity, location, self.seen.message);
        (finding.source_mark, finding.translation_mark) = (marks.source, marks.target);
        finding.fix = self.seen.fix;
        subject.article.clone_into(&mut finding.article);
        subject.target.clone_into(&mut finding.target);
        finding.hint =
            self.seen.hint.map(|hint| hint(subject)).or_else(|| usual(self.check, subject));
        match (self.unit, self.place) {
            (Some(unit), _) => {
                add_unit(&mut finding, unit);
                let place = marks::in_file(unit, marks.source, subject.document);
                if let Some(place) = place {
                    let start = lines.position(place.start);
                    finding.location = Location::at(subject.source_path, start);
                    finding.end = Some(lines.position(place.end));
                }
            }
            (None, Place::Source(span)) => {
                finding.source = Some(subject.document.text[span.range()].trim().to_owned());
            }
            (None, Place::Pair(index)) => add_pair(&mut finding, subject, index),
            (None, Place::Page | Place::PageAt(_)) => {
                finding.document = Some(finding.location.clone());
            }
            (None, Place::Surplus(index)) => add_surplus(&mut finding, subject, index),
            (None, Place::Article | Place::SourceAt(_)) => {}
        }
        finding
    }
}

/// What to do about a finding of a check that only looks at texts.
fn usual(check: &Check, subject: &Subject<'_>) -> Option<Message> {
    let article = subject.argument();
    let hint = || message!("check-usual-hint", article = article, check = check.id);
    matches!(check.run, Run::Texts(_) | Run::Places(_) | Run::Among(_)).then(hint)
}

fn add_unit(finding: &mut Finding, unit: &Unit<'_>) {
    finding.segment = Some(unit.segments.start + 1);
    finding.source = Some(unit.source.to_string());
    if !unit.is_missing() {
        finding.translation = Some(unit.target.to_string());
    }
    if let Some(change) = &unit.change {
        finding.previous_source = Some(unit.previous.to_string());
        finding.change = Some(change.danger);
        finding.diff.clone_from(&change.diff);
        finding.trigger.clone_from(&change.trigger);
        finding.concern = change.concern;
    }
}

fn add_surplus(finding: &mut Finding, subject: &Subject<'_>, index: usize) {
    let Some(surplus) = subject.surplus(index) else { return };
    finding.surplus = Some(surplus.number);
    finding.document = surplus.position.map(|_| finding.location.clone());
    finding.translation = Some(surplus.target.clone());
    finding.previous_source = Some(surplus.source.clone()).filter(|source| !source.is_empty());
}

fn add_pair(finding: &mut Finding, subject: &Subject<'_>, index: usize) {
    let pair = subject.bitext.and_then(|bitext| bitext.catalog.pairs.get(index));
    finding.source = pair.map(|pair| pair.source.clone());
    finding.translation = pair.map(|pair| pair.target.clone());
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, all};
    use super::super::{CHECKS, Levels};
    use super::Severity;

    const MIXED: &str = "
        missing: Первое.
        current: Второе. | Second.
        stale critical 6: Было 5. -> Было 6. | There were 5.
        unsealed: Да. | Yes.
        orphan: Старое. | Old.";

    #[test]
    fn findings_come_in_the_order_of_the_source() {
        let found: Vec<_> = Sample::new(MIXED)
            .findings(&Levels::default())
            .into_iter()
            .map(|finding| (finding.check, finding.segment, finding.location.to_string()))
            .collect();
        let expected = [
            ("missing", Some(1), "articles/news/ru.md:1:1"),
            ("stale", Some(3), "articles/news/ru.md:5:1"),
            ("unsealed", Some(4), "articles/news/ru.md:7:1"),
            ("orphan", None, "articles/news/en.toml"),
        ];
        let expected = expected.map(|(check, segment, place)| (check, segment, place.to_owned()));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_workspace_sets_severities_and_switches_checks_off() {
        let levels = Levels::from_iter([("missing", None), ("stale", Some(Severity::Warning))]);
        let found: Vec<_> = Sample::new(MIXED)
            .findings(&levels)
            .into_iter()
            .map(|finding| (finding.check, finding.severity))
            .collect();
        let expected = [
            ("stale", Severity::Warning),
            ("unsealed", Severity::Error),
            ("orphan", Severity::Info),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stale_and_unsealed_pair_gives_both_findings() {
        let sample = Sample::new("unsealed stale minor: Он шёл. -> Шёл он. | He went.");
        let findings = sample.findings(&Levels::default());
        let checks: Vec<_> = findings.iter().map(|finding| finding.check).collect();
        assert_eq!(checks, ["stale", "unsealed"]);
        assert_eq!(findings[1].previous_source.as_deref(), Some("Он шёл."));
        assert_eq!(findings[1].translation.as_deref(), Some("He went."));
    }

    #[test]
    fn a_clean_article_has_no_findings() {
        assert_eq!(all("current: Да. | Yes."), "");
        assert_eq!(all(""), "");
    }

    #[test]
    fn every_check_can_be_switched_off() {
        let off: Levels = CHECKS.iter().map(|check| (check.id, None)).collect();
        assert!(Sample::new(MIXED).findings(&off).is_empty());
    }
}
