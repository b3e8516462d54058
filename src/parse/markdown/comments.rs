//! What authors tell tolmach in HTML comments.

/// One HTML comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comment {
    /// `<!-- tolmach:skip -->`
    Skip,
    /// `<!-- tolmach:copy -->`: left out, too, and right as it stands.
    Copy,
    /// `<!-- tolmach:note … -->`
    Note(String),
    /// Not for us.
    Other,
}

/// The comments of an HTML block, if it begins with one.
pub fn comments(html: &str) -> Vec<Comment> {
    let mut found = Vec::new();
    let mut rest = html.trim_start();
    while let Some(inner) = rest.strip_prefix("<!--") {
        let end = inner.find("-->").unwrap_or(inner.len());
        found.push(comment(&inner[..end]));
        rest = inner[end..].trim_start_matches("-->").trim_start();
    }
    found
}

fn comment(inner: &str) -> Comment {
    match inner.trim().strip_prefix("tolmach:") {
        Some("skip") => Comment::Skip,
        Some("copy") => Comment::Copy,
        Some(order) => match order.strip_prefix("note") {
            Some(note) => Comment::Note(note.split_whitespace().collect::<Vec<_>>().join(" ")),
            None => Comment::Other,
        },
        None => Comment::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Comment, comments};

    #[test]
    fn orders_are_told_from_other_comments() {
        let note = Comment::Note("имя по паспорту".to_owned());
        let text = "<!-- tolmach:note имя\n по паспорту -->\n<!--tolmach:skip--> <!--more-->";
        assert_eq!(comments(text), [note, Comment::Skip, Comment::Other]);
        assert_eq!(comments("<!-- tolmach:copy -->"), [Comment::Copy]);
        assert_eq!(comments("<div><!-- tolmach:skip -->"), []);
    }
}
