//! Values beside another label, and sentences under another heading, than in the source.
//!
//! Items, cells and paragraphs may well stand in another order, and pair by what they say. But a price
//! that moved while its goods stayed, and a paragraph that stands under another town's heading, say
//! something else to a reader: nobody should take such a page for a translation unseen.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Side;
use super::article::Found;
use crate::model::Kind;

/// The first source sentences of beads whose values or headings are others than the source's.
pub fn displaced(found: &[Found], source: &Side<'_>, target: &Side<'_>) -> FxHashSet<usize> {
    let mut places = FxHashSet::default();
    let mut pairs: Vec<&Found> = Vec::with_capacity(found.len());
    for one in found {
        if !one.source.is_empty() && !one.target.is_empty() {
            pairs.push(one);
        }
    }
    pairs.sort_by_key(|one| one.source.start);
    under_another_heading(&pairs, source, target, &mut places);
    for listed in pairs.chunk_by(|one, other| are_listed(source, one, other)) {
        beside_another_label(listed, source, &mut places);
    }
    places
}

/// Whether both stand in one list or table, as far as nothing else stands between them.
fn are_listed(source: &Side<'_>, one: &Found, other: &Found) -> bool {
    for kind in &source.kinds[one.source.start..=other.source.start] {
        if !matches!(kind, Kind::Item | Kind::Cell) {
            return false;
        }
    }
    true
}

/// Values that moved against both their neighbours, and as no label moved.
fn beside_another_label(listed: &[&Found], source: &Side<'_>, places: &mut FxHashSet<usize>) {
    let mut labels = FxHashSet::default();
    let mut values = Vec::new();
    for (at, one) in listed.iter().enumerate() {
        if is_measure(source.sentences[one.source.start]) {
            values.push(at);
        } else {
            labels.insert(shift(one));
        }
    }
    if labels.is_empty() {
        return;
    }
    for at in values {
        let own = shift(listed[at]);
        let is_with_last = at > 0 && shift(listed[at - 1]) == own;
        let is_with_next = at + 1 < listed.len() && shift(listed[at + 1]) == own;
        if !labels.contains(&own) && !is_with_last && !is_with_next {
            places.insert(listed[at].source.start);
        }
    }
}

/// How far a bead's target stands from the place of its source.
fn shift(one: &Found) -> usize {
    one.target.start.wrapping_sub(one.source.start)
}

/// Whether a text is a number, with a word beside it at most: «100 рублей».
fn is_measure(text: &str) -> bool {
    let (mut numbers, mut others) = (0, 0);
    for word in text.split_whitespace() {
        if word.contains(|c: char| c.is_ascii_digit()) {
            numbers += 1;
        } else if word.contains(char::is_alphanumeric) {
            others += 1;
        }
    }
    numbers > 0 && others <= 1
}

/// Sentences whose heading is paired with another one than they stand under in the translation.
fn under_another_heading(
    pairs: &[&Found],
    source: &Side<'_>,
    target: &Side<'_>,
    places: &mut FxHashSet<usize>,
) {
    let (ours, others) = (headings(source), headings(target));
    let (mut ahead, mut back) = (FxHashMap::default(), FxHashMap::default());
    for one in pairs {
        for at in one.source.clone() {
            ahead.insert(at, one.target.clone());
        }
        for at in one.target.clone() {
            back.insert(at, one.source.clone());
        }
    }
    for one in pairs {
        let (Some(own), Some(other)) = (ours[one.source.start], others[one.target.start]) else {
            continue;
        };
        if own == one.source.start {
            continue;
        }
        let (Some(partner), Some(returned)) = (ahead.get(&own), back.get(&other)) else { continue };
        if !partner.contains(&other) && !returned.contains(&own) {
            places.insert(one.source.start);
        }
    }
}

/// For each sentence the heading that it stands under, or is.
fn headings(side: &Side<'_>) -> Vec<Option<usize>> {
    let mut above = None;
    let mut found = Vec::with_capacity(side.kinds.len());
    for (at, kind) in side.kinds.iter().enumerate() {
        if *kind == Kind::Heading {
            above = Some(at);
        }
        found.push(above);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::align::{ACCEPT, Lexicon, Side, align};
    use crate::model::Kind;

    fn side<'a>(texts: &[(&'a str, Kind)]) -> Side<'a> {
        Side {
            sentences: texts.iter().map(|(text, _)| *text).collect(),
            blocks: (0..texts.len()).collect(),
            kinds: texts.iter().map(|(_, kind)| *kind).collect(),
        }
    }

    /// The source texts that are accepted with these target texts.
    fn accepted<'a>(source: &[(&'a str, Kind)], target: &[(&'a str, Kind)]) -> Vec<&'a str> {
        let lexicon = Lexicon::empty("ru", "en");
        let beads = align(&side(source), &side(target), &lexicon, 0.5);
        let sure = beads.iter().filter(|bead| {
            bead.confidence >= ACCEPT && !bead.source.is_empty() && !bead.target.is_empty()
        });
        sure.map(|bead| source[bead.source.start].0).collect()
    }

    fn items<'a>(texts: &[&'a str]) -> Vec<(&'a str, Kind)> {
        texts.iter().map(|text| (*text, Kind::Item)).collect()
    }

    #[test]
    fn a_price_that_moved_while_its_goods_stayed_is_not_accepted() {
        let source = items(&["Хлеб", "40 рублей", "Чай", "95 рублей", "Масло", "210 рублей"]);
        let straight = items(&["Bread", "40 rubles", "Tea", "95 rubles", "Butter", "210 rubles"]);
        assert_eq!(accepted(&source, &straight).len(), 6);
        let moved = items(&["Tea", "95 rubles", "Butter", "210 rubles", "Bread", "40 rubles"]);
        assert_eq!(accepted(&source, &moved).len(), 6);
        let exchanged = items(&["Bread", "95 rubles", "Tea", "40 rubles", "Butter", "210 rubles"]);
        let accepted = accepted(&source, &exchanged);
        assert!(
            !accepted.contains(&"40 рублей") && !accepted.contains(&"95 рублей"),
            "{accepted:?}"
        );
        assert!(accepted.contains(&"Хлеб") && accepted.contains(&"210 рублей"), "{accepted:?}");
    }

    #[test]
    fn columns_that_changed_places_without_their_heads_are_not_accepted() {
        let cells = |texts: &[&'static str]| -> Vec<(&'static str, Kind)> {
            texts.iter().map(|text| (*text, Kind::Cell)).collect()
        };
        let source = cells(&["Год", "Доход", "Расход", "2024", "40", "38", "2025", "41", "37"]);
        let other = cells(&["Year", "Income", "Expense", "2024", "38", "40", "2025", "37", "41"]);
        let found = accepted(&source, &other);
        assert!(["40", "38", "41", "37"].iter().all(|value| !found.contains(value)), "{found:?}");
        assert!(found.contains(&"2024") && found.contains(&"2025"), "{found:?}");
        let with_heads =
            cells(&["Year", "Expense", "Income", "2024", "38", "40", "2025", "37", "41"]);
        let found = accepted(&source, &with_heads);
        assert!(["40", "38", "41", "37"].iter().all(|value| found.contains(value)), "{found:?}");
    }

    #[test]
    fn a_paragraph_under_another_heading_is_not_accepted() {
        let text = |text, kind| (text, kind);
        let (heading, paragraph) = (Kind::Heading, Kind::Paragraph);
        let source = [
            text("Москва", heading),
            text("Врачи ждут эпидемию гриппа зимой.", paragraph),
            text("Тверь", heading),
            text("В городе открыли новый мост через реку.", paragraph),
        ];
        let bridge = text("A new bridge across the river was opened in the city.", paragraph);
        let flu = text("Doctors expect a flu epidemic in winter.", paragraph);
        let (moscow, tver) = (text("Moscow", heading), text("Tver", heading));
        assert_eq!(accepted(&source, &[moscow, flu, tver, bridge]).len(), 4);
        assert_eq!(accepted(&source, &[tver, bridge, moscow, flu]).len(), 4);
        let found = accepted(&source, &[moscow, bridge, tver, flu]);
        assert!(!found.contains(&source[1].0) || !found.contains(&source[3].0), "{found:?}");
    }
}
