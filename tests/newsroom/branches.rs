//! Branches, merges, rebases and their conflicts.

use super::facts::Dice;
use super::hands;
use super::room::Room;

/// Brings the branch in by a merge, a rebase or a cherry-pick; says how.
pub fn bring_in(room: &mut Room, branch: &str, dice: &mut Dice) -> String {
    match dice.roll(4) {
        0 => {
            room.git(&["cherry-pick", branch]);
            settle(room, &["cherry-pick", "--continue"], dice);
            format!("cherry-pick {branch}")
        }
        1 => {
            room.git(&["checkout", "-q", branch]);
            room.git(&["rebase", "-q", "main"]);
            for _ in 0..12 {
                if !settle(room, &["rebase", "--continue"], dice) {
                    break;
                }
            }
            room.git(&["checkout", "-q", "-B", "main"]);
            format!("rebase {branch}")
        }
        _ => {
            room.git(&["merge", "-q", "--no-edit", branch]);
            settle(room, &["commit", "-q", "--no-edit"], dice);
            format!("merge {branch}")
        }
    }
}

/// Takes back an older commit.
pub fn revert(room: &mut Room, dice: &mut Dice) -> String {
    let back = format!("HEAD~{}", dice.roll(3));
    room.git(&["revert", "--no-edit", &back]);
    settle(room, &["revert", "--continue"], dice);
    format!("revert {back}")
}

/// Takes one side of each file in conflict, or both, and goes on; says whether there was any.
fn settle(room: &mut Room, go_on: &[&str], dice: &mut Dice) -> bool {
    let status = room.git(&["status", "--porcelain"]);
    let status = String::from_utf8_lossy(&status.stdout).into_owned();
    let open: Vec<&str> = status
        .lines()
        .filter(|line| {
            ["UU", "AA", "DU", "UD", "DD", "AU", "UA"].iter().any(|mark| line.starts_with(mark))
        })
        .map(|line| line[3..].trim_matches('"'))
        .collect();
    for path in &open {
        let both = room.read(path).filter(|text| text.contains("<<<<<<<"));
        if dice.roll(3) == 0
            && let Some(both) = both.and_then(|text| hands::both_sides(&text, path))
        {
            room.write(path, &both);
            continue;
        }
        let side = ["--ours", "--theirs"][dice.roll(2)];
        if !room.git(&["checkout", side, "--", path]).status.success() {
            room.git(&["rm", "-q", "--cached", "--", path]);
            _ = std::fs::remove_file(room.root().join(path));
        }
    }
    let is_open = !open.is_empty() || in_progress(room);
    if is_open {
        room.git(&["add", "-A"]);
        if !room.git(go_on).status.success() {
            for way in ["cherry-pick", "rebase", "revert"] {
                room.git(&[way, "--skip"]);
            }
        }
    }
    is_open
}

fn in_progress(room: &Room) -> bool {
    let marks = ["CHERRY_PICK_HEAD", "REVERT_HEAD", "MERGE_HEAD", "rebase-merge", "rebase-apply"];
    marks.iter().any(|mark| room.root().join(".git").join(mark).exists())
}
