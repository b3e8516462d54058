//! The marks that git leaves in a file where two branches changed the same lines.

/// Where a conflict begins in the text of an article; a fenced block of code may show one.
pub fn in_article(text: &str, fences: Fences) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), b"<<<<<<<")?;
    let mut fence: Option<&str> = None;
    let mut opened = None;
    let mut offset = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let words = line.trim_end();
        if opened.is_some() && is_mark(words, ">>>>>>>") {
            return opened;
        }
        match fence {
            Some(open) if closes(words, open) => fence = None,
            None if is_mark(words, "<<<<<<<") => opened = opened.or(Some(offset)),
            None if fences == Fences::Known => fence = opening(words),
            Some(_) | None => {}
        }
        offset += line.len();
    }
    None
}

/// Whether the syntax has fenced blocks of code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fences {
    Known,
    Unknown,
}

/// Where the first mark of a conflict stands in a text that can't be read for it.
pub fn in_toml(text: &str) -> Option<usize> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| is_mark(words, mark)) {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

/// The lines between the marks of conflicts, trimmed, each with its place.
pub fn inside(text: &str) -> Vec<(usize, &str)> {
    let (mut lines, mut offset, mut is_open) = (Vec::new(), 0, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if is_mark(words, "<<<<<<<") {
            is_open = true;
        } else if is_mark(words, ">>>>>>>") {
            is_open = false;
        } else if is_open && !["|||||||", "======="].iter().any(|mark| is_mark(words, mark)) {
            lines.push((offset, words));
        }
        offset += line.len();
    }
    lines
}

fn is_mark(line: &str, mark: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}');
    line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The signs of the fence that a line opens.
fn opening(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(' ');
    let sign = text.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let (signs, info) = text.split_at(text.len() - text.trim_start_matches(sign).len());
    let is_inline = sign == '`' && info.contains('`');
    let is_indented = line.len() - text.len() > 3;
    (signs.len() >= 3 && !is_inline && !is_indented).then_some(signs)
}

/// Whether a line closes the fence that these signs opened.
fn closes(line: &str, open: &str) -> bool {
    opening(line).is_some_and(|signs| signs.starts_with(open) && line.trim() == signs)
}

#[cfg(test)]
mod tests {
    use super::{Fences, in_article};

    const CONFLICT: &str = "<<<<<<< HEAD\nДа.\n=======\nНет.\n>>>>>>> other\n";

    fn markdown(text: &str) -> Option<usize> {
        in_article(text, Fences::Known)
    }

    #[test]
    fn a_conflict_begins_at_its_opening_mark() {
        assert_eq!(markdown(CONFLICT), Some(0));
        assert_eq!(markdown(&format!("Abc.\n\n{CONFLICT}")), Some(6));
        assert_eq!(markdown(&CONFLICT.replace('\n', "\r\n")), Some(0));
        assert_eq!(markdown(&format!("\u{feff}{CONFLICT}")), Some(0));
    }

    #[test]
    fn one_mark_alone_is_text() {
        for text in ["Title\n=======\n", "<<<<<<< x\n", ">>>>>>> x\n", "a <<<<<<< b\n>>>>>>> c\n"] {
            assert_eq!(markdown(text), None, "{text:?}");
        }
        assert_eq!(markdown(">>>>>>> x\n\n<<<<<<< x\n"), None);
    }

    #[test]
    fn a_fenced_block_of_markdown_may_show_a_conflict() {
        for (open, close) in [("```", "```"), ("~~~~ text", "~~~~~"), ("   ```", "```")] {
            let text = format!("{open}\n{CONFLICT}{close}\n");
            assert_eq!(markdown(&text), None, "{text:?}");
            assert!(in_article(&text, Fences::Unknown).is_some());
            assert!(markdown(&format!("{text}{CONFLICT}")).is_some());
        }
        assert!(markdown(&format!("```a`\n{CONFLICT}")).is_some());
        assert!(markdown("<<<<<<< HEAD\n```\na\n```\n=======\n```\nb\n>>>>>>> c\n").is_some());
    }
}
