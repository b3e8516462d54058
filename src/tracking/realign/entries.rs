//! Items, cells and headings stand for themselves: a doubtful pair never joins two of them.
//!
//! A pair that did would wait for a person who has no text to give for it.

use std::ops::Range;

use super::proof::text;
use super::{BlockAligner, Link, Versions};
use crate::align::ACCEPT;
use crate::model::Document;

/// Takes links apart that join entries and aren't sure: what fits best stays a pair, the rest is alone.
pub fn parted(links: Vec<Link>, versions: &Versions<'_>, aligner: &BlockAligner<'_>) -> Vec<Link> {
    let mut parted = Vec::with_capacity(links.len());
    for link in links {
        let is_joined = versions.source.joins_entries(&link.source)
            || versions.target.joins_entries(&link.target);
        if is_joined && link.confidence < ACCEPT {
            parted.extend(pieces(&link, versions, aligner));
        } else {
            parted.push(link);
        }
    }
    parted
}

/// The link's parts, block by block.
fn pieces(link: &Link, versions: &Versions<'_>, aligner: &BlockAligner<'_>) -> Vec<Link> {
    let mut sources = by_blocks(versions.source, &link.source);
    let mut targets = by_blocks(versions.target, &link.target);
    let mut found = Vec::new();
    while let Some((source, target)) = best(&sources, &targets, versions, aligner) {
        let (source, target) = (sources.remove(source), targets.remove(target));
        found.push(Link { source, target, confidence: link.confidence.min(ACCEPT / 2.0) });
    }
    let alone = |side: Vec<Range<usize>>| side.into_iter().flatten().map(|at| at..at + 1);
    found.extend(alone(sources).map(|source| Link { source, target: 0..0, confidence: 1.0 }));
    found.extend(alone(targets).map(|target| Link { source: 0..0, target, confidence: 1.0 }));
    found
}

/// Which two of the parts fit best; nothing where none do at all.
fn best(
    sources: &[Range<usize>],
    targets: &[Range<usize>],
    versions: &Versions<'_>,
    aligner: &BlockAligner<'_>,
) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (one, source) in sources.iter().enumerate() {
        for (other, target) in targets.iter().enumerate() {
            let texts =
                (text(versions.source, source.clone()), text(versions.target, target.clone()));
            let fit = aligner.fit(&texts.0, &texts.1);
            let is_possible = fit > 0.0 && !aligner.contradicts(&texts.0, &texts.1);
            if is_possible && best.is_none_or(|(most, ..)| fit > most) {
                best = Some((fit, one, other));
            }
        }
    }
    best.map(|(_, source, target)| (source, target))
}

/// The segments of a range, those of one block together.
fn by_blocks(document: &Document, segments: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in segments.clone() {
        let block = document.block_of(at).map(|block| block.segments.clone());
        match parts.last_mut() {
            Some(last) if block.is_some_and(|block| block.contains(&last.start)) => {
                last.end = at + 1;
            }
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::aligner::Stub;
    use super::super::tests::document;
    use super::super::{BlockAligner, KnownPage, Link, Versions};
    use super::parted;
    use crate::align::Lexicon;
    use crate::tracking::Tongue;

    fn number(text: &str) -> Option<char> {
        text.chars().find(char::is_ascii_digit)
    }

    /// The links made of one, as `source=target`, segments by their numbers.
    fn parts(russian: &str, english: &str, link: Link) -> String {
        let (source, target) = (document(russian, "ru"), document(english, "en"));
        let tongues = (&Tongue::new("ru"), &Tongue::new("en"));
        let base = KnownPage::Never;
        let versions = Versions { source: &source, target: &target, base, tongues };
        let lexicon = Lexicon::empty("ru", "en");
        let mut aligner = BlockAligner::new(&lexicon, 0.5);
        aligner.stub = Some(Stub {
            links: |_, _| Vec::new(),
            fit: |one, other| if number(one) == number(other) { 1.0 } else { 0.0 },
            translates: |_, _| true,
            contradicts: |_, _| false,
        });
        let links = parted(vec![link], &versions, &aligner).into_iter();
        let shown = links.map(|link| format!("{:?}={:?}", link.source, link.target));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_doubtful_pair_joins_no_two_items() {
        let items = "- Пункт 1\n- Пункт 2\n- Пункт 3\n";
        let doubtful = || Link { source: 0..3, target: 0..1, confidence: 0.5 };
        assert_eq!(parts(items, "- Point 2\n", doubtful()), "1..2=0..1 0..1=0..0 2..3=0..0");
        assert_eq!(
            parts(items, "- Point 9\n", doubtful()),
            "0..1=0..0 1..2=0..0 2..3=0..0 0..0=0..1"
        );
        let sure = Link { confidence: 0.99, ..doubtful() };
        assert_eq!(parts(items, "- Point 2\n", sure), "0..3=0..1");
    }

    #[test]
    fn sentences_of_paragraphs_may_be_joined() {
        let link = Link { source: 0..2, target: 0..1, confidence: 0.5 };
        assert_eq!(parts("Дом 1 стоит.\n\nДом 2 пал.\n", "1 and 2.\n", link), "0..2=0..1");
    }
}
