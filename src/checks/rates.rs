//! How often a check was right and wrong on the project's own seeded texts.
//!
//! The table is made anew, and held to be true, by a test.

/// What was measured of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Defects of its kind that were planted.
    pub planted: usize,
    /// How many of them it found.
    pub found: usize,
    /// Clean sentences that it looked at.
    pub clean: usize,
    /// In how many of those it saw something.
    pub alarms: usize,
}

/// The table: of each check its id, then what was measured, by name.
const TABLE: &str = include_str!("rates.toml");

/// What was measured of the check with this id, where anything was.
pub fn rate(id: &str) -> Option<Rate> {
    read(TABLE, id)
}

/// Reads the numbers that follow the id, up to those of the next check.
fn read(table: &str, id: &str) -> Option<Rate> {
    let lines = table.lines().filter(|line| !line.trim_start().starts_with('#'));
    let text = lines.collect::<Vec<_>>().join("\n");
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let words = text.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    let mut words = words.skip_while(|word| *word != id).skip(1);
    let mut numbers = [None; NAMES.len()];
    while let Some(name) = words.next() {
        let Some(place) = NAMES.iter().position(|one| *one == name) else { break };
        if numbers[place].is_some() {
            break;
        }
        numbers[place] = words.next()?.parse().ok();
    }
    let [planted, found, clean, alarms] = numbers;
    Some(Rate { planted: planted?, found: found?, clean: clean?, alarms: alarms? })
}

const NAMES: [&str; 4] = ["planted", "found", "clean", "alarms"];

#[cfg(test)]
mod tests {
    use super::{Rate, read};

    #[test]
    fn numbers_are_read_after_their_check() {
        let table = "# numbers = { planted = 9 }\n\n[spaces]\nplanted = 3\nfound = 2\nclean = 10\nalarms = 0\n\n[numbers]\nplanted = 40\nfound = 38\nclean = 600\nalarms = 1\n";
        let numbers = Rate { planted: 40, found: 38, clean: 600, alarms: 1 };
        assert_eq!(read(table, "numbers"), Some(numbers));
        assert_eq!(read(table, "spaces").map(|rate| rate.found), Some(2));
        assert_eq!(read(table, "number"), None);
        let row = "numbers = { planted = 40, found = 38, clean = 600, alarms = 1 }\nlinks = { planted = 1 }";
        assert_eq!(read(row, "numbers"), Some(numbers));
        assert_eq!(read(row, "links"), None);
    }
}
