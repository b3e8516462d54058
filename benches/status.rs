//! Times `tolmach status` as a whole process over a generated workspace.
//!
//! `TOLMACH_BENCH_ARTICLES` sets the number of articles, 1,000 unless given.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use criterion::{Criterion, criterion_group, criterion_main};

mod corpus;

fn status(criterion: &mut Criterion) {
    let articles = env::var("TOLMACH_BENCH_ARTICLES").ok().and_then(|n| n.parse().ok());
    let articles = articles.unwrap_or(1000);
    let root = tempfile::tempdir().expect("a folder for the corpus");
    corpus::generate(root.path(), articles).expect("the corpus can be written");
    let mut group = criterion.benchmark_group("status");
    group.sample_size(10);
    group.bench_function(format!("all of {articles}"), |bencher| {
        bencher.iter(|| run(root.path(), &["status", "--format", "json"]));
    });
    group.bench_function(format!("one of {articles}"), |bencher| {
        bencher.iter(|| run(root.path(), &["status", "00/00/story-000000", "--format", "json"]));
    });
    group.bench_function(format!("check of {articles}"), |bencher| {
        bencher.iter(|| run(root.path(), &["check", "--format", "json"]));
    });
    group.bench_function(format!("reading {articles}"), |bencher| {
        bencher.iter(|| read(root.path()));
    });
    group.finish();
}

fn run(root: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("tolmach starts");
    assert!(output.status.code() < Some(2), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Reads every source, catalog and page on one thread, and nothing more: the floor for any status.
fn read(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("the corpus can be read");
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let paths: Vec<PathBuf> = paths.collect();
    let size = |path: PathBuf| {
        if path.is_dir() { read(&path) } else { fs::read(path).map_or(0, |bytes| bytes.len()) }
    };
    paths.into_iter().map(size).sum()
}

criterion_group!(benches, status);
criterion_main!(benches);
