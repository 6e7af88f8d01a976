//! Whole tables, row by row in the order of their identities, in flat memory.
//!
//! Rows of another table that belong to a row (the lines of a delivery) are read by a second query
//! in the same order and merged, so that there is no query per row and nothing is sorted on the
//! way. `CROSS JOIN` makes SQLite keep the order in which the tables are named.

use super::super::{Error, Result};
use super::Tx;
use super::actions::{ACTION, action};
use super::customers::{CUSTOMER, customer, household};
use super::delivery::{DELIVERY, delivery};
use super::dialect::{CHARGED_GOODS, ORDERED_JOIN};
use super::merge_join::MergeJoin;
use super::record::{StoredRecord, column_count, columns_of};
use super::tab::{ENTRY, ENTRY_COLUMNS, entry};
use super::values::{day, maybe_day};
use crate::domain::complaint::Complaint;
use crate::domain::customer::{Away, Customer, HouseholdChange};
use crate::domain::day::Period;
use crate::domain::day_close::DayClose;
use crate::domain::delivery::{Checklist, DoorChecklist};
use crate::domain::follow_up::FollowUp;
use crate::domain::jar::{Jar, Reading};
use crate::domain::price::Price;
use crate::domain::product::Product;
use crate::domain::record::{
    ActionRecord, ComplaintRecord, ContactRecord, CustomerRecord, DeliveryLineRecord,
    DeliveryRecord, EntryRecord, FollowUpRecord, JarRecord, PriceRecord, ProductRecord,
    PromiseRecord, ReadingRecord, SkipRecord, TicketRecord,
};
use crate::domain::skip::Skip;
use crate::domain::ticket::TicketMove;
use rusqlite::Row;
use std::collections::BTreeMap;

/// Where the rows go; the first error ends it.
type Outcome<E> = std::result::Result<(), E>;

impl Tx<'_> {
    /// Passes every customer to `take`.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `take` returns; likewise for each table.
    pub fn each_customer<E: From<Error>>(
        &self,
        mut take: impl FnMut(&CustomerRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        self.merge(
            "SELECT customer_id, 0, from_day, adults, children, elders FROM household_change
              ORDER BY customer_id, from_day",
            |row| Ok(HouseholdChange { from: day(row, 2)?, household: household(row, 3)? }),
            |changes| {
                self.merge(
                    "SELECT customer_id, 0, from_day, to_day, people FROM away
                      ORDER BY customer_id, from_day, id",
                    |row| {
                        let period = Period { from: day(row, 2)?, to: day(row, 3)? };
                        Ok(Away { period, people: row.get(4)? })
                    },
                    |away| {
                        let sql = format!(
                            "SELECT {}, referrer.code FROM customer
                               LEFT JOIN customer AS referrer ON referrer.id = customer.referred_by
                              ORDER BY customer.id",
                            *CUSTOMER
                        );
                        let filed = |row: &Row| -> Result<CustomerRecord> {
                            let customer = customer(row)?;
                            let id = customer.id.number();
                            Ok(CustomerRecord {
                                customer,
                                referred_by: row.get(column_count::<Customer>())?,
                                changes: changes.of(id)?,
                                away: away.of(id)?,
                            })
                        };
                        self.each(&sql, filed, &mut take)
                    },
                )
            },
        )
    }

    /// Passes every product to `take`.
    pub fn each_product<E: From<Error>>(
        &self,
        take: impl FnMut(&ProductRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, stock.on_hand,
                    coalesce((SELECT sum(quantity) FROM stock_move WHERE product_id = product.id), 0)
               FROM product JOIN stock ON stock.product_id = product.id ORDER BY product.id",
            columns_of::<Product>()
        );
        let behind = column_count::<Product>();
        let filed = |row: &Row| {
            Ok(ProductRecord {
                product: Product::read(row)?,
                stock: row.get(behind)?,
                stock_in: row.get(behind + 1)?,
            })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every jar to `take`.
    pub fn each_jar<E: From<Error>>(
        &self,
        take: impl FnMut(&JarRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, customer.code, product.name
               FROM jar {ORDERED_JOIN} customer ON customer.id = jar.customer_id
                        {ORDERED_JOIN} product ON product.id = jar.product_id
              ORDER BY jar.id",
            columns_of::<Jar>()
        );
        let behind = column_count::<Jar>();
        let filed = |row: &Row| {
            let (customer, product) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(JarRecord { jar: Jar::read(row)?, customer, product })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every reading to `take`.
    pub fn each_reading<E: From<Error>>(
        &self,
        take: impl FnMut(&ReadingRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql =
            "SELECT reading.id, reading.jar_id, reading.day, reading.level, reading.delivery_id,
                          customer.code, product.name, reading.kind
                     FROM reading CROSS JOIN jar ON jar.id = reading.jar_id
                                  CROSS JOIN customer ON customer.id = jar.customer_id
                                  CROSS JOIN product ON product.id = jar.product_id
                    ORDER BY reading.id";
        let filed = |row: &Row| {
            let reading = Reading {
                id: row.get(0)?,
                jar: row.get(1)?,
                on: day(row, 2)?,
                level: row.get(3)?,
                delivery: row.get(4)?,
                kind: super::jar::reading_kind(row, "kind")?,
            };
            Ok(ReadingRecord { reading, customer: row.get(5)?, product: row.get(6)? })
        };
        self.each(sql, filed, take)
    }

    /// Passes every delivery with its lines to `take`.
    pub fn each_delivery<E: From<Error>>(
        &self,
        mut take: impl FnMut(&DeliveryRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let checklists: BTreeMap<String, DoorChecklist> = (self.products()?.into_iter())
            .map(|(product, _)| (product.name.clone(), product.door_checklist()))
            .collect();
        self.merge(
            "SELECT line.delivery_id, line.id, product.name, line.planned, line.delivered, line.price, line.cost
               FROM delivery_line AS line CROSS JOIN product ON product.id = line.product_id
              ORDER BY line.delivery_id",
            |row| {
                Ok(DeliveryLineRecord {
                    product: row.get(2)?,
                    planned: row.get(3)?,
                    delivered: row.get(4)?,
                    price: row.get(5)?,
                    cost: row.get(6)?,
                })
            },
            |lines| {
                let sql = format!(
                    "SELECT {DELIVERY}, customer.code
                       FROM delivery {ORDERED_JOIN} customer ON customer.id = delivery.customer_id
                      ORDER BY delivery.id"
                );
                let filed = |row: &Row| {
                    let delivery = delivery(row)?;
                    let lines: Vec<DeliveryLineRecord> = lines.of(delivery.id.number())?;
                    let of_goods = lines.iter().filter_map(|line| checklists.get(&line.product));
                    let ticks = match delivery.checklist {
                        none if none == Checklist::default() => Vec::new(),
                        ticked => ticked.names(&DoorChecklist::of_all(of_goods)),
                    };
                    Ok(DeliveryRecord { delivery, customer: row.get(9)?, ticks, lines })
                };
                self.each(&sql, filed, &mut take)
            },
        )
    }

    /// Passes every entry to `take`.
    pub fn each_entry<E: From<Error>>(
        &self,
        take: impl FnMut(&EntryRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {ENTRY}, customer.code, {CHARGED_GOODS}
               FROM entry {ORDERED_JOIN} customer ON customer.id = entry.customer_id ORDER BY entry.id"
        );
        let filed = |row: &Row| {
            Ok(EntryRecord {
                entry: entry(row)?,
                customer: row.get(ENTRY_COLUMNS)?,
                goods: row.get(ENTRY_COLUMNS + 1)?,
            })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every follow-up to `take`.
    pub fn each_follow_up<E: From<Error>>(
        &self,
        take: impl FnMut(&FollowUpRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let filed = |follow_up, customer| FollowUpRecord { follow_up, customer };
        self.each_of_customers(filed, take)
    }

    /// Passes every contact to `take`.
    pub fn each_contact<E: From<Error>>(
        &self,
        take: impl FnMut(&ContactRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let filed = |contact, customer| ContactRecord { contact, customer };
        self.each_of_customers(filed, take)
    }

    /// Passes every price to `take`.
    pub fn each_price<E: From<Error>>(
        &self,
        take: impl FnMut(&PriceRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, product.name, customer.code
               FROM price {ORDERED_JOIN} product ON product.id = price.product_id
                          LEFT JOIN customer ON customer.id = price.customer_id
              ORDER BY price.id",
            columns_of::<Price>()
        );
        let behind = column_count::<Price>();
        let filed = |row: &Row| {
            let (product, customer) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(PriceRecord { price: Price::read(row)?, product, customer })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every complaint to `take`.
    pub fn each_complaint<E: From<Error>>(
        &self,
        take: impl FnMut(&ComplaintRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, customer.code, product.name
               FROM complaint {ORDERED_JOIN} customer ON customer.id = complaint.customer_id
                              LEFT JOIN product ON product.id = complaint.product_id
              ORDER BY complaint.id",
            columns_of::<Complaint>()
        );
        let behind = column_count::<Complaint>();
        let filed = |row: &Row| {
            let (customer, product) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(ComplaintRecord { complaint: Complaint::read(row)?, customer, product })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every skip to `take`.
    pub fn each_skip<E: From<Error>>(
        &self,
        take: impl FnMut(&SkipRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, customer.code, product.name
               FROM skip {ORDERED_JOIN} customer ON customer.id = skip.customer_id
                         LEFT JOIN product ON product.id = skip.product_id
              ORDER BY skip.id",
            columns_of::<Skip>()
        );
        let behind = column_count::<Skip>();
        let filed = |row: &Row| {
            let (customer, product) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(SkipRecord { skip: Skip::read(row)?, customer, product })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every row of the ledger of tickets to `take`.
    pub fn each_ticket_move<E: From<Error>>(
        &self,
        take: impl FnMut(&TicketRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, customer.code, product.name
               FROM ticket_move {ORDERED_JOIN} customer ON customer.id = ticket_move.customer_id
                                {ORDERED_JOIN} product ON product.id = ticket_move.product_id
              ORDER BY ticket_move.id",
            columns_of::<TicketMove>()
        );
        let behind = column_count::<TicketMove>();
        let filed = |row: &Row| {
            let (customer, product) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(TicketRecord { ticket: TicketMove::read(row)?, customer, product })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every promise to pay to `take`.
    pub fn each_promise<E: From<Error>>(
        &self,
        take: impl FnMut(&PromiseRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {}, customer.code, promise_met.met_on
               FROM follow_up {ORDERED_JOIN} customer ON customer.id = follow_up.customer_id
                              LEFT JOIN promise_met ON promise_met.follow_up_id = follow_up.id
              WHERE follow_up.rule = 'promise' ORDER BY follow_up.id",
            columns_of::<FollowUp>()
        );
        let behind = column_count::<FollowUp>();
        let filed = |row: &Row| {
            let (customer, met_on) = (row.get(behind)?, maybe_day(row, behind + 1)?);
            let promise = FollowUp::read(row)?;
            let after_entry = promise.promise.map(|terms| terms.after_entry);
            Ok(PromiseRecord { promise, customer, after_entry, met_on })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every closed day to `take`.
    pub fn each_day_close<E: From<Error>>(
        &self,
        take: impl FnMut(&DayClose) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!("SELECT {} FROM day_close ORDER BY id", columns_of::<DayClose>());
        self.each(&sql, |row| Ok(DayClose::read(row)?), take)
    }

    /// Passes every line of the journal to `take`.
    pub fn each_action<E: From<Error>>(
        &self,
        take: impl FnMut(&ActionRecord) -> Outcome<E>,
    ) -> Outcome<E> {
        let sql = format!(
            "SELECT {ACTION}, customer.code AS customer_code
               FROM action LEFT JOIN customer ON customer.id = action.customer_id ORDER BY action.id"
        );
        let filed = |row: &Row| {
            Ok(ActionRecord { action: action(row)?, customer: row.get("customer_code")? })
        };
        self.each(&sql, filed, take)
    }

    /// Passes every record of a table to `take`, made from the record and the code of its customer.
    fn each_of_customers<R: StoredRecord, T, E: From<Error>>(
        &self,
        filed: impl Fn(R, String) -> T,
        take: impl FnMut(&T) -> Outcome<E>,
    ) -> Outcome<E> {
        let (columns, table) = (columns_of::<R>(), R::TABLE);
        let sql = format!(
            "SELECT {columns}, customer.code
               FROM {table} {ORDERED_JOIN} customer ON customer.id = {table}.customer_id ORDER BY {table}.id"
        );
        self.each(&sql, |row| Ok(filed(R::read(row)?, row.get(column_count::<R>())?)), take)
    }

    pub(super) fn each<T, E: From<Error>>(
        &self,
        sql: &str,
        mut read: impl FnMut(&Row) -> Result<T>,
        mut take: impl FnMut(&T) -> Outcome<E>,
    ) -> Outcome<E> {
        let mut statement = self.conn.prepare(sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            take(&read(row)?)?;
        }
        Ok(())
    }

    /// Passes to `job` the rows of a query that belong to the rows of another one.
    fn merge<T, E: From<Error>>(
        &self,
        sql: &str,
        read: fn(&Row) -> rusqlite::Result<T>,
        job: impl FnOnce(&mut MergeJoin<'_, T>) -> Outcome<E>,
    ) -> Outcome<E> {
        let mut statement = self.conn.prepare(sql).map_err(Error::from)?;
        let rows = statement.query([]).map_err(Error::from)?;
        job(&mut MergeJoin::new(rows, read))
    }
}
