//! A memory that several newsrooms share, on PostgreSQL: an append-only log, from which each takes its own copy.
//!
//! `pull` writes what others translated into files beside the memory's index, which reads them as it reads other
//! workspaces. So everything works while no server answers. Who has no copy yet may ask the servers themselves.

#[cfg(not(feature = "share"))]
mod absent;
mod asked;
mod copies;
#[cfg_attr(
    not(feature = "share"),
    expect(dead_code, reason = "without servers nobody reads a wish")
)]
mod log;
mod names;
#[cfg(feature = "share")]
mod postgres;
mod rows;
mod search;
mod terms;

use super::Workspace;
use crate::error::{Error, Result};
use crate::l10n::message;
#[cfg(not(feature = "share"))]
use absent as postgres;
use copies::Intake;
use log::{Log, PairQuery};

pub use asked::{Asked, ServerAnswer};
pub use copies::copies;
pub use rows::SharedPair;
pub use search::SharedSearch;

/// The variable that says where the servers are, in place of the configuration: a password is no part of a repository.
const SERVERS: &str = "TOLMACH_SHARE";

impl Workspace {
    /// Whether servers of a shared memory are named.
    pub fn is_shared(&self) -> bool {
        self.servers().is_ok()
    }

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
            let versions = postgres::Server::migrate(&address)?;
            done.push((postgres::shown(&address), versions));
        }
        Ok(done)
    }

    /// Adds the pairs of these articles into `target` to the log of the workspace's server.
    pub fn push_share(&self, target: &str) -> Result<Asked> {
        let servers = self.servers()?;
        let address = &servers[rows::server_of(&self.share_name(), servers.len())];
        let name = self.share_name();
        let wanted = self.pair_query(&name, target);
        let mut all = 0;
        let mut rows = rows::of_workspace(self, target)?.inspect(|_| all += 1);
        let pushed = postgres::Server::open(address)
            .and_then(|mut server| server.append(&wanted, &mut rows));
        drop(rows);
        let answer = match pushed {
            Ok(new) => ServerAnswer::Done { all, new },
            Err(err) => ServerAnswer::Silent(err),
        };
        Ok(Asked { server: postgres::shown(address), answer })
    }

    /// Takes what others added since the last time from each server.
    pub fn pull_share(&self, target: &str) -> Result<Vec<Asked>> {
        let mut asked = Vec::new();
        let servers = self.servers()?;
        for address in &servers {
            let pulled = postgres::Server::open(address)
                .and_then(|mut server| self.pull_from(&mut server, address, target));
            let answer = match pulled {
                Ok(new) => ServerAnswer::Done { all: new, new },
                Err(err) => ServerAnswer::Silent(err),
            };
            asked.push(Asked { server: postgres::shown(address), answer });
        }
        // What came from servers that are named no longer goes as soon as others answer.
        if asked.iter().any(|one| matches!(one.answer, ServerAnswer::Done { .. })) {
            copies::keep_only(self, target, &servers);
        }
        Ok(asked)
    }

    fn pull_from(&self, log: &mut dyn Log, address: &str, target: &str) -> Result<usize> {
        let copies = copies::Copies::of(self, address, target)?;
        let _lock = copies.lock()?;
        let known = copies.cursor();
        let known = match known {
            Some(known) if log.holds(&known)? => Some(known),
            _ => None,
        };
        if known.is_none() {
            copies.forget();
        }
        let intake = Intake { workspace: self, target, is_whole: known.is_none() };
        let mut taken = copies::Taken::default();
        let name = self.share_name();
        let next = log.since(known.as_ref(), &self.pair_query(&name, target), &mut |rows| {
            taken = copies.take(&intake, rows)?;
            Ok(())
        })?;
        if taken.is_damaged {
            copies.forget();
        } else {
            copies.keep(&next)?;
        }
        Ok(taken.count)
    }

    fn pair_query<'a>(&'a self, name: &'a str, target: &'a str) -> PairQuery<'a> {
        PairQuery { source: self.config.source_subtag(), target, workspace: name }
    }

    /// What the workspace is called in the log.
    fn share_name(&self) -> String {
        let name = self.root.file_name().map(|name| name.to_string_lossy().into_owned());
        self.config.memory.name.clone().or(name).unwrap_or_default()
    }
}
