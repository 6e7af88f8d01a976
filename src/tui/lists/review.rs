//! Jars that are used at another rate than before, beyond what chance explains: what was to be expected, and
//! what the last intervals show.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{day_cell, say_nothing};
use crate::domain::views::JarRow;
use crate::tui::layout;
use crate::tui::model::{MOST_TO_REVIEW, Model, Review, Widths};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::{ListAlign, ListCell, ListColumn, ListTable};

/// Draws it over the whole body.
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
    let inside = panel.draw(body, buffer, model.look);
    if review.rows.is_empty() {
        let room = inside.width.saturating_sub(2);
        let said = cells::wrap(&words.text("review-none"), room);
        for (y, line) in (inside.y..inside.bottom()).zip(said) {
            say_nothing(model, Rect { y, height: 1, ..inside }, &line, buffer);
        }
        return;
    }
    let titles = [
        "column-name",
        "column-code",
        "column-product",
        "column-since",
        "column-before",
        "column-now",
        "column-intervals",
        "column-empty",
    ]
    .map(|key| words.text(key));
    let [name, code, product, since, before, now, intervals, empty] = &titles;
    let column = |title, cells, align, leaves| ListColumn { title, cells, align, leaves };
    let columns = [
        column(name.as_str(), (6, 20), ListAlign::Left, 0),
        column(code, (4, 8), ListAlign::Left, 4),
        column(product, (6, 16), ListAlign::Left, 0),
        column(since, (6, 10), ListAlign::Left, 2),
        column(before, (7, 14), ListAlign::Right, 0),
        column(now, (7, 14), ListAlign::Right, 0),
        column(intervals, (5, 9), ListAlign::Right, 3),
        column(empty, (6, 10), ListAlign::Left, 1),
    ];
    // Rows that cannot be seen are not even put into words; those around them keep columns steady.
    let page = usize::from(inside.height);
    let first = review.scroll.top.saturating_sub(page);
    let shown = review.rows.iter().skip(first).take(3 * page);
    let rows: Vec<_> = shown.map(|row| cells_of(model, row)).collect();
    let table = ListTable {
        columns: &columns,
        rows: &rows,
        top: review.scroll.top - first,
        selected: Some(review.scroll.at - first),
        titles: layout::has_titles(body),
        indent: 1,
        column_widths: Widths::default(),
    };
    table.draw(inside, buffer, model.look);
}

fn cells_of<'a>(model: &Model, row: &'a JarRow) -> Vec<ListCell<'a>> {
    let words = &model.words;
    let mut cells = vec![
        ListCell::new(row.who.name.as_str(), Tone::Name),
        ListCell::new(row.who.code.as_str(), Tone::Quiet),
        ListCell::new(row.goods.name.as_str(), Tone::Plain),
    ];
    cells.extend(match row.change {
        Some(change) => {
            // Whoever uses more than was thought is empty before it was thought.
            let tone = if change.after > change.before { Tone::Due } else { Tone::Plain };
            [
                ListCell::new(words.short_day(change.since), Tone::Plain),
                ListCell::new(words.use_a_day(change.before, &row.goods.unit), Tone::Quiet),
                ListCell::new(words.use_a_day(change.after, &row.goods.unit), tone),
                ListCell::new(change.intervals.to_string(), Tone::Quiet),
            ]
        }
        None => Default::default(),
    });
    cells.push(day_cell(model, Some(row.likely)));
    cells
}
