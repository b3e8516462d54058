//! The Fluent files of one language, message by message.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource,
    VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::serializer;

/// A language's messages by id.
pub type Messages = BTreeMap<String, Words>;

/// What a language says for one id.
#[derive(Clone, Debug)]
pub struct Words {
    pub file: PathBuf,
    /// The message without comments, in one spelling.
    pub text: String,
    /// The digest in a comment such as `# en: abcdefgh`.
    pub seen: Option<String>,
    /// The variables of the value (under an empty name) and of each attribute.
    pub variables: BTreeMap<String, BTreeSet<String>>,
    /// The names of the variants of each choice by number.
    pub plurals: Vec<BTreeSet<String>>,
}

/// The digest of the English text that a translator of the locales has looked at.
pub const MARK: &str = "en: ";

/// The messages of the files in `folder`.
pub fn load(folder: &Path) -> Messages {
    let mut files: Vec<_> = fs::read_dir(folder).expect("is a folder").collect();
    files.sort_by_key(|file| file.as_ref().expect("is readable").path());
    let mut messages = Messages::new();
    for file in files {
        let path = file.expect("is readable").path();
        let text = fs::read_to_string(&path).expect("is UTF-8");
        for (id, words) in read(&text, &path) {
            assert!(messages.insert(id.clone(), words).is_none(), "{id} stands twice");
        }
    }
    messages
}

/// The messages of one file.
pub fn read(text: &str, path: &Path) -> Vec<(String, Words)> {
    let resource =
        parser::parse(text).unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), words(message, path))),
        _ => None,
    });
    messages.collect()
}

fn words(mut message: Message<&str>, path: &Path) -> Words {
    let comment = message.comment.take();
    let mut lines = comment.iter().flat_map(|comment| &comment.content);
    let seen = lines.find_map(|line| line.strip_prefix(MARK)).map(str::to_owned);
    let mut variables = BTreeMap::new();
    let mut plurals = Vec::new();
    let attributes =
        message.attributes.iter().map(|attribute| (attribute.id.name, &attribute.value));
    for (name, pattern) in message.value.iter().map(|value| ("", value)).chain(attributes) {
        let mut found = BTreeSet::new();
        visit(pattern, &mut found, &mut plurals);
        variables.insert(name.to_owned(), found);
    }
    let text = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    Words { file: path.to_owned(), text, seen, variables, plurals }
}

type Names = BTreeSet<String>;

fn visit(pattern: &Pattern<&str>, variables: &mut Names, plurals: &mut Vec<Names>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            visit_expression(expression, variables, plurals);
        }
    }
}

fn visit_expression(
    expression: &Expression<&str>,
    variables: &mut Names,
    plurals: &mut Vec<Names>,
) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, variables, plurals),
        Expression::Select { selector, variants } => {
            visit_inline(selector, variables, plurals);
            let keys = variants.iter().map(|variant| match variant.key {
                VariantKey::Identifier { name } => name.to_owned(),
                VariantKey::NumberLiteral { value } => value.to_owned(),
            });
            let keys: Names = keys.collect();
            if keys.contains("other") {
                plurals.push(keys);
            }
            for variant in variants {
                visit(&variant.value, variables, plurals);
            }
        }
    }
}

fn visit_inline(inline: &InlineExpression<&str>, variables: &mut Names, plurals: &mut Vec<Names>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            visit_expression(expression, variables, plurals);
        }
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            visit_arguments(arguments, variables, plurals);
        }
        _ => {}
    }
}

fn visit_arguments(
    arguments: &CallArguments<&str>,
    variables: &mut Names,
    plurals: &mut Vec<Names>,
) {
    for argument in &arguments.positional {
        visit_inline(argument, variables, plurals);
    }
}

/// Eight characters of base 32 for a text, as in a pair's seal.
pub fn digest(text: &str) -> String {
    let hash = blake3::hash(text.as_bytes());
    let bits = hash.as_bytes()[..5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let alphabet: Vec<char> = ('a'..='z').chain('2'..='7').collect();
    (0..8).map(|index| alphabet[(bits >> (35 - 5 * index) & 31) as usize]).collect()
}

/// The file with the digest of `id` set to `digest`, and nothing else changed.
pub fn renewed(text: &str, id: &str, digest: &str) -> String {
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    let is_start = |line: &&str| {
        line.strip_prefix(id).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
    };
    let start = lines.iter().position(is_start).expect("the message is in its file");
    let comments = lines[..start].iter().rev().take_while(|line| line.starts_with("# ")).count();
    let mark = format!("# {MARK}");
    let kept = lines[start - comments..start].iter().filter(|line| !line.starts_with(&mark));
    [
        lines[..start - comments].concat(),
        kept.copied().collect(),
        format!("{mark}{digest}\n"),
        lines[start..].concat(),
    ]
    .concat()
}
