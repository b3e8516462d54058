//! What a row was when it went out, in one short line that every format has a place for.
//!
//! `tolmach:en:k7f3q2mx:abcdefgh:ijklmnop:qrstuvwx:reviewed:7:2026/03/post`: language, segment, digests
//! of source and translation, batch, how far it was, number, article. The article stands last, since an id may hold
//! whatever a path may.

use super::Ripeness;

/// The base of a row: which segment it is of, and what was seen of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    pub article: String,
    pub language: String,
    /// The segment's stable id.
    pub segment: String,
    /// The segment's number from 1 at the time.
    pub number: usize,
    /// Digest of the source that went out.
    pub source: String,
    /// Digest of the translation that went out.
    pub target: String,
    /// Digest of all that went out with it.
    pub batch: String,
    /// How far the translation was.
    pub ripeness: Ripeness,
}

/// How a tag begins.
const MARK: &str = "tolmach:";

impl Tag {
    /// The line for a file.
    pub fn line(&self) -> String {
        let Self { article, language, segment, number, source, target, batch, ripeness } = self;
        let ripeness = ripeness.name();
        format!(
            "{MARK}{language}:{segment}:{source}:{target}:{batch}:{ripeness}:{number}:{article}"
        )
    }

    /// All tags that a text holds: cells that were merged have those of all their rows.
    pub fn all(text: &str) -> Vec<Self> {
        let mut tags = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(MARK) {
            tags.extend(Self::read(&rest[at..]));
            rest = &rest[at + MARK.len()..];
        }
        tags
    }

    /// The tag that a text begins with, whatever white space stands around it.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().strip_prefix(MARK)?;
        let next = text.match_indices(MARK).find(|(at, _)| {
            text[..*at].ends_with(|c: char| c.is_whitespace() || c == ';' || c == ',')
        });
        let text = next
            .map_or(text, |(at, _)| text[..at].trim_end_matches([' ', '\n', '\r', '\t', ';', ',']));
        let mut parts = text.splitn(8, ':').map(str::to_owned);
        let (language, segment) = (parts.next()?, parts.next()?);
        let (source, target, batch) = (parts.next()?, parts.next()?, parts.next()?);
        let ripeness = Ripeness::by_name(&parts.next()?)?;
        let number = parts.next()?.parse().ok()?;
        let article = parts.next().filter(|article| !article.is_empty())?;
        let digests = [&segment, &source, &target, &batch];
        let is_whole = digests.iter().all(|digest| is_digest(digest));
        let tag = Self { article, language, segment, number, source, target, batch, ripeness };
        is_whole.then_some(tag)
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'))
}

#[cfg(test)]
mod tests {
    use super::{Ripeness, Tag};

    #[test]
    fn a_tag_comes_back_whatever_the_article_is_called() {
        for article in ["2026/03/post", "a:b", "новости/a b", "-"] {
            let digest = |c: char| c.to_string().repeat(8);
            let tag = Tag {
                article: article.to_owned(),
                language: "en-GB".to_owned(),
                segment: digest('a'),
                number: 7,
                source: digest('b'),
                target: digest('2'),
                batch: digest('7'),
                ripeness: Ripeness::Reviewed,
            };
            assert_eq!(Tag::read(&format!(" {}\n", tag.line())), Some(tag));
        }
    }

    #[test]
    fn merged_cells_hold_the_tags_of_all_their_rows() {
        let digest = |c: char| c.to_string().repeat(8);
        let tag = |number| Tag {
            article: "a b".to_owned(),
            language: "en".to_owned(),
            segment: digest('a'),
            number,
            source: digest('b'),
            target: digest('2'),
            batch: digest('7'),
            ripeness: Ripeness::Missing,
        };
        let (one, two) = (tag(1), tag(2));
        for between in ["\n", " ", "\r\n", "; ", ", "] {
            let cell = format!("{}{between}{}", one.line(), two.line());
            assert_eq!(Tag::all(&cell), [one.clone(), two.clone()]);
            assert_eq!(Tag::read(&cell).as_ref(), Some(&one));
        }
        assert_eq!(Tag::all("nothing"), []);
    }

    #[test]
    fn what_is_no_tag_is_none() {
        let texts = [
            "",
            "tolmach:",
            "tolmach:en:a:b:c:d:1:x",
            "tolmach:en:aaaaaaaa:aaaaaaaa:aaaaaaaa:aaaaaaaa:final:x:y",
            "tolmach:en:aaaaaaaa:aaaaaaaa:aaaaaaaa:aaaaaaaa:final:1:",
        ];
        for text in texts {
            assert_eq!(Tag::read(text), None, "{text}");
        }
    }
}
