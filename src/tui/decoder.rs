//! Turns the bytes that a terminal sends into inputs.
//!
//! Pastes are split out here, because a parser that looks for the end of a paste in everything that has
//! come so far takes a minute for 100 KB and waits for ever where the end never comes. What is left are
//! keys and the mouse, which `termina` parses.

use std::time::{Duration, Instant};

use memchr::memmem;
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind};
use termina::{Event, Parser};

use super::input::{Code, Input, KeyPress, MAX_PASTE_BYTES, Mouse, MouseDid};

/// Marks around a paste, if the terminal was asked for them.
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// Ctrl-C. No terminal sends it alone from within a paste.
const CTRL_C: &[u8] = b"\x03";
const ESC: &[u8] = b"\x1b";

/// Time after an Esc within which it may still be the beginning of another key.
const ESC_TIMEOUT: Duration = Duration::from_millis(5);
/// Maximum time to wait for the rest of a key.
const KEY_TIMEOUT: Duration = Duration::from_millis(100);
/// Maximum silence within a paste, after which it ends without its end mark.
const PASTE_TIMEOUT: Duration = Duration::from_secs(1);

/// An incremental decoder of terminal input.
#[derive(Default)]
pub struct Decoder {
    parser: Parser,
    /// The end of what has come, where it may be the beginning of a mark.
    held: Vec<u8>,
    /// Bytes pasted so far, while a paste goes on.
    paste: Option<Vec<u8>>,
    /// True if the parser may hold part of a key, and so is not in its initial state.
    unsettled: bool,
    deadline: Option<Instant>,
}

impl Decoder {
    /// Decodes the bytes that have just come.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Input> {
        let mut inputs = Vec::new();
        if bytes == CTRL_C {
            inputs.extend(self.end_paste());
            self.held.clear();
            self.parser = Parser::default();
        }
        let mut all = std::mem::take(&mut self.held);
        all.extend_from_slice(bytes);
        let mut rest = all.as_slice();
        loop {
            let mark = if self.paste.is_some() { PASTE_END } else { PASTE_START };
            let Some((before, behind)) = split_at_mark(rest, mark) else {
                let (known, held) = split_off_beginning_of(rest, mark);
                self.take(known, &mut inputs);
                self.held = held.to_vec();
                break;
            };
            self.take(before, &mut inputs);
            match self.paste {
                Some(_) => inputs.extend(self.end_paste()),
                None => self.paste = Some(Vec::new()),
            }
            rest = behind;
        }
        self.unsettled |= bytes.iter().any(|byte| *byte >= 0x80 || ESC.contains(byte));
        self.deadline = self.timeout().map(|timeout| now + timeout);
        inputs
    }

    /// Returns the time at which [`Decoder::expire`] has to be called, unless more bytes come before.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Decodes what was held back for bytes that did not come.
    pub fn expire(&mut self) -> Vec<Input> {
        self.deadline = None;
        let held = std::mem::take(&mut self.held);
        let mut inputs = Vec::new();
        if self.paste.is_some() {
            self.take(&held, &mut inputs);
            inputs.extend(self.end_paste());
        } else {
            self.parser.parse(&held, false);
            inputs.extend(self.parsed());
        }
        // Half a key is no key: what comes next is not the rest of it.
        self.parser = Parser::default();
        self.unsettled = false;
        inputs
    }

    /// Takes bytes without a mark among them.
    fn take(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        match &mut self.paste {
            // One byte more than is allowed shows that there was more.
            Some(paste) => {
                let room = (MAX_PASTE_BYTES + 1).saturating_sub(paste.len());
                paste.extend(bytes.iter().take(room));
            }
            None if bytes.is_empty() => {}
            None => {
                self.parser.parse(bytes, true);
                inputs.extend(self.parsed());
            }
        }
    }

    fn parsed(&mut self) -> impl Iterator<Item = Input> {
        std::iter::from_fn(|| self.parser.pop()).filter_map(input)
    }

    fn end_paste(&mut self) -> Option<Input> {
        let paste = self.paste.take()?;
        Some(Input::Paste(String::from_utf8_lossy(&paste).into_owned()))
    }

    /// Returns how long to wait for more, if what has come may be a part of something.
    fn timeout(&self) -> Option<Duration> {
        if self.paste.is_some() {
            return Some(PASTE_TIMEOUT);
        }
        if self.held == ESC {
            return Some(ESC_TIMEOUT);
        }
        self.unsettled.then_some(KEY_TIMEOUT)
    }
}

fn split_at_mark<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let (before, rest) = bytes.split_at_checked(memmem::find(bytes, mark)?)?;
    Some((before, rest.strip_prefix(mark)?))
}

/// Splits off the longest end of `bytes` that may be the beginning of `mark`.
fn split_off_beginning_of<'a>(bytes: &'a [u8], mark: &[u8]) -> (&'a [u8], &'a [u8]) {
    let ends = |count: &usize| mark.get(..*count).is_some_and(|begin| bytes.ends_with(begin));
    let count = (1..mark.len()).rev().find(ends).unwrap_or(0);
    bytes.split_at_checked(bytes.len() - count).unwrap_or((bytes, &[]))
}

/// Translates an event of the parser; `None` for what the screens have no use for.
fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => key_pressed(key).map(Input::Key),
        Event::Mouse(mouse) => {
            let did = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseDid::Click,
                MouseEventKind::ScrollUp => MouseDid::WheelUp,
                MouseEventKind::ScrollDown => MouseDid::WheelDown,
                _ => return None,
            };
            Some(Input::Mouse(Mouse { x: mouse.column, y: mouse.row, did }))
        }
        _ => None,
    }
}

fn key_pressed(key: KeyEvent) -> Option<KeyPress> {
    if key.kind == KeyEventKind::Release || key.modifiers.contains(Modifiers::ALT) {
        return None;
    }
    let code = match key.code {
        KeyCode::Char(typed) => Code::Char(typed),
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Function(number @ 1..=12) => Code::F(number),
        _ => return None,
    };
    Some(KeyPress { code, ctrl: key.modifiers.contains(Modifiers::CONTROL) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> Input {
        Input::Key(KeyPress::parse(text).unwrap())
    }

    fn keys(text: &str) -> Vec<Input> {
        text.split_whitespace().map(key).collect()
    }

    fn paste(text: &str) -> Vec<Input> {
        vec![Input::Paste(text.to_owned())]
    }

    fn mouse(x: u16, y: u16, did: MouseDid) -> Vec<Input> {
        vec![Input::Mouse(Mouse { x, y, did })]
    }

    /// Decodes chunks, each after the time since the one before in milliseconds, until nothing is held.
    fn decoded(chunks: &[(u64, &[u8])]) -> Vec<Input> {
        let mut decoder = Decoder::default();
        let mut now = Instant::now();
        let mut inputs = Vec::new();
        for (millis, bytes) in chunks {
            now += Duration::from_millis(*millis);
            if decoder.deadline().is_some_and(|deadline| deadline <= now) {
                inputs.extend(decoder.expire());
            }
            inputs.extend(decoder.feed(bytes, now));
        }
        if decoder.deadline().is_some() {
            inputs.extend(decoder.expire());
        }
        assert_eq!(decoder.deadline(), None, "nothing more is waited for");
        inputs
    }

    #[test]
    fn every_sequence_of_bytes_is_the_input_that_terminals_mean_by_it() {
        let table: &[(&[u8], Vec<Input>)] = &[
            (b"d", keys("d")),
            (b"TX", keys("T X")),
            (b"\r\t\x7f ", keys("enter tab backspace space")),
            (b"\x01\x08\x0a\x0c\x12\x1a", keys("ctrl-a ctrl-h ctrl-j ctrl-l ctrl-r ctrl-z")),
            (b"\x00\x03", keys("ctrl-space ctrl-c")),
            (b"\x1b", keys("esc")),
            (b"\x1b[A\x1b[B\x1b[C\x1b[D", keys("up down right left")),
            (b"\x1bOA\x1bOB\x1bOC\x1bOD", keys("up down right left")),
            (b"\x1b[H\x1b[F\x1bOH\x1bOF", keys("home end home end")),
            (b"\x1b[1~\x1b[4~\x1b[7~\x1b[8~", keys("home end home end")),
            (b"\x1b[3~\x1b[5~\x1b[6~\x1b[Z", keys("delete page-up page-down shift-tab")),
            (b"\x1bOP\x1bOQ\x1bOR\x1bOS", keys("f1 f2 f3 f4")),
            (b"\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~", keys("f1 f2 f3 f4 f5")),
            (b"\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~", keys("f6 f7 f8 f9 f10")),
            (b"\x1b[23~\x1b[24~", keys("f11 f12")),
            // The console of Linux.
            (b"\x1b[[A\x1b[[B\x1b[[E", keys("f1 f2 f5")),
            (b"\x1b[1;5A\x1b[1;2B\x1b[5;5~", keys("ctrl-up down ctrl-page-up")),
            (b"\x1b[99;5u", keys("ctrl-c")),
            ("王é".as_bytes(), keys("王 é")),
            // Alt and a key are nothing, and neither are the focus and what nobody asked for.
            (b"\x1bd\x1b[1;3A\x1b[I\x1b[O", keys("")),
            (b"\x1b[2~\x1b[25~", keys("")),
            (b"\x1b[<0;5;7M\x1b[<0;5;7m", mouse(4, 6, MouseDid::Click)),
            (b"\x1b[<64;1;2M", mouse(0, 1, MouseDid::WheelUp)),
            (b"\x1b[<65;300;2M", mouse(299, 1, MouseDid::WheelDown)),
            (b"\x1b[M %'", mouse(4, 6, MouseDid::Click)),
            (b"\x1b[<2;5;7M\x1b[<35;5;7M", keys("")),
            ("\x1b[200~永\n庆\x1b[A\x1b[201~".as_bytes(), paste("永\n庆\x1b[A")),
            (b"\x1b[200~\x1b[201~", paste("")),
        ];
        for (bytes, inputs) in table {
            let shown = String::from_utf8_lossy(bytes);
            assert_eq!(decoded(&[(0, bytes)]), *inputs, "{shown:?}");
            // The same in pieces of one byte each, which a slow line makes of it; alone, Ctrl-C ends a paste.
            if bytes.len() > 1 {
                let pieces: Vec<_> = bytes.chunks(1).map(|byte| (1, byte)).collect();
                assert_eq!(decoded(&pieces), *inputs, "{shown:?} byte by byte");
            }
        }
    }

    #[test]
    fn keys_before_and_behind_a_paste_are_keys() {
        let inputs = decoded(&[(0, b"/\x1b[200~wyq\x1b[201~\r\x1b[200~x\x1b[201~")]);
        let expected = [keys("/"), paste("wyq"), keys("enter"), paste("x")].concat();
        assert_eq!(inputs, expected);
    }

    #[test]
    fn an_escape_is_a_key_of_its_own_where_nothing_follows_at_once() {
        assert_eq!(decoded(&[(0, b"\x1b"), (6, b"[A")]), keys("esc [ A"));
        assert_eq!(decoded(&[(0, b"\x1b"), (4, b"[A")]), keys("up"));
        assert_eq!(decoded(&[(0, b"q\x1b"), (6, b"\x1b")]), keys("q esc esc"));
    }

    #[test]
    fn half_a_key_is_forgotten_so_that_the_next_one_is_heard() {
        for half in [&b"\x1b["[..], b"\x1b]", b"\x1b[>0;1", b"\x1bP", b"\x1b[1;", b"\xe7\x8e"] {
            assert_eq!(decoded(&[(0, half), (101, b"q")]), keys("q"), "{half:?}");
            assert_eq!(decoded(&[(0, half), (50, b"1"), (101, b"q")]).pop(), Some(key("q")));
            assert_eq!(decoded(&[(0, half), (1, b"\x03")]), keys("ctrl-c"), "{half:?}");
        }
    }

    // A13
    #[test]
    fn a_paste_without_its_end_is_over_after_a_second_of_silence() {
        let inputs = decoded(&[(0, b"\x1b[200~half"), (999, b" of it"), (1000, b"23")]);
        assert_eq!(inputs, [paste("half of it"), keys("2 3")].concat());
        // Its end mark, if that comes at last, is nothing.
        let inputs = decoded(&[(0, b"\x1b[200~half\x1b[20"), (1001, b"\x1b[201~q")]);
        assert_eq!(inputs, [paste("half\x1b[20"), keys("q")].concat());
    }

    // A13
    #[test]
    fn ctrl_c_is_heard_in_a_paste_that_does_not_end() {
        let inputs = decoded(&[(0, b"\x1b[200~half"), (10, b"\x03"), (10, b"q")]);
        assert_eq!(inputs, [paste("half"), keys("ctrl-c q")].concat());
    }

    // A13
    #[test]
    fn of_a_long_paste_no_more_is_kept_than_shows_that_it_was_long() {
        let mut bytes = PASTE_START.to_vec();
        bytes.resize(10_000_000, b'x');
        bytes.extend(PASTE_END);
        bytes.push(b'q');
        let chunks: Vec<_> = bytes.chunks(4096).map(|chunk| (1, chunk)).collect();
        let kept = "x".repeat(MAX_PASTE_BYTES + 1);
        assert_eq!(decoded(&chunks), [paste(&kept), keys("q")].concat());
    }

    proptest! {
        #[test]
        fn whatever_comes_the_next_key_is_heard(
            chunks in proptest::collection::vec(
                proptest::collection::vec(
                    prop_oneof![any::<u8>(), proptest::sample::select(&b"\x1b[]<>?;OPM012~umR"[..])],
                    1..20,
                ),
                0..10,
            )
        ) {
            let mut chunks: Vec<_> = chunks.iter().map(|chunk| (1, chunk.as_slice())).collect();
            chunks.push((1001, b"q"));
            prop_assert_eq!(decoded(&chunks).pop(), Some(key("q")));
        }
    }
}
