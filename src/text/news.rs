//! Words by which news says where it comes from, and that it was corrected.

/// Cities as they are called in both languages.
pub const PLACES: [(&str, &str); 40] = [
    ("Москва", "Moscow"),
    ("Санкт-Петербург", "St. Petersburg"),
    ("Петербург", "St. Petersburg"),
    ("Минск", "Minsk"),
    ("Киев", "Kiev"),
    ("Астана", "Astana"),
    ("Алматы", "Almaty"),
    ("Алма-Ата", "Almaty"),
    ("Ташкент", "Tashkent"),
    ("Бишкек", "Bishkek"),
    ("Душанбе", "Dushanbe"),
    ("Ашхабад", "Ashgabat"),
    ("Баку", "Baku"),
    ("Ереван", "Yerevan"),
    ("Тбилиси", "Tbilisi"),
    ("Кишинёв", "Chisinau"),
    ("Кишинев", "Chisinau"),
    ("Рига", "Riga"),
    ("Вильнюс", "Vilnius"),
    ("Таллин", "Tallinn"),
    ("Варшава", "Warsaw"),
    ("Берлин", "Berlin"),
    ("Париж", "Paris"),
    ("Лондон", "London"),
    ("Вена", "Vienna"),
    ("Женева", "Geneva"),
    ("Брюссель", "Brussels"),
    ("Рим", "Rome"),
    ("Мадрид", "Madrid"),
    ("Стамбул", "Istanbul"),
    ("Анкара", "Ankara"),
    ("Дубай", "Dubai"),
    ("Пекин", "Beijing"),
    ("Токио", "Tokyo"),
    ("Дели", "Delhi"),
    ("Вашингтон", "Washington"),
    ("Нью-Йорк", "New York"),
    ("Казань", "Kazan"),
    ("Сочи", "Sochi"),
    ("Владивосток", "Vladivostok"),
];

/// Agencies as they are called in both languages.
pub const AGENCIES: [(&str, &str); 14] = [
    ("ТАСС", "TASS"),
    ("ИНТЕРФАКС", "Interfax"),
    ("РИА Новости", "RIA Novosti"),
    ("Рейтер", "Reuters"),
    ("БЕЛТА", "BelTA"),
    ("Синьхуа", "Xinhua"),
    ("Казинформ", "Kazinform"),
    ("АЗЕРТАДЖ", "AZERTAC"),
    ("Арменпресс", "Armenpress"),
    ("Кабар", "Kabar"),
    ("УзА", "UzA"),
    ("Франс Пресс", "AFP"),
    ("Ассошиэйтед Пресс", "AP"),
    ("Блумберг", "Bloomberg"),
];

/// Small words within the name of a place.
pub const PARTICLES: [&str; 3] = ["на", "де", "ле"];

/// What stands behind the number of a year.
pub const YEAR: [&str; 2] = ["года", "г."];

/// What such a line begins with, in small letters.
pub const CORRECTIONS: [&str; 16] = [
    "исправление",
    "исправлено",
    "поправка",
    "уточнение",
    "уточнено",
    "опровержение",
    "обновление",
    "обновлено",
    "дополнено",
    "upd",
    "update",
    "апдейт",
    "от редакции",
    "ошибка исправлена",
    "в более ранней версии",
    "в первоначальной версии",
];

/// What it begins with in English.
pub const ENGLISH_CORRECTIONS: [&str; 17] = [
    "correction",
    "corrected",
    "clarification",
    "clarified",
    "update",
    "updated",
    "upd",
    "amended",
    "retraction",
    "editor’s note",
    "editor's note",
    "an earlier version",
    "a previous version",
    "the original version",
    "the initial version",
    "the earlier version",
    "the first version",
];

/// What says as much without being a label.
pub const CORRECTED: [&str; 7] =
    ["correct", "clarif", "update", "amend", "retract", "editor", "refut"];

/// Parts of Russian words that say as much.
pub const RUSSIAN_CORRECTED: [&str; 9] =
    ["исправ", "поправ", "уточн", "опроверг", "опроверж", "обновл", "дополн", "редакц", "верси"];

/// Words for a state of a text, in both languages.
pub const VERSIONS: [&str; 2] = ["верси", "version"];

/// What stands before the date or the time of an update.
pub const DATED: [&str; 3] = ["at ", "on ", "в "];

/// A mark that begins a remark, with what in the source excuses it.
pub struct RemarkMark {
    pub mark: &'static str,
    pub excuse: &'static [&'static str],
}

const NOTES: &[&str] = &["прим", "nb", "заметк", "внимание", "обратите", "отмети", "note"];

/// Marks that begin a remark.
pub const REMARK_MARKS: [RemarkMark; 16] = [
    RemarkMark { mark: "NB", excuse: NOTES },
    RemarkMark { mark: "N.B.", excuse: NOTES },
    RemarkMark { mark: "Note:", excuse: NOTES },
    RemarkMark { mark: "Translator’s note", excuse: &["переводчик", "пер."] },
    RemarkMark { mark: "Translator's note", excuse: &["переводчик", "пер."] },
    RemarkMark { mark: "Translator:", excuse: &["переводчик"] },
    RemarkMark { mark: "Translation:", excuse: &["перевод"] },
    RemarkMark { mark: "Editor’s note", excuse: &["ред"] },
    RemarkMark { mark: "Editor's note", excuse: &["ред"] },
    RemarkMark { mark: "TN:", excuse: &["tn"] },
    RemarkMark { mark: "T/N", excuse: &["t/n"] },
    RemarkMark { mark: "прим. пер", excuse: &["прим. пер"] },
    RemarkMark { mark: "прим. ред", excuse: &["прим. ред"] },
    RemarkMark { mark: "прим.пер", excuse: &["прим.пер"] },
    RemarkMark { mark: "Прим.", excuse: &["прим."] },
    RemarkMark { mark: "@@", excuse: &["@@"] },
];

/// Words with which a person asks a colleague to look, at the beginning of a remark or anywhere in it.
pub const REMARK_FIRST: [&str; 16] = [
    "check",
    "verify",
    "confirm",
    "clarify",
    "ask ",
    "sic",
    "unclear",
    "not sure",
    "see source",
    "need",
    "query",
    "to be ",
    "tbc",
    "tbd",
    "fix",
    "todo",
];
/// Words that a remark has anywhere.
pub const REMARK_WORDS: [&str; 7] =
    ["translator", "as in the original", "in the source", "in russian:", "lit.", "spelling?", "??"];

/// What a translation without force calls itself, in small letters.
pub const UNOFFICIAL: &str = "неофициальный перевод";
/// And in English.
pub const ENGLISH_UNOFFICIAL: [&str; 2] = ["unofficial", "not an official translation"];

/// The words before the last member of a row.
pub const ROW_LINKS: [&str; 2] = [" и ", " или "];

/// What can stand between the members of an English row.
pub const ENGLISH_ROW_LINKS: [&str; 12] =
    [",", ";", " and ", " or ", "&", " as well as ", " plus ", " nor ", " with ", "/", "—", "-"];
