//! Which elements, attributes and words the standard has, and where.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The words of a rule.
pub type RuleWords = Vec<&'static str>;

/// An element of the standard's own.
#[derive(Debug, Default)]
pub struct ElementRule {
    /// Its attributes without a prefix, and those of XML.
    attributes: RuleWords,
    /// The standard's elements that may stand in it.
    children: RuleWords,
    /// Whether elements of programs may, too.
    pub is_open: bool,
}

/// All rules.
#[derive(Debug, Default)]
struct Tables {
    lists: HashMap<&'static str, RuleWords>,
    elements: HashMap<&'static str, ElementRule>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read(include_str!("elements.rules")));

/// The rule of an element.
pub fn rule_of(name: &str) -> Option<&'static ElementRule> {
    TABLES.elements.get(name)
}

/// Whether a list of the standard's has a word.
pub fn has(list: &str, word: &str) -> bool {
    place(list, word).is_some()
}

/// Where in a list a word stands.
pub fn place(list: &str, word: &str) -> Option<usize> {
    TABLES.lists[list].iter().position(|one| *one == word)
}

impl ElementRule {
    /// Whether it may have an attribute.
    pub fn takes(&self, attribute: &str) -> bool {
        self.attributes.contains(&attribute)
    }

    /// Whether an element of the standard's may stand in it.
    pub fn holds(&self, child: &str) -> bool {
        self.children.contains(&child)
    }
}

impl Tables {
    fn read(text: &'static str) -> Self {
        let mut tables = Self::default();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
            let rest = rest.trim_start();
            let (name, words) = rest.split_once(' ').unwrap_or((rest, ""));
            if kind == "list" {
                let list = tables.lists.entry(name).or_default();
                list.extend(words.split_whitespace());
            } else {
                tables.add(name, words, kind == "open");
            }
        }
        tables
    }

    fn add(&mut self, name: &'static str, words: &'static str, is_open: bool) {
        let (attributes, children) = words.split_once('|').unwrap_or((words, ""));
        let mut attributes = self.unfolded(attributes);
        if self.lists["spoken"].contains(&name) {
            attributes.extend(["xml:lang", "xml:space"]);
        }
        let children = self.unfolded(children);
        self.elements.insert(name, ElementRule { attributes, children, is_open });
    }

    /// The words, with the lists that they name.
    fn unfolded(&self, words: &'static str) -> RuleWords {
        let mut unfolded = Vec::new();
        for word in words.split_whitespace() {
            match word.strip_prefix('@') {
                Some(list) => unfolded.extend(&self.lists[list]),
                None => unfolded.push(word),
            }
        }
        unfolded
    }
}
