//! Searches on the servers, for who has no copy of what is there.

use super::asked::{Asked, ServerAnswer};
use super::log::{Likeness, Log as _};
use super::postgres;
use super::rows::SharedPair;
use crate::error::Result;
use crate::memory::lengths_alike;
use crate::text::fold::fold;
use crate::text::grams;
use crate::workspace::Workspace;

/// The servers that answer, to be searched one text after another.
pub struct SharedSearch<'w> {
    workspace: &'w Workspace,
    target: String,
    open: Vec<(String, postgres::Server)>,
    silent: Vec<Asked>,
}

impl Workspace {
    /// Connects to the servers; an error where none answers.
    pub fn shared_search(&self, target: &str) -> Result<SharedSearch<'_>> {
        let mut search = SharedSearch {
            workspace: self,
            target: target.to_owned(),
            open: Vec::new(),
            silent: Vec::new(),
        };
        for address in self.servers()? {
            let server = postgres::shown(&address);
            match postgres::Server::open(&address) {
                Ok(open) => search.open.push((server, open)),
                Err(err) => search.silent.push(Asked { server, answer: ServerAnswer::Silent(err) }),
            }
        }
        search.proved()?;
        Ok(search)
    }
}

impl SharedSearch<'_> {
    /// The pairs there whose sources may be like a text.
    pub fn alike(&mut self, text: &str) -> Result<Vec<SharedPair>> {
        let folded = fold(text);
        let lengths = lengths_alike(text);
        let grams = grams::distinct(&folded);
        let likeness =
            Likeness { grams: &grams, shortest: *lengths.start(), longest: *lengths.end() };
        let name = self.workspace.share_name();
        let wanted = self.workspace.pair_query(&name, &self.target);
        let mut pairs = Vec::new();
        for (server, mut open) in std::mem::take(&mut self.open) {
            match open.alike(&wanted, &likeness) {
                Ok(found) => {
                    pairs.extend(found);
                    self.open.push((server, open));
                }
                Err(err) => self.silent.push(Asked { server, answer: ServerAnswer::Silent(err) }),
            }
        }
        self.proved()?;
        Ok(pairs)
    }

    /// The servers that have fallen silent since the last time.
    pub fn take_silent(&mut self) -> Vec<Asked> {
        std::mem::take(&mut self.silent)
    }

    /// An error where nobody is left to ask.
    fn proved(&mut self) -> Result<()> {
        match self.silent.pop_if(|_| self.open.is_empty()) {
            Some(Asked { answer: ServerAnswer::Silent(err), .. }) => Err(err),
            _ => Ok(()),
        }
    }
}
