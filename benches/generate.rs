//! Writes a generated workspace: `cargo bench --bench generate -- FOLDER ARTICLES`.

#![allow(clippy::print_stdout, reason = "a bench target talks to its caller")]

use std::env;
use std::path::Path;

mod corpus;

fn main() -> std::io::Result<()> {
    let mut arguments = env::args().skip(1).filter(|argument| argument != "--bench");
    let (Some(folder), Some(articles)) = (arguments.next(), arguments.next()) else {
        println!("usage: cargo bench --bench generate -- FOLDER ARTICLES");
        return Ok(());
    };
    let articles = articles.parse().map_err(std::io::Error::other)?;
    corpus::generate(Path::new(&folder), articles)
}
