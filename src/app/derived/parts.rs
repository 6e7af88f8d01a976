//! Refresh of what follows from a rule of the shop, and nothing else: another grace moves due days, another delivery day
//! the ends of windows, another service level safe days. No forecast is fitted anew for that.

use super::{DerivedRefresher, PAGE};
use crate::app::Result;
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::day::Period;
use crate::domain::id::{CustomerId, JarId};
use crate::domain::jar::Strategy;
use crate::domain::progress::{Progress, ProgressFn, Work};
use crate::domain::views::JarWindow;
use crate::domain::visit_days::everybody_away;
use crate::store::DerivedPart;
use std::collections::BTreeSet;

impl DerivedRefresher<'_> {
    /// Refreshes some derived columns in the rows of every customer; a row that stays as it was is not
    /// written.
    pub(super) fn refresh_parts(
        &self,
        parts: &BTreeSet<DerivedPart>,
        watch: ProgressFn<'_>,
    ) -> Result<()> {
        if parts.contains(&DerivedPart::DueDays) {
            self.move_due_days(watch)?;
            self.move_promises(watch)?;
        }
        if parts.contains(&DerivedPart::SafeDays) || parts.contains(&DerivedPart::Windows) {
            self.move_windows(parts, watch)?;
        }
        Ok(())
    }

    fn move_due_days(&self, watch: ProgressFn<'_>) -> Result<()> {
        let (mut last, mut done) = (CustomerId::new(0), 0);
        loop {
            let page = self.tx.customer_ids_after(last, PAGE)?;
            let Some(newest) = page.last() else { return Ok(()) };
            last = *newest;
            for id in page {
                Progress::of(Work::Customers, done, None).report(watch)?;
                done += 1;
                let Some(customer) = self.tx.customer(id)? else { continue };
                let kept = self.tx.standing(id)?.unwrap_or_default();
                let standing = self.standing(&customer)?;
                if (&kept.open, kept.history) != (&standing.open, standing.history) {
                    self.tx.put_due_days(id, &standing)?;
                }
            }
        }
    }

    /// A promise of everything that is due is met by what falls due until its day.
    fn move_promises(&self, watch: ProgressFn<'_>) -> Result<()> {
        for (done, id) in self.tx.promising()?.into_iter().enumerate() {
            Progress::of(Work::Customers, done, None).report(watch)?;
            if let Some(customer) = self.tx.customer(id)? {
                self.refresh_promises(&customer)?;
            }
        }
        Ok(())
    }

    fn move_windows(&self, parts: &BTreeSet<DerivedPart>, watch: ProgressFn<'_>) -> Result<()> {
        let (mut last, mut done) = ((CustomerId::new(0), JarId::new(0)), 0);
        let mut visited: Option<Visited> = None;
        loop {
            let page = self.tx.windows_after(last, PAGE)?;
            let Some(newest) = page.last() else { return Ok(()) };
            last = (newest.customer, newest.jar);
            for window in page {
                if visited.as_ref().is_none_or(|one| one.customer.id != window.customer) {
                    Progress::of(Work::Customers, done, None).report(watch)?;
                    done += 1;
                    visited = self.visited(window.customer)?;
                }
                if let Some(visited) = &visited {
                    self.move_window(visited, &window, parts)?;
                }
            }
        }
    }

    fn visited(&self, id: CustomerId) -> Result<Option<Visited>> {
        let Some(customer) = self.tx.customer(id)? else { return Ok(None) };
        Ok(Some(Visited { away: everybody_away(&self.tx.times_away(id)?), customer }))
    }

    fn move_window(
        &self,
        Visited { customer, away }: &Visited,
        window: &JarWindow,
        parts: &BTreeSet<DerivedPart>,
    ) -> Result<()> {
        let JarWindow { jar, strategy, anchor, likely, safe, latest, ref skip, .. } = *window;
        let safe = match strategy {
            // The day is agreed, whatever the chance of an empty jar.
            Strategy::Every(_) => safe,
            Strategy::Forecast | Strategy::OnCall if parts.contains(&DerivedPart::SafeDays) => {
                self.safe_day(customer, jar)?.unwrap_or(safe)
            }
            Strategy::Forecast | Strategy::OnCall => safe,
        };
        let days = self.visit_days(customer, away);
        let ends = days.window_end(strategy, (anchor, likely, safe), skip.as_ref());
        if (safe, ends) != (window.safe, latest) {
            self.tx.put_window(jar, safe, ends)?;
        }
        Ok(())
    }

    /// Returns the last day on which a jar is safe by the shop's service level.
    fn safe_day(&self, customer: &Customer, jar: JarId) -> Result<Option<Day>> {
        let Some(jar) = self.tx.jar(jar)? else { return Ok(None) };
        Ok(self.forecast(customer, &jar)?.map(|foreseen| foreseen.jar.forecast.safe))
    }
}

/// A customer whose jars are looked at, and when nobody of the household is there.
struct Visited {
    customer: Customer,
    away: Vec<Period>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::app::{App, Clock, sample};
    use crate::domain::action::AuditStamp;
    use crate::domain::day::Weekdays;
    use crate::domain::id::CustomerId;
    use crate::domain::query::{PageDirection, TabQuery};
    use crate::domain::shop::{Language, ServiceLevel, ShopSetting};
    use crate::domain::views::{JarRow, TabRow};
    use crate::domain::{Command, Day};
    use chrono::Days;

    fn today() -> Day {
        Day::from_ymd_opt(2026, 3, 27).unwrap()
    }

    fn shop() -> (App, tempfile::TempDir) {
        let stamp = AuditStamp { at: "2026-03-27 08:00:00".to_owned(), by: "wang".to_owned() };
        sample(Clock { today: today(), stamp }, Language::English).unwrap()
    }

    fn jars(app: &App) -> Vec<JarRow> {
        let mut jars = app.jars(None).unwrap();
        jars.sort_by_key(|jar| jar.jar);
        jars
    }

    fn due_days(app: &App) -> Vec<(CustomerId, Option<Day>)> {
        let all = (None, PageDirection::After);
        let tabs = app.tabs(&TabQuery::default(), all, u32::MAX).unwrap().into_iter();
        let mut tabs: Vec<_> =
            tabs.map(|TabRow { who, standing, .. }| (who.id, standing.oldest_due())).collect();
        tabs.sort();
        tabs
    }

    // G8: another grace fitted every forecast anew.
    #[test]
    fn a_rule_moves_what_follows_from_it_and_no_other_row_is_written() {
        let (mut app, _folder) = shop();
        let holidays =
            (1..20).map(|number| (today() + Days::new(number), "Fair".to_owned())).collect();
        let weekdays = Weekdays::parse("mon,thu").unwrap();
        let rules = [
            ShopSetting::GraceDays(9),
            ShopSetting::ServiceLevel(ServiceLevel::parse("20%").unwrap()),
            ShopSetting::DeliveryDays(weekdays),
            ShopSetting::Holidays(holidays),
        ];
        let customers = app.customers_in(&Default::default()).unwrap().len() as u64;
        for rule in rules {
            let (jars_before, due_before) = (jars(&app), due_days(&app));
            let before = app.rows_written();
            app.perform(&Command::SetShop(vec![rule.clone()])).unwrap();
            let written = app.rows_written() - before;
            let (jars_after, due_after) = (jars(&app), due_days(&app));
            let moved_debts = due_before.iter().zip(&due_after).filter(|(a, b)| a != b).count();
            let window = |jar: &JarRow| (jar.safe, jar.latest);
            let moved_jars =
                jars_before.iter().zip(&jars_after).filter(|(a, b)| window(a) != window(b));
            let moved_jars = moved_jars.count();
            let only_windows = jars_before.iter().zip(&jars_after).all(|(before, after)| {
                let (safe, latest, standing) = (after.safe, after.latest, after.standing.clone());
                JarRow { safe, latest, standing, ..before.clone() } == *after
            });
            assert!(only_windows, "{rule:?}: only the ends of windows move");
            match rule {
                ShopSetting::GraceDays(_) => assert!(moved_debts > 0 && moved_jars == 0),
                ShopSetting::ServiceLevel(_) | ShopSetting::DeliveryDays(_) => {
                    assert!(moved_debts == 0 && moved_jars > 0, "{rule:?}");
                }
                _ => assert!(moved_jars > 0, "{rule:?}"),
            }
            // Beside them: the rule, its line in the journal, and a row of it for each holiday.
            assert!(written < 3 * customers.max(80), "{rule:?}: {written} rows of {customers}");
            assert_eq!(app.check().unwrap(), [], "{rule:?}");
            let before = app.rows_written();
            app.perform(&Command::Undo(None)).unwrap();
            assert!(app.rows_written() - before < 3 * customers.max(80), "{rule:?} undone");
            assert_eq!((jars(&app), due_days(&app)), (jars_before, due_before), "{rule:?} undone");
            assert_eq!(app.check().unwrap(), [], "{rule:?} undone");
            app.perform(&Command::Redo).unwrap();
            assert_eq!((jars(&app), due_days(&app)), (jars_after, due_after), "{rule:?} redone");
            assert_eq!(app.check().unwrap(), [], "{rule:?} redone");
        }
    }

    #[test]
    fn a_rule_that_is_set_as_it_was_moves_nothing() {
        let (mut app, _folder) = shop();
        let before = app.rows_written();
        let grace = app.shop().unwrap().grace_days;
        app.perform(&Command::SetShop(vec![ShopSetting::GraceDays(grace)])).unwrap();
        assert!(app.rows_written() - before < 10);
    }
}
