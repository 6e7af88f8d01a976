//! Prefetches: questions that are likely asked next, and their answers.

use super::Session;
use crate::tui::msg::{Answer, Effect, Question};
use crate::tui::query_queue::QueuedQuery;

impl<C> Session<C> {
    /// Queues prefetches, unless their answers are here; drops every other prefetch and answer.
    pub(super) fn queue_prefetches(&mut self, questions: Vec<Question>) {
        let reading = self.model.generation;
        self.prefetched.retain(|(known, _)| {
            known.generation == reading && questions.contains(&known.question)
        });
        let prefetches =
            questions.into_iter().map(|question| QueuedQuery::prefetch(question, reading));
        let known = |one: &QueuedQuery| self.prefetched.iter().any(|(known, _)| known == one);
        self.queue.replace_prefetches(prefetches.filter(|one| !known(one)));
    }

    /// Returns the answer to a question that was read ahead.
    pub(super) fn prefetched_answer(&mut self, effect: &Effect) -> Option<Box<Answer>> {
        let Effect::Ask(question) = effect else { return None };
        let reading = self.model.generation;
        let asked = |(known, _): &(QueuedQuery, _)| {
            known.generation == reading && known.question == *question
        };
        let at = self.prefetched.iter().position(asked)?;
        Some(self.prefetched.swap_remove(at).1)
    }
}
