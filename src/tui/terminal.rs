//! The terminal: taken for the screens, and given back whole on every way out.
//!
//! Raw mode, the alternate screen, the mouse, bracketed paste and the cursor are taken together and
//! given back together: when the guard is dropped (the end, an error), and before a panic prints its
//! message, so that the message can be read and the shell can be used.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write, stdin, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute};
use ratatui::{Frame, Terminal};

use super::scrolling::Scrolling;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// A frame is written in one piece.
const FRAME_BYTES: usize = 32 * 1024;

/// The terminal while it is ours; dropping it gives it back.
pub struct Taken {
    terminal: Terminal<Scrolling<BufWriter<Stdout>>>,
}

/// Whether there is a person at both ends.
pub fn is_there() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

impl Taken {
    /// Takes the terminal.
    ///
    /// # Errors
    /// If it cannot be written to or set up; what was set up by then is given back.
    pub fn take() -> io::Result<Self> {
        give_back_before_a_panic();
        TAKEN.store(true, Ordering::SeqCst);
        // From here on, whoever returns early drops `given_back`, or the whole of it.
        let given_back = GiveBack;
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableMouseButtons)?;
        let writer = BufWriter::with_capacity(FRAME_BYTES, stdout());
        let terminal = Terminal::new(Scrolling::new(writer))?;
        std::mem::forget(given_back);
        Ok(Self { terminal })
    }

    /// Draws a frame: what differs from the one before is written.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.terminal.draw(view)?;
        Ok(())
    }

    /// Copies a text to the clipboard of the terminal (OSC 52), which may be on another machine.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Its width and height in cells.
    ///
    /// # Errors
    /// If the terminal does not tell.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        give_back();
    }
}

struct GiveBack;

impl Drop for GiveBack {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives everything back that was taken; a terminal that is gone cannot be helped.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Puts our hook in front of the one that prints the message.
fn give_back_before_a_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            print(panic);
        }));
    });
}

/// Asks for clicks and the wheel only. crossterm's own command asks for every movement of the mouse
/// too, which would wake the program all day long.
struct EnableMouseButtons;

impl Command for EnableMouseButtons {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1000h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}
