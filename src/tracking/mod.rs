//! Document and catalog become a bitext.
