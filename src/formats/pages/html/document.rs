//! What every page has around its body.

use blake3::Hasher;

use crate::formats::pages::escape;

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
    let nonce = nonce(frame, body);
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"tolmach\">\n\
         <title>{}</title>\n<style nonce=\"{nonce}\">{style}</style>\n</head>\n<body>\n{body}",
        escape::html(language),
        policy(&nonce, script),
        escape::html(title),
    );
    if !script.is_empty() {
        html.extend([format!("<script nonce=\"{nonce}\">{script}</script>\n")]);
    }
    html + "</body>\n</html>\n"
}

/// Allows this page's style and script, and nothing else.
fn policy(nonce: &str, script: &str) -> String {
    let script = match script {
        "" => "'none'".to_owned(),
        _ => format!("'nonce-{nonce}'"),
    };
    format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; script-src {script}; img-src data:; \
         base-uri 'none'; form-action 'none'"
    )
}

/// A word that nothing inside the page can know, since it depends on all of it.
fn nonce(frame: &Frame<'_>, body: &str) -> String {
    let mut hasher = Hasher::new_derive_key("tolmach-page-nonce-1");
    for part in [frame.title, frame.style, frame.script, body] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    base_64(&hasher.finalize().as_bytes()[..18])
}

/// Base 64 of as many bytes as three divides.
fn base_64(bytes: &[u8]) -> String {
    let mut encoded = String::new();
    for chunk in bytes.chunks_exact(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let places = (0..4).rev();
        encoded
            .extend(places.map(|place| char::from(BASE_64[(bits >> (6 * place) & 63) as usize])));
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{Frame, document};

    fn nonce(body: &str) -> String {
        let frame = Frame { language: "en", title: "A", style: "p {}", script: "" };
        let html = document(&frame, body);
        let (_, rest) = html.split_once("style-src 'nonce-").unwrap();
        rest.split_once('\'').unwrap().0.to_owned()
    }

    #[test]
    fn the_nonce_depends_on_the_whole_page_and_on_nothing_else() {
        assert_eq!(nonce("<p>да</p>").len(), 24);
        assert_eq!(nonce("<p>да</p>"), nonce("<p>да</p>"));
        assert_ne!(nonce("<p>да</p>"), nonce("<p>нет</p>"));
    }
}
