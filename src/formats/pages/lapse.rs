//! Where a page shows something although no translation holds there.

use super::passage::{shown, stands};
use super::{Page, Policy, Shown};
use crate::model::{Change, Danger, Document, Kind, Lines, Position, Unit};
use crate::tracking::Need;

/// A text of the article that no translation holds for.
#[derive(Clone, Debug, PartialEq)]
pub struct Lapse {
    /// Line and column in the source.
    pub position: Position,
    pub need: Need,
    pub change: Option<Change>,
    pub stand: Stand,
    pub prominence: Prominence,
}

/// What stands in the translation's place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    Translation,
    Source,
    Nothing,
}

/// Where in the article the text stands, as far as readers see it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prominence {
    Title,
    Field,
    /// The first paragraph.
    Lead,
    Body,
}

impl Lapse {
    /// Whether the source says another thing than the translation.
    pub fn is_critical(&self) -> bool {
        matches!(self.need, Need::Stale(danger) if danger.0 == Danger::Critical)
    }
}

/// All of them, in document order.
pub fn lapses(page: &Page<'_>) -> Vec<Lapse> {
    let document = page.bitext.document;
    let lines = Lines::new(&document.text);
    let mut lapses = Vec::new();
    for unit in &page.bitext.units {
        let Some(need) = Need::of(unit) else { continue };
        let first = document.segments.get(unit.segments.start);
        lapses.push(Lapse {
            position: lines.position(first.map_or(0, |segment| segment.span.start)),
            need,
            change: unit.change.clone().filter(|_| unit.is_stale()),
            stand: stand(page.stale, unit),
            prominence: prominence(document, unit.segments.start),
        });
    }
    lapses
}

fn stand(policy: Policy, unit: &Unit<'_>) -> Stand {
    let has_no_past = unit.is_missing() || unit.is_unsealed();
    if policy == Policy::Frozen && !stands(unit) && has_no_past {
        return Stand::Nothing;
    }
    match shown(policy, unit) {
        Shown::Translation(_) => Stand::Translation,
        Shown::Source(_) | Shown::Placeholder => Stand::Source,
        Shown::Nothing | Shown::Above => Stand::Nothing,
    }
}

fn prominence(document: &Document, segment: usize) -> Prominence {
    let Some(block) = document.block_of(segment) else { return Prominence::Body };
    let lead = document.blocks.iter().find(|block| block.kind == Kind::Paragraph);
    match block.kind {
        Kind::Title => Prominence::Title,
        Kind::Field => Prominence::Field,
        _ if lead.is_some_and(|lead| lead.segments.contains(&segment)) => Prominence::Lead,
        _ => Prominence::Body,
    }
}

#[cfg(test)]
mod tests {
    use super::{Lapse, Prominence, Stand, lapses};
    use crate::formats::pages::Policy;
    use crate::formats::pages::testing::{PageSettings, WORKING, export, with_page};

    const MARKED: &str = "# ⟦Итоги→Results⟧\n\n⟦Вышло 3 тома.←!Вышло 2 тома.→Two volumes came out.⟧ ⟦Второе.⟧\n\n\
        ⟦Проект.→*A draft.⟧\n\n⟦Рука.→?By hand.⟧\n\n⟦Всё.→That is all.⟧\n";

    fn found(stale: Policy) -> Vec<Lapse> {
        with_page(PageSettings { stale, ..WORKING }, MARKED, lapses)
    }

    #[test]
    fn each_has_its_place_and_what_stands_there() {
        use Stand::{Nothing, Source, Translation};
        let stands = |stale| found(stale).iter().map(|lapse| lapse.stand).collect::<Vec<_>>();
        assert_eq!(stands(Policy::Mark), [Translation, Source, Translation, Translation]);
        assert_eq!(stands(Policy::Source), [Source, Source, Translation, Source]);
        assert_eq!(stands(Policy::Frozen), [Translation, Nothing, Translation, Nothing]);
        assert_eq!(stands(Policy::Omit), [Nothing, Nothing, Translation, Nothing]);
        let lapses = found(Policy::Mark);
        let places: Vec<Prominence> = lapses.iter().map(|lapse| lapse.prominence).collect();
        assert_eq!(
            places,
            [Prominence::Lead, Prominence::Lead, Prominence::Body, Prominence::Body]
        );
        assert_eq!(lapses[0].position.line, 3);
        assert!(lapses[0].is_critical() && !lapses[1].is_critical());
    }

    #[test]
    fn what_is_said_of_a_place_is_true_of_the_document() {
        for stale in Policy::ALL {
            let document = export("document", PageSettings { stale, ..WORKING }, MARKED);
            let texts = [
                ("Вышло 3", "Two volumes"),
                ("Второе", "-"),
                ("Проект", "A draft"),
                ("Рука", "By hand"),
            ];
            for (lapse, (source, target)) in found(stale).iter().zip(texts) {
                let shows = (document.contains(target), document.contains(source));
                let told = (lapse.stand == Stand::Translation, lapse.stand == Stand::Source);
                assert_eq!(shows, told, "{stale:?} {source} {document}");
            }
        }
    }
}
