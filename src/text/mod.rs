//! Pure functions on strings.

pub mod fold;
pub mod sentences;
