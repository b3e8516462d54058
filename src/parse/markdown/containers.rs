//! The blocks around the place that the reader has come to.

use pulldown_cmark::HeadingLevel;

use crate::model::Kind;

/// A block that holds others, or text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    Item,
    Quotation,
    Heading(HeadingLevel),
    Cell,
    /// A paragraph, list, table or row: no kind of its own.
    Plain,
    /// The term of a definition list.
    Term,
    /// A body that is indented below its opener, from this column on.
    Body(usize),
    Footnote,
    /// Code: its text is not translated.
    Code,
}

/// The blocks that the reader stands in, the outermost first.
#[derive(Debug, Default)]
pub struct Containers(Vec<Container>);

impl Containers {
    /// Goes into a block.
    pub fn push(&mut self, container: Container) {
        self.0.push(container);
    }

    /// Leaves the innermost block.
    pub fn pop(&mut self) -> Option<Container> {
        self.0.pop()
    }

    /// Whether this is the innermost block.
    pub fn is_in(&self, container: Container) -> bool {
        self.0.last() == Some(&container)
    }

    /// From which column on lines belong to the innermost indented body.
    pub fn column(&self) -> usize {
        let column = |container: &Container| match container {
            Container::Body(column) => Some(*column),
            _ => None,
        };
        self.0.iter().rev().find_map(column).unwrap_or_default()
    }

    /// What text is that stands here.
    pub fn kind(&self) -> Kind {
        match self.0.iter().rev().find(|container| is_of_a_kind(container)) {
            Some(Container::Item) => Kind::Item,
            Some(Container::Quotation) => Kind::Quotation,
            Some(Container::Heading(HeadingLevel::H1)) => Kind::Title,
            Some(Container::Heading(_)) => Kind::Heading,
            Some(Container::Cell) => Kind::Cell,
            _ => Kind::Paragraph,
        }
    }
}

fn is_of_a_kind(container: &Container) -> bool {
    !matches!(container, Container::Plain | Container::Term | Container::Body(_))
}
