//! `tolmach memory search`: the likest translations, then every text with the words.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;

use crate::commands::context::{Context, Exit};
use crate::desk::reading::JobReading;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::Entry;
use crate::memory::{By, Hit, KeeperKind, MatchKind, Query, SoughtWords};
use crate::model::{Bitext, Pair, Unit};
use crate::report::memory::{FORMATS, SearchHit, Searched, Whereabouts};
use crate::workspace::{Article, Indexing, Job, Recollection, SharedSearch, Workspace};

/// Arguments of `tolmach memory search`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "text", required = true)]
    text: String,
    #[arg(long, value_name = "number", default_value = "5")]
    limit: NonZeroUsize,
    #[arg(long)]
    words: bool,
    #[arg(long)]
    no_index: bool,
    #[arg(long, conflicts_with_all = ["no_index", "words"])]
    server: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Searches for a text, or for each line of standard input.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?);
    let indexing = if args.no_index { Indexing::Absent } else { Indexing::Kept };
    let mut faults = Vec::new();
    let targets = cx.targets(&workspace)?;
    // One document of JSON is of one language, and so is what each line of the input is answered by.
    if targets.len() > 1 && (args.format != "text" || args.text == "-") {
        let names = targets.join(", ");
        return Err(Error::new(message!("error-memory-targets"))
            .hint(message!("hint-memory-targets", names = names)));
    }
    for target in targets {
        let mut search = if args.server {
            Search::of_servers(args, &workspace, &target)?
        } else {
            let recollection = workspace.recollection(&target, indexing)?;
            faults.extend(recollection.take_faults());
            Search { args, workspace: &workspace, target: &target, recollection, servers: None }
        };
        if args.text != "-" {
            cx.report(FORMATS, &args.format, &search.answer(&args.text, cx)?)?;
            continue;
        }
        for line in io::stdin().lines() {
            let line = line.map_err(|err| Error::new(message!("error-input")).refused_by(&err))?;
            let format = if args.format == "json" { "lines" } else { &args.format };
            cx.report(FORMATS, format, &search.answer(&line, cx)?)?;
        }
    }
    // What couldn't be read keeps nobody from what could.
    cx.last_of(faults).map_or(Ok(Exit::Clean), Err)
}

/// A memory with what is asked of it.
struct Search<'a> {
    args: &'a Args,
    workspace: &'a Arc<Workspace>,
    target: &'a str,
    recollection: Recollection,
    /// Who is asked in place of the own memory.
    servers: Option<SharedSearch<'a>>,
}

impl<'a> Search<'a> {
    fn of_servers(args: &'a Args, workspace: &'a Arc<Workspace>, target: &'a str) -> Result<Self> {
        let servers = Some(workspace.shared_search(target)?);
        let recollection = workspace.served(target, Vec::new());
        Ok(Self { args, workspace, target, recollection, servers })
    }

    fn answer(&mut self, text: &str, cx: &Context<'_>) -> Result<Searched> {
        if let Some(servers) = &mut self.servers {
            let found = servers.alike(text)?;
            self.recollection = self.workspace.served(self.target, found);
            for silent in servers.take_silent() {
                cx.tell(&message!("command-memory-silent", server = silent.server));
            }
        }
        let by = if self.args.words { By::Words } else { By::Stems };
        let limit = self.args.limit.get();
        let sought = SoughtWords::new(text, by, self.recollection.languages());
        let found = self.recollection.matches(&Query::new(text, limit), &|_| true)?;
        let mut hits: Vec<Hit> = found.into_iter().map(|offer| sought.marked(offer)).collect();
        if self.servers.is_none() && hits.len() < limit && sought.are_few() {
            // Some of them may stand among the hits already.
            for hit in self.recollection.concordance(&sought, limit + hits.len())? {
                if !hits.iter().any(|one| is_same(&one.offer.entry, &hit.offer.entry)) {
                    hits.push(hit);
                }
            }
            hits.truncate(limit);
        }
        let articles = self.articles(&hits)?;
        let locate = |hit: Hit| {
            let place = articles.get(&*hit.offer.entry.keeper.name);
            let place = place.and_then(|article| self.place(article, &hit));
            SearchHit { hit, place }
        };
        let hits = hits.into_iter().map(locate).collect();
        Ok(Searched { text: text.to_owned(), target: self.target.to_owned(), hits })
    }

    /// The articles that the hits stand in, by id.
    fn articles(&self, hits: &[Hit]) -> Result<BTreeMap<String, Article>> {
        let home = hits.iter().map(|hit| &hit.offer.entry.keeper);
        let ids: Vec<String> = home
            .filter(|keeper| keeper.kind == KeeperKind::Home)
            .map(|keeper| keeper.name.to_string())
            .collect();
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let all = self.workspace.articles(&[])?.into_iter();
        let named = all.filter(|article| ids.contains(&article.id));
        Ok(named.map(|article| (article.id.clone(), article)).collect())
    }

    /// Where an entry stands in its article now.
    fn place(&self, article: &Article, hit: &Hit) -> Option<Whereabouts> {
        let entry = &hit.offer.entry;
        if entry.keeper.kind != KeeperKind::Home {
            return None;
        }
        let job = Job { article: article.clone(), target: self.target.to_owned() };
        let reading = JobReading::new(self.workspace, &job).ok()?;
        reading.with_bitext(|bitext| {
            let is_acked = |pair: &Pair| pair.acks.iter().any(|ack| ack.from == entry.source);
            let unit = bitext.units.iter().find(|unit| {
                if entry.target.is_empty() {
                    return unit.source == entry.source;
                }
                let is_made = hit.offer.kind == MatchKind::Repaired;
                pairs_of(bitext, unit).any(|pair| {
                    (pair.source == entry.source || is_acked(pair))
                        && (is_made || pair.target == entry.target)
                })
            })?;
            let is_other =
                unit.is_stale() || pairs_of(bitext, unit).all(|pair| pair.source != entry.source);
            let is_old = is_other && !entry.target.is_empty();
            Some(Whereabouts {
                segment: unit.segments.start + 1,
                current: is_old.then(|| unit.source.to_string()),
            })
        })
    }
}

fn is_same(one: &Entry, other: &Entry) -> bool {
    one.source == other.source && one.target == other.target
}

/// The pairs that a unit is made of.
fn pairs_of<'b>(bitext: &'b Bitext<'_>, unit: &'b Unit<'_>) -> impl Iterator<Item = &'b Pair> {
    unit.pairs.iter().filter_map(|at| bitext.catalog.pairs.get(*at))
}
