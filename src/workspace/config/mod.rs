//! The configuration: `tolmach.toml`, where every key has a default.
//!
//! Abbreviations stand under their language, `[segmentation.abbreviations]`
//! with `ru = ["обл."]`, since they extend the rules of that language only.

mod authorship;
mod checking;
pub mod collection;
pub mod languages;
mod leverage;
pub mod machine;
pub mod memory;
pub mod pages;
pub mod pattern;
mod spoken;
mod style;
pub mod terms;
mod translatable;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::authorship::Authorship;
use self::checking::Checking;
use self::collection::{Clash, Collection, Patterns};
use self::machine::MachineSettings;
use self::memory::MemorySettings;
use self::pages::Pages;
use self::pattern::{Pattern, is_id};
use self::terms::TermSettings;
use crate::catalog::in_toml;
use crate::catalog::{Placed, Table, TomlText, nearest_hint};
use crate::checks::{HouseStyle, Levels, LevelsOfPlace};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::leverage::PriceGrid;
use crate::model::Severity;
use crate::parse::Syntax;

/// What a workspace settles for all its articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Language of the sources, as written in paths.
    pub source: String,
    /// Languages of the translations, as written in paths; at least one.
    pub targets: Vec<String>,
    /// At least one; the first that fits a path owns it.
    pub collections: Vec<Arc<Collection>>,
    pub unit: SegmentUnit,
    /// A language's abbreviations beyond the built-in ones.
    pub abbreviations: BTreeMap<String, Vec<String>>,
    /// Front-matter fields to translate, by dotted names.
    pub fields: Vec<String>,
    /// Parameters of tags to translate, such as `caption`.
    pub parameters: Vec<String>,
    /// Severities set for checks; none for a check that is off.
    pub checks: BTreeMap<String, Option<Severity>>,
    /// Severities set for the articles that patterns fit, in the order of the file.
    pub check_places: Vec<LevelsOfPlace>,
    /// Words that no check minds.
    pub allowed: Vec<String>,
    pub style: HouseStyle,
    pub authorship: Authorship,
    pub memory: MemorySettings,
    pub terms: TermSettings,
    /// What bilingual pages have around an article.
    pub pages: Pages,
    pub leverage: PriceGrid,
    pub machine: MachineSettings,
}

/// What a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentUnit {
    Sentence,
    Block,
}

/// The usual extensions of documents.
const EXTENSIONS: [&str; 3] = ["md", "mdx", "txt"];
const TABLES: [&str; 13] = [
    "languages",
    "articles",
    "segmentation",
    "front_matter",
    "markdown",
    "check",
    "style",
    "authorship",
    "memory",
    "terms",
    "pages",
    "leverage",
    "machine",
];

impl Config {
    /// The primary subtag of the source language, which rules are chosen by.
    pub fn source_subtag(&self) -> &str {
        self.source.split(['-', '_']).next().unwrap_or_default()
    }

    /// How much each check matters, with the house style.
    pub fn levels(&self) -> Levels {
        let everywhere = self.checks.iter().map(|(id, severity)| (id.clone(), *severity));
        let levels = everywhere.collect::<Levels>().with_places(self.check_places.clone());
        levels.of_house(self.allowed.clone(), self.style.clone())
    }

    /// Reads the configuration; `checks` are the ids that `[check]` may name.
    pub fn read(source: TomlText<'_>, checks: &[&str]) -> Result<Self> {
        let entries = source.parse().map_err(|err| {
            conflict(source).unwrap_or_else(|| err.hint(message!("hint-config-syntax")))
        })?;
        let top = Table { source, name: "", offset: 0, entries: &entries };
        top.refuse_unknown_keys(&TABLES)?;
        let (language, targets) = spoken::languages(&top)?;
        let (unit, abbreviations) = read_segmentation(&top)?;
        let checking = Checking::read(&top, checks)?;
        Ok(Self {
            collections: read_collections(&top, &language, &targets)?,
            unit,
            abbreviations,
            fields: translatable::fields(&top)?,
            parameters: translatable::parameters(&top)?,
            checks: checking.everywhere,
            check_places: checking.places,
            allowed: checking.allowed,
            style: style::read(&top)?,
            authorship: authorship::read(&top)?,
            memory: memory::read(&top)?,
            terms: terms::read(&top)?,
            pages: pages::pages(&top)?,
            leverage: leverage::read(&top)?,
            machine: machine::read(&top)?,
            source: language,
            targets,
        })
    }
}

/// The error that a merge left its marks, if it did.
fn conflict(source: TomlText<'_>) -> Option<Error> {
    let error = source.error(in_toml(source.text)?, message!("error-config-conflict"));
    Some(error.hint(message!("hint-config-conflict")))
}

fn read_collections(
    top: &Table<'_, '_>,
    source: &str,
    targets: &[String],
) -> Result<Vec<Arc<Collection>>> {
    let tables = top.tables("articles", "[[articles]]")?;
    if tables.is_empty() {
        return Ok(Collection::defaults(source, targets).into_iter().map(Arc::new).collect());
    }
    let collection = |table: &Table<'_, '_>| {
        table.refuse_unknown_keys(&["name", "source", "catalog", "document", "only"])?;
        let given = Patterns {
            name: read_name(table)?,
            source: read_pattern(table, "source")?,
            catalog: read_pattern(table, "catalog")?,
            document: read_pattern(table, "document")?,
            only: read_only(table)?,
        };
        Collection::new(given, source, targets)
            .map(Arc::new)
            .map_err(|clash| clash_error(table, clash))
    };
    let collections: Vec<Arc<Collection>> = tables.iter().map(collection).collect::<Result<_>>()?;
    tables.iter().zip(0..).try_for_each(|(table, at)| refuse_rivals(table, &collections, at))?;
    Ok(collections)
}

/// The error that the sources at `at` are those of an earlier collection, or translations of any.
fn refuse_rivals(table: &Table<'_, '_>, all: &[Arc<Collection>], at: usize) -> Result<()> {
    let sources = &all[at].sources;
    let holds = |other: &usize| all[*other].targets.iter().any(|one| one.documents == *sources);
    let message = if all[..at].iter().any(|earlier| earlier.sources == *sources) {
        message!("error-sources-twice")
    } else if (0..all.len()).filter(|other| *other != at).any(|other| holds(&other)) {
        message!("error-source-translated")
    } else {
        return Ok(());
    };
    let offset = table.get("source").map_or(table.offset, |(_, span)| span.start);
    Err(table.source.error(offset, message).hint(message!("hint-source-own")))
}

/// What the ids of a collection's articles begin with.
fn read_name(table: &Table<'_, '_>) -> Result<Option<String>> {
    let Some(Placed { value, offset }) = table.string("name")? else { return Ok(None) };
    if is_id(value) {
        return Ok(Some(value.to_owned()));
    }
    let message = message!("error-collection-name", name = value);
    Err(table.source.error(offset, message).hint(message!("hint-collection-name")))
}

/// The places of a collection's articles, where not all that fit are meant.
fn read_only(table: &Table<'_, '_>) -> Result<Vec<String>> {
    let mut only = Vec::new();
    for Placed { value, offset } in table.strings("only")?.unwrap_or_default() {
        if !is_id(value) {
            let message = message!("error-collection-only", name = value);
            return Err(table.source.error(offset, message).hint(message!("hint-collection-only")));
        }
        only.push(value.to_owned());
    }
    Ok(only)
}

fn read_pattern(table: &Table<'_, '_>, key: &str) -> Result<Option<Pattern>> {
    let Some(Placed { value, offset }) = table.string(key)? else { return Ok(None) };
    let pattern = Pattern::parse(value)
        .map_err(|(message, hint)| table.source.error(offset, message).hint(hint))?;
    let extension = pattern.extension().unwrap_or_default();
    let (fits, known) = match key {
        "catalog" => (extension == "toml", "toml".to_owned()),
        _ => (Syntax::by_extension(extension).is_some(), EXTENSIONS.join(", ")),
    };
    if fits {
        return Ok(Some(pattern));
    }
    let message = message!("error-pattern-extension", key = key, extension = extension);
    let hint = message!("hint-known", names = known);
    Err(table.source.error(offset, message).hint(hint))
}

fn clash_error(table: &Table<'_, '_>, clash: Clash) -> Error {
    let (key, message) = match clash {
        Clash::Catalog => ("catalog", message!("error-catalogs-clash")),
        Clash::Document => ("document", message!("error-documents-clash")),
    };
    let place = table.get(key).or_else(|| table.get("document"));
    let offset = place.map_or(table.offset, |(_, span)| span.start);
    table.source.error(offset, message).hint(message!("hint-pattern-language"))
}

type Abbreviations = BTreeMap<String, Vec<String>>;

fn read_segmentation(top: &Table<'_, '_>) -> Result<(SegmentUnit, Abbreviations)> {
    let Some(table) = top.table("segmentation", "[segmentation]")? else {
        return Ok((SegmentUnit::Sentence, Abbreviations::new()));
    };
    table.refuse_unknown_keys(&["unit", "abbreviations"])?;
    let unit = match table.string("unit")? {
        None | Some(Placed { value: "sentence", .. }) => SegmentUnit::Sentence,
        Some(Placed { value: "block", .. }) => SegmentUnit::Block,
        Some(Placed { value, offset }) => {
            let message = message!("error-segment-unit", name = value);
            let hint = nearest_hint(value, &["sentence", "block"]);
            return Err(table.source.error(offset, message).hint(hint));
        }
    };
    let name = "[segmentation.abbreviations]";
    let Some(lists) = table.table("abbreviations", name)? else {
        return Ok((unit, Abbreviations::new()));
    };
    let mut abbreviations = Abbreviations::new();
    for key in lists.entries.keys() {
        let tag: &str = key.as_ref();
        spoken::language(table.source, &Placed { value: tag, offset: key.span().start })?;
        let list = lists.strings(tag)?.unwrap_or_default();
        abbreviations.insert(tag.to_owned(), list.iter().map(|one| one.value.to_owned()).collect());
    }
    Ok((unit, abbreviations))
}

#[cfg(test)]
mod tests {
    use super::{Config, TomlText};
    use crate::error::testing::words;

    fn read(text: &str) -> String {
        match Config::read(TomlText { path: "tolmach.toml", text }, &["missing", "stale"]) {
            Ok(config) => format!("{config:#?}"),
            Err(err) => words(&err),
        }
    }

    #[test]
    fn an_empty_file_is_a_valid_configuration() {
        let config = Config::read(TomlText { path: "", text: "" }, &[]).unwrap();
        let sources: Vec<&str> = config.collections.iter().map(|one| one.source.as_str()).collect();
        assert_eq!(
            sources,
            ["articles/{article}/{language}.md", "articles/{article}/{language}.txt"]
        );
        assert_eq!((&*config.source, &*config.targets), ("ru", &["en".to_owned()][..]));
        assert_eq!(config.fields, ["title", "description", "summary"]);
    }

    #[test]
    fn every_key_is_read() {
        let config = read(
            r#"
[languages]
source = "ru"
targets = ["en", "pt-BR"]
[[articles]]
source = "content/{language}/{article}.md"
catalog = "i18n/{language}/{article}.toml"
document = "content/{language}/{article}.md"
[segmentation]
unit = "block"
[segmentation.abbreviations]
ru = ["обл."]
[front_matter]
translate = ["title", "extra.subtitle"]
[check]
missing = "warning"
stale = "off"
[authorship]
by = false
[pages]
name = "Весть"
address = "https://a.example/b"
css = "a.css"
neighbours = false
"#,
        );
        for part in [
            "unit: Block",
            "\"обл.\"",
            "by: false",
            "on: true",
            "\"stale\": None",
            "Warning",
            "\"pt-BR\"",
            "\"extra.subtitle\"",
            "before: \"i18n/en/\"",
            "Some(\n            \"https://a.example/b/\",\n        )",
            "neighbours: false",
        ] {
            assert!(config.contains(part), "{part} in {config}");
        }
    }

    #[test]
    fn a_source_has_one_collection_and_is_no_translation() {
        let two = |one: [&str; 2], other: [&str; 2]| {
            let tables = [one, other].map(|[source, document]| {
                format!("[[articles]]\nsource = \"{source}\"\ndocument = \"{document}\"\n")
            });
            let text = read(&tables.concat());
            text.lines().take(2).collect::<Vec<_>>().join("")
        };
        assert_eq!(
            two(["a/{article}.md", "b/{article}.md"], ["b/{article}.md", "c/{article}.md"]),
            "the sources are translations of another collection  --> tolmach.toml:5:10"
        );
        assert_eq!(
            two(["b/{article}.md", "c/{article}.md"], ["a/{article}.md", "b/{article}.md"]),
            "the sources are translations of another collection  --> tolmach.toml:2:10"
        );
        assert_eq!(
            two(["a/{article}.md", "b/{article}.md"], ["a/{article}.md", "c/{article}.md"]),
            "the sources are those of another collection already  --> tolmach.toml:5:10"
        );
        let apart =
            two(["{article}.ru.md", "{article}.en.md"], ["{article}.md", "{article}.en.md"]);
        assert!(apart.starts_with("Config"), "{apart}");
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a list of faults is no logic")]
    fn faults_name_the_place_and_the_nearest_name() {
        snapbox::assert_data_eq!(
            read("[languges]\n"),
            snapbox::str![[r#"
unknown key "languges"
  --> tolmach.toml:1:2
  hint: Did you mean "languages"?

неизвестный ключ «languges»
  --> tolmach.toml:1:2
  hint: Может быть, «languages»?

"#]]
        );
        snapbox::assert_data_eq!(
            read("[check]\nmising = \"error\"\n"),
            snapbox::str![[r#"
unknown key "mising" in [check]
  --> tolmach.toml:2:1
  hint: Did you mean "missing"?

неизвестный ключ «mising» в [check]
  --> tolmach.toml:2:1
  hint: Может быть, «missing»?

"#]]
        );
        snapbox::assert_data_eq!(
            read("[check]\nstale = \"err\"\n"),
            snapbox::str![[r#"
unknown severity "err"
  --> tolmach.toml:2:9
  hint: Did you mean "error"?

неизвестная степень важности «err»
  --> tolmach.toml:2:9
  hint: Может быть, «error»?

"#]]
        );
        snapbox::assert_data_eq!(
            read("[languages]\ntargets = \"en\"\n"),
            snapbox::str![[r#"
"targets" must be a list of strings, not a string
  --> tolmach.toml:2:11
  hint: Write targets = ["…"].

значением «targets» должен быть список строк, а не строка
  --> tolmach.toml:2:11
  hint: Напишите targets = ["…"].

"#]]
        );
        snapbox::assert_data_eq!(
            read("[languages]\nsource = \"русский\"\n"),
            snapbox::str![[r#"
"русский" isn't a language tag
  --> tolmach.toml:2:10
  hint: Write a tag such as "ru", "en" or "pt-BR".

«русский» — не код языка
  --> tolmach.toml:2:10
  hint: Укажите код вроде «ru», «en» или «pt-BR».

"#]]
        );
        snapbox::assert_data_eq!(
            read("[languages]\ntargets = [\"en\", \"RU\"]\n"),
            snapbox::str![[r#"
the language "RU" is named twice
  --> tolmach.toml:2:18

язык «RU» указан дважды
  --> tolmach.toml:2:18

"#]]
        );
        snapbox::assert_data_eq!(
            read("[segmentation]\nunit = \"sentense\"\n"),
            snapbox::str![[r#"
unknown unit "sentense"
  --> tolmach.toml:2:8
  hint: Did you mean "sentence"?

неизвестная единица «sentense»
  --> tolmach.toml:2:8
  hint: Может быть, «sentence»?

"#]]
        );
        snapbox::assert_data_eq!(
            read("[front_matter]\ntranslate = [\"title\", \"a..b\"]\n"),
            snapbox::str![[r#"
"a..b" can't name a field
  --> tolmach.toml:2:23
  hint: Write a name such as "title", or "extra.subtitle" for what stands in a table.

«a..b» не может быть именем поля
  --> tolmach.toml:2:23
  hint: Напишите имя вроде «title», а для поля внутри таблицы — «extra.subtitle».

"#]]
        );
        for name in ["", ".a", "a.", " a", "a. b"] {
            let error = read(&format!("[front_matter]\ntranslate = [\"{name}\"]\n"));
            assert!(error.contains("tolmach.toml:2:14"), "{error}");
        }
        snapbox::assert_data_eq!(
            read("[[articles]]\nsource = \"a/{articel}.md\"\n"),
            snapbox::str![[r#"
unknown placeholder "{articel}"
  --> tolmach.toml:2:10
  hint: Did you mean "{article}"?

неизвестная подстановка «{articel}»
  --> tolmach.toml:2:10
  hint: Может быть, «{article}»?

"#]]
        );
        snapbox::assert_data_eq!(
            read("[[articles]]\nsource = \"{article}.md\"\ndocument = \"{article}.md\"\n"),
            snapbox::str![[r#"
the translation has the same path as its source or another translation
  --> tolmach.toml:3:12
  hint: Put "{language}" into the pattern.

у перевода тот же путь, что у исходного текста или другого перевода
  --> tolmach.toml:3:12
  hint: Добавьте в шаблон «{language}».

"#]]
        );
        snapbox::assert_data_eq!(
            read("[[articles]]\nsource = \"{article}.docx\"\n"),
            snapbox::str![[r#"
"source" can't have the extension "docx"
  --> tolmach.toml:2:10
  hint: Known: md, mdx, txt.

у «source» не может быть расширения «docx»
  --> tolmach.toml:2:10
  hint: Допустимо: md, mdx, txt.

"#]]
        );
        snapbox::assert_data_eq!(
            read("[check\n"),
            snapbox::str![[r#"
broken TOML
  --> tolmach.toml:1:7
  because: a bracket isn't closed
  hint: Correct the line, or restore the file from git.

нарушена разметка TOML
  --> tolmach.toml:1:7
  because: скобка не закрыта
  hint: Исправьте строку или верните файл из git.

"#]]
        );
    }
}
