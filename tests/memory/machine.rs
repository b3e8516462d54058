//! The adapter of the docs in front of a server that speaks as `LibreTranslate` does.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Answers one request after another, and tells what was asked.
fn serve(asked: Sender<serde_json::Value>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let place = listener.local_addr().expect("has an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if asked.send(answer(stream)).is_err() {
                return;
            }
        }
    });
    format!("http://{place}/translate")
}

fn answer(mut stream: TcpStream) -> serde_json::Value {
    let mut input = BufReader::new(stream.try_clone().expect("a stream has two ends"));
    let (mut length, mut line) = (0, String::new());
    while input.read_line(&mut line).is_ok_and(|count| count > 2) {
        let lower = line.to_lowercase();
        if let Some(number) = lower.strip_prefix("content-length:") {
            length = number.trim().parse().expect("a length is a number");
        }
        line.clear();
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).expect("the body comes");
    let asked: serde_json::Value = serde_json::from_slice(&body).expect("the body is JSON");
    let text = asked["q"].as_str().unwrap_or_default();
    let (status, reply) = if text.contains("дождь") {
        ("500 Internal Server Error", r#"{"error": "no words for rain"}"#.to_owned())
    } else {
        ("200 OK", r#"{"translatedText": "A machine wrote this."}"#.to_owned())
    };
    let length = reply.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\n");
    let reply = format!("{head}Content-Length: {length}\r\nConnection: close\r\n\r\n{reply}");
    stream.write_all(reply.as_bytes()).expect("the answer is taken");
    asked
}

fn tolmach(root: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.current_dir(root).env("TOLMACH_LANG", "en").env("XDG_CACHE_HOME", root.join("cache"));
    let output = command.args(arguments).output().expect("the program runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The adapter, as the docs have it.
fn adapter() -> String {
    let page = include_str!("../../docs/memory.md");
    let (_, after) = page.split_once("```python\n").expect("the page has an adapter");
    after.split_once("```").expect("its block ends").0.to_owned()
}

#[test]
fn the_adapter_of_the_docs_brings_drafts_and_touches_nothing_of_a_person() {
    if !Command::new("python3").arg("--version").output().is_ok_and(|one| one.status.success()) {
        assert_ne!(std::env::var("TOLMACH_TEST_TOOLS").as_deref(), Ok("required"), "no python3");
        _ = writeln!(std::io::stderr(), "skipped: python3 is missing");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    let (sender, asked) = channel();
    let server = serve(sender);
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("can be made");
        fs::write(path, text).expect("can be written");
    };
    write("adapter.py", &adapter());
    let command = format!("[\"env\", \"TRANSLATE_URL={server}\", \"python3\", \"adapter.py\"]");
    write("tolmach.toml", &format!("[machine]\ncommand = {command}\nretries = 0\n"));
    write("articles/news/ru.md", "Вход свободный.\n\nИдёт сильный дождь.\n\nЗал полон людей.\n");
    write("articles/secret/ru.md", "---\nembargo: 2099-01-31\n---\n\nДиректор уходит.\n");
    let told = tolmach(root, &["pretranslate", "--machine"]);
    let questions: Vec<serde_json::Value> = asked.try_iter().collect();
    let texts: Vec<&str> = questions.iter().filter_map(|one| one["q"].as_str()).collect();
    assert_eq!(texts, ["Вход свободный.", "Идёт сильный дождь.", "Зал полон людей."], "{told}");
    assert!(questions.iter().all(|one| one["source"] == "ru" && one["target"] == "en"));
    assert!(told.contains("embargo") && told.contains("500"), "{told}");
    let catalog = fs::read_to_string(root.join("articles/news/en.toml")).expect("was written");
    assert_eq!(catalog.matches("origin = \"machine\"").count(), 2, "{catalog}");
    assert_eq!(catalog.matches("\"draft\"").count(), 2, "{catalog}");
    assert!(!root.join("articles/secret/en.toml").exists());
    let status = tolmach(root, &["status", "news", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_str(&status).expect("status is JSON");
    assert_eq!(status["totals"]["segments"]["translated"].as_u64().unwrap_or(0), 0, "{status}");
    assert_eq!(status["totals"]["segments"]["draft"], 2, "{status}");
    // Asked again, it sends only what is still without a translation.
    tolmach(root, &["pretranslate", "--machine"]);
    let again: Vec<serde_json::Value> = asked.try_iter().collect();
    assert_eq!(again.len(), 1, "{again:?}");
    assert_eq!(fs::read_to_string(root.join("articles/news/en.toml")).ok(), Some(catalog));
}

#[test]
fn what_a_machine_wrote_stays_a_machines_wherever_it_is_used_again() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("can be made");
        fs::write(path, text).expect("can be written");
    };
    let reply = r#"while read -r line; do n=${line#*\"id\":}; n=${n%%,*}; echo "{\"id\":$n,\"text\":\"A machine wrote this.\"}"; done"#;
    let settings = format!("[machine]\ncommand = [\"sh\", \"-c\", '''{reply}''']\n");
    write("tolmach.toml", &settings);
    // From three sentences on an article's drafts are taken together.
    let sentences = ["Вход свободный.", "Зал полон людей.", "Идёт дождь.", "Закрыто."];
    for count in 1..=sentences.len() {
        let article = format!("articles/{count}/ru.md");
        write(&article, &format!("{}\n", sentences[..count].join("\n\n")));
        tolmach(root, &["pretranslate", "--machine", &count.to_string()]);
        let path = root.join(format!("articles/{count}/en.toml"));
        let catalog = fs::read_to_string(&path).expect("was written");
        assert_eq!(catalog.matches("origin = \"machine").count(), count, "{catalog}");
        let masked: Vec<&str> =
            catalog.lines().filter(|line| !line.starts_with("origin")).collect();
        fs::write(&path, masked.join("\n") + "\n").expect("can be written");
        let status = tolmach(root, &["status", &count.to_string(), "--format", "json"]);
        let status: serde_json::Value = serde_json::from_str(&status).expect("status is JSON");
        assert_eq!(status["totals"]["segments"]["unsealed"], count, "{status}");
        fs::write(&path, catalog).expect("can be written");
    }
    // A person confirms a draft, which the memory then offers for another article.
    tolmach(root, &["translate", "--worksheet", "sheet.txt", "1"]);
    let sheet = fs::read_to_string(root.join("sheet.txt")).expect("was written");
    let sheet = sheet.replace("\nA machine wrote this.\n", "\nack: right\n");
    fs::write(root.join("sheet.txt"), sheet).expect("can be written");
    tolmach(root, &["translate", "--apply", "sheet.txt"]);
    write("articles/b/ru.md", "Вход свободный.\n");
    tolmach(root, &["pretranslate", "b"]);
    let catalog = fs::read_to_string(root.join("articles/b/en.toml")).expect("was written");
    assert!(catalog.contains("origin = \"machine, memory 101\""), "{catalog}");
}

/// What `pretranslate` tells of a machine that this line of the shell is.
fn machine(line: &str, timeout: u64) -> (String, Duration) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    let settings = format!(
        "[machine]\ncommand = [\"sh\", \"-c\", '''{line}''']\ntimeout = {timeout}\nretries = 1\n"
    );
    fs::write(root.join("tolmach.toml"), settings).expect("can be written");
    fs::create_dir_all(root.join("articles/news")).expect("can be made");
    let text = "Вход свободный.\n\nЗал полон людей.\n\nИдёт дождь.\n\nЗакрыто.\n";
    fs::write(root.join("articles/news/ru.md"), text).expect("can be written");
    let start = Instant::now();
    let told = tolmach(root, &["pretranslate", "--machine"]);
    (told, start.elapsed())
}

#[test]
fn a_machine_that_ends_or_hangs_is_given_up_at_once_and_named() {
    for (line, words) in [
        ("exit 3", "ended with status 3"),
        ("read line; kill -9 $$", "was killed"),
        ("exec 1>&-; exec sleep 60", "answers no more"),
        ("exec sleep 60", "no answer within a second"),
    ] {
        let (told, time) = machine(line, 1);
        assert!(told.contains(words) && told.contains("asked no further"), "{line}: {told}");
        assert!(told.contains("1 not taken; 3 without a draft"), "{line}: {told}");
        assert!(time < Duration::from_secs(20), "{line} took {time:?}");
    }
}

#[test]
fn a_machine_that_says_something_else_without_end_is_late() {
    for (line, words) in [
        (r#"read line; yes "{\"id\":99,\"text\":\"Yes.\"}""#, "no answer within a second"),
        ("read line; yes nonsense", "what is no reply: nonsense"),
        (r"read line; printf 'a\033[31mb\n'; sleep 60", "what is no reply: a"),
        (r"read line; sh -c 'sleep 60; touch late' & sleep 60", "no answer within a second"),
    ] {
        let (told, time) = machine(line, 1);
        assert!(told.contains(words) && told.contains("asked no further"), "{line}: {told}");
        assert!(!told.contains('\u{1b}'), "{line}: {told:?}");
        assert!(time < Duration::from_secs(20), "{line} took {time:?}");
    }
}

#[test]
fn what_a_machine_answers_is_saved_as_it_comes_and_doubted_as_checks_do() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    let reply = r#"while read -r line; do n=${line#*\"id\":}; n=${n%%,*}; [ $n = 9 ] && sleep 60; echo "{\"id\":$n,\"text\":\"The door is open today.\"}"; done"#;
    let settings = format!("[machine]\ncommand = [\"sh\", \"-c\", '''{reply}''']\n");
    fs::write(root.join("tolmach.toml"), settings).expect("can be written");
    fs::create_dir_all(root.join("articles/a")).expect("can be made");
    let mut text = "Дверь сегодня не открыта.\n\n".to_owned();
    for whose in ["Эта", "Та", "Наша", "Ваша", "Моя", "Твоя", "Любая", "Каждая", "Иная"]
    {
        text.push_str(&format!("{whose} дверь сегодня открыта.\n\n"));
    }
    fs::write(root.join("articles/a/ru.md"), text).expect("can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.current_dir(root).env("TOLMACH_LANG", "en").env("XDG_CACHE_HOME", root.join("cache"));
    command.args(["pretranslate", "--machine"]).stdout(std::process::Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let path = root.join("articles/a/en.toml");
    let end = Instant::now() + Duration::from_secs(40);
    while !path.exists() && Instant::now() < end {
        thread::sleep(Duration::from_millis(50));
    }
    child.kill().expect("can be killed");
    child.wait().expect("ends");
    let catalog = fs::read_to_string(path).expect("answers were saved");
    assert!(catalog.matches("origin = \"machine\"").count() >= 5, "{catalog}");
    assert!(!catalog.contains("не открыта"), "{catalog}");
}

#[test]
fn a_machine_that_answers_some_sentences_is_asked_about_all() {
    let reply = r#"while read -r line; do n=${line#*\"id\":}; n=${n%%,*}; case $n in 2) echo "{\"id\":2,\"error\":\"no\"}";; *) echo "{\"id\":$n,\"text\":\"A machine wrote this.\"}";; esac; done"#;
    let (told, _) = machine(reply, 20);
    assert!(told.contains("3 by a machine; 1 not taken; 0 without a draft"), "{told}");
    assert!(told.contains("The machine says: no") && !told.contains("no further"), "{told}");
}

#[test]
fn a_reply_of_which_nothing_can_be_made_costs_no_other_sentence_its_draft() {
    for reply in [r#""text":"A\ud800B""#, r#""text":5"#, r#""text":["no"]"#, r#""error":{}"#] {
        let line = r#"while read -r line; do n=${line#*\"id\":}; n=${n%%,*}; case $n in 2) printf '%s\n' '{"id":2,REPLY}';; *) echo "{\"id\":$n,\"text\":\"A machine wrote this.\"}";; esac; done"#;
        let line = line.replace("REPLY", reply);
        let (told, time) = machine(&line, 20);
        assert!(told.contains("3 by a machine; 1 not taken; 0 without a draft"), "{reply}: {told}");
        assert!(told.contains("what is no reply: ") && !told.contains("no further"), "{told}");
        assert!(time < Duration::from_secs(15), "{reply} took {time:?}");
    }
}

#[test]
fn where_a_person_was_faster_than_the_machine_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    fs::create_dir_all(root.join("articles/news")).expect("can be made");
    fs::write(root.join("tolmach.toml"), "").expect("can be written");
    for (language, text) in [("ru", "Вход свободный.\n"), ("en", "Admission is free.\n")]
    {
        let path = root.join(format!("articles/news/{language}.md"));
        fs::write(path, text).expect("can be written");
    }
    tolmach(root, &["align", "news"]);
    let catalog = root.join("articles/news/en.toml");
    fs::rename(&catalog, root.join("ready.toml")).expect("a person translated it");
    fs::remove_file(root.join("articles/news/en.md")).expect("can be removed");
    let line = r#"read line; cp ready.toml articles/news/en.toml; echo "{\"id\":1,\"text\":\"A machine wrote this.\"}"; cat"#;
    let settings = format!("[machine]\ncommand = [\"sh\", \"-c\", '''{line}''']\n");
    fs::write(root.join("tolmach.toml"), settings).expect("can be written");
    let told = tolmach(root, &["pretranslate", "--machine"]);
    assert!(told.contains("not taken: Somebody translated"), "{told}");
    assert!(fs::read_to_string(catalog).is_ok_and(|text| text.contains("Admission is free.")));
}

/// Whether a process with this number is there.
fn is_there(process: &str) -> bool {
    let told = Command::new("ps").args(["-o", "stat=", "-p", process]).output();
    let told = told.expect("ps runs").stdout;
    // One that ended and that nobody asked about counts as gone.
    !told.is_empty() && !told.starts_with(b"Z")
}

#[test]
fn a_signal_ends_the_machine_with_all_that_it_started() {
    for signal in ["INT", "TERM", "HUP"] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let root = folder.path();
        let line = "sleep 600 & echo $$ $! > started.new; mv started.new started; sleep 600";
        let settings = format!("[machine]\ncommand = [\"sh\", \"-c\", '''{line}''']\n");
        fs::write(root.join("tolmach.toml"), settings).expect("can be written");
        fs::create_dir_all(root.join("articles/news")).expect("can be made");
        fs::write(root.join("articles/news/ru.md"), "Вход свободный.\n").expect("can be written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(root).args(["pretranslate", "--machine"]);
        command.env("XDG_CACHE_HOME", root.join("cache")).stdout(std::process::Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let started = root.join("started");
        while !started.exists() {
            assert!(child.try_wait().expect("can be asked").is_none(), "{signal}: it ended");
            thread::sleep(Duration::from_millis(5));
        }
        let started = fs::read_to_string(started).expect("was written");
        let number = child.id().to_string();
        let kill = Command::new("kill").args([&format!("-{signal}"), &*number]).status();
        assert!(kill.expect("kill runs").success());
        let status = child.wait().expect("it ends");
        assert!(!status.success(), "{signal}: {status}");
        for process in started.split_whitespace() {
            // The system takes a moment to take a killed one away.
            let end = Instant::now() + Duration::from_secs(20);
            while is_there(process) && Instant::now() < end {
                thread::sleep(Duration::from_millis(5));
            }
            assert!(!is_there(process), "{signal}: {process} of {started} outlives the command");
        }
    }
}
