//! The last of the tests: names what the others left out for want of a program.
//!
//! Cargo runs the files of `tests/` by their names, and shows what this one prints, for it has no harness.

#![expect(clippy::print_stdout, reason = "to print is its purpose")]

mod skipped;

use std::collections::BTreeMap;
use std::fs;

fn main() {
    let mut skipped: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(skipped::FOLDER).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some((test, what)) = name.split_once(' ') {
            skipped.entry(what.to_owned()).or_default().push(test.to_owned());
        }
    }
    if skipped.is_empty() {
        println!("\nNo test was skipped.\n");
        return;
    }
    println!("\nSkipped for want of something; `bash .ci/run` installs it:");
    for (what, mut tests) in skipped {
        tests.sort_unstable();
        println!("  {what}: {}", tests.join(", "));
    }
    println!();
    // Each run tells its own.
    _ = fs::remove_dir_all(skipped::FOLDER);
}
