//! The row that a change has made or brought back: it is selected as soon as its list shows it.

use super::{Model, Screen, TodayPanel};
use crate::app::Performed;
use crate::domain::Day;
use crate::domain::action::{ActionDetail, ActionEffect};
use crate::domain::id::CustomerId;
use crate::domain::views::CustomerLabel;
use crate::reports::Shelf;

/// A row to be selected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sought {
    /// A row about a customer, on this day if any is given.
    Customer(CustomerId, Option<Day>),
    /// The product of a name.
    Product(String),
}

impl Sought {
    /// Returns the row that a command has made, moved or brought back; `None` if the selection
    /// should stay, as after a record about the selected row.
    pub fn after(done: &Performed) -> Option<Self> {
        match (done.effect, &done.detail) {
            (ActionEffect::Do, ActionDetail::CustomerAdded { customer }) => {
                Some(Self::Customer(customer.id, None))
            }
            (ActionEffect::Do, ActionDetail::ProductAdded { product }) => {
                Some(Self::Product(product.name.clone()))
            }
            (ActionEffect::Do, ActionDetail::DeliveryPlanned { customer, on, .. }) => {
                Some(Self::Customer(customer.id, Some(*on)))
            }
            (ActionEffect::Do, ActionDetail::DeliveryEdited { customer, on, .. }) => {
                Some(Self::Customer(customer.id, Some(*on)))
            }
            (ActionEffect::Do, ActionDetail::DeliveryMoved { customer, to }) => {
                Some(Self::Customer(customer.id, Some(*to)))
            }
            (ActionEffect::Do, ActionDetail::FollowUpAdded { customer, due_on, .. }) => {
                Some(Self::Customer(customer.id, Some(*due_on)))
            }
            (ActionEffect::Do, _) => None,
            (ActionEffect::Undo | ActionEffect::Redo, detail) => {
                let customer = detail.customer().map(|id| Self::Customer(id, None));
                customer.or_else(|| detail.product().map(|one| Self::Product(one.name.clone())))
            }
        }
    }

    fn is_about(&self, who: &CustomerLabel, on: Day) -> bool {
        matches!(self, Self::Customer(id, day) if *id == who.id && day.is_none_or(|day| day == on))
    }

    fn is_customer(&self, customer: CustomerId) -> bool {
        matches!(self, Self::Customer(id, _) if *id == customer)
    }
}

impl Model {
    /// Selects the sought row if the focused list of the screen shows it; it is sought no more
    /// then.
    pub fn select_sought(&mut self) {
        let Some(sought) = self.sought.clone() else { return };
        let (at, scroll) = match self.screen {
            Screen::Today => {
                let morning = &mut self.morning;
                let at = match morning.panel {
                    TodayPanel::Deliver => {
                        let mut stops = morning.deliver.iter();
                        stops.position(|stop| sought.is_about(&stop.who, stop.day))
                    }
                    TodayPanel::Collect => None,
                    TodayPanel::LookAfter => {
                        let mut rows = morning.look_after.rows.iter();
                        rows.position(|row| sought.is_about(&row.who, row.follow_up.due_on))
                    }
                };
                (at, morning.scroll_mut(morning.panel))
            }
            Screen::Customers => {
                let window = &mut self.customers.window;
                let mut rows = window.rows.iter();
                (rows.position(|row| sought.is_customer(row.customer.id)), &mut window.scroll)
            }
            Screen::Deliveries => {
                let rows = &mut self.deliveries.rows;
                let at = rows.iter().position(|stop| sought.is_about(&stop.who, stop.day));
                (at, &mut rows.scroll)
            }
            Screen::FollowUps => {
                let window = &mut self.follow_ups.window;
                let mut rows = window.rows.iter();
                let at = rows.position(|row| sought.is_about(&row.who, row.follow_up.due_on));
                (at, &mut window.scroll)
            }
            Screen::Tabs => {
                let window = &mut self.tabs.window;
                let mut rows = window.rows.iter();
                (rows.position(|row| sought.is_customer(row.who.id)), &mut window.scroll)
            }
            Screen::Products => {
                let rows = &mut self.products.rows;
                let is_sought = |shelf: &Shelf| matches!(&sought, Sought::Product(name) if *name == shelf.product.name);
                let at = rows.iter().position(is_sought);
                (at, &mut rows.scroll)
            }
            Screen::Insights => return,
        };
        if let Some(at) = at {
            scroll.at = at;
            self.sought = None;
        }
    }
}
