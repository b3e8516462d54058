//! A row's tag in the name of a bookmark, which outlives columns that are taken away.

use crate::formats::exchange::{Ripeness, Tag};

/// What the name begins with; Word hides names that begin with a line, and cuts them after forty letters.
const BEGINNING: &str = "_t";

/// How long a digest is.
const LENGTH: usize = 8;

/// The name for a tag; article and language are for others to tell.
pub fn name(tag: &Tag) -> String {
    let Tag { segment, source, target, batch, number, .. } = tag;
    let ripeness = Ripeness::ALL.iter().position(|one| *one == tag.ripeness).unwrap_or_default();
    format!("{BEGINNING}{segment}{source}{target}{batch}{ripeness}{number}")
}

/// The tag that a name is for.
pub fn read(name: &str) -> Option<Tag> {
    let rest = name.strip_prefix(BEGINNING).filter(|rest| rest.is_ascii())?;
    let digest = |index: usize| {
        let digest = rest.get(index * LENGTH..(index + 1) * LENGTH)?;
        let is_digest = digest.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'));
        is_digest.then(|| digest.to_owned())
    };
    let ripeness: usize = rest.get(4 * LENGTH..=4 * LENGTH)?.parse().ok()?;
    Some(Tag {
        segment: digest(0)?,
        source: digest(1)?,
        target: digest(2)?,
        batch: digest(3)?,
        number: rest.get(4 * LENGTH + 1..)?.parse().ok()?,
        ripeness: *Ripeness::ALL.get(ripeness)?,
        ..Tag::default()
    })
}

#[cfg(test)]
mod tests {
    use super::{name, read};
    use crate::formats::exchange::{Ripeness, Tag};

    #[test]
    fn a_tag_comes_back_from_its_bookmark() {
        let digest = |c: char| c.to_string().repeat(8);
        let tag = Tag {
            segment: digest('a'),
            number: 12_345,
            source: digest('b'),
            target: digest('2'),
            batch: digest('7'),
            ripeness: Ripeness::Reviewed,
            ..Tag::default()
        };
        assert!(name(&tag).len() <= 40);
        assert_eq!(read(&name(&tag)), Some(tag));
        assert_eq!(read("_Toc1234567"), None);
    }
}
