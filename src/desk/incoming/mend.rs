//! Rows that a translator split are joined again, and tags that were left behind are found.

use std::collections::HashMap;

use crate::formats::exchange::{Slip, Tag};
use crate::model::text_digest;

/// The slips as they went out, as far as their tags and sources tell.
pub fn mended(slips: &[Slip]) -> Vec<Slip> {
    let tags: HashMap<&str, &Tag> = tags(slips);
    let mut mended: Vec<Slip> = Vec::with_capacity(slips.len());
    let mut at = 0;
    while let Some(slip) = slips.get(at) {
        if is_whole(slip) {
            mended.push(slip.clone());
            at += 1;
        } else if let Some((whole, count)) = joined(&slips[at..]) {
            mended.push(whole);
            at += count;
        } else {
            mended.push(retagged(slip, &tags));
            at += 1;
        }
    }
    mended
}

/// The tag of each source; sources that stand more than once keep none, since nobody can tell which.
fn tags(slips: &[Slip]) -> HashMap<&str, &Tag> {
    let mut tags = HashMap::new();
    let mut repeated = Vec::new();
    for tag in slips.iter().filter_map(|slip| slip.tag.as_ref()) {
        let before: Option<&Tag> = tags.insert(tag.source.as_str(), tag);
        if before.is_some_and(|before| before.segment != tag.segment) {
            repeated.push(tag.source.as_str());
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
        let fits = |text: &String| text_digest(text).as_str() == tag.source;
        let Some(source) = [&spaced, &tight].into_iter().find(|text| fits(text)) else { continue };
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

/// A row whose source and tag are not of one segment: columns were sorted apart, or a tag was lost.
fn retagged(slip: &Slip, tags: &HashMap<&str, &Tag>) -> Slip {
    let digest = text_digest(&slip.source);
    match tags.get(digest.as_str()) {
        Some(tag) => Slip { tag: Some((*tag).clone()), ..slip.clone() },
        None => slip.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::mended;
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

    fn shown(slips: &[Slip]) -> Vec<String> {
        let show = |slip: &Slip| {
            let number = slip.tag.as_ref().map_or(0, |tag| tag.number);
            format!("{number} {} = {}", slip.source, slip.target)
        };
        slips.iter().map(show).collect()
    }

    #[test]
    fn a_split_row_is_one_again() {
        let whole = "Кофе остыл, чай тоже.";
        let mut second = slip(1, whole, "чай тоже.", "and so is the tea.");
        let first = slip(1, whole, "Кофе остыл,", "The coffee is cold,");
        let wanted = ["1 Кофе остыл, чай тоже. = The coffee is cold, and so is the tea."];
        assert_eq!(shown(&mended(&[first.clone(), second.clone()])), wanted);
        second.tag = None;
        assert_eq!(shown(&mended(&[first.clone(), second])), wanted);
        let foreign = slip(2, "чай тоже.", "чай тоже.", "Tea.");
        assert_eq!(mended(&[first, foreign]).len(), 2);
    }

    #[test]
    fn columns_that_were_sorted_apart_find_their_tags() {
        let rows = [slip(1, "Да.", "Нет.", "No."), slip(2, "Нет.", "Да.", "Yes.")];
        assert_eq!(shown(&mended(&rows)), ["2 Нет. = No.", "1 Да. = Yes."]);
    }
}
