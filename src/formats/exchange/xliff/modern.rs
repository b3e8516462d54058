//! Writes XLIFF 2.0: one segment a unit, since some clients mix up units of several.

use std::io::{self, Write};

use super::codes::{coded, modern};
use super::{BEFORE, OURS};
use crate::formats::exchange::escape::{escaped, quoted};
use crate::formats::exchange::{Parcel, Ripeness, Slip, SlipMatch};

/// Writes a parcel as one file of groups and units.
pub fn write(parcel: &Parcel<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Parcel { source_path, source_language, target_language, .. } = parcel;
    let (path, source, target) =
        (quoted(source_path), quoted(source_language), quoted(target_language));
    // The file is word for word one of 2.1, too, but some clients refuse that number.
    write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.0\" \
         xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"{source}\" \
         trgLang=\"{target}\">\n  <file id=\"f1\" original=\"{path}\" xml:space=\"preserve\">\n"
    )?;
    if parcel.slips.is_empty() {
        // A file without a unit is none.
        writeln!(out, "    <group id=\"b0\"/>")?;
    }
    let mut rest = parcel.slips.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|slip| slip.block == first.block).count();
        let (block, after) = rest.split_at(count);
        let kind = quoted(first.kind);
        writeln!(out, "    <group id=\"b{}\" name=\"{kind}\">", first.block + 1)?;
        for slip in block {
            write_unit(slip, source_path, out)?;
        }
        writeln!(out, "    </group>")?;
        rest = after;
    }
    out.write_all(b"  </file>\n</xliff>\n")
}

fn write_unit(slip: &Slip, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let id = slip.tag.as_ref().map_or("", |tag| tag.segment.as_str());
    writeln!(out, "      <unit id=\"{id}\" name=\"{id}\">")?;
    write_matches(&slip.matches, out)?;
    writeln!(out, "        <notes>")?;
    if let Some(tag) = &slip.tag {
        write_note(OURS, &tag.line(), out)?;
    }
    write_note("location", &format!("{path}:{}", slip.line), out)?;
    if !slip.previous.is_empty() {
        write_note(BEFORE, &slip.previous, out)?;
    }
    for note in &slip.notes {
        write_note("editor", note, out)?;
    }
    let (state, more) = state(slip.ripeness);
    let id = if slip.matches.is_empty() { String::new() } else { format!(" id=\"{MATCHED}\"") };
    writeln!(out, "        </notes>\n        <segment{id} state=\"{state}\"{more}>")?;
    writeln!(out, "          <source>{}</source>", coded(&slip.source, modern))?;
    let is_missing = slip.ripeness == Ripeness::Missing;
    let target = if is_missing { &slip.source } else { &slip.target };
    writeln!(out, "          <target>{}</target>", coded(target, modern))?;
    writeln!(out, "        </segment>\n      </unit>")
}

/// The id of a segment that matches refer to.
const MATCHED: &str = "s1";

/// Writes earlier translations as the standard's module for them has it.
fn write_matches(matches: &[SlipMatch], out: &mut dyn Write) -> io::Result<()> {
    if matches.is_empty() {
        return Ok(());
    }
    let space = "urn:oasis:names:tc:xliff:matches:2.0";
    writeln!(out, "        <mtc:matches xmlns:mtc=\"{space}\">")?;
    for found in matches {
        let SlipMatch { source, target, percent, origin, is_of_machine } = found;
        let (origin, kind) = (quoted(origin), if *is_of_machine { "mt" } else { "tm" });
        writeln!(
            out,
            "          <mtc:match ref=\"#{MATCHED}\" type=\"{kind}\" \
             matchQuality=\"{percent}.0\" origin=\"{origin}\">"
        )?;
        writeln!(out, "            <source>{}</source>", escaped(source))?;
        writeln!(out, "            <target>{}</target>", escaped(target))?;
        writeln!(out, "          </mtc:match>")?;
    }
    writeln!(out, "        </mtc:matches>")
}

fn write_note(category: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "          <note category=\"{category}\">{}</note>", escaped(text))
}

fn state(ripeness: Ripeness) -> (&'static str, &'static str) {
    match ripeness {
        Ripeness::Missing => ("initial", ""),
        Ripeness::Stale => ("initial", " subState=\"tolmach:stale\""),
        Ripeness::Draft => ("initial", " subState=\"tolmach:draft\""),
        Ripeness::Translated => ("translated", ""),
        Ripeness::Reviewed => ("reviewed", ""),
        Ripeness::Final => ("final", ""),
    }
}
