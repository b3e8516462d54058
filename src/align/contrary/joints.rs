//! What is joined and what is left to choose: «сын и дочь» is not "a son or a daughter".

use super::Places;
use super::voice::{Voice, Voices};
use crate::model::Span;
use crate::text::vocabulary::plain;
use crate::text::words::{Token, TokenKind, tokens};

/// Words that leave a choice.
const CHOICE: [&str; 4] = ["или", "либо", "иль", "or"];
/// Words that may say the same otherwise.
const OTHERWISE: [&str; 9] =
    ["ли", "nor", "either", "whether", "whichever", "otherwise", "иначе", "любой", "разве"];
/// Words that join.
const JOINING: [&str; 7] = ["и", "а", "да", "and", "plus", "both", "but"];
/// Words between which a choice counts no more than an estimate, or says the same in other words.
const LOOSE: [&str; 9] = ["so", "more", "less", "two", "three", "fewer", "later", "not", "another"];

/// A longer sentence joins too much to count.
const MANY: usize = 25;

/// A choice of one text where the other joins.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if !has_choice(&source.text) && !has_choice(&target.text) {
        return None;
    }
    let is_long = source.size().max(target.size()) > MANY;
    if is_long || source.denials() + target.denials() > 0 {
        return None;
    }
    let (ours, others) = (Joints::of(source), Joints::of(target));
    if ours.is_choice_against(&others) {
        return Some(Places { source: ours.choice, target: others.joining });
    }
    others
        .is_choice_against(&ours)
        .then_some(Places { source: ours.joining, target: others.choice })
}

/// Whether a text leaves a choice, as hardly any does.
fn has_choice(text: &str) -> bool {
    words(text).any(|word| CHOICE.contains(&&*plain(word.text)))
}

fn words(text: &str) -> impl Iterator<Item = Token<'_>> {
    tokens(text).filter(|token| token.kind == TokenKind::Word)
}

/// How a text joins what it names.
#[derive(Default)]
struct Joints {
    choice: Option<Span>,
    joining: Option<Span>,
    joined: usize,
    /// Whether it may leave a choice in other words.
    is_open: bool,
}

impl Joints {
    fn of(voice: &Voice<'_>) -> Self {
        let mut joints = Self::default();
        let mut words = words(&voice.text).peekable();
        while let Some(word) = words.next() {
            let form = plain(word.text);
            let next = words.peek().map(|next| plain(next.text)).unwrap_or_default();
            if CHOICE.contains(&&*form) && !LOOSE.contains(&&*next) {
                joints.choice = joints.choice.or(Some(word.span));
            } else if OTHERWISE.contains(&&*form) {
                joints.is_open = true;
            } else if JOINING.contains(&&*form) {
                joints.joining = joints.joining.or(Some(word.span));
                joints.joined += 1;
            }
        }
        joints
    }

    /// Whether it leaves a choice, and the other leaves none and joins more than it.
    fn is_choice_against(&self, other: &Self) -> bool {
        let is_left = other.choice.is_some() || other.is_open;
        self.choice.is_some() && !is_left && other.joined > self.joined
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::align::contrary::opposed;

    /// Things that any sentence may join.
    const NAMED: [(&str, &str); 6] = [
        ("дома", "houses"),
        ("деревья", "trees"),
        ("собаки", "dogs"),
        ("письма", "letters"),
        ("пироги", "pies"),
        ("лодки", "boats"),
    ];

    proptest! {
        #[test]
        fn a_choice_is_no_sum(things in prop::sample::subsequence(&NAMED, 2), is_choice in any::<bool>()) {
            let (russian, english) = if is_choice { ("или", "or") } else { ("и", "and") };
            let other = if is_choice { "and" } else { "or" };
            let source = format!("На снимке {} {russian} {}.", things[0].0, things[1].0);
            let told = |word: &str| format!("The picture shows {} {word} {}.", things[0].1, things[1].1);
            for languages in [["ru", "en"], ["en", "ru"]] {
                let is_opposed = |target: &str| match languages {
                    ["ru", _] => opposed(&source, target, languages).is_some(),
                    _ => opposed(target, &source, languages).is_some(),
                };
                prop_assert!(!is_opposed(&told(english)));
                prop_assert!(is_opposed(&told(other)));
            }
        }
    }

    #[test]
    fn an_estimate_leaves_no_choice() {
        for (source, target) in [
            ("Пришли два-три человека и ушли.", "Two or three people came and left."),
            ("Он не ест и не пьёт.", "He does not eat or drink."),
            ("Это стоит около ста рублей и больше.", "It costs about a hundred rubles or more."),
        ] {
            assert!(opposed(source, target, ["ru", "en"]).is_none(), "{source}");
        }
    }
}
