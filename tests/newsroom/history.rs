//! One newsroom through its months.

use std::collections::BTreeSet;

use super::facts::{Dice, Truth};
use super::laws;
use super::page::{Kind, Page};
use super::room::Room;
use super::{branches, desk, edits, hands};

/// So many steps make a history.
const STEPS: usize = 24;

/// A newsroom, what it knows, and what chance brings.
pub struct History {
    room: Room,
    truth: &'static Truth,
    dice: Dice,
    seed: u64,
    branches: usize,
    /// English that a catalog had since a hand last put it on a page.
    shelved: BTreeSet<String>,
    /// English that an editor wants to stay without a source.
    kept: BTreeSet<String>,
    /// English in which a hand changed a fact that no source changed.
    falsified: BTreeSet<String>,
    /// A worksheet that somebody took home.
    sheet: Option<String>,
}

impl History {
    pub fn new(seed: u64) -> Self {
        let (room, truth, dice) = (Room::new(), Truth::shared(), Dice::new(seed));
        Self {
            room,
            truth,
            dice,
            seed,
            branches: 0,
            shelved: BTreeSet::new(),
            kept: BTreeSet::new(),
            falsified: BTreeSet::new(),
            sheet: None,
        }
    }

    /// Plays the history to its end; gives how many green pages were seen.
    pub fn play(mut self) -> Result<u64, String> {
        self.months().map_err(|fault| {
            let log = self.room.log.join("\n");
            let seed = self.seed;
            let place = self.room.keep();
            format!("history {seed}: {fault}\n{log}\nThe repository is kept in {place}")
        })
    }

    fn months(&mut self) -> Result<u64, String> {
        self.begin()?;
        let mut greens = 0;
        for _ in 0..STEPS {
            self.step()?;
            greens += laws::green_is_true(&mut self.room, self.truth, &self.kept)?;
            laws::falsified_is_an_error(&mut self.room, self.truth, &self.falsified)?;
            self.shelve();
            if self.dice.roll(3) > 0 {
                self.room.commit("work");
            }
        }
        self.settle_all()?;
        Ok(greens + laws::green_is_true(&mut self.room, self.truth, &self.kept)?)
    }

    /// Articles, some of them with a translation from before the program's time.
    fn begin(&mut self) -> Result<(), String> {
        if self.dice.roll(2) == 0 {
            self.room.tolmach(&["init", "--git"])?;
        }
        self.room.commit("a workspace");
        for article in ["a", "b"] {
            let page = Page::random(&mut self.dice);
            self.room.write(&format!("articles/{article}/ru.md"), &page.write());
            if self.dice.roll(2) == 0 {
                let english = edits::translated(&page, self.truth, &mut self.dice);
                self.room.write(&format!("articles/{article}/en.md"), &english.write());
            }
        }
        self.room.commit("begin");
        self.room.tolmach(&["align"])?;
        self.shelve();
        self.room.commit("adopt");
        Ok(())
    }

    fn step(&mut self) -> Result<(), String> {
        let articles = self.room.articles();
        if articles.is_empty() {
            return Ok(());
        }
        let article = articles[self.dice.roll(articles.len())].clone();
        match self.dice.roll(36) {
            0..7 => self.edit_source(&article),
            7..11 => self.edit_english(&article),
            11 if self.dice.roll(2) == 0 => self.edit_both(&article),
            11 => self.edit_twins(&article),
            12..14 => self.catch_up(&article),
            14..17 => return self.kept(|room, truth, dice| desk::translate(room, truth, dice, 5)),
            17 => return self.take_home(),
            18..21 => return self.follow(),
            21..24 => return self.decide(&article),
            24..27 => return self.tolmach(&["publish"]),
            27 => return self.tolmach(&["ack", "articles/**", "--cosmetic"]),
            28 => return self.tolmach(&["tidy", "--yes"]),
            29 => return self.branch(),
            30 if self.room.log.iter().filter(|line| line.starts_with("-- ")).count() > 6 => {
                self.room.commit("before a revert");
                let what = branches::revert(&mut self.room, &mut self.dice);
                self.room.log.push(what);
            }
            31 => self.edit_catalog(&article),
            32 => return laws::changes_are_seen(&mut self.room),
            33 => return laws::exports_are_true(&mut self.room, self.truth, &article),
            34 => self.come_or_go(&article),
            _ => self.rename(&article),
        }
        Ok(())
    }

    /// A worksheet goes home with somebody, or comes back when the texts went on.
    fn take_home(&mut self) -> Result<(), String> {
        match self.sheet.take() {
            Some(sheet) => self.kept(|room, _, _| desk::apply(room, &sheet)),
            None => {
                self.sheet = desk::filled(&mut self.room, self.truth, &mut self.dice, 5)?;
                Ok(())
            }
        }
    }

    /// Somebody decides about what waits, and is right.
    fn decide(&mut self, article: &str) -> Result<(), String> {
        let (room, truth, dice) = (&mut self.room, self.truth, &mut self.dice);
        match dice.roll(4) {
            0 => desk::ack(room, truth, article, dice),
            1 => {
                if let Some(text) = desk::keep(room, article, dice)? {
                    self.falsified.remove(&text);
                    self.kept.insert(text);
                }
                Ok(())
            }
            _ => desk::review(room, truth, article, dice),
        }
    }

    fn edit_catalog(&mut self, article: &str) {
        let path = format!("articles/{article}/en.toml");
        let Some(text) = self.room.read(&path) else { return };
        let (text, what) = hands::edit_catalog(&text, self.truth, &mut self.dice);
        self.room.log.push(format!("catalog of {article}: {what}"));
        self.room.write(&path, &text);
    }

    /// An article begins as a copy of another one, or goes without its translation.
    fn come_or_go(&mut self, article: &str) {
        let articles = self.room.articles();
        let path = |article: &str, file: &str| format!("articles/{article}/{file}");
        if articles.len() > 2 {
            self.room.git(&["rm", "-qf", &path(article, "ru.md")]);
            _ = std::fs::remove_file(self.room.root().join(path(article, "ru.md")));
            self.room.log.push(format!("{article} is taken away"));
            return;
        }
        let new = ["c", "d"][self.dice.roll(2)];
        if self.room.folders_with("en.md").iter().any(|one| one == new) {
            return;
        }
        let files = if self.dice.roll(2) == 0 { 1 } else { 3 };
        for file in ["ru.md", "en.md", "en.toml"].iter().take(files) {
            if let Some(text) = self.room.read(&path(article, file)) {
                self.room.write(&path(new, file), &text);
            }
        }
        self.room.log.push(format!("{new} begins as a copy of {article}"));
        self.edit_source(new);
    }

    fn edit_source(&mut self, article: &str) {
        let path = format!("articles/{article}/ru.md");
        let mut page = Page::read(&self.room.read(&path).unwrap_or_default());
        if page.blocks.len() < 2 {
            return;
        }
        for _ in 0..=self.dice.roll(2) {
            let what = edits::edit_source(&mut page, self.truth, &mut self.dice);
            self.room.log.push(format!("source of {article}: {what}"));
        }
        let text = edits::reflowed(&page.write(), &mut self.dice);
        self.room.write(&path, &text);
    }

    fn edit_english(&mut self, article: &str) {
        let path = format!("articles/{article}/en.md");
        let Some(text) = self.room.read(&path) else { return };
        let mut page = Page::read(&text);
        if page.blocks.len() < 2 {
            return;
        }
        let what = if self.dice.roll(3) == 0 {
            let source = self.room.read(&format!("articles/{article}/ru.md")).unwrap_or_default();
            let source = Page::read(&source);
            let broken = edits::break_fact(&mut page, &source, self.truth, &mut self.dice);
            self.falsified.extend(broken);
            "break a fact"
        } else {
            edits::edit_english(&mut page, self.truth, &mut self.dice)
        };
        self.room.log.push(format!("English of {article}: {what}"));
        self.put(&path, &page);
    }

    /// One sentence in both documents, each by a hand of its own.
    fn edit_twins(&mut self, article: &str) {
        let [ours, theirs] =
            ["ru", "en"].map(|language| format!("articles/{article}/{language}.md"));
        let (Some(source), Some(english)) = (self.room.read(&ours), self.room.read(&theirs)) else {
            return;
        };
        let (mut source, mut english) = (Page::read(&source), Page::read(&english));
        if english.blocks.is_empty() {
            return;
        }
        let pages = (&mut source, &mut english);
        let what = edits::edit_twins(pages, self.truth, &mut self.dice);
        self.room.log.push(format!("one sentence of {article} in both: {what}"));
        self.room.write(&ours, &source.write());
        self.put(&theirs, &english);
        if self.dice.roll(3) > 0 {
            self.room.commit("both documents");
        }
    }

    /// Both documents in one commit, each by itself.
    fn edit_both(&mut self, article: &str) {
        self.edit_source(article);
        self.edit_english(article);
        self.room.commit("both documents");
    }

    /// A hand brings the English page up to date.
    fn catch_up(&mut self, article: &str) {
        let Some(source) = self.room.read(&format!("articles/{article}/ru.md")) else { return };
        let (source, path) = (Page::read(&source), format!("articles/{article}/en.md"));
        let page = Page::read(&self.room.read(&path).unwrap_or_default());
        let is_whole = self.dice.roll(3) == 0;
        let english = if is_whole {
            edits::translated(&source, self.truth, &mut self.dice)
        } else {
            hands::patched(&source, &page, self.truth, &mut self.dice)
        };
        let what = if is_whole { "written anew" } else { "brought up to date" };
        self.room.log.push(format!("English of {article}: {what}"));
        self.put(&path, &english);
    }

    /// A hand writes an English page: what is new on it must not go before a catalog has it.
    fn put(&mut self, path: &str, page: &Page) {
        let before = Page::read(&self.room.read(path).unwrap_or_default());
        let before: BTreeSet<&String> = before.texts().collect();
        for text in page.texts().filter(|text| !before.contains(text)) {
            self.shelved.remove(text);
        }
        self.room.write(path, &page.write());
    }

    /// Remembers what stands on a page and in a catalog.
    fn shelve(&mut self) {
        let catalogs = laws::catalogs(&self.room);
        let texts = laws::written(&self.room).into_iter();
        self.shelved.extend(texts.filter(|text| catalogs.contains(text.as_str())));
    }

    /// Runs a command that may replace translations, but no page.
    fn kept(
        &mut self,
        act: impl Fn(&mut Room, &Truth, &mut Dice) -> Result<(), String>,
    ) -> Result<(), String> {
        self.shelve();
        let before = laws::written(&self.room);
        act(&mut self.room, self.truth, &mut self.dice)?;
        self.nothing_lost(&before)
    }

    fn tolmach(&mut self, arguments: &[&str]) -> Result<(), String> {
        self.shelve();
        let before = laws::written(&self.room);
        self.room.tolmach(arguments)?;
        self.nothing_lost(&before)
    }

    /// Reads what hands did to the documents; what they wrote then stands in a catalog, unless somebody
    /// translated it anew since.
    fn follow(&mut self) -> Result<(), String> {
        self.room.tolmach(&["align"])?;
        let catalog = laws::catalogs(&self.room);
        for article in self.room.folders_with("en.toml") {
            // A source that moved alone waits for `tidy`, and its page with it.
            if !self.room.articles().contains(&article) {
                continue;
            }
            let Some(page) = self.room.read(&format!("articles/{article}/en.md")) else { continue };
            for text in Page::read(&page).texts() {
                let is_value = !text.chars().any(char::is_alphabetic);
                let is_russian = !text.is_ascii() && text.chars().any(|c| ('а'..='я').contains(&c));
                let is_known = self.shelved.contains(text);
                if !is_value && !is_russian && !is_known && !catalog.contains(text.as_str()) {
                    return Err(format!("align left out of {article}: {text}"));
                }
            }
        }
        Ok(())
    }

    fn nothing_lost(&self, before: &[String]) -> Result<(), String> {
        let shelves = laws::shelves(&self.room);
        let is_lost =
            |text: &&String| !self.shelved.contains(*text) && !shelves.contains(text.as_str());
        match before.iter().find(is_lost) {
            Some(text) => Err(format!("lost: {text}")),
            None => Ok(()),
        }
    }

    /// A branch and the main line go apart for a while.
    fn branch(&mut self) -> Result<(), String> {
        self.branches += 1;
        let branch = format!("branch-{}", self.branches);
        self.room.commit("before a branch");
        self.room.git(&["checkout", "-q", "-b", &branch]);
        self.room.log.push(format!("on {branch}:"));
        for _ in 0..=self.dice.roll(3) {
            self.small_step()?;
        }
        self.room.commit("on a branch");
        self.room.git(&["checkout", "-q", "main"]);
        self.room.log.push("on main:".to_owned());
        for _ in 0..self.dice.roll(3) {
            self.small_step()?;
        }
        self.room.commit("on main");
        let what = branches::bring_in(&mut self.room, &branch, &mut self.dice);
        self.room.log.push(what);
        Ok(())
    }

    fn small_step(&mut self) -> Result<(), String> {
        let articles = self.room.articles();
        if articles.is_empty() {
            return Ok(());
        }
        let article = articles[self.dice.roll(articles.len())].clone();
        match self.dice.roll(14) {
            0..4 => self.edit_source(&article),
            4 => self.edit_english(&article),
            5 => self.catch_up(&article),
            6 => return self.follow(),
            7..10 => return self.kept(|room, truth, dice| desk::translate(room, truth, dice, 4)),
            10 => return self.decide(&article),
            11 => return self.tolmach(&["tidy", "--yes"]),
            12 => self.rename(&article),
            _ => return self.tolmach(&["publish"]),
        }
        Ok(())
    }

    /// The article gets another name, with all its files or some.
    fn rename(&mut self, article: &str) {
        let new = format!("{article}{}", self.dice.roll(10));
        if self.room.articles().contains(&new) || new.len() > 4 {
            return;
        }
        self.room.commit("before a rename");
        let (from, to) = (format!("articles/{article}"), format!("articles/{new}"));
        let files: &[&str] = match self.dice.roll(4) {
            0 | 1 => &["ru.md", "en.md", "en.toml"],
            2 => &["ru.md", "en.md"],
            _ => &["ru.md"],
        };
        std::fs::create_dir_all(self.room.root().join(&to)).expect("is writable");
        for file in files {
            self.room.git(&["mv", &format!("{from}/{file}"), &format!("{to}/{file}")]);
        }
        self.room.log.push(format!("{article} becomes {new}"));
    }

    /// In the end everything can be settled, and then all is green.
    fn settle_all(&mut self) -> Result<(), String> {
        self.room.log.push("-- settle everything".to_owned());
        for article in self.room.articles() {
            let path = format!("articles/{article}/ru.md");
            let mut page = Page::read(&self.room.read(&path).unwrap_or_default());
            let is_whole = page.blocks.iter().all(|block| block.kind != Kind::Skipped);
            if page.is_embargoed || !is_whole {
                page.is_embargoed = false;
                // What nobody translates must not stand on the page in the language of the source.
                page.blocks.retain(|block| block.kind != Kind::Skipped);
                self.room.write(&path, &page.write());
            }
        }
        self.room.tolmach(&["tidy", "--yes"])?;
        for _ in 0..3 {
            self.room.tolmach(&["align"])?;
            desk::translate(&mut self.room, self.truth, &mut self.dice, 0)?;
            for article in self.room.articles() {
                while desk::ack_next(&mut self.room, self.truth, &article)? {}
            }
            self.room.tolmach(&["tidy", "--yes"])?;
            self.room.tolmach(&["publish", "--force"])?;
        }
        self.remove_lone_pages()?;
        let left = self.room.run(&["check"]);
        if left.status.code() == Some(0) {
            return Ok(());
        }
        let told = String::from_utf8_lossy(&left.stdout).into_owned();
        Err(format!("not green after everything was settled:\n{told}"))
    }

    /// What is still there of articles that are gone is taken off the site, as the hint says.
    fn remove_lone_pages(&mut self) -> Result<(), String> {
        let report = self.room.json(&["check", "--format", "json"])?;
        for finding in report["findings"].as_array().into_iter().flatten() {
            if finding["check"] == "lone-document" {
                let path = finding["path"].as_str().unwrap_or_default();
                std::fs::remove_file(self.room.root().join(path)).map_err(|e| e.to_string())?;
            }
        }
        Ok(())
    }
}
