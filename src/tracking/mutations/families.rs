//! The families of edits: what is done, what it touches and how dangerous it is.

#![expect(clippy::unnecessary_wraps, reason = "every family has one signature")]

use super::articles::{MadeArticle, MadeSentence};
use super::dice::Dice;
use super::mutation::Mutation;
use super::replaced::{self, replaced};
use crate::model::Danger;

/// One kind of edit.
pub struct Family {
    pub name: &'static str,
    /// How dangerous each touched sentence is; none where it is not judged.
    pub danger: Option<Danger>,
    pub mutate: fn(&MadeArticle, u64) -> Option<Mutation>,
}

const COSMETIC: Option<Danger> = Some(Danger::Cosmetic);
const MINOR: Option<Danger> = Some(Danger::Minor);
const MAJOR: Option<Danger> = Some(Danger::Major);
const CRITICAL: Option<Danger> = Some(Danger::Critical);

const fn family(
    name: &'static str,
    danger: Option<Danger>,
    mutate: fn(&MadeArticle, u64) -> Option<Mutation>,
) -> Family {
    Family { name, danger, mutate }
}

pub const FAMILIES: [Family; 63] = [
    family("reflow", None, |article, _| {
        file(article.markdown().replace(" на ", "\nна ").replace(" по ", "\n  по "))
    }),
    family("no-break spaces", None, |article, _| {
        file(article.markdown().replace(" в ", " в\u{a0}").replace(" и ", " и\u{a0}"))
    }),
    family("quotation marks", COSMETIC, |article, _| respelt(article, &[("«", "\""), ("»", "\"")])),
    family("ё and е", COSMETIC, |article, _| respelt(article, &[("ё", "е")])),
    family("dashes", COSMETIC, |article, _| respelt(article, &[("—", "–")])),
    family("emphasis", COSMETIC, |article, _| {
        respelt(article, &[("проект", "**проект**"), ("сведения", "*сведения*")])
    }),
    family("number in words", COSMETIC, |article, _| {
        respelt(
            article,
            &[(" 8 ", " восемь "), (" 12 ", " двенадцать "), (" 1 200 ", " 1,2 тыс. ")],
        )
    }),
    family("typo", MINOR, |article, _| {
        respelt(
            article,
            &[
                ("повестки", "повески"),
                ("команд", "комнад"),
                ("операторов связи", "опраторов связи"),
            ],
        )
    }),
    family("synonym", MAJOR, |article, seed| slot(article, seed, &["verb", "noun", "kind"])),
    family("word order", MINOR, |article, _| {
        respelt(
            article,
            &[("Вчера комиссия", "Комиссия вчера"), ("Теперь секретариат", "Секретариат теперь")],
        )
    }),
    family("singular and plural", MAJOR, |article, _| {
        respelt(article, &[("новый образец", "новые образцы"), ("краткий обзор", "краткие обзоры")])
    }),
    family("inflection", MINOR, |article, seed| replaced(article, seed, replaced::CASES)),
    family("function word", MINOR, |article, seed| slot(article, seed, &["small"])),
    family("comma", MINOR, |article, _| {
        respelt(
            article,
            &[
                ("станцию построят", "станцию, построят"),
                ("проект нового", "проект, нового"),
                ("порядок применения", "порядок, применения"),
            ],
        )
    }),
    family("number", CRITICAL, |article, seed| slot(article, seed, &["number"])),
    family("amount", CRITICAL, |article, seed| slot(article, seed, &["amount"])),
    family("date", CRITICAL, |article, seed| slot(article, seed, &["date"])),
    family("magnitude", CRITICAL, |article, seed| slot(article, seed, &["magnitude"])),
    family("percent", CRITICAL, |article, seed| slot(article, seed, &["percent"])),
    family("negation in", CRITICAL, |article, _| negation(article, "", "не ")),
    family("negation out", CRITICAL, |article, _| negation(article, "не ", "")),
    family("name", CRITICAL, |article, seed| slot(article, seed, &["in_city", "company", "body"])),
    family("quotation", CRITICAL, |article, seed| slot(article, seed, &["quoted", "thought"])),
    family("speaker", CRITICAL, |article, seed| {
        slot(article, seed, if seed % 2 == 0 { &["person"] } else { &["role"] })
    }),
    family("modality", CRITICAL, |article, seed| slot(article, seed, &["modal"])),
    family("title", CRITICAL, title),
    family("sentence inserted", None, inserted),
    family("sentence removed", None, removed),
    family("sentence moved", None, moved),
    family("sentence split", MINOR, split),
    family("sentences joined", MINOR, joined),
    family("paragraph split", None, |article, _| {
        edited(article, |article| {
            let rest = article.paragraphs[0].split_off(1);
            article.paragraphs.insert(1, rest);
        })
    }),
    family("paragraphs joined", None, |article, _| {
        edited(article, |article| {
            let second = article.paragraphs.remove(1);
            article.paragraphs[0].extend(second);
        })
    }),
    family("paragraph moved", None, |article, _| {
        edited(article, |article| {
            let first = article.paragraphs.remove(0);
            article.paragraphs.push(first);
        })
    }),
    family("list reordered", None, |article, seed| {
        let mut dice = Dice::new(seed + 1);
        edited(article, |article| dice.shuffle(&mut article.items))
    }),
    family("duplicate sentences", None, duplicates),
    family("sentences to blocks and back", None, |article, seed| {
        let is_whole_after = seed % 2 == 0;
        let after = article.markdown();
        Some(Mutation {
            after,
            is_whole_after,
            is_whole_before: !is_whole_after,
            ..Mutation::default()
        })
    }),
    family("values swapped", CRITICAL, |article, seed| {
        replaced(article, seed, replaced::VALUES_SWAPPED)
    }),
    family("values moved with their words", MINOR, |article, seed| {
        replaced(article, seed, replaced::VALUES_MOVED)
    }),
    family("names swapped", CRITICAL, |article, seed| {
        replaced(article, seed, replaced::NAMES_SWAPPED)
    }),
    family("clauses swapped", MINOR, |article, seed| {
        replaced(article, seed, replaced::CLAUSES_SWAPPED)
    }),
    family("surname", CRITICAL, |article, seed| replaced(article, seed, replaced::SURNAMES)),
    family("struck out", CRITICAL, |article, seed| replaced(article, seed, replaced::STRUCK)),
    family("signs", CRITICAL, |article, seed| replaced(article, seed, replaced::SIGNS)),
    family("number within a word", CRITICAL, |article, seed| {
        replaced(article, seed, replaced::WITHIN_WORDS)
    }),
    family("zeros of a name", CRITICAL, |article, seed| replaced(article, seed, replaced::ZEROS)),
    family("opposite", CRITICAL, |article, seed| replaced(article, seed, replaced::OPPOSITES)),
    family("value written otherwise", MINOR, |article, seed| {
        replaced(article, seed, replaced::WRITTEN_OTHERWISE)
    }),
    family("short form", COSMETIC, |article, seed| replaced(article, seed, replaced::SHORT_FORMS)),
    family("capital", MINOR, |article, seed| replaced(article, seed, replaced::CAPITALS)),
    family("conjunction", MAJOR, |article, seed| slot(article, seed, &["link"])),
    family("preposition", CRITICAL, |article, seed| {
        replaced(article, seed, replaced::PREPOSITIONS)
    }),
    family("quantifier", CRITICAL, |article, seed| replaced(article, seed, replaced::EXTENTS)),
    family("particle", MAJOR, |article, seed| replaced(article, seed, replaced::PARTICLES)),
    family("tense or voice", MAJOR, |article, seed| replaced(article, seed, replaced::TENSES)),
    family("another word by ё or stress", MAJOR, |article, seed| {
        replaced(article, seed, replaced::LETTERS)
    }),
    family("relative date", CRITICAL, |article, seed| {
        replaced(article, seed, replaced::RELATIVE_DATES)
    }),
    family("mood", CRITICAL, |article, seed| replaced(article, seed, replaced::MOODS)),
    family("office", CRITICAL, |article, seed| replaced(article, seed, replaced::OFFICES)),
    family("place or nation", CRITICAL, |article, seed| replaced(article, seed, replaced::ORIGINS)),
    family("opening name", CRITICAL, |article, seed| replaced(article, seed, replaced::OPENERS)),
    family("code, address, sign", CRITICAL, |article, seed| {
        replaced(article, seed, replaced::CODE)
    }),
    family("two at once", CRITICAL, two_at_once),
];

fn file(after: String) -> Option<Mutation> {
    Some(Mutation { after, ..Mutation::default() })
}

fn edited(article: &MadeArticle, edit: impl FnOnce(&mut MadeArticle)) -> Option<Mutation> {
    let mut article = article.clone();
    edit(&mut article);
    file(article.markdown())
}

/// Replaces spellings in sentences outside the title.
fn respelt(article: &MadeArticle, spellings: &[(&str, &str)]) -> Option<Mutation> {
    let mut article = article.clone();
    let mut touched = Vec::new();
    for sentence in article.paragraphs.iter_mut().flatten() {
        let old = sentence.text();
        let new = spellings.iter().fold(old.clone(), |text, (from, to)| text.replace(from, to));
        if new != old {
            *sentence = MadeSentence::fixed(&new);
            touched.push(new);
        }
    }
    let after = article.markdown();
    (!touched.is_empty()).then(|| Mutation { after, touched, ..Mutation::default() })
}

/// Puts something else into the first of these slots that the article has.
fn slot(article: &MadeArticle, seed: u64, slots: &[&str]) -> Option<Mutation> {
    let mut dice = Dice::new(seed + 7);
    let (slot, (paragraph, place)) =
        slots.iter().find_map(|slot| Some((*slot, article.with_slot(slot)?)))?;
    let mut article = article.clone();
    let sentence = &mut article.paragraphs[paragraph][place];
    sentence.change(slot, &mut dice);
    let touched = vec![sentence.text()];
    Some(Mutation { after: article.markdown(), touched, ..Mutation::default() })
}

fn negation(article: &MadeArticle, from: &'static str, to: &'static str) -> Option<Mutation> {
    let mut before = article.clone();
    let (paragraph, place) = article.with_slot("not")?;
    before.paragraphs[paragraph][place].set("not", from);
    let mut after = before.clone();
    after.paragraphs[paragraph][place].set("not", to);
    let touched = vec![after.paragraphs[paragraph][place].text()];
    Some(Mutation {
        before: Some(before.markdown()),
        after: after.markdown(),
        touched,
        ..Mutation::default()
    })
}

fn title(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mut article = article.clone();
    article.title.change("event", &mut Dice::new(seed));
    let touched = vec![article.title.text()];
    Some(Mutation { after: article.markdown(), touched, ..Mutation::default() })
}

fn inserted(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mut dice = Dice::new(seed + 3);
    let mut article = article.clone();
    let sentence = dice.pick(&article.spare).clone();
    let touched = vec![sentence.text()];
    let paragraph = dice.below(article.paragraphs.len());
    let place = dice.below(article.paragraphs[paragraph].len() + 1);
    article.paragraphs[paragraph].insert(place, sentence);
    Some(Mutation { after: article.markdown(), touched, ..Mutation::default() })
}

/// A sentence removed from a paragraph shows as an orphan, and its neighbours are what they were.
fn removed(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mut dice = Dice::new(seed + 5);
    let mut article = article.clone();
    let paragraph = dice.below(article.paragraphs.len());
    let sentences = &mut article.paragraphs[paragraph];
    let place = dice.below(sentences.len());
    sentences.remove(place);
    article.paragraphs.retain(|paragraph| !paragraph.is_empty());
    Some(Mutation { after: article.markdown(), orphans: 1, ..Mutation::default() })
}

fn moved(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mut dice = Dice::new(seed + 9);
    edited(article, |article| {
        let sentence = article.paragraphs[0].remove(0);
        let paragraph = 1 + dice.below(article.paragraphs.len() - 1);
        let place = dice.below(article.paragraphs[paragraph].len() + 1);
        article.paragraphs[paragraph].insert(place, sentence);
    })
}

/// The two sentences that one with «, и» can be split into.
fn halves(text: &str) -> Option<[String; 2]> {
    let (first, second) = text.split_once(", и ")?;
    let mut letters = second.chars();
    let capital = letters.next()?.to_uppercase().collect::<String>();
    Some([format!("{first}."), capital + letters.as_str()])
}

fn split(article: &MadeArticle, _: u64) -> Option<Mutation> {
    let (paragraph, place) = article.find(|sentence| sentence.text().contains(", и "))?;
    let mut article = article.clone();
    let sentences = &mut article.paragraphs[paragraph];
    let touched = halves(&sentences[place].text())?.to_vec();
    sentences.splice(place..=place, touched.iter().map(|text| MadeSentence::fixed(text)));
    Some(Mutation { after: article.markdown(), touched, ..Mutation::default() })
}

fn joined(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mutation = split(article, seed)?;
    let touched = article.find(|sentence| sentence.text().contains(", и "))?;
    let touched = vec![article.paragraphs[touched.0][touched.1].text()];
    Some(Mutation {
        before: Some(mutation.after),
        after: article.markdown(),
        touched,
        ..Mutation::default()
    })
}

/// One sentence stands twice; something new before each must not mix up their translations.
fn duplicates(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mut dice = Dice::new(seed + 11);
    let mut before = article.clone();
    let twice = before.paragraphs[0][0].clone();
    before.paragraphs.last_mut()?.push(twice.clone());
    before.paragraphs[1].insert(1, twice);
    let mut after = before.clone();
    let sentence = dice.pick(&article.spare).clone();
    let touched = vec![sentence.text()];
    let paragraph = dice.below(after.paragraphs.len());
    after.paragraphs[paragraph].insert(0, sentence);
    Some(Mutation {
        before: Some(before.markdown()),
        after: after.markdown(),
        touched,
        is_in_order: true,
        ..Mutation::default()
    })
}

fn two_at_once(article: &MadeArticle, seed: u64) -> Option<Mutation> {
    let mut dice = Dice::new(seed + 13);
    let mut article = article.clone();
    let mut touched = Vec::new();
    for slot in ["number", "modal"] {
        let (paragraph, place) = article.with_slot(slot)?;
        let sentence = &mut article.paragraphs[paragraph][place];
        sentence.change(slot, &mut dice);
        touched.push(sentence.text());
    }
    article.paragraphs.reverse();
    Some(Mutation { after: article.markdown(), touched, ..Mutation::default() })
}
