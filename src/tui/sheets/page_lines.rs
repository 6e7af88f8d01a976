//! The lines of the page of a customer, written one after the other. A text that does not fit into its
//! line goes on below its beginning.

use std::ops::Range;

use ratatui::text::{Line, Span};

use crate::domain::Day;
use crate::domain::customer::{CustomerField, CustomerKind};
use crate::domain::shop::Language;
use crate::tui::model::{Model, PageField};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Width of the labels, in cells.
const LABEL: u16 = 14;
/// Width below which days are written short, in cells.
const NARROW: u16 = 60;

/// A page that is being built line by line.
pub(super) struct PageLines<'a> {
    pub model: &'a Model,
    pub kind: CustomerKind,
    /// Number of cells of a line.
    pub room: u16,
    pub lines: Vec<Line<'static>>,
    pub fields: Vec<(Range<usize>, PageField)>,
}

impl PageLines<'_> {
    /// Writes a fact after the label with this message key; writes nothing if the text is empty.
    pub fn fact(&mut self, key: &str, text: &str, tone: Tone) {
        self.labelled(self.model.words.text(key), text, tone);
    }

    fn labelled(&mut self, label: String, text: &str, tone: Tone) {
        if text.trim().is_empty() {
            return;
        }
        let gap = usize::from(LABEL.saturating_sub(cells::width(&label)).max(1));
        let before = vec![(format!("{label}{}", " ".repeat(gap)), Tone::Quiet)];
        self.hanging(before, text, tone);
    }

    /// Writes a text behind other parts, and what does not fit into their line below its beginning.
    fn hanging(&mut self, mut before: Vec<(String, Tone)>, text: &str, tone: Tone) {
        let width = before.iter().map(|(text, _)| cells::width(text)).sum::<u16>();
        let room = self.room.saturating_sub(width).max(LABEL);
        for (index, line) in cells::wrap(&cells::sanitized(text), room).into_iter().enumerate() {
            if index > 0 {
                before = vec![(" ".repeat(usize::from(width)), Tone::Plain)];
            }
            before.push((line, tone));
            self.line(std::mem::take(&mut before));
        }
        if !before.is_empty() {
            self.line(before);
        }
    }

    /// Writes a text below others, as far to the right as it fits.
    pub fn below(&mut self, indent: u16, text: &str, tone: Tone) {
        let fits = indent.saturating_add(cells::width(text)) <= self.room;
        let indent = if fits { indent } else { 2 };
        self.hanging(vec![(" ".repeat(usize::from(indent)), Tone::Plain)], text, tone);
    }

    /// Writes a field of the customer.
    pub fn field(&mut self, field: CustomerField, text: &str, tone: Tone) {
        let label = self.model.words.customer_field_of(field, self.kind);
        self.changeable(PageField::Customer(field), label, text, tone);
    }

    /// Writes a fact that can be edited in its row.
    pub fn changeable(&mut self, field: PageField, label: String, text: &str, tone: Tone) {
        let line = self.lines.len();
        self.labelled(label, text, tone);
        if self.lines.len() > line {
            self.fields.push((line..self.lines.len(), field));
        }
    }

    pub fn part(&mut self, key: &str) {
        self.lines.push(Line::default());
        let name = self.model.words.text(key);
        self.lines.push(Line::from(Span::styled(name, self.model.look.style(Tone::Title))));
    }

    pub fn line(&mut self, parts: Vec<(String, Tone)>) {
        let span = |(text, tone): (String, Tone)| {
            Span::styled(cells::sanitized(text.as_str()).into_owned(), self.model.look.style(tone))
        };
        self.lines.push(Line::from(parts.into_iter().map(span).collect::<Vec<_>>()));
    }

    /// Writes what happens on a day: its kind, and a description.
    pub fn dated(&mut self, day: Day, what: String, text: String) {
        let model = self.model;
        // On a narrow screen the room goes to the text.
        let is_narrow = self.room < NARROW;
        let day =
            if is_narrow { model.words.day_near(day, model.today) } else { model.words.day(day) };
        let gap = |text: &str, width: u16| {
            " ".repeat(usize::from(width.saturating_sub(cells::width(text)).max(2)))
        };
        // The width of a day varies in both languages; the text after it begins in one column.
        let widest = match model.words.language() {
            _ if is_narrow => 8,
            Language::English => 17,
            Language::Chinese => 24,
        };
        let (first, second) = (gap(&day, widest), gap(&what, 12));
        let before =
            vec![(format!("{day}{first}"), Tone::Quiet), (format!("{what}{second}"), Tone::Plain)];
        self.hanging(before, &text, Tone::Plain);
    }
}
