//! Segments that a translator names by their numbers, finished ones too.

use crate::commands::context::{Context, Exit};
use crate::commands::decidable::anew;
use crate::commands::meant::is_meant;
use crate::commands::segments;
use crate::desk::reading::{self, JobReading};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::State;
use crate::tracking::{Decision, SeenUnit};
use crate::workspace::{Job, Workspace};

/// What the arguments name: articles, then segments of one.
pub struct Picked {
    pub articles: Vec<String>,
    pub segments: Vec<usize>,
}

/// Segments of one article in one language.
#[derive(Clone, Copy)]
pub struct PickedJob<'a> {
    pub job: &'a Job,
    pub segments: &'a [usize],
}

impl Picked {
    /// Parts the numbers behind the first argument from the articles; what names an article is one.
    pub fn of(arguments: &[String], workspace: &Workspace) -> Result<Self> {
        let (mut articles, mut numbers) = (Vec::new(), Vec::new());
        for argument in arguments {
            let is_segment =
                !articles.is_empty() && is_number(argument) && !is_article(argument, workspace);
            if is_segment { &mut numbers } else { &mut articles }.push(argument.clone());
        }
        if let Some(surplus) = numbers.iter().find(|number| number.starts_with('+')) {
            return Err(Error::new(message!("error-surplus-edit"))
                .hint(message!("hint-translate-surplus", segment = surplus)));
        }
        Ok(Self { articles, segments: segments::numbers(&numbers)? })
    }

    /// Whether any segment is named.
    pub fn is_given(&self) -> bool {
        !self.segments.is_empty()
    }

    /// The one article whose segments are named.
    pub fn only<'a>(&'a self, jobs: &'a [Job]) -> Result<PickedJob<'a>> {
        Ok(PickedJob { job: reading::only(jobs)?, segments: &self.segments })
    }
}

fn is_article(argument: &str, workspace: &Workspace) -> bool {
    workspace.articles(&[argument.to_owned()]).is_ok_and(|found| !found.is_empty())
}

fn is_number(argument: &str) -> bool {
    let digits = argument.trim_start_matches('+');
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+'))
}

/// Gives one segment this translation, which no editor has read then.
pub fn edit(
    cx: &Context<'_>,
    workspace: &Workspace,
    named: PickedJob<'_>,
    text: &str,
) -> Result<Exit> {
    let [number] = *named.segments else {
        return Err(Error::new(message!("error-review-edit")).hint(message!("hint-review-edit")));
    };
    let reading = JobReading::new(workspace, named.job)?;
    let article = reading.article.id.as_str();
    reading.with_bitext(|bitext| {
        let unit = reading::unit(bitext, number)?;
        anew(unit, number, article, text)?;
        let is_same = unit.target.split_whitespace().eq(text.split_whitespace());
        let is_settled = unit.state >= Some(State::Translated) || unit.pairs.is_empty();
        if is_same && is_settled || !is_meant(cx, &reading, unit, text)? {
            cx.tell(&message!("command-translate-unchanged"));
            return Ok(Exit::Clean);
        }
        let decision =
            Decision::Translate { target: text.to_owned(), state: State::Translated, origin: None };
        if reading.decide(&[SeenUnit::of(unit)], &decision)? == 0 {
            return Err(Error::new(message!("error-ack-changed", segment = number))
                .hint(message!("hint-ack-changed")));
        }
        if decision.reopens(unit.state, !unit.is_unsealed()) {
            cx.tell(&message!("command-translate-again", article = article, number = number));
        }
        cx.tell(&message!("command-translate-applied", count = 1));
        Ok(Exit::Clean)
    })
}
