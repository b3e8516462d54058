//! What an edit makes of an article.

/// An edited article and what must be flagged in it.
#[derive(Default)]
pub struct Mutation {
    /// The article before, where it is not the one given.
    pub before: Option<String>,
    pub after: String,
    /// Segments that must not be current; all others must be.
    pub touched: Vec<String>,
    /// Pairs that may become orphans.
    pub orphans: usize,
    /// Whether the pairs must stand in their old order.
    pub is_in_order: bool,
    /// Whether the blocks of the old article were not cut into sentences.
    pub is_whole_before: bool,
    pub is_whole_after: bool,
}
