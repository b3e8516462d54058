//! A progress bar for work that lasts.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const PATIENCE: Duration = Duration::from_millis(500);

/// Counts steps; shows itself on a terminal once the work has lasted half a second.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    wanted: bool,
}

impl Progress {
    /// A bar of `steps`; `label` says what is done.
    pub fn new(steps: usize, label: String, quiet: Quiet) -> Self {
        let wanted = quiet == Quiet::No && io::stderr().is_terminal();
        let target = ProgressDrawTarget::hidden();
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target).with_message(label);
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}")
            .expect("the template is well formed");
        bar.set_style(style);
        Self { bar, started: Instant::now(), wanted }
    }

    /// There will be so many steps.
    pub fn expect(&self, steps: usize) {
        self.bar.set_length(steps as u64);
    }

    /// One step is done.
    pub fn step(&self) {
        self.bar.inc(1);
        if self.wanted && self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Whether the person asked for silence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quiet {
    Yes,
    No,
}

impl From<bool> for Quiet {
    fn from(quiet: bool) -> Self {
        if quiet { Self::Yes } else { Self::No }
    }
}
