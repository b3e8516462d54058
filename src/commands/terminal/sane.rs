//! A terminal that reads single keys is put back in order when a signal ends the program.

use std::io;
use std::sync::OnceLock;
use std::thread;

use rustix::stdio;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

/// Pasted text comes as if it were typed again.
const PASTE_AS_TYPED: &[u8] = b"\x1b[?2004l";

/// Watches for the signals that end a program, once however often it is called.
pub fn guard() -> io::Result<()> {
    static GUARDED: OnceLock<()> = OnceLock::new();
    if GUARDED.set(()).is_err() {
        return Ok(());
    }
    let modes = tcgetattr(stdio::stdin())?;
    let mut signals = Signals::new([SIGHUP, SIGTERM])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            // Nobody is left to tell where the terminal itself is gone.
            let _ = tcsetattr(stdio::stdin(), OptionalActions::Now, &modes);
            let _ = rustix::io::write(stdio::stdout(), PASTE_AS_TYPED);
            let _ = emulate_default_handler(signal);
        }
    });
    Ok(())
}
