//! What a test leaves out because this machine lacks something; `what_was_skipped` names it at the end.

use std::fs;
use std::path::Path;

/// Where a run keeps what it left out, a file each.
pub const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/skipped");

/// Keeps that the running test left something out for want of `what`; a failure where all is required.
#[allow(dead_code, reason = "the one who reads the list leaves nothing out")]
pub fn skip(what: &str) {
    let is_required = std::env::var("TOLMACH_TEST_TOOLS").is_ok_and(|tools| tools == "required");
    assert!(!is_required, "{what} is missing");
    keep(what);
}

/// Keeps what no installed program would make possible, such as a second user.
#[allow(dead_code, reason = "most tests need nothing of the kind")]
pub fn keep(what: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test").replace("::", "-");
    let place = Path::new(FOLDER);
    let made = fs::create_dir_all(place);
    // A list that can't be kept makes no test fail.
    _ = made.and_then(|()| fs::write(place.join(format!("{test} {what}")), what));
}
