//! The `tolmach` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    tolmach::run(std::env::args_os())
}
