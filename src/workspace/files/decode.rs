//! Bytes of a file become text, or a fault that names the likely encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    IBM866, ISO_8859_5, KOI8_R, KOI8_U, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
    X_MAC_CYRILLIC,
};

use crate::model::{Lines, Position};

/// The Cyrillic encodings that the detector knows.
const CYRILLIC: [&encoding_rs::Encoding; 4] = [WINDOWS_1251, KOI8_U, IBM866, ISO_8859_5];

/// A file's text, and how to write it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The whole file; a byte order mark stays as the first character.
    pub text: String,
    pub encoding: Encoding,
}

/// An encoding that tolmach reads and writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
}

impl Encoding {
    /// The bytes of `text` in this encoding.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16LittleEndian => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16BigEndian => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line and column of the first bad byte.
    pub position: Position,
    pub kind: FaultKind,
}

/// What the bytes are instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Text in another encoding.
    Foreign(&'static str),
    /// UTF-8 or UTF-16 with broken characters in it.
    Damaged,
    /// No text at all.
    Binary,
}

/// Reads UTF-8, or UTF-16 with a byte order mark.
pub fn decode(bytes: &[u8]) -> Result<Text, Fault> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => return Err(foreign("UTF-32LE")),
        [0, 0, 0xFE, 0xFF, ..] => return Err(foreign("UTF-32BE")),
        [0xFF, 0xFE, ..] => return decode_utf16(bytes, Encoding::Utf16LittleEndian),
        [0xFE, 0xFF, ..] => return decode_utf16(bytes, Encoding::Utf16BigEndian),
        _ => {}
    }
    // The standard library looks at Cyrillic byte by byte, which takes as long as reading the file.
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => whole(text),
        Err(_) => Err(broken(bytes)),
    }
}

fn whole(text: &str) -> Result<Text, Fault> {
    let Some(zero) = memchr::memchr(0, text.as_bytes()) else {
        return Ok(Text { text: text.to_owned(), encoding: Encoding::Utf8 });
    };
    let kind = without_mark(text.as_bytes()).map_or(FaultKind::Binary, FaultKind::Foreign);
    Err(Fault { position: Lines::new(text).position(zero), kind })
}

fn broken(bytes: &[u8]) -> Fault {
    let before = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    Fault { position: Lines::new(before).position(before.len()), kind: guess(bytes, before.len()) }
}

fn foreign(encoding: &'static str) -> Fault {
    Fault { position: Position::new(1, 1), kind: FaultKind::Foreign(encoding) }
}

fn decode_utf16(bytes: &[u8], encoding: Encoding) -> Result<Text, Fault> {
    let decoder = match encoding {
        Encoding::Utf16BigEndian => UTF_16BE,
        _ => UTF_16LE,
    };
    let (text, damaged) = decoder.decode_without_bom_handling(bytes);
    let bad = if damaged { '\u{fffd}' } else { '\0' };
    let kind = if damaged { FaultKind::Damaged } else { FaultKind::Binary };
    match text.find(bad) {
        Some(offset) => Err(Fault { position: Lines::new(&text).position(offset), kind }),
        None => Ok(Text { text: text.into_owned(), encoding }),
    }
}

/// How much of a file the guess looks at.
const SAMPLE: usize = 1 << 16;

fn guess(bytes: &[u8], good: usize) -> FaultKind {
    let sample = &bytes[..bytes.len().min(good + SAMPLE)];
    if let Some(encoding) = without_mark(sample) {
        return FaultKind::Foreign(encoding);
    }
    if sample.contains(&0) {
        return FaultKind::Binary;
    }
    if is_mostly_utf8(sample) {
        return FaultKind::Damaged;
    }
    FaultKind::Foreign(detect(sample, good))
}

/// UTF-16 without a byte order mark: every other byte is a zero or a Cyrillic page.
fn without_mark(bytes: &[u8]) -> Option<&'static str> {
    let pages = |first: usize| {
        let high = bytes.iter().skip(first).step_by(2);
        let count = high.clone().filter(|byte| matches!(byte, 0 | 4)).count();
        count * 10 >= high.len() * 9 && bytes.len() >= 4
    };
    match (pages(0), pages(1)) {
        (true, false) => Some("UTF-16BE"),
        (false, true) => Some("UTF-16LE"),
        _ => None,
    }
}

/// Whether more characters beyond ASCII are whole than broken.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether the words with foreign bytes have letters of ASCII in them, as «café» has and no Russian word.
fn is_latin(bytes: &[u8]) -> bool {
    let words = bytes.split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
    let foreign = words.filter(|word| !word.is_ascii());
    let (latin, other): (Vec<&[u8]>, Vec<&[u8]>) =
        foreign.partition(|word| word.iter().any(u8::is_ascii));
    latin.len() > other.len()
}

/// The likeliest encoding of what follows so many good bytes, by the name that `iconv` knows.
fn detect(bytes: &[u8], good: usize) -> &'static str {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(Some(b"ru"), Utf8Detection::Deny);
    match found {
        // What has Latin letters about its accents is in none of these.
        _ if CYRILLIC.contains(&found) && is_latin(bytes) => WINDOWS_1252.name(),
        // The detector knows nothing of old Macs, whose small letters are nearly those of Windows.
        _ if CYRILLIC.contains(&found) && is_of_old_mac(&bytes[good..], found) => "MACCYRILLIC",
        _ if found == KOI8_U => KOI8_R.name(),
        _ => found.name(),
    }
}

/// Whether fewer words are torn where the bytes are read as old Macs wrote them.
fn is_of_old_mac(bytes: &[u8], other: &'static encoding_rs::Encoding) -> bool {
    torn(bytes, other) > torn(bytes, X_MAC_CYRILLIC)
}

/// How often a capital follows a small letter where the bytes are read in this encoding.
fn torn(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let letters = text.chars().zip(text.chars().skip(1));
    letters.filter(|(one, next)| one.is_lowercase() && next.is_uppercase()).count()
}

#[cfg(test)]
mod tests {
    use super::{Encoding, FaultKind, decode};
    use crate::model::Position;
    use encoding_rs::Encoding as Foreign;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> String {
        match decode(bytes) {
            Ok(read) => format!("{:?}: {}", read.encoding, read.text),
            Err(fault) => {
                let Position { line, column } = fault.position;
                let kind = match fault.kind {
                    FaultKind::Foreign(name) => name.to_owned(),
                    kind => format!("{kind:?}"),
                };
                format!("{line}:{column} {kind}")
            }
        }
    }

    #[test]
    fn each_cyrillic_encoding_is_named() {
        let texts = [
            "Мероприятие состоялось 19 декабря 2024 года.",
            "# Новости\n\nКонсультации для операторов связи.\n",
            "Связь восстановлена",
            "ВНИМАНИЕ! ПЕРЕРЫВ В РАБОТЕ ПОЧТЫ",
        ];
        for name in ["windows-1251", "KOI8-R", "IBM866", "ISO-8859-5"] {
            for text in texts {
                let (bytes, ..) = Foreign::for_label(name.as_bytes()).unwrap().encode(text);
                let read = read(&bytes);
                assert!(read.ends_with(&format!(" {name}")), "{name} of {text}: {read}");
            }
        }
    }

    #[test]
    fn the_cyrillic_of_old_macs_has_the_name_that_iconv_knows() {
        let mac = Foreign::for_label(b"x-mac-cyrillic").unwrap();
        let (bytes, ..) = mac.encode("Мероприятие состоялось 19 декабря 2024 года.");
        assert!(read(&bytes).ends_with(" MACCYRILLIC"));
    }

    #[test]
    fn the_first_bad_byte_is_located_in_characters() {
        let mut bytes = "Да\nнет ".as_bytes().to_vec();
        bytes.extend([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xe2, 0xf1, 0xe5, 0xec]);
        assert_eq!(read(&bytes), "2:5 windows-1251");
        assert_eq!(read("слово\nи ещ\u{451}".as_bytes().split_last().unwrap().1), "2:5 Damaged");
    }

    #[test]
    fn utf_16_is_read_with_a_mark_and_named_without() {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(Encoding::Utf16LittleEndian.encode("Да\n"));
        assert_eq!(read(&bytes), "Utf16LittleEndian: \u{feff}Да\n");
        assert_eq!(read(&bytes[2..]), "2:1 UTF-16LE");
        assert_eq!(read(&bytes[..bytes.len() - 1]), "1:3 Damaged");
        assert_eq!(read(&Encoding::Utf16BigEndian.encode("Yes, of course")), "1:1 UTF-16BE");
    }

    #[test]
    fn binary_files_are_no_text() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\0\x01\xfe"), "1:1 Binary");
        assert_eq!(read(b"one\0two"), "1:4 Binary");
        assert_eq!(read(b"\xff\xfe\0\0a\0\0\0"), "1:1 UTF-32LE");
        assert_eq!(read(b"caf\xe9 cr\xe8me, d\xe9j\xe0 vu"), "1:4 windows-1252");
        for text in
            [&b"# English\n\nText of a caf\xe9.\n"[..], b"A na\xefve r\xe9sum\xe9.", b"Z\xfcrich"]
        {
            assert!(read(text).ends_with(" windows-1252"), "{}", read(text));
        }
    }

    #[test]
    fn a_mark_stays_as_a_character() {
        assert_eq!(read("\u{feff}Да".as_bytes()), "Utf8: \u{feff}Да");
        assert_eq!(read(b""), "Utf8: ");
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_back(bytes: Vec<u8>, mark in 0..3_usize) {
            let marks: [&[u8]; 3] = [b"", b"\xff\xfe", b"\xfe\xff"];
            let bytes = [marks[mark], &bytes].concat();
            if let Ok(read) = decode(&bytes) {
                prop_assert_eq!(read.encoding.encode(&read.text), bytes);
            }
        }
    }
}
