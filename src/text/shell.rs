//! Words of a command line, as a person can type them.

/// The text as one argument, in quotes where a shell would read more into it.
pub fn argument(text: &str) -> String {
    if text.starts_with('-') && text != "-" {
        // Any program takes that for a name, and none for an option.
        argument(&format!("./{text}"))
    } else if !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "/-_.".contains(c)) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::argument;

    #[test]
    fn what_a_shell_would_read_otherwise_stands_in_quotes() {
        assert_eq!(argument("2026/мост-1.txt"), "2026/мост-1.txt");
        assert_eq!(argument("мой лист.txt"), "'мой лист.txt'");
        assert_eq!(argument("it's $x"), r"'it'\''s $x'");
        assert_eq!(argument(""), "''");
        assert_eq!(argument("-dash"), "./-dash");
        assert_eq!(argument("--out x"), "'./--out x'");
        assert_eq!(argument("-"), "-");
    }
}
