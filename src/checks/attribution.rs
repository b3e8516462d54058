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
    if is_spread(source, target) {
        return Some(message!("check-attribution-spread", source = excerpt(source)).into());
    }
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

/// How many words of a text stand in quotation marks, and how many don't.
struct Quoted {
    inside: usize,
    outside: usize,
}

impl Quoted {
    /// Counts the words of a text whose marks are pairs, none within others.
    fn of(text: &str, marks: [char; 2]) -> Option<Self> {
        let [open, close] = marks;
        let mut quoted = Self { inside: 0, outside: 0 };
        let mut is_inside = false;
        for part in text.split_inclusive(marks) {
            let mark = part.chars().next_back().filter(|c| marks.contains(c));
            let count = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            *(if is_inside { &mut quoted.inside } else { &mut quoted.outside }) += count.count();
            match mark {
                Some(mark) if mark == (if is_inside { close } else { open }) => is_inside ^= true,
                Some(_) => return None,
                None => {}
            }
        }
        (!is_inside).then_some(quoted)
    }
}

/// Words more than in the source that are in quotation marks only by mistake.
const MANY: usize = 4;

/// Whether the marks of the translation take in what nobody says in the source.
fn is_spread(source: &str, target: &str) -> bool {
    let marks = if target.contains('“') { ['“', '”'] } else { ['"', '"'] };
    let (Some(ours), Some(theirs)) = (Quoted::of(source, ['«', '»']), Quoted::of(target, marks))
    else {
        return false;
    };
    if ours.inside == 0 || theirs.inside == 0 {
        return false;
    }
    let is_whole = ours.outside > 1 && theirs.outside == 0;
    let is_longer = theirs.inside >= ours.inside * 3 / 2 + MANY;
    let is_taken_in = is_longer && theirs.outside + 3 <= ours.outside;
    is_whole || is_taken_in || theirs.inside >= ours.inside * 3 + MANY
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
    fn marks_that_take_in_the_words_of_the_newsroom_are_told() {
        for pair in [
            "«Мост откроют», — сказал мэр. | “The bridge will open, the mayor said.”",
            "Мэр назвал мост «очень узким» и пообещал до зимы открыть его для всех. | \
             The mayor called the bridge “very narrow and promised to open it by winter.”",
        ] {
            assert!(found(pair).contains("quotation marks"), "{pair}");
        }
        let pair = "«Мост, — сказал мэр, — откроют». | “The bridge,” the mayor said, “will open.”";
        assert_eq!(found(pair), "");
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
