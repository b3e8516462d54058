//! Random tables and lists of values: each value is judged beside its own label, whatever others say.

use proptest::prelude::*;

use super::realign::{BlockAligner, KnownPage, Link, Stub, Versions, realign};
use super::{Tongue, bitext};
use crate::align::Lexicon;
use crate::model::{Bitext, Catalog, Document, Pair, State};
use crate::parse::{Options, Syntax, parse};

/// Labels of rows, in both languages.
const LABELS: [[&str; 2]; 6] = [
    ["Хлеб", "Bread"],
    ["Молоко", "Milk"],
    ["Яблоки", "Apples"],
    ["Рыба", "Fish"],
    ["Сахар", "Sugar"],
    ["Картофель", "Potatoes"],
];
/// Few values, so that other rows often say the same.
const VALUES: [&str; 5] = ["40", "7", "12.05.2024", "3:0", "15 %"];

/// A label and what stands behind it.
#[derive(Clone, Debug, PartialEq)]
struct DiffLine {
    label: usize,
    values: Vec<usize>,
}

/// How lines are written.
#[derive(Clone, Copy, Debug)]
enum Layout {
    Table,
    /// The first value stands before the label.
    Numbered,
    /// The label is a line, and the values are a list below.
    Listed,
}

fn written(lines: &[DiffLine], layout: Layout, language: usize) -> String {
    let mut text = ["Итог за год.\n\n", "Results of the year.\n\n"][language].to_owned();
    if !matches!(layout, Layout::Listed) {
        text += ["| Товар | Весна | Осень |\n", "| Item | Spring | Autumn |\n"][language];
        text += "|---|---|---|\n";
    }
    for line in lines {
        let label = LABELS[line.label][language];
        let values: Vec<&str> = line.values.iter().map(|value| VALUES[*value]).collect();
        match layout {
            Layout::Table => text += &format!("| {label} | {} |\n", values.join(" | ")),
            Layout::Numbered => {
                text += &format!("| {} | {label} | {} |\n", values[0], values[1..].join(" | "));
            }
            Layout::Listed => text += &format!("{label}:\n\n- {}\n\n", values.join("\n- ")),
        }
    }
    text + ["\nКонец.\n", "\nThe end.\n"][language]
}

fn document(lines: &[DiffLine], layout: Layout, language: usize) -> Document {
    parse(written(lines, layout, language), Syntax::Markdown, &Options::default())
}

/// Pairs of the texts of both documents, one by one.
fn catalog(source: &Document, target: &Document) -> Catalog {
    let texts = source.segments.iter().zip(&target.segments);
    let pair = texts.map(|(source, target)| {
        Pair::new(source.text.clone(), target.text.clone(), State::Reviewed)
    });
    Catalog { pairs: pair.collect() }
}

fn lines() -> impl Strategy<Value = Vec<DiffLine>> {
    let values = prop::collection::vec(0..VALUES.len(), 2);
    let labels = Just((0..LABELS.len()).collect::<Vec<_>>()).prop_shuffle();
    (labels, prop::collection::vec(values, 1..LABELS.len())).prop_map(|(labels, values)| {
        let lines = labels.into_iter().zip(values);
        lines.map(|(label, values)| DiffLine { label, values }).collect()
    })
}

fn layouts() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::Table), Just(Layout::Numbered), Just(Layout::Listed)]
}

/// What is done to a document: the kind of edit, where, and what comes there.
type Edit = (usize, usize, usize);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((0_usize..4, 0_usize..24, 0_usize..24), 0..5)
}

fn edited(lines: &mut Vec<DiffLine>, (what, at, with): Edit) {
    if lines.is_empty() {
        return;
    }
    let line = at % lines.len();
    match what {
        0 if lines.len() > 1 => drop(lines.remove(line)),
        1 => {
            let moved = lines.remove(line);
            lines.insert(with % (lines.len() + 1), moved);
        }
        2 => {
            let label = with % LABELS.len();
            if lines.iter().all(|line| line.label != label) {
                let values = vec![at % VALUES.len(), with % VALUES.len()];
                lines.insert(line, DiffLine { label, values });
            }
        }
        _ => lines[line].values[at / 6 % 2] = with % VALUES.len(),
    }
}

/// For each label and place whether the value is current.
fn current(bitext: &Bitext<'_>, lines: &[DiffLine], layout: Layout) -> Vec<(usize, [bool; 2])> {
    let head = if matches!(layout, Layout::Listed) { 1 } else { 4 };
    let places = match layout {
        Layout::Numbered => [0, 2],
        _ => [1, 2],
    };
    let is_current = |segment: usize| {
        let units = &bitext.units;
        let unit = units.iter().find(|unit| unit.segments.contains(&segment));
        unit.is_some_and(|unit| {
            unit.freshness.name() == "current" && unit.state != Some(State::Draft)
        })
    };
    let line = |(index, line): (usize, &DiffLine)| {
        (line.label, places.map(|place| is_current(head + 3 * index + place)))
    };
    lines.iter().enumerate().map(line).collect()
}

/// Which values are what they were; in a list none has a place, so only how many counts.
fn kept(was: &DiffLine, is: &DiffLine, layout: Layout) -> [bool; 2] {
    let same = [0, 1].map(|at| was.values[at] == is.values[at]);
    let crossed = [0, 1].map(|at| was.values[at] == is.values[1 - at]);
    let is_listed = matches!(layout, Layout::Listed);
    if is_listed && crossed == [true, true] {
        return crossed;
    }
    if !is_listed {
        return same;
    }
    let any = same.contains(&true) || crossed.contains(&true);
    if same == [true, true] { same } else { [false, any] }
}

fn sorted(mut shown: [bool; 2]) -> [bool; 2] {
    shown.sort_unstable();
    shown
}

/// Pairs all in order.
fn in_order(source: &[usize], target: &[usize]) -> Vec<Link> {
    let confidence = if source.len() == target.len() { 1.0 } else { 0.5 };
    let both = source.len().min(target.len());
    let link = |at: usize| Link { source: at..at + 1, target: at..at + 1, confidence };
    let left = (both..source.len()).map(|at| Link { source: at..at + 1, target: 0..0, confidence });
    let right =
        (both..target.len()).map(|at| Link { source: 0..0, target: at..at + 1, confidence });
    (0..both).map(link).chain(left).chain(right).collect()
}

/// Brings the catalog in step with both documents; only values are aligned, each with its like.
fn follow(catalog: &Catalog, source: &Document, target: &Document) -> Catalog {
    let tongues = (&Tongue::new("ru"), &Tongue::new("en"));
    let versions = Versions { source, target, base: KnownPage::Lost, tongues };
    let lexicon = Lexicon::empty("ru", "en");
    let mut aligner = BlockAligner::new(&lexicon, 0.5);
    aligner.stub = Some(Stub {
        links: in_order,
        fit: |source, target| if source == target { 9.0 } else { 0.0 },
        translates: |source, target| source == target,
        contradicts: |source, target| source != target,
    });
    realign(&versions, catalog, &aligner).catalog
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_is_current_only_where_its_own_label_had_it(
        before in lines(), edits in edits(), layout in layouts()
    ) {
        let mut after = before.clone();
        for edit in edits {
            edited(&mut after, edit);
        }
        let catalog = catalog(&document(&before, layout, 0), &document(&before, layout, 1));
        let now = document(&after, layout, 0);
        let bitext = bitext(&now, &catalog, "ru");
        for (label, shown) in current(&bitext, &after, layout) {
            let line = |lines: &[DiffLine]| lines.iter().find(|line| line.label == label).cloned();
            let (Some(was), Some(is)) = (line(&before), line(&after)) else { continue };
            let same = kept(&was, &is, layout);
            let shown = if matches!(layout, Layout::Listed) { sorted(shown) } else { shown };
            let texts: Vec<_> = bitext.units.iter().map(|unit| (&*unit.source, &*unit.target)).collect();
            prop_assert_eq!(shown, same, "{}: {:?} {:?}", LABELS[label][0], before, texts);
        }
    }

    #[test]
    fn after_both_sides_were_edited_a_current_value_says_the_same_on_both(
        before in lines(), both in edits(), changes in prop::collection::vec((0_usize..2, 0_usize..24, 0_usize..24), 0..4), layout in layouts()
    ) {
        let mut sides = [before.clone(), before.clone()];
        for edit in both.into_iter().filter(|edit| edit.0 != 2) {
            for lines in &mut sides {
                edited(lines, edit);
            }
        }
        for (side, at, with) in changes {
            edited(&mut sides[side], (3, at, with));
        }
        let held = catalog(&document(&before, layout, 0), &document(&before, layout, 1));
        let (source, target) = (document(&sides[0], layout, 0), document(&sides[1], layout, 1));
        let catalog = follow(&held, &source, &target);
        let bitext = bitext(&source, &catalog, "ru");
        for (label, shown) in current(&bitext, &sides[0], layout) {
            let line = |lines: &[DiffLine]| lines.iter().find(|line| line.label == label).cloned();
            let (Some(one), Some(other)) = (line(&sides[0]), line(&sides[1])) else { continue };
            let shown = if matches!(layout, Layout::Listed) { sorted(shown) } else { shown };
            let same = kept(&one, &other, layout);
            for at in [0, 1] {
                let is_right = shown[at] <= same[at];
                prop_assert!(is_right, "{} {at}: {:?} {:?}", LABELS[label][0], sides, catalog.pairs);
            }
        }
    }
}
