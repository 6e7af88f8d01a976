//! Whom to look after: what is due and what is coming, with what was said last and what is owed; and
//! what was done, with what came of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{
    day_cell, empty, filter_in_words, marked_in_words, money_cell, name_cell, say_nothing,
};
use crate::domain::follow_up::FollowUpStage;
use crate::domain::views::FollowUpRow;
use crate::tui::layout;
use crate::tui::model::{Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListAlign, ListCell, ListColumn, ListTable};

/// What is to be done: what was written, or what the rule says.
pub fn what(model: &Model, row: &FollowUpRow) -> String {
    match &row.follow_up.occasion {
        Some(occasion) if row.follow_up.text.is_empty() => model.words.label(occasion.rule),
        Some(_) | None => row.follow_up.text.clone(),
    }
}

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let list = &model.follow_ups;
    let words = &model.words;
    let mut figures = vec![marked_in_words(model), filter_in_words(model, &list.filter)];
    let stage = list.window.list.stage;
    let counts = list.counts.filter(|counts| stage == FollowUpStage::Open && *counts != (0, 0));
    figures.push(match (stage, counts) {
        (FollowUpStage::Open, Some((due, coming))) => {
            words.format("due-and-coming", &[("due", due.into()), ("coming", coming.into())])
        }
        (FollowUpStage::Open, None) => String::new(),
        (FollowUpStage::Done, _) => words.text("follow-ups-done"),
        (FollowUpStage::Dropped, _) => words.text("follow-ups-dropped"),
    });
    figures.retain(|figure| !figure.is_empty());
    let panel = PanelFrame {
        title: &words.text("screen-follow-ups"),
        figures: &figures.join("  "),
        here: true,
        ..PanelFrame::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if list.window.rows.is_empty() {
        let said = empty(
            model,
            list.window.known,
            &list.filter,
            match stage {
                FollowUpStage::Open => "no-follow-ups",
                FollowUpStage::Done => "no-follow-ups-done",
                FollowUpStage::Dropped => "no-follow-ups-dropped",
            },
        );
        say_nothing(model, inside, &said, buffer);
        return;
    }
    with_table(model, body, |table| table.draw(inside, buffer, model.look));
}

/// Does something with the table as it stands in the body.
pub fn with_table<T>(model: &Model, body: Rect, job: impl FnOnce(&ListTable) -> T) -> T {
    let (words, window) = (&model.words, &model.follow_ups.window);
    let stage = window.list.stage;
    let titles = [
        "column-day",
        "column-name",
        "column-what",
        "column-balance",
        if stage == FollowUpStage::Open { "column-last-words" } else { "column-outcome" },
        "column-phone",
    ]
    .map(|key| words.text(key));
    let [day, name, to_do, balance, last_words, phone] = &titles;
    let column = |title, cells, align, leaves| ListColumn { title, cells, align, leaves };
    // What came of it is the very reason to look at one that is closed.
    let last_leaves = if stage == FollowUpStage::Open { 4 } else { 1 };
    let columns = [
        column("", (1, 1), ListAlign::Left, 0),
        column(day.as_str(), (10, 10), ListAlign::Left, 0),
        column(name, (10, 18), ListAlign::Left, 0),
        column(to_do, (28, 40), ListAlign::Left, 0),
        column(balance, (12, 12), ListAlign::Right, 2),
        column(phone, (18, 18), ListAlign::Left, 3),
        column(last_words, (14, 40), ListAlign::Left, last_leaves),
    ];
    let row = |row: &FollowUpRow| {
        let follow_up = &row.follow_up;
        let late = stage == FollowUpStage::Open && follow_up.due_on < model.today;
        let (day, last) = match follow_up.closed_on {
            Some(closed) => {
                (ListCell::new(words.short_day(closed), Tone::Plain), &follow_up.outcome)
            }
            None => (day_cell(model, Some(follow_up.due_on)), &row.last_words),
        };
        vec![
            ListCell::new(if late { model.look.glyphs.bar } else { "" }, Tone::Late),
            day,
            name_cell(model, row.who.name.clone(), || Target::of_follow_up(row)),
            ListCell::new(what(model, row), Tone::Plain),
            money_cell(model, row.balance, Tone::Plain),
            ListCell::new(model.words.phone(&row.phone).to_owned(), Tone::Plain),
            ListCell::new(last.clone(), Tone::Quiet),
        ]
    };
    let (rows, first) = window.visible_slice(usize::from(layout::list(body).height));
    let rows: Vec<_> = rows.iter().map(row).collect();
    job(&ListTable {
        columns: &columns,
        rows: &rows,
        top: window.scroll.top - first,
        selected: Some(window.scroll.at - first),
        titles: layout::has_titles(body),
        indent: 0,
        column_widths: window.scroll.column_widths,
    })
}
