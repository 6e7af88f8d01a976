//! A customer's tab: every entry with the running balance, its due day, and the debts that each
//! payment settled.

use std::collections::BTreeMap;

use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Day;
use crate::domain::day::iso;
use crate::domain::id::EntryId;
use crate::domain::tab::{DeliveredGoods, StatementLine};
use crate::tui::layout;
use crate::tui::lists::{money_cell, say_nothing};
use crate::tui::model::{Model, StatementSheet};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};

/// Draws the statement over the whole body.
pub fn draw(model: &Model, sheet: &StatementSheet, frame: &mut Frame, body: Rect) {
    let buffer = frame.buffer_mut();
    let body = body.intersection(buffer.area);
    clear(body, buffer);
    let words = &model.words;
    let statement = &sheet.statement;
    let who = words.who(&sheet.customer);
    let balance = words.balance(statement.balance);
    let balance = match statement.held {
        held if held.is_zero() => balance,
        held => {
            let held = words.format("statement-held", &[("amount", words.money(held).into())]);
            format!("{balance}  {held}")
        }
    };
    let late = match statement.ageing.late() {
        late if late.is_positive() => {
            words.format("statement-late", &[("amount", words.money(late).into())])
        }
        _ => String::new(),
    };
    let panel = PanelFrame {
        title: &words.format("statement-title", &[("who", who.into())]),
        figures: &balance,
        remark: (&late, Tone::Late),
        here: true,
        ..PanelFrame::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if statement.lines.is_empty() {
        say_nothing(model, inside, &words.text("statement-empty"), buffer);
        return;
    }
    let titles = [
        "column-day",
        "column-entry",
        "column-goods",
        "column-amount",
        "column-running",
        "column-due-day",
        "column-open",
        "column-settles",
        "column-note",
    ]
    .map(|key| words.text(key));
    let [day, entry, goods, amount, running, due, open, settles, note] = &titles;
    let (text, number) = (ListColumn::text, ListColumn::number);
    let columns = [
        text(day, (6, 10), 0),
        text(entry, (6, 12), 0),
        text(goods, (8, 30), 2),
        number(amount, (6, 14), 0),
        number(running, (6, 14), 0),
        text(due, (6, 10), 2),
        number(open, (6, 14), 1),
        text(settles, (12, 40), 3),
        text(note, (8, 40), 4),
    ];
    let days: BTreeMap<EntryId, Day> =
        statement.lines.iter().map(|line| (line.entry.id, line.entry.on)).collect();
    let page = usize::from(inside.height);
    let rows: Vec<_> = (statement.lines.iter().skip(sheet.top).take(page))
        .map(|line| cells(model, line, (&statement.goods, &days)))
        .collect();
    let titles = layout::has_titles(body);
    ListTable { titles, ..ListTable::whole(&columns, &rows) }.draw(inside, buffer, model.look);
}

/// Returns the number of entries, and how many of them fit on the screen.
pub fn lines_and_page(sheet: &StatementSheet, body: Rect) -> (usize, usize) {
    (sheet.statement.lines.len(), usize::from(layout::list(body).height))
}

fn cells<'a>(
    model: &Model,
    line: &'a StatementLine,
    (goods, days): (&DeliveredGoods, &BTreeMap<EntryId, Day>),
) -> Vec<ListCell<'a>> {
    let (words, entry) = (&model.words, &line.entry);
    // A tab goes back for years, so the year is shown only for days of another year.
    let day = |day: Day| match day.year() == model.today.year() {
        true => words.short_day(day),
        false => iso(day).to_string(),
    };
    let late = line.due.is_some_and(|due| due < model.today && line.open.is_positive());
    let settled: Vec<String> = (line.settles.iter())
        .filter_map(|(debt, part)| {
            let day = ("day", words.short_day(*days.get(debt)?).into());
            Some(words.format("settled", &[day, ("amount", words.money(*part).into())]))
        })
        .collect();
    let about: Vec<&str> = [&entry.method, &entry.reference, &entry.note]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    vec![
        ListCell::new(day(entry.on), Tone::Quiet).figure(),
        ListCell::new(words.label(entry.kind), Tone::Plain),
        ListCell::new(words.goods(goods.charged_by(entry)), Tone::Plain),
        ListCell::new(
            words.money(entry.amount),
            if entry.amount.is_negative() { Tone::Good } else { Tone::Plain },
        ),
        ListCell::new(words.money(line.balance), Tone::Name),
        ListCell::new(
            line.due.map(day).unwrap_or_default(),
            if late { Tone::Late } else { Tone::Quiet },
        )
        .figure(),
        money_cell(model, line.open, if late { Tone::Late } else { Tone::Plain }),
        ListCell::new(settled.join(&words.text("between-goods")), Tone::Plain),
        ListCell::new(about.join(" "), Tone::Quiet),
    ]
}
