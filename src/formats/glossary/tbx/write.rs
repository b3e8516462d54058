//! Terms as TBX 2.

use super::{CONTEXT, NEAR};
use crate::formats::exchange::{escaped, quoted};
use crate::terms::Term;
use crate::text::figures::Languages;

/// All terms as a file of TBX 2.
pub fn write(terms: &[&Term], languages: Languages<'_>) -> Vec<u8> {
    let language = quoted(languages.source);
    let version = env!("CARGO_PKG_VERSION");
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n\
         <martif type=\"TBX\" xml:lang=\"{language}\">\n  <martifHeader>\n    <fileDesc>\n      \
         <sourceDesc>\n        <p>tolmach {version}</p>\n      </sourceDesc>\n    </fileDesc>\n    \
         <encodingDesc>\n      <p type=\"XCSURI\">TBXXCSV02.xcs</p>\n    </encodingDesc>\n  \
         </martifHeader>\n  <text>\n    <body>\n"
    );
    for (number, term) in (1..).zip(terms) {
        out += &format!("      <termEntry id=\"t{number}\">\n");
        entry(&mut out, term);
        out += "      </termEntry>\n";
    }
    out += "    </body>\n  </text>\n</martif>\n";
    out.into_bytes()
}

fn entry(out: &mut String, term: &Term) {
    for (kind, texts) in [(CONTEXT, &term.context), (NEAR, &term.near)] {
        for text in texts {
            *out += &format!("        <admin type=\"{kind}\">{}</admin>\n", escaped(text));
        }
    }
    if term.owner.is_some() || term.date.is_some() {
        *out += "        <transacGrp>\n          <transac type=\"transactionType\">modification</transac>\n";
        if let Some(owner) = &term.owner {
            let owner = escaped(owner);
            *out +=
                &format!("          <transacNote type=\"responsibility\">{owner}</transacNote>\n");
        }
        if let Some(date) = &term.date {
            *out += &format!("          <date>{}</date>\n", escaped(date));
        }
        *out += "        </transacGrp>\n";
    }
    if let Some(note) = &term.note {
        *out += &format!("        <note>{}</note>\n", escaped(note));
    }
    let mut tags: Vec<&String> = [&term.full, &term.short, &term.forbidden]
        .into_iter()
        .flat_map(|words| words.keys())
        .collect();
    tags.sort_unstable();
    tags.dedup();
    for tag in tags {
        *out += &format!("        <langSet xml:lang=\"{}\">\n", quoted(tag));
        let kinds = [
            (&term.full, "fullForm", "preferredTerm-admn-sts"),
            (&term.short, "abbreviation", "admittedTerm-admn-sts"),
            (&term.forbidden, "variant", "deprecatedTerm-admn-sts"),
        ];
        for (words, kind, status) in kinds {
            for text in words.get(tag).into_iter().flatten() {
                word(out, text, &[("termType", kind), ("administrativeStatus", status)], term);
            }
        }
        *out += "        </langSet>\n";
    }
}

/// One text with what is to be known of it.
fn word(out: &mut String, text: &str, notes: &[(&str, &str)], term: &Term) {
    *out += &format!("          <tig>\n            <term>{}</term>\n", escaped(text));
    let part = term.part_of_speech.as_deref().map(|part| ("partOfSpeech", part));
    let kept = term.do_not_translate.then_some(("translationNote", "no"));
    for (kind, value) in notes.iter().copied().chain(part).chain(kept) {
        let value = escaped(value);
        *out += &format!("            <termNote type=\"{kind}\">{value}</termNote>\n");
    }
    *out += "          </tig>\n";
}
