//! In place of the log on PostgreSQL where the program was built without it.

use super::log::{Cursor, Log, PairQuery};
use super::rows::SharedPair;
use crate::error::{Error, Result};
use crate::l10n::message;

/// No server can be reached.
pub enum Server {}

/// The address without what is secret: nothing is known of its form.
pub fn shown(_address: &str) -> String {
    "postgres".to_owned()
}

impl Server {
    /// The error that this program has no connection to servers.
    pub fn open(_address: &str) -> Result<Self> {
        Err(Error::new(message!("error-share-absent")))
    }

    /// Never called.
    pub fn migrate(&mut self) -> Result<[usize; 2]> {
        match *self {}
    }
}

impl Log for Server {
    fn id(&mut self) -> Result<String> {
        match *self {}
    }

    fn append(&mut self, _rows: &[SharedPair]) -> Result<usize> {
        match *self {}
    }

    fn since(
        &mut self,
        _cursor: &Cursor,
        _wanted: &PairQuery<'_>,
    ) -> Result<(Vec<SharedPair>, Cursor)> {
        match *self {}
    }
}
