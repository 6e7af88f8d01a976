//! A session without a terminal: keys go in, a picture with its styles comes out.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ricejar::app::{App, Clock};
use ricejar::domain::shop::Language;
use ricejar::i18n::Localizer;
use ricejar::tui::input::{Input, KeyPress, Mouse, MouseDid};
use ricejar::tui::session::Session;
use ricejar::tui::theme::Look;
use unicode_width::UnicodeWidthStr;

use super::picture;
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
        picture::whole_text(self.terminal.backend().buffer())
    }

    /// The screen, cell by cell.
    pub fn buffer(&mut self) -> Buffer {
        self.draw();
        self.terminal.backend().buffer().clone()
    }

    /// The text of the screen, a line a row.
    pub fn text(&mut self) -> String {
        picture::whole_text(&self.buffer())
    }

    /// The whole screen: its text, where the cursor stands, and which words have which tone.
    pub fn picture(&mut self) -> String {
        let buffer = self.buffer();
        picture::of(&buffer, buffer.area, self.cursor)
    }

    /// The same of the frame that has the focus alone: what lies over a screen, without the screen.
    pub fn detail(&mut self) -> String {
        let buffer = self.buffer();
        picture::of(&buffer, picture::focused(&buffer), self.cursor)
    }

    /// The text of the frame that has the focus.
    pub fn detail_text(&mut self) -> String {
        let buffer = self.buffer();
        picture::text(&buffer, picture::focused(&buffer))
    }

    /// The line of keys below the screen.
    pub fn footer(&mut self) -> String {
        self.text().lines().next_back().unwrap_or_default().to_owned()
    }
}
