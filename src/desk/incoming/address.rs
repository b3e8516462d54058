//! Which article and language a slip is for; what a file says is looked up, never used as a path.

use std::collections::{BTreeMap, HashMap};

use super::{Arrival, Destination};
use crate::desk::proposal::Proposal;
use crate::desk::reading;
use crate::desk::verdict::Verdict;
use crate::error::Result;
use crate::formats::exchange::{Approval, Slip};
use crate::text::scripts::primary;
use crate::workspace::{Article, Batch, Job, Workspace};

/// A slip with the file that it is of.
#[derive(Clone)]
pub struct Parted<'a> {
    pub file: usize,
    pub slip: Slip,
    /// The language that the file says it translates into.
    pub language: Option<&'a str>,
    /// What a reader decided about the whole file.
    pub approval: Option<&'a Approval>,
    /// Whether its file has other translations of it, too.
    pub is_torn: bool,
}

/// The slips of one article in one language, with their places among all.
pub struct Order<'a> {
    pub job: Job,
    pub slips: Vec<(usize, Parted<'a>)>,
}

/// All slips, by where they belong.
pub struct Addressed<'a> {
    pub orders: Vec<Order<'a>>,
    pub unknown: Vec<(usize, Arrival)>,
}

/// Finds the article and the language of each slip.
pub fn addressed<'a>(
    workspace: &Workspace,
    slips: Vec<Parted<'a>>,
    destination: &Destination<'_>,
) -> Result<Addressed<'a>> {
    let articles = workspace.articles(&[])?;
    let directory = Names::new(workspace, &articles);
    let only = OnlyArticles::of(&slips);
    let mut library = None;
    let mut by_job: BTreeMap<(usize, String), Vec<(usize, Parted<'a>)>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (index, parted) in slips.into_iter().enumerate() {
        let Some(language) = language(&parted, destination.targets) else {
            unknown.push((index, stranger(&parted)));
            continue;
        };
        let mut places = directory.of(&parted.slip, destination.article);
        if places.is_empty() {
            let library = match &mut library {
                Some(library) => library,
                empty => empty.insert(Sources::read(workspace, &articles, &language)?),
            };
            places = library.of(&parted.slip.source);
        }
        if places.is_empty() && parted.slip.tag.is_none() {
            // Its neighbours say where it comes from.
            places.extend(
                only.0
                    .get(&parted.file)
                    .into_iter()
                    .flatten()
                    .filter_map(|id| directory.by_id.get(id)),
            );
        }
        if places.is_empty() {
            unknown.push((index, stranger(&parted)));
        }
        // A sentence that stands in several articles goes to each.
        if let Some((last, others)) = places.split_last() {
            for place in others {
                let copy = (index, parted.clone());
                by_job.entry((*place, language.clone())).or_default().push(copy);
            }
            by_job.entry((*last, language)).or_default().push((index, parted));
        }
    }
    let order = |((place, target), slips): ((usize, String), Vec<_>)| {
        let job = Job { article: articles[place].clone(), target };
        Order { job, slips }
    };
    Ok(Addressed { orders: by_job.into_iter().map(order).collect(), unknown })
}

/// The target language of a slip, as the workspace writes it.
fn language(parted: &Parted<'_>, targets: &[String]) -> Option<String> {
    let tagged = parted.slip.tag.as_ref().map(|tag| tag.language.as_str());
    let own = Some(parted.slip.language.as_str()).filter(|own| !own.is_empty());
    let said = tagged.or(own).or(parted.language);
    let same = |target: &&String| said.is_some_and(|said| said.eq_ignore_ascii_case(target));
    let akin = |target: &&String| said.is_some_and(|said| primary(said) == primary(target));
    let found = targets.iter().find(same).or_else(|| targets.iter().find(akin));
    match (found, said, targets) {
        (Some(found), _, _) => Some(found.clone()),
        (None, None, [only]) => Some(only.clone()),
        _ => None,
    }
}

fn stranger(parted: &Parted<'_>) -> Arrival {
    let slip = &parted.slip;
    let tag = slip.tag.clone().unwrap_or_default();
    let proposal = Proposal {
        article: tag.article,
        language: if tag.language.is_empty() {
            parted.language.unwrap_or_default().to_owned()
        } else {
            tag.language
        },
        source: slip.source.clone(),
        target: Some(slip.target.clone()),
        ..Proposal::default()
    };
    let foregone = Some(Verdict::unknown());
    Arrival { file: parted.file, line: slip.line, proposal, foregone }
}

/// The article of each file all of whose tags name one.
struct OnlyArticles(HashMap<usize, Option<String>>);

impl OnlyArticles {
    fn of(slips: &[Parted<'_>]) -> Self {
        let mut by_file: HashMap<usize, Option<String>> = HashMap::new();
        for parted in slips {
            let Some(tag) = &parted.slip.tag else { continue };
            let only = by_file.entry(parted.file).or_insert_with(|| Some(tag.article.clone()));
            if only.as_ref().is_some_and(|only| *only != tag.article) {
                *only = None;
            }
        }
        Self(by_file)
    }
}

/// The articles by their names.
struct Names {
    by_id: HashMap<String, usize>,
    by_path: HashMap<String, usize>,
}

impl Names {
    fn new(workspace: &Workspace, articles: &[Article]) -> Self {
        let mut names = Self { by_id: HashMap::new(), by_path: HashMap::new() };
        for (index, article) in articles.iter().enumerate() {
            names.by_id.insert(article.id.clone(), index);
            names.by_path.insert(workspace.relative(&article.source), index);
        }
        names
    }

    fn of(&self, slip: &Slip, named: Option<&str>) -> Vec<usize> {
        let tagged = slip.tag.as_ref().map(|tag| tag.article.as_str());
        let mut ids = tagged.into_iter().chain(named);
        if let Some(found) = ids.find_map(|id| self.by_id.get(id)) {
            return vec![*found];
        }
        let mut found: Vec<usize> =
            slip.document.split('\n').filter_map(|document| self.of_document(document)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The article of a path that another program wrote, with whatever stands before it and a line behind.
    fn of_document(&self, document: &str) -> Option<usize> {
        let (path, line) = document.rsplit_once(':').unwrap_or((document, ""));
        let is_line = !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
        let mut path = if is_line { path } else { document };
        loop {
            let found = self.by_path.get(path).or_else(|| self.by_id.get(path));
            match (found, path.split_once('/')) {
                (Some(found), _) => return Some(*found),
                (None, Some((_, rest))) => path = rest,
                (None, None) => return None,
            }
        }
    }
}

/// The articles by their sentences, for files that name none.
struct Sources {
    by_text: HashMap<String, Vec<usize>>,
}

impl Sources {
    fn read(workspace: &Workspace, articles: &[Article], target: &str) -> Result<Self> {
        let job = |article: &Article| Job { article: article.clone(), target: target.to_owned() };
        let jobs: Vec<Job> = articles.iter().map(job).collect();
        let read = reading::each(
            Batch { workspace, jobs: &jobs },
            &|| (),
            || (),
            |(), reading| {
                let own = reading.document.segments.iter().map(|segment| folded(&segment.text));
                let catalog = reading.catalog.iter().flat_map(|catalog| &catalog.pairs);
                let mut texts: Vec<String> = own.collect();
                texts.extend(catalog.map(|pair| folded(&pair.source)));
                let blocks =
                    reading.document.blocks.iter().filter(|block| block.segments.len() > 1);
                texts.extend(blocks.map(|block| {
                    let parts = &reading.document.segments[block.segments.clone()];
                    let parts: Vec<String> = parts.iter().map(|part| folded(&part.text)).collect();
                    parts.join(" ")
                }));
                texts.sort_unstable();
                texts.dedup();
                Ok(texts)
            },
        );
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, texts) in read.into_iter().enumerate() {
            for text in texts? {
                by_text.entry(text).or_default().push(index);
            }
        }
        Ok(Self { by_text })
    }

    fn of(&self, source: &str) -> Vec<usize> {
        self.by_text.get(&folded(source)).cloned().unwrap_or_default()
    }
}

/// A text with its white space folded.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
