//! The words of a Word document: runs in paragraphs, paragraphs in cells, cells in tables.

use crate::formats::office::code;

/// A stretch of text that looks alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub text: String,
    pub look: Dress,
}

impl Stretch {
    /// A stretch of a look.
    pub fn new(text: impl Into<String>, look: Dress) -> Self {
        Self { text: text.into(), look }
    }

    /// A stretch that looks like its surroundings.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Dress::Plain)
    }
}

/// What a stretch is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    Plain,
    /// Markup, which a translator keeps as it is; no dictionary looks at it.
    Code,
    /// A word that the source didn't have when it was translated.
    Changed,
    Strong,
    Emphasis,
    /// Above the line, as in m².
    Raised,
    /// Below the line, as in H₂O.
    Lowered,
    /// What is for programs, or said in passing.
    Quiet,
    /// What only programs see.
    Hidden,
    Box,
}

impl Dress {
    fn properties(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Code => r#"<w:rPr><w:rStyle w:val="Code"/></w:rPr>"#,
            Self::Changed => r#"<w:rPr><w:rStyle w:val="Changed"/></w:rPr>"#,
            Self::Strong => "<w:rPr><w:b/><w:bCs/></w:rPr>",
            Self::Emphasis => "<w:rPr><w:i/><w:iCs/></w:rPr>",
            Self::Raised => r#"<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>"#,
            Self::Lowered => r#"<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>"#,
            Self::Quiet => r#"<w:rPr><w:rStyle w:val="Quiet"/></w:rPr>"#,
            Self::Hidden => r#"<w:rPr><w:noProof/><w:vanish/></w:rPr>"#,
            Self::Box => {
                r#"<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>"#
            }
        }
    }
}

/// Who changed what, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    pub name: String,
    /// An ISO 8601 date with a time.
    pub on: Option<String>,
}

/// How a stretch came to stand in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revised {
    Kept,
    Inserted,
    Deleted,
}

/// The numbers that a document gives away, each once.
#[derive(Default)]
pub struct Pen {
    last: u32,
}

impl Pen {
    /// A number that nothing in the document has.
    pub fn number(&mut self) -> u32 {
        self.last += 1;
        self.last
    }

    /// A recorded insertion or deletion of a stretch.
    pub fn recorded(&mut self, stretch: &Stretch, fate: Revised, author: &Author) -> String {
        let element = match fate {
            Revised::Kept => return run(stretch),
            Revised::Inserted => "ins",
            Revised::Deleted => "del",
        };
        let on = author.on.as_ref().map(|on| format!(r#" w:date="{}""#, attribute(on)));
        let (name, on) = (attribute(&author.name), on.unwrap_or_default());
        let content = match fate {
            Revised::Deleted => pieces(stretch, "w:delText", ""),
            Revised::Kept | Revised::Inserted => run(stretch),
        };
        let id = self.number();
        format!(r#"<w:{element} w:id="{id}" w:author="{name}"{on}>{content}</w:{element}>"#)
    }

    /// A bookmark that begins and ends here.
    pub fn bookmark(&mut self, name: &str) -> String {
        let (id, name) = (self.number(), attribute(name));
        format!(r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/><w:bookmarkEnd w:id="{id}"/>"#)
    }
}

/// A run of text.
pub fn run(stretch: &Stretch) -> String {
    pieces(stretch, "w:t", "")
}

/// Runs of text.
pub fn runs(stretches: &[Stretch]) -> String {
    let mut xml = String::new();
    for (at, stretch) in stretches.iter().enumerate() {
        let rest = code::following(stretches[at + 1..].iter().map(|stretch| stretch.text.as_str()));
        xml += &pieces(stretch, "w:t", &rest);
    }
    xml
}

/// A run of one look, behind whose text `rest` follows.
fn pieces(stretch: &Stretch, element: &str, rest: &str) -> String {
    if stretch.text.is_empty() {
        return String::new();
    }
    let mut xml = format!("<w:r>{}", stretch.look.properties());
    for (index, line) in stretch.text.split('\n').enumerate() {
        if index > 0 {
            xml += "<w:br/>";
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                xml += "<w:tab/>";
            }
            if !piece.is_empty() {
                let text = escape(&code::encode_before(piece, rest));
                xml += &format!(r#"<{element} xml:space="preserve">{text}</{element}>"#);
            }
        }
    }
    xml + "</w:r>"
}

/// Words that stand where nothing is, and that go where somebody writes.
pub fn prompt(words: &str) -> String {
    let words = run(&Stretch::new(words, Dress::Quiet));
    format!(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt>"
    )
}

/// A paragraph in a style, of runs.
pub fn paragraph(style: &str, content: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>"#)
}

/// A cell that is written.
pub struct Pane<'a> {
    /// Its width in twentieths of a point.
    pub width: usize,
    /// The colour behind it, such as `EDEFF2`.
    pub fill: Option<&'a str>,
    /// How many columns it spans.
    pub span: usize,
    /// Its paragraphs.
    pub content: String,
}

impl Pane<'_> {
    /// A cell of one column.
    pub fn new(width: usize, content: String) -> Self {
        Self { width, fill: None, span: 1, content }
    }

    fn xml(&self) -> String {
        let span = match self.span {
            1 => String::new(),
            span => format!(r#"<w:gridSpan w:val="{span}"/>"#),
        };
        let fill = self
            .fill
            .map(|fill| format!(r#"<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>"#));
        let (width, fill, content) = (self.width, fill.unwrap_or_default(), &self.content);
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{fill}</w:tcPr>{content}</w:tc>"#
        )
    }
}

/// A row of cells that no page break cuts; a header is repeated on each page.
pub fn row(fields: &[Pane<'_>], is_header: bool) -> String {
    let header = if is_header { "<w:tblHeader/>" } else { "" };
    let cells: String = fields.iter().map(Pane::xml).collect();
    format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
}

/// A table in a style, of rows.
pub fn table(style: &str, widths: &[usize], rows: &str) -> String {
    let sum: usize = widths.iter().sum();
    let grid: String =
        widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"#
    )
}

/// A text between tags.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            c => escaped.push(c),
        }
    }
    escaped
}

/// A text between quotation marks.
pub fn attribute(text: &str) -> String {
    let text = escape(&code::encode(text));
    text.replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}
