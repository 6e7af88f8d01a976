//! Reads that take long in a large shop, on a thread and a connection of their own: whoever types
//! does not wait for them.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::effects;
use super::events::Event;
use super::msg::{Question, QueuedQuery};
use crate::app::{App, Clock};

/// The longest rest after something that nobody waits for.
const MOST_REST: Duration = Duration::from_millis(200);

/// Where questions are left that can wait.
pub struct Worker {
    orders: Sender<Order>,
}

/// Something to be done on the thread.
enum Order {
    /// Answer a question.
    Answer(Box<QueuedQuestion>),
    /// Fold the newest changes into the file.
    Checkpoint,
}

/// A question, the moment as of which it is answered, and who wants to know.
struct QueuedQuestion {
    clock: Clock,
    later: QueuedQuery,
    origin: Origin,
}

/// Who wants to know.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// Somebody who looks at the screen.
    User,
    /// Nobody yet.
    Prefetch,
}

/// Which questions are answered first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Priority {
    /// What may be asked next, perhaps in a moment, and takes only milliseconds.
    Prefetch,
    /// What the screen waits for.
    Visible,
    /// The same, where it takes a while.
    Slow,
    /// What nobody waits for.
    Background,
}

impl QueuedQuestion {
    fn priority(&self) -> Priority {
        let question = &self.later.question;
        match self.origin {
            Origin::User if question.can_wait() => Priority::Background,
            Origin::User if question.is_slow() => Priority::Slow,
            Origin::User => Priority::Visible,
            Origin::Prefetch => Priority::Prefetch,
        }
    }

    /// Whether another one need not be answered any more.
    fn supersedes(&self, other: &Self) -> bool {
        let (later, before) = (&self.later, &other.later);
        match (self.origin, other.origin) {
            // What was read ahead of another reading of the shop is of no use any more.
            (_, Origin::Prefetch) => before.generation < later.generation || before == later,
            (Origin::User, Origin::User) => later.question.supersedes(&before.question),
            (Origin::Prefetch, Origin::User) => false,
        }
    }
}

impl Worker {
    /// Begins to answer; what is answered arrives among the events.
    ///
    /// # Errors
    /// If the system does not let us start a thread.
    pub fn start(app: App, answers: Sender<Event>) -> io::Result<Self> {
        let (orders, waiting) = channel();
        thread::Builder::new()
            .name("reads".to_owned())
            .spawn(move || answer_all(app, &waiting, &answers))?;
        Ok(Self { orders })
    }

    /// Leaves a question to be answered as of a moment.
    pub fn ask(&self, clock: Clock, later: QueuedQuery) {
        self.leave(QueuedQuestion { clock, later, origin: Origin::User });
    }

    /// Leaves a question that may be asked next.
    pub fn ask_ahead(&self, clock: Clock, later: QueuedQuery) {
        self.leave(QueuedQuestion { clock, later, origin: Origin::Prefetch });
    }

    /// Folds the newest changes into the file, so that a plain copy of it has them; nobody waits for that.
    pub fn checkpoint(&self) {
        let _ = self.orders.send(Order::Checkpoint);
    }

    fn leave(&self, asked: QueuedQuestion) {
        // Where nobody answers any more, the program is about to end.
        let _ = self.orders.send(Order::Answer(Box::new(asked)));
    }
}

fn answer_all(mut app: App, waiting: &Receiver<Order>, answers: &Sender<Event>) {
    let mut asked: VecDeque<QueuedQuestion> = VecDeque::new();
    let mut rested = Instant::now();
    loop {
        // Everything that was asked is taken before the first of it is answered.
        let next = match asked.iter().map(QueuedQuestion::priority).min() {
            None => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(Priority::Background) => {
                waiting.recv_timeout(rested.saturating_duration_since(Instant::now()))
            }
            Some(Priority::Prefetch | Priority::Visible | Priority::Slow) => {
                waiting.recv_timeout(Duration::ZERO)
            }
        };
        match next {
            Ok(Order::Checkpoint) => {
                // What fails now is done at the next chance.
                let _ = app.checkpoint();
                continue;
            }
            Ok(Order::Answer(next)) => {
                // What was asked twice meanwhile is answered once, and last.
                asked.retain(|one| !next.supersedes(one));
                asked.push_back(*next);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let first = (0..asked.len()).min_by_key(|at| asked.get(*at).map(QueuedQuestion::priority));
        let Some(next) = first.and_then(|at| asked.remove(at)) else { continue };
        let (begun, turn) = (Instant::now(), next.priority());
        let QueuedQuestion { clock, later, origin: by } = next;
        app.set_clock(clock);
        let QueuedQuery { question, generation: reading } = later;
        if question.takes_long() && answer_apart(&app, (question.clone(), reading), answers) {
            continue;
        }
        let answer = effects::answer(&mut app, question.clone()).map(Box::new);
        if turn == Priority::Background {
            // It leaves the file to others for as long as it had it, so that whoever writes finds it free.
            rested = Instant::now() + begun.elapsed().min(MOST_REST);
        }
        let answer = match (by, answer) {
            (Origin::User, answer) => Event::Answered(reading, answer),
            (Origin::Prefetch, Ok(answer)) => {
                Event::ReadAhead(QueuedQuery { question, generation: reading }, answer)
            }
            // What cannot be read is told when somebody asks for it.
            (Origin::Prefetch, Err(_)) => continue,
        };
        if answers.send(answer).is_err() {
            return;
        }
    }
}

/// Answers a question on a thread of its own, which ends with it; tells whether there is one.
fn answer_apart(app: &App, (question, reading): (Question, u64), answers: &Sender<Event>) -> bool {
    let Ok(mut app) = app.reader() else { return false };
    let answers = answers.clone();
    let answer = move || {
        let answer = effects::answer(&mut app, question).map(Box::new);
        // Where nobody listens any more, the program is about to end.
        let _ = answers.send(Event::Answered(reading, answer));
    };
    thread::Builder::new().name("report".to_owned()).spawn(answer).is_ok()
}
