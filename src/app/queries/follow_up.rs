//! Customers to look after: the stored follow-ups, and the occasions that rules find by the
//! calendar.

use super::reminder::reminder_occasions;
use crate::app::accounts::accounts_on;
use crate::app::error::Passthrough;
use crate::app::{App, Error, Result};
use crate::domain::follow_up::{FollowUpRef, FollowUpStage, Rule, Trigger};
use crate::domain::id::CustomerId;
use crate::domain::query::FollowUpCursor;
use crate::domain::query::{FollowUpQuery, PageDirection};
use crate::domain::views::FollowUpRow;
use crate::domain::{Day, search_key};
use crate::reports::today::{BIRTHDAY_STAYS, birthdays_kept, look_after};
use crate::store::Tx;
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Number of follow-ups that are read at a time.
const AT_ONCE: u32 = 500;

impl App {
    /// Returns a window of a list of follow-ups: at most `most` rows next to a place in it. Open
    /// ones include the occasions found by rules. A window before a place returns the nearest row
    /// first.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn follow_ups(
        &self,
        list: &FollowUpQuery,
        (place, window): (Option<&FollowUpCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<FollowUpRow>> {
        let today = self.today();
        self.store.read(|tx| {
            let written =
                accounts_on(tx, today, tx.follow_up_window(list, (place, window), most)?)?;
            if list.stage != FollowUpStage::Open {
                return Ok(written);
            }
            let most = most as usize;
            // Occasions beyond the last of `most` stored follow-ups do not fit into the window.
            let furthest = written.get(most.saturating_sub(1)).map(|row| row.follow_up.due_on);
            let until = list.until.unwrap_or(today);
            let near = place.map(FollowUpCursor::day);
            let (days, beyond): (_, &dyn Fn(&FollowUpCursor) -> bool) = match window {
                PageDirection::After => (
                    near.unwrap_or(Day::MIN)..=furthest.map_or(until, |day| day.min(until)),
                    &|at| place.is_none_or(|place| at > place),
                ),
                PageDirection::Before => (
                    furthest.unwrap_or(Day::MIN)..=near.map_or(until, |day| day.min(until)),
                    &|at| place.is_none_or(|place| at < place),
                ),
            };
            let found: BTreeMap<FollowUpCursor, Trigger> = self
                .found(tx, list, days)?
                .into_iter()
                .map(|one| (FollowUpCursor::of_occasion(&one), one))
                .filter(|(at, _)| beyond(at))
                .collect();
            let nearest: Vec<Trigger> = match window {
                PageDirection::After => found.into_values().take(most).collect(),
                PageDirection::Before => found.into_values().rev().take(most).collect(),
            };
            let mut rows = look_after(written, accounts_on(tx, today, tx.found(&nearest)?)?);
            rows.sort_by_cached_key(FollowUpCursor::of);
            if window == PageDirection::Before {
                rows.reverse();
            }
            rows.truncate(most);
            Ok(rows)
        })
    }

    /// Returns every follow-up of a list with its customer, in no order; open ones include the
    /// occasions found by rules.
    pub fn follow_ups_in(&self, list: &FollowUpQuery) -> Result<Vec<(CustomerId, FollowUpRef)>> {
        let today = self.today();
        self.store.read(|tx| {
            let mut all = tx.follow_ups_in(list)?;
            if list.stage == FollowUpStage::Open {
                let until = list.until.unwrap_or(today);
                let found = self.found(tx, list, Day::MIN..=until)?.into_iter();
                all.extend(found.map(|one| (one.customer, FollowUpRef::Suggested(one))));
            }
            Ok(all)
        })
    }

    /// Returns the open follow-ups that are due by a day (or all stored ones), with the occasions
    /// that rules have found by then.
    pub fn open_follow_ups(&self, until: Option<Day>) -> Result<Vec<FollowUpRow>> {
        self.store.read(|tx| self.to_look_after(tx, until))
    }

    /// Gives `f` the same follow-ups one by one, by due day and those that are stored first. Holds a few of them at a
    /// time; the first error ends it.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_open_follow_up<E: From<Error>>(
        &self,
        until: Option<Day>,
        mut f: impl FnMut(&FollowUpRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let today = self.today();
        let read = |tx: &Tx| -> std::result::Result<(), Passthrough<E>> {
            let all = FollowUpQuery { until, ..FollowUpQuery::default() };
            let days = Day::MIN..=until.unwrap_or(today);
            let mut found = self.found(tx, &FollowUpQuery::default(), days)?;
            found.sort_by_key(|one| one.day);
            let mut found = found.as_slice();
            let mut place = None;
            loop {
                let window = (place.as_ref(), PageDirection::After);
                let written = accounts_on(tx, today, tx.follow_up_window(&all, window, AT_ONCE)?)?;
                place = written.last().map(FollowUpCursor::of);
                // Others of the last day may follow in the next window.
                let near = found.partition_point(|one| {
                    place.as_ref().is_none_or(|place| one.day < place.day())
                });
                let (now, later) = found.split_at_checked(near).unwrap_or((found, &[]));
                found = later;
                let mut rows = written;
                for some in now.chunks(AT_ONCE as usize) {
                    rows = look_after(rows, accounts_on(tx, today, tx.found(some)?)?);
                }
                rows.iter().try_for_each(|row| f(row).map_err(Passthrough))?;
                if place.is_none() {
                    return Ok(());
                }
            }
        };
        self.store.read(read).map_err(|Passthrough(error)| error)
    }

    /// Counts the open follow-ups that are due by today, including occasions found by rules, and
    /// the stored ones that are due later.
    pub fn count_follow_ups(&self) -> Result<(u32, u32)> {
        let today = self.today();
        self.store.read(|tx| {
            let (due, coming) = tx.count_follow_ups(today)?;
            let found = self.found(tx, &FollowUpQuery::default(), Day::MIN..=today)?;
            let found = u32::try_from(found.len()).unwrap_or(u32::MAX);
            Ok((due.saturating_add(found), coming))
        })
    }

    /// Returns the follow-ups of a stage, done or dropped.
    pub fn closed_follow_ups(&self, stage: FollowUpStage) -> Result<Vec<FollowUpRow>> {
        let today = self.today();
        self.store.read(|tx| accounts_on(tx, today, tx.follow_up_rows(stage, None)?))
    }
}

impl App {
    /// Returns the open follow-ups that are due by a day (or all stored ones), with the occasions that
    /// rules have found by then.
    pub(super) fn to_look_after(&self, tx: &Tx, until: Option<Day>) -> Result<Vec<FollowUpRow>> {
        let today = self.today();
        let written = accounts_on(tx, today, tx.follow_up_rows(FollowUpStage::Open, until)?)?;
        let days = Day::MIN..=until.unwrap_or(today);
        let found = self.found(tx, &FollowUpQuery::default(), days)?;
        Ok(look_after(written, accounts_on(tx, today, tx.found(&found)?)?))
    }

    /// Returns the occasions that rules find by the calendar on some days, for the customers of a list.
    fn found(
        &self,
        tx: &Tx,
        list: &FollowUpQuery,
        days: RangeInclusive<Day>,
    ) -> Result<Vec<Trigger>> {
        let today = self.today();
        // Each birthday is kept once: those of the year that begins with the first that is not over.
        let first = today.checked_sub_days(Days::new(BIRTHDAY_STAYS)).unwrap_or(today);
        let last = first.checked_add_days(Days::new(365)).unwrap_or(first);
        let kept = birthdays_kept(first.max(*days.start()), last.min(*days.end()));
        let shop = tx.shop()?;
        let off = &shop.rules_off;
        let mut found = match off.contains(&Rule::Birthday) {
            true => Vec::new(),
            false => tx.birthdays(&kept)?,
        };
        let mut asked_for = BTreeSet::new();
        let silent = match off.contains(&Rule::Silent) {
            true => Vec::new(),
            false => self.silent(tx)?,
        };
        let silent = silent.into_iter();
        // One question for a customer, about the jar that ran out first.
        let silent = silent.filter(|one| asked_for.insert(one.customer));
        found.extend(silent.filter(|one| days.contains(&one.day)));
        if !off.contains(&Rule::Reminder) {
            let due = reminder_occasions(tx, &shop, today)?.into_iter();
            found.extend(due.filter(|one| days.contains(&one.day)));
        }
        if !off.contains(&Rule::Complaint) {
            let unsolved = tx.unsolved_complaints(today)?.into_iter();
            found.extend(unsolved.filter(|one| days.contains(&one.day)));
        }
        let words = search_key::search_words(&list.query);
        if !words.is_empty() {
            let called = tx.holding(&found.iter().map(|one| one.customer).collect(), &words)?;
            found.retain(|one| called.contains(&one.customer));
        }
        Ok(found)
    }

    /// Returns the customers who are silent about a jar ([`Tx::silent`]), kept as long as nothing but entries of tabs changes.
    fn silent(&self, tx: &Tx) -> Result<Vec<Trigger>> {
        let today = self.today();
        self.looked_at.silent.get(tx, today, |before| match before {
            Some((silent, changes)) if changes.is_entries_only => Ok(silent),
            Some(_) | None => Ok(tx.silent(today)?),
        })
    }
}
