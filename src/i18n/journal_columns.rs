//! The columns of the notebook's tables and what stands in them, as people say it.

use serde_json::Value;

use super::change::JsonRow;
use super::values::with_unit;
use super::{Labelled, Localizer};
use crate::domain::action::{NamedRow, RowChange};
use crate::domain::customer::{Channel, CustomerField};
use crate::domain::day::{Unit, Weekdays, parse_iso};
use crate::domain::delivery::{self, Checklist};
use crate::domain::field::RecordField;
use crate::domain::follow_up::{self, Repeat};
use crate::domain::jar::JarField;
use crate::domain::product::{MoveReason, ProductField};
use crate::domain::shop::Language;
use crate::domain::tab::EntryKind;
use crate::domain::{Money, Quantity};

impl Localizer {
    /// The word for a table.
    pub fn table(&self, table: &str) -> String {
        self.text(&format!("table-{}", table.replace('_', "-")))
    }

    /// Returns the heading of a column of a list at the command line: its own, or the one that it has on the
    /// screens too; the column's name if there is none.
    pub fn heading(&self, column: &str) -> String {
        let key = column.replace('_', "-");
        let own = self.lookup(&format!("column-list-{key}"));
        let heading = own.or_else(|| self.lookup(&format!("column-{key}")));
        heading.unwrap_or_else(|| column.to_owned())
    }

    /// The word for a column of a table: its own in this table, or the one that it has in all.
    pub fn column(&self, table: &str, column: &str) -> Option<String> {
        let (table, column) = (table.replace('_', "-"), column.replace('_', "-"));
        let own = self.lookup(&format!("row-{table}-{column}"));
        own.or_else(|| self.lookup(&format!("row-{column}")))
    }

    /// Returns the value of a column as text; `None` if it is empty.
    pub(super) fn in_words(
        &self,
        change: &RowChange,
        row: &JsonRow,
        column: &str,
        value: &Value,
    ) -> Option<String> {
        let of_field = self.of_field(change, row, column, value);
        let said = of_field.unwrap_or_else(|| match value.as_i64() {
            Some(number) => self.number_value(change, row, column, number),
            None => self.text_value(&change.table, column, value.as_str().unwrap_or_default()),
        });
        Some(said).filter(|said| !said.is_empty())
    }

    /// Returns the value of a field of a customer, a product or a jar by its kind.
    fn of_field(
        &self,
        change: &RowChange,
        row: &JsonRow,
        column: &str,
        value: &Value,
    ) -> Option<String> {
        let unit = unit(change, row);
        match change.table.as_str() {
            "customer" => {
                let field = CustomerField::of_column(column)?;
                let said = self.kept_value(field, value, unit)?;
                Some(if field.is_private() { self.phone(&said).to_owned() } else { said })
            }
            "product" => self.kept_value(ProductField::of_column(column)?, value, unit),
            "jar" => self.kept_value(JarField::of_column(column)?, value, unit),
            _ => None,
        }
    }

    fn number_value(&self, change: &RowChange, row: &JsonRow, column: &str, number: i64) -> String {
        let quantity = || Quantity::from_thousandths(number);
        let bits = || u8::try_from(number).unwrap_or_default();
        match column {
            "customer_id" | "referred_by" | "product_id" | "jar_id" | "delivery_id" => {
                let named = |one: &&NamedRow| one.column == column && one.number == number;
                let named = change.named.iter().find(named).map(|one| self.named_row(one));
                named.filter(|said| !said.is_empty()).unwrap_or_else(|| format!("#{number}"))
            }
            "price" | "cost" | "amount" => self.money(Money::from_minor(number)),
            "quantity" | "planned" | "delivered" | "level" => {
                self.quantity(quantity(), unit(change, row))
            }
            "carry" => self.quantity(quantity(), "kg"),
            "service_level" => {
                with_unit(Quantity::from_thousandths(number.saturating_mul(100)), "%")
            }
            "delivery_days" => {
                Weekdays::from_bits(bits()).map(|days| self.weekdays(days)).unwrap_or_default()
            }
            "checklist" => self.ticks(Checklist::from_bits(bits())),
            "mood" => self.lookup(&format!("mood-{number}")).unwrap_or_default(),
            "early" => self.text("key-yes"),
            _ => number.to_string(),
        }
    }

    fn text_value(&self, table: &str, column: &str, text: &str) -> String {
        let said = match (table, column) {
            ("entry", "kind") => self.keyed::<EntryKind>(text),
            ("stock_move", "reason") => self.keyed::<MoveReason>(text),
            ("delivery", "stage") => self.keyed::<delivery::DeliveryStage>(text),
            ("follow_up", "stage") => self.keyed::<follow_up::FollowUpStage>(text),
            (_, "rule") => self.keyed::<follow_up::Rule>(text),
            (_, "channel") => self.keyed::<Channel>(text),
            (_, "language") => Language::from_tag(text).map(|one| self.language_name(one)),
            (_, "repeats") => Repeat::parse(text).ok().map(|repeat| self.repeat(repeat)),
            (
                _,
                "day" | "until" | "from_day" | "to_day" | "joined_on" | "left_on" | "planned_for"
                | "closed_on" | "due_on" | "anchor" | "occasion",
            ) => parse_iso(text).ok().map(|day| self.day(day)),
            _ => None,
        };
        said.unwrap_or_else(|| text.to_owned())
    }

    /// The word for a variant that the file names by its key.
    fn keyed<T: Labelled>(&self, key: &str) -> Option<String> {
        T::ALL.iter().find(|(_, known)| *known == key).map(|(one, _)| self.label(*one))
    }

    fn repeat(&self, repeat: Repeat) -> String {
        let (when, span) = match repeat {
            Repeat::Every(span) => ("every", span),
            Repeat::AfterDone(span) => ("after", span),
        };
        let (count, unit) = span.parts();
        let unit = match unit {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
        };
        self.format(&format!("repeat-{when}-{unit}"), &[("count", u32::from(count).into())])
    }

    /// Lists what was ticked at the door; empty if nothing was.
    pub fn ticks(&self, checklist: Checklist) -> String {
        let Checklist { old_out, cleaned, new_in, old_on_top } = checklist;
        let ticks = [
            (old_out, "door-old-out"),
            (cleaned, "door-cleaned"),
            (new_in, "door-new-in"),
            (old_on_top, "door-old-on-top"),
        ];
        let ticked = ticks.iter().filter(|(ticked, _)| *ticked).map(|(_, key)| self.text(key));
        self.list(&ticked.collect::<Vec<_>>())
    }

    /// Returns the customer and the product, and for a delivery its day.
    fn named_row(&self, named: &NamedRow) -> String {
        let product = named.product.as_ref().map(|(name, _)| name.clone());
        let day = named.day.map(|day| self.day(day));
        let parts = [named.customer.clone(), product, day];
        self.list(&parts.into_iter().flatten().collect::<Vec<_>>())
    }
}

/// The unit of a row's quantities: a product's own, or that of the product that the row names.
fn unit<'a>(change: &'a RowChange, row: &'a JsonRow) -> &'a str {
    let own = row.get("unit").and_then(Value::as_str);
    let mut products = change.named.iter().filter_map(|named| named.product.as_ref());
    own.or_else(|| products.next().map(|(_, unit)| unit.as_str())).unwrap_or_default()
}
