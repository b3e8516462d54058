//! One entry as bytes.

use super::{Storage, damaged, digest};
use crate::memory::{Around, Entry};
use crate::model::State;
use std::io;

/// An entry in a volume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Number of its source among the different ones.
    pub text: u32,
    /// Number of its keeper among those of the volume.
    pub keeper: u32,
    /// Where the record before it with the same source stands; 0 where there is none.
    pub earlier: u64,
    pub source: String,
    pub target: String,
    pub state: State,
    pub origin: Option<String>,
    pub around: Around,
    pub waived: String,
}

/// Bytes before the texts.
const HEAD: usize = 45;
/// Most records are shorter than this.
const USUAL: usize = 480;

/// What of a record is not the entry's own.
#[derive(Clone, Copy)]
pub struct Links {
    pub text: u32,
    pub keeper: u32,
    pub earlier: u64,
}

/// Puts an entry into `bytes`, which will stand at `offset`.
pub fn write(bytes: &mut Vec<u8>, offset: u64, links: Links, entry: &Entry) {
    bytes.clear();
    bytes.extend([0; 4]);
    bytes.extend(links.text.to_le_bytes());
    bytes.extend(links.keeper.to_le_bytes());
    bytes.extend(links.earlier.to_le_bytes());
    bytes.extend(entry.around.before.to_le_bytes());
    bytes.extend(entry.around.after.to_le_bytes());
    let state = (0_u8..).zip(State::ALL).find(|(_, state)| *state == entry.state);
    bytes.push(state.map_or(0, |(number, _)| number));
    let origin = entry.origin.as_deref().unwrap_or_default();
    let texts = [&*entry.source, &*entry.target, origin, &*entry.waived];
    for text in texts {
        bytes.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
    }
    for text in texts {
        bytes.extend(text.as_bytes());
    }
    let digest = digest(offset, &bytes[4..]);
    bytes[..4].copy_from_slice(&digest.to_le_bytes());
}

/// How many bytes a record takes.
pub fn size(stored: &Remembered) -> usize {
    let origin = stored.origin.as_deref().map_or(0, str::len);
    HEAD + stored.source.len() + stored.target.len() + origin + stored.waived.len()
}

/// Reads the record at `offset`; `buffer` is room to read into.
pub fn read(storage: &dyn Storage, offset: u64, buffer: &mut Vec<u8>) -> io::Result<Remembered> {
    parsed(proved(storage, offset, buffer)?).ok_or_else(damaged)
}

/// Reads nothing but the source of a record, with its number among the different ones.
pub fn source<'b>(
    storage: &dyn Storage,
    offset: u64,
    buffer: &'b mut Vec<u8>,
) -> io::Result<(usize, &'b str)> {
    let bytes = proved(storage, offset, buffer)?;
    let source = number(bytes, 29).and_then(|length| bytes.get(HEAD..HEAD + length));
    let source = source.and_then(|source| str::from_utf8(source).ok());
    number(bytes, 4).zip(source).ok_or_else(damaged)
}

/// The bytes of the record at `offset`.
fn proved<'b>(storage: &dyn Storage, offset: u64, buffer: &'b mut Vec<u8>) -> io::Result<&'b [u8]> {
    let left = storage.size().checked_sub(offset).ok_or_else(damaged)?;
    let left = usize::try_from(left).unwrap_or(usize::MAX);
    buffer.resize(USUAL.min(left), 0);
    storage.fill(offset, buffer)?;
    let length = length(buffer).filter(|length| *length <= left).ok_or_else(damaged)?;
    if length > buffer.len() {
        let known = buffer.len();
        buffer.resize(length, 0);
        storage.fill(offset + known as u64, &mut buffer[known..])?;
    }
    let bytes = &buffer[..length];
    let is_whole = short(bytes, 0) == Some(digest(offset, &bytes[4..]));
    if is_whole { Ok(bytes) } else { Err(damaged()) }
}

fn short(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(short(bytes, at)?).ok()
}

fn length(bytes: &[u8]) -> Option<usize> {
    let lengths = [number(bytes, 29)?, number(bytes, 33)?, number(bytes, 37)?, number(bytes, 41)?];
    lengths.into_iter().try_fold(HEAD, usize::checked_add)
}

fn parsed(bytes: &[u8]) -> Option<Remembered> {
    let mut at = HEAD;
    let mut text = |place: usize| {
        let from = at;
        at = from.checked_add(number(bytes, place)?)?;
        str::from_utf8(bytes.get(from..at)?).ok().map(str::to_owned)
    };
    let (source, target, origin, waived) = (text(29)?, text(33)?, text(37)?, text(41)?);
    Some(Remembered {
        text: short(bytes, 4)?,
        keeper: short(bytes, 8)?,
        earlier: u64::from_le_bytes(bytes.get(12..20)?.try_into().ok()?),
        around: Around { before: short(bytes, 20)?, after: short(bytes, 24)? },
        state: *State::ALL.get(usize::from(bytes[28]))?,
        waived,
        source,
        target,
        origin: Some(origin).filter(|origin| !origin.is_empty()),
    })
}
