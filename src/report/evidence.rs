//! Why `align` paired two texts, and how sure that makes it.

use std::io::{self, Write};

use serde::Serialize;

use super::Screen;
use super::layout::printable;
use super::screen::FAINT;
use crate::align::{ACCEPT, Account, Grounds, Lexicon, Ruling, Tie, is_place_unsure, opposed};
use crate::l10n::{Message, message};

/// What speaks for a pair and against it.
#[derive(Clone, Debug, Serialize)]
pub struct ShownEvidence {
    /// Whether the pair is taken for a translation without a look.
    is_accepted: bool,
    /// What decided that.
    reason: &'static str,
    /// How likely the pair is among all ways to pair the texts, from 0 to 1.
    place: f64,
    /// How much likelier the words are in a translation than by chance, as a logarithm.
    words: f64,
    /// What the words say for the neighbours, on average.
    neighbours: f64,
    /// How much likelier the lengths are than by chance, as a logarithm.
    length: f64,
    /// Words that can't be said of one thing, where they decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    opposed: Option<OpposedWords>,
    answers: Vec<Answered>,
    /// Words and numbers of either side that find no answer.
    open_source: Vec<String>,
    open_target: Vec<String>,
}

/// Words that exclude each other; one is empty where the other text alone says something.
#[derive(Clone, Debug, Serialize)]
struct OpposedWords {
    source: String,
    target: String,
}

/// Two words that answer to each other, and how that is known.
#[derive(Clone, Debug, Serialize)]
struct Answered {
    source: String,
    target: String,
    by: &'static str,
}

/// The texts of a pair, and how sure the aligner is of it.
pub struct AnsweringWords<'a> {
    pub source: &'a str,
    pub target: &'a str,
    pub confidence: f64,
}

impl ShownEvidence {
    /// The evidence for two texts; one of them is empty where there is no partner.
    pub fn of(grounds: &Grounds, couple: &AnsweringWords<'_>, lexicon: &Lexicon) -> Self {
        let is_pair = !couple.source.is_empty() && !couple.target.is_empty();
        let account = if is_pair {
            Account::of(couple.source, couple.target, lexicon)
        } else {
            Account::default()
        };
        let answers = account.answers.into_iter();
        let answered = answers.map(|answer| Answered {
            source: answer.source,
            target: answer.target,
            by: by(answer.tie),
        });
        let [from, into] = lexicon.languages();
        let is_contradicted = grounds.ruling == Some(Ruling::Contradicted);
        let opposed =
            opposed(couple.source, couple.target, [from, into]).filter(|_| is_contradicted);
        let opposed =
            opposed.map(|words| OpposedWords { source: words.source, target: words.target });
        Self {
            opposed,
            is_accepted: is_pair && couple.confidence >= ACCEPT,
            reason: if is_pair { reason(grounds, couple.confidence) } else { ALONE },
            place: (grounds.posterior * 1e4).round() / 1e4,
            words: short(grounds.words),
            neighbours: short(grounds.usual),
            length: short(grounds.length),
            answers: answered.collect(),
            open_source: account.open_source,
            open_target: account.open_target,
        }
    }

    /// Writes it under a pair, one line for each kind.
    pub fn write(&self, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut tell = |message: &Message| {
            let text = screen.text(message);
            writeln!(out, "      {}", screen.paint(FAINT, &printable(&text)))
        };
        tell(&message!("report-align-verdict", reason = self.reason))?;
        if self.reason == ALONE {
            return Ok(());
        }
        if let Some(OpposedWords { source, target }) = &self.opposed {
            let by = match (source.is_empty(), target.is_empty()) {
                (false, false) => "both",
                (false, true) => "source",
                _ => "target",
            };
            tell(&message!(
                "report-align-opposed",
                by = by,
                source = source.as_str(),
                target = target.as_str()
            ))?;
        }
        if !self.answers.is_empty() {
            let couple = |answer: &Answered| format!("{} = {}", answer.source, answer.target);
            let list = self.answers.iter().map(couple).collect::<Vec<_>>().join(", ");
            tell(&message!("report-align-answers", list = list))?;
        }
        for (side, list) in [("source", &self.open_source), ("target", &self.open_target)] {
            if !list.is_empty() {
                tell(&message!("report-align-open", side = side, list = list.join(", ")))?;
            }
        }
        tell(&message!(
            "report-align-weights",
            place = format!("{:.0}", (self.place * 100.0).floor()),
            words = self.closeness(),
            lengths = if self.length > UNLIKE { "alike" } else { "different" }
        ))
    }

    /// How much closer the words are to each other than to the neighbours.
    fn closeness(&self) -> &'static str {
        match self.words - self.neighbours {
            margin if margin > MUCH => "much",
            margin if margin > SOME => "some",
            _ => "hardly",
        }
    }
}

/// What stands for the reason where there is no partner.
const ALONE: &str = "alone";
/// What the words say beyond what neighbours say, as a logarithm: for words to people alone.
const MUCH: f64 = 8.0;
const SOME: f64 = 3.0;
/// Lengths below this are not those of translations.
const UNLIKE: f64 = -1.0;
/// A joined sentence whose words say less hardly fits.
const FITS: f64 = 0.0;

fn short(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// What decided whether the pair is accepted.
fn reason(grounds: &Grounds, confidence: f64) -> &'static str {
    match grounds.ruling {
        Some(ruling) => name(ruling),
        None if confidence >= ACCEPT => "sure",
        None if is_place_unsure(grounds) => "place",
        None if grounds.weakest.is_some_and(|weakest| weakest < FITS) => "joined",
        None => "words",
    }
}

fn by(tie: Tie) -> &'static str {
    match tie {
        Tie::Value => "value",
        Tie::Sound => "sound",
        Tie::Vocabulary => "vocabulary",
        Tie::Learnt => "learnt",
    }
}

fn name(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Same => "same",
        Ruling::LeftInSource => "left-in-source",
        Ruling::Contradicted => "contradicted",
        Ruling::OtherName => "other-name",
        Ruling::Displaced => "displaced",
        Ruling::LacksNumber => "lacks-number",
        Ruling::Swallowed => "joined",
        Ruling::Partial => "partial",
        Ruling::Bare => "bare",
        Ruling::Unrelated => "unrelated",
    }
}
