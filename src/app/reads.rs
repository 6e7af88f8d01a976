//! Every question: reads of one moment that give a report.

use super::owing::owing;
use super::{App, Result, customers, products};
use crate::domain::customer::{Customer, Household};
use crate::domain::follow_up::Stage;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::list::{CustomerList, FollowUpList, JarList, Leavers, Window};
use crate::domain::product::Product;
use crate::domain::refused::Refused;
use crate::domain::rows::{CustomerRow, DeliveryFilter, DeliveryRow, FollowUpRow, JarRow};
use crate::domain::{Day, Quantity, fold};
use crate::reports::round::Stop;
use crate::reports::today::{
    BIRTHDAY_STAYS, SILENT_AFTER, ToDeliver, Wanted, birthdays_kept, by_customer, look_after,
};
use crate::reports::{Round, Today, Why};
use crate::store::{CustomerPlace, FollowUpPlace, JarPlace, Reach, Tx};
use chrono::Days;
use std::collections::BTreeSet;

/// Who needs nothing for so many days is not visited only because somebody is near.
const JOIN_WITHIN: u64 = 10;

impl App {
    /// The morning list of today.
    ///
    /// # Errors
    /// If the file cannot be read; so it is for every read here.
    pub fn morning(&self) -> Result<Today> {
        let day = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let deliver = to_deliver(tx, day, Reach { planned: day, to_fill: day }, &shop.areas)?;
            let written = tx.follow_up_rows(Stage::Open, Some(day))?;
            let look_after = look_after(written, found(tx, day, day)?);
            Ok(Today::new(day, deliver, owing(tx, &shop, day)?, look_after))
        })
    }

    /// What to bring today.
    pub fn to_deliver(&self) -> Result<ToDeliver> {
        let day = self.today();
        let whole = Reach { planned: day, to_fill: day };
        self.store.read(|tx| to_deliver(tx, day, whole, &tx.shop()?.areas))
    }

    /// The beginning of what to bring today, `rows` stops or a few more, and whether that is all. It
    /// takes as long in a large shop as in a small one; what is to be loaded and what runs short is
    /// known of the whole only.
    pub fn to_deliver_first(&self, rows: u32) -> Result<(ToDeliver, bool)> {
        let day = self.today();
        self.store.read(|tx| {
            let reach = tx.reach(day, silent_before(day), rows)?;
            let whole = reach == Reach { planned: day, to_fill: day };
            Ok((to_deliver(tx, day, reach, &tx.shop()?.areas)?, whole))
        })
    }

    /// What was brought on another day and what was not, or what is planned for it and asked for then.
    pub fn to_deliver_on(&self, day: Day) -> Result<ToDeliver> {
        let today = self.today();
        if day == today {
            return self.to_deliver();
        }
        let asked_for = if day < today { Vec::new() } else { self.proposals(day)? };
        let then = asked_for.into_iter().filter(|proposal| proposal.on == day);
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let mut planned = tx.open_delivery_rows(day)?;
            planned.retain(|row| row.planned_for == day);
            let wanted = Wanted {
                planned,
                closed: tx.closed_delivery_rows(day)?,
                to_fill: then.flat_map(|proposal| proposal.jars).collect(),
                // What runs short is a worry of today.
                products: Vec::new(),
            };
            Ok(ToDeliver::new(day, wanted, &shop.areas))
        })
    }

    /// Stops that could join the rounds through these areas today: there is room in their jars, their
    /// windows close only later but soon, and they take deliveries today. The first `most` jars that
    /// close.
    pub fn could_join(&self, areas: &[String], most: u32) -> Result<Vec<Stop>> {
        let today = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let until = today.checked_add_days(Days::new(JOIN_WITHIN)).unwrap_or(today);
            let mut jars = tx.jars_with_room((today, until), areas, most)?;
            jars.retain(|jar| shop.delivers_on(today, jar.weekdays));
            let customers = by_customer(jars);
            Ok(customers.values().filter_map(|jars| Stop::of_jars(jars, today)).collect())
        })
    }

    /// A window of a list of customers: at most `most` rows beside a place in it. A window before a
    /// place gives the nearest row first.
    pub fn customers(
        &self,
        list: &CustomerList,
        window: (Option<&CustomerPlace>, Window),
        most: u32,
    ) -> Result<Vec<CustomerRow>> {
        self.store.read(|tx| Ok(tx.customer_rows(list, window, most, self.today())?))
    }

    /// How many customers there are.
    pub fn count_customers(&self, left: Leavers) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_customers(left)?))
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

    /// A window of a list of jars, in the order of the list or, before a place, in backward order.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn jars_in(
        &self,
        list: &JarList,
        window: (Option<&JarPlace>, Window),
        most: u32,
    ) -> Result<Vec<JarRow>> {
        self.store.read(|tx| Ok(tx.jar_window(list, window, most)?))
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
        self.store
            .read(|tx| Ok(Round::new(day, tx.closed_delivery_rows(day)?, &tx.shop()?.areas).stops))
    }

    /// The deliveries that a filter lets through, by day.
    pub fn deliveries(&self, filter: &DeliveryFilter) -> Result<Vec<DeliveryRow>> {
        self.store.read(|tx| Ok(tx.delivery_rows(filter)?))
    }

    /// Open follow-ups that are due until a day (or all that are written), with the occasions that
    /// rules have found by then.
    pub fn open_follow_ups(&self, until: Option<Day>) -> Result<Vec<FollowUpRow>> {
        let today = self.today();
        self.store.read(|tx| {
            let written = tx.follow_up_rows(Stage::Open, until)?;
            Ok(look_after(written, found(tx, today, until.unwrap_or(today))?))
        })
    }

    /// A window of a list of follow-ups, with what rules have found among the open ones: at most `most`
    /// rows beside a place in it. A window before a place gives the nearest row first.
    pub fn follow_ups(
        &self,
        list: &FollowUpList,
        (place, window): (Option<&FollowUpPlace>, Window),
        most: u32,
    ) -> Result<Vec<FollowUpRow>> {
        let today = self.today();
        self.store.read(|tx| {
            let mut rows = tx.follow_up_window(list, (place, window), most)?;
            if list.stage != Stage::Open {
                return Ok(rows);
            }
            let called = match fold::search_words(&list.query) {
                words if words.is_empty() => None,
                words => Some(tx.customers_holding(&words)?),
            };
            let beyond = |row: &FollowUpRow| match (place, window) {
                (None, _) => true,
                (Some(place), Window::After) => FollowUpPlace::of(row) > *place,
                (Some(place), Window::Before) => FollowUpPlace::of(row) < *place,
            };
            let found = found(tx, today, list.until.unwrap_or(today))?;
            rows.extend(look_after(Vec::new(), found).into_iter().filter(|row| {
                let called = called.as_ref().is_none_or(|ids| ids.contains(&row.who.id));
                called && beyond(row)
            }));
            rows.sort_by_cached_key(FollowUpPlace::of);
            if window == Window::Before {
                rows.reverse();
            }
            rows.truncate(most as usize);
            Ok(rows)
        })
    }

    /// How many follow-ups are open and due by a day, and how many come later.
    pub fn count_follow_ups(&self) -> Result<(u32, u32)> {
        let today = self.today();
        self.store.read(|tx| {
            let (due, coming) = tx.count_follow_ups(today)?;
            let found = u32::try_from(found(tx, today, today)?.len()).unwrap_or(u32::MAX);
            Ok((due.saturating_add(found), coming))
        })
    }

    /// Follow-ups that were done or dropped.
    pub fn closed_follow_ups(&self, stage: Stage) -> Result<Vec<FollowUpRow>> {
        self.store.read(|tx| Ok(tx.follow_up_rows(stage, None)?))
    }
}

/// What to bring on a day as far as it is asked for.
fn to_deliver(tx: &Tx, day: Day, reach: Reach, areas: &[String]) -> Result<ToDeliver> {
    let wanted = Wanted {
        planned: tx.open_delivery_rows(reach.planned)?,
        // What is done stands behind all that is to be done.
        closed: match reach.planned == day {
            true => tx.closed_delivery_rows(day)?,
            false => Vec::new(),
        },
        to_fill: tx.jars_to_fill(reach.to_fill, silent_before(day))?,
        products: tx.products()?,
    };
    Ok(ToDeliver::new(day, wanted, areas))
}

pub(super) fn silent_before(today: Day) -> Day {
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
