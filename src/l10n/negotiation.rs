//! Which of the languages on offer a person reads best.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use super::{LOCALES, Locale};

/// The locale for the first wish that has one, else the fallback.
///
/// A wish is a BCP 47 tag or a POSIX locale name such as `ru_RU.UTF-8`.
pub fn negotiate<'a>(wishes: impl IntoIterator<Item = &'a str>) -> &'static Locale {
    let wishes: Vec<LanguageIdentifier> = wishes.into_iter().filter_map(language).collect();
    let offered: Vec<LanguageIdentifier> =
        LOCALES.iter().map(|locale| locale.tag.parse().expect("locale tags are valid")).collect();
    // Filtering, not lookup: a lookup adds nothing where the first wish has no locale.
    let found = negotiate_languages(&wishes, &offered, None, NegotiationStrategy::Filtering);
    let tag = found.first().map(ToString::to_string).unwrap_or_default();
    LOCALES.iter().find(|locale| locale.tag == tag).unwrap_or(&LOCALES[0])
}

fn language(wish: &str) -> Option<LanguageIdentifier> {
    let tag = wish.split(['.', '@']).next().unwrap_or_default();
    if matches!(tag, "C" | "POSIX") {
        return "en".parse().ok();
    }
    tag.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::negotiate;

    #[test]
    fn posix_names_and_tags_find_their_locale() {
        assert_eq!(negotiate(["ru_RU.UTF-8"]).tag, "ru");
        assert_eq!(negotiate(["ru-BY"]).tag, "ru");
        assert_eq!(negotiate(["C"]).tag, "en");
        assert_eq!(negotiate(["de", "ru"]).tag, "ru");
        assert_eq!(negotiate(["de"]).tag, "en");
        assert_eq!(negotiate(["%%"]).tag, "en");
        assert_eq!(negotiate([]).tag, "en");
    }
}
