//! Times `tolmach align --dry-run` as a whole process over made-up pages.
//!
//! `TOLMACH_BENCH_ARTICLES` sets the number of pages, 1,000 unless given.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use criterion::{Criterion, criterion_group, criterion_main};

mod corpus;

/// Pages that together have 5,000 sentences.
const LONG: usize = 193;
/// Every so many blocks of the long article's translation one is missing.
const GAP: usize = 40;

fn align(criterion: &mut Criterion) {
    let articles = env::var("TOLMACH_BENCH_ARTICLES").ok().and_then(|n| n.parse().ok());
    let articles = articles.unwrap_or(1000);
    let root = tempfile::tempdir().expect("a folder for the corpus");
    corpus::generate(root.path(), articles.max(LONG)).expect("the corpus can be written");
    let pages = pages(&root.path().join("articles"));
    for page in &pages {
        fs::remove_file(page.join("en.toml")).expect("each translated page has a catalog");
    }
    let page = article(&pages[..1]);
    let long = article(&pages[..LONG.min(pages.len())]);
    let mut group = criterion.benchmark_group("align");
    group.sample_size(10);
    group.bench_function("a page of 26 sentences", |bencher| {
        bencher.iter(|| pair(page.path()));
    });
    group.bench_function("an article of 5000 sentences", |bencher| {
        bencher.iter(|| pair(long.path()));
    });
    group.bench_function(format!("{articles} pages"), |bencher| {
        bencher.iter(|| run(root.path(), &[]));
    });
    group.finish();
}

/// The folders of all pages that have a translation, in order.
fn pages(folder: &Path) -> Vec<PathBuf> {
    if folder.join("en.md").exists() {
        return vec![folder.to_owned()];
    }
    let entries = fs::read_dir(folder).expect("the corpus can be read");
    let mut below: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    below.retain(|path| path.is_dir());
    below.sort();
    below.iter().flat_map(|folder| pages(folder)).collect()
}

/// The pages as one article; of a long one nobody translated some blocks.
fn article(pages: &[PathBuf]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the article");
    let all = |name: &str| {
        let text = |page: &PathBuf| fs::read_to_string(page.join(name)).expect("a page is text");
        pages.iter().map(text).collect::<String>()
    };
    let english = all("en.md");
    let blocks = english.split_inclusive("\n\n").enumerate();
    let kept: String = blocks
        .filter(|(index, _)| !(index + 1).is_multiple_of(GAP))
        .map(|(_, text)| text)
        .collect();
    fs::write(folder.path().join("ru.md"), all("ru.md")).expect("the article can be written");
    fs::write(folder.path().join("en.md"), kept).expect("the article can be written");
    fs::write(folder.path().join("tolmach.toml"), "").expect("the article can be written");
    folder
}

fn pair(folder: &Path) {
    let (source, target) = (folder.join("ru.md"), folder.join("en.md"));
    let paths = [source.to_string_lossy(), target.to_string_lossy()];
    run(folder, &[paths[0].as_ref(), paths[1].as_ref()]);
}

fn run(folder: &Path, paths: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["align", "--dry-run", "--format", "json"])
        .args(paths)
        .current_dir(folder)
        .output()
        .expect("tolmach starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

criterion_group!(benches, align);
criterion_main!(benches);
