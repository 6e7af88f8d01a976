//! A part of a screen as a person would describe it: its text, and below it which words have which tone.
//!
//! Tones are named as in `tui::theme`. Where two of them look the same, the name is that of the commoner: what
//! went wrong is `late`, the name of a column is `name`. The title of the frame that has the focus is `title here`,
//! and what else is written in a frame is `title`. Frames and plain words are not listed; the text shows them.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ricejar::tui::theme::{Look, Tone};
use unicode_width::UnicodeWidthStr;

/// The tones that are told apart, each with its name; the first that looks like a cell is its tone.
const TONES: [(Tone, &str); 8] = [
    (Tone::Plain, ""),
    (Tone::Quiet, "quiet"),
    (Tone::Name, "name"),
    (Tone::Late, "late"),
    (Tone::Due, "due"),
    (Tone::Good, "good"),
    (Tone::Key, "key"),
    (Tone::Here, "here"),
];

/// The lines of frames.
const FRAME: [char; 6] = ['╭', '╮', '╰', '╯', '│', '─'];

/// The text of an area, where the cursor stands in it, and the tones of its words.
pub fn of(buffer: &Buffer, area: Rect, cursor: Option<(u16, u16)>) -> String {
    let mut picture = text(buffer, area);
    let inside = cursor.filter(|cursor| area.contains((*cursor).into()));
    if let Some((x, y)) = inside {
        let _ = write!(picture, "\n\ncursor {},{}", x - area.x, y - area.y);
    }
    picture.push_str("\n\n");
    for y in area.rows() {
        let tones = tones(buffer, y);
        if !tones.is_empty() {
            let _ = writeln!(picture, "{:>2}: {}", y.y - area.y, tones.join("; "));
        }
    }
    picture
}

/// What is written in an area, a line a row; rows that are all the same are told once.
pub fn text(buffer: &Buffer, area: Rect) -> String {
    let mut rows: Vec<String> = area.rows().map(|row| written(buffer, row)).collect();
    let (all, is_whole) = (rows.len(), area == buffer.area);
    rows.dedup_by(|row, before| !is_whole && row == before);
    if rows.len() < all {
        rows.push(format!("({} rows more that are the same)", all - rows.len()));
    }
    rows.join("\n")
}

/// What is written on the screen, a line a row.
pub fn whole_text(buffer: &Buffer) -> String {
    text(buffer, buffer.area)
}

/// A row as it is seen: the cell after a wide character is a part of it.
fn written(buffer: &Buffer, row: Rect) -> String {
    cells(buffer, row).map(Cell::symbol).collect::<String>().trim_end().to_owned()
}

/// The cells of a row that are seen, each once.
fn cells(buffer: &Buffer, row: Rect) -> impl Iterator<Item = &Cell> {
    let mut next = row.x;
    std::iter::from_fn(move || {
        let cell = (next < row.right()).then(|| &buffer[(next, row.y)])?;
        next += cell.symbol().width().max(1) as u16;
        Some(cell)
    })
}

/// The smallest whole frame that has the focus, or all of the screen where its parts share one.
pub fn focused(buffer: &Buffer) -> Rect {
    let colour = Look::default().style(Tone::FrameHere).fg;
    let is = |x: u16, y: u16, glyph: &str| {
        let cell = buffer.cell((x, y));
        cell.is_some_and(|cell| cell.symbol() == glyph && Some(cell.fg) == colour)
    };
    let frame = |corner: Rect| {
        let (x, y) = (corner.x, corner.y);
        let right = (x + 1..buffer.area.right()).find(|right| is(*right, y, "╮"))?;
        let bottom = (y + 1..buffer.area.bottom()).find(|bottom| is(x, *bottom, "╰"))?;
        is(right, bottom, "╯").then(|| Rect::new(x, y, right - x + 1, bottom - y + 1))
    };
    let places = buffer.area.rows().flat_map(Rect::columns);
    let frames = places.filter(|place| is(place.x, place.y, "╭")).filter_map(frame);
    frames.min_by_key(|frame| frame.area()).unwrap_or(buffer.area)
}

/// The tones of a row, each with its words.
fn tones(buffer: &Buffer, row: Rect) -> Vec<String> {
    let mut runs: Vec<(String, String)> = Vec::new();
    for cell in cells(buffer, row) {
        let tone = tone(cell);
        match runs.last_mut() {
            Some((same, words)) if *same == tone => words.push_str(cell.symbol()),
            _ => runs.push((tone, cell.symbol().to_owned())),
        }
    }
    let mut told: Vec<(String, String)> = Vec::new();
    for (tone, words) in runs {
        let is_title = words.contains(FRAME) && tone == "key";
        let tone = if is_title { "title here".to_owned() } else { tone };
        let bare = words.trim_matches(|c| FRAME.contains(&c) || c == ' ');
        if tone.is_empty() || (bare.is_empty() && !tone.contains("field")) {
            continue;
        }
        match told.iter_mut().find(|(same, _)| *same == tone) {
            Some((_, all)) => all.push_str(&format!(" | {bare}")),
            None => told.push((tone, bare.to_owned())),
        }
    }
    told.into_iter().map(|(tone, words)| format!("{tone}: {words}").trim_end().to_owned()).collect()
}

/// The tone of a cell, behind the ground that it stands on; nothing for a plain one.
fn tone(cell: &Cell) -> String {
    let look = Look::default();
    let (ground, modifier) = match Some(cell.bg) {
        ground if ground == look.selected().bg => ("selected", cell.modifier - Modifier::BOLD),
        ground if ground == look.field().bg => ("field", cell.modifier - Modifier::BOLD),
        _ => ("", cell.modifier),
    };
    let is_like = |tone: Tone| {
        let style = look.style(tone);
        let shown = match ground {
            "" => style.add_modifier,
            _ => style.add_modifier - Modifier::BOLD,
        };
        style.fg.unwrap_or(Color::Reset) == cell.fg && shown == modifier
    };
    if modifier == Modifier::BOLD | Modifier::DIM {
        return "title".to_owned();
    }
    let known = TONES.iter().find(|(tone, _)| is_like(*tone)).map(|(_, name)| (*name).to_owned());
    let name = known.unwrap_or_else(|| {
        let names = modifier.iter_names().map(|(name, _)| name.to_lowercase());
        let colour = (cell.fg != Color::Reset).then(|| cell.fg.to_string());
        colour.into_iter().chain(names).collect::<Vec<_>>().join(" ")
    });
    format!("{ground} {name}").trim().to_owned()
}
