//! Console sessions: those of the read-me files, of `docs/` and of `cli/`, as a person would type them.

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C.UTF-8")
        .env("COLUMNS", "80")
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .env("TOLMACH_LANG", "en")
        .env("TOLMACH_USER", "Anna")
        .env("XDG_CACHE_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"))
        .case("tests/cli/*.md")
        .case("README*.md")
        .case("docs/*.md");
}
