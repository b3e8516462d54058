//! Rows that a translator split are joined again, and tags that were left behind are found.

use std::collections::{HashMap, HashSet};

use crate::formats::exchange::{Ripeness, Slip, Tag};
use crate::model::{is_blank, text_digest};

/// A row as it went out, as far as its file tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedSlip {
    pub slip: Slip,
    /// Whether the file has several translations of it, and nobody can tell which is meant.
    pub is_torn: bool,
}

/// The slips as they went out, as far as their tags and sources tell.
pub fn mended(slips: Vec<Slip>) -> Vec<MendedSlip> {
    let is_as_it_went = slips.iter().all(is_whole);
    if is_as_it_went {
        return settled(slips);
    }
    let tags = tags(&slips);
    let mut whole = rejoined(continued(slips));
    for slip in whole.iter_mut().filter(|slip| !is_whole(slip)) {
        let digest = text_digest(&slip.source);
        if let Some(tag) = tags.get(digest.as_str()) {
            // Columns were sorted apart, or a tag was lost.
            slip.tag = Some(tag.clone());
        }
    }
    settled(whole)
}

/// What stands below a row, and is of no source of its own, goes on with it.
fn continued(slips: Vec<Slip>) -> Vec<Slip> {
    let mut continued: Vec<Slip> = Vec::with_capacity(slips.len());
    for slip in slips {
        let is_more = slip.tag.is_none()
            && slip.document.is_empty()
            && is_blank(&slip.source)
            && !is_blank(&slip.target);
        match continued.last_mut().filter(|last| is_more && last.tag.is_some()) {
            Some(last) => last.target = spaced(&[&last.target, &slip.target]),
            None => continued.push(slip),
        }
    }
    continued
}

/// Rows whose parts stand one behind the other, or anywhere, put together.
fn rejoined(mut whole: Vec<Slip>) -> Vec<Slip> {
    for at in 0..whole.len() {
        let row = if is_whole(&whole[at]) { None } else { joined(&whole[at..]) };
        if let Some((row, count)) = row {
            whole[at..at + count].fill(Slip::default());
            whole[at] = row;
        }
    }
    whole.retain(|slip| *slip != Slip::default());
    for parts in by_segment(&whole, |slip| !is_whole(slip) && !is_blank(&slip.source)) {
        let orders = orders(parts.len()).into_iter();
        let mut rows = orders
            .map(|order| order.iter().map(|at| whole[parts[*at]].clone()).collect::<Vec<Slip>>());
        let row = rows.find_map(|row| joined(&row).filter(|(_, count)| *count == row.len()));
        let Some((row, _)) = row else { continue };
        whole[parts[0]] = row;
        for at in &parts[1..] {
            whole[*at] = Slip::default();
        }
    }
    whole.retain(|slip| *slip != Slip::default());
    whole
}

/// The places of rows with one tag, of those that fit; only where there are several.
fn by_segment(slips: &[Slip], fits: impl Fn(&Slip) -> bool) -> Vec<Vec<usize>> {
    let mut places: HashMap<[&str; 3], Vec<usize>> = HashMap::new();
    for (at, slip) in slips.iter().enumerate() {
        let Some(tag) = slip.tag.as_ref().filter(|_| fits(slip)) else { continue };
        let key = [tag.article.as_str(), tag.language.as_str(), tag.segment.as_str()];
        places.entry(key).or_default().push(at);
    }
    places.into_values().filter(|places| places.len() > 1).collect()
}

/// All orders of so many parts; of more than a few only the one that they stand in.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count > 4 {
        return vec![(0..count).collect()];
    }
    let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
    for part in 0..count {
        let longer = orders.iter().flat_map(|order| {
            (0..=order.len()).rev().map(move |at| {
                let mut order = order.clone();
                order.insert(at, part);
                order
            })
        });
        orders = longer.collect();
    }
    orders
}

/// Rows that stand several times become one; where nobody can tell how, all are kept and torn.
fn settled(slips: Vec<Slip>) -> Vec<MendedSlip> {
    let twins = by_segment(&slips, |slip| is_whole(slip) || is_blank(&slip.source));
    let mut slips: Vec<MendedSlip> =
        slips.into_iter().map(|slip| MendedSlip { is_torn: slip.is_rival, slip }).collect();
    let mut gone = HashSet::new();
    for places in twins {
        let kept = settle(&mut slips, &places);
        gone.extend(places.into_iter().filter(|at| !kept.contains(at)));
    }
    let mut at = 0..;
    slips.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
    slips
}

/// Settles rows with one tag; gives the places of those that are kept.
fn settle(slips: &mut [MendedSlip], places: &[usize]) -> Vec<usize> {
    let mut kept = changed(slips, places);
    let parts: Vec<&str> = kept.iter().map(|at| slips[*at].slip.target.as_str()).collect();
    let first = kept[0];
    let is_rival = kept.iter().any(|at| slips[*at].slip.is_rival);
    if kept.len() > 1 && !is_rival && is_split(&kept, &parts) {
        slips[first].slip.target = spaced(&parts);
        // Nobody but the translator knows that these are parts, and not two ways to say it.
        slips[first].slip.is_doubted = true;
        kept.truncate(1);
    }
    if kept.len() > 1 {
        for at in &kept {
            slips[*at].is_torn = true;
        }
    }
    let all = || places.iter().map(|at| &slips[*at].slip);
    let mut known = HashSet::new();
    let notes = all().flat_map(|slip| slip.notes.clone());
    let notes = notes.filter(|note| known.insert(note.clone())).collect();
    let source = all().map(|slip| &slip.source).find(|source| !is_blank(source));
    let source = source.cloned().unwrap_or_default();
    slips[first].slip.notes = notes;
    slips[first].slip.source = source;
    kept
}

/// Of rows with one tag those that say something new, each once; the first where none does.
fn changed(slips: &[MendedSlip], places: &[usize]) -> Vec<usize> {
    let mut known = HashSet::new();
    let is_new = |at: &usize| {
        let slip = &slips[*at].slip;
        let is_blank = is_blank(&slip.target);
        let Some(tag) = slip.tag.as_ref().filter(|_| !is_blank) else { return false };
        let is_copy = tag.ripeness == Ripeness::Missing && slip.target == slip.source;
        let is_as_it_went = text_digest(&slip.target).as_str() == tag.target;
        !is_copy && !is_as_it_went && known.insert(slip.target.trim().to_owned())
    };
    let new: Vec<usize> = places.iter().copied().filter(is_new).collect();
    if new.is_empty() { places[..1].to_vec() } else { new }
}

/// Whether rows are parts of one translation: they follow each other, and none says what another does.
fn is_split(places: &[usize], parts: &[&str]) -> bool {
    let follow = places.windows(2).all(|two| two[0] + 1 == two[1]);
    let words: Vec<HashSet<String>> = parts.iter().map(|part| words(part)).collect();
    follow && (0..words.len()).all(|at| apart(at, &words))
}

fn apart(at: usize, words: &[HashSet<String>]) -> bool {
    !words[..at].iter().any(|before| is_alike(before, &words[at]))
}

fn is_alike(one: &HashSet<String>, other: &HashSet<String>) -> bool {
    let shared = one.intersection(other).count();
    2 * shared >= one.len().min(other.len()).max(1)
}

fn words(text: &str) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Parts of a text with a space between them.
fn spaced(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// The tag of each source; sources that stand more than once keep none, since nobody can tell which.
fn tags(slips: &[Slip]) -> HashMap<String, Tag> {
    let mut tags = HashMap::new();
    let mut repeated = Vec::new();
    for tag in slips.iter().filter_map(|slip| slip.tag.as_ref()) {
        let before: Option<Tag> = tags.insert(tag.source.clone(), tag.clone());
        if before.is_some_and(|before| before.segment != tag.segment) {
            repeated.push(&tag.source);
        }
    }
    for source in repeated {
        tags.remove(source);
    }
    tags
}

/// Whether the source is the one that the tag is of.
fn is_whole(slip: &Slip) -> bool {
    slip.tag.as_ref().is_some_and(|tag| text_digest(&slip.source).as_str() == tag.source)
}

/// The most rows that one row is split into.
const MOST: usize = 8;

/// A row put together from the parts that stand at the beginning, and how many they are.
fn joined(slips: &[Slip]) -> Option<(Slip, usize)> {
    let (first, rest) = slips.split_first()?;
    let tag = first.tag.as_ref()?;
    let (mut tight, mut spaced) = (first.source.clone(), first.source.clone());
    let mut targets = vec![first.target.as_str()];
    for (index, next) in rest.iter().enumerate().take(MOST) {
        if next.tag.as_ref().is_some_and(|other| other.segment != tag.segment) {
            return None;
        }
        tight += &next.source;
        spaced = format!("{} {}", spaced.trim_end(), next.source.trim_start());
        targets.push(&next.target);
        let Some(source) = [&spaced, &tight].into_iter().find(|text| fits(text, &tag.source))
        else {
            continue;
        };
        let parts: Vec<&str> = targets.iter().map(|target| target.trim()).collect();
        let is_partly = parts.iter().any(|part| part.is_empty());
        let target = parts.join(" ").trim().to_owned();
        let whole = Slip {
            source: source.clone(),
            is_doubted: first.is_doubted || is_partly && !target.is_empty(),
            target,
            ..first.clone()
        };
        return Some((whole, index + 2));
    }
    None
}

fn fits(text: &str, digest: &str) -> bool {
    text_digest(text).as_str() == digest
}

#[cfg(test)]
mod tests {
    use super::{MendedSlip, mended};
    use crate::formats::exchange::{Slip, Tag};
    use crate::model::text_digest;

    fn slip(number: usize, of: &str, source: &str, target: &str) -> Slip {
        let tag = Tag {
            number,
            segment: format!("segment{number}"),
            source: text_digest(of).to_string(),
            ..Tag::default()
        };
        Slip {
            tag: Some(tag),
            source: source.to_owned(),
            target: target.to_owned(),
            ..Slip::default()
        }
    }

    fn shown(slips: &[MendedSlip]) -> Vec<String> {
        let show = |MendedSlip { slip, is_torn }: &MendedSlip| {
            let doubt = if slip.is_doubted { "?" } else { "" };
            let torn = if *is_torn { "!" } else { "" };
            let number = slip.tag.as_ref().map_or(0, |tag| tag.number);
            format!("{number} {} = {}{doubt}{torn}", slip.source, slip.target)
        };
        slips.iter().map(show).collect()
    }

    #[test]
    fn a_split_row_is_one_again() {
        let whole = "Кофе остыл, чай тоже.";
        let mut second = slip(1, whole, "чай тоже.", "and so is the tea.");
        let first = slip(1, whole, "Кофе остыл,", "The coffee is cold,");
        let wanted = ["1 Кофе остыл, чай тоже. = The coffee is cold, and so is the tea."];
        assert_eq!(shown(&mended(vec![first.clone(), second.clone()])), wanted);
        second.tag = None;
        assert_eq!(shown(&mended(vec![first.clone(), second])), wanted);
        let foreign = slip(2, "чай тоже.", "чай тоже.", "Tea.");
        assert_eq!(mended(vec![first, foreign]).len(), 2);
    }

    #[test]
    fn columns_that_were_sorted_apart_find_their_tags() {
        let rows = [slip(1, "Да.", "Нет.", "No."), slip(2, "Нет.", "Да.", "Yes.")];
        assert_eq!(shown(&mended(rows.to_vec())), ["2 Нет. = No.", "1 Да. = Yes."]);
    }

    #[test]
    fn parts_that_stand_apart_or_turned_around_are_one_again() {
        let whole = "Кофе остыл, чай тоже, и сок.";
        let part = |source, target| slip(1, whole, source, target);
        let (one, two) = (part("Кофе остыл,", "The coffee,"), part("чай тоже,", "the tea"));
        let three = part("и сок.", "and the juice are cold.");
        let other = slip(2, "Да.", "Да.", "Yes.");
        let rows = [three, other, one, two];
        let wanted = format!("1 {whole} = The coffee, the tea and the juice are cold.");
        assert_eq!(shown(&mended(rows.to_vec())), [wanted.as_str(), "2 Да. = Yes."]);
    }

    #[test]
    fn a_split_row_whose_source_was_left_whole_is_one_draft() {
        let whole = "Кофе остыл, чай тоже.";
        let row = |source, target| slip(1, whole, source, target);
        let wanted = ["1 Кофе остыл, чай тоже. = The coffee is cold. So the tea was.?"];
        for source in [whole, "", " "] {
            let rows = [row(whole, "The coffee is cold."), row(source, "So the tea was.")];
            assert_eq!(shown(&mended(rows.to_vec())), wanted);
        }
        let lost = Slip { tag: None, ..row(whole, "So the tea was.") };
        assert_eq!(shown(&mended(vec![row(whole, "The coffee is cold."), lost])), wanted);
        let below = Slip { source: String::new(), tag: None, ..row("", "So the tea was.") };
        let wanted = ["1 Кофе остыл, чай тоже. = The coffee is cold. So the tea was."];
        assert_eq!(shown(&mended(vec![row(whole, "The coffee is cold."), below])), wanted);
    }

    #[test]
    fn of_rows_that_stand_twice_the_one_that_says_something_new_counts() {
        let row = |target| slip(1, "Кофе остыл.", "Кофе остыл.", target);
        let went = "The coffee is cold.";
        let tag = |mut slip: Slip| {
            let target = text_digest(went).to_string();
            slip.tag = slip.tag.map(|tag| Tag { target, ..tag });
            slip
        };
        let (same, new) = (tag(row(went)), tag(row("Cold coffee.")));
        let wanted = ["1 Кофе остыл. = Cold coffee."];
        assert_eq!(shown(&mended(vec![same.clone(), new.clone()])), wanted);
        assert_eq!(shown(&mended(vec![new.clone(), same.clone(), new.clone()])), wanted);
        let wanted = ["1 Кофе остыл. = The coffee is cold."];
        assert_eq!(shown(&mended(vec![same.clone(), tag(row("")), same])), wanted);
        let other = tag(row("The coffee has gone cold."));
        let wanted =
            ["1 Кофе остыл. = Cold coffee.!", "1 Кофе остыл. = The coffee has gone cold.!"];
        assert_eq!(shown(&mended(vec![new, other])), wanted);
    }
}
