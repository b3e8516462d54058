//! Documents: the source of an article, and its published translations.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use super::{Article, Encoding, Text, Workspace};
use crate::catalog::TomlText;
use crate::catalog::{Fences, in_article};
use crate::error::Result;
use crate::l10n::message;
use crate::model::Document;
use crate::parse::{Options, Syntax, parse};
use crate::text::sentences::{Extra, Splitter};
use crate::text::values::ValueForm;
use crate::workspace::config::{Config, SegmentUnit};

/// How to read documents in each language of the workspace.
pub fn options(config: &Config) -> BTreeMap<String, Options> {
    let languages = config.targets.iter().chain([&config.source]);
    let options = languages.map(|language| (language.clone(), options_of(config, language)));
    options.collect()
}

fn options_of(config: &Config, language: &str) -> Options {
    let splitter = (config.unit == SegmentUnit::Sentence).then(|| {
        // What is listed for English holds for British English, too.
        let subtags = language.match_indices('-').map(|(end, _)| &language[..end]);
        let listed = subtags.chain([language]).filter_map(|tag| config.abbreviations.get(tag));
        Splitter::new(language, &Extra { abbreviations: listed.flatten().cloned().collect() })
    });
    Options { splitter, fields: config.fields.clone(), parameters: config.parameters.clone() }
}

impl Workspace {
    /// The article's source as it is now.
    pub fn document(&self, article: &Article) -> Result<Document> {
        let text = self.text(&article.source)?.text;
        self.refuse_conflict(&text, &article.source)?;
        Ok(self.parsed(text, &article.source, &self.config.source))
    }

    /// How values are written in the language translated into.
    pub fn values_into(&self, target: &str) -> ValueForm {
        let into = target.split('-').next().unwrap_or(target);
        ValueForm::new(self.config.source_subtag(), into, self.config.style.dates)
    }

    /// The article's published translation; nothing where there is none.
    pub fn translation(&self, article: &Article, target: &str) -> Result<Option<Document>> {
        let Some(text) = self.translated_text(article, target)? else { return Ok(None) };
        Ok(Some(self.parsed(text, &article.document_path(target), target)))
    }

    /// The text of the article's published translation; nothing where there is none.
    pub fn translated_text(&self, article: &Article, target: &str) -> Result<Option<String>> {
        let path = article.document_path(target);
        let text = self.existing(&path).map_err(|failure| failure.error(&self.shown(&path)))?;
        let Some(Text { text, .. }) = text else { return Ok(None) };
        self.refuse_conflict(&text, &path)?;
        Ok(Some(text))
    }

    /// What a merge left half done is no text of an article.
    fn refuse_conflict(&self, text: &str, path: &Path) -> Result<()> {
        let is_markdown = syntax(path) == Syntax::Markdown;
        let fences = if is_markdown { Fences::Known } else { Fences::Unknown };
        let Some(offset) = in_article(text, fences) else { return Ok(()) };
        Err(TomlText { path: &self.shown(path), text }
            .error(offset, message!("error-source-conflict"))
            .hint(message!("hint-source-conflict")))
    }

    /// The encoding of the article's source, in which its translations are written, too.
    pub fn encoding(&self, article: &Article) -> Result<Encoding> {
        Ok(self.text(&article.source)?.encoding)
    }

    /// The text of any file, with its encoding.
    pub fn text(&self, path: &Path) -> Result<Text> {
        self.bounds.read(path).map_err(|failure| failure.error(&self.shown(path)))
    }

    /// How documents in `language` are read.
    pub fn options(&self, language: &str) -> Cow<'_, Options> {
        match self.options.get(language) {
            Some(options) => Cow::Borrowed(options),
            None => Cow::Owned(options_of(&self.config, language)),
        }
    }

    /// The document that stands as `text` at `path`.
    pub fn parsed(&self, text: String, path: &Path, language: &str) -> Document {
        parse(text, syntax(path), &self.options(language))
    }
}

/// The syntax of the document at `path`.
pub fn syntax(path: &Path) -> Syntax {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.and_then(Syntax::by_extension).unwrap_or(Syntax::Markdown)
}

#[cfg(test)]
mod tests {
    use crate::workspace::testing::{folder, open};

    #[test]
    fn a_source_is_cut_by_the_workspaces_own_rules() {
        let config = "[segmentation.abbreviations]\nru = [\"абвг.\"]\n";
        let folder = folder(&[
            ("tolmach.toml", config),
            ("articles/a/ru.md", "Здесь абвг. Иванов. Там другое.\n"),
            ("articles/a/en.md", "Here. There.\n"),
            ("articles/b/ru.txt", "Заголовок\n"),
        ]);
        let workspace = open(&folder);
        let articles = workspace.articles(&[]).unwrap();
        let document = workspace.document(&articles[0]).unwrap();
        let texts: Vec<&str> =
            document.segments.iter().map(|segment| segment.text.as_str()).collect();
        assert_eq!(texts, ["Здесь абвг. Иванов.", "Там другое."]);
        let translation = workspace.translation(&articles[0], "en").unwrap().unwrap();
        assert_eq!(translation.segments.len(), 2);
        assert!(workspace.translation(&articles[1], "en").unwrap().is_none());
        assert_eq!(workspace.document(&articles[1]).unwrap().segments.len(), 1);
    }
}
