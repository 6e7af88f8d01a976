//! `customer`: writing customers down, finding them, and their page of the notebook.

use super::args::customer::{Add, Away, Customer as Verb, Edit, Fields, Household, Leave, List};
use super::error::{Error, Result};
use super::filter::lives_with;
use super::{Cli, resolve};
use crate::domain::customer::{self as domain, CustomerPatch, HouseholdChange, HouseholdPatch};
use crate::domain::query::{CustomerQuery, IncludeFormer, SortBy};
use crate::domain::search_key::fold;
use crate::domain::views::CustomerRow;
use crate::domain::{Command, Currency, Money, StableName};
use crate::exchange::{Cell, Column, Word};

/// The columns of `customer list`.
const COLUMNS: [Column; 14] = [
    Column::left("code"),
    Column::left("name"),
    Column::left("kind"),
    Column::left("phone"),
    Column::left("area"),
    Column::left("address"),
    Column::right("adults"),
    Column::right("children"),
    Column::right("elders"),
    Column::left("payday"),
    Column::right("balance"),
    Column::left("oldest_due"),
    Column::left("next_empty"),
    Column::left("left_on"),
];

impl Cli<'_> {
    pub(super) fn customer(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(Add { name, on, fields }) => {
                let (patch, opening) = self.patch(&fields)?;
                let patch = CustomerPatch { name: Some(name), ..patch };
                let on = self.past_day_or_today(on.as_ref())?;
                self.perform(&Command::AddCustomer { patch, opening, on })
            }
            Verb::Edit(Edit { who, name, untag, fields }) => {
                let customer = resolve::customer(&self.app, &who)?;
                let (patch, opening) = self.patch(&fields)?;
                let tags = edited_tags(&customer.tags, patch.tags, &untag);
                let patch = CustomerPatch { name, tags, ..patch };
                let customer = customer.id;
                if patch == CustomerPatch::default() && opening.is_none() {
                    return Err(Error::Usage("usage-nothing-to-change", who));
                }
                self.perform(&Command::EditCustomer {
                    customer,
                    patch,
                    opening,
                    on: self.app.today(),
                })
            }
            Verb::List(List { query, area, tag, all }) => {
                let left = if all { IncludeFormer::With } else { IncludeFormer::Without };
                let query = query.unwrap_or_default();
                let asked = CustomerQuery { query, left, sorted: SortBy::default() };
                self.find_customers(&asked, |one| lives_with(one, area.as_deref(), &tag))
            }
            Verb::Show(who) => {
                let customer = resolve::customer(&self.app, &who.who)?;
                self.customer_page(customer.id)
            }
            Verb::Leave(Leave { who, reason, on }) => {
                let customer = resolve::customer(&self.app, &who)?.id;
                let on = self.past_day_or_today(on.as_ref())?;
                self.perform(&Command::LeaveCustomer { customer, on, reason })
            }
            Verb::Return(who) => {
                let customer = resolve::customer(&self.app, &who.who)?.id;
                self.perform(&Command::ReturnCustomer { customer })
            }
            Verb::Away(Away { who, days, people }) => {
                let customer = resolve::customer(&self.app, &who)?.id;
                let period = days.period(self.days())?;
                let away = domain::Away { period, people };
                self.perform(&Command::AwayCustomer { customer, away })
            }
            Verb::Household(Household { who, people, from }) => {
                let customer = resolve::customer(&self.app, &who)?;
                let patch = HouseholdPatch::from(people);
                if patch.is_empty() {
                    return Err(Error::Usage("usage-nothing-to-change", who));
                }
                let from = self.day_or_today(from.as_ref())?;
                let now = self.app.household_on(customer.id, from)?;
                let change = HouseholdChange { from, household: patch.applied_to(now) };
                self.perform(&Command::ChangeHousehold { customer: customer.id, change })
            }
        }
    }

    /// Lists customers as they are read.
    fn find_customers(
        &mut self,
        all: &CustomerQuery,
        is_wanted: impl Fn(&domain::Customer) -> bool,
    ) -> Result<()> {
        let currency = self.currency();
        let mut list = self.say.begin(&COLUMNS);
        self.app.each_customer(all, |row| {
            if is_wanted(&row.customer) {
                list.row(&cells(row, currency))?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }

    /// Returns the fields that were typed, and the opening balance.
    fn patch(&self, fields: &Fields) -> Result<(CustomerPatch, Option<Money>)> {
        let referred_by = match fields.referred_by.as_deref() {
            None => None,
            Some("none") => Some(None),
            Some(who) => Some(Some(resolve::customer(&self.app, who)?.id)),
        };
        let birthday = fields
            .birthday
            .as_ref()
            .map(|text| text.or_none().map(|text| text.birthday(self.days())).transpose());
        let opening = fields.opening.as_ref().map(|text| text.any(self.currency()));
        let patch = CustomerPatch {
            limit: fields.limit.as_ref().map(|text| text.limit(self.currency())).transpose()?,
            referred_by,
            birthday: birthday.transpose()?,
            ..fields.patch()
        };
        Ok((patch, opening.transpose()?))
    }
}

/// Returns the tags after an edit, if it says anything about them: those that were there, the added ones and not
/// the removed ones. An added empty text removes those that were there.
fn edited_tags(
    now: &[String],
    added: Option<Vec<String>>,
    removed: &[String],
) -> Option<Vec<String>> {
    if added.is_none() && removed.is_empty() {
        return None;
    }
    let kept = if added.as_ref().is_some_and(Vec::is_empty) { &[] } else { now };
    let mut tags: Vec<String> = kept.to_vec();
    for tag in added.unwrap_or_default() {
        if !tags.iter().any(|own| fold(own) == fold(&tag)) {
            tags.push(tag);
        }
    }
    tags.retain(|tag| !removed.iter().any(|removed| fold(removed) == fold(tag)));
    Some(tags)
}

fn cells(row: &CustomerRow, currency: Currency) -> Vec<Cell<'_>> {
    let CustomerRow { customer, household, standing, next_empty, .. } = row;
    vec![
        Cell::text(&customer.code),
        Cell::text(&customer.name),
        Cell::name("kind", customer.kind.key()),
        Cell::text(customer.phones.join(";")),
        Cell::text(&customer.area),
        Cell::text(&customer.address),
        Cell::Int(household.adults.into()),
        Cell::Int(household.children.into()),
        Cell::Int(household.elders.into()),
        Cell::Word(Word::Payday(customer.payday)),
        Cell::Money(standing.balance, currency),
        Cell::or_empty(standing.oldest_due(), Cell::Day),
        Cell::or_empty(*next_empty, Cell::Day),
        Cell::or_empty(customer.left.as_ref(), |left| Cell::Day(left.on)),
    ]
}
