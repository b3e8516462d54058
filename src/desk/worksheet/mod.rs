//! The work list on paper: what a person wrote into it, read back and taken into catalogs.

mod apply;
mod closings;
mod decisions;
mod doubt;
mod filled;
mod lines;
mod marks;
mod remarks;
mod row;

pub use apply::{Applied, apply};
pub use decisions::{Held, decisions};
pub use filled::{Filled, filled};
pub use marks::is_special;
pub use remarks::end;
pub use row::SheetRow;
