//! Rows that are marked, so that one key does something with all of them.

use super::{Screen, Subject};

/// What the marked rows of a screen are about; a screen on which a row is marked forgets the marks of
/// another.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Marks {
    screen: Option<Screen>,
    subjects: Vec<Subject>,
}

impl Marks {
    /// The marked rows of a screen, in the order in which they were marked.
    pub fn of(&self, screen: Screen) -> &[Subject] {
        if self.screen == Some(screen) { &self.subjects } else { &[] }
    }

    /// Whether such a row is marked, however often its list was read again.
    pub fn has(&self, screen: Screen, subject: impl FnOnce() -> Subject) -> bool {
        let marked = self.of(screen);
        !marked.is_empty() && {
            let subject = subject();
            marked.iter().any(|one| one.is_same(&subject))
        }
    }

    /// Marks a row, or unmarks it.
    pub fn mark(&mut self, screen: Screen, subject: Subject) {
        self.turn_to(screen);
        match self.subjects.iter().position(|one| one.is_same(&subject)) {
            Some(place) => {
                self.subjects.remove(place);
            }
            None => self.subjects.push(subject),
        }
    }

    /// Marks all of these rows; if they are marked already, unmarks them.
    pub fn mark_all(&mut self, screen: Screen, subjects: Vec<Subject>) {
        self.turn_to(screen);
        let is_in = |one: &Subject, others: &[Subject]| others.iter().any(|it| it.is_same(one));
        let new: Vec<Subject> =
            subjects.iter().filter(|one| !is_in(one, &self.subjects)).cloned().collect();
        if new.is_empty() {
            self.subjects.retain(|one| !is_in(one, &subjects));
        } else {
            self.subjects.extend(new);
        }
    }

    /// Unmarks the rows that something was done with.
    pub fn unmark(&mut self, done: impl Fn(&Subject) -> bool) {
        self.subjects.retain(|one| !done(one));
    }

    /// Unmarks everything.
    pub fn clear(&mut self) {
        self.subjects.clear();
    }

    fn turn_to(&mut self, screen: Screen) {
        if self.screen.replace(screen) != Some(screen) {
            self.subjects.clear();
        }
    }
}
