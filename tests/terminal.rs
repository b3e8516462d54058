//! `translate` and `review` at a real terminal: every key in both languages, interrupts and lost terminals.
#![cfg(unix)]

#[path = "terminal/console.rs"]
mod console;
#[path = "terminal/review.rs"]
mod review;
mod skipped;
#[path = "terminal/tmux.rs"]
mod tmux;

use console::{Console, read, workspace};
use tempfile::TempDir;
use tmux::Window;

const SOURCE: &str = "# Фестиваль в Заречье\n\n\
    Фестиваль посетили 320 человек. Вход был свободным. Следующий пройдёт в июле.\n\n\
    Погода была очень ясной.\n\nМузыка играла весь вечер.\n";

const CATALOG: &str = "# Kept by hand.\n\n[[pair]]\nsource = \"Фестиваль в Заречье\"\n\
    target = \"A festival in Zarechye\"\nstate  = \"final\"\nseal   = \"none\"\n\n[[pair]]\n\
    source = \"Фестиваль посетили 300 человек.\"\ntarget = \"The festival drew 300 visitors.\"\n\
    state  = \"reviewed\"\nseal   = \"dmopgiyv\"\n\n[[pair]]\nsource = \"Вход был свободным.\"\n\
    target = \"Admission was free.\"\nstate  = \"translated\"\nseal   = \"o6eluhau\"\n\n[[pair]]\n\
    source = \"Погода была ясной.\"\ntarget = \"The weather was fine.\"\nstate  = \"translated\"\n\
    seal   = \"3yfyzlfd\"\n";

/// Older translations of the same and of a similar sentence.
const OLDER: [(&str, &str); 2] = [
    ("articles/older/ru.md", "Следующий пройдёт в июле.\n\nМузыка играла весь день.\n"),
    (
        "articles/older/en.toml",
        "[[pair]]\nsource = \"Следующий пройдёт в июле.\"\ntarget = \"The next one is in July.\"\n\
        state = \"final\"\nseal = \"tp3hvz53\"\n\n[[pair]]\nsource = \"Музыка играла весь день.\"\n\
        target = \"Music played all day.\"\nstate = \"final\"\nseal = \"yj534v7p\"\n",
    ),
];

const EN: &str = "articles/festival/en.toml";

/// In the order of the list: two stale, two missing, then a title that nobody sealed.
fn festival() -> TempDir {
    let editor = "sed -i 's/^A festival/The festival/' \"$1\"\n";
    let mut files = vec![
        ("tolmach.toml", "[authorship]\nby = false\non = false\n"),
        ("articles/festival/ru.md", SOURCE),
        (EN, CATALOG),
        ("editor.sh", editor),
    ];
    files.extend(OLDER);
    workspace(&files)
}

/// A server that is away is told of once, and stops nobody.
#[test]
fn a_shared_memory_that_is_away_is_told_of_above_the_next_page() {
    let folder = workspace(&[
        ("tolmach.toml", "[memory]\nshare = \"postgres://vesti@%2Fnowhere/memory\"\n"),
        ("articles/a/ru.md", "Мост открыт.\n\nВход свободный.\n\nПоезд опоздал.\n\nСнег сошёл.\n"),
    ]);
    let mut console = Console::start(folder.path(), "en", &["translate", "a"]);
    console.wait_for("1 of 4");
    // Soon enough it is known; whoever is quicker sees it a page later.
    let mut told = String::new();
    for place in ["2 of 4", "3 of 4", "4 of 4"] {
        std::thread::sleep(std::time::Duration::from_millis(200));
        told += &console.answer("s", place);
    }
    assert_eq!(told.matches("/nowhere/memory doesn’t answer").count(), 1, "{told}");
    console.press("q");
    assert_eq!(console.end(), 0);
}

fn translate(folder: &TempDir, language: &str) -> Console {
    Console::start(folder.path(), language, &["translate", "festival"])
}

/// The words of one language, and the keys where its keyboard has them.
struct Words {
    language: &'static str,
    place: &'static str,
    saved: &'static str,
    again: &'static str,
    why: &'static str,
    /// What is asked about a critical change, and the answer.
    sure: &'static str,
    yes: &'static str,
    /// What is asked about a translation with other numbers.
    doubt: &'static str,
    taken_back: &'static str,
    note: &'static str,
    noted: &'static str,
    unchanged: &'static str,
    end: &'static str,
    all: &'static str,
    /// Edit, own editor, right as it is, note, skip, back, undo, quit.
    keys: [&'static str; 8],
}

const ENGLISH: Words = Words {
    language: "en",
    place: " of 5:",
    saved: "Saved: segment ",
    again: "wants a review again",
    why: "Why does the translation still hold? ",
    sure: "“300” became “320”",
    yes: "y\r",
    doubt: "has “300” where",
    taken_back: "Taken back",
    note: "Note: ",
    noted: "Noted: segment ",
    unchanged: "Nothing was changed.",
    end: "That was the last segment",
    all: "6 decisions are saved.",
    keys: ["e", "v", "a", "n", "s", "b", "u", "q"],
};

const RUSSIAN: Words = Words {
    language: "ru",
    place: " из 5:",
    saved: "Сохранено: сегмент ",
    again: "был утверждён",
    why: "Почему перевод по-прежнему верен? ",
    sure: "было «300», стало «320»",
    yes: "да\r",
    doubt: "стоит «300», а в",
    taken_back: "Отменено",
    note: "Примечание: ",
    noted: "Примечание сохранено: сегмент ",
    unchanged: "Ничего не изменено.",
    end: "Это был последний сегмент",
    all: "Сохранено 6 решений.",
    keys: ["у", "м", "ф", "т", "ы", "и", "г", "й"],
};

/// Goes through the whole list with every key there is.
fn whole_round(words: &Words) {
    let folder = festival();
    let [edit, own, hold, note, skip, back, undo, quit] = words.keys;
    let place = |number: usize| format!("{number}{}", words.place);
    let mut console = translate(&folder, words.language);
    console.wait_for(&place(1));
    console.answer(skip, &place(2));
    console.answer(back, &place(1));

    save_another_number(&mut console, words);
    console.wait_for(words.again);
    assert!(read(&folder, EN).contains("target = \"The festival drew 300 visitors, “all told”…\""));
    console.wait_for(&place(2));
    console.answer(undo, words.taken_back);
    assert_eq!(read(&folder, EN), CATALOG);
    console.wait_for(&place(1));

    console.answer(edit, "300 visitors.");
    console.press("\r");
    console.wait_for(words.why);
    console.press("\x03");
    console.wait_for(words.unchanged);
    assert_eq!(read(&folder, EN), CATALOG);
    hold_at_the_second_question(&mut console, &folder, words);
    console.wait_for(&place(2));
    assert!(read(&folder, EN).contains("reason = \"The number is checked.\""));

    console.answer(note, words.note);
    console.press("Ask Олю\r");
    console.wait_for(words.noted);
    assert!(read(&folder, EN).contains("note   = \"Ask Олю\""));
    console.wait_for("Ask Олю");
    console.answer(edit, "The weather was fine.");
    console.press("\x15The weather was very fine.\r");
    console.wait_for(&place(3));

    let page = console.wait_for("The next one is in July.");
    assert!(page.contains("100%"), "{page}");
    console.answer("1", &place(4));
    assert!(read(&folder, EN).contains("origin = \"memory 100\""));
    console.wait_for("Music played all day.");
    console.answer("1", "Music played all day.");
    console.press("\x1b[D\x1b[D\x1b[D\x1b[D\x1b[3~\x1b[3~\x1b[3~evening\r");
    console.wait_for(&place(5));
    assert!(read(&folder, EN).contains("target = \"Music played all evening.\""));

    console.answer(own, words.saved);
    console.wait_for(words.end);
    assert!(read(&folder, EN).contains("target = \"The festival in Zarechye\""));
    console.answer(undo, &place(5));
    assert!(read(&folder, EN).contains("target = \"A festival in Zarechye\""));
    console.answer(hold, words.why);
    console.press("Read it again.\r");
    console.wait_for(words.end);
    console.answer(quit, words.all);
    assert_eq!(console.end(), 0);
    assert!(read(&folder, EN).starts_with("# Kept by hand.\n"));
}

/// Saves a translation with another number than its source, first without meaning it.
fn save_another_number(console: &mut Console, words: &Words) {
    for (typed, answer) in [("\x7f, “all told”…\r", "\r"), ("\x1b[A\r", words.yes)] {
        console.answer(words.keys[0], "300 visitors.");
        console.press(typed);
        console.wait_for(words.doubt);
        console.press(answer);
        if answer == "\r" {
            console.wait_for(words.unchanged);
        }
    }
}

/// Says of a critical change that the translation holds, first without being sure.
fn hold_at_the_second_question(console: &mut Console, folder: &TempDir, words: &Words) {
    let hold = words.keys[2];
    for answer in ["\r", words.yes] {
        console.answer(hold, words.why);
        console.press("The number is checked.\r");
        console.wait_for(words.sure);
        assert_eq!(read(folder, EN), CATALOG);
        console.press(answer);
        if answer == "\r" {
            console.wait_for(words.unchanged);
        }
    }
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
fn an_interrupt_leaves_the_line_then_the_program_and_a_sane_terminal() {
    let folder = festival();
    let mut console = translate(&folder, "en");
    console.wait_for("\n> ");
    let raw = console.modes();
    console.press("e");
    console.wait_for("300 visitors.");
    console.press(" lost\x03");
    console.answer("\x03", "Nothing was changed.");
    assert_eq!(console.end(), 0);
    assert_ne!(console.modes(), raw);
    assert!(console.modes().contains("ECHO") && console.modes().contains("ICANON"));
    assert_eq!(read(&folder, EN), CATALOG);
}

#[test]
fn a_program_that_is_told_to_end_leaves_a_sane_terminal() {
    for signal in ["TERM", "HUP"] {
        let folder = festival();
        let mut console = translate(&folder, "en");
        console.answer("e", "300 visitors.");
        console.signal(signal);
        console.end();
        let modes = console.modes();
        assert!(modes.contains("ECHO") && modes.contains("ICANON"), "{signal}: {modes}");
        assert_eq!(read(&folder, EN), CATALOG);
    }
}

#[test]
fn a_lost_terminal_loses_nothing_that_was_confirmed() {
    let folder = festival();
    let Some(window) = Window::start(folder.path(), "ru", "translate festival") else { return };
    window.wait_for("\n>");
    window.press("у");
    window.wait_for("\nen: The festival drew 300 visitors.");
    window.press_key("C-u");
    window.press("The festival drew 320 visitors.");
    window.press_key("Enter");
    let screen = window.wait_for("Сохранено");
    assert!(screen.lines().count() <= 24, "{screen}");
    window.press("e");
    window.press(" lost");
    window.wait_for("fine. lost");
    window.close();
    let catalog = read(&folder, EN);
    assert!(catalog.contains("drew 320 visitors") && !catalog.contains("lost"), "{catalog}");
}

#[test]
fn what_was_confirmed_before_a_kill_is_on_disk() {
    let folder = festival();
    for kill in 0..30_usize {
        std::fs::write(folder.path().join(EN), CATALOG).expect("is writable");
        let mut console = translate(&folder, "en");
        console.answer(&format!("e\x15First 320{}.\r", "!".repeat(kill)), "Saved: segment ");
        if kill % 2 == 1 {
            // The next decision is under way at the moment.
            console.wait_for("\n> ");
            console.press(format!("e\x15Second{}.\r", "!".repeat(kill)));
            std::thread::sleep(std::time::Duration::from_micros(kill as u64 * 211));
        }
        console.signal("KILL");
        console.end();
        let catalog = read(&folder, EN);
        assert!(
            catalog.contains(&format!("target = \"First 320{}.\"", "!".repeat(kill))),
            "{catalog}"
        );
        let rest = catalog.matches("[[pair]]").count();
        assert_eq!(rest, 4, "{catalog}");
        assert!(catalog.starts_with("# Kept by hand.\n") && catalog.ends_with('\n'), "{catalog}");
    }
}

#[test]
fn a_question_mark_shows_the_keys_and_an_unknown_key_says_so() {
    let folder = festival();
    let mut console = translate(&folder, "en");
    console.answer("?", "Any key goes back.");
    console.answer(" ", "1 of 5:");
    console.answer("x", "“x” does nothing here; press ? to see the keys.");
    console.answer("9", "“9” does nothing here");
    console.answer("e", "Esc leaves the line");
    console.press("\x1b");
    console.wait_for("Nothing was changed.");
    console.answer("q", "5 segments are left in this list.");
    assert_eq!(read(&folder, EN), CATALOG);
}

#[test]
fn a_worksheet_that_was_damaged_is_kept_and_had_again() {
    let folder = festival();
    let editor = "if grep -q ^ack: \"$1\"; then sed -i '/^ack:/d' \"$1\"; \
        else sed -i 's/^The festival drew 300/The festival drew 320/' \"$1\"; echo 'ack: it holds' >> \"$1\"; fi\n";
    std::fs::write(folder.path().join("editor.sh"), editor).expect("is writable");
    let mut console = translate(&folder, "en");
    console.answer("v", "press v to go on with it");
    console.answer("q", "Your worksheet is kept in ");
    console.wait_for("`tolmach translate --apply ");
    let mut console = translate(&folder, "en");
    console.answer("v", "press v to go on with it");
    console.answer("v", "Saved: segment ");
    assert!(read(&folder, EN).contains("The festival drew 320 visitors."));
}

#[test]
fn keys_typed_ahead_and_pasted_lines_arrive() {
    let folder = festival();
    let mut console = translate(&folder, "en");
    console.answer(
        "e\x15Typed ahead: 320.\re\x15\x1b[200~Pasted\nin two\r\nlines.\x1b[201~\r",
        "3 of 5:",
    );
    let catalog = read(&folder, EN);
    assert!(catalog.contains("target = \"Typed ahead: 320.\""), "{catalog}");
    assert!(catalog.contains("target = \"Pasted in two lines.\""), "{catalog}");
    console.answer("q", "2 decisions are saved.");
    console.wait_for("3 segments are left in this list.");
}

#[test]
fn a_byte_that_is_no_letter_takes_nothing_away() {
    let folder = festival();
    let mut console = translate(&folder, "en");
    console.wait_for("\n> ");
    console.press(b"\xff");
    console.answer("e", "en: The festival drew 300 visitors.");
    console.press(b"\x15Typed so far: 320");
    console.wait_for("so far: 320");
    console.press(b"\xff");
    console.wait_for("so far: 320");
    console.press(" visitors.\r");
    console.wait_for("Saved");
    let catalog = read(&folder, EN);
    assert!(catalog.contains("target = \"Typed so far: 320 visitors.\""), "{catalog}");
}

#[test]
fn what_was_typed_is_not_lost_when_somebody_else_was_faster() {
    let folder = festival();
    let mut console = translate(&folder, "en");
    console.answer("e", "300 visitors.");
    let theirs = CATALOG.replace("drew 300", "attracted 300");
    std::fs::write(folder.path().join(EN), &theirs).expect("is writable");
    console.press("\x15Mine: 320.\r");
    console.wait_for("Somebody changed this segment meanwhile");
    console.wait_for("attracted 300 visitors.");
    assert_eq!(read(&folder, EN), theirs);
    console.answer("e", "attracted 300 visitors.");
    console.press("\x1b[A\r");
    console.wait_for("Saved");
    assert!(read(&folder, EN).contains("target = \"Mine: 320.\""));
}
