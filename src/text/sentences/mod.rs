//! Where sentences end: rules a linguist can read, and a scanner that obeys them.
//!
//! A sentence may end only at a stop (`.`, `?`, `!`, `…`), a smiley or, in a
//! list, a semicolon. The scanner jumps from one to the next and looks at the
//! words on both sides; the words with a meaning stand in `rules/`.
//! Quotation marks never hold a sentence together: quotations in news run over
//! several sentences, and their closing marks get lost.

mod abbreviation;
mod attribution;
mod bibliography;
mod candidates;
mod characters;
mod glued;
mod guard;
mod initials;
mod list;
mod opening;
mod rules;
mod scanner;
mod stop;
mod titles;
mod universal;
mod verdict;

use std::sync::Arc;

use self::guard::Guard;
use self::rules::{Abbreviations, SentenceRules};
use self::verdict::BoundaryJudge;
use crate::model::Span;

/// A workspace's own additions to the rules of one language.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Abbreviations after which a sentence goes on, such as `обл.`
    pub abbreviations: Vec<String>,
}

/// Cuts blocks into sentences by the rules of one language.
#[derive(Clone, Debug)]
pub struct Splitter {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    rules: Option<&'static SentenceRules>,
    extra: Abbreviations,
}

impl Splitter {
    /// The splitter for a language tag; without rules of its own it follows Unicode's.
    pub fn new(language: &str, extra: &Extra) -> Self {
        let rules = SentenceRules::of(language);
        let extra = Abbreviations::listed(&extra.abbreviations);
        Self { inner: Arc::new(Inner { rules, extra }) }
    }

    /// Spans of the sentences of one block, without the white space between them.
    ///
    /// No boundary lies inside a `protected` span: code, link targets, tags.
    pub fn split(&self, text: &str, protected: &[Span]) -> Vec<Span> {
        let guard = Guard::new(protected);
        let extra = &self.inner.extra;
        match self.inner.rules {
            Some(rules) => scanner::split(text, &guard, &BoundaryJudge { rules, extra }),
            None => universal::split(text, &guard, extra),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
    use proptest::strategy::Strategy;

    use super::{Extra, Splitter};
    use crate::model::Span;
    use crate::text::languages::LANGUAGES;

    fn split(language: &str, text: &str, protected: &[Span]) -> Vec<String> {
        let splitter = Splitter::new(language, &Extra::default());
        let spans = splitter.split(text, protected);
        spans.into_iter().map(|span| text[span.range()].to_owned()).collect()
    }

    /// Each case shows its boundaries as ` | `; without them it is the text to split.
    fn check(language: &str, cases: &[&str]) {
        for case in cases {
            let text = case.replace(" | ", " ");
            assert_eq!(split(language, &text, &[]).join(" | "), *case);
        }
    }

    #[test]
    fn each_case_of_the_linguists_is_split_as_written() {
        for language in &LANGUAGES {
            let is_heading = |line: &str| line.starts_with('[') && line.ends_with(']');
            let is_case =
                |line: &&str| !(line.is_empty() || line.starts_with('#') || is_heading(line));
            check(language.tag, &language.cases.lines().filter(is_case).collect::<Vec<_>>());
        }
    }

    #[test]
    fn russian_marks_end_sentences() {
        check(
            "ru",
            &[
                "Дождь кончился. | Все ушли.",
                "Кто там?! | Это мы!.. | Да… | Нет!",
                "Он ждал... и не дождался. | Она ушла... | Он остался.",
                "Это чудо (?) Иванов не признал. | И зря.",
                "Индекс вырос (5; 7). | Счёт (2:1; 3:0; 12) верен. | Отрезок [1; 5) открыт.",
                "Решили: 1) ждать; | 2) молчать; | 3) уйти (см. 4; 5).",
                "Ура :) | Пришли все. | Ну ;)) | Ладно.",
                "Мы не хотим потерь. | <…> Мы хотим мира.",
                "Осталось 150 шагов. | 31 мая начался сезон. | № 5 закрыт.",
                "Пишите на info@example.org. | Сайт example.org работает.",
                "Файл otchet.v2.pdf готов. | Версия 1.2.3 вышла в 17.30. | Курс 92.5 вырос.",
            ],
        );
    }

    #[test]
    fn a_stop_ends_a_sentence_where_it_ends_a_links_words() {
        // The words of a link and its target stand side by side.
        let spans = |words: usize, all: usize| [Span::new(0, words), Span::new(words, all)];
        for (text, words, all) in
            [("[He left.](a b) They stayed.", 9, 15), ("[**He left!**][a] They stayed.", 13, 17)]
        {
            let cut = split("en", text, &spans(words, all));
            assert_eq!(cut, [&text[..all], "They stayed."], "{text}");
        }
        let inside = "[He left. She](a) stayed.";
        assert_eq!(split("en", inside, &spans(13, 17)), [inside]);
        let code = "`He left.` They stayed.";
        assert_eq!(split("en", code, &[Span::new(0, 10)]), [code]);
    }

    #[test]
    fn a_quotation_mark_alone_belongs_to_what_it_closes() {
        check(
            "en",
            &[
                "' It was late . ' | They left . | ' We did not . ' | He stayed .",
                "Nobody knew what to do ? '' | The court was closed .",
                "He sat down . | ' I am here . ' | She nodded .",
            ],
        );
    }

    #[test]
    fn russian_initials_belong_to_the_name() {
        check(
            "ru",
            &[
                "Памятник А. С. Пушкину открыли. | А.С. Пушкин стоит.",
                "Слово взял Сидоров П. К. | Он был краток.",
                "Директор фирмы Чарльз Дж. Филлипс уехал. | Его ждут.",
                "Сеть 5 G. | Из-за неё спорят.",
                "Указ подписал Николай I. | Он вступил в силу.",
            ],
        );
    }

    #[test]
    fn russian_abbreviations_end_a_sentence_only_where_they_may() {
        check(
            "ru",
            &[
                "Приехал проф. Сидоров из г. Минска. | Там холодно.",
                "Дом на ул. Ленина, д. 5, кв. 8. | Дверь закрыта.",
                "Театр им. Пушкина и завод им. «Правды» закрыты.",
                "Он любит чай, кофе и т. д. | Чай дороже. | Кофе и т.п. | Всё.",
                "Пришли А. Сидоров, Б. Петров и др. | Решение принято.",
                "Доход 5 тыс. руб. | Москва платит 20 млн. | Это много.",
                "Это стоит 5 руб. 20 коп. за штуку и 3 млн. 200 тыс. за все.",
                "Цена 30 млрд долл. США за всё.",
                "Выставка открыта в 2025 г. | Сумма растёт. | Он жил в XIX в. | Москва росла.",
                "В 2010 г. Госдума приняла закон. | 4 мая 1948 г. Комитет решил: в 1950 г. Москва вырастет.",
                "Закон от 27 июля 2006 г. «Об информации» действует.",
                "По ст. 9 и п. 3.2, см. рис. 4 и гл. II. | Далее.",
                "Скорость 19 км/ч. | Ураган слабеет. | Глубина 10 см. | Для моря мало.",
                "Доход (тыс. руб.) Москвы растёт, т. е. Москва богатеет.",
                "Округ стал 17-м. | Карты изменили.",
            ],
        );
    }

    #[test]
    fn russian_speech_ends_where_its_sentences_end() {
        check(
            "ru",
            &[
                "— Да. | — Нет.",
                "«Да!» — сказал он. | «Вот так.» | Он ушёл.",
                "«Мы рады, — ответил он. | — Приходите».",
                "Он спросил: «Кто «там»?». | И ушёл.",
                "«Первое. | Второе». | «Третье?» | Потом все (кроме двух.) ушли.",
                "Программа «Что? Где? Когда?» вышла. | Yahoo! Бизнес жив. | Yahoo! | Она жива.",
            ],
        );
    }

    #[test]
    fn lists_and_labels_keep_their_numbers() {
        check(
            "ru",
            &[
                "1. Открыть дверь. | 2. Войти.",
                "1) первое; | 2) второе; | 3) третье.",
                "а) один | б) два | в) три",
                "Сделано. | 1. Дом | 2. Сад | 3. Пруд",
                "8.1. Зачем это? | §2. Оптимум. | IV. Итоги.",
                "1\\. Предмет договора",
                "Рис. 1. Схема сети. | Глава II. Права.",
                "Нужно купить 1)рыбу 2)соль.",
            ],
        );
        check("en", &["(i) one | (ii) two", "• Bread | • Salt", "As payment for 1. above, pay."]);
    }

    #[test]
    fn english_abbreviations_end_a_sentence_only_where_they_may() {
        check(
            "en",
            &[
                "Mr. Smith met Dr. J. R. Brown in St. Ives. | They left.",
                "The U.S. Army left the U.S. | It returned. | Yahoo Inc. Chairman spoke.",
                "Use tools, e.g. Git, i.e. the best. | See No. 5 on p. 55 vs. Jan. 5.",
                "We make a good team, you and I. | Did you see Albert I. Jones?",
                "He won't say no. | Not really. | Until Oct. | President Brown stays.",
                "He left at 6 p.m. | Travelers stayed. | At 5 a.m. Mr. Smith woke.",
                "It opens at 5 a.m. Eastern and 5 p.m. Monday.",
                "She earned her Ph.D. | Tom has 5 lb. 4 oz. of it. | Walk 5 mi. | Tom did.",
                "Sit in. | Go to the dept. | It cost $1.20. | Ask Sen. Brown or Det. Hill.",
            ],
        );
    }

    #[test]
    fn english_marks_end_sentences() {
        check(
            "en",
            &[
                "\"Stop!\" she said. | \"This is it.\" | He left.",
                "He works at Yahoo! in Rome. | Is it (really!) so? | Yes.",
                "I thought... I would go. | Happy . . . | No one came.",
                "It rained yesterday.11 12 | The end came. | Known.[1] | It is.",
                "The yields fell [...] | Ozone rose. | See it. | (http://example.org)",
                "Buy it. | iPhone sales rose. | Wait for it",
            ],
        );
    }

    #[test]
    fn markup_that_closes_belongs_to_the_sentence_before() {
        check(
            "ru",
            &[
                "**Важно.** | Далее _курсив._ | ~~Нет.~~ | **Да.**",
                "Это [ссылка.](http://example.org/a.b) | Ещё.[^1] | Конец.[2]",
                "Да.\u{200b} | Нет.",
            ],
        );
        let text = "Да.</b> <i>Нет.";
        assert_eq!(
            split("ru", text, &[Span::new(5, 9), Span::new(10, 13)]),
            ["Да.</b>", "<i>Нет."]
        );
    }

    #[test]
    fn no_break_spaces_part_sentences_and_not_abbreviations() {
        let text = "В\u{a0}2024\u{a0}г.\u{a0}Минск рос.\u{a0}А.\u{202f}С.\u{a0}Пушкин нет.";
        assert_eq!(split("ru", text, &[]).len(), 2);
    }

    #[test]
    fn a_forgotten_space_still_parts_sentences() {
        assert_eq!(split("ru", "Дождь кончился.Он ушёл.", &[]), ["Дождь кончился.", "Он ушёл."]);
        assert_eq!(split("en", "It rained.Mr. Hill left.", &[]).len(), 2);
        assert_eq!(split("en", "See http://example.The and a.Doe@example.org", &[]).len(), 1);
    }

    #[test]
    fn a_line_end_is_a_space() {
        assert_eq!(split("ru", "Один\nдва.\r\nТри", &[]), ["Один\nдва.", "Три"]);
        assert_eq!(split("de", "Eins\nzwei.\nDrei", &[]), ["Eins\nzwei.", "Drei"]);
    }

    #[test]
    fn other_languages_follow_unicode() {
        check("de", &["Sie ging. | Er blieb! | «Nein?» | Doch…"]);
        check("de", &["Mit J. S. Bach und F.-K. Weber. | Dann kam Plan B. | Er ging."]);
        check("kk", &["Оны президент Қ. К. Асанов ашты. | Қ.-Ж. Омаров келді. | Бәрі сол."]);
        check("fr", &["« Viens ! » | Elle partit. | « Non. »"]);
        let long = format!("Ja.{}Nein. Doch.", " ".repeat(100));
        assert_eq!(split("de", &long, &[]), ["Ja.", "Nein.", "Doch."]);
        assert_eq!(split("de", "Ja.\u{2028}Nein\u{2028}oder.\r\nDoch.", &[]).len(), 3);
        assert_eq!(split("zh", "你好。再见！", &[]), ["你好。", "再见！"]);
    }

    #[test]
    fn code_holds_sentences_together() {
        let text = "Ввод `a. Б` готов.";
        let code = Span::new(text.find('`').unwrap(), text.rfind('`').unwrap() + 1);
        assert_eq!(split("ru", text, &[]).len(), 2);
        for language in ["ru", "en", "de"] {
            assert_eq!(split(language, text, &[code]), [text]);
        }
    }

    #[test]
    fn a_workspace_adds_abbreviations() {
        let extra =
            Extra { abbreviations: vec!["Минобл.".to_owned(), "т. к. п.".to_owned()] };
        for language in ["ru", "de"] {
            let splitter = Splitter::new(language, &extra);
            assert_eq!(splitter.split("Ждёт Минобл. Москвы и т. к. п. Минска.", &[]).len(), 1);
        }
        let splitter = Splitter::new("ru", &extra);
        assert_eq!(splitter.split("Это Минобл. Она здесь.", &[]).len(), 2);
    }

    #[test]
    fn regions_share_the_rules_of_their_language() {
        assert_eq!(split("en-GB", "Mr. Hill left.", &[]).len(), 1);
        assert_eq!(split("ru_RU", "Это проф. Сидоров.", &[]).len(), 1);
    }

    // Quadratic work on a megabyte would not end today.
    #[test]
    fn long_blocks_take_linear_time() {
        let patterns = [
            ".",
            "«",
            "? ",
            ". . «",
            "1. ",
            "1. А. ",
            "•  ",
            "а) ",
            "5 тыс. ",
            ".](",
            ".[",
            "; ",
            ":)",
            " ",
            ")",
            "1 ",
            "г. ",
            "Да. ",
            "а",
            "т.",
            "?«» ",
            "1) a ",
            ".1 А",
            "«.» ",
            "В 5 г. Минск ",
        ];
        for language in ["ru", "de"] {
            for pattern in patterns {
                let text = format!("А.{}", pattern.repeat((1 << 18) / pattern.len()));
                let spans = Splitter::new(language, &Extra::default()).split(&text, &[]);
                assert!(spans.len() <= text.len(), "{pattern}");
            }
        }
    }

    #[test]
    fn equal_sentences_are_all_found() {
        let text = "Ещё раз. ".repeat(100_000);
        assert_eq!(split("ru", &text, &[]).len(), 100_000);
    }

    fn tricky() -> impl Strategy<Value = String> {
        let parts = [
            "А", "г", "тыс", "Он", "The", "p", "m", "5", "1", "i", "«", "»", "\"", "'", "(", ")",
            "[", "]", ".", "?", "!", "…", ";", ":", "-", "—", " ", "\n", "\u{a0}", "*", "`", "<",
            ">", "\u{200b}", "🙂", "](", "[^1]", "1) ", "2) ", "1. ", "2. ", "• ",
        ];
        let part = proptest::sample::select(parts.to_vec());
        proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
    }

    fn obeys_laws(language: &str, text: &str, protected: &[Span]) {
        let spans = Splitter::new(language, &Extra::default()).split(text, protected);
        let mut covered = 0;
        for span in &spans {
            assert!(text[covered..span.start].trim().is_empty(), "{text:?}");
            assert_eq!(text[span.range()].trim(), &text[span.range()]);
            assert!(span.start < span.end);
            covered = span.end;
        }
        assert!(text[covered..].trim().is_empty(), "{text:?}");
        for pair in spans.windows(2) {
            // White space at the end of a guard belongs to no sentence.
            let end = |guard: &Span| guard.start + text[guard.range()].trim_end().len();
            let cut = |guard: &&Span| guard.start < pair[1].start && end(guard) > pair[0].end;
            assert_eq!(protected.iter().find(cut), None, "{text:?}");
        }
    }

    fn guards(text: &str, places: &[usize]) -> Vec<Span> {
        let mut places: Vec<usize> =
            places.iter().map(|place| text.floor_char_boundary(place % (text.len() + 1))).collect();
        places.sort_unstable();
        places.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn sentences_cover_the_text_and_no_guard_is_cut(text in tricky(), places in any::<[usize; 6]>()) {
            for language in ["ru", "en", "de"] {
                obeys_laws(language, &text, &guards(&text, &places));
            }
        }

        #[test]
        fn any_text_is_split(text in any::<String>(), places in any::<[usize; 4]>()) {
            for language in ["ru", "en", "de"] {
                obeys_laws(language, &text, &guards(&text, &places));
            }
        }

        #[test]
        fn plain_sentences_come_back(words in proptest::collection::vec("[А-Я][а-я]{7,9}( [а-я]{7,9}){1,3}[.!?]", 1..8)) {
            prop_assert_eq!(split("ru", &words.join(" "), &[]), words.clone());
            prop_assert!(split("en", &words.join(" "), &[]).len() == words.len());
        }
    }
}
