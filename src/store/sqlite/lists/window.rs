//! Windows of the lists of customers: where they begin, what they are sorted by, and who is in
//! them.

use super::super::super::Result;
use super::super::Tx;
use super::super::dialect::ORDERED_JOIN;
use super::super::search::SearchCondition;
use super::super::tab::kinds_where;
use crate::domain::id::CustomerId;
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

/// The people of a household that never changed, as the index spells them.
const PEOPLE_AT_FIRST: &str = "customer.adults + customer.children + customer.elders";

/// The people of a household since a change, as the index spells them.
const PEOPLE_SINCE_CHANGE: &str =
    "household_change.adults + household_change.children + household_change.elders";

/// The tables of a list of households that changed, in the order of the index.
static CHANGED_HOUSEHOLDS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "household_change
         {ORDERED_JOIN} customer ON customer.id = household_change.customer_id
         {ORDERED_JOIN} standing ON standing.customer_id = household_change.customer_id"
    )
});

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
    from: &'static str,
    wanted: Vec<String>,
    columns: Columns,
    direction: SortDirection,
    values: Vec<(String, Value)>,
    /// True if so few rows match that they are put into their order for each window.
    few: bool,
}

/// The tables of a list.
const JOINED: &str = "customer JOIN standing ON standing.customer_id = customer.id";

impl SelectBuilder {
    /// Customers who were searched for. Where people are counted, that is on `:day`, which is to be
    /// bound.
    pub(super) fn of_customers(sought: &SearchCondition, sorted: SortBy<CustomerBy>) -> Self {
        let mut listing = Self::of(sought, columns_of(sorted.by), sorted.direction);
        if sorted.by == CustomerBy::Code && *sought == SearchCondition::Near {
            // The words lie in the order of the codes: the first matches are found without the
            // rest.
            listing.columns = ("search.code_key", "search.customer_id");
            listing.from = "search CROSS JOIN customer ON customer.id = search.customer_id
                CROSS JOIN standing ON standing.customer_id = customer.id";
            listing.wanted = vec!["looked(search.words)".to_owned()];
        }
        listing
    }

    /// Tabs that are not even, of customers who were searched for.
    pub(super) fn of_tabs(sought: &SearchCondition, sorted: SortBy<TabBy>) -> Self {
        let mut listing = Self::of(sought, columns_of_tabs(sorted.by), sorted.direction);
        listing.only("standing.balance <> 0");
        listing
    }

    fn of(sought: &SearchCondition, columns: Columns, direction: SortDirection) -> Self {
        let mut listing = Self {
            from: JOINED,
            wanted: sought.condition(columns.1, ":found").into_iter().collect(),
            columns,
            direction,
            values: Vec::new(),
            few: matches!(sought, SearchCondition::Few(_)),
        };
        if let Some(found) = sought.value() {
            listing.bind("found", found.to_owned());
        }
        listing
    }

    /// Sorts by the balance at the end of `:day`, which is to be bound, in the place of the stored
    /// one.
    pub(super) fn by_balance_then(&mut self) {
        self.columns.0 = BALANCE_THEN.as_str();
    }

    /// Restricts the query to households that have not changed until `:day`, which an index sorts by their people.
    pub(super) fn of_unchanged_households(mut self) -> Self {
        self.columns.0 = PEOPLE_AT_FIRST;
        self.only(
            "NOT EXISTS (SELECT 1 FROM household_change
                 WHERE household_change.customer_id = customer.id AND from_day <= :day)",
        );
        self
    }

    /// Restricts the query to households that changed until `:day`, which an index sorts by their people since their
    /// last change.
    pub(super) fn of_changed_households(mut self) -> Self {
        self.columns = (PEOPLE_SINCE_CHANGE, "household_change.customer_id");
        self.from = CHANGED_HOUSEHOLDS.as_str();
        self.only(
            "household_change.from_day = (SELECT max(from_day) FROM household_change AS last
                 WHERE last.customer_id = household_change.customer_id AND last.from_day <= :day)",
        );
        self
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
            // Of an expression that has an index, the engine looks up the key alone, but not the pair.
            self.wanted.push(format!("{key} {beyond}= :key"));
            self.wanted.push(format!("({key}, {id}) {beyond} (:key, :id)"));
        }
        let (from, wanted) = (self.from, self.conditions());
        if !self.few {
            return format!(
                "SELECT {select} FROM {from} {wanted} ORDER BY {key} {order}, {id} {order} LIMIT {most}"
            );
        }
        // The rows are read in full when it is known which ones they are.
        format!(
            "SELECT {select}
               FROM (SELECT {key} AS key, {id} AS id FROM {from} {wanted}
                      ORDER BY 1 {order}, 2 {order} LIMIT {most}) AS nearest
               {ORDERED_JOIN} customer ON customer.id = nearest.id
               {ORDERED_JOIN} standing ON standing.customer_id = nearest.id
              ORDER BY nearest.key {order}, nearest.id {order}"
        )
    }

    /// Returns the query for all rows, in no particular order.
    pub(super) fn all(&self, select: &str) -> String {
        format!("SELECT {select} FROM {} {}", self.from, self.conditions())
    }

    fn conditions(&self) -> String {
        match self.wanted.join(" AND ") {
            wanted if wanted.is_empty() => wanted,
            wanted => format!("WHERE {wanted}"),
        }
    }

    /// Leaves the customers out of the tables, where conditions name none of their columns.
    pub(super) fn of_standings(mut self) -> Self {
        self.from = "standing";
        self
    }

    /// Returns the values of the query, by their names.
    pub(super) fn values(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value as &dyn ToSql)).collect()
    }
}

impl Tx<'_> {
    /// Returns every customer of a list, in no particular order.
    pub(super) fn customers_of(&self, listing: &SelectBuilder) -> Result<Vec<CustomerId>> {
        let sql = listing.all(listing.columns.1);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map(listing.values().as_slice(), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::super::{connect, migrate, search::Search};
    use super::*;
    use crate::domain::StableName;
    use rusqlite::Connection;

    /// Returns how the engine reads the window of a listing from a place.
    fn plan(conn: &Connection, mut listing: SelectBuilder, window: PageDirection) -> String {
        listing.only("customer.left_on IS NULL");
        let place = CustomerCursor { key: SortKey::Text("m".to_owned()), id: CustomerId::new(7) };
        let sql = listing.window("customer.id", (Some(&place), window), 60);
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = listing.values();
        let steps = statement.query_map(values.as_slice(), |row| row.get::<_, String>(3)).unwrap();
        steps.map(rusqlite::Result::unwrap).collect::<Vec<_>>().join("\n")
    }

    // G10, G13
    #[test]
    fn a_window_of_any_order_is_read_from_its_place_without_sorting_or_reading_the_rest() {
        let conn = connect::in_memory().unwrap();
        migrate::make_schema(&conn, migrate::NEWEST).unwrap();
        let _search = Search::of(&conn).unwrap();
        let sought = [SearchCondition::All, SearchCondition::Near, SearchCondition::Many];
        for sought in sought {
            for direction in [SortDirection::Ascending, SortDirection::Descending] {
                for window in [PageDirection::After, PageDirection::Before] {
                    for (by, _) in CustomerBy::ALL {
                        let sorted = SortBy { by: *by, direction };
                        let listing = SelectBuilder::of_customers(&sought, sorted);
                        let listings = match by {
                            CustomerBy::People => vec![
                                listing.of_unchanged_households(),
                                SelectBuilder::of_customers(&sought, sorted)
                                    .of_changed_households(),
                            ],
                            _ => vec![listing],
                        };
                        for listing in listings {
                            let plan = plan(&conn, listing, window);
                            let is_read_through = plan.lines().any(|step| step.starts_with("SCAN"));
                            assert!(!is_read_through, "{by:?} {sought:?}\n{plan}");
                            assert!(!plan.contains("TEMP B-TREE"), "{by:?} {sought:?}\n{plan}");
                        }
                    }
                    for by in
                        [TabBy::DueDay, TabBy::Balance, TabBy::Name, TabBy::Area, TabBy::Payday]
                    {
                        let sorted = SortBy { by, direction };
                        let plan = plan(&conn, SelectBuilder::of_tabs(&sought, sorted), window);
                        let is_read_through = plan.lines().any(|step| step.starts_with("SCAN"));
                        assert!(!is_read_through, "{by:?} {sought:?}\n{plan}");
                        assert!(!plan.contains("TEMP B-TREE"), "{by:?} {sought:?}\n{plan}");
                    }
                }
            }
        }
    }
}
