//! Judges a page by a parser of HTML: what a browser would make of it, and whether anything in it lives.

use std::cell::RefCell;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements that a page is made of; of an article's own only those that set words apart.
const ELEMENTS: &[&str] = &[
    "a",
    "b",
    "bdi",
    "blockquote",
    "body",
    "br",
    "button",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "mark",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rect",
    "s",
    "samp",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "u",
    "ul",
    "var",
];
const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "charset",
    "checked",
    "class",
    "colspan",
    "content",
    "data-u",
    "data-words",
    "datetime",
    "dir",
    "height",
    "hidden",
    "href",
    "hreflang",
    "http-equiv",
    "id",
    "lang",
    "name",
    "nonce",
    "open",
    "preserveAspectRatio",
    "property",
    "rel",
    "role",
    "scope",
    "src",
    "tabindex",
    "title",
    "translate",
    "type",
    "value",
    "viewBox",
    "width",
    "x",
];
const SCHEMES: &[&str] = &["http://", "https://", "mailto:", "data:image/"];

/// What is wrong with a page, a line for each fault.
pub fn faults(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let faults = RefCell::new(Vec::new());
    faults.borrow_mut().extend(dom.errors.borrow().iter().map(|error| format!("parser: {error}")));
    let mut scripts = 0;
    walk(&dom.document, &mut |handle| {
        let NodeData::Element { name, attrs, .. } = &handle.data else { return };
        let name = &*name.local;
        scripts += usize::from(name == "script");
        if !ELEMENTS.contains(&name) {
            faults.borrow_mut().push(format!("element {name}"));
        }
        for attribute in attrs.borrow().iter() {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            if !ATTRIBUTES.contains(&key) {
                faults.borrow_mut().push(format!("attribute {key} of {name}"));
            }
            if matches!(key, "href" | "src") && !is_safe(value) {
                faults.borrow_mut().push(format!("{key} {value:?} of {name}"));
            }
        }
    });
    if scripts > 1 {
        faults.borrow_mut().push(format!("{scripts} scripts"));
    }
    faults.into_inner()
}

/// The text that a reader sees, white space folded.
pub fn text(html: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut text = String::new();
    walk(&dom.document, &mut |handle| {
        if let NodeData::Text { contents } = &handle.data {
            text.push_str(&contents.borrow());
        }
    });
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn walk(handle: &Handle, look: &mut impl FnMut(&Handle)) {
    look(handle);
    for child in handle.children.borrow().iter() {
        walk(child, look);
    }
}

/// Whether an address runs nothing: a known scheme, or none, as a browser reads it.
fn is_safe(address: &str) -> bool {
    let bare: String = address.chars().filter(|c| !c.is_control() && *c != ' ').collect();
    let bare = bare.to_lowercase();
    let head = bare.split(['/', '?', '#']).next().unwrap_or_default();
    !head.contains(':') || SCHEMES.iter().any(|scheme| bare.starts_with(scheme))
}

#[test]
fn the_judge_sees_what_lives() {
    let page = |body: &str| {
        faults(&format!(
            "<!DOCTYPE html><html lang=\"en\"><head><title>a</title></head><body>{body}</body></html>"
        ))
    };
    assert_eq!(page("<p>да <b>нет</b></p>"), Vec::<String>::new());
    for hostile in [
        "<p onclick=\"a\">b</p>",
        "<iframe></iframe>",
        "<script></script><script></script>",
        "<a href=\"java&#9;script:a\">b</a>",
        "<img src=\"data:text/html,a\" alt=\"b\">",
        "<p><b>а</p></b>",
        "<div>",
    ] {
        assert!(!page(hostile).is_empty(), "{hostile}");
    }
}
