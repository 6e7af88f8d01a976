//! A session without a terminal: keys go in, a picture with its styles comes out.

use std::fmt::Write;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use ricejar::app::{App, Clock};
use ricejar::domain::shop::Language;
use ricejar::i18n::Localizer;
use ricejar::tui::input::{Input, KeyPress, Mouse, MouseDid};
use ricejar::tui::session::Session;
use ricejar::tui::theme::Look;
use unicode_width::UnicodeWidthStr;

use super::shop::{TestShop, clock};

/// A shop whose screens are looked at.
pub struct Stage {
    pub shop: TestShop,
    pub session: Session<Box<dyn Fn() -> Clock>>,
    terminal: Terminal<TestBackend>,
    cursor: Option<(u16, u16)>,
}

impl Stage {
    /// The usual morning in English.
    pub fn usual(width: u16, height: u16) -> Self {
        Self::new(TestShop::usual(), Language::English, (width, height))
    }

    pub fn new((shop, app): (TestShop, App), language: Language, size: (u16, u16)) -> Self {
        let words = Localizer::new(language, app.shop().unwrap().currency);
        let day = shop.day.clone();
        let clock: Box<dyn Fn() -> Clock> = Box::new(move || clock(day.get()));
        let session = Session::open(app, words, clock, Look::default(), size).unwrap();
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        Self { shop, session, terminal, cursor: None }
    }

    /// Presses keys, parted by blanks: `2 / w y q enter`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let key = KeyPress::parse(key).unwrap_or_else(|| panic!("no key {key}"));
            self.session.on_input(Input::Key(key));
            self.session.catch_up();
            self.finish_job();
        }
        self
    }

    /// Does the job that was begun, here and now.
    fn finish_job(&mut self) {
        if let Some(begun) = self.session.take_pending_job() {
            let told = std::cell::RefCell::default();
            begun.run(|one| Vec::push(&mut told.borrow_mut(), one));
            told.into_inner().into_iter().for_each(|one| self.session.on_job(one));
        }
    }

    /// Types a text, as a paste would.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.session.on_input(Input::Paste(text.to_owned()));
        self
    }

    /// Uses the mouse on the first cell of a text, wherever that stands.
    pub fn mouse(&mut self, did: MouseDid, text: &str) -> &mut Self {
        let seen = self.text();
        let found = (0..).zip(seen.lines()).find_map(|(y, line)| Some((line.find(text)?, y)));
        let Some((start, y)) = found else { panic!("no {text} in\n{seen}") };
        let before = &seen.lines().nth(usize::from(y)).unwrap()[..start];
        let x = u16::try_from(before.width()).unwrap();
        self.session.on_input(Input::Mouse(Mouse { x, y, did }));
        self
    }

    /// Makes the window another size, before the screens hear of it.
    pub fn resize_unnoticed(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
    }

    /// Draws the screen, as a terminal would show it.
    pub fn draw(&mut self) {
        self.session.catch_up();
        self.terminal.draw(|frame| self.session.draw(frame)).unwrap();
        let backend = self.terminal.backend();
        let cursor = backend.cursor_position();
        self.cursor = backend.cursor_visible().then_some((cursor.x, cursor.y));
    }

    /// The text of the screen before anything that can wait is read.
    pub fn text_at_once(&mut self) -> String {
        self.terminal.draw(|frame| self.session.draw(frame)).unwrap();
        text(self.terminal.backend().buffer())
    }

    /// The screen, cell by cell.
    pub fn buffer(&mut self) -> Buffer {
        self.draw();
        self.terminal.backend().buffer().clone()
    }

    /// The text of the screen, a line a row.
    pub fn text(&mut self) -> String {
        text(&self.buffer())
    }

    /// The text of the screen, where the cursor stands, and which runs have which style.
    pub fn picture(&mut self) -> String {
        let mut picture = self.text();
        if let Some(cursor) = self.cursor {
            let _ = write!(picture, "\n\ncursor {},{}", cursor.0, cursor.1);
        }
        let buffer = self.terminal.backend().buffer().clone();
        picture.push_str("\n\n");
        for y in 0..buffer.area.height {
            let runs = runs(&buffer, y).into_iter();
            let runs: Vec<_> =
                runs.map(|(from, to, style)| format!("{from}-{to} {style}")).collect();
            if !runs.is_empty() {
                let _ = writeln!(picture, "{y:>2}: {}", runs.join(", "));
            }
        }
        picture
    }
}

/// What is written in the rows, a line a row.
fn text(buffer: &Buffer) -> String {
    let rows = (0..buffer.area.height).map(|y| row(buffer, y).trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n")
}

/// A row as it is seen: the cell after a wide character is a part of it.
fn row(buffer: &Buffer, y: u16) -> String {
    let mut line = String::new();
    let mut x = 0;
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol();
        line.push_str(symbol);
        x += symbol.width().max(1) as u16;
    }
    line
}

/// The runs of a row that have a style of their own, with the columns where they begin and end.
fn runs(buffer: &Buffer, y: u16) -> Vec<(u16, u16, String)> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let style = style(cell.fg, cell.bg, cell.modifier);
        let end = x + cell.symbol().width().max(1) as u16 - 1;
        match runs.last_mut() {
            Some((_, to, same)) if *same == style && *to + 1 == x => *to = end,
            _ => runs.push((x, end, style)),
        }
        x = end + 1;
    }
    runs.retain(|(.., style)| !style.is_empty());
    runs
}

fn style(fg: Color, bg: Color, modifier: Modifier) -> String {
    let mut parts = Vec::new();
    if fg != Color::Reset {
        parts.push(fg.to_string());
    }
    if bg != Color::Reset {
        parts.push(format!("on {bg}"));
    }
    parts.extend(modifier.iter_names().map(|(name, _)| name.to_lowercase()));
    parts.join(" ")
}
