//! The threads that answer queries, each on a connection of its own, so that typing never waits for a read
//! that takes long in a large shop, and what the screens show never for what is learned. Which query is
//! answered first is in [`super::query_queue`].

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::effects;
use super::events::Event;
use super::query_queue::{Priority, QueryQueue, QueuedQuery, RunningQuery};
use crate::app::{self, App, Clock, StoreError};

/// Longest pause after a background query.
const MAX_REST: Duration = Duration::from_millis(200);

/// The threads that answer queries behind the screens.
pub struct Workers {
    /// For what the screens show.
    reads: Worker,
    /// For what somebody searches for as they type: it waits for nothing else.
    searches: Worker,
    /// For what nobody waits for.
    learning: Worker,
}

impl Workers {
    /// Begins to answer; what is answered arrives among the events.
    ///
    /// # Errors
    /// If the shop cannot be opened once more, or the system does not let us start a thread.
    pub fn start(app: App, answers: Sender<Event>) -> Result<Self, super::Error> {
        let (searching, beside) = (app.reader()?, app.reader()?);
        Ok(Self {
            reads: Worker::start("reads", app, answers.clone())?,
            searches: Worker::start("searches", searching, answers.clone())?,
            learning: Worker::start("learning", beside, answers)?,
        })
    }

    /// Queues a query, to be answered as of a moment.
    pub fn ask(&self, clock: Clock, query: QueuedQuery) {
        match query.priority {
            Priority::Background => self.learning.ask(clock, query),
            Priority::Visible if query.question.is_search() => self.searches.ask(clock, query),
            Priority::Prefetch | Priority::Sheet | Priority::Visible => {
                self.reads.ask(clock, query);
            }
            Priority::Report | Priority::Slow => self.reads.ask(clock, query),
        }
    }

    /// Folds the newest changes into the file, so that a plain copy of it has them; nobody waits for that.
    pub fn checkpoint(&self) {
        // Where nobody answers any more, the program is about to end.
        let _ = self.reads.orders.send(Order::Checkpoint);
    }
}

/// A thread that answers queries.
struct Worker {
    orders: Sender<Order>,
    running: Arc<RunningQuery>,
}

/// Something to be done on the thread.
enum Order {
    /// Answer a query as of a moment.
    Answer(Box<(Clock, QueuedQuery)>),
    /// Fold the newest changes into the file.
    Checkpoint,
}

impl Worker {
    fn start(name: &str, mut app: App, answers: Sender<Event>) -> Result<Self, super::Error> {
        let (orders, waiting) = channel();
        let running = Arc::<RunningQuery>::default();
        let watched = Arc::clone(&running);
        app.stop_when(move || watched.is_superseded())?;
        let answered = Arc::clone(&running);
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || answer_all(app, &waiting, &answers, &answered))?;
        Ok(Self { orders, running })
    }

    fn ask(&self, clock: Clock, query: QueuedQuery) {
        self.running.stop_for(&query);
        // Where nobody answers any more, the program is about to end.
        let _ = self.orders.send(Order::Answer(Box::new((clock, query))));
    }
}

fn answer_all(
    mut app: App,
    orders: &Receiver<Order>,
    answers: &Sender<Event>,
    running: &RunningQuery,
) {
    let mut queue = QueryQueue::default();
    let mut rested = Instant::now();
    loop {
        // All orders are taken before the most urgent query is answered.
        let order = match queue.priority() {
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(Priority::Background) => {
                orders.recv_timeout(rested.saturating_duration_since(Instant::now()))
            }
            Some(
                Priority::Prefetch
                | Priority::Sheet
                | Priority::Visible
                | Priority::Report
                | Priority::Slow,
            ) => orders.recv_timeout(Duration::ZERO),
        };
        match order {
            Ok(Order::Checkpoint) => {
                // A failed checkpoint is made up for at the next opportunity.
                let _ = app.checkpoint();
                continue;
            }
            Ok(Order::Answer(order)) => {
                let (clock, query) = *order;
                app.set_clock(clock);
                queue.push(query);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let Some(query) = queue.pop() else { continue };
        let begun = Instant::now();
        if query.priority == Priority::Report && answer_apart(&app, query.clone(), answers) {
            continue;
        }
        running.begin(&query);
        let answer = effects::answer(&mut app, query.question.clone()).map(Box::new);
        if running.end() && matches!(answer, Err(app::Error::Store(StoreError::Stopped))) {
            continue;
        }
        if query.priority == Priority::Background {
            // Backs off for as long as the query took, so that background work never starves a writer.
            rested = Instant::now() + begun.elapsed().min(MAX_REST);
        }
        let answer = match (query.is_prefetch(), answer) {
            (false, answer) if query.priority == Priority::Sheet => Event::Sheet(query, answer),
            (false, answer) => Event::Answered(query.generation, answer),
            (true, Ok(answer)) => Event::Prefetched(query, answer),
            // A failure is shown when somebody asks the question.
            (true, Err(_)) => continue,
        };
        if answers.send(answer).is_err() {
            return;
        }
    }
}

/// Answers a query on a thread of its own, which ends with it; returns whether the thread was started.
fn answer_apart(app: &App, query: QueuedQuery, answers: &Sender<Event>) -> bool {
    let Ok(mut app) = app.reader() else { return false };
    let answers = answers.clone();
    let answer = move || {
        let answer = effects::answer(&mut app, query.question).map(Box::new);
        // Where nobody listens any more, the program is about to end.
        let _ = answers.send(Event::Answered(query.generation, answer));
    };
    thread::Builder::new().name("report".to_owned()).spawn(answer).is_ok()
}
