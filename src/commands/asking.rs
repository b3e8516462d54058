//! A machine asked for what the memory lacks; what it answers is saved as it comes.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::context::Context;
use crate::checks::{TERMS, doubts};
use crate::desk::{self, Doubtful, Proposal, Rules};
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::memory::Around;
use crate::model::MACHINE;
use crate::report::pretranslate::{Pretranslated, PretranslatedRow};
use crate::workspace::{Machine, MachineRequest, Recollection, Workspace};

/// A sentence that wants a draft.
pub struct DraftTask {
    pub proposal: Proposal,
    pub around: Around,
    pub request: MachineRequest,
    pub words: usize,
}

/// Puts drafts into the catalogs, or only tells what would become of them.
pub fn settle(
    workspace: &Workspace,
    proposals: Vec<Proposal>,
    told: &mut Pretranslated,
) -> Result<()> {
    if proposals.is_empty() {
        return Ok(());
    }
    let rules = Rules { doubtful: Doubtful::Refuse, ..Rules::default() };
    let apply = if told.is_preview { desk::preview } else { desk::apply };
    let verdicts = apply(workspace, &proposals, rules, &|| ())?;
    for (proposal, verdict) in proposals.into_iter().zip(verdicts) {
        told.rows.push(PretranslatedRow::judged(proposal, &verdict));
    }
    Ok(())
}

/// So many answers are saved together, and those of so long a time.
const TOGETHER: usize = 5;
const WHILE: Duration = Duration::from_secs(1);

/// A machine being asked.
pub struct Asking<'a, 'w> {
    /// So many words may be sent.
    pub budget: usize,
    pub workspace: &'w Workspace,
    pub machine: &'a mut Machine<'w>,
    pub told: &'a mut Pretranslated,
    pub recollection: &'a Recollection,
    /// Until when each article asked about so far is under embargo.
    pub embargoes: BTreeMap<String, Option<String>>,
}

impl Asking<'_, '_> {
    /// Asks for one task after another, as far as budget and embargo allow.
    pub fn ask(&mut self, cx: &Context<'_>, tasks: &[&DraftTask]) -> Result<()> {
        let mut drafts = Vec::new();
        let mut words = self.budget;
        let mut saved = Instant::now();
        let bar = cx.progress(tasks.len(), &message!("command-progress-machine"));
        for (number, task) in tasks.iter().enumerate() {
            bar.step();
            if self.machine.gone.is_some() {
                self.told.left += 1;
                continue;
            }
            if let Some(until) = self.embargo(task)? {
                self.refuse(task, message!("report-pretranslate-embargo", until = until));
                continue;
            }
            if task.words > words {
                self.told.left += 1;
                continue;
            }
            if self.told.is_preview {
                words -= task.words;
                self.told.asked += 1;
                continue;
            }
            self.machine.most = words.checked_div(task.words).unwrap_or(usize::MAX);
            let before = self.machine.sent;
            let request = MachineRequest { id: number + 1, ..task.request.clone() };
            drafts.extend(self.answer(task, &request)?);
            // What is sent again costs again.
            words = words.saturating_sub(task.words * (self.machine.sent - before));
            if drafts.len() >= TOGETHER || saved.elapsed() >= WHILE {
                settle(self.workspace, std::mem::take(&mut drafts), self.told)?;
                saved = Instant::now();
            }
        }
        settle(self.workspace, drafts, self.told)
    }

    /// What the machine makes of a sentence, where no check doubts it.
    fn answer(&mut self, task: &DraftTask, request: &MachineRequest) -> Result<Option<Proposal>> {
        let text = match self.machine.ask(request)? {
            Ok(text) => text,
            Err(why) => {
                self.refuse(task, why);
                return Ok(None);
            }
        };
        // What the door itself sees it tells in its own words.
        let proposal = Proposal {
            target: Some(text.clone()),
            origin: Some(MACHINE.to_owned()),
            ..task.proposal.clone()
        };
        let languages = self.recollection.languages();
        let Proposal { article, source, .. } = &task.proposal;
        let breaks_terms = || self.recollection.breaks_terms_of(article, source, &text);
        let doubting = self.recollection.warning(source, &text);
        match doubting.or_else(|| breaks_terms().then_some(TERMS.id)) {
            Some(check) if doubts(&proposal.source, &text, languages).is_empty() => {
                let why = message!("report-pretranslate-doubted", check = check);
                self.told.rows.push(PretranslatedRow::refused(proposal, why));
                Ok(None)
            }
            _ => Ok(Some(proposal)),
        }
    }

    fn embargo(&mut self, task: &DraftTask) -> Result<Option<String>> {
        if self.workspace.config.machine.allow_embargoed {
            return Ok(None);
        }
        let id = &task.proposal.article;
        if let Some(known) = self.embargoes.get(id) {
            return Ok(known.clone());
        }
        let articles = self.workspace.articles(std::slice::from_ref(id))?;
        let article = articles.iter().find(|article| article.id == *id);
        let until = article.map(|article| self.workspace.embargo(article)).transpose()?.flatten();
        self.embargoes.insert(id.clone(), until.clone());
        Ok(until)
    }

    fn refuse(&mut self, task: &DraftTask, why: Message) {
        self.told.rows.push(PretranslatedRow::refused(task.proposal.clone(), why));
    }
}
