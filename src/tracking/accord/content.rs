//! Words that say something and state no fact of a kind: what came or went in the source asks for as
//! much in the translation, beside its own wording.
//!
//! A word is known to answer to another by the vocabulary, by its sound or by what was learnt. An edit of
//! the translation whose words answer to words that the source has left alone is its own wording.

use super::halves::left_over;
use super::ledger::Ledger;
use super::{Alone, Discord, Edits};
use crate::align::Answers;
use crate::tracking::change::{ContentWord, MovedWords, content};

/// Holds the words of both edits against each other.
pub fn settle(edits: &Edits<'_>, ledger: &Ledger, discord: &mut Discord) {
    let (from, into) = edits.tongues;
    let both = Both {
        edits,
        has_facts: ledger.has_facts()[1],
        has_denials: ledger.has_denials(),
        source: content(edits.source.before, edits.source.after, from),
        target: content(edits.target.before, edits.target.after, into),
    };
    if discord.unanswered.is_empty() && !edits.source.is_none() {
        discord.unanswered.extend(both.unanswered());
    }
    if both.source.gone.is_empty() && both.source.come.is_empty() {
        both.take_reworded(discord);
    }
}

struct Both<'a> {
    edits: &'a Edits<'a>,
    /// Whether facts came or went in the translation.
    has_facts: bool,
    /// Whether a denial came or went on either side.
    has_denials: bool,
    source: MovedWords,
    target: MovedWords,
}

impl Both<'_> {
    fn answers(&self, source: &str, target: &str) -> bool {
        self.edits.answers.is(source, target)
    }

    /// Whether a word of the translation may be one of these of the source.
    fn is_among(&self, word: &str, source: &[ContentWord]) -> bool {
        source.iter().any(|one| self.answers(&one.form, word))
    }

    /// Whether the source has a word for this, before and after its edit.
    fn is_said(&self, word: &str) -> bool {
        self.source.stays.iter().any(|one| self.answers(one, word))
    }

    /// A word that the source's edit took out or put in, and to which nothing in the translation's edit answers.
    fn unanswered(&self) -> Option<String> {
        let (source, target) = (&self.source, &self.target);
        if let Some(word) = source.gone.iter().find(|word| self.stands_yet(word)) {
            return Some(word.form.clone());
        }
        if self.is_silent() {
            let come = source.come.iter().find(|word| self.is_new(word, &source.gone));
            let gone = || source.gone.iter().find(|word| self.is_new(word, &source.come));
            return come.or_else(gone).map(|word| word.form.clone());
        }
        let free = self.free();
        let is_exchange = source.is_even || !source.gone.is_empty() && !source.come.is_empty();
        let has_gained = target.come.len() > target.gone.len();
        let has_lost = target.gone.len() > target.come.len();
        // Of words that are exchanged the vocabulary knows too little to tell which answers to which.
        let is_answered = |word: &ContentWord, is_alike: bool| {
            is_exchange && !free.is_empty() || is_alike && self.may_answer(word, &free)
        };
        let come = self.open_come().filter(|word| !is_answered(word, has_gained));
        let gone = || self.open_gone().filter(|word| !is_answered(word, has_lost));
        let is_unturned = free.is_empty() && target.turned.is_none() && !self.has_denials;
        let small = || source.turned.clone().filter(|_| is_unturned);
        let word = come.or_else(gone).map(|word| word.form.clone());
        word.or_else(small).or_else(|| left_over(self.edits, source, target))
    }

    /// Whether one of these words of the translation may answer to a word of the source, as far as both are known.
    fn may_answer(&self, word: &ContentWord, free: &[&ContentWord]) -> bool {
        free.iter().any(|one| !self.edits.answers.are_known(&word.form, &one.form))
    }

    /// Whether the translation's edit put right an article, a mark or a form, and says nothing new.
    fn is_silent(&self) -> bool {
        let target = self.edits.target;
        let has_words = !self.target.gone.is_empty() || !self.target.come.is_empty();
        let is_edited = !target.is_none() && !self.has_facts && !has_words;
        is_edited && self.target.turned.is_none()
    }

    /// Whether a word is none of the translation's written otherwise, and no other form of one in its place.
    fn is_new(&self, word: &ContentWord, others: &[ContentWord]) -> bool {
        let is_form = |at: &usize| are_of_one_root(&word.form, &others[*at].form);
        let is_written = |one: &String| Answers::sound_alike(&word.form, one);
        word.is_open
            && !word.instead.iter().any(is_form)
            && !self.target.stays.iter().any(is_written)
    }

    /// The words of the translation's edit that are not its own wording.
    fn free(&self) -> Vec<&ContentWord> {
        let (source, target) = (&self.source, &self.target);
        let own: Vec<bool> =
            target.gone.iter().map(|word| self.is_own(&word.form, &source.gone)).collect();
        let is_own_come = |word: &ContentWord| {
            let are_own = !word.instead.is_empty() && word.instead.iter().all(|at| own[*at]);
            !self.is_among(&word.form, &source.come)
                && (are_own || self.is_own(&word.form, &source.come))
        };
        let gone = target.gone.iter().zip(&own).filter(|(_, is_own)| !**is_own);
        let come = target.come.iter().filter(|word| !is_own_come(word));
        gone.map(|(word, _)| word).chain(come).collect()
    }

    /// Whether a word of the translation is the only one for a word which the source's edit left alone.
    fn is_own(&self, word: &str, moved: &[ContentWord]) -> bool {
        let has_other =
            |source: &String| self.target.stays.iter().any(|other| self.answers(source, other));
        let is_its = |source: &&String| self.answers(source, word) && !has_other(source);
        self.source.stays.iter().any(|source| is_its(&source)) && !self.is_among(word, moved)
    }

    /// Whether the translation still has the word of one that went from the source, and of that alone.
    fn stands_yet(&self, gone: &ContentWord) -> bool {
        let is_its = |word: &&String| {
            self.answers(&gone.form, word)
                && !self.is_said(word)
                && !self.is_among(word, &self.source.come)
        };
        self.asks(gone, &self.source.come) && self.target.stays.iter().any(|word| is_its(&word))
    }

    /// Whether a word of the source's edit states something, and the other side of the edit not the same.
    fn asks(&self, word: &ContentWord, others: &[ContentWord]) -> bool {
        let is_same = |at: &usize| {
            let other = &others[*at].form;
            let is_both = |one: &String| self.answers(&word.form, one) && self.answers(other, one);
            are_of_one_root(&word.form, other) || self.target.stays.iter().any(is_both)
        };
        word.is_open && !word.instead.iter().any(is_same)
    }

    /// A word that went from the source, and to which no word that went from the translation is known to answer.
    fn open_gone(&self) -> Option<&ContentWord> {
        let is_answered = |word: &ContentWord| {
            self.target.gone.iter().any(|one| self.answers(&word.form, &one.form))
        };
        let mut asking = self.source.gone.iter().filter(|word| self.asks(word, &self.source.come));
        asking.find(|word| !is_answered(word))
    }

    /// A word that came in the source, and that the translation doesn't say.
    fn open_come(&self) -> Option<&ContentWord> {
        let is_answered = |word: &ContentWord| {
            let is_new = self.target.come.iter().any(|one| self.answers(&word.form, &one.form));
            let is_old = |one: &&String| self.answers(&word.form, one);
            is_new || self.target.stays.iter().any(|one| is_old(&one) && !self.is_taken(one))
        };
        let mut asking = self.source.come.iter().filter(|word| self.asks(word, &self.source.gone));
        asking.find(|word| !is_answered(word))
    }

    /// Whether a word of the translation is that of another word of the source.
    fn is_taken(&self, word: &str) -> bool {
        self.is_said(word) || self.is_among(word, &self.source.gone)
    }

    /// Words of the translation alone that are no other word for the same.
    fn take_reworded(&self, discord: &mut Discord) {
        let target = &self.target;
        let is_other_word = |one: &ContentWord, others: &[ContentWord]| {
            one.instead.iter().any(|at| self.mean_the_same(&one.form, &others[*at].form))
        };
        let come: Vec<&ContentWord> = target
            .come
            .iter()
            .filter(|word| word.is_open && !self.is_said(&word.form))
            .filter(|word| !is_other_word(word, &target.gone))
            .collect();
        let gone = target.gone.iter().filter(|word| {
            let is_replaced = word.instead.iter().any(|at| self.is_said(&target.come[*at].form));
            word.is_open && !is_other_word(word, &target.come) && !is_replaced
        });
        discord.doubtful.extend(come.iter().map(|word| Alone::Came(word.form.clone())));
        discord.doubtful.extend(gone.map(|word| Alone::Changed(word.form.clone())));
        let small = target.turned.clone().filter(|_| self.edits.source.is_none());
        discord.doubtful.extend(small.map(Alone::Changed));
    }

    /// Whether two words of the translation may be the same word of the source, or share a meaning.
    fn mean_the_same(&self, one: &str, other: &str) -> bool {
        let may_be = |word: &String| self.answers(word, one) && self.answers(word, other);
        self.source.stays.iter().any(may_be) || self.edits.answers.are_one(one, other)
    }
}

/// Whether two words may be forms of one verb: «прибудет» and «прибыл», «красят» and «покрасили».
fn are_of_one_root(one: &str, other: &str) -> bool {
    let begin = |one: &str, other: &str| {
        let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
        alike.count() >= ROOT
    };
    let bare = |word: &'_ str| {
        let prefix = PERFECTIVE.iter().find_map(|prefix| word.strip_prefix(prefix));
        prefix.map(str::to_owned)
    };
    begin(one, other)
        || bare(one).is_some_and(|one| begin(&one, other))
        || bare(other).is_some_and(|other| begin(one, &other))
}

/// So many letters of a root are the same in its forms.
const ROOT: usize = 4;
/// What makes a verb perfective and says nothing else.
const PERFECTIVE: [&str; 3] = ["по", "на", "с"];

#[cfg(test)]
mod tests {
    use crate::align::{Answers, Lexicon};
    use crate::tracking::Tongue;
    use crate::tracking::accord::{Discord, Edits, TextEdit, discord};

    /// How edits compare that are marked `[before/after]` in both texts.
    fn compared(source: &str, target: &str) -> Discord {
        let side = |marked: &str, side: usize| {
            let mut text = String::new();
            for piece in marked.split_inclusive(']') {
                let (plain, edit) = piece.split_once('[').unwrap_or((piece, ""));
                text += plain;
                text += edit.trim_end_matches(']').split('/').nth(side).unwrap_or_default();
            }
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let lexicon = Lexicon::empty("ru", "en");
        let words = Answers::new(&lexicon);
        discord(&Edits {
            source: TextEdit { before: &side(source, 0), after: &side(source, 1) },
            target: TextEdit { before: &side(target, 0), after: &side(target, 1) },
            tongues: (&Tongue::new("ru"), &Tongue::new("en")),
            answers: &words,
        })
    }

    #[test]
    fn what_only_the_source_gained_or_lost_is_unanswered() {
        for (source, target) in [
            ("Жители [/снова ]вышли на площадь.", "Residents took to the [square/plaza]."),
            ("Банк [/негласно ]закрыл счета.", "The [bank/lender] closed the accounts."),
            (
                "Врачи осмотрели [/пожилых ]пассажиров.",
                "Doctors [examined/checked] the passengers.",
            ),
            ("Фермеры продали [/гнилое ]зерно.", "[Farmers/Growers] sold the grain."),
            ("Рынок закрыт для фур[/ и автобусов].", "The [market/bazaar] is closed to trucks."),
            ("Город получил [старые/] трамваи.", "The [city/town] received old trams."),
            (
                "Он [публично/] извинился перед соседями.",
                "He publicly apologised to the [neighbours/residents].",
            ),
            ("Завод [остановили/подожгли] ночью.", "The [plant/factory] was stopped at night."),
            (
                "Мост [открыли/взорвали] утром.",
                "The bridge was opened [in the morning/this morning].",
            ),
            ("Пожар [потушили/устроили] подростки.", "Teenagers put out the [fire/blaze]."),
            ("Шторм [повредил/разрушил] пирс.", "[A/The] storm damaged the jetty."),
            ("Завод [продал/сломал] [30/40] станков.", "The plant sold [30/40] machines."),
            ("Налоги [снизили на/снизили до] [9/8] %.", "Taxes were cut by [9/8]%."),
            ("Погибли двое[/, среди них учитель].", "Two people died[/ at sea]."),
            ("[Белов/Зуев] обвинил Крюкова.", "Belov accused [Kryukov/Zuev]."),
            // Half of the edit was followed.
            (
                "Маляры [быстро /]побелили[ и проветрили/] зал.",
                "Painters [quickly /]whitewashed and aired the hall.",
            ),
            (
                "Маляры [/шустро ]побелили[/ и проветрили] зал.",
                "Painters [/briskly ]whitewashed the hall.",
            ),
        ] {
            let found = compared(source, target);
            assert!(!found.unanswered.is_empty(), "{source} | {target} {found:?}");
        }
    }

    #[test]
    fn what_both_gained_lost_or_exchanged_agrees() {
        for (source, target) in [
            ("Жители [/снова ]вышли на площадь.", "Residents [/again ]took to the square."),
            ("Банк [/негласно ]закрыл счета.", "The bank [/quietly ]closed the accounts."),
            (
                "Врачи осмотрели [/пожилых ]пассажиров.",
                "Doctors examined the [/elderly ]passengers.",
            ),
            (
                "Рынок закрыт для фур[/ и автобусов].",
                "The market is closed to trucks[/ and buses].",
            ),
            ("Город получил [старые/] трамваи.", "The city received [old/] trams."),
            (
                "Маляры [шустро /]побелили[ и проветрили/] зал.",
                "Painters [briskly /]whitewashed[ and aired/] the hall.",
            ),
            (
                "Маляры [шустро /]побелили зал[ в ходе ремонта/].",
                "Painters whitewashed the hall [briskly in their repairs/].",
            ),
            ("Завод [остановили/подожгли] ночью.", "The plant was [stopped/set on fire] at night."),
            ("Мост [открыли/взорвали] утром.", "The bridge was [opened/blown up] in the morning."),
        ] {
            let found = compared(source, target);
            assert_eq!(found, Discord::default(), "{source} | {target}");
        }
    }

    #[test]
    fn words_that_the_translation_alone_exchanged_are_doubtful() {
        for (source, target) in [
            ("Поезд придёт раньше срока.", "The train will arrive [early/late]."),
            ("Его обвиняют в получении взятки.", "He is accused of [taking/giving] a bribe."),
            ("Все рейсы отправятся вовремя.", "All flights will depart [on time/late]."),
            ("Раненые в тяжёлом состоянии.", "The wounded are in [serious/stable] condition."),
            (
                "Депутаты городского совета приняли бюджет.",
                "Deputies of the [city/regional] council adopted the budget.",
            ),
            ("Он честно ответил на вопросы.", "He [honestly /]answered the questions."),
            ("Завод закрыли.", "The plant was closed[/ for fraud]."),
            ("Рынок закрыт для фур.", "The market is closed to [/all but ]trucks."),
        ] {
            let found = compared(source, target);
            let is_told = !found.doubtful.is_empty() || !found.alone.is_empty();
            assert!(is_told, "{source} | {target} {found:?}");
        }
    }

    #[test]
    fn another_word_for_the_same_and_a_slip_are_no_doubt() {
        for (source, target) in [
            ("Город получил трамваи.", "The [city/town] received trams."),
            ("Завод закрыли.", "The [plant/factory] was closed."),
            ("Завод закрыли.", "The [palnt/plant] was closed."),
            ("Он ответил на вопросы.", "He [answers/answered] the questions."),
            ("Он ответил на вопросы.", "He answered [/the ]questions."),
            ("Он ответил на вопросы.", "He answered the [questions/Questions]."),
        ] {
            let found = compared(source, target);
            assert!(found.doubtful.is_empty(), "{source} | {target} {found:?}");
        }
    }
}
