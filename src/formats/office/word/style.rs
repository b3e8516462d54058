//! The looks of a Word document: quiet lines, one type face, each language by its tag.

/// The part of styles, for texts in these two languages.
pub fn styles(source: &str, target: &str) -> String {
    let (source, target) = (language(source), language(target));
    let mut styles = DEFAULTS.to_owned();
    for style in PARAGRAPHS {
        styles += &style.xml(&source, &target);
    }
    styles += CHARACTERS;
    styles += TABLES;
    format!(
        r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{styles}</w:styles>"#
    )
}

/// A language tag as Word's dictionaries know it.
pub fn language(tag: &str) -> String {
    match tag {
        "ru" => "ru-RU",
        "en" => "en-US",
        "uk" => "uk-UA",
        "be" => "be-BY",
        "de" => "de-DE",
        "fr" => "fr-FR",
        "es" => "es-ES",
        "it" => "it-IT",
        "zh" => "zh-CN",
        "ar" => "ar-SA",
        tag => tag,
    }
    .to_owned()
}

/// The language that a style is in.
#[derive(Clone, Copy)]
enum Tongue {
    Neither,
    Source,
    Target,
}

struct Style {
    name: &'static str,
    tongue: Tongue,
    /// Properties of its paragraphs and of its runs.
    paragraph: &'static str,
    run: &'static str,
}

impl Style {
    fn xml(&self, source: &str, target: &str) -> String {
        let tag = match self.tongue {
            Tongue::Neither => None,
            Tongue::Source => Some(source),
            Tongue::Target => Some(target),
        };
        let language =
            tag.map(|tag| format!(r#"<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>"#));
        let Self { name, paragraph, run, .. } = self;
        let language = language.unwrap_or_default();
        format!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}{language}</w:rPr></w:style>"#
        )
    }
}

const DEFAULTS: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#;

const HEADLINE: &str = r#"<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>"#;
const HEADING: &str = r#"<w:b/><w:bCs/><w:sz w:val="22"/><w:szCs w:val="22"/>"#;

const PARAGRAPHS: &[Style] = &[
    Style {
        name: "Caption1",
        tongue: Tongue::Neither,
        paragraph: r#"<w:spacing w:after="120"/>"#,
        run: r#"<w:color w:val="5B6470"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#,
    },
    Style {
        name: "DocumentTitle",
        tongue: Tongue::Neither,
        paragraph: r#"<w:keepNext/><w:spacing w:after="40"/>"#,
        run: r#"<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>"#,
    },
    Style {
        name: "ColumnHead",
        tongue: Tongue::Neither,
        paragraph: r#"<w:keepNext/><w:spacing w:before="40" w:after="40"/>"#,
        run: r#"<w:b/><w:bCs/><w:color w:val="3B4350"/><w:sz w:val="17"/><w:szCs w:val="17"/>"#,
    },
    Style {
        name: "Source",
        tongue: Tongue::Source,
        paragraph: r#"<w:spacing w:before="30" w:after="30"/>"#,
        run: "",
    },
    Style {
        name: "Target",
        tongue: Tongue::Target,
        paragraph: r#"<w:spacing w:before="30" w:after="30"/>"#,
        run: "",
    },
    Style {
        name: "SourceTitle",
        tongue: Tongue::Source,
        paragraph: r#"<w:keepNext/><w:spacing w:before="60" w:after="60"/>"#,
        run: HEADLINE,
    },
    Style {
        name: "TargetTitle",
        tongue: Tongue::Target,
        paragraph: r#"<w:keepNext/><w:spacing w:before="60" w:after="60"/>"#,
        run: HEADLINE,
    },
    Style {
        name: "SourceHeading",
        tongue: Tongue::Source,
        paragraph: r#"<w:keepNext/><w:spacing w:before="120" w:after="40"/>"#,
        run: HEADING,
    },
    Style {
        name: "TargetHeading",
        tongue: Tongue::Target,
        paragraph: r#"<w:keepNext/><w:spacing w:before="120" w:after="40"/>"#,
        run: HEADING,
    },
    Style {
        name: "Speaker",
        tongue: Tongue::Neither,
        paragraph: r#"<w:keepNext/><w:spacing w:before="60"/>"#,
        run: r#"<w:b/><w:bCs/><w:color w:val="1F5A96"/><w:sz w:val="17"/><w:szCs w:val="17"/>"#,
    },
    Style {
        name: "Behind",
        tongue: Tongue::Neither,
        paragraph: r#"<w:keepNext/><w:spacing w:before="60"/>"#,
        run: r#"<w:b/><w:bCs/><w:color w:val="8A4A00"/><w:sz w:val="17"/><w:szCs w:val="17"/>"#,
    },
    Style {
        name: "Small",
        tongue: Tongue::Neither,
        paragraph: r#"<w:spacing w:before="40" w:after="30"/>"#,
        run: r#"<w:color w:val="5B6470"/><w:sz w:val="16"/><w:szCs w:val="16"/>"#,
    },
    Style {
        name: "Note",
        tongue: Tongue::Neither,
        paragraph: r#"<w:spacing w:before="30" w:after="30"/>"#,
        run: r#"<w:sz w:val="18"/><w:szCs w:val="18"/>"#,
    },
    Style {
        name: "Base",
        tongue: Tongue::Neither,
        paragraph: r#"<w:spacing w:before="40" w:after="0" w:line="180" w:lineRule="auto"/>"#,
        run: r#"<w:noProof/><w:color w:val="9AA1AB"/><w:sz w:val="10"/><w:szCs w:val="10"/>"#,
    },
    Style {
        name: "Choice",
        tongue: Tongue::Neither,
        paragraph: r#"<w:keepNext/><w:spacing w:before="80" w:after="80"/>"#,
        run: r#"<w:sz w:val="21"/><w:szCs w:val="21"/>"#,
    },
    Style {
        name: "Footer",
        tongue: Tongue::Neither,
        paragraph: "",
        run: r#"<w:color w:val="5B6470"/><w:sz w:val="16"/><w:szCs w:val="16"/>"#,
    },
    Style { name: "CommentText", tongue: Tongue::Neither, paragraph: "", run: "" },
];

const CHARACTERS: &str = r#"<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:rPr><w:noProof/><w:color w:val="8A5A00"/><w:shd w:val="clear" w:color="auto" w:fill="FBF3E2"/></w:rPr></w:style><w:style w:type="character" w:customStyle="1" w:styleId="Changed"><w:name w:val="Changed"/><w:rPr><w:b/><w:bCs/><w:color w:val="9A1B1B"/><w:shd w:val="clear" w:color="auto" w:fill="FCE8E6"/></w:rPr></w:style><w:style w:type="character" w:customStyle="1" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:color w:val="5B6470"/></w:rPr></w:style><w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>"#;

const TABLES: &str = r#"<w:style w:type="table" w:customStyle="1" w:styleId="Rules"><w:name w:val="Rules"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="3B4350"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="3B4350"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D4D8DE"/></w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="Columns"><w:name w:val="Columns"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="3B4350"/></w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="227" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="Boxed"><w:name w:val="Boxed"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="3B4350"/><w:left w:val="single" w:sz="8" w:space="0" w:color="3B4350"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="3B4350"/><w:right w:val="single" w:sz="8" w:space="0" w:color="3B4350"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D4D8DE"/></w:tblBorders><w:tblCellMar><w:left w:w="170" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#;
