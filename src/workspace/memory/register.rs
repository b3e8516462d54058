//! What an index holds: its volumes, and whose entries stand in which.

use rustc_hash::FxHashMap;

use crate::catalog::digest;
use crate::memory::{Keeper, KeeperKind};

/// An index as it was written last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// What it was made for: program, workspace and settings.
    pub identity: String,
    pub volumes: Vec<VolumeFile>,
    pub keepers: Vec<Enlisted>,
}

/// A volume of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VolumeFile {
    pub name: String,
    /// How many keepers it had when it was written.
    pub keepers: usize,
    /// How many entries.
    pub entries: usize,
    /// The digest by which it is known from another with its name.
    pub proof: u32,
}

/// A keeper whose entries stand in a volume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enlisted {
    pub keeper: Keeper,
    pub stamp: u64,
    /// Number of the volume.
    pub volume: usize,
    /// Number of the keeper in it.
    pub number: usize,
    /// Whether all of it could be read.
    pub is_whole: bool,
}

const HEAD: &str = "tolmach memory 5";

/// How much of a keeper was read.
const WHOLE: &str = "whole";
const IN_PART: &str = "part";

impl Register {
    /// The list as text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEAD}\n{}\n", self.identity);
        for VolumeFile { name, keepers, entries, proof } in &self.volumes {
            text.push_str(&format!("volume\t{keepers}\t{entries}\t{proof:x}\t{name}\n"));
        }
        for Enlisted { keeper, stamp, volume, number, is_whole } in &self.keepers {
            let (kind, name) = (keeper.kind.name(), escaped(&keeper.name));
            let read = if *is_whole { WHOLE } else { IN_PART };
            text.push_str(&format!("{kind}\t{stamp:x}\t{volume}\t{number}\t{read}\t{name}\n"));
        }
        let digest = digest(&text);
        text + &digest + "\n"
    }

    /// The list in a text; nothing where it is damaged or of another version.
    pub fn from_text(text: &str) -> Option<Self> {
        let (body, proof) = text.strip_suffix('\n')?.rsplit_once('\n')?;
        let body = &text[..=body.len()];
        if digest(body) != proof {
            return None;
        }
        let mut lines = body.lines();
        lines.next().filter(|head| *head == HEAD)?;
        let mut listing = Self { identity: lines.next()?.to_owned(), ..Self::default() };
        for line in lines {
            listing.take(line)?;
        }
        let fits = |one: &Enlisted| {
            listing.volumes.get(one.volume).is_some_and(|volume| one.number < volume.keepers)
        };
        listing.keepers.iter().all(fits).then_some(listing)
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let (kind, rest) = line.split_once('\t')?;
        if kind == "volume" {
            let mut fields = rest.splitn(4, '\t');
            let mut next = || fields.next();
            let (keepers, entries) = (next()?.parse().ok()?, next()?.parse().ok()?);
            let proof = u32::from_str_radix(next()?, 16).ok()?;
            self.volumes.push(VolumeFile { keepers, entries, proof, name: next()?.to_owned() });
            return Some(());
        }
        let kind = KeeperKind::ALL.into_iter().find(|one| one.name() == kind)?;
        let mut fields = rest.splitn(5, '\t');
        let mut next = || fields.next();
        let stamp = u64::from_str_radix(next()?, 16).ok()?;
        let (volume, number) = (next()?.parse().ok()?, next()?.parse().ok()?);
        let is_whole = next()? == WHOLE;
        let keeper = Keeper { kind, name: unescaped(next()?).into() };
        self.keepers.push(Enlisted { keeper, stamp, volume, number, is_whole });
        Some(())
    }

    /// The keepers by who they are.
    pub fn by_keeper(&self) -> FxHashMap<&Keeper, &Enlisted> {
        self.keepers.iter().map(|listed| (&listed.keeper, listed)).collect()
    }
}

fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace('\n', "\\n")
}

fn unescaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut letters = name.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => text.push(if letters.next() == Some('n') { '\n' } else { '\\' }),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Enlisted, Register, VolumeFile};
    use crate::memory::{Keeper, KeeperKind};

    #[test]
    fn a_list_is_read_as_it_was_written_and_damage_is_seen() {
        let keeper = Keeper { kind: KeeperKind::File, name: "a\\b\nc\td".into() };
        let listing = Register {
            identity: "one two".to_owned(),
            volumes: vec![VolumeFile {
                name: "volume-1".to_owned(),
                keepers: 3,
                entries: 7,
                proof: 0xab,
            }],
            keepers: vec![Enlisted { keeper, stamp: 99, volume: 0, number: 2, is_whole: false }],
        };
        let text = listing.to_text();
        assert_eq!(Register::from_text(&text), Some(listing));
        for end in 0..text.len() {
            assert_eq!(Register::from_text(&text[..end]), None);
        }
        assert_eq!(Register::from_text(&text.replace("63", "64")), None);
    }
}
