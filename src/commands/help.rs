//! What help and manual pages say about a command, gathered from clap and Fluent.

use clap::{Arg, ArgAction, Command};

use crate::l10n::{Localizer, message};

/// A command's description, in the reader's language.
pub struct HelpPage {
    pub about: String,
    pub usage: String,
    pub commands: Vec<HelpEntry>,
    pub arguments: Vec<HelpEntry>,
    pub options: Vec<HelpEntry>,
    /// Options that every command takes.
    pub globals: Vec<HelpEntry>,
    /// Command lines with a remark each, ready to show.
    pub examples: Option<String>,
}

/// A command, an argument or an option with what it is for.
pub struct HelpEntry {
    pub form: String,
    pub about: String,
}

impl HelpPage {
    /// Describes `command`, which `path` leads to from the program's name.
    pub fn new(command: &Command, path: &[&str], l10n: &Localizer) -> Self {
        let id = command_id(path);
        let name = path.join(" ");
        let describe = |arg: &Arg| entry(arg, &id, l10n);
        let arguments: Vec<&Arg> = command.get_positionals().filter(|arg| own(arg)).collect();
        let options: Vec<&Arg> =
            command.get_opts().chain(flags(command)).filter(|arg| own(arg)).collect();
        let globals = command.get_arguments().filter(|arg| arg.is_global_set());
        Self {
            about: words(l10n, &id),
            usage: usage(&name, command, &arguments, l10n),
            commands: command
                .get_subcommands()
                .map(|sub| HelpEntry {
                    form: sub.get_name().to_owned(),
                    about: words(l10n, &command_id(&[path, &[sub.get_name()]].concat())),
                })
                .collect(),
            arguments: arguments.into_iter().map(describe).collect(),
            options: options.into_iter().map(describe).collect(),
            globals: globals.map(|arg| entry(arg, "command-tolmach", l10n)).collect(),
            examples: l10n.find(&format!("{id}.examples")),
        }
    }
}

fn own(arg: &Arg) -> bool {
    !arg.is_global_set() && !arg.is_hide_set()
}

/// The Fluent id of the command that `path` leads to.
pub fn command_id(path: &[&str]) -> String {
    match path {
        [program] => format!("command-{program}"),
        [_, rest @ ..] => format!("command-{}", rest.join("-")),
        [] => String::new(),
    }
}

fn flags(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.get_action().takes_values() && !arg.is_positional())
}

fn usage(name: &str, command: &Command, arguments: &[&Arg], l10n: &Localizer) -> String {
    let mut usage = format!("{name} [{}]", words(l10n, "command-value-options"));
    if command.has_subcommands() {
        usage.push_str(&format!(" <{}>", words(l10n, "command-value-command")));
    }
    for arg in arguments {
        usage.push_str(&format!(" {}", placeholder(arg, l10n)));
    }
    usage
}

fn placeholder(arg: &Arg, l10n: &Localizer) -> String {
    let value = value_name(arg, l10n);
    let dots = if is_list(arg) { "..." } else { "" };
    if arg.is_required_set() { format!("<{value}>{dots}") } else { format!("[{value}]{dots}") }
}

fn entry(arg: &Arg, command: &str, l10n: &Localizer) -> HelpEntry {
    let mut about = words(l10n, &format!("{command}.{}", arg.get_id()));
    if arg.get_action().takes_values() {
        about.push_str(&choices(arg, l10n));
    }
    HelpEntry { form: form(arg, l10n), about }
}

/// The values that an argument takes and the one it has by itself, where there are any.
fn choices(arg: &Arg, l10n: &Localizer) -> String {
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    let known = message!("command-help-values", values = values.join(", "));
    let known = (!values.is_empty()).then(|| l10n.text(&known));
    let default = arg.get_default_values().first().map(|default| {
        let default = default.to_string_lossy().into_owned();
        l10n.text(&message!("command-help-default", value = default))
    });
    known.into_iter().chain(default).map(|words| format!(" {words}")).collect()
}

fn form(arg: &Arg, l10n: &Localizer) -> String {
    if arg.is_positional() {
        return placeholder(arg, l10n);
    }
    let mut form = arg.get_short().map_or("    ".to_owned(), |short| format!("-{short}, "));
    form.push_str(&format!("--{}", arg.get_long().unwrap_or_default()));
    if arg.get_action().takes_values() {
        form.push_str(&format!(" <{}>", value_name(arg, l10n)));
    }
    form
}

fn is_list(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

fn value_name(arg: &Arg, l10n: &Localizer) -> String {
    let name = arg.get_value_names().and_then(|names| names.first());
    words(l10n, &format!("command-value-{}", name.map_or("value", |name| name.as_str())))
}

fn words(l10n: &Localizer, id: &str) -> String {
    let found = l10n.find(id);
    debug_assert!(found.is_some(), "{id} has no words");
    found.unwrap_or_default()
}

/// The page as text for a terminal that is `width` columns wide.
pub fn text(page: &HelpPage, width: usize, l10n: &Localizer) -> String {
    let mut text = format!("{}\n\n", page.about);
    text.push_str(&format!("{} {}\n", heading("command-help-usage", l10n), page.usage));
    let sections = [
        ("command-help-commands", &page.commands),
        ("command-help-arguments", &page.arguments),
        ("command-help-options", &page.options),
        ("command-help-globals", &page.globals),
    ];
    for (id, entries) in sections {
        if !entries.is_empty() {
            text.push_str(&format!("\n{}\n{}", heading(id, l10n), table(entries, width)));
        }
    }
    if let Some(examples) = &page.examples {
        text.push_str(&format!("\n{}\n", heading("command-help-examples", l10n)));
        examples.lines().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    text
}

fn heading(id: &str, l10n: &Localizer) -> String {
    format!("{HEADING}{}{HEADING:#}", words(l10n, id))
}

const HEADING: anstyle::Style = anstyle::Style::new().bold().underline();
const FORM: anstyle::Style = anstyle::Style::new().bold();

fn table(entries: &[HelpEntry], width: usize) -> String {
    use unicode_width::UnicodeWidthStr as _;
    let column = entries.iter().map(|entry| entry.form.width()).max().unwrap_or_default().min(30);
    let mut text = String::new();
    for HelpEntry { form, about } in entries {
        let pad = " ".repeat(column.saturating_sub(form.width()) + 2);
        let lines = wrap(about, width.saturating_sub(column + 4).max(30));
        let mut lines = lines.iter();
        let first = lines.next().map_or("", String::as_str);
        text.push_str(&format!("  {FORM}{form}{FORM:#}{pad}{first}\n"));
        lines.for_each(|line| text.push_str(&format!("{}{line}\n", " ".repeat(column + 4))));
    }
    text
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    use unicode_width::UnicodeWidthStr as _;
    let mut lines = vec![String::new()];
    for word in text.split_ascii_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The program with its descriptions filled in, for completion scripts.
pub fn described(program: Command, l10n: &Localizer) -> Command {
    describe(program, &["tolmach"], l10n)
}

fn describe(command: Command, path: &[&str], l10n: &Localizer) -> Command {
    let id = command_id(path);
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.about(words(l10n, &id));
    let command = command.mut_args(|arg| {
        let found = l10n.find(&format!("{id}.{}", arg.get_id()));
        found.map_or(arg.clone(), |about| arg.help(about))
    });
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| describe(sub, &[path, &[name]].concat(), l10n))
    })
}
