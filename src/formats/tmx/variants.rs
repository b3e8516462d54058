//! The texts of a unit by language, of which there may be several in one.

/// A unit's text in one language.
pub struct Variant {
    pub language: String,
    pub text: String,
}

/// The different texts in a language, whatever their regions.
///
/// Where the region asked for has some, only those.
pub fn texts<'v>(variants: &'v [Variant], tag: &str) -> Vec<&'v str> {
    let is_exact = |variant: &&Variant| variant.language.eq_ignore_ascii_case(tag);
    let is_any = |variant: &&Variant| primary(&variant.language).eq_ignore_ascii_case(primary(tag));
    let has_region = primary(tag) != tag;
    let exact: Vec<&Variant> = variants.iter().filter(|one| has_region && is_exact(one)).collect();
    let any = || variants.iter().filter(is_any).collect();
    let mut texts: Vec<&str> = Vec::new();
    for variant in if exact.is_empty() { any() } else { exact } {
        let text = variant.text.as_str();
        if !text.trim().is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}
