//! What the front matter of a source says under a key.

/// The value of a key of the first level, without quotation marks and comments.
pub fn front_matter(text: &str, key: &str) -> Option<String> {
    let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines();
    let fence = lines.next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"))?;
    for line in lines.take_while(|line| line.trim_end() != fence) {
        let Some((name, value)) = line.split_once([':', '=']) else { continue };
        if name.trim_end().trim_matches(['"', '\'']).eq_ignore_ascii_case(key) {
            let value = value.split(" #").next().unwrap_or_default();
            return Some(value.trim().trim_matches(['"', '\'']).to_owned());
        }
    }
    None
}

/// Whether the front matter says yes to a key.
pub fn is_set(text: &str, key: &str) -> bool {
    front_matter(text, key).is_some_and(|value| matches!(&*value, "true" | "yes" | "on" | "1"))
}

#[cfg(test)]
mod tests {
    use super::{front_matter, is_set};

    #[test]
    fn keys_of_the_first_level_are_read() {
        let toml = "+++\ntitle = \"Мост\"\nunofficial = true # да\n+++\nunofficial = false\n";
        assert_eq!(front_matter(toml, "title").as_deref(), Some("Мост"));
        assert!(is_set(toml, "unofficial"));
        let yaml = "---\nextra:\n  unofficial: true\nembargo: 2026-01-31T10:00:00Z\n---\n";
        assert!(!is_set(yaml, "unofficial"));
        assert_eq!(front_matter(yaml, "embargo").as_deref(), Some("2026-01-31T10:00:00Z"));
        assert_eq!(front_matter("unofficial: true\n", "unofficial"), None);
    }
}
