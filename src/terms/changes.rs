//! Terms from elsewhere, taken into a file of terms; what people agreed on stays as it is.

use super::page::block;
use super::read::PlacedTerm;
use super::term::Term;

/// A file with the terms that it did not have.
#[derive(Debug, Default)]
pub struct TermsWritten {
    pub text: String,
    pub added: Vec<Term>,
    /// How many stand there already.
    pub same: usize,
    /// Terms that the file has with other words: the line of its own, then the one from elsewhere.
    pub conflicts: Vec<TermConflict>,
}

/// A term that stands in the file with other words.
#[derive(Debug)]
pub struct TermConflict {
    /// The line of the file's own, from 1.
    pub line: usize,
    pub held: Term,
    pub brought: Term,
}

/// The file `text`, which holds `held`, with the terms of `brought` that it lacks at its end.
pub fn added(text: &str, held: &[PlacedTerm], brought: Vec<Term>, language: &str) -> TermsWritten {
    let mut written = TermsWritten { text: text.to_owned(), ..TermsWritten::default() };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    for term in brought {
        let rival = held.iter().find(|one| is_rival(&one.term, &term, language));
        match rival {
            Some(one) if holds(&one.term, &term) => written.same += 1,
            Some(one) => written.conflicts.push(TermConflict {
                line: one.line,
                held: one.term.clone(),
                brought: term,
            }),
            None if written.added.iter().any(|one| holds(one, &term)) => written.same += 1,
            None => {
                let page = &mut written.text;
                if !page.is_empty() {
                    let is_open = !page.ends_with('\n');
                    *page += if is_open { newline } else { "" };
                    *page += newline;
                }
                *page += &block(&term).replace('\n', newline);
                written.added.push(term);
            }
        }
    }
    written
}

/// Whether two terms are of one name and may hold in one place.
fn is_rival(one: &Term, other: &Term, language: &str) -> bool {
    let name = |term: &Term| {
        let name = term
            .preferred(language)
            .or_else(|| term.languages().next().and_then(|language| term.preferred(language)));
        name.map(str::to_lowercase)
    };
    name(one) == name(other) && one.context == other.context && one.near == other.near
}

/// Whether a term says all that another says of words.
fn holds(one: &Term, other: &Term) -> bool {
    let parts =
        [(&one.full, &other.full), (&one.short, &other.short), (&one.forbidden, &other.forbidden)];
    let is_within = |(held, brought): &(&super::TermWords, &super::TermWords)| {
        brought.iter().all(|(language, texts)| {
            let known = held.get(language);
            known.is_some_and(|known| texts.iter().all(|text| known.contains(text)))
        })
    };
    parts.iter().all(is_within) && one.do_not_translate == other.do_not_translate
}

#[cfg(test)]
mod tests {
    use super::added;
    use crate::catalog::TomlText;
    use crate::terms::read::read;

    #[test]
    fn only_what_is_new_is_added_and_the_rest_stays_byte_for_byte() {
        let text = "# ours\n[[term]]\nru = \"Дом культуры\" # kept\nen = \"House of Culture\"\n";
        let held = read(TomlText { path: "", text }).unwrap();
        let brought = "[[term]]\nru = \"дом культуры\"\nen = \"Culture House\"\n\
            [[term]]\nru = \"Дом культуры\"\nen = \"House of Culture\"\n\
            [[term]]\nru = \"Сад\"\nen = \"Garden\"\n[[term]]\nru = \"Сад\"\nen = \"Garden\"\n";
        let brought = read(TomlText { path: "", text: brought }).unwrap();
        let brought = brought.into_iter().map(|one| one.term).collect();
        let written = added(text, &held, brought, "ru");
        assert_eq!((written.added.len(), written.same, written.conflicts.len()), (1, 2, 1));
        assert_eq!(written.conflicts[0].line, 2);
        assert_eq!(written.text, format!("{text}\n[[term]]\nen = \"Garden\"\nru = \"Сад\"\n"));
    }
}
