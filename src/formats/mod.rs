//! Ways to write a bitext: pages that people read.

pub mod pages;
