//! What one check is for: its reason, an example, how often it is wrong, and how to answer it.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::layout::printable;
use super::screen::{ERROR, FAINT, GOOD, STRONG};
use super::{Format, Screen, rules, write_json};
use crate::checks::{Check, Rate, is_mendable, rate};
use crate::l10n::{Message, message};

/// The formats of `check --explain`.
pub const FORMATS: &[Format<Check>] =
    &[Format { name: "text", write: text }, Format { name: "json", write: json }];

fn text(check: &Check, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let id = screen.paint(STRONG, check.id);
    writeln!(out, "{id}: {}\n", rules::title(check, screen))?;
    writeln!(out, "{}", rules::description(check, screen))?;
    writeln!(out, "{}", reason(check, screen))?;
    let example = example(check, screen);
    let rows = [
        (FAINT, message!("report-explain-source"), &example.source),
        (ERROR, message!("report-explain-wrong"), &example.wrong),
        (GOOD, message!("report-explain-right"), &example.right),
    ];
    writeln!(out)?;
    for (style, label, text) in rows.into_iter().filter(|(_, _, text)| !text.is_empty()) {
        let label = screen.paint(style, &screen.text(&label));
        writeln!(out, "  {label} {}", printable(text))?;
    }
    writeln!(out)?;
    for message in [measured(check), weight(check), waiver(check), mending(check)] {
        writeln!(out, "{}", screen.text(&message))?;
    }
    Ok(())
}

/// What is wrong by the check and what is right: texts, or where texts can't show it, what happened.
fn example<'a>(check: &Check, screen: &Screen<'_>) -> WireExample<'a> {
    let told = |name: &str| screen.l10n.find(&format!("check-{}.{name}", check.id));
    let texts = check.example;
    let text = |text: Option<&'static str>, name: &str| match text {
        Some(text) if !text.is_empty() => Cow::from(text),
        _ => told(name).unwrap_or_default().into(),
    };
    WireExample {
        source: texts.map_or("", |texts| texts.source).into(),
        wrong: text(texts.map(|texts| texts.wrong), "wrong"),
        right: text(texts.map(|texts| texts.right), "right"),
    }
}

/// Why the check is there.
fn reason(check: &Check, screen: &Screen<'_>) -> String {
    screen.l10n.find(&format!("check-{}.reason", check.id)).unwrap_or_default()
}

fn measured(check: &Check) -> Message {
    let Some(rate) = rate(check.id) else { return message!("report-explain-unmeasured") };
    message!(
        "report-explain-measured",
        found = rate.found,
        planted = rate.planted,
        alarms = rate.alarms,
        clean = rate.clean
    )
}

fn weight(check: &Check) -> Message {
    let check_id = check.id;
    if check.is_off {
        return message!("report-explain-off", check = check_id, severity = check.severity.name());
    }
    message!("report-explain-severity", check = check_id, severity = check.severity.name())
}

fn waiver(check: &Check) -> Message {
    if check.is_waivable() {
        message!("report-explain-waivable", check = check.id)
    } else {
        message!("report-explain-gate")
    }
}

fn mending(check: &Check) -> Message {
    if is_mendable(check) {
        message!("report-explain-fix", check = check.id)
    } else {
        message!("report-explain-by-hand")
    }
}

#[derive(Serialize)]
struct WireExplained<'a> {
    version: u32,
    check: &'a str,
    title: String,
    severity: &'a str,
    description: String,
    reason: String,
    example: WireExample<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<WireRate>,
    waivable: bool,
    fixable: bool,
}

#[derive(Serialize)]
struct WireExample<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    source: Cow<'a, str>,
    wrong: Cow<'a, str>,
    right: Cow<'a, str>,
}

#[derive(Serialize)]
struct WireRate {
    planted: usize,
    found: usize,
    clean: usize,
    alarms: usize,
}

fn json(check: &Check, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let measured = rate(check.id).map(|Rate { planted, found, clean, alarms }| WireRate {
        planted,
        found,
        clean,
        alarms,
    });
    let explained = WireExplained {
        version: 1,
        check: check.id,
        title: rules::title(check, screen),
        severity: if check.is_off { rules::OFF } else { check.severity.name() },
        description: rules::description(check, screen),
        reason: reason(check, screen),
        example: example(check, screen),
        measured,
        waivable: check.is_waivable(),
        fixable: is_mendable(check),
    };
    write_json(&explained, out)
}
