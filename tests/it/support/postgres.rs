//! A throwaway PostgreSQL server for this test process, wherever its programs are found.

use std::io::Write;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{Connection, PgConnection};

/// A running server. It ends with this process, however that ends: its keeper waits for our pipe.
pub(crate) struct Server {
    folder: PathBuf,
    pub(crate) keeper: Child,
}

static SERVER: OnceLock<Option<Server>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);
static SERVERS: AtomicU32 = AtomicU32::new(0);

/// The URL of a new, empty database; `None` where PostgreSQL is not installed, which CI does not
/// accept.
pub(crate) async fn database() -> Option<String> {
    let server = SERVER.get_or_init(start).as_ref()?;
    let name = format!("t{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut admin = connect(server).await;
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&mut admin)
        .await
        .expect("a new database");
    Some(url(server, &name))
}

/// Waits until the server takes connections.
pub(crate) async fn connect(server: &Server) -> PgConnection {
    for _ in 0..600 {
        if let Ok(connection) = PgConnection::connect(&url(server, "postgres")).await {
            return connection;
        }
        duban::clock::rest(std::time::Duration::from_millis(50)).await;
    }
    panic!(
        "PostgreSQL did not start within 30 seconds, see {}/log of process {}",
        server.folder.display(),
        server.keeper.id()
    );
}

pub(crate) fn url(server: &Server, name: &str) -> String {
    format!(
        "postgres://postgres@localhost/{name}?host={}",
        server.folder.display()
    )
}

pub(crate) fn start() -> Option<Server> {
    let Some(programs) = programs() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI must have PostgreSQL's initdb and postgres"
        );
        // Not by `eprintln!`, which a test that passes keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "PostgreSQL's programs were not found: its half of the tests did not run"
        );
        return None;
    };
    let number = SERVERS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("duban-pg-{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for PostgreSQL");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).expect("its rights");
    let owner = unprivileged();
    if let Some(owner) = owner {
        chown(&folder, Some(owner), Some(owner)).expect("its owner");
    }
    let script = format!(
        "exec >{folder}/log 2>&1
         {programs}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --locale=C --no-sync || exit 1
         run() {{
           {programs}/postgres -D {folder}/data -k {folder} -c listen_addresses= -c fsync=off \
             -c full_page_writes=off -c max_connections=300 &
           server=$!
         }}
         run
         while read -r order; do
           case $order in
             stop) kill -INT $server; wait $server ;;
             start) run ;;
           esac
         done
         kill -INT $server; wait $server
         rm -rf {folder}",
        folder = folder.display(),
        programs = programs.display(),
    );
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(script)
        .stdin(Stdio::piped())
        .current_dir("/");
    // A Ctrl-C at the terminal is for the tests; the keeper ends the server when they are gone.
    command.process_group(0);
    if let Some(owner) = owner {
        command.uid(owner).gid(owner);
    }
    let keeper = command.spawn().expect("a keeper for PostgreSQL");
    Some(Server { folder, keeper })
}

/// Where initdb and postgres are: on the path, or where Debian puts them.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut folders: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(folders)
        .find(|folder| has(folder, "initdb") && has(folder, "postgres"))
}

fn has(folder: &Path, program: &str) -> bool {
    folder.join(program).is_file()
}

/// PostgreSQL refuses to run as root: then it runs as its own user, or as nobody.
fn unprivileged() -> Option<u32> {
    let root = std::fs::metadata("/proc/self")
        .is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
    if !root {
        return None;
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    ["postgres", "nobody"].iter().find_map(|name| {
        let line = users
            .lines()
            .find(|line| line.split(':').next() == Some(name))?;
        line.split(':').nth(2)?.parse().ok()
    })
}
