//! How the code is shaped: what is counted in each file, and in all of them.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::source::Source;

/// Methods that take a closure, or pass on what one gave: a line with many of them is dense.
const COMBINATORS: [&str; 24] = [
    "all",
    "and_then",
    "any",
    "chain",
    "filter",
    "filter_map",
    "find",
    "find_map",
    "flat_map",
    "fold",
    "is_none_or",
    "is_some_and",
    "map",
    "map_err",
    "map_or",
    "map_or_else",
    "max_by_key",
    "min_by_key",
    "or_else",
    "position",
    "take_while",
    "then",
    "then_some",
    "zip",
];

/// Words that begin an item which a reader may look up.
const ITEMS: [&str; 7] = ["const", "enum", "fn", "static", "struct", "trait", "type"];

/// The longest function, in lines; clippy counts those between its braces.
const LONGEST: usize = 62;

/// What is counted.
#[derive(Debug, Default)]
pub struct Measures {
    /// Lines with code, without tests.
    pub lines: usize,
    pub functions: usize,
    /// Functions that take a tuple, as `path:line name`.
    pub tuple_parameters: Vec<String>,
    /// Functions of more than sixty lines, likewise.
    pub long_functions: Vec<String>,
    /// Closures that have a name.
    pub named_closures: usize,
    pub combinators: usize,
    /// Public items, and those without a doc comment.
    pub items: usize,
    pub undocumented: Vec<String>,
    /// Doc comments that explain an item by the one above it.
    pub references: Vec<String>,
    /// Public types, each with the files that define it.
    pub types: BTreeMap<String, BTreeSet<String>>,
}

impl Measures {
    /// The measures of these files together.
    pub fn of(sources: &[Source]) -> Self {
        let mut measures = Self::default();
        for source in sources {
            let mut lines = BTreeSet::new();
            measures.count(source, source.tokens(), &mut lines);
            measures.lines += lines.len();
        }
        measures
    }

    /// Public types that more than one file defines, each with those files.
    pub fn shared_types(&self) -> Vec<String> {
        let shared = self.types.iter().filter(|(_, paths)| paths.len() > 1);
        shared.map(|(name, paths)| format!("{name}: {paths:?}")).collect()
    }

    /// So many for a thousand lines of code.
    pub fn density(&self, count: usize) -> usize {
        1000 * count / self.lines.max(1)
    }

    fn count(&mut self, source: &Source, tokens: &[TokenTree], lines: &mut BTreeSet<usize>) {
        let mut docs: Vec<String> = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            let rest = &tokens[index..];
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    docs.extend(rest.get(1).and_then(documentation));
                    continue;
                }
                TokenTree::Group(group)
                    if group.delimiter() == Delimiter::Bracket
                        && index > 0
                        && is_sign(&tokens[index - 1], '#') =>
                {
                    continue;
                }
                TokenTree::Ident(word) if word == "pub" => self.public(source, rest, &docs),
                TokenTree::Ident(word) if word == "fn" => self.function(source, rest),
                TokenTree::Ident(word) if word == "let" && is_named_closure(rest) => {
                    self.named_closures += 1;
                }
                TokenTree::Punct(sign) if sign.as_char() == '.' && is_combinator(rest) => {
                    self.combinators += 1;
                }
                TokenTree::Group(group) => {
                    lines.insert(group.span_close().start().line);
                    let inner: Vec<_> = group.stream().into_iter().collect();
                    self.count(source, &inner, lines);
                }
                _ => {}
            }
            lines.insert(token.span().start().line);
            docs.clear();
        }
    }

    fn public(&mut self, source: &Source, rest: &[TokenTree], docs: &[String]) {
        let mut words = rest[1..].iter().filter_map(|token| match token {
            TokenTree::Ident(word) => Some(word.to_string()),
            _ => None,
        });
        let Some(kind) = words.next() else { return };
        let Some(name) = words.next() else { return };
        if !ITEMS.contains(&kind.as_str()) || matches!(rest.get(1), Some(TokenTree::Group(_))) {
            return;
        }
        let place = format!("{}:{} {name}", source.path, rest[0].span().start().line);
        self.items += 1;
        if docs.is_empty() {
            self.undocumented.push(place.clone());
        }
        if docs.first().is_some_and(|doc| doc.trim_start().starts_with("The same")) {
            self.references.push(place);
        }
        if matches!(kind.as_str(), "struct" | "enum" | "trait" | "type") {
            self.types.entry(name).or_default().insert(source.path.clone());
        }
    }

    fn function(&mut self, source: &Source, rest: &[TokenTree]) {
        let Some(TokenTree::Ident(name)) = rest.get(1) else { return };
        let mut groups = rest.iter().take_while(|token| !is_sign(token, ';')).filter_map(group);
        let Some(parameters) = groups.find(|group| group.delimiter() == Delimiter::Parenthesis)
        else {
            return;
        };
        let start = rest[0].span().start().line;
        let place = format!("{}:{start} {name}", source.path);
        self.functions += 1;
        if takes_tuple(parameters.stream()) {
            self.tuple_parameters.push(place.clone());
        }
        let body = groups.find(|group| group.delimiter() == Delimiter::Brace);
        let end = body.map_or(start, |body| body.span_close().end().line);
        if end - start >= LONGEST {
            self.long_functions.push(place);
        }
    }
}

fn group(token: &TokenTree) -> Option<&Group> {
    match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// The text of a doc comment, which is an attribute of this form.
fn documentation(attribute: &TokenTree) -> Option<String> {
    let inner: Vec<_> = group(attribute)?.stream().into_iter().collect();
    let [TokenTree::Ident(name), _, TokenTree::Literal(text)] = &inner[..] else { return None };
    (name == "doc").then(|| text.to_string().trim_matches(['"', 'r', '#']).to_owned())
}

/// Whether a `let` gives a closure a name.
fn is_named_closure(rest: &[TokenTree]) -> bool {
    let Some(end) = rest.iter().take(12).position(|token| is_sign(token, '=')) else {
        return false;
    };
    let is_plain = rest[1..end].iter().all(|token| group(token).is_none());
    let value = rest[end + 1..].iter().find(|token| {
        !is_sign(token, '&') && !matches!(token, TokenTree::Ident(word) if word == "move")
    });
    is_plain && value.is_some_and(|value| is_sign(value, '|'))
}

fn is_combinator(rest: &[TokenTree]) -> bool {
    let is_call = rest
        .get(2)
        .and_then(group)
        .is_some_and(|group| group.delimiter() == Delimiter::Parenthesis);
    let name = match rest.get(1) {
        Some(TokenTree::Ident(name)) => name.to_string(),
        _ => return false,
    };
    is_call && COMBINATORS.contains(&name.as_str())
}

/// Whether a parameter's type is a tuple, or a reference to one.
fn takes_tuple(parameters: TokenStream) -> bool {
    let tokens: Vec<_> = parameters.into_iter().collect();
    let (mut depth, mut is_type) = (0_i32, false);
    for (index, token) in tokens.iter().enumerate() {
        let follows = |sign: char| index > 0 && is_sign(&tokens[index - 1], sign);
        match token {
            TokenTree::Punct(sign) => match sign.as_char() {
                '<' => depth += 1,
                '>' if !follows('-') => depth -= 1,
                ':' if depth == 0 && !follows(':') => is_type = true,
                ',' if depth == 0 => is_type = false,
                _ => {}
            },
            TokenTree::Ident(word) if word == "mut" || follows('\'') => {}
            TokenTree::Group(group) if is_type && group.delimiter() == Delimiter::Parenthesis => {
                let has_two = group.stream().into_iter().any(|token| is_sign(&token, ','));
                if depth == 0 && has_two {
                    return true;
                }
            }
            TokenTree::Ident(_) if depth == 0 && is_type => is_type = false,
            _ => {}
        }
    }
    false
}
