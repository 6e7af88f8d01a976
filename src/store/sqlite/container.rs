//! Kinds of containers, and who holds how many.

use super::super::Result;
use super::dirty::CustomerPart;
use super::record::{StoredRecord, day_value};
use super::values::{Iso, day, named};
use super::{Tx, optional};
use crate::domain::container::{Container, ContainerMove, NegativeHolding};
use crate::domain::id::{ContainerId, ContainerMoveId, CustomerId, DeliveryId};
use crate::domain::{Day, StableName, search_key};
use rusqlite::types::Value;
use rusqlite::{Row, params};

impl StoredRecord for Container {
    const TABLE: &'static str = "container";

    fn columns() -> Vec<&'static str> {
        vec!["id", "name", "deposit", "price"]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get(0)?, name: row.get(1)?, deposit: row.get(2)?, price: row.get(3)? })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("name", self.name.clone().into()),
            ("name_key", search_key::fold(&self.name).into()),
            ("deposit", self.deposit.minor().into()),
            ("price", self.price.minor().into()),
        ]
    }
}

impl StoredRecord for ContainerMove {
    const TABLE: &'static str = "container_move";

    fn columns() -> Vec<&'static str> {
        vec!["id", "customer_id", "container_id", "day", "kind", "change", "delivery_id", "note"]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            customer: row.get(1)?,
            container: row.get(2)?,
            on: day(row, 3)?,
            kind: named(row, 4)?,
            change: row.get(5)?,
            delivery: row.get(6)?,
            note: row.get(7)?,
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("customer_id", self.customer.number().into()),
            ("container_id", self.container.number().into()),
            ("day", day_value(self.on)),
            ("kind", self.kind.key().to_owned().into()),
            ("change", self.change.into()),
            ("delivery_id", self.delivery.map(DeliveryId::number).into()),
            ("note", self.note.clone().into()),
        ]
    }
}

impl Tx<'_> {
    /// Returns one kind of container.
    pub fn container(&self, id: ContainerId) -> Result<Option<Container>> {
        self.find(id.number())
    }

    /// Returns the kind of container with exactly this name, ignoring case.
    pub fn container_named(&self, name: &str) -> Result<Option<Container>> {
        let named = self.select("WHERE name_key = ?1", [search_key::fold(name)])?;
        Ok(named.into_iter().next())
    }

    /// Returns every kind of container, by name.
    pub fn containers(&self) -> Result<Vec<Container>> {
        self.select("ORDER BY name_key", [])
    }

    /// Returns the kinds of containers that a customer holds, by name.
    pub fn containers_held(&self, customer: CustomerId) -> Result<Vec<Container>> {
        self.select(
            "WHERE (SELECT sum(change) FROM container_move
                     WHERE customer_id = ?1 AND container_id = container.id) > 0 ORDER BY name_key",
            [customer],
        )
    }

    /// Writes a new kind of container; an identity of zero is made, any other is kept.
    pub fn insert_container(&self, container: &Container) -> Result<ContainerId> {
        Ok(ContainerId::new(self.insert(container)?))
    }

    /// Writes a kind of container over the one with the same identity.
    pub fn update_container(&self, container: &Container) -> Result<()> {
        self.update(container)
    }

    /// Writes a move of containers; an identity of zero is made, any other is kept.
    pub fn insert_container_move(&self, change: &ContainerMove) -> Result<ContainerMoveId> {
        self.mark_customer_dirty(change.customer, CustomerPart::ACCOUNT);
        Ok(ContainerMoveId::new(self.insert(change)?))
    }

    /// Returns the number of containers of a kind that a customer holds at the end of a day.
    pub fn containers_held_on(
        &self,
        (customer, container): (CustomerId, ContainerId),
        day: Day,
    ) -> Result<i64> {
        let sql = "SELECT coalesce(sum(change), 0) FROM container_move
                    WHERE customer_id = ?1 AND container_id = ?2 AND day <= ?3";
        let values = params![customer, container, Iso(day)];
        Ok(self.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// Returns the first day at whose end a customer holds fewer containers than none.
    pub fn negative_holding(&self, customer: CustomerId) -> Result<Option<NegativeHolding>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT container.name, held.day, held.count FROM
                 (SELECT container_id, day,
                         sum(sum(change)) OVER (PARTITION BY container_id ORDER BY day) AS count
                    FROM container_move WHERE customer_id = ?1 GROUP BY container_id, day) held
               JOIN container ON container.id = held.container_id
              WHERE held.count < 0 ORDER BY held.day, container.name_key LIMIT 1",
        )?;
        optional(statement.query_row([customer], |row| {
            Ok(NegativeHolding { container: row.get(0)?, on: day(row, 1)?, count: row.get(2)? })
        }))
    }

    /// Returns the first product that comes in a container of which there is no kind: its number, its name and the
    /// name of the container.
    pub fn product_in_no_container(&self) -> Result<Option<(i64, String, String)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT product.id, product.name, product.container FROM product
              WHERE container <> '' AND NOT EXISTS
                    (SELECT 1 FROM container WHERE container.name = product.container)
              ORDER BY product.id LIMIT 1",
        )?;
        optional(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))))
    }
}
