//! The page of a customer: its selected field, its selected jar, and its scroll position.

use crate::domain::customer::CustomerField;
use crate::domain::id::{CustomerId, JarId};
use crate::reports::CustomerPage;
use crate::reports::customer_page::PageJar;
use crate::tui::keymap::Step;

/// The notebook page of a customer.
#[derive(Clone, PartialEq, Debug)]
pub struct PageSheet {
    /// The contents of the page.
    pub page: Box<CustomerPage>,
    /// The first line that is shown.
    pub top: usize,
    /// The selected field; `None` until one is selected.
    pub at: Option<PageField>,
    /// The chosen jar; `None` stands for the one that runs out first.
    pub jar: Option<JarId>,
}

/// A part of the page that can be changed in place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PageField {
    /// A field of the customer.
    Customer(CustomerField),
    /// The list of details of the customer that are still missing.
    Unknown,
    /// The agreement about a jar.
    Jar(JarId),
}

/// The result of a step between the fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stepped {
    /// A field was selected.
    ToField,
    /// There is no field to go to: the page scrolls line by line instead.
    Nowhere,
}

impl PageSheet {
    /// Creates the state of a page that has just been opened.
    pub fn new(page: Box<CustomerPage>) -> Self {
        Self { page, top: 0, at: None, jar: None }
    }

    /// Returns the jar that a key would change: the chosen one, or the one that runs out first.
    /// Without any forecast it is the first jar.
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

    /// Selects the field above or below. `fields` holds the fields of the page with their lines,
    /// and `page` is the number of visible lines. Selects nothing while the current field (without
    /// one: the new one) is out of sight: the page then has to be scrolled first.
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
                // Above the first field there is nothing else to select: the top of the page is
                // shown.
                let highest = if next == Some(0) { 0 } else { *line };
                self.top = self.top.min(highest).max((line + 1).saturating_sub(page));
                self.select(*field);
                Stepped::ToField
            }
            Some(_) | None => Stepped::Nowhere,
        }
    }

    /// Selects a field; if it is a jar, that jar becomes the chosen one.
    pub fn select(&mut self, field: PageField) {
        self.at = Some(field);
        if let PageField::Jar(jar) = field {
            self.jar = Some(jar);
        }
    }

    /// Returns the customer whose page it is.
    pub fn customer(&self) -> CustomerId {
        self.page.customer.id
    }
}
