//! Whom to look after: what is due and what is coming, with what was said last and what is owed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{day_cell, empty, filter_in_words, money_cell, say_nothing};
use crate::domain::rows::FollowUpRow;
use crate::tui::layout;
use crate::tui::model::Model;
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
    let mut figures = vec![filter_in_words(model, &list.filter)];
    if let Some((due, coming)) = list.counts.filter(|counts| *counts != (0, 0)) {
        figures
            .push(words.tell("due-and-coming", &[("due", due.into()), ("coming", coming.into())]));
    }
    figures.retain(|figure| !figure.is_empty());
    let panel = Panel {
        title: &words.say("screen-follow-ups"),
        figures: &figures.join("  "),
        here: true,
        ..Panel::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if list.window.rows.is_empty() {
        let said = empty(model, list.window.known, &list.filter, "no-follow-ups");
        say_nothing(model, inside, &said, buffer);
        return;
    }
    let titles = [
        "column-day",
        "column-name",
        "column-what",
        "column-balance",
        "column-last-words",
        "column-phone",
    ]
    .map(|key| words.say(key));
    let [day, name, to_do, balance, last_words, phone] = &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    let columns = [
        column("", (1, 1), Align::Left, 0),
        column(day.as_str(), (10, 10), Align::Left, 0),
        column(name, (10, 18), Align::Left, 0),
        column(to_do, (28, 40), Align::Left, 0),
        column(balance, (12, 12), Align::Right, 2),
        column(phone, (18, 18), Align::Left, 3),
        column(last_words, (14, 40), Align::Left, 4),
    ];
    let row = |row: &FollowUpRow| {
        let late = row.follow_up.due_on < model.today;
        vec![
            Cell::new(if late { model.look.glyphs.bar } else { "" }, Tone::Late),
            day_cell(model, Some(row.follow_up.due_on)),
            Cell::new(row.who.name.clone(), Tone::Name),
            Cell::new(what(model, row), Tone::Plain),
            money_cell(model, row.balance, Tone::Plain),
            Cell::new(model.words.phone(&row.phone).to_owned(), Tone::Plain),
            Cell::new(row.last_words.clone(), Tone::Quiet),
        ]
    };
    let (rows, first) = list.window.around(usize::from(inside.height));
    let rows: Vec<_> = rows.iter().map(row).collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        top: list.window.scroll.top - first,
        selected: Some(list.window.scroll.at - first),
        titles: layout::has_titles(body),
        indent: 0,
    };
    table.draw(inside, buffer, model.look);
}
