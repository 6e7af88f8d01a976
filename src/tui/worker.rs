//! Reads that take long in a large shop, on a thread and a connection of their own: whoever types
//! does not wait for them.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::effects;
use super::events::Event;
use super::msg::Question;
use crate::app::{App, Clock};

/// Where questions are left that can wait.
pub struct Worker {
    questions: Sender<(Clock, Question)>,
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
    pub fn ask(&self, clock: Clock, question: Question) {
        // Where nobody answers any more, the program is about to end.
        let _ = self.questions.send((clock, question));
    }
}

fn answer_all(mut app: App, waiting: &Receiver<(Clock, Question)>, answers: &Sender<Event>) {
    while let Ok(first) = waiting.recv() {
        // What was asked twice meanwhile is answered once, and last.
        let mut asked: Vec<(Clock, Question)> = Vec::new();
        for (clock, question) in std::iter::once(first).chain(waiting.try_iter()) {
            asked.retain(|(_, same)| *same != question);
            asked.push((clock, question));
        }
        for (clock, question) in asked {
            app.set_clock(clock);
            let answer = effects::answer(&app, question).map(Box::new);
            if answers.send(Event::Answered(answer)).is_err() {
                return;
            }
        }
    }
}
