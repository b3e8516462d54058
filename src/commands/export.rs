//! `tolmach export`: bilingual pages, sentence beside sentence.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use super::context::{self, Context, Exit, none_to_export};
use super::folder;
use super::handover::{self, Handover};
use super::order::{ExportOrder, WordLayout};
use super::site::{page, site};
use super::unready::{self, Unready};
use crate::desk::reading::{self, JobReading};
use crate::error::{Error, Result};
use crate::formats::exchange::{self, Ripeness};
use crate::formats::pages::{PageLinks, Policy, html};
use crate::formats::{docx, xlsx};
use crate::l10n::{Localizers, Message, message};
use crate::workspace::{Batch, Job, embargo_of};

/// Arguments of `tolmach export`.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Args {
    #[arg(value_name = "articles")]
    pub articles: Vec<String>,
    #[arg(long, value_name = "format", default_value = "html")]
    #[arg(value_parser = PossibleValuesParser::new(names()))]
    format: String,
    #[arg(long, value_name = "folder")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "policy")]
    #[arg(value_parser = PossibleValuesParser::new(Policy::ALL.map(Policy::name)))]
    stale: Option<String>,
    #[arg(long)]
    r#final: bool,
    #[arg(long)]
    approval: bool,
    #[arg(long, value_name = "revision", num_args = 0..=1, default_missing_value = "")]
    #[arg(conflicts_with = "approval")]
    pub redline: Option<String>,
    #[arg(long, requires = "out")]
    pub force: bool,
    #[arg(long)]
    pub no_index: bool,
    #[arg(long, value_name = "states", value_delimiter = ',')]
    #[arg(value_parser = PossibleValuesParser::new(Ripeness::ALL.map(Ripeness::name)))]
    only: Vec<String>,
}

/// The forms that people read, then those that come back.
fn names() -> Vec<&'static str> {
    let pages =
        ["html", "markdown", "text", "json", "document", docx::TABLE.name, xlsx::FORMAT.name];
    let exchange = exchange::FORMATS.into_iter().map(|format| format.name);
    pages.into_iter().chain(exchange).collect()
}

/// Writes one page to standard output, or all pages into a folder.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    refuse_unfit(args)?;
    let only = args.only.iter().filter_map(|name| Ripeness::by_name(name)).collect();
    if let Some(format) = exchange::by_name(&args.format) {
        let (articles, out) = (args.articles.as_slice(), args.out.as_ref());
        let (is_forced, is_indexed) = (args.force, !args.no_index);
        let handover = Handover { format, articles, out, only, is_forced, is_indexed };
        return handover::run(&handover, cx);
    }
    let workspace = cx.workspace()?.with_index(!args.no_index);
    let targets = cx.targets(&workspace)?;
    let order = ExportOrder {
        workspace: &workspace,
        jobs: workspace.jobs(&args.articles, &targets)?,
        targets,
        is_all: args.articles.is_empty(),
        format: &args.format,
        stale: args.stale.as_deref().and_then(Policy::by_name),
        is_final: args.r#final,
        word: if args.approval { WordLayout::Approval } else { WordLayout::Table },
        is_forced: args.force,
        only,
        site: site(&workspace)?,
    };
    match (&args.out, order.jobs.as_slice()) {
        (_, []) => Err(none_to_export(&workspace, &order.targets)?),
        (None, jobs) if jobs.len() != 1 => {
            Err(Error::new(message!("error-export-many", count = jobs.len()))
                .hint(message!("hint-export-many")))
        }
        _ if is_refused(&order, cx) => Ok(Exit::Findings),
        (Some(out), _) => folder::write(&order, cx, out),
        (None, [job, ..]) => print(&order, cx, job),
    }
}

/// Refuses an option that the format knows nothing of, so that none is passed over in silence.
pub fn refuse_unfit(args: &Args) -> Result<()> {
    let comes_back = exchange::by_name(&args.format).is_some();
    let is_word = args.format == docx::TABLE.name;
    let is_table = is_word && args.redline.is_none() || args.format == xlsx::FORMAT.name;
    let options = [
        ("--only", !args.only.is_empty(), comes_back || is_table),
        ("--stale", args.stale.is_some(), !comes_back),
        ("--final", args.r#final, !comes_back),
        ("--approval", args.approval, is_word),
        ("--redline", args.redline.is_some(), is_word),
    ];
    match options.into_iter().find(|(_, is_given, fits)| *is_given && !fits) {
        Some((option, ..)) => {
            let format = args.format.as_str();
            Err(Error::new(message!("error-export-unfit", option = option, format = format))
                .hint(message!("hint-export-unfit")))
        }
        None => Ok(()),
    }
}

/// Writes the page of one article to standard output.
fn print(order: &ExportOrder<'_>, cx: &Context<'_>, job: &Job) -> Result<Exit> {
    let reading = JobReading::new(order.workspace, job)?;
    let path = order.workspace.shown(&job.article.source);
    let localizers = Localizers::new(cx.l10n.locale());
    // Where the page will stand is known only where the site says so.
    let is_page = order.format == html::FORMAT.name && order.site.address.is_some();
    let links = PageLinks {
        name: is_page.then(|| order.name(&job.article, &job.target)),
        languages: vec![job.target.clone()],
        ..PageLinks::default()
    };
    let made = page(&reading, &order.look(&localizers, &links), |page| order.made(page, path));
    let (bytes, unready) = made?;
    context::print(order.encoded(&reading, bytes)?)?;
    unready::tell(&[unready], cx);
    Ok(Exit::Clean)
}

/// Whether pages may not be written as they are: the final form tells nobody what is critical.
fn is_refused(order: &ExportOrder<'_>, cx: &Context<'_>) -> bool {
    if !order.is_final || order.stale.is_some() {
        return false;
    }
    let progress = cx.progress(order.jobs.len(), &message!("command-progress-reading"));
    let locale = cx.l10n.locale();
    let prepare = || Localizers::new(locale);
    let links = PageLinks::default();
    let jobs = Batch { workspace: order.workspace, jobs: &order.jobs };
    let found = reading::each(jobs, &|| progress.step(), prepare, |localizers, reading| {
        let path = order.workspace.shown(&reading.article.source);
        let look = order.look(localizers, &links);
        let embargo = embargo_of(&reading.document.text);
        let unready = page(&reading, &look, |page| Ok(Unready::of_document(page, path.clone())))?;
        Ok((
            unready,
            embargo.map(|until| message!("command-export-embargo", path = path, until = until)),
        ))
    });
    drop(progress);
    let (found, embargoes): (Vec<Unready>, Vec<Option<Message>>) =
        found.into_iter().flatten().unzip();
    let embargoes: Vec<Message> = embargoes.into_iter().flatten().collect();
    for embargo in &embargoes {
        cx.tell(embargo);
    }
    // What can't be read is told where the others are written.
    let critical: Vec<Unready> = found.into_iter().map(Unready::critical).collect();
    let count = critical.iter().map(|page| page.lapses.len()).sum::<usize>();
    if count > 0 {
        unready::tell_places(&critical, cx);
        cx.tell(&message!("command-export-critical", count = count));
    }
    count > 0 || !embargoes.is_empty()
}
