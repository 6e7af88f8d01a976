//! The terminal: taken for the screens, and given back whole on every way out.
//!
//! Raw mode, the alternate screen, the mouse, bracketed paste and the cursor are taken together and
//! given back together: when the guard is dropped (the end, an error), before a panic prints its
//! message, so that the message can be read and the shell can be used, and before the program stops.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, IsTerminal, Write, stdin, stdout};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Once, OnceLock};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, queue};
use ratatui::layout::{Position, Rect};
use ratatui::{Frame, Terminal};

use super::events::Event;
use super::output::FrameWriter;
use super::scrolling::ScrollOptimizingBackend;

/// True while the terminal is ours.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Writer to the terminal. It outlives the guard, for a panic and for signals.
static OUTPUT: OnceLock<FrameWriter> = OnceLock::new();

/// Maximum time for giving the terminal back.
const GIVE_BACK_TIMEOUT: Duration = Duration::from_millis(200);

/// The terminal while it is ours; dropping it gives it back.
pub struct TerminalGuard {
    terminal: Terminal<ScrollOptimizingBackend<FrameBuffer>>,
    frame: FrameBuffer,
    output: &'static FrameWriter,
    events: Sender<Event>,
    /// True while the last frame is still being written.
    busy: bool,
}

/// Returns whether both standard input and standard output are a terminal.
pub fn is_there() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

impl TerminalGuard {
    /// Takes the terminal; the events hear when a frame was written.
    ///
    /// # Errors
    /// If it cannot be set up; what was set up by then is given back.
    pub fn take(events: Sender<Event>) -> io::Result<Self> {
        give_back_before_a_panic();
        let output = output()?;
        // From here on, an early return drops `given_back`, or the whole of it.
        let given_back = GiveBack;
        let frame = FrameBuffer::default();
        let terminal = Terminal::new(ScrollOptimizingBackend::new(frame.clone()))?;
        let mut taken = Self { terminal, frame, output, events, busy: false };
        taken.set_up()?;
        std::mem::forget(given_back);
        Ok(taken)
    }

    fn set_up(&mut self) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        queue!(self.frame, EnterAlternateScreen, EnableBracketedPaste, EnableMouseButtons)
    }

    /// Returns whether a frame can be drawn: the last one was written, and the terminal is ours.
    pub fn is_ready(&self) -> bool {
        !self.busy && TAKEN.load(Ordering::SeqCst)
    }

    /// Draws a frame: what differs from the one before is written, all in one piece.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame)) {
        let drawn = self.terminal.draw(view).map(drop);
        self.needs(drawn);
        let events = self.events.clone();
        self.busy = true;
        self.output.send(self.frame.take(), move |written| {
            // Where nobody listens any more, the program is about to end.
            let _ = events.send(written.map_or(Event::Gone, |()| Event::Drawn));
        });
    }

    /// A terminal that cannot be used any more is gone, and that is an event.
    fn needs(&self, done: io::Result<()>) {
        if done.is_err() {
            let _ = self.events.send(Event::Gone);
        }
    }

    /// The last frame was written.
    pub fn drawn(&mut self) {
        self.busy = false;
    }

    /// Sets every mode of the terminal again, which another program may have changed, and draws the next
    /// frame whole.
    pub fn repaint(&mut self) {
        let repainted = self.set_up().and_then(|()| self.clear());
        self.needs(repainted);
    }

    fn clear(&mut self) -> io::Result<()> {
        // Its own `clear` would ask the terminal for the cursor, and wait for the answer.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Copies a text to the clipboard of the terminal (OSC 52), which may be on another machine.
    pub fn copy(&self, text: &str) {
        let mut bytes = Vec::new();
        let copied = queue!(bytes, CopyToClipboard::to_clipboard_from(text));
        self.needs(copied);
        self.output.send(bytes, drop);
    }

    /// Returns its width and height in cells.
    ///
    /// # Errors
    /// If the terminal does not report its size.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Gives the terminal back until [`Taken::resume`].
    pub fn suspend(&self) {
        give_back();
    }

    /// Takes the terminal again after the program was stopped, even if another program used it
    /// meanwhile or it was never given back. The next frame is drawn whole.
    pub fn resume(&mut self) {
        // The shell may have set modes of its own: raw mode has to be set anew.
        let resumed = disable_raw_mode().and_then(|()| self.set_up()).and_then(|()| self.clear());
        self.needs(resumed);
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

/// The thread that writes to the terminal, which is started once.
fn output() -> io::Result<&'static FrameWriter> {
    if let Some(output) = OUTPUT.get() {
        return Ok(output);
    }
    let output = FrameWriter::start()?;
    Ok(OUTPUT.get_or_init(|| output))
}

struct GiveBack;

impl Drop for GiveBack {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives everything back that was taken; a terminal that is gone or takes nothing cannot be helped.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    let queued =
        queue!(bytes, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    if let (Ok(()), Some(output)) = (queued, OUTPUT.get()) {
        output.write(bytes, GIVE_BACK_TIMEOUT);
    }
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

/// The bytes of a frame until it is complete. Writing to it never fails, so that neither drawing nor
/// dropping ratatui's terminal can.
#[derive(Clone, Default)]
struct FrameBuffer(Rc<RefCell<Vec<u8>>>);

impl FrameBuffer {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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
