//! The lines of a worksheet that came back, as mail programs and editors leave them.

/// A line without what quoting put before it.
#[derive(Clone, Copy, Debug)]
pub struct SheetLine<'a> {
    /// Its number from 1.
    pub number: usize,
    written: &'a str,
    /// Without white space at its ends.
    pub text: &'a str,
}

impl<'a> SheetLine<'a> {
    /// What stands behind a mark and a space; nothing where the line doesn't begin with them.
    pub fn after(&self, mark: char) -> Option<&'a str> {
        let rest = self.text.strip_prefix(mark)?;
        (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
    }

    fn length(&self) -> Length {
        Length { signs: self.written.chars().count(), bytes: self.written.len() }
    }

    /// Its length without the white space at its end.
    fn extent(&self) -> usize {
        self.written.trim_end().chars().count()
    }
}

/// The text with each of its line ends as one line feed, and without a mark of byte order.
pub fn with_line_feeds(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

/// The lines of a text; where it was quoted as a whole, without the marks of that.
///
/// A line that alone has no such mark is the error.
pub fn lines(text: &str) -> Result<Vec<SheetLine<'_>>, usize> {
    let all = (1..).zip(text.split('\n'));
    let mut all: Vec<SheetLine<'_>> =
        all.map(|(number, written)| SheetLine { number, written, text: written.trim() }).collect();
    if all.iter().any(|line| line.after('@').is_some()) {
        return Ok(all);
    }
    let depth = |line: &SheetLine<'_>| unquoted(line.text, usize::MAX).1;
    let is_quoted = |line: &&SheetLine<'_>| {
        let text = unquoted(line.text, usize::MAX).0.trim();
        SheetLine { text, ..**line }.after('@').is_some()
    };
    let Some(least) = all.iter().filter(is_quoted).map(depth).min() else { return Ok(all) };
    for line in &mut all {
        if line.text.is_empty() {
            continue;
        }
        let (written, depth) = unquoted(line.written, least);
        if depth < least {
            return Err(line.number);
        }
        *line = SheetLine { written, text: written.trim(), ..*line };
    }
    Ok(all)
}

/// The line without at most so many marks of quoting, and how many those were.
fn unquoted(line: &str, most: usize) -> (&str, usize) {
    let (mut rest, mut depth) = (line, 0);
    while depth < most
        && let Some(inner) = rest.trim_start().strip_prefix('>')
    {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
        depth += 1;
    }
    (rest, depth)
}

/// Length in characters and in bytes, as programs that fold lines count either.
#[derive(Clone, Copy, Debug, Default)]
struct Length {
    signs: usize,
    bytes: usize,
}

/// What the lines of a file tell of the width to which it was folded.
#[derive(Debug, Default)]
pub struct Width {
    longest: Length,
    /// The longest line that could have been folded between words and was not.
    whole: usize,
    /// Whether some line was broken before it was full, so that words are whole.
    is_soft: bool,
}

impl Width {
    /// The width that these lines tell of; `broken` are lines that surely went on in the next.
    pub fn of(lines: &[SheetLine<'_>], broken: &[SheetLine<'_>]) -> Self {
        let mut width = Self::default();
        for line in lines {
            let length = line.length();
            width.longest.signs = width.longest.signs.max(length.signs);
            width.longest.bytes = width.longest.bytes.max(length.bytes);
            if line.text.split_whitespace().nth(2).is_some() {
                width.whole = width.whole.max(line.extent());
            }
        }
        width.is_soft = broken.iter().any(|line| !width.is_full(line));
        width
    }

    /// A width that folds nothing.
    pub fn endless() -> Self {
        let longest = Length { signs: usize::MAX, bytes: usize::MAX };
        Self { longest, whole: usize::MAX, is_soft: true }
    }

    fn is_full(&self, line: &SheetLine<'_>) -> bool {
        let length = line.length();
        length.signs == self.longest.signs || length.bytes == self.longest.bytes
    }

    /// Whether a program may have parted what were words of one line.
    pub fn may_part(&self, line: &SheetLine<'_>, next: &SheetLine<'_>) -> bool {
        let first = next.text.split_whitespace().next().unwrap_or_default();
        line.extent() + 1 + first.chars().count() > self.whole
    }

    /// Whether a program may have cut a word in two.
    pub fn may_cut(&self, line: &SheetLine<'_>, next: &SheetLine<'_>) -> bool {
        let has_space = line.written.ends_with(char::is_whitespace)
            || next.written.starts_with(char::is_whitespace);
        !has_space && !self.is_soft && self.is_full(line)
    }
}
