//! Generates a workspace of made-up press articles, the same for the same seed.
//!
//! An article has 26 sentences in 18 blocks, 6.9 kB of Russian and 4 kB of English
//! Markdown, and a catalog of 12.4 kB. Five sentences in a hundred changed since
//! they were translated, five came new and stand in the source alone, two articles in a hundred
//! have neither a translation nor a catalog. Of the pages most are as they were published, one in
//! five has line breaks of its own, as a hand makes them.

use std::fs;
use std::io;
use std::path::Path;

mod words;

use words::{CLAUSES, OBJECTS, PLACES, SUBJECTS, VERBS};

/// Sentences per block; the first block is the title.
const BLOCKS: [usize; 18] = [1, 2, 3, 1, 2, 1, 1, 1, 1, 2, 2, 1, 1, 1, 2, 1, 2, 1];

/// Writes a workspace with this many articles below `root`.
pub fn generate(root: &Path, articles: usize) -> io::Result<()> {
    fs::create_dir_all(root)?;
    fs::write(root.join("tolmach.toml"), "")?;
    (0..articles).try_for_each(|number| article(root, number))
}

fn article(root: &Path, number: usize) -> io::Result<()> {
    let mut dice =
        Dice(0x9e37_79b9_7f4a_7c15 ^ (number as u64 + 1).wrapping_mul(0xd134_2543_de82_ef95));
    let id = format!("articles/{:02}/{:02}/story-{number:06}", number / 2500, number / 50 % 50);
    let folder = root.join(id);
    fs::create_dir_all(&folder)?;
    let (mut russian, mut english, mut catalog) = (String::new(), String::new(), String::new());
    let by_hand = dice.roll(5) == 0;
    for (index, sentences) in BLOCKS.into_iter().enumerate() {
        let (mut source, mut target) = (Vec::new(), Vec::new());
        for _ in 0..sentences {
            let sentence = Sentence::roll(&mut dice);
            source.push(sentence.russian.clone());
            if record(&mut catalog, &sentence, &mut dice) {
                target.push(sentence.english.clone());
            }
        }
        let marker = match index {
            0 => "# ",
            5 | 11 => "## ",
            6..=8 => "- ",
            14 => "> ",
            _ => "",
        };
        russian.push_str(&format!("{marker}{}\n\n", source.join(" ")));
        if !target.is_empty() {
            let glue = if by_hand && marker.is_empty() { "\n" } else { " " };
            english.push_str(&format!("{marker}{}\n\n", target.join(glue)));
        }
    }
    fs::write(folder.join("ru.md"), russian)?;
    if dice.roll(100) >= 2 {
        fs::write(folder.join("en.md"), english)?;
        fs::write(folder.join("en.toml"), catalog)?;
    }
    Ok(())
}

/// Writes the sentence's pair, if it has one.
fn record(catalog: &mut String, sentence: &Sentence, dice: &mut Dice) -> bool {
    let old = match dice.roll(100) {
        0..5 => return false,
        5..10 => &sentence.before,
        _ => &sentence.russian,
    };
    let seal = seal(old, &sentence.english);
    let gap = if catalog.is_empty() { "" } else { "\n" };
    catalog.push_str(&format!(
        "{gap}[[pair]]\nsource = \"{old}\"\ntarget = \"{}\"\nstate  = \"translated\"\nseal   = \"{seal}\"\n",
        sentence.english
    ));
    true
}

struct Sentence {
    russian: String,
    english: String,
    /// What the Russian was when it was translated, where it changed since.
    before: String,
}

impl Sentence {
    fn roll(dice: &mut Dice) -> Self {
        let mut parts = [SUBJECTS, VERBS, OBJECTS].map(|list| dice.pick(list)).to_vec();
        parts.extend([PLACES, CLAUSES].map(|list| dice.pick(list)));
        let (has_place, has_clause) = (dice.roll(100) < 53, dice.roll(100) < 42);
        let (number, share) = (dice.roll(900) + 100, dice.roll(90) + 5);
        let russian = |parts: &[(&str, &str)], share: usize| {
            let text = join(parts.iter().map(|part| part.0), has_place, has_clause);
            format!("{text}: {share} % из {number}.")
        };
        let english = join(parts.iter().map(|part| part.1), has_place, has_clause);
        let now = russian(&parts, share);
        let before = match dice.roll(3) {
            0 => russian(&parts, share + 1),
            1 => russian(&[parts[0], dice.pick(VERBS), parts[2], parts[3], parts[4]], share),
            _ => russian(&[parts[0], parts[1], dice.pick(OBJECTS), parts[3], parts[4]], share),
        };
        Self {
            before: if before == now { russian(&parts, share + 1) } else { before },
            russian: now,
            english: format!("{english}: {share}% of {number}."),
        }
    }
}

/// Subject, verb and object, with the place and the clause behind them where they are wanted.
fn join<'a>(parts: impl Iterator<Item = &'a str>, has_place: bool, has_clause: bool) -> String {
    let parts: Vec<&str> = parts.collect();
    let place = if has_place { format!(" {}", parts[3]) } else { String::new() };
    let clause = if has_clause { format!(", {}", parts[4]) } else { String::new() };
    format!("{} {} {}{place}{clause}", parts[0], parts[1], parts[2])
}

/// A small generator of numbers (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, list: &'a [(&'a str, &'a str)]) -> (&'a str, &'a str) {
        list[self.roll(list.len())]
    }
}

/// The seal of a translated pair, as `docs/formats.md` defines it.
fn seal(source: &str, target: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in ["tolmach pair 1", source, target, "translated"] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    let hash = hasher.finalize();
    let bits = hash.as_bytes()[..5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let alphabet = b"abcdefghijklmnopqrstuvwxyz234567";
    (0..8).map(|index| char::from(alphabet[(bits >> (35 - 5 * index) & 31) as usize])).collect()
}
