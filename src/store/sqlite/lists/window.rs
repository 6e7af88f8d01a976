//! Windows of the lists of customers: where they begin, what they are sorted by, and who is in
//! them.

use super::super::tab::kinds_where;
use crate::domain::query::{
    CustomerBy, CustomerCursor, PageDirection, SortBy, SortDirection, SortKey, TabBy,
};
use crate::domain::tab::EntryLedger;
use rusqlite::ToSql;
use rusqlite::types::Value;
use std::sync::LazyLock;

impl From<SortKey> for Value {
    fn from(key: SortKey) -> Self {
        match key {
            SortKey::Number(number) => number.into(),
            SortKey::Text(text) => text.into(),
        }
    }
}

/// The key and the identity that a list is sorted by, as columns of one table, so that its index
/// can serve the order and the beginning of a window alike.
type Columns = (&'static str, &'static str);

/// Returns the columns of an order, except that of the people, who are counted on a day.
fn columns_of(by: CustomerBy) -> Columns {
    match by {
        CustomerBy::Code => ("customer.code_key", "customer.id"),
        CustomerBy::Name => ("customer.name_key", "customer.id"),
        CustomerBy::Area => ("customer.area", "customer.id"),
        CustomerBy::People => (PEOPLE, "customer.id"),
        CustomerBy::NextEmpty => {
            ("coalesce(standing.next_empty, '9999-12-31')", "standing.customer_id")
        }
        CustomerBy::Balance => ("standing.balance", "standing.customer_id"),
        CustomerBy::Payday => ("customer.payday", "customer.id"),
        CustomerBy::LastDelivery => {
            ("coalesce(standing.last_delivery, '')", "standing.customer_id")
        }
        CustomerBy::LastContact => ("coalesce(standing.last_contact, '')", "standing.customer_id"),
        CustomerBy::Phone => ("customer.phones", "customer.id"),
        CustomerBy::Tags => ("customer.tags", "customer.id"),
    }
}

/// The people of a household on the day of the list, `:day`.
const PEOPLE: &str = "coalesce((SELECT adults + children + elders FROM household_change
      WHERE household_change.customer_id = customer.id AND from_day <= :day
      ORDER BY from_day DESC LIMIT 1), customer.adults + customer.children + customer.elders)";

/// The balance at the end of the day of the list, `:day`: the stored one without later entries.
static BALANCE_THEN: LazyLock<String> = LazyLock::new(|| {
    let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
    format!(
        "standing.balance - coalesce((SELECT sum(amount) FROM entry
              WHERE entry.customer_id = standing.customer_id AND day > :day AND kind IN ({kinds})), 0)"
    )
});

fn columns_of_tabs(by: TabBy) -> Columns {
    match by {
        TabBy::DueDay => ("coalesce(standing.oldest_due, '9999-12-31')", "standing.customer_id"),
        TabBy::Balance => columns_of(CustomerBy::Balance),
        TabBy::Name => columns_of(CustomerBy::Name),
        TabBy::Area => columns_of(CustomerBy::Area),
        TabBy::Payday => columns_of(CustomerBy::Payday),
    }
}

/// The rest of a query for a window of customers, behind `SELECT columns`: who is in it, from where
/// and in which order; and the values that it names.
pub(super) struct SelectBuilder {
    from: String,
    wanted: Vec<String>,
    columns: Columns,
    direction: SortDirection,
    values: Vec<(String, Value)>,
}

impl SelectBuilder {
    /// Customers who hold every word. Where people are counted, that is on `:day`, which is to be
    /// bound.
    pub(super) fn of_customers(words: &[String], sorted: SortBy<CustomerBy>) -> Self {
        Self::of(words, columns_of(sorted.by), sorted.direction)
    }

    /// Tabs that are not even, of customers who hold every word.
    pub(super) fn of_tabs(words: &[String], sorted: SortBy<TabBy>) -> Self {
        let mut listing = Self::of(words, columns_of_tabs(sorted.by), sorted.direction);
        listing.only("standing.balance <> 0");
        listing
    }

    fn of(words: &[String], columns: Columns, direction: SortDirection) -> Self {
        let joined = "customer JOIN standing ON standing.customer_id = customer.id";
        let mut listing = Self {
            from: joined.to_owned(),
            wanted: Vec::new(),
            columns,
            direction,
            values: Vec::new(),
        };
        let mut holds = Vec::new();
        for (n, word) in words.iter().enumerate() {
            listing.bind(&format!("word{n}"), word.clone());
            holds.push(format!("holds(search.words, :word{n})"));
        }
        let holds = holds.join(" AND ");
        if holds.is_empty() {
            return listing;
        }
        if columns == columns_of(CustomerBy::Code) {
            // The words lie in the order of the codes: the first matches are found without the
            // rest.
            listing.columns = ("search.code_key", "search.customer_id");
            listing.from = "search CROSS JOIN customer ON customer.id = search.customer_id
                CROSS JOIN standing ON standing.customer_id = customer.id"
                .to_owned();
            listing.wanted.push(holds);
        } else {
            let found = format!("SELECT customer_id FROM search WHERE {holds}");
            listing.wanted.push(format!("{} IN ({found})", listing.columns.1));
        }
        listing
    }

    /// Sorts by the balance at the end of `:day`, which is to be bound, in the place of the stored
    /// one.
    pub(super) fn by_balance_then(&mut self) {
        self.columns.0 = BALANCE_THEN.as_str();
    }

    /// Restricts the query to those for whom a condition holds.
    pub(super) fn only(&mut self, condition: &str) {
        self.wanted.push(condition.to_owned());
    }

    /// Gives a value the name by which conditions and columns speak of it.
    pub(super) fn bind(&mut self, name: &str, value: impl Into<Value>) {
        self.values.push((format!(":{name}"), value.into()));
    }

    /// Returns the query for the `most` rows nearest to a place, or at that end of the list.
    pub(super) fn window(
        &mut self,
        select: &str,
        (place, window): (Option<&CustomerCursor>, PageDirection),
        most: u32,
    ) -> String {
        let upwards = match window {
            PageDirection::After => self.direction,
            PageDirection::Before => self.direction.reversed(),
        };
        let (beyond, order) = match upwards {
            SortDirection::Ascending => (">", "ASC"),
            SortDirection::Descending => ("<", "DESC"),
        };
        let (key, id) = self.columns;
        if let Some(place) = place {
            self.bind("key", place.key.clone());
            self.bind("id", place.id.number());
            self.wanted.push(format!("({key}, {id}) {beyond} (:key, :id)"));
        }
        let wanted = match self.wanted.join(" AND ") {
            wanted if wanted.is_empty() => wanted,
            wanted => format!("WHERE {wanted}"),
        };
        let from = &self.from;
        format!(
            "SELECT {select} FROM {from} {wanted} ORDER BY {key} {order}, {id} {order} LIMIT {most}"
        )
    }

    /// Returns the values of the query, by their names.
    pub(super) fn values(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value as &dyn ToSql)).collect()
    }
}
