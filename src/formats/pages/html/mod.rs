//! The bilingual page: one HTML file that asks nothing of any other.
//!
//! A content security policy lets only the page's own style and script run: nothing
//! that an article brings along could, had it got past the escaping.

mod body;
mod byline;
mod change;
mod document;
mod elements;
mod facts;
mod head;
mod heading;
pub mod index;
#[cfg(test)]
mod judge;
mod leftover;
mod meta;
mod navigation;
mod notes;
mod sentence;
mod table;
mod view;

use facts::Facts;

use super::{Form, Page, PageFormat, Writing};
use crate::error::Result;

/// The page of one article.
pub const FORMAT: PageFormat =
    PageFormat { name: "html", extension: "html", write: Writing::Framed(write) };

const STYLE: &str = concat!(include_str!("common.css"), include_str!("page.css"));
const FINAL_STYLE: &str = concat!(include_str!("common.css"), include_str!("final.css"));
const SCRIPT: &str = include_str!("page.js");

fn write(page: &Page<'_>) -> Result<Vec<u8>> {
    let view = view::View::new(page);
    let (style, script) = match page.form {
        Form::Working => (STYLE, SCRIPT),
        Form::Final => (FINAL_STYLE, ""),
    };
    let frame = document::PageFrame {
        language: page.localizer().tag(),
        title: &head::title(&view),
        meta: &meta::meta(&view),
        style,
        script,
    };
    let facts = if page.site.is_templated() { Facts::of(&view) } else { Facts::default() };
    let html = document::document(&frame, &body::body(&view), page.site, &facts)?;
    Ok(html.into_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use snapbox::{assert_data_eq, str};

    use super::judge;
    use crate::formats::pages::site::{HEADER, PAGE, Snippet};
    use crate::formats::pages::testing::{
        FINAL, Known, PageSettings, WORKING, export, with_article, with_page,
    };
    use crate::formats::pages::{NextPage, Page, PageLinks, Policy, SiteFrame, Syntax};
    use crate::model::{Surplus, SurplusKind};

    const SHORT: &str = "# ⟦Итоги→Results⟧\n\n\
        ⟦Встреча прошла 21 мая.←!Встреча прошла 19 мая.→The meeting was held on May 19.⟧ ⟦Новое.⟧\n";

    /// What stands between the languages' names and the end of the text.
    fn text(settings: PageSettings, marked: &str) -> String {
        let html = export("html", settings, marked);
        let (_, rest) = html.split_once("translation</p></div>\n").unwrap();
        rest.split_once("</main>").unwrap().0.to_owned()
    }

    #[test]
    fn a_stale_sentence_carries_its_change_and_a_missing_one_says_so() {
        assert_data_eq!(
            text(WORKING, SHORT),
            str![[r##"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span class="s" id="s2" data-u="2"><a class="n" href="#s2" aria-label="Предложение 2">2</a>Встреча прошла 21 мая.</span> <span class="s" id="s3" data-u="3"><a class="n" href="#s3" aria-label="Предложение 3">3</a>Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span class="s critical" id="t2" data-u="2"><a class="n" href="#t2" aria-label="Sentence 2">2</a><span class="w">The meeting was held on May 19.</span> <a class="flag" href="#c2"><span aria-hidden="true">▲</span> critical change</a></span> <span class="s missing" id="t3" data-u="3"><a class="n" href="#t3" aria-label="Sentence 3">3</a><em class="none">no translation yet</em></span></p></div>
</div>
<div class="notes">
<details class="change critical" id="c2" data-u="2" open>
<summary><span class="which">Sentence 2</span> <span class="what"><span aria-hidden="true">▲</span> Critical change in the source since it was translated</span>: <b class="trigger" lang="ru">21</b></summary>
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
<div class="tgt" lang="en" dir="ltr"><p><span>The meeting was held on May 19. <small>[translated from an earlier version]</small></span> <span><em class="none">no translation yet</em></span></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn source_stands_in_for_what_does_not_hold() {
        let settings = PageSettings { stale: Policy::Source, ..FINAL };
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
        let settings = PageSettings { stale: Policy::Frozen, ..FINAL };
        assert_data_eq!(
            text(settings, SHORT),
            str![[r#"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Встреча прошла 19 мая.</span> <span id="s3">Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>The meeting was held on May 19.</span></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn omit_leaves_out_what_does_not_hold() {
        let settings = PageSettings { stale: Policy::Omit, ..FINAL };
        assert_data_eq!(
            text(settings, SHORT),
            str![[r#"
<div class="text">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2">Встреча прошла 21 мая.</span> <span id="s3">Новое.</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><em class="none">left out: translated from an earlier version</em></p></div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn a_cosmetic_change_holds_when_published() {
        let marked = "⟦«Да».←~\"Да\".→“Yes.”⟧\n";
        for stale in [Policy::Source, Policy::Frozen, Policy::Omit] {
            let html = text(PageSettings { stale, ..FINAL }, marked);
            assert!(html.contains("«Да»") && html.contains("“Yes.”"), "{stale:?}: {html}");
        }
    }

    #[test]
    fn an_unsealed_pair_is_never_published_as_good() {
        let marked = "⟦Да.→?No.⟧\n";
        for stale in [Policy::Source, Policy::Frozen, Policy::Omit] {
            let html = text(PageSettings { stale, ..FINAL }, marked);
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
<div class="src" lang="ru" dir="ltr"><div class="scroll" tabindex="0" role="region" aria-label="Таблица">
<table>
<thead>
<tr><th scope="col"><span id="s4">Год</span></th><th scope="col">2024</th></tr>
</thead>
<tbody>
<tr><td><span id="s5">Рост</span></td><td>5 %</td></tr>
</tbody>
</table>
</div>
</div>
<div class="tgt" lang="en" dir="ltr"><div class="scroll" tabindex="0" role="region" aria-label="Table">
<table>
<thead>
<tr><th scope="col"><span>Year</span></th><th scope="col">2024</th></tr>
</thead>
<tbody>
<tr><td><span>Growth</span></td><td>5 %</td></tr>
</tbody>
</table>
</div>
</div>
</div>
</div>

"#]]
        );
    }

    #[test]
    fn a_right_to_left_translation_is_written_so() {
        let html = export("html", PageSettings { target: "he", ..WORKING }, SHORT);
        assert!(html.contains("<div class=\"tgt\" lang=\"he\" dir=\"rtl\">"));
        assert!(html.contains("<div class=\"src\" lang=\"ru\" dir=\"ltr\">"));
    }

    #[test]
    fn a_working_page_names_what_only_the_translation_has() {
        let one = Surplus {
            number: 1,
            kind: SurplusKind::Withdrawn,
            position: Some(crate::model::Position::new(9, 1)),
            target: "The mayor <resigned>.".to_owned(),
            source: "Мэр ушёл.".to_owned(),
            pair: None,
            is_settled: false,
        };
        let html = with_page(WORKING, SHORT, |page| {
            String::from_utf8(super::write(&Page { surplus: &[one], ..*page }).unwrap()).unwrap()
        });
        let (_, rest) = html.split_once("<summary>1 text of the translated page").unwrap();
        assert!(rest.contains("<p class=\"none\">+1 оригинал убран</p>"), "{rest}");
        assert!(rest.contains("lang=\"en\" dir=\"ltr\"><p>The mayor &lt;resigned&gt;.</p>"));
    }

    #[test]
    fn the_page_speaks_the_reader_s_language_and_each_column_its_own() {
        let html = export("html", PageSettings { locale: 1, ..WORKING }, SHORT);
        assert!(html.contains("<html lang=\"ru\">"));
        assert!(html.contains("3 предложения"));
        assert!(html.contains("<em class=\"none\">no translation yet</em>"));
        assert!(html.contains("dir=\"ltr\">English, translation</p>"));
        let html = export("html", PageSettings { target: "de", ..WORKING }, SHORT);
        assert!(html.contains("<em class=\"none\" lang=\"en\" dir=\"ltr\">no translation yet"));
        assert!(html.contains("<p class=\"tgt\" lang=\"en\" dir=\"ltr\">German, translation</p>"));
    }

    #[test]
    fn a_page_asks_nothing_of_any_other() {
        let html = export("html", WORKING, SHORT);
        for request in [" src=", "url(", "@import", "stylesheet", "<img", "fetch("] {
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
            let html = export("html", PageSettings { syntax, ..WORKING }, &marked);
            assert_eq!(judge::faults(&html), Vec::<String>::new());
            assert!(judge::text(&html).contains("<script>alert(1)</script></style></title>"));
            assert!(!html.contains(['\u{0}', '\u{b}']));
        }
    }

    #[test]
    fn a_sentence_of_a_megabyte_is_written_whole() {
        let long = "слово ".repeat(100_000);
        let html = export("html", WORKING, &format!("⟦{long}.→{long}.⟧\n"));
        let (_, body) = html.split_once("<body>").unwrap();
        assert_eq!(body.matches("слово").count(), 200_000);
        assert!(html.len() - body.len() < 30_000);
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
            for settings in [WORKING, FINAL, PageSettings { stale: Policy::Frozen, ..WORKING }] {
                prop_assert_eq!(judge::faults(&export("html", settings, &marked)), Vec::<String>::new());
                export("markdown", settings, &marked);
                export("text", settings, &marked);
            }
        }
    }

    #[test]
    fn what_stands_beside_the_sentences_is_shown_once() {
        let article = "---\nauthor: Анна Орлова\ndate: 2024-12-23\n---\n\n# Итоги\n\n*Москва, 23 декабря*\n\n\
            ![Дом](a.png \"Фото\")\n\n- Раз:\n\n  ```sh\n  ls <x>\n  ```\n\n***\n\n$$x^2$$\n";
        let html = with_article(FINAL, article, Known { before: "", target: "Text" }, |page| {
            String::from_utf8(super::write(page).unwrap()).unwrap()
        });
        let (_, rest) = html.split_once("</h1>").unwrap();
        assert_data_eq!(
            rest,
            str![[r#"

<div class="row byline"><p class="src" lang="ru" dir="ltr"><span>Автор:</span> Анна Орлова · <time datetime="2024-12-23">23 декабря 2024</time></p><p class="tgt" lang="en" dir="ltr"><span>By</span> <span lang="ru">Анна Орлова</span> · <time datetime="2024-12-23">December 23, 2024</time></p></div>
</header>
<main id="text">
<div class="row columns"><p class="src" lang="ru" dir="ltr">Русский, оригинал</p><p class="tgt" lang="en" dir="ltr">English, translation</p></div>
<div class="dateline">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s2"><em>Москва, 23 декабря</em></span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>Text</span></p></div>
</div>
</div>
<figure>
<img src="data:image/png;base64,iVBORw0=" alt="Дом">
<figcaption>
<div class="caption">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s3">Дом</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>Text</span></p></div>
</div>
</div>
<div class="caption">
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s4">Фото</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>Text</span></p></div>
</div>
</div>
</figcaption>
</figure>
<ul>
<li>
<div class="row">
<div class="src" lang="ru" dir="ltr"><p><span id="s5">Раз:</span></p></div>
<div class="tgt" lang="en" dir="ltr"><p><span>Text</span></p></div>
</div>
<pre translate="no"><code class="language-sh">ls &lt;x&gt;</code></pre>
</li>
</ul>
<hr>
<pre translate="no"><code>x^2</code></pre>
</main>
</body>
</html>

"#]]
        );
    }

    #[test]
    fn a_page_tells_where_it_stands_and_what_it_is_about() {
        let links = PageLinks {
            name: Some("a b/en.html".to_owned()),
            languages: vec!["en".to_owned(), "de".to_owned()],
            index: Some("../index.html".to_owned()),
            previous: None,
            next: Some(NextPage { href: "../c/en.html".to_owned(), title: "<Да>".to_owned() }),
        };
        let mut site = SiteFrame::default();
        site.name = Some("Весть".to_owned());
        site.address = Some("https://a.example/b/".to_owned());
        site.style = "p { color: red }".to_owned();
        let marked = "# ⟦Итоги→Results⟧\n\n⟦**Да** & нет.→Yes **&** no.⟧ ⟦Ещё.→More.⟧\n";
        let html = with_page(FINAL, marked, |page| {
            let page = Page { site: &site, links: &links, ..*page };
            String::from_utf8(super::write(&page).unwrap()).unwrap()
        });
        assert_eq!(judge::faults(&html), Vec::<String>::new());
        for part in [
            "<meta name=\"description\" content=\"Yes &amp; no. More.\">",
            "<link rel=\"canonical\" href=\"https://a.example/b/a%20b/en.html\">",
            "<link rel=\"alternate\" hreflang=\"de\" href=\"https://a.example/b/a%20b/de.html\">",
            "<meta property=\"og:title\" content=\"Итоги — Results\">",
            "<meta property=\"og:url\" content=\"https://a.example/b/a%20b/en.html\">",
            "<meta property=\"og:site_name\" content=\"Весть\">",
            "<a href=\"../index.html\">← Translations</a>",
            "<a rel=\"next\" href=\"../c/en.html\" lang=\"ru\">&lt;Да&gt;</a>",
            "p { color: red }",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn a_site_s_templates_are_filled_and_their_faults_told() {
        let fill = |header: &str, page: Option<&str>| {
            let snippet = |text: &str| Snippet { path: "a.html".to_owned(), text: text.to_owned() };
            let mut site = SiteFrame::default();
            site.add(HEADER, snippet(header))?;
            page.map_or(Ok(()), |page| site.add(PAGE, snippet(page)))?;
            with_page(FINAL, "# ⟦А <б>→Results⟧\n", |page| {
                super::write(&Page { site: &site, ..*page })
            })
            .map(|html| String::from_utf8(html).unwrap())
        };
        let html = fill("<p>{{ source.title }}</p>", None).unwrap();
        assert!(html.contains("<body>\n<p>А &lt;б"), "{html}");
        let whole = "<!DOCTYPE html><html lang=\"{{ language }}\"><head>{{ head }}</head><body>{{ header }}{{ body }}{{ script }}</body></html>";
        let html = fill("<p>x</p>", Some(whole)).unwrap();
        assert_eq!(judge::faults(&html), Vec::<String>::new());
        assert!(html.contains("<body><p>x</p><header>"), "{html}");
        for (header, line) in [("\n{{ sorce.title }}", 2), ("{% if %}", 1), ("{{ nothing }}", 1)] {
            let err = fill(header, None).unwrap_err();
            assert_eq!(err.location.unwrap().to_string(), format!("a.html:{line}:1"), "{header}");
        }
    }

    /// What hostile hands put into an article, whole lines and parts of lines.
    const HOSTILE: &[&str] = &[
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<b onclick=\"alert(1)\">жирно</b>",
        "<sup style=\"position:fixed\">1</sup>",
        "</code></pre></div></main>",
        "<i><sub></i></sub>",
        "[а](javascript:alert(1))",
        "[а](JaVaScRiPt&colon;alert(1))",
        "[а](java&#10;script:alert(1))",
        "[а](<java\tscript:alert(1)>)",
        "[а][б]",
        "\n[б]: javascript:alert(1) \"в\"\n",
        "![а](javascript:alert(1) \"в\")",
        "![а](x\" onerror=\"alert(1))",
        "![\"><script>alert(1)</script>](y.png)",
        "<javascript:alert(1)>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "\n```\"><script>alert(1)</script>\n</code><script>alert(1)</script>\n```\n",
        "\n$$\n</code><script>\n$$\n",
        "\n<figure><img src=\"javascript:alert(1)\" alt='\"onload=alert(1)'></figure>\n",
        "\n<style>*{display:none}</style>\n",
        "\n| <b>а | б</b> |\n|:--|--:|\n| </td><script> | `</code>` |\n",
        "\n- <u>а\n\n  <!-- tolmach:note **</p><script>alert(1)</script>** -->\n- б</u>\n",
        "\n> <q>а\n\n",
        "**а <b>б** в</b>",
        "*а* `<b>` ~~б~~",
        "слово. Другое слово!",
        "\u{202e}txt\u{0}\u{b}\u{f8f0}\u{f8f3}",
        "]]> --> <!-- ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(192))]

        #[test]
        fn nothing_in_a_hostile_article_lives(
            source in prop::collection::vec(prop::sample::select(HOSTILE), 1..8),
            before in prop::collection::vec(prop::sample::select(HOSTILE), 1..8),
            target in prop::collection::vec(prop::sample::select(HOSTILE), 1..4),
        ) {
            let matter = "---\ntitle: \"<script>alert(1)</script>\"\nauthor: \"<b onclick='x'>А</b>\"\n\
                          date: 2024-02-03\nimage: \"javascript:alert(1)\"\n---\n";
            let text = format!("{matter}{}\n", source.join(" "));
            let [before, target] = [before, target].map(|parts| parts.join(" "));
            for settings in [WORKING, FINAL] {
                let html = with_article(settings, &text, Known { before: &before, target: &target }, |page| {
                    String::from_utf8(super::write(page).unwrap()).unwrap()
                });
                prop_assert_eq!(judge::faults(&html), Vec::<String>::new(), "{}", html);
            }
        }
    }
}
