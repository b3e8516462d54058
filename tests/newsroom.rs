//! A newsroom in a box: months of its work at random, watched by somebody who knows the truth.
//!
//! `facts` knows which English belongs to which Russian fact, `page` reads documents without the
//! program's help, `history` lets editors, translators and branches work at random. After each step
//! `laws` holds: what is called done is true, on pages, too; nothing that somebody wrote is lost; nothing
//! crashes; and in the end all can be settled. `TOLMACH_TEST_HISTORIES` says how many histories are played
//! (`TOLMACH_TEST_FIRST_HISTORY` from which on).

#[path = "newsroom/branches.rs"]
mod branches;
#[path = "newsroom/desk.rs"]
mod desk;
#[path = "newsroom/edits.rs"]
mod edits;
#[path = "newsroom/facts.rs"]
mod facts;
#[path = "newsroom/hands.rs"]
mod hands;
#[path = "newsroom/history.rs"]
mod history;
#[path = "newsroom/laws.rs"]
mod laws;
#[path = "newsroom/page.rs"]
mod page;
#[path = "newsroom/room.rs"]
mod room;
mod skipped;

use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};

use history::History;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("is a number"))
}

#[test]
fn a_newsroom_never_sees_a_wrong_green() {
    if Command::new("git").arg("--version").output().is_err() {
        skipped::skip("git");
        return;
    }
    let first = number("TOLMACH_TEST_FIRST_HISTORY", 0);
    let end = first + number("TOLMACH_TEST_HISTORIES", 6);
    let next = AtomicU64::new(first);
    let failures = std::sync::Mutex::new(Vec::new());
    let greens = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= end {
                        break;
                    }
                    match History::new(seed).play() {
                        Ok(green) => _ = greens.fetch_add(green, Ordering::Relaxed),
                        Err(failure) => failures.lock().expect("no panic").push(failure),
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("no panic");
    assert!(failures.is_empty(), "{} failed\n{}", failures.len(), failures.join("\n\n"));
    assert!(greens.into_inner() >= end - first, "hardly any page was ever green");
}
