//! Paths that people give: on the command line, in the environment, and in the fields of the screens.
//!
//! Every such path goes through [`resolve`], or through [`resolve_typed`] where no shell has read it.

use directories::BaseDirs;
use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};

/// The prefix by which the database engine takes a name for an address with options of its own.
const URI_SCHEME: &str = "file:";

/// The name under which the database engine keeps everything in memory, and forgets it.
const IN_MEMORY: &str = ":memory:";

/// A text that the database engine would not take for the name of a file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{} is an address, not the name of a file", .0.display())]
pub struct NotAFileName(pub PathBuf);

/// Resolves a path from the command line or the environment: `~` and `~/` are the home folder.
///
/// # Errors
/// If it is an address (`file:...`) or `:memory:`.
pub fn resolve(given: &Path) -> Result<PathBuf, NotAFileName> {
    let bytes = given.as_os_str().as_encoded_bytes();
    if bytes.starts_with(URI_SCHEME.as_bytes()) || bytes == IN_MEMORY.as_bytes() {
        return Err(NotAFileName(given.to_owned()));
    }
    let home = BaseDirs::new();
    Ok(expand_home(given, home.as_ref().map(BaseDirs::home_dir)))
}

/// Resolves a path that was typed, pasted or dropped into a field. What a terminal puts around the
/// name of a dropped file (quotes, backslashes, `file://`) is taken off, unless there is a file that
/// is called just so.
///
/// # Errors
/// The same as of [`resolve`].
pub fn resolve_typed(text: &str) -> Result<PathBuf, NotAFileName> {
    if Path::new(text).symlink_metadata().is_ok() {
        return resolve(Path::new(text));
    }
    resolve(&undecorated(text.trim()))
}

/// A typed path with as much added as every file agrees on that begins so.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PathCompletion {
    /// The path, with a slash at its end if it is a folder; as it was typed if nothing can be added.
    pub text: String,
    /// The names between which it has not been decided, sorted; empty if there is one only, or none.
    pub names: Vec<String>,
}

/// Completes a path that is being typed from the files that are there, as a shell does. Hidden files are
/// offered after a typed dot only.
pub fn complete_typed(text: &str) -> PathCompletion {
    completion(text).unwrap_or_else(|| PathCompletion { text: text.to_owned(), names: Vec::new() })
}

/// Returns the completion; `None` if no file begins so.
fn completion(text: &str) -> Option<PathCompletion> {
    let path = resolve_typed(text).ok()?;
    let (folder, begun) = match text.ends_with('/') {
        true => (path.as_path(), ""),
        false => (path.parent()?, path.file_name()?.to_str()?),
    };
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(here).ok()?.flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let is_offered = |name: &String| {
        name.starts_with(begun) && (begun.starts_with('.') || !name.starts_with('.'))
    };
    let mut names: Vec<String> = names.filter(is_offered).collect();
    names.sort();
    let common = names.iter().skip(1).fold(names.first()?.as_str(), |common, name| {
        let same = common.char_indices().zip(name.chars()).find(|((_, one), two)| one != two);
        let end = same.map_or(common.len().min(name.len()), |((at, _), _)| at);
        common.get(..end).unwrap_or_default()
    });
    let mut completed = folder.join(common).to_str()?.to_owned();
    let is_longer = common.len() > begun.len();
    if names.len() == 1 && Path::new(&completed).is_dir() {
        completed.push('/');
    }
    let is_more = is_longer || completed.ends_with('/');
    if names.len() == 1 || names.iter().any(|name| name == begun) {
        names.clear();
    }
    Some(PathCompletion { text: if is_more { completed } else { text.to_owned() }, names })
}

fn expand_home(path: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Returns the path without the marks of a terminal, or the text itself where it has none.
fn undecorated(text: &str) -> PathBuf {
    let word = single_word(text).unwrap_or_else(|| text.to_owned());
    match word.strip_prefix("file://") {
        // Between the slashes stands the machine; ours has no name, or this one.
        Some(rest) => {
            let path = rest.strip_prefix("localhost").unwrap_or(rest);
            PathBuf::from(percent_decode_str(path).decode_utf8_lossy().as_ref())
        }
        None => PathBuf::from(word),
    }
}

/// Returns the one word that a shell would read; `None` if it would read several, or none. A
/// backslash parts folders on some systems, where no terminal puts it before a blank.
fn single_word(text: &str) -> Option<String> {
    let mut words =
        if cfg!(windows) { vec![text.trim_matches('"').to_owned()] } else { shlex::split(text)? };
    words.pop().filter(|word| words.is_empty() && !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_is_the_home_folder_at_the_beginning_of_a_path_only() {
        let home = Path::new("/home/wu");
        for (given, path) in [
            ("~", "/home/wu"),
            ("~/shop.ricejar", "/home/wu/shop.ricejar"),
            ("~other/shop", "~other/shop"),
            ("a/~/b", "a/~/b"),
            ("shop~", "shop~"),
            ("-", "-"),
        ] {
            assert_eq!(expand_home(Path::new(given), Some(home)), Path::new(path), "{given}");
        }
        assert_eq!(expand_home(Path::new("~/a"), None), Path::new("~/a"));
    }

    // A15
    #[test]
    fn an_address_is_no_file_name() {
        for given in ["file:shop.ricejar", "file:zz.db?mode=memory", "file:///tmp/a", ":memory:"] {
            assert_eq!(resolve(Path::new(given)), Err(NotAFileName(given.into())));
        }
        for given in ["./file:shop", "profile:a", ":memory", "files/a"] {
            assert_eq!(resolve(Path::new(given)), Ok(given.into()));
        }
    }

    // F6, case 16
    #[cfg(unix)]
    #[test]
    fn what_a_terminal_puts_around_a_dropped_file_is_taken_off() {
        for text in [
            "'/tmp/my files/list é.csv'",
            "\"/tmp/my files/list é.csv\" ",
            "/tmp/my\\ files/list\\ é.csv",
            "file:///tmp/my%20files/list%20%C3%A9.csv",
            "'file://localhost/tmp/my%20files/list%20%C3%A9.csv'",
            "/tmp/my files/list é.csv",
            " /tmp/my files/list é.csv ",
        ] {
            assert_eq!(resolve_typed(text), Ok("/tmp/my files/list é.csv".into()), "{text}");
        }
        for text in ["it's.csv", "a b", "#1.csv", "''"] {
            assert_eq!(resolve_typed(text), Ok(text.into()), "{text}");
        }
        assert!(resolve_typed(":memory:").is_err());
    }

    // F6
    #[cfg(unix)]
    #[test]
    fn a_path_is_completed_as_far_as_the_files_that_begin_so_agree() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| format!("{}/{name}", folder.path().display());
        std::fs::create_dir(path("my files")).unwrap();
        for name in ["list-1.csv", "list-2.csv", ".hidden", "my files/客户一.csv"] {
            std::fs::write(path(name), "").unwrap();
        }
        let complete = |text: &str| complete_typed(&path(text));
        for (text, completed) in [
            ("m", "my files/"),
            ("my files/", "my files/客户一.csv"),
            ("my files/客", "my files/客户一.csv"),
            ("my files/客户一.csv", "my files/客户一.csv"),
            (".h", ".hidden"),
            ("nothing", "nothing"),
        ] {
            let expected = PathCompletion { text: path(completed), names: Vec::new() };
            assert_eq!(complete(text), expected, "{text}");
        }
        let quoted = complete_typed(&format!("'{}", path("l")));
        assert_eq!(quoted.text, format!("'{}", path("l")));
        let names = vec!["list-1.csv".to_owned(), "list-2.csv".to_owned()];
        for text in ["l", "list-"] {
            let text = complete(text);
            assert_eq!(text, PathCompletion { text: path("list-"), names: names.clone() });
        }
    }

    // F6
    #[cfg(unix)]
    #[test]
    fn a_file_that_is_called_as_it_was_typed_is_meant() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["'quoted'", "a\\ b", " blank "] {
            let path = folder.path().join(name);
            std::fs::write(&path, "").unwrap();
            assert_eq!(resolve_typed(path.to_str().unwrap()), Ok(path));
        }
    }
}
