//! Every command on a shop, each beside the sqlite3 shell where that can do the same.

use std::cell::Cell;
use std::fs;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::child::{Call, Cost, is_installed};
use super::shop::{Shop, remove};
use super::table::{Budget, Figures, Peer, Table, percentile};

/// A command is repeated until it has taken so long in all, with its peer in turn.
const ENOUGH: Duration = Duration::from_secs(4);
/// Fewest and most repetitions.
const RUNS: (usize, usize) = (3, 15);
/// Below so many milliseconds of processor time instructions are counted too, because a time is noise.
const SHORT: f64 = 20.0;
/// Most deliveries that are imported.
const IMPORTED: usize = 200_000;

/// A list or an export may hold so much, whatever its format.
const LIST: &[Budget] = &[Budget::Megabytes(40.0)];
const EXPORT: &[Budget] = &[Budget::Wall(1.0), Budget::Megabytes(15.0)];
const WRITE: &[Budget] = &[Budget::Wall(1.3)];
const START: &[Budget] = &[Budget::Cpu(1.25)];
const IMPORT: &[Budget] = &[Budget::Cpu(3.0), Budget::Megabytes(64.0)];

/// What measures the commands on one shop.
pub struct Commands<'a> {
    shop: &'a Shop,
    /// Index of the shop in the table.
    size: usize,
    /// Folder for files that are written.
    folder: &'a Path,
    has_peer: bool,
    table: &'a mut Table,
    /// Number of commands run so far, for names that are new each time.
    count: Cell<usize>,
}

impl<'a> Commands<'a> {
    /// Prepares to measure the commands on a shop.
    pub fn new(shop: &'a Shop, size: usize, folder: &'a Path, table: &'a mut Table) -> Self {
        let has_peer = is_installed("sqlite3");
        Self { shop, size, folder, has_peer, table, count: Cell::new(0) }
    }

    /// Measures everything, and records it in the table.
    pub fn run(&mut self) {
        self.start();
        self.lists();
        self.exports();
        self.reports();
        self.money();
        self.writes();
        self.files();
        self.imports();
    }

    /// Returns the day on which the history of the shop ends.
    pub fn day(&self) -> String {
        self.shop.day.clone()
    }

    /// Returns the file of the shop.
    pub fn file(&self) -> PathBuf {
        self.shop.file.clone()
    }

    /// Returns a fresh copy of the shop.
    pub fn copy(&self, name: &str) -> PathBuf {
        self.shop.copy(self.folder, name)
    }

    fn start(&mut self) {
        let memory = PathBuf::from(":memory:");
        let select = Call::sqlite(&memory, &["select 1"]);
        for (name, words) in [
            ("--version", &["--version"] as &[&str]),
            ("--help", &["--lang", "en", "--help"]),
            ("--help in Chinese", &["--lang", "zh-CN", "--help"]),
        ] {
            self.pair(name, START, |_| Call::ricejar_alone(words), Some(&|_| select.clone()));
        }
        self.one("product list", &[], &["product", "list"], None);
        self.one("customer list wyq", &[], &["customer", "list", "wyq"], None);
        let day = &self.shop.day;
        let bare = format!(
            "SELECT c.code, c.name, c.area, f.likely, f.level FROM forecast f JOIN customer c ON c.id = f.customer_id \
             WHERE f.latest <= '{day}' AND c.left_on IS NULL ORDER BY c.area, c.code_key; \
             SELECT c.code, c.name, d.id FROM delivery d JOIN customer c ON c.id = d.customer_id \
             WHERE d.stage = 'planned' AND d.planned_for <= '{day}' ORDER BY d.planned_for, d.id; \
             SELECT c.code, c.name, s.balance, s.oldest_due FROM standing s JOIN customer c ON c.id = s.customer_id \
             WHERE s.oldest_due <= '{day}' ORDER BY s.oldest_due, s.customer_id; \
             SELECT c.code, c.name, u.text, u.due_on FROM follow_up u JOIN customer c ON c.id = u.customer_id \
             WHERE u.stage = 'open' AND u.due_on <= '{day}' ORDER BY u.due_on, u.id"
        );
        self.one(
            "today --format csv",
            &[Budget::Wall(2.0)],
            &["today", "--format", "csv"],
            Some((".mode csv", &bare)),
        );
    }

    fn lists(&mut self) {
        for (words, table) in [
            ("customer list", "customer"),
            ("jar list", "jar"),
            ("delivery list", "delivery_line"),
            ("tab list", "standing"),
            ("follow-up list", "follow_up"),
            ("contact list", "contact"),
            ("journal", "action"),
        ] {
            let select = format!("SELECT * FROM {table}");
            for format in ["csv", "table"] {
                let mut all: Vec<&str> = words.split(' ').collect();
                all.extend(["--format", format]);
                let peer = (format == "csv").then_some((".mode csv", select.as_str()));
                self.one(&format!("{words} --format {format}"), LIST, &all, peer);
            }
        }
    }

    fn exports(&mut self) {
        for (table, select) in [
            ("customers", "SELECT * FROM customer ORDER BY id"),
            ("jars", "SELECT * FROM jar ORDER BY id"),
            (
                "deliveries",
                "SELECT d.*, (SELECT group_concat(l.product_id || '=' || l.planned || '/' || l.delivered || '@' || \
                 l.price, ';') FROM delivery_line l WHERE l.delivery_id = d.id) FROM delivery d ORDER BY d.id",
            ),
            ("readings", "SELECT * FROM reading ORDER BY id"),
            ("entries", "SELECT * FROM entry ORDER BY id"),
        ] {
            self.one(
                &format!("export {table}"),
                EXPORT,
                &["export", table],
                Some((".mode csv", select)),
            );
        }
        self.one(
            "export customers --format table",
            LIST,
            &["export", "customers", "--format", "table"],
            None,
        );
    }

    fn reports(&mut self) {
        self.one("delivery propose --to +90", LIST, &["delivery", "propose", "--to", "+90"], None);
        self.one("report buying", LIST, &["report", "buying"], None);
        // The peer adds up the lines; the notebook has the sums of the days.
        let bare = "SELECT substr(d.day, 1, 7) AS month, l.product_id, sum(l.delivered), \
                    sum(l.delivered * l.price / 1000) FROM delivery d JOIN delivery_line l ON l.delivery_id = d.id \
                    WHERE d.stage = 'done' GROUP BY 1, 2";
        self.one(
            "report sales of all years by month",
            LIST,
            &["report", "sales", "--from", "1990-01-01", "--format", "csv"],
            Some((".mode csv", bare)),
        );
        self.one(
            "report accuracy --format csv",
            LIST,
            &["report", "accuracy", "--format", "csv"],
            None,
        );
        self.one("check", &[], &["check"], Some(("", "PRAGMA integrity_check")));
    }

    fn writes(&mut self) {
        let ours = self.shop.copy(self.folder, "written.ricejar");
        let plain = self.folder.join("written.db");
        remove(&plain);
        fs::copy(&self.shop.plain, &plain).unwrap();
        let day = self.shop.day.clone();
        let insert = |statement: &str| {
            Call::sqlite(
                &plain,
                &["PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", statement],
            )
        };
        let charge = format!(
            "INSERT INTO entry (customer_id, day, kind, amount, method, note) VALUES (7, '{day}', 'charge', 100, '', '')"
        );
        self.pair(
            "tab charge",
            WRITE,
            |_| Call::ricejar(&ours, &day, &["tab", "charge", "#7", "1", "--over-limit"]),
            Some(&|_| insert(&charge)),
        );
        self.pair(
            "customer add",
            WRITE,
            |run| Call::ricejar(&ours, &day, &["customer", "add", &format!("Nobody {run}"), "--phone", &format!("0999 {run:06}")]),
            Some(&|run| {
                insert(&format!(
                    "INSERT INTO customer (code, code_key, name, name_key, kind, phones, area, address, door_note, adults, \
                     children, elders, payday, weekdays, tags, channel, consent, note, joined_on, left_reason) VALUES \
                     ('N{run}', 'n{run}', 'Nobody', 'nobody', 'household', '0999', '', '', '', 1, 0, 0, '', 0, '', 'visit', \
                     'unknown', '', '{day}', '')"
                ))
            }),
        );
        self.pair("undo", WRITE, |_| Call::ricejar(&ours, &day, &["undo"]), None);
        self.pair("jar learn", &[], |_| Call::ricejar(&ours, &day, &["jar", "learn"]), None);
        remove(&ours);
        remove(&plain);
    }

    fn files(&mut self) {
        let copy = self.folder.join("backup.db");
        let peers = self.folder.join("peer.db");
        let backup = copy.to_str().unwrap().to_owned();
        let (file, day) = (self.shop.file.clone(), self.shop.day.clone());
        let save = format!(".backup {}", peers.display());
        self.pair(
            "backup",
            &[Budget::Wall(2.0)],
            |_| {
                remove(&copy);
                Call::ricejar(&file, &day, &["backup", &backup])
            },
            Some(&|_| Call::sqlite(&file, &[&save])),
        );
        remove(&copy);
        remove(&peers);
        let bytes = |path: &Path| fs::metadata(path).unwrap().len() as f64;
        let peer = Peer { bytes: bytes(&self.shop.plain), ..Peer::default() };
        let figures =
            Figures { bytes: Some(bytes(&self.shop.file)), peer: Some(peer), ..Figures::default() };
        self.table.add("the file", self.size, &[Budget::Size(1.5)], figures);
    }

    /// Lists of the shop come into an empty notebook, are undone and done again.
    fn imports(&mut self) {
        let lists: Vec<PathBuf> = ["customers", "products", "jars", "deliveries"]
            .map(|table| {
                let list = self.folder.join(format!("{table}.csv"));
                remove(&list);
                let export = ["export", table, "-o", list.to_str().unwrap()].map(str::to_owned);
                run(&self.shop.file, &self.shop.day, &export);
                list
            })
            .to_vec();
        let [customers, products, jars, deliveries] = lists.as_slice() else {
            panic!("four lists")
        };
        let deliveries = first_rows(deliveries, IMPORTED);
        let empty = self.folder.join("empty.ricejar");
        remove(&empty);
        run(&empty, &self.shop.day, &["init", "--currency", "TWD"].map(str::to_owned));
        self.import("import customers", "customers", customers, &empty);
        for (table, list) in [("customers", customers), ("products", products), ("jars", jars)] {
            run(
                &empty,
                &self.shop.day,
                &["import", list.to_str().unwrap(), "--into", table].map(str::to_owned),
            );
        }
        self.import("import deliveries", "deliveries", &deliveries, &empty);
        remove(&empty);
    }

    fn import(&mut self, name: &str, table: &str, list: &Path, before: &Path) {
        let ours = self.folder.join("import.ricejar");
        let peers = self.folder.join("import.db");
        let day = self.shop.day.clone();
        let fresh = || {
            remove(&ours);
            fs::copy(before, &ours).unwrap();
            Call::ricejar(&ours, &day, &["import", list.to_str().unwrap(), "--into", table])
        };
        let theirs = || {
            remove(&peers);
            let import = format!(".import --csv {} rows", list.display());
            Call::sqlite(
                &peers,
                &["PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", &import],
            )
        };
        self.pair(name, IMPORT, |_| fresh(), Some(&|_| theirs()));
        for (what, words) in [("undo", &["undo"] as &[&str]), ("redo", &["redo"])] {
            self.once(&format!("{what} of {name}"), &Call::ricejar(&ours, &day, words));
        }
        let line = last_line(&ours, &day);
        let show = ["journal", "show", &line, "--format", "csv"];
        self.once(&format!("journal show of {name}"), &Call::ricejar(&ours, &day, &show));
        remove(&ours);
        remove(&peers);
    }

    /// Measures a reading command, beside queries of the sqlite3 shell on the same file.
    pub fn one(
        &mut self,
        name: &str,
        budgets: &'static [Budget],
        words: &[&str],
        peer: Option<(&str, &str)>,
    ) {
        let (file, day) = (self.shop.file.clone(), self.shop.day.clone());
        let ours = |_| Call::ricejar(&file, &day, words);
        match peer {
            Some((mode, query)) => {
                let script: Vec<&str> =
                    [mode, query].into_iter().filter(|part| !part.is_empty()).collect();
                self.pair(name, budgets, ours, Some(&|_| Call::sqlite(&file, &script)));
            }
            None => self.pair(name, budgets, ours, None),
        }
    }

    /// Measures a call that cannot be repeated.
    fn once(&mut self, name: &str, call: &Call) {
        let cost = call.measure();
        let figures = figures(&[cost], &[], None);
        self.table.add(name, self.size, LIST, figures);
    }

    /// Measures a call and its peer in turn, a new one for each run.
    pub fn pair(
        &mut self,
        name: &str,
        budgets: &'static [Budget],
        ours: impl Fn(usize) -> Call,
        peer: Option<&dyn Fn(usize) -> Call>,
    ) {
        let peer = peer.filter(|_| self.has_peer);
        let next = || {
            self.count.set(self.count.get() + 1);
            self.count.get()
        };
        let (mut costs, mut theirs) = (Vec::new(), Vec::new());
        let start = Instant::now();
        while costs.len() < RUNS.0 || (costs.len() < RUNS.1 && start.elapsed() < ENOUGH) {
            costs.push(ours(next()).measure());
            theirs.extend(peer.map(|peer| peer(next()).measure()));
        }
        let is_short = costs.iter().all(|cost| milliseconds(cost.cpu) < SHORT);
        let counted = is_short.then(|| {
            (ours(next()).instructions(), peer.and_then(|peer| peer(next()).instructions()))
        });
        self.table.add(name, self.size, budgets, figures(&costs, &theirs, counted));
    }
}

fn figures(
    costs: &[Cost],
    theirs: &[Cost],
    counted: Option<(Option<f64>, Option<f64>)>,
) -> Figures {
    let (ours_counted, theirs_counted) = counted.unwrap_or_default();
    let peer = (!theirs.is_empty()).then(|| Peer {
        wall: median(theirs, |cost| milliseconds(cost.wall)),
        cpu: median(theirs, |cost| milliseconds(cost.cpu)),
        memory: median(theirs, |cost| cost.memory),
        bytes: 0.0,
        instructions: theirs_counted,
    });
    Figures {
        wall: median(costs, |cost| milliseconds(cost.wall)),
        late: None,
        cpu: Some(median(costs, |cost| milliseconds(cost.cpu))),
        memory: Some(median(costs, |cost| cost.memory)),
        bytes: None,
        instructions: ours_counted,
        peer,
    }
}

fn median(costs: &[Cost], figure: impl Fn(&Cost) -> f64) -> f64 {
    percentile(&mut costs.iter().map(figure).collect::<Vec<f64>>(), 50)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Runs a command that prepares something.
pub fn run(file: &Path, day: &str, words: &[String]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ricejar"));
    let output = command.args(["--as-of", day, "--db"]).arg(file).args(words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the number of the newest line of the journal.
fn last_line(file: &Path, day: &str) -> String {
    let journal = run(file, day, &["journal", "--format", "csv"].map(str::to_owned));
    let line = journal.lines().last().unwrap();
    line.split(',').next().unwrap().to_owned()
}

/// Writes the heading and the first rows of a list into a file of its own.
fn first_rows(list: &Path, count: usize) -> PathBuf {
    let short = list.with_extension("first.csv");
    let mut written = BufWriter::new(fs::File::create(&short).unwrap());
    for line in BufReader::new(fs::File::open(list).unwrap()).lines().take(count + 1) {
        writeln!(written, "{}\r", line.unwrap().trim_end_matches('\r')).unwrap();
    }
    short
}
