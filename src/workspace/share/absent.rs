//! In place of the log on PostgreSQL where the program was built without it.

use super::log::{Cursor, Likeness, Log, PairQuery, Rows, SharedTerms};
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

    /// The error that this program has no connection to servers.
    pub fn migrate(_address: &str) -> Result<[usize; 2]> {
        Err(Error::new(message!("error-share-absent")))
    }
}

impl Log for Server {
    fn append(&mut self, _wanted: &PairQuery<'_>, _rows: Rows<'_>) -> Result<usize> {
        match *self {}
    }

    fn holds(&mut self, _cursor: &Cursor) -> Result<bool> {
        match *self {}
    }

    fn since(
        &mut self,
        _cursor: Option<&Cursor>,
        _wanted: &PairQuery<'_>,
        _take: &mut dyn FnMut(Rows<'_>) -> Result<()>,
    ) -> Result<Cursor> {
        match *self {}
    }

    fn alike(&mut self, _wanted: &PairQuery<'_>, _text: &Likeness<'_>) -> Result<Vec<SharedPair>> {
        match *self {}
    }

    fn append_terms(&mut self, _workspace: &str, _body: &str) -> Result<bool> {
        match *self {}
    }

    fn terms(&mut self, _workspace: &str) -> Result<Vec<SharedTerms>> {
        match *self {}
    }
}
