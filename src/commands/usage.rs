//! What clap could not read, as an error in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::catalog::nearest as like;
use crate::error::Error;
use crate::l10n::{Localizer, message};

/// Turns clap's error into ours; `command` is the command that was called.
pub fn error(error: &clap::Error, command: &str, l10n: &Localizer) -> Error {
    let argument = worded(&context(ContextKind::InvalidArg, error), l10n);
    let given = context(ContextKind::InvalidValue, error);
    let found = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand, error);
            Error::new(message!("error-usage-command", name = name))
        }
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            Error::new(message!("error-usage-extra", argument = argument))
        }
        ErrorKind::UnknownArgument => {
            Error::new(message!("error-usage-argument", argument = argument))
        }
        ErrorKind::InvalidValue if given.is_empty() => {
            Error::new(message!("error-usage-no-value", argument = argument))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Error::new(message!("error-usage-value", argument = argument, value = given))
        }
        ErrorKind::ArgumentConflict => {
            let other = worded(&context(ContextKind::PriorArg, error), l10n);
            if argument == other {
                let option = argument.split(' ').next().unwrap_or_default();
                let twice = Error::new(message!("error-usage-twice", argument = option));
                return hinted(twice, error, command);
            }
            Error::new(message!("error-usage-conflict", argument = argument, other = other))
        }
        ErrorKind::MissingRequiredArgument => {
            Error::new(message!("error-usage-missing", arguments = argument))
        }
        ErrorKind::InvalidUtf8 => Error::new(message!("error-usage-encoding")),
        _ => Error::new(message!("error-usage-other", argument = argument)),
    };
    hinted(found, error, command)
}

fn context(kind: ContextKind, error: &clap::error::Error) -> String {
    error.get(kind).map(value).unwrap_or_default()
}

/// Arguments with their value's name, `<format>` or `[format]`, in the reader's language.
fn worded(arguments: &str, l10n: &Localizer) -> String {
    let name = |argument: &str| match argument.split_once('<') {
        // One of several is enough: `<segment|--all>`.
        Some((option, rest)) if rest.ends_with('>') => {
            let names = rest.trim_end_matches('>').split('|').map(|name| {
                l10n.find(&format!("command-value-{name}")).unwrap_or_else(|| name.to_owned())
            });
            format!("{option}<{}>", names.collect::<Vec<_>>().join("|"))
        }
        _ => match argument
            .trim_end_matches('.')
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            Some(name) => {
                let name = l10n.find(&format!("command-value-{name}"));
                name.unwrap_or_else(|| argument.to_owned())
            }
            None => argument.to_owned(),
        },
    };
    arguments.split(", ").map(name).collect::<Vec<_>>().join(", ")
}

fn hinted(found: Error, error: &clap::Error, command: &str) -> Error {
    let suggestions =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = suggestions.into_iter().find_map(|kind| error.get(kind)).map(nearest);
    // Where all that can be said is known, only what is much alike is a slip.
    let given = error.get(ContextKind::InvalidValue).map(value).unwrap_or_default();
    if let Some(near) = near.filter(|near| is_alike(near, &given)) {
        return found.hint(message!("hint-usage-near", name = near));
    }
    match error.get(ContextKind::ValidValue).map(value) {
        Some(values) if !values.is_empty() => {
            found.hint(message!("hint-usage-values", values = values))
        }
        _ => found.hint(message!("hint-usage-help", command = command)),
    }
}

fn is_alike(near: &str, given: &str) -> bool {
    given.is_empty() || like(given, [near]).is_some()
}

/// What clap suggests, the most alike last.
fn nearest(suggested: &ContextValue) -> String {
    match suggested {
        ContextValue::Strings(names) => names.last().cloned().unwrap_or_default(),
        other => value(other),
    }
}

/// Whether the call is `tolmach help …`.
pub fn asks_for_help(error: &clap::Error) -> bool {
    let name = error.get(ContextKind::InvalidSubcommand).map(value);
    error.kind() == ErrorKind::InvalidSubcommand && name.as_deref() == Some("help")
}

fn value(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
