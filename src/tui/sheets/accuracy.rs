//! Accuracy of the forecasts: a verdict in words, then the figures by the number of times a jar had
//! been filled, the levels found at the door, and the errors of plain rules on the same jars.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text;
use crate::reports;
use crate::reports::accuracy::{Against, GROUPS, Group};
use crate::tui::layout;
use crate::tui::model::{AccuracyState, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Maximum width of the sheet, in cells.
const WIDEST: u16 = 76;
/// Width of a column of figures, in cells: the usual one, and that for narrow screens.
const FIGURES: (u16, u16) = (8, 6);
/// Minimum width of the lines, in cells, to show all groups side by side; below it only the first,
/// the last and the total are shown.
const ALL_GROUPS: u16 = 62;

/// The plain rules, in the order of [`Group::plain`].
const RULES: [&str; 4] = ["accuracy-last", "accuracy-mean", "accuracy-median", "accuracy-k-factor"];

/// Draws the sheet.
pub fn draw(model: &Model, top: usize, frame: &mut Frame, body: Rect) {
    let lines = lines(model, body);
    let place = text::place(body, lines.len());
    let title = model.words.text("accuracy-title");
    text::draw_lines(model, (&title, &lines, top), frame, place);
}

/// Returns the number of lines of the sheet, and how many of them fit on the screen.
pub fn lines_and_page(model: &Model, body: Rect) -> (usize, usize) {
    let count = lines(model, body).len();
    (count, usize::from(layout::inside(text::place(body, count)).height))
}

fn lines(model: &Model, body: Rect) -> Vec<Line<'static>> {
    let room = body.width.min(WIDEST).saturating_sub(4);
    let sheet = Sheet { model, room };
    match &model.insights.accuracy {
        AccuracyState::Working => sheet.text(&[model.words.text("accuracy-working")], Tone::Quiet),
        AccuracyState::Unknown => sheet.text(&[model.words.text("accuracy-unknown")], Tone::Quiet),
        AccuracyState::Known(report, _) if report.all.ended == 0 => {
            sheet.text(&[model.words.text("accuracy-nothing")], Tone::Quiet)
        }
        AccuracyState::Known(report, _) => sheet.report(report),
    }
}

/// The model and the width, in cells, that the lines are written for.
struct Sheet<'a> {
    model: &'a Model,
    room: u16,
}

impl Sheet<'_> {
    fn text(&self, said: &[String], tone: Tone) -> Vec<Line<'static>> {
        let style = self.model.look.style(tone);
        let wrapped = said.iter().flat_map(|said| cells::wrap(said, self.room));
        wrapped.map(|line| Line::from(Span::styled(line, style))).collect()
    }

    fn report(&self, report: &reports::Accuracy) -> Vec<Line<'static>> {
        let words = &self.model.words;
        let mut lines = self.text(&self.verdict(&report.all), Tone::Plain);
        let groups = self.groups(report);
        let row = |key: &str, figure: &dyn Fn(&Group) -> String| {
            let figures: Vec<String> = groups.iter().map(|(_, group)| figure(group)).collect();
            self.row(&words.text(key), &figures, Tone::Plain)
        };
        lines.push(Line::default());
        let names: Vec<String> = groups.iter().map(|(name, _)| name.clone()).collect();
        lines.extend(self.row(&words.text("accuracy-filled"), &names, Tone::Title));
        lines.extend(row("accuracy-ended", &|group| group.ended.to_string()));
        lines.extend(row("accuracy-off", &|group| days(group.error())));
        lines.extend(row("accuracy-bias", &|group| signed(group.bias())));
        lines.extend(row("accuracy-covered", &|group| per_cent(group.covered())));
        lines.extend(row("accuracy-in-time", &|group| per_cent(group.in_time())));
        lines.extend(row("accuracy-early", &|group| days(group.early())));
        lines.push(Line::default());
        lines.extend(self.text(&[words.text("accuracy-at-the-door")], Tone::Title));
        lines.extend(row("accuracy-looked", &|group| group.looked.to_string()));
        lines.extend(row("accuracy-empty", &|group| group.empty.to_string()));
        lines.extend(row("accuracy-too-early", &|group| group.too_early.to_string()));
        lines.push(Line::default());
        lines.extend(self.text(&[words.text("accuracy-plain")], Tone::Title));
        // Compared on the same intervals: the first interval of a jar has no past for a plain rule.
        let ours = |group: &Group| group.plain.first().and_then(Against::ours);
        lines.extend(row("accuracy-ours", &|group| days(ours(group))));
        for (rule, key) in RULES.into_iter().enumerate() {
            let of = |group: &Group| group.plain.get(rule).and_then(Against::error);
            lines.extend(row(key, &|group| days(of(group))));
        }
        lines.push(Line::default());
        lines.extend(self.text(&[words.text("accuracy-words")], Tone::Quiet));
        lines
    }

    /// Returns the verdict on the forecasts, in sentences.
    fn verdict(&self, all: &Group) -> Vec<String> {
        let words = &self.model.words;
        let promised = 1000 - i64::from(self.model.shop.service_level.thousandths());
        let args = [
            ("count", all.ended.into()),
            ("days", days(all.error()).into()),
            ("share", per_cent(all.in_time()).into()),
            ("promised", per_cent(Some(promised as f64 / 1000.0)).into()),
            ("early", days(all.early()).into()),
        ];
        let mut said =
            vec![words.format("accuracy-verdict", &args), words.format("accuracy-safe", &args)];
        let rules = RULES.iter().zip(&all.plain);
        let compared = rules.filter_map(|(rule, plain)| Some((rule, plain, plain.error()?)));
        // The comparison is with the most accurate of the plain rules.
        let best = compared.min_by(|(.., one), (.., other)| one.total_cmp(other));
        if let Some((rule, plain, _)) = best
            && let Some((difference, _)) = plain.difference()
        {
            let key = if difference <= 0.0 { "accuracy-better" } else { "accuracy-worse" };
            let by = days(Some(difference.abs()));
            said.push(words.format(key, &[("days", by.into()), ("rule", words.text(rule).into())]));
        }
        said
    }

    /// Returns the groups with their names, as many as fit, and the total.
    fn groups<'r>(&self, report: &'r reports::Accuracy) -> Vec<(String, &'r Group)> {
        let wide = self.is_wide();
        let ends = [GROUPS.first(), GROUPS.last()];
        let named = GROUPS.iter().zip(&report.groups);
        let shown = named.filter(|(lots, _)| wide || ends.contains(&Some(lots)));
        let name = |(first, last): &(u32, u32)| match *last {
            u32::MAX => format!("{first}+"),
            last if last == *first => first.to_string(),
            last => format!("{first}-{last}"),
        };
        let all = (self.model.words.text("accuracy-all"), &report.all);
        shown.map(|(lots, group)| (name(lots), group)).chain([all]).collect()
    }

    fn is_wide(&self) -> bool {
        self.room >= ALL_GROUPS
    }

    /// Returns a figure aligned to the right of its column.
    fn right(&self, figure: &str) -> String {
        let cells = if self.is_wide() { FIGURES.0 } else { FIGURES.1 };
        let gap = cells.saturating_sub(cells::width(figure));
        format!("{}{figure}", " ".repeat(usize::from(gap)))
    }

    /// Returns the lines of a name and its figures to the right of it; a long name continues below.
    fn row(&self, name: &str, figures: &[String], tone: Tone) -> Vec<Line<'static>> {
        let style = self.model.look.style(tone);
        let figures: String = figures.iter().map(|figure| self.right(figure)).collect();
        let names =
            cells::wrap(&cells::sanitized(name), self.room.saturating_sub(cells::width(&figures)));
        let taken = cells::width(names.first().map(String::as_str).unwrap_or_default())
            + cells::width(&figures);
        let gap = " ".repeat(usize::from(self.room.saturating_sub(taken)));
        let mut names = names.into_iter();
        let first = format!("{}{gap}{figures}", names.next().unwrap_or_default());
        let rest = names.map(|name| format!("  {name}"));
        std::iter::once(first)
            .chain(rest)
            .map(|line| Line::from(Span::styled(line, style)))
            .collect()
    }
}

/// Formats days to one decimal; a dash if there are none.
fn days(days: Option<f64>) -> String {
    days.map_or_else(|| "-".to_owned(), |days| format!("{days:.1}"))
}

/// Formats the days of an error: positive is too late, negative is too early.
fn signed(days: Option<f64>) -> String {
    days.map_or_else(|| "-".to_owned(), |days| format!("{days:+.1}"))
}

fn per_cent(part: Option<f64>) -> String {
    part.map_or_else(|| "-".to_owned(), |part| format!("{:.0}%", part * 100.0))
}
