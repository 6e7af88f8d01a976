//! Drawing of a form: labels, fields with the terminal's own cursor, units, and each error below
//! its field.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::meaning::meaning;
use super::{FormHit, below};
use crate::tui::layout;
use crate::tui::model::{FieldKind, Form, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::{cells, text_field};

/// Width of a screen from which a form takes its room, in cells.
const WIDE: u16 = 100;
/// Maximum width of a form on a wide screen, in cells: a longer line is hard to read.
const WIDEST: u16 = 120;
/// Maximum width of a form on a narrow screen, in cells.
const NARROW: u16 = 66;
/// Maximum number of fields that a form on a wide screen has one below the other.
const ONE_COLUMN: usize = 8;
/// Minimum width of the labels over the customer page, in cells; its facts begin two cells after
/// it.
const PAGE_LABEL: u16 = 12;

/// Draws the form in the middle of the screen; only the topmost overlay shows the cursor.
pub fn draw(model: &Model, form: &Form, frame: &mut Frame, whole: Rect, nearest: bool) {
    let places = Places::of(form, whole.intersection(frame.area()));
    clear(places.frame, frame.buffer_mut());
    let about = cells::sanitized(form.about.as_str());
    // The subject is shown above the fields, or next to the title if the fields need that row.
    let beside = if places.about.is_none() { about.as_ref() } else { "" };
    let panel =
        PanelFrame { title: &form.title, figures: beside, here: true, ..PanelFrame::default() };
    panel.draw(places.frame, frame.buffer_mut(), model.look);
    if let Some(row) = places.about {
        let about = cells::clip(&about, row.width.saturating_sub(2), model.look.glyphs.cut);
        let style = model.look.style(Tone::Name);
        cells::write(frame.buffer_mut(), (row.x + 1, row.y), row.width, &about, style);
    }
    draw_parts(model, form, &places, frame, nearest);
}

/// Draws the visible fields over a row of the page below, in as many rows as they need.
pub fn draw_over(model: &Model, form: &Form, frame: &mut Frame, rows: Rect) {
    draw_parts(model, form, &Places::over(form, rows.intersection(frame.area())), frame, true);
}

/// Returns the number of rows that the form needs over the page at a given width.
pub fn rows_over(form: &Form, width: u16) -> usize {
    let wrong = wrong_lines(form, width.saturating_sub(2));
    form.shown().count() + wrong.iter().map(Vec::len).sum::<usize>() + below::rows(form).0
}

fn draw_parts(model: &Model, form: &Form, places: &Places, frame: &mut Frame, nearest: bool) {
    below::draw(model, form, places.below, frame.buffer_mut());
    for (index, row) in &places.fields {
        draw_field(model, form, *index, (*row, places), frame, nearest);
    }
    for (line, row) in &places.wrong {
        let (at, style) = ((row.x + 1, row.y), model.look.style(Tone::Wrong));
        cells::write(frame.buffer_mut(), at, row.width.saturating_sub(1), line, style);
    }
}

/// Returns the part of the form at a screen position.
pub fn hit(model: &Model, form: &Form, at: Position) -> Option<FormHit> {
    hit_in(model, form, &Places::of(form, layout::screen(model.size)), at)
}

/// Returns the part at a screen position of a form drawn over rows of the page.
pub fn hit_over(model: &Model, form: &Form, rows: Rect, at: Position) -> Option<FormHit> {
    hit_in(model, form, &Places::over(form, rows), at)
}

fn hit_in(model: &Model, form: &Form, places: &Places, at: Position) -> Option<FormHit> {
    let field = places.fields.iter().find(|(_, row)| row.contains(at));
    let field = field.map(|(index, _)| FormHit::Field(*index));
    field.or_else(|| below::hit(model, form, places.below, at).map(FormHit::Below))
}

/// The screen areas of the parts of a form.
struct Places {
    frame: Rect,
    /// Width of the labels, in cells.
    label: u16,
    /// The row for the subject, if everything fits.
    about: Option<Rect>,
    /// The visible fields.
    fields: Vec<(usize, Rect)>,
    /// The error messages, line by line.
    wrong: Vec<(String, Rect)>,
    /// The area below the fields.
    below: Rect,
}

impl Places {
    fn of(form: &Form, whole: Rect) -> Self {
        let width = match whole.width {
            WIDE.. => (whole.width - 4).min(WIDEST),
            _ => whole.width.min(NARROW),
        };
        let frame = Rect { width, ..whole };
        let many = form.shown().count() > ONE_COLUMN;
        let columns = if many && whole.width >= WIDE { 2 } else { 1 };
        let grouped = grouped(form, room(frame), columns);
        let lines = 2 + grouped.iter().map(|(_, wrong)| 1 + wrong.len()).sum::<usize>();
        let (below, most) = below::rows(form);
        let high = |below: usize| {
            let rows = u16::try_from(lines + below + 2).unwrap_or(u16::MAX);
            rows.min(whole.height.saturating_sub(1))
        };
        let frame = Rect {
            x: whole.x + (whole.width - width) / 2,
            // The fields keep their position when a month appears below them.
            y: whole.y + (whole.height.saturating_sub(high(most) + 1)) / 2,
            height: high(below),
            ..frame
        };
        let inside = layout::inside(frame);
        // If space is short, the area below shrinks before the fields do; a few rows are reserved
        // for them.
        let least = u16::try_from(lines.min(4)).unwrap_or(0);
        let below = u16::try_from(below).unwrap_or(u16::MAX);
        let below = below.min(inside.height.saturating_sub(least));
        let gap = below.min(1);
        let below = Rect { y: inside.bottom() - below + gap, height: below - gap, ..inside };
        let inside = Rect { height: below.y - inside.y - u16::from(!below.is_empty()), ..inside };
        let mut rows = Rows { y: inside.y, inside };
        // If the form does not fit, the fields before the focused one are hidden.
        let here = grouped.iter().position(|(fields, _)| fields.contains(&form.at)).unwrap_or(0);
        let before: usize = grouped.iter().take(here + 1).map(|(_, wrong)| wrong.len() + 1).sum();
        let all_seen = usize::from(inside.height) >= lines;
        let hidden = if all_seen { 0 } else { before.saturating_sub(usize::from(inside.height)) };
        let about = if all_seen { rows.next() } else { None };
        if all_seen {
            rows.next();
        }
        let label = widest_label(form).min(room(frame) / 2);
        let fields = grouped.into_iter().skip(hidden.min(here));
        Self { frame, label, about, fields: Vec::new(), wrong: Vec::new(), below }
            .with_fields(rows, fields)
    }

    /// Returns the areas of a form over rows of the page, whose facts begin in the same column as
    /// its fields.
    fn over(form: &Form, rows: Rect) -> Self {
        let below = u16::try_from(below::rows(form).0).unwrap_or(u16::MAX).min(rows.height);
        let gap = below.min(1);
        let below = Rect { y: rows.bottom() - below + gap, height: below - gap, ..rows };
        let label = widest_label(form).max(PAGE_LABEL).min(rows.width / 2);
        let fields = grouped(form, rows.width.saturating_sub(2), 1).into_iter();
        let above = Rect { height: rows.height - below.height - gap, ..rows };
        Self { frame: rows, label, about: None, fields: Vec::new(), wrong: Vec::new(), below }
            .with_fields(Rows { y: above.y, inside: above }, fields)
    }

    /// Places the fields from top to bottom, those of one row beside each other, with the errors
    /// below each row.
    fn with_fields(mut self, mut rows: Rows, fields: impl Iterator<Item = FieldRow>) -> Self {
        for (fields, wrong) in fields {
            if let Some(row) = rows.next() {
                let width = row.width / u16::try_from(fields.len()).unwrap_or(1).max(1);
                let place = |column: u16| Rect { x: row.x + column * width, width, ..row };
                self.fields
                    .extend((0..).map(place).zip(fields).map(|(place, index)| (index, place)));
            }
            for line in wrong {
                self.wrong.extend(rows.next().map(|row| (line, row)));
            }
        }
        self
    }
}

/// The fields of one row, and the lines of their errors.
type FieldRow = (Vec<usize>, Vec<String>);

/// Returns the visible fields row by row: as many as there are columns stand beside each other, but a
/// long one has its row to itself.
fn grouped(form: &Form, room: u16, columns: usize) -> Vec<FieldRow> {
    let mut rows: Vec<FieldRow> = Vec::new();
    let mut is_open = false;
    for ((index, field), wrong) in form.shown().zip(wrong_lines(form, room)) {
        match rows.last_mut().filter(|_| is_open && !field.is_long()) {
            Some((fields, lines)) => {
                fields.push(index);
                lines.extend(wrong);
            }
            None => rows.push((vec![index], wrong)),
        }
        let last = rows.last().map_or(0, |(fields, _)| fields.len());
        is_open = last < columns && !field.is_long();
    }
    rows
}

fn widest_label(form: &Form) -> u16 {
    form.shown().map(|(_, field)| cells::width(&field.label)).max().unwrap_or(0)
}

/// Returns the number of usable cells in a line inside a frame.
fn room(frame: Rect) -> u16 {
    frame.width.saturating_sub(4)
}

/// The rows inside a frame, from top to bottom.
struct Rows {
    y: u16,
    inside: Rect,
}

impl Rows {
    fn next(&mut self) -> Option<Rect> {
        let row = Rect { y: self.y, height: 1, ..self.inside };
        self.y += 1;
        (row.y < self.inside.bottom() && row.width > 0).then_some(row)
    }
}

/// Returns the error of each visible field, wrapped into lines.
fn wrong_lines(form: &Form, room: u16) -> Vec<Vec<String>> {
    let lines = |field: &crate::tui::model::FormField| {
        let wrong = field.wrong.as_ref();
        let hint = wrong.and_then(|wrong| wrong.hint.as_deref()).unwrap_or_default();
        let text = wrong.map(|wrong| wrong.text.as_str()).unwrap_or_default();
        let mut lines: Vec<_> = text.lines().flat_map(|line| cells::wrap(line, room)).collect();
        lines.extend(cells::wrap(hint, room));
        lines
    };
    form.shown().map(|(_, field)| lines(field)).collect()
}

fn draw_field(
    model: &Model,
    form: &Form,
    index: usize,
    (row, places): (Rect, &Places),
    frame: &mut Frame,
    nearest: bool,
) {
    let Some(field) = form.fields.get(index) else { return };
    let here = index == form.at;
    let tone = if here { Tone::FrameHere } else { Tone::Plain };
    let label_width = places.label;
    let label = cells::clip(&field.label, label_width, model.look.glyphs.cut);
    cells::write(frame.buffer_mut(), (row.x + 1, row.y), row.width, &label, model.look.style(tone));
    let x = row.x + label_width + 3;
    let room = row.right().saturating_sub(x + 1);
    // The longest remark fits next to the fields, which share one width; it gives way to a longer text.
    let aside = form.shown().map(|(_, field)| cells::width(&field.aside)).max().unwrap_or(0);
    let width = room.saturating_sub(aside + 1).max(room * 2 / 5).max(room.min(8));
    let typed = cells::width(field.typed.text()).saturating_add(1);
    let width = width.max(typed.min(room));
    // What is typed gives as much room to its meaning as it does not need itself.
    let meaning = if here { meaning(model, form, index) } else { None };
    let said = meaning.as_deref().map_or(0, |meaning| cells::width(meaning).saturating_add(1));
    let width = width.min(room.saturating_sub(said).max(typed).max(room.min(8)));
    // A choice is as wide as its longest option.
    let width = match &field.kind {
        FieldKind::Choice(choices) => {
            choices.iter().map(|choice| cells::width(choice)).max().unwrap_or(0).saturating_add(1)
        }
        FieldKind::Text | FieldKind::Day(_) | FieldKind::Find(_) => width,
    };
    let place = Rect { x, width: width.min(room), ..row };
    let ground =
        model.look.field().patch(model.look.style(if here { Tone::Name } else { Tone::Plain }));
    if here {
        text_field::draw(&field.typed, frame, place, ground, nearest);
    } else {
        // A field without the focus shows the beginning of a text that is too long.
        let text = cells::sanitized(field.typed.text());
        let text = cells::clip(&text, place.width, model.look.glyphs.cut);
        let buffer = frame.buffer_mut();
        buffer.set_style(place.intersection(buffer.area), ground);
        cells::write(buffer, (place.x, place.y), place.width, &text, ground);
    }
    let after = place.right() + 1;
    let left = row.right().saturating_sub(after);
    let aside = meaning.as_deref().unwrap_or(&field.aside);
    let aside = cells::clip_at_part(aside, left, model.look.glyphs.cut);
    if left > 0 {
        cells::write(
            frame.buffer_mut(),
            (after, row.y),
            left,
            &aside,
            model.look.style(Tone::Quiet),
        );
    }
}
