//! Marks and the parts of words as a reading takes them down.

use super::reading::{Reading, SignMark, Word};
use crate::text::words::Token;

impl Reading<'_> {
    /// Takes down a word, or the rest of one that emphasis begins or ends within.
    pub fn push(&mut self, word: Word) {
        if let Some(last) = self.words.last_mut()
            && is_emphasis(&self.text[last.span.end..word.span.start])
        {
            last.form += &word.form;
            last.span.end = word.span.end;
            return;
        }
        self.words.push(word);
    }

    /// Takes down a mark; three points are an ellipsis, two hyphens a dash, a plus says nothing.
    pub fn mark(&mut self, token: &Token<'_>) {
        let (mut span, mut sign) = (token.span, self.sign(token));
        let follows_digit = self.text[..span.start].ends_with(|c: char| c.is_ascii_digit());
        let precedes_digit = self.text[span.end..].starts_with(|c: char| c.is_ascii_digit());
        if sign == '+' && precedes_digit && !follows_digit {
            return;
        }
        let shortens =
            |word: &Word| word.span.end == span.start && sign == '.' && self.is_short(word);
        if is_unseen(sign) || self.words.last().is_some_and(shortens) {
            return;
        }
        let length = self.marks.len();
        let is_run = |marks: &[SignMark]| {
            let mut end = marks.first().map_or(0, |mark| mark.span.start);
            marks.iter().all(|mark| {
                let is_next = mark.sign == sign && mark.span.start == end;
                end = mark.span.end;
                is_next
            }) && end == span.start
        };
        let joined = match sign {
            '.' if length >= 2 && is_run(&self.marks[length - 2..]) => 2,
            '-' if length >= 1 && is_run(&self.marks[length - 1..]) => 1,
            _ => 0,
        };
        if joined > 0 {
            span.start = self.marks[length - joined].span.start;
            self.marks.truncate(length - joined);
            sign = if sign == '.' { '…' } else { '-' };
        }
        self.marks.push(SignMark { span, sign, words_before: self.words.len() });
    }

    /// The sign of a mark; after degrees and minutes of an arc quotation marks are signs, too.
    fn sign(&self, token: &Token<'_>) -> char {
        let sign = sign(token.text);
        let before = &self.text[..token.span.start];
        let bare = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let is_arc = bare.len() < before.len() && bare.ends_with(['°', '′', '\'', '’']);
        match token.text {
            "'" | "’" | "′" if is_arc => '′',
            "\"" | "”" | "″" if is_arc => '″',
            _ => sign,
        }
    }
}

/// Whether what lies between two parts of a word is mere emphasis.
fn is_emphasis(gap: &str) -> bool {
    let tags = ["b", "i", "em", "strong", "u", "mark", "span"];
    let is_tag = |tag: &str| tags.contains(&tag.trim_start_matches('/'));
    let bare = gap.strip_prefix('<').and_then(|gap| gap.strip_suffix('>'));
    let is_light = |c: char| matches!(c, '*' | '_' | '~' | '`') || is_unseen(c);
    !gap.is_empty() && (gap.chars().all(is_light) || bare.is_some_and(is_tag))
}

/// Whether a character is not seen: marks of direction and joiners, but for those that turn the letters round.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One character for every form of a mark: quotation marks, dashes, ellipses.
fn sign(text: &str) -> char {
    match text.chars().next().unwrap_or(' ') {
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '`' => {
            '"'
        }
        '–' | '—' | '−' | '‒' | '―' | '‐' | '\u{2011}' => '-',
        sign => sign,
    }
}
