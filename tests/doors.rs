//! The doors for CI: the steps of the action, the hook and the template, run as they are written.
#![cfg(unix)]

mod skipped;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect("the file is there")
}

/// A repository with one article that is translated, and on top one that isn't.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    write(root, "tolmach.toml", "");
    write(root, "articles/old/ru.md", "Старое.\n");
    let setup = "git init -q -b main && git add . && git commit -qm One && git tag base";
    assert!(shell(root, setup, &[]).status.success());
    write(root, "articles/new/ru.md", "Новое.\n");
    folder
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().expect("is below the folder")).expect("is writable");
    fs::write(path, text).expect("is writable");
}

/// Runs a script as CI does: bash stops at the first command that fails.
fn shell(folder: &Path, script: &str, variables: &[(&str, &str)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_tolmach")).parent().expect("lies in a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
    command.current_dir(folder).env("PATH", path).env("TOLMACH_LANG", "en");
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "A").env(format!("GIT_{role}_EMAIL"), "a@b");
    }
    command.envs(variables.iter().copied()).output().expect("bash runs")
}

/// The lines below `run: |` of the step with this name.
fn step(action: &str, name: &str) -> String {
    let start = format!("- name: {name}\n");
    let step = action.split(&start).nth(1).expect("there is such a step");
    let lines = step.split("run: |\n").nth(1).expect("it runs something").lines();
    let lines = lines.take_while(|line| line.starts_with("        ") || line.is_empty());
    lines.map(|line| line.trim_start_matches("        ").to_owned() + "\n").collect()
}

#[test]
fn the_action_annotates_sums_up_and_fails_as_check_does() {
    let folder = repository();
    let root = folder.path();
    let summary = root.join("summary.md");
    let check = step(&read("action.yml"), "Check");
    let run = |only_new: &str, arguments: &str| {
        _ = fs::remove_file(&summary);
        let place = summary.to_str().expect("is text");
        let program = env!("CARGO_BIN_EXE_tolmach");
        let variables = [
            ("PROGRAM", program),
            ("FOLDER", "."),
            ("ONLY_NEW", only_new),
            ("BASE", ""),
            ("ARGUMENTS", arguments),
            ("GITHUB_STEP_SUMMARY", place),
        ];
        let output = shell(root, &check, &variables);
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        let summary = fs::read_to_string(&summary).unwrap_or_default();
        (output.status.code(), shown, summary)
    };
    let (status, shown, summary) = run("base", "");
    assert_eq!(status, Some(1));
    assert!(shown.contains("::error file=articles/new/ru.md") && !shown.contains("old"), "{shown}");
    assert!(summary.contains("#### `new`") && summary.contains("What to do:"), "{summary}");
    assert_eq!(run("", "--only stale --fail-on warning").0, Some(0));
    assert_eq!(run("nowhere", ""), (Some(2), String::new(), String::new()));
}

#[test]
fn the_hook_stops_a_commit_and_lets_old_debt_pass() {
    let folder = repository();
    let hooks = read(".pre-commit-hooks.yaml");
    let entry = hooks.lines().find_map(|line| line.trim().strip_prefix("entry: "));
    let entry = entry.expect("the hook runs something");
    let status = || shell(folder.path(), entry, &[]).status.code();
    assert_eq!(status(), Some(0));
    assert!(shell(folder.path(), "git add .", &[]).status.success());
    assert_eq!(status(), Some(1));
    fs::remove_dir_all(folder.path().join(".git")).expect("is there");
    assert_eq!(status(), Some(2));
}

#[test]
fn the_template_leaves_a_report_and_fails_as_check_does() {
    let folder = repository();
    let template = read("docs/templates/gitlab.yml");
    let script = template.split("    - |\n").nth(1).expect("there is a script");
    let lines = script.lines().take_while(|line| line.starts_with("      "));
    let script: String = lines.map(|line| format!("{}\n", line.trim())).collect();
    let link = "mkdir -p .tolmach/bin && ln -sf \"$(command -v tolmach)\" .tolmach/bin/tolmach\n";
    let script = format!("{link}{script}");
    let run = |base: &str| {
        let output = shell(folder.path(), &script, &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)]);
        let path = folder.path().join("gl-code-quality-report.json");
        (output.status.code(), fs::read_to_string(path).unwrap_or_default())
    };
    let (status, report) = run("base");
    assert_eq!(status, Some(1));
    assert!(report.contains("articles/new/ru.md") && !report.contains("old"), "{report}");
    assert!(run("").1.contains("articles/old/ru.md"));
}

/// The folder that the first stage of the image builds in.
fn stage(dockerfile: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let ignored = read(".dockerignore");
    for line in dockerfile.lines().take_while(|line| !line.starts_with("FROM scratch")) {
        let Some(names) = line.strip_prefix("COPY ") else { continue };
        let names: Vec<&str> = names.split(' ').collect();
        let (to, from) = names.split_last().expect("something is copied");
        for name in from {
            let top = name.split('/').next().unwrap_or_default();
            let is_sent = ignored.lines().any(|line| match line.strip_prefix("!/") {
                Some("Cargo.*") => top.starts_with("Cargo."),
                kept => kept == Some(top),
            });
            assert!(is_sent, "{name} stays behind");
            let call = format!("mkdir -p '{to}' && cp -R \"$ROOT/{name}\" '{to}/'");
            let call = if name == to { format!("cp -R \"$ROOT/{name}\" .") } else { call };
            let copied = shell(folder.path(), &call, &[("ROOT", env!("CARGO_MANIFEST_DIR"))]);
            assert!(copied.status.success(), "{call}");
        }
    }
    folder
}

#[test]
fn the_image_is_built_from_a_whole_package() {
    let folder = stage(&read("Dockerfile"));
    let cargo = env!("CARGO");
    let call = format!("'{cargo}' metadata --offline --no-deps --format-version 1");
    let output = shell(folder.path(), &call, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_image_starts_the_program_in_the_folder_given() {
    if Command::new("buildah").arg("--version").output().is_err() {
        skipped::skip("buildah");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    let dockerfile = read("Dockerfile");
    let last =
        dockerfile.split("FROM scratch").nth(1).expect("the last stage is empty but for this");
    let last = last.replace("--from=build /tolmach/target/release/tolmach", "tolmach");
    write(folder.path(), "Dockerfile", &format!("FROM scratch{last}"));
    write(folder.path(), "tolmach", "stands for the program");
    let store = "--storage-driver vfs --root \"$PWD/store\" --runroot \"$PWD/run\"";
    let build = format!("buildah {store} bud --isolation chroot -t tolmach .");
    let made = shell(folder.path(), &build, &[]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let asked = "{{.OCIv1.Config.Entrypoint}} {{.OCIv1.Config.WorkingDir}}";
    let inspect = format!("buildah {store} inspect --type image --format '{asked}' tolmach");
    let found = shell(folder.path(), &inspect, &[]);
    assert_eq!(String::from_utf8_lossy(&found.stdout).trim(), "[/tolmach] /work");
}

#[test]
fn the_debian_package_has_what_its_list_names() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let manifest: String = read("Cargo.toml");
    let assets = manifest.split("assets = [").nth(1).expect("files are listed");
    let assets = assets.split("\n]").next().expect("the list ends");
    let script = read(".ci/deb");
    // The lines between the build and the packing, with this program and this folder.
    let steps: Vec<&str> = script
        .lines()
        .skip_while(|line| !line.starts_with("mkdir"))
        .take_while(|line| !line.starts_with("cargo deb"))
        .collect();
    let steps = steps.join("\n").replace("target/release/tolmach", env!("CARGO_BIN_EXE_tolmach"));
    let made = shell(folder.path(), &steps, &[]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    for line in assets.lines().filter_map(|line| line.trim().strip_prefix("[\"")) {
        let name = line.split('"').next().unwrap_or_default();
        let (inside, at_root) = (folder.path().join(name), Path::new(env!("CARGO_MANIFEST_DIR")));
        let is_there = match name.rsplit_once('*') {
            Some((before, _)) => {
                let folder = folder.path().join(before);
                fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
            }
            None if name == "target/release/tolmach" => true,
            None => inside.exists() || at_root.join(name).exists(),
        };
        assert!(is_there, "{name}");
    }
}
