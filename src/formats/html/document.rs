//! What every page has around its body.

use sha2::{Digest, Sha256};

use crate::formats::escape;

const BASE_64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The parts of a page that are not its body.
pub struct Frame<'a> {
    /// Language of the page's own words.
    pub language: &'a str,
    pub title: &'a str,
    pub style: &'static str,
    /// Empty where the page needs none.
    pub script: &'static str,
}

/// The whole file.
pub fn document(frame: &Frame<'_>, body: &str) -> String {
    let Frame { language, title, style, script } = frame;
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"tolmach\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}",
        escape::html(language),
        policy(style, script),
        escape::html(title),
    );
    if !script.is_empty() {
        html += &format!("<script>{script}</script>\n");
    }
    html + "</body>\n</html>\n"
}

/// Allows this style and this script, and nothing else.
fn policy(style: &str, script: &str) -> String {
    let script = if script.is_empty() { "'none'".to_owned() } else { digest(script) };
    format!(
        "default-src 'none'; style-src {}; script-src {script}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        digest(style)
    )
}

fn digest(text: &str) -> String {
    format!("'sha256-{}'", base_64(&Sha256::digest(text.as_bytes())))
}

fn base_64(bytes: &[u8]) -> String {
    let mut encoded = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            encoded.push(char::from(BASE_64[(bits >> (18 - 6 * place) & 63) as usize]));
        }
        encoded.push_str(&"=="[..3 - chunk.len()]);
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{base_64, digest};

    #[test]
    fn digests_are_those_of_browsers() {
        assert_eq!(digest(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assert_eq!(base_64(b"any carnal pleas"), "YW55IGNhcm5hbCBwbGVhcw==");
    }
}
