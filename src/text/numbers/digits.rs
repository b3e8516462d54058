//! Numbers written with digits.

use super::{Meaning, Number, NumberKind, Scan, TokenKind, decimal, sign};
use crate::model::Span;

/// Languages that write a point before the fraction; the others write a comma.
const POINT_LANGUAGES: [&str; 8] = ["en", "zh", "ja", "ko", "hi", "he", "th", "ur"];

/// Reads the number that begins at `index`; gives the index after it.
pub fn read(scan: &mut Scan<'_>, index: usize) -> usize {
    if let Some(end) = time(scan, index).or_else(|| date(scan, index)) {
        return end;
    }
    let Some((mut value, mut end)) = plain(scan, index) else {
        return list(scan, index);
    };
    let mut kind = NumberKind::Cardinal;
    if let Some(part) = vulgar(scan.text(end)).filter(|_| !value.contains('.')) {
        value.push_str(part);
        end += 1;
    }
    let bare = end;
    end = scan.tail(&mut value, &mut kind, end);
    if let Some(next) = letter_magnitude(scan, index, end).filter(|_| end == bare) {
        value = decimal::shift(&value, next);
        end += 1;
    }
    if end == bare
        && let Some(next) = ordinal_suffix(scan, end)
    {
        kind = NumberKind::Ordinal;
        end = next;
    }
    if end == bare
        && !counts_days(scan, index, end)
        && let Some((hours, next)) = clock(scan, end)
        && let Some(time) = time_of_day(&value, "00", Some(hours))
    {
        scan.push(time, NumberKind::Time, index..next);
        return next;
    }
    if end > bare {
        (value, end) = with_smaller_magnitude(scan, value, end);
    }
    let first = sign::signed(scan, &mut value, index);
    scan.push(value, kind, first..end);
    end
}

/// One value in one token or in groups of three digits; none for a list of numbers.
fn plain(scan: &Scan<'_>, index: usize) -> Option<(String, usize)> {
    let text = scan.text(index);
    let (head, fraction) = match text.find(['.', ',']) {
        Some(_) => return separated(scan.language, text).map(|value| (value, index + 1)),
        None => (text, ""),
    };
    let mut digits = head.to_owned();
    let mut end = index + 1;
    let groupable = head.len() <= 3 && !head.starts_with('0');
    while groupable && is_group_space(scan.text(end)) {
        let group = scan.text(end + 1);
        let point = || group.split_once('.').filter(|(_, rest)| rest.len() != 3);
        let (whole, rest) = group.split_once(',').or_else(point).unwrap_or((group, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if scan.kind(end + 1) != Some(TokenKind::Number)
            || whole.len() != 3
            || !plain(whole)
            || !plain(rest)
        {
            break;
        }
        digits.push_str(whole);
        end += 2;
        if !rest.is_empty() {
            return Some((decimal::canonical(&digits, rest), end));
        }
    }
    Some((decimal::canonical(&digits, fraction), end))
}

/// The fraction of a character such as «½».
fn vulgar(text: &str) -> Option<&'static str> {
    match text {
        "½" => Some(".5"),
        "¼" => Some(".25"),
        "¾" => Some(".75"),
        _ => None,
    }
}

fn is_group_space(text: &str) -> bool {
    matches!(text, " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}

/// The value of digits with points and commas between them.
fn separated(language: &str, text: &str) -> Option<String> {
    let point = POINT_LANGUAGES.contains(&language);
    let (fraction_mark, group_mark) = if point { ('.', ',') } else { (',', '.') };
    let (whole, fraction) = match text.rsplit_once(fraction_mark) {
        Some((whole, fraction)) if !whole.contains(fraction_mark) => (whole, fraction),
        _ => (text, ""),
    };
    let grouped = is_grouped(whole, group_mark);
    let unmistakable =
        group_mark == ',' || !fraction.is_empty() || whole.split(group_mark).count() != 2;
    if grouped && unmistakable && !fraction.contains(group_mark) {
        return Some(decimal::canonical(&whole.replace(group_mark, ""), fraction));
    }
    match text.split(['.', ',']).count() {
        // The other language's mark, as in «0.5», or one group in a Russian text.
        2 => text.split_once(['.', ',']).map(|(whole, rest)| decimal::canonical(whole, rest)),
        _ if !text.contains(',') => Some(text.to_owned()),
        _ => None,
    }
}

/// Whether the text is digits alone, or digits in groups of three that `mark` parts.
fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or("");
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let alone = first.len() == text.len();
    digits(first)
        && (alone || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// Reads each number of a list without spaces, such as «1,2,3».
fn list(scan: &mut Scan<'_>, index: usize) -> usize {
    let token = scan.tokens[index];
    let mut start = token.span.start;
    for part in token.text.split(',') {
        let place = Span::new(start, start + part.len());
        let value = separated(scan.language, part).unwrap_or_else(|| part.to_owned());
        scan.found.push(Number { value, span: place, kind: NumberKind::Cardinal });
        start = place.end + 1;
    }
    index + 1
}

/// The end of an ordinal's ending right after the digits, as in «5-й» or "21st".
fn ordinal_suffix(scan: &Scan<'_>, end: usize) -> Option<usize> {
    if matches!(scan.text(end), "st" | "nd" | "rd" | "th") {
        return Some(end + 1);
    }
    let hyphen = matches!(scan.text(end), "-" | "\u{2011}");
    let ending = scan.text(end + 1);
    let short = scan.kind(end + 1) == Some(TokenKind::Word) && ending.chars().count() <= 3;
    (hyphen && short && ending.chars().all(|c| matches!(c, 'а'..='я'))).then_some(end + 2)
}

/// The power of a letter right after an amount of money, as in "$5m".
fn letter_magnitude(scan: &Scan<'_>, index: usize, end: usize) -> Option<u8> {
    let power = match scan.text(end) {
        "k" | "K" => 3,
        "m" | "M" => 6,
        "b" | "B" => 9,
        _ => return None,
    };
    let currency = index.checked_sub(1).map(|before| scan.text(before));
    matches!(currency, Some("$" | "€" | "£" | "¥")).then_some(power)
}

/// Adds a part of smaller magnitude that follows: «2 млн 300 тыс.».
fn with_smaller_magnitude(scan: &Scan<'_>, value: String, end: usize) -> (String, usize) {
    let next = scan.after_space(end);
    if scan.kind(next) != Some(TokenKind::Number) || value.contains('.') {
        return (value, end);
    }
    let Some((mut part, part_end)) = plain(scan, next) else { return (value, end) };
    let mut kind = NumberKind::Cardinal;
    let tail = scan.tail(&mut part, &mut kind, part_end);
    let zeros = value.len() - value.trim_end_matches('0').len();
    if tail == part_end || kind == NumberKind::Percent || part.len() > zeros {
        return (value, end);
    }
    decimal::sum(&value, &part).map_or((value, end), |sum| (sum, tail))
}

/// Reads a time of day: «17:30», «в 17.30», "5:30 p.m.".
fn time(scan: &mut Scan<'_>, index: usize) -> Option<usize> {
    let text = scan.text(index);
    let colon = scan.text(index + 1) == ":" && scan.kind(index + 2) == Some(TokenKind::Number);
    let (hours, minutes, mut end) = if colon {
        (text, scan.text(index + 2), index + 3)
    } else {
        let (hours, minutes) = text.split_once('.')?;
        let spoken = scan.language == "ru" && scan.meaning_before(index) == Some(Meaning::Hour);
        let clock = clock(scan, index + 1).is_some();
        if !(spoken || clock) {
            return None;
        }
        (hours, minutes, index + 1)
    };
    let clock = clock(scan, end);
    let value = time_of_day(hours, minutes, clock.map(|(noon, _)| noon))?;
    if clock.is_none() && scan.percent(end).or(scan.magnitude(end).map(|(_, end)| end)).is_some() {
        return None;
    }
    end = clock.map_or(end, |(_, end)| end);
    scan.push(value, NumberKind::Time, index..end);
    Some(end)
}

/// `H:MM` of hours and minutes, with twelve hours added after noon.
fn time_of_day(hours: &str, minutes: &str, noon: Option<u8>) -> Option<String> {
    let hours: u8 = hours.parse().ok().filter(|hours| *hours < 25)?;
    let right = minutes.len() == 2 && minutes.parse::<u8>().is_ok_and(|minutes| minutes < 60);
    let hours = match noon {
        Some(noon) if (1..=12).contains(&hours) => hours % 12 + noon,
        Some(_) => return None,
        None => hours,
    };
    right.then(|| format!("{hours}:{minutes}"))
}

/// Whether «дня» after a number is days: «4 дня», unless «в 4 дня».
fn counts_days(scan: &Scan<'_>, index: usize, end: usize) -> bool {
    matches!(scan.text(index), "2" | "3" | "4")
        && scan.text(scan.after_space(end)) == DAYS
        && scan.meaning_before(index) != Some(Meaning::Hour)
}

/// The form of «день» after two, three and four, and that of an hour after noon.
const DAYS: &str = "дня";

/// What may stand between a time and the half of the day: «3 часа дня».
const HOURS: [&str; 3] = ["час", "часа", "часов"];

/// The half of the day named after a time, and where it ends.
fn clock(scan: &Scan<'_>, end: usize) -> Option<(u8, usize)> {
    let mut word = scan.after_space(end);
    if HOURS.contains(&scan.text(word)) {
        word = scan.after_space(word + 1);
    }
    if let Some(Meaning::Clock(hours)) = scan.meaning(word) {
        return Some((hours, word + 1));
    }
    let hours = match scan.text(word) {
        "a" | "A" => 0,
        "p" | "P" => 12,
        _ => return None,
    };
    let dotted = scan.text(word + 1) == "."
        && matches!(scan.text(word + 2), "m" | "M")
        && scan.text(word + 3) == ".";
    dotted.then_some((hours, word + 4))
}

/// Reads a numeric date: «05.03.2024» or "2024-03-05".
fn date(scan: &mut Scan<'_>, index: usize) -> Option<usize> {
    let token = scan.tokens[index];
    let parts: Vec<&str> = token.text.split('.').collect();
    if let [day, month, year] = parts[..] {
        let fits =
            is_day(day) && is_month(month) && matches!(year.len(), 2 | 4) && !year.contains(',');
        if !fits {
            return None;
        }
        let mut start = token.span.start;
        for part in parts {
            push_part(scan, part, start);
            start += part.len() + 1;
        }
        return Some(index + 1);
    }
    let [year, month, day] = [0, 2, 4].map(|step| scan.text(index + step));
    let hyphens = scan.text(index + 1) == "-" && scan.text(index + 3) == "-";
    if !hyphens
        || year.len() != 4
        || !is_month(month)
        || !is_day(day)
        || month.len() + day.len() != 4
    {
        return None;
    }
    for step in [0, 2, 4] {
        push_part(scan, scan.text(index + step), scan.tokens[index + step].span.start);
    }
    Some(index + 5)
}

fn push_part(scan: &mut Scan<'_>, part: &str, start: usize) {
    let place = Span::new(start, start + part.len());
    let value = decimal::canonical(part, "");
    scan.found.push(Number { value, span: place, kind: NumberKind::Date });
}

fn is_day(text: &str) -> bool {
    text.len() <= 2 && text.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_month(text: &str) -> bool {
    text.len() <= 2 && text.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}
