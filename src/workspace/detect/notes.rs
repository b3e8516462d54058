//! Pages that tell of a project, not of the news.

/// Pages about a project, which many repositories have, say little of how articles are laid out.
const NOTES: [&str; 10] = [
    "AUTHORS",
    "CHANGELOG",
    "CHANGES",
    "CODE_OF_CONDUCT",
    "CONTRIBUTING",
    "HISTORY",
    "LICENSE",
    "README",
    "SECURITY",
    "SUPPORT",
];

/// Whether a page tells of the project, not of the news.
pub fn is_note(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_uppercase();
    let rest = NOTES.iter().find_map(|note| name.strip_prefix(note));
    rest.is_some_and(|rest| rest.starts_with(['.', '_', '-']))
}
