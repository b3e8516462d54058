//! The article's shape: headings, lists and tables, read from what stands around its blocks.

use super::passage::{Passage, passages};
use super::surroundings::{Marker, Surroundings};
use super::table::{self, Grid};
use super::{Page, Syntax};
use crate::model::Kind;

/// Lists nested deeper are shown on the deepest level.
const DEEPEST: usize = 6;

/// What a reader sees as one piece of the page.
pub enum Group<'a> {
    /// A title (level 1) or a heading (levels 2 to 6, none left out).
    Heading(usize, Passage<'a>),
    Text(Passage<'a>),
    List(List<'a>),
    Table(Grid<'a>),
}

/// Items that follow one another on one level.
pub struct List<'a> {
    pub is_numbered: bool,
    pub items: Vec<Item<'a>>,
}

/// One item with the lists inside it.
pub struct Item<'a> {
    /// The number that stands before it.
    pub number: Option<u32>,
    /// Whether its box is ticked, where it has one.
    pub ticked: Option<bool>,
    pub passages: Vec<Passage<'a>>,
    pub lists: Vec<List<'a>>,
}

/// The article in the order of its document.
pub fn groups<'a>(page: &Page<'a>) -> Vec<Group<'a>> {
    let mut builder = Builder {
        surroundings: Surroundings::new(&page.bitext.document.text),
        text: &page.bitext.document.text,
        syntax: page.syntax,
        level: 0,
        groups: Vec::new(),
        items: Vec::new(),
        cells: Vec::new(),
    };
    for passage in passages(page) {
        builder.add(passage);
    }
    builder.close_list();
    builder.close_table();
    builder.groups
}

/// An item that is not in its list yet.
struct Loose<'a> {
    marker: Marker,
    passages: Vec<Passage<'a>>,
}

struct Builder<'a> {
    surroundings: Surroundings<'a>,
    text: &'a str,
    syntax: Syntax,
    /// The level of the last heading.
    level: usize,
    groups: Vec<Group<'a>>,
    items: Vec<Loose<'a>>,
    cells: Vec<Passage<'a>>,
}

impl<'a> Builder<'a> {
    fn add(&mut self, passage: Passage<'a>) {
        let span = passage.block.span;
        self.surroundings.advance(span.start);
        if passage.block.kind != Kind::Item {
            self.close_list();
        }
        if passage.block.kind != Kind::Cell {
            self.close_table();
        }
        match passage.block.kind {
            Kind::Title | Kind::Heading => {
                let level = self.level_of(&passage);
                self.groups.push(Group::Heading(level, passage));
            }
            Kind::Item => self.add_item(passage),
            Kind::Cell => self.cells.push(passage),
            Kind::Paragraph | Kind::Quotation | Kind::Caption | Kind::Field => {
                self.groups.push(Group::Text(passage));
            }
        }
    }

    /// The first title is the page's; below it no level is left out.
    fn level_of(&mut self, passage: &Passage<'_>) -> usize {
        let is_first = self.level == 0;
        let level = match (passage.block.kind, self.syntax) {
            (Kind::Title, _) if is_first => 1,
            (Kind::Title, _) | (_, Syntax::Text) => 2,
            _ => self.surroundings.level(passage.block.span).clamp(2, 6),
        };
        self.level = level.min(self.level.max(1) + 1);
        self.level
    }

    fn add_item(&mut self, passage: Passage<'a>) {
        match (self.surroundings.marker(), self.items.last_mut()) {
            (None, Some(item)) => item.passages.push(passage),
            (marker, _) => {
                let marker = marker.unwrap_or_default();
                self.items.push(Loose { marker, passages: vec![passage] });
            }
        }
    }

    fn close_list(&mut self) {
        let mut items = std::mem::take(&mut self.items).into_iter().peekable();
        while items.peek().is_some() {
            self.groups.push(Group::List(list(&mut items, 0)));
        }
    }

    fn close_table(&mut self) {
        if !self.cells.is_empty() {
            let cells = std::mem::take(&mut self.cells);
            self.groups.extend(table::grids(self.text, cells).into_iter().map(Group::Table));
        }
    }
}

/// The list that the next item begins, up to an item further out or of another kind.
fn list<'a, I>(items: &mut std::iter::Peekable<I>, depth: usize) -> List<'a>
where
    I: Iterator<Item = Loose<'a>>,
{
    let mut list = List { is_numbered: false, items: Vec::new() };
    let mut column = 0;
    while let Some(next) = items.peek() {
        let marker = next.marker;
        if list.items.is_empty() {
            list.is_numbered = marker.number.is_some();
            column = marker.column;
        }
        if marker.column + 1 < column {
            break;
        }
        let is_inner = marker.column > column + 1 && depth < DEEPEST;
        if let (true, Some(outer)) = (is_inner, list.items.last_mut()) {
            outer.lists.push(self::list(items, depth + 1));
            continue;
        }
        if marker.number.is_some() != list.is_numbered {
            break;
        }
        let Some(Loose { marker, passages }) = items.next() else { break };
        let Marker { number, ticked, .. } = marker;
        list.items.push(Item { number, ticked, passages, lists: Vec::new() });
    }
    list
}
