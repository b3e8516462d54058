//! Word and spreadsheet files as plain tables: what stands in their cells, and who remarked what.

pub mod archive;
pub mod code;
mod faults;
pub mod folding;
pub mod markup;
pub mod open_document;
mod open_notes;
mod outside;
pub mod register;
mod relations;
mod remarks;
pub mod word;
pub mod workbook;
