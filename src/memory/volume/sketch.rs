//! Which stretches a source has, in so few bits that those of many sources are looked through at once.
//!
//! Where thousands of sources have the same rare stretches, as in a memory of weather reports, the
//! sketches tell which of them are worth comparing.

use crate::text::grams;

const WORDS: usize = 4;
/// So many bytes a sketch takes.
pub const SKETCH: usize = 8 * WORDS;

/// The stretches of a source, each as a bit that a few share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sketch([u64; WORDS]);

impl Sketch {
    /// The sketch of a folded text.
    pub fn of(text: &str) -> Self {
        let mut sketch = Self::default();
        grams::each(text, |gram| sketch.note(gram));
        sketch
    }

    /// Notes a stretch.
    pub fn note(&mut self, gram: u32) {
        let bit = (gram.wrapping_mul(0x85eb_ca6b) >> 16) as usize % (64 * WORDS);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// In how many bits two sketches differ.
    pub fn differences(self, other: Self) -> u32 {
        self.0.iter().zip(other.0).map(|(one, other)| (one ^ other).count_ones()).sum()
    }

    /// A number made of all its bits.
    pub fn mark(self) -> u32 {
        let all = self
            .0
            .iter()
            .fold(0, |all: u64, word| (all ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        u32::try_from(all >> 32).unwrap_or_default()
    }

    /// The bytes of a sketch, as a volume has them.
    pub fn to_bytes(self) -> [u8; SKETCH] {
        let mut bytes = [0; SKETCH];
        for (place, word) in bytes.chunks_exact_mut(8).zip(self.0) {
            place.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    /// The sketch that these bytes were made of.
    pub fn from_bytes(bytes: &[u8; SKETCH]) -> Self {
        let mut words = bytes.as_chunks::<8>().0.iter();
        Self([(); WORDS].map(|()| words.next().map_or(0, |word| u64::from_le_bytes(*word))))
    }
}

#[cfg(test)]
mod tests {
    use super::Sketch;

    #[test]
    fn a_sketch_tells_likeness_and_survives_its_bytes() {
        let [one, near, far] =
            ["Завтра в Твери ясно, +5.", "Завтра в Твери ясно, +6.", "Совет принял план."]
                .map(Sketch::of);
        assert!(one.differences(near) < one.differences(far));
        assert_eq!(one.differences(one), 0);
        assert_eq!(Sketch::from_bytes(&one.to_bytes()), one);
    }
}
