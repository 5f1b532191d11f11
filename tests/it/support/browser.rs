//! Headless Chromium, driven through ChromeDriver as WebDriver (<https://www.w3.org/TR/webdriver2/>) has it.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;

use reqwest::Client;
use serde_json::{Value, json};

/// Nothing asks the network for anything, and nothing of a former run is found.
const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--force-prefers-reduced-motion",
    "--hide-scrollbars",
];
/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with one window. [`Browser::quits`] ends it; the driver dies with this value.
pub(crate) struct Browser {
    http: Client,
    session: String,
    _driver: Program,
    _folder: tempfile::TempDir,
}

impl Browser {
    /// A browser, or `None` where Chromium or its driver is not installed, which CI does not accept.
    pub(crate) async fn opens() -> Option<Self> {
        let (Some(chromium), Some(driver)) = (program("chromium"), program("chromedriver")) else {
            assert!(
                std::env::var_os("CI").is_none(),
                "CI must have Chromium and ChromeDriver (Debian: chromium, chromium-driver)"
            );
            eprintln!(
                "not run: no Chromium with ChromeDriver found (Debian: chromium, chromium-driver)"
            );
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(driver);
        // Whatever else Chromium writes goes where it is thrown away.
        command.arg("--port=0").env("HOME", folder.path());
        let (driver, line) = Program::start(command, "successfully on port").await;
        let port = line.trim_end_matches('.').rsplit(' ').next();
        let port = port.expect("a port");
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ));
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "timeouts": { "script": 20_000, "pageLoad": 20_000 },
            "goog:chromeOptions": { "binary": chromium, "args": flags },
        }}});
        let http = Client::builder()
            .timeout(Duration::from_secs(40))
            .no_proxy()
            .build()
            .expect("a client");
        let base = format!("http://127.0.0.1:{port}/session");
        let answer = ask(http.post(&base).json(&wish)).await;
        let id = answer["sessionId"].as_str().expect("a session");
        Some(Self {
            http,
            session: format!("{base}/{id}"),
            _driver: driver,
            _folder: folder,
        })
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        ask(self
            .http
            .post(format!("{}/{path}", self.session))
            .json(&body))
        .await
    }

    /// Makes the page so large, in CSS pixels. A window cannot be as narrow as a phone.
    pub(crate) async fn is_sized(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": size });
        self.post("goog/cdp/execute", command).await;
    }

    /// Opens a page.
    pub(crate) async fn goes(&self, url: &str) {
        self.post("url", json!({ "url": url })).await;
    }

    /// Runs a function's body in the page and gives what it returns; a promise is waited for.
    pub(crate) async fn runs(&self, script: &str) -> Value {
        self.post("execute/sync", json!({ "script": script, "args": [] }))
            .await
    }

    /// Waits until an XPath finds something that can be seen; after 20 seconds the test has failed.
    pub(crate) async fn sees(&self, xpath: &str) {
        let script = "const [path] = arguments;
            const found = () => {
                const node = document.evaluate(path, document, null, 9, null).singleNodeValue;
                return node !== null && node.checkVisibility();
            };
            return new Promise(done => {
                const look = () => { if (found()) { watch.disconnect(); clearTimeout(late); done(''); } };
                const watch = new MutationObserver(look);
                const late = setTimeout(() => done(document.body.innerText), 19000);
                watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
                look();
            });";
        let body = json!({ "script": script, "args": [xpath] });
        let shown = self.post("execute/sync", body).await;
        assert_eq!(shown, "", "the page does not show {xpath}");
    }

    async fn element(&self, xpath: &str) -> String {
        self.sees(xpath).await;
        let found = self
            .post("element", json!({ "using": "xpath", "value": xpath }))
            .await;
        found[ELEMENT].as_str().expect("an element").to_owned()
    }

    /// Clicks where a hand would.
    pub(crate) async fn clicks(&self, xpath: &str) {
        let element = self.element(xpath).await;
        self.post(&format!("element/{element}/click"), json!({}))
            .await;
    }

    /// Types into a field, a key at a time.
    pub(crate) async fn types(&self, xpath: &str, text: &str) {
        let element = self.element(xpath).await;
        self.post(&format!("element/{element}/value"), json!({ "text": text }))
            .await;
    }

    /// What the window shows, as PNG in base64.
    pub(crate) async fn picture(&self) -> String {
        let answer = ask(self.http.get(format!("{}/screenshot", self.session))).await;
        answer.as_str().expect("a picture").to_owned()
    }

    /// Ends Chromium.
    pub(crate) async fn quits(self) {
        ask(self.http.delete(&self.session)).await;
    }
}

/// The value of WebDriver's answer; what it calls an error is one.
async fn ask(request: reqwest::RequestBuilder) -> Value {
    let answer = request.send().await.expect("ChromeDriver");
    let good = answer.status().is_success();
    let mut body: Value = answer.json().await.expect("JSON");
    assert!(good, "{}", body["value"]["message"]);
    body["value"].take()
}

fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/bin")])
        .map(|folder| folder.join(name))
        .find(|file| Path::is_file(file))
}

/// A program that is told to end when this value goes, and waited for.
pub(crate) struct Program {
    child: Child,
    /// Kept open: a program whose output nobody takes would die of it.
    _output: BufReader<ChildStdout>,
}

impl Program {
    /// Starts it and waits for the line of its output that has these words in it.
    pub(crate) async fn start(mut command: Command, words: &'static str) -> (Self, String) {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a program that starts");
        let output = child.stdout.take().expect("its output");
        let read = tokio::task::spawn_blocking(move || {
            let mut output = BufReader::new(output);
            let line = output
                .by_ref()
                .lines()
                .map_while(Result::ok)
                .find(|line| line.contains(words));
            (output, line)
        });
        let read = tokio::time::timeout(Duration::from_secs(20), read).await;
        let Ok(Ok((output, Some(line)))) = read else {
            let _ = child.kill();
            let _ = child.wait();
            panic!("{command:?} did not say {words:?}");
        };
        let program = Self {
            child,
            _output: output,
        };
        (program, line)
    }

    /// What Ctrl-C does; its status once it has ended.
    pub(crate) async fn interrupt(mut self) -> ExitStatus {
        let told = Command::new("kill")
            .args(["-INT", &self.child.id().to_string()])
            .status();
        assert!(told.expect("kill").success());
        let ended = tokio::task::spawn_blocking(move || self.child.wait());
        let ended = tokio::time::timeout(Duration::from_secs(10), ended).await;
        let ended = ended.expect("an end in time").expect("a wait");
        ended.expect("a status")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // One that has ended already cannot be told again.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
