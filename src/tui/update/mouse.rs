//! The mouse: a click selects a row or a field, a double click opens it, the wheel moves what is
//! under it.

use ratatui::layout::Position;

use super::navigation::{self, list, morning};
use super::{deliveries, dispatch, sorting, typed};
use crate::domain::day::iso;
use crate::tui::forms::{Below, FormHit};
use crate::tui::input::{Mouse, MouseDid};
use crate::tui::keymap::{Edit, Intent, Step};
use crate::tui::layout;
use crate::tui::model::{
    FieldKind, InsightsPanel, Model, Overlay, PageField, Screen, TodayPanel, Use,
};
use crate::tui::msg::{Effect, Question};
use crate::tui::overlays::{self, Hit};
use crate::tui::sheets::page;

/// Rows that one turn of the wheel moves.
const WHEEL: usize = 3;

/// The distinction between a single and a double click on a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clicked {
    Once,
    Twice,
}

/// Does what the mouse asks for.
pub(super) fn used(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let at = Position::new(mouse.x, mouse.y);
    match mouse.did {
        MouseDid::WheelUp => wheel(model, at, Step::Up),
        MouseDid::WheelDown => wheel(model, at, Step::Down),
        MouseDid::Click => click(model, at, Clicked::Once),
        MouseDid::DoubleClick => click(model, at, Clicked::Twice),
    }
}

/// Moves what is under the mouse. A panel of the morning moves by itself, without the focus.
fn wheel(model: &mut Model, at: Position, way: Step) -> Vec<Effect> {
    if model.overlays.is_empty() && model.screen == Screen::Today {
        let places = morning(model);
        let under = TodayPanel::ALL.into_iter().find(|panel| places.of(*panel).contains(at));
        let Some(panel) = under else { return Vec::new() };
        let page = usize::from(layout::inside(places.of(panel)).height);
        let wanted = (0..WHEEL).filter_map(|_| model.morning.step_in(panel, way, page));
        return wanted.map(Question::ask).collect();
    }
    (0..WHEEL).flat_map(|_| navigation::step(model, way)).collect()
}

fn click(model: &mut Model, at: Position, clicked: Clicked) -> Vec<Effect> {
    if let Some(overlay) = model.overlays.last() {
        return match overlays::hit(model, overlay, at) {
            Some(Hit::Line(line)) => on_line(model, line, clicked),
            Some(Hit::Form(FormHit::Field(field))) => on_field(model, field),
            Some(Hit::Form(FormHit::Below(below))) => on_below(model, below),
            None => Vec::new(),
        };
    }
    let tab = layout::screen_tabs(model).into_iter().find(|(_, place, _)| place.contains(at));
    if let Some((screen, ..)) = tab {
        return dispatch::act(model, Intent::Show(screen));
    }
    if model.screen == Screen::Today {
        let places = morning(model);
        let under = TodayPanel::ALL.into_iter().find(|panel| places.of(*panel).contains(at));
        if let Some(panel) = under.filter(|panel| *panel != model.morning.panel) {
            if model.morning.count(panel) > 0 {
                model.morning.panel = panel;
            }
            // The panels may have moved: the next click finds the row.
            if morning(model) != places {
                return Vec::new();
            }
        }
    }
    if model.screen == Screen::Insights {
        let body = layout::parts(model.size).body;
        let places = layout::insights(body, model.insights.panel);
        let under = InsightsPanel::ALL.into_iter().find(|panel| places.of(*panel).contains(at));
        if let Some(panel) = under.filter(|panel| *panel != model.insights.panel) {
            model.insights.panel = panel;
            return Vec::new();
        }
    }
    if model.screen == Screen::Deliveries {
        let board = layout::round(layout::parts(model.size).body).week;
        let (days, _) = layout::days_of_week(board);
        let under = days.iter().position(|day| day.contains(at));
        let week = model.deliveries.week.as_ref();
        if let Some(day) = under.and_then(|index| Some(week?.days.get(index)?.day)) {
            return deliveries::another_day(model, Some(day));
        }
    }
    let list = list(model);
    if at.y + 1 == list.y && (list.left()..list.right()).contains(&at.x) {
        return sorting::by_column_at(model, at.x);
    }
    if !list.contains(at) {
        return Vec::new();
    }
    on_row(model, usize::from(at.y - list.y), clicked)
}

/// Selects the row so far below the first that is shown; a double click opens it.
fn on_row(model: &mut Model, below: usize, clicked: Clicked) -> Vec<Effect> {
    let panel = model.morning.panel;
    let (scroll, count) = match model.screen {
        Screen::Today => {
            let count = model.morning.count(panel);
            (model.morning.scroll_mut(panel), count)
        }
        Screen::Customers => {
            (&mut model.customers.window.scroll, model.customers.window.rows.len())
        }
        Screen::Deliveries => {
            let count = model.deliveries.rows.len();
            (&mut model.deliveries.rows.scroll, count)
        }
        Screen::FollowUps => {
            let count = model.follow_ups.window.rows.len();
            (&mut model.follow_ups.window.scroll, count)
        }
        Screen::Tabs => {
            let count = model.tabs.window.rows.len();
            (&mut model.tabs.window.scroll, count)
        }
        Screen::Products => {
            let count = model.products.rows.len();
            (&mut model.products.rows.scroll, count)
        }
        Screen::Insights => {
            let count = model.insights.best.len();
            (&mut model.insights.best.scroll, count)
        }
    };
    let row = scroll.top + below;
    if row >= count {
        return Vec::new();
    }
    // The list may have moved under the first click: only what that one selected is opened.
    let selected = std::mem::replace(&mut scroll.at, row) == row;
    if selected && clicked == Clicked::Twice {
        return dispatch::act(model, Intent::Open);
    }
    Vec::new()
}

/// Selects a line of the journal or of the palette; a double click opens or does it.
fn on_line(model: &mut Model, line: usize, clicked: Clicked) -> Vec<Effect> {
    if let Some(sheet) = model.page_sheet() {
        let fields = page::fields(model, sheet);
        let field = fields.into_iter().find(|(at, _)| *at == line);
        return field.map(|(_, field)| on_page(model, field, clicked)).unwrap_or_default();
    }
    let (scroll, intent) = match model.overlays.last_mut() {
        Some(Overlay::Journal(journal)) => (&mut journal.scroll, Intent::Open),
        Some(Overlay::Jars(window)) => (&mut window.scroll, Intent::Open),
        Some(Overlay::Review(review)) => (&mut review.scroll, Intent::Open),
        Some(Overlay::Skips(skips)) => (&mut skips.scroll, Intent::Open),
        Some(Overlay::Accuracy(_)) => return Vec::new(),
        Some(Overlay::Help(sheet)) if sheet.used == Use::Do => (&mut sheet.scroll, Intent::Choose),
        Some(Overlay::Help(_) | Overlay::Page(_) | Overlay::Why(_)) => return Vec::new(),
        Some(Overlay::Statement(_) | Overlay::Form(_)) | None => return Vec::new(),
    };
    let selected = std::mem::replace(&mut scroll.at, line) == line;
    if selected && clicked == Clicked::Twice {
        return dispatch::act(model, intent);
    }
    Vec::new()
}

/// Selects a field of the page; a double click changes it.
fn on_page(model: &mut Model, field: PageField, clicked: Clicked) -> Vec<Effect> {
    let Some(Overlay::Page(sheet)) = model.overlays.last_mut() else { return Vec::new() };
    let selected = sheet.at == Some(field);
    sheet.select(field);
    if selected && clicked == Clicked::Twice {
        return dispatch::act(model, Intent::EditField);
    }
    Vec::new()
}

/// Gives a field of the form the focus; a choice that has it already takes its next text.
fn on_field(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(form) = model.form_mut() else { return Vec::new() };
    if form.at == index {
        let choice = form.focused_mut().filter(|it| matches!(it.kind, FieldKind::Choice(_)));
        return match choice.map(|choice| choice.edit(Edit::Right)) {
            Some(()) => typed(model),
            None => Vec::new(),
        };
    }
    if let Some(finder) = form.finder_mut() {
        finder.found.clear();
    }
    form.at = index;
    Vec::new()
}

/// Takes the day or the name that was clicked below the fields.
fn on_below(model: &mut Model, below: Below) -> Vec<Effect> {
    let Some(form) = model.form_mut() else { return Vec::new() };
    match below {
        Below::Found(index) => {
            if let Some(finder) = form.finder_mut() {
                finder.at = index;
            }
            form.take();
            Vec::new()
        }
        Below::Day(day) => {
            form.replace(iso(day).to_string());
            typed(model)
        }
    }
}
