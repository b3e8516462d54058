//! What one side has more often than the other, as several checks tell it.

use super::excerpt;
use crate::l10n::{Message, message};

/// What a person is told where the translation has not what its source has; nothing where both agree.
pub fn differing(source: &str, ours: &[String], theirs: &[String]) -> Option<Message> {
    let missing = lost(ours, theirs).join(", ");
    let extra = lost(theirs, ours).join(", ");
    if missing.is_empty() && extra.is_empty() {
        return None;
    }
    let source = excerpt(source);
    match (missing.is_empty(), extra.is_empty()) {
        (_, true) => Some(message!("check-differing-missing", source = source, values = missing)),
        (true, false) => Some(message!("check-differing-extra", source = source, values = extra)),
        (false, false) => {
            Some(message!("check-differing-other", source = source, old = missing, new = extra))
        }
    }
}

/// What the first list has more often than the second.
fn lost(from: &[String], other: &[String]) -> Vec<String> {
    let mut rest: Vec<&String> = other.iter().collect();
    let mut lost = Vec::new();
    for one in from {
        match rest.iter().position(|other| *other == one) {
            Some(at) => _ = rest.swap_remove(at),
            None => lost.push(one.clone()),
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::lost;

    #[test]
    fn each_occurrence_counts_once() {
        let list = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        assert_eq!(lost(&list("a b a"), &list("b a")), ["a"]);
        assert!(lost(&list("a b"), &list("b a c")).is_empty());
    }
}
