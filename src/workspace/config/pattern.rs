//! Path patterns such as `articles/{article}/{language}.md`.
//!
//! `{article}` stands once, for one or more folders and a name; `{language}` may stand
//! anywhere. With the language known, a pattern is a text before and a text after the id.

use crate::catalog::nearest;
use crate::l10n::{Message, message};

const ARTICLE: &str = "{article}";
const LANGUAGE: &str = "{language}";

/// Where files of one sort stand, from the workspace's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// As written.
    text: String,
}

/// What is wrong with a pattern, and what to do.
pub type PatternFault = (Message, Message);

impl Pattern {
    /// Reads a pattern, or says why no file can fit it.
    pub fn parse(text: &str) -> Result<Self, PatternFault> {
        let text = text.strip_prefix("./").unwrap_or(text);
        refuse_unknown_placeholders(text)?;
        if text.matches(ARTICLE).count() != 1 {
            return Err((message!("error-pattern-article"), message!("hint-pattern")));
        }
        if text.contains("}{") {
            return Err((message!("error-pattern-glued"), message!("hint-pattern-glued")));
        }
        let outside = text.starts_with(['/', '\\', '~']) || text.contains(':');
        if outside || text.split('/').any(|part| part == "..") {
            return Err((message!("error-pattern-outside"), message!("hint-pattern")));
        }
        if text.contains('\\') || text.split('/').any(|part| matches!(part, "" | ".")) {
            return Err((message!("error-pattern-path"), message!("hint-pattern")));
        }
        if let Some(found) = text.matches(['*', '?']).next() {
            return Err((
                message!("error-pattern-glob", name = found),
                message!("hint-pattern-glob"),
            ));
        }
        Ok(Self { text: text.to_owned() })
    }

    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the language's tag stands in the path.
    pub fn has_language(&self) -> bool {
        self.text.contains(LANGUAGE)
    }

    /// What follows the last dot of the file's name.
    pub fn extension(&self) -> Option<&str> {
        let name = self.text.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map(|(_, extension)| extension)
    }

    /// The pattern with the last extension replaced.
    pub fn with_extension(&self, extension: &str) -> Self {
        let length =
            self.extension().map_or(self.text.len(), |old| self.text.len() - old.len() - 1);
        Self { text: format!("{}.{extension}", &self.text[..length]) }
    }

    /// The pattern with the language put before the extension.
    pub fn with_language(&self) -> Self {
        match self.extension() {
            Some(extension) => self.with_extension(&format!("{LANGUAGE}.{extension}")),
            None => Self { text: format!("{}.{LANGUAGE}", self.text) },
        }
    }

    /// The pattern with `{language}` where `language` stands as a word of its own.
    pub fn freed(&self, language: &str) -> Self {
        let mut text = String::with_capacity(self.text.len() + LANGUAGE.len());
        for part in self.text.split_inclusive(['/', '.', '_', '-']) {
            let word = part.trim_end_matches(['/', '.', '_', '-']);
            if word == language {
                text.push_str(LANGUAGE);
                text.push_str(&part[word.len()..]);
            } else {
                text.push_str(part);
            }
        }
        Self { text }
    }

    /// The word of a path that stands where the pattern has its language.
    pub fn language_in<'p>(&self, path: &'p str) -> Option<&'p str> {
        let (before, after) = self.text.split_once(ARTICLE)?;
        let is_inside = |character: char| character.is_ascii_alphanumeric() || character == '-';
        if let Some((middle, tail)) = after.rsplit_once(LANGUAGE) {
            let rest = path.strip_suffix(tail)?;
            let length = rest.len() - rest.trim_end_matches(is_inside).len();
            let word = &rest[rest.len() - length..];
            // A hyphen before the language is no part of it.
            let last = word.rsplit_once('-').filter(|_| middle.ends_with('-'));
            return Some(last.map_or(word, |(_, word)| word));
        }
        let (head, _) = before.split_once(LANGUAGE)?;
        let rest = path.strip_prefix(head)?;
        Some(&rest[..rest.len() - rest.trim_start_matches(is_inside).len()])
    }

    /// The pattern for one language.
    pub fn shape(&self, language: &str) -> PathShape {
        let (before, after) = self.text.split_once(ARTICLE).unwrap_or_default();
        PathShape {
            before: before.replace(LANGUAGE, language),
            after: after.replace(LANGUAGE, language),
            only: Vec::new(),
        }
    }
}

fn refuse_unknown_placeholders(text: &str) -> Result<(), PatternFault> {
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        let end = rest[start..].find('}').map_or(rest.len(), |end| start + end + 1);
        let found = &rest[start..end];
        if found != ARTICLE && found != LANGUAGE {
            let hint = match nearest(found, [ARTICLE, LANGUAGE]) {
                Some(near) => message!("hint-nearest", name = near),
                None => message!("hint-known", names = format!("{ARTICLE}, {LANGUAGE}")),
            };
            return Err((message!("error-pattern-placeholder", name = found), hint));
        }
        rest = &rest[end..];
    }
    Ok(())
}

/// A pattern in one language: the path is `before`, the article's id, `after`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathShape {
    before: String,
    after: String,
    /// The only places that are meant; all that fit where none is named.
    only: Vec<String>,
}

impl PathShape {
    /// The path of the article `id` from the root.
    pub fn path(&self, id: &str) -> String {
        [&self.before, id, &self.after].concat()
    }

    /// The id of the article that `path` belongs to, if it fits.
    pub fn id<'p>(&self, path: &'p str) -> Option<&'p str> {
        // Most files of a folder differ in how they end.
        let id = path.strip_suffix(&*self.after)?.strip_prefix(&*self.before)?;
        (is_id(id) && self.admits(id)).then_some(id)
    }

    /// Only the paths of these places.
    pub fn limited(self, only: &[String]) -> Self {
        Self { only: only.to_vec(), ..self }
    }

    /// Whether an article at this place is meant.
    pub fn admits(&self, place: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|one| one == place)
    }

    /// The paths as `.gitattributes` names them, from its own folder.
    pub fn git_patterns(&self) -> Vec<String> {
        let (before, after) = (escaped(&self.before), escaped(&self.after));
        let is_whole = before.is_empty() || before.ends_with('/');
        let forms = match (is_whole, after.is_empty() || after.starts_with('/')) {
            (true, true) => vec![format!("/{before}**{after}")],
            (true, false) => vec![format!("/{before}**/*{after}")],
            (false, true) => vec![format!("/{before}*{after}"), format!("/{before}*/**{after}")],
            (false, false) => vec![format!("/{before}*{after}"), format!("/{before}*/**/*{after}")],
        };
        forms.into_iter().map(quoted).collect()
    }

    /// How much of a path the shape names itself; of two that fit, the longer one is meant.
    pub fn length(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// The folder that holds all files of this shape; empty for the root.
    pub fn folder(&self) -> &str {
        self.before.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// Text that no wildcard of git's stands in.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '*' | '?' | '[' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A pattern that git reads as one, whatever stands in it.
fn quoted(pattern: String) -> String {
    if !pattern.contains([' ', '\t', '"']) {
        return pattern;
    }
    format!("\"{}\"", pattern.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether `id` names a place below its folder.
pub fn is_id(id: &str) -> bool {
    !id.split('/').any(|part| matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use proptest::prelude::*;

    fn id(pattern: &str, path: &str) -> String {
        let shape = Pattern::parse(pattern).unwrap().shape("ru");
        shape.id(path).unwrap_or("none").to_owned()
    }

    fn fault(pattern: &str) -> &'static str {
        Pattern::parse(pattern).map_or_else(|(message, _)| message.id, |_| "fine")
    }

    #[test]
    fn a_pattern_finds_the_id_that_may_hold_folders() {
        assert_eq!(id("articles/{article}/{language}.md", "articles/2024/12/x/ru.md"), "2024/12/x");
        assert_eq!(id("content/{language}/{article}.md", "content/ru/a/b.md"), "a/b");
        assert_eq!(id("content/{article}.{language}.md", "content/a.b.ru.md"), "a.b");
        assert_eq!(id("{article}.md", "a/b.md"), "a/b");
    }

    #[test]
    fn a_path_that_only_looks_alike_does_not_fit() {
        assert_eq!(id("articles/{article}/{language}.md", "articles/ru.md"), "none");
        assert_eq!(id("articles/{article}/{language}.md", "articles/x/en.md"), "none");
        assert_eq!(id("articles{article}/{language}.md", "articles/x/ru.md"), "none");
        assert_eq!(id("a/{article}/a/{language}.md", "a/a/ru.md"), "none");
    }

    #[test]
    fn git_knows_the_same_files() {
        let git =
            |pattern: &str| Pattern::parse(pattern).unwrap().shape("en").git_patterns().join(" ");
        assert_eq!(git("articles/{article}/{language}.toml"), "/articles/**/en.toml");
        assert_eq!(git("{language}/{article}.toml"), "/en/**/*.toml");
        assert_eq!(git("a/x-{article}.toml"), "/a/x-*.toml /a/x-*/**/*.toml");
        assert_eq!(git("a/x-{article}/t.toml"), "/a/x-*/t.toml /a/x-*/**/t.toml");
        assert_eq!(git("a b/[1]/{article}.toml"), "\"/a b/\\\\[1]/**/*.toml\"");
    }

    #[test]
    fn an_impossible_pattern_is_refused() {
        assert_eq!(fault("articles/{language}.md"), "error-pattern-article");
        assert_eq!(fault("{article}/{article}.md"), "error-pattern-article");
        assert_eq!(fault("{article}{language}.md"), "error-pattern-glued");
        assert_eq!(fault("../{article}.md"), "error-pattern-outside");
        assert_eq!(fault("/srv/{article}.md"), "error-pattern-outside");
        assert_eq!(fault("C:/{article}.md"), "error-pattern-outside");
        assert_eq!(fault("a//{article}.md"), "error-pattern-path");
        assert_eq!(fault("a\\{article}.md"), "error-pattern-path");
        assert_eq!(fault("{articel}.md"), "error-pattern-placeholder");
        assert_eq!(fault("{article.md"), "error-pattern-placeholder");
        assert_eq!(fault("article}.md"), "error-pattern-placeholder");
        assert_eq!(fault("a/**/{article}.md"), "error-pattern-glob");
        assert_eq!(fault("a?/{article}.md"), "error-pattern-glob");
        assert_eq!(fault("./{article}.md"), "fine");
    }

    #[test]
    fn a_language_is_found_where_the_pattern_has_it() {
        let found = |pattern: &str, path: &'static str| {
            Pattern::parse(pattern).unwrap().language_in(path).unwrap_or("none")
        };
        assert_eq!(found("c/{article}.{language}.md", "c/a.b.pt-BR.md"), "pt-BR");
        assert_eq!(found("c/{article}-{language}.md", "c/a-b-de.md"), "de");
        assert_eq!(found("{language}/{article}.md", "zh-Hans/a/b.md"), "zh-Hans");
        assert_eq!(found("c/{article}/{language}.md", "c/a/ru.md"), "ru");
        assert_eq!(found("c/{article}.md", "c/a.ru.md"), "none");
        assert_eq!(found("c/{language}/{article}.md", "d/ru/a.md"), "none");
    }

    #[test]
    fn a_tag_in_a_pattern_is_freed_where_it_is_a_word() {
        let freed = |pattern: &str| Pattern::parse(pattern).unwrap().freed("ru").text;
        assert_eq!(freed("{article}.ru.md"), "{article}.{language}.md");
        assert_eq!(freed("ru/peru/{article}_ru.md"), "{language}/peru/{article}_{language}.md");
        assert_eq!(freed("truth/{article}.md"), "truth/{article}.md");
    }

    #[test]
    fn the_other_paths_follow_from_the_source() {
        let pattern = Pattern::parse("content/{article}.md").unwrap().with_language();
        assert_eq!(pattern.as_str(), "content/{article}.{language}.md");
        assert_eq!(pattern.with_extension("toml").as_str(), "content/{article}.{language}.toml");
    }

    proptest! {
        #[test]
        fn an_id_survives_its_path(id in "[а-яa-z]{1,5}(/[а-яa-z.]{1,5}x){0,3}") {
            for pattern in ["a/{article}/{language}.md", "{language}/{article}.md", "a/{article}.{language}.md"] {
                let shape = Pattern::parse(pattern).unwrap().shape("ru");
                let path = shape.path(&id);
                prop_assert_eq!(shape.id(&path), Some(&*id));
            }
        }

        #[test]
        fn any_pattern_is_read_or_refused(text in ".{0,40}") {
            let _ = Pattern::parse(&text);
        }
    }
}
