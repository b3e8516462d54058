//! `tolmach init`: starts a workspace, or adopts the articles already there.

mod told;

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use self::told::{configuration, tell_site};
use super::context::{self, Context, Exit};
use crate::error::{Error, Result};
use crate::l10n::{LOCALES, Localizer, message};
use crate::model::Location;
use crate::workspace::{
    self, CONFIG_FILE, Direction, Glimpse, Layout, Rival, Site, Survey, Wish, Workspace,
};

/// Arguments of `tolmach init`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "folder")]
    folder: Option<PathBuf>,
    #[arg(long, value_name = "language")]
    source: Option<String>,
    #[arg(long)]
    git: bool,
    #[arg(long)]
    dry_run: bool,
}

/// Starts a workspace, and lets git know of its catalogs where that is asked for.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let folder = args.folder.clone().or_else(|| cx.globals.workspace.clone());
    let folder = folder.map_or_else(context::folder, Ok)?;
    if !args.git {
        return start(args, cx, &folder);
    }
    if let Ok(workspace) = Workspace::find(&folder) {
        return install(args, cx, &workspace);
    }
    start(args, cx, &folder)?;
    if args.dry_run {
        return Ok(Exit::Clean);
    }
    install(args, cx, &Workspace::open(&folder)?)
}

/// Makes git merge the catalogs by pair, in this clone.
fn install(args: &Args, cx: &Context<'_>, workspace: &Workspace) -> Result<Exit> {
    if args.dry_run {
        context::print(workspace.attribute_lines().join("\n") + "\n")?;
        return Ok(Exit::Clean);
    }
    let installed = workspace.install_driver()?;
    let (path, lines) = (installed.attributes.as_str(), installed.lines.join("\n"));
    if !installed.lines.is_empty() {
        cx.tell(&message!("command-init-attributes", path = path, lines = lines));
    }
    cx.tell(&if installed.is_configured {
        message!("command-init-driver")
    } else {
        message!("command-init-driver-known")
    });
    cx.tell(&message!("command-init-driver-next", path = path));
    Ok(Exit::Clean)
}

/// What is known of the folder, and what is to be written.
struct Plan {
    source: String,
    targets: Vec<String>,
    site: Site,
    survey: Survey,
}

impl Plan {
    /// Whether texts lie here whose layout nobody understands.
    fn is_unknown(&self) -> bool {
        let has_others = self.survey.counts.values().sum::<usize>() > self.survey.pages.len();
        self.site.layouts.is_empty() && (has_others || self.survey.pages.iter().any(is_article))
    }
}

fn is_article(page: &Glimpse) -> bool {
    !workspace::is_note(&page.path)
}

/// Writes the configuration that fits the folder, and a first article where there is none.
fn start(args: &Args, cx: &Context<'_>, folder: &Path) -> Result<Exit> {
    let config = folder.join(CONFIG_FILE);
    if config.exists() {
        let path = config.display().to_string();
        return Err(Error::new(message!("error-init-exists"))
            .at(Location::file(path))
            .hint(message!("hint-init-exists")));
    }
    let plan = plan(args, cx, folder)?;
    let text = configuration(&plan, cx);
    tell_site(&plan, cx);
    if args.dry_run {
        context::print(&text)?;
        return Ok(Exit::Clean);
    }
    let mut files = vec![(CONFIG_FILE.to_owned(), text.into_bytes())];
    let source = plan.source.as_str();
    let article = format!("articles/first/{source}.md");
    let is_new = plan.site.layouts.is_empty() && !plan.is_unknown();
    if is_new && !folder.join(&article).exists() {
        // The article is in the language of the articles, not in that of the messages.
        let own = LOCALES.iter().find(|locale| locale.tag == subtag(source));
        let locale = Localizer::new(own.unwrap_or(&LOCALES[0]));
        let text = locale.text(&message!("command-init-article"));
        files.push((article.clone(), format!("{text}\n").into_bytes()));
    }
    let first = files.len() > 1;
    workspace::write_into(folder, files)?;
    let has_translations = plan.site.layouts.iter().any(|layout| layout.translated > 0);
    let next = match first.then_some(&article) {
        Some(article) => {
            message!("command-init-next-article", path = shown(folder, article))
        }
        None if has_translations => message!("command-init-next-align"),
        None if plan.is_unknown() => {
            message!("command-init-next-patterns", path = shown(folder, CONFIG_FILE))
        }
        None => message!("command-init-next"),
    };
    let mut written = shown(folder, CONFIG_FILE);
    if first {
        written.push_str(&format!(", {}", shown(folder, &article)));
    }
    cx.tell(&message!("command-init-written", files = written));
    cx.tell(&next);
    Ok(Exit::Clean)
}

/// Looks at the folder, and asks which language comes first where that isn't plain.
fn plan(args: &Args, cx: &Context<'_>, folder: &Path) -> Result<Plan> {
    let survey = workspace::survey(folder)?;
    let given = args.source.as_deref().map(workspace::language).transpose()?;
    let wanted = wanted(given.as_deref(), cx)?;
    let found = match given {
        Some(source) => with(source, &wanted, &survey.pages),
        None => {
            let found = workspace::direction(&survey.pages, &wanted);
            let rival = found.rival.clone();
            match rival.map_or(Ok(None), |rival| turned(&found, &rival, args, cx))? {
                Some(source) => with(source, &wanted, &survey.pages),
                None => found,
            }
        }
    };
    let Direction { source, site, .. } = found;
    let targets = match (wanted.is_empty(), site.languages.is_empty()) {
        (false, _) => wanted,
        (true, false) => site.languages.clone(),
        (true, true) => vec![workspace::usual(&source).to_owned()],
    };
    let targets = if site.layouts.iter().all(Layout::is_open) {
        targets
    } else {
        // A pattern without the language's tag has room for one.
        targets.into_iter().take(1).collect()
    };
    Ok(Plan { source, targets, site, survey })
}

fn with(source: String, wanted: &[String], pages: &[Glimpse]) -> Direction {
    let usual = workspace::usual(&source);
    let wish = Wish { source: &source, wanted, usual };
    let site = workspace::detect(pages, wish);
    Direction { source, site, rival: None }
}

/// Asks a person which of two languages comes first; elsewhere tells what was taken.
fn turned(
    found: &Direction,
    rival: &Rival,
    args: &Args,
    cx: &Context<'_>,
) -> Result<Option<String>> {
    let (source, other) = (found.source.as_str(), rival.language.as_str());
    let asks = !args.dry_run && !cx.globals.quiet && is_watched();
    if !asks {
        cx.tell(&message!(
            "command-init-direction",
            source = source,
            sources = rival.sources,
            language = other,
            pages = rival.pages
        ));
        return Ok(None);
    }
    let question = message!("command-init-ask", source = source, language = other);
    let answer = cx.answer(&question)?;
    if answer == other { Ok(Some(other.to_owned())) } else { Ok(None) }
}

/// Whether a person sees questions and can answer them.
fn is_watched() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

fn shown(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// The target languages asked for, checked.
fn wanted(source: Option<&str>, cx: &Context<'_>) -> Result<Vec<String>> {
    let mut wanted: Vec<String> = Vec::new();
    for tag in &cx.globals.target {
        let tag = workspace::language(tag)?;
        if Some(tag.as_str()) == source || wanted.contains(&tag) {
            return Err(Error::new(message!("error-language-twice", tag = tag)));
        }
        wanted.push(tag);
    }
    Ok(wanted)
}

/// The language of a tag without its region.
fn subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
