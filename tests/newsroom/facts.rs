//! What the newsroom writes about: facts whose Russian and English are known from the start.
//!
//! A fact is a pattern with a value in each of its slots. Two facts mean the same only if pattern
//! and values are the same; each may be worded in several ways in either language. So the truth of
//! a page is known without any look at how the program pairs texts.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A value of a slot in Russian and in English.
type Value = (&'static str, &'static str);

const PEOPLE: &[Value] = &[
    ("Павел Серов", "Pavel Serov"),
    ("Игорь Лапин", "Igor Lapin"),
    ("Олег Мартынов", "Oleg Martynov"),
    ("Виктор Гусев", "Viktor Gusev"),
    ("Роман Котов", "Roman Kotov"),
];
const PLACES: &[Value] = &[
    ("в Туле", "in Tula"),
    ("в Омске", "in Omsk"),
    ("в Твери", "in Tver"),
    ("в Казани", "in Kazan"),
    ("в Пскове", "in Pskov"),
    ("в Самаре", "in Samara"),
];
const DAYS: &[Value] = &[
    ("в понедельник", "on Monday"),
    ("во вторник", "on Tuesday"),
    ("в среду", "on Wednesday"),
    ("в пятницу", "on Friday"),
];
const ENDS: &[Value] =
    &[("субботы", "Saturday"), ("воскресенья", "Sunday"), ("четверга", "Thursday")];
const NUMBERS: &[Value] = &[
    ("12", "12"),
    ("17", "17"),
    ("35", "35"),
    ("48", "48"),
    ("120", "120"),
    ("350", "350"),
    ("1 200", "1,200"),
];
const SIGNED: &[Value] = &[("подписал", "signed"), ("не подписал", "did not sign")];
const WILL: &[Value] = &[("будет", "will be"), ("не будет", "will not be")];
const WHO: &[Value] = &[("Все", "All"), ("Некоторые", "Some"), ("Не все", "Not all")];
const MODAL: &[Value] = &[("может", "may"), ("должен", "must")];
const OBJECTS: &[Value] = &[
    ("моста", "the bridge"),
    ("школы", "the school"),
    ("вокзала", "the station"),
    ("театра", "the theatre"),
];
const RIVERS: &[Value] = &[("Волга", "The Volga"), ("Кама", "The Kama"), ("Ока", "The Oka")];
const COUNTRIES: &[Value] = &[
    ("Россия", "Russia"),
    ("Беларусь", "Belarus"),
    ("Казахстан", "Kazakhstan"),
    ("Армения", "Armenia"),
];
const QUOTES: &[Value] = &[
    ("Мы ждём решения суда", "We are waiting for the court’s decision"),
    ("Завод работает как обычно", "The plant is working as usual"),
];
const SCORES: &[Value] = &[("2:1", "2:1"), ("3:0", "3:0"), ("1:4", "1:4")];
const DATES: &[Value] = &[
    ("23.12.2024", "December 23, 2024"),
    ("24.12.2024", "December 24, 2024"),
    ("03.02.2025", "February 3, 2025"),
];
const PHONES: &[Value] =
    &[("+7 495 120-30-40", "+7 495 120-30-40"), ("+7 495 120-30-45", "+7 495 120-30-45")];

const OPENED: &[Value] = &[("открыл", "opened"), ("откроет", "will open")];
const OPENINGS: &[Value] =
    &[("мост", "the bridge"), ("школу", "the school"), ("вокзал", "the station")];
const OFFICES: &[Value] = &[
    ("Министр", "Minister"),
    ("И. о. министра", "Acting Minister"),
    ("Замминистра", "Deputy Minister"),
    ("Экс-министр", "Former Minister"),
];
const HEDGES: &[Value] = &[("купил", "bought"), ("якобы купил", "allegedly bought")];
const TREATED: &[Value] = &[
    ("осмотрели", "examined"),
    ("срочно осмотрели", "urgently examined"),
    ("вакцинировали", "vaccinated"),
];
const PATIENTS: &[Value] = &[
    ("детей", "children"),
    ("пожилых людей", "elderly people"),
    ("беженцев", "refugees"),
    ("детей и беженцев", "children and refugees"),
];
const JOINTS: &[Value] = &[("и", "and"), ("или", "or")];
const MOVES: &[Value] = &[("выросли", "rose"), ("упали", "fell")];
const BOUNDS: &[Value] = &[("до", "before"), ("после", "after")];
const SCALES: &[Value] = &[("млн", "million"), ("млрд", "billion")];
/// The same people as those who are accused, in the same order.
const ACCUSED: &[Value] = &[
    ("Павла Серова", "Pavel Serov"),
    ("Игоря Лапина", "Igor Lapin"),
    ("Олега Мартынова", "Oleg Martynov"),
    ("Виктора Гусева", "Viktor Gusev"),
    ("Романа Котова", "Roman Kotov"),
];
const RATES: &[Value] = &[("5,2 %", "5.2%"), ("7,8 %", "7.8%"), ("10 %", "10%")];

/// Slips of a hand in English: the word, and what was typed.
const SLIPS: &[(&str, &str)] = &[
    ("agreement", "agrement"),
    ("contract", "contarct"),
    ("museum", "musuem"),
    ("timetable", "timetabel"),
    ("exhibition", "exibition"),
    ("temperature", "temprature"),
    ("connected", "conected"),
    ("allocated", "alocated"),
    ("Bread", "Braed"),
    ("refunded", "refuned"),
];

/// Where a fact can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Sentence,
    Heading,
    Item,
    Value,
}

/// How facts of one kind are worded.
struct Pattern {
    place: Place,
    russian: &'static [&'static str],
    english: &'static [&'static str],
    slots: &'static [&'static [Value]],
}

const fn sentence(
    russian: &'static [&'static str],
    english: &'static [&'static str],
    slots: &'static [&'static [Value]],
) -> Pattern {
    Pattern { place: Place::Sentence, russian, english, slots }
}

const PATTERNS: &[Pattern] = &[
    sentence(
        &["{0} {1} соглашение о ремонте {2}.", "{0} {1} договор о ремонте {2}."],
        &[
            "{0} {1} an agreement on the repair of {2}.",
            "{0} {1} a contract for the repair of {2}.",
        ],
        &[PEOPLE, SIGNED, OBJECTS],
    ),
    sentence(
        &["На дороги {0} выделили {1} млн рублей.", "{1} млн рублей выделили на дороги {0}."],
        &[
            "{1} million rubles were allocated for roads {0}.",
            "Roads {0} will get {1} million rubles.",
        ],
        &[PLACES, NUMBERS],
    ),
    sentence(
        &["Музей {0} {1} закрыт {2}."],
        &["The museum {0} {1} closed {2}."],
        &[PLACES, WILL, DAYS],
    ),
    sentence(
        &["{0} школы {1} перейдут на новое расписание."],
        &[
            "{0} schools {1} will switch to a new timetable.",
            "{0} schools {1} will move to a new schedule.",
        ],
        &[WHO, PLACES],
    ),
    sentence(
        &["Министр {0} {1} выступить {2}."],
        &["Minister {0} {1} speak {2}.", "The minister, {0}, {1} give a speech {2}."],
        &[PEOPLE, MODAL, PLACES],
    ),
    sentence(
        &["Выставку {0} посетили {1} человек."],
        &["{1} people visited the exhibition {0}.", "The exhibition {0} drew {1} people."],
        &[PLACES, NUMBERS],
    ),
    sentence(
        &["Температура {0} составит {1} градусов."],
        &[
            "The temperature {0} will be {1} degrees.",
            "The temperature {0} will reach {1} degrees.",
        ],
        &[PLACES, NUMBERS],
    ),
    sentence(
        &["Доходы бюджета выросли на {0} %.", "Доходы бюджета увеличились на {0} %."],
        &["Budget revenue grew by {0}%.", "Budget revenues were up {0}%."],
        &[NUMBERS],
    ),
    sentence(&["«{0}», — сказал {1}."], &["“{0},” said {1}."], &[QUOTES, PEOPLE]),
    sentence(
        &["Билеты на концерт {0} продают до {1}."],
        &["Tickets for the concert {0} are on sale until {1}."],
        &[PLACES, ENDS],
    ),
    sentence(
        &["Ещё {0} домов {1} подключили к газу."],
        &["Another {0} houses {1} were connected to gas."],
        &[NUMBERS, PLACES],
    ),
    sentence(
        &["Автобус № {0} теперь ходит через центр."],
        &["Bus No. {0} now runs through the centre."],
        &[NUMBERS],
    ),
    sentence(
        &["{0} {1} {2}."],
        &["{0} {1} {2}.", "It was announced that {0} {1} {2}."],
        &[PEOPLE, OPENED, OPENINGS],
    ),
    sentence(
        &["{0} {1} прилетел и выступил {2}."],
        &["{0} {1} arrived and spoke {2}.", "{0} {1} flew in and spoke {2}."],
        &[OFFICES, PEOPLE, PLACES],
    ),
    sentence(
        &["{0} {1} завод {2}."],
        &["{0} {1} a plant {2}.", "{0} {1} a factory {2}."],
        &[PEOPLE, HEDGES, PLACES],
    ),
    sentence(
        &["Врачи {0} {1} {2}."],
        &["Doctors {0} {1} {2}.", "Medics {0} {1} {2}."],
        &[PLACES, TREATED, PATIENTS],
    ),
    sentence(
        &["Билеты вернут детям {0} пенсионерам {1}."],
        &[
            "Tickets will be refunded to children {0} pensioners {1}.",
            "Children {0} pensioners {1} will be refunded their tickets.",
        ],
        &[JOINTS, PLACES],
    ),
    sentence(
        &["Цены на хлеб {0} {1} на {2} %."],
        &["Bread prices {0} {1} by {2}%.", "Prices of bread {0} {1} by {2}%."],
        &[PLACES, MOVES, NUMBERS],
    ),
    sentence(
        &["Дорогу {0} откроют {1} {2}."],
        &["The road {0} will open {1} {2}.", "The road {0} will be opened {1} {2}."],
        &[PLACES, BOUNDS, ENDS],
    ),
    sentence(
        &["Строительство обойдётся в {0} {1} рублей."],
        &["Construction will cost {0} {1} rubles.", "The construction will cost {0} {1} rubles."],
        &[NUMBERS, SCALES],
    ),
    sentence(
        &["{0} обвинил {1} во лжи."],
        &["{0} accused {1} of lying.", "{0} has accused {1} of lying."],
        &[PEOPLE, ACCUSED],
    ),
    sentence(&["{0} вышла из берегов."], &["{0} has burst its banks."], &[RIVERS]),
    sentence(&["Да."], &["Yes."], &[]),
    sentence(&["Вход свободный."], &["Admission is free."], &[]),
    sentence(&["Подробности позже."], &["Details to follow."], &[]),
    Pattern {
        place: Place::Heading,
        russian: &["Что изменится {0} {1}"],
        english: &["What will change {0} {1}", "What changes {0} {1}"],
        slots: &[PLACES, DAYS],
    },
    Pattern {
        place: Place::Heading,
        russian: &["{0} человек вышли на уборку {1}"],
        english: &["{0} people join the clean-up {1}"],
        slots: &[NUMBERS, PLACES],
    },
    Pattern { place: Place::Item, russian: &["{0}"], english: &["{0}"], slots: &[COUNTRIES] },
    Pattern {
        place: Place::Item,
        russian: &["{0} тонн зерна"],
        english: &["{0} tonnes of grain"],
        slots: &[NUMBERS],
    },
    Pattern { place: Place::Item, russian: &["{0}"], english: &["{0}"], slots: &[RATES] },
    Pattern { place: Place::Value, russian: &["{0}"], english: &["{0}"], slots: &[SCORES] },
    Pattern { place: Place::Value, russian: &["{0}"], english: &["{0}"], slots: &[DATES] },
    Pattern { place: Place::Value, russian: &["{0}"], english: &["{0}"], slots: &[PHONES] },
];

/// A pattern with its values: what is said, in no language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fact {
    pattern: usize,
    values: Vec<usize>,
}

impl Fact {
    /// A fact that can stand at such a place.
    pub fn random(place: Place, dice: &mut Dice) -> Self {
        let fitting: Vec<usize> =
            (0..PATTERNS.len()).filter(|at| PATTERNS[*at].place == place).collect();
        let pattern = fitting[dice.roll(fitting.len())];
        let slots = PATTERNS[pattern].slots;
        let values = slots.iter().map(|slot| dice.roll(slot.len())).collect();
        Self { pattern, values }
    }

    /// Another fact: one value is another one.
    pub fn changed(&self, dice: &mut Dice) -> Option<Self> {
        let slots = PATTERNS[self.pattern].slots;
        if slots.is_empty() {
            return None;
        }
        let slot = dice.roll(slots.len());
        let mut changed = self.clone();
        // Who accuses whom may be turned round.
        if slots.ends_with(&[ACCUSED]) && self.values[0] != self.values[1] && dice.roll(2) == 0 {
            changed.values.swap(0, 1);
            return Some(changed);
        }
        let step = 1 + dice.roll(slots[slot].len() - 1);
        changed.values[slot] = (changed.values[slot] + step) % slots[slot].len();
        Some(changed)
    }

    /// Whether the two differ in what a hand's edit of the English alone must not change unseen:
    /// anything but common words and the words of quotations.
    pub fn differs_dangerously(&self, other: &Self) -> bool {
        let slots = PATTERNS[self.pattern].slots;
        let is_plain =
            |at: usize| [OBJECTS, OPENINGS, QUOTES, TREATED, PATIENTS].contains(&slots[at]);
        (0..slots.len()).any(|at| self.values[at] != other.values[at] && !is_plain(at))
    }

    pub fn russian(&self, dice: &mut Dice) -> String {
        self.worded(PATTERNS[self.pattern].russian, |value| value.0, dice)
    }

    pub fn english(&self, dice: &mut Dice) -> String {
        self.worded(PATTERNS[self.pattern].english, |value| value.1, dice)
    }

    fn worded(
        &self,
        wordings: &[&str],
        side: fn(&Value) -> &'static str,
        dice: &mut Dice,
    ) -> String {
        let mut text = wordings[dice.roll(wordings.len())].to_owned();
        for (at, value) in self.values.iter().enumerate() {
            let value = side(&PATTERNS[self.pattern].slots[at][*value]);
            text = text.replace(&format!("{{{at}}}"), value);
        }
        text
    }

    pub fn place(&self) -> Place {
        PATTERNS[self.pattern].place
    }
}

/// Every sentence that can be written, with the fact that it states.
pub struct Truth {
    russian: HashMap<String, Fact>,
    english: HashMap<String, Fact>,
}

impl Truth {
    /// The one truth of all histories.
    pub fn shared() -> &'static Self {
        static TRUTH: LazyLock<Truth> = LazyLock::new(Truth::new);
        &TRUTH
    }

    fn new() -> Self {
        let (mut russian, mut english) = (HashMap::new(), HashMap::new());
        for (pattern, Pattern { russian: ours, english: theirs, .. }) in PATTERNS.iter().enumerate()
        {
            for fact in every(pattern) {
                let mut first = Dice(1);
                for wording in *ours {
                    let text = fact.worded(&[wording], |value| value.0, &mut first);
                    russian.insert(canonical(&text), fact.clone());
                }
                for wording in *theirs {
                    let text = fact.worded(&[wording], |value| value.1, &mut first);
                    english.insert(canonical(&text), fact.clone());
                }
                // A value may stand in the English as the Russian has it.
                if fact.place() == Place::Value || PATTERNS[pattern].slots == [RATES] {
                    let text = fact.worded(ours, |value| value.0, &mut first);
                    english.insert(canonical(&text), fact.clone());
                }
            }
        }
        Self { russian, english }
    }

    /// The facts that a Russian text states, and what of it states none.
    pub fn of_russian(&self, text: &str) -> Vec<Result<Fact, String>> {
        cut(text).into_iter().map(|piece| find(&self.russian, &piece)).collect()
    }

    /// The facts that an English text states, and what of it states none.
    pub fn of_english(&self, text: &str) -> Vec<Result<Fact, String>> {
        cut(text).into_iter().map(|piece| find(&self.english, &piece)).collect()
    }
}

fn every(pattern: usize) -> Vec<Fact> {
    let mut facts = vec![Fact { pattern, values: Vec::new() }];
    for slot in PATTERNS[pattern].slots {
        let longer = |fact: &Fact, value: usize| {
            let values = [&fact.values[..], &[value]].concat();
            Fact { pattern, values }
        };
        facts = facts
            .iter()
            .flat_map(|fact| (0..slot.len()).map(move |value| longer(fact, value)))
            .collect();
    }
    facts
}

fn find(known: &HashMap<String, Fact>, piece: &str) -> Result<Fact, String> {
    known.get(&canonical(piece)).cloned().ok_or_else(|| piece.to_owned())
}

/// A text cut into its sentences; here each ends with a full stop before a capital letter or sign.
pub fn cut(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        pieces.last_mut().expect("there is one").push(word);
        let is_last = word.ends_with('.') && !["No.", "И.", "о."].contains(word);
        if is_last && at + 1 < words.len() {
            pieces.push(Vec::new());
        }
    }
    pieces.iter().map(|words| words.join(" ")).filter(|piece| !piece.is_empty()).collect()
}

/// The text with one slip of a hand, where it has a word for that.
pub fn mistyped(text: &str, dice: &mut Dice) -> String {
    let fitting: Vec<_> = SLIPS.iter().filter(|(word, _)| text.contains(word)).collect();
    if fitting.is_empty() {
        return text.to_owned();
    }
    let (word, typed) = fitting[dice.roll(fitting.len())];
    text.replacen(word, typed, 1)
}

/// A text without what only typography or a slip of a hand changes.
pub fn canonical(text: &str) -> String {
    let mended = |text: String, (word, typed): &(&str, &str)| text.replace(typed, word);
    let plain: String = SLIPS
        .iter()
        .fold(text.to_owned(), mended)
        .chars()
        .map(|letter| match letter {
            '«' | '»' | '“' | '”' | '„' => '"',
            'ё' => 'е',
            'Ё' => 'Е',
            '–' | '—' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A seeded source of chance.
pub struct Dice(pub u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        // The generator "splitmix64" of Steele, Lea and Flood.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).expect("is below sides")
    }
}
