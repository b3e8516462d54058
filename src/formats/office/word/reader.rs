//! The tables of a Word document, as Word, `LibreOffice` and the services leave them.
//!
//! Content controls, links, fields, smart tags, text boxes and tables in cells are seen through; changes that
//! Word recorded are made or undone.

use super::notes::remarks;
use super::revisions::Revisions;
use super::run::hidden_styles;
use super::story::Story;
use crate::error::{Error, Result};
use crate::formats::office::archive::Archive;
use crate::formats::office::markup::Node;
use crate::formats::office::register::FileTable;
use crate::l10n::message;
use crate::model::Location;

/// The document's tables, those in cells as text of their cells.
pub fn registers(archive: &mut Archive<'_>, revisions: Revisions) -> Result<Vec<FileTable>> {
    let mut story = Story::default();
    story.revisions = revisions;
    story.allowance = archive.allowance();
    story.comments = remarks(archive, "word/comments.xml", "comment")?;
    story.footnotes = remarks(archive, "word/footnotes.xml", "footnote")?;
    story.endnotes = remarks(archive, "word/endnotes.xml", "endnote")?;
    story.hidden_styles = hidden_styles(archive)?;
    let part = main_part(archive)?;
    let path = archive.path();
    let Some(mut markup) = archive.markup(&part)? else {
        return Err(Error::new(message!("error-word-empty")).at(Location::file(path)));
    };
    loop {
        let is_skipped = match markup.next()? {
            Node::Open(tag) => story.open(&tag),
            Node::Close(name) => {
                story.close(&name)?;
                false
            }
            Node::Text(text) => {
                story.text(&text);
                false
            }
            Node::End => return Ok(story.registers),
        };
        if is_skipped {
            markup.skip()?;
        }
    }
}

/// The part that holds the text; nearly always of one name.
fn main_part(archive: &mut Archive<'_>) -> Result<String> {
    const USUAL: &str = "word/document.xml";
    let Some(mut markup) = archive.markup("_rels/.rels")? else { return Ok(USUAL.to_owned()) };
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name() == "Relationship" => {
                let kind = tag.attribute("Type").unwrap_or_default();
                if kind.ends_with("/officeDocument") {
                    let target = tag.attribute("Target").unwrap_or_default();
                    return Ok(target.trim_start_matches('/').to_owned());
                }
            }
            Node::End => return Ok(USUAL.to_owned()),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Revisions, registers};
    use crate::formats::office::archive::Archive;
    use crate::formats::office::folding::{Member, folded};

    /// The rows of a document with this body, cells parted by `|`.
    fn rows(body: &str, revisions: Revisions) -> String {
        let comments = r#"<w:comments xmlns:w="w"><w:comment w:id="0" w:author="Анна"><w:p><w:r><w:t>Верно?</w:t></w:r></w:p></w:comment></w:comments>"#;
        let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Outer"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Inner"><w:basedOn w:val="Outer"/></w:style><w:style w:styleId="Shown"><w:basedOn w:val="Outer"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style><w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style></w:styles>"#;
        let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
        let members = [
            Member::new("word/document.xml", document),
            Member::new("word/comments.xml", comments),
            Member::new("word/styles.xml", styles),
        ];
        let bytes = folded(&members);
        let mut archive = Archive::open("a.docx", &bytes).unwrap();
        let registers = registers(&mut archive, revisions).unwrap();
        let records = registers.iter().flat_map(|register| &register.records);
        let rows = records.map(|record| {
            let cells = record.cells.iter().map(|cell| {
                let remarks = cell.remarks.iter().map(|remark| {
                    format!(" ({}: {})", remark.by.clone().unwrap_or_default(), remark.text)
                });
                let sign = if cell.is_revised { "~" } else { "" };
                format!("{sign}{}{}", cell.text, remarks.collect::<String>())
            });
            cells.collect::<Vec<_>>().join("|")
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    fn cell(content: &str) -> String {
        let body = format!("<w:tbl><w:tr><w:tc><w:p>{content}</w:p></w:tc></w:tr></w:tbl>");
        rows(&body, Revisions::Accept)
    }

    const DA: &str = "<w:r><w:t>да</w:t></w:r>";

    #[test]
    fn what_stands_around_a_text_is_seen_through() {
        for content in [
            DA.to_owned(),
            format!("<w:hyperlink>{DA}</w:hyperlink>"),
            format!("<w:smartTag>{DA}</w:smartTag>"),
            format!("<w:fldSimple>{DA}</w:fldSimple>"),
            format!(
                "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{DA}</w:sdtContent></w:sdt>"
            ),
            "<w:r><w:t>д</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>а</w:t></w:r>"
                .to_owned(),
            format!(
                r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{DA}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
            ),
            format!(
                "<w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:txbxContent><w:p>{DA}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{DA}</w:p></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            format!("</w:p><w:tbl><w:tr><w:tc><w:p>{DA}</w:p></w:tc></w:tr></w:tbl><w:p>"),
            format!("{DA}</w:p><w:p>"),
            format!(
                "<w:ruby><w:rt><w:r><w:t>нет</w:t></w:r></w:rt><w:rubyBase>{DA}</w:rubyBase></w:ruby>"
            ),
        ] {
            assert_eq!(cell(&content), "да", "{content}");
        }
    }

    #[test]
    fn signs_that_are_elements_are_signs() {
        let content = "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>";
        assert_eq!(cell(content), "а\tб\nв\u{2011}\u{ad}");
        assert_eq!(cell(&format!("{DA}</w:p><w:p>{DA}")), "да\nда");
        assert_eq!(cell("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"), "");
        let prompt = format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{DA}</w:sdtContent></w:sdt>"
        );
        assert_eq!(cell(&prompt), "");
    }

    #[test]
    fn recorded_changes_are_made_or_undone() {
        let content = "<w:r><w:t>В </w:t></w:r><w:del><w:r><w:delText>пять</w:delText></w:r></w:del><w:ins><w:r><w:t>шесть</w:t></w:r></w:ins><w:r><w:t> часов</w:t></w:r>";
        let body = format!("<w:tbl><w:tr><w:tc><w:p>{content}</w:p></w:tc></w:tr></w:tbl>");
        assert_eq!(rows(&body, Revisions::Accept), "~В шесть часов");
        assert_eq!(rows(&body, Revisions::Refuse), "~В шесть часов");
        assert_eq!(rows(&body, Revisions::Reject), "~В пять часов");
        let struck = "<w:r><w:t>В </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>пять</w:t></w:r><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>шесть</w:t></w:r>";
        let body = format!("<w:tbl><w:tr><w:tc><w:p>{struck}</w:p></w:tc></w:tr></w:tbl>");
        assert_eq!(rows(&body, Revisions::Accept), "~В шесть");
        assert_eq!(rows(&body, Revisions::Reject), "~В пятьшесть");
        let joined = format!("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{DA}</w:p><w:p>{DA}");
        let body = format!("<w:tbl><w:tr><w:tc><w:p>{joined}</w:p></w:tc></w:tr></w:tbl>");
        assert_eq!(rows(&body, Revisions::Accept), "~дада");
        assert_eq!(rows(&body, Revisions::Reject), "~да\nда");
        let row = |change: &str| {
            format!("<w:tr><w:trPr>{change}</w:trPr><w:tc><w:p>{DA}</w:p></w:tc></w:tr>")
        };
        let body = format!("<w:tbl>{}{}</w:tbl>", row("<w:del/>"), row("<w:ins/>"));
        assert_eq!(rows(&body, Revisions::Accept), "да");
        assert_eq!(rows(&body, Revisions::Reject), "да");
        // Rows that are to be left alone have to be there to be counted.
        assert_eq!(rows(&body, Revisions::Refuse), "да\nда");
    }

    #[test]
    fn hidden_text_is_no_text_of_the_cell() {
        let hidden =
            |look: &str| cell(&format!("{DA}<w:r><w:rPr>{look}</w:rPr><w:t>нет</w:t></w:r>{DA}"));
        for look in ["<w:vanish/>", r#"<w:rStyle w:val="Inner"/>"#, r#"<w:vanish w:val="true"/>"#] {
            assert_eq!(hidden(look), "дада", "{look}");
        }
        for look in [
            r#"<w:vanish w:val="0"/>"#,
            r#"<w:rStyle w:val="Shown"/>"#,
            r#"<w:rStyle w:val="Inner"/><w:vanish w:val="false"/>"#,
            r#"<w:rStyle w:val="Round"/>"#,
            "<w:webHidden/>",
        ] {
            assert_eq!(hidden(look), "данетда", "{look}");
        }
    }

    #[test]
    fn remarks_come_with_their_authors_and_merged_cells_keep_their_columns() {
        let remark = format!(
            r#"<w:commentRangeStart w:id="0"/>{DA}<w:r><w:commentReference w:id="0"/></w:r>"#
        );
        assert_eq!(cell(&remark), "да (Анна: Верно?)");
        let body = format!(
            r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>{DA}</w:p></w:tc><w:tc><w:p>{DA}</w:p></w:tc></w:tr></w:tbl>"#
        );
        assert_eq!(rows(&body, Revisions::Accept), "да||да");
    }
}
