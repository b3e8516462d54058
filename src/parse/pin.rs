//! The source revision that a translation names itself.
//!
//! Sites write it in the front matter (`sourceCommit` under `l10n`, `default_lang_commit`) or
//! in a comment (`EN-Revision: …`), always in the translation.

/// Keys in lower case; what follows one of them and a colon or an equals sign is a commit.
const KEYS: [&str; 5] =
    ["default_lang_commit", "sourcecommit", "source_commit", "source-commit", "-revision"];
/// A page says it near its top.
const REACH: usize = 64;
/// The lengths that names of commits have, from git's short ones to SHA-256.
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=64;

/// The commit that a translated document names as its source's, if it names one.
pub fn pin(text: &str) -> Option<&str> {
    text.lines().take(REACH).find_map(in_line)
}

fn in_line(line: &str) -> Option<&str> {
    let place = line.find([':', '='])?;
    let (key, value) = (line[..place].trim_end(), &line[place + 1..]);
    let key = key.trim_matches(['"', '\'', '{', ' ']).to_ascii_lowercase();
    if !KEYS.iter().any(|known| key.ends_with(known)) {
        return None;
    }
    let value = value.trim_start_matches([' ', '\t', '"', '\'']);
    let end = value.find(|letter: char| !letter.is_ascii_hexdigit()).unwrap_or(value.len());
    let is_alone = !value[end..].starts_with(|letter: char| letter.is_alphanumeric());
    (LENGTHS.contains(&end) && is_alone).then(|| &value[..end])
}

#[cfg(test)]
mod tests {
    use super::pin;

    const NAME: &str = "0123456789abcdef0123456789abcdef01234567";

    #[test]
    fn pins_of_all_kinds_are_read() {
        let pages = [
            format!("---\ntitle: A\nl10n:\n  sourceCommit: {NAME}\n---\n\nText.\n"),
            format!("---\ntitle: A\ndefault_lang_commit: {NAME} # patched\n---\n"),
            format!("+++\nsource_commit = \"{NAME}\"\n+++\n"),
            format!("<?xml?>\n<!-- EN-Revision: {NAME} Maintainer: x Status: ready -->\n"),
            format!("<!-- RU-Revision: {NAME} -->\n"),
        ];
        for page in &pages {
            assert_eq!(pin(page), Some(NAME), "{page}");
        }
        assert_eq!(pin("default_lang_commit: 0123abc\n"), Some("0123abc"));
    }

    #[test]
    fn other_text_is_no_pin() {
        for page in [
            "",
            "default_lang_commit:",
            "default_lang_commit: latest",
            "EN-Revision: 1.24",
            "sourceCommit: 0123abcxyz",
            "The default_lang_commit is 0123456",
            "Commit: 0123456789",
        ] {
            assert_eq!(pin(page), None, "{page}");
        }
    }
}
