//! Articles for tests, written as Markdown with marked sentences.
//!
//! `⟦source→target⟧` is a current sentence, `⟦source⟧` a missing one and
//! `⟦new←old→target⟧` a stale one. `←!` makes the change critical, `←^` major and
//! `←~` cosmetic; `→?` breaks the seal and `→*` makes a draft; `⟦+source⟧` is one
//! more segment of the unit before. A bracket begins a
//! block of its own after a line's beginning, and in tables always.

use std::borrow::Cow;
use std::ops::Range;

use super::{Form, Page, PageLinks, Policy, SiteFrame, Syntax};
use crate::l10n::{LOCALES, Localizers};
use crate::model::{
    Bitext, Block, Catalog, Change, Concern, Danger, Document, Edit, Freshness, Kind, Pair, Piece,
    Segment, Span, State, Unit,
};
use crate::parse::{Options, parse};
use crate::text::sentences::{Extra, Splitter};
use crate::text::values::is_value;
use crate::tracking::{Tongue, compare};

/// What a test may set; the rest is as usual.
#[derive(Clone, Copy)]
pub struct PageSettings {
    pub stale: Policy,
    pub form: Form,
    pub syntax: Syntax,
    pub locale: usize,
    pub target: &'static str,
}

/// The working form in English.
pub const WORKING: PageSettings = PageSettings {
    stale: Policy::Mark,
    form: Form::Working,
    syntax: Syntax::Markdown,
    locale: 0,
    target: "en",
};

/// The final form in English.
pub const FINAL: PageSettings = PageSettings { form: Form::Final, ..WORKING };

/// What a format makes of a marked article.
pub fn export(name: &str, settings: PageSettings, marked: &str) -> String {
    let format = super::by_name(name).expect("tests name formats that exist");
    with_page(settings, marked, |page| String::from_utf8(format.write(page).unwrap()).unwrap())
}

/// Gives the page of a marked article to `look`.
pub fn with_page<T>(settings: PageSettings, marked: &str, look: impl FnOnce(&Page<'_>) -> T) -> T {
    let mut article = Article::default();
    article.read(marked);
    let Article { document, catalog, rows, orphans } = article;
    let units = rows.into_iter().map(|row| unit(&document, &catalog, row)).collect();
    let bitext = Bitext { document: &document, catalog: &catalog, units, orphans };
    look(&page(settings, &bitext, &Surroundings::new(settings)))
}

/// What a catalog knows of each sentence: the earlier text, and the translation.
pub struct Known<'a> {
    pub before: &'a str,
    pub target: &'a str,
}

/// Gives `look` the page of an article whose catalog knows each sentence, every other one by the
/// earlier text `before`, all with one translation.
pub fn with_article<T>(
    settings: PageSettings,
    text: &str,
    Known { before, target }: Known<'_>,
    look: impl FnOnce(&Page<'_>) -> T,
) -> T {
    let splitter = Some(Splitter::new("ru", &Extra::default()));
    let options = Options { splitter, fields: vec!["title".to_owned()], ..Options::default() };
    let document = parse(text.to_owned(), settings.syntax, &options);
    let mut catalog = Catalog::default();
    for (index, segment) in document.segments.iter().enumerate() {
        let known = if index % 2 == 0 {
            segment.text.clone()
        } else {
            format!("{} {before}", segment.text)
        };
        let mut pair = Pair::new(&known, target, State::Translated);
        pair.note = Some(before.to_owned());
        catalog.pairs.push(pair);
    }
    let bitext = compare(&document, &catalog, &Tongue::new("ru"));
    look(&page(settings, &bitext, &Surroundings::new(settings)))
}

/// A page that stands nowhere, on a site without a frame.
struct Surroundings {
    localizers: Localizers,
    site: SiteFrame,
    links: PageLinks,
}

impl Surroundings {
    fn new(settings: PageSettings) -> Self {
        let localizers = Localizers::new(&LOCALES[settings.locale]);
        Self { localizers, site: SiteFrame::default(), links: PageLinks::default() }
    }
}

fn page<'a>(settings: PageSettings, bitext: &'a Bitext<'a>, around: &'a Surroundings) -> Page<'a> {
    let Surroundings { localizers, site, links } = around;
    Page {
        bitext,
        article: "2024/12/consultations",
        source_language: "ru",
        target_language: settings.target,
        source_path: "articles/2024/12/consultations/ru.md",
        syntax: settings.syntax,
        surplus: &[],
        terms: &[],
        stale: settings.stale,
        form: settings.form,
        localizers,
        site,
        links,
        only: &[],
        album: &|target| {
            target.contains(".png").then(|| "data:image/png;base64,iVBORw0=".to_owned())
        },
    }
}

#[derive(Default)]
struct Article {
    document: Document,
    catalog: Catalog,
    rows: Vec<Row>,
    orphans: Vec<usize>,
}

impl Article {
    fn read(&mut self, marked: &str) {
        for line in marked.split_inclusive('\n') {
            let mut kind = None;
            let mut rest = line;
            while let Some((before, after)) = rest.split_once('⟦') {
                self.document.text.push_str(before);
                let (inside, after) = after.split_once('⟧').expect("brackets close");
                let this = kind.unwrap_or_else(|| self.kind_after(line));
                self.sentence(this, kind.is_none() || this == Kind::Cell, inside);
                kind = Some(this);
                rest = after;
            }
            self.document.text.push_str(rest);
        }
    }

    fn kind_after(&self, line: &str) -> Kind {
        let sign = line.trim_start();
        match sign.chars().next() {
            Some('#') if self.document.blocks.is_empty() => Kind::Title,
            Some('#') => Kind::Heading,
            Some('-' | '1'..='9') => Kind::Item,
            Some('>') => Kind::Quotation,
            Some('|') => Kind::Cell,
            Some('!') => Kind::Caption,
            _ => Kind::Paragraph,
        }
    }

    fn sentence(&mut self, kind: Kind, begins: bool, inside: &str) {
        let (inside, goes_on) = inside.strip_prefix('+').map_or((inside, false), |s| (s, true));
        let (source, target) = inside.split_once('→').map_or((inside, None), |(s, t)| (s, Some(t)));
        let (source, previous) =
            source.split_once('←').map_or((source, None), |(s, p)| (s, Some(p)));
        let start = self.document.text.len();
        self.document.text.push_str(source);
        let span = Span::new(start, self.document.text.len());
        let index = self.document.segments.len();
        self.document.segments.push(Segment {
            text: source.to_owned(),
            span,
            is_value: is_value(source),
        });
        if begins {
            let segments = index..index + 1;
            self.document.blocks.push(Block { kind, span, segments, note: None });
        } else if let Some(block) = self.document.blocks.last_mut() {
            block.span.end = span.end;
            block.segments.end = index + 1;
        }
        if goes_on && let Some(Row { segments, .. }) = self.rows.last_mut() {
            segments.end = index + 1;
            return;
        }
        let danger = previous.map(|previous| match previous.chars().next() {
            Some('!') => Danger::Critical,
            Some('^') => Danger::Major,
            Some('~') => Danger::Cosmetic,
            _ => Danger::Minor,
        });
        let previous = previous.map_or(source, |text| text.trim_start_matches(['!', '^', '~']));
        let pair = target.map(|target| {
            let state = if target.starts_with('*') { State::Draft } else { State::Translated };
            let mut pair = Pair::new(previous, target.trim_start_matches(['*', '?']), state);
            if target.starts_with('?') {
                pair.seal = None;
            }
            self.catalog.pairs.push(pair);
            self.catalog.pairs.len() - 1
        });
        self.rows.push(Row { segments: index..index + 1, pair, danger });
    }
}

/// A unit that is to be.
struct Row {
    segments: Range<usize>,
    pair: Option<usize>,
    danger: Option<Danger>,
}

fn unit<'a>(document: &'a Document, catalog: &'a Catalog, row: Row) -> Unit<'a> {
    let Row { segments, pair, danger } = row;
    let texts: Vec<&str> =
        document.segments[segments.clone()].iter().map(|segment| segment.text.as_str()).collect();
    let source: Cow<'_, str> = texts.join(" ").into();
    let held = pair.map(|index| &catalog.pairs[index]);
    let previous = held.map_or(source.clone(), |pair| Cow::Borrowed(pair.source.as_str()));
    let change = danger.filter(|_| held.is_some()).map(|danger| Change {
        danger,
        trigger: (danger == Danger::Critical).then(|| "21".to_owned()),
        concern: (danger == Danger::Critical).then_some(Concern::Value),
        diff: diff(&previous, &source),
    });
    Unit {
        segments,
        pairs: pair.into_iter().collect(),
        target: Cow::Borrowed(held.map_or("", |pair| pair.target.as_str())),
        freshness: match (held, &change) {
            (None, _) => Freshness::Missing,
            (_, Some(_)) => Freshness::Stale,
            _ => Freshness::Current,
        },
        state: held.map(|pair| pair.state),
        sealed: held.is_none_or(Pair::is_sealed),
        source,
        previous,
        change,
    }
}

fn diff(old: &str, new: &str) -> Vec<Piece> {
    let changes = similar::TextDiff::from_words(old, new);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in changes.iter_all_changes() {
        let edit = match change.tag() {
            similar::ChangeTag::Equal => Edit::Kept,
            similar::ChangeTag::Delete => Edit::Removed,
            similar::ChangeTag::Insert => Edit::Inserted,
        };
        match pieces.last_mut() {
            Some(last) if last.edit == edit => last.text.push_str(change.value()),
            _ => pieces.push(Piece { edit, text: change.value().to_owned() }),
        }
    }
    pieces
}
