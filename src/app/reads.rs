//! Every question: reads of one moment that give a report.

use super::{App, Result, customers, products};
use crate::domain::customer::{Customer, Household};
use crate::domain::day::DaysOff;
use crate::domain::follow_up::Stage;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::product::Product;
use crate::domain::refused::Refused;
use crate::domain::rows::{
    CustomerRow, DeliveryFilter, DeliveryRow, FollowUpRow, JarRow, OwingRow, Standing,
};
use crate::domain::shop::Shop;
use crate::domain::tab::{Statement, statement};
use crate::domain::{Day, Quantity, fold};
use crate::reports::proposal::proposals;
use crate::reports::round::Stop;
use crate::reports::today::{BIRTHDAY_STAYS, Morning, SILENT_AFTER, birthdays_kept, look_after};
use crate::reports::{OwingReport, Proposal, Round, Today, Week, Why};
use crate::store::{CustomerPlace, Reach, Tx, Window};
use chrono::Days;
use std::collections::BTreeSet;

impl App {
    /// The morning list of today.
    ///
    /// # Errors
    /// If the file cannot be read; so it is for every read here.
    pub fn morning(&self) -> Result<Today> {
        let day = self.today();
        let whole = Reach { planned: day, to_fill: day, owing: day };
        self.store.read(|tx| morning(tx, day, whole, None))
    }

    /// Another day as a list: what was done on it and what was not, or what is planned and due then.
    pub fn morning_of(&self, day: Day) -> Result<Today> {
        let today = self.today();
        if day == today {
            return self.morning();
        }
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let mut planned = tx.open_delivery_rows(day)?;
            planned.retain(|row| row.planned_for == day);
            let asked_for = match day < today {
                true => Vec::new(),
                false => proposals(tx.jars_to_fill(day, silent_before(today))?, today, &shop),
            };
            let then = asked_for.into_iter().filter(|proposal| proposal.on == day);
            let morning = Morning {
                planned,
                closed: closed(tx, day)?,
                to_fill: then.flat_map(|proposal| proposal.jars).collect(),
                owing: owing(tx, &shop, day, day)?,
                found: found(tx, day, day)?,
                follow_ups: tx.follow_up_rows(Stage::Open, Some(day), None)?,
                // What runs short is a worry of today.
                products: Vec::new(),
            };
            Ok(Today::new(day, morning, &shop.areas))
        })
    }

    /// The beginning of the morning list of today, with `rows` rows of each of its lists or a few
    /// more, and whether that is all of it. It takes as long in a large shop as in a small one; what
    /// is to be loaded and what runs short is known of the whole list only.
    pub fn morning_begins(&self, rows: u32) -> Result<(Today, bool)> {
        let day = self.today();
        self.store.read(|tx| {
            let reach = tx.reach(day, silent_before(day), rows)?;
            let whole = Reach { planned: day, to_fill: day, owing: day };
            let begins = morning(tx, day, reach, Some(rows))?;
            let all_follow_ups = u32::try_from(begins.look_after.len()).is_ok_and(|n| n < rows);
            Ok((begins, reach == whole && all_follow_ups))
        })
    }

    /// Customers by code whose name, sound, code, telephone, area, tags or address hold every word of
    /// the query: a window of at most `most` rows beside a place in the list. A window before a
    /// place gives the nearest row first.
    pub fn customers(
        &self,
        query: &str,
        with_left: bool,
        window: (Option<&CustomerPlace>, Window),
        most: u32,
    ) -> Result<Vec<CustomerRow>> {
        let words = fold::search_words(query);
        self.store.read(|tx| Ok(tx.customer_rows(&words, with_left, window, most, self.today())?))
    }

    /// How many customers there are.
    pub fn count_customers(&self, with_left: bool) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_customers(with_left)?))
    }

    /// The customers that a person means by a code, `#id`, a part of a name, its pinyin or initials,
    /// or digits of a telephone: the one with that very code or identity, else all that fit, no more
    /// than `most`.
    pub fn customers_meant(&self, who: &str, most: u32) -> Result<Vec<Customer>> {
        self.store.read(|tx| {
            let identity = who.strip_prefix('#').and_then(|number| number.parse().ok());
            let exact = match identity {
                Some(number) => tx.customer(CustomerId::new(number))?,
                None => tx.customer_with_code(who)?,
            };
            match (exact, fold::search_words(who)) {
                (Some(customer), _) => Ok(vec![customer]),
                (None, words) if words.is_empty() => Ok(Vec::new()),
                (None, words) => Ok(tx.customers_called(&words, most)?),
            }
        })
    }

    /// A customer's household as it is on a day.
    ///
    /// # Errors
    /// If there is no such customer.
    pub fn household_on(&self, customer: CustomerId, day: Day) -> Result<Household> {
        self.store.read(|tx| Ok(tx.household_on(&customers::there(tx, customer)?, day)?))
    }

    /// Every product with its stock, by name.
    pub fn products(&self) -> Result<Vec<(Product, Quantity)>> {
        self.store.read(|tx| Ok(tx.products()?))
    }

    /// The jars that are likely empty before a day, or all, the first one first.
    pub fn jars(&self, before: Option<Day>) -> Result<Vec<JarRow>> {
        self.store.read(|tx| Ok(tx.jar_rows(before)?))
    }

    /// Why a customer's jar of a product is forecast as it is.
    ///
    /// # Errors
    /// If there is no such jar.
    pub fn why(&self, customer: CustomerId, product: ProductId) -> Result<Why> {
        let day = self.today();
        self.store.read(|tx| {
            let (customer, product) =
                (customers::there(tx, customer)?, products::there(tx, product)?);
            let no_jar =
                || Refused::NoJar { name: customer.name.clone(), product: product.name.clone() };
            let jar = tx.jar_of(customer.id, product.id)?.ok_or_else(no_jar)?;
            let row = tx.jar_row(jar.id)?;
            let since = row.as_ref().map_or(day, |row| row.anchor);
            let mut away = tx.times_away(customer.id)?;
            away.retain(|away| away.period.to >= since);
            Ok(Why {
                who: (&customer).into(),
                household: tx.household_on(&customer, day)?,
                level: row.as_ref().map(|row| row.level_on(day)),
                product,
                jar,
                row,
                away,
                day,
            })
        })
    }

    /// The deliveries that the forecasts ask for until a day and that are not planned yet.
    pub fn proposals(&self, until: Day) -> Result<Vec<Proposal>> {
        let today = self.today();
        self.store.read(|tx| {
            let rows = tx.jars_to_fill(until, silent_before(today))?;
            Ok(proposals(rows, today, &tx.shop()?))
        })
    }

    /// The round of a day: what is promised for it, and on today's what is still open from before.
    pub fn round(&self, day: Day) -> Result<Round> {
        self.store.read(|tx| {
            let mut open = tx.open_delivery_rows(day)?;
            if day != self.today() {
                open.retain(|row| row.planned_for == day);
            }
            Ok(Round::new(day, open, &tx.shop()?.areas))
        })
    }

    /// What became of the deliveries of a day that are closed, in walking order.
    pub fn finished(&self, day: Day) -> Result<Vec<Stop>> {
        self.store.read(|tx| Ok(Round::new(day, closed(tx, day)?, &tx.shop()?.areas).stops))
    }

    /// The week of a day as a board: what each of its days comes to, in one look.
    pub fn week(&self, day: Day) -> Result<Week> {
        let today = self.today();
        self.store.read(|tx| {
            let mut week = Week::of(day);
            let Some((first, last)) = week.ends() else { return Ok(week) };
            tx.each_day_line(first, last, |line| week.add(&line, today))?;
            if week.holds(today) {
                tx.each_line_open_before(today, |line| week.carry_over(&line, today))?;
            }
            if last >= today {
                let counts = tx.count_to_fill(last, silent_before(today))?;
                week.propose(&counts, today, &tx.shop()?);
            }
            Ok(week)
        })
    }

    /// The deliveries that a filter lets through, by day.
    pub fn deliveries(&self, filter: &DeliveryFilter) -> Result<Vec<DeliveryRow>> {
        self.store.read(|tx| Ok(tx.delivery_rows(filter)?))
    }

    /// A customer's tab until today: every entry with the running balance, its due day, and what each
    /// payment settled.
    pub fn tab(&self, customer: CustomerId) -> Result<(Customer, Statement)> {
        self.store.read(|tx| {
            let (customer, shop) = (customers::there(tx, customer)?, tx.shop()?);
            let days_off = shop.days_off();
            let due_day = |day| shop.due_day(&customer.payday, day, &days_off);
            let statement = statement(tx.entries_of(customer.id)?, self.today(), due_day);
            Ok((customer, statement))
        })
    }

    /// Every tab that is not even, the oldest due day first, with its ageing.
    pub fn owing(&self) -> Result<OwingReport> {
        self.store.read(|tx| owing_report(tx, self.today()))
    }

    /// Open follow-ups that are due until a day (or all that are written), with the occasions that
    /// rules have found by then.
    pub fn open_follow_ups(&self, until: Option<Day>) -> Result<Vec<FollowUpRow>> {
        let today = self.today();
        self.store.read(|tx| {
            let written = tx.follow_up_rows(Stage::Open, until, None)?;
            Ok(look_after(written, found(tx, today, until.unwrap_or(today))?))
        })
    }

    /// Follow-ups that were done or dropped.
    pub fn closed_follow_ups(&self, stage: Stage) -> Result<Vec<FollowUpRow>> {
        self.store.read(|tx| Ok(tx.follow_up_rows(stage, None, None)?))
    }
}

/// Every tab that was not even at the end of a day.
pub(super) fn owing_report(tx: &Tx, day: Day) -> Result<OwingReport> {
    let shop = tx.shop()?;
    let uneven = |standing: &Standing| !standing.balance.is_zero();
    Ok(OwingReport::new(day, as_of(tx, &shop, day, tx.uneven_rows()?, uneven)?))
}

/// The morning of a day as far as it is asked for.
fn morning(tx: &Tx, day: Day, reach: Reach, most_follow_ups: Option<u32>) -> Result<Today> {
    let shop = tx.shop()?;
    let follow_ups = tx.follow_up_rows(Stage::Open, Some(day), most_follow_ups)?;
    // What rules find later than the last one that is asked for would stand behind it.
    let cut = most_follow_ups.is_some_and(|most| follow_ups.len() >= most as usize);
    let last = follow_ups.last().filter(|_| cut);
    let found_until = last.map_or(day, |row| row.follow_up.due_on);
    let morning = Morning {
        planned: tx.open_delivery_rows(reach.planned)?,
        closed: closed(tx, day)?,
        to_fill: tx.jars_to_fill(reach.to_fill, silent_before(day))?,
        owing: owing(tx, &shop, day, reach.owing)?,
        found: found(tx, day, found_until)?,
        follow_ups,
        products: tx.products()?,
    };
    Ok(Today::new(day, morning, &shop.areas))
}

/// The deliveries that were closed on a day.
fn closed(tx: &Tx, day: Day) -> Result<Vec<DeliveryRow>> {
    let of_day = DeliveryFilter { from: Some(day), to: Some(day), ..DeliveryFilter::default() };
    let mut rows = tx.delivery_rows(&of_day)?;
    rows.retain(|row| row.closed_on.is_some());
    Ok(rows)
}

fn silent_before(today: Day) -> Day {
    today.checked_sub_days(Days::new(SILENT_AFTER)).unwrap_or(today)
}

/// What rules find by the calendar until a day.
fn found(tx: &Tx, today: Day, until: Day) -> Result<Vec<crate::domain::rows::FoundOccasion>> {
    let first = today.checked_sub_days(Days::new(BIRTHDAY_STAYS)).unwrap_or(today);
    let mut found = tx.birthdays(&birthdays_kept(first, until))?;
    let mut asked_for = BTreeSet::new();
    let silent = tx.silent(silent_before(today))?.into_iter();
    // One question for a customer, about the jar that ran out first.
    found.extend(silent.filter(|found| asked_for.insert(found.who.id)));
    Ok(found)
}

/// The tabs with money that was due by `until`, as they stood on a day.
fn owing(tx: &Tx, shop: &Shop, day: Day, until: Day) -> Result<Vec<OwingRow>> {
    let due = |standing: &Standing| standing.oldest_due().is_some_and(|due| due <= until);
    let mut rows = as_of(tx, shop, day, tx.owing_rows(until)?, due)?;
    rows.sort_by_key(|row| row.standing.oldest_due());
    Ok(rows)
}

/// Takes rows back to a day: whoever has later entries stood otherwise then, so their standing is
/// worked out again from what was known, and they are in the list only if they were.
fn as_of(
    tx: &Tx,
    shop: &Shop,
    day: Day,
    mut rows: Vec<OwingRow>,
    belongs: impl Fn(&Standing) -> bool,
) -> Result<Vec<OwingRow>> {
    let later = tx.customers_with_entries_after(day)?;
    if later.is_empty() {
        return Ok(rows);
    }
    let days_off = shop.days_off();
    rows.retain(|row| !later.contains(&row.who.id));
    for customer in later {
        if let Some(row) = tx.owing_row(customer)? {
            let standing = standing_on(tx, shop, &row, day, &days_off)?;
            rows.extend(belongs(&standing).then_some(OwingRow { standing, ..row }));
        }
    }
    Ok(rows)
}

fn standing_on(
    tx: &Tx,
    shop: &Shop,
    row: &OwingRow,
    day: Day,
    days_off: &DaysOff,
) -> Result<Standing> {
    let due_day = |day| shop.due_day(&row.payday, day, days_off);
    let then = statement(tx.entries_of(row.who.id)?, day, due_day);
    let debts =
        then.lines.iter().filter(|line| line.entry.amount.is_positive() && !line.open.is_zero());
    let open = crate::domain::tab::by_due_day(
        debts.map(|line| (line.entry.on, line.open)).collect(),
        due_day,
    );
    Ok(Standing { balance: then.balance, open, ..row.standing.clone() })
}
