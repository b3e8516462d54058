//! Zip archives that are written: the same bytes whenever they are made.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file of an archive that is written.
pub struct Member {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Member {
    /// A file with this text.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// An archive under way; only what is folded already is held.
pub struct Folding {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Folding {
    /// Begins an archive without any file.
    pub fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// Adds a file.
    pub fn add(&mut self, member: &Member) {
        self.try_add(member).expect("a memory takes all that is written to it");
    }

    fn try_add(&mut self, member: &Member) -> Result<(), ZipError> {
        // Programs tell `OpenDocument` by its first file, which must not be folded.
        let is_plain = member.name == "mimetype";
        let method = if is_plain { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let time = zip::DateTime::default();
        let options = SimpleFileOptions::default();
        let options = options.compression_method(method).last_modified_time(time);
        self.zip.start_file(member.name.as_str(), options.unix_permissions(0o644))?;
        self.zip.write_all(&member.bytes)?;
        Ok(())
    }

    /// The archive's bytes.
    pub fn finish(self) -> Vec<u8> {
        self.zip.finish().expect("a memory takes all that is written to it").into_inner()
    }
}

/// An archive of these files, in this order.
pub fn folded(members: &[Member]) -> Vec<u8> {
    let mut folding = Folding::new();
    for member in members {
        folding.add(member);
    }
    folding.finish()
}
