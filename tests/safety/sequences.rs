//! Random work by commands and by hand: no text that a person wrote disappears unless it is replaced.
//!
//! Each text carries a token of its own. After every step each token that stood in a catalog
//! must stand in one still, but those of the translation that the step replaced, or of the
//! orphans that it was told to remove. `TOLMACH_TEST_SEQUENCES` makes the test longer.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::desk::{self, Desk, Dice, count, said};

const STEPS: usize = 25;

#[test]
fn no_text_disappears_that_nobody_replaced_or_removed() {
    let seeds = 0..count("TOLMACH_TEST_SEQUENCES", 32) as u64;
    let halves = [0, 1].map(|half| seeds.clone().filter(move |seed| seed % 2 == half));
    let done: Vec<usize> = std::thread::scope(|scope| {
        let threads =
            halves.map(|half| scope.spawn(|| half.map(|seed| Play::new(seed).run()).sum()));
        threads.map(|thread| thread.join().expect("each sequence ends")).into()
    });
    assert!(done.iter().sum::<usize>() > 100, "hardly anything was written: {done:?}");
}

/// One sequence of steps, and what is known of it.
struct Play {
    desk: Desk,
    dice: Dice,
    tokens: usize,
    log: Vec<String>,
    /// How many steps put a new token into a catalog.
    written: usize,
}

impl Play {
    fn new(seed: u64) -> Self {
        let desk = Desk::new(2, 6);
        desk.translate_all();
        let dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        Self { desk, dice, tokens: 0, log: vec![format!("seed {seed}")], written: 0 }
    }

    fn run(mut self) -> usize {
        for _ in 0..STEPS {
            let before = self.catalogs();
            let documents = self.documents();
            let replaced = self.step();
            let after = self.catalogs();
            let known = tokens(&before);
            for token in known.iter().filter(|token| !replaced.contains(*token)) {
                let log = self.log.join("\n");
                assert!(after.contains(token), "{token} is lost:\n{log}\n{before}\n---\n{after}");
            }
            for token in tokens(&documents).iter().filter(|token| !replaced.contains(*token)) {
                assert!(
                    self.documents().contains(token),
                    "{token} is lost:\n{}",
                    self.log.join("\n")
                );
            }
            self.written += usize::from(tokens(&after).difference(&known).next().is_some());
        }
        self.written
    }

    /// Does something; gives the tokens that a person let go.
    fn step(&mut self) -> BTreeSet<String> {
        let articles = self.articles();
        let article = articles[self.dice.roll(articles.len())].clone();
        match self.dice.roll(22) {
            0..5 => self.edit_source(&article),
            5..8 => self.edit_catalog(&article),
            8 => self.edit_document(&article),
            9..12 => return self.apply(&article),
            12 | 13 => {
                let (segment, reason) = (self.segment(&article), self.token());
                self.tolmach(&["ack", &article, &segment, "--reason", &reason]);
            }
            14 | 15 => return self.review(&article),
            16 => {
                let (segment, reason) = (self.segment(&article), self.token());
                self.tolmach(&[
                    "waive",
                    &article,
                    &segment,
                    "--check",
                    "left-in-source",
                    "--reason",
                    &reason,
                ]);
            }
            17 => return self.publish(&article),
            18 => return self.tidy(),
            19 | 20 => self.merge(&article),
            _ => {
                let calls: [&[&str]; 14] = [
                    &["ack", "articles/**", "--cosmetic"],
                    &["review", "--all"],
                    &["review", "--all", "--final"],
                    &["review"],
                    &["waive", "--list"],
                    &["waive", &article, "1", "--check", "left-in-source", "--remove"],
                    &["align"],
                    &["check"],
                    &["status"],
                    &["diff", "--cosmetic"],
                    &["export", "--format", "html", "--out", "pages"],
                    &["publish", "--check"],
                    &["init", "--dry-run"],
                    &["tidy", "--dry-run"],
                ];
                let call = calls[self.dice.roll(calls.len())];
                self.tolmach(call);
            }
        }
        BTreeSet::new()
    }

    fn edit_source(&mut self, article: &str) {
        let path = format!("articles/{article}/ru.md");
        let text = self.desk.read(&path);
        let mut lines: Vec<String> =
            text.split("\n\n").map(|line| line.trim().to_owned()).collect();
        let at = self.dice.roll(lines.len());
        let new = desk::sentence(self.dice.roll(9), 20 + self.dice.roll(40));
        let kind = self.dice.roll(9);
        match kind {
            0 => lines.insert(at, new),
            1 if lines.len() > 2 => _ = lines.remove(at),
            2 => lines.swap(0, at),
            3 => lines[at] += &format!(" {new}"),
            4 if at + 1 < lines.len() => {
                let next = lines.remove(at + 1);
                lines[at] += &format!(" {next}");
            }
            5 => lines[at] = lines[at].replace(". ", ".\n\n"),
            6 => lines[at] = lines[at].replace('.', "…"),
            7 if self.articles().len() < 5 => {
                self.log.push(format!("move {article}"));
                let place = self.desk.root().join(format!("articles/{article}-moved"));
                fs::create_dir_all(&place).expect("is writable");
                fs::rename(self.desk.root().join(&path), place.join("ru.md")).expect("moves");
                return;
            }
            _ => lines[at] = lines[at].replacen("Слово", "Не слово", 1),
        }
        self.log.push(format!("source {kind} {at} in {article}"));
        self.desk.write(&path, &(lines.join("\n\n") + "\n"));
    }

    fn edit_catalog(&mut self, article: &str) {
        let path = format!("articles/{article}/en.toml");
        if let Some(text) = self.by_hand(&self.desk.read(&path)) {
            self.desk.write(&path, &text);
        }
    }

    /// The catalog as a hand left it.
    fn by_hand(&mut self, text: &str) -> Option<String> {
        let token = self.token();
        let kind = self.dice.roll(5);
        let (mark, new) = match kind {
            0 => ("\ntarget = \"", format!("\ntarget = \"{token} ")),
            1 => ("[[pair]]\n", format!("# {token}\n[[pair]]\n")),
            2 => ("\nstate ", format!(" # {token}\nstate ")),
            3 => ("acks   = [\n", format!("acks   = [ # {token}\n")),
            _ => ("\nstate ", format!("\nowner{} = \"{token}\"\nstate ", self.tokens)),
        };
        let places: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
        if places.is_empty() {
            return None;
        }
        let at = places[self.dice.roll(places.len())];
        self.log.push(format!("catalog {kind} at {at}: {token}"));
        Some([&text[..at], &new, &text[at + mark.len()..]].concat())
    }

    /// Two branches edit one catalog by hand, and git calls the driver.
    fn merge(&mut self, article: &str) {
        let path = format!("articles/{article}/en.toml");
        let base = self.desk.read(&path);
        let (Some(ours), Some(theirs)) = (self.by_hand(&base), self.by_hand(&base)) else { return };
        self.desk.write("base.toml", &base);
        self.desk.write("theirs.toml", &theirs);
        self.desk.write(&path, &ours);
        let output = self.desk.run(&["merge-driver", "base.toml", &path, "theirs.toml"]);
        self.log.push(format!("merge of {article}: {:?} {}", output.status.code(), said(&output)));
        let merged = self.desk.read(&path);
        let both = &tokens(&ours) | &tokens(&theirs);
        let lost: Vec<&String> = both.iter().filter(|token| !merged.contains(*token)).collect();
        let log = self.log.join("\n");
        assert!(lost.is_empty(), "{lost:?} is lost:\n{log}\n{ours}\n---\n{theirs}\n---\n{merged}");
        if output.status.code() != Some(0) {
            // The person takes the own side of each conflict.
            self.desk.write(&path, &ours);
        }
    }

    fn edit_document(&mut self, article: &str) {
        let path = format!("articles/{article}/en.md");
        let text = self.desk.read(&path);
        if !text.is_empty() {
            let token = self.token();
            self.log.push(format!("document in {article}: {token}"));
            self.desk.write(&path, &format!("{text}\n{token}\n"));
        }
    }

    fn apply(&mut self, article: &str) -> BTreeSet<String> {
        let page = self.page(article);
        let picks: Vec<(usize, String)> =
            (0..40).map(|_| (self.dice.roll(4), self.token())).collect();
        let known: BTreeSet<String> =
            segments(&page).map(|(_, target)| target).flat_map(|text| tokens(&text)).collect();
        let sheet = self.desk.sheet(|named, segment| {
            let (kind, token) = &picks[segment % picks.len()];
            (named == article && *kind > 0).then(|| match kind {
                1 => token.clone(),
                2 => format!("{token}\nnote: {token}"),
                _ => format!("note: {token}"),
            })
        });
        self.log.push(format!("sheet for {article}:\n{sheet}"));
        self.desk.write("sheet.txt", &sheet);
        self.tolmach(&["translate", "--apply", "sheet.txt"]);
        fs::remove_file(self.desk.root().join("sheet.txt")).expect("is there");
        known
    }

    fn review(&mut self, article: &str) -> BTreeSet<String> {
        let (segment, token) = (self.segment(article), self.token());
        let call = ["review", article, &segment];
        let number: usize = segment.parse().expect("a number");
        let target = |page: &Value| {
            segments(page)
                .find(|(at, _)| *at == number)
                .map(|(_, target)| target)
                .unwrap_or_default()
        };
        match self.dice.roll(5) {
            0 => self.tolmach(&call),
            1 => self.tolmach(&[&call[..], &["--final"]].concat()),
            2 => self.tolmach(&[&call[..], &["--send-back", "--note", &token]].concat()),
            3 => self.tolmach(&[&call[..], &["--note", &token]].concat()),
            _ => {
                let held = target(&self.page(article));
                self.tolmach(&[&call[..], &["--edit", &token]].concat());
                return tokens(&held);
            }
        }
        BTreeSet::new()
    }

    fn publish(&mut self, article: &str) -> BTreeSet<String> {
        let mut call = vec!["publish", article, "--stale", "mark"];
        if self.dice.roll(4) == 0 {
            call.push("--force");
            let lost = tokens(&self.desk.read(&format!("articles/{article}/en.md")));
            self.tolmach(&call);
            // The translations themselves stand in the catalog.
            return lost.difference(&tokens(&self.catalogs())).cloned().collect();
        }
        let path = format!("articles/{article}/en.md");
        let before = self.desk.read(&path);
        let hands = before
            .lines()
            .filter(|line| tokens(line).contains(*line))
            .map(str::to_owned)
            .collect::<BTreeSet<_>>();
        self.tolmach(&call);
        tokens(&before).difference(&hands).cloned().collect()
    }

    fn tidy(&mut self) -> BTreeSet<String> {
        let pages: Vec<Value> = self.articles().iter().map(|article| self.page(article)).collect();
        let orphans =
            pages.iter().flat_map(|page| page["orphans"].as_array().into_iter().flatten());
        let targets: Vec<String> = orphans
            .map(|orphan| orphan["target"].as_str().unwrap_or_default().to_owned())
            .collect();
        // With a pair goes all that was written about it.
        let catalogs = self.catalogs();
        let gone = catalogs.split("\n\n").filter(|chunk| {
            targets.iter().any(|target| chunk.contains(&format!("target = \"{target}\"")))
        });
        let removed = gone.flat_map(tokens).collect();
        self.tolmach(&["tidy", "--yes"]);
        removed
    }

    fn tolmach(&mut self, arguments: &[&str]) {
        let before = self.catalogs();
        let output = self.desk.run(arguments);
        self.log.push(format!("{arguments:?}: {:?} {}", output.status.code(), said(&output)));
        let log = self.log.join("\n");
        let code = output.status.code().unwrap_or_else(|| panic!("no status:\n{log}"));
        assert!(code <= 2, "{log}");
        assert!(code < 2 || self.catalogs() == before, "failed, and wrote:\n{log}");
    }

    fn page(&self, article: &str) -> Value {
        let output = self.desk.run(&["export", article, "--format", "json"]);
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|err| panic!("{err}: {}\n{}", said(&output), self.log.join("\n")))
    }

    fn segment(&mut self, article: &str) -> String {
        (self.dice.roll(segments(&self.page(article)).count().max(1)) + 1).to_string()
    }

    fn token(&mut self) -> String {
        self.tokens += 1;
        format!("token{}z", self.tokens)
    }

    fn articles(&self) -> Vec<String> {
        let folders = fs::read_dir(self.desk.root().join("articles")).expect("is a folder");
        let paths = folders.map(|folder| folder.expect("is readable").path());
        let present = paths.filter(|path| path.join("ru.md").exists());
        let mut names: Vec<String> = present
            .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn all(&self, name: &str) -> String {
        let folders = fs::read_dir(self.desk.root().join("articles")).expect("is a folder");
        let paths = folders.map(|folder| folder.expect("is readable").path().join(name));
        let mut texts: Vec<String> =
            paths.filter_map(|path| fs::read_to_string(path).ok()).collect();
        texts.sort();
        texts.join("\n")
    }

    fn catalogs(&self) -> String {
        self.all("en.toml")
    }

    fn documents(&self) -> String {
        self.all("en.md")
    }
}

/// The tokens in a text.
fn tokens(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_token = |word: &&str| word.starts_with("token") && word.ends_with('z');
    words.filter(is_token).map(str::to_owned).collect()
}

/// Number and target of each segment.
fn segments(page: &Value) -> impl Iterator<Item = (usize, String)> {
    let blocks = page["blocks"].as_array().into_iter().flatten();
    let segments = blocks.flat_map(|block| block["segments"].as_array().into_iter().flatten());
    segments.map(|segment| {
        let number = segment["number"].as_u64().and_then(|number| usize::try_from(number).ok());
        let target = segment["target"].as_str().unwrap_or_default().to_owned();
        (number.expect("a number"), target)
    })
}
