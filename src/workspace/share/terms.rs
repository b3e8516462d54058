//! The agreed terms of workspaces: pushed whole, pulled into files beside the copies of pairs.
//!
//! No check goes by them: what a check says must not hang on what lies in a cache. Who wants them takes
//! them into a file of the workspace.

use std::fs;
use std::path::PathBuf;

use super::asked::{Asked, ServerAnswer};
use super::copies::written;
use super::log::{Log as _, SharedTerms};
use super::names::{folder_name, spelled};
use super::{postgres, rows};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::terms::block;
use crate::workspace::Workspace;
use crate::workspace::files::cache::cache_folder;

const SUFFIX: &str = ".toml";

impl Workspace {
    /// Gives the agreed terms to the workspace's server, unless it has them.
    pub fn push_terms(&self) -> Result<Asked> {
        let servers = self.servers()?;
        let name = self.share_name();
        let address = &servers[rows::server_of(&name, servers.len())];
        let terms = self.terms()?;
        let blocks: Vec<String> = terms.all().map(block).collect();
        let pushed = postgres::Server::open(address)
            .and_then(|mut server| server.append_terms(&name, &blocks.join("\n")));
        let answer = match pushed {
            Ok(is_new) => {
                let all = blocks.len();
                ServerAnswer::Done { all, new: if is_new { all } else { 0 } }
            }
            Err(err) => ServerAnswer::Silent(err),
        };
        Ok(Asked { server: postgres::shown(address), answer })
    }

    /// Copies what the others agreed on from each server; `all` are the workspaces with terms, `new` those whose terms changed.
    pub fn pull_terms(&self) -> Result<Vec<Asked>> {
        let mut asked = Vec::new();
        for address in self.servers()? {
            let found = postgres::Server::open(&address)
                .and_then(|mut server| server.terms(&self.share_name()));
            let answer = match found {
                Ok(found) => self.keep_terms(&address, &found)?,
                Err(err) => ServerAnswer::Silent(err),
            };
            asked.push(Asked { server: postgres::shown(&address), answer });
        }
        Ok(asked)
    }

    fn keep_terms(&self, address: &str, found: &[SharedTerms]) -> Result<ServerAnswer> {
        let folder = self.terms_folder().ok_or_else(|| {
            Error::new(message!("error-share-cache")).hint(message!("hint-share-cache"))
        })?;
        let folder = folder.join(folder_name(address));
        let unwritable = |err: std::io::Error| {
            let path = folder.display().to_string();
            Error::new(message!("error-share-copy", path = path)).refused_by(&err)
        };
        let mut stale: Vec<PathBuf> = files(&folder);
        let mut new = 0;
        let mut all = 0;
        for terms in found.iter().filter(|terms| !terms.body.is_empty()) {
            let name =
                format!("{}.{}{SUFFIX}", spelled(&terms.newsroom), spelled(&terms.workspace));
            let path = folder.join(name);
            stale.retain(|one| *one != path);
            all += 1;
            if fs::read_to_string(&path).is_ok_and(|known| known == terms.body) {
                continue;
            }
            new += 1;
            written(&path, terms.body.as_bytes()).map_err(unwritable)?;
        }
        for path in stale {
            new += 1;
            fs::remove_file(path).map_err(unwritable)?;
        }
        Ok(ServerAnswer::Done { all, new })
    }

    /// The files with what the others agreed on, as it was pulled last.
    pub fn shared_terms(&self) -> Vec<PathBuf> {
        let Some(folder) = self.terms_folder() else { return Vec::new() };
        let servers = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut all: Vec<PathBuf> = servers.flat_map(|server| files(&server.path())).collect();
        all.sort();
        all
    }

    fn terms_folder(&self) -> Option<PathBuf> {
        Some(cache_folder(&self.root)?.join("share-terms"))
    }
}

fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect()
}
