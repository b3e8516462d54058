//! Which words a language has, by their stems: what is in none of its dictionaries is a name or a typo.
//!
//! A language’s `words.stems` are sorted lines in blocks: the first line of a block is a stem, each next one the number
//! of letters that it shares with the line before, then the rest of its letters.

use super::languages::PerLanguage;

/// The stems of the words of one language; names of people and places are not among them.
#[derive(Clone, Copy, Debug)]
pub struct KnownWords {
    text: &'static str,
}

static KNOWN: PerLanguage<&str> = PerLanguage::new(|language| language.stems.trim_start());

impl KnownWords {
    /// The words of the language with this primary subtag, if there is a dictionary.
    pub fn of(language: &str) -> Option<Self> {
        let text = KNOWN.of(language)?;
        (!text.is_empty()).then_some(Self { text })
    }

    /// Whether a word with this stem is in the dictionary.
    pub fn has(self, stem: &str) -> bool {
        let mut found = String::new();
        for line in self.block(stem).lines() {
            let (shared, rest) = match line.find(|c: char| !c.is_ascii_digit()) {
                Some(at) => line.split_at(at),
                None => (line, ""),
            };
            let shared = shared.parse().unwrap_or(0);
            let kept = found.char_indices().nth(shared).map_or(found.len(), |(at, _)| at);
            found.truncate(kept);
            found.push_str(rest);
            if *found >= *stem {
                return found == stem;
            }
        }
        false
    }

    /// The block whose first stem is the last that doesn't follow `stem`.
    fn block(self, stem: &str) -> &'static str {
        let (mut low, mut high) = (0, self.text.len());
        let mut found = "";
        while low < high {
            let start = self.block_start(usize::midpoint(low, high));
            let length = self.text[start..].find("\n\n").map(|end| end + 2);
            let end = length.map_or(self.text.len(), |length| start + length);
            let block = &self.text[start..end];
            if block.lines().next().unwrap_or("") <= stem {
                found = block;
                low = end;
            } else {
                high = start;
            }
        }
        found
    }

    /// Where the block begins that a place lies in.
    fn block_start(self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[..at];
        bytes.windows(2).rposition(|two| two == b"\n\n").map_or(0, |end| end + 2)
    }
}

#[cfg(test)]
mod tests {
    use super::KnownWords;

    #[test]
    fn every_stem_of_the_files_is_found() {
        for language in ["ru", "en"] {
            let lexicon = KnownWords::of(language).expect("has a dictionary");
            let mut stem = String::new();
            let mut count = 0;
            for line in lexicon.text.lines().filter(|line| !line.is_empty()) {
                let at = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
                let shared = line[..at].parse().unwrap_or(0);
                stem = stem.chars().take(shared).collect::<String>() + &line[at..];
                assert!(lexicon.has(&stem), "{stem}");
                assert!(!lexicon.has(&format!("{stem}ъъ")), "{stem}");
                count += 1;
            }
            assert!(count > 20_000);
        }
        assert!(!KnownWords::of("ru").expect("has a dictionary").has(""));
        assert!(KnownWords::of("kk").is_none());
        assert!(KnownWords::of("de").is_none());
    }
}
