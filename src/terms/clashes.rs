//! Terms that contradict each other.

use super::term::Term;
use crate::text::figures::Languages;

/// What is wrong with a term of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermClash {
    /// Index of the term.
    pub term: usize,
    pub kind: ClashKind,
    /// The text that it is about.
    pub text: String,
    /// The other term; itself where there is none.
    pub other: usize,
}

/// In which way terms contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClashKind {
    /// One term twice.
    Twice,
    /// Two translations of one text, and nothing that tells them apart.
    TwoTranslations,
    /// A text that is allowed and forbidden.
    AllowedAndForbidden,
    /// No translation, and no word that there shall be none.
    NoTranslation,
}

/// What contradicts in a list of terms, in its order.
pub fn clashes(terms: &[&Term], languages: Languages<'_>) -> Vec<TermClash> {
    let mut found = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        let others = || terms[..at].iter().enumerate();
        if let Some((other, _)) = others().find(|(_, other)| ***other == **term) {
            let text = term.preferred(languages.source).unwrap_or_default().to_owned();
            found.push(TermClash { term: at, kind: ClashKind::Twice, text, other });
            continue;
        }
        for (other, rival) in others().filter(|(_, other)| is_together(other, term)) {
            if let Some(text) = shared(term, rival, languages) {
                found.push(TermClash { term: at, kind: ClashKind::TwoTranslations, text, other });
            }
        }
        for language in [languages.source, languages.target] {
            let allowed = |text: &&String| term.words(language).any(|known| known == text.as_str());
            if let Some(text) = term.forbidden(language).iter().find(allowed) {
                let kind = ClashKind::AllowedAndForbidden;
                found.push(TermClash { term: at, kind, text: text.clone(), other: at });
            }
        }
        if term.preferred(languages.target).is_none() && !term.do_not_translate {
            let text = term.preferred(languages.source).unwrap_or_default().to_owned();
            found.push(TermClash { term: at, kind: ClashKind::NoTranslation, text, other: at });
        }
    }
    found
}

/// Whether both may hold in one article, and nothing tells one from the other.
fn is_together(one: &Term, other: &Term) -> bool {
    one.context == other.context && one.near == other.near
}

/// A text of the source's language that both have, where their translations share none.
fn shared(one: &Term, other: &Term, languages: Languages<'_>) -> Option<String> {
    let has =
        |term: &Term, language: &str, text: &str| term.words(language).any(|known| known == text);
    let text = one.words(languages.source).find(|text| has(other, languages.source, text))?;
    let is_agreed = one.words(languages.target).any(|known| has(other, languages.target, known));
    (!is_agreed).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{ClashKind, clashes};
    use crate::catalog::TomlText;
    use crate::terms::read::read;
    use crate::text::figures::Languages;

    #[test]
    fn what_contradicts_is_told() {
        let text = r#"
[[term]]
ru = "Дом"
en = "House"
[[term]]
ru = "Дом"
en = "House"
[[term]]
ru = "Дом"
en = "Home"
[[term]]
ru = "Дом"
en = "Dom"
near = ["музей"]
[[term]]
ru = "Сад"
[[term]]
ru = "Лес"
en = "Wood"
forbidden = { en = "Wood" }
"#;
        let terms = read(TomlText { path: "", text }).unwrap();
        let terms: Vec<_> = terms.iter().map(|one| &one.term).collect();
        let kinds: Vec<(usize, ClashKind)> = clashes(&terms, Languages::new("ru", "en"))
            .into_iter()
            .map(|clash| (clash.term, clash.kind))
            .collect();
        assert_eq!(
            kinds,
            [
                (1, ClashKind::Twice),
                (2, ClashKind::TwoTranslations),
                (2, ClashKind::TwoTranslations),
                (4, ClashKind::NoTranslation),
                (5, ClashKind::AllowedAndForbidden),
            ]
        );
    }
}
