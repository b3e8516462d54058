//! Numbers as a reader expects them: digits in groups of three.

use fluent::FluentValue;

/// The formatter of numbers for the locale `tag`.
pub fn formatter<M>(tag: &str) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match tag {
        "ru" => |value, _| format(value, '\u{a0}'),
        _ => |value, _| format(value, ','),
    }
}

fn format(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(grouped(&number.as_string(), separator))
}

fn grouped(number: &str, separator: char) -> String {
    let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let mut text = String::with_capacity(number.len() + 8);
    for (index, c) in number.char_indices() {
        if 0 < index && index < digits && (digits - index) % 3 == 0 {
            text.push(separator);
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(grouped("0", ','), "0");
        assert_eq!(grouped("999", ','), "999");
        assert_eq!(grouped("1000", ','), "1,000");
        assert_eq!(grouped("1234567", ' '), "1 234 567");
        assert_eq!(grouped("1234.5678", ','), "1,234.5678");
    }
}
