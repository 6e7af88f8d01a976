//! Overlays above a screen, drawn and hit by the mouse: sheets to read, lists, and forms to fill
//! in.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::forms::{Confirm, FormHit, FormKind, draw as form};
use super::model::{FormSheet, Model, Overlay, TextSheet};
use super::sheets::{accuracy, help, journal, page, statement, text};
use super::{layout, lists};

/// Draws what lies over the screen, the nearest last.
pub fn draw(model: &Model, frame: &mut Frame, body: Rect) {
    let nearest = model.overlays.len().saturating_sub(1);
    for (index, overlay) in model.overlays.iter().enumerate() {
        match overlay {
            Overlay::Page(sheet) => page::draw(model, sheet, frame, body),
            Overlay::Why(sheet) => text::draw(model, sheet, frame, body),
            Overlay::Statement(sheet) => statement::draw(model, sheet, frame, body),
            Overlay::Journal(sheet) => journal::draw(model, sheet, frame, body),
            Overlay::Jars(window) => lists::jar::draw(model, window, frame, body),
            Overlay::Review(review) => lists::review::draw(model, review, frame, body),
            Overlay::Skips(skips) => lists::skip::draw(model, skips, frame, body),
            Overlay::Accuracy(top) => accuracy::draw(model, *top, frame, body),
            Overlay::Help(sheet) => help::draw(model, sheet, frame, body, index == nearest),
            Overlay::Form(FormSheet { purpose: FormKind::Confirm(confirm), form, .. }) => {
                draw_question(model, confirm, &form.title, frame, body);
            }
            Overlay::Form(sheet) => match page::changed(model) {
                Some(changed) if index == nearest => {
                    let rows = page::rows_changed(model, changed, body);
                    form::draw_over(model, &sheet.form, frame, rows);
                }
                Some(_) | None => {
                    let whole = layout::screen(model.size);
                    form::draw(model, &sheet.form, frame, whole, index == nearest);
                }
            },
        }
    }
}

/// Returns the number of lines of an overlay, and the number that is visible at once.
pub fn lines_and_page(model: &Model, overlay: &Overlay) -> (usize, usize) {
    let body = layout::parts(model.size).body;
    match overlay {
        Overlay::Page(sheet) => page::lines_and_page(model, sheet, body),
        Overlay::Why(sheet) => text::lines_and_page(sheet, body),
        Overlay::Help(sheet) => help::lines_and_page(sheet, body),
        Overlay::Statement(sheet) => statement::lines_and_page(sheet, body),
        Overlay::Accuracy(_) => accuracy::lines_and_page(model, body),
        Overlay::Journal(_) | Overlay::Jars(_) | Overlay::Review(_) | Overlay::Form(_) => (0, 0),
        Overlay::Skips(_) => (0, 0),
    }
}

/// Something of an overlay that can be clicked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hit {
    /// A line of the journal, of the palette or of a page.
    Line(usize),
    /// A part of a form.
    Form(FormHit),
}

/// Returns the clickable part of an overlay at a position.
pub fn hit(model: &Model, overlay: &Overlay, at: Position) -> Option<Hit> {
    let body = layout::parts(model.size).body;
    let line = |list: Rect, top: usize, count: usize| {
        let line = top + usize::from(at.y.checked_sub(list.y)?);
        (list.contains(at) && line < count).then_some(Hit::Line(line))
    };
    match overlay {
        Overlay::Journal(sheet) => line(layout::list(body), sheet.scroll.top, sheet.lines.len()),
        Overlay::Jars(window) => line(layout::list(body), window.scroll.top, window.rows.len()),
        Overlay::Review(review) => line(layout::list(body), review.scroll.top, review.rows.len()),
        Overlay::Skips(skips) => line(layout::list(body), skips.scroll.top, skips.rows.len()),
        Overlay::Help(sheet) => line(help::list(body), sheet.scroll.top, sheet.len()),
        Overlay::Form(sheet) => match page::changed(model) {
            Some(changed) => {
                let rows = page::rows_changed(model, changed, body);
                form::hit_over(model, &sheet.form, rows, at).map(Hit::Form)
            }
            None => form::hit(model, &sheet.form, at).map(Hit::Form),
        },
        Overlay::Page(sheet) => {
            let list = layout::inside(body);
            line(list, sheet.top, page::lines_and_page(model, sheet, body).0)
        }
        Overlay::Why(_) | Overlay::Statement(_) | Overlay::Accuracy(_) => None,
    }
}

/// Draws the question that a job waits for.
fn draw_question(model: &Model, confirm: &Confirm, title: &str, frame: &mut Frame, body: Rect) {
    let parts = vec![(model.shop.name.clone(), confirm.question(model))];
    let sheet = TextSheet::new(title.to_owned(), parts);
    text::draw(model, &sheet, frame, body);
}
