//! The command line: one file per command, nothing but arguments and order.

mod ack;
mod align;
mod asking;
mod check;
mod cli;
mod completions;
mod context;
mod decidable;
mod diff;
mod export;
mod folder;
mod globals;
mod handover;
mod help;
mod import;
mod init;
mod kept;
mod leverage;
mod licences;
mod lone;
mod man;
mod meant;
mod memory;
mod merge_driver;
mod moved;
mod order;
mod package;
mod pretranslate;
mod progress;
mod publish;
mod redline;
mod report;
mod review;
mod segment;
mod segments;
mod site;
mod status;
mod surplus;
mod talk;
mod terminal;
mod terms;
mod tidy;
mod translate;
mod unready;
mod usage;
mod waive;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _};

use cli::{Cli, Command};
use context::{Context, Exit};
use globals::Globals;

use crate::error::{Error, Result};
use crate::l10n::{Localizer, message, negotiate};
use crate::workspace::wall;

/// Runs the program with its arguments, the program's name first, and gives its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    wall::raise();
    limit_threads();
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut parsed = Cli::command().try_get_matches_from(&arguments);
    if parsed.as_ref().is_err_and(usage::asks_for_help) {
        arguments = with_help(arguments);
        parsed = Cli::command().try_get_matches_from(&arguments);
    }
    let given: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let l10n = Localizer::new(negotiate(wishes(&given).iter().map(String::as_str)));
    let color = option(&given, "--color").unwrap_or("auto");
    let outcome = wall::guard_all(|| match &parsed {
        Ok(matches) => execute(matches, &l10n),
        Err(error) => explain(error, &given, &l10n),
    });
    match outcome {
        Ok(Exit::Clean) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        Err(error) => {
            context::show(&error, &l10n, color);
            ExitCode::from(2)
        }
    }
}

/// The most threads that anybody can ask for.
const MOST_THREADS: usize = 256;

/// A senseless number of threads in the environment stops nothing.
fn limit_threads() {
    let wanted = env::var("RAYON_NUM_THREADS").ok().and_then(|number| number.parse().ok());
    if wanted.is_some_and(|number: usize| number > MOST_THREADS) {
        // Where there is a pool already, it stays.
        _ = rayon::ThreadPoolBuilder::new().num_threads(MOST_THREADS).build_global();
    }
}

/// `tolmach help status` as `tolmach status --help`.
fn with_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if let Some(at) = arguments.iter().skip(1).position(|argument| argument == "help") {
        arguments.remove(at + 1);
    }
    arguments.push("--help".into());
    arguments
}

fn execute(matches: &ArgMatches, l10n: &Localizer) -> Result<Exit> {
    let cli = Cli::from_arg_matches(matches)
        .map_err(|error| usage::error(&error, Cli::command().get_name(), l10n))?;
    let cx = Context::new(&cli.globals, l10n);
    match &cli.command {
        Command::Init(args) => init::run(args, &cx),
        Command::Status(args) => status::run(args, &cx),
        Command::Diff(args) => diff::run(args, &cx),
        Command::Translate(args) => translate::run(args, &cx),
        Command::Ack(args) => ack::run(args, &cx),
        Command::Review(args) => review::run(args, &cx),
        Command::Waive(args) => waive::run(args, &cx),
        Command::Check(args) => check::run(args, &cx),
        Command::Report(args) => report::run(args, &cx),
        Command::Align(args) => align::run(args, &cx),
        Command::Publish(args) => publish::run(args, &cx),
        Command::Export(args) if args.redline.is_some() => redline::run(args, &cx),
        Command::Export(args) => export::run(args, &cx),
        Command::Import(args) => import::run(args, &cx),
        Command::Package(args) => package::run(args, &cx),
        Command::Memory(args) => memory::run(args, &cx),
        Command::Terms(args) => terms::run(args, &cx),
        Command::Leverage(args) => leverage::run(args, &cx),
        Command::Pretranslate(args) => pretranslate::run(args, &cx),
        Command::Tidy(args) => tidy::run(args, &cx),
        Command::MergeDriver(args) => merge_driver::run(args, &cx),
        Command::Segment(args) => segment::run(args, &cx),
        Command::Completions(args) => completions::run(args, Cli::command(), &cx),
        Command::Man(args) => man::run(args, Cli::command(), &cx),
    }
}

/// Answers a call for help or the version, or says what is wrong with the call.
fn explain(error: &clap::Error, given: &[&str], l10n: &Localizer) -> Result<Exit> {
    let program = Cli::command();
    let path = called(&program, given);
    let globals = Globals::with_color(option(given, "--color"));
    let cx = Context::new(&globals, l10n);
    match error.kind() {
        ErrorKind::DisplayVersion if given.contains(&"--licences") => {
            context::print(licences::text(l10n))?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayVersion => {
            context::print(format!("tolmach {}\n", env!("CARGO_PKG_VERSION")))?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayHelp => {
            cx.print_styled(&help_text(&program, &path, l10n))?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            cx.print_styled(&help_text(&program, &path, l10n))?;
            Err(Error::new(message!("error-usage-no-command"))
                .hint(message!("hint-usage-help", command = path.join(" "))))
        }
        _ => Err(usage::error(error, &path.join(" "), l10n)),
    }
}

fn help_text(program: &clap::Command, path: &[&str], l10n: &Localizer) -> String {
    let mut built = program.clone();
    built.build();
    let command = find(&built, path);
    help::text(&help::HelpPage::new(command, path, l10n), context::width().min(100), l10n)
}

fn find<'a>(program: &'a clap::Command, path: &[&str]) -> &'a clap::Command {
    path.iter().skip(1).fold(program, |command, name| {
        command.find_subcommand(name).expect("the path leads through subcommands")
    })
}

/// The names that lead to the command called: the program's, then those of subcommands.
fn called<'a>(program: &clap::Command, given: &[&'a str]) -> Vec<&'a str> {
    let mut path = vec!["tolmach"];
    let mut command = program;
    for argument in given.iter().skip(1) {
        if let Some(sub) = command.find_subcommand(argument) {
            path.push(argument);
            command = sub;
        }
    }
    path
}

/// The languages that a person asked for, the strongest wish first.
fn wishes(given: &[&str]) -> Vec<String> {
    if let Some(language) = option(given, "--lang") {
        return vec![language.to_owned()];
    }
    let variables = ["TOLMACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    let set = variables.iter().filter_map(|name| env::var(name).ok());
    set.filter(|value| !value.is_empty()).take(1).collect()
}

/// The value of an option that is needed before the command line is read.
fn option<'a>(given: &[&'a str], name: &str) -> Option<&'a str> {
    given.iter().enumerate().find_map(|(index, argument)| {
        let rest = argument.strip_prefix(name)?;
        match rest.strip_prefix('=') {
            Some(value) => Some(value),
            None if rest.is_empty() => given.get(index + 1).copied(),
            None => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::cli::Cli;
    use super::help::HelpPage;
    use crate::l10n::{LOCALES, Localizer};

    #[test]
    fn every_command_and_option_has_words_in_every_language() {
        let mut program = Cli::command();
        program.build();
        program.clone().debug_assert();
        for locale in LOCALES {
            let l10n = Localizer::new(locale);
            HelpPage::new(&program, &["tolmach"], &l10n);
            for command in program.get_subcommands() {
                let page = HelpPage::new(command, &["tolmach", command.get_name()], &l10n);
                assert!(page.examples.is_some(), "{} shows no example", command.get_name());
            }
        }
    }
}
