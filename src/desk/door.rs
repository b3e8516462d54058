//! The one door by which proposals come into catalogs.
//!
//! Each proposal is judged against the catalog as it is at that moment, under the lock, so what
//! somebody else wrote meanwhile is never overwritten: it becomes a conflict that is told. All that
//! is taken is written at the end, or none of it.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::bulk::settle_at_once;
use super::proposal::{Proposal, Rules};
use super::settling::{Ground, settle};
use super::verdict::Verdict;
use crate::checks::Languages;
use crate::error::Result;
use crate::model::{Catalog, Signature};
use crate::workspace::{Job, Workspace, wall};

/// What would become of the proposals now, in their order; nothing is written.
pub fn preview(
    workspace: &Workspace,
    proposals: &[Proposal],
    rules: Rules,
    step: &(dyn Fn() + Sync),
) -> Result<Vec<Verdict>> {
    let orders = Orders::of(workspace, proposals)?;
    let settled = orders.settle(workspace, rules, step)?;
    Ok(verdicts(proposals.len(), settled.into_iter().flat_map(|settled| settled.verdicts)))
}

/// Takes the proposals into the catalogs, all that can be taken at once; tells what became of each.
pub fn apply(
    workspace: &Workspace,
    proposals: &[Proposal],
    rules: Rules,
    step: &(dyn Fn() + Sync),
) -> Result<Vec<Verdict>> {
    let settled = workspace.together(|| {
        let orders = Orders::of(workspace, proposals)?;
        let settled = orders.settle(workspace, rules, step)?;
        for one in &settled {
            let Some(catalog) = &one.catalog else { continue };
            workspace.update_catalog(&one.job.article.catalog_path(&one.job.target), |stored| {
                stored.clone_from(catalog);
                Ok(())
            })?;
        }
        Ok(settled)
    })?;
    Ok(verdicts(proposals.len(), settled.into_iter().flat_map(|settled| settled.verdicts)))
}

/// A verdict for each proposal; those that no article has are unknown.
fn verdicts(count: usize, found: impl Iterator<Item = (usize, Verdict)>) -> Vec<Verdict> {
    let mut verdicts = vec![Verdict::unknown(); count];
    for (index, verdict) in found {
        verdicts[index] = verdict;
    }
    verdicts
}

/// The proposals by the article and language that they are about.
struct Orders<'p> {
    all: Vec<Order<'p>>,
}

struct Order<'p> {
    job: Job,
    /// The proposals with their places in the list.
    proposals: Vec<(usize, &'p Proposal)>,
}

/// What became of an article's proposals.
struct Settled {
    job: Job,
    verdicts: Vec<(usize, Verdict)>,
    /// The catalog afterwards, where it is another.
    catalog: Option<Catalog>,
}

impl<'p> Orders<'p> {
    fn of(workspace: &Workspace, proposals: &'p [Proposal]) -> Result<Self> {
        let mut by_place: BTreeMap<(String, String), Vec<(usize, &Proposal)>> = BTreeMap::new();
        for (index, proposal) in proposals.iter().enumerate() {
            let place = (proposal.article.clone(), proposal.language.clone());
            by_place.entry(place).or_default().push((index, proposal));
        }
        let mut all = Vec::new();
        for article in workspace.articles(&[])? {
            for target in &workspace.config.targets {
                let place = (article.id.clone(), target.clone());
                let Some(proposals) = by_place.remove(&place) else { continue };
                let job = Job { article: article.clone(), target: target.clone() };
                all.push(Order { job, proposals });
            }
        }
        Ok(Self { all })
    }

    fn settle(
        &self,
        workspace: &Workspace,
        rules: Rules,
        step: &(dyn Fn() + Sync),
    ) -> Result<Vec<Settled>> {
        // Asked once: git is asked who the person is.
        let signature = workspace.signature();
        let settle = |order: &Order<'_>| {
            let path = || workspace.shown(&order.job.article.source);
            let settled = wall::guard(path, || order.settle(workspace, &signature, rules));
            step();
            settled
        };
        self.all.par_iter().map(settle).collect()
    }
}

impl Order<'_> {
    fn settle(
        &self,
        workspace: &Workspace,
        signature: &Signature,
        rules: Rules,
    ) -> Result<Settled> {
        let Job { article, target } = &self.job;
        let document = workspace.document(article)?;
        let before = workspace.catalog(article, target)?.unwrap_or_default();
        let source = workspace.config.source_subtag();
        let ground = Ground {
            document: &document,
            languages: Languages::new(source, target),
            source,
            signature: signature.clone(),
            rules,
            values: workspace.values_into(target),
        };
        let mut catalog = before.clone();
        let mut verdicts = settle_at_once(&ground, &mut catalog, &self.proposals);
        let taken: HashSet<usize> = verdicts.iter().map(|(index, _)| *index).collect();
        let rest = self.proposals.iter().filter(|(index, _)| !taken.contains(index));
        let rest: Vec<_> = rest.copied().collect();
        verdicts.extend(settle(&ground, &mut catalog, &rest));
        let catalog = (catalog != before).then_some(catalog);
        Ok(Settled { job: self.job.clone(), verdicts, catalog })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{apply, preview};
    use crate::desk::{Approved, Base, Outcome, Prefer, Proposal, Rules};
    use crate::l10n::{LOCALES, Localizer};
    use crate::model::{State, text_digest};
    use crate::workspace::testing::{folder, open};

    const SOURCE: &str = "Кофе остыл.\n\nПоезд пришёл в 6 часов.\n\nСнег выпал ночью.\n";
    const CATALOG: &str = r#"[[pair]]
source = "Кофе остыл."
target = "The coffee went cold."
state = "translated"
seal = "SEAL1"

[[pair]]
source = "Поезд пришёл в 5 часов."
target = "The train came at 5."
state = "reviewed"
seal = "SEAL2"
"#;

    /// The translation of a source that was seen with this translation.
    fn proposal(source: &str, seen: &str, target: &str) -> Proposal {
        Proposal {
            article: "news".to_owned(),
            language: "en".to_owned(),
            base: Base {
                source: Some(text_digest(source).to_string()),
                target: Some(text_digest(seen).to_string()),
            },
            source: source.to_owned(),
            target: Some(target.to_owned()),
            state: State::Translated,
            ..Proposal::default()
        }
    }

    /// What becomes of the proposals, and the translations held afterwards.
    fn applied(proposals: &[Proposal], rules: Rules) -> (Vec<String>, Vec<String>) {
        let seal = |source, target, state| crate::model::seal(source, target, state).to_string();
        let one = seal("Кофе остыл.", "The coffee went cold.", State::Translated);
        let two = seal("Поезд пришёл в 5 часов.", "The train came at 5.", State::Reviewed);
        let catalog = CATALOG.replace("SEAL1", &one).replace("SEAL2", &two);
        let folder = folder(&[
            ("tolmach.toml", ""),
            ("articles/news/ru.md", SOURCE),
            ("articles/news/en.toml", &catalog),
        ]);
        let workspace = open(&folder);
        let path = folder.path().join("articles/news/en.toml");
        let foreseen = preview(&workspace, proposals, rules, &|| ()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), catalog);
        let verdicts = apply(&workspace, proposals, rules, &|| ()).unwrap();
        assert_eq!(foreseen, verdicts);
        if !verdicts.iter().any(|verdict| verdict.outcome.is_taken()) {
            assert_eq!(fs::read_to_string(&path).unwrap(), catalog);
        }
        let l10n = Localizer::new(&LOCALES[0]);
        let told = verdicts.iter().map(|verdict| {
            let reason = verdict.reason.as_ref().map(|reason| format!(": {}", l10n.text(reason)));
            format!("{}{}", verdict.outcome.name(), reason.unwrap_or_default())
        });
        let article = &workspace.articles(&[]).unwrap()[0];
        let pairs = workspace.catalog(article, "en").unwrap().unwrap().pairs;
        let held = pairs.iter().map(|pair| {
            assert!(pair.is_sealed());
            format!("{} = {}", pair.source, pair.target)
        });
        (told.collect(), held.collect())
    }

    const COFFEE: &str = "Кофе остыл. = The coffee went cold.";
    const TRAIN: &str = "Поезд пришёл в 5 часов. = The train came at 5.";

    fn alone(proposal: Proposal, rules: Rules) -> (String, Vec<String>) {
        let (told, held) = applied(&[proposal], rules);
        (told.concat(), held)
    }

    fn held(pairs: &[&str]) -> Vec<String> {
        pairs.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_nobody_else_changed_is_taken() {
        let changed = proposal("Кофе остыл.", "The coffee went cold.", "The coffee has gone cold.");
        let coffee = "Кофе остыл. = The coffee has gone cold.";
        let rules = Rules::default();
        assert_eq!(alone(changed, rules), ("changed".to_owned(), held(&[coffee, TRAIN])));
        let new = proposal("Снег выпал ночью.", "", "Snow fell overnight.");
        let snow = "Снег выпал ночью. = Snow fell overnight.";
        assert_eq!(alone(new, rules), ("new".to_owned(), held(&[COFFEE, TRAIN, snow])));
    }

    #[test]
    fn what_is_as_it_was_seen_changes_nothing() {
        let rules = Rules::default();
        let same = ("same".to_owned(), held(&[COFFEE, TRAIN]));
        let held = "The coffee went cold.";
        assert_eq!(alone(proposal("Кофе остыл.", held, held), rules), same);
        // The catalog changed since, the file did not.
        assert_eq!(alone(proposal("Кофе остыл.", "Cold coffee.", "Cold coffee."), rules), same);
        assert_eq!(alone(proposal("Снег выпал ночью.", "", " "), rules), same);
    }

    #[test]
    fn what_both_changed_is_a_conflict_unless_one_is_preferred() {
        let both = proposal("Кофе остыл.", "Cold coffee.", "The coffee is cold now.");
        let conflict = ("conflict".to_owned(), held(&[COFFEE, TRAIN]));
        assert_eq!(alone(both.clone(), Rules::default()), conflict);
        let file = Rules { prefer: Prefer::File, ..Rules::default() };
        let coffee = "Кофе остыл. = The coffee is cold now.";
        assert_eq!(alone(both.clone(), file), ("changed".to_owned(), held(&[coffee, TRAIN])));
        let catalog = Rules { prefer: Prefer::Catalog, ..Rules::default() };
        assert_eq!(alone(both.clone(), catalog), ("same".to_owned(), held(&[COFFEE, TRAIN])));
        // Nobody can tell what the proposer saw.
        let blind = Proposal { base: Base::default(), ..both };
        assert_eq!(alone(blind, Rules::default()), conflict);
    }

    #[test]
    fn the_translation_of_an_older_source_stays_one() {
        let better = proposal("Поезд пришёл в 5 часов.", "The train came at 5.", "It came at 5.");
        let kept = "refused: an editor approved the translation held".to_owned();
        let rules = Rules::default();
        assert_eq!(alone(better.clone(), rules), (kept, held(&[COFFEE, TRAIN])));
        let over = Rules { approved: Approved::Replace, ..rules };
        let train = "Поезд пришёл в 5 часов. = It came at 5.";
        assert_eq!(alone(better, over), ("older-source".to_owned(), held(&[COFFEE, train])));
        let snow = proposal("Снег выпал днём.", "", "Snow fell by day.");
        let snow = alone(Proposal { segment: 3, ..snow }, rules);
        let pair = "Снег выпал днём. = Snow fell by day.";
        assert_eq!(snow, ("older-source".to_owned(), held(&[COFFEE, TRAIN, pair])));
    }

    #[test]
    fn what_no_segment_has_is_left_over() {
        let rules = Rules::default();
        let unknown = ("unknown".to_owned(), held(&[COFFEE, TRAIN]));
        assert_eq!(alone(proposal("Кошка спит.", "", "The cat is asleep."), rules), unknown);
        let other = Proposal {
            article: "../news".to_owned(), ..proposal("Кофе остыл.", "", "A.")
        };
        assert_eq!(alone(other, rules), unknown);
    }

    #[test]
    fn an_emptied_translation_is_refused() {
        let emptied = proposal("Кофе остыл.", "The coffee went cold.", "");
        let (told, kept) = alone(emptied, Rules::default());
        assert!(told.starts_with("refused: the translation was emptied"), "{told}");
        assert_eq!(kept, held(&[COFFEE, TRAIN]));
    }

    #[test]
    fn a_statement_and_a_note_come_by_the_same_door() {
        let silent = |source| Proposal { target: None, ..proposal(source, "", "") };
        let reason = Some("The hour is not in the translation.".to_owned());
        let ack = Proposal { reason, ..silent("Поезд пришёл в 6 часов.") };
        let train = "Поезд пришёл в 6 часов. = The train came at 5.";
        assert_eq!(alone(ack, Rules::default()), ("changed".to_owned(), held(&[COFFEE, train])));
        let note = Proposal { note: Some("Ask.".to_owned()), ..silent("Кофе остыл.") };
        assert_eq!(alone(note, Rules::default()), ("changed".to_owned(), held(&[COFFEE, TRAIN])));
    }

    #[test]
    fn what_comes_back_unchanged_is_compared_once_and_what_follows_sees_each_change() {
        let coffee = |seen: &str, target: &str| proposal("Кофе остыл.", seen, target);
        let held = "The coffee went cold.";
        let list = [
            coffee(held, held),
            coffee(held, "Cold coffee."),
            coffee("Cold coffee.", "Cold coffee!"),
            coffee(held, "The coffee is cold."),
            coffee("Cold coffee!", "Cold coffee!"),
            proposal("Снег выпал ночью.", "", "Snow fell overnight."),
        ];
        let (told, _) = applied(&list, Rules::default());
        assert_eq!(told, ["same", "changed", "changed", "conflict", "same", "new"]);
    }

    #[test]
    fn of_two_proposals_for_one_segment_the_second_is_a_conflict() {
        let seen = "The coffee went cold.";
        let first = proposal("Кофе остыл.", seen, "Cold coffee.");
        let second = proposal("Кофе остыл.", seen, "The coffee is cold.");
        assert_eq!(applied(&[first.clone(), second], Rules::default()).0, ["changed", "conflict"]);
        assert_eq!(applied(&[first.clone(), first], Rules::default()).0, ["changed", "same"]);
        assert_eq!(Outcome::ALL.iter().filter(|outcome| outcome.is_left()).count(), 3);
    }
}
