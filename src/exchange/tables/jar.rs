//! Jars.

use super::fields::Fields;
use super::record_fields;
use super::source::Parse;
use crate::domain::Currency;
use crate::domain::field::RecordField;
use crate::domain::id::{CustomerId, JarId, ProductId};
use crate::domain::jar::{Jar, JarField};
use crate::domain::record::JarRecord;
use crate::exchange::{Cell, Column};
use std::sync::LazyLock;

pub(super) static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let mut columns = vec![Column::right("id"), Column::left("customer"), Column::left("product")];
    columns.extend(JarField::every().map(record_fields::column));
    columns
});

pub(super) const NEEDED: &[&str] = &["customer", "product"];

pub(super) fn cells(row: &JarRecord, currency: Currency) -> Vec<Cell<'_>> {
    let jar = &row.jar;
    let mut cells =
        vec![Cell::Int(jar.id.number()), Cell::text(&row.customer), Cell::text(&row.product)];
    cells.extend(JarField::every().map(|field| record_fields::cell(jar, field, currency)));
    cells
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<JarRecord> {
    let id = row.id("id", JarId::new);
    let (customer, product) = (row.needed_text("customer"), row.needed_text("product"));
    let mut jar = Jar::new(JarId::new(0), CustomerId::new(0), ProductId::new(0));
    let fields = record_fields::read_every::<JarField>(row, NEEDED, parse, &mut jar);
    fields?;
    jar.id = id?;
    Some(JarRecord { jar, customer: customer?, product: product? })
}
