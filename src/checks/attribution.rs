//! What somebody said is still theirs: a quotation keeps its marks and its speaker.

use super::given_names::is_given;
use super::{Check, Run, Seen, Subject, excerpt};
use crate::align::sound_alike;
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::speech::speech;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("attribution", Severity::Warning, Run::Unit(run)).example(
    "«Мост откроют в мае», — сказал мэр.",
    "The bridge will open in May, the mayor said.",
    "“The bridge will open in May,” the mayor said.",
);

/// What opens or closes a quotation.
const MARKS: [char; 8] = ['«', '»', '“', '”', '„', '"', '‘', '’'];

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    // A stale translation is that of another source.
    let is_read = !unit.is_missing() && !unit.is_stale();
    if !is_read || (languages.source, languages.target) != ("ru", "en") {
        return Vec::new();
    }
    let seen = if unit.source.contains(MARKS) { see(&unit.source, &unit.target) } else { None };
    seen.map(|seen| seen.hint(hint)).into_iter().collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-usual-hint", article = subject.argument(), check = CHECK.id)
}

fn see(source: &str, target: &str) -> Option<Seen> {
    let ours = speech(source)?;
    if !has_marks(target) {
        let is_whole = source.contains('«') && source.contains('»') && is_said(source);
        let message = || message!("check-attribution-marks", source = excerpt(source));
        return is_whole.then(|| message().into());
    }
    let (old, new) = (ours.speaker?, speech(target)?.speaker?);
    let (left, right) = (long(&old), long(&new));
    let is_same = |one: &str, other: &str| spells(one, other) || sound_alike(one, other);
    let is_in = |name: &str, words: &[&str]| words.iter().any(|word| is_same(name, word));
    let is_from = |name: &str, words: &[&str]| words.iter().any(|word| is_same(word, name));
    // The speaker may be named elsewhere in the sentence.
    let is_kept = left.iter().any(|name| is_in(name, &long(target)));
    let is_known = right.iter().any(|name| is_from(name, &long(source)));
    if left.is_empty() || right.is_empty() || is_kept || is_known && left.len() < 2 {
        return None;
    }
    let is_russian = left.iter().any(|name| is_given(name, &Stems::new("ru")));
    let most = if is_russian { Severity::Warning } else { Severity::Info };
    let source = excerpt(source);
    let message = message!("check-attribution-speaker", source = source, old = old, new = new);
    Some(Seen::from(message).at_most(most))
}

/// Words by which a quotation is told from a name.
const SAID: usize = 4;

/// Whether the first quotation is something said, by its length or by the marks beside it.
fn is_said(source: &str) -> bool {
    let quoted = source.split('«').nth(1).and_then(|rest| rest.split('»').next());
    let is_long = quoted.is_some_and(|quoted| quoted.split_whitespace().count() >= SAID);
    is_long || ["», —", "», –", "!» —", "?» —", ": «"].iter().any(|marks| source.contains(marks))
}

/// Whether a quotation mark is in the text; one between letters is an apostrophe.
fn has_marks(text: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_mark = |(at, mark): (usize, &str)| {
        let before = text[..at].chars().next_back();
        let after = text[at + mark.len()..].chars().next();
        // "The voters’ list" has an apostrophe, too.
        let is_apostrophe = matches!(mark, "'" | "’") && is_letter(before);
        let closes = !is_letter(after) && text[..at].contains(['\'', '‘']);
        !is_apostrophe || closes
    };
    text.match_indices(MARKS).chain(text.match_indices('\'')).any(is_mark)
}

/// The words of a text but the short ones.
fn long(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 2).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    const SOURCE: &str = "«Мы откроем мост в мае», — сказал Олег Сорин.";

    #[test]
    fn a_quotation_without_marks_is_told() {
        assert_ne!(
            found(&format!("{SOURCE} | We will open the bridge in May, said Oleg Sorin.")),
            ""
        );
    }

    #[test]
    fn another_speaker_is_told() {
        let pair = format!("{SOURCE} | “We will open the bridge in May,” said Ivan Lukin.");
        let expected = "warning: In the translation of “„Мы откроем мост в мае“, — сказал Олег Сорин” Ivan Lukin speaks, in the source Олег Сорин.\n";
        assert_eq!(found(&pair), expected);
    }

    #[test]
    fn the_same_speaker_is_fine() {
        for target in [
            "“We will open the bridge in May,” said Oleg Sorin.",
            "Sorin said: “We will open the bridge in May.”",
            "\"We will open the bridge in May,\" the mayor said.",
        ] {
            assert_eq!(found(&format!("{SOURCE} | {target}")), "", "{target}");
        }
    }
}
