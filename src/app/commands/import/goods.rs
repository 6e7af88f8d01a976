//! Products, jars, prices, readings and skips from a file.

use super::{Ids, Placed, Put, Wrong, at};
use crate::app::commands::{container, jar, not_in_the_future, price, product};
use crate::domain::Day;
use crate::domain::id::{JarId, PriceId, ProductId, ReadingId, SkipId};
use crate::domain::jar::{Jar, Reading};
use crate::domain::price::Price;
use crate::domain::product::{MoveReason, Product, StockMove};
use crate::domain::record::{JarRecord, PriceRecord, ProductRecord, ReadingRecord, SkipRecord};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::skip::Skip;
use crate::domain::text::rules;
use crate::store::Tx;

/// Imports a product and its initial stock.
pub(super) fn put_product(tx: &Tx, ids: &mut Ids, row: ProductRecord, today: Day) -> Put<Placed> {
    let id = ProductId::new(ids.free(tx, row.product.id.number())?);
    let product = at(product_column, row.product.normalized().map_err(Into::into))?;
    let product = Product { id, ..product };
    at(product_column, product::check(tx, &product))?;
    let product = at(product_column, container::in_known_container(tx, product))?;
    tx.insert_product(&product)?;
    if !row.stock_in.is_zero() {
        tx.insert_stock_move(&StockMove {
            product: id,
            on: today,
            quantity: row.stock_in,
            cost: Some(product.cost).filter(|cost| !cost.is_zero()),
            reason: MoveReason::Opening,
        })?;
    }
    Ok(Placed::New)
}

fn product_column(refused: &Refusal) -> &'static str {
    match refused.topic() {
        Some(Topic::Unit) => "unit",
        Some(Topic::Kind) => "kind",
        Some(Topic::Container) => "container",
        _ => "name",
    }
}

pub(super) fn put_jar(tx: &Tx, ids: &mut Ids, row: JarRecord) -> Put<Placed> {
    let id = JarId::new(ids.free(tx, row.jar.id.number())?);
    let customer = ids.customer(tx, "customer", &row.customer)?;
    let product = ids.product(tx, "product", &row.product)?;
    let jar = Jar { id, customer, product: product.id, ..row.jar };
    at(|_| "usual", jar::check(&jar))?;
    if tx.jar_of(customer, product.id)?.is_some() {
        let (name, product) = (row.customer.clone(), product.name.clone());
        let taken = Refusal::JarTaken { name, product };
        return Err(Wrong::Rule("product", taken));
    }
    tx.insert_jar(&jar)?;
    Ok(Placed::New)
}

pub(super) fn put_price(tx: &Tx, ids: &mut Ids, row: PriceRecord) -> Put<Placed> {
    let id = PriceId::new(ids.free(tx, row.price.id.number())?);
    let product = ids.product(tx, "product", &row.product)?.id;
    let customer = row.customer.as_deref().map(|code| super::customer(tx, "customer", code));
    let price = Price { id, product, customer: customer.transpose()?, ..row.price };
    at(|_| "price", price::check(&price))?;
    if tx.price_like(&price)?.is_some() {
        let text = row.product.clone();
        return Err(Wrong::Rule("from", Refusal::NamedTwice { what: Topic::Price, text }));
    }
    tx.insert_price(&price)?;
    Ok(Placed::New)
}

pub(super) fn put_reading(tx: &Tx, ids: &mut Ids, row: ReadingRecord, today: Day) -> Put<Placed> {
    let id = ReadingId::new(ids.free(tx, row.reading.id.number())?);
    let customer = ids.customer(tx, "customer", &row.customer)?;
    let product = ids.product(tx, "product", &row.product)?;
    at(|_| "day", not_in_the_future(row.reading.on, today))?;
    let no_jar = || Refusal::NoJar { name: row.customer.clone(), product: product.name.clone() };
    let jar = tx.jar_of(customer, product.id)?;
    let jar = jar.ok_or_else(|| Wrong::Rule("product", no_jar()))?;
    if let Some(delivery) = row.reading.delivery {
        super::visits::theirs(tx, delivery, customer)?;
    }
    tx.insert_reading(customer, &Reading { id, jar: jar.id, ..row.reading })?;
    Ok(Placed::New)
}

pub(super) fn put_skip(tx: &Tx, ids: &mut Ids, row: SkipRecord, today: Day) -> Put<Placed> {
    let id = SkipId::new(ids.free(tx, row.skip.id.number())?);
    let customer = ids.customer(tx, "customer", &row.customer)?;
    let product = row.product.as_deref().map(|name| ids.product(tx, "product", name));
    let product = product.transpose()?.map(|product| product.id);
    at(|_| "day", not_in_the_future(row.skip.on, today))?;
    let reason = rules::REASON.normalize(&row.skip.reason).map_err(Into::into);
    let reason = at(|_| "reason", reason)?;
    tx.insert_skip(&Skip { id, customer, product, reason, ..row.skip })?;
    Ok(Placed::New)
}
