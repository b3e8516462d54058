//! The folder where the memory's index lies; whatever stands in it may be deleted at any time.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::memory::volume::Storage;
use crate::workspace::files::cache::cache_folder;

/// The folder of one workspace and one target language.
pub struct Cache {
    folder: PathBuf,
}

/// How often and how long to wait for another process to finish its index.
const PAUSE: Duration = Duration::from_millis(20);
const PAUSES: usize = 3_000;

impl Cache {
    /// The folder for what this name stands for; nothing where the system has no place for it.
    pub fn of(root: &Path, target: &str) -> Option<Self> {
        Some(Self { folder: cache_folder(root)?.join(target) })
    }

    /// The right to write, until it is dropped; waits for whoever has it.
    pub fn lock(&self) -> io::Result<File> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder)?;
        let path = self.folder.join(LOCK);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        for _ in 0..PAUSES {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(err)) => return Err(err),
            }
        }
        Err(io::ErrorKind::TimedOut.into())
    }

    /// The list of what the folder holds.
    pub fn list(&self) -> io::Result<String> {
        fs::read_to_string(self.folder.join(LIST))
    }

    /// Puts a list in place of the one before, and removes what it doesn't name.
    pub fn publish(&self, list: &str, volumes: &[String]) -> io::Result<()> {
        let temporary = self.folder.join(NEW);
        fs::write(&temporary, list)?;
        fs::rename(temporary, self.folder.join(LIST))?;
        self.sweep(volumes);
        Ok(())
    }

    /// Removes everything but these volumes; what can't be removed does no harm.
    pub fn sweep(&self, volumes: &[String]) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != LIST && name != LOCK && !volumes.contains(&name) {
                _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Removes a volume; where that fails, it does no harm.
    pub fn remove(&self, name: &str) {
        _ = fs::remove_file(self.folder.join(name));
    }

    /// Removes the list, so that the index is made anew.
    pub fn forget(&self) {
        _ = fs::remove_file(self.folder.join(LIST));
    }

    /// A new file for a volume, to be written.
    pub fn create(&self, name: &str) -> io::Result<BufWriter<File>> {
        let file = File::create(self.folder.join(name))?;
        Ok(BufWriter::with_capacity(1 << 20, file))
    }

    /// A name that no volume has.
    pub fn free_name(&self) -> String {
        let is_free = |name: &String| !self.folder.join(name).exists();
        let mut names = (1_u32..).map(|number| format!("volume-{number}"));
        names.find(is_free).expect("there is a number that no file has")
    }

    /// A volume to be read.
    pub fn open(&self, name: &str) -> io::Result<Box<dyn Storage>> {
        let file = File::open(self.folder.join(name))?;
        let size = file.metadata()?.len();
        Ok(Box::new(Stored { file, size }))
    }
}

const LIST: &str = "list";
const NEW: &str = "list.new";
const LOCK: &str = "lock";

/// A file that is read in place.
struct Stored {
    file: File,
    size: u64,
}

impl Storage for Stored {
    fn size(&self) -> u64 {
        self.size
    }

    #[cfg(unix)]
    fn fill(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, buffer, offset)
    }

    #[cfg(windows)]
    fn fill(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let mut done = 0;
        while done < buffer.len() {
            let place = offset + done as u64;
            match std::os::windows::fs::FileExt::seek_read(&self.file, &mut buffer[done..], place)?
            {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                count => done += count,
            }
        }
        Ok(())
    }
}
