//! A Rust file as tokens, without its tests.

use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::vec::IntoIter;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A file of `src/`.
pub struct Source {
    /// The path, with `/` between folders.
    pub path: String,
    pub text: String,
    tokens: Vec<TokenTree>,
}

/// A path of modules and items that code names.
pub struct Use {
    pub line: usize,
    pub path: Vec<String>,
}

/// A text in code, as it is written between its quotation marks.
pub struct Text {
    pub line: usize,
    pub text: String,
}

/// A line such as `mod checks;`.
pub struct Declaration {
    pub name: String,
    pub is_test: bool,
}

/// Every Rust file below `folder`.
pub fn load(folder: &Path) -> Vec<Source> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).expect("is a folder") {
        let path = entry.expect("is readable").path();
        if path.is_dir() {
            sources.extend(load(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("is UTF-8");
            let name = path.to_str().expect("is UTF-8").replace('\\', "/");
            let start = name.find("src/").expect("is in src");
            sources.push(Source::new(&name[start..], &text));
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

impl Source {
    /// The file at `path` with this text.
    pub fn new(path: &str, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let tokens = without_tests(tokens);
        Self { path: path.to_owned(), text: text.to_owned(), tokens }
    }

    /// The code without its tests.
    pub fn tokens(&self) -> &[TokenTree] {
        &self.tokens
    }

    /// The names of the modules from the root to this one.
    pub fn modules(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        if matches!(path, "lib" | "main") { Vec::new() } else { path.split('/').collect() }
    }

    /// The module below the root that it belongs to; `lib` or `main` for the root itself.
    pub fn top(&self) -> &str {
        let root = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        self.modules().first().copied().unwrap_or(root)
    }

    /// How many lines stand before the tests.
    pub fn length(&self) -> usize {
        let end = self.text.find("\n#[cfg(test)]\nmod tests").unwrap_or(self.text.len());
        self.text[..end].lines().count()
    }

    /// Every path with `::` that the code names.
    pub fn uses(&self) -> Vec<Use> {
        let mut uses = Vec::new();
        find_uses(&self.tokens, &mut uses);
        uses
    }

    /// Every name in the code, with its line.
    pub fn names(&self) -> Vec<(usize, String)> {
        let mut names = Vec::new();
        find_names(&self.tokens, &mut names);
        names
    }

    /// Every text but those that only programmers see.
    pub fn texts(&self) -> Vec<Text> {
        let mut texts = Vec::new();
        find_texts(&self.tokens, &mut texts);
        texts
    }

    /// The arguments of each attribute with this name, with their line.
    pub fn attributes(&self, name: &str) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        find_attributes(&self.tokens, name, &mut found);
        found
    }

    /// The modules that the file declares.
    pub fn declarations(&self) -> Vec<Declaration> {
        let mut found = Vec::new();
        let tokens: Vec<_> =
            self.text.parse::<TokenStream>().expect("was parsed").into_iter().collect();
        for (index, window) in tokens.windows(3).enumerate() {
            if let [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Punct(end)] = window
                && word == "mod"
                && end.as_char() == ';'
            {
                let before = tokens[index.saturating_sub(3)..index].iter();
                let is_test = before.filter_map(group).any(is_test);
                found.push(Declaration { name: name.to_string(), is_test });
            }
        }
        found
    }
}

fn group(token: &TokenTree) -> Option<&Group> {
    match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}

fn is_test(attribute: &Group) -> bool {
    attribute.delimiter() == Delimiter::Bracket
        && matches!(attribute.stream().to_string().as_str(), "cfg (test)" | "cfg(test)" | "test")
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Leaves out each item that stands behind `#[cfg(test)]`.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().collect::<Vec<_>>().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                match tokens.peek().and_then(group) {
                    Some(group) if is_test(group) => skip_item(&mut tokens),
                    _ => kept.push(token),
                }
            }
            TokenTree::Group(group) => {
                let stream = without_tests(group.stream()).into_iter().collect();
                let mut inner = Group::new(group.delimiter(), stream);
                inner.set_span(group.span());
                kept.push(TokenTree::Group(inner));
            }
            _ => kept.push(token),
        }
    }
    kept
}

fn skip_item(tokens: &mut Peekable<IntoIter<TokenTree>>) {
    for token in tokens {
        let is_body = group(&token).is_some_and(|group| group.delimiter() == Delimiter::Brace);
        if is_body || is_sign(Some(&token), ';') {
            return;
        }
    }
}

fn find_uses(tokens: &[TokenTree], uses: &mut Vec<Use>) {
    let mut index = 0;
    while index < tokens.len() {
        match &tokens[index] {
            TokenTree::Ident(_) => index = read_path(tokens, index, &[], uses).max(index + 1),
            TokenTree::Group(group) => {
                find_uses(&group.stream().into_iter().collect::<Vec<_>>(), uses);
                index += 1;
            }
            _ => index += 1,
        }
    }
}

/// Reads a path, and all branches of a tree of them; gives the index behind it.
fn read_path(tokens: &[TokenTree], start: usize, before: &[String], uses: &mut Vec<Use>) -> usize {
    let mut path = before.to_vec();
    let mut index = start;
    while let Some(TokenTree::Ident(name)) = tokens.get(index) {
        path.push(name.to_string());
        index += 1;
        if !(is_sign(tokens.get(index), ':') && is_sign(tokens.get(index + 1), ':')) {
            break;
        }
        index += 2;
        if let Some(group) = tokens.get(index).and_then(group) {
            let inner: Vec<_> = group.stream().into_iter().collect();
            for branch in inner.split(|token| is_sign(Some(token), ',')) {
                read_path(branch, 0, &path, uses);
            }
            return index + 1;
        }
    }
    if path.len() > 1 {
        let line = tokens.get(start).map_or(1, line);
        uses.push(Use { line, path });
    }
    index
}

fn find_names(tokens: &[TokenTree], names: &mut Vec<(usize, String)>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => names.push((line(token), name.to_string())),
            TokenTree::Group(group) => {
                find_names(&group.stream().into_iter().collect::<Vec<_>>(), names);
            }
            _ => {}
        }
    }
}

/// What follows these words is for programmers, or an example of what articles say.
const FOR_PROGRAMMERS: [&str; 10] = [
    "expect",
    "example",
    "panic",
    "unreachable",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
];

fn find_texts(tokens: &[TokenTree], texts: &mut Vec<Text>) {
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if let Some(start) = text.find('"')
                    && let Some(end) = text.rfind('"')
                    && text.starts_with(['"', 'r'])
                {
                    texts.push(Text { line: line(token), text: text[start + 1..end].to_owned() });
                }
            }
            TokenTree::Group(group) => {
                let before = index.checked_sub(1).map(|index| &tokens[index]);
                let is_attribute = group.delimiter() == Delimiter::Bracket
                    && (is_sign(before, '#') || is_inner_attribute(tokens, index));
                if !is_attribute && !is_for_programmers(tokens, index) {
                    find_texts(&group.stream().into_iter().collect::<Vec<_>>(), texts);
                }
            }
            _ => {}
        }
    }
}

fn is_inner_attribute(tokens: &[TokenTree], index: usize) -> bool {
    index > 1 && is_sign(tokens.get(index - 1), '!') && is_sign(tokens.get(index - 2), '#')
}

fn is_for_programmers(tokens: &[TokenTree], index: usize) -> bool {
    let mut before = tokens[..index].iter().rev().skip_while(|token| is_sign(Some(token), '!'));
    matches!(before.next(), Some(TokenTree::Ident(name))
        if FOR_PROGRAMMERS.contains(&name.to_string().as_str()))
}

fn find_attributes(tokens: &[TokenTree], name: &str, found: &mut Vec<(usize, String)>) {
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let inner: Vec<_> = group.stream().into_iter().collect();
        let is_attribute =
            index > 0 && is_sign(tokens.get(index - 1), '#') || is_inner_attribute(tokens, index);
        if is_attribute && inner.first().is_some_and(|first| first.to_string() == name) {
            found.push((line(token), group.stream().to_string()));
        }
        find_attributes(&inner, name, found);
    }
}
