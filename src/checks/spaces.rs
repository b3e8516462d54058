//! The translation has no doubled space, and none before a comma or a stop.

use super::{Check, Run, Texts, excerpt, without_code};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("spaces", Severity::Info, Run::Texts(see));

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    let place = slip(target)?;
    if slip(source).is_some() {
        return None;
    }
    Some(message!("check-spaces-slip", source = excerpt(source), place = place))
}

/// A doubled space or one before a mark, with the words around it.
fn slip(text: &str) -> Option<String> {
    let text = &without_code(text);
    let marks = [" ,", " ;", " . ", " ?", " !"];
    let doubled = text.trim().find("  ");
    let at = doubled.or_else(|| marks.iter().find_map(|mark| text.find(mark)))?;
    let before = text[..at].split_whitespace().next_back().unwrap_or_default();
    let after = text[at..].split_whitespace().next().unwrap_or_default();
    let gap = &text[at..][..text[at..].len() - text[at..].trim_start().len()];
    Some(format!("{before}{gap}{after}"))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_slip_of_the_space_bar_is_told() {
        for pair in [
            r#"Да, мост. | Yes , a bridge."#,
            r#"Наберите `да`, мост. | Type `yes` , a bridge."#,
            r#"Мост открыт. | The bridge  is open."#,
            r#"Мост открыт. | The bridge is open .  It is."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn single_spaces_are_fine() {
        for pair in [
            r#"Мост. | A bridge."#,
            r#"Нажмите. | Press `a  b` now."#,
            r#"Версия .NET тут. | Version .NET here."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
