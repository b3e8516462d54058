//! report

pub mod export_json;
