//! Which link targets of an article a page may repeat.

const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// The address for an `href`, not yet escaped, or none where a browser could run it.
pub fn address(target: &str) -> Option<String> {
    // Browsers drop these before they look for the scheme, so a check must, too.
    let target: String =
        target.chars().filter(|character| !character.is_control()).collect::<String>();
    let target = target.trim();
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        Some((scheme, _)) if !is_allowed(scheme) => None,
        Some((_, "")) if target.trim_end_matches('/').ends_with(':') => None,
        _ if target.is_empty() => None,
        _ => Some(encode(target)),
    }
}

fn is_allowed(scheme: &str) -> bool {
    SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

/// Percent-encodes what may not stand in an address.
fn encode(target: &str) -> String {
    let mut encoded = String::with_capacity(target.len());
    let mut is_fragment = false;
    for (index, character) in target.char_indices() {
        let is_kept = match character {
            '%' => is_escape(&target.as_bytes()[index + 1..]),
            '#' => !std::mem::replace(&mut is_fragment, true),
            ' ' | '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            _ => true,
        };
        if is_kept {
            encoded.push(character);
        } else {
            encoded.extend([format!("%{:02X}", u32::from(character))]);
        }
    }
    encoded
}

fn is_escape(rest: &[u8]) -> bool {
    rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_addresses_that_run_nothing_pass() {
        assert_eq!(address("https://a.example/b c").as_deref(), Some("https://a.example/b%20c"));
        assert_eq!(address("HTTP://a.example").as_deref(), Some("HTTP://a.example"));
        assert_eq!(address("mailto:press@a.example").as_deref(), Some("mailto:press@a.example"));
        assert_eq!(address("../a:b/c").as_deref(), Some("../a:b/c"));
        assert_eq!(address("#note").as_deref(), Some("#note"));
        assert_eq!(address("100%").as_deref(), Some("100%25"));
        for hostile in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "http://",
            "",
        ] {
            assert_eq!(address(hostile), None, "{hostile:?}");
        }
    }
}
