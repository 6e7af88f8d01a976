//! Moving the selection.

use ratatui::layout::Rect;

use crate::tui::keymap::{KeyContext, Step};
use crate::tui::layout;
use crate::tui::lists;
use crate::tui::model::{Form, InsightsPanel, Model, Overlay, Screen, Stepped, TodayPanel, Use};
use crate::tui::msg::{Effect, Question};
use crate::tui::overlays;
use crate::tui::screens::today;
use crate::tui::sheets;

/// Takes a step in what has the focus.
pub(super) fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.place() == KeyContext::Picker {
        let by = match step {
            Step::Up => -1,
            Step::Down => 1,
            Step::Left | Step::Right | Step::PageUp | Step::PageDown | Step::First | Step::Last => {
                0
            }
        };
        if let Some(finder) = model.form_mut().and_then(Form::finder_mut) {
            finder.step(by);
        }
        return Vec::new();
    }
    if let Some(mut overlay) = model.overlays.pop() {
        let mut scrolled = true;
        let wanted = match &mut overlay {
            Overlay::Journal(journal) => journal.step(step, sheets::journal::page_of_lines(model)),
            Overlay::Page(sheet) => {
                match step {
                    Step::Left => sheet.choose(-1),
                    Step::Right => sheet.choose(1),
                    Step::Up | Step::Down | Step::PageUp | Step::PageDown => {}
                    Step::First | Step::Last => {}
                }
                let page = usize::from(layout::inside(layout::parts(model.size).body).height);
                let fields = sheets::page::fields(model, sheet);
                scrolled = sheet.step(step, &fields, page) == Stepped::Nowhere;
                None
            }
            Overlay::Jars(window) => {
                let wanted = window.step(step, sheets::journal::page_of_lines(model));
                model.overlays.push(overlay);
                return wanted
                    .map(|wanted| Effect::Ask(Question::Jars(wanted)))
                    .into_iter()
                    .collect();
            }
            Overlay::Review(review) => {
                let page = sheets::journal::page_of_lines(model);
                review.scroll.step(step, review.rows.len(), page);
                None
            }
            Overlay::Skips(skips) => {
                let page = sheets::journal::page_of_lines(model);
                skips.scroll.step(step, skips.rows.len(), page);
                None
            }
            Overlay::Why(_) | Overlay::Statement(_) | Overlay::Accuracy(_) => None,
            Overlay::Help(_) | Overlay::Form(_) => None,
        };
        if scrolled {
            scroll(model, &mut overlay, step);
        }
        let rows = match &overlay {
            Overlay::Why(sheet) => sheet.wanted(step, overlays::lines_and_page(model, &overlay)),
            _ => None,
        };
        model.overlays.push(overlay);
        return wanted.or(rows).map(Effect::Ask).into_iter().collect();
    }
    let page = page(model);
    match model.screen {
        Screen::Today => {
            let wanted = model.morning.step(step, page);
            return wanted.map(Question::ask).into_iter().collect();
        }
        Screen::Deliveries => {
            let count = model.deliveries.rows.len();
            model.deliveries.rows.scroll.step(step, count, page);
        }
        Screen::FollowUps => {
            let wanted = model.follow_ups.window.step(step, page).map(Question::FollowUps);
            return wanted.map(Effect::Ask).into_iter().collect();
        }
        Screen::Tabs => {
            let wanted = model.tabs.window.step(step, page).map(Question::Tabs);
            return wanted.map(Effect::Ask).into_iter().collect();
        }
        Screen::Products => {
            let count = model.products.rows.len();
            model.products.rows.scroll.step(step, count, page);
        }
        Screen::Insights => insights(model, step, page),
        Screen::Customers => {
            let wanted = model.customers.window.step(step, page).map(Question::Customers);
            return wanted.map(Effect::Ask).into_iter().collect();
        }
    }
    Vec::new()
}

/// Left and right change the panel; the list of the best customers has rows to go through.
fn insights(model: &mut Model, step: Step, page: usize) {
    let insights = &mut model.insights;
    match step {
        Step::Left => insights.panel = insights.panel.beside(-1),
        Step::Right => insights.panel = insights.panel.beside(1),
        Step::Up | Step::Down | Step::PageUp | Step::PageDown | Step::First | Step::Last => {
            insights.panel = InsightsPanel::Best;
            let count = insights.best.len();
            insights.best.scroll.step(step, count, page);
        }
    }
}

/// Scrolls a sheet, no further than its last line.
fn scroll(model: &Model, overlay: &mut Overlay, step: Step) {
    let (lines, page) = overlays::lines_and_page(model, overlay);
    if let Overlay::Help(sheet) = overlay
        && sheet.used == Use::Do
    {
        sheet.scroll.step(step, lines, page);
        sheet.scroll.keep_in_sight(lines, page);
        return;
    }
    let Some(top) = top_of(overlay) else { return };
    *top = match step {
        Step::Up => top.saturating_sub(1),
        Step::Down => *top + 1,
        Step::PageUp => top.saturating_sub(page.saturating_sub(1)),
        Step::PageDown => *top + page.saturating_sub(1),
        Step::First => 0,
        Step::Last => lines,
        Step::Left | Step::Right => *top,
    }
    .min(lines.saturating_sub(page));
}

fn top_of(overlay: &mut Overlay) -> Option<&mut usize> {
    match overlay {
        Overlay::Page(sheet) => Some(&mut sheet.top),
        Overlay::Why(sheet) => Some(&mut sheet.top),
        Overlay::Help(sheet) => Some(&mut sheet.scroll.top),
        Overlay::Statement(sheet) => Some(&mut sheet.top),
        Overlay::Accuracy(top) => Some(top),
        Overlay::Journal(_) | Overlay::Jars(_) | Overlay::Review(_) | Overlay::Form(_) => None,
        Overlay::Skips(_) => None,
    }
}

/// The panels of the morning as they are now.
pub(super) fn morning(model: &Model) -> layout::Morning {
    layout::morning(layout::parts(model.size).body, model.morning.counts(), model.morning.panel)
}

/// The place of the list that has the focus.
pub(super) fn list(model: &Model) -> Rect {
    let body = layout::parts(model.size).body;
    match model.screen {
        Screen::Today => layout::inside(morning(model).of(model.morning.panel)),
        Screen::Customers | Screen::FollowUps => layout::list(body),
        Screen::Products => layout::list(body),
        Screen::Tabs => layout::list(layout::owing(body).0),
        Screen::Insights => layout::list(layout::insights(body, model.insights.panel).best),
        Screen::Deliveries => layout::list(layout::round(body).list),
    }
}

/// Returns the number of rows of the list that can be seen.
fn page(model: &Model) -> usize {
    usize::from(list(model).height)
}

/// Makes sure that the selected row exists and can be seen, and that sheets show their lines. Where
/// a list that may be long does not fit, its columns keep their widths.
pub(super) fn keep_in_sight(model: &mut Model) {
    let (body, page) = (layout::parts(model.size).body, page(model));
    match model.screen {
        Screen::Today => {
            let places = morning(model);
            for panel in TodayPanel::ALL {
                let area = places.of(panel);
                let page = usize::from(layout::inside(area).height);
                let count = model.morning.count(panel);
                model.morning.scroll_mut(panel).keep_in_sight(count, page);
                if is_scrolled(model, count, page) {
                    let wide = today::with_table(model, panel, area, |table| table.wanted());
                    model.morning.scroll_mut(panel).column_widths = wide;
                }
            }
        }
        Screen::Customers => {
            let count = model.customers.window.rows.len();
            model.customers.window.scroll.keep_in_sight(count, page);
            if is_scrolled(model, count, page) {
                let wide = lists::customer::with_table(model, body, |table| table.wanted());
                model.customers.window.scroll.column_widths = wide;
            }
        }
        Screen::Deliveries => {
            let count = model.deliveries.rows.len();
            model.deliveries.rows.scroll.keep_in_sight(count, page);
            if is_scrolled(model, count, page) {
                let area = layout::round(body).list;
                let wide = lists::delivery::with_table(model, area, |table| table.wanted());
                model.deliveries.rows.scroll.column_widths = wide;
            }
        }
        Screen::FollowUps => {
            let count = model.follow_ups.window.rows.len();
            model.follow_ups.window.scroll.keep_in_sight(count, page);
            if is_scrolled(model, count, page) {
                let wide = lists::follow_up::with_table(model, body, |table| table.wanted());
                model.follow_ups.window.scroll.column_widths = wide;
            }
        }
        Screen::Tabs => {
            let count = model.tabs.window.rows.len();
            model.tabs.window.scroll.keep_in_sight(count, page);
            if is_scrolled(model, count, page) {
                let area = layout::owing(body).0;
                let wide = lists::tab::with_table(model, area, |table| table.wanted());
                model.tabs.window.scroll.column_widths = wide;
            }
        }
        Screen::Products => {
            let count = model.products.rows.len();
            model.products.rows.scroll.keep_in_sight(count, page);
        }
        Screen::Insights => {
            let count = model.insights.best.len();
            model.insights.best.scroll.keep_in_sight(count, page);
        }
    }
    if let Some(mut overlay) = model.overlays.pop() {
        // A step that goes nowhere still stops at the last line.
        scroll(model, &mut overlay, Step::Left);
        if let Overlay::Journal(journal) = &mut overlay {
            let page = sheets::journal::page_of_lines(model);
            journal.scroll.keep_in_sight(journal.lines.len(), page);
        }
        if let Overlay::Jars(window) = &mut overlay {
            let page = sheets::journal::page_of_lines(model);
            window.scroll.keep_in_sight(window.rows.len(), page);
        }
        if let Overlay::Review(review) = &mut overlay {
            let page = sheets::journal::page_of_lines(model);
            review.scroll.keep_in_sight(review.rows.len(), page);
        }
        if let Overlay::Skips(skips) = &mut overlay {
            let page = sheets::journal::page_of_lines(model);
            skips.scroll.keep_in_sight(skips.rows.len(), page);
        }
        model.overlays.push(overlay);
    }
}

/// Returns whether a list of the screen, and not an overlay, may have scrolled.
fn is_scrolled(model: &Model, count: usize, page: usize) -> bool {
    count > page && model.overlays.is_empty()
}
