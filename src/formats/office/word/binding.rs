//! A Word document bound from its parts: styles, settings, comments, text.

use super::paint::{Author, Pen, Stretch, attribute, escape, paragraph, run};
use super::style;
use crate::formats::office::folding::{Member, folded};

/// A Word document that is written.
#[derive(Default)]
pub struct Binding {
    /// The title in the file's properties.
    pub title: String,
    pub sheet: Paperwork,
    /// Language tags of the source and of the target, as given.
    pub source: String,
    pub target: String,
    /// Whether Word records what readers change.
    pub is_recording: bool,
    /// What stands at the foot of each page, before its number.
    pub foot: String,
    /// The paragraphs and tables.
    pub body: String,
    comments: Vec<String>,
    /// Gives each mark of the document a number.
    pub pen: Pen,
}

/// How the paper lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paperwork {
    #[default]
    Upright,
    Across,
}

impl Paperwork {
    /// How wide the text is, in twentieths of a point.
    pub fn width(self) -> usize {
        match self {
            Self::Upright => 11_906 - 2 * 1_134,
            Self::Across => 16_838 - 2 * 850,
        }
    }

    fn section(self) -> &'static str {
        match self {
            Self::Upright => {
                r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>"#
            }
            Self::Across => {
                r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="1021" w:left="850" w:header="454" w:footer="454" w:gutter="0"/>"#
            }
        }
    }
}

/// The names of XML that the parts use.
const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

impl Binding {
    /// A document with nothing in it.
    pub fn new(sheet: Paperwork) -> Self {
        Self { sheet, ..Self::default() }
    }

    /// Puts a comment on what is said by `content`; gives the content with it.
    pub fn comment(&mut self, author: &Author, text: &str, content: &str) -> String {
        let id = self.comments.len();
        let on = author.on.as_ref().map(|on| format!(r#" w:date="{}""#, attribute(on)));
        let (name, on) = (attribute(&author.name), on.unwrap_or_default());
        let said = paragraph("CommentText", &run(&Stretch::plain(text)));
        self.comments.push(format!(
            r#"<w:comment w:id="{id}" w:author="{name}"{on} w:initials="{}">{said}</w:comment>"#,
            attribute(&initials(&author.name))
        ));
        format!(
            r#"<w:commentRangeStart w:id="{id}"/>{content}<w:commentRangeEnd w:id="{id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{id}"/></w:r>"#
        )
    }

    /// The document's bytes; the same whenever it is bound.
    pub fn bytes(&self) -> Vec<u8> {
        let part = |name: &str, content: &str| Member::new(name, format!("{DECLARATION}{content}"));
        folded(&[
            part("[Content_Types].xml", &Self::content_types()),
            part("_rels/.rels", RELATIONS),
            part("docProps/core.xml", &self.properties()),
            part("word/document.xml", &self.document()),
            part("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
            part("word/styles.xml", &style::styles(&self.source, &self.target)),
            part("word/settings.xml", &self.settings()),
            part(
                "word/comments.xml",
                &format!("<w:comments {NAMES}>{}</w:comments>", self.comments.concat()),
            ),
            part("word/footer1.xml", &self.footer()),
        ])
    }

    fn document(&self) -> String {
        let section = self.sheet.section();
        format!(
            r#"<w:document {NAMES}><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>{section}</w:sectPr></w:body></w:document>"#,
            self.body
        )
    }

    fn footer(&self) -> String {
        let page = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
        let width = self.sheet.width();
        let text = run(&Stretch::plain(self.foot.clone()));
        format!(
            r#"<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>{text}<w:r><w:tab/></w:r>{page}</w:p></w:ftr>"#
        )
    }

    fn settings(&self) -> String {
        let recording = if self.is_recording { "<w:trackRevisions/>" } else { "" };
        format!(
            r#"<w:settings {NAMES}><w:zoom w:percent="100"/>{recording}<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
        )
    }

    fn properties(&self) -> String {
        format!(
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>"#,
            escape(&crate::formats::office::code::encode(&self.title))
        )
    }

    fn content_types() -> String {
        let part = |name: &str, kind: &str| {
            format!(
                r#"<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>"#
            )
        };
        let parts = [
            part("document", "document.main"),
            part("styles", "styles"),
            part("settings", "settings"),
            part("comments", "comments"),
            part("footer1", "footer"),
        ];
        format!(
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#,
            parts.concat()
        )
    }
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

const DOCUMENT_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;

/// The first letters of a name, as Word shows them beside a comment.
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(3).collect()
}
