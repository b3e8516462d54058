//! The `tolmach` program.

use std::process::ExitCode;

use mimalloc::MiMalloc;

// A document is many small texts; the system's allocator would take a tenth of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    tolmach::run(std::env::args_os())
}
