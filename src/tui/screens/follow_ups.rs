//! Whom to look after: what is due and what is coming, with what was said last and what is owed; and
//! what was done, with what came of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{
    day_cell, empty, filter_in_words, marked_in_words, money_cell, name_cell, say_nothing,
};
use crate::domain::follow_up::Stage;
use crate::domain::rows::FollowUpRow;
use crate::tui::layout;
use crate::tui::model::{Model, Subject};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::table::{Align, Cell, Column, Table};

/// What is to be done: what was written, or what the rule says.
pub fn what(model: &Model, row: &FollowUpRow) -> String {
    match &row.follow_up.occasion {
        Some(occasion) if row.follow_up.text.is_empty() => model.words.of(occasion.rule),
        Some(_) | None => row.follow_up.text.clone(),
    }
}

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let list = &model.follow_ups;
    let words = &model.words;
    let mut figures = vec![marked_in_words(model), filter_in_words(model, &list.filter)];
    let stage = list.window.list.stage;
    let counts = list.counts.filter(|counts| stage == Stage::Open && *counts != (0, 0));
    figures.push(match (stage, counts) {
        (Stage::Open, Some((due, coming))) => {
            words.tell("due-and-coming", &[("due", due.into()), ("coming", coming.into())])
        }
        (Stage::Open, None) => String::new(),
        (Stage::Done, _) => words.say("follow-ups-done"),
        (Stage::Dropped, _) => words.say("follow-ups-dropped"),
    });
    figures.retain(|figure| !figure.is_empty());
    let panel = Panel {
        title: &words.say("screen-follow-ups"),
        figures: &figures.join("  "),
        here: true,
        ..Panel::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if list.window.rows.is_empty() {
        let said = empty(
            model,
            list.window.known,
            &list.filter,
            match stage {
                Stage::Open => "no-follow-ups",
                Stage::Done => "no-follow-ups-done",
                Stage::Dropped => "no-follow-ups-dropped",
            },
        );
        say_nothing(model, inside, &said, buffer);
        return;
    }
    with_table(model, body, |table| table.draw(inside, buffer, model.look));
}

/// Does something with the table as it stands in the body.
pub fn with_table<T>(model: &Model, body: Rect, job: impl FnOnce(&Table) -> T) -> T {
    let (words, window) = (&model.words, &model.follow_ups.window);
    let stage = window.list.stage;
    let titles = [
        "column-day",
        "column-name",
        "column-what",
        "column-balance",
        if stage == Stage::Open { "column-last-words" } else { "column-outcome" },
        "column-phone",
    ]
    .map(|key| words.say(key));
    let [day, name, to_do, balance, last_words, phone] = &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    // What came of it is the very reason to look at one that is closed.
    let last_leaves = if stage == Stage::Open { 4 } else { 1 };
    let columns = [
        column("", (1, 1), Align::Left, 0),
        column(day.as_str(), (10, 10), Align::Left, 0),
        column(name, (10, 18), Align::Left, 0),
        column(to_do, (28, 40), Align::Left, 0),
        column(balance, (12, 12), Align::Right, 2),
        column(phone, (18, 18), Align::Left, 3),
        column(last_words, (14, 40), Align::Left, last_leaves),
    ];
    let row = |row: &FollowUpRow| {
        let follow_up = &row.follow_up;
        let late = stage == Stage::Open && follow_up.due_on < model.today;
        let (day, last) = match follow_up.closed_on {
            Some(closed) => (Cell::new(words.short_day(closed), Tone::Plain), &follow_up.outcome),
            None => (day_cell(model, Some(follow_up.due_on)), &row.last_words),
        };
        vec![
            Cell::new(if late { model.look.glyphs.bar } else { "" }, Tone::Late),
            day,
            name_cell(model, row.who.name.clone(), || Subject::of_follow_up(row)),
            Cell::new(what(model, row), Tone::Plain),
            money_cell(model, row.balance, Tone::Plain),
            Cell::new(model.words.phone(&row.phone).to_owned(), Tone::Plain),
            Cell::new(last.clone(), Tone::Quiet),
        ]
    };
    let (rows, first) = window.around(usize::from(layout::list(body).height));
    let rows: Vec<_> = rows.iter().map(row).collect();
    job(&Table {
        columns: &columns,
        rows: &rows,
        top: window.scroll.top - first,
        selected: Some(window.scroll.at - first),
        titles: layout::has_titles(body),
        indent: 0,
        wide: window.scroll.wide,
    })
}
