//! The seal: a short digest that binds a pair's source, target and state.
//!
//! The first 40 bits of the BLAKE3 hash of `tolmach pair 1`, source, target and
//! state, each followed by a zero byte, in the base 32 of RFC 4648 in lower case.
//! Where the pair says where its target came from, of `tolmach pair 2` and of that, too.
//! It proves nothing against a forger; it shows what a merge or a hand put together.

use std::fmt::{self, Display, Formatter};

use super::State;

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Eight characters of base 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal([u8; 8]);

impl Seal {
    /// The seal as it is written in a catalog.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("the alphabet is ASCII")
    }
}

impl Display for Seal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The seal that fits these texts and this state.
pub fn seal(source: &str, target: &str, state: State) -> Seal {
    digest(["tolmach pair 1", source, target, state.name()])
}

/// The seal that fits these texts, this state, and where the target came from.
pub fn origin_seal(source: &str, target: &str, state: State, origin: &str) -> Seal {
    // No state has a zero byte in its name, so the two can't be mistaken for others.
    let origin = format!("{}\0{origin}", state.name());
    digest(["tolmach pair 2", source, target, &origin])
}

/// The seal of a waiver: the same over `tolmach waiver 1`, the check and both texts.
pub fn waiver_seal(check: &str, source: &str, target: &str) -> Seal {
    digest(["tolmach waiver 1", check, source, target])
}

/// The seal of an ack: the same over `tolmach ack 1`, the source before and the target that held.
pub fn ack_seal(from: &str, target: &str) -> Seal {
    digest(["tolmach ack 1", from, target, ""])
}

/// The id by which a segment is known again: over `tolmach segment 1`, the article, the source and
/// how many equal sources stand before it.
pub fn segment_digest(article: &str, source: &str, earlier: usize) -> Seal {
    digest(["tolmach segment 1", article, source, &earlier.to_string()])
}

/// The digest by which one text is known again: over `tolmach text 1` and the text.
pub fn text_digest(text: &str) -> Seal {
    digest(["tolmach text 1", text, "", ""])
}

fn digest(parts: [&str; 4]) -> Seal {
    let hash = short_hash(parts).unwrap_or_else(|| long_hash(parts));
    let bits = hash.as_bytes()[..5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    Seal(std::array::from_fn(|index| ALPHABET[(bits >> (35 - 5 * index) & 31) as usize]))
}

/// The hash of parts that have room on the stack; much faster than feeding a hasher piece by piece.
fn short_hash(parts: [&str; 4]) -> Option<blake3::Hash> {
    let (mut buffer, mut end) = ([0; SHORT], 0);
    for part in parts {
        buffer.get_mut(end..=end + part.len())?[..part.len()].copy_from_slice(part.as_bytes());
        end += part.len() + 1;
    }
    Some(blake3::hash(&buffer[..end]))
}

/// Bytes of most pairs of sentences, and of what BLAKE3 hashes as one chunk.
const SHORT: usize = 1024;

fn long_hash(parts: [&str; 4]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::{SHORT, State, long_hash, seal, short_hash};

    #[test]
    fn short_and_long_texts_are_hashed_alike() {
        for length in 0..=SHORT {
            let text = "a".repeat(length);
            let parts = ["tolmach pair 1", &text, "b", "final"];
            assert!(short_hash(parts).is_none_or(|hash| hash == long_hash(parts)), "{length}");
        }
        assert!(short_hash(["", "", "", ""]).is_some());
        assert!(short_hash(["", &"a".repeat(SHORT - 3), "", ""]).is_none());
    }

    #[test]
    fn the_seal_depends_on_each_part() {
        let whole = seal("Да.", "Yes.", State::Translated);
        assert_eq!(whole, seal("Да.", "Yes.", State::Translated));
        assert_ne!(whole, seal("Да!", "Yes.", State::Translated));
        assert_ne!(whole, seal("Да.", "Yes!", State::Translated));
        assert_ne!(whole, seal("Да.", "Yes.", State::Final));
        assert_ne!(seal("a", "bc", State::Draft), seal("ab", "c", State::Draft));
    }
}
