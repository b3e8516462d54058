//! Which rooms of a folder use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// Who uses whom in one folder, by the names of its files and folders.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// A circle among the files and folders of one folder; its `mod.rs`, which lists them, is no room.
pub fn folder_cycles(sources: &[Source]) -> Vec<String> {
    let modules: BTreeSet<Vec<String>> = sources.iter().map(own_path).collect();
    let mut folders: BTreeMap<String, Arrows> = BTreeMap::new();
    for source in sources {
        let own = own_path(source);
        for used in source.uses() {
            let Some(target) = resolved(source, &used.path) else { continue };
            let known =
                (0..=target.len()).rev().find(|length| modules.contains(&target[..*length]));
            let target = &target[..known.unwrap_or(0)];
            let shared = own.iter().zip(target).take_while(|(own, other)| own == other).count();
            if let (Some(from), Some(to)) = (own.get(shared), target.get(shared)) {
                let arrows = folders.entry(own[..shared].join("/")).or_default();
                arrows.entry(from.clone()).or_default().insert(to.clone());
            }
        }
    }
    let mut faults = Vec::new();
    for (folder, arrows) in &folders {
        let tied: Vec<&String> =
            arrows.keys().filter(|room| reached(arrows, room).contains(*room)).collect();
        if !tied.is_empty() {
            faults.push(format!("src/{folder}: a circle ties {tied:?}"));
        }
    }
    faults
}

/// Every room that a way of arrows leads to.
fn reached<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a String> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(room) = open.pop() {
        for next in arrows.get(room).into_iter().flatten() {
            if seen.insert(next) {
                open.push(next);
            }
        }
    }
    seen
}

fn own_path(source: &Source) -> Vec<String> {
    source.modules().iter().map(|name| (*name).to_owned()).collect()
}

/// The path from the root, where a path in code begins at the root or at a module above.
fn resolved(source: &Source, path: &[String]) -> Option<Vec<String>> {
    let own = own_path(source);
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([own, path[1..].to_vec()].concat()),
        "super" => {
            let ups = path.iter().take_while(|name| *name == "super").count();
            let kept = own.len().checked_sub(ups)?;
            Some([own[..kept].to_vec(), path[ups..].to_vec()].concat())
        }
        _ => None,
    }
}
