//! Documents: the source of an article, and its published translations.

use std::collections::BTreeMap;
use std::path::Path;

use super::config::{Config, SegmentUnit};
use super::files::{read_text, read_text_if_exists};
use super::{Article, Text, Workspace};
use crate::error::Result;
use crate::model::Document;
use crate::parse::{Options, Syntax, parse};
use crate::text::sentences::{Extra, Splitter};

/// How to read documents in each language of the workspace.
pub fn options(config: &Config) -> BTreeMap<String, Options> {
    let languages = config.targets.iter().chain([&config.source]);
    let options = languages.map(|language| (language.clone(), options_of(config, language)));
    options.collect()
}

fn options_of(config: &Config, language: &str) -> Options {
    let splitter = (config.unit == SegmentUnit::Sentence).then(|| {
        let abbreviations = config.abbreviations.get(language).cloned().unwrap_or_default();
        Splitter::new(language, &Extra { abbreviations })
    });
    Options { splitter, fields: config.fields.clone() }
}

impl Workspace {
    /// The article's source as it is now.
    pub fn document(&self, article: &Article) -> Result<Document> {
        let text = self.text(&article.source)?.text;
        Ok(self.parsed(text, &article.source, &self.config.source))
    }

    /// The article's published translation; nothing where there is none.
    pub fn translation(&self, article: &Article, target: &str) -> Result<Option<Document>> {
        let path = article.document_path(target);
        let text = read_text_if_exists(&path, &self.shown(&path))?;
        Ok(text.map(|text| self.parsed(text.text, &path, target)))
    }

    /// The text of any file, with its encoding.
    pub fn text(&self, path: &Path) -> Result<Text> {
        read_text(path, &self.shown(path))
    }

    /// How documents in `language` are read.
    pub fn options(&self, language: &str) -> Options {
        let known = self.options.get(language).cloned();
        known.unwrap_or_else(|| options_of(&self.config, language))
    }

    /// The document that stands as `text` at `path`.
    pub fn parsed(&self, text: String, path: &Path, language: &str) -> Document {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let syntax = extension.and_then(Syntax::by_extension).unwrap_or(Syntax::Markdown);
        parse(text, syntax, &self.options(language))
    }
}
