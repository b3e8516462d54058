//! Console sessions: the README's and those in `cli/`, as a person would type them.

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C.UTF-8")
        .env("COLUMNS", "80")
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .env("TOLMACH_LANG", "en")
        .env("TOLMACH_USER", "Anna")
        .case("tests/cli/*.md")
        .case("README.md");
}
