//! The house is kept as its plan says: who may use whom, where SQL and the clock are, how long a
//! file may be.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Which part of the house may use which others; each may use itself.
const ARROWS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("reports", &["domain"]),
    ("store", &["domain"]),
    ("app", &["store", "reports", "domain"]),
    ("exchange", &["domain"]),
    // The one place that turns values and errors of every kind into sentences.
    ("i18n", &["app", "store", "reports", "exchange", "domain"]),
    ("config", &["domain"]),
    ("cli", &["config", "app", "exchange", "reports", "i18n", "domain"]),
    ("tui", &["config", "app", "exchange", "reports", "i18n", "domain"]),
];

/// Which room of the screens may use which others; each may use itself. State knows no drawing: what is
/// drawn (`lists`, `screens`, `sheets`, `overlays`, `view`) reads the model, and only `update` changes it.
const TUI_ARROWS: [(&str, &[&str]); 15] = [
    ("input", &[]),
    ("theme", &[]),
    ("keymap", &["input"]),
    ("job", &[]),
    // A message names parts of the model, and a list of the model names the question for its next page.
    ("msg", &["input", "keymap", "job", "model", "query_queue"]),
    ("query_queue", &["msg"]),
    // An open form is state, and its kind (`FormKind`) is a part of it.
    ("model", &["keymap", "job", "msg", "theme", "forms"]),
    ("widgets", &["theme", "model"]),
    ("layout", &["model", "widgets"]),
    ("forms", &["job", "msg", "model", "theme", "widgets", "layout"]),
    ("lists", &["keymap", "model", "theme", "widgets", "layout"]),
    ("screens", &["input", "keymap", "model", "theme", "widgets", "layout", "lists"]),
    ("sheets", &["model", "theme", "widgets", "layout", "lists", "forms"]),
    ("overlays", &["model", "layout", "lists", "sheets", "forms"]),
    (
        "update",
        &[
            "input", "keymap", "job", "msg", "model", "layout", "lists", "screens", "sheets",
            "overlays", "forms",
        ],
    ),
];

const WALL: usize = 400;

/// Every file of the program with its text, by its path in `src`.
fn sources() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut files) = (vec![root.clone()], BTreeMap::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.insert(path.strip_prefix(&root).unwrap().to_owned(), text);
            }
        }
    }
    assert!(files.len() > 50, "the program was not found");
    files
}

/// `cli` of `cli/args.rs`, `lib` of `lib.rs`.
fn part_of(file: &Path) -> String {
    let first = file.components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

/// The code of a file: without its tests and without its comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The parts that a text names behind a prefix (`crate::part`), alone or in braces.
fn used(text: &str, prefix: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    text.split(prefix)
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(word).collect(),
            None => vec![word(rest)],
        })
        .collect()
}

#[test]
fn every_use_follows_an_arrow() {
    for (file, text) in sources() {
        let part = part_of(&file);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == part) else { continue };
        let code: Vec<&str> = code(&text).collect();
        for other in used(&code.join("\n"), "crate::") {
            let known = ARROWS.iter().any(|(name, _)| *name == other);
            assert!(
                !known || other == part || allowed.contains(&other.as_str()),
                "{} uses {other}",
                file.display()
            );
        }
    }
}

/// The room of a file of the screens: `lists` of `tui/lists/tab.rs`.
fn room_of(file: &Path) -> Option<String> {
    part_of(file.strip_prefix("tui").ok()?).into()
}

#[test]
fn every_use_inside_the_screens_follows_an_arrow() {
    for (file, text) in sources() {
        let Some(room) = room_of(&file) else { continue };
        let Some((_, allowed)) = TUI_ARROWS.iter().find(|(name, _)| *name == room) else {
            continue;
        };
        let code = code(&text).collect::<Vec<_>>().join("\n");
        // The file that names a room's modules calls its neighbours by `super`.
        let is_root = file.components().count() == 2 || file.ends_with("mod.rs");
        let mut others = used(&code, "crate::tui::");
        others.extend(is_root.then(|| used(&code, "super::")).into_iter().flatten());
        for other in others {
            let known = TUI_ARROWS.iter().any(|(name, _)| *name == other);
            let is_outside = ["view", "session", "effects", "worker"].contains(&other.as_str());
            assert!(
                !is_outside && (!known || other == room || allowed.contains(&other.as_str())),
                "{} uses {other}",
                file.display()
            );
        }
    }
}

#[test]
fn update_draws_nothing_and_drawing_changes_nothing() {
    let drawing = ["Frame", "Buffer", "draw("];
    for (file, text) in sources() {
        let Some(room) = room_of(&file) else { continue };
        let refused: &[&str] = match room.as_str() {
            "update" | "model" => &drawing,
            "view" | "lists" | "screens" | "sheets" | "overlays" | "layout" => &["&mut Model"],
            _ => continue,
        };
        for line in code(&text) {
            assert!(!refused.iter().any(|word| line.contains(word)), "{}: {line}", file.display());
        }
    }
}

#[test]
fn a_form_reads_its_fields_by_their_names() {
    for (file, text) in sources() {
        if !file.starts_with("tui/forms") {
            continue;
        }
        for line in code(&text) {
            let by_position =
                ["form, ", "form.text(", "form.chosen(", "form.changed(", "form.refuse("]
                    .iter()
                    .flat_map(|call| line.split(call).skip(1))
                    .any(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
            assert!(!by_position, "{}: {line}", file.display());
        }
    }
}

#[test]
fn sql_is_only_in_the_store() {
    let verbs = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "PRAGMA ", "rusqlite"];
    for (file, text) in sources() {
        // The sample shop is written past the journal, row by row: it is the store's own.
        if part_of(&file) == "store" {
            continue;
        }
        for line in code(&text) {
            assert!(!verbs.iter().any(|verb| line.contains(verb)), "{}: {line}", file.display());
        }
    }
}

#[test]
fn the_clock_is_read_in_main_alone() {
    for (file, text) in sources() {
        if file == Path::new("main.rs") {
            continue;
        }
        for line in code(&text) {
            for clock in
                ["Local::now", "Utc::now", "SystemTime::now", "CURRENT_DATE", "CURRENT_TIMESTAMP"]
            {
                assert!(!line.contains(clock), "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_the_wall() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|(_, text)| text.lines().count() > WALL)
        .map(|(file, text)| format!("{}: {}", file.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// The names of the public types that a file defines.
fn public_types(text: &str) -> impl Iterator<Item = &str> {
    code(text).filter_map(|line| {
        let item = line.trim_start().strip_prefix("pub")?;
        let item = match item.strip_prefix('(') {
            Some(restricted) => restricted.split_once(')')?.1,
            None => item,
        };
        let mut words = item.split_whitespace();
        words.next().filter(|kind| matches!(*kind, "struct" | "enum" | "trait" | "type"))?;
        words.next()?.split(|letter: char| !letter.is_alphanumeric()).next()
    })
}

#[test]
fn a_public_type_has_a_name_of_its_own() {
    let mut files = BTreeMap::<String, Vec<PathBuf>>::new();
    for (file, text) in sources() {
        // The grammar names its arguments after the nouns; each layer has its own error.
        if file.starts_with("cli/args") {
            continue;
        }
        for name in public_types(&text).filter(|name| !matches!(*name, "Error" | "Result")) {
            files.entry(name.to_owned()).or_default().push(file.clone());
        }
    }
    files.retain(|_, defined| defined.len() > 1);
    assert!(files.is_empty(), "{files:#?}");
}

/// What only SQLite understands, and how often the SQL of the store may still spell it out instead of taking
/// it from `dialect.rs`. A number here may only go down.
const ENGINE_SPECIFIC: [(&str, usize); 6] = [
    ("CROSS JOIN", 8),
    ("INDEXED BY", 5),
    ("json_each", 12),
    // In the journal triggers of the first formats.
    ("max(id)", 1),
    ("create_scalar_function", 0),
    ("pragma", 40),
];

#[test]
fn what_only_sqlite_understands_is_in_one_file() {
    let sources = sources();
    let store: Vec<&str> = sources
        .iter()
        .filter(|(file, _)| file.starts_with("store") && !file.ends_with("dialect.rs"))
        .flat_map(|(_, text)| code(text))
        .collect();
    for (mark, ceiling) in ENGINE_SPECIFIC {
        let found: usize = store
            .iter()
            .map(|line| line.to_lowercase().matches(&mark.to_lowercase()).count())
            .sum();
        assert!(
            found <= ceiling,
            "{mark}: {found} uses, at most {ceiling}; see store/sqlite/dialect.rs"
        );
        assert_eq!(found, ceiling, "{mark}: lower its ceiling");
    }
}

#[test]
fn app_re_exports_nothing_of_the_store_but_its_error() {
    for (file, text) in sources() {
        if part_of(&file) != "app" {
            continue;
        }
        for line in code(&text).filter(|line| line.trim_start().starts_with("pub use")) {
            let allowed = line.contains("crate::store::Error as StoreError;");
            assert!(allowed || !line.contains("store::"), "{}: {line}", file.display());
        }
    }
}

#[test]
fn main_only_starts_the_program() {
    let main = &sources()[Path::new("main.rs")];
    assert!(main.lines().count() <= 150 && !main.contains("ricejar::store"));
}

#[test]
fn every_file_says_what_it_is_for() {
    for (file, text) in sources() {
        assert!(text.starts_with("//! "), "{}", file.display());
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let text = std::fs::read_to_string(manifest).unwrap();
    let (mut inside, mut reason) = (false, false);
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
            reason = false;
        } else if line.starts_with('#') {
            reason = true;
        } else if line.is_empty() {
            reason = false;
        } else if inside {
            // A reason stands over one dependency, or over a few that stand together.
            assert!(reason, "{line}");
        }
    }
}
