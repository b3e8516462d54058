//! Writes XLIFF 1.2.

use std::io::{self, Write};

use super::codes::{coded, legacy};
use super::{BEFORE, OURS};
use crate::formats::exchange::escape::{escaped, quoted};
use crate::formats::exchange::{Parcel, Ripeness, Slip, SlipMatch, Tag};

/// Writes a parcel as one file of groups and units.
pub fn write(parcel: &Parcel<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Parcel { source_path, source_language, target_language, .. } = parcel;
    let (path, source, target) =
        (quoted(source_path), quoted(source_language), quoted(target_language));
    write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" \
         xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  <file original=\"{path}\" \
         datatype=\"plaintext\" source-language=\"{source}\" target-language=\"{target}\">\n    \
         <header>\n      <note from=\"tolmach\">{}</note>\n    </header>\n    <body>\n",
        escaped(parcel.article)
    )?;
    let mut rest = parcel.slips.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|slip| slip.block == first.block).count();
        let (block, after) = rest.split_at(count);
        let kind = quoted(first.kind);
        writeln!(out, "      <group id=\"b{}\" restype=\"x-{kind}\">", first.block + 1)?;
        for slip in block {
            write_unit(slip, source_path, out)?;
        }
        writeln!(out, "      </group>")?;
        rest = after;
    }
    out.write_all(b"    </body>\n  </file>\n</xliff>\n")
}

fn write_unit(slip: &Slip, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let id = slip.tag.as_ref().map_or("", |tag| tag.segment.as_str());
    let approved = if slip.ripeness == Ripeness::Final { " approved=\"yes\"" } else { "" };
    writeln!(
        out,
        "        <trans-unit id=\"{id}\" resname=\"{id}\" xml:space=\"preserve\"{approved}>"
    )?;
    writeln!(out, "          <source>{}</source>", coded(&slip.source, legacy))?;
    let is_missing = slip.ripeness == Ripeness::Missing;
    let target = if is_missing { &slip.source } else { &slip.target };
    let state = state(slip.ripeness);
    writeln!(out, "          <target state=\"{state}\">{}</target>", coded(target, legacy))?;
    writeln!(
        out,
        "          <context-group purpose=\"location\"><context \
         context-type=\"sourcefile\">{}</context><context \
         context-type=\"linenumber\">{}</context></context-group>",
        escaped(path),
        slip.line
    )?;
    if let Some(tag) = &slip.tag {
        write_note(OURS, &Tag::line(tag), out)?;
    }
    if !slip.previous.is_empty() {
        write_note(BEFORE, &slip.previous, out)?;
    }
    for note in &slip.notes {
        write_note("editor", note, out)?;
    }
    for found in &slip.matches {
        write_match(found, out)?;
    }
    writeln!(out, "        </trans-unit>")
}

fn write_match(found: &SlipMatch, out: &mut dyn Write) -> io::Result<()> {
    let SlipMatch { source, target, percent, origin, .. } = found;
    let origin = quoted(origin);
    writeln!(out, "          <alt-trans match-quality=\"{percent}%\" origin=\"{origin}\">")?;
    writeln!(out, "            <source>{}</source>", escaped(source))?;
    writeln!(out, "            <target>{}</target>", escaped(target))?;
    writeln!(out, "          </alt-trans>")
}

fn write_note(from: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "          <note from=\"{from}\">{}</note>", escaped(text))
}

fn state(ripeness: Ripeness) -> &'static str {
    match ripeness {
        Ripeness::Missing => "new",
        Ripeness::Stale => "needs-adaptation",
        Ripeness::Draft => "needs-translation",
        Ripeness::Translated => "translated",
        Ripeness::Reviewed => "signed-off",
        Ripeness::Final => "final",
    }
}
