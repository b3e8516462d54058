//! The article's shape: headings, lists, tables and pictures, read from what stands around its blocks.

use super::element::{Element, Figure};
use super::gallery::Gallery;
use super::list::{Loose, PageList, lists};
use super::passage::{Passage, passages};
use super::surroundings::Surroundings;
use super::table::{self, Grid};
use super::{Page, Syntax};
use crate::model::Kind;
use crate::parse::{Content, Exhibit};

/// What a reader sees as one element of the page.
pub enum Group<'a> {
    /// A title (level 1) or a heading (levels 2 to 6, none left out).
    Heading(usize, Passage<'a>),
    /// Where and when, between the headline and the text.
    Dateline(Passage<'a>),
    Element(Element<'a>),
    List(PageList<'a>),
    Table(Grid<'a>),
}

/// The article in the order of its document.
pub fn groups<'a>(page: &Page<'a>) -> Vec<Group<'a>> {
    let document = page.bitext.document;
    let mut builder = Builder {
        surroundings: Surroundings::new(&document.text),
        text: &document.text,
        syntax: page.syntax,
        level: 0,
        groups: Vec::new(),
        items: Vec::new(),
        cells: Vec::new(),
    };
    let mut gallery = Gallery::new(document, page.syntax);
    for passage in passages(page) {
        for exhibit in gallery.until(passage.block.span.start) {
            builder.show(exhibit);
        }
        builder.add(passage);
    }
    for exhibit in gallery.until(usize::MAX) {
        builder.show(exhibit);
    }
    builder.close_list();
    builder.close_table();
    builder.mark_dateline();
    builder.groups
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
        let Some(passage) = self.caption(passage) else { return };
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
                self.groups.push(Group::Element(Element::Text(passage)));
            }
        }
    }

    /// Hands the words of the picture that was shown last to it; any other passage comes back.
    fn caption(&mut self, passage: Passage<'a>) -> Option<Passage<'a>> {
        if passage.block.kind != Kind::Caption {
            return Some(passage);
        }
        let last = match (self.items.last_mut(), self.groups.last_mut()) {
            (Some(item), _) => item.elements.last_mut(),
            (None, Some(Group::Element(element))) => Some(element),
            _ => None,
        };
        match last {
            Some(Element::Figure(figure)) if figure.holds(passage.block.span) => {
                figure.captions.push(passage);
                None
            }
            _ => Some(passage),
        }
    }

    fn show(&mut self, exhibit: Exhibit) {
        self.close_table();
        let in_item = exhibit.in_item;
        let element = match exhibit.content {
            Content::Picture { target, alternative } => {
                let captions = Vec::new();
                Element::Figure(Figure { span: exhibit.span, target, alternative, captions })
            }
            _ => Element::Exhibit(exhibit),
        };
        match self.items.last_mut() {
            Some(item) if in_item => item.elements.push(element),
            _ => {
                self.close_list();
                self.groups.push(Group::Element(element));
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
            (None, Some(item)) => item.elements.push(Element::Text(passage)),
            (marker, _) => {
                let marker = marker.unwrap_or_default();
                self.items.push(Loose { marker, elements: vec![Element::Text(passage)] });
            }
        }
    }

    fn close_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        self.groups.extend(lists(items).into_iter().map(Group::List));
    }

    fn close_table(&mut self) {
        if !self.cells.is_empty() {
            let cells = std::mem::take(&mut self.cells);
            self.groups.extend(table::grids(self.text, cells).into_iter().map(Group::Table));
        }
    }

    /// A date or a short line without a stop, right below the headline, is the date line.
    fn mark_dateline(&mut self) {
        let is_above = |group: &Group<'_>| match group {
            Group::Heading(1, _) => true,
            Group::Element(Element::Text(passage)) => passage.block.kind == Kind::Field,
            _ => false,
        };
        let Some(at) = self.groups.iter().position(|group| !is_above(group)) else { return };
        let is_dateline = at > 0
            && matches!(&self.groups[at], Group::Element(Element::Text(text)) if text.is_dateline());
        if is_dateline && let Group::Element(Element::Text(passage)) = self.groups.remove(at) {
            self.groups.insert(at, Group::Dateline(passage));
        }
    }
}
