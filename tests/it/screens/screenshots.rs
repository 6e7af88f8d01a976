//! The pictures in the README: the screens of the sample shop, drawn from the real buffer.
//!
//! `cargo test --test it -- --ignored screenshots::write` draws them again.

use std::fmt::Write;
use std::path::PathBuf;
use std::rc::Rc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use ricejar::app::{App, DemoSize, write_demo};
use ricejar::domain::shop::Language;
use ricejar::store::Store;
use unicode_width::UnicodeWidthStr;

use super::shop::{TestShop, clock, today};
use super::stage::Stage;

/// The pictures, and the keys that lead to each from the first screen.
const PICTURES: [(&str, &str); 4] =
    [("today", ""), ("customers", "2"), ("page", "2 enter"), ("deliveries", "3")];

/// A cell in pixels, and where the text stands in it.
const CELL: (usize, usize) = (9, 17);
const BASELINE: usize = 13;
/// Around the screen.
const MARGIN: usize = 12;
/// The dark theme's ground and ink.
const GROUND: &str = "#16181d";
const INK: &str = "#d4d7dd";

#[test]
fn the_screenshots_are_of_the_screens_as_they_are() {
    for (name, svg) in drawn() {
        let kept = std::fs::read_to_string(path(name)).unwrap_or_default();
        assert!(
            kept == svg,
            "{name}.svg is old: run `cargo test --test it -- --ignored screenshots::write`"
        );
    }
}

#[test]
#[ignore = "writes assets/screenshots"]
fn write() {
    for (name, svg) in drawn() {
        std::fs::write(path(name), svg).unwrap();
    }
}

fn path(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/screenshots");
    folder.join(name).with_extension("svg")
}

/// Every picture with its name, each of a new sample shop on the same day.
fn drawn() -> Vec<(&'static str, String)> {
    let draw = |(name, keys): (&'static str, &str)| {
        let folder = tempfile::tempdir().unwrap();
        let shop = TestShop { folder, day: Rc::new(std::cell::Cell::new(today())) };
        write_demo(
            &shop.file(),
            DemoSize::SMALL,
            today(),
            Language::English,
            &ricejar::app::no_progress,
        )
        .unwrap();
        let app = App::new(Store::open(&shop.file()).unwrap(), clock(today()));
        let mut stage = Stage::new((shop, app), Language::English, (100, 30));
        (name, svg(&stage.press(keys).buffer()))
    };
    PICTURES.map(draw).into()
}

/// A screen as a picture: grounds below, then the texts, each run of one style in its own place.
fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = String::new();
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace" font-size="15">"#
    );
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>"#);
    let runs: Vec<Run> = (0..buffer.area.height).flat_map(|y| runs(buffer, y)).collect();
    for run in &runs {
        run.draw_ground(&mut out);
    }
    for run in &runs {
        run.draw_text(&mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// Cells of one row that look alike and are equally wide.
struct Run {
    text: String,
    at: (usize, usize),
    cells: usize,
    wide: bool,
    ink: &'static str,
    ground: Option<&'static str>,
    modifier: Modifier,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let cells = cell.symbol().width().max(1);
        let (ink, ground) = colours(cell);
        let wide = cells > 1;
        match runs.last_mut() {
            Some(run)
                if (run.ink, run.ground, run.modifier, run.wide)
                    == (ink, ground, cell.modifier, wide) =>
            {
                run.text.push_str(cell.symbol());
                run.cells += cells;
            }
            _ => runs.push(Run {
                text: cell.symbol().to_owned(),
                at: (usize::from(x), usize::from(y)),
                cells,
                wide,
                ink,
                ground,
                modifier: cell.modifier,
            }),
        }
        x += u16::try_from(cells).unwrap();
    }
    runs
}

impl Run {
    fn draw_ground(&self, out: &mut String) {
        let Some(ground) = self.ground else { return };
        let (x, y) = (MARGIN + self.at.0 * CELL.0, MARGIN + self.at.1 * CELL.1);
        let (width, height) = (self.cells * CELL.0, CELL.1);
        let _ = writeln!(
            out,
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{ground}"/>"#
        );
    }

    /// Words, each at its own cell: a font that is a little wider or narrower moves nothing else.
    fn draw_text(&self, out: &mut String) {
        let mut column = self.at.0;
        for word in self.text.split_inclusive(' ') {
            let shown = word.trim_end();
            if !shown.is_empty() {
                let (x, y) = (MARGIN + column * CELL.0, MARGIN + self.at.1 * CELL.1 + BASELINE);
                let length = shown.width() * CELL.0;
                let style = self.style();
                let shown = escaped(shown);
                let _ = writeln!(
                    out,
                    r#"<text x="{x}" y="{y}" textLength="{length}" lengthAdjust="spacingAndGlyphs" fill="{}"{style}>{shown}</text>"#,
                    self.ink
                );
            }
            column += word.width();
        }
    }

    fn style(&self) -> String {
        let mut style = String::new();
        for (modifier, look) in [
            (Modifier::BOLD, r#" font-weight="bold""#),
            (Modifier::DIM, r#" opacity="0.6""#),
            (Modifier::UNDERLINED, r#" text-decoration="underline""#),
        ] {
            if self.modifier.contains(modifier) {
                style.push_str(look);
            }
        }
        style
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The ink and the ground of a cell; `None` is the ground of the screen.
fn colours(cell: &Cell) -> (&'static str, Option<&'static str>) {
    let ink = colour(cell.fg).unwrap_or(INK);
    let ground = colour(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        (ground.unwrap_or(GROUND), Some(ink))
    } else {
        (ink, ground)
    }
}

/// A colour of the dark theme as many terminals show it.
fn colour(colour: Color) -> Option<&'static str> {
    Some(match colour {
        Color::Reset => return None,
        Color::Cyan => "#56b6c2",
        Color::LightRed => "#ff7b86",
        Color::Yellow => "#e5c07b",
        Color::Green => "#98c379",
        Color::Indexed(236) => "#303030",
        Color::Indexed(237) => "#3a3a3a",
        other => panic!("the dark theme has a new colour, {other}: say how it looks"),
    })
}
