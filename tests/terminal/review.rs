//! `review` at a real terminal: every key in both languages, interrupts and lost terminals.

use tempfile::TempDir;

use crate::console::{Console, read, workspace};
use crate::tmux::Window;

const SOURCE: &str = "# Выставка в Заречье\n\n\
    Вход свободный. Касса закрыта. Детям дарят книги.\n\nМузыка играет весь день.\n";

const CATALOG: &str = "[[pair]]\nsource = \"Выставка в Заречье\"\n\
    target = \"An exhibition in Zarechye\"\nstate  = \"translated\"\nseal   = \"uw7ksog6\"\n\n\
    [[pair]]\nsource = \"Вход свободный.\"\ntarget = \"Admission is free.\"\n\
    state  = \"translated\"\nseal   = \"6lyeyy4k\"\n\n[[pair]]\nsource = \"Касса закрыта.\"\n\
    target = \"The box office is closed.\"\nstate  = \"translated\"\nseal   = \"g4xzjydn\"\n\n\
    [[pair]]\nsource = \"Детям дарят книги.\"\ntarget = \"Children get books.\"\n\
    state  = \"translated\"\nseal   = \"ynbxgo43\"\n\n[[pair]]\n\
    source = \"Музыка играет весь день.\"\ntarget = \"Music plays all day.\"\n\
    state  = \"translated\"\nseal   = \"m3euyt35\"\n";

const RU: &str = "articles/show/ru.md";
const EN: &str = "articles/show/en.toml";

/// Five segments that wait for an editor.
fn show() -> TempDir {
    workspace(&[
        ("tolmach.toml", "[authorship]\nby = false\non = false\n"),
        (RU, SOURCE),
        (EN, CATALOG),
        ("editor.sh", "sed -i 's/^Music plays/Music is played/' \"$1\"\n"),
    ])
}

fn review(folder: &TempDir, language: &str, arguments: &[&str]) -> Console {
    Console::start(folder.path(), language, &[&["review", "show"], arguments].concat())
}

/// How many pairs have this state.
fn count(folder: &TempDir, state: &str) -> usize {
    read(folder, EN).matches(&format!("state  = \"{state}\"")).count()
}

/// The words of one language, and the keys where its keyboard has them.
struct Words {
    language: &'static str,
    place: &'static str,
    approved: &'static str,
    finalised: &'static str,
    why: &'static str,
    returned: &'static str,
    taken_back: &'static str,
    note: &'static str,
    noted: &'static str,
    unchanged: &'static str,
    end: &'static str,
    all: &'static str,
    /// Approve, finalise, send back, edit, own editor, note, skip, back, undo, quit.
    keys: [&'static str; 10],
}

const ENGLISH: Words = Words {
    language: "en",
    place: " of 5:",
    approved: "Approved: segment ",
    finalised: "Final: segment ",
    why: "What should be different? ",
    returned: "Sent back: segment ",
    taken_back: "Taken back",
    note: "Note: ",
    noted: "Noted: segment ",
    unchanged: "Nothing was changed.",
    end: "That was the last segment",
    all: "6 decisions are saved.",
    keys: ["a", "f", "r", "e", "v", "n", "s", "b", "u", "q"],
};

const RUSSIAN: Words = Words {
    language: "ru",
    place: " из 5:",
    approved: "Утверждено: сегмент ",
    finalised: "Окончательно: сегмент ",
    why: "Что нужно исправить? ",
    returned: "Возвращено: сегмент ",
    taken_back: "Отменено",
    note: "Примечание: ",
    noted: "Примечание сохранено: сегмент ",
    unchanged: "Ничего не изменено.",
    end: "Это был последний сегмент",
    all: "Сохранено 6 решений.",
    keys: ["ф", "а", "к", "у", "м", "т", "ы", "и", "г", "й"],
};

/// Goes through the whole list with every key there is.
fn whole_round(words: &Words) {
    let folder = show();
    let [approve, finalise, send_back, edit, own, note, skip, back, undo, quit] = words.keys;
    let place = |number: usize| format!("{number}{}", words.place);
    let mut console = review(&folder, words.language, &[]);
    console.wait_for(&place(1));
    console.answer(skip, &place(2));
    console.answer(back, &place(1));

    console.answer(approve, words.approved);
    assert_eq!(count(&folder, "reviewed"), 1);
    console.wait_for(&place(2));
    console.answer(undo, words.taken_back);
    assert_eq!(read(&folder, EN), CATALOG);
    console.wait_for(&place(1));
    console.answer(approve, &place(2));

    console.answer(finalise, words.finalised);
    console.wait_for(&place(3));
    assert_eq!(count(&folder, "final"), 1);

    console.answer(send_back, words.why);
    console.press("lost\x03");
    console.wait_for(words.unchanged);
    assert_eq!(count(&folder, "draft"), 0);
    console.answer(send_back, words.why);
    console.press("Закрыта ли?\r");
    console.wait_for(words.returned);
    let catalog = read(&folder, EN);
    assert!(catalog.contains("note   = \"Закрыта ли?\""), "{catalog}");
    assert_eq!(count(&folder, "draft"), 1);
    console.wait_for(&place(4));
    console.answer(undo, &place(3));
    assert!(!read(&folder, EN).contains("note ") && count(&folder, "draft") == 0);
    console.answer(send_back, words.why);
    console.press("\x1b[A\r");
    console.wait_for(&place(4));
    assert!(read(&folder, EN).contains("note   = \"Закрыта ли?\""));

    console.answer(edit, "Children get books.");
    console.press("\r");
    console.wait_for(words.unchanged);
    console.answer(edit, "Children get books.");
    console.press("\x15Children are given books, “all of them”…\r");
    console.wait_for(words.approved);
    console.wait_for(&place(5));
    assert!(read(&folder, EN).contains("target = \"Children are given books, “all of them”…\""));
    assert_eq!(count(&folder, "reviewed"), 2);

    console.answer(note, words.note);
    console.press("Ask Олю\r");
    console.wait_for(words.noted);
    assert!(read(&folder, EN).contains("note   = \"Ask Олю\""));
    console.answer(own, words.approved);
    console.wait_for(words.end);
    assert!(read(&folder, EN).contains("target = \"Music is played all day.\""));
    assert_eq!((count(&folder, "reviewed"), count(&folder, "translated")), (3, 0));
    console.answer(back, &place(5));
    console.answer(quit, words.all);
    assert_eq!(console.end(), 0);
}

#[test]
fn every_key_works_in_english() {
    whole_round(&ENGLISH);
}

#[test]
fn every_key_works_in_russian_on_a_russian_keyboard() {
    whole_round(&RUSSIAN);
}

#[test]
fn a_finding_is_waived_by_a_key_with_its_reason() {
    let folder = workspace(&[
        ("tolmach.toml", "[authorship]\nby = false\non = false\n"),
        (RU, "Пришли 20 человек.\n"),
        (
            EN,
            "[[pair]]\nsource = \"Пришли 20 человек.\"\ntarget = \"30 people came.\"\n\
             state  = \"translated\"\nseal   = \"isvpmmlj\"\n",
        ),
    ]);
    let mut console = review(&folder, "en", &[]);
    console.wait_for("1 of 1:");
    console.answer("w", "Why is it right as it is?");
    console.press("Ten more came later.\r");
    console.wait_for("1 of 1:");
    let mut catalog = read(&folder, EN);
    for _ in 0..50 {
        if catalog.contains("Ten more came later.") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        catalog = read(&folder, EN);
    }
    assert!(catalog.contains("check = \"numbers\""), "{catalog}");
    console.answer("w", "No check says anything of this segment");
    console.answer("q", "1 segment");
}

#[test]
fn what_was_reviewed_waits_for_the_final_word() {
    let folder = show();
    let mut console = review(&folder, "en", &[]);
    console.answer("a", "2 of 5:");
    console.answer("q", "4 segments wait for an editor.");
    assert_eq!(console.end(), 0);
    let mut console = review(&folder, "en", &["--final"]);
    let page = console.wait_for("\n> ");
    assert!(page.contains("1 of 5: reviewed") && !page.contains("approve"), "{page}");
    console.press("a");
    console.answer("q", "4 segments wait for an editor.");
    assert_eq!((count(&folder, "final"), count(&folder, "reviewed")), (1, 0));
}

#[test]
fn what_became_stale_meanwhile_is_not_approved() {
    let folder = show();
    let mut console = review(&folder, "en", &[]);
    console.answer("s", "2 of 5:");
    let now = CATALOG.replacen("Выставка в Заречье", "Выставка в Залесье", 1);
    std::fs::write(folder.path().join(EN), now).expect("is writable");
    console.answer("b", "1 of 5:");
    console.answer("a", "This segment is for a translator first; nothing was saved.");
    assert_eq!(count(&folder, "translated"), 5);
}

#[test]
fn an_interrupt_leaves_a_sane_terminal_and_nothing_undecided() {
    let folder = show();
    let mut console = review(&folder, "ru", &[]);
    console.answer("ф", "2 из 5:");
    console.answer("у", "Admission is free.");
    console.press(" lost\x03");
    console.answer("\x03", "Сохранено 1 решение.");
    assert_eq!(console.end(), 0);
    assert!(console.modes().contains("ECHO") && console.modes().contains("ICANON"));
    assert!(count(&folder, "reviewed") == 1 && !read(&folder, EN).contains("lost"));
    for signal in ["TERM", "HUP"] {
        let mut console = review(&folder, "en", &[]);
        console.answer("r", "What should be different?");
        console.signal(signal);
        console.end();
        assert!(console.modes().contains("ECHO") && console.modes().contains("ICANON"), "{signal}");
        assert_eq!(count(&folder, "draft"), 0, "{signal}");
    }
}

#[test]
fn a_lost_terminal_loses_no_confirmed_decision() {
    let folder = show();
    let Some(window) = Window::start(folder.path(), "ru", "review show") else { return };
    window.wait_for("\n>");
    window.press("ф");
    let screen = window.wait_for("Утверждено");
    assert!(screen.lines().count() <= 24, "{screen}");
    window.press("к");
    window.wait_for("Что нужно исправить?");
    window.press("lost");
    window.wait_for("исправить? lost");
    window.close();
    assert!(count(&folder, "reviewed") == 1 && !read(&folder, EN).contains("lost"));
}

#[test]
fn what_was_confirmed_before_a_kill_is_on_disk() {
    let folder = show();
    for kill in 0..20_u32 {
        std::fs::write(folder.path().join(EN), CATALOG).expect("is writable");
        let mut console = review(&folder, "en", &[]);
        console.answer("a", "Approved: segment 1");
        if kill % 2 == 1 {
            // The next decision is under way at the moment.
            console.wait_for("\n> ");
            console.press("f");
            std::thread::sleep(std::time::Duration::from_micros(u64::from(kill) * 211));
        }
        console.signal("KILL");
        console.end();
        let catalog = read(&folder, EN);
        assert_eq!(count(&folder, "reviewed"), 1, "{catalog}");
        assert_eq!(catalog.matches("[[pair]]").count(), 5, "{catalog}");
        assert!(catalog.ends_with('\n'), "{catalog}");
    }
}
