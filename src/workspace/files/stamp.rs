//! What the file system says of a file or a folder that is not opened.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::pack::{ByteReader, ByteWriter};
use super::read::is_absent;

/// Size, times and place of a file; equal ones are those of a file that nobody touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    modified: i64,
    /// When anything about the file changed last; nobody can set it.
    changed: i64,
    node: u64,
    device: u64,
}

/// How a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Absent,
    /// It is there; what changes it now may leave the stamp as it is.
    Seen(Stamp),
    /// It is there, and any later change will change the stamp.
    Settled(Stamp),
    /// It was not looked at, or could not be.
    Unknown,
}

const SECOND: i64 = 1_000_000_000;

/// The longest step of a system's clock, twice.
const TICK: i64 = 20_000_000;

impl Stamp {
    /// The stamp that is told by these data.
    #[cfg(unix)]
    pub fn of(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self {
            size: found.size(),
            modified: moment(found.mtime(), found.mtime_nsec()),
            changed: moment(found.ctime(), found.ctime_nsec()),
            node: found.ino(),
            device: found.dev(),
        }
    }

    /// The stamp that the system itself tells.
    #[cfg(target_os = "linux")]
    pub fn of_stat(found: &rustix::fs::Stat) -> Self {
        let rest = |nanoseconds: u64| i64::try_from(nanoseconds).unwrap_or(0);
        Self {
            size: found.st_size.unsigned_abs(),
            modified: moment(found.st_mtime, rest(found.st_mtime_nsec)),
            changed: moment(found.st_ctime, rest(found.st_ctime_nsec)),
            node: found.st_ino,
            device: found.st_dev,
        }
    }

    /// Elsewhere too little is told, so the index is not used.
    #[cfg(not(unix))]
    pub fn of(found: &Metadata) -> Self {
        Self { size: found.len(), modified: 0, changed: i64::MAX, node: 0, device: 0 }
    }

    /// Writes the stamp.
    pub fn pack(&self, out: &mut ByteWriter) {
        for number in [self.size, self.node, self.device] {
            out.number(number);
        }
        out.fixed(self.modified);
        out.fixed(self.changed);
    }

    /// Reads what [`Self::pack`] wrote.
    pub fn unpack(from: &mut ByteReader<'_>) -> Option<Self> {
        let (size, node, device) = (from.number()?, from.number()?, from.number()?);
        Some(Self { size, node, device, modified: from.fixed()?, changed: from.fixed()? })
    }
}

impl Presence {
    /// How what stands at `path` stands, with links followed.
    pub fn at(path: &Path) -> Self {
        match fs::metadata(path) {
            Ok(found) => Self::Seen(Stamp::of(&found)),
            Err(err) if is_absent(&err) => Self::Absent,
            Err(_) => Self::Unknown,
        }
    }

    /// How the folder at `path` stands that is no link itself; anything else is none.
    pub fn of_folder(path: &Path) -> Self {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => Self::Seen(Stamp::of(&found)),
            Ok(_) => Self::Absent,
            Err(err) if is_absent(&err) => Self::Absent,
            Err(_) => Self::Unknown,
        }
    }

    /// The stamp, where there is one.
    pub fn stamp(self) -> Option<Stamp> {
        match self {
            Self::Seen(stamp) | Self::Settled(stamp) => Some(stamp),
            Self::Absent | Self::Unknown => None,
        }
    }

    /// Whether any later change can be told.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Absent | Self::Settled(_))
    }

    /// Whether nothing changed between the time that this is of and `now`.
    pub fn is_still(self, now: Self) -> bool {
        match self {
            Self::Absent => now == Self::Absent,
            Self::Settled(stamp) => now.stamp() == Some(stamp),
            Self::Seen(_) | Self::Unknown => false,
        }
    }

    /// Writes it.
    pub fn pack(self, out: &mut ByteWriter) {
        out.byte(match self {
            Self::Absent => 0,
            Self::Unknown => 1,
            Self::Seen(_) => 2,
            Self::Settled(_) => 3,
        });
        if let Some(stamp) = self.stamp() {
            stamp.pack(out);
        }
    }

    /// Reads what [`Self::pack`] wrote.
    pub fn unpack(from: &mut ByteReader<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Some(Self::Absent),
            1 => Some(Self::Unknown),
            2 => Stamp::unpack(from).map(Self::Seen),
            3 => Stamp::unpack(from).map(Self::Settled),
            _ => None,
        }
    }
}

#[cfg(unix)]
fn moment(seconds: i64, rest: i64) -> i64 {
    seconds.saturating_mul(SECOND).saturating_add(rest)
}

/// The moment from which on a change may leave the stamp as it is: the clock stood still meanwhile.
///
/// It is the beginning of the run by the clock of this machine, or the last change that was seen, by
/// the clock of whichever machine keeps the files: the earlier one counts. What an earlier run saw in
/// the same state is settled too, since that clock has gone on meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Horizon {
    began: i64,
    newest: i64,
    earlier: Option<i64>,
}

impl Horizon {
    /// The horizon of a run that began at `start`.
    pub fn of(start: SystemTime) -> Self {
        let passed = start.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let began = i64::try_from(passed).unwrap_or(i64::MAX);
        Self { began, newest: i64::MAX, earlier: None }
    }

    /// When the run began, as it is kept for the next one.
    pub fn began(self) -> i64 {
        self.began
    }

    /// The horizon of a run that follows another.
    #[must_use]
    pub fn after(self, earlier: Option<i64>) -> Self {
        Self { earlier, ..self }
    }

    /// The horizon where these are all stamps that were seen.
    #[must_use]
    pub fn before(self, stamps: impl Iterator<Item = Stamp>) -> Self {
        let newest = stamps.map(|stamp| stamp.changed).max().unwrap_or(i64::MAX);
        Self { newest, ..self }
    }

    /// Whether any later change will change the stamp.
    pub fn is_beyond(self, stamp: &Stamp) -> bool {
        // A file system that counts whole seconds, or two of them.
        let tick = if stamp.changed % SECOND == 0 { 2 * SECOND } else { TICK };
        stamp.changed.saturating_add(tick) < self.began.min(self.newest)
    }

    /// The presence `now`, with what is known of an earlier run: settled if that can be said.
    pub fn settled(self, now: Presence, known: Option<Presence>) -> Presence {
        let Presence::Seen(stamp) = now else { return now };
        let was_seen = known.and_then(Presence::stamp) == Some(stamp);
        let passed = self.earlier.map_or(0, |earlier| self.began.saturating_sub(earlier));
        let has_lasted = was_seen && passed > 2 * SECOND && stamp.changed != i64::MAX;
        if has_lasted || self.is_beyond(&stamp) { Presence::Settled(stamp) } else { now }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{Horizon, Presence, SECOND, Stamp};

    fn changed(changed: i64) -> Stamp {
        Stamp { size: 1, modified: 5, changed, node: 7, device: 1 }
    }

    fn run(nanoseconds: i64) -> Horizon {
        Horizon::of(UNIX_EPOCH + Duration::from_nanos(nanoseconds.unsigned_abs()))
    }

    #[test]
    fn what_changed_just_now_is_not_settled() {
        let now = 1_000 * SECOND + 7;
        assert!(run(now).is_beyond(&changed(now - SECOND)));
        for late in [now - 1_000_000, now, now + SECOND, i64::MAX] {
            assert!(!run(now).is_beyond(&changed(late)), "{late}");
        }
        // Whole seconds are those of a slow clock.
        assert!(!run(now).is_beyond(&changed(999 * SECOND)));
        assert!(run(now).is_beyond(&changed(990 * SECOND)));
    }

    #[test]
    fn the_last_change_is_not_settled_whatever_this_machines_clock_says() {
        let last = changed(50 * SECOND + 1);
        let horizon = run(9_000_000 * SECOND).before([changed(3), last].into_iter());
        assert!(!horizon.is_beyond(&last));
        assert!(horizon.is_beyond(&changed(40 * SECOND + 1)));
        let seen = Presence::Seen(last);
        assert_eq!(horizon.settled(seen, None), seen);
        assert!(!seen.is_still(seen));
    }

    #[test]
    fn what_an_earlier_run_saw_alike_is_settled() {
        let last = changed(50 * SECOND + 1);
        let horizon = run(100 * SECOND).before([last].into_iter());
        let settled = |earlier: i64, known: Stamp| {
            let later = horizon.after(Some(earlier * SECOND));
            later.settled(Presence::Seen(last), Some(Presence::Seen(known))).is_settled()
        };
        assert!(settled(90, last));
        assert!(!settled(99, last), "the clock may stand still for a moment");
        assert!(!settled(200, last), "the clock of this machine went back");
        assert!(!settled(90, changed(49 * SECOND + 1)));
    }
}
