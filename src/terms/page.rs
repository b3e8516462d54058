//! A term as a file of terms has it.

use toml_edit::Value;

use super::term::{Term, TermWords};

/// The table of a term, with its header.
pub fn block(term: &Term) -> String {
    let mut text = String::from("[[term]]\n");
    for (language, texts) in &term.full {
        line(&mut text, &key(language), &value(texts));
    }
    for (name, words) in [("short", &term.short), ("forbidden", &term.forbidden)] {
        if !words.is_empty() {
            line(&mut text, name, &inline(words));
        }
    }
    for (name, list) in [("context", &term.context), ("near", &term.near)] {
        if !list.is_empty() {
            line(&mut text, name, &value(list));
        }
    }
    if term.do_not_translate {
        line(&mut text, "do_not_translate", "true");
    }
    let optional = [
        ("part_of_speech", &term.part_of_speech),
        ("note", &term.note),
        ("owner", &term.owner),
        ("date", &term.date),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            line(&mut text, name, &quoted(value));
        }
    }
    text
}

fn line(text: &mut String, key: &str, value: &str) {
    *text += &format!("{key} = {value}\n");
}

/// A language as a key; one with a hyphen needs no quotation marks either.
fn key(language: &str) -> String {
    language.to_owned()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// One text as itself, several as a list.
fn value(texts: &[String]) -> String {
    match texts {
        [one] => quoted(one),
        texts => {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            format!("[{}]", texts.join(", "))
        }
    }
}

fn inline(words: &TermWords) -> String {
    let pairs: Vec<String> =
        words.iter().map(|(language, texts)| format!("{language} = {}", value(texts))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

#[cfg(test)]
pub mod testing {
    use proptest::prelude::*;

    use crate::terms::term::{Term, TermWords};

    fn text() -> impl Strategy<Value = String> {
        "[а-яa-zА-Я]{1,6}( [а-я\"'\\\\a-z«»,=]{0,5}[a-zа-я]){0,2}"
    }

    fn words(least: usize) -> impl Strategy<Value = TermWords> {
        let texts = prop::collection::vec(text(), 1..3);
        let language =
            prop::sample::select(vec!["ru".to_owned(), "en".to_owned(), "pt-BR".to_owned()]);
        prop::collection::btree_map(language, texts, least..3)
    }

    /// Any term.
    pub fn any_term() -> impl Strategy<Value = Term> {
        let lists = || prop::collection::vec(text(), 0..2);
        let optional = || prop::option::weighted(0.3, text());
        let texts = (words(1), words(0), words(0));
        (texts, (lists(), lists()), any::<bool>(), (optional(), optional(), optional(), optional()))
            .prop_map(|((full, short, forbidden), (context, near), do_not_translate, rest)| {
                let (part_of_speech, note, owner, date) = rest;
                Term {
                    full,
                    short,
                    forbidden,
                    context,
                    near,
                    do_not_translate,
                    part_of_speech,
                    note,
                    owner,
                    date,
                }
            })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::block;
    use super::testing::any_term;
    use crate::catalog::TomlText;
    use crate::terms::read::read;

    proptest! {
        #[test]
        fn a_written_term_reads_back(term in any_term()) {
            let text = block(&term);
            let found = read(TomlText { path: "terms.toml", text: &text });
            let found = found.unwrap_or_else(|err| panic!("{err:?}\n{text}"));
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(&found[0].term, &term);
        }
    }
}
