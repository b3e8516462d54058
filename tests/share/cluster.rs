//! A PostgreSQL server on a socket in a folder of its own, which ends with the test.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running server.
pub struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
    is_running: bool,
}

impl Cluster {
    /// A new server; nothing, with a word about it, where PostgreSQL is missing.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            let is_required = env::var("TOLMACH_TEST_TOOLS").is_ok_and(|tools| tools == "required");
            assert!(!is_required, "no PostgreSQL");
            writeln!(std::io::stderr(), "skipped: PostgreSQL is missing")
                .expect("a test may write");
            return None;
        };
        let mut cluster = Self::empty(programs);
        cluster.run("initdb", &["-D", "DATA", "-A", "trust", "-U", "postgres", "--no-sync"]);
        cluster.serve();
        Some(cluster)
    }

    fn empty(programs: PathBuf) -> Self {
        // Names of sockets must be short, so not below the build's folder.
        let folder = tempfile::Builder::new()
            .prefix("pg")
            .tempdir_in("/tmp")
            .expect("a folder for the server");
        if is_root() {
            let owned = Command::new("chown").arg("postgres").arg(folder.path()).status();
            assert!(owned.expect("chown starts").success());
        }
        Self { folder, programs, is_running: false }
    }

    fn serve(&mut self) {
        let socket = self.folder.path().display().to_string();
        let options =
            format!("-k {socket} -c listen_addresses='' -c fsync=off -c max_connections=30");
        self.run("pg_ctl", &["-D", "DATA", "-o", &options, "-l", "LOG", "-w", "-t", "60", "start"]);
        self.is_running = true;
    }

    /// A second server that follows this one.
    pub fn replica(&self) -> Self {
        let mut replica = Self::empty(self.programs.clone());
        let from = self.folder.path().display().to_string();
        replica.run(
            "pg_basebackup",
            &["-h", &from, "-U", "postgres", "-D", "DATA", "-R", "--no-sync", "-c", "fast"],
        );
        replica.serve();
        replica
    }

    /// Makes a server that followed another one the one to write to.
    pub fn promote(&mut self) {
        self.run("pg_ctl", &["-D", "DATA", "-w", "promote"]);
        for setting in ["synchronous_standby_names", "synchronous_commit"] {
            self.sql("postgres", &format!("alter system reset {setting}"));
        }
        self.sql("postgres", "select pg_reload_conf()");
    }

    /// Ends it in order.
    pub fn stop(&mut self) {
        self.run("pg_ctl", &["-D", "DATA", "-m", "fast", "-w", "stop"]);
        self.is_running = false;
    }

    /// Ends it as a power cut does.
    pub fn kill(&mut self) {
        let pid =
            fs::read_to_string(self.data().join("postmaster.pid")).expect("a file with the number");
        let pid = pid.lines().next().expect("the number").to_owned();
        let killed = Command::new("kill").args(["-9", &pid]).status();
        assert!(killed.expect("kill starts").success());
        self.is_running = false;
    }

    /// The address for a role.
    pub fn address(&self, role: &str) -> String {
        let socket = self.folder.path().display().to_string().replace('/', "%2F");
        format!("postgres://{role}:secret@{socket}/postgres")
    }

    /// What a statement gives; it must succeed.
    pub fn sql(&self, role: &str, statement: &str) -> String {
        self.try_sql(role, statement).unwrap_or_else(|told| panic!("{statement}: {told}"))
    }

    /// A statement whose answer nobody needs.
    pub fn sql_quietly(&self, statement: &str) {
        self.sql("postgres", statement);
    }

    /// What a statement gives, or what the server says.
    pub fn try_sql(&self, role: &str, statement: &str) -> Result<String, String> {
        let output = self.psql(role, statement).output().expect("psql starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
    }

    /// The same beside what follows.
    pub fn sql_aside(&self, role: &str, statement: &str) -> Child {
        self.psql(role, statement).stdout(Stdio::piped()).spawn().expect("psql starts")
    }

    /// A statement that reads this text.
    pub fn feed(&self, statement: &str, text: &str) {
        let mut child =
            self.psql("postgres", statement).stdin(Stdio::piped()).spawn().expect("psql starts");
        child.stdin.take().expect("an input").write_all(text.as_bytes()).expect("psql reads");
        assert!(child.wait().expect("psql ends").success());
    }

    fn psql(&self, role: &str, statement: &str) -> Command {
        let mut psql = Command::new("psql");
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", role, "-h"]);
        psql.arg(self.folder.path()).args(["-d", "postgres", "-c", statement]);
        psql
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a program of the server as the user that may; DATA and LOG stand for the folder and the log.
    fn run(&self, program: &str, arguments: &[&str]) {
        let path = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        for argument in arguments {
            match *argument {
                "DATA" => command.arg(self.data()),
                "LOG" => command.arg(self.folder.path().join("log")),
                other => command.arg(other),
            };
        }
        let output = command
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let log = || fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        assert!(
            output.expect("a program of PostgreSQL starts").success(),
            "{program} {arguments:?}: {}",
            log()
        );
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.is_running && !std::thread::panicking() {
            self.stop();
        } else if self.is_running {
            self.kill();
        }
    }
}

fn is_root() -> bool {
    env::var("USER").is_ok_and(|user| user == "root") || Path::new("/root").read_dir().is_ok()
}

/// The folder of the server's programs.
fn programs() -> Option<PathBuf> {
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = installed.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
}
