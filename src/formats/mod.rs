//! Ways to write a bitext: pages that people read, and units for other programs.

pub mod exchange;
pub mod pages;
pub mod tmx;
