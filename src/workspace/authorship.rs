//! Who decides, and when.

use std::env;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::Workspace;
use crate::model::Signature;

impl Workspace {
    /// The signature for decisions made now.
    pub fn signature(&self) -> Signature {
        let authorship = self.config.authorship;
        let by = authorship.by.then(|| user().or_else(|| self.git().user_name())).flatten();
        Signature { by, on: authorship.on.then(today) }
    }
}

/// The name that the person gave for tolmach alone.
fn user() -> Option<String> {
    let name = env::var("TOLMACH_USER").ok()?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Today, or the day that `SOURCE_DATE_EPOCH` sets for results that can be repeated.
fn today() -> String {
    now().date().to_string()
}

/// This moment, or the one that `SOURCE_DATE_EPOCH` sets.
pub fn now() -> ZonedDateTime {
    let seconds = env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.map_or_else(ZonedDateTime::now, |moment| moment.to_zoned_datetime(TimeZone::UTC))
}
