//! Jars whose rate of use changed by more than chance explains (the expected rate, and the rate of the last
//! intervals), and goods without a jar that are bought again and again.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{day_cell, say_nothing};
use crate::reports::ReviewItem;
use crate::tui::model::{MOST_TO_REVIEW, Model, Review};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::ListCell;

/// The specification of the list.
const SPEC: ListSpec<ReviewItem> = ListSpec { columns: COLUMNS, cells: cells_of, indent: 1 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("column-name", (12, 24), 0),
    ListColumnSpec::text("column-code", (4, 8), 4),
    ListColumnSpec::text("column-product", (8, 20), 0),
    ListColumnSpec::text("column-since", (6, 10), 2),
    ListColumnSpec::number("column-before", (7, 14), 0),
    ListColumnSpec::number("column-now", (7, 14), 0),
    ListColumnSpec::number("column-intervals", (5, 9), 3),
    ListColumnSpec::text("column-empty", (6, 10), 1),
];

/// Draws the list over the whole body.
pub fn draw(model: &Model, review: &Review, frame: &mut Frame, body: Rect) {
    let buffer = frame.buffer_mut();
    let body = body.intersection(buffer.area);
    clear(body, buffer);
    let words = &model.words;
    let count = review.rows.len();
    let figures = match count {
        count if count >= MOST_TO_REVIEW as usize => {
            words.format("review-first", &[("count", count.into())])
        }
        0 => String::new(),
        count => count.to_string(),
    };
    let title = words.text("review-title");
    let panel =
        PanelFrame { title: &title, figures: &figures, here: true, ..PanelFrame::default() };
    if review.rows.is_empty() {
        let inside = panel.draw(body, buffer, model.look);
        let room = inside.width.saturating_sub(2);
        let said = cells::wrap(&words.text("review-none"), room);
        for (y, line) in (inside.y..inside.bottom()).zip(said) {
            say_nothing(model, Rect { y, height: 1, ..inside }, &line, buffer);
        }
        return;
    }
    let rows = ListRows::around(review.rows.iter(), &review.scroll, body);
    SPEC.draw(model, &rows, (&panel, ""), body, buffer);
}

fn cells_of<'a>(model: &Model, item: &'a ReviewItem) -> Vec<ListCell<'a>> {
    let words = &model.words;
    let who = item.who();
    let mut cells = vec![
        ListCell::new(who.name.as_str(), Tone::Name),
        ListCell::new(who.code.as_str(), Tone::Quiet),
        ListCell::new(item.product_name(), Tone::Plain),
    ];
    match item {
        ReviewItem::Changed(row) => {
            let change = row.to_review();
            cells.extend(change.map_or_else(Default::default, |change| {
                // A jar that is used faster than expected is empty earlier than forecast.
                let tone = if change.after > change.before { Tone::Due } else { Tone::Plain };
                [
                    ListCell::new(words.short_day(change.since), Tone::Plain).figure(),
                    ListCell::new(words.use_a_day(change.before, &row.goods.unit), Tone::Quiet),
                    ListCell::new(words.use_a_day(change.after, &row.goods.unit), tone),
                    ListCell::new(change.intervals.to_string(), Tone::Quiet),
                ]
            }));
            cells.push(day_cell(model, Some(row.likely)));
        }
        ReviewItem::BoughtAgain(goods) => {
            let every = words.format("review-every", &[("days", goods.every_days().into())]);
            let times = words.format("review-times", &[("count", goods.times.into())]);
            cells.extend([
                ListCell::new(words.short_day(goods.first), Tone::Plain),
                ListCell::new(words.text("review-not-followed"), Tone::Quiet),
                ListCell::new(every, Tone::Plain),
                ListCell::new(times, Tone::Quiet),
                day_cell(model, None),
            ]);
        }
    }
    cells
}
