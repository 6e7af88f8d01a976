//! Follow-ups with their context, and the occasions that rules find.

use super::super::super::Result;
use super::super::Tx;
use super::super::contact::last_mood;
use super::super::dialect::ORDERED_JOIN;
use super::super::record::{StoredRecord, column_count, columns_of};
use super::super::search::SearchCondition;
use super::super::values::{Iso, StableNameText, day};
use super::complaint::complaint_of;
use super::jar::NOTHING_PROMISED;
use super::{LABEL, first_word, label, silent_on};
use crate::domain::day::iso;
use crate::domain::follow_up::{FollowUp, FollowUpRef, FollowUpStage, Rule, Trigger};
use crate::domain::id::{ComplaintId, CustomerId, JarId};
use crate::domain::query::{FollowUpCursor, FollowUpQuery, PageDirection};
use crate::domain::views::{ComplaintNote, FollowUpRow, FoundOccasion};
use crate::domain::{Day, StableName, search_key};
use rusqlite::types::Value;
use rusqlite::{Row, named_params, params_from_iter};

/// The condition that a follow-up is no promise that was met.
pub(super) const NOT_MET: &str =
    "NOT EXISTS (SELECT 1 FROM promise_met WHERE promise_met.follow_up_id = follow_up.id)";

/// The columns of context that are read with every follow-up.
const CONTEXT: &str = "customer.phones, standing.balance,
    coalesce((SELECT text FROM contact WHERE contact.customer_id = customer.id
               ORDER BY day DESC, id DESC LIMIT 1), '') AS last_words,
    (SELECT mood FROM contact WHERE contact.customer_id = customer.id
      ORDER BY day DESC, id DESC LIMIT 1) AS last_mood";

fn follow_up_row(row: &Row) -> rusqlite::Result<FollowUpRow> {
    let follow_up = FollowUp::read(row)?;
    let behind = column_count::<FollowUp>();
    Ok(FollowUpRow {
        meant: FollowUpRef::Recorded(follow_up.id),
        follow_up,
        who: label(row, behind)?,
        phone: first_word(row.get_ref(behind + 5)?.as_str()?),
        last_words: row.get(behind + 7)?,
        last_mood: last_mood(row)?,
        balance: row.get(behind + 6)?,
        complaint: complaint(row)?,
    })
}

/// Returns an occasion of a rule, read from the day and the customer in the row.
fn occasion(row: &Row, rule: Rule) -> rusqlite::Result<Trigger> {
    Ok(Trigger { rule, day: day(row, 0)?, customer: row.get(1)? })
}

/// Returns an occasion with its context, which is read from the first column on.
fn in_context(row: &Row, occasion: Trigger) -> rusqlite::Result<FoundOccasion> {
    Ok(FoundOccasion {
        occasion,
        who: label(row, 0)?,
        phone: first_word(row.get_ref(5)?.as_str()?),
        balance: row.get(6)?,
        last_words: row.get(7)?,
        last_mood: last_mood(row)?,
        complaint: complaint(row)?,
    })
}

/// Returns the complaint in the row, if the follow-up is about one.
fn complaint(row: &Row) -> rusqlite::Result<Option<ComplaintNote>> {
    let id: Option<ComplaintId> = row.get("complaint_id")?;
    id.map(|id| Ok(ComplaintNote { id, text: row.get("complaint_text")? })).transpose()
}

/// Returns the day by which the follow-ups of a stage are listed.
const fn day_of(stage: FollowUpStage) -> &'static str {
    match stage {
        FollowUpStage::Open => "follow_up.due_on",
        FollowUpStage::Done | FollowUpStage::Dropped => "follow_up.closed_on",
    }
}

/// Adds a value to a query and returns its name there.
fn bind(values: &mut Vec<Value>, value: impl Into<Value>) -> String {
    values.push(value.into());
    format!("?{}", values.len())
}

/// Returns the conditions for the follow-ups of a list, and the values that they name.
fn wanted(list: &FollowUpQuery, sought: &SearchCondition, values: &mut Vec<Value>) -> Vec<String> {
    // An index serves a stage only where the query spells it as the index does.
    let closed = "follow_up.stage <> 'open' AND ";
    let stage = match list.stage {
        FollowUpStage::Open => format!("follow_up.stage = 'open' AND {NOT_MET}"),
        stage @ (FollowUpStage::Done | FollowUpStage::Dropped) => {
            format!("{closed}follow_up.stage = '{}'", stage.key())
        }
    };
    let mut wanted = vec![stage];
    if let Some(until) = list.until {
        let until = bind(values, iso(until).to_string());
        wanted.push(format!("{} <= {until}", day_of(list.stage)));
    }
    let found = sought.value().map(|found| bind(values, found.to_owned())).unwrap_or_default();
    wanted.extend(sought.condition("follow_up.customer_id", &found));
    wanted
}

impl Tx<'_> {
    /// Returns a window of the follow-ups that are stored, by due day, or by the day on which they
    /// were closed with the newest first: the first `most` rows after a place, or the last `most`
    /// before one in backward order.
    pub fn follow_up_window(
        &self,
        list: &FollowUpQuery,
        (place, window): (Option<&FollowUpCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<FollowUpRow>> {
        let words = search_key::search_words(&list.query);
        self.searched(&words, |sought| {
            self.window_of_follow_ups(list, sought, (place, window), most)
        })
    }

    fn window_of_follow_ups(
        &self,
        list: &FollowUpQuery,
        sought: &SearchCondition,
        (place, window): (Option<&FollowUpCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<FollowUpRow>> {
        let day = day_of(list.stage);
        let (beyond, order) = match (window, list.stage) {
            (PageDirection::After, FollowUpStage::Open)
            | (PageDirection::Before, FollowUpStage::Done | FollowUpStage::Dropped) => (">", "ASC"),
            (PageDirection::Before, FollowUpStage::Open)
            | (PageDirection::After, FollowUpStage::Done | FollowUpStage::Dropped) => ("<", "DESC"),
        };
        let mut values: Vec<Value> = Vec::new();
        let mut wanted = wanted(list, sought, &mut values);
        if let Some(place) = place {
            let on = bind(&mut values, iso(place.day).to_string());
            let id = bind(&mut values, place.written);
            wanted.push(format!("({day}, follow_up.id) {beyond} ({on}, {id})"));
        }
        let columns = columns_of::<FollowUp>();
        let complaint = complaint_of("follow_up.rule", "follow_up.occasion");
        let sql = format!(
            "SELECT {columns}, {LABEL}, {CONTEXT}, {complaint} FROM follow_up
               {ORDERED_JOIN} customer ON customer.id = follow_up.customer_id
               {ORDERED_JOIN} standing ON standing.customer_id = follow_up.customer_id
              WHERE {} ORDER BY {day} {order}, follow_up.id {order} LIMIT {most}",
            wanted.join(" AND ")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), follow_up_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every follow-up of a list that is stored, with its customer, in no particular order.
    pub fn follow_ups_in(&self, list: &FollowUpQuery) -> Result<Vec<(CustomerId, FollowUpRef)>> {
        let sought = self.all_who_hold(&search_key::search_words(&list.query))?;
        let mut values: Vec<Value> = Vec::new();
        let wanted = wanted(list, &sought, &mut values).join(" AND ");
        let sql = format!("SELECT customer_id, id FROM follow_up WHERE {wanted}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let all = statement.query_map(params_from_iter(values), |row| {
            Ok((row.get(0)?, FollowUpRef::Recorded(row.get(1)?)))
        })?;
        Ok(all.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number of open follow-ups due by a day, and the number of those due later.
    pub fn count_follow_ups(&self, day: Day) -> Result<(u32, u32)> {
        // All are counted in their index; the few promises that were met are taken off.
        let mut statement = self.conn.prepare_cached(
            "WITH met AS MATERIALIZED
                  (SELECT follow_up.due_on FROM promise_met
                     JOIN follow_up ON follow_up.id = promise_met.follow_up_id
                    WHERE follow_up.stage = 'open')
             SELECT (SELECT count(*) FROM follow_up WHERE stage = 'open' AND due_on <= ?1)
                  - (SELECT count(*) FROM met WHERE due_on <= ?1),
                    (SELECT count(*) FROM follow_up WHERE stage = 'open' AND due_on > ?1)
                  - (SELECT count(*) FROM met WHERE due_on > ?1)",
        )?;
        Ok(statement.query_row([Iso(day)], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Returns the follow-ups at a stage that are due by a day, by due day.
    pub fn follow_up_rows(
        &self,
        stage: FollowUpStage,
        until: Option<Day>,
    ) -> Result<Vec<FollowUpRow>> {
        let columns = columns_of::<FollowUp>();
        let complaint = complaint_of("follow_up.rule", "follow_up.occasion");
        let sql = format!(
            "SELECT {columns}, {LABEL}, {CONTEXT}, {complaint} FROM follow_up
               JOIN customer ON customer.id = follow_up.customer_id
               JOIN standing ON standing.customer_id = follow_up.customer_id
              WHERE follow_up.stage = '{}' AND (:until IS NULL OR follow_up.due_on <= :until) AND {NOT_MET}
              ORDER BY follow_up.due_on, follow_up.id",
            crate::domain::StableName::key(stage)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = named_params! { ":until": until.map(Iso) };
        let rows = statement.query_map(values, follow_up_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns one customer's open follow-ups, by due day.
    pub fn open_follow_ups_of(&self, customer: CustomerId) -> Result<Vec<FollowUpRow>> {
        let columns = columns_of::<FollowUp>();
        let complaint = complaint_of("follow_up.rule", "follow_up.occasion");
        let sql = format!(
            "SELECT {columns}, {LABEL}, {CONTEXT}, {complaint} FROM follow_up
               JOIN customer ON customer.id = follow_up.customer_id
               JOIN standing ON standing.customer_id = follow_up.customer_id
              WHERE follow_up.stage = 'open' AND follow_up.customer_id = ?1 AND {NOT_MET}
              ORDER BY follow_up.due_on, follow_up.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([customer], follow_up_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the current customers born on one of these days of the year, each with the day on
    /// which the birthday is kept, in the order of that day, without birthdays that have had their
    /// follow-up.
    pub fn birthdays(&self, kept_on: &[(Day, String)]) -> Result<Vec<Trigger>> {
        let days: Vec<String> =
            kept_on.iter().map(|(day, born)| format!(r#"["{}","{born}"]"#, iso(*day))).collect();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT kept.value ->> 0, customer.id FROM json_each(?1) AS kept
              {ORDERED_JOIN} customer INDEXED BY customer_birthday
                 ON substr(customer.birthday, -5) = kept.value ->> 1
              WHERE customer.birthday IS NOT NULL AND customer.left_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM follow_up
                     WHERE rule = ?2 AND customer_id = customer.id AND occasion = kept.value ->> 0)
              ORDER BY kept.value ->> 0, customer.id"
        ))?;
        let values = (format!("[{}]", days.join(",")), StableNameText(Rule::Birthday));
        let found = statement.query_map(values, |row| occasion(row, Rule::Birthday))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers who are silent about a jar to which nothing is promised, without a follow-up for it yet,
    /// ordered by the day on which the jar ran out. A customer with two such jars is returned twice.
    pub fn silent(&self, today: Day) -> Result<Vec<Trigger>> {
        let silent = silent_on("?1");
        // A cross join keeps the order of the tables: few jars are that late, and the engine would
        // begin with all customers.
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT forecast.likely, forecast.customer_id
               FROM forecast INDEXED BY forecast_by_high
               {ORDERED_JOIN} jar ON jar.id = forecast.jar_id
              WHERE forecast.high < ?1 AND {silent} AND forecast.latest IS NOT NULL
                AND {NOTHING_PROMISED}
                AND NOT EXISTS (SELECT 1 FROM follow_up
                     WHERE rule = ?2 AND follow_up.customer_id = forecast.customer_id
                       AND occasion = forecast.likely)
              ORDER BY forecast.likely, forecast.jar_id"
        ))?;
        let values = (Iso(today), StableNameText(Rule::Silent));
        let found = statement.query_map(values, |row| occasion(row, Rule::Silent))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns whether the customer of a jar is silent about it, and therefore asked before anything is delivered.
    pub fn is_silent_about(&self, jar: JarId, today: Day) -> Result<bool> {
        let silent = silent_on("?2");
        let sql = format!("SELECT EXISTS (SELECT 1 FROM forecast WHERE jar_id = ?1 AND {silent})");
        Ok(self.conn.prepare_cached(&sql)?.query_row((jar, Iso(today)), |row| row.get(0))?)
    }

    /// Returns the occasions that the rules found, each with its context, in the same order.
    pub fn found(&self, occasions: &[Trigger]) -> Result<Vec<FoundOccasion>> {
        let rows = occasions.iter().map(|one| (one.customer.number(), one.rule.key()));
        let rows: Vec<String> =
            rows.map(|(customer, rule)| format!(r#"[{customer},"{rule}"]"#)).collect();
        let complaint = complaint_of("found.value ->> 1", "NULL");
        let sql = format!(
            "SELECT {LABEL}, {CONTEXT}, {complaint}, found.key FROM json_each(?1) AS found
               {ORDERED_JOIN} customer ON customer.id = found.value ->> 0
               {ORDERED_JOIN} standing ON standing.customer_id = customer.id
              ORDER BY found.key"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([format!("[{}]", rows.join(","))])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let occasion = usize::try_from(row.get::<_, i64>("key")?).ok();
            if let Some(occasion) = occasion.and_then(|at| occasions.get(at)) {
                found.push(in_context(row, occasion.clone())?);
            }
        }
        Ok(found)
    }
}
