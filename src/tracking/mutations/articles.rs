//! Invented articles, put together from templates with slots.

use super::dice::Dice;

/// What may stand in a slot.
const SLOTS: [(&str, &[&str]); 22] = [
    ("number", &["12", "45", "1 200", "37", "8", "150", "21"]),
    (
        "date",
        &[
            "19 декабря 2024 года",
            "5 марта 2025 года",
            "12.04.2025",
            "1 июня",
            "23 октября 2024 года",
        ],
    ),
    ("amount", &["2,5", "14", "120", "7", "3,8"]),
    ("magnitude", &["тыс.", "млн", "млрд"]),
    ("percent", &["5 %", "12,4 %", "30%", "8 процентов"]),
    ("not", &["", "не "]),
    ("person", &["Андрей Бородин", "Тимур Рахимов", "А. С. Левченко", "Сергей Гаспарян"]),
    ("in_city", &["в Минске", "в Ереване", "в Ташкенте", "в Астане", "в Бишкеке"]),
    ("company", &["Дальсвязь", "Электроника", "Орбита", "Телеком-Сервис"]),
    ("body", &["РСС", "МСЭ", "ВПС", "Минцифры"]),
    ("quoted", &["поддерживаем", "продолжим", "ценим", "прекращаем"]),
    ("thought", &["ускорит внедрение", "усложнит внедрение", "удешевит внедрение"]),
    ("role", &["директор", "министр", "координатор", "представитель"]),
    ("modal", &["должны", "могут", "намерены", "обязаны", "вправе"]),
    ("verb", &["обсудили", "одобрили", "рассмотрели", "изучили", "доработали"]),
    ("noun", &["регламента", "договора", "бюджета", "графика"]),
    ("kind", &["почтовых", "цифровых", "спутниковых", "кабельных"]),
    ("small", &["также", "тоже", "ведь", "именно"]),
    ("link", &["и", "или"]),
    ("city", &["Минск", "Ереван", "Ташкент", "Астана"]),
    (
        "event",
        &[
            "заседание комиссии",
            "конференцию операторов",
            "встречу экспертов",
            "выставку оборудования",
        ],
    ),
    (
        "topic",
        &[
            "сетей связи",
            "почтовых услуг",
            "кадров отрасли",
            "защиты данных",
            "радиочастотного спектра",
            "спутниковых систем",
        ],
    ),
];

/// Templates by what they are for; every article has one of each row.
const ROWS: [&[&str]; 15] = [
    &[
        "На заседании рассмотрено {number} вопросов повестки дня.",
        "В конкурсе приняли участие {number} команд из разных регионов.",
        "Комиссия получила {number} заявок от операторов связи.",
    ],
    &[
        "Следующая встреча состоится {date} в очном формате.",
        "Документ вступил в силу {date} после подписания.",
        "Приём заявок завершится {date}, итоги опубликуют на сайте.",
    ],
    &[
        "На проект направят {amount} {magnitude} рублей.",
        "Объём рынка оценили в {amount} {magnitude} долларов.",
        "Сетью уже пользуются {amount} {magnitude} абонентов.",
    ],
    &[
        "Доля электронных отправлений выросла на {percent} за год.",
        "Тариф снизили на {percent} по сравнению с прошлым кварталом.",
    ],
    &[
        "Стороны {not}согласовали итоговый протокол встречи.",
        "Участники {not}поддержали перенос заседания на осень.",
        "Решение {not}затрагивает действующие договоры.",
    ],
    &[
        "Новую станцию построят {in_city} силами подрядчика.",
        "Перечень мер подготовил {person} вместе с коллегами.",
        "Площадку предоставил исполком {body} по просьбе участников.",
    ],
    &[
        "«Мы {quoted} совместную работу в этом направлении», — говорится в обращении.",
        "В письме отмечено: «Новый порядок {thought} оборудования».",
    ],
    &[
        "Об этом сообщил {role} {person} по итогам переговоров.",
        "Как заявил {role} {person}, линия готова к запуску.",
    ],
    &[
        "Операторы {modal} передавать сведения в единый центр.",
        "Страны {modal} подписать соглашение по итогам консультаций.",
    ],
    &[
        "Эксперты {verb} проект нового {noun} в рабочем порядке.",
        "Делегации {verb} порядок применения {kind} технологий.",
    ],
    &["Вчера комиссия утвердила план работы.", "Теперь секретариат готовит сводный доклад."],
    &[
        "Ещё один проект — «{company}» — находится в разработке.",
        "Учёт ведёт оператор «{company}» — участник объединения.",
    ],
    &[
        "Работа над стандартом завершена, и его тексты переданы в секретариат.",
        "Опрос проведён среди операторов, и ответы легли в основу записки.",
    ],
    &[
        "Методику доработали {link} направили сторонам на отзыв.",
        "В обсуждении {small} приняли участие наблюдатели.",
    ],
    &["Участникам показали новый образец изделия.", "Слушателям раздали краткий обзор отрасли."],
];

const TITLES: [&str; 2] = ["{city} примет {event}", "Итоги: {event} провели {in_city}"];
const ITEM: &str = "развитие {topic} в регионе";
const EXTRA: [&str; 3] = [
    "Кофе и чай подавали в перерывах бесплатно.",
    "Желающие посетили музей истории телеграфа.",
    "Видеозапись хранится в архиве пресс-службы.",
];

/// A template and what stands in its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeSentence {
    template: String,
    values: Vec<(&'static str, &'static str)>,
}

impl MadeSentence {
    /// Fills the slots of a template.
    fn new(template: &str, dice: &mut Dice) -> Self {
        let used = SLOTS.iter().filter(|(slot, _)| template.contains(&format!("{{{slot}}}")));
        let values = used.map(|(slot, values)| (*slot, *dice.pick(values))).collect();
        Self { template: template.to_owned(), values }
    }

    /// A sentence without slots.
    pub fn fixed(text: &str) -> Self {
        Self { template: text.to_owned(), values: Vec::new() }
    }

    pub fn text(&self) -> String {
        let filled = self.values.iter().fold(self.template.clone(), |text, (slot, value)| {
            text.replace(&format!("{{{slot}}}"), value)
        });
        let mut characters = filled.chars();
        let first = characters.next().map(|c| c.to_uppercase().collect::<String>());
        first.unwrap_or_default() + characters.as_str()
    }

    pub fn value(&self, slot: &str) -> Option<&'static str> {
        self.values.iter().find(|(name, _)| *name == slot).map(|(_, value)| *value)
    }

    pub fn set(&mut self, slot: &str, to: &'static str) {
        self.values.iter_mut().filter(|(name, _)| *name == slot).for_each(|(_, value)| *value = to);
    }

    /// Puts something else into the slot.
    pub fn change(&mut self, slot: &str, dice: &mut Dice) {
        let (_, values) = SLOTS.iter().find(|(name, _)| *name == slot).unwrap();
        let old = self.value(slot).unwrap();
        let others: Vec<&'static str> =
            values.iter().copied().filter(|value| *value != old).collect();
        self.set(slot, others[dice.below(others.len())]);
    }
}

/// A title, paragraphs of sentences and a list after the second.
#[derive(Clone, Debug)]
pub struct MadeArticle {
    pub title: MadeSentence,
    pub paragraphs: Vec<Vec<MadeSentence>>,
    pub items: Vec<MadeSentence>,
    /// Sentences that stand nowhere in the article.
    pub spare: Vec<MadeSentence>,
}

impl MadeArticle {
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        for _ in 0..8 {
            dice.below(2);
        }
        let mut sentences: Vec<MadeSentence> = ROWS
            .iter()
            .map(|row| MadeSentence::new(row[dice.below(row.len())], &mut dice))
            .collect();
        dice.shuffle(&mut sentences);
        let mut paragraphs = Vec::new();
        while !sentences.is_empty() {
            let length = (2 + dice.below(3)).min(sentences.len());
            paragraphs.push(sentences.drain(..length).collect());
        }
        let mut topics = SLOTS.last().unwrap().1.to_vec();
        dice.shuffle(&mut topics);
        let item =
            |topic| MadeSentence { template: ITEM.to_owned(), values: vec![("topic", topic)] };
        let title = dice.pick(&TITLES);
        Self {
            title: MadeSentence::new(title, &mut dice),
            paragraphs,
            items: topics.into_iter().take(4).map(item).collect(),
            spare: EXTRA.iter().map(|text| MadeSentence::fixed(text)).collect(),
        }
    }

    /// The article as a file, each block from its own lines.
    pub fn markdown(&self) -> String {
        let texts = |sentences: &[MadeSentence]| {
            sentences.iter().map(MadeSentence::text).collect::<Vec<_>>()
        };
        let mut blocks = vec![format!("# {}", self.title.text())];
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            blocks.push(texts(paragraph).join(" "));
            if index == 1 {
                let items = texts(&self.items);
                blocks.push(
                    items.iter().map(|item| format!("- {item};")).collect::<Vec<_>>().join("\n"),
                );
            }
        }
        blocks.join("\n\n") + "\n"
    }

    /// Where a sentence with this slot stands.
    pub fn with_slot(&self, slot: &str) -> Option<(usize, usize)> {
        self.find(|sentence| sentence.value(slot).is_some())
    }

    pub fn find(&self, fits: impl Fn(&MadeSentence) -> bool) -> Option<(usize, usize)> {
        let mut places = self.paragraphs.iter().enumerate().flat_map(|(paragraph, sentences)| {
            sentences.iter().enumerate().map(move |(place, sentence)| (paragraph, place, sentence))
        });
        places
            .find(|(_, _, sentence)| fits(sentence))
            .map(|(paragraph, place, _)| (paragraph, place))
    }
}
