//! What must hold after every step.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::facts::{Fact, Truth};
use super::page::Page;
use super::room::Room;

/// What a person is told of one article.
pub struct Told {
    /// Segments with a warning or an error.
    segments: Vec<u64>,
    /// Whether anything at all is wrong with the article.
    is_green: bool,
}

/// What `check` says of every article.
pub fn check(room: &mut Room) -> Result<BTreeMap<String, Told>, String> {
    let report = room.json(&["check", "--format", "json"])?;
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    for article in room.articles() {
        told.insert(article, Told { segments: Vec::new(), is_green: true });
    }
    for finding in report["findings"].as_array().into_iter().flatten() {
        if finding["severity"] == "info" {
            continue;
        }
        let article = finding["article"].as_str().unwrap_or_default().to_owned();
        let entry = told.entry(article).or_insert(Told { segments: Vec::new(), is_green: true });
        entry.is_green = false;
        entry.segments.extend(finding["segment"].as_u64());
    }
    Ok(told)
}

/// Counts pages that are green; an untrue green is an error. What an editor kept may stand without a source.
pub fn green_is_true(
    room: &mut Room,
    truth: &Truth,
    kept: &BTreeSet<String>,
) -> Result<u64, String> {
    let told = check(room)?;
    let complete = complete(room)?;
    let mut greens = 0;
    for lone in room.folders_with("en.md") {
        if !told.contains_key(&lone) {
            return Err(format!("nobody tells that {lone} has no source"));
        }
    }
    for (article, told) in &told {
        let Some(source) = room.read(&format!("articles/{article}/ru.md")) else {
            if told.is_green {
                return Err(format!("{article} has no source and is green"));
            }
            continue;
        };
        settled_pairs_are_true(room, truth, (article, told))?;
        let is_embargoed = Page::read(&source).is_embargoed;
        let page = room.read(&format!("articles/{article}/en.md"));
        let is_green = told.is_green || complete.contains(article);
        if told.is_green && is_embargoed && page.is_some() {
            return Err(format!("{article} is green, and its page stands under an embargo"));
        }
        if let (true, Some(page)) = (is_green, page) {
            let pages = (&Page::read(&source), &Page::read(&page));
            page_is_true(truth, pages, kept).map_err(|fault| {
                format!("{article} is green, and {fault}\n{source}\n---\n{page}")
            })?;
            greens += 1;
        }
    }
    Ok(greens)
}

/// Each pair that is called done says in English what the source says now.
fn settled_pairs_are_true(
    room: &mut Room,
    truth: &Truth,
    (article, told): (&str, &Told),
) -> Result<(), String> {
    if room.read(&format!("articles/{article}/en.toml")).is_none() {
        return Ok(());
    }
    let export = room.json(&["export", article, "--format", "json"])?;
    let segments = export["blocks"].as_array().into_iter().flatten();
    let segments: Vec<&Value> =
        segments.flat_map(|block| block["segments"].as_array().into_iter().flatten()).collect();
    let mut row: Option<(String, String, bool)> = None;
    for segment in segments {
        let source = segment["source"].as_str().unwrap_or_default();
        let number = segment["number"].as_u64().unwrap_or_default();
        let is_done = segment["freshness"] == "current"
            && segment["unsealed"] != true
            && segment["state"] != "draft"
            && !told.segments.contains(&number);
        if segment["continues"].is_u64() {
            if let Some((sources, _, done)) = &mut row {
                *sources += " ";
                *sources += source;
                *done &= is_done;
            }
            continue;
        }
        if let Some(row) = row.take() {
            is_true(truth, &row)?;
        }
        let target = segment["target"].as_str().unwrap_or_default();
        row = Some((source.to_owned(), target.to_owned(), is_done && !target.is_empty()));
    }
    row.map_or(Ok(()), |row| is_true(truth, &row))
}

fn is_true(
    truth: &Truth,
    (source, target, is_done): &(String, String, bool),
) -> Result<(), String> {
    if !is_done || sorted(truth.of_russian(source)) == sorted(truth.of_english(target)) {
        return Ok(());
    }
    Err(format!("called done:\n  {source}\n  {target}"))
}

/// The articles that `status` calls complete and published.
fn complete(room: &mut Room) -> Result<BTreeSet<String>, String> {
    let report = room.json(&["status", "--format", "json"])?;
    let articles = report["articles"].as_array().into_iter().flatten();
    let complete = articles.filter(|one| one["complete"] == true && one["published"] == "current");
    Ok(complete.filter_map(|one| one["article"].as_str()).map(str::to_owned).collect())
}

/// A page on which a hand stated something else than the source does, and nobody decided about it, fails.
///
/// A warning is not enough: nothing stops such a page.
pub fn falsified_is_an_error(
    room: &mut Room,
    truth: &Truth,
    falsified: &BTreeSet<String>,
) -> Result<(), String> {
    let mut untrue = Vec::new();
    for article in room.articles() {
        let read = |file: &str| room.read(&format!("articles/{article}/{file}"));
        let (Some(source), Some(page)) = (read("ru.md"), read("en.md")) else { continue };
        let (source, page) = (Page::read(&source), Page::read(&page));
        let said: Vec<_> = source.texts().flat_map(|text| truth.of_russian(text)).collect();
        let is_untrue = |text: &&String| {
            falsified.contains(*text)
                && truth.of_english(text).iter().any(|fact| !said.contains(fact))
        };
        let place = page.texts().position(|text| is_untrue(&text));
        untrue.extend(place.and_then(|place| {
            let beside = source.texts().nth(place).cloned().unwrap_or_default();
            Some((article, page.texts().nth(place)?.clone(), beside))
        }));
    }
    if untrue.is_empty() {
        return Ok(());
    }
    for way in [&["check"][..], &["check", "--documents"]] {
        let report = room.json(&[way, &["--format", "json"]].concat())?;
        let findings = report["findings"].as_array().into_iter().flatten();
        let findings: Vec<&Value> = findings.collect();
        for (article, text, beside) in &untrue {
            let told = findings.iter().filter(|finding| finding["article"] == *article);
            // Behind a draft of the aligner nobody ever stood, so its warning is all that is due.
            let is_bare_draft = |finding: &&&Value| {
                let message = finding["message"].as_str().unwrap_or_default();
                finding["check"] == "draft"
                    && finding["source"] == beside.as_str()
                    && message.ends_with(" is a draft.")
            };
            let is_error = |finding: &&Value| finding["severity"] == "error";
            if !told.clone().any(is_error) && !told.clone().any(|one| is_bare_draft(&one)) {
                let told: Vec<String> = told.map(ToString::to_string).collect();
                let told = told.join("\n");
                return Err(format!("{way:?} lets pass in {article}: {text}\n{told}"));
            }
        }
    }
    Ok(())
}

/// A look at what changed since a commit sees of those articles all that a look at everything sees.
pub fn changes_are_seen(room: &mut Room) -> Result<(), String> {
    let since = "HEAD~1";
    if !room.git(&["rev-parse", "-q", "--verify", since]).status.success() {
        return Ok(());
    }
    room.git(&["add", "-A"]);
    let names = room.git(&["diff", "--no-renames", "--name-only", since]);
    let names = String::from_utf8_lossy(&names.stdout).into_owned();
    let changed =
        |article: &str| names.lines().any(|name| name.starts_with(&format!("articles/{article}/")));
    let whole = room.json(&["check", "--format", "json"])?;
    let part = room.json(&["check", "--changed-from", since, "--format", "json"])?;
    let key = |finding: &Value| {
        format!("{} {} {}", finding["check"], finding["path"], finding["message"])
    };
    let seen: BTreeSet<String> =
        part["findings"].as_array().into_iter().flatten().map(key).collect();
    for finding in whole["findings"].as_array().into_iter().flatten() {
        let article = finding["article"].as_str().unwrap_or_default();
        if finding["severity"] == "error" && changed(article) && !seen.contains(&key(finding)) {
            return Err(format!("not seen with --changed-from: {finding}"));
        }
    }
    Ok(())
}

/// What `export` writes of an article in whose segments nothing is wrong says what the source says.
pub fn exports_are_true(room: &mut Room, truth: &Truth, article: &str) -> Result<(), String> {
    if room.read(&format!("articles/{article}/en.toml")).is_none() {
        return Ok(());
    }
    for format in ["html", "markdown", "text"] {
        room.tolmach(&["export", article, "--format", format])?;
    }
    let document = room.tolmach(&["export", article, "--format", "document"])?;
    let is_ready = check(room)?.get(article).is_some_and(|told| told.segments.is_empty());
    let Some(source) = room.read(&format!("articles/{article}/ru.md")) else { return Ok(()) };
    if !is_ready {
        return Ok(());
    }
    let pages = (&Page::read(&source), &Page::read(&document));
    page_is_true(truth, pages, &BTreeSet::new())
        .map_err(|fault| format!("of {article} is exported: {fault}\n{source}\n---\n{document}"))
}

/// The page says what the source says, and nothing else but what an editor kept.
fn page_is_true(
    truth: &Truth,
    (source, page): (&Page, &Page),
    kept: &BTreeSet<String>,
) -> Result<(), String> {
    let wanted = sorted(source.texts().flat_map(|text| truth.of_russian(text)).collect());
    let found = sorted(page.texts().flat_map(|text| truth.of_english(text)).collect());
    let may_stay: Vec<_> = kept.iter().flat_map(|text| truth.of_english(text)).collect();
    for fact in &found {
        if count(&found, fact) > count(&wanted, fact) && !may_stay.contains(fact) {
            return Err(format!("the page says what its source doesn't: {fact:?}"));
        }
    }
    match wanted.iter().find(|fact| count(&found, fact) < count(&wanted, fact)) {
        Some(fact) => Err(format!("the page leaves out: {fact:?}")),
        None => Ok(()),
    }
}

fn count(facts: &[Result<Fact, String>], wanted: &Result<Fact, String>) -> usize {
    facts.iter().filter(|fact| *fact == wanted).count()
}

fn sorted(mut facts: Vec<Result<Fact, String>>) -> Vec<Result<Fact, String>> {
    facts.sort();
    facts
}

/// Every English sentence that stands in a catalog or a document, with where.
pub fn written(room: &Room) -> Vec<String> {
    let mut texts = Vec::new();
    for article in room.folders_with("en.md") {
        let page = room.read(&format!("articles/{article}/en.md")).unwrap_or_default();
        texts.extend(Page::read(&page).texts().cloned());
    }
    texts
}

/// All that is on disk of translations, to look sentences up in.
pub fn shelves(room: &Room) -> String {
    files(room, "en.md") + &catalogs(room)
}

/// The catalogs as they are on disk.
pub fn catalogs(room: &Room) -> String {
    files(room, "en.toml").replace("\\\"", "\"")
}

fn files(room: &Room, name: &str) -> String {
    let articles = room.folders_with(name);
    let read = |article: &String| room.read(&format!("articles/{article}/{name}"));
    articles.iter().filter_map(read).collect()
}
