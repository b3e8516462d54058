//! Every way in which an article changes, tried on many invented articles.
//!
//! The table printed by the test (`cargo test mutations -- --nocapture`) is the one in `docs/figures.md`;
//! the test fails where it isn't.

mod articles;
mod dice;
mod families;
mod mutation;
mod replaced;

use rustc_hash::FxHashSet;

use super::bitext;
use crate::model::{Bitext, Catalog, Danger, Document, Freshness, Pair, State};
use crate::parse::{Options, Syntax, parse};
use crate::text::sentences::{Extra, Splitter};
use articles::MadeArticle;
use families::{FAMILIES, Family};
use mutation::Mutation;

const ARTICLES: u64 = 60;

/// What came of one family.
#[derive(Default)]
struct Score {
    cases: usize,
    segments: usize,
    missed: usize,
    false_stale: usize,
    lost: usize,
    judged: usize,
    right: usize,
}

impl Score {
    fn add(&mut self, other: &Self) {
        self.cases += other.cases;
        self.segments += other.segments;
        self.missed += other.missed;
        self.false_stale += other.false_stale;
        self.lost += other.lost;
        self.judged += other.judged;
        self.right += other.right;
    }

    /// The share of right judgements in hundredths of a percent.
    fn right_share(&self) -> usize {
        (self.right * 10_000).checked_div(self.judged).unwrap_or(10_000)
    }

    fn row(&self, name: &str) -> String {
        let severity = match self.judged {
            0 => "–".to_owned(),
            judged => format!("{}/{judged}", self.right),
        };
        format!(
            "| {name} | {} | {} | {} | {} | {severity} |\n",
            self.cases, self.missed, self.false_stale, self.lost
        )
    }
}

#[test]
fn no_edit_is_missed_and_none_invented() {
    let (mut all, mut table) = (Score::default(), String::new());
    for family in &FAMILIES {
        let mut score = Score::default();
        for seed in 0..ARTICLES {
            let article = MadeArticle::new(seed);
            if let Some(mutation) = (family.mutate)(&article, seed) {
                score.add(&judge(family, &article, &mutation, seed));
            }
        }
        table += &score.row(family.name);
        assert!(score.cases >= 20, "{} has too few cases", family.name);
        if family.danger == Some(Danger::Critical) {
            assert!(score.right_share() >= 9_900, "severity of {}\n{table}", family.name);
        }
        all.add(&score);
    }
    table += &all.row("all");
    let heading = "| family | cases | missed | false stale | lost | severity right |\n|---|--:|--:|--:|--:|--:|\n";
    #[expect(clippy::print_stdout, reason = "the table is the result")]
    {
        println!("\n{heading}{table}");
    }
    let figures = include_str!("../../../docs/figures.md");
    assert!(
        figures.contains(&format!("{heading}{table}")),
        "docs/figures.md has another table\n{table}"
    );
    assert_eq!((all.missed, all.lost), (0, 0), "\n{table}");
    assert!(all.false_stale * 100 <= all.segments, "\n{table}");
    assert!(all.right_share() >= 9_500, "\n{table}");
}

fn document(text: String, is_cut: bool) -> Document {
    let splitter = is_cut.then(|| Splitter::new("ru", &Extra::default()));
    parse(text, Syntax::Markdown, &Options { splitter, ..Options::default() })
}

fn catalog(document: &Document) -> Catalog {
    let pairs = document.segments.iter().enumerate();
    let pairs = pairs
        .map(|(index, segment)| Pair::new(&segment.text, format!("T{index}"), State::Reviewed));
    Catalog { pairs: pairs.collect() }
}

fn judge(family: &Family, article: &MadeArticle, mutation: &Mutation, seed: u64) -> Score {
    let before = document(
        mutation.before.clone().unwrap_or_else(|| article.markdown()),
        !mutation.is_whole_before,
    );
    let after = document(mutation.after.clone(), !mutation.is_whole_after);
    let catalog = catalog(&before);
    let bitext = bitext(&after, &catalog, "ru");
    let touched: FxHashSet<&str> = mutation.touched.iter().map(String::as_str).collect();
    let mut score = Score { cases: 1, segments: after.segments.len(), ..Score::default() };
    let mut met = 0;
    for unit in &bitext.units {
        let is_touched = unit.segments.clone().any(|at| is_in(&touched, &after.segments[at].text));
        let is_flagged = unit.freshness != Freshness::Current;
        met += usize::from(is_touched) * unit.segments.len();
        score.missed += usize::from(is_touched && !is_flagged);
        score.false_stale += usize::from(!is_touched && is_flagged);
        let danger = unit.change.as_ref().map(|change| change.danger);
        if let Some(expected) = family.danger.filter(|_| is_touched) {
            score.judged += 1;
            let is_right = danger == Some(expected);
            score.right += usize::from(is_right);
            if !is_right {
                report(
                    family,
                    seed,
                    &format!(
                        "{danger:?} {:?}: {} -> {}",
                        unit.change.as_ref().map(|change| &change.trigger),
                        unit.previous,
                        unit.source
                    ),
                );
            }
        }
        if is_touched != is_flagged {
            report(
                family,
                seed,
                &format!("{:?}: {} -> {}", unit.freshness, unit.previous, unit.source),
            );
        }
    }
    // A touched sentence that is not found among the units at all would hide a miss.
    score.missed += mutation.touched.len().saturating_sub(met);
    score.lost = lost(&bitext, mutation.orphans);
    if mutation.is_in_order {
        let order: Vec<usize> = bitext.units.iter().flat_map(|unit| unit.pairs.clone()).collect();
        score.lost += order.windows(2).filter(|two| two[0] > two[1]).count();
    }
    if score.lost > 0 {
        report(family, seed, &format!("orphans {:?}", bitext.orphans));
    }
    score
}

fn is_in(touched: &FxHashSet<&str>, text: &str) -> bool {
    touched.contains(text) || touched.contains(text.trim_end_matches(';'))
}

/// Pairs that stand nowhere, twice, or needlessly among the orphans.
fn lost(bitext: &Bitext<'_>, orphans: usize) -> usize {
    let mut places = vec![0_usize; bitext.catalog.pairs.len()];
    bitext
        .units
        .iter()
        .flat_map(|unit| &unit.pairs)
        .chain(&bitext.orphans)
        .for_each(|pair| places[*pair] += 1);
    places.iter().filter(|count| **count != 1).count()
        + bitext.orphans.len().saturating_sub(orphans)
}

#[expect(clippy::print_stdout, reason = "shown where the test fails or with --nocapture")]
fn report(family: &Family, seed: u64, what: &str) {
    println!("{} {seed}: {what}", family.name);
}
