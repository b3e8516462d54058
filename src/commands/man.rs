//! `tolmach man`: manual pages, in the reader's language.

use std::path::PathBuf;

use clap::Command;
use roff::{Roff, bold, roman};

use super::context::{self, Context, Exit};
use super::help::{HelpEntry, HelpPage};
use crate::error::Result;
use crate::l10n::{Localizer, message};
use crate::workspace;

/// Arguments of `tolmach man`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "folder")]
    out: Option<PathBuf>,
}

/// Prints the program's page, or writes the pages of all commands into a folder.
pub fn run(args: &Args, mut program: Command, cx: &Context<'_>) -> Result<Exit> {
    program.build();
    let Some(folder) = &args.out else {
        context::print(page(&program, &["tolmach"], cx.l10n))?;
        return Ok(Exit::Clean);
    };
    let mut files =
        vec![("tolmach.1".to_owned(), page(&program, &["tolmach"], cx.l10n).into_bytes())];
    for command in program.get_subcommands() {
        let name = command.get_name();
        let text = page(command, &["tolmach", name], cx.l10n);
        files.push((format!("tolmach-{name}.1"), text.into_bytes()));
    }
    let count = files.len();
    workspace::write_into(folder, files)?;
    let folder = folder.display().to_string();
    cx.tell(&message!("command-man-written", count = count, folder = folder));
    Ok(Exit::Clean)
}

fn page(command: &Command, path: &[&str], l10n: &Localizer) -> String {
    let page = HelpPage::new(command, path, l10n);
    let mut roff = Roff::new();
    let version = concat!("tolmach ", env!("CARGO_PKG_VERSION"));
    roff.control("TH", [path.join("-").as_str(), "1", "", version]);
    roff.control("SH", [heading("command-help-name", l10n).as_str()]);
    roff.text([roman(format!("{} - {}", path.join("-"), page.about))]);
    roff.control("SH", [heading("command-help-usage", l10n).trim_end_matches(':')]);
    roff.text([bold(page.usage.clone())]);
    let sections = [
        ("command-help-commands", &page.commands),
        ("command-help-arguments", &page.arguments),
        ("command-help-options", &page.options),
        ("command-help-globals", &page.globals),
    ];
    for (id, entries) in sections.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        roff.control("SH", [heading(id, l10n).trim_end_matches(':')]);
        for entry in entries {
            add(&mut roff, entry);
        }
    }
    if let Some(examples) = &page.examples {
        roff.control("SH", [heading("command-help-examples", l10n).trim_end_matches(':')]);
        roff.control("nf", []);
        for line in examples.lines() {
            roff.text([roman(line)]);
        }
        roff.control("fi", []);
    }
    roff.to_roff()
}

fn heading(id: &str, l10n: &Localizer) -> String {
    l10n.find(id).unwrap_or_default().to_uppercase()
}

fn add(roff: &mut Roff, entry: &HelpEntry) {
    roff.control("TP", []);
    roff.text([bold(entry.form.trim())]);
    roff.text([roman(entry.about.clone())]);
}
