//! Entries of a bibliography, whose areas are parted by a stop and a dash.
//!
//! The areas and their order are those of ISBD and of GOST R 7.0.100:
//! `История города. – Казань: Волна, 2019. – Т. 2. – С. 41–45.`

use super::characters::is_dash;

/// Bytes behind a stop in which the next area is looked for.
const NEAR: usize = 240;

/// What opens an area behind the dash, but for a place with its publisher and a year.
const AREAS: &[&str] = &[
    "Т. ",
    "С. ",
    "Ч. ",
    "Кн. ",
    "Вып. ",
    "№ ",
    "Бюл. ",
    "ISBN",
    "ISSN",
    "URL",
    "DOI",
    "Режим доступа",
    "Текст",
    "Изд. ",
    "Изд-во",
    "М.:",
    "М. :",
    "СПб.",
    "Л.:",
    "Л. :",
    "Vol. ",
    "No. ",
    "P. ",
    "Pp. ",
    "pp. ",
    "Электрон",
    "Библиогр",
    "Рез. ",
    "Загл. ",
];

/// Whether an area of a bibliography begins at `rest`, which stands behind a stop and white space.
pub fn is_area(rest: &str) -> bool {
    let mut characters = rest.chars();
    if !characters.next().is_some_and(is_dash) {
        return false;
    }
    let area = characters.as_str().trim_start();
    AREAS.iter().any(|opening| area.starts_with(opening))
        || is_year_or_pages(area)
        || is_place(area)
}

/// Whether the letter at `start` stands behind the stop and dash of an entry: `. – Т. 2`, `. – С. 41`.
pub fn is_volume(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let before = before.strip_suffix(is_dash).map(str::trim_end);
    before.is_some_and(|before| before.ends_with('.')) && is_area_letter(&text[start..])
}

fn is_area_letter(rest: &str) -> bool {
    ["Т. ", "С. ", "Ч. ", "P. "].iter().any(|letter| rest.starts_with(letter))
}

/// Whether an entry goes on behind the author or title that ends before `rest`.
pub fn follows(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(NEAR)];
    near.match_indices(". ").any(|(at, stop)| is_area(&near[at + stop.len()..]))
}

/// `2018.`, `320 с.`, `12 p.`
fn is_year_or_pages(area: &str) -> bool {
    let rest = area.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = area.len() - rest.len();
    let is_year = digits == 4 && rest.starts_with(['.', ',', ';']);
    let is_size = digits > 0
        && [" с.", " с;", " с :", " p.", " л."].iter().any(|unit| rest.starts_with(unit));
    is_year || is_size
}

/// A place and its publisher: `Казань: Волна, 2019`.
fn is_place(area: &str) -> bool {
    let Some((place, publisher)) = area.split_once(':') else { return false };
    let is_short = place.chars().count() <= 30 && !place.contains(['.', ',', '!', '?']);
    let is_named = place.starts_with(char::is_uppercase);
    let end = publisher.find(['.', '!', '?']).unwrap_or(publisher.len());
    let has_year = publisher[..end]
        .split([',', ' '])
        .any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    is_short && is_named && has_year
}
