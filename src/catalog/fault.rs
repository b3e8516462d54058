//! What is wrong with a file that is no TOML, told by what stands where its parser stopped.

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, Expected, ParseError, Source, Span};

use crate::l10n::{Message, message};

/// Levels of brackets that are followed, far more than anybody writes.
const DEEPEST: usize = 64;

/// Most letters and digits of an escape, such as `\U0001F600`.
const LONGEST_ESCAPE: usize = 9;

/// What is wrong at the byte `at`; a parser that names no place has met tables in too many tables.
pub fn cause(text: &str, at: Option<usize>) -> Message {
    let Some(at) = at else { return message!("error-toml-depth") };
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let (mut heard, mut faults) = (Heard::default(), Vec::new());
    parse_document(&tokens, &mut heard, &mut faults);
    if heard.too_deep.is_some_and(|deep| deep <= at) {
        return message!("error-toml-depth");
    }
    let first = faults.iter().find(|fault| place(fault).is_some_and(|place| place <= at));
    match first {
        Some(fault) => structure(fault, text[at..].chars().next()),
        None => heard.piece(at).map_or(message!("error-toml-name"), |piece| piece.fault(text, at)),
    }
}

fn place(fault: &ParseError) -> Option<usize> {
    fault.unexpected().or(fault.context()).map(|span| span.start())
}

/// What is wrong with the order of keys, values and brackets, where this character stands.
fn structure(fault: &ParseError, found: Option<char>) -> Message {
    let expected = fault.expected().unwrap_or_default();
    let wants = |sign: &'static str| expected.contains(&Expected::Literal(sign));
    let is_sign = matches!(found, Some('=' | ','));
    if wants("=") {
        message!("error-toml-equals")
    } else if is_sign && !wants("\n") {
        message!("error-toml-extra")
    } else if wants(",") {
        message!("error-toml-comma")
    } else if ["[", "]", "]]", "{", "}"].into_iter().any(wants) {
        message!("error-toml-bracket")
    } else if expected.contains(&Expected::Description("value")) {
        message!("error-toml-value")
    } else {
        message!("error-toml-name")
    }
}

/// The pieces of a file in their order.
#[derive(Default)]
struct Heard {
    pieces: Vec<Piece>,
    depth: usize,
    /// Where brackets go deeper than is followed.
    too_deep: Option<usize>,
}

impl Heard {
    fn hear(&mut self, kind: PieceKind, span: Span) {
        self.pieces.push(Piece { kind, span });
    }

    fn open(&mut self, span: Span) -> bool {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.too_deep.get_or_insert(span.start());
        }
        self.depth <= DEEPEST
    }

    /// The key or value that holds the byte or ends at it, or else what stands between them.
    fn piece(&self, at: usize) -> Option<&Piece> {
        let (mut said, mut between) = (None, None);
        for piece in &self.pieces {
            if piece.span.start() > at || at > piece.span.end() {
                continue;
            }
            let found = if piece.kind == PieceKind::Between { &mut between } else { &mut said };
            *found = Some(piece);
        }
        said.or(between)
    }
}

impl EventReceiver for Heard {
    fn inline_table_open(&mut self, span: Span, _error: &mut dyn ErrorSink) -> bool {
        self.open(span)
    }

    fn inline_table_close(&mut self, _span: Span, _error: &mut dyn ErrorSink) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn array_open(&mut self, span: Span, _error: &mut dyn ErrorSink) -> bool {
        self.open(span)
    }

    fn array_close(&mut self, _span: Span, _error: &mut dyn ErrorSink) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn simple_key(&mut self, span: Span, kind: Option<Encoding>, _error: &mut dyn ErrorSink) {
        let kind = kind.map_or(PieceKind::BareKey, |_| PieceKind::QuotedKey);
        self.hear(kind, span);
    }

    fn scalar(&mut self, span: Span, kind: Option<Encoding>, _error: &mut dyn ErrorSink) {
        let kind = kind.map_or(PieceKind::Bare, |_| PieceKind::Quoted);
        self.hear(kind, span);
    }

    fn comment(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.hear(PieceKind::Between, span);
    }

    fn newline(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.hear(PieceKind::Between, span);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PieceKind {
    BareKey,
    QuotedKey,
    /// A number, a date, or a word that wants quotation marks.
    Bare,
    Quoted,
    /// A comment or the end of a line.
    Between,
}

struct Piece {
    kind: PieceKind,
    span: Span,
}

impl Piece {
    /// What is wrong within the piece, at the byte `at`.
    fn fault(&self, text: &str, at: usize) -> Message {
        let raw = &text[self.span.start()..self.span.end()];
        match self.kind {
            _ if text[..at].ends_with('\r') || text[at..].starts_with('\r') => {
                message!("error-toml-line")
            }
            PieceKind::Between => message!("error-toml-line"),
            PieceKind::Bare if raw.is_empty() => message!("error-toml-value"),
            PieceKind::Bare => bare(raw),
            PieceKind::BareKey if !raw.is_empty() && is_bare_key(raw) => {
                message!("error-toml-twice")
            }
            PieceKind::BareKey => message!("error-toml-name"),
            _ if is_escape(raw, at - self.span.start()) => message!("error-toml-escape"),
            PieceKind::QuotedKey if is_closed(raw) => message!("error-toml-twice"),
            PieceKind::Quoted | PieceKind::QuotedKey => message!("error-toml-string"),
        }
    }
}

/// The words for a value without quotation marks that is none.
fn bare(raw: &str) -> Message {
    let digits = raw.trim_start_matches(['+', '-', '.']);
    let is_numeric = digits.starts_with(|letter: char| letter.is_ascii_digit());
    let is_year = raw.len() > 4 && raw.as_bytes()[4] == b'-' && raw.is_char_boundary(4);
    if !is_numeric {
        message!("error-toml-quote")
    } else if raw.contains(' ') && !raw.contains(':') {
        message!("error-toml-comma")
    } else if is_year || raw.contains(':') {
        message!("error-toml-date")
    } else {
        message!("error-toml-number")
    }
}

/// Whether a backslash begins something at this byte of a quoted text, or shortly before.
fn is_escape(raw: &str, at: usize) -> bool {
    if !raw.starts_with('"') {
        return false;
    }
    let Some(before) = raw.get(..at) else { return false };
    let word = before.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric());
    word.ends_with('\\') && before.len() - word.len() <= LONGEST_ESCAPE
        || raw[at..].starts_with('\\')
}

/// Whether a quoted text ends with the mark that it begins with.
fn is_closed(raw: &str) -> bool {
    let mark = raw.chars().next();
    raw.len() > 1 && raw.chars().next_back() == mark
}

fn is_bare_key(raw: &str) -> bool {
    raw.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::DeTable;

    use super::cause;

    /// What is said of a file.
    fn said(text: &str) -> &'static str {
        let fault = DeTable::parse(text).unwrap_err();
        cause(text, fault.span().map(|span| span.start)).id
    }

    #[test]
    fn each_kind_of_fault_has_its_words() {
        let deep = format!("a = {}1{}", "[".repeat(300), "]".repeat(300));
        let cases = [
            ("a = 1\na = 2\n", "error-toml-twice"),
            ("[a]\nb = 1\n[a]\n", "error-toml-twice"),
            ("a = 1\n[a.b]\n", "error-toml-twice"),
            ("a = [1, 2\nb = 3\n", "error-toml-comma"),
            ("a = [1, 2", "error-toml-bracket"),
            ("[a\nb = 1\n", "error-toml-bracket"),
            ("[[a]\nb = 1\n", "error-toml-bracket"),
            ("a = {b = 1", "error-toml-bracket"),
            ("a = \"open\nb = 1\n", "error-toml-string"),
            ("a = 'open", "error-toml-string"),
            ("a = \"bell \u{7}\"\n", "error-toml-string"),
            ("a = \"\"\"open\n", "error-toml-string"),
            ("a = word\n", "error-toml-quote"),
            ("a = слово\n", "error-toml-quote"),
            ("a \"b\"\n", "error-toml-equals"),
            ("a\n", "error-toml-equals"),
            ("a = [1 2]\n", "error-toml-comma"),
            ("a = {b = \"1\" c = \"2\"}\n", "error-toml-comma"),
            ("a = [\"x\" \"y\"]\n", "error-toml-comma"),
            ("a =\n", "error-toml-value"),
            ("a = [1,, 2]\n", "error-toml-extra"),
            ("a = = 1\n", "error-toml-extra"),
            ("a = {b = 1,, c = 2}\n", "error-toml-extra"),
            ("a = \"C:\\dir\"\n", "error-toml-escape"),
            ("a = \"\\u12\"\n", "error-toml-escape"),
            ("a = 012\n", "error-toml-number"),
            ("a = 1.\n", "error-toml-number"),
            ("a = 1_\n", "error-toml-number"),
            ("a = 2026-13-40\n", "error-toml-date"),
            ("a = 25:99:00\n", "error-toml-date"),
            ("a = 1 # bell \u{7}\n", "error-toml-line"),
            ("a = 1\rb = 2\n", "error-toml-line"),
            ("ключ = 1\n", "error-toml-name"),
            ("a = 1 b = 2\n", "error-toml-name"),
            ("= 1\n", "error-toml-name"),
            (&deep, "error-toml-depth"),
        ];
        let wrong: Vec<_> = cases.iter().filter(|(text, wanted)| said(text) != *wanted).collect();
        let told: Vec<_> = wrong.iter().map(|(text, wanted)| (text, wanted, said(text))).collect();
        assert!(told.is_empty(), "{told:#?}");
    }

    proptest! {
        #[test]
        fn whatever_is_no_toml_gets_words(text in "[a-zя =\"'\\[\\]{},.#0-9:\\-\\\\\n\r]{0,24}") {
            if let Err(fault) = DeTable::parse(&text) {
                prop_assert!(!cause(&text, fault.span().map(|span| span.start)).id.is_empty());
            }
        }
    }
}
