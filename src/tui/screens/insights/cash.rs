//! The panel of the cash calendar: for each of the coming weeks what falls due, what is likely to come in, and what
//! buying costs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Money;
use crate::reports::cash_flow::CashWeek;
use crate::tui::lists::money_cell;
use crate::tui::model::{InsightsPanel, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};

/// Draws the panel.
pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let words = &model.words;
    let calendar = model.insights.cash.as_ref();
    let net = calendar.map(|calendar| words.money(calendar.total.net()));
    let net = net.map(|net| words.format("insights-cash-net", &[("amount", net.into())]));
    let frame = PanelFrame {
        title: &words.text("panel-cash"),
        figures: net.as_deref().unwrap_or_default(),
        here: model.insights.panel == InsightsPanel::Cash,
        among: true,
        ..PanelFrame::default()
    };
    let inside = frame.draw(area, buffer, model.look);
    let Some(calendar) = calendar else { return };
    let most = calendar.weeks.iter().map(|week| week.expected[2]).max().unwrap_or_default();
    // The bars take what the figures leave.
    let figures = |amount: fn(&CashWeek) -> Money| {
        let widths = calendar.weeks.iter().map(|week| cells::width(&words.money(amount(week))));
        widths.max().unwrap_or_default().max(7)
    };
    let taken = figures(|week| week.due) + figures(likely) + figures(|week| week.buying);
    let width = inside.width.saturating_sub(taken + 15).clamp(4, 30);
    let row = |week: &CashWeek| {
        vec![
            ListCell::new(words.short_day(week.from), Tone::Quiet).figure(),
            ListCell::new(range(model, week, most, width), Tone::Good),
            ListCell::new(words.money(likely(week)), Tone::Name),
            ListCell::new(words.money(week.due), Tone::Plain),
            money_cell(model, week.buying, Tone::Due),
        ]
    };
    let rows: Vec<_> = calendar.weeks.iter().map(row).collect();
    let titles = ["column-from", "column-expected-likely", "column-due", "column-buying"];
    let titles = titles.map(|key| words.text(key));
    let [week, likely, due, buying] = &titles;
    let columns = [
        ListColumn::text(week.as_str(), (6, 8), 0),
        ListColumn::text("", (4, width), 2),
        ListColumn::number(likely, (6, 14), 0),
        ListColumn::number(due, (6, 14), 1),
        ListColumn::number(buying, (6, 14), 0),
    ];
    let titles = inside.height > rows.len() as u16;
    ListTable { titles, ..ListTable::whole(&columns, &rows) }.draw(inside, buffer, model.look);
}

const fn likely(week: &CashWeek) -> Money {
    let [_, likely, _] = week.expected;
    likely
}

/// Returns a bar that is full up to the money that comes in almost surely, and light up to the most that may come.
fn range(model: &Model, week: &CashWeek, most: Money, width: u16) -> String {
    let [low, _, high] = week.expected;
    let cells = |amount: Money| {
        let whole = i128::from(most.minor().max(1));
        let part = i128::from(amount.minor().max(0)) * i128::from(width) / whole;
        usize::try_from(part).unwrap_or(0).min(usize::from(width))
    };
    let (full, light) = model.look.glyphs.tenths;
    full.repeat(cells(low)) + &light.repeat(cells(high).saturating_sub(cells(low)))
}
