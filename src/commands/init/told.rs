//! What `init` says of a site, and the configuration that it writes.

use super::super::context::Context;
use super::Plan;
use crate::l10n::message;
use crate::workspace::{Survey, Twins};

/// Tells which layouts were found, and which languages.
pub fn tell_site(plan: &Plan, cx: &Context<'_>) {
    if plan.is_unknown() {
        tell_unknown(&plan.survey, cx);
    }
    for layout in &plan.site.layouts {
        cx.tell(&message!(
            "command-init-found",
            sources = layout.sources,
            pattern = layout.source.as_str(),
            translations = layout.translated
        ));
        if layout.source != layout.document && layout.translated > 0 {
            cx.tell(&message!("command-init-found-apart", pattern = layout.document.as_str()));
        }
    }
    let targets = &plan.targets;
    let (known, left): (Vec<&str>, Vec<&str>) = plan
        .site
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
    if !plan.site.others.is_empty() {
        cx.tell(&message!("command-init-languages-others", names = plan.site.others.join(", ")));
    }
}

/// Tells what lies here, where no layout was recognised.
fn tell_unknown(survey: &Survey, cx: &Context<'_>) {
    let mut counts: Vec<(&String, &usize)> = survey.counts.iter().collect();
    counts.sort_by_key(|(extension, count)| (usize::MAX - *count, (*extension).clone()));
    let file = |(extension, count): (&String, &usize)| {
        let extension = format!(".{extension}");
        cx.l10n.text(&message!("command-init-files", count = *count, extension = extension))
    };
    let files: Vec<String> = counts.into_iter().map(file).collect();
    cx.tell(&message!("command-init-unknown", files = files.join(", ")));
    if survey.counts.values().sum::<usize>() > survey.pages.len() {
        cx.tell(&message!("command-init-unread"));
    }
}

fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

/// The configuration that fits the plan.
pub fn configuration(plan: &Plan, cx: &Context<'_>) -> String {
    let source = &plan.source;
    let targets = quoted(plan.targets.iter().map(String::as_str));
    let mut text = format!("[languages]\nsource  = \"{source}\"\ntargets = [{targets}]\n");
    for layout in &plan.site.layouts {
        text.push_str("\n[[articles]]\n");
        if let Some(name) = &layout.name {
            text.push_str(&format!("name     = \"{name}\"\n"));
        }
        text.push_str(&format!(
            "source   = \"{}\"\ncatalog  = \"{}\"\ndocument = \"{}\"\n",
            layout.source, layout.catalog, layout.document
        ));
    }
    if plan.is_unknown() {
        text.push_str(&format!("\n{}\n", cx.l10n.text(&message!("command-init-patterns"))));
        text.push_str(&patterns(plan));
    }
    let comment = cx.l10n.text(&message!("command-init-checks"));
    text.push_str(&format!("\n[check]\n{comment}\nmissing = \"error\"\nstale   = \"error\"\n"));
    text
}

/// The lines that a person may write for a layout that nobody recognised, as comments.
fn patterns(plan: &Plan) -> String {
    let source = &plan.source;
    let [first] = plan.targets.as_slice() else { return siblings(plan.survey.folder(source)) };
    match plan.survey.twins(source, first) {
        Some(Twins { source, target }) => format!(
            "# [[articles]]\n# source   = \"{source}{{article}}.md\"\n\
             # catalog  = \"{target}{{article}}.toml\"\n\
             # document = \"{target}{{article}}.md\"\n"
        ),
        None => siblings(plan.survey.folder(source)),
    }
}

/// Translations beside their sources.
fn siblings(folder: &str) -> String {
    let stem = format!("{folder}{{article}}");
    format!("# [[articles]]\n# source   = \"{stem}.md\"\n# document = \"{stem}.{{language}}.md\"\n")
}
