//! Which types of one side answer to which of the other, and how much that says.

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;
use super::reading::{SideReading, Type};
use super::settings::Settings;
use super::sounds::{likeness, outline};
use super::tokens::Sort;

/// A target type that answers to a source type.
#[derive(Clone, Copy, Debug)]
pub struct WordLink {
    pub target: u32,
    /// How many times likelier the target type is where the source type stands.
    pub ahead: f32,
    /// How many times likelier the source type is where the target type stands.
    pub back: f32,
}

/// For each source type the target types that answer to it.
pub struct WordLinks(pub Vec<Vec<WordLink>>);

impl WordLinks {
    /// Finds what answers to what by identity, sound, vocabulary and lexicon.
    pub fn between(
        source: &SideReading,
        target: &SideReading,
        lexicon: &Lexicon,
        settings: &Settings,
    ) -> Self {
        let index = Index::of(target, lexicon);
        let mut links = Vec::with_capacity(source.types.len());
        for left in &source.types {
            let mut found: FxHashMap<u32, (f64, f64)> = FxHashMap::default();
            let mut add = |id: u32, ahead: f64, back: f64| {
                let best = found.entry(id).or_default();
                *best = (best.0.max(ahead), best.1.max(back));
            };
            if let Some(id) = index.keys.get(left.token.key.as_str()) {
                let strength = exact_strength(left.token.sort, settings);
                add(*id, strength, strength);
            }
            if left.token.sort == Sort::Word {
                for id in index.alike(&left.sounds, target) {
                    let right = &target.types[id as usize];
                    let like = likeness(&left.sounds, &right.sounds);
                    let strength = settings.cognate * like * like;
                    if like > 0.0 && !mean_other_things(left, right) {
                        add(id, strength, strength);
                    }
                }
                for id in left.meanings.iter().filter_map(|line| index.meanings.get(line)).flatten()
                {
                    add(*id, settings.vocabulary, settings.vocabulary);
                }
            }
            index.learnt(left, lexicon, &mut add);
            links.push(weighed(found, left, target));
        }
        Self(links)
    }

    /// Adds couples that the article itself repeats, with their strengths ahead and back.
    pub fn strengthen(
        &mut self,
        couples: impl Iterator<Item = (u32, u32, f64, f64)>,
        source: &SideReading,
        target: &SideReading,
    ) {
        for (left, right, ahead, back) in couples {
            let ahead = (ahead / target.types[right as usize].chance) as f32;
            let back = (back / source.types[left as usize].chance) as f32;
            let links = &mut self.0[left as usize];
            match links.iter_mut().find(|link| link.target == right) {
                Some(link) => {
                    link.ahead = link.ahead.max(ahead);
                    link.back = link.back.max(back);
                }
                None => links.push(WordLink { target: right, ahead, back }),
            }
        }
    }
}

/// Whether two everyday words that sound alike mean different things, such as «снова» and "snow".
fn mean_other_things(left: &Type, right: &Type) -> bool {
    let are_known = !left.meanings.is_empty() && !right.meanings.is_empty();
    are_known
        && !left.is_name()
        && !right.is_name()
        && !left.meanings.iter().any(|meaning| right.meanings.contains(meaning))
}

fn exact_strength(sort: Sort, settings: &Settings) -> f64 {
    match sort {
        Sort::Word | Sort::Link => settings.cognate,
        Sort::Number => settings.number,
        Sort::Value => settings.value,
    }
}

fn weighed(found: FxHashMap<u32, (f64, f64)>, left: &Type, target: &SideReading) -> Vec<WordLink> {
    let link = |(id, (ahead, back)): (u32, (f64, f64))| WordLink {
        target: id,
        ahead: (ahead / target.types[id as usize].chance) as f32,
        back: (back / left.chance) as f32,
    };
    let mut links: Vec<WordLink> = found.into_iter().map(link).collect();
    links.sort_unstable_by_key(|link| link.target);
    links
}

/// More types of one outline than this are no text, but a list of codes.
const CROWD: usize = 1_000;
/// So many of them may answer to one.
const FEW: usize = 32;

/// The target's types by all that can answer.
struct Index<'a> {
    keys: FxHashMap<&'a str, u32>,
    sounds: FxHashMap<(u8, u8), Vec<u32>>,
    meanings: FxHashMap<u32, Vec<u32>>,
    stems: FxHashMap<u32, u32>,
}

impl<'a> Index<'a> {
    fn of(target: &'a SideReading, lexicon: &Lexicon) -> Self {
        let mut index = Self {
            keys: FxHashMap::default(),
            sounds: FxHashMap::default(),
            meanings: FxHashMap::default(),
            stems: FxHashMap::default(),
        };
        for (id, kind) in (0_u32..).zip(&target.types) {
            index.keys.insert(&kind.token.key, id);
            if kind.sounds.len() > 2 {
                index.sounds.entry(outline(&kind.sounds)).or_default().push(id);
            }
            if let Some(stem) = lexicon.target.id(&kind.token.key) {
                index.stems.insert(stem, id);
            }
            for line in &kind.meanings {
                index.meanings.entry(*line).or_default().push(id);
            }
        }
        index
    }

    /// Types that may sound alike; of a crowd of them a few that surely do.
    fn alike(&self, sounds: &[u8], target: &SideReading) -> Vec<u32> {
        let all = self.sounds.get(&outline(sounds)).map_or(&[][..], Vec::as_slice);
        if all.len() <= CROWD {
            return all.to_vec();
        }
        let same = all.iter().filter(|id| target.types[**id as usize].sounds == sounds);
        same.take(FEW).copied().collect()
    }

    fn learnt(&self, left: &Type, lexicon: &Lexicon, add: &mut impl FnMut(u32, f64, f64)) {
        let Some(stem) = lexicon.source.id(&left.token.key) else { return };
        for entry in lexicon.entries.get(stem as usize).into_iter().flatten() {
            if let Some(id) = self.stems.get(&entry.target) {
                add(*id, f64::from(entry.ahead), f64::from(entry.back));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, WordLinks};
    use crate::align::reading::SideReading;
    use crate::align::{Lexicon, Settings, Side};
    use crate::model::Kind;

    #[test]
    fn a_list_of_codes_has_no_link_for_each_two_of_them() {
        let codes: Vec<String> = (0..1_500).map(|code| format!("код{code}")).collect();
        let text = codes.join(" ");
        let side = Side { sentences: vec![&text], blocks: vec![0], kinds: vec![Kind::Paragraph] };
        let lexicon = Lexicon::empty("ru", "en");
        let (from, into) = lexicon.tongues();
        let settings = Settings::FITTED;
        let source = SideReading::of(&side, &from, &lexicon.source, &settings);
        let target = SideReading::of(&side, &into, &lexicon.target, &settings);
        let links = WordLinks::between(&source, &target, &lexicon, &settings);
        assert!(links.0.iter().all(|links| links.len() <= FEW + 2));
        assert!(links.0.iter().all(|links| !links.is_empty()));
    }
}
