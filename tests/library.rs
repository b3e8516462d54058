//! The library as other programs see it.

use std::fs;

use tolmach::{
    ArticleText, Danger, Freshness, Newsroom, State, Translation, align, change, compare, sentences,
};

const SOURCE: &str =
    "# Библиотека\n\nЧитальный зал открыт до 21 ч. Вход свободный.\n\nКниги выдают на 14 дней.\n";
const TARGET: &str = "# Library\n\nThe reading room is open until 21:00. Admission is free.\n\nBooks are lent for 14 days.\n";

fn held(source: &str, target: &str) -> Translation {
    Translation { source: source.to_owned(), target: target.to_owned(), state: State::Final }
}

#[test]
fn sentences_are_stretches_of_the_text_in_order() {
    let text = "Доклад читал акад. И. П. Павлов. Длился он 1,5 ч. Потом пили чай!";
    let mut rest = text;
    for sentence in sentences(text, "ru") {
        let at = rest.find(sentence).expect("stands in the text");
        rest = &rest[at + sentence.len()..];
    }
    assert_eq!(rest, "");
    assert_eq!(sentences("Dr. Smith came. He left.", "en"), ["Dr. Smith came.", "He left."]);
    assert!(sentences("", "ru").is_empty());
}

#[test]
fn two_versions_of_an_article_are_paired_whole() {
    let (source, target) =
        (ArticleText::markdown(SOURCE, "ru"), ArticleText::markdown(TARGET, "en"));
    let pairs = align(&source, &target);
    let (mut from, mut into) = (0, 0);
    for pair in &pairs {
        assert_eq!((pair.source.start, pair.target.start), (from, into));
        assert!((0.0..=1.0).contains(&pair.confidence));
        (from, into) = (pair.source.end, pair.target.end);
    }
    assert_eq!((from, into), (source.sentences().len(), target.sentences().len()));
    assert!(pairs.iter().any(|pair| (pair.source.clone(), pair.target.clone()) == (3..4, 3..4)));
}

#[test]
fn what_changed_since_is_stale_and_never_green() {
    let held = [
        held("Библиотека", "Library"),
        held("Читальный зал открыт до 20 ч.", "The reading room is open until 20:00."),
        held("Книги выдают на 14 дней.", "Books are lent for 14 days."),
    ];
    let tracked = compare(&ArticleText::markdown(SOURCE, "ru"), &held);
    let freshness: Vec<_> = tracked.iter().map(|sentence| sentence.freshness).collect();
    let (current, stale, missing) = (Freshness::Current, Freshness::Stale, Freshness::Missing);
    assert_eq!(freshness, [current, stale, missing, current]);
    let judged = change(&tracked[1].previous, &tracked[1].source, "ru");
    assert_eq!(tracked[1].change.as_ref(), Some(&judged));
    assert_eq!(judged.danger, Danger::Critical);
}

#[test]
fn a_folder_that_is_no_workspace_says_so() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let error = Newsroom::open(folder.path()).err().expect("it has no configuration").to_string();
    assert!(error.starts_with("error: "), "{error}");
    fs::write(folder.path().join("tolmach.toml"), "").expect("a file can be written");
    let newsroom = Newsroom::open(folder.path()).expect("it is a workspace now");
    assert_eq!(
        (newsroom.targets(), newsroom.articles().unwrap_or_default().len()),
        (&["en".to_owned()][..], 0)
    );
    let unknown = newsroom.sentences("bridge", "en").expect_err("there is no article");
    assert!(unknown.to_string().contains("bridge"), "{unknown}");
}
