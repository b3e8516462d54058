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
    /// The folder of the socket, where it isn't the own one.
    socket: Option<PathBuf>,
    /// More settings.
    settings: String,
}

impl Cluster {
    /// A new server; nothing, with a word about it, where PostgreSQL is missing.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            let is_required = env::var("TOLMACH_TEST_TOOLS").is_ok_and(|tools| tools == "required");
            assert!(!is_required, "no PostgreSQL");
            skipped("PostgreSQL");
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
        Self { folder, programs, is_running: false, socket: None, settings: String::new() }
    }

    fn serve(&mut self) {
        let socket = self.socket().display().to_string();
        let options = format!(
            "-k {socket} -c listen_addresses='' -c fsync=off -c max_connections=30 {}",
            self.settings
        );
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

    /// Begins anew with these settings besides.
    pub fn restart(&mut self, settings: &str) {
        settings.clone_into(&mut self.settings);
        if self.is_running {
            self.stop();
        }
        self.serve();
    }

    /// Makes a server that followed another one answer where that did.
    pub fn answer_for(&mut self, other: &Self) {
        self.socket = Some(other.folder.path().to_owned());
        _ = fs::remove_file(other.folder.path().join(".s.PGSQL.5432.lock"));
        self.restart("");
    }

    /// Where the socket is.
    pub fn socket(&self) -> &Path {
        self.socket.as_deref().unwrap_or(self.folder.path())
    }

    /// A file for the server alone.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("a new file");
        give(&path);
        path
    }

    /// Starts a program as the user who runs the server.
    pub fn aside(&self, program: &Path, arguments: &[&str]) -> Child {
        let mut command = self.command(program);
        command.args(arguments).current_dir("/").stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a program starts")
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
        Self::kill_number(&self.pid());
        self.was_killed();
    }

    /// The number of its process.
    pub fn pid(&self) -> String {
        let pid =
            fs::read_to_string(self.data().join("postmaster.pid")).expect("a file with the number");
        pid.lines().next().expect("the number").to_owned()
    }

    /// Ends the process with this number, without a chance to tidy up.
    pub fn kill_number(pid: &str) {
        let killed = Command::new("kill").args(["-9", pid]).status();
        assert!(killed.expect("kill starts").success());
    }

    /// Notes that the process is gone.
    pub fn was_killed(&mut self) {
        self.is_running = false;
    }

    /// Waits until it knows all that another one does.
    pub fn wait_for(&self, primary: &Self) {
        let place = primary.sql("postgres", "select pg_current_wal_lsn()");
        let query = format!("select pg_last_wal_replay_lsn() >= '{}'", place.trim());
        for _ in 0..300 {
            if self.sql("postgres", &query).trim() == "t" {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("the replica doesn't follow");
    }

    /// The address for a role.
    pub fn address(&self, role: &str) -> String {
        let socket = self.socket().display().to_string().replace('/', "%2F");
        format!("postgres://{role}:secret@{socket}/postgres")
    }

    /// What a statement gives; it must succeed.
    pub fn sql(&self, role: &str, statement: &str) -> String {
        self.try_sql(role, statement).unwrap_or_else(|told| panic!("{statement}: {told}"))
    }

    /// What a statement gives over an encrypted connection to this port.
    pub fn sql_at(&self, port: u16, role: &str, statement: &str) -> String {
        let mut psql = self.psql(role, statement);
        psql.args(["-h", "localhost", "-p", &port.to_string()]).env("PGSSLMODE", "require");
        String::from_utf8_lossy(&psql.output().expect("psql starts").stdout).into_owned()
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

    /// Everything that a statement brings to light, be it refused or not.
    pub fn all_that_shows(&self, role: &str, statement: &str) -> String {
        let output = self.psql(role, statement).output().expect("psql starts");
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
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
        psql.arg(self.socket()).args(["-d", "postgres", "-c", statement]);
        psql
    }

    #[expect(clippy::unused_self, reason = "who starts a program is a server's business")]
    fn command(&self, path: &Path) -> Command {
        if !is_root() {
            return Command::new(path);
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
        command
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a program of the server as the user that may; DATA and LOG stand for the folder and the log.
    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = self.command(&self.programs.join(program));
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

/// Says that a test was left out for want of a program.
pub fn skipped(program: &str) {
    writeln!(std::io::stderr(), "skipped: {program} is missing").expect("a test may write");
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

/// Makes a file the server's own.
pub fn give(path: &Path) {
    let private = Command::new("chmod").arg("600").arg(path).status();
    assert!(private.expect("chmod starts").success());
    if is_root() {
        let owned = Command::new("chown").arg("postgres").arg(path).status();
        assert!(owned.expect("chown starts").success());
    }
}
