//! What goes out in one file, and what comes back in one.

use super::{ReadFault, Slip, Strays};
use crate::l10n::{Message, message};

/// How many rows one file may bring: each is kept until a person has seen what becomes of it.
const MOST_ROWS: usize = 300_000;

/// The slips of one article in one language, on their way out.
#[derive(Clone, Debug)]
pub struct Parcel<'a> {
    pub article: &'a str,
    /// The source document's path from the workspace's root.
    pub source_path: &'a str,
    pub source_language: &'a str,
    pub target_language: &'a str,
    /// In document order.
    pub slips: Vec<Slip>,
}

/// What a file brings back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    pub slips: Vec<Slip>,
    /// The language that the file says it translates into.
    pub language: Option<String>,
    /// How many entries were left out that no source has any longer.
    pub obsolete: usize,
    /// How many entries name the source before, which a pair has no place for.
    pub outdated: usize,
    /// What a reader decided about all of it, where the file asks for that.
    pub approval: Option<Approval>,
    /// Words that stand where nothing is looked for.
    pub strays: Strays,
}

impl Delivery {
    /// Adds a row that stands at a byte of its file; a file of more rows than anybody translates is refused.
    pub fn add(&mut self, slip: Slip, offset: usize) -> Result<(), ReadFault> {
        if let Some(message) = self.fullness() {
            let hint = Some(message!("hint-exchange-rows"));
            return Err(ReadFault { hint, ..ReadFault::new(offset, message) });
        }
        self.slips.push(slip);
        Ok(())
    }

    /// Why no further row is taken.
    pub fn fullness(&self) -> Option<Message> {
        let is_full = self.slips.len() >= MOST_ROWS;
        is_full.then(|| message!("error-exchange-rows", limit = MOST_ROWS))
    }
}

/// What a reader decided about an article, in the box of a page to approve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    pub choice: ApprovalChoice,
    /// The reader's name; empty where nobody signed.
    pub name: String,
    /// The date, as it was written.
    pub date: String,
}

/// The choices of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApprovalChoice {
    Approved,
    WithChanges,
    Refused,
    /// Several are marked, so nobody can tell.
    Unclear,
}
