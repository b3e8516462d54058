//! Random merges, by plain git and by pair: whatever comes out, no false pair counts as done.
//!
//! Two branches edit, translate, acknowledge and review the same article. Each
//! decision that a person made is written down; after the merge every segment
//! that no check names must show one of those decisions.

mod skipped;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

const MERGES: u64 = 10_000;
/// Each calls the program once more.
const MERGES_BY_PAIR: u64 = 600;
const WORDS: [&str; 8] =
    ["совет", "доклад", "проект", "оператор", "форум", "тариф", "выпуск", "перечень"];

/// What merges catalogs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tool {
    Git,
    Driver,
}

#[test]
fn no_merge_makes_a_false_pair_that_counts_as_done() {
    random_merges(MERGES, Tool::Git);
}

#[test]
fn no_merge_by_pair_makes_a_false_pair_that_counts_as_done() {
    random_merges(MERGES_BY_PAIR, Tool::Driver);
}

fn random_merges(count: u64, tool: Tool) {
    if Command::new("git").arg("--version").stdout(Stdio::null()).status().is_err() {
        skipped::skip("git");
        return;
    }
    let root = tempfile::tempdir().expect("a temporary folder");
    let checks = "[check]\nleft-in-source = \"off\"\n";
    fs::write(root.path().join("tolmach.toml"), checks).expect("the configuration is written");
    let halves: Vec<_> = std::thread::scope(|scope| {
        let threads = [0, 1].map(|half| {
            let root = root.path();
            scope.spawn(move || {
                (0..count / 2).map(|n| merge(root, n * 2 + half, tool)).collect::<Vec<_>>()
            })
        });
        threads.map(|thread| thread.join().expect("the thread ends")).into_iter().collect()
    });
    let merges: Vec<Merge> = halves.into_iter().flatten().collect();
    let clean: BTreeMap<String, &Merge> = merges
        .iter()
        .filter(|merge| merge.is_clean)
        .map(|merge| (merge.id.clone(), merge))
        .collect();
    assert!(clean.len() as u64 > count / 4, "too few merges went through: {}", clean.len());
    let (mut done, mut flagged) = (0, 0);
    let findings = flagged_segments(root.path());
    tolmach(root.path(), &["export", "--format", "json", "--out", "pages"]);
    for (id, merge) in clean {
        let page = fs::read_to_string(root.path().join(format!("pages/{id}/en.json")));
        let page: Value = serde_json::from_str(&page.expect("a page")).expect("JSON");
        for segment in segments(&page) {
            let number = segment["number"].as_u64().expect("a number");
            if findings.contains(&(id.clone(), number)) {
                flagged += 1;
                continue;
            }
            done += 1;
            let text = |key: &str| segment[key].as_str().unwrap_or_default().to_owned();
            let decision = (text("source"), text("target"));
            assert!(merge.decisions.contains(&decision), "{id} {number}: nobody made {decision:?}");
        }
    }
    assert!(done > count && flagged > count / 10, "done {done}, flagged {flagged}");
}

fn segments(page: &Value) -> impl Iterator<Item = &Value> {
    let blocks = page["blocks"].as_array().expect("blocks");
    blocks.iter().flat_map(|block| block["segments"].as_array().expect("segments"))
}

/// Segments that some check names as an error or a warning.
fn flagged_segments(root: &Path) -> BTreeSet<(String, u64)> {
    let report: Value =
        serde_json::from_str(&tolmach(root, &["check", "--format", "json"])).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let place = |finding: &Value| {
        Some((finding["article"].as_str()?.to_owned(), finding["segment"].as_u64()?))
    };
    findings.iter().filter(|finding| finding["severity"] != "info").filter_map(place).collect()
}

fn tolmach(root: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    let output = command.args(arguments).current_dir(root).output().expect("tolmach runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() < Some(2), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

struct Merge {
    id: String,
    is_clean: bool,
    /// Every source and target that a person put together.
    decisions: BTreeSet<(String, String)>,
}

/// Makes a base and two branches, merges document and catalog, keeps what went through.
fn merge(root: &Path, number: u64, tool: Tool) -> Merge {
    let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut decisions = BTreeSet::new();
    let mut base = Branch::default();
    for _ in 0..6 + dice.roll(4) {
        base.write_sentence(&mut dice);
    }
    (0..base.sentences.len()).for_each(|index| base.translate(index, &mut decisions));
    let mut sides = [base.clone(), base.clone()];
    for side in &mut sides {
        (0..=dice.roll(4)).for_each(|_| side.work(&mut dice, &mut decisions));
    }
    let id = format!("{:02}/{number:05}", number % 100);
    let folder = root.join("articles").join(&id);
    fs::create_dir_all(&folder).expect("a folder");
    let [ours, theirs] = &sides;
    let merged = [
        three_way(
            &folder,
            "ru.md",
            [&ours.document(), &base.document(), &theirs.document()],
            Tool::Git,
        ),
        three_way(&folder, "en.toml", [&ours.catalog(), &base.catalog(), &theirs.catalog()], tool),
    ];
    let is_clean = merged == [true, true];
    if !is_clean {
        fs::remove_dir_all(&folder).expect("a conflict is set aside");
    }
    Merge { id, is_clean, decisions }
}

fn three_way(folder: &Path, name: &str, texts: [&str; 3], tool: Tool) -> bool {
    let paths = [name, "base", "theirs"].map(|name| folder.join(name));
    for (path, text) in paths.iter().zip(texts) {
        fs::write(path, text).expect("a side is written");
    }
    let status = match tool {
        Tool::Git => Command::new("git").args(["merge-file", "--quiet"]).args(&paths).status(),
        Tool::Driver => Command::new(env!("CARGO_BIN_EXE_tolmach"))
            .args(["--quiet", "merge-driver"])
            .args([1, 0, 2].map(|index| &paths[index]))
            .status(),
    };
    paths[1..].iter().for_each(|path| fs::remove_file(path).expect("a side is removed"));
    status.expect("git runs").success()
}

#[derive(Clone, Default)]
struct Branch {
    sentences: Vec<String>,
    /// Source, target, state and earlier source of each pair.
    pairs: Vec<[String; 4]>,
}

impl Branch {
    fn write_sentence(&mut self, dice: &mut Dice) {
        let [first, second] = [0, 0].map(|_| WORDS[dice.roll(8)]);
        let text = format!("Новый {first} получил {second} и {} голосов.", dice.roll(90) + 5);
        let place = dice.roll(self.sentences.len() + 1);
        self.sentences.insert(place, text);
    }

    fn work(&mut self, dice: &mut Dice, decisions: &mut BTreeSet<(String, String)>) {
        let index = dice.roll(self.sentences.len());
        match dice.roll(8) {
            0 => self.write_sentence(dice),
            1 => self.sentences[index] = self.sentences[index].replace("получил", "не получил"),
            2 => self.sentences[index] = self.sentences[index].replace("голосов", "новых голосов"),
            3 => _ = self.sentences.remove(index),
            4 => {
                let sentence = self.sentences.remove(index);
                self.sentences.insert(dice.roll(self.sentences.len() + 1), sentence);
            }
            5 => self.acknowledge(index, decisions),
            6 => self.review(index),
            _ => self.translate(index, decisions),
        }
        if self.sentences.is_empty() {
            self.write_sentence(dice);
        }
    }

    /// The pair of the sentence or of what it was before, where there is one.
    fn pair(&self, sentence: &str) -> Option<usize> {
        let before = sentence.replace("не получил", "получил").replace("новых голосов", "голосов");
        let same = |text: &str| self.pairs.iter().position(|pair| pair[0] == text);
        same(sentence).or_else(|| same(&before))
    }

    fn translate(&mut self, index: usize, decisions: &mut BTreeSet<(String, String)>) {
        let source = self.sentences[index].clone();
        let target = format!("English for: {source}");
        decisions.insert((source.clone(), target.clone()));
        let pair = [source.clone(), target, "translated".to_owned(), String::new()];
        match self.pair(&source) {
            Some(found) => self.pairs[found] = pair,
            None => self.pairs.insert(index.min(self.pairs.len()), pair),
        }
    }

    fn acknowledge(&mut self, index: usize, decisions: &mut BTreeSet<(String, String)>) {
        let source = self.sentences[index].clone();
        let Some(found) = self.pair(&source) else { return };
        let pair = &mut self.pairs[found];
        decisions.insert((source.clone(), pair[1].clone()));
        pair[3] = std::mem::replace(&mut pair[0], source);
    }

    fn review(&mut self, index: usize) {
        if let Some(found) = self.pair(&self.sentences[index]) {
            "reviewed".clone_into(&mut self.pairs[found][2]);
        }
    }

    fn document(&self) -> String {
        format!("# Новость\n\n{}\n", self.sentences.join("\n\n"))
    }

    fn catalog(&self) -> String {
        let entry = |[source, target, state, before]: &[String; 4]| {
            let seal = seal(source, target, state);
            let acks = match before.as_str() {
                "" => String::new(),
                _ => format!("acks   = [{{ from = \"{before}\", reason = \"Верно.\" }}]\n"),
            };
            format!(
                "[[pair]]\nsource = \"{source}\"\ntarget = \"{target}\"\nstate  = \"{state}\"\nseal   = \"{seal}\"\n{acks}"
            )
        };
        self.pairs.iter().map(entry).collect::<Vec<_>>().join("\n")
    }
}

/// A pair's seal, as `docs/formats.md` defines it.
fn seal(source: &str, target: &str, state: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in ["tolmach pair 1", source, target, state] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    let hash = hasher.finalize();
    let bits = hash.as_bytes()[..5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let alphabet = b"abcdefghijklmnopqrstuvwxyz234567";
    (0..8).map(|index| char::from(alphabet[(bits >> (35 - 5 * index) & 31) as usize])).collect()
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
}
