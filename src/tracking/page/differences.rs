//! In what a page differs from its source beside their sentences: line by line, and value by value.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::found::{Owner, PageLook};
use super::lines::{BesideLine, lines_at};
use super::values;
use crate::model::Bitext;
use crate::text::scripts::is_cyrillic;

/// With more combinations than this, what differs counts as one piece.
const COMBINATIONS: usize = 4_000_000;

/// What source and page have beside their sentences, and what of it they don't share.
pub struct Contrast {
    pub lines: Digests,
    pub values: Digests,
    pub unshared: Vec<Unshared>,
}

/// Digests of the same things in a source and in its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digests {
    pub source: String,
    pub page: String,
}

/// A line or a value that one side has, or that both have in their own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unshared {
    pub is_value: bool,
    /// Digests of the source's way and of the page's, end to end.
    pub key: String,
    /// Whether one is the other in words of another script, as far as that can be seen.
    pub is_translated: bool,
    /// Where it stands on the page, or would, as a byte.
    pub at: usize,
    pub is: String,
    pub would_be: String,
}

impl Contrast {
    /// Compares what stands beside the sentences of both.
    pub fn of(bitext: &Bitext<'_>, look: &PageLook<'_>) -> Self {
        let (source, page) = (lines_at(bitext.document), lines_at(look.document));
        let lines = Digests { source: digest(texts(&source)), page: digest(texts(&page)) };
        let mut unshared = Vec::new();
        if lines.source != lines.page {
            let texts = [bitext.document, look.document].map(|document| document.text.as_str());
            unshared = unshared_lines(texts, &source, &page);
        }
        let values = add_values(bitext, look, &mut unshared);
        Self { lines, values, unshared }
    }
}

fn texts(lines: &[BesideLine]) -> impl Iterator<Item = &str> {
    lines.iter().map(|line| line.text.as_str())
}

/// The lines that differ, each beside the one in whose place it stands.
fn unshared_lines(
    [source, page]: [&str; 2],
    ours: &[BesideLine],
    theirs: &[BesideLine],
) -> Vec<Unshared> {
    let mut found = Vec::new();
    let fields = front_matter_end(source);
    let place = |at: usize| theirs.get(at).map_or(page.len(), |line| line.start);
    for (from, into) in stretches(ours, theirs) {
        for step in 0..from.len().max(into.len()) {
            let one = ours.get(from.start + step).filter(|_| step < from.len());
            let other = theirs.get(into.start + step).filter(|_| step < into.len());
            let keys = [one, other].map(|line| line.map_or("", |line| line.text.as_str()));
            let is_both = one.is_some() && other.is_some();
            let shown = |text: &str, line: Option<&BesideLine>| match line {
                Some(line) if is_both => text[line.start..line.end].trim().to_owned(),
                Some(line) => whole_line(text, line.start),
                None => String::new(),
            };
            found.push(Unshared {
                is_value: false,
                key: key(keys),
                is_translated: one.is_some_and(|line| line.start >= fields) && are_translated(keys),
                at: place((into.start + step).min(into.end)),
                is: shown(page, other),
                would_be: shown(source, one),
            });
        }
    }
    found
}

/// The line on which a byte stands.
pub fn whole_line(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next().unwrap_or_default().trim().to_owned()
}

type Stretch = std::ops::Range<usize>;

/// A line that both documents have, by its number in each.
pub struct SameLine {
    pub source: usize,
    pub page: usize,
}

/// The lines of two documents that are the same, in order.
pub fn same_places(ours: &[BesideLine], theirs: &[BesideLine]) -> Vec<SameLine> {
    let mut same = Vec::new();
    let (mut source, mut page) = (0, 0);
    let mut others = stretches(ours, theirs);
    others.push((ours.len()..ours.len(), theirs.len()..theirs.len()));
    for (from, into) in others {
        for step in 0..from.start - source {
            same.push(SameLine { source: source + step, page: page + step });
        }
        (source, page) = (from.end, into.end);
    }
    same
}

/// A line of the page below its fields.
pub struct PageLine {
    /// As it is in the page's part of a key.
    pub digest: String,
    /// Whether the source has it, too.
    pub is_shared: bool,
}

/// The lines that the page has beside its sentences, below its fields.
pub fn page_lines(bitext: &Bitext<'_>, look: &PageLook<'_>) -> Vec<PageLine> {
    let (ours, theirs) = (lines_at(bitext.document), lines_at(look.document));
    let mut is_shared = vec![false; theirs.len()];
    for same in same_places(&ours, &theirs) {
        is_shared[same.page] = true;
    }
    let fields = front_matter_end(&look.document.text);
    let mut lines = Vec::new();
    for (line, is_shared) in theirs.iter().zip(is_shared) {
        if line.start >= fields {
            lines.push(PageLine { digest: parts(&key(["", &line.text])).1.to_owned(), is_shared });
        }
    }
    lines
}

/// Where the lines of two documents differ.
fn stretches(ours: &[BesideLine], theirs: &[BesideLine]) -> Vec<(Stretch, Stretch)> {
    let [ours, theirs] = [ours, theirs].map(|lines| texts(lines).collect::<Vec<_>>());
    let front = ours.iter().zip(&theirs).take_while(|(one, other)| one == other).count();
    let rest = (ours.len() - front).min(theirs.len() - front);
    let mut back = 0;
    while back < rest && ours[ours.len() - 1 - back] == theirs[theirs.len() - 1 - back] {
        back += 1;
    }
    let (one, other) = (front..ours.len() - back, front..theirs.len() - back);
    if one.len().saturating_mul(other.len()) > COMBINATIONS {
        return vec![(one, other)];
    }
    let mut found = Vec::new();
    let (ours, theirs) = (&ours[one], &theirs[other]);
    for operation in capture_diff_slices(Algorithm::Myers, ours, theirs) {
        let (tag, before, after) = operation.as_tag_tuple();
        if tag != DiffTag::Equal {
            let moved = |range: Stretch| range.start + front..range.end + front;
            found.push((moved(before), moved(after)));
        }
    }
    found
}

/// Adds the values without a counterpart on the other side; gives digests of all.
fn add_values(bitext: &Bitext<'_>, look: &PageLook<'_>, found: &mut Vec<Unshared>) -> Digests {
    let segments = &look.document.segments;
    let mut places: Vec<Option<usize>> = vec![None; bitext.units.len()];
    let mut is_equal = vec![false; bitext.units.len()];
    let mut owners: Vec<Option<Owner>> = vec![None; segments.len()];
    for text in &look.found {
        owners[text.segments.clone()].fill(Some(text.owner));
        if let Owner::Unit(unit) = text.owner {
            (places[unit], is_equal[unit]) = (Some(text.segments.start), text.is_equal);
        }
    }
    let mut ours = Vec::new();
    let mut is_value = vec![false; bitext.units.len()];
    let mut next = 0;
    for (index, unit) in bitext.units.iter().enumerate() {
        if let Some(place) = places[index] {
            next = place + 1;
        }
        if !values::is_value(bitext, unit) {
            continue;
        }
        is_value[index] = true;
        ours.push(&*unit.source);
        if !is_equal[index] {
            let place = places[index].map(|at| &segments[at]);
            let is = place.map_or("", |segment| segment.text.as_str());
            let at = place.or(segments.get(next)).map(|segment| segment.span.start);
            found.push(Unshared {
                is_value: true,
                key: key([&*unit.source, is]),
                is_translated: false,
                at: at.unwrap_or(look.document.text.len()),
                is: is.to_owned(),
                would_be: unit.target.to_string(),
            });
        }
    }
    let mut theirs = Vec::new();
    for (segment, owner) in segments.iter().zip(&owners) {
        let is_ours = matches!(owner, Some(Owner::Unit(unit)) if is_value[*unit]);
        if !segment.is_value && !is_ours {
            continue;
        }
        theirs.push(segment.text.as_str());
        if owner.is_none() {
            found.push(Unshared {
                is_value: true,
                key: key(["", &segment.text]),
                is_translated: false,
                at: segment.span.start,
                is: segment.text.clone(),
                would_be: String::new(),
            });
        }
    }
    Digests { source: digest(ours), page: digest(theirs) }
}

/// The digests of two texts, half of each.
pub fn key(texts: [&str; 2]) -> String {
    texts.map(|text| digest([text])[..PART].to_owned()).concat()
}

/// So much of a key is the source's.
const PART: usize = 4;

/// The part of a key for the source, and that for the page.
pub fn parts(key: &str) -> (&str, &str) {
    key.split_at_checked(PART).unwrap_or((key, ""))
}

/// Whether two lines differ only where one has words of another script, with the same figures.
fn are_translated([one, other]: [&str; 2]) -> bool {
    let front = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let front: usize = front.map(|(c, _)| c.len_utf8()).sum();
    let (one, other) = (&one[front..], &other[front..]);
    let back = one.chars().rev().zip(other.chars().rev());
    let back: usize = back.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
    let (one, other) = (&one[..one.len() - back], &other[..other.len() - back]);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let has_words = |text: &str| text.contains(char::is_alphabetic);
    has_words(one)
        && has_words(other)
        && one.contains(is_cyrillic) != other.contains(is_cyrillic)
        && digits(one) == digits(other)
}

/// Where the front matter ends; at the start where there is none.
pub fn front_matter_end(text: &str) -> usize {
    let fence = ["---\n", "+++\n"].into_iter().find(|fence| text.starts_with(fence));
    let end = fence.and_then(|fence| text[fence.len()..].find(&format!("\n{}", fence.trim_end())));
    end.map_or(0, |end| end + 4)
}

/// A digest of texts, white space aside.
pub fn digest<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        text.split_whitespace().for_each(|part| _ = hasher.update(part.as_bytes()));
        hasher.update(b"\0");
    }
    hasher.finalize().to_hex()[..8].to_owned()
}
