//! The words of a text as those who look for names need them.

/// A word of a text with what stands around it.
#[derive(Clone, Copy, Debug)]
pub struct NameWord<'a> {
    /// Without marks and a possessive.
    pub text: &'a str,
    /// Whether a sentence or a quotation begins with it.
    pub opens: bool,
    /// Whether only a space parts it from the next word.
    pub is_joined: bool,
}

/// English initials of Russian letters that take two.
const LONG: [&str; 9] = ["Yu", "Ya", "Ye", "Zh", "Ch", "Sh", "Kh", "Ts", "Yo"];

impl NameWord<'_> {
    /// Whether it begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is a capital alone.
    pub fn is_initial(&self) -> bool {
        self.is_capitalised() && (self.text.chars().nth(1).is_none() || LONG.contains(&self.text))
    }

    /// Whether its capital is a name's.
    pub fn is_name(&self) -> bool {
        let mut letters = self.text.chars().skip(1);
        let is_small = letters.next().is_some_and(char::is_lowercase);
        self.is_capitalised() && !self.opens && is_small && self.text.chars().nth(2).is_some()
    }
}

/// The words of a text; initials that are written together come one by one.
pub fn words(text: &str) -> Vec<NameWord<'_>> {
    let mut words: Vec<NameWord<'_>> = Vec::new();
    let mut opens = true;
    for token in text.split_whitespace() {
        let is_opened = token.starts_with(['«', '“', '"', '„', '—']);
        let is_dotted = |part: &&str| {
            part.chars().count() == 1 && part.chars().all(char::is_uppercase) || LONG.contains(part)
        };
        let parts: Vec<&str> = token.split('.').filter(|part| !part.is_empty()).collect();
        let all = if parts.len() > 1 && parts[..parts.len() - 1].iter().all(is_dotted) {
            parts
        } else {
            vec![token]
        };
        for part in all {
            let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
            let bare = bare.strip_suffix("'s").or(bare.strip_suffix("’s")).unwrap_or(bare);
            if bare.is_empty() {
                continue;
            }
            let is_joined = token.ends_with(|c: char| c.is_alphanumeric() || c == '.');
            words.push(NameWord { text: bare, opens: opens || is_opened, is_joined });
            opens = false;
        }
        let last = words.last();
        let is_initial = last.is_some_and(NameWord::is_initial);
        let ends = token.trim_end_matches(['»', '”', '"', ')']);
        opens = ends.ends_with(['.', '!', '?', '…', ':']) && !is_initial
            || token.chars().all(|c| !c.is_alphanumeric());
        if let (true, Some(word)) = (opens, words.last_mut()) {
            word.is_joined = false;
        }
    }
    words
}
