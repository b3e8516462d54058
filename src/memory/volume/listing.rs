//! A list of the sources that hold a stretch: the gaps between their numbers, seven bits a byte, or a
//! bit for each source where many hold it.

use std::io;
use std::sync::Arc;

use super::{Storage, damaged, digest};

/// Where one source of so many holds a stretch, each has a bit.
pub const DENSE: usize = 32;

/// What a list's digest begins with.
pub fn seed(slot: u32, count: u32) -> u64 {
    u64::from(slot) ^ u64::from(count) << 32
}

/// How many bytes hold a bit for each text.
pub fn size(texts: usize) -> usize {
    texts.div_ceil(64) * 8
}

/// A list in a volume.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub slot: u32,
    pub at: u64,
    pub length: u32,
    /// How many numbers it has.
    pub count: u32,
    pub digest: u32,
}

/// The numbers in a list, which rise.
#[derive(Clone)]
pub enum Numbers<'b> {
    /// The gaps between them.
    Gaps(&'b [u8]),
    /// A bit for each text, the lowest first, in whole words.
    Bits(Arc<Vec<u8>>),
}

impl Listing {
    /// Whether each of so many texts has a bit in it.
    pub fn is_dense(&self, texts: usize) -> bool {
        self.count as usize * DENSE > texts
    }

    /// What the list says of so many texts, proved.
    pub fn read<'b>(
        &self,
        storage: &dyn Storage,
        texts: usize,
        buffer: &'b mut Vec<u8>,
    ) -> io::Result<Numbers<'b>> {
        if !self.is_dense(texts) {
            buffer.resize(self.length as usize, 0);
            self.fill(storage, buffer)?;
            return Ok(Numbers::Gaps(buffer));
        }
        let size = size(texts);
        if self.length as usize != size {
            return Err(damaged());
        }
        let mut bits = vec![0; size];
        self.fill(storage, &mut bits)?;
        Ok(Numbers::Bits(Arc::new(bits)))
    }

    /// Fills `buffer` with the list, proved.
    fn fill(&self, storage: &dyn Storage, buffer: &mut [u8]) -> io::Result<()> {
        storage.fill(self.at, buffer)?;
        let is_right = digest(seed(self.slot, self.count), buffer) == self.digest;
        if is_right { Ok(()) } else { Err(damaged()) }
    }
}

impl Numbers<'_> {
    /// Passes on the numbers.
    pub fn each(self, mut pass: impl FnMut(usize)) {
        match self {
            Self::Gaps(bytes) => of_gaps(bytes, pass),
            Self::Bits(bits) => {
                for (at, word) in bits.as_chunks().0.iter().enumerate() {
                    let mut left = u64::from_le_bytes(*word);
                    while left != 0 {
                        pass(at * 64 + left.trailing_zeros() as usize);
                        left &= left - 1;
                    }
                }
            }
        }
    }

    /// Leaves of rising numbers those in the list.
    pub fn keep(self, texts: &mut Vec<usize>) {
        match self {
            Self::Gaps(bytes) => {
                let (mut at, mut kept) = (0, 0);
                of_gaps(bytes, |number| {
                    at += texts[at..].iter().take_while(|text| **text < number).count();
                    if texts.get(at) == Some(&number) {
                        texts[kept] = number;
                        kept += 1;
                    }
                });
                texts.truncate(kept);
            }
            Self::Bits(bits) => {
                texts.retain(|text| {
                    bits.get(text / 8).is_some_and(|byte| byte >> (text % 8) & 1 == 1)
                });
            }
        }
    }
}

fn of_gaps(bytes: &[u8], mut pass: impl FnMut(usize)) {
    let (mut next, mut gap, mut shift) = (0, 0, 0);
    for byte in bytes {
        gap |= usize::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            next += gap;
            pass(next);
            next += 1;
            (gap, shift) = (0, 0);
        } else {
            shift += 7;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn those_in_a_list_are_kept(
            list in prop::collection::btree_set(0_usize..120, 0..120),
            texts in prop::collection::btree_set(0_usize..128, 0..128),
        ) {
            let (mut gaps, mut bits, mut next) = (Vec::new(), vec![0_u8; 16], 0);
            for number in &list {
                gaps.push(u8::try_from(number - next).expect("is small"));
                bits[number / 8] |= 1 << (number % 8);
                next = number + 1;
            }
            let expected: Vec<usize> = texts.intersection(&list).copied().collect();
            for numbers in [Numbers::Gaps(&gaps), Numbers::Bits(bits.into())] {
                let mut kept: Vec<usize> = texts.iter().copied().collect();
                numbers.keep(&mut kept);
                prop_assert_eq!(&kept, &expected);
            }
        }
    }
}
