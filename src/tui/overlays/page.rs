//! Wang's page: everything about one customer on one sheet.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{sheet, timeline};
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::payday::Payday;
use crate::domain::rows::Goods;
use crate::domain::text::harmless;
use crate::reports::CustomerPage;
use crate::reports::customer_page::PageJar;
use crate::tui::layout;
use crate::tui::model::{Model, PageSheet};
use crate::tui::screens::goods_in_words;
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Draws it over the whole body.
pub fn draw(model: &Model, sheet: &PageSheet, frame: &mut Frame, body: Rect) {
    let customer = &sheet.page.customer;
    let title = format!("{} {}", customer.code, harmless(&customer.name));
    sheet::draw_lines(model, (&title, &lines(model, sheet), sheet.top), frame, body);
}

/// How many lines it has, and how many are seen at once.
pub fn lines_and_page(model: &Model, sheet: &PageSheet, body: Rect) -> (usize, usize) {
    (lines(model, sheet).len(), usize::from(layout::inside(body).height))
}

/// A page that is being written, line by line.
struct Sheet<'a> {
    model: &'a Model,
    lines: Vec<Line<'static>>,
}

impl Sheet<'_> {
    /// A name and what is known under it; nothing where nothing is known.
    fn fact(&mut self, key: &str, text: &str, tone: Tone) {
        if text.trim().is_empty() {
            return;
        }
        let label = self.model.words.say(key);
        let gap = " ".repeat(usize::from(14_u16.saturating_sub(cells::width(&label)).max(1)));
        self.lines.push(Line::from(vec![
            Span::styled(label, self.model.look.style(Tone::Quiet)),
            Span::raw(gap),
            Span::styled(harmless(text).into_owned(), self.model.look.style(tone)),
        ]));
    }

    fn part(&mut self, key: &str) {
        self.lines.push(Line::default());
        let name = self.model.words.say(key);
        self.lines.push(Line::from(Span::styled(name, self.model.look.style(Tone::Title))));
    }

    fn line(&mut self, parts: Vec<(String, Tone)>) {
        let span = |(text, tone): (String, Tone)| {
            Span::styled(harmless(&text).into_owned(), self.model.look.style(tone))
        };
        self.lines.push(Line::from(parts.into_iter().map(span).collect::<Vec<_>>()));
    }
}

fn lines(model: &Model, open: &PageSheet) -> Vec<Line<'static>> {
    let mut sheet = Sheet { model, lines: Vec::new() };
    let page = &open.page;
    who(&mut sheet, page);
    tab(&mut sheet, page);
    jars(&mut sheet, page, open.selected());
    to_do(&mut sheet, page);
    timeline(&mut sheet, page);
    sheet.lines
}

fn who(sheet: &mut Sheet, page: &CustomerPage) {
    let (customer, words) = (&page.customer, &sheet.model.words);
    let dot = format!(" {} ", sheet.model.look.glyphs.dot);
    let mut people = words.tell("people", &[("count", page.household.people().into())]);
    if page.household.children + page.household.elders > 0 {
        people = format!("{people} ({})", timeline::people(sheet.model, page.household));
    }
    let people = if page.household.people() == 0 { String::new() } else { people };
    let kind = [words.of(customer.kind), people];
    let kind: Vec<&str> = kind.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let (kind, address) = (kind.join(&dot), address(customer));
    let away: Vec<String> =
        page.away.iter().map(|away| timeline::days(sheet.model, away.period)).collect();
    sheet.fact("page-household", &kind, Tone::Plain);
    sheet.fact("page-phone", words.phone(&customer.phones.join("  ")), Tone::Plain);
    sheet.fact("page-address", &address, Tone::Plain);
    sheet.fact("page-door", &customer.door_note, Tone::Due);
    sheet.fact("page-away", &away.join(", "), Tone::Due);
    sheet.fact("page-tags", &customer.tags.join(" "), Tone::Plain);
    sheet.fact("page-note", &customer.note, Tone::Plain);
    if let Some(left) = &customer.left {
        let text = format!("{} {}", words.day(left.on), left.reason);
        sheet.fact("page-left", &text, Tone::Late);
    }
}

/// The area and the address, unless the one begins with the other.
pub fn address(customer: &Customer) -> String {
    if customer.address.starts_with(&customer.area) {
        customer.address.clone()
    } else {
        format!("{} {}", customer.area, customer.address)
    }
}

fn tab(sheet: &mut Sheet, page: &CustomerPage) {
    let words = &sheet.model.words;
    if page.customer.payday != Payday::NONE {
        let next: Vec<String> = page.paydays.iter().map(|day| words.short_day(*day)).collect();
        let days = words.tell("page-next-paydays", &[("days", next.join(", ").into())]);
        let text = format!("{}  {days}", words.payday(&page.customer.payday));
        sheet.fact("page-payday", &text, Tone::Plain);
    }
    let (balance, due) = (page.standing.balance, page.standing.oldest_due());
    let amount = words.money(balance.abs());
    let (text, tone) = match due {
        _ if balance.is_zero() => (words.say("page-even"), Tone::Good),
        _ if balance.is_negative() => {
            (words.tell("page-credit", &[("amount", amount.into())]), Tone::Good)
        }
        Some(due) => {
            let tone = if due < page.day { Tone::Late } else { Tone::Name };
            let args = [("amount", amount.into()), ("day", words.day(due).into())];
            (words.tell("page-owes-due", &args), tone)
        }
        None => (amount, Tone::Name),
    };
    sheet.fact("page-tab", &text, tone);
}

/// The jars; where there are several, the one that a key would change is marked.
fn jars(sheet: &mut Sheet, page: &CustomerPage, selected: Option<&PageJar>) {
    if page.jars.is_empty() {
        return;
    }
    sheet.part("page-jars");
    let widest = page.jars.iter().map(|jar| cells::width(&jar.product)).max().unwrap_or(0);
    for jar in &page.jars {
        let gap = " ".repeat(usize::from(widest - cells::width(&jar.product)) + 2);
        let parts = jar_parts(sheet.model, jar, page.day);
        let here = selected.is_some_and(|selected| selected.jar.id == jar.jar.id);
        let mark = match (page.jars.len(), here) {
            (..=1, _) => "",
            (_, true) => sheet.model.look.glyphs.bar,
            (_, false) => " ",
        };
        let mut line =
            vec![(mark.to_owned(), Tone::Here), (format!("{}{gap}", jar.product), Tone::Name)];
        line.extend(parts);
        sheet.line(line);
        if let Some(window) = window_in_words(sheet.model, jar) {
            let indent = " ".repeat(usize::from(widest + cells::width(mark)) + 14);
            sheet.line(vec![(format!("{indent}{window}"), Tone::Quiet)]);
        }
    }
}

fn jar_parts(model: &Model, jar: &PageJar, today: Day) -> Vec<(String, Tone)> {
    let words = &model.words;
    let (Some(forecast), Some(level)) = (&jar.forecast, jar.level) else {
        return vec![(words.say("page-no-forecast"), Tone::Quiet)];
    };
    let full = jar.jar.capacity.or(jar.jar.usual).unwrap_or(forecast.goods.quantity);
    let tenths = if full.is_positive() {
        (level.thousandths().saturating_mul(10) / full.thousandths()).clamp(0, 10)
    } else {
        0
    };
    let tenths = usize::try_from(tenths).unwrap_or(0);
    let (some, none) = model.look.glyphs.tenths;
    let gauge = some.repeat(tenths) + &none.repeat(10 - tenths);
    let level = crate::domain::Quantity::from_thousandths(level.thousandths() / 100 * 100);
    let tone = match forecast.latest {
        _ if forecast.likely <= today => Tone::Late,
        Some(latest) if latest <= today => Tone::Due,
        Some(_) | None => Tone::Good,
    };
    let args = [
        ("level", words.quantity(level, &jar.unit).into()),
        ("likely", words.short_day(forecast.likely).into()),
        ("low", words.short_day(forecast.low).into()),
        ("high", words.short_day(forecast.high).into()),
    ];
    vec![(gauge, tone), (format!("  {}", words.tell("page-jar", &args)), Tone::Plain)]
}

/// When to bring more: between the first day with room and the last that is safe.
fn window_in_words(model: &Model, jar: &PageJar) -> Option<String> {
    let (forecast, words) = (jar.forecast.as_ref()?, &model.words);
    let latest = forecast.latest?;
    let (from, until) = (words.short_day(forecast.earliest), words.short_day(latest));
    let until = ("latest", until.into());
    Some(if forecast.earliest < latest {
        words.tell("page-window", &[("earliest", from.into()), until])
    } else {
        words.tell("page-bring-by", &[until])
    })
}

fn to_do(sheet: &mut Sheet, page: &CustomerPage) {
    let coming = || page.changes.iter().filter(|change| change.from > page.day);
    if page.planned.is_empty() && page.follow_ups.is_empty() && coming().next().is_none() {
        return;
    }
    sheet.part("page-to-do");
    let model = sheet.model;
    for row in &page.planned {
        let goods: Vec<Goods> = row.lines.iter().map(|line| line.goods.clone()).collect();
        let goods = goods_in_words(model, &goods);
        dated(sheet, row.planned_for, model.words.of(row.stage), goods);
    }
    for row in &page.follow_ups {
        let what = crate::tui::screens::follow_ups::what(model, row);
        dated(sheet, row.follow_up.due_on, model.words.say("screen-follow-up"), what);
    }
    for change in coming() {
        let people = timeline::people(model, change.household);
        dated(sheet, change.from, model.words.say("page-household"), people);
    }
}

/// Everything that happened, newest first.
fn timeline(sheet: &mut Sheet, page: &CustomerPage) {
    let past = timeline::past(sheet.model, page);
    if past.is_empty() {
        return;
    }
    sheet.part("page-timeline");
    for (day, what, text) in past {
        dated(sheet, day, what, text);
    }
}

fn dated(sheet: &mut Sheet, day: Day, what: String, text: String) {
    let model = sheet.model;
    let day = model.words.day(day);
    let gap = |text: &str, width: u16| {
        " ".repeat(usize::from(width.saturating_sub(cells::width(text)).max(2)))
    };
    let (first, second) = (gap(&day, 20), gap(&what, 12));
    sheet.line(vec![
        (format!("{day}{first}"), Tone::Quiet),
        (format!("{what}{second}"), Tone::Plain),
        (text, Tone::Plain),
    ]);
}
