//! A connection to a PostgreSQL server, which keeps a log.

mod frequencies;
mod log;
mod migration;
mod tls;
mod values;

use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, Transaction};

use super::log::PairQuery;
use crate::error::{Error, Result};
use crate::l10n::message;

/// A connection to a server.
pub struct Server {
    client: Client,
    shown: String,
}

/// How long a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(3);

/// The address without what is secret.
pub fn shown(address: &str) -> String {
    let Ok(config) = tls::Demand::read(address).address.parse::<Config>() else {
        return "postgres".to_owned();
    };
    let host = config.get_hosts().first().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        Host::Unix(path) => path.display().to_string(),
    });
    let name = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("{}/{name}", host.unwrap_or_default())
}

impl Server {
    /// Connects; a server that doesn't answer is given up after a moment, and one of another version refused.
    pub fn open(address: &str) -> Result<Self> {
        let mut server = Self::connect(address)?;
        server.within(migration::prove)?;
        Ok(server)
    }

    /// Brings the tables to the version of this program, and what searches go by to the log as it is;
    /// gives the versions before and after.
    pub fn migrate(address: &str) -> Result<[usize; 2]> {
        let mut server = Self::connect(address)?;
        let versions = server.within(migration::migrate)?;
        let shown = server.shown.clone();
        let failed = |err: postgres::Error| failed(&shown, &err);
        let known = server.within(|transaction, _| {
            migration::alone(transaction).map_err(failed)?;
            frequencies::Frequencies::renewed(transaction).map_err(failed)
        })?;
        let mut after = [String::new(), String::new(), String::new()];
        let mut renew = |after: &[String; 3]| {
            server.within(|transaction, _| known.renew(transaction, after).map_err(failed))
        };
        while let Some(last) = renew(&after)? {
            after = last;
        }
        Ok(versions)
    }

    fn connect(address: &str) -> Result<Self> {
        let demand = tls::Demand::read(address);
        let mut config: Config = demand.address.parse().map_err(|err: postgres::Error| {
            Error::new(message!("error-share-address"))
                .caused_by(told(&err))
                .hint(message!("hint-share-address"))
        })?;
        let shown = shown(address);
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        if config.get_application_name().is_none() {
            config.application_name("tolmach");
        }
        // Sockets of the own machine are not encrypted, whatever is demanded.
        if !config.get_hosts().iter().any(|host| matches!(host, Host::Tcp(_))) {
            config.ssl_mode(SslMode::Disable);
        }
        let connector = demand.connector()?;
        let client = config.connect(connector).map_err(|err| failed(&shown, &err))?;
        Ok(Self { client, shown })
    }

    /// Does something in one transaction, and waits until the server keeps it.
    fn within<T>(
        &mut self,
        act: impl FnOnce(&mut Transaction<'_>, &str) -> Result<T>,
    ) -> Result<T> {
        let failed = |err: postgres::Error| failed(&self.shown, &err);
        let mut transaction = self.client.transaction().map_err(failed)?;
        let done = act(&mut transaction, &self.shown)?;
        transaction.commit().map_err(failed)?;
        Ok(done)
    }
}

impl PairQuery<'_> {
    fn texts(&self) -> [String; 3] {
        [self.source, self.target, self.workspace].map(str::to_owned)
    }
}

/// The error of a server, with what is most often the matter.
fn failed(shown: &str, err: &postgres::Error) -> Error {
    let error = Error::new(message!("error-share-server", server = shown)).caused_by(told(err));
    match err.code().map(postgres::error::SqlState::code) {
        // No such table or schema, or no right to it.
        Some("42P01" | "3F000") => error.hint(message!("hint-share-init")),
        Some("42501") => error.hint(message!("hint-share-rights")),
        // A replica takes nothing in.
        Some("25006") => error.hint(message!("hint-share-replica")),
        _ if told(err).contains("certificate") => error.hint(message!("hint-share-certificate")),
        _ if err.is_closed() || err.code().is_none() => error.hint(message!("hint-share-away")),
        _ => error,
    }
}

/// What a server says of an error, without the statement.
fn told(err: &postgres::Error) -> String {
    use std::error::Error as _;
    match err.as_db_error() {
        Some(found) => found.message().to_owned(),
        None => err.source().map_or_else(|| err.to_string(), ToString::to_string),
    }
}
