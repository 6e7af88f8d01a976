//! The timeline of a customer: events of every kind, newest first.

use crate::domain::Day;
use crate::domain::customer::Household;
use crate::domain::day::Period;
use crate::domain::views::Goods;
use crate::reports::CustomerPage;
use crate::tui::lists::goods_in_words;
use crate::tui::model::Model;

/// The day of an event, its kind, and its description.
pub(super) type Happened = (Day, String, String);

/// Returns all events, newest first; events of the same day keep the order of the work.
pub(super) fn past(model: &Model, page: &CustomerPage) -> Vec<Happened> {
    let words = &model.words;
    let mut past: Vec<Happened> = Vec::new();
    for row in &page.delivered {
        let goods: Vec<Goods> = (row.lines.iter())
            .map(|line| {
                let quantity = line.delivered.unwrap_or(line.goods.quantity);
                Goods { quantity, ..line.goods.clone() }
            })
            .collect();
        let text = [goods_in_words(model, &goods), row.reason.clone(), words.ticks(row.checklist)];
        past.push((row.day(), words.label(row.stage), beside(&text)));
    }
    for seen in &page.readings {
        let text = format!("{} {}", seen.product, words.quantity(seen.level, &seen.unit));
        past.push((seen.on, words.text("page-seen"), text));
    }
    for entry in &page.entries {
        let text = [
            words.goods(page.goods.charged_by(entry)),
            words.money(entry.kind.signed(entry.amount)),
            entry.method.clone(),
            entry.reference.clone(),
            entry.note.clone(),
        ];
        past.push((entry.on, words.label(entry.kind), beside(&text)));
    }
    for contact in &page.contacts {
        let mood = contact.mood.map(|mood| words.mood(mood)).unwrap_or_default();
        let text = beside(&[contact.text.clone(), mood]);
        past.push((contact.on, words.label(contact.channel), text));
    }
    for row in &page.complaints {
        past.push((row.complaint.on, words.text("page-complaint"), words.complaint(row)));
    }
    for closed in &page.closed {
        let text = [words.follow_up(closed), words.label(closed.stage), closed.outcome.clone()];
        let on = closed.closed_on.unwrap_or(closed.due_on);
        past.push((on, words.text("screen-follow-up"), beside(&text)));
    }
    for change in page.changes.iter().filter(|change| change.from <= page.day) {
        past.push((change.from, words.text("page-household"), people(model, change.household)));
    }
    for away in &page.been_away {
        past.push((away.period.from, words.text("page-away"), days(model, away.period)));
    }
    past.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
    past
}

/// Joins the parts of a description that are not empty.
fn beside(parts: &[String]) -> String {
    let parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("  ")
}

/// Formats a household by its age groups.
pub(super) fn people(model: &Model, household: Household) -> String {
    let of = [
        ("adults", household.adults.into()),
        ("children", household.children.into()),
        ("elders", household.elders.into()),
    ];
    model.words.format("people-of", &of)
}

/// Formats a period by its first and last day.
pub(super) fn days(model: &Model, period: Period) -> String {
    let words = &model.words;
    let (from, to) =
        (words.day_near(period.from, model.today), words.day_near(period.to, model.today));
    words.format("away", &[("from", from.into()), ("to", to.into())])
}
