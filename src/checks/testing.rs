//! Bitexts from a few lines of text, for tests of checks and reports.
//!
//! A line is a block: `words: source | target`. The words are a state (`draft`, `reviewed`,
//! `final`), `current`, `missing`, `unsealed`, `orphan`, `placeholder`, or `stale` with a danger
//! and a trigger. `old -> new` is a changed source; ` + ` joins segments of one pair.

use std::borrow::Cow;

use super::{CHECKS, Check, HouseStyle, Languages, Levels, Named, Subject, run};
use crate::catalog::TomlText;
use crate::l10n::{LOCALES, Localizer};
use crate::model::{
    Bitext, Block, Catalog, Change, Concern, Danger, Document, Edit, Finding, Freshness, Kind,
    Pair, Piece, Segment, Span, State, Unit,
};
use crate::terms::{self, Termbase};
use crate::text::readings::Readings;
use crate::text::values::{ValueForm, is_value};

/// What `check` alone says about a sample, in English.
pub fn findings(check: &Check, lines: &str) -> String {
    Sample::new(lines).check(check)
}

/// What `check` alone says about a sample in a house with this style, written `key = value`.
pub fn styled(check: &Check, style: &str, lines: &str) -> String {
    let (key, value) = style.split_once(" = ").expect("a style is `key = value`");
    let mut wanted = HouseStyle::default();
    match key {
        "serial_comma" => wanted.serial_comma = Named::by_name(value),
        "punctuation" => wanted.punctuation = Named::by_name(value),
        "dashes" => wanted.dashes = Named::by_name(value),
        "dates" => wanted.dates = Named::by_name(value),
        "patronymics" => wanted.patronymics = Named::by_name(value),
        "names" => wanted.names = Named::by_name(value),
        other => panic!("no style {other}"),
    }
    let others = CHECKS.iter().filter(|other| other.id != check.id);
    let levels: Levels = others.map(|other| (other.id, None)).collect();
    shown(&Sample::new(lines).findings(&levels.of_house(Vec::new(), wanted)))
}

/// What all checks say about a sample, in English.
pub fn all(lines: &str) -> String {
    Sample::new(lines).checks()
}

/// The article `news` with what a few lines say of it.
pub struct Sample {
    pub article: String,
    pub document: Document,
    pub catalog: Option<Catalog>,
    behind: Option<String>,
    terms: Option<Termbase>,
    rows: Vec<Row>,
    orphans: Vec<usize>,
}

struct Row {
    segments: std::ops::Range<usize>,
    pair: Option<usize>,
    source: String,
    previous: String,
    target: String,
    state: State,
    sealed: bool,
    change: Option<Change>,
}

impl Sample {
    /// The article that `lines` describe.
    pub fn new(lines: &str) -> Self {
        let mut sample = Self {
            article: "news".to_owned(),
            document: Document::default(),
            catalog: Some(Catalog::default()),
            behind: None,
            terms: None,
            rows: Vec::new(),
            orphans: Vec::new(),
        };
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (words, text) = line.split_once(':').expect("a line is `words: text`");
            sample.add(&words.split(' ').collect::<Vec<_>>(), text.trim());
        }
        sample
    }

    /// This sample under another id.
    pub fn named(mut self, article: &str) -> Self {
        article.clone_into(&mut self.article);
        self
    }

    /// This sample without a catalog.
    pub fn without_catalog(mut self) -> Self {
        self.catalog = None;
        self
    }

    /// This sample with its catalog left behind at this path.
    pub fn moved_from(mut self, path: &str) -> Self {
        self.behind = Some(path.to_owned());
        self.without_catalog()
    }

    /// This sample with the agreed terms of this file.
    pub fn with_terms(mut self, file: &str) -> Self {
        let terms = terms::read(TomlText { path: "terms.toml", text: file }).expect("can be read");
        let terms = terms.into_iter().map(|one| one.term).collect();
        self.terms = Some(Termbase::new(terms, Languages::new("ru", "en")));
        self
    }

    /// What `check` says, in English.
    pub fn check(&self, check: &Check) -> String {
        let others = CHECKS.iter().filter(|other| other.id != check.id);
        shown(&self.findings(&others.map(|other| (other.id, None)).collect()))
    }

    /// What all checks say, in English.
    pub fn checks(&self) -> String {
        shown(&self.findings(&Levels::default()))
    }

    /// What the checks find at these levels.
    pub fn findings(&self, levels: &Levels) -> Vec<Finding> {
        self.with_subject(|subject| run(subject, levels))
    }

    /// Gives the article to `act`, as a command would.
    pub fn with_subject<T>(&self, act: impl FnOnce(&Subject<'_>) -> T) -> T {
        let bitext = self.bitext();
        let text = &self.document.text;
        let here = self.terms.as_ref().map(|base| base.here(text, &|_| true));
        act(&Subject {
            article: &self.article,
            source: "ru",
            target: "en",
            source_path: &format!("articles/{}/ru.md", self.article),
            catalog_path: &format!("articles/{}/en.toml", self.article),
            document_path: &format!("articles/{}/en.md", self.article),
            document: &self.document,
            bitext: bitext.as_ref(),
            published: None,
            behind: self.behind.as_deref(),
            terms: &|source, target| {
                here.as_ref().map_or(Vec::new(), |here| here.faults(source, target))
            },
            values: &ValueForm::new("ru", "en", None),
            embargo: None,
            readings: &Readings::default(),
        })
    }

    /// The bitext, where there is a catalog.
    pub fn bitext(&self) -> Option<Bitext<'_>> {
        let units = self.rows.iter().map(Row::unit).collect();
        let catalog = self.catalog.as_ref()?;
        let orphans = self.orphans.clone();
        Some(Bitext { document: &self.document, catalog, units, orphans })
    }

    fn add(&mut self, words: &[&str], text: &str) {
        let (source, target) = text.split_once('|').unwrap_or((text, ""));
        let (previous, source) = source.split_once("->").unwrap_or((source, source));
        let (previous, source, target) = (previous.trim(), source.trim(), target.trim());
        if words.contains(&"placeholder") {
            let span = self.append(source, "\n");
            self.document.placeholders.push(span);
            return;
        }
        let state = words.iter().find_map(|word| State::by_name(word)).unwrap_or(State::Translated);
        let joined = previous.replace(" + ", " ");
        let pair = (!words.contains(&"missing")).then(|| self.pair(&joined, target, state));
        match pair {
            Some(index) if words.contains(&"orphan") => self.orphans.push(index),
            _ => {
                let segments = self.block(source);
                self.rows.push(Row {
                    segments,
                    pair,
                    source: source.replace(" + ", " "),
                    previous: joined,
                    target: target.to_owned(),
                    state,
                    sealed: !words.contains(&"unsealed"),
                    change: change(words, previous, source),
                });
            }
        }
    }

    fn pair(&mut self, source: &str, target: &str, state: State) -> usize {
        let pairs = &mut self.catalog.get_or_insert_default().pairs;
        pairs.push(Pair::new(source, target, state));
        pairs.len() - 1
    }

    fn block(&mut self, source: &str) -> std::ops::Range<usize> {
        let first = self.document.segments.len();
        let start = self.document.text.len();
        let count = source.split(" + ").count();
        for (index, text) in source.split(" + ").enumerate() {
            let span = self.append(text, if index + 1 < count { " " } else { "\n\n" });
            self.document.segments.push(Segment {
                text: text.to_owned(),
                span,
                is_value: is_value(text),
            });
        }
        let segments = first..self.document.segments.len();
        let span = Span::new(start, self.document.text.trim_end().len());
        let block = Block { kind: Kind::Paragraph, span, segments: segments.clone(), note: None };
        self.document.blocks.push(block);
        segments
    }

    fn append(&mut self, text: &str, end: &str) -> Span {
        let start = self.document.text.len();
        self.document.text += text;
        let span = Span::new(start, self.document.text.len());
        self.document.text += end;
        span
    }
}

impl Row {
    fn unit(&self) -> Unit<'_> {
        // A value without a pair stands for itself.
        let is_bare = self.pair.is_none() && is_value(&self.source);
        let missing = self.pair.is_none() && !is_bare;
        Unit {
            segments: self.segments.clone(),
            pairs: self.pair.into_iter().collect(),
            source: Cow::from(&self.source),
            target: Cow::from(if is_bare { &self.source } else { &self.target }),
            previous: Cow::from(&self.previous),
            freshness: match self.change {
                _ if missing => Freshness::Missing,
                Some(_) => Freshness::Stale,
                None => Freshness::Current,
            },
            change: self.change.clone(),
            state: self.pair.map(|_| self.state),
            sealed: self.sealed,
        }
    }
}

fn change(words: &[&str], previous: &str, source: &str) -> Option<Change> {
    let at =
        words.iter().position(|word| Danger::ALL.iter().any(|danger| danger.name() == *word))?;
    let danger = Danger::ALL.into_iter().find(|danger| danger.name() == words[at])?;
    let trigger = words.get(at + 1).map(|word| (*word).to_owned());
    let concern = trigger.is_some().then_some(Concern::Word);
    Some(Change { danger, trigger, concern, diff: diff(previous, source) })
}

/// Keeps what both texts begin and end with.
fn diff(previous: &str, source: &str) -> Vec<Piece> {
    let (old, new): (Vec<_>, Vec<_>) =
        (previous.split_inclusive(' ').collect(), source.split_inclusive(' ').collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tails = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = tails.take_while(|(old, new)| old == new).count();
    let pieces = [
        (Edit::Kept, old[..start].concat()),
        (Edit::Removed, old[start..old.len() - end].concat()),
        (Edit::Inserted, new[start..new.len() - end].concat()),
        (Edit::Kept, old[old.len() - end..].concat()),
    ];
    let pieces = pieces.into_iter().filter(|(_, text)| !text.is_empty());
    pieces.map(|(edit, text)| Piece { edit, text }).collect()
}

fn shown(findings: &[Finding]) -> String {
    let english = Localizer::new(&LOCALES[0]);
    let line = |finding: &Finding| {
        format!("{}: {}\n", finding.severity.name(), english.text(&finding.message))
    };
    findings.iter().map(line).collect()
}
