//! A value as the readers of the other language write it: «1 310,5» as 1,310.5, «№ 5» as No. 5.
//!
//! Only what can be read in one way is written anew, and each step only where the judge of values
//! says that it left the value as it was.

use super::reading::digits_of_phone;
use super::same;
use crate::model::Span;
use crate::text::dates::{Date, DateOrder, dates_and_scan};
use crate::text::languages::months;
use crate::text::markup::mask;

/// In which form values are written.
#[derive(Clone, Debug)]
pub struct ValueForm {
    from: String,
    into: String,
    /// How the house writes dates; with nothing they stay as they are.
    dates: Option<DateOrder>,
}

impl ValueForm {
    /// The form that a value of one language takes in another; both are primary subtags.
    pub fn new(from: &str, into: &str, dates: Option<DateOrder>) -> Self {
        Self { from: from.to_owned(), into: into.to_owned(), dates }
    }

    /// The value as its readers write it; nothing where it stands so, or nobody can tell.
    pub fn of(&self, value: &str) -> Option<String> {
        if !self.may_differ(value) {
            return None;
        }
        let mut form = value.to_owned();
        for step in [Self::dated, Self::numbered, Self::labelled, Self::priced] {
            let next = step(self, &form);
            if next != form && same(value, &next, &self.from, &self.into) {
                form = next;
            }
        }
        (form != value).then_some(form)
    }

    /// What in a value that stands as it is its readers may take for something else.
    pub fn doubt(&self, value: &str) -> Option<String> {
        if !self.may_differ(value) {
            return None;
        }
        let form = self.of(value).unwrap_or_else(|| value.to_owned());
        for date in numeric_dates(&form, &self.from) {
            if date.day <= Some(12) && date.day != Some(date.month) {
                return Some(form[date.span.range()].to_owned());
            }
        }
        for number in figures(&form) {
            if !number.is_sure() {
                return Some(form[number.span.range()].to_owned());
            }
        }
        form.contains('№').then_some(form)
    }

    /// Whether the languages write values in two ways, and the value has what they write so.
    fn may_differ(&self, value: &str) -> bool {
        let is_known = self.from == "ru" && self.into == "en";
        let has_signs =
            || value.contains([' ', ',', '.', '№', '\u{a0}', '\u{202f}']) || !value.is_ascii();
        is_known
            && has_signs()
            && digits_of_phone(value).is_none()
            && !value.contains(['`', '<'])
            && mask(value).1.is_empty()
    }

    /// The text with its dates in the order of the house.
    fn dated(&self, text: &str) -> String {
        let Some(order) = self.dates else { return text.to_owned() };
        let mut written = text.to_owned();
        for date in numeric_dates(text, &self.from).iter().rev() {
            let (Some(day), Some(year)) = (date.day, date.year) else { continue };
            let month = months("en")[usize::from(date.month).clamp(1, 12) - 1];
            let date_written = match order {
                DateOrder::MonthFirst => format!("{month} {day}, {year}"),
                DateOrder::DayFirst => format!("{day} {month} {year}"),
            };
            written.replace_range(date.span.range(), &date_written);
        }
        written
    }

    /// The text with decimal points, and commas between groups of three.
    #[expect(clippy::unused_self, reason = "it is one of the steps")]
    fn numbered(&self, text: &str) -> String {
        let mut written = text.to_owned();
        for number in figures(text).iter().rev() {
            if number.is_sure() {
                written.replace_range(number.span.range(), &number.in_english());
            }
        }
        for blank in BLANKS {
            written = written.replace(&format!("{blank}%"), "%");
        }
        written
    }

    /// The text with "No." for «№».
    #[expect(clippy::unused_self, reason = "it is one of the steps")]
    fn labelled(&self, text: &str) -> String {
        let mut written = text.to_owned();
        for blank in BLANKS {
            written = written.replace(&format!("№{blank}"), "№");
        }
        if written.contains("№№") { text.to_owned() } else { written.replace('№', "No. ") }
    }

    /// The text with the sign of its currency before its one number.
    #[expect(clippy::unused_self, reason = "it is one of the steps")]
    fn priced(&self, text: &str) -> String {
        let Some(sign) = text.chars().next_back().filter(|c| "₽€$£¥₴₸".contains(*c))
        else {
            return text.to_owned();
        };
        let number = text[..text.len() - sign.len_utf8()].trim_end_matches(is_blank);
        let digits = number.trim_start_matches(['-', '−']);
        let is_one = !digits.is_empty()
            && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        if !is_one {
            return text.to_owned();
        }
        format!("{}{sign}{digits}", &number[..number.len() - digits.len()])
    }
}

/// The blanks that stand within a value.
const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

fn is_blank(c: char) -> bool {
    BLANKS.contains(&c)
}

/// The dates of a text that are written in digits and have all their parts.
fn numeric_dates(text: &str, language: &str) -> Vec<Date> {
    let (mut dates, _) = dates_and_scan(text, language);
    let is_digits = |span: Span| {
        let digits = &text[span.range()];
        digits.contains('.') && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    dates.retain(|date| date.day.is_some() && date.year.is_some() && is_digits(date.span));
    dates
}

/// A number with a decimal comma, or with blanks between its groups.
struct Figure<'t> {
    span: Span,
    groups: Vec<&'t str>,
    fraction: Option<&'t str>,
}

impl Figure<'_> {
    /// Whether it can't be a number of thousands in the other language.
    fn is_sure(&self) -> bool {
        let is_thousands = self.fraction.is_some_and(|fraction| fraction.len() == 3);
        !is_thousands || self.groups.len() > 1 || self.groups == ["0"]
    }

    fn in_english(&self) -> String {
        let whole = self.groups.join(",");
        match self.fraction {
            Some(fraction) => format!("{whole}.{fraction}"),
            None => whole,
        }
    }
}

/// The numbers of a text that the other language writes otherwise.
fn figures(text: &str) -> Vec<Figure<'_>> {
    let (mut figures, mut from) = (Vec::new(), 0);
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let figure = figure(text, start);
        from = figure.span.end;
        let is_other = figure.groups.len() > 1 || figure.fraction.is_some();
        if is_other && stands_alone(text, figure.span) {
            figures.push(figure);
        }
    }
    figures
}

/// The number that begins here.
fn figure(text: &str, start: usize) -> Figure<'_> {
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = start + digits(start);
    let mut groups = vec![&text[start..end]];
    while (1..=3).contains(&groups[0].len()) && groups[0] != "0" {
        let Some(blank) = text[end..].chars().next().filter(|c| is_blank(*c)) else { break };
        let next = end + blank.len_utf8();
        if digits(next) != 3 {
            break;
        }
        groups.push(&text[next..next + 3]);
        end = next + 3;
    }
    let length = if text[end..].starts_with(',') { digits(end + 1) } else { 0 };
    let fraction = (length > 0).then(|| &text[end + 1..end + 1 + length]);
    end += fraction.map_or(0, |fraction| fraction.len() + 1);
    Figure { span: Span::new(start, end), groups, fraction }
}

/// Whether nothing beside the number makes it a part of a longer one, of a name or of a phone number.
fn stands_alone(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | ':' | '/' | '_' | '-');
    let hyphen = before.strip_suffix('-');
    let begins = hyphen.map_or_else(
        || !before.ends_with(|c| is_part(c) && c != '-'),
        |before| before.is_empty() || before.ends_with(is_blank),
    );
    let follows_digit = before.trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_digit());
    let leads_digit = after.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit());
    begins && !after.starts_with(is_part) && !follows_digit && !leads_digit
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ValueForm;
    use crate::text::dates::DateOrder;

    fn english(value: &str) -> String {
        ValueForm::new("ru", "en", None).of(value).unwrap_or_else(|| value.to_owned())
    }

    #[test]
    fn what_can_be_read_in_one_way_is_written_anew() {
        for (russian, expected) in [
            ("1 310,5", "1,310.5"),
            ("1\u{a0}250\u{a0}000", "1,250,000"),
            ("12,5", "12.5"),
            ("0,125", "0.125"),
            ("−5,25", "−5.25"),
            ("5,2 %", "5.2%"),
            ("+3,5 %", "+3.5%"),
            ("3,5–4,2 %", "3.5–4.2%"),
            ("45,50 ₽", "₽45.50"),
            ("12 $", "$12"),
            ("№ 5", "No. 5"),
            ("№17", "No. 17"),
            ("**1 310,5**", "**1,310.5**"),
            ("1 000–2 000", "1,000–2,000"),
        ] {
            assert_eq!(english(russian), expected);
        }
    }

    #[test]
    fn what_is_written_so_in_both_languages_or_may_be_something_else_stays() {
        for value in [
            "3:0",
            "12",
            "2025",
            "12,500",
            "24.11.2025",
            "03.04.2025",
            "+7 (900) 222-33-44",
            "8 800 200-60-30",
            "8 800 555 35 35",
            "10.15.7",
            "1,2,3",
            "https://paper.example/1,5",
            "[1 310,5](https://paper.example)",
            "`1 310,5`",
            "09:30–17:45",
            "✓",
            "750 – 800 ₽",
            "№№ 5, 6",
        ] {
            assert_eq!(english(value), value);
        }
        assert_eq!(ValueForm::new("ru", "de", None).of("1 310,5"), None);
        assert_eq!(ValueForm::new("en", "ru", None).of("1,310.5"), None);
    }

    #[test]
    fn dates_are_written_as_the_house_writes_them() {
        for (order, expected) in
            [(DateOrder::MonthFirst, "December 3, 2025"), (DateOrder::DayFirst, "3 December 2025")]
        {
            let form = ValueForm::new("ru", "en", Some(order));
            assert_eq!(form.of("03.12.2025").as_deref(), Some(expected));
            assert_eq!(form.doubt("03.12.2025"), None);
        }
    }

    #[test]
    fn what_readers_may_take_for_something_else_is_named() {
        let form = ValueForm::new("ru", "en", None);
        let doubt = |value: &str| form.doubt(value).unwrap_or_default();
        assert_eq!(doubt("03.12.2025"), "03.12.2025");
        assert_eq!(doubt("12,500"), "12,500");
        assert_eq!(doubt("№№ 5, 6"), "№№ 5, 6");
        for fine in ["24.11.2025", "05.05.2025", "1 310,5", "3:0", "№ 5", "8 800 200-60-30"] {
            assert_eq!(doubt(fine), "", "{fine}");
        }
    }

    proptest! {
        #[test]
        fn a_number_keeps_its_digits_and_looks_english(
            whole in 0_u64..10_000_000_000, cents in 0_u32..100, blank in "[ \u{a0}\u{202f}]",
        ) {
            let digits = whole.to_string();
            let grouped = |mark: &str| {
                let mut text = String::new();
                for (at, digit) in digits.chars().enumerate() {
                    if at > 0 && (digits.len() - at).is_multiple_of(3) {
                        text.push_str(mark);
                    }
                    text.push(digit);
                }
                text
            };
            prop_assert_eq!(
                english(&format!("{},{cents:02}", grouped(&blank))),
                format!("{}.{cents:02}", grouped(","))
            );
        }

        #[test]
        fn any_text_is_read(text in "[0-9 ,.№₽%:–+-]{0,16}|.*") {
            let form = ValueForm::new("ru", "en", Some(DateOrder::DayFirst));
            if let Some(written) = form.of(&text) {
                prop_assert!(super::same(&text, &written, "ru", "en"), "{text} {written}");
            }
            let _ = form.doubt(&text);
        }
    }
}
