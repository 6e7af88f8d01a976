//! The page of a customer: what is selected on it, field by field, and how far it is scrolled.

use crate::domain::customer::CustomerField;
use crate::domain::id::{CustomerId, JarId};
use crate::reports::CustomerPage;
use crate::reports::customer_page::PageJar;
use crate::tui::keymap::Step;

/// The notebook page of a customer.
#[derive(Clone, PartialEq, Debug)]
pub struct PageSheet {
    /// What is known.
    pub page: Box<CustomerPage>,
    /// The first line that is shown.
    pub top: usize,
    /// The field that is selected; `None` until one is.
    pub at: Option<PageField>,
    /// The jar that was chosen; `None` is the one that runs out first.
    pub jar: Option<JarId>,
}

/// Something on the page that can be changed where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PageField {
    /// A field of the customer.
    Customer(CustomerField),
    /// What is not known of the customer yet.
    Unknown,
    /// What is agreed about a jar.
    Jar(JarId),
}

/// Whether a step found a field to go to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stepped {
    /// It did.
    ToField,
    /// There is none: the page goes on line by line.
    Nowhere,
}

impl PageSheet {
    /// A page as it opens.
    pub fn new(page: Box<CustomerPage>) -> Self {
        Self { page, top: 0, at: None, jar: None }
    }

    /// The jar that a key would change: the chosen one, or the one that runs out first.
    pub fn selected(&self) -> Option<&PageJar> {
        let jars = &self.page.jars;
        let likely = |jar: &&PageJar| jar.forecast.as_ref().map(|row| row.likely);
        let first = || jars.iter().filter(|jar| jar.forecast.is_some()).min_by_key(likely);
        let chosen = jars.iter().find(|jar| Some(jar.jar.id) == self.jar);
        chosen.or_else(first).or(jars.first())
    }

    /// Chooses the jar `by` jars further, around the end.
    pub fn choose(&mut self, by: isize) {
        let jars = &self.page.jars;
        let here = self.selected().map(|jar| jar.jar.id);
        let at = jars.iter().position(|jar| Some(jar.jar.id) == here).unwrap_or(0) as isize;
        let next = (at + by).rem_euclid(jars.len().max(1) as isize) as usize;
        self.jar = jars.get(next).map(|jar| jar.jar.id);
    }

    /// Goes to the field above or below among those that are seen, each with its line. One that is out
    /// of sight is scrolled to first.
    pub fn step(&mut self, step: Step, fields: &[(usize, PageField)], page: usize) -> Stepped {
        let here = fields.iter().position(|(_, field)| Some(*field) == self.at);
        let next = match (step, here) {
            (Step::Down, None) => Some(0),
            (Step::Down, Some(at)) => Some(at + 1),
            (Step::Up, Some(at)) => at.checked_sub(1),
            (Step::Up, None) => None,
            (Step::PageUp | Step::PageDown | Step::First | Step::Last, _) => None,
            (Step::Left | Step::Right, _) => None,
        };
        let at = |index: Option<usize>| index.and_then(|index| fields.get(index));
        let seen = |(line, _): &&(usize, PageField)| (self.top..self.top + page).contains(line);
        match at(next) {
            Some((line, field)) if at(here.or(next)).filter(seen).is_some() => {
                // Above the first field there is nothing that one would miss.
                let highest = if next == Some(0) { 0 } else { *line };
                self.top = self.top.min(highest).max((line + 1).saturating_sub(page));
                self.select(*field);
                Stepped::ToField
            }
            Some(_) | None => Stepped::Nowhere,
        }
    }

    /// Selects a field; a jar is then the chosen one.
    pub fn select(&mut self, field: PageField) {
        self.at = Some(field);
        if let PageField::Jar(jar) = field {
            self.jar = Some(jar);
        }
    }

    /// Whose page it is.
    pub fn customer(&self) -> CustomerId {
        self.page.customer.id
    }
}
