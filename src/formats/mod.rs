//! Ways to write a bitext: pages that people read, units for other programs, files that come back.

pub mod docx;
pub mod exchange;
pub mod glossary;
pub mod office;
pub mod pages;
pub mod returned;
pub mod table;
pub mod tmx;
pub mod xlsx;
