//! Documents as the newsroom writes them, read and written without the program's help.

use super::facts::{Dice, Fact, Place, cut};

/// A stretch of a document between blank lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: Kind,
    /// Lines of a list, cells of a table by rows; else one.
    pub lines: Vec<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Field,
    Heading,
    Paragraph,
    List,
    Table,
    /// A paragraph that the program is told to leave out.
    Skipped,
}

/// What is put before a block that is nobody's to translate.
const SKIP: &str = "<!-- tolmach:skip -->";
/// A time that no history lives to see.
const EMBARGO: &str = "embargo: 2199-01-01\n";

/// A document: its blocks in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub blocks: Vec<Block>,
    /// Whether the page must not be read yet.
    pub is_embargoed: bool,
}

impl Page {
    /// A page that somebody just wrote in Russian.
    pub fn random(dice: &mut Dice) -> Self {
        let mut page = Self::default();
        page.blocks.push(Block::random(Kind::Field, dice));
        page.blocks.push(Block::random(Kind::Heading, dice));
        for _ in 0..3 + dice.roll(4) {
            page.blocks.push(Block::any(dice));
        }
        page
    }

    pub fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut rest = text;
        if let Some(after) = text.strip_prefix("---\ntitle: ")
            && let Some((title, body)) = after.split_once("\n---\n")
        {
            let embargo = EMBARGO.trim();
            page.is_embargoed = title.lines().any(|line| line == embargo);
            let title = title.lines().next().unwrap_or_default();
            let title = title.trim().trim_matches('"').to_owned();
            page.blocks.push(Block { kind: Kind::Field, lines: vec![vec![title]] });
            rest = body;
        }
        // A comment may stand apart from what it leaves out.
        let rest = rest.replace(&format!("{SKIP}\n\n"), &format!("{SKIP}\n"));
        let chunks = rest.split("\n\n").map(str::trim).filter(|chunk| !chunk.is_empty());
        page.blocks.extend(chunks.map(Block::read));
        page
    }

    pub fn write(&self) -> String {
        let blocks: Vec<String> = self.blocks.iter().map(Block::write).collect();
        let text = blocks.join("\n\n") + "\n";
        let head = format!("\n{EMBARGO}---");
        if self.is_embargoed { text.replacen("\n---", &head, 1) } else { text }
    }

    /// Every sentence, item, cell and field in order, but for what is left out.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        let tracked = self.blocks.iter().filter(|block| block.kind != Kind::Skipped);
        tracked.flat_map(|block| block.lines.iter().flatten())
    }

    /// The same to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let tracked = self.blocks.iter_mut().filter(|block| block.kind != Kind::Skipped);
        tracked.flat_map(|block| block.lines.iter_mut().flatten())
    }

    /// The same with each text put through `put`.
    pub fn mapped(&self, mut put: impl FnMut(&str) -> String) -> Self {
        let mut page = self.clone();
        for text in page.texts_mut() {
            *text = put(text);
        }
        page
    }
}

impl Block {
    fn any(dice: &mut Dice) -> Self {
        let kinds = [
            Kind::Paragraph,
            Kind::Paragraph,
            Kind::Paragraph,
            Kind::Paragraph,
            Kind::List,
            Kind::Table,
            Kind::Heading,
        ];
        Self::random(kinds[dice.roll(kinds.len())], dice)
    }

    pub fn random(kind: Kind, dice: &mut Dice) -> Self {
        let mut fact = |place, count: usize| -> Vec<String> {
            (0..count).map(|_| Fact::random(place, dice).russian(dice)).collect()
        };
        let lines = match kind {
            Kind::Field | Kind::Heading => vec![fact(Place::Heading, 1)],
            Kind::Paragraph | Kind::Skipped => vec![fact(Place::Sentence, 1)],
            Kind::List => (0..3).map(|_| fact(Place::Item, 1)).collect(),
            Kind::Table => (0..2).map(|_| fact(Place::Item, 2)).collect(),
        };
        let mut block = Self { kind, lines };
        if kind == Kind::Paragraph {
            if dice.roll(6) == 0 {
                block.lines = vec![vec![Fact::random(Place::Value, dice).russian(dice)]];
            } else {
                for _ in 0..dice.roll(4) {
                    block.lines[0].push(Fact::random(Place::Sentence, dice).russian(dice));
                }
            }
        }
        block
    }

    fn read(chunk: &str) -> Self {
        let lines: Vec<&str> = chunk.lines().collect();
        let whole = |text: &str| vec![vec![text.trim().to_owned()]];
        if let Some(heading) = chunk.strip_prefix("# ").or_else(|| chunk.strip_prefix("## ")) {
            return Self { kind: Kind::Heading, lines: whole(heading) };
        }
        if let Some(text) = chunk.strip_prefix(SKIP) {
            return Self { kind: Kind::Skipped, lines: vec![cut(text)] };
        }
        if lines.iter().all(|line| line.starts_with("- ")) {
            let items = lines.iter().map(|line| vec![line[2..].trim().to_owned()]).collect();
            return Self { kind: Kind::List, lines: items };
        }
        if lines.iter().all(|line| line.starts_with('|')) {
            let rows = lines.iter().filter(|line| !line.contains("---"));
            let cells = |line: &&str| {
                let cells = line.trim_matches('|').split('|');
                cells.map(|cell| cell.trim().to_owned()).collect()
            };
            return Self { kind: Kind::Table, lines: rows.map(cells).collect() };
        }
        Self { kind: Kind::Paragraph, lines: vec![cut(chunk)] }
    }

    fn write(&self) -> String {
        match self.kind {
            Kind::Field => format!("---\ntitle: \"{}\"\n---", self.lines[0][0]),
            Kind::Heading => format!("# {}", self.lines[0][0]),
            Kind::Paragraph => self.lines[0].join(" "),
            Kind::Skipped => format!("{SKIP}\n{}", self.lines[0].join(" ")),
            Kind::List => {
                let items = self.lines.iter().map(|line| format!("- {}", line.join(" ")));
                items.collect::<Vec<_>>().join("\n")
            }
            Kind::Table => {
                let mut rows: Vec<String> =
                    self.lines.iter().map(|cells| format!("| {} |", cells.join(" | "))).collect();
                rows.insert(1, "| --- | --- |".to_owned());
                rows.join("\n")
            }
        }
    }
}
