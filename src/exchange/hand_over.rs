//! Hands a text to a command of the shop's own, which takes it from its standard input.

use std::io::{self, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Time that a command has.
pub const HAND_OVER_LIMIT: Duration = Duration::from_secs(30);

/// Time between two looks at whether the command has ended.
const POLL: Duration = Duration::from_millis(10);

/// Maximum number of characters of what a failed command said that are kept.
const SAID: usize = 200;

/// Why a command did not take a text.
#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    /// It could not be started, or not be written to.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It ended with this status, and these were its words.
    #[error("{status}: {said}")]
    Failed {
        /// The status.
        status: ExitStatus,
        /// The first line of its standard error.
        said: String,
    },
    /// It took too long, and was ended.
    #[error("more than {0:?}")]
    TooLong(Duration),
}

/// Gives a text to a command and waits for its end, no longer than `limit`.
///
/// # Errors
/// If it cannot be started, fails, or takes too long.
pub fn hand_over(command: &str, text: &str, limit: Duration) -> Result<(), HandOverError> {
    let mut words = shlex::split(command).unwrap_or_default().into_iter();
    let name = words.next().ok_or(io::ErrorKind::InvalidInput).map_err(io::Error::from)?;
    // Its words go to a file: a pipe that nobody reads could stop it.
    let folder = tempfile::tempdir()?;
    let said = folder.path().join("said");
    let mut child = Command::new(name)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&said)?)
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // A command need not read: its status tells.
        let _ = input.write_all(text.as_bytes());
    }
    let status = wait(&mut child, limit)?;
    if status.success() {
        return Ok(());
    }
    let said = std::fs::read(&said).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let said = said.lines().next().unwrap_or_default().chars().take(SAID).collect();
    Err(HandOverError::Failed { status, said })
}

fn wait(child: &mut Child, limit: Duration) -> Result<ExitStatus, HandOverError> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if start.elapsed() > limit {
            // A command that cannot be ended has ended already.
            let _ = child.kill().and_then(|()| child.wait());
            return Err(HandOverError::TooLong(limit));
        }
        std::thread::sleep(POLL);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_or_does_not_end_is_told() {
        let hand = |command: &str, limit| hand_over(command, "hello", limit);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("got");
        let writes = format!("sh -c 'cat > \"{}\"'", file.display());
        hand(&writes, HAND_OVER_LIMIT).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "hello");
        let failed = hand("sh -c 'echo no credit >&2; exit 3'", HAND_OVER_LIMIT);
        assert!(matches!(failed, Err(HandOverError::Failed { said, .. }) if said == "no credit"));
        let endless = hand("sleep 60", Duration::from_millis(20));
        assert!(matches!(endless, Err(HandOverError::TooLong(_))));
        assert!(matches!(hand("no-such-command", HAND_OVER_LIMIT), Err(HandOverError::Io(_))));
    }
}
