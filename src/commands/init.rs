//! `tolmach init`: starts a workspace, or adopts the articles already there.

use std::path::{Path, PathBuf};

use super::context::{self, Context, Outcome};
use crate::error::{Error, Result};
use crate::l10n::{LOCALES, Localizer, message};
use crate::model::Location;
use crate::workspace::{self, CONFIG_FILE, Layout, Site, Workspace};

/// Arguments of `tolmach init`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "folder")]
    folder: Option<PathBuf>,
    #[arg(long, value_name = "language", default_value = "ru")]
    source: String,
    #[arg(long)]
    git: bool,
    #[arg(long)]
    dry_run: bool,
}

/// Starts a workspace, and lets git know of its catalogs where that is asked for.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
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
        return Ok(Outcome::Clean);
    }
    install(args, cx, &Workspace::open(&folder)?)
}

/// Makes git merge the catalogs by pair, in this clone.
fn install(args: &Args, cx: &Context<'_>, workspace: &Workspace) -> Result<Outcome> {
    if args.dry_run {
        context::print(workspace.attribute_lines().join("\n") + "\n")?;
        return Ok(Outcome::Clean);
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
    Ok(Outcome::Clean)
}

/// Writes the configuration that fits the folder, and a first article where there is none.
fn start(args: &Args, cx: &Context<'_>, folder: &Path) -> Result<Outcome> {
    let config = folder.join(CONFIG_FILE);
    if config.exists() {
        let path = config.display().to_string();
        return Err(Error::new(message!("error-init-exists"))
            .at(Location::file(path))
            .hint(message!("hint-init-exists")));
    }
    let source = workspace::language(&args.source)?;
    let usual = if subtag(&source) == "en" { "ru" } else { "en" };
    let wanted = wanted(&source, cx)?;
    let site = workspace::find_site(folder, &source, &wanted, usual)?;
    let targets = match (wanted.is_empty(), site.languages.is_empty()) {
        (false, _) => wanted,
        (true, false) => site.languages.clone(),
        (true, true) => vec![usual.to_owned()],
    };
    let layouts = &site.layouts;
    let text = configuration((&source, &targets), layouts, cx);
    tell_site(&site, &targets, cx);
    if args.dry_run {
        context::print(&text)?;
        return Ok(Outcome::Clean);
    }
    let mut files = vec![(CONFIG_FILE.to_owned(), text.into_bytes())];
    let article = format!("articles/first/{source}.md");
    if layouts.is_empty() && !folder.join(&article).exists() {
        // The article is in the language of the articles, not in that of the messages.
        let own = LOCALES.iter().find(|locale| locale.tag == subtag(&source));
        let locale = Localizer::new(own.unwrap_or(&LOCALES[0]));
        let text = locale.text(&message!("command-init-article"));
        files.push((article.clone(), format!("{text}\n").into_bytes()));
    }
    let first = files.len() > 1;
    workspace::write_into(folder, files)?;
    let has_translations = layouts.iter().any(|layout| layout.translated > 0);
    let next = match first.then_some(&article) {
        Some(article) => {
            message!("command-init-next-article", path = shown(folder, article))
        }
        None if has_translations => message!("command-init-next-align"),
        None => message!("command-init-next"),
    };
    let mut written = shown(folder, CONFIG_FILE);
    if first {
        written.push_str(&format!(", {}", shown(folder, &article)));
    }
    cx.tell(&message!("command-init-written", files = written));
    cx.tell(&next);
    Ok(Outcome::Clean)
}

fn shown(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// The target languages asked for, checked.
fn wanted(source: &str, cx: &Context<'_>) -> Result<Vec<String>> {
    let mut wanted: Vec<String> = Vec::new();
    for tag in &cx.globals.target {
        let tag = workspace::language(tag)?;
        if tag == source || wanted.contains(&tag) {
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

/// Tells which layouts were found, and which languages.
fn tell_site(site: &Site, targets: &[String], cx: &Context<'_>) {
    for layout in &site.layouts {
        cx.tell(&message!(
            "command-init-found",
            sources = layout.sources,
            pattern = layout.source.as_str(),
            translations = layout.translated
        ));
    }
    let (known, left): (Vec<&str>, Vec<&str>) = site
        .languages
        .iter()
        .map(String::as_str)
        .partition(|tag| targets.iter().any(|one| one == tag));
    if known.len() > 1 {
        cx.tell(&message!("command-init-languages", names = known.join(", ")));
    }
    if !left.is_empty() {
        let all = targets.iter().map(String::as_str).chain(left.iter().copied());
        let line = format!("targets = [{}]", quoted(all));
        cx.tell(&message!("command-init-languages-left", names = left.join(", "), line = line));
    }
}

fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

fn configuration(
    (source, targets): (&str, &[String]),
    layouts: &[Layout],
    cx: &Context<'_>,
) -> String {
    let targets = quoted(targets.iter().map(String::as_str));
    let mut text = format!("[languages]\nsource  = \"{source}\"\ntargets = [{targets}]\n");
    for layout in layouts {
        text.push_str("\n[[articles]]\n");
        if let Some(name) = &layout.name {
            text.push_str(&format!("name     = \"{name}\"\n"));
        }
        text.push_str(&format!(
            "source   = \"{}\"\ncatalog  = \"{}\"\ndocument = \"{}\"\n",
            layout.source, layout.catalog, layout.document
        ));
    }
    let comment = cx.l10n.text(&message!("command-init-checks"));
    text.push_str(&format!("\n[check]\n{comment}\nmissing = \"error\"\nstale   = \"error\"\n"));
    text
}
