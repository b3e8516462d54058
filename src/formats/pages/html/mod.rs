//! The bilingual page: one HTML file that asks nothing of any other.
//!
//! A content security policy lets only the page's own style and script run: nothing
//! that an article brings along could, had it got past the escaping.

mod body;
mod document;
mod head;
mod heading;
pub mod index;
mod notes;
mod sentence;
mod view;

use super::{Form, Format, Page};

/// The page of one article.
pub const FORMAT: Format = Format { name: "html", extension: "html", write };

const STYLE: &str = concat!(include_str!("common.css"), include_str!("page.css"));
const FINAL_STYLE: &str = concat!(include_str!("common.css"), include_str!("final.css"));
const SCRIPT: &str = include_str!("page.js");

fn write(page: &Page<'_>) -> Vec<u8> {
    let view = view::View::new(page);
    let (style, script) = match page.form {
        Form::Working => (STYLE, SCRIPT),
        Form::Final => (FINAL_STYLE, ""),
    };
    let frame = document::Frame {
        language: page.localizer.tag(),
        title: &head::title(&view),
        style,
        script,
    };
    document::document(&frame, &body::body(&view)).into_bytes()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::events::Event;
    use snapbox::{assert_data_eq, str};

    use crate::formats::pages::testing::{FINAL, Settings, WORKING, export, with_page};
    use crate::formats::pages::{Page, Policy, Syntax};
    use crate::model::{Surplus, SurplusKind};

    const SHORT: &str = "# ⟦Итоги→Results⟧\n\n\
        ⟦Встреча прошла 21 мая.←!Встреча прошла 19 мая.→The meeting was held on May 19.⟧ ⟦Новое.⟧\n";

    /// What stands between the languages' names and the end of the text.
    fn text(settings: Settings, marked: &str) -> String {
        let html = export("html", settings, marked);
        let (_, rest) = html.split_once("translation</p></div>\n").unwrap();
        rest.split_once("</main>").unwrap().0.to_owned()
    }

    /// The tags of a page, proven to be balanced.
    fn tags(html: &str) -> Vec<String> {
        let mut open: Vec<String> = Vec::new();
        let mut seen = Vec::new();
        let (head, rest) = html.split_once("<style").unwrap();
        let (_, body) = rest.split_once("</style>").unwrap();
        let body = body.rsplit_once("<script").map_or(body, |(body, _)| body);
        let head = head.replace("<!DOCTYPE html>\n", "");
        let mut reader = quick_xml::Reader::from_str(body);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        assert!(head.starts_with("<html lang="));
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => {
                    let name = tag.name().as_ref().to_owned();
                    for attribute in tag.html_attributes() {
                        attribute.unwrap();
                    }
                    seen.push(name.clone());
                    if !["br", "input"].contains(&name.as_str()) {
                        open.push(name);
                    }
                }
                Event::Empty(tag) => assert_eq!(tag.name().as_ref(), "rect"),
                Event::End(tag) => {
                    let name = tag.name().as_ref().to_owned();
                    match open.pop() {
                        Some(opened) => assert_eq!(opened, name),
                        None => assert!(["head", "body", "html"].contains(&name.as_str())),
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        // The script was cut off, and with it the end of the body.
        open.retain(|name| name != "body");
        assert_eq!(open, Vec::<String>::new());
        seen
    }

    #[test]
    fn a_stale_sentence_carries_its_change_and_a_missing_one_says_so() {
        assert_data_eq!(
            text(WORKING, SHORT),
            str![[r##"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span class="s" id="s2" data-u="2"><a class="n" href="#s2" aria-label="Sentence 2">2</a>Встреча прошла 21 мая.</span> <span class="s" id="s3" data-u="3"><a class="n" href="#s3" aria-label="Sentence 3">3</a>Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span class="s critical" id="t2" data-u="2"><a class="n" href="#t2" aria-label="Sentence 2">2</a><span class="w">The meeting was held on May 19.</span> <a class="flag" href="#c2" lang="en" dir="ltr"><span aria-hidden="true">▲</span> critical change</a></span> <span class="s missing" id="t3" data-u="3"><a class="n" href="#t3" aria-label="Sentence 3">3</a><em class="none" lang="en" dir="ltr">no translation yet</em></span></p></div>
</div>
<div class="notes">
<details class="change critical" id="c2" data-u="2" open>
<summary><span class="which">Sentence 2</span> <span class="what"><span aria-hidden="true">▲</span> Critical change in the source since it was translated</span>: <b class="trigger">21</b></summary>
<p class="diff" lang="ru" dir="ltr">Встреча прошла <del>19</del> <ins>21</ins> мая.</p>
</details>
</div>
</div>

"##]]
        );
    }

    #[test]
    fn the_final_form_has_texts_and_anchors_only() {
        assert_data_eq!(
            text(FINAL, SHORT),
            str![[r#"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Встреча прошла 21 мая.</span> <span id="s3">Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>The meeting was held on May 19. <small lang="en" dir="ltr">[translated from an earlier version]</small></span> <span><em class="none" lang="en" dir="ltr">no translation yet</em></span></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn source_stands_in_for_what_does_not_hold() {
        let settings = Settings { stale: Policy::Source, ..FINAL };
        assert_data_eq!(
            text(settings, SHORT),
            str![[r#"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Встреча прошла 21 мая.</span> <span id="s3">Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span><span class="source" lang="ru" dir="ltr">Встреча прошла 21 мая.</span></span> <span><span class="source" lang="ru" dir="ltr">Новое.</span></span></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn frozen_shows_what_was_translated_and_nothing_newer() {
        let settings = Settings { stale: Policy::Frozen, ..FINAL };
        assert_data_eq!(
            text(settings, SHORT),
            str![[r#"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Встреча прошла 19 мая.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>The meeting was held on May 19.</span></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn omit_leaves_out_what_does_not_hold() {
        let settings = Settings { stale: Policy::Omit, ..FINAL };
        assert_data_eq!(
            text(settings, SHORT),
            str![[r#"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Встреча прошла 21 мая.</span> <span id="s3">Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn a_cosmetic_change_holds_when_published() {
        let marked = "⟦«Да».←~\"Да\".→“Yes.”⟧\n";
        for stale in [Policy::Source, Policy::Frozen, Policy::Omit] {
            let html = text(Settings { stale, ..FINAL }, marked);
            assert!(html.contains("«Да»") && html.contains("“Yes.”"), "{stale:?}: {html}");
        }
    }

    #[test]
    fn an_unsealed_pair_is_never_published_as_good() {
        let marked = "⟦Да.→?No.⟧\n";
        for stale in [Policy::Source, Policy::Frozen, Policy::Omit] {
            let html = text(Settings { stale, ..FINAL }, marked);
            assert!(!html.contains("No."), "{stale:?}: {html}");
        }
        assert!(text(FINAL, marked).contains("[unsealed]"));
    }

    #[test]
    fn lists_and_tables_stay_lists_and_tables() {
        let marked = "- ⟦Раз→One⟧\n  1. ⟦Два→Two⟧\n- ⟦Три→Three⟧\n\n\
                      | ⟦Год→Year⟧ | 2024 |\n|---|---|\n| ⟦Рост→Growth⟧ | 5 % |\n";
        assert_data_eq!(
            text(FINAL, marked),
            str![[r#"
<ul>
<li>
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s1">Раз</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>One</span></p></div>
</div>
<ol>
<li value="1">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Два</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>Two</span></p></div>
</div>
</li>
</ol>
</li>
<li>
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s3">Три</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>Three</span></p></div>
</div>
</li>
</ul>
<div class="table">
<div class="row">
<div class="src" lang="ru" dir="ltr"><table>
<tr><th scope="col"><span id="s4">Год</span></th><th scope="col">2024</th></tr>
<tr><td><span id="s5">Рост</span></td><td>5 %</td></tr>
</table></div>
<div class="tgt" lang="en" dir="ltr"><table>
<tr><th scope="col"><span>Year</span></th><th scope="col">2024</th></tr>
<tr><td><span>Growth</span></td><td>5 %</td></tr>
</table></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn a_right_to_left_translation_is_written_so() {
        let html = export("html", Settings { target: "he", ..WORKING }, SHORT);
        assert!(html.contains("<div class=\"tgt\" lang=\"he\" dir=\"rtl\">"));
        assert!(html.contains("<div class=\"src\" lang=\"ru\" dir=\"ltr\">"));
    }

    #[test]
    fn a_working_page_names_what_only_the_translation_has() {
        let one = Surplus {
            number: 1,
            kind: SurplusKind::Withdrawn,
            position: Some((9, 1)),
            target: "The mayor <resigned>.".to_owned(),
            source: "Мэр ушёл.".to_owned(),
            pair: None,
            is_settled: false,
        };
        let html = with_page(WORKING, SHORT, |page| {
            String::from_utf8(super::write(&Page { surplus: &[one], ..*page })).unwrap()
        });
        let (_, rest) = html.split_once("<summary>1 text of the translated page").unwrap();
        assert!(rest.contains("<p>+1 its source was taken out</p>"), "{rest}");
        assert!(rest.contains("lang=\"en\" dir=\"ltr\"><p>The mayor &lt;resigned&gt;.</p>"));
    }

    #[test]
    fn the_page_speaks_the_reader_s_language() {
        let html = export("html", Settings { locale: 1, ..WORKING }, SHORT);
        assert!(html.contains("<html lang=\"ru\">"));
        assert!(html.contains("перевода пока нет"));
        assert!(html.contains("3 предложения"));
    }

    #[test]
    fn a_page_asks_nothing_of_any_other() {
        let html = export("html", WORKING, SHORT);
        for request in [" src=", "url(", "@import", "<link", "<img", "fetch("] {
            assert!(!html.contains(request), "{request}");
        }
    }

    #[test]
    fn a_hostile_article_stays_text() {
        let hostile = "<script>alert(1)</script></style></title>]]>\"'--><img src=x onerror=alert(1)> \
                       [x](javascript:alert(1)) ![y](data:text/html,z) <a href=\"javascript:1\">u</a> \
                       \u{202e}txt\u{0}\u{b}";
        let marked =
            format!("# ⟦{hostile}→{hostile}⟧\n\n⟦{hostile}←!{hostile} →{hostile}⟧ ⟦{hostile}⟧\n");
        for syntax in [Syntax::Markdown, Syntax::Text] {
            let html = export("html", Settings { syntax, ..WORKING }, &marked);
            assert!(!tags(&html).iter().any(|tag| tag == "script" || tag == "img"));
            assert!(!html.contains("href=\"javascript") && !html.contains("href=\"data"));
            assert_eq!(html.matches("<script").count(), 1);
            assert_eq!(html.matches("</style>").count(), 1);
            assert!(!html.contains(['\u{0}', '\u{b}']));
        }
    }

    #[test]
    fn a_sentence_of_a_megabyte_is_written_whole() {
        let long = "слово ".repeat(100_000);
        let html = export("html", WORKING, &format!("⟦{long}.→{long}.⟧\n"));
        assert_eq!(html.matches("слово").count(), 200_000);
    }

    proptest! {
        #[test]
        fn any_texts_make_a_balanced_page(
            texts in prop::collection::vec("[а-я<>&\"'*_`~\\[\\]()!|\\\\ .\u{202e}-]{0,24}", 1..6),
            targets in prop::collection::vec("\\PC{0,24}", 1..6),
            signs in prop::collection::vec(0..6_usize, 1..6),
        ) {
            let clean = |text: &str| text.replace(['⟦', '⟧', '→', '←', '+'], "");
            let mut marked = String::new();
            for ((text, target), sign) in texts.iter().zip(&targets).zip(&signs) {
                let sign = ["# ", "- ", "  - ", "> ", "| ", ""][*sign];
                marked.extend([format!("{sign}⟦{0}→{1}⟧ ⟦{0}⟧ ⟦{0}←{1}→{0}⟧\n\n", clean(text), clean(target))]);
            }
            for settings in [WORKING, FINAL, Settings { stale: Policy::Frozen, ..WORKING }] {
                tags(&export("html", settings, &marked));
                export("markdown", settings, &marked);
                export("text", settings, &marked);
            }
        }
    }
}
