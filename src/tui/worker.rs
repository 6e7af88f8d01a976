//! Reads that take long in a large shop, on a thread and a connection of their own: whoever types
//! does not wait for them.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::effects;
use super::events::Event;
use super::msg::{Later, Question};
use crate::app::{App, Clock};

/// The longest rest after something that nobody waits for.
const MOST_REST: Duration = Duration::from_millis(200);

/// Where questions are left that can wait.
pub struct Worker {
    questions: Sender<(Clock, Later)>,
}

impl Worker {
    /// Begins to answer; what is answered arrives among the events.
    ///
    /// # Errors
    /// If the system does not let us start a thread.
    pub fn start(app: App, answers: Sender<Event>) -> io::Result<Self> {
        let (questions, waiting) = channel();
        thread::Builder::new()
            .name("reads".to_owned())
            .spawn(move || answer_all(app, &waiting, &answers))?;
        Ok(Self { questions })
    }

    /// Leaves a question to be answered as of a moment.
    pub fn ask(&self, clock: Clock, later: Later) {
        // Where nobody answers any more, the program is about to end.
        let _ = self.questions.send((clock, later));
    }
}

fn answer_all(mut app: App, waiting: &Receiver<(Clock, Later)>, answers: &Sender<Event>) {
    let mut asked: VecDeque<(Clock, Later)> = VecDeque::new();
    let mut rested = Instant::now();
    loop {
        // Everything that was asked is taken before the first of it is answered.
        let next = match asked.iter().all(|(_, one)| one.question.can_wait()) {
            true if asked.is_empty() => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
            true => waiting.recv_timeout(rested.saturating_duration_since(Instant::now())),
            false => waiting.recv_timeout(Duration::ZERO),
        };
        match next {
            Ok((clock, later)) => {
                // What was asked twice meanwhile is answered once, and last.
                asked.retain(|(_, one)| !later.question.supersedes(&one.question));
                asked.push_back((clock, later));
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let first = asked.iter().position(|(_, one)| !one.question.can_wait()).unwrap_or(0);
        let Some((clock, Later { question, reading })) = asked.remove(first) else { continue };
        app.set_clock(clock);
        if question.takes_long() && answer_apart(&app, (question.clone(), reading), answers) {
            continue;
        }
        let (begun, can_wait) = (Instant::now(), question.can_wait());
        let answer = effects::answer(&mut app, question).map(Box::new);
        if can_wait {
            // It leaves the file to others for as long as it had it, so that whoever writes finds it free.
            rested = Instant::now() + begun.elapsed().min(MOST_REST);
        }
        if answers.send(Event::Answered(reading, answer)).is_err() {
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
