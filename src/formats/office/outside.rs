//! What people write beside the tables of a file.

use super::register::{CellContent, FileTable};
use crate::model::is_blank;

/// The paragraphs of a file that stand in no table.
///
/// Texts before the first table are the file's own title and its notes to the reader; what stands
/// below it, and every remark, is somebody's.
#[derive(Default)]
pub struct Outside {
    /// Remarks before the first table.
    remarks: Vec<String>,
}

impl Outside {
    /// Keeps what a paragraph holds that is somebody's, beside the last table.
    pub fn keep(&mut self, paragraph: CellContent, tables: &mut [FileTable]) {
        let remarks = paragraph.remarks.into_iter().map(|remark| remark.text);
        let Some(table) = tables.last_mut() else {
            self.remarks.extend(remarks);
            return;
        };
        if !is_blank(&paragraph.text) {
            table.outside.push(paragraph.text);
        }
        table.outside.extend(remarks);
    }

    /// What was kept before a table that begins.
    pub fn begin_table(&mut self) -> Vec<String> {
        std::mem::take(&mut self.remarks)
    }
}
