//! `tolmach publish`: writes the translated documents.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Exit};
use super::lone;
use super::site::{SiteLook, page};
use super::unready::{self, Unready};
use crate::checks::{UNREVIEWED, is_unread};
use crate::desk::reading::{JobReading, Paths};
use crate::desk::renewal::{self, Keeping};
use crate::desk::{SurplusText, Total, beside};
use crate::error::{Error, Result};
use crate::formats::pages::{Form, PageLinks, Policy, SiteFrame, document};
use crate::l10n::{Locale, Localizers, message};
use crate::model::{Catalog, PageState, Severity, SurplusKind, is_blank};
use crate::report::publish::{self, Publication, PublishFate};
use crate::tracking::Need;
use crate::workspace::{
    Batch, Inquiry, Job, PageStanding, Results, Selection, Workspace, embargo_of, names_embargo,
};

/// Arguments of `tolmach publish`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "policy")]
    #[arg(value_parser = PossibleValuesParser::new(Policy::ALL.map(Policy::name)))]
    stale: Option<String>,
    #[arg(long)]
    check: bool,
    #[arg(long, conflicts_with = "check")]
    force: bool,
    #[arg(long)]
    no_index: bool,
}

/// What became of a page; nothing where it is current, and nothing is to be said of it.
type Outcome = Option<(Publication, Unready)>;

/// Writes each document that is ready and out of date, and says why others were not.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?.with_index(!args.no_index);
    let targets = cx.targets(&workspace)?;
    let Selection { jobs, .. } = cx.jobs(&workspace, &args.articles, &targets)?;
    let label = if args.check {
        message!("command-progress-reading")
    } else {
        message!("command-progress-writing")
    };
    let bar = cx.progress(jobs.len(), &label);
    let is_whole = args.articles.is_empty() && targets == workspace.config.targets;
    let scope = format!("{:?} {} {} {}", args.stale, args.check, args.force, cx.l10n.tag());
    let inquiry = Inquiry { name: "publish", scope: scope.as_bytes(), is_whole };
    let results = workspace.recall(&jobs, inquiry);
    let batch = Batch { workspace: &workspace, jobs: &jobs };
    let locale = cx.l10n.locale();
    let press = Press { args, locale, results: results.as_ref(), step: &|| bar.step() };
    let each = || Ok(press.outcomes(batch));
    let done = if args.check { each() } else { workspace.together(each) };
    drop(bar);
    if let (Some(results), Ok(_)) = (results, &done) {
        results.keep();
    }
    let each = jobs.iter().zip(done?).map(|(job, done)| Ok(told(&workspace, job, done?)));
    let (done, failure) = cx.some(each.collect())?;
    let (publications, unready): (Vec<Publication>, Vec<Unready>) = done.into_iter().unzip();
    cx.write(|screen, out| publish::text(&publications, screen, out))?;
    let count = |wanted: fn(&PublishFate) -> bool| {
        publications.iter().filter(|publication| wanted(&publication.fate)).count()
    };
    let (written, current) =
        (count(|fate| *fate == PublishFate::Written), count(|fate| *fate == PublishFate::Current));
    let held = count(|fate| matches!(fate, PublishFate::Held(_)));
    let edited = count(|fate| matches!(fate, PublishFate::Edited(_) | PublishFate::Foreign));
    let unkept = count(|fate| matches!(fate, PublishFate::Unkept(_)));
    let due = count(|fate| *fate == PublishFate::Due);
    let lone = if args.articles.is_empty() { lone::count(&workspace, &targets)? } else { 0 };
    let told = [
        (written, message!("command-publish-done", count = written)),
        (due, message!("command-publish-due", count = due)),
        (current, message!("command-publish-current", count = current)),
        (held, message!("command-publish-held", count = held)),
        (edited, message!("command-publish-edited", count = edited)),
        (unkept, message!("command-publish-unkept", count = unkept)),
        (lone, message!("command-publish-lone", count = lone)),
    ];
    told.iter().filter(|(count, _)| *count > 0).for_each(|(_, message)| cx.tell(message));
    unready::tell(&unready, cx);
    if let Some(failure) = failure {
        return Err(failure);
    }
    let empty = count(|fate| *fate == PublishFate::Empty { has_page: false });
    let all_well = publications.len() == written + current + empty && lone == 0;
    Ok(if all_well { Exit::Clean } else { Exit::Findings })
}

/// What pages are made with.
struct Press<'a> {
    args: &'a Args,
    locale: &'static Locale,
    results: Option<&'a Results<'a>>,
    step: &'a (dyn Fn() + Sync),
}

impl Press<'_> {
    /// Works on each page of which it isn't known that there is nothing to do.
    fn outcomes(&self, batch: Batch<'_>) -> Vec<Result<Outcome>> {
        let keeping = Keeping {
            results: self.results,
            pack: |outcome: &Outcome| outcome.is_none().then(Vec::new),
            unpack: |_| Some(None),
            is_apart: &|_| false,
            step: self.step,
        };
        let (args, locale) = (self.args, self.locale);
        let prepare = || Localizers::new(locale);
        renewal::each_changed(batch, &keeping, prepare, |localizers, reading| {
            let (publication, unready) = publication(args, &reading, localizers)?;
            // An embargo ends without a change of any file.
            let is_settled = publication.fate == PublishFate::Current
                && unready.is_empty()
                && !names_embargo(&reading.document.text);
            Ok((!is_settled).then_some((publication, unready)))
        })
    }
}

/// What is told of a job, about which there may be nothing to say.
fn told(workspace: &Workspace, job: &Job, outcome: Outcome) -> (Publication, Unready) {
    outcome.unwrap_or_else(|| {
        let Job { article, target } = job;
        let publication = Publication {
            source: workspace.shown(&article.source),
            path: workspace.shown(&article.document_path(target)),
            fate: PublishFate::Current,
        };
        (publication, Unready::default())
    })
}

/// How many translations an editor has yet to read, where nothing else may be published.
fn unread(reading: &JobReading<'_>) -> usize {
    let level = reading.workspace.config.checks.get(UNREVIEWED.id).copied().flatten();
    if level != Some(Severity::Error) {
        return 0;
    }
    reading.with_bitext(|bitext| bitext.units.iter().filter(|unit| is_unread(unit)).count())
}

/// Why no document is written whatever its translation: an embargo, or a source without text.
fn kept_back(reading: &JobReading<'_>) -> Result<Option<PublishFate>> {
    if let Some(until) = embargo_of(&reading.document.text) {
        return Ok(Some(PublishFate::Embargoed(until)));
    }
    if !is_blank(&reading.document.text) {
        return Ok(None);
    }
    let page = reading.workspace.translated_text(reading.article, reading.target)?;
    let has_page = page.is_some_and(|page| !is_blank(&page));
    Ok(Some(PublishFate::Empty { has_page }))
}

/// The texts that only the translation has; what was withdrawn is to be gone.
fn left_out(reading: &JobReading<'_>) -> Result<Vec<SurplusText>> {
    let mut texts = reading.with_page(Paths::Shown, beside)?;
    texts.retain(|one| one.kind == SurplusKind::Extra);
    Ok(texts)
}

/// Whether a page that isn't what would be written says the same in a form of its own.
fn due(reading: &JobReading<'_>) -> Result<PublishFate> {
    let published = reading.with_bitext(|bitext| reading.published(bitext))?;
    let is_current = published.state == PageState::Current;
    Ok(if is_current { PublishFate::Current } else { PublishFate::Due })
}

/// What becomes of a document, and what it then shows although no translation holds there.
fn publication(
    args: &Args,
    reading: &JobReading<'_>,
    localizers: &Localizers,
) -> Result<(Publication, Unready)> {
    let workspace = reading.workspace;
    let path = reading.article.document_path(reading.target);
    if path == reading.article.source {
        return Err(Error::new(message!("error-publish-source", path = workspace.shown(&path)))
            .hint(message!("hint-publish-source")));
    }
    let (source, path) = (workspace.shown(&reading.article.source), workspace.shown(&path));
    let of = |fate| Publication { source: source.clone(), path: path.clone(), fate };
    if let Some(fate) = kept_back(reading)?.filter(|_| !args.force) {
        return Ok((of(fate), Unready::default()));
    }
    let mut left =
        reading.with_bitext(|bitext| Total::of(bitext.units.iter().filter_map(Need::of)));
    let is_unseen = reading.catalog.is_none() && !reading.document.segments.is_empty();
    let waits = is_unseen || args.stale.is_none() && left != Total::default();
    left.unread = if args.force { 0 } else { unread(reading) };
    if waits || left.unread > 0 {
        return Ok((of(PublishFate::Held(left)), Unready::default()));
    }
    let policy = args.stale.as_deref().and_then(Policy::by_name).unwrap_or(Policy::Mark);
    let look = SiteLook {
        stale: policy,
        form: Form::Final,
        localizers,
        site: &SiteFrame::default(),
        links: &PageLinks::default(),
        only: &[],
    };
    let (bytes, mut unready) = page(reading, &look, |page| {
        Ok((document::FORMAT.write(page)?, Unready::of_document(page, source.clone())))
    })?;
    let text = String::from_utf8(bytes).expect("a document is made of texts");
    let standing = workspace.standing(reading.rendition(), &text)?;
    let fate = match &standing {
        PageStanding::Edited { text: edited, written } if !args.force => {
            PublishFate::edited(written.as_ref().unwrap_or(&text), edited)
        }
        PageStanding::Unkept { text: edited } if !args.force => PublishFate::unkept(&text, edited),
        PageStanding::Foreign if !args.force => PublishFate::Foreign,
        PageStanding::Current => PublishFate::Current,
        _ if args.check => due(reading)?,
        _ => PublishFate::Written,
    };
    if !matches!(fate, PublishFate::Written | PublishFate::Due | PublishFate::Current) {
        return Ok((of(fate), Unready::default()));
    }
    if fate != PublishFate::Current || reading.catalog.as_ref().is_some_and(has_extra) {
        unready.beside = left_out(reading)?;
    }
    if !args.check && fate != PublishFate::Due {
        workspace.publish(reading.rendition(), &text, &standing)?;
    }
    Ok((of(fate), unready))
}

fn has_extra(catalog: &Catalog) -> bool {
    catalog.pairs.iter().any(|pair| pair.source.is_empty())
}
