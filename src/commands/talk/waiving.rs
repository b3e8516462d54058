//! The key that says of a finding that the translation is right as it is.

use super::session::{Session, TalkStep};
use crate::commands::terminal::Prompt;
use crate::desk::Card;
use crate::error::Result;
use crate::l10n::message;
use crate::report::translate::told;
use crate::tracking::Decision;

impl Session<'_> {
    /// Shows what a check says of the segment, and asks why that is right as it is.
    pub fn waive(&mut self, card: &Card) -> Result<TalkStep> {
        let Some(item) = self.items.get(self.at) else { return Ok(self.unchanged()) };
        let findings = self.desk.findings(item)?;
        let Some(finding) = findings.first() else {
            return Ok(self.stay(&message!("command-translate-no-finding")));
        };
        let screen = self.cx.screen();
        self.cx.print_styled(&told(&screen.text(&finding.message), &screen))?;
        let prompt = format!("{} ", screen.text(&message!("command-translate-ask-waiver")));
        self.explain_line()?;
        let question = Prompt { words: &prompt, text: "", history: &mut self.lines.notes };
        let answer = self.terminal.line(question)?.unwrap_or_default();
        let reason = answer.trim();
        if reason.is_empty() {
            return Ok(self.unchanged());
        }
        let (check, reason) = (finding.check.to_owned(), reason.to_owned());
        self.decide(card, &[Decision::Waive { check, reason }]);
        Ok(TalkStep::Stay)
    }
}
