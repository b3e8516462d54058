//! What a document has beside its sentences, and in which order it has them: code, addresses, values, fields.
//!
//! A hand-kept page may have its own: comments of code in its language, another order of a list. So what
//! the source had is kept when the page is read, and a page is behind where the source alone changed since.

use std::fmt::{self, Display, Formatter};

use super::found::{Owner, PageLook};
use super::{Tongues, values};
use crate::model::{Bitext, Document, Lag, Span};
use crate::text::heaviest::{Point, chain};

/// What a source and its page had beside their sentences when the page was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    lines: Digests,
    values: Digests,
    /// So many texts of the page stood in another order than in the source.
    moved: usize,
}

/// Digests of the same things in a source and in its page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Digests {
    source: String,
    page: String,
}

impl Digests {
    fn of<T: AsRef<str>>(source: &[T], page: &[T]) -> Self {
        Self { source: digest(source), page: digest(page) }
    }

    /// Whether the source alone went on since these.
    fn are_behind(&self, now: &Self) -> bool {
        self.source != now.source && self.page == now.page
    }
}

/// What was known of both before the page was read again.
#[derive(Default)]
pub struct EarlierPage<'a> {
    pub beside: Option<&'a Beside>,
    /// Whether the program wrote it, so that it had nothing of its own.
    pub was_written: bool,
    /// Whether the source has its texts in another order since.
    pub is_reordered: bool,
}

impl Beside {
    /// What both have now, and how the page's order differs from the source's.
    pub fn new(bitext: &Bitext<'_>, document: &Document, tongues: &Tongues<'_>) -> Self {
        let look = PageLook::new(bitext, document, tongues);
        let values = Values::of(bitext, &look);
        Self {
            lines: Digests::of(&lines(bitext.document), &lines(document)),
            values: Digests::of(&values.source, &values.page),
            moved: moved(&look),
        }
    }

    /// Reads a page that was read before: what the source alone changed stays to be done.
    pub fn anew(
        bitext: &Bitext<'_>,
        document: &Document,
        before: &EarlierPage<'_>,
        tongues: &Tongues<'_>,
    ) -> Self {
        let mut now = Self::new(bitext, document, tongues);
        let Some(known) = before.beside else {
            if before.was_written {
                now.leave_open(bitext, document, tongues);
            }
            return now;
        };
        let is_open = || lines(bitext.document) != lines(document);
        let is_behind = known.lines.are_behind(&now.lines) && is_open();
        if is_behind || is_changed_alone(&known.lines, bitext.document, document) {
            now.lines = known.lines.clone();
        }
        let look = PageLook::new(bitext, document, tongues);
        // Even where the page went on as well: nobody can tell which of its values are its own then.
        if known.values.source != now.values.source && !Values::of(bitext, &look).are_same {
            now.values.source.clone_from(&known.values.source);
        }
        if before.is_reordered {
            now.moved = now.moved.min(known.moved);
        }
        now
    }

    /// Takes nothing for the page's own: where the program wrote it, the source alone went on.
    fn leave_open(&mut self, bitext: &Bitext<'_>, document: &Document, tongues: &Tongues<'_>) {
        if body(bitext.document) != body(document) {
            OPEN.clone_into(&mut self.lines.source);
        }
        if !Values::of(bitext, &PageLook::new(bitext, document, tongues)).are_same {
            OPEN.clone_into(&mut self.values.source);
        }
    }

    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace().map(str::to_owned);
        let mut digests = || Some(Digests { source: parts.next()?, page: parts.next()? });
        let (lines, values) = (digests()?, digests()?);
        Some(Self { lines, values, moved: parts.next()?.parse().ok()? })
    }
}

/// What stands for the digest of a source that nobody has read beside this page.
const OPEN: &str = "-";

impl Display for Beside {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { lines, values, moved } = self;
        write!(f, "{} {} ", lines.source, lines.page)?;
        write!(f, "{} {} {moved}", values.source, values.page)
    }
}

/// In what the page is behind what the source has since `before`; without that, in what it differs from it.
pub fn lag(bitext: &Bitext<'_>, look: &PageLook<'_>, before: Option<&Beside>) -> Option<Lag> {
    let now = lines(bitext.document);
    let is_old = |before: &Beside| before.lines.source == digest(&now);
    if !before.is_some_and(is_old) && now != lines(look.document) {
        return Some(Lag::Beside);
    }
    if before.is_some_and(|before| is_changed_alone(&before.lines, bitext.document, look.document))
    {
        return Some(Lag::Own);
    }
    let values = Values::of(bitext, look);
    let is_old = |before: &Beside| before.values.source == digest(&values.source);
    if !before.is_some_and(is_old) && !values.are_same {
        return Some(Lag::Values);
    }
    let own = before.map_or(0, |before| before.moved);
    (moved(look) > own).then_some(Lag::Order)
}

/// Whether a hand changed code or addresses of a page while the source has what it had.
///
/// Fields of the front matter are the page's own business.
fn is_changed_alone(known: &Digests, source: &Document, page: &Document) -> bool {
    let is_since = known.source == digest(&lines(source)) && known.page != digest(&lines(page));
    is_since && body(source) != body(page)
}

/// The lines below the front matter.
fn body(document: &Document) -> Vec<String> {
    let lines = lines_at(document).into_iter();
    let start = front_matter_end(&document.text);
    lines.filter(|line| line.start >= start).map(|line| line.text).collect()
}

/// Where the front matter ends; at the start where there is none.
fn front_matter_end(text: &str) -> usize {
    let fence = ["---\n", "+++\n"].into_iter().find(|fence| text.starts_with(fence));
    let end = fence.and_then(|fence| text[fence.len()..].find(&format!("\n{}", fence.trim_end())));
    end.map_or(0, |end| end + 4)
}

/// The lines of a document that hold something else than its sentences, without white space.
fn lines(document: &Document) -> Vec<String> {
    lines_at(document).into_iter().map(|line| line.text).collect()
}

/// A line beside the sentences, and where it begins.
pub struct BesideLine {
    pub start: usize,
    pub text: String,
}

/// Such lines with their places.
pub fn lines_at(document: &Document) -> Vec<BesideLine> {
    let (mut lines, mut from) = (Vec::new(), 0);
    let mut count = Count::default();
    let end = Span::new(document.text.len(), document.text.len());
    for span in document.blocks.iter().map(|block| block.span).chain([end]) {
        let gap = &document.text[from..span.start.max(from)];
        from = from.max(span.end);
        // What a block's own line begins with is its mark or its key.
        let (whole, mark) = gap.rsplit_once('\n').unwrap_or(("", gap));
        let says_more = SAYS.iter().any(|sign| mark.contains(sign));
        let mark = Some(mark).filter(|mark| count.is_news(mark) || says_more);
        for line in whole.split('\n').chain(mark) {
            if line.contains(char::is_alphanumeric) {
                let start = line.as_ptr() as usize - document.text.as_ptr() as usize;
                let text = line.chars().filter(|c| !is_around(*c)).collect();
                lines.push(BesideLine { start, text });
            }
        }
    }
    lines
}

/// The numbers of a list, which say something where they don't go on by one, or stay the same.
#[derive(Default)]
struct Count(Option<u64>);

impl Count {
    /// Whether the mark of a block is a number that doesn't follow from the one before.
    fn is_news(&mut self, mark: &str) -> bool {
        let bare =
            mark.trim_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+'));
        let digits = bare.strip_suffix('.').or_else(|| bare.strip_suffix(')'));
        let before = self.0;
        self.0 = digits.and_then(|digits| digits.parse().ok());
        let follows = |now: u64| {
            before.is_some_and(|before| now == before || before.checked_add(1) == Some(now))
        };
        self.0.is_some_and(|now| !follows(now) && (now != 1 || before.is_some()))
    }
}

/// Signs in what a block's own line begins with that tell of more than a mark or a key: an address, a
/// parameter, an abbreviation, the name of an alert, a tick.
const SAYS: [&str; 8] = ["](", "//", "=\"", "='", "*[", "[!", "[x]", "[X]"];

/// White space, and what stands around the text of an image or a link.
fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '!' | '[' | ']')
}

/// Values of a source, and what stands for them on its page.
struct Values<'a> {
    source: Vec<&'a str>,
    page: Vec<&'a str>,
    /// Whether each has its counterpart on the other side.
    are_same: bool,
}

impl<'a> Values<'a> {
    fn of(bitext: &'a Bitext<'_>, look: &PageLook<'a>) -> Self {
        let is_value = |unit: &usize| values::is_value(bitext, &bitext.units[*unit]);
        let ours: Vec<usize> = (0..bitext.units.len()).filter(is_value).collect();
        let segments = &look.document.segments;
        let mut is_ours = vec![false; segments.len()];
        let mut is_found = vec![false; bitext.units.len()];
        let mut is_owned = vec![false; segments.len()];
        for found in &look.found {
            is_owned[found.segments.clone()].fill(true);
            if let Owner::Unit(unit) = found.owner
                && ours.binary_search(&unit).is_ok()
            {
                is_ours[found.segments.clone()].fill(true);
                is_found[unit] = found.is_equal;
            }
        }
        let is_here = |at: &usize| segments[*at].is_value || is_ours[*at];
        let here: Vec<usize> = (0..segments.len()).filter(is_here).collect();
        Self {
            are_same: ours.iter().all(|unit| is_found[*unit])
                && here.iter().all(|at| is_owned[*at]),
            source: ours.iter().map(|unit| &*bitext.units[*unit].source).collect(),
            page: here.iter().map(|at| &*segments[*at].text).collect(),
        }
    }
}

/// How many texts of the page would have to move to stand in the source's order.
fn moved(look: &PageLook<'_>) -> usize {
    let mut points = Vec::new();
    for found in &look.found {
        let Owner::Unit(unit) = found.owner else { continue };
        points.push(Point { segment: unit, pair: found.segments.start, weight: 1 });
    }
    points.len() - chain(points.clone()).len()
}

/// Whether the source has the texts of the pairs held in another order than these.
pub fn is_reordered(bitext: &Bitext<'_>) -> bool {
    let pairs = bitext.units.iter().filter_map(|unit| unit.pairs.first());
    !pairs.is_sorted()
}

fn digest(texts: &[impl AsRef<str>]) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        text.as_ref().split_whitespace().for_each(|part| _ = hasher.update(part.as_bytes()));
        hasher.update(b"\0");
    }
    hasher.finalize().to_hex()[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Digests, is_changed_alone, lines};
    use crate::model::Document;
    use crate::parse::{Options, Syntax, parse};

    const SOURCE: &str = "---\nslug: a\n---\nСм. код.\n\n- `__init__`\n\n```sh\nrun --fast\n```\n";

    fn document(text: &str) -> Document {
        parse(text.to_owned(), Syntax::Markdown, &Options::default())
    }

    #[test]
    fn code_that_the_page_alone_changed_is_told() {
        let source = document(SOURCE);
        let page = SOURCE.replace("См. код", "See the code");
        let known = Digests::of(&lines(&source), &lines(&document(&page)));
        let is_told = |was: &str, is: &str| {
            is_changed_alone(&known, &source, &document(&page.replace(was, is)))
        };
        assert!(!is_told("", ""));
        assert!(is_told("--fast", "--slow"));
        assert!(is_told("`__init__`", "`init`"));
        // Fields are the page's own, and so is its text.
        assert!(!is_told("slug: a", "slug: b"));
        assert!(!is_told("See the code", "Look at the code"));
        // Where the source went on, too, the page is behind or in step.
        let now = document(&SOURCE.replace("--fast", "--slow"));
        let page = document(&page.replace("--fast", "--slow"));
        assert!(!is_changed_alone(&known, &now, &page));
    }
}
