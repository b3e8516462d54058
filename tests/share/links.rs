//! Connections: encrypted ones, and those through a pooler.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::cluster::give;
use super::server;
use super::site::Site;

/// A certificate for a name, signed by itself, with its key.
fn certificate(folder: &Path, name: &str) -> [PathBuf; 2] {
    let paths = [folder.join(format!("{name}.pem")), folder.join(format!("{name}.key"))];
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"])
        .args(["-nodes", "-days", "30", "-subj"])
        .arg(format!("/CN={name}"))
        .arg("-addext")
        .arg(format!("subjectAltName=DNS:{name}"))
        .arg("-out")
        .arg(&paths[0])
        .arg("-keyout")
        .arg(&paths[1])
        .stderr(Stdio::null())
        .status();
    assert!(made.expect("openssl starts").success());
    for path in &paths {
        give(path);
    }
    paths
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// Lets others read what they are to trust.
fn show_to_all(paths: [&str; 2]) {
    let shown = Command::new("chmod").arg("644").args(paths).status();
    assert!(shown.expect("chmod starts").success());
}

#[test]
fn a_connection_is_encrypted_as_the_address_demands() {
    let Some(mut cluster) = server() else { return };
    let folder = cluster.socket().to_owned();
    let [known, key] = certificate(&folder, "localhost");
    let [strange, _] = certificate(&folder, "other.example");
    let port = free_port();
    let listening = format!("-c listen_addresses=localhost -c port={port}");
    let address = |parameters: &str| {
        format!("postgres://vesti@localhost:{port}/postgres?{parameters}&application_name=probe")
    };
    let told = |parameters: &str| {
        let site = Site::new("vesti", &address(parameters));
        site.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
        site.try_run(&["memory", "push"])
    };
    // A server without encryption doesn't get what was meant to be encrypted.
    cluster.restart(&listening);
    assert_eq!(told("sslmode=prefer").0, 0);
    let (code, refused) = told("sslmode=require");
    assert!(code == 2 && refused.contains("TLS"), "{refused}");
    let file = |path: &Path| path.display().to_string();
    cluster.restart(&format!(
        "{listening} -c ssl=on -c ssl_cert_file={} -c ssl_key_file={}",
        file(&known),
        file(&key)
    ));
    let [known, strange] = [known, strange].map(|path| file(&path));
    show_to_all([known.as_str(), strange.as_str()]);
    for fine in [
        "sslmode=prefer".to_owned(),
        "sslmode=require".to_owned(),
        format!("sslmode=verify-ca&sslrootcert={known}"),
        format!("sslmode=verify-full&sslrootcert={known}"),
        format!("sslmode=require&sslrootcert={known}"),
    ] {
        let (code, said) = told(&fine);
        assert_eq!(code, 0, "{fine}: {said}");
    }
    for wrong in [
        "sslmode=verify-full".to_owned(),
        format!("sslmode=verify-full&sslrootcert={strange}"),
        format!("sslmode=require&sslrootcert={strange}"),
        "sslmode=verify-full&sslrootcert=/nowhere.pem".to_owned(),
        "sslmode=verify".to_owned(),
    ] {
        let (code, said) = told(&wrong);
        assert_eq!(code, 2, "{wrong}: {said}");
    }
    let by_number =
        format!("postgres://vesti@127.0.0.1:{port}/postgres?sslrootcert={known}&sslmode=");
    let push =
        |mode: &str| Site::new("vesti", &format!("{by_number}{mode}")).try_run(&["memory", "push"]);
    assert_eq!(push("verify-ca").0, 0);
    let (code, said) = push("verify-full");
    assert!(code == 2 && said.contains("certificate"), "{said}");
    // The server itself takes nothing that isn't encrypted from the program.
    let data = cluster.sql_at(port, "postgres", "show hba_file");
    let rules = "local all all trust\nhostssl all all all trust\n";
    fs::write(data.trim(), rules).expect("a file of the server");
    cluster.sql_at(port, "postgres", "select pg_reload_conf()");
    assert_eq!(told("sslmode=require").0, 0);
    assert_eq!(told("sslmode=disable").0, 2);
}

/// A pooler that ends with the test.
struct Pooler(Child);

impl Drop for Pooler {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[test]
fn a_pooler_may_give_each_transaction_another_connection() {
    let Some(cluster) = server() else { return };
    let program = Path::new("/usr/sbin/pgbouncer");
    if !program.is_file() {
        let is_required =
            std::env::var("TOLMACH_TEST_TOOLS").is_ok_and(|tools| tools == "required");
        assert!(!is_required, "no pgbouncer");
        super::cluster::skipped("pgbouncer");
        return;
    }
    let socket = cluster.socket().display().to_string();
    let users = cluster.write("users", "\"vesti\" \"\"\n\"mayak\" \"\"\n");
    let settings = format!(
        "[databases]\npostgres = host={socket}\n[pgbouncer]\npool_mode = transaction\n\
        default_pool_size = 2\nlisten_addr =\nlisten_port = 6432\nunix_socket_dir = {socket}\n\
        auth_type = trust\nauth_file = {}\n",
        users.display()
    );
    let settings = cluster.write("pgbouncer.ini", &settings);
    let _pooler = Pooler(cluster.aside(program, &["-q", &settings.display().to_string()]));
    for _ in 0..100 {
        if Path::new(&socket).join(".s.PGSQL.6432").exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let pooled = |role: &str| cluster.address(role).replace("/postgres", ":6432/postgres");
    let (one, two) = (Site::new("vesti", &pooled("vesti")), Site::new("mayak", &pooled("mayak")));
    for number in 0..4 {
        let (source, target) = (
            format!("Поезд номер {number} опоздал.\n"),
            format!("Train number {number} was late.\n"),
        );
        one.write(&format!("a{number}"), &source, &target);
        assert!(one.run(&["memory", "push"]).contains(": 1 new pair of"));
        assert!(two.run(&["memory", "pull"]).contains(": 1 new pair"));
        let found = two.run(&["memory", "search", "--server", source.trim()]);
        assert!(found.contains(target.trim()), "{found}");
    }
    // Several at once.
    let sites: Vec<Site> =
        (0..6).map(|number| Site::new(&format!("s{number}"), &pooled("vesti"))).collect();
    std::thread::scope(|scope| {
        for site in &sites {
            scope.spawn(|| {
                site.write("a", "Вход свободный.\n", "Admission is free.\n");
                assert!(site.run(&["memory", "push"]).contains(": 1 new pair of 1"));
            });
        }
    });
    assert!(two.run(&["memory", "pull"]).contains(": 6 new pairs"));
}
