//! Pure functions on strings.

pub mod numbers;
pub mod vocabulary;
pub mod words;
