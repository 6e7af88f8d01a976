//! Kinds of containers with the number that is out, and the customers who hold them.

use super::super::super::{Error, Result};
use super::super::Tx;
use super::super::dialect::ORDERED_JOIN;
use super::super::record::{StoredRecord, column_count, columns_of};
use super::super::tab::kinds_where;
use super::super::values::{Iso, day};
use super::{LABEL, label};
use crate::domain::container::{
    Container, ContainerMove, ContainerRow, HolderRow, Holding, held_since,
};
use crate::domain::id::CustomerId;
use crate::domain::record::ContainerMoveRecord;
use crate::domain::tab::EntryLedger;
use crate::domain::views::CustomerLabel;
use crate::domain::{Day, Money};
use rusqlite::{Row, params};

/// The changes of one customer and one kind, by day.
struct Changes {
    who: CustomerLabel,
    container: String,
    deposits: Money,
    by_day: Vec<(Day, i64)>,
}

impl Changes {
    fn begin(row: &Row) -> rusqlite::Result<Self> {
        let (who, container, deposits) = (label(row, 0)?, row.get(5)?, row.get(8)?);
        Ok(Self { who, container, deposits, by_day: Vec::new() })
    }

    fn holder(self) -> Option<HolderRow> {
        let Self { who, container, deposits, by_day } = self;
        let (count, since) = held_since(by_day)?;
        Some(HolderRow { who, holding: Holding { container, count, since }, deposits })
    }
}

impl Tx<'_> {
    /// Returns every kind of container with what customers hold of it at the end of a day, by name.
    pub fn container_rows(&self, day: Day) -> Result<Vec<ContainerRow>> {
        let sql = format!(
            "SELECT {}, coalesce(sum(held.count), 0), count(held.count) FROM container
               LEFT JOIN (SELECT container_id, sum(change) AS count FROM container_move WHERE day <= ?1
                           GROUP BY customer_id, container_id HAVING sum(change) <> 0) held
                      ON held.container_id = container.id
              GROUP BY container.id ORDER BY container.name_key",
            columns_of::<Container>()
        );
        let behind = column_count::<Container>();
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([Iso(day)], |row| {
            let (out, customers) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(ContainerRow { container: Container::read(row)?, out, customers })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Passes every kind of container to `take`.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `take` returns.
    pub fn each_container<E: From<Error>>(
        &self,
        take: impl FnMut(&Container) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = format!("SELECT {} FROM container ORDER BY id", columns_of::<Container>());
        self.each(&sql, |row| Ok(Container::read(row)?), take)
    }

    /// Passes every move of containers to `take`.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `take` returns.
    pub fn each_container_move<E: From<Error>>(
        &self,
        take: impl FnMut(&ContainerMoveRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = format!(
            "SELECT {}, customer.code, container.name
               FROM container_move
               {ORDERED_JOIN} customer ON customer.id = container_move.customer_id
               {ORDERED_JOIN} container ON container.id = container_move.container_id
              ORDER BY container_move.id",
            columns_of::<ContainerMove>()
        );
        let behind = column_count::<ContainerMove>();
        let record = |row: &Row| {
            let (customer, container) = (row.get(behind)?, row.get(behind + 1)?);
            Ok(ContainerMoveRecord { change: ContainerMove::read(row)?, customer, container })
        };
        self.each(&sql, record, take)
    }

    /// Returns the containers that a customer holds at the end of a day, by name.
    pub fn holdings_of(&self, customer: CustomerId, on: Day) -> Result<Vec<Holding>> {
        let mut holdings = Vec::new();
        self.each_holder(Some(customer), on, |row| {
            holdings.push(row.holding);
            Ok::<_, Error>(())
        })?;
        Ok(holdings)
    }

    /// Passes to `take` every customer (or one) who holds containers at the end of a day, by code and container.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `take` returns.
    pub fn each_holder<E: From<Error>>(
        &self,
        customer: Option<CustomerId>,
        on: Day,
        mut take: impl FnMut(HolderRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Held);
        let sql = format!(
            "SELECT {LABEL}, container.name, held.day, held.change,
                    (SELECT coalesce(sum(amount), 0) FROM entry
                      WHERE entry.customer_id = customer.id AND entry.day <= ?2 AND kind IN ({kinds}))
               FROM (SELECT customer_id, container_id, day, sum(change) AS change FROM container_move
                      WHERE (?1 IS NULL OR customer_id = ?1) AND day <= ?2
                      GROUP BY customer_id, container_id, day) held
               JOIN customer ON customer.id = held.customer_id
               JOIN container ON container.id = held.container_id
              ORDER BY customer.code_key, customer.id, container.name_key, held.day"
        );
        let mut statement = self.conn.prepare_cached(&sql).map_err(Error::from)?;
        let mut rows = statement.query(params![customer, Iso(on)]).map_err(Error::from)?;
        let mut open: Option<Changes> = None;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let (who, container): (CustomerId, String) = (get(row, 0)?, get(row, 5)?);
            let is_next = |open: &mut Changes| open.who.id != who || open.container != container;
            if let Some(holder) = open.take_if(is_next).and_then(Changes::holder) {
                take(holder)?;
            }
            let changes = match open.take() {
                Some(changes) => changes,
                None => Changes::begin(row).map_err(Error::from)?,
            };
            let (day, change) = (day(row, 6).map_err(Error::from)?, get(row, 7)?);
            open.insert(changes).by_day.push((day, change));
        }
        match open.and_then(Changes::holder) {
            Some(holder) => take(holder),
            None => Ok(()),
        }
    }
}

fn get<T: rusqlite::types::FromSql>(row: &Row, column: usize) -> Result<T> {
    Ok(row.get(column)?)
}
