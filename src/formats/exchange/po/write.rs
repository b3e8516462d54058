//! Writes PO as `msgcat --no-wrap` does, so that gettext's programs leave it as it is.

use std::io::{self, Write};

use super::ESCAPES;
use crate::formats::exchange::{Parcel, Ripeness, Slip, Tag};

/// Writes a header and an entry a slip.
pub fn write(parcel: &Parcel<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Parcel { article, source_path, target_language, .. } = parcel;
    let header = format!(
        "Project-Id-Version: {article}\n\
         PO-Revision-Date: 1970-01-01 00:00+0000\n\
         Last-Translator: tolmach\n\
         Language-Team: {target_language}\n\
         Language: {target_language}\n\
         MIME-Version: 1.0\n\
         Content-Type: text/plain; charset=UTF-8\n\
         Content-Transfer-Encoding: 8bit\n\
         X-Generator: tolmach\n"
    );
    write_string("msgid", "", out)?;
    write_string("msgstr", &header, out)?;
    for slip in &parcel.slips {
        writeln!(out)?;
        write_entry(slip, source_path, out)?;
    }
    Ok(())
}

fn write_entry(slip: &Slip, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let tag = slip.tag.as_ref();
    for comment in tag.map(Tag::line).iter().chain(&slip.notes) {
        for line in comment.lines() {
            let line = line.replace(|c: char| c.is_control(), " ");
            writeln!(out, "{}", format!("#. {line}").trim_end())?;
        }
    }
    if path.contains(char::is_whitespace) {
        writeln!(out, "#: \u{2068}{path}\u{2069}:{}", slip.line)?;
    } else {
        writeln!(out, "#: {path}:{}", slip.line)?;
    }
    let is_fuzzy = matches!(slip.ripeness, Ripeness::Stale | Ripeness::Draft);
    if is_fuzzy && !slip.target.is_empty() {
        writeln!(out, "#, fuzzy")?;
        if !slip.previous.is_empty() {
            write_string("#| msgid", &slip.previous, out)?;
        }
    }
    write_string("msgctxt", tag.map_or("", |tag| tag.segment.as_str()), out)?;
    write_string("msgid", &slip.source, out)?;
    write_string("msgstr", &slip.target, out)
}

/// A keyword with its string, which begins anew behind each line end.
fn write_string(keyword: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if let [] | [_] = lines[..] {
        return writeln!(out, "{keyword} \"{}\"", escaped(text));
    }
    writeln!(out, "{keyword} \"\"")?;
    let mark = if keyword.starts_with("#|") { "#| " } else { "" };
    lines.iter().try_for_each(|line| writeln!(out, "{mark}\"{}\"", escaped(line)))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match ESCAPES.iter().find(|(_, meant)| *meant == c) {
            Some((letter, _)) => escaped.extend(['\\', *letter]),
            None => escaped.push(c),
        }
    }
    escaped
}
