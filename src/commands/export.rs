//! `tolmach export`: bilingual pages, sentence beside sentence.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use super::context::{self, Context, Outcome};
use super::reading::{self, Job, Reading};
use crate::error::{Error, Result};
use crate::formats::html::index::{Entry, index};
use crate::formats::{self, Form, Format, Page, Policy, html};
use crate::l10n::{Localizer, message};
use crate::parse::Syntax;
use crate::report::export_json;
use crate::workspace::{self, Workspace};

/// Arguments of `tolmach export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "format", default_value = "html")]
    #[arg(value_parser = PossibleValuesParser::new(["html", "markdown", "text", "json", "document"]))]
    format: String,
    #[arg(long, value_name = "folder")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "policy", default_value = "mark")]
    #[arg(value_parser = PossibleValuesParser::new(Policy::ALL.map(Policy::name)))]
    stale: String,
    #[arg(long)]
    r#final: bool,
}

/// Writes one page to standard output, or all pages into a folder.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    match (&args.out, jobs.as_slice()) {
        (Some(folder), jobs) => write_pages(args, cx, (&workspace, jobs), folder)?,
        (None, [job]) => {
            let reading = Reading::new(&workspace, job)?;
            context::print(page(&reading, look(args), cx.l10n, format(args).write))?;
        }
        (None, jobs) => {
            return Err(Error::new(message!("error-export-many", count = jobs.len()))
                .hint(message!("hint-export-many")));
        }
    }
    Ok(Outcome::Clean)
}

fn write_pages(
    args: &Args,
    cx: &Context<'_>,
    (workspace, jobs): (&Workspace, &[Job]),
    folder: &Path,
) -> Result<()> {
    let format = format(args);
    let progress = cx.progress(jobs.len(), &message!("command-progress-writing"));
    let locale = cx.l10n.locale();
    let prepare = || Localizer::new(locale);
    let written = reading::each((workspace, jobs), &progress, prepare, |l10n, reading| {
        let href = format!("{}/{}.{}", reading.article.id, reading.target, format.extension);
        let (bytes, entry) = page(&reading, look(args), l10n, |page| {
            ((format.write)(page), Entry::new(page, href.as_str()))
        });
        Ok((entry, workspace::write_page(&folder.join(&href), &bytes)?))
    });
    drop(progress);
    let written = cx.all(written)?;
    let mut changed = written.iter().filter(|(_, is_new)| *is_new).count();
    let count = written.len();
    let shown = folder.display().to_string();
    if format.name == html::FORMAT.name && count != 1 {
        let entries: Vec<Entry> = written.into_iter().map(|(entry, _)| entry).collect();
        let path = folder.join("index.html");
        let text = index(&entries, cx.l10n);
        changed += usize::from(workspace::write_page(&path, text.as_bytes())?);
        cx.tell(&message!(
            "command-export-written",
            count = count + 1,
            changed = changed,
            folder = shown
        ));
        cx.tell(&message!("command-export-open", path = path.display().to_string()));
    } else {
        cx.tell(&message!(
            "command-export-written",
            count = count,
            changed = changed,
            folder = shown
        ));
    }
    Ok(())
}

fn look(args: &Args) -> (Policy, Form) {
    let policy = Policy::by_name(&args.stale).expect("clap lets only known names through");
    (policy, if args.r#final { Form::Final } else { Form::Working })
}

/// What `write` makes of the page of an article.
pub fn page<T>(
    reading: &Reading<'_>,
    (stale, form): (Policy, Form),
    l10n: &Localizer,
    write: impl FnOnce(&Page<'_>) -> T,
) -> T {
    let extension = reading.article.source.extension().and_then(|extension| extension.to_str());
    let syntax = extension.and_then(Syntax::by_extension).unwrap_or(Syntax::Markdown);
    let source_path = reading.workspace.relative(&reading.article.source);
    reading.with_bitext(|bitext| {
        write(&Page {
            bitext,
            article: &reading.article.id,
            source_language: &reading.workspace.config.source,
            target_language: reading.target,
            source_path: &source_path,
            syntax,
            stale,
            form,
            localizer: l10n,
        })
    })
}

fn format(args: &Args) -> &'static Format {
    const JSON: &Format = &export_json::FORMAT;
    let found = formats::by_name(&args.format).or((args.format == JSON.name).then_some(JSON));
    found.expect("clap lets only known names through")
}
