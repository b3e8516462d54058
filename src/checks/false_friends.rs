//! Words that look alike in both languages and mean different things.
//!
//! Of those that do fit now and then it informs.

use std::sync::LazyLock;

use super::phrases::fits;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("false-friends", Severity::Warning, Run::Places(see)).example(
    "У неё аккуратный почерк.",
    "She has an accurate hand.",
    "She has neat handwriting.",
);

/// What stands before a word whose friend does fit now and then.
const LOOSE: char = '~';

static FRIENDS: LazyLock<Vec<FalseFriend>> = LazyLock::new(|| {
    let lines = include_str!("words/false-friends.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(FalseFriend::read).collect()
});

/// A Russian word with the English words that only look like it.
struct FalseFriend {
    form: &'static str,
    wrong: Vec<&'static str>,
    right: &'static str,
}

impl FalseFriend {
    fn read(line: &'static str) -> Option<Self> {
        let (form, rest) = line.split_once(" | ")?;
        let (wrong, right) = rest.split_once(" | ")?;
        Some(Self { form, wrong: wrong.split(' ').collect(), right })
    }
}

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    friend(texts).into_iter().collect()
}

fn friend(texts: &Texts<'_>) -> Option<Seen> {
    if (texts.languages.source, texts.languages.target) != ("ru", "en") {
        return None;
    }
    let theirs = texts.readings.words(texts.target);
    let mut friends = FRIENDS.iter().filter_map(|friend| {
        let mut wrong = friend.wrong.iter();
        let word = *wrong.find(|wrong| theirs.iter().any(|word| word == *wrong))?;
        Some((friend.form, word, friend.right))
    });
    let mut ours = None;
    let (form, word, right) = friends.find(|(form, _, _)| {
        let ours = ours.get_or_insert_with(|| texts.readings.words(texts.source));
        ours.iter().any(|word| fits(form.trim_start_matches(LOOSE), word))
    })?;
    let most = if form.starts_with(LOOSE) { Severity::Info } else { Severity::Warning };
    let form = form.trim_start_matches(LOOSE);
    let source = excerpt(texts.source);
    let ours = texts.readings.words(texts.source);
    let ours = ours.iter().find(|word| fits(form, word))?.clone();
    let message = message!(
        "check-false-friends-word",
        source = source,
        old = ours,
        new = word,
        right = right
    );
    Some(Seen::from(message).at_most(most))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_word_that_only_looks_alike_is_told() {
        let found = findings(&CHECK, "current: Рецепт у врача. | The doctor has the receipt.");
        let expected = "warning: “receipt” in the translation of “Рецепт у врача” is a false friend of “рецепт”, which mostly means: recipe, prescription.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn the_right_word_is_fine() {
        assert_eq!(
            findings(&CHECK, "current: Рецепт у врача. | The doctor has the prescription."),
            ""
        );
        assert_eq!(findings(&CHECK, "current: Чек у врача. | The doctor has the receipt."), "");
    }
}
