//! The insights screen: weeks and months, the best customers, debts by age, jars by safe day, the cash calendar.

mod cash;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Quantity;
use crate::reports::insights::{Buyer, InsightSums, Insights};
use crate::tui::layout;
use crate::tui::lists::spec::{ListColumnSpec, ListRows, ListSpec};
use crate::tui::lists::{bar, empty, filter_in_words, money_cell, tab, to_review};
use crate::tui::model::{InsightsPanel, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};

/// Draws the screen.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let places = layout::insights(body, model.insights.panel);
    for panel in InsightsPanel::ALL {
        let area = places.of(panel);
        match panel {
            InsightsPanel::Best => best(model, area, buffer),
            InsightsPanel::Weeks => weeks(model, area, buffer),
            InsightsPanel::Months => months(model, area, buffer),
            InsightsPanel::Debts => debts(model, area, buffer),
            InsightsPanel::Jars => jars(model, area, buffer),
            InsightsPanel::Cash => cash::draw(model, area, buffer),
        }
    }
}

/// Draws the frame of a panel with its name; returns the report, if read, and the area inside the
/// frame.
fn panel<'a>(
    model: &'a Model,
    panel: (InsightsPanel, &str),
    (figures, remark): (&str, &str),
    (area, buffer): (Rect, &mut Buffer),
) -> (Option<&'a Insights>, Rect) {
    let panel = PanelFrame {
        title: &model.words.text(panel.1),
        figures,
        remark: (remark, Tone::Quiet),
        here: model.insights.panel == panel.0,
        among: true,
        ..PanelFrame::default()
    };
    (model.insights.report.as_ref(), panel.draw(area, buffer, model.look))
}

fn best(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (insights, words) = (&model.insights, &model.words);
    let filter = filter_in_words(model, &insights.filter);
    let line = insights.report.as_ref().filter(|report| report.buyers > 0).map(|report| {
        let share = (report.vital * 200 + report.buyers) / (2 * report.buyers);
        let args = [("vital", report.vital.into()), ("share", share.into())];
        words.format("insights-vital", &args)
    });
    let line = line.unwrap_or_default();
    let frame = PanelFrame {
        title: &words.text("panel-best"),
        figures: &filter,
        remark: (&line, Tone::Quiet),
        here: insights.panel == InsightsPanel::Best,
        among: true,
        ..PanelFrame::default()
    };
    let said = empty(model, insights.report.is_some(), &insights.filter, "nothing-sold");
    let mut rows = ListRows::of_list(&insights.best, area);
    if insights.panel != InsightsPanel::Best {
        rows = rows.without_focus();
    }
    BEST.draw(model, &rows, (&frame, &said), area, buffer);
}

/// The specification of the list of the best customers.
const BEST: ListSpec<Buyer> = ListSpec { columns: BEST_COLUMNS, cells: buyer_cells, indent: 1 };

#[rustfmt::skip]
const BEST_COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("column-name", (14, 28), 0),
    ListColumnSpec::number("column-sold-for", (6, 14), 0),
    ListColumnSpec::number("column-share", (6, 8), 1),
    ListColumnSpec::number("column-together", (6, 8), 2),
    ListColumnSpec::number("column-balance", (6, 14), 3),
];

/// Returns the cells of a customer; those above the 20/80 line are highlighted.
fn buyer_cells<'a>(model: &Model, buyer: &'a Buyer) -> Vec<ListCell<'a>> {
    let words = &model.words;
    let above = buyer.together - buyer.share < 800;
    let percent = |thousandths: i64| format!("{}.{}%", thousandths / 10, thousandths % 10);
    vec![
        ListCell::new(buyer.row.who.name.as_str(), if above { Tone::Name } else { Tone::Quiet }),
        ListCell::new(words.money(buyer.amount), Tone::Plain),
        ListCell::new(percent(buyer.share), Tone::Plain),
        ListCell::new(percent(buyer.together), if above { Tone::Good } else { Tone::Quiet }),
        money_cell(model, buyer.row.standing.balance, Tone::Plain),
    ]
}

fn weeks(model: &Model, area: Rect, buffer: &mut Buffer) {
    let words = &model.words;
    let name = (InsightsPanel::Weeks, "panel-weeks");
    let (Some(report), inside) = panel(model, name, ("", ""), (area, buffer)) else { return };
    let most = report.weeks.iter().map(|week| week.sales.revenue).max().unwrap_or_default();
    // The bars take what the figures leave.
    let widest = |text: fn(&Model, &InsightSums) -> String| {
        let widths = report.weeks.iter().map(|week| cells::width(&text(model, week)));
        widths.max().unwrap_or_default()
    };
    let figures = widest(brought) + widest(|model, week| model.words.money(week.sales.revenue));
    let width = inside.width.saturating_sub(figures + 14).clamp(4, 40);
    // If space is short, only the newest weeks are shown.
    let hidden = report.weeks.len().saturating_sub(usize::from(inside.height));
    let row = |week: &InsightSums| {
        vec![
            ListCell::new(words.short_day(week.from), Tone::Quiet).figure(),
            ListCell::new(bar(model, week.sales.revenue.minor(), most.minor(), width), Tone::Good),
            ListCell::new(brought(model, week), Tone::Plain),
            ListCell::new(words.money(week.sales.revenue), Tone::Name),
        ]
    };
    let rows: Vec<_> = report.weeks.iter().skip(hidden).map(row).collect();
    let columns = [
        ListColumn::text("", (6, 8), 0),
        ListColumn::text("", (4, width), 1),
        ListColumn::text("", (6, 30), 0),
        ListColumn::number("", (6, 14), 0),
    ];
    ListTable::whole(&columns, &rows).draw(inside, buffer, model.look);
}

/// Formats the quantity brought in each unit: `120 kg, 3 cylinders`.
fn brought(model: &Model, sums: &InsightSums) -> String {
    let one = |(quantity, unit): &(Quantity, String)| model.words.quantity(*quantity, unit);
    let brought: Vec<String> = sums.brought.iter().map(one).collect();
    brought.join(&model.words.text("between-goods"))
}

fn months(model: &Model, area: Rect, buffer: &mut Buffer) {
    let words = &model.words;
    let change = model.insights.report.as_ref().and_then(|report| {
        let [now, then, _] = &report.months;
        let (now, then) =
            (i128::from(now.sales.revenue.minor()), i128::from(then.sales.revenue.minor()));
        (then > 0).then(|| format!("{:+}%", rounded_percent(now - then, then)))
    });
    let change = change.unwrap_or_default();
    let margin = model.insights.report.as_ref().and_then(|report| margin(model, report));
    let figures = (change.as_str(), margin.as_deref().unwrap_or_default());
    let name = (InsightsPanel::Months, "panel-months");
    let (Some(report), inside) = panel(model, name, figures, (area, buffer)) else { return };
    let row = |sums: &InsightSums| {
        let days = [
            ("from", words.short_day(sums.from).into()),
            ("to", words.short_day(sums.until).into()),
        ];
        vec![
            ListCell::new(words.format("away", &days), Tone::Plain).figure(),
            ListCell::new(brought(model, sums), Tone::Plain),
            ListCell::new(words.money(sums.sales.revenue), Tone::Name),
            ListCell::new(words.money(sums.paid), Tone::Good),
            (sums.sales.margin())
                .map(|margin| money_cell(model, margin, Tone::Plain))
                .unwrap_or_default(),
        ]
    };
    let rows: Vec<_> = report.months.iter().map(row).collect();
    let titles =
        ["column-days", "column-brought", "column-sold-for", "column-paid", "column-margin"]
            .map(|key| words.text(key));
    let [days, goods, sold, paid, margin] = &titles;
    let columns = [
        ListColumn::text(days.as_str(), (15, 20), 0),
        ListColumn::text(goods, (8, 30), 2),
        ListColumn::number(sold, (8, 14), 0),
        ListColumn::number(paid, (8, 14), 1),
        ListColumn::number(margin, (8, 14), 3),
    ];
    let titles = inside.height >= 4;
    ListTable { titles, ..ListTable::whole(&columns, &rows) }.draw(inside, buffer, model.look);
}

/// Formats the margin of this month, and its share of the sales of which the cost is known.
fn margin(model: &Model, report: &Insights) -> Option<String> {
    let [month, ..] = &report.months;
    let (margin, tenths) = (month.sales.margin()?, month.sales.margin_thousandths()?);
    let sign = if tenths < 0 { "-" } else { "" };
    let percent = format!("{sign}{}.{}%", tenths.abs() / 10, tenths.abs() % 10);
    let args = [("margin", model.words.money(margin).into()), ("percent", percent.into())];
    Some(model.words.format("insights-margin", &args))
}

/// Returns a change as a percentage of what was before, rounded half away from zero.
fn rounded_percent(change: i128, before: i128) -> i128 {
    (200 * change + change.signum() * before) / (2 * before)
}

fn debts(model: &Model, area: Rect, buffer: &mut Buffer) {
    let owed =
        model.insights.report.as_ref().map(|report| model.words.money(report.ageing.total()));
    let name = (InsightsPanel::Debts, "panel-ages");
    let figures = (owed.as_deref().unwrap_or_default(), "");
    let (Some(report), inside) = panel(model, name, figures, (area, buffer)) else { return };
    tab::by_age(model, report.ageing, None, inside, buffer);
}

/// Draws a chart with a column for each day, as high as the panel allows, and the days below.
fn jars(model: &Model, area: Rect, buffer: &mut Buffer) {
    let words = &model.words;
    let report = model.insights.report.as_ref();
    let past = report.map(|report| report.unsafe_now).filter(|past| *past > 0);
    let past = past.map(|count| words.format("insights-unsafe", &[("count", count.into())]));
    let name = (InsightsPanel::Jars, "panel-jars");
    let review = to_review(model);
    let figures = (past.as_deref().unwrap_or_default(), review.as_str());
    let (Some(report), inside) = panel(model, name, figures, (area, buffer)) else { return };
    let days = report.safe_until.len() as u16;
    let room = inside.width.saturating_sub(2);
    if inside.height < 2 || room < 8 {
        return;
    }
    let (height, x) = (inside.height - 1, inside.x + 1);
    let most = report.safe_until.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let wide = (room / days.max(1)).clamp(1, 2);
    let gauge = &model.look.glyphs.gauge;
    for (column, (day, count)) in (0_u16..).zip(&report.safe_until).take(usize::from(room / wide)) {
        // In eighths of a row; a positive count is always visible.
        let eighths = u64::from(*count) * u64::from(height) * 8 / u64::from(most);
        let mut left = eighths.max(u64::from(*count > 0));
        let near = (*day - model.today).num_days() < 3;
        let style = model.look.style(if near { Tone::Due } else { Tone::Good });
        for y in (inside.y..inside.y + height).rev() {
            let part = usize::try_from(left.min(8)).unwrap_or(8);
            let glyph = part.checked_sub(1).and_then(|part| gauge.get(part));
            let place = (x + column * wide, y);
            cells::write(buffer, place, 1, glyph.copied().unwrap_or_default(), style);
            left -= left.min(8);
        }
    }
    let quiet = model.look.style(Tone::Quiet);
    let y = inside.bottom() - 1;
    if let (Some((first, _)), Some((last, _))) =
        (report.safe_until.first(), report.safe_until.last())
    {
        cells::write(buffer, (x, y), room, &words.short_day(*first), quiet);
        let (last, end) = (words.short_day(*last), room.min(days * wide));
        let most = words.format("insights-most", &[("count", most.into())]);
        let from = end.saturating_sub(cells::width(&last));
        let middle = from.saturating_sub(cells::width(&most)) / 2 + 3;
        if middle + cells::width(&most) < from && middle > 8 {
            cells::write(buffer, (x + middle, y), room - middle, &most, quiet);
        }
        if from > 8 {
            cells::write(buffer, (x + from, y), room - from, &last, quiet);
        }
    }
}
