//! Odd texts cut into sentences, parsed and rendered: nothing panics, nothing is lost.

#[path = "../../tests/fuzz/odd.rs"]
mod odd;

use odd::{Dice, Seeds, cases};

use super::{Options, Syntax, parse, parse_lines, render};
use crate::model::Span;
use crate::text::sentences::{Extra, Splitter};

const LANGUAGES: [&str; 4] = ["ru", "en", "de", "kk"];

#[test]
fn sentences_of_odd_texts_lose_nothing() {
    let seeds = Seeds::new();
    let extra = Extra { abbreviations: vec!["обл.".to_owned(), "т. с.".to_owned()] };
    let splitters = LANGUAGES.map(|language| Splitter::new(language, &extra));
    for number in cases(2_000) {
        let mut dice = Dice::new(number);
        let text = seeds.text(&mut dice);
        let place = |dice: &mut Dice| text.floor_char_boundary(dice.below(text.len() + 1));
        let mut protected = Vec::new();
        for _ in 0..dice.below(4) {
            let (one, other) = (place(&mut dice), place(&mut dice));
            protected.push(Span::new(one.min(other), one.max(other)));
        }
        protected.sort_unstable();
        for splitter in &splitters {
            let mut end = 0;
            for span in splitter.split(&text, &protected) {
                let gap = text.get(end..span.start).unwrap_or_else(|| panic!("{number}: {text:?}"));
                assert!(gap.trim().is_empty(), "{number}: {gap:?} is lost of {text:?}");
                assert!(span.start < span.end, "{number}: {text:?}");
                end = span.end;
            }
            assert!(text[end..].trim().is_empty(), "{number}: the end is lost of {text:?}");
        }
    }
}

#[test]
fn odd_documents_are_read_and_given_back() {
    let seeds = Seeds::new();
    let fields = ["title", "description", "summary", "tags", "extra.note"].map(str::to_owned);
    let splitter = Some(Splitter::new("ru", &Extra::default()));
    let options = Options { splitter, fields: fields.to_vec(), ..Options::default() };
    for number in cases(2_000) {
        let text = seeds.text(&mut Dice::new(number));
        for syntax in Syntax::ALL {
            let document = parse(text.clone(), syntax, &options);
            assert_eq!(render(&document, syntax, |_| None), text, "{number}");
            let own = |index: usize| Some(document.segments[index].text.clone().into());
            assert_eq!(render(&document, syntax, own), text, "{number}");
            let mut end = 0;
            for segment in &document.segments {
                let Span { start, end: next } = segment.span;
                assert!(start >= end && start < next, "{number}: {segment:?} in {text:?}");
                assert!(text.get(start..next).is_some(), "{number}: {segment:?} in {text:?}");
                end = next;
            }
            // Whatever is put in the place of sentences, the file is text that can be read again.
            for new in ["", "# 1. > - |`<b>", "Слово"] {
                let rendered = render(&document, syntax, |_| Some(new.into()));
                parse(rendered, syntax, &options);
            }
        }
        parse_lines(text, &options);
    }
}
