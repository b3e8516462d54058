//! Changes of what must stay as written: code, addresses of links and pictures.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::reading::Reading;
use super::{Cause, Readings};
use crate::model::{Concern, Span};
use crate::text::markup::shown;

/// Code and addresses that came or went.
pub fn causes(readings: &Readings<'_>) -> Vec<Cause> {
    let mut causes = links(readings);
    let [old, new] = [readings.old, readings.new];
    let [stood, stands] = [old, new].map(|reading| codes(reading.text));
    let text = |reading: &Reading<'_>, span: Span| reading.text[span.range()].to_owned();
    let lacks = |spans: &[Span], reading: &Reading<'_>, span: Span, other: &Reading<'_>| {
        let code = text(reading, span);
        !spans.iter().any(|held| text(other, *held) == code) && !has_words(other.text, &code)
    };
    let come = stands.iter().filter(|span| lacks(&stood, new, **span, old));
    causes.extend(come.map(|span| Cause::new(Concern::Code, *span)));
    let gone = stood.iter().filter(|span| lacks(&stands, old, **span, new));
    causes.extend(gone.map(|span| Cause::removed(Concern::Code, *span)));
    causes
}

/// Whether the text has the code as plain words, so that only the marks of code came or went.
fn has_words(text: &str, code: &str) -> bool {
    let beside = |at: usize| {
        let ends = [text[..at].chars().next_back(), text[at + code.len()..].chars().next()];
        ends.into_iter()
            .flatten()
            .any(|c| c.is_alphanumeric() || matches!(c, '*' | '_' | '-' | '/' | '.'))
    };
    let is_plain = code.chars().all(|c| c.is_alphanumeric() || c.is_whitespace());
    is_plain && text.match_indices(code).any(|(at, _)| !beside(at))
}

/// The insides of code spans, in order.
fn codes(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('`').map(|found| at + found) {
        let ticks = text[open..].bytes().take_while(|byte| *byte == b'`').count();
        let inside = open + ticks;
        let Some(end) = closing(&text[inside..], ticks) else {
            at = inside;
            continue;
        };
        spans.push(Span::new(inside, inside + end));
        at = inside + end + ticks;
    }
    spans
}

/// Where a run of just as many backticks begins.
fn closing(rest: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = rest[at..].find('`').map(|found| at + found) {
        let run = rest[found..].bytes().take_while(|byte| *byte == b'`').count();
        if run == ticks {
            return Some(found);
        }
        at = found + run;
    }
    None
}

/// Addresses and tags that came or went.
fn links(readings: &Readings<'_>) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let [stood, stands] = [old.links, new.links].map(|links| {
        let addresses = links.iter().map(|link| address(link));
        addresses.collect::<FxHashSet<Cow<'_, str>>>()
    });
    let is_lost =
        |link: &&&str, others: &FxHashSet<_>| is_link(link) && !others.contains(&address(link));
    let come = new.links.iter().find(|link| is_lost(link, &stood));
    let gone = old.links.iter().find(|link| is_lost(link, &stands));
    let come = come.map(|link| Cause::new(concern(link), place(new, link)));
    let gone = gone.map(|link| Cause::removed(concern(link), place(old, link)));
    let mut causes: Vec<Cause> = come.into_iter().chain(gone).collect();
    if causes.is_empty() {
        causes.extend(moved(old, new));
    }
    causes
}

/// The first tag with attributes that changed places with another.
fn moved(old: &Reading<'_>, new: &Reading<'_>) -> Option<Cause> {
    let mut stood = old.links.iter().filter(|link| link.starts_with('<'));
    for link in new.links.iter().filter(|link| link.starts_with('<')) {
        let before = stood.next()?;
        if address(link) == address(before) {
            continue;
        }
        if is_link(link) {
            return Some(Cause::new(concern(link), place(new, link)));
        }
        if is_link(before) {
            return Some(Cause::removed(concern(before), place(old, before)));
        }
    }
    None
}

/// The address of a link without its title, or a tag without its words.
fn address(link: &str) -> Cow<'_, str> {
    let Some(inner) = link.strip_prefix("](") else { return without_words(link) };
    let inner = inner.trim_end_matches(')').trim_start();
    inner.split_whitespace().next().unwrap_or(inner).into()
}

/// A tag without the words that are compared with those around it.
fn without_words(tag: &str) -> Cow<'_, str> {
    let words = shown(tag);
    if words.is_empty() {
        return tag.into();
    }
    let mut rest = tag.to_owned();
    for words in words.into_iter().rev() {
        let name = rest[..words.start].rfind('=').map_or(words.start, |sign| {
            let before = rest[..sign].trim_end();
            before.rfind(char::is_whitespace).map_or(sign, |space| before[..space].trim_end().len())
        });
        rest.replace_range(name..=words.end, "");
    }
    rest.into()
}

fn concern(link: &str) -> Concern {
    let leads = !link.starts_with('<')
        || ["://", "mailto:", "href=", "src="].iter().any(|sign| link.contains(sign));
    if leads {
        return Concern::Address;
    }
    let is_meant = |name: &str| !LOOKS.iter().any(|look| look.eq_ignore_ascii_case(name));
    if names(link).iter().any(|name| is_meant(name)) { Concern::Code } else { Concern::Punctuation }
}

/// Attributes of tags that say how something looks, or how it is found.
const LOOKS: [&str; 12] = [
    "class", "style", "id", "width", "height", "align", "valign", "loading", "target", "rel",
    "color", "size",
];

/// The names of a tag's attributes.
fn names(tag: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest =
        tag.trim_end_matches(['>', '/']).trim_start_matches(|c: char| !c.is_whitespace());
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        if end == 0 && rest.is_empty() {
            return names;
        }
        names.push(&rest[..end]);
        let behind = rest[end..].trim_start();
        let Some(value) = behind.strip_prefix('=').map(str::trim_start) else {
            rest = behind;
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let length = match quote {
            Some(quote) => value[1..].find(quote).map(|length| length + 2),
            None => value.find(char::is_whitespace),
        };
        rest = &value[length.unwrap_or(value.len())..];
    }
}

/// Tags without an address or an attribute are mere emphasis.
fn is_link(link: &str) -> bool {
    let is_tag = link.starts_with('<') && !link.contains("://") && !link.contains('@');
    let is_opened = link[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    !is_tag || is_opened && !names(link).is_empty()
}

fn place(reading: &Reading<'_>, link: &str) -> Span {
    let start = link.as_ptr().addr() - reading.text.as_ptr().addr();
    Span::new(start, start + link.len())
}

#[cfg(test)]
mod tests {
    use super::{codes, names};

    #[test]
    fn attributes_are_named_with_and_without_values() {
        assert_eq!(names("<option selected>"), ["selected"]);
        assert_eq!(names("<td rowspan=2 a = 'b c' d/>"), ["rowspan", "a", "d"]);
        assert_eq!(names("<br />"), [""; 0]);
    }

    #[test]
    fn code_lies_between_as_many_backticks() {
        let text = "a `b` ``c`d`` `e";
        let found: Vec<&str> = codes(text).into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, ["b", "c`d"]);
    }
}
