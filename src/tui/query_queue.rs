//! The questions that are answered behind the screens: one table of how urgent each is, and the queue in
//! which they wait, in the session and in the worker alike.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::msg::Question;

/// The urgency of a query: those further up are answered first.
///
/// | priority | waits for the answer | takes, in a large shop | where it is answered |
/// |---|---|---|---|
/// | `Prefetch` | nobody yet, somebody perhaps in a moment | milliseconds | worker |
/// | `Sheet` | a sheet that takes longer than a turn of the key thread, unless somebody goes on | a part of a second | worker |
/// | `Visible` | the screen, which shows the rest meanwhile | a part of a second | worker |
/// | `Report` | a sheet that says so | minutes | a thread of its own |
/// | `Slow` | the screen | a few seconds | worker |
/// | `Background` | nobody | milliseconds, again and again | the worker for learning, which then backs off |
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "the table says it")]
pub enum Priority {
    Prefetch,
    Sheet,
    Visible,
    Report,
    Slow,
    Background,
}

impl Question {
    /// Returns its priority when the screens ask it; a prefetch is the session's own idea.
    pub fn priority(&self) -> Priority {
        match self {
            Self::Learn => Priority::Background,
            Self::Accuracy | Self::CashFlow => Priority::Report,
            // The balance of a tab on a day in the past is stored nowhere.
            Self::Tabs(asked) if asked.list.on.is_some() => Priority::Slow,
            _ => Priority::Visible,
        }
    }
}

/// A question that is answered behind the screens.
#[derive(Clone, PartialEq, Debug)]
pub struct QueuedQuery {
    /// The question.
    pub question: Question,
    /// The reading of the shop that it belongs to, by the number that the model gives it.
    pub generation: u64,
    /// Its urgency.
    pub priority: Priority,
}

impl QueuedQuery {
    /// Returns a query for something that the screens show.
    pub fn new(question: Question, generation: u64) -> Self {
        Self { priority: question.priority(), question, generation }
    }

    /// Returns a query for something that may be asked next.
    pub const fn prefetch(question: Question, generation: u64) -> Self {
        Self { question, generation, priority: Priority::Prefetch }
    }

    /// Returns a query for a sheet that opens once it is read.
    pub const fn sheet(question: Question, generation: u64) -> Self {
        Self { question, generation, priority: Priority::Sheet }
    }

    /// Returns whether it is a prefetch.
    pub fn is_prefetch(&self) -> bool {
        self.priority == Priority::Prefetch
    }

    /// Returns whether another query need not be answered any more once this one waits: it is the same, it is
    /// about something that was left, or it is a prefetch of an older reading of the shop.
    fn supersedes(&self, other: &Self) -> bool {
        match (self.is_prefetch(), other.is_prefetch()) {
            (false, false) => self.question.supersedes(&other.question),
            (true, false) => false,
            (_, true) => {
                let same = self.generation == other.generation && self.question == other.question;
                other.generation < self.generation || same
            }
        }
    }
}

/// Queries that wait, in the order in which they were asked.
#[derive(Debug, Default)]
pub struct QueryQueue {
    queries: VecDeque<QueuedQuery>,
}

impl QueryQueue {
    /// Adds a query, and drops those that it supersedes: a question asked twice is answered once, and last.
    pub fn push(&mut self, query: QueuedQuery) {
        self.queries.retain(|waiting| !query.supersedes(waiting));
        self.queries.push_back(query);
    }

    /// Puts prefetches in the place of all that wait.
    pub fn replace_prefetches(&mut self, prefetches: impl IntoIterator<Item = QueuedQuery>) {
        self.queries.retain(|waiting| !waiting.is_prefetch());
        self.queries.extend(prefetches);
    }

    /// Returns the highest priority of those that wait.
    pub fn priority(&self) -> Option<Priority> {
        self.queries.iter().map(|query| query.priority).min()
    }

    /// Removes and returns the most urgent query; of several the one that was asked first.
    pub fn pop(&mut self) -> Option<QueuedQuery> {
        let priority = self.priority()?;
        let first = self.queries.iter().position(|query| query.priority == priority)?;
        self.queries.remove(first)
    }

    /// Removes and returns the queries for what the screens show.
    pub fn take_queries(&mut self) -> Vec<QueuedQuery> {
        let queries = std::mem::take(&mut self.queries);
        let (prefetches, queries) = queries.into_iter().partition(QueuedQuery::is_prefetch);
        self.queries = prefetches;
        Vec::from(queries)
    }

    /// Removes and returns the prefetches.
    pub fn take_prefetches(&mut self) -> Vec<QueuedQuery> {
        let queries = std::mem::take(&mut self.queries);
        let (prefetches, queries) = queries.into_iter().partition(QueuedQuery::is_prefetch);
        self.queries = queries;
        Vec::from(prefetches)
    }

    /// Drops every query.
    pub fn clear(&mut self) {
        self.queries.clear();
    }
}

/// The query that a worker answers: it is stopped as soon as a newer one makes its answer unnecessary.
#[derive(Debug, Default)]
pub struct RunningQuery {
    query: Mutex<Option<QueuedQuery>>,
    is_superseded: AtomicBool,
}

impl RunningQuery {
    /// Sets the query that is answered from now on.
    pub fn begin(&self, query: &QueuedQuery) {
        let mut running = self.query();
        self.is_superseded.store(false, Ordering::Relaxed);
        *running = Some(query.clone());
    }

    /// Ends the query; returns whether it was superseded.
    pub fn end(&self) -> bool {
        let mut running = self.query();
        *running = None;
        self.is_superseded.swap(false, Ordering::Relaxed)
    }

    /// Stops the query if a newer one supersedes it. What nobody waits for is never stopped: it writes what
    /// it has learned.
    pub fn stop_for(&self, newer: &QueuedQuery) {
        let running = self.query();
        let is_read = |query: &QueuedQuery| query.priority != Priority::Background;
        if running.as_ref().is_some_and(|query| is_read(query) && newer.supersedes(query)) {
            self.is_superseded.store(true, Ordering::Relaxed);
        }
    }

    /// Returns whether the query is of no use any more.
    pub fn is_superseded(&self) -> bool {
        self.is_superseded.load(Ordering::Relaxed)
    }

    fn query(&self) -> MutexGuard<'_, Option<QueuedQuery>> {
        self.query.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::domain::query::{CustomerQuery, IncludeFormer, Page, TabQuery};
    use crate::tui::model::PageRequest;

    fn order(queue: &mut QueryQueue) -> Vec<Question> {
        std::iter::from_fn(|| queue.pop()).map(|query| query.question).collect()
    }

    #[test]
    fn queries_are_answered_by_priority_and_then_in_the_order_in_which_they_were_asked() {
        let mut queue = QueryQueue::default();
        for question in [Question::Learn, Question::Accuracy, Question::Review, Question::Insights]
        {
            queue.push(QueuedQuery::new(question, 1));
        }
        queue.replace_prefetches([QueuedQuery::prefetch(
            Question::Products(IncludeFormer::Without),
            1,
        )]);
        assert_eq!(queue.priority(), Some(Priority::Prefetch));
        let expected = [
            Question::Products(IncludeFormer::Without),
            Question::Review,
            Question::Insights,
            Question::Accuracy,
            Question::Learn,
        ];
        assert_eq!(order(&mut queue), expected);
    }

    #[test]
    fn a_newer_letter_supersedes_an_older_one_of_the_same_list() {
        let mut queue = QueryQueue::default();
        let letters = |query: &str| {
            let list = CustomerQuery { query: query.to_owned(), ..CustomerQuery::default() };
            Question::Customers(PageRequest { list, page: Page::First, most: 30 })
        };
        let page =
            Question::Tabs(PageRequest { list: TabQuery::default(), page: Page::First, most: 30 });
        queue.push(QueuedQuery::new(letters("w"), 1));
        queue.push(QueuedQuery::new(page.clone(), 1));
        queue.push(QueuedQuery::new(letters("wy"), 1));
        queue.push(QueuedQuery::new(letters("wyq"), 1));
        assert_eq!(order(&mut queue), [page, letters("wyq")]);
    }

    #[test]
    fn a_newer_letter_stops_the_search_for_an_older_one_and_nothing_else() {
        let letters = |query: &str| {
            let list = TabQuery { query: query.to_owned(), ..TabQuery::default() };
            QueuedQuery::new(Question::Tabs(PageRequest { list, page: Page::First, most: 30 }), 1)
        };
        let running = RunningQuery::default();
        running.begin(&letters("w"));
        running.stop_for(&QueuedQuery::new(Question::Review, 1));
        assert!(!running.is_superseded());
        running.stop_for(&letters("wy"));
        assert!(running.is_superseded() && running.end());
        // The newer one is not stopped for what stopped the older one.
        running.begin(&letters("wy"));
        assert!(!running.is_superseded() && !running.end());
        running.begin(&QueuedQuery::new(Question::Learn, 1));
        running.stop_for(&QueuedQuery::new(Question::Learn, 2));
        assert!(!running.end());
    }

    #[test]
    fn a_query_drops_what_is_of_no_use_any_more() {
        let mut queue = QueryQueue::default();
        let day = Day::default();
        queue.push(QueuedQuery::new(Question::Week(day), 1));
        queue.push(QueuedQuery::new(Question::Review, 1));
        queue.push(QueuedQuery::prefetch(Question::Insights, 1));
        queue.push(QueuedQuery::new(Question::Week(day), 2));
        assert_eq!(order(&mut queue), [Question::Review, Question::Week(day)]);
    }
}
