//! A shop with its screens: messages go in, effects are carried out, until nothing is left to do.
//!
//! It knows no terminal, so that a test can sit where the terminal would be.

use ratatui::Frame;

use super::input::{Code, Input, Key};
use super::keymap::{Intent, Keymap};
use super::model::Model;
use super::msg::{Answer, Effect, Msg, Question};
use super::theme::Look;
use super::{effects, update, view};
use crate::app::{self, App, Clock};
use crate::words::{Sentence, Words};

/// An open shop and what its screens show.
pub struct Session<C> {
    app: App,
    clock: C,
    model: Model,
    /// What is to be read once the screen was drawn.
    later: Vec<Question>,
    clipboard: Option<String>,
    /// What kept the file from being looked at when that was last tried; it is told once.
    trouble: Option<Sentence>,
}

impl<C: Fn() -> Clock> Session<C> {
    /// Opens the screens of a shop, with the first of them read.
    ///
    /// # Errors
    /// If the shop cannot be read.
    pub fn open(
        mut app: App,
        words: Words,
        clock: C,
        look: Look,
        size: (u16, u16),
    ) -> app::Result<Self> {
        app.set_clock(clock());
        // From here on, whatever others change is news.
        app.changed_elsewhere()?;
        let mut model = Model::new(words, app.shop()?, app.today(), look, size);
        let effects = update::opening(&mut model);
        let mut session =
            Self { app, clock, model, later: Vec::new(), clipboard: None, trouble: None };
        session.carry_out(effects);
        Ok(session)
    }

    /// The same screens with keys that are bound otherwise.
    pub fn with_keys(mut self, keys: Keymap) -> Self {
        self.model.keys = keys;
        self
    }

    /// Takes what the person did.
    pub fn take(&mut self, input: Input) {
        if let Some(msg) = self.msg(input) {
            self.tell(msg);
        }
    }

    /// What is to be read once the screen was drawn, since this was asked last.
    pub fn take_later(&mut self) -> Vec<Question> {
        std::mem::take(&mut self.later)
    }

    /// Takes the answer to such a question.
    pub fn answered(&mut self, answer: app::Result<Box<Answer>>) {
        let words = &self.model.words;
        let msg = answer.map_or_else(|error| Msg::Failed(words.failed(&error)), Msg::Answered);
        self.tell(msg);
    }

    /// Reads at once whatever could wait, where there is no thread to read it.
    pub fn catch_up(&mut self) {
        let later = self.take_later();
        self.carry_out(later.into_iter().map(Effect::Ask).collect());
    }

    /// A second passed: looks at the clock and for what others changed; tells whether anything did
    /// change on the screen.
    pub fn pulse(&mut self) -> bool {
        let clock = (self.clock)();
        let mut msgs = Vec::new();
        if self.model.toast.is_some() {
            msgs.push(Msg::Second);
        }
        if clock.today != self.model.today {
            msgs.push(Msg::DayTurned(clock.today));
        }
        match self.app.changed_elsewhere() {
            Ok(changed) => {
                self.trouble = None;
                msgs.extend(changed.then_some(Msg::ChangedElsewhere));
            }
            Err(error) => {
                let said = self.model.words.failed(&error);
                if self.trouble.replace(said.clone()).as_ref() != Some(&said) {
                    msgs.push(Msg::Failed(said));
                }
            }
        }
        let changed = !msgs.is_empty();
        self.app.set_clock(clock);
        msgs.into_iter().for_each(|msg| self.tell(msg));
        changed
    }

    /// What the screens know.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Whether the person wants to leave.
    pub fn is_over(&self) -> bool {
        self.model.leaving
    }

    /// What was copied since this was asked last, for the clipboard of the terminal.
    pub fn take_copied(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    /// Draws the screens as they are.
    pub fn draw(&self, frame: &mut Frame) {
        view::view(&self.model, frame);
    }

    /// What an input means where the model stands.
    fn msg(&self, input: Input) -> Option<Msg> {
        match input {
            Input::Key(key) => {
                let bound = self.model.keys.intent(self.model.place(), key);
                bound.map(Msg::Act).or_else(|| typed(key))
            }
            Input::Paste(text) => Some(Msg::Type(text)),
            Input::Mouse(mouse) => Some(Msg::Mouse(mouse)),
            Input::Resize(width, height) => Some(Msg::Resize(width, height)),
        }
    }

    fn tell(&mut self, msg: Msg) {
        // The journal writes down when something was done, not when the screens were opened.
        let changes = matches!(
            msg,
            Msg::Act(Intent::Save | Intent::Undo | Intent::UndoTo | Intent::Redo | Intent::Choose)
        );
        if changes {
            self.app.set_clock((self.clock)());
        }
        let effects = update::update(&mut self.model, msg);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            if let Effect::AskLater(question) = effect {
                if !self.later.contains(&question) {
                    self.later.push(question);
                }
                continue;
            }
            let msg =
                effects::carry_out(&mut self.app, &mut self.clipboard, &self.model.words, effect);
            waiting.extend(update::update(&mut self.model, msg));
        }
    }
}

/// A key that means nothing else types its character.
fn typed(key: Key) -> Option<Msg> {
    match key {
        Key { code: Code::Char(character), ctrl: false } => Some(Msg::Type(character.into())),
        Key { .. } => None,
    }
}
