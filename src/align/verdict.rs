//! How sure a bead is in the end: its evidence, and what outweighs all evidence.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::article::{Found, Gains, ReadSides};
use super::confidence::{ACCEPT, confidence, sobered};
use super::contrary::opposed;
use super::copied::{is_left_in_source, is_the_same};
use super::displaced::displaced;
use super::grounds::Grounds;
use super::open::OpenWords;
use super::partial::{is_hardly_told, is_partial, is_well_told};
use super::ruling::Ruling;
use super::strangers::Strangers;
use super::tale::Crowd;
use super::tokens::Tokenizer;
use super::values::{contradict, lacks_number};
use super::{Bead, Lexicon, Side};
use crate::text::values::{is_value, same};

/// The share of a side that must have found partners.
const RELATED: f64 = 0.5;

/// The search must find it likelier than not, too.
const EVEN: f64 = 0.5;

/// The texts of a bead.
#[derive(Clone, Copy)]
struct BeadTexts<'t> {
    source: &'t str,
    target: &'t str,
}

/// Judges the beads of an article.
pub struct Judge<'a> {
    article: &'a ReadSides<'a>,
    gains: &'a Gains,
    source: &'a Side<'a>,
    target: &'a Side<'a>,
    tongues: (Tokenizer, Tokenizer),
    strangers: Strangers<'a>,
    are_related: bool,
    /// The first source sentences of beads that stand elsewhere than in the source.
    displaced: FxHashSet<usize>,
    lexicon: &'a Lexicon,
    /// The page among sentences that have nothing to do with it, once somebody asks.
    crowd: OnceCell<Option<Crowd<'a>>>,
}

/// Two sides and the lexicon that they are compared by.
pub struct Compared<'a> {
    pub source: &'a Side<'a>,
    pub target: &'a Side<'a>,
    pub lexicon: &'a Lexicon,
}

impl<'a> Judge<'a> {
    /// A judge of what was found between two sides.
    pub fn of(
        article: &'a ReadSides<'a>,
        gains: &'a Gains,
        texts: &Compared<'a>,
        found: &[Found],
    ) -> Self {
        let Compared { source, target, lexicon } = *texts;
        Self {
            article,
            gains,
            source,
            target,
            tongues: lexicon.tongues(),
            strangers: Strangers::new(lexicon).within(article),
            are_related: are_related(found, source, target),
            displaced: displaced(found, source, target),
            lexicon,
            crowd: OnceCell::new(),
        }
    }

    /// The bead with all that speaks for it and against it.
    pub fn bead(&self, found: Found) -> Bead {
        let source = self.source.sentences[found.source.clone()].join(" ");
        let target = self.target.sentences[found.target.clone()].join(" ");
        let is_pair = !found.source.is_empty() && !found.target.is_empty();
        let (mut grounds, mut sure) = if is_pair {
            let grounds = Grounds::of(self.article, &found, self.gains);
            (grounds, confidence(&grounds))
        } else {
            let grounds = Grounds { posterior: found.posterior, ..Grounds::default() };
            (grounds, sobered(found.posterior))
        };
        grounds.ruling = if is_pair && self.displaced.contains(&found.source.start) {
            Some(Ruling::Displaced)
        } else {
            self.ruling(&source, &target, is_pair)
        };
        if is_pair && grounds.ruling.is_none() {
            grounds.ruling =
                self.fault(&found, &grounds, BeadTexts { source: &source, target: &target });
        }
        if let Some(ruling) = grounds.ruling {
            sure = ruling.apply(sure);
        }
        Bead { source: found.source, target: found.target, confidence: sure, grounds }
    }

    /// What the words of a pair lack, whose facts are in order.
    fn fault(&self, found: &Found, grounds: &Grounds, texts: BeadTexts<'_>) -> Option<Ruling> {
        let BeadTexts { source, target } = texts;
        let is_sure = confidence(grounds) >= ACCEPT;
        let open = OnceCell::new();
        let open = || open.get_or_init(|| OpenWords::of(source, target, self.lexicon));
        let is_bare = grounds.are_bare() || grounds.are_of_one_word();
        let speaks = || is_sure && (self.is_ahead(found, grounds) || is_well_told(open()));
        if is_bare && !speaks() {
            return Some(Ruling::Bare);
        }
        if grounds.are_half_told()
            || self.has_lone_name(found, source, target)
            || self.is_told_twice(found)
        {
            return Some(Ruling::Swallowed);
        }
        if !is_sure {
            return None;
        }
        if is_hardly_told(open(), grounds) {
            return Some(Ruling::Bare);
        }
        let is_prose = !self.source.kinds[found.source.start].is_entry();
        is_partial(open(), is_prose).then_some(Ruling::Partial)
    }

    /// Whether a sentence tells far more of what another does than any other sentence would.
    fn is_ahead(&self, found: &Found, grounds: &Grounds) -> bool {
        let is_single = found.source.len() == 1 && found.target.len() == 1;
        if !is_single || found.posterior < EVEN {
            return false;
        }
        let crowd = self.crowd.get_or_init(|| {
            Crowd::around(self.source, self.target, self.lexicon, self.article.settings)
        });
        let lead = crowd.as_ref().map(|crowd| crowd.lead(&found.source, &found.target));
        lead.is_some_and(|lead| lead.is_clear(grounds.is_framed()))
    }

    /// Whether a joined sentence names somebody or some place that the other side doesn't.
    fn has_lone_name(&self, found: &Found, source: &str, target: &str) -> bool {
        let (left, right) = (&self.source.sentences, &self.target.sentences);
        let in_source = |at: usize| !self.strangers.in_source(left[at], target).is_empty();
        let in_target = |at: usize| !self.strangers.in_target(source, right[at]).is_empty();
        found.source.len() > 1 && found.source.clone().any(in_source)
            || found.target.len() > 1 && found.target.clone().any(in_target)
    }

    /// Whether one side says a thing twice, in nearly the same words, and the other once.
    fn is_told_twice(&self, found: &Found) -> bool {
        let left = &self.source.sentences[found.source.clone()];
        let right = &self.target.sentences[found.target.clone()];
        has_echo(left) != has_echo(right)
    }

    fn ruling(&self, source: &str, target: &str, is_pair: bool) -> Option<Ruling> {
        let (from, into) = (self.tongues.0.language(), self.tongues.1.language());
        if is_left_in_source(source, target, &self.tongues.0, &self.tongues.1) {
            return Some(Ruling::LeftInSource);
        }
        if !is_pair {
            return None;
        }
        if is_value(source) {
            let is_same = same(source, target, from, into);
            return Some(if is_same { Ruling::Same } else { Ruling::Contradicted });
        }
        if is_the_same(source, target, &self.tongues.0) {
            return Some(Ruling::Same);
        }
        if contradict(source, target, from, into) || opposed(source, target, [from, into]).is_some()
        {
            return Some(Ruling::Contradicted);
        }
        if self.strangers.are_on_both(source, target) {
            return Some(Ruling::OtherName);
        }
        if lacks_number(source, target, from, into) {
            return Some(Ruling::LacksNumber);
        }
        (!self.are_related).then_some(Ruling::Unrelated)
    }
}

/// Whether two of the sentences are one with a word changed.
fn has_echo(sentences: &[&str]) -> bool {
    if sentences.len() < 2 {
        return false;
    }
    let mut heard: Vec<Vec<String>> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let folded = sentence.to_lowercase();
        let words = folded.split(|letter: char| !letter.is_alphanumeric());
        let mut words: Vec<String> =
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort_unstable();
        if heard.iter().any(|other| are_alike(other, &words)) {
            return true;
        }
        heard.push(words);
    }
    false
}

/// Whether three of four words of two sorted lists are the same.
fn are_alike(one: &[String], other: &[String]) -> bool {
    let (mut at, mut shared) = (0, 0);
    for word in one {
        while other.get(at).is_some_and(|next| next < word) {
            at += 1;
        }
        if other.get(at) == Some(word) {
            shared += 1;
            at += 1;
        }
    }
    one.len().min(other.len()) >= FEWEST_OF_AN_ECHO && 8 * shared >= 3 * (one.len() + other.len())
}

/// Shorter sentences share their words by chance.
const FEWEST_OF_AN_ECHO: usize = 3;

/// Whether most sentences of one side have a partner; else the texts hardly translate each other.
fn are_related(found: &[Found], source: &Side<'_>, target: &Side<'_>) -> bool {
    let paired = |side: fn(&Found) -> usize, whole: &Side<'_>| {
        let beads =
            found.iter().filter(|found| !found.source.is_empty() && !found.target.is_empty());
        let paired: f64 = beads.map(|found| found.posterior * side(found) as f64).sum();
        paired >= RELATED * whole.sentences.len() as f64
    };
    paired(|found| found.source.len(), source) || paired(|found| found.target.len(), target)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::align::{ACCEPT, Bead, Lexicon, Side, align};
    use crate::model::Kind;

    const RUSSIAN: [&str; 8] = [
        "В Костроме 14 мая открыли новый мост через Волгу.",
        "Строительство заняло три года и обошлось в 2,4 млрд рублей.",
        "Губернатор поблагодарил инженеров и рабочих за труд.",
        "Первыми по мосту проехали автобусы с ветеранами войны.",
        "Движение грузовиков пока ограничено из-за ремонта дороги.",
        "Жители соседних деревень ждали этого моста много лет.",
        "Раньше до больницы приходилось ехать больше часа.",
        "Следующей весной здесь построят ещё и школу.",
    ];
    const ENGLISH: [&str; 8] = [
        "A new bridge across the Volga was opened in Kostroma on May 14.",
        "Construction took three years and cost 2.4 billion rubles.",
        "The governor thanked engineers and workers for their labour.",
        "Buses with war veterans were the first to cross the bridge.",
        "Truck traffic is limited for now because of road repairs.",
        "Residents of neighbouring villages waited for this bridge for many years.",
        "Before, it took more than an hour to get to the hospital.",
        "Next spring a school will be built here as well.",
    ];
    const FOREIGN: [&str; 6] = [
        "The singer will give two concerts in the old opera house.",
        "Scientists have found traces of water under the ice of the moon.",
        "The match ended in a draw after the captain missed a penalty.",
        "Flour prices rose slightly last week, the exchange said.",
        "Her first novel was translated into eleven languages.",
        "A storm left several islands without power overnight.",
    ];

    fn side<'a>(sentences: &[&'a str], per_block: usize) -> Side<'a> {
        Side {
            sentences: sentences.to_vec(),
            blocks: (0..sentences.len()).map(|at| at / per_block).collect(),
            kinds: vec![Kind::Paragraph; sentences.len()],
        }
    }

    fn beads(source: &[&str], target: &[&str], per_block: usize) -> Vec<Bead> {
        let lexicon = Lexicon::empty("ru", "en");
        align(&side(source, per_block), &side(target, per_block), &lexicon, 0.5)
    }

    fn is_accepted(bead: &Bead) -> bool {
        bead.confidence >= ACCEPT && !bead.source.is_empty() && !bead.target.is_empty()
    }

    #[test]
    fn a_translation_is_accepted() {
        let accepted = beads(&RUSSIAN, &ENGLISH, 2).iter().filter(|bead| is_accepted(bead)).count();
        assert!(accepted >= 7, "{accepted}");
    }

    #[test]
    fn another_town_day_and_temperature_are_not() {
        let source = [
            "В Твери в среду до 5 °C.",
            "В Минске в понедельник ожидается -9 °C.",
            "Спасибо за внимание.",
        ];
        let target = [
            "Tver will see 5 °C on Wednesday.",
            "Vitebsk will see 28 °C on Friday.",
            "Thank you for your attention.",
        ];
        let beads = beads(&source, &target, 1);
        assert!(
            !beads.iter().any(|bead| bead.source.contains(&1) && is_accepted(bead)),
            "{beads:?}"
        );
    }

    #[test]
    fn another_name_is_never_accepted() {
        let mut english = ENGLISH;
        for (at, (russian, other)) in [
            ("В Туле 14 мая открыли новый мост.", "A new bridge was opened in Omsk on May 14."),
            ("Олег Мартынов не подписал контракт.", "Viktor Gusev did not sign the contract."),
            ("Музей в Самаре закрыт во вторник.", "The museum in Pskov is closed on Tuesday."),
            ("Министр поехал в Германию.", "The minister went to Japan."),
        ]
        .into_iter()
        .enumerate()
        {
            let mut source = RUSSIAN;
            (source[at], english[at]) = (russian, other);
            let beads = beads(&source, &english, 2);
            let holds = |bead: &&Bead| bead.source.contains(&at) && is_accepted(bead);
            assert!(!beads.iter().any(|bead| holds(&bead)), "{russian}");
            english[at] = ENGLISH[at];
        }
    }

    #[test]
    fn one_common_word_of_many_is_no_evidence() {
        for (russian, other) in [
            (
                "В городе откроют новый бассейн для пенсионеров.",
                "Volunteers sewed new curtains for the shelter.",
            ),
            (
                "Редактор пообещал исправить опечатки до среды.",
                "The gardener promises to bring pears from the old orchard.",
            ),
            ("Заявки отправили в областную комиссию.", "Postcards were sent to every veteran."),
        ] {
            for is_turned in [false, true] {
                assert!(!is_taken(russian, other, 3, is_turned), "{russian} | {other}");
            }
        }
    }

    #[test]
    fn what_needs_no_translation_needs_no_look() {
        let same = ["CORE", "1", "sds-replicated-volume", "https://example.org/a"];
        assert!(beads(&same, &same, 1).iter().all(is_accepted));
    }

    /// Who said it, in both languages; `{}` is what was said.
    const FRAMES: [(&str, &str); 6] = [
        ("«{}», — сказал Олег Мартынов.", "“{},” said Oleg Martynov."),
        ("По словам Ирины Лаптевой, {}.", "According to Irina Lapteva, {}."),
        ("Мэр Перми Павел Серов заявил, что {}.", "Perm mayor Pavel Serov said that {}."),
        ("«{}», — отметила Анна Громова во вторник.", "“{},” Anna Gromova noted on Tuesday."),
        ("Как сообщил нам Роман Котов, {}.", "As Roman Kotov told us, {}."),
        ("Виктор Гусев из Самары добавил: «{}».", "Viktor Gusev of Samara added: “{}.”"),
    ];
    const SAID: [(&str, &str); 6] = [
        ("завод работает как обычно", "the plant is working as usual"),
        ("мы ждём решения суда", "we are waiting for the court’s decision"),
        ("цены на хлеб снова выросли", "bread prices have gone up again"),
        ("поезда опаздывают из-за снега", "the trains are late because of the snow"),
        ("новая школа откроется осенью", "the new school will open in autumn"),
        ("музей получил письма солдат", "the museum has received letters from soldiers"),
    ];

    /// Whether a sentence that stands between others is accepted with another, from either language.
    fn is_taken(russian: &str, english: &str, at: usize, is_turned: bool) -> bool {
        let (mut source, mut target) = (RUSSIAN, ENGLISH);
        (source[at], target[at]) = (russian, english);
        let (languages, sides) = if is_turned {
            (["en", "ru"], (target, source))
        } else {
            (["ru", "en"], (source, target))
        };
        let lexicon = Lexicon::empty(languages[0], languages[1]);
        let beads = align(&side(&sides.0, 2), &side(&sides.1, 2), &lexicon, 0.5);
        beads.iter().any(|bead| {
            (bead.source.contains(&at) || bead.target.contains(&at)) && is_accepted(bead)
        })
    }

    #[test]
    fn what_was_said_counts_and_not_who_said_it() {
        let mut taken = 0;
        for (russian, english) in FRAMES {
            for (said, says) in SAID {
                for (other, others) in SAID {
                    let (source, target) =
                        (russian.replace("{}", said), english.replace("{}", others));
                    for is_turned in [false, true] {
                        let is_taken = is_taken(&source, &target, 3, is_turned);
                        taken += usize::from(is_taken);
                        assert!(!is_taken || said == other, "{source} | {target} | {says}");
                    }
                }
            }
        }
        let all = 2 * FRAMES.len() * SAID.len();
        assert!(taken * 10 >= all * 9, "{taken} of {all}");
    }

    proptest! {
        #[test]
        fn a_replaced_sentence_is_not_accepted(
            at in 0..RUSSIAN.len(),
            foreign in 0..FOREIGN.len(),
            per_block in 1_usize..4,
        ) {
            let mut english = ENGLISH;
            english[at] = FOREIGN[foreign];
            for bead in beads(&RUSSIAN, &english, per_block) {
                let holds = bead.source.contains(&at) || bead.target.contains(&at);
                prop_assert!(!(holds && is_accepted(&bead)), "{:?}", bead);
            }
        }

        #[test]
        fn nothing_is_swallowed(at in 0..RUSSIAN.len(), per_block in 1_usize..4) {
            let mut english = ENGLISH.to_vec();
            english.remove(at);
            for bead in beads(&RUSSIAN, &english, per_block) {
                prop_assert!(!(bead.source.contains(&at) && is_accepted(&bead)), "{:?}", bead);
            }
        }

        #[test]
        fn nothing_is_accepted_that_says_once_more_what_another_says(
            at in 0..RUSSIAN.len(),
            is_behind: bool,
            per_block in 1_usize..4,
        ) {
            let echo = ENGLISH[at].replacen(" the ", " another ", 1);
            let mut english = ENGLISH.to_vec();
            english.insert(at + usize::from(is_behind), &echo);
            for bead in beads(&RUSSIAN, &english, per_block) {
                let holds = bead.target.contains(&at) && bead.target.contains(&(at + 1));
                prop_assert!(!(holds && is_accepted(&bead)), "{:?}", bead);
            }
        }

        #[test]
        fn half_a_sentence_with_a_number_is_not_accepted(number in 20_u32..999, first in any::<bool>()) {
            let mut source = RUSSIAN;
            let lost = format!("Работали {number} человек, и губернатор поблагодарил инженеров за труд.");
            source[2] = &lost;
            let kept = format!("{number} people worked.");
            let mut english = ENGLISH;
            english[2] = if first { "The governor thanked engineers for their labour." } else { &kept };
            let beads = beads(&source, &english, 2);
            prop_assert!(!beads.iter().any(|bead| bead.source.contains(&2) && is_accepted(bead)));
        }
    }
}
