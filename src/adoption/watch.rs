//! How far long work has come, told to whoever shows it.

/// Calls for a progress bar; nothing is shown here.
pub struct Watch<'a> {
    /// Told once how many steps there will be.
    pub expect: &'a (dyn Fn(usize) + Sync),
    /// Told after each step.
    pub step: &'a (dyn Fn() + Sync),
}
