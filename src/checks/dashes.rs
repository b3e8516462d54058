//! A dash of an English translation is a dash, and the one that the house uses.

use super::blanked::blanked;
use super::style::Dashes;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("dashes", Severity::Info, Run::Places(see)).example(
    "Мост — самый длинный в области.",
    "The bridge - the longest in the region - is open.",
    "The bridge – the longest in the region – is open.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    if texts.languages.target != "en" {
        return Vec::new();
    }
    let text = blanked(texts.target);
    let wanted = texts.style.dashes;
    let found = FORMS.iter().filter(|form| wanted.is_none_or(|wanted| !form.is(wanted)));
    let found = found.filter(|form| form.style.is_none() || wanted.is_some());
    let place = found.filter_map(|form| form.place(&text)).min_by_key(|span| span.start);
    let Some(span) = place else { return Vec::new() };
    // A source that writes a hyphen for its dashes has no better one to give.
    if wanted.is_none() && source_has(texts.source) {
        return Vec::new();
    }
    let dash = texts.target[span.range()].trim().to_owned();
    let message = message!("check-dashes-other", source = excerpt(texts.source), dash = dash);
    vec![Seen::from(message).in_target(span)]
}

/// A way to write a dash; one without a style is right in no house.
struct Form {
    dash: &'static str,
    style: Option<Dashes>,
}

const FORMS: [Form; 7] = [
    Form { dash: " - ", style: None },
    Form { dash: " -- ", style: None },
    Form { dash: "--", style: None },
    Form { dash: " — ", style: Some(Dashes::SpacedEm) },
    Form { dash: " – ", style: Some(Dashes::SpacedEn) },
    Form { dash: "—", style: Some(Dashes::Em) },
    Form { dash: "–", style: None },
];

impl Form {
    fn is(&self, wanted: Dashes) -> bool {
        self.style == Some(wanted)
    }

    /// The first place between words where the dash is written so.
    fn place(&self, text: &str) -> Option<Span> {
        let spans = text.match_indices(self.dash).map(|(at, dash)| Span::new(at, at + dash.len()));
        let mut between = spans.filter(|span| {
            let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
            let before = text[..span.start].chars().next_back();
            let after = text[span.end..].chars().next();
            // Between digits it is a range or a score, and a hyphen with spaces is none of them.
            let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let is_range = self.dash != " - " && is_digit(before) && is_digit(after);
            is_word(before) && is_word(after) && !is_range && !self.is_part(before, after)
        });
        between.next()
    }

    /// Whether it is part of another sign: an en dash that joins two words, three hyphens.
    fn is_part(&self, before: Option<char>, after: Option<char>) -> bool {
        self.dash == "–" || self.dash == "--" && (before == Some('-') || after == Some('-'))
    }
}

fn source_has(source: &str) -> bool {
    source.contains(" - ") || source.contains("--")
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::{findings, styled};

    #[test]
    fn a_hyphen_for_a_dash_is_told() {
        for target in ["The bridge - a long one - is open.", "The bridge--a long one--is open."] {
            let found = findings(&CHECK, &format!("current: Мост — длинный. | {target}"));
            assert_ne!(found, "", "{target}");
        }
    }

    #[test]
    fn hyphens_ranges_and_dashes_are_fine() {
        for pair in [
            "Мост — длинный. | The bridge — a long one — is open.",
            "Мост — длинный. | The bridge – a long one – is open.",
            "Мост — длинный. | A well-built bridge, 2020–2024.",
            "Счёт 3 - 2. | They won 3 - 2.",
            "Мост - длинный. | The bridge - a long one.",
            "Ключ. | The option `a -- b`.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn a_house_has_one_dash() {
        let found = |style: &str, target: &str| {
            !styled(&CHECK, style, &format!("current: Мост — длинный. | {target}")).is_empty()
        };
        let texts = ["A bridge—a long one.", "A bridge — a long one.", "A bridge – a long one."];
        for (style, fine) in [("em", 0), ("spaced-em", 1), ("spaced-en", 2)] {
            for (index, text) in texts.iter().enumerate() {
                let style = format!("dashes = {style}");
                assert_eq!(found(&style, text), index != fine, "{style}: {text}");
            }
        }
    }
}
