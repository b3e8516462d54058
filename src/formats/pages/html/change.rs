//! How a source changed since it was translated: the words that came and went.

use super::view::View;
use crate::formats::pages::escape;
use crate::formats::pages::mark::Mark;
use crate::formats::pages::passage::PassageRow;
use crate::l10n::message;
use crate::model::{Change, Danger, Edit, Piece};

/// Signs of no language that stand for the tags while the text becomes HTML.
const TAGS: [(char, &str); 4] =
    [('\u{f8f0}', "<del>"), ('\u{f8f1}', "</del>"), ('\u{f8f2}', "<ins>"), ('\u{f8f3}', "</ins>")];

/// The change of the row's source, if it changed; a dangerous one is open from the start.
pub fn change(view: &View<'_>, row: &PassageRow<'_>) -> String {
    let (Some(change), Some(mark)) = (&row.unit.change, row.mark) else { return String::new() };
    let open = if change.danger >= Danger::Major { " open" } else { "" };
    format!(
        "<details class=\"change {0}\" id=\"c{1}\" data-u=\"{1}\"{open}>\n<summary>{2}</summary>\n\
         <p class=\"diff\"{3}>{4}</p>\n</details>\n",
        mark.name(),
        row.number,
        summary(view, row, mark),
        view.source.attributes.replacen(" class=\"src\"", "", 1),
        diff(view, change),
    )
}

fn summary(view: &View<'_>, row: &PassageRow<'_>, mark: Mark) -> String {
    let trigger = row.unit.change.as_ref().and_then(|change| change.trigger.as_ref());
    let trigger = trigger.map_or_else(String::new, |trigger| {
        let language = escape::html(view.source.language);
        format!(": <b class=\"trigger\" lang=\"{language}\">{}</b>", escape::html(trigger))
    });
    format!(
        "<span class=\"which\">{}</span> <span class=\"what\"><span aria-hidden=\"true\">{}</span> \
         {}</span>{trigger}",
        view.say(&message!("web-sentence", number = row.number)),
        mark.sign(),
        view.say(&mark.meaning()),
    )
}

/// The text with its own marks where they nest with those of the change, else as it is written.
fn diff(view: &View<'_>, change: &Change) -> String {
    let text = signed(change);
    let html = view.inline.html(&[&text]).concat();
    tagged(&html).or_else(|| tagged(&escape::html(&text))).unwrap_or_default()
}

/// The old and the new text in one, with a sign for each tag.
fn signed(change: &Change) -> String {
    let [deleted, kept, inserted, after] = TAGS.map(|(sign, _)| sign);
    let mut text = String::new();
    for (index, piece) in change.diff.iter().enumerate() {
        let words = piece.text.replace(TAGS.map(|(sign, _)| sign), "");
        match piece.edit {
            Edit::Kept => text.push_str(&words),
            Edit::Removed => text.extend([&*deleted.to_string(), &words, &kept.to_string()]),
            Edit::Inserted => {
                text.push_str(Piece::gap(&change.diff, index));
                text.extend([&*inserted.to_string(), &words, &after.to_string()]);
            }
        }
    }
    text
}

/// The HTML with tags for signs; none where an element would not end inside its parent.
fn tagged(html: &str) -> Option<String> {
    let mut tagged = String::with_capacity(html.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(|c| c == '<' || TAGS.iter().any(|(sign, _)| *sign == c)) {
        tagged.push_str(&rest[..at]);
        rest = &rest[at..];
        let sign = TAGS.iter().find(|(sign, _)| rest.starts_with(*sign));
        let (tag, length) = match sign {
            Some((sign, tag)) => (*tag, sign.len_utf8()),
            None => {
                let length = rest.find('>')? + 1;
                (&rest[..length], length)
            }
        };
        // A sign in an attribute has no tag to become.
        if tag.contains(TAGS.map(|(sign, _)| sign)) {
            return None;
        }
        match tag.strip_prefix("</") {
            Some(name) if open.pop() != name.strip_suffix('>') => return None,
            Some(_) => {}
            None if is_void(tag) => {}
            None => open.push(tag.trim_start_matches('<').split([' ', '>']).next()?),
        }
        tagged.push_str(tag);
        rest = &rest[length..];
    }
    tagged.push_str(rest);
    open.is_empty().then_some(tagged)
}

fn is_void(tag: &str) -> bool {
    ["<br", "<img"].iter().any(|void| tag.starts_with(void))
}

#[cfg(test)]
mod tests {
    use super::{TAGS, tagged};

    fn shown(html: &str) -> Option<String> {
        let signs = ["[-", "-]", "{+", "+}"].into_iter().zip(TAGS);
        let html = signs.fold(html.to_owned(), |html, (written, (sign, _))| {
            html.replace(written, &sign.to_string())
        });
        tagged(&html)
    }

    #[test]
    fn a_change_keeps_the_marks_of_its_text_where_they_nest() {
        assert_eq!(
            shown("<em>a [-b-]{+c+}</em> <br>d").as_deref(),
            Some("<em>a <del>b</del><ins>c</ins></em> <br>d")
        );
        for crossed in ["<em>a [-b</em> c-]", "<a href=\"[-b-]\">c</a>", "{+a", "a-]", "<b"] {
            assert_eq!(shown(crossed), None, "{crossed}");
        }
    }
}
