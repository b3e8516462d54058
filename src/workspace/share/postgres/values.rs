//! What goes into statements.

use postgres::types::{ToSql, Type};

/// A value with its type, so that nothing is asked about a statement beforehand.
pub type TypedValue<'v> = (&'v (dyn ToSql + Sync), Type);

/// A text as a value.
pub fn text(text: &String) -> TypedValue<'_> {
    (text, Type::TEXT)
}
