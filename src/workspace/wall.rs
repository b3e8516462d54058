//! The second wall: a fault of the program itself becomes the error of the article it worked on.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Mutex;
use std::thread::{self, ThreadId};

use crate::error::{Error, Result};
use crate::l10n::{Message, message};

/// The last fault of each thread, in the words of the standard library.
static FAULTS: Mutex<Vec<(ThreadId, String)>> = Mutex::new(Vec::new());

/// From now on a fault is told as an error, and by nobody else.
pub fn raise() {
    panic::set_hook(Box::new(|fault| {
        let words = words(fault);
        if let Ok(mut faults) = FAULTS.lock() {
            faults.retain(|(thread, _)| *thread != thread::current().id());
            faults.push((thread::current().id(), words));
        }
    }));
}

/// The result of `work` on the file that a person knows as `path`, or the error that it failed.
pub fn guard<T>(path: impl FnOnce() -> String, work: impl FnOnce() -> Result<T>) -> Result<T> {
    // Whatever was half done is dropped with the article: nothing outlives the closure.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(error(message!("error-fault-article", path = path()))))
}

/// The result of `work`, or the error that it failed, where no article is to blame.
pub fn guard_all<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(error(message!("error-fault"))))
}

fn error(message: Message) -> Error {
    let words = FAULTS.lock().ok().and_then(|mut faults| {
        let own = faults.iter().position(|(thread, _)| *thread == thread::current().id());
        // What failed on another thread is thrown again where its result is awaited.
        let index = own.or(faults.len().checked_sub(1))?;
        Some(faults.remove(index).1)
    });
    let error = Error::new(message).hint(message!("hint-fault"));
    match words {
        Some(words) => error.caused_by(words),
        None => error,
    }
}

fn words(fault: &PanicHookInfo<'_>) -> String {
    let said = fault.payload_as_str().unwrap_or_default();
    let place = fault.location().map(|place| format!("{place}: ")).unwrap_or_default();
    let trace = Backtrace::capture();
    match trace.status() {
        BacktraceStatus::Captured => format!("{place}{said}\n{trace}"),
        _ => format!("{place}{said}"),
    }
}

/// Fails over the article that a test names, so that the wall can be seen to stand.
#[cfg(debug_assertions)]
pub fn try_out(article: &str) {
    let is_wanted = std::env::var("TOLMACH_TEST_FAULT").is_ok_and(|wanted| wanted == article);
    assert!(!is_wanted, "a test wanted it");
}

/// Nothing fails on purpose in what people run.
#[cfg(not(debug_assertions))]
pub fn try_out(_: &str) {}
