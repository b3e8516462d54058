//! Lists: which item stands in which list, and what stands in an item.

use std::iter::Peekable;

use super::element::Element;
use super::surroundings::Marker;

/// Lists nested deeper are shown on the deepest level.
const DEEPEST: usize = 6;

/// Items that follow one another on one level.
pub struct PageList<'a> {
    pub is_numbered: bool,
    pub items: Vec<ListItem<'a>>,
}

/// One item with the lists inside it.
pub struct ListItem<'a> {
    /// The number that stands before it.
    pub number: Option<u32>,
    /// Whether its box is ticked, where it has one.
    pub ticked: Option<bool>,
    pub elements: Vec<Element<'a>>,
    pub lists: Vec<PageList<'a>>,
}

/// An item that is not in its list yet.
pub struct Loose<'a> {
    pub marker: Marker,
    pub elements: Vec<Element<'a>>,
}

/// The lists that these items make, one after another.
pub fn lists(items: Vec<Loose<'_>>) -> Vec<PageList<'_>> {
    let mut items = items.into_iter().peekable();
    let mut lists = Vec::new();
    while items.peek().is_some() {
        lists.push(list(&mut items, 0));
    }
    lists
}

/// The list that the next item begins, up to an item further out or of another kind.
fn list<'a, I>(items: &mut Peekable<I>, depth: usize) -> PageList<'a>
where
    I: Iterator<Item = Loose<'a>>,
{
    let mut list = PageList { is_numbered: false, items: Vec::new() };
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
        let Some(Loose { marker, elements }) = items.next() else { break };
        let Marker { number, ticked, .. } = marker;
        list.items.push(ListItem { number, ticked, elements, lists: Vec::new() });
    }
    list
}
