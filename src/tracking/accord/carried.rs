//! What a sentence carries beside its words: addresses of links, notes, tags with their parameters, templates.
//!
//! Which of them stands with which words is a fact: two addresses that a hand exchanged mislead readers.

use super::{Alone, Discord, Edits, TextEdit, discord};
use crate::text::fold::fold;
use crate::text::hidden::{hidden_stretches, inner};
use crate::text::markup::mask;

/// Something carried, with the words that carry it, if it has any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Carried<'t> {
    by: &'t str,
    what: &'t str,
}

/// Tells what the edit of the translation alone exchanged or changed of what it carries.
pub fn settle(edits: &Edits<'_>, discord: &mut Discord) {
    if !edits.source.is_none() || edits.target.before == edits.target.after {
        return;
    }
    if let Some(words) = newly_hidden(edits.target) {
        discord.alone.push(Alone::Went(words));
    }
    parameters(edits, discord);
    let (before, after) = (carried(edits.target.before), carried(edits.target.after));
    if before == after {
        return;
    }
    let source = carried(edits.source.after);
    if sorted(&before) == sorted(&after) {
        let is_mended = things(&after) == things(&source) && things(&before) != things(&source);
        let mut exchanged = after.iter().filter(|one| is_exchanged(one, &before));
        if let (Some(one), false) = (exchanged.next(), is_mended) {
            discord.alone.push(Alone::Changed(one.what.to_owned()));
        }
        return;
    }
    let is_new = |one: &&Carried<'_>| !before.iter().any(|other| other.what == one.what);
    let in_source = |one: &Carried<'_>| source.iter().any(|other| other.what == one.what);
    let mut new = after.iter().filter(is_new);
    // A link of the translation may lead to a page in its own language.
    if let Some(one) = new.find(|one| one.by.is_empty() && !in_source(one)) {
        discord.doubtful.push(Alone::Changed(one.what.to_owned()));
    }
}

/// Words that readers saw, and that stand in a comment now.
fn newly_hidden(edit: TextEdit<'_>) -> Option<String> {
    let before = hidden_stretches(edit.before);
    let shown = mask(edit.before).0;
    let letters = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let (shown, now) = (letters(&shown), letters(&mask(edit.after).0));
    for stretch in hidden_stretches(edit.after) {
        let words = letters(inner(stretch));
        let is_new = !before.contains(&stretch) && !words.trim().is_empty();
        if is_new && shown.contains(&words) && !now.contains(&words) {
            return Some(words.trim().to_owned());
        }
    }
    None
}

/// Holds the words in parameters of tags and templates against each other, as if they stood in the text.
///
/// Only those are words for readers that the translation says otherwise than the source.
fn parameters(edits: &Edits<'_>, discord_of_all: &mut Discord) {
    let [source, before, after] =
        [edits.source.after, edits.target.before, edits.target.after].map(parameters_of);
    if before.len() != after.len() || before.len() != source.len() {
        return;
    }
    for (at, old) in before.iter().enumerate() {
        let (said, new) = (&source[at], &after[at]);
        let is_one = old.name == new.name && old.name == said.name;
        let is_words = is_wording(old.value) && fold(old.value) != fold(said.value);
        if !is_one || !is_words || old.value == new.value || new.value == said.value {
            continue;
        }
        let found = discord(&Edits {
            source: TextEdit { before: said.value, after: said.value },
            target: TextEdit { before: old.value, after: new.value },
            ..*edits
        });
        discord_of_all.alone.extend(found.alone);
    }
}

/// Whether a value says something in words: it is no address and no name of a file.
fn is_wording(value: &str) -> bool {
    let is_bare = !value.contains(char::is_whitespace);
    value.contains(char::is_alphabetic) && !(is_bare && value.contains(['/', '.', '#', ':']))
}

/// A parameter of a tag or a template.
#[derive(Clone, Copy)]
struct Parameter<'t> {
    name: &'t str,
    value: &'t str,
}

/// Every parameter in quotation marks, in order: `text="open"`, `caption: 'open'`.
fn parameters_of(text: &str) -> Vec<Parameter<'_>> {
    let mut found = Vec::new();
    for one in carried(text).iter().filter(|one| one.by.is_empty()) {
        let mut rest = one.what;
        while let Some(sign) = rest.find(['=', ':']) {
            let behind = rest[sign + 1..].trim_start();
            let name = rest[..sign].trim_end();
            let name = name.rsplit(char::is_whitespace).next().unwrap_or_default();
            rest = &rest[sign + 1..];
            let Some(quote) = behind.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
                continue;
            };
            let Some(length) = behind[1..].find(quote) else { continue };
            found.push(Parameter { name, value: &behind[1..=length] });
            rest = &behind[length + 2..];
        }
    }
    found
}

/// Whether the same words carry something else than before.
fn is_exchanged(one: &Carried<'_>, before: &[Carried<'_>]) -> bool {
    let mut same = before.iter().filter(|other| !one.by.is_empty() && other.by == one.by);
    same.clone().next().is_some() && same.all(|other| other.what != one.what)
}

fn things<'t>(all: &[Carried<'t>]) -> Vec<&'t str> {
    all.iter().map(|one| one.what).collect()
}

fn sorted<'t>(all: &[Carried<'t>]) -> Vec<&'t str> {
    let mut things = things(all);
    things.sort_unstable();
    things
}

/// What a text carries, in order.
fn carried(text: &str) -> Vec<Carried<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['[', ']', '<', '{']) {
        at += next;
        let (rest, before) = (&text[at..], &text[..at]);
        let (inner, by) = if let Some(inner) = rest.strip_prefix("](") {
            (until(inner, ")"), before.rsplit('[').next().unwrap_or_default())
        } else if let Some(inner) = rest.strip_prefix("[^") {
            (until(inner, "]"), before.split_whitespace().last().unwrap_or_default())
        } else if let Some(inner) = rest.strip_prefix("{{").or(rest.strip_prefix("{%")) {
            (until(inner, "}"), "")
        } else if let Some(inner) = rest.strip_prefix('<') {
            // A tag without parameters only marks its words.
            (until(inner, ">").filter(|tag| tag.contains(['=', ' '])), "")
        } else {
            (None, "")
        };
        if let Some(what) = inner {
            found.push(Carried { by, what });
        }
        at += 1;
    }
    found
}

/// What stands before the sign that ends it, if one does.
fn until<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let inner = &text[..text.find(end)?];
    (!inner.is_empty()).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::align::{Answers, Lexicon};
    use crate::tracking::Tongue;
    use crate::tracking::accord::{Discord, Edits, TextEdit};

    /// Whether something was told as a fact, and whether something was doubted.
    fn told(source: &str, before: &str, after: &str) -> [bool; 2] {
        let lexicon = Lexicon::empty("ru", "en");
        let edits = Edits {
            source: TextEdit { before: source, after: source },
            target: TextEdit { before, after },
            tongues: (&Tongue::new("ru"), &Tongue::new("en")),
            answers: &Answers::new(&lexicon),
        };
        let mut found = Discord::default();
        settle(&edits, &mut found);
        [!found.alone.is_empty(), !found.doubtful.is_empty()]
    }

    #[test]
    fn what_stands_with_other_words_was_exchanged() {
        for (source, before, after) in [
            (
                "[Суд](a.md) и [банк](b.md).",
                "[The court](a.md) and [the bank](b.md).",
                "[The court](b.md) and [the bank](a.md).",
            ),
            ("Суд[^1] и банк[^2].", "The court[^1] and bank[^2].", "The court[^2] and bank[^1]."),
        ] {
            assert!(told(source, before, after)[0], "{after}");
            assert!(!told(source, after, before)[0], "{before}");
        }
    }

    #[test]
    fn another_address_or_parameter_is_doubted() {
        for (source, before, after) in [
            (
                "Вот {{< ref \"a.md\" >}}.",
                "Here: {{< ref \"a.md\" >}}.",
                "Here: {{< ref \"b.md\" >}}.",
            ),
            (
                "Суд <img src=\"a.png\">.",
                "A court <img src=\"a.png\">.",
                "A court <img src=\"b.png\">.",
            ),
        ] {
            assert_eq!(told(source, before, after), [false, true], "{after}");
            assert_eq!(told(source, after, before), [false, false], "{before}");
        }
    }

    #[test]
    fn words_in_a_parameter_state_facts_as_others_do() {
        for (open, close) in [("<Badge text=\"", "\">"), ("{{< note text='", "' >}}")] {
            let tag = |words: &str| format!("{open}{words}{close}");
            let source = format!("Касса {} сегодня.", tag("открыта до 17 часов"));
            let before = format!("The desk {} today.", tag("open until 17:00"));
            for (words, expected) in [
                ("closed until 17:00", true),
                ("open until 19:00", true),
                ("Open until 17:00", false),
            ] {
                let after = format!("The desk {} today.", tag(words));
                assert_eq!(told(&source, &before, &after)[0], expected, "{after}");
            }
        }
    }

    #[test]
    fn words_that_a_comment_hides_went() {
        for veil in ["<!-- old -->", "<?php old ?>", "{% comment %}old{% endcomment %}", "%%old%%"]
        {
            let after = format!("The {veil} desk.");
            assert!(told("Старая касса.", "The old desk.", &after)[0], "{after}");
            assert!(!told("Старая касса.", &after, "The old desk.")[0], "{after}");
        }
        assert!(!told("Касса.", "The desk.", "The desk <!-- new here -->.")[0]);
    }

    #[test]
    fn a_link_may_lead_elsewhere_in_another_language() {
        assert_eq!(told("[Суд](/a).", "[The court](/a).", "[The court](/en/a)."), [false, false]);
    }

    #[test]
    fn words_that_take_along_what_they_carry_changed_nothing() {
        let before = "[The court](a.md) and [the bank](b.md).";
        let after = "[The bank](b.md) and [the court](a.md).";
        assert_eq!(told("[Суд](a.md) и [банк](b.md).", before, after), [false, false]);
    }
}
