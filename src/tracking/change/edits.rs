//! Edits of one sentence and how dangerous editors call them, against the judge.

use super::judge;
use crate::model::Kind;
use crate::tracking::tongue::Tongue;

#[test]
fn edits_are_judged_as_an_editor_would() {
    let (mut all, mut met, mut wanted, mut mild) = (0, 0, 0, 0);
    let mut faults = String::new();
    for line in include_str!("edits.txt").lines() {
        let Some((head, edit)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let (language, verdicts) = head.split_once(' ').expect("a language and verdicts");
        let (old, new) = edit.split_once(" -> ").expect("an old text and a new one");
        let change = judge(old, new, Kind::Paragraph, &Tongue::new(language));
        let found = change.danger.name();
        all += 1;
        wanted += usize::from(verdicts.split(',').next() == Some(found));
        if verdicts.split(',').any(|verdict| verdict == found) {
            met += 1;
        } else {
            mild += usize::from(verdicts.split(',').all(|verdict| rank(verdict) > rank(found)));
            faults += &format!("{head}, found {found} {:?}: {edit}\n", change.concern);
        }
    }
    assert!(all >= 250, "{all} edits");
    let row = format!("| {all} | {met} | {wanted} | {mild} | {} |", all - met - mild);
    for page in
        [include_str!("../../../docs/figures.md"), include_str!("../../../docs/figures.ru.md")]
    {
        assert!(page.contains(&row), "docs/figures has other figures than {row}\n{faults}");
    }
    assert!(mild * 100 <= all, "{mild} too mild\n{faults}");
    assert!(met * 100 >= all * 98, "{met} of {all} met, {wanted} as wanted\n{faults}");
    assert!(wanted * 100 >= all * 85, "{met} of {all} met, {wanted} as wanted\n{faults}");
}

fn rank(danger: &str) -> Option<usize> {
    ["cosmetic", "minor", "major", "critical"].iter().position(|name| *name == danger)
}
