//! A form, drawn: labels, fields with the terminal's own cursor, units, and what is wrong under the
//! field that it is wrong with.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Hit, below};
use crate::domain::text::harmless;
use crate::tui::layout;
use crate::tui::model::{FieldKind, Form, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{Panel, clear};

/// The widest that a form gets.
const WIDEST: u16 = 66;
/// The widest that a field gets.
const FIELD: u16 = 30;

/// Draws it over the middle of the screen; only the nearest overlay has the cursor.
pub fn draw(model: &Model, form: &Form, frame: &mut Frame, whole: Rect, nearest: bool) {
    let places = Places::of(form, whole.intersection(frame.area()));
    clear(places.frame, frame.buffer_mut());
    let about = harmless(&form.about);
    // Whom it is about stands above the fields, or where they need that row beside the title.
    let beside = if places.about.is_none() { about.as_ref() } else { "" };
    let panel = Panel { title: &form.title, figures: beside, here: true, ..Panel::default() };
    panel.draw(places.frame, frame.buffer_mut(), model.look);
    below::draw(model, form, places.below, frame.buffer_mut());
    if let Some(row) = places.about {
        let about = cells::clip(&about, row.width.saturating_sub(2), model.look.glyphs.cut);
        let style = model.look.style(Tone::Name);
        cells::write(frame.buffer_mut(), (row.x + 1, row.y), row.width, &about, style);
    }
    let label = form.fields.iter().map(|field| cells::width(&field.label)).max().unwrap_or(0);
    let label = label.min(room(places.frame) / 2);
    for (index, row) in &places.fields {
        draw_field(model, form, *index, (*row, label), frame, nearest);
    }
    for (line, row) in &places.wrong {
        let (at, style) = ((row.x + 1, row.y), model.look.style(Tone::Wrong));
        cells::write(frame.buffer_mut(), at, row.width.saturating_sub(1), line, style);
    }
}

/// What of it stands at a place.
pub fn hit(model: &Model, form: &Form, at: Position) -> Option<Hit> {
    let places = Places::of(form, layout::screen(model.size));
    let field = places.fields.iter().find(|(_, row)| row.contains(at));
    let field = field.map(|(index, _)| Hit::Field(*index));
    field.or_else(|| below::hit(model, form, places.below, at).map(Hit::Below))
}

/// Where its parts stand.
struct Places {
    frame: Rect,
    /// What the form is about, where everything fits.
    about: Option<Rect>,
    /// The fields that are seen.
    fields: Vec<(usize, Rect)>,
    /// What is wrong with them, line by line.
    wrong: Vec<(String, Rect)>,
    /// What stands below the fields.
    below: Rect,
}

impl Places {
    fn of(form: &Form, whole: Rect) -> Self {
        let width = whole.width.min(WIDEST);
        let frame = Rect { width, ..whole };
        let wrong = wrong_lines(form, room(frame));
        let lines = 2 + form.fields.len() + wrong.iter().map(Vec::len).sum::<usize>();
        let (below, most) = below::rows(form);
        let high = |below: usize| {
            let rows = u16::try_from(lines + below + 2).unwrap_or(u16::MAX);
            rows.min(whole.height.saturating_sub(1))
        };
        let frame = Rect {
            x: whole.x + (whole.width - width) / 2,
            // The fields stay where they are when a month appears below them.
            y: whole.y + (whole.height.saturating_sub(high(most) + 1)) / 2,
            height: high(below),
            ..frame
        };
        let inside = layout::inside(frame);
        // What stands below goes before the fields do: a few rows are theirs.
        let least = u16::try_from(lines.min(4)).unwrap_or(0);
        let below = u16::try_from(below).unwrap_or(u16::MAX);
        let below = below.min(inside.height.saturating_sub(least));
        let gap = below.min(1);
        let below = Rect { y: inside.bottom() - below + gap, height: below - gap, ..inside };
        let inside = Rect { height: below.y - inside.y - u16::from(!below.is_empty()), ..inside };
        let mut rows = Rows { y: inside.y, inside };
        // Where it does not fit, the fields before the one that has the focus make room.
        let before: usize = wrong.iter().take(form.at + 1).map(|lines| lines.len() + 1).sum();
        let all_seen = usize::from(inside.height) >= lines;
        let hidden = if all_seen { 0 } else { before.saturating_sub(usize::from(inside.height)) };
        let about = if all_seen { rows.next() } else { None };
        if all_seen {
            rows.next();
        }
        let mut places = Self { frame, about, fields: Vec::new(), wrong: Vec::new(), below };
        for (index, wrong) in wrong.into_iter().enumerate().skip(hidden.min(form.at)) {
            places.fields.extend(rows.next().map(|row| (index, row)));
            for line in wrong {
                places.wrong.extend(rows.next().map(|row| (line, row)));
            }
        }
        places
    }
}

/// The cells of a line inside of a frame.
fn room(frame: Rect) -> u16 {
    frame.width.saturating_sub(4)
}

/// The rows of the inside, from top to bottom.
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

/// What is wrong with each field, in lines.
fn wrong_lines(form: &Form, room: u16) -> Vec<Vec<String>> {
    let lines = |field: &crate::tui::model::FormField| {
        let wrong = field.wrong.as_ref();
        let hint = wrong.and_then(|wrong| wrong.hint.as_deref()).unwrap_or_default();
        let mut lines = wrong.map(|wrong| cells::wrap(&wrong.text, room)).unwrap_or_default();
        lines.extend(cells::wrap(hint, room));
        lines
    };
    form.fields.iter().map(lines).collect()
}

fn draw_field(
    model: &Model,
    form: &Form,
    index: usize,
    (row, label_width): (Rect, u16),
    frame: &mut Frame,
    nearest: bool,
) {
    let Some(field) = form.fields.get(index) else { return };
    let here = index == form.at;
    let tone = if here { Tone::FrameHere } else { Tone::Plain };
    let label = cells::clip(&field.label, label_width, model.look.glyphs.cut);
    cells::write(frame.buffer_mut(), (row.x + 1, row.y), row.width, &label, model.look.style(tone));
    let x = row.x + label_width + 3;
    let room = row.right().saturating_sub(x + 1);
    // The longest unit has its room beside the fields, which are all as wide; a long remark yields.
    let aside = form.fields.iter().map(|field| cells::width(&field.aside)).max().unwrap_or(0);
    let width = room.saturating_sub(aside + 1).clamp(room.min(10), FIELD.max(room.min(10)));
    // A choice is as wide as its widest text.
    let width = match &field.kind {
        FieldKind::Choice(choices) => {
            choices.iter().map(|choice| cells::width(choice)).max().unwrap_or(0).saturating_add(1)
        }
        FieldKind::Text | FieldKind::Day | FieldKind::Find(_) => width,
    };
    let place = Rect { x, width: width.min(room), ..row };
    let ground =
        model.look.field().patch(model.look.style(if here { Tone::Name } else { Tone::Plain }));
    field.typed.draw(frame, place, ground, here && nearest);
    let after = place.right() + 1;
    let left = row.right().saturating_sub(after);
    let aside = cells::clip(&field.aside, left, model.look.glyphs.cut);
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
