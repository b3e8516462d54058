//! How often each check was right and wrong on texts of our own, from a table that a test makes anew.

use std::sync::LazyLock;

/// What was measured of a check: defects of its kind, and pairs that have none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Defects that were planted for it.
    pub planted: usize,
    /// Those of them of which it, or another check, told.
    pub found: usize,
    /// Clean pairs that it looked at.
    pub clean: usize,
    /// Clean pairs of which it told something.
    pub alarms: usize,
}

/// What was measured of the check with this id, if anything was.
pub fn rate(id: &str) -> Option<Rate> {
    RATES.iter().find(|(name, _)| *name == id).map(|(_, rate)| *rate)
}

static RATES: LazyLock<Vec<(&str, Rate)>> = LazyLock::new(|| read(include_str!("rates.toml")));

/// Reads the table; a test holds its form.
fn read(text: &'static str) -> Vec<(&'static str, Rate)> {
    let mut rates: Vec<(&str, Rate)> = Vec::new();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            rates.push((id, Rate::default()));
        }
        let Some((name, value)) = line.split_once(" = ") else { continue };
        let (Some((_, rate)), Ok(value)) = (rates.last_mut(), value.parse()) else { continue };
        match name {
            "planted" => rate.planted = value,
            "found" => rate.found = value,
            "clean" => rate.clean = value,
            "alarms" => rate.alarms = value,
            _ => {}
        }
    }
    rates
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    use snapbox::{assert_data_eq, file};

    use super::super::testing::Sample;
    use super::super::{CHECKS, Levels};
    use super::{Rate, rate, read};
    use crate::model::{Finding, Severity};

    const CLEAN: &str = include_str!("../../tests/fixtures/checks/clean.txt");
    const PLANTS: &str = include_str!("../../tests/fixtures/checks/plants.txt");
    const NEWS: &str = include_str!("../../tests/fixtures/checks/news-clean.txt");
    /// Pairs of all news genres, of which no defect is made.
    const GENRES: &str = include_str!("../../tests/fixtures/checks/genres-clean.txt");
    const NEWS_PLANTS: &str = include_str!("../../tests/fixtures/checks/news-plants.txt");

    /// So many defects of one kind are planted at most, that no kind outweighs another.
    const OF_KIND: usize = 14;

    /// A pair of texts.
    struct Clean {
        source: &'static str,
        target: &'static str,
    }

    /// A defect by rule.
    struct Plant {
        kind: &'static str,
        check: &'static str,
        from: &'static str,
        to: &'static str,
    }

    fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
        text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    fn clean(texts: &[&'static str]) -> Vec<Clean> {
        let pair = |line: &'static str| line.split_once(" | ").expect("Russian | English");
        let all = texts.iter().flat_map(|text| lines(text));
        all.map(pair).map(|(source, target)| Clean { source, target }).collect()
    }

    fn plants(texts: &[&'static str]) -> Vec<Plant> {
        let columns = |line: &'static str| line.splitn(4, " | ").collect::<Vec<_>>();
        let plant = |columns: Vec<&'static str>| {
            // A bar at the end of the line stands for nothing at all.
            let (kind, check, from, to) = match columns[..] {
                [kind, check, from, to] => (kind, check, from, to),
                [kind, check, from] => (kind, check, from.trim_end_matches(" |"), ""),
                _ => panic!("{columns:?}"),
            };
            Plant { kind, check, from, to }
        };
        texts.iter().flat_map(|text| lines(text)).map(columns).map(plant).collect()
    }

    /// The translation with the defect in it, where its rule fits.
    fn planted(target: &str, plant: &Plant) -> Option<String> {
        if plant.from == "#" {
            let at = target.find(|c: char| c.is_ascii_digit())?;
            let figure = (target.as_bytes()[at] - b'0') % 9 + 1;
            return Some(format!("{}{figure}{}", &target[..at], &target[at + 1..]));
        }
        if let Some(end) = plant.from.strip_suffix('$') {
            return target.strip_suffix(end).map(|rest| format!("{rest}{}", plant.to));
        }
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let letters = |c: char| c.is_alphanumeric();
        let (at, _) = target.match_indices(plant.from).find(|(at, from)| {
            let before = target[..*at].chars().next_back();
            let after = target[at + from.len()..].chars().next();
            let is_cut = from.starts_with(letters) && is_inside(before)
                || from.ends_with(letters) && is_inside(after);
            !is_cut
        })?;
        let rest = &target[at + plant.from.len()..];
        Some(format!("{}{}{rest}", &target[..at], plant.to))
    }

    /// What all checks say of an article of these pairs, by the number of the pair from 1.
    fn findings(pairs: &[(&str, &str)]) -> Vec<Finding> {
        let lines = pairs.iter().map(|(source, target)| format!("current: {source} | {target}\n"));
        Sample::new(&lines.collect::<String>()).findings(&Levels::default())
    }

    /// Each defect by itself among all clean pairs that are about the same.
    fn told_of(clean: &[Clean], at: usize, target: &str) -> Vec<Finding> {
        let text = |other: usize| if other == at { target } else { clean[other].target };
        let near = at.saturating_sub(2)..clean.len().min(at + 3);
        let place = at - near.start + 1;
        let pairs: Vec<_> = near.map(|other| (clean[other].source, text(other))).collect();
        let mut found = findings(&pairs);
        found.retain(|finding| finding.segment == Some(place));
        found
    }

    /// A defect in its place.
    struct Defect<'a> {
        plant: &'a Plant,
        at: usize,
        target: String,
    }

    /// The defects of each kind, no more of one than of another, each of its rules in turn.
    fn evenly<'a>(clean: &[Clean], plants: &'a [Plant]) -> Vec<Defect<'a>> {
        let mut kinds: BTreeMap<&str, Vec<Vec<Defect<'a>>>> = BTreeMap::new();
        for plant in plants {
            let fitting = clean.iter().enumerate().filter_map(|(at, pair)| {
                let target = planted(pair.target, plant).filter(|text| text != pair.target)?;
                Some(Defect { plant, at, target })
            });
            kinds.entry(plant.kind).or_default().push(fitting.collect());
        }
        let even = |rules: Vec<Vec<Defect<'a>>>| {
            let mut turns: Vec<_> = rules.into_iter().map(Vec::into_iter).collect();
            let mut all = Vec::new();
            loop {
                let round: Vec<_> = turns.iter_mut().filter_map(Iterator::next).collect();
                if round.is_empty() || all.len() >= OF_KIND {
                    all.truncate(OF_KIND);
                    return all;
                }
                all.extend(round);
            }
        };
        kinds.into_values().flat_map(even).collect()
    }

    /// The rates, and each defect that nothing told of.
    fn measured() -> (BTreeMap<&'static str, Rate>, Vec<String>) {
        let clean = clean(&[CLEAN, NEWS]);
        let plants = plants(&[PLANTS, NEWS_PLANTS]);
        let mut rates: BTreeMap<&'static str, Rate> = BTreeMap::new();
        let mut missed = Vec::new();
        for Defect { plant, at, target } in evenly(&clean, &plants) {
            let rate = rates.entry(plant.check).or_default();
            rate.planted += 1;
            if told_of(&clean, at, &target).is_empty() {
                missed.push(format!("{}: {target}", plant.kind));
            } else {
                rate.found += 1;
            }
        }
        let pairs: Vec<_> = clean.iter().map(|pair| (pair.source, pair.target)).collect();
        let alarms = findings(&pairs);
        for (id, rate) in &mut rates {
            rate.clean = clean.len();
            rate.alarms = alarms.iter().filter(|finding| finding.check == *id).count();
        }
        (rates, missed)
    }

    #[test]
    fn what_was_found_once_is_found() {
        let (clean, plants) = (clean(&[CLEAN]), plants(&[PLANTS]));
        let (mut all, mut missed) = (0, Vec::new());
        for plant in &plants {
            for (at, pair) in clean.iter().enumerate() {
                let Some(target) = planted(pair.target, plant) else { continue };
                all += 1;
                if told_of(&clean, at, &target).is_empty() {
                    missed.push(format!("{}: {target}", plant.kind));
                }
            }
        }
        let missed = missed.join("\n");
        let found = all - missed.lines().count();
        assert!(found * 100 >= all * 95, "{found} of {all}, without\n{missed}");
        assert!(all >= 600, "{all} defects");
    }

    #[test]
    fn the_table_says_what_is_measured() {
        let (rates, missed) = measured();
        let mut table = String::from(
            "# What was measured on our own news: tests/fixtures/checks. A test makes this table anew.\n",
        );
        let (mut planted, mut found) = (0, 0);
        for (id, rate) in &rates {
            assert!(CHECKS.iter().any(|check| check.id == *id), "{id}");
            planted += rate.planted;
            found += rate.found;
            let Rate { planted, found, clean, alarms } = rate;
            let _ = write!(
                table,
                "\n[{id}]\nplanted = {planted}\nfound = {found}\nclean = {clean}\nalarms = {alarms}\n"
            );
        }
        let missed = missed.join("\n");
        assert!(found * 100 >= planted * 90, "{found} of {planted}, without\n{missed}");
        assert!(planted >= 600, "{planted} defects");
        assert_data_eq!(table, file!["rates.toml"].raw());
    }

    #[test]
    fn clean_pairs_are_clean() {
        let pairs = clean(&[CLEAN, NEWS, GENRES]);
        let texts: Vec<_> = pairs.iter().map(|pair| (pair.source, pair.target)).collect();
        let told = findings(&texts);
        let above = |least: Severity| {
            let mut segments: Vec<_> = told
                .iter()
                .filter(|finding| finding.severity >= least)
                .filter_map(|finding| finding.segment)
                .collect();
            segments.dedup();
            segments.len()
        };
        assert!(above(Severity::Warning) * 50 <= pairs.len(), "{told:?}");
        assert!(above(Severity::Error) * 200 <= pairs.len(), "{told:?}");
    }

    #[test]
    fn the_table_is_read() {
        let rates =
            read("# A table.\n\n[numbers]\nplanted = 4\nfound = 3\nclean = 9\nalarms = 1\n");
        let rate = Rate { planted: 4, found: 3, clean: 9, alarms: 1 };
        assert_eq!(rates, [("numbers", rate)]);
    }

    #[test]
    fn a_check_that_was_measured_has_its_rate() {
        assert!(rate("negation").is_some());
        assert_eq!(rate("missing"), None);
    }
}
