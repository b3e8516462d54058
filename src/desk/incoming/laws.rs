//! One law for every format that returns: what comes back is what an edit in place would have made.

use std::collections::HashMap;
use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::{Destination, Mailbag, Shipment, Unpacker, arrivals};
use crate::desk::outgoing::{OutgoingWork, with_parcel};
use crate::desk::reading::JobReading;
use crate::desk::{Outcome, Proposal, Rules, apply, preview};
use crate::error::testing::words;
use crate::formats::docx;
use crate::formats::exchange::{Slip, Tag, by_name};
use crate::formats::office::archive::Archive;
use crate::formats::office::folding::{Member, folded};
use crate::formats::office::word::Revisions;
use crate::formats::pages::{Form, Page, PageLinks, Policy, SiteFrame, Syntax};
use crate::formats::xlsx;
use crate::l10n::{LOCALES, Localizers};
use crate::model::{Pair, State};
use crate::tracking::{Decision, SeenUnit, Settled};
use crate::workspace::testing::{folder, open};
use crate::workspace::{Job, Workspace};

/// Every form in which work goes out and comes back.
const FORMS: [&str; 9] = ["xliff", "xliff2", "po", "tmx", "csv", "tsv", "xlsx", "docx", "approval"];

/// A newsroom of one article, as it is before anything goes out.
struct Room(TempDir);

/// What stands in one paragraph: its text, and what was translated of it.
#[derive(Clone, Debug)]
struct Sentence {
    source: String,
    target: Option<String>,
    state: State,
    is_stale: bool,
    note: bool,
}

impl Room {
    fn new(sentences: &[Sentence]) -> Self {
        let sources: Vec<&str> = sentences.iter().map(|one| one.source.as_str()).collect();
        let text = sources.join("\n\n");
        let room = Self(folder(&[("tolmach.toml", ""), ("articles/news/ru.md", &text)]));
        let workspace = room.workspace();
        let mut pairs = Vec::new();
        Self::reading(&workspace, |reading| {
            let segments = &reading.document.segments;
            for (segment, sentence) in segments.iter().zip(sentences) {
                let Some(target) = &sentence.target else { continue };
                let before = if sentence.is_stale { " Было иначе." } else { "" };
                let source = format!("{}{before}", segment.text);
                let mut pair = Pair::new(source, target, sentence.state);
                pair.note = sentence.note.then(|| "Ask <b>& \"him\"".to_owned());
                pair.by = sentence.note.then(|| "Anna".to_owned());
                pair.apply_seal();
                pairs.push(pair);
            }
        });
        let place = room.0.path().join("articles/news/en.toml");
        fs::write(&place, "").unwrap();
        workspace
            .update_catalog(&place, |catalog| {
                catalog.pairs = pairs;
                Ok(())
            })
            .unwrap();
        room
    }

    fn workspace(&self) -> Workspace {
        open(&self.0)
    }

    fn reading<T>(workspace: &Workspace, look: impl FnOnce(&JobReading<'_>) -> T) -> T {
        let article = workspace.articles(&[]).unwrap().remove(0);
        let job = Job { article, target: "en".to_owned() };
        look(&JobReading::new(workspace, &job).unwrap())
    }

    /// The catalog's file.
    fn held(&self) -> String {
        fs::read_to_string(self.0.path().join("articles/news/en.toml")).unwrap()
    }

    fn pairs(&self) -> Vec<Pair> {
        let workspace = self.workspace();
        Self::reading(&workspace, |reading| reading.catalog.clone().unwrap().pairs)
    }

    fn slips(&self) -> Vec<Slip> {
        let workspace = self.workspace();
        Self::reading(&workspace, |reading| {
            with_parcel(reading, OutgoingWork::default(), |parcel| parcel.slips.clone()).unwrap()
        })
    }

    fn exported(&self, form: &str) -> Vec<u8> {
        let workspace = self.workspace();
        Self::reading(&workspace, |reading| match by_name(form) {
            Some(format) => with_parcel(reading, OutgoingWork::default(), |parcel| {
                let mut bytes = Vec::new();
                (format.write)(parcel, &mut bytes).unwrap();
                bytes
            })
            .unwrap(),
            None => page(reading, |page| match form {
                "xlsx" => xlsx::FORMAT.write(page).unwrap(),
                "docx" => docx::TABLE.write(page).unwrap(),
                _ => docx::APPROVAL.write(page).unwrap(),
            }),
        })
    }

    /// What a file brings.
    fn shipment(&self, bytes: &[u8]) -> Shipment {
        let workspace = self.workspace();
        let (targets, revisions) = (["en".to_owned()], Revisions::default());
        let unpacker =
            Unpacker { workspace: &workspace, targets: &targets, encoding: None, revisions };
        let mut bag = Mailbag::default();
        unpacker.take("back", bytes, &mut bag).unwrap_or_else(|err| panic!("{}", words(&err)));
        assert_eq!((bag.shipments.len(), bag.unread.len()), (1, 0));
        bag.shipments.remove(0)
    }

    /// Takes in what came back; gives what became of each row.
    fn import(&self, shipment: Shipment) -> Vec<Outcome> {
        let workspace = self.workspace();
        let targets = ["en".to_owned()];
        let destination = Destination { article: None, targets: &targets };
        let came = arrivals(&workspace, &mut [shipment], &destination, &|| ()).unwrap();
        let open = came.iter().filter(|arrival| arrival.foregone.is_none());
        let proposals: Vec<Proposal> = open.map(|arrival| arrival.proposal.clone()).collect();
        let rules = Rules::default();
        let foreseen = preview(&workspace, &proposals, rules, &|| ()).unwrap();
        let verdicts = apply(&workspace, &proposals, rules, &|| ()).unwrap();
        assert_eq!(foreseen, verdicts);
        let mut verdicts = verdicts.into_iter();
        let settle = came.iter().map(|arrival| match &arrival.foregone {
            Some(verdict) => verdict.outcome,
            None => verdicts.next().unwrap().outcome,
        });
        settle.collect()
    }

    /// Translates anew in the catalog itself, without any file; gives the segments that could be.
    fn edit(&self, edits: &HashMap<usize, String>) -> Vec<usize> {
        let workspace = self.workspace();
        let mut done = Vec::new();
        let numbers = Self::reading(&workspace, |reading| {
            reading.with_bitext(|bitext| {
                bitext.units.iter().map(|unit| unit.segments.start).collect::<Vec<_>>()
            })
        });
        for number in numbers {
            let Some(target) = edits.get(&number) else { continue };
            let settled = Self::reading(&workspace, |reading| {
                reading.with_bitext(|bitext| {
                    let unit = bitext.units.iter().find(|unit| unit.segments.start == number);
                    let unit = unit.unwrap();
                    let (target, state) = (target.clone(), State::Translated);
                    let decision = Decision::Translate { target, state, origin: None };
                    let decisions = [(SeenUnit::of(unit), &decision)];
                    workspace.decide(reading.rendition(), &reading.document, &decisions).unwrap()
                })
            });
            if settled == [Settled::Done] {
                done.push(number);
            }
        }
        done
    }
}

/// Passes on the page of an article, as exports of pages make it.
fn page<T>(reading: &JobReading<'_>, look: impl FnOnce(&Page<'_>) -> T) -> T {
    let (localizers, site) = (Localizers::new(&LOCALES[0]), SiteFrame::default());
    reading.with_bitext(|bitext| {
        look(&Page {
            bitext,
            article: &reading.article.id,
            source_language: "ru",
            target_language: "en",
            source_path: "articles/news/ru.md",
            syntax: Syntax::Markdown,
            surplus: &[],
            terms: &[],
            stale: Policy::Mark,
            form: Form::Working,
            localizers: &localizers,
            album: &|_| None,
            site: &site,
            links: &PageLinks::default(),
            only: &[],
        })
    })
}

/// A file of the room after the edits, with the memory of the rows as they went out before.
fn returned(form: &str, (before, after): (&Room, &Room)) -> Vec<u8> {
    let tags = |room: &Room| -> Vec<Tag> {
        room.slips().into_iter().filter_map(|slip| slip.tag).collect()
    };
    let went: HashMap<String, Tag> =
        tags(before).into_iter().map(|tag| (tag.segment.clone(), tag)).collect();
    let mut swaps = Vec::new();
    for tag in tags(after) {
        let old = &went[&tag.segment];
        swaps.push((tag.line(), old.line()));
        swaps.push((docx::bookmark::name(&tag), docx::bookmark::name(old)));
    }
    let swapped = |bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(mut text) => {
            for (new, old) in &swaps {
                text = text.replace(new, old);
            }
            text.into_bytes()
        }
        Err(err) => err.into_bytes(),
    };
    let bytes = after.exported(form);
    if !bytes.starts_with(b"PK") {
        return swapped(bytes);
    }
    let mut archive = Archive::open("a", &bytes).unwrap();
    let member = |name: String| {
        let bytes = archive.bytes(&name).unwrap().unwrap();
        Member::new(name, swapped(bytes))
    };
    folded(&archive_names(&bytes).into_iter().map(member).collect::<Vec<_>>())
}

fn archive_names(bytes: &[u8]) -> Vec<String> {
    Archive::open("a", bytes).unwrap().names()
}

/// Pieces of texts: every inline markup, and what formats stumble over.
const PIECES: [&str; 39] = [
    "слово",
    "word",
    " ",
    "  ",
    "**жирно**",
    "_курсив_",
    "`x<y && z`",
    "[ссылка](a.md \"т\")",
    "![вид](v.png)",
    "<b>",
    "</b>",
    "H<sub>2</sub>O",
    "&nbsp;",
    "&",
    "<",
    ">",
    "]]>",
    "\"",
    "'",
    "=1+1",
    "-5",
    "+7",
    "@a",
    ",",
    ";",
    "\\*",
    "{{ a }}",
    "%s",
    "😀",
    "👩‍💻",
    "е\u{301}",
    "\u{1}",
    "\u{b}",
    "\u{200f}שלום",
    "\u{a0}",
    "\u{feff}",
    "~~нет~~",
    "«да»",
    "\u{2028}",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 1..6).prop_map(|all| all.concat())
}

fn target() -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec!["", " ", "\n", "\t", "  x", "\nline"]);
    let begin = prop::sample::select(vec!["", "", "", " ", "\n", "="]);
    (begin, text(), end).prop_map(|(begin, text, end)| format!("{begin}Yes {text}{end}"))
}

fn sentence() -> impl Strategy<Value = Sentence> {
    let state = prop::sample::select(vec![State::Draft, State::Translated]);
    (text(), prop::option::of(target()), state, any::<bool>(), any::<bool>()).prop_map(
        |(source, target, state, is_stale, note)| {
            let source = format!("Да {source} нет.");
            Sentence { source, target, state, is_stale, note }
        },
    )
}

fn sentences() -> impl Strategy<Value = Vec<Sentence>> {
    // Numbered, so that each is known from the others.
    prop::collection::vec(sentence(), 2..5).prop_map(|mut all| {
        for (number, one) in all.iter_mut().enumerate() {
            one.source = format!("Часть {}: {}", ["раз", "два", "три", "пять"][number], one.source);
        }
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_comes_back_unchanged_changes_no_byte(sentences in sentences()) {
        let room = Room::new(&sentences);
        let before = room.held();
        for form in FORMS {
            let bytes = room.exported(form);
            prop_assert_eq!(&bytes, &room.exported(form), "{}", form);
            let outcomes = room.import(room.shipment(&bytes));
            prop_assert!(outcomes.iter().all(|one| *one == Outcome::Same), "{} {:?}", form, outcomes);
            prop_assert_eq!(&room.held(), &before, "{}", form);
        }
    }

    #[test]
    fn what_was_translated_in_a_file_is_as_if_translated_in_place(
        sentences in sentences(),
        edits in prop::collection::hash_map(0_usize..6, target(), 0..5),
        order in any::<u64>(),
    ) {
        let after = Room::new(&sentences);
        after.edit(&edits);
        for form in FORMS {
            let room = Room::new(&sentences);
            let bytes = returned(form, (&room, &after));
            let mut shipment = room.shipment(&bytes);
            let slips = &mut shipment.delivery.slips;
            let turn = usize::try_from(order % 7).unwrap() % slips.len().max(1);
            slips.rotate_left(turn);
            if order % 2 == 0 {
                slips.reverse();
            }
            room.import(shipment);
            let (mut held, mut wanted) = (room.pairs(), after.pairs());
            if matches!(form, "docx" | "approval") {
                // Line breaks at the ends of a cell come by the way in Word.
                for pair in held.iter_mut().chain(&mut wanted) {
                    pair.target = pair.target.trim_matches('\n').to_owned();
                    pair.apply_seal();
                }
            }
            let (held, wanted) = (shown(&held), shown(&wanted));
            prop_assert_eq!(held, wanted, "{}", form);
        }
    }

    #[test]
    fn files_of_two_translators_end_equal_in_either_order(
        sentences in sentences(),
        edits in prop::collection::hash_map(0_usize..6, target(), 0..5),
        share in any::<u8>(),
    ) {
        let (one, other): (HashMap<_, _>, HashMap<_, _>) =
            edits.into_iter().partition(|(number, _)| share >> number & 1 == 0);
        let rooms = [one, other].map(|edits| {
            let room = Room::new(&sentences);
            room.edit(&edits);
            room
        });
        for form in FORMS {
            let ends = [[0, 1], [1, 0]].map(|order| {
                let room = Room::new(&sentences);
                let base = Room::new(&sentences);
                for at in order {
                    room.import(room.shipment(&returned(form, (&base, &rooms[at]))));
                }
                shown(&room.pairs())
            });
            prop_assert_eq!(&ends[0], &ends[1], "{}", form);
        }
    }
}

/// The page to approve of a room, with words in it replaced.
fn signed(room: &Room, words: &[[&str; 2]]) -> Vec<u8> {
    let bytes = room.exported("approval");
    let mut archive = Archive::open("a", &bytes).unwrap();
    let member = |name: String| {
        let mut bytes = archive.bytes(&name).unwrap().unwrap();
        if name == "word/document.xml" {
            let mut text = String::from_utf8(bytes).unwrap();
            for [from, to] in words {
                assert!(text.contains(from), "{from}");
                text = text.replacen(from, to, 1);
            }
            bytes = text.into_bytes();
        }
        Member::new(name, bytes)
    };
    folded(&archive_names(&bytes).into_iter().map(member).collect::<Vec<_>>())
}

#[test]
fn the_decision_of_a_reader_comes_in_as_a_review_of_what_they_read() {
    let sentence = |source: &str, target: &str, state| Sentence {
        source: source.to_owned(),
        target: Some(target.to_owned()),
        state,
        is_stale: false,
        note: false,
    };
    let sentences = [
        sentence("Кофе остыл.", "The coffee is cold.", State::Translated),
        sentence("Чай горячий.", "The tea is hot.", State::Draft),
    ];
    let states = |words: &[[&str; 2]]| {
        let room = Room::new(&sentences);
        room.import(room.shipment(&signed(&room, words)));
        let shown = room.pairs().into_iter().map(|pair| {
            assert!(pair.is_sealed());
            let by = pair.by.filter(|by| by == "Anna").unwrap_or_default();
            format!("{} {} {by}", pair.target, pair.state.name()).trim_end().to_owned()
        });
        shown.collect::<Vec<_>>()
    };
    let (mark, name) = (["☐", "☒"], ["Name:", "Name: Anna"]);
    let refused = ["  Refused", " ✓ Refused"];
    let tea = ["The tea is hot.", "The tea is boiling."];
    let unread = ["The coffee is cold. translated", "The tea is hot. draft"];
    assert_eq!(states(&[]), unread);
    assert_eq!(states(&[name]), unread);
    assert_eq!(states(&[mark]), unread);
    assert_eq!(states(&[mark, ["☐", "☒"], name]), unread);
    let all = ["The coffee is cold. reviewed Anna", "The tea is hot. reviewed Anna"];
    assert_eq!(states(&[mark, name]), all);
    let changed = ["The coffee is cold. reviewed Anna", "The tea is boiling. translated"];
    assert_eq!(states(&[mark, name, tea]), changed);
    let back = ["The coffee is cold. draft Anna", "The tea is hot. draft"];
    assert_eq!(states(&[refused, name]), back);
}

#[test]
fn what_changed_since_a_reader_read_it_is_not_approved() {
    let room = Room::new(&[Sentence {
        source: "Кофе остыл.".to_owned(),
        target: Some("The coffee is cold.".to_owned()),
        state: State::Translated,
        is_stale: false,
        note: false,
    }]);
    let page = signed(&room, &[["☐", "☒"], ["Name:", "Name: Anna"]]);
    room.edit(&HashMap::from([(0, "Cold coffee.".to_owned())]));
    room.import(room.shipment(&page));
    let pair = room.pairs().remove(0);
    assert_eq!((pair.target.as_str(), pair.state), ("Cold coffee.", State::Translated));
}

/// How a translator leaves a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Alone,
    /// In two rows, each with its part of both texts.
    Split,
    /// In two rows, each with the whole source.
    SplitWhole,
    /// Two times, the same.
    Doubled,
    /// Two times, once as it went out.
    Stale,
    /// Taken out, where nothing was done to it.
    Dropped,
}

/// The rows that are left of one.
fn left(slip: &Slip, went: &Slip, way: Left) -> Vec<Slip> {
    let cut = |text: &str| -> Option<[String; 2]> {
        let inner = text.match_indices(' ').map(|(at, _)| at);
        let mut inner = inner.filter(|at| {
            let (before, after) = (&text[..*at], &text[at + 1..]);
            !before.is_empty()
                && !before.ends_with(char::is_whitespace)
                && !after.is_empty()
                && !after.starts_with(char::is_whitespace)
                && after.trim() == after
                && before.trim() == before
        });
        inner.next().map(|at| [text[..at].to_owned(), text[at + 1..].to_owned()])
    };
    let part =
        |source: &str, target: String| Slip { source: source.to_owned(), target, ..slip.clone() };
    match (way, cut(&slip.source), cut(&slip.target)) {
        (Left::Split, Some([first, second]), Some([one, two])) => {
            vec![part(&first, one), part(&second, two)]
        }
        (Left::SplitWhole, _, Some([one, two])) if slip.target != went.target => {
            vec![part(&slip.source, one), part(&slip.source, two)]
        }
        (Left::Doubled, ..) => vec![slip.clone(), slip.clone()],
        (Left::Stale, ..) => vec![went.clone(), slip.clone()],
        (Left::Dropped, ..) if slip.target == went.target => Vec::new(),
        _ => vec![slip.clone()],
    }
}

fn ways() -> impl Strategy<Value = Vec<Left>> {
    let way = prop::sample::select(vec![
        Left::Alone,
        Left::Split,
        Left::SplitWhole,
        Left::Doubled,
        Left::Stale,
        Left::Dropped,
    ]);
    prop::collection::vec(way, 5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn rows_split_doubled_and_dropped_come_in_as_if_translated_in_place(
        sentences in sentences(),
        edits in prop::collection::hash_map(0_usize..6, target(), 0..5),
        ways in ways(),
    ) {
        let after = Room::new(&sentences);
        after.edit(&edits);
        for form in ["xliff", "po", "csv", "xlsx", "docx"] {
            let room = Room::new(&sentences);
            let went = room.shipment(&room.exported(form)).delivery.slips;
            let mut shipment = room.shipment(&returned(form, (&room, &after)));
            let back = std::mem::take(&mut shipment.delivery.slips);
            for ((slip, went), way) in back.iter().zip(&went).zip(ways.iter().cycle()) {
                shipment.delivery.slips.extend(left(slip, went, *way));
            }
            let outcomes = room.import(shipment);
            let (held, wanted) = (room.pairs(), after.pairs());
            let is_left = outcomes.iter().any(|outcome| outcome.is_left());
            for (one, other) in held.iter().zip(&wanted) {
                let bare = |pair: &Pair| pair.target.split_whitespace().collect::<String>();
                let is_draft = one.state == State::Draft || one.state == other.state;
                // Two halves with a word in common may be two ways to say it: those are told, not taken.
                prop_assert!(bare(one) == bare(other) || is_left, "{form} {one:?} {other:?}");
                prop_assert!(is_draft, "{form} {one:?} {other:?}");
            }
            prop_assert!(held.len() == wanted.len() || is_left, "{form} {:?}", outcomes);
        }
    }

    #[test]
    fn rows_joined_by_a_translator_go_back_to_their_sentences_or_are_told(
        count in 2..5_usize,
        held in prop::collection::vec(any::<bool>(), 5),
        edited in prop::collection::vec(any::<bool>(), 5),
        first in 0..3_usize,
        tags in any::<bool>(),
    ) {
        let words = ["Rain", "Snow", "Thaw", "Wind", "Fog"];
        let sentence = |at: usize| Sentence {
            source: format!("Погода номер {}.", ["раз", "два", "три", "пять", "семь"][at]),
            target: held[at].then(|| format!("{} as it was.", words[at])),
            state: State::Translated,
            is_stale: false,
            note: false,
        };
        let sentences: Vec<Sentence> = (0..count).map(sentence).collect();
        let edits = (0..count).filter(|at| edited[*at] || !held[*at]);
        let edits: HashMap<usize, String> =
            edits.map(|at| (at, format!("{} as it is now.", words[at]))).collect();
        let after = Room::new(&sentences);
        after.edit(&edits);
        let room = Room::new(&sentences);
        let mut shipment = room.shipment(&returned("csv", (&room, &after)));
        let slips = &mut shipment.delivery.slips;
        let first = first.min(count - 2);
        let second = slips.remove(first + 1);
        let joined = &mut slips[first];
        joined.source = format!("{} {}", joined.source, second.source);
        joined.target = format!("{} {}", joined.target, second.target);
        if tags {
            joined.joined.extend(second.tag);
        }
        room.import(shipment);
        let texts = |room: &Room| {
            let texts = room.pairs().into_iter().map(|pair| (pair.source, pair.target));
            let (sources, targets): (Vec<String>, Vec<String>) = texts.unzip();
            [sources.join(" "), targets.join(" ")]
        };
        prop_assert_eq!(texts(&room), texts(&after));
    }
}

/// What matters of pairs, with white space that no format may lose.
fn shown(pairs: &[Pair]) -> Vec<String> {
    let show = |pair: &Pair| {
        assert!(pair.is_sealed());
        format!("{:?} = {:?} [{}] {:?}", pair.source, pair.target, pair.state.name(), pair.note)
    };
    pairs.iter().map(show).collect()
}

/// Two sentences and one more, translated.
fn weather() -> Vec<Sentence> {
    let words = ["Дождь идёт весь день.", "Снег лежит до весны.", "Ветер гонит облака."];
    let targets = ["It rains the whole day.", "Snow lies until spring.", "Wind drives the clouds."];
    let mut sentences = Vec::new();
    for (source, target) in words.into_iter().zip(targets) {
        sentences.push(Sentence {
            source: source.to_owned(),
            target: Some(target.to_owned()),
            state: State::Translated,
            is_stale: false,
            note: false,
        });
    }
    sentences
}

#[test]
fn a_translation_that_stands_in_another_row_is_a_draft() {
    let [rain, snow, wind] = [0, 1, 2];
    let states = |change: &dyn Fn(&mut Vec<Slip>)| {
        let room = Room::new(&weather());
        let mut shipment = room.shipment(&room.exported("csv"));
        change(&mut shipment.delivery.slips);
        room.import(shipment);
        room.pairs().iter().map(|pair| pair.state.name()).collect::<Vec<_>>().join(" ")
    };
    let swapped = states(&|slips| {
        let text = slips[rain].target.clone();
        slips[rain].target = slips[wind].target.clone();
        slips[wind].target = text;
    });
    assert_eq!(swapped, "draft translated draft");
    let taken_in = states(&|slips| {
        slips[rain].target += " Snow lies until spring.";
        slips.remove(snow);
    });
    assert_eq!(taken_in, "draft translated translated");
    let emptied = states(&|slips| {
        slips[rain].target = "It rains all day, and snow stays till spring.".to_owned();
        slips[snow].target.clear();
    });
    assert_eq!(emptied, "draft translated translated");
    let edited = states(&|slips| {
        slips[rain].target = "All day long it rains.".to_owned();
        slips[wind].target = "The clouds are driven by wind.".to_owned();
    });
    assert_eq!(edited, "translated translated translated");
}

#[test]
fn rows_of_one_source_without_memory_go_to_its_segments_in_their_order() {
    let mut sentences = weather();
    sentences.truncate(2);
    sentences[1].source = sentences[0].source.clone();
    let room = Room::new(&sentences);
    let row = |target: &str| format!("Дождь идёт весь день.,{target}\n");
    let file = format!("source,target\n{}{}{}", row("First."), row("Second."), row("Third."));
    let outcomes = room.import(room.shipment(file.as_bytes()));
    assert_eq!(outcomes, [Outcome::Conflict, Outcome::Conflict, Outcome::Refused]);
    let sentences: Vec<Sentence> =
        sentences.into_iter().map(|one| Sentence { target: None, ..one }).collect();
    let room = Room::new(&sentences);
    let outcomes = room.import(room.shipment(file.as_bytes()));
    assert_eq!(outcomes, [Outcome::New, Outcome::New, Outcome::Refused]);
    let held: Vec<String> = room.pairs().into_iter().map(|pair| pair.target).collect();
    assert_eq!(held, ["First.", "Second."]);
}

#[test]
fn what_a_program_betters_by_itself_settles_no_changed_source() {
    let mut sentences = weather();
    sentences.truncate(1);
    sentences[0].target = Some("at the \"desk\" - it's café...".to_owned());
    sentences[0].is_stale = true;
    for text in [
        "at the “desk” - it's café...",
        "at the \"desk\" – it’s café…",
        "at the \"desk\" - it's cafe\u{301}...",
        "At the \"desk\" - it's café...",
    ] {
        let room = Room::new(&sentences);
        let before = room.held();
        let mut shipment = room.shipment(&room.exported("xlsx"));
        text.clone_into(&mut shipment.delivery.slips[0].target);
        assert_eq!(room.import(shipment), [Outcome::Refused], "{text}");
        assert_eq!(room.held(), before);
    }
}

#[test]
fn a_table_of_text_saved_as_a_workbook_loses_its_apostrophes() {
    let mut sentences = weather();
    sentences[0].source = "=Сумма выросла.".to_owned();
    sentences[0].target = Some("+The sum grew.".to_owned());
    let room = Room::new(&sentences);
    let before = room.held();
    let bytes = room.exported("xlsx");
    let mut archive = Archive::open("a", &bytes).unwrap();
    let mut members = Vec::new();
    for name in archive_names(&bytes) {
        let text = String::from_utf8(archive.bytes(&name).unwrap().unwrap()).unwrap();
        let text = text.replace("=Сумма", "'=Сумма").replace("+The", "'+The");
        members.push(Member::new(name, text.into_bytes()));
    }
    let outcomes = room.import(room.shipment(&folded(&members)));
    assert_eq!(outcomes, [Outcome::Same; 3]);
    assert_eq!(room.held(), before);
}

#[test]
fn a_date_or_a_share_that_a_spreadsheet_counts_is_a_draft() {
    let mut sentences = weather();
    for sentence in &mut sentences {
        sentence.target = None;
    }
    let room = Room::new(&sentences);
    let bytes = room.exported("xlsx");
    let mut archive = Archive::open("a", &bytes).unwrap();
    let mut members = Vec::new();
    for name in archive_names(&bytes) {
        let mut text = String::from_utf8(archive.bytes(&name).unwrap().unwrap()).unwrap();
        if let Some(at) = text.find("<c r=\"C2\"") {
            let end = at + text[at..].find("/>").unwrap() + 2;
            text.replace_range(at..end, "<c r=\"C2\"><v>46086</v></c>");
        }
        members.push(Member::new(name, text.into_bytes()));
    }
    room.import(room.shipment(&folded(&members)));
    let held: Vec<String> =
        room.pairs().iter().map(|pair| format!("{} {}", pair.target, pair.state.name())).collect();
    assert_eq!(held, ["46086 draft"]);
}

/// What becomes of the rows of a file, and what is held then.
fn after(room: &Room, shipment: Shipment) -> String {
    let outcomes = room.import(shipment).into_iter().map(Outcome::name);
    let pairs = room.pairs().into_iter();
    let held =
        pairs.map(|pair| format!("{} = {} [{}]\n", pair.source, pair.target, pair.state.name()));
    format!("{}\n{}", outcomes.collect::<Vec<_>>().join(" "), held.collect::<String>())
}

#[test]
fn a_row_with_a_version_of_its_source_goes_where_its_words_stand() {
    for has_tag in [true, false] {
        let room = Room::new(&[
            given("Вход был свободным.", "Admission was free."),
            given("Погода была ясной весь день.", "The weather was fine all day."),
        ]);
        let mut shipment = room.shipment(&room.exported("csv"));
        let slip = &mut shipment.delivery.slips[1];
        "Погода была ясной почти весь день.".clone_into(&mut slip.source);
        "The weather was fine most of the day.".clone_into(&mut slip.target);
        if !has_tag {
            slip.tag = None;
        }
        let told = after(&room, shipment);
        let free = "Вход был свободным. = Admission was free. [translated]\n";
        let fine = if has_tag {
            "The weather was fine most of the day. [draft]"
        } else {
            "The weather was fine all day. [translated]"
        };
        let outcome = if has_tag { "changed" } else { "conflict" };
        assert_eq!(told, format!("same {outcome}\n{free}Погода была ясной весь день. = {fine}\n"));
    }
}

#[test]
fn a_row_with_a_source_of_no_sentence_is_refused_and_changes_nothing() {
    for (target, outcome) in [("It rains.", "refused"), ("Admission was free.", "same")] {
        let room = Room::new(&[given("Вход был свободным.", "Admission was free.")]);
        let before = room.held();
        let mut shipment = room.shipment(&room.exported("xliff"));
        let slip = &mut shipment.delivery.slips[0];
        "Кошка спит на печи.".clone_into(&mut slip.source);
        target.clone_into(&mut slip.target);
        assert_eq!(after(&room, shipment).lines().next(), Some(outcome));
        assert_eq!(room.held(), before);
    }
}

#[test]
fn a_paragraph_without_a_tag_goes_to_its_sentences() {
    let room = Room::new(&[given("Вход был свободным. Погода была ясной.", "")]);
    let row = |target: &str| Slip {
        source: "Вход был свободным. Погода была ясной.".to_owned(),
        target: target.to_owned(),
        document: "articles/news/ru.md".to_owned(),
        ripeness: crate::formats::exchange::Ripeness::Translated,
        ..Slip::default()
    };
    let delivery = |target: &str| {
        let mut shipment = room.shipment(&room.exported("csv"));
        shipment.delivery.slips = vec![row(target)];
        shipment
    };
    let whole = "Вход был свободным. Погода была ясной. = Free and fine. [translated]\n";
    let told = after(&room, delivery("Free and fine."));
    assert!(told.starts_with("new\n") && told.ends_with(whole), "{told}");
}

#[test]
fn of_two_translations_in_one_place_none_is_taken_or_joined_to_the_other() {
    let room = Room::new(&[given("Вход был свободным.", "Admission was free.")]);
    let before = room.held();
    let tmx = String::from_utf8(room.exported("tmx")).unwrap();
    let at = tmx.find("</tuv></tu>").map_or_else(|| tmx.rfind("</tu>").unwrap(), |at| at + 6);
    let second = "<tuv xml:lang=\"en\"><seg>Nobody had to pay.</seg></tuv>";
    let text = format!("{}{second}{}", &tmx[..at], &tmx[at..]);
    let text = text.replace("Admission was free.", "Entry cost nothing.");
    assert_eq!(room.import(room.shipment(text.as_bytes())), [Outcome::Refused; 2], "{text}");
    assert_eq!(room.held(), before);
}

#[test]
fn one_row_for_several_places_goes_to_each_that_has_no_translation() {
    let free = "Вход был свободным.";
    let room = Room::new(&[given(free, ""), given("Дождь шёл весь день.", ""), given(free, "")]);
    let po = format!(
        "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#: articles/news/ru.md:1 articles/news/ru.md:5\n\
         msgid \"{free}\"\nmsgstr \"Admission was free.\"\n"
    );
    let outcomes = room.import(room.shipment(po.as_bytes()));
    assert_eq!(outcomes, [Outcome::New; 2]);
    let held = room.pairs().into_iter().map(|pair| pair.target);
    assert_eq!(held.collect::<Vec<_>>(), ["Admission was free."; 2]);
    assert_eq!(room.import(room.shipment(po.as_bytes())), [Outcome::Same]);
}

#[test]
fn a_remark_that_came_once_is_no_change_when_it_comes_again() {
    let mut stale = given("Вход был свободным.", "Admission was free.");
    stale.is_stale = true;
    let room = Room::new(&[stale, given("Дождь шёл весь день.", "It rained all day.")]);
    let csv =
        "source,target,comment\nВход был свободным. Было иначе.,Admission was free.,Ask Anna\n";
    let came = || room.shipment(csv.as_bytes());
    assert_eq!(room.import(came()), [Outcome::Changed]);
    let held = room.held();
    assert_eq!(room.import(came()), [Outcome::Same]);
    assert_eq!(room.held(), held);
}

/// The words that a file has where nothing is looked for.
fn strays(room: &Room, form: &str, edit: impl Fn(&str) -> String) -> Vec<String> {
    let bytes = room.exported(form);
    let mut archive = Archive::open("a", &bytes).unwrap();
    let mut members = Vec::new();
    for name in archive_names(&bytes) {
        let text = String::from_utf8(archive.bytes(&name).unwrap().unwrap()).unwrap();
        members.push(Member::new(name, edit(&text).into_bytes()));
    }
    let strays = room.shipment(&folded(&members)).delivery.strays;
    assert_eq!(strays.count, strays.words.len());
    strays.words.into_iter().map(|one| format!("{}: {}", one.place, one.text)).collect()
}

#[test]
fn words_beside_the_table_are_told() {
    let room = Room::new(&weather());
    for form in ["docx", "approval", "xlsx"] {
        assert_eq!(strays(&room, form, str::to_owned), [""; 0], "{form}");
    }
    let below = |text: &str| {
        text.replacen("</w:tbl>", "</w:tbl><w:p><w:r><w:t>Why so late?</w:t></w:r></w:p>", 1)
    };
    for form in ["docx", "approval"] {
        assert_eq!(strays(&room, form, below), [": Why so late?"], "{form}");
    }
    let cell = |text: &str| {
        let cell = "<c r=\"H9\" t=\"inlineStr\"><is><t>Ask Anna</t></is></c>";
        text.replacen("</sheetData>", &format!("<row r=\"9\">{cell}</row></sheetData>"), 1)
    };
    assert_eq!(strays(&room, "xlsx", cell), ["H9: Ask Anna"]);
}

/// A sentence translated, or not yet where the translation is empty.
fn given(source: &str, target: &str) -> Sentence {
    Sentence {
        source: source.to_owned(),
        target: (!target.is_empty()).then(|| target.to_owned()),
        state: State::Translated,
        is_stale: false,
        note: false,
    }
}
