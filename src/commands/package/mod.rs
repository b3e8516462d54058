//! `tolmach package`: the work for an agency in one archive, with all that helps to do it.

mod about;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;

use self::about::about;
use super::context::{Context, Exit};
use super::site::{SiteLook, page};
use crate::desk::reading::{self, JobReading};
use crate::desk::{
    ABOUT, CONTEXT, MANIFEST, MEMORY, Memories, OutgoingWork, TERMS, pertinent, settled_units,
    terms_of_work, with_parcel,
};
use crate::error::{Error, Result};
use crate::formats::exchange::{self, ExchangeFormat, Ripeness};
use crate::formats::glossary;
use crate::formats::office::folding::{Folding, Member};
use crate::formats::pages::{Form, PageLinks, Policy, SiteFrame, html};
use crate::formats::tmx::{Languages, TranslationUnit, Units};
use crate::l10n::{LOCALES, Localizer, Localizers, message};
use crate::report::package::{PackageList, PackedMemory, PackedWork};
use crate::terms::Term;
use crate::workspace::{Batch, Indexing, Workspace};
use std::collections::HashSet;

/// Arguments of `tolmach package`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "file")]
    to: PathBuf,
    #[arg(long, value_name = "states", value_delimiter = ',')]
    #[arg(default_value = "missing,stale,draft")]
    #[arg(value_parser = PossibleValuesParser::new(Ripeness::ALL.map(Ripeness::name)))]
    only: Vec<String>,
    #[arg(long, value_name = "format", default_value = "xliff")]
    #[arg(value_parser = PossibleValuesParser::new(exchange::FORMATS.map(|format| format.name)))]
    format: String,
    #[arg(long)]
    force: bool,
}

/// Writes the archive.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?);
    workspace.refuse_own(&args.to).map_err(|err| err.hint(message!("hint-package-own")))?;
    let format = exchange::by_name(&args.format).expect("clap lets only known names through");
    let choice = Choice {
        format,
        memories: format.carries_matches.then(|| Memories::of_workspace(&workspace)),
        only: args.only.iter().filter_map(|name| Ripeness::by_name(name)).collect(),
    };
    let packing = Packing { choice, targets: cx.targets(&workspace)?, workspace, cx };
    let mut archive = Folding::new();
    let list = packing.fill(&args.articles, &mut archive)?;
    if list.work.is_empty() {
        return Err(
            Error::new(message!("error-package-empty")).hint(message!("hint-package-empty"))
        );
    }
    packing.workspace.write_own(&args.to, archive.finish(), args.force)?;
    let path = args.to.display().to_string();
    cx.tell(&message!(
        "command-package-written",
        path = path.as_str(),
        count = list.work.len(),
        segments = list.segments(),
        words = list.words()
    ));
    cx.tell(&message!("command-package-back", path = path));
    Ok(Exit::Clean)
}

/// What is packed, and how.
struct Packing<'a> {
    workspace: Arc<Workspace>,
    targets: Vec<String>,
    choice: Choice,
    cx: &'a Context<'a>,
}

/// Which segments are work, and the form of the files that they stand in.
struct Choice {
    format: &'static ExchangeFormat,
    only: Vec<Ripeness>,
    /// Where earlier translations are sought, if the format carries them.
    memories: Option<Memories>,
}

/// An article of which something is to be translated.
struct PackedArticle {
    work: PackedWork,
    file: Vec<u8>,
    page: Vec<u8>,
    /// The sentences to translate.
    sources: Vec<String>,
    /// Translations of the same article that hold.
    settled: Vec<TranslationUnit>,
    /// The agreed terms that stand in them.
    terms: Vec<Term>,
}

/// What helps with the work in one language.
#[derive(Default)]
struct Help {
    sources: Vec<String>,
    settled: Vec<TranslationUnit>,
    /// The agreed terms that stand in the sources, each once.
    terms: Vec<Term>,
}

/// A package that is being filled: the archive, and what its manifest will say.
struct OpenPackage<'a> {
    archive: &'a mut Folding,
    list: PackageList,
}

impl OpenPackage<'_> {
    /// Adds a file that goes along with the work.
    fn enclose(&mut self, member: Member) {
        self.archive.add(&member);
        self.list.beside.push(member.name);
    }
}

/// So many articles are held at a time.
const BATCH: usize = 64;

impl Packing<'_> {
    fn fill(&self, articles: &[String], archive: &mut Folding) -> Result<PackageList> {
        let list = PackageList {
            version: 1,
            tool: format!("tolmach {}", env!("CARGO_PKG_VERSION")),
            source: self.workspace.config.source.clone(),
            ..PackageList::default()
        };
        let mut package = OpenPackage { archive, list };
        for target in &self.targets {
            let help = self.add_work(articles, target, &mut package)?;
            if let Some(terms) = self.terms(target, &help.terms) {
                package.enclose(terms);
            }
            if !help.sources.is_empty() {
                self.add_memory(target, help, &mut package)?;
            }
        }
        if package.list.work.is_empty() {
            return Ok(package.list);
        }
        for locale in LOCALES {
            let about = Member::new(
                format!("{ABOUT}{}.txt", locale.tag),
                about(&package.list, &Localizer::new(locale)),
            );
            package.enclose(about);
        }
        let manifest = package.list.bytes().expect("memory takes whatever is written");
        package.archive.add(&Member::new(MANIFEST, manifest));
        Ok(package.list)
    }

    /// Adds the files to translate into one language, and pages to see them in their places.
    fn add_work(
        &self,
        articles: &[String],
        target: &String,
        package: &mut OpenPackage<'_>,
    ) -> Result<Help> {
        let jobs = self.workspace.jobs(articles, std::slice::from_ref(target))?;
        let progress = self.cx.progress(jobs.len(), &message!("command-progress-writing"));
        let mut help = Help::default();
        let (locale, choice) = (self.cx.l10n.locale(), &self.choice);
        for some in jobs.chunks(BATCH) {
            let packed = reading::each(
                Batch { workspace: &self.workspace, jobs: some },
                &|| progress.step(),
                || Localizers::new(locale),
                |localizers, reading| choice.packed(&reading, localizers),
            );
            for one in self.cx.all(packed)?.into_iter().flatten() {
                let page = format!("{CONTEXT}{}/{target}.html", one.work.article);
                package.archive.add(&Member::new(one.work.path.as_str(), one.file));
                package.list.work.push(one.work);
                package.enclose(Member::new(page, one.page));
                help.sources.extend(one.sources);
                help.settled.extend(one.settled);
                for term in one.terms {
                    if !help.terms.contains(&term) {
                        help.terms.push(term);
                    }
                }
            }
        }
        Ok(help)
    }

    /// The file of the agreed terms that stand in the work.
    fn terms(&self, target: &str, terms: &[Term]) -> Option<Member> {
        let csv = glossary::FORMATS.iter().find(|format| format.name == "csv")?;
        let is_only = self.targets.len() == 1;
        let name = if is_only { TERMS.to_owned() } else { format!("terms.{target}.csv") };
        let all: Vec<&Term> = terms.iter().collect();
        let languages = Languages { source: &self.workspace.config.source, target };
        (!all.is_empty()).then(|| Member::new(name, (csv.write)(&all, languages)))
    }

    /// Adds what was translated before that is like the work, behind what the articles themselves hold.
    fn add_memory(&self, target: &str, help: Help, package: &mut OpenPackage<'_>) -> Result<()> {
        let recollection = self.workspace.recollection(target, Indexing::Kept)?;
        let mut units = help.settled;
        let known: HashSet<(String, String)> =
            units.iter().map(|unit| (unit.source.clone(), unit.target.clone())).collect();
        let alike = pertinent(&recollection, &help.sources)?;
        units.extend(alike.into_iter().filter(|unit| is_new(unit, &known)));
        if units.is_empty() {
            return Ok(());
        }
        let path = format!("{MEMORY}{target}.tmx");
        let languages = Languages { source: &self.workspace.config.source, target };
        let mut out = Units::new(Vec::new(), languages).expect("memory takes whatever is written");
        for unit in &units {
            out.write(unit).expect("memory takes whatever is written");
        }
        let bytes = out.finish().expect("memory takes whatever is written");
        package.archive.add(&Member::new(path.as_str(), bytes));
        let target = target.to_owned();
        package.list.memory.push(PackedMemory { path, target, units: units.len() });
        Ok(())
    }
}

fn is_new(unit: &TranslationUnit, known: &HashSet<(String, String)>) -> bool {
    !known.contains(&(unit.source.clone(), unit.target.clone()))
}

impl Choice {
    /// What is packed of an article; nothing where nothing of it is to be translated.
    fn packed(
        &self,
        reading: &JobReading<'_>,
        localizers: &Localizers,
    ) -> Result<Option<PackedArticle>> {
        let (article, target) = (&reading.article.id, reading.target);
        let path = format!("work/{article}/{target}.{}", self.format.extension);
        let mut work = PackedWork {
            path,
            article: article.clone(),
            target: target.to_owned(),
            segments: 0,
            words: 0,
            states: BTreeMap::new(),
        };
        let (mut file, mut sources) = (Vec::new(), Vec::new());
        let chosen = OutgoingWork { only: &self.only, memories: self.memories.as_ref() };
        with_parcel(reading, chosen, |parcel| {
            for slip in &parcel.slips {
                work.count(&slip.source, slip.ripeness.name());
                sources.push(slip.source.clone());
            }
            (self.format.write)(parcel, &mut file)
        })?
        .expect("memory takes whatever is written");
        if work.segments == 0 {
            return Ok(None);
        }
        let settled = [Ripeness::Translated, Ripeness::Reviewed, Ripeness::Final];
        let settled = OutgoingWork { only: &settled, memories: None };
        let settled = with_parcel(reading, settled, settled_units)?;
        let (site, links) = (SiteFrame::default(), PageLinks::default());
        let look = SiteLook {
            stale: Policy::Mark,
            form: Form::Working,
            localizers,
            site: &site,
            links: &links,
            only: &[],
        };
        let page = page(reading, &look, |page| html::FORMAT.write(page))?;
        let terms = terms_of_work(reading, &sources);
        Ok(Some(PackedArticle { work, file, page, sources, settled, terms }))
    }
}
