//! Which rows of a list or an export are asked for: whose they are, and of which days.

use super::args::filter::{Between, Whose};
use super::error::{Error, Result};
use super::{Cli, resolve};
use crate::domain::customer::Customer;
use crate::domain::day::parse_iso;
use crate::domain::id::CustomerId;
use crate::domain::record::{ExportTable, Record};
use crate::domain::search_key::fold;
use crate::domain::{Day, StableName};
use std::collections::HashSet;

/// The customers whose rows are asked for.
pub(super) enum CustomerSet {
    /// Everybody, and the rows that are about nobody.
    Everybody,
    /// These, by their identities and by their codes.
    Only(HashSet<CustomerId>, HashSet<String>),
}

impl CustomerSet {
    /// Returns whether a customer is in the set.
    pub(super) fn has(&self, customer: CustomerId) -> bool {
        match self {
            Self::Everybody => true,
            Self::Only(ids, _) => ids.contains(&customer),
        }
    }

    /// Returns whether a customer, or nobody, is in the set.
    pub(super) fn has_some(&self, customer: Option<CustomerId>) -> bool {
        match customer {
            Some(customer) => self.has(customer),
            None => matches!(self, Self::Everybody),
        }
    }

    /// Returns whether the customer with this code, or nobody, is in the set.
    pub(super) fn has_code(&self, code: Option<&str>) -> bool {
        match self {
            Self::Everybody => true,
            Self::Only(_, codes) => code.is_some_and(|code| codes.contains(code)),
        }
    }
}

/// The days of which rows are asked for.
#[derive(Clone, Copy)]
pub(super) struct Days {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

impl Days {
    /// Returns whether a row of this day is asked for; one without a day only if every day is.
    pub(super) fn has(self, day: Option<Day>) -> bool {
        let Some(day) = day else {
            return self.from.is_none() && self.to.is_none();
        };
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Returns whether the customer lives in the area, if one is named, and has every tag.
pub(super) fn lives_with(customer: &Customer, area: Option<&str>, tags: &[String]) -> bool {
    let has = |tag: &String| customer.tags.iter().any(|own| fold(own) == fold(tag));
    area.is_none_or(|area| fold(&customer.area) == fold(area)) && tags.iter().all(has)
}

impl Cli<'_> {
    /// Returns the customers that are asked for.
    pub(super) fn whose(&self, asked: &Whose) -> Result<CustomerSet> {
        if asked.is_empty() {
            return Ok(CustomerSet::Everybody);
        }
        let customer = asked.customer.as_deref();
        let one = customer.map(|who| resolve::customer(&self.app, who)).transpose()?;
        let (mut ids, mut codes) = (HashSet::new(), HashSet::new());
        self.app.export(|moment| {
            moment.rows(ExportTable::Customers, |row| {
                if let Record::Customer(row) = row
                    && one.as_ref().is_none_or(|one| one.id == row.customer.id)
                    && lives_with(&row.customer, asked.area.as_deref(), &asked.tag)
                {
                    ids.insert(row.customer.id);
                    codes.insert(row.customer.code.clone());
                }
                Ok::<_, Error>(())
            })
        })?;
        Ok(CustomerSet::Only(ids, codes))
    }

    /// Returns the period that is asked for of a list that looks forward.
    pub(super) fn between(&self, asked: &Between) -> Result<Days> {
        let from = self.maybe_day(asked.from.as_ref())?;
        Ok(Days { from, to: self.maybe_day(asked.to.as_ref())? })
    }

    /// Returns the period that is asked for of a list that looks back.
    pub(super) fn past_between(&self, asked: &Between) -> Result<Days> {
        let from = self.maybe_past_day(asked.from.as_ref())?;
        Ok(Days { from, to: self.maybe_past_day(asked.to.as_ref())? })
    }

    /// Returns the period that is asked for of a list that has days of the past and of the future: its
    /// first day looks back; its last day looks back too if it is not before the first then, and else ahead.
    pub(super) fn around(&self, asked: &Between) -> Result<Days> {
        let from = self.maybe_past_day(asked.from.as_ref())?;
        let back = self.maybe_past_day(asked.to.as_ref())?;
        let to = match (from, back) {
            (Some(from), Some(to)) if to < from => self.maybe_day(asked.to.as_ref())?,
            _ => back,
        };
        Ok(Days { from, to })
    }
}

/// Checks that the rows of a table have customers, or days, if these are asked for.
pub(super) fn check_table(table: ExportTable, whose: &Whose, days: Days) -> Result<()> {
    let by_customer =
        !matches!(table, ExportTable::Products | ExportTable::Containers | ExportTable::DayCloses);
    let by_day = !matches!(
        table,
        ExportTable::Products
            | ExportTable::Containers
            | ExportTable::Customers
            | ExportTable::Jars
    );
    if !by_customer && !whose.is_empty() {
        return Err(Error::Usage("usage-no-customers", table.key().to_owned()));
    }
    if !by_day && !days.has(None) {
        return Err(Error::Usage("usage-no-days", table.key().to_owned()));
    }
    Ok(())
}

/// Returns whether a row of an export is asked for.
pub(super) fn is_asked_for(row: Record<'_>, whose: &CustomerSet, days: Days) -> bool {
    let (code, day) = match row {
        // These have no day, and products and kinds of containers nobody to whom they belong.
        Record::Product(_) | Record::Container(_) => return true,
        Record::DayClose(row) => return days.has(Some(row.day)),
        Record::Customer(row) => return whose.has_code(Some(&row.customer.code)),
        Record::Jar(row) => return whose.has_code(Some(&row.customer)),
        Record::Delivery(row) | Record::Line(row, ..) => {
            let day = row.delivery.closed_on.unwrap_or(row.delivery.planned_for);
            (Some(row.customer.as_str()), Some(day))
        }
        Record::Reading(row) => (Some(row.customer.as_str()), Some(row.reading.on)),
        Record::Entry(row) => (Some(row.customer.as_str()), Some(row.entry.on)),
        Record::FollowUp(row) => (Some(row.customer.as_str()), Some(row.follow_up.due_on)),
        Record::Contact(row) => (Some(row.customer.as_str()), Some(row.contact.on)),
        Record::Rate(row) => (Some(row.customer.as_str()), Some(row.on)),
        Record::RunOut(row) => (Some(row.customer.as_str()), Some(row.on)),
        Record::Promise(row) => (Some(row.customer.as_str()), Some(row.promise.due_on)),
        Record::Ticket(row) => (Some(row.customer.as_str()), Some(row.ticket.on)),
        Record::Complaint(row) => (Some(row.customer.as_str()), Some(row.complaint.on)),
        Record::ContainerMove(row) => (Some(row.customer.as_str()), Some(row.change.on)),
        Record::Price(row) => (row.customer.as_deref(), Some(row.price.from)),
        Record::Skip(row) => (Some(row.customer.as_str()), Some(row.skip.until)),
        Record::Action(row) => (row.customer.as_deref(), day_of(&row.action.at)),
    };
    whose.has_code(code) && days.has(day)
}

/// Returns the day of a moment of the journal.
pub(super) fn day_of(at: &str) -> Option<Day> {
    at.get(..10).and_then(|day| parse_iso(day).ok())
}
