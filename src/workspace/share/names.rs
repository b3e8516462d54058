//! How the files and folders of copies are called.

use super::rows::SharedPair;

/// How files of copied pairs end.
pub const SUFFIX: &str = ".tmx";

/// The folder of what comes from a server.
pub fn folder_name(address: &str) -> String {
    blake3::hash(address.as_bytes()).to_hex()[..16].to_owned()
}

/// The file of a row's workspace: nobody writes into another newsroom's by taking a workspace's name.
pub fn file_name(row: &SharedPair) -> String {
    format!("{}.{}{SUFFIX}", spelled(&row.newsroom), spelled(&row.workspace))
}

/// A name for files: letters and digits as they are, the rest as `%XX`.
pub fn spelled(text: &str) -> String {
    let mut name = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("%{byte:02X}"));
        }
    }
    // Names that would be too long are told apart by a digest.
    if name.len() > 100 {
        name.truncate(60);
        name.push_str(&blake3::hash(text.as_bytes()).to_hex()[..16]);
    }
    name
}

/// Newsroom and workspace of a file's name.
pub fn name_of(stem: &str) -> String {
    let mut bytes = Vec::new();
    let shown = stem.replacen('.', "/", 1);
    let mut rest = shown.as_str();
    while let Some(at) = rest.find('%') {
        bytes.extend(rest[..at].bytes());
        let code = rest.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        let Some(byte) = code else { break };
        bytes.push(byte);
        rest = &rest[at + 3..];
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{SUFFIX, SharedPair, file_name, name_of};

    #[test]
    fn a_name_comes_back_from_its_file() {
        for name in ["site", "Новости/сайт", "a.b", "..", "", "100%"] {
            let row = SharedPair {
                newsroom: "vesti".to_owned(),
                workspace: name.to_owned(),
                ..SharedPair::default()
            };
            let file = file_name(&row);
            assert!(!file.contains(['/', '\\']) && file.is_ascii(), "{file}");
            assert_eq!(name_of(file.strip_suffix(SUFFIX).unwrap()), format!("vesti/{name}"));
        }
        let long = SharedPair { workspace: "я".repeat(500), ..SharedPair::default() };
        assert!(file_name(&long).len() < 200);
    }
}
