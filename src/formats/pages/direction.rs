//! How a language is written: its direction, and what stands between sentences.

const RIGHT_TO_LEFT_LANGUAGES: &[&str] = &[
    "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb", "ps",
    "sd", "syr", "ug", "ur", "yi",
];
const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];
const UNSPACED_LANGUAGES: &[&str] = &["ja", "km", "lo", "my", "th", "yue", "zh"];

/// The value of a `dir` attribute for texts in this language.
pub fn direction(tag: &str) -> &'static str {
    let mut subtags = tag.split(['-', '_']).map(str::to_ascii_lowercase);
    let language = subtags.next().unwrap_or_default();
    let script = subtags.find(|subtag| is_script(subtag));
    let is_reversed = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
        None => RIGHT_TO_LEFT_LANGUAGES.contains(&language.as_str()),
    };
    if is_reversed { "rtl" } else { "ltr" }
}

/// What stands between two sentences of this language.
pub fn space(tag: &str) -> &'static str {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    if UNSPACED_LANGUAGES.contains(&language.as_str()) { "" } else { " " }
}

fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn script_outweighs_language() {
        assert_eq!(direction("ar"), "rtl");
        assert_eq!(direction("he-IL"), "rtl");
        assert_eq!(direction("az-Arab"), "rtl");
        assert_eq!(direction("ug-Cyrl-KZ"), "ltr");
        assert_eq!(direction("ru"), "ltr");
        assert_eq!(direction(""), "ltr");
    }
}
