//! A memory that several newsrooms share, on PostgreSQL: an append-only log, from which each takes its own copy.
//!
//! Nothing is looked up on the server: `pull` writes what others translated into files beside the memory's index,
//! which reads them as it reads other workspaces. So everything works while no server answers.

#[cfg(not(feature = "share"))]
mod absent;
mod copies;
mod log;
#[cfg(feature = "share")]
mod postgres;
mod rows;
#[cfg(feature = "share")]
mod schema;

use super::Workspace;
use crate::error::{Error, Result};
use crate::l10n::message;
#[cfg(not(feature = "share"))]
use absent as postgres;
use log::{Cursor, Log};

pub use copies::copies;

/// The variable that says where the servers are, in place of the configuration: a password is no part of a repository.
const SERVERS: &str = "TOLMACH_SHARE";

/// What became of one server.
#[derive(Debug)]
pub enum ServerAnswer {
    /// How many pairs went there or came from it, and how many of them were new.
    Done { all: usize, new: usize },
    /// It doesn't answer, or refuses.
    Silent(Error),
}

/// A server by the name that people may see, with what became of it.
#[derive(Debug)]
pub struct Asked {
    pub server: String,
    pub answer: ServerAnswer,
}

impl Workspace {
    /// The addresses of the servers; an error where there are none.
    fn servers(&self) -> Result<Vec<String>> {
        let own = std::env::var(SERVERS).ok().filter(|own| !own.trim().is_empty());
        let servers: Vec<String> = match own {
            Some(own) => own.split_whitespace().map(str::to_owned).collect(),
            None => self.config.memory.share.clone(),
        };
        if servers.is_empty() {
            return Err(Error::new(message!("error-share-none")).hint(message!("hint-share-none")));
        }
        Ok(servers)
    }

    /// Makes or renews the tables of each server; gives the version before and after.
    pub fn set_up_share(&self) -> Result<Vec<(String, [usize; 2])>> {
        let mut done = Vec::new();
        for address in self.servers()? {
            let mut server = postgres::Server::open(&address)?;
            let versions = server.migrate()?;
            done.push((postgres::shown(&address), versions));
        }
        Ok(done)
    }

    /// Adds the pairs of these articles into `target` to the log of the workspace's server.
    pub fn push_share(&self, target: &str) -> Result<Asked> {
        let servers = self.servers()?;
        let address = &servers[rows::server_of(&self.share_name(), servers.len())];
        let rows = rows::of_workspace(self, target)?;
        let pushed = postgres::Server::open(address).and_then(|mut server| server.append(&rows));
        let answer = match pushed {
            Ok(new) => ServerAnswer::Done { all: rows.len(), new },
            Err(err) => ServerAnswer::Silent(err),
        };
        Ok(Asked { server: postgres::shown(address), answer })
    }

    /// Takes what others added since the last time from each server.
    pub fn pull_share(&self, target: &str) -> Result<Vec<Asked>> {
        let mut asked = Vec::new();
        for address in self.servers()? {
            let pulled = postgres::Server::open(&address)
                .and_then(|mut server| self.pull_from(&mut server, &address, target));
            let answer = match pulled {
                Ok(new) => ServerAnswer::Done { all: new, new },
                Err(err) => ServerAnswer::Silent(err),
            };
            asked.push(Asked { server: postgres::shown(&address), answer });
        }
        Ok(asked)
    }

    fn pull_from(&self, log: &mut dyn Log, address: &str, target: &str) -> Result<usize> {
        let copies = copies::Copies::of(self, address, target)?;
        let _lock = copies.lock()?;
        let server = log.id()?;
        let known = copies.cursor().filter(|known| known.server == server);
        let is_whole = known.is_none();
        let since = known.unwrap_or_else(|| Cursor { server, ..Cursor::default() });
        let wanted = log::PairQuery {
            source: self.config.source_subtag(),
            target,
            workspace: &self.share_name(),
        };
        let (rows, next) = log.since(&since, &wanted)?;
        if is_whole {
            copies.clear()?;
        }
        let count = rows.len();
        copies.add(self, rows, target)?;
        copies.keep(&next)?;
        Ok(count)
    }

    /// What the workspace is called in the log.
    fn share_name(&self) -> String {
        let name = self.root.file_name().map(|name| name.to_string_lossy().into_owned());
        self.config.memory.name.clone().or(name).unwrap_or_default()
    }
}
