//! A shop with its screens: messages go in, effects are carried out, until nothing is left to do.
//!
//! It knows no terminal, so that a test can sit where the terminal would be.

mod checkpoint;
mod prefetch;
mod sample;
mod turn;
mod writing;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::Frame;
use tempfile::TempDir;

use super::input::{Code, Input, cut_paste};
use super::job::{Job, JobEvent, JobOutcome, PendingJob};
use super::keymap::{Intent, Keymap};
use super::model::Model;
use super::msg::{Answer, Effect, Msg, Question, TerminalRequest};
use super::query_queue::{Priority, QueryQueue, QueuedQuery};
use super::theme::Look;
use super::{effects, update, view};
use crate::app::{self, App, Clock, Performed};
use crate::exchange::ReminderTemplates;
use crate::i18n::{Localizer, Sentence};
use turn::TurnLimit;
pub use turn::{MOST_TO_READ, MOST_TO_WRITE};
use writing::{Change, PendingWrite};

/// An open shop and what its screens show.
pub struct Session<C> {
    app: App,
    clock: C,
    model: Model,
    /// Queries that are to be answered behind the screens.
    queue: QueryQueue,
    /// Answers to prefetches that nobody has asked for yet.
    prefetched: Vec<(QueuedQuery, Box<Answer>)>,
    /// What is read for a sheet that opens then, unless somebody goes on.
    awaited: Option<Question>,
    /// The first reading of the shop that is shown; those before were of another one.
    shop_generation: u64,
    clipboard: Option<String>,
    terminal_request: Option<TerminalRequest>,
    /// A change that waits for another program.
    pending: Option<PendingWrite>,
    /// A job that nobody does yet, and how the one that goes on is stopped.
    pending_job: Option<PendingJob>,
    /// The changes taken back before the rest became a job.
    undone: Vec<Performed>,
    /// The work of the key thread.
    turn: TurnLimit,
    stop: Arc<AtomicBool>,
    /// Directory of a sample shop while it is shown, and that shop for the worker that reads from
    /// it.
    sample: Option<TempDir>,
    replaced_shop: Option<App>,
    /// Error of the last attempt to look at the file; it is shown once.
    last_read_error: Option<Sentence>,
    /// Seconds since anything happened: a key, an answer, a change by others.
    quiet: u8,
}

impl<C: Fn() -> Clock> Session<C> {
    /// Opens the screens of a shop, with the first of them read.
    ///
    /// # Errors
    /// If the shop cannot be read.
    pub fn open(
        mut app: App,
        words: Localizer,
        clock: C,
        look: Look,
        size: (u16, u16),
    ) -> app::Result<Self> {
        app.set_clock(clock());
        // From here on, changes made by others are noticed.
        app.changed_elsewhere()?;
        let mut model = Model::new(words, app.shop()?, app.today(), look, size);
        let effects = update::opening(&mut model);
        let turn = TurnLimit::of(&mut app)?;
        let mut session = Self {
            app,
            clock,
            model,
            queue: QueryQueue::default(),
            prefetched: Vec::new(),
            awaited: None,
            shop_generation: 0,
            clipboard: None,
            terminal_request: None,
            pending: None,
            pending_job: None,
            undone: Vec::new(),
            turn,
            stop: Arc::default(),
            sample: None,
            replaced_shop: None,
            last_read_error: None,
            quiet: 0,
        };
        session.run_effects(effects);
        Ok(session)
    }

    /// The same screens with keys that are bound otherwise.
    pub fn with_keys(mut self, keys: Keymap) -> Self {
        self.model.keys = keys;
        self
    }

    /// The same screens with a command that prints papers.
    pub fn with_printer(mut self, print: Option<String>) -> Self {
        self.model.print = print;
        self
    }

    /// The same screens with templates of the shop's own for reminders.
    pub fn with_reminders(mut self, reminders: ReminderTemplates) -> Self {
        self.model.reminders = reminders;
        self
    }

    /// Takes what the person did.
    pub fn on_input(&mut self, input: Input) {
        self.quiet = 0;
        if !matches!(input, Input::Resize(..)) {
            self.awaited = None;
        }
        let cut = input.is_too_long() && self.model.place().is_typed_in();
        if let Some(msg) = self.msg(input) {
            self.dispatch(msg);
        }
        if cut {
            self.dispatch(Msg::PasteCut);
        }
    }

    /// Takes the request to the terminal made since the last call, if any.
    pub fn take_terminal_request(&mut self) -> Option<TerminalRequest> {
        self.terminal_request.take()
    }

    /// Handles the failure to suspend: there is no shell to go back to.
    pub fn cannot_suspend(&mut self) {
        self.dispatch(Msg::CannotSuspend);
    }

    /// Removes and returns the queries for what the screens show, to be answered once they were drawn.
    pub fn take_queries(&mut self) -> Vec<QueuedQuery> {
        self.queue.take_queries()
    }

    /// Removes and returns the queries for what may be asked next.
    pub fn take_prefetches(&mut self) -> Vec<QueuedQuery> {
        self.queue.take_prefetches()
    }

    /// Keeps an answer that was read ahead until it is asked for, something else may be asked next, or
    /// the screens hear that the shop has changed: of others at the next pulse.
    pub fn store_prefetched(&mut self, later: QueuedQuery, answer: Box<Answer>) {
        let reading = self.model.generation;
        self.prefetched.retain(|(known, _)| known.generation == reading && *known != later);
        if later.generation == reading {
            self.prefetched.push((later, answer));
        }
    }

    /// Takes the answer to such a question, which was asked in a reading of the shop; returns
    /// whether it is still of use and may have changed the screen.
    pub fn answered(&mut self, reading: u64, answer: app::Result<Box<Answer>>) -> bool {
        self.quiet = 0;
        // An outdated answer is dropped, as it is queried again. Failures and slow answers are
        // reported all the same, unless they are about another shop; and learning goes on.
        let lasts = match answer.as_deref() {
            Ok(Answer::Accuracy(_) | Answer::Learned(_)) | Err(_) => true,
            Ok(_) => false,
        };
        let shows = !matches!(answer.as_deref(), Ok(Answer::Learned(_)));
        if reading != self.model.generation && !(lasts && reading >= self.shop_generation) {
            return false;
        }
        let words = &self.model.words;
        let msg =
            answer.map_or_else(|error| Msg::Failed(words.failed(&error), None), Msg::Answered);
        self.dispatch(msg);
        shows
    }

    /// Answers all waiting queries at once, where there is no worker thread to do it.
    pub fn catch_up(&mut self) {
        for later in self.take_queries() {
            if later.priority == Priority::Sheet {
                let answer = effects::answer(&mut self.app, later.question.clone());
                self.sheet_read(&later, answer.map(Box::new));
                continue;
            }
            let (reading, words) = (self.model.generation, &self.model.words);
            let asked = Effect::AskInBackground(later.question);
            if let Some(msg) = effects::run_effect(&mut self.app, &mut self.clipboard, words, asked)
                && (reading == self.model.generation)
            {
                let effects = update::update(&mut self.model, msg);
                self.run_effects(effects);
            }
        }
        for later in self.take_prefetches() {
            // An error is reported when the same question is asked in earnest.
            if let Ok(answer) = effects::answer(&mut self.app, later.question.clone()) {
                self.store_prefetched(later, Box::new(answer));
            }
        }
    }

    /// Handles the passing of a second: checks the clock and looks for changes made by others;
    /// returns whether the screen changed.
    pub fn pulse(&mut self) -> bool {
        self.quiet = self.quiet.saturating_add(1);
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
                self.last_read_error = None;
                if changed {
                    self.quiet = 0;
                }
                msgs.extend(changed.then_some(Msg::ChangedElsewhere));
            }
            Err(error) => {
                let said = self.model.words.failed(&error);
                if self.last_read_error.replace(said.clone()).as_ref() != Some(&said) {
                    msgs.push(Msg::Failed(said, None));
                }
            }
        }
        let changed = !msgs.is_empty();
        self.app.set_clock(clock);
        msgs.into_iter().for_each(|msg| self.dispatch(msg));
        changed
    }

    /// Returns the model that the screens show.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Returns whether the person wants to leave.
    pub fn is_over(&self) -> bool {
        self.model.leaving
    }

    /// Takes the text copied since the last call, for the clipboard of the terminal.
    pub fn take_copied(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    /// Takes the job begun since the last call; the caller has to run it.
    pub fn take_pending_job(&mut self) -> Option<PendingJob> {
        self.pending_job.take()
    }

    /// Takes the other shop shown since the last call, from which the worker reads from then on.
    pub fn take_replaced_shop(&mut self) -> Option<App> {
        self.replaced_shop.take()
    }

    /// Handles a report from a job.
    pub fn on_job(&mut self, told: JobEvent) {
        self.quiet = 0;
        if matches!(told, JobEvent::Ended(Ok(JobOutcome::Restored(..)))) {
            self.discard_queries();
        }
        let msg = match told {
            JobEvent::Progress(progress) => Msg::JobGoesOn(progress),
            JobEvent::Waits => Msg::JobWaits,
            JobEvent::UndoneTo(done, ended) => self.undone_to(done, ended),
            JobEvent::Ended(ended) => {
                Msg::JobEnded(ended.map_err(|error| error.sentence(&self.model.words)))
            }
        };
        self.dispatch(msg);
    }

    /// Draws the screens as they are.
    pub fn draw(&self, frame: &mut Frame) {
        view::view(&self.model, frame);
    }

    /// Returns the message for an input in the current context of the model.
    fn msg(&self, input: Input) -> Option<Msg> {
        match input {
            Input::Key(key) => {
                let place = self.model.place();
                let (keys, half) = (&self.model.keys, key.in_half_width());
                // The signs of an input method are the keys that type them, where no field takes them.
                let is_typed = matches!(half.code, Code::Char(sign) if place.types(sign));
                let meant = || keys.intent(place, half).filter(|_| !is_typed);
                let bound = keys.intent(place, key).or_else(meant).map(Msg::Act);
                let otherwise = || match place.is_typed_in() {
                    true => key.character().map(|typed| Msg::Type(typed.into())),
                    false => Some(Msg::Unbound(half)),
                };
                bound.or_else(otherwise)
            }
            Input::Paste(text) => Some(Msg::Type(cut_paste(text))),
            Input::Mouse(mouse) => Some(Msg::Mouse(mouse)),
            Input::Resize(width, height) => Some(Msg::Resize(width, height)),
        }
    }

    fn dispatch(&mut self, msg: Msg) {
        // The journal writes down when something was done, not when the screens were opened.
        let changes = matches!(
            msg,
            Msg::Act(Intent::Save | Intent::Undo | Intent::UndoTo | Intent::Redo | Intent::Choose)
        );
        if changes {
            self.app.set_clock((self.clock)());
        }
        let effects = update::update(&mut self.model, msg);
        self.run_effects(effects);
    }

    fn run_effects(&mut self, effects: Vec<Effect>) {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            if let Effect::AskInBackground(question) = effect {
                self.queue.push(QueuedQuery::new(question, self.model.generation));
                continue;
            }
            let msg = match effect {
                Effect::Prefetch(questions) => {
                    self.queue_prefetches(questions);
                    None
                }
                Effect::Begin(job) => self.begin(job),
                Effect::Stop => {
                    self.stop.store(true, Ordering::Relaxed);
                    None
                }
                Effect::Sample(file) => Some(self.show_sample(file.as_deref())),
                Effect::Perform(command) => Some(self.write(Change::Perform(command))),
                Effect::UndoTo(line) => Some(self.write(Change::UndoTo(line))),
                Effect::GiveUp => {
                    self.pending.take().and_then(|pending| pending.give_up(&self.model.words))
                }
                Effect::Terminal(request) => {
                    self.terminal_request = Some(request);
                    None
                }
                Effect::Ask(question) if question.is_read_aside() => {
                    self.queue.push(QueuedQuery::new(question, self.model.generation));
                    None
                }
                effect => match self.prefetched_answer(&effect) {
                    Some(answer) => Some(Msg::Answered(answer)),
                    None => self.run_within_limit(effect),
                },
            };
            waiting.extend(msg.into_iter().flat_map(|msg| update::update(&mut self.model, msg)));
        }
    }

    /// Prepares a job for [`Session::take_pending_job`]; returns a message if the shop cannot be
    /// opened.
    fn begin(&mut self, job: Job) -> Option<Msg> {
        match self.app.reopen() {
            Ok(app) => {
                self.stop = Arc::default();
                self.pending_job = Some(PendingJob { app, job, stop: Arc::clone(&self.stop) });
                None
            }
            Err(error) => Some(Msg::JobEnded(Err(self.model.words.failed(&error)))),
        }
    }

    /// Another shop is shown from now on: what was to be read of the one before is of no use any more, nor
    /// is what is being read of it.
    fn discard_queries(&mut self) {
        self.queue.clear();
        self.prefetched.clear();
        self.awaited = None;
        self.pending = None;
        self.shop_generation = self.model.generation + 1;
    }
}
