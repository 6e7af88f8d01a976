//! The columns of the notebook's tables and what stands in them, as people say it.

use serde_json::Value;

use super::change::JsonRow;
use super::values::with_unit;
use super::{Labelled, Localizer};
use crate::domain::action::{NamedRow, RowChange};
use crate::domain::customer::{Channel, Consent, CustomerKind};
use crate::domain::day::{Unit, Weekdays, parse_iso};
use crate::domain::delivery::{self, Checklist};
use crate::domain::follow_up::{self, Repeat};
use crate::domain::jar::Strategy;
use crate::domain::payday::Payday;
use crate::domain::product::MoveReason;
use crate::domain::shop::Language;
use crate::domain::tab::EntryKind;
use crate::domain::{Money, Quantity, Rate};

impl Localizer {
    /// The word for a table.
    pub fn table(&self, table: &str) -> String {
        self.text(&format!("table-{}", table.replace('_', "-")))
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
        let said = match value.as_i64() {
            Some(number) => self.number_value(change, row, column, number),
            None => self.text_value(&change.table, column, value.as_str().unwrap_or_default()),
        };
        Some(said).filter(|said| !said.is_empty())
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
            "price" | "cost" | "amount" | "debt_limit" => self.money(Money::from_minor(number)),
            "quantity" | "planned" | "delivered" | "level" | "pack" | "reorder" | "usual"
            | "capacity" | "monthly" | "on_order" => self.quantity(quantity(), unit(change, row)),
            "carry" => self.quantity(quantity(), "kg"),
            "appetite" | "pinned" => with_unit(Rate::from_millionths(number), unit(change, row)),
            "child" | "elder" => quantity().to_string(),
            "service_level" => {
                with_unit(Quantity::from_thousandths(number.saturating_mul(100)), "%")
            }
            "weekdays" | "delivery_days" => {
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
            ("customer", "kind") => self.keyed::<CustomerKind>(text),
            ("entry", "kind") => self.keyed::<EntryKind>(text),
            ("stock_move", "reason") => self.keyed::<MoveReason>(text),
            ("delivery", "stage") => self.keyed::<delivery::DeliveryStage>(text),
            ("follow_up", "stage") => self.keyed::<follow_up::FollowUpStage>(text),
            (_, "rule") => self.keyed::<follow_up::Rule>(text),
            (_, "channel") => self.keyed::<Channel>(text),
            (_, "consent") => self.keyed::<Consent>(text),
            (_, "language") => Language::from_tag(text).map(|one| self.language_name(one)),
            (_, "payday") => Payday::parse(text).ok().map(|payday| self.payday(&payday)),
            (_, "strategy") => Strategy::parse(text).ok().map(|strategy| self.strategy(strategy)),
            (_, "phones") => Some(self.phone(&self.several(text)).to_owned()),
            (_, "tags") => Some(self.several(text)),
            (_, "repeats") => Repeat::parse(text).ok().map(|repeat| self.repeat(repeat)),
            (
                _,
                "day" | "until" | "from_day" | "to_day" | "joined_on" | "left_on" | "birthday"
                | "planned_for" | "closed_on" | "due_on" | "anchor" | "occasion" | "arrives_on"
                | "learn_from",
            ) => parse_iso(text).ok().map(|day| self.day(day)),
            _ => None,
        };
        said.unwrap_or_else(|| text.to_owned())
    }

    /// The word for a variant that the file names by its key.
    fn keyed<T: Labelled>(&self, key: &str) -> Option<String> {
        T::ALL.iter().find(|(_, known)| *known == key).map(|(one, _)| self.label(*one))
    }

    /// The texts of a column that holds several.
    fn several(&self, text: &str) -> String {
        self.list(&text.split(';').map(str::to_owned).collect::<Vec<_>>())
    }

    fn strategy(&self, strategy: Strategy) -> String {
        match strategy {
            Strategy::Forecast => self.text("jar-by-forecast"),
            Strategy::OnCall => self.text("jar-on-call"),
            Strategy::Every(span) => {
                self.format("payday-every", &[("every", u32::from(span.days()).into())])
            }
        }
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

    fn ticks(&self, checklist: Checklist) -> String {
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
