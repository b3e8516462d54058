//! Which texts and lines stand elsewhere on the page than in its source, although both have them.
//!
//! Texts are compared by how they stand (`shape`): in a list, at a level, in a column, in one row with the text
//! before. Lines, those that open or end a container among them, are compared by the texts between which they stand.

use super::differences::{front_matter_end, key, same_places, whole_line};
use super::found::{Owner, PageLook};
use super::lines::{BesideLine, ends_at, lines_at};
use super::shape::{Posture, stands};
use crate::model::{Bitext, Document};
use crate::text::heaviest::{Point, chain};

/// Something that stands elsewhere on the page than in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Digests of where the source has it, and where the page.
    pub key: String,
    /// Where it stands on the page, as a byte.
    pub at: usize,
    /// Its line on the page and in the source.
    pub is: String,
    pub would_be: String,
}

/// What stands elsewhere, and how all stands in the source.
pub struct Shifts {
    pub all: Vec<Shift>,
    /// Of each text and line of the source how it stands; for a digest.
    pub source: Vec<String>,
}

impl Shifts {
    /// Compares the places of what both have.
    pub fn of(bitext: &Bitext<'_>, look: &PageLook<'_>) -> Self {
        let anchors = anchors(bitext, look);
        let sides = [Side::new(bitext.document), Side::new(look.document)];
        let [ours, theirs] = &sides;
        let mut all = texts(&anchors, ours, theirs);
        all.extend(rows(&anchors, ours, theirs));
        all.extend(lines(&anchors, ours, theirs));
        Self { all, source: ours.places() }
    }
}

/// A document with how its blocks stand and what it has beside them.
struct Side<'a> {
    document: &'a Document,
    stands: Vec<Posture>,
    lines: Vec<BesideLine>,
    ends: Vec<BesideLine>,
}

impl<'a> Side<'a> {
    fn new(document: &'a Document) -> Self {
        let (lines, ends) = (lines_at(document), ends_at(document));
        Self { document, stands: stands(document), lines, ends }
    }

    fn stand(&self, segment: usize) -> &Posture {
        let blocks = &self.document.blocks;
        &self.stands[blocks.partition_point(|block| block.segments.end <= segment)]
    }

    fn start(&self, segment: usize) -> usize {
        self.document.segments[segment].span.start
    }

    fn line(&self, at: usize) -> String {
        whole_line(&self.document.text, at)
    }

    /// How each block stands, and below how many of them each line.
    fn places(&self) -> Vec<String> {
        let mut places = Vec::with_capacity(self.stands.len() + self.lines.len());
        let mut row = None;
        for (stand, block) in self.stands.iter().zip(&self.document.blocks) {
            let is_on = row == stand.row;
            row = stand.row;
            places.push(format!("{} {} {is_on}", stand.role, block.segments.len()));
        }
        for line in self.lines.iter().chain(&self.ends) {
            let above = self.document.blocks.partition_point(|block| block.span.start < line.start);
            places.push(format!("{above} {}", line.text));
        }
        places
    }
}

/// A text that both have, as segments.
#[derive(Clone, Copy)]
struct Anchor {
    source: usize,
    page: usize,
    /// Whether its neighbours stand in the source's order, too.
    is_in_order: bool,
}

/// All texts that both have, in the source's order.
fn anchors(bitext: &Bitext<'_>, look: &PageLook<'_>) -> Vec<Anchor> {
    let mut points = Vec::with_capacity(look.found.len());
    for found in &look.found {
        if let Owner::Unit(unit) = found.owner {
            let segment = bitext.units[unit].segments.start;
            points.push(Point { segment, pair: found.segments.start, weight: 1 });
        }
    }
    points.sort_unstable_by_key(|point| (point.segment, point.pair));
    let kept = chain(points.clone());
    let mut next = kept.iter().peekable();
    let mut anchors = Vec::with_capacity(points.len());
    for point in points {
        let is_in_order = next.next_if(|kept| **kept == point).is_some();
        anchors.push(Anchor { source: point.segment, page: point.pair, is_in_order });
    }
    anchors
}

/// The texts that stand in another way; of those in a row that do so in the same way, the first.
fn texts(anchors: &[Anchor], ours: &Side<'_>, theirs: &Side<'_>) -> Vec<Shift> {
    let mut found: Vec<Shift> = Vec::new();
    let mut before = String::new();
    for anchor in anchors {
        let (one, other) = (&ours.stand(anchor.source).role, &theirs.stand(anchor.page).role);
        if one == other || one.is_empty() || other.is_empty() {
            before.clear();
            continue;
        }
        let key = key([one, other]);
        if key != before {
            found.push(shift(key.clone(), anchor, ours, theirs));
        }
        before = key;
    }
    found
}

fn shift(key: String, anchor: &Anchor, ours: &Side<'_>, theirs: &Side<'_>) -> Shift {
    let at = theirs.start(anchor.page);
    Shift { key, at, is: theirs.line(at), would_be: ours.line(ours.start(anchor.source)) }
}

/// The cells that stand in one row with the one before on one side alone.
fn rows(anchors: &[Anchor], ours: &Side<'_>, theirs: &Side<'_>) -> Vec<Shift> {
    let mut found = Vec::new();
    let mut before: Option<Anchor> = None;
    for anchor in anchors.iter().filter(|anchor| anchor.is_in_order) {
        let last = before.replace(*anchor);
        let Some(last) = last else { continue };
        let is_one_row = |side: &Side<'_>, one: usize, other: usize| {
            let rows = side.stand(one).row.zip(side.stand(other).row);
            rows.map(|(one, other)| one == other)
        };
        let rows = is_one_row(ours, last.source, anchor.source);
        let rows = rows.zip(is_one_row(theirs, last.page, anchor.page));
        if rows.is_some_and(|(one, other)| one != other) {
            let (one, other) =
                if rows.is_some_and(|(one, _)| one) { ("row", "") } else { ("", "row") };
            found.push(shift(key([one, other]), anchor, ours, theirs));
        }
    }
    found
}

/// Where something begins that both have, as bytes of the source and of the page, in order each.
#[derive(Default)]
struct Marks {
    source: Vec<usize>,
    page: Vec<usize>,
}

impl Marks {
    fn add(&mut self, source: usize, page: usize) {
        self.source.push(source);
        self.page.push(page);
    }

    /// By how many of them a place in the source is below one on the page.
    fn way(&self, source: usize, page: usize) -> isize {
        let above = self.source.partition_point(|mark| *mark < source);
        let on_page = self.page.partition_point(|mark| *mark < page);
        above.cast_signed() - on_page.cast_signed()
    }

    fn sort(&mut self) {
        self.source.sort_unstable();
        self.page.sort_unstable();
    }
}

/// The lines that both have below another text, and the ends that one has elsewhere or alone.
fn lines(anchors: &[Anchor], ours: &Side<'_>, theirs: &Side<'_>) -> Vec<Shift> {
    let mut marks = Marks::default();
    for anchor in anchors.iter().filter(|anchor| anchor.is_in_order) {
        marks.add(ours.start(anchor.source), theirs.start(anchor.page));
    }
    let fields = [ours, theirs].map(|side| front_matter_end(&side.document.text));
    let mut found = Vec::new();
    let same = same_places(&ours.lines, &theirs.lines);
    for same in &same {
        let line = &ours.lines[same.source];
        let place = theirs.lines[same.page].start;
        let way = marks.way(line.start, place);
        if way != 0 && line.start >= fields[0] && place >= fields[1] {
            found.push(moved(&line.text, way, theirs.line(place)).at(place));
        }
    }
    for same in same {
        marks.add(ours.lines[same.source].start, theirs.lines[same.page].start);
    }
    marks.sort();
    found.extend(ends(&marks, ours, theirs));
    found
}

/// The ends of containers that stand elsewhere or on one side alone.
fn ends(marks: &Marks, ours: &Side<'_>, theirs: &Side<'_>) -> Vec<Shift> {
    let mut found = Vec::new();
    for at in 0..ours.ends.len().max(theirs.ends.len()) {
        match (ours.ends.get(at), theirs.ends.get(at)) {
            (Some(one), Some(other)) => {
                let way = marks.way(one.start, other.start);
                if way != 0 || one.text != other.text {
                    let text = one.text.clone() + &other.text;
                    found.push(moved(&text, way, theirs.line(other.start)).at(other.start));
                }
            }
            (one, other) => {
                let text = one.or(other).map_or("", |line| line.text.as_str());
                let at = other.map_or(theirs.document.text.len(), |line| line.start);
                found.push(moved(text, isize::MAX, text.to_owned()).at(at));
            }
        }
    }
    found
}

/// A line that the source has so many places further below.
fn moved(text: &str, way: isize, is: String) -> Shift {
    Shift { key: key([text, &way.to_string()]), at: 0, is, would_be: String::new() }
}

impl Shift {
    fn at(self, at: usize) -> Self {
        Self { at, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::{Catalog, Document, Lag, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::tracking::page::Tongues;
    use crate::tracking::page::beside::{Beside, EarlierPage, lag};
    use crate::tracking::page::found::PageLook;
    use crate::tracking::{Tongue, bitext};

    /// Words of both languages, one for one.
    const TEXTS: [[&str; 2]; 6] = [
        ["Дорога закрыта", "Road closed"],
        ["Школа открыта", "School open"],
        ["Лавка пуста", "Shop empty"],
        ["Поезд ушёл", "Train left"],
        ["Река встала", "River froze"],
        ["Парк зацвёл", "Park blooms"],
    ];

    /// The same texts in another place each; `A`, `B` and `C` stand for texts.
    const MOVES: [[&str; 2]; 28] = [
        ["| A | B | |\n|---|---|---|\n| C | ✓ | |\n", "| A | B | |\n|---|---|---|\n| C | | ✓ |\n"],
        [
            "| A | B | |\n|---|---|---|\n| C | 50 | |\n",
            "| A | B | |\n|---|---|---|\n| C | | 50 |\n",
        ],
        ["| A | |\n|---|---|\n| B | |\n| | C |\n", "| A | |\n|---|---|\n| B | C |\n| | |\n"],
        ["{% if a %}\n\nA\n\n{% endif %}\n\nB\n", "{% if a %}\n\nA\n\nB\n\n{% endif %}\n"],
        [
            "{% if a %}\n\nA\n\n{% else %}\n\nB\n\n{% endif %}\n",
            "{% if a %}\n\nA\n\nB\n\n{% else %}\n\n{% endif %}\n",
        ],
        ["{{< vip >}}\n\nA\n\n{{< /vip >}}\n\nB\n", "{{< vip >}}\n\nA\n\nB\n\n{{< /vip >}}\n"],
        ["<Vip>\n\nA\n\n</Vip>\n\nB\n", "<Vip>\n\nA\n\nB\n\n</Vip>\n"],
        ["<div class=\"x\">\n\nA\n\n</div>\n\nB\n", "<div class=\"x\">\n\nA\n\nB\n\n</div>\n"],
        ["<del>\n\nA\n\n</del>\n\nB\n", "<del>\n\nA\n\nB\n\n</del>\n"],
        ["::: tip\n\nA\n\n:::\n\nB\n", "::: tip\n\nA\n\nB\n\n:::\n"],
        ["!!! danger\n    A\n\nB\n", "!!! danger\n    A\n\n    B\n"],
        ["> A\n\nB\n", "> A\n>\n> B\n"],
        ["A[^1]\n\n[^1]: B\n\nC\n", "A[^1]\n\n[^1]: B\n\n    C\n"],
        ["- A\n- B\n\nC\n", "- A\n- B\n- C\n"],
        ["- A\n  - B\n", "- A\n- B\n"],
        ["- A\n\n  B\n", "- A\n\nB\n"],
        ["1. A\n2. B\n", "- A\n- B\n"],
        ["> A\n", "A\n"],
        ["### A\n\nB\n", "## A\n\nB\n"],
        ["A\n\n```\nrun x\n```\n\nB\n\nC\n", "A\n\nB\n\n```\nrun x\n```\n\nC\n"],
        ["A\n\n![](a.jpg)\n\nB\n", "A\n\nB\n\n![](a.jpg)\n"],
        ["A\n\n$$\nx\n$$\n\nB\n", "A\n\nB\n\n$$\nx\n$$\n"],
        ["A\n\n{{< youtube abc >}}\n\nB\n", "A\n\nB\n\n{{< youtube abc >}}\n"],
        [
            "<table><tr><td rowspan=2>A</td><td>B</td></tr></table>\n",
            "<table><tr><td rowspan=3>A</td><td>B</td></tr></table>\n",
        ],
        ["<ol>\n<li value=5>A</li>\n</ol>\n", "<ol>\n<li value=6>A</li>\n</ol>\n"],
        ["<ol reversed>\n<li>A</li>\n</ol>\n", "<ol>\n<li>A</li>\n</ol>\n"],
        ["<ol reversed><li>A</li></ol>\n", "<ol><li>A</li></ol>\n"],
        ["A\n\n<details>\n\nB\n\n</details>\n\nC\n", "A\n\n<details>\n\nB\n\nC\n\n</details>\n"],
    ];

    /// What may stand around.
    const AROUND: [&str; 8] = [
        "D\n",
        "## D\n\nE\n",
        "- D\n- E\n",
        "> D\n",
        "```\nls\n```\n\nD\n",
        "| D | E |\n|---|---|\n| F | |\n| | 7 |\n",
        "::: note\n\nD\n\n:::\n",
        "!!! info\n    D\n\n    E\n\nF\n",
    ];

    const AFTER: [&str; 6] =
        ["", "```\nls\n```\n", "---\n", "![](b.jpg)\n", "::: end\n:::\n", "8\n"];

    /// A document of these parts in one language.
    fn document(parts: [&str; 3], language: usize) -> Document {
        let mut text = String::new();
        for part in parts {
            for c in part.chars() {
                match "ABCDEF".find(c) {
                    Some(at) => text.push_str(TEXTS[at][language]),
                    None => text.push(c),
                }
            }
            text.push('\n');
        }
        parse(text, Syntax::Markdown, &Options::default())
    }

    fn catalog(source: &Document) -> Catalog {
        let mut pairs = Vec::new();
        for segment in &source.segments {
            let known = TEXTS.iter().find(|texts| segment.text.starts_with(texts[0]));
            if let Some([one, other]) = known {
                let target = segment.text.replace(one, other);
                pairs.push(Pair::new(segment.text.clone(), target, State::Final));
            }
        }
        Catalog { pairs }
    }

    /// What is told of a source and its page, and what is remembered after `align` read it.
    fn told(source: &Document, page: &Document, known: Option<&Beside>) -> (Option<Lag>, Beside) {
        let catalog = catalog(source);
        let tongue = Tongue::new("en");
        let tongues = Tongues { from: "ru", into: &tongue };
        let bitext = bitext(source, &catalog, "ru");
        let Some(known) = known else {
            return (None, Beside::new(&bitext, page, &tongues));
        };
        let known = Beside::parse(&known.to_string()).expect("it was written");
        let look = PageLook::new(&bitext, page, &tongues);
        let told = lag(&bitext, &look, Some(&known)).map(|lagging| lagging.lag);
        let earlier = EarlierPage { beside: Some(&known), ..EarlierPage::default() };
        (told, Beside::anew(&bitext, page, &earlier, &tongues))
    }

    /// Judges a move in both directions, between these parts.
    fn judge(parts: [&str; 2], around: [&str; 2]) {
        let side =
            |part: usize, language: usize| document([around[0], parts[part], around[1]], language);
        for [was, is] in [[0, 1], [1, 0]] {
            let (source, page) = (side(was, 0), side(was, 1));
            let (_, known) = told(&source, &page, None);
            assert_eq!(told(&source, &page, Some(&known)).0, None, "{}", source.text);
            let (source_moved, page_moved) = (side(is, 0), side(is, 1));
            let (first, again) = told(&source_moved, &page, Some(&known));
            assert!(first.is_some() && first != Some(Lag::Own), "{first:?} {}", source_moved.text);
            assert!(told(&source_moved, &page, Some(&again)).0.is_some(), "{}", source_moved.text);
            assert_eq!(
                told(&source_moved, &page_moved, Some(&again)).0,
                None,
                "{}",
                page_moved.text
            );
            let (by_page, _) = told(&source, &page_moved, Some(&known));
            assert!(by_page.is_some(), "{}", page_moved.text);
            // What stood otherwise from the beginning is the page's own.
            let (_, own) = told(&source, &page_moved, None);
            let (kept, own) = told(&source, &page_moved, Some(&own));
            assert_eq!(kept, None, "{}", page_moved.text);
            assert_eq!(told(&source, &page_moved, Some(&own)).0, None, "{}", page_moved.text);
        }
    }

    #[test]
    fn what_moves_on_one_side_alone_is_told() {
        for parts in MOVES {
            judge(parts, ["D\n", "E\n"]);
        }
    }

    #[test]
    fn an_empty_row_and_other_lines_around_a_row_are_no_move() {
        let rows = "| A | B |\n|---|---|\n| C | 5 |\n";
        for other in ["| A | B |\n|---|---|\n| | |\n| C | 5 |\n", "A | B\n---|---\nC | 5\n"] {
            let (source, page) = (document([rows, "", ""], 0), document([other, "", ""], 1));
            let (_, known) = told(&source, &document([rows, "", ""], 1), None);
            assert_eq!(told(&source, &page, Some(&known)).0, None, "{other}");
        }
    }

    #[test]
    fn a_title_may_be_the_last_field_or_not() {
        let names = ["title", "summary"].map(str::to_owned).to_vec();
        let options = Options { fields: names, ..Options::default() };
        let read = |language: usize, more: &str| {
            let title = TEXTS[0][language];
            let text = format!("---\ntitle: {title}\n{more}---\n\n{}\n", TEXTS[1][language]);
            parse(text, Syntax::Markdown, &options)
        };
        let (source, page) = (read(0, "summary: Река встала\n"), read(1, "summary: River froze\n"));
        let (_, known) = told(&source, &page, None);
        // That a text was taken out is told by itself.
        assert_eq!(told(&read(0, ""), &page, Some(&known)).0, None);
        assert_eq!(told(&read(0, ""), &read(1, ""), Some(&known)).0, None);
    }

    #[test]
    fn a_list_of_its_own_kind_grows_with_its_source() {
        let (source, page) =
            (document(["1. A\n2. B\n", "", ""], 0), document(["- A\n- B\n", "", ""], 1));
        let (_, known) = told(&source, &page, None);
        let (source, page) =
            (document(["1. A\n2. B\n3. C\n", "", ""], 0), document(["- A\n- B\n- C\n", "", ""], 1));
        assert_eq!(told(&source, &page, Some(&known)).0, None);
    }

    proptest! {
        #[test]
        fn what_moves_between_anything_is_told(
            at in 0..MOVES.len(), before in 0..AROUND.len(), after in 0..AFTER.len(),
        ) {
            judge(MOVES[at], [AROUND[before], AFTER[after]]);
        }
    }
}
