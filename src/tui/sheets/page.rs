//! The page of a customer: everything about them on one sheet.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::page_lines::PageLines;
use super::{text, timeline};
use crate::domain::Day;
use crate::domain::customer::{Channel, Consent, Customer, CustomerField};
use crate::domain::payday::Payday;
use crate::domain::urgency::Urgency;
use crate::domain::views::{Goods, PromiseStatus};
use crate::reports::CustomerPage;
use crate::reports::customer_page::PageJar;
use crate::tui::forms::{customer, draw as form};
use crate::tui::layout;
use crate::tui::lists::{goods_in_words, roughly};
use crate::tui::model::{Form, FormSheet, Model, Overlay, PageField, PageSheet};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Width of the gauge of a jar, in cells.
const GAUGE: u16 = 10;

/// Draws the page over the whole body. A field being edited pushes down the rows below it.
pub fn draw(model: &Model, sheet: &PageSheet, frame: &mut Frame, body: Rect) {
    let customer = &sheet.page.customer;
    let title = format!("{} {}", customer.code, cells::sanitized(customer.name.as_str()));
    let (mut lines, fields) = lines(model, sheet);
    let inside = layout::inside(body.intersection(frame.area()));
    let here = fields.into_iter().find(|(_, field)| Some(*field) == sheet.at).map(|(rows, _)| rows);
    let mut top = sheet.top;
    if let (Some((_, form)), Some(here)) = (changed(model), here.clone()) {
        let rows = form::rows_over(form, inside.width);
        top = top_for(sheet, (here.start, rows), inside);
        lines.splice(here, vec![Line::default(); rows]);
    }
    text::draw_lines(model, (&title, &lines, top), frame, body);
    let row = here.and_then(|rows| u16::try_from(rows.start.checked_sub(top)?).ok());
    if let Some(row) = row.filter(|row| *row < inside.height) {
        let at = (inside.x, inside.y + row);
        cells::write(
            frame.buffer_mut(),
            at,
            1,
            model.look.glyphs.bar,
            model.look.style(Tone::Here),
        );
    }
}

/// Returns the page and the form of the field that is edited in its row, if there is one.
pub fn changed(model: &Model) -> Option<(&PageSheet, &Form)> {
    match model.overlays.as_slice() {
        [.., Overlay::Page(sheet), Overlay::Form(FormSheet { form, .. })] => {
            let in_row = matches!(sheet.at, Some(PageField::Customer(_))) && form.is_partial();
            in_row.then_some((sheet, form))
        }
        _ => None,
    }
}

/// Returns the area of the page over which that form is drawn.
pub fn rows_changed(model: &Model, (sheet, form): (&PageSheet, &Form), body: Rect) -> Rect {
    let inside = layout::inside(body);
    let here = fields(model, sheet).into_iter().find(|(_, field)| Some(*field) == sheet.at);
    let line = here.map_or(0, |(line, _)| line);
    let rows = form::rows_over(form, inside.width);
    let above = line.saturating_sub(top_for(sheet, (line, rows), inside));
    let above = u16::try_from(above).unwrap_or(u16::MAX).min(inside.height);
    let height = u16::try_from(rows).unwrap_or(u16::MAX).min(inside.height - above);
    Rect { y: inside.y + above, height, ..inside }
}

/// Returns the first line to show so that `rows` rows from `line` on are visible.
fn top_for(sheet: &PageSheet, (line, rows): (usize, usize), inside: Rect) -> usize {
    let end = (line + rows).saturating_sub(usize::from(inside.height));
    sheet.top.max(end).min(line)
}

/// Returns the fields that can be edited in their row, each with its line.
pub fn fields(model: &Model, sheet: &PageSheet) -> Vec<(usize, PageField)> {
    lines(model, sheet).1.into_iter().map(|(rows, field)| (rows.start, field)).collect()
}

/// Returns the number of lines of the page, and how many of them fit on the screen.
pub fn lines_and_page(model: &Model, sheet: &PageSheet, body: Rect) -> (usize, usize) {
    (lines(model, sheet).0.len(), usize::from(layout::inside(body).height))
}

fn lines(model: &Model, open: &PageSheet) -> (Vec<Line<'static>>, Vec<(Range<usize>, PageField)>) {
    let page = &open.page;
    let kind = page.customer.kind;
    let room = layout::inside(layout::parts(model.size).body).width.saturating_sub(2);
    let mut sheet = PageLines { model, kind, room, lines: Vec::new(), fields: Vec::new() };
    who(&mut sheet, page);
    tab(&mut sheet, page);
    jars(&mut sheet, page, open.selected());
    to_do(&mut sheet, page);
    timeline(&mut sheet, page);
    (sheet.lines, sheet.fields)
}

/// Writes the fields of the customer, except those that belong to the tab.
fn who(sheet: &mut PageLines, page: &CustomerPage) {
    let (known, words) = (&page.customer, &sheet.model.words);
    sheet.field(CustomerField::Household, &household(sheet.model, page), Tone::Plain);
    for field in customer::rows() {
        let text = match field {
            CustomerField::Household
            | CustomerField::Payday
            | CustomerField::Weekdays
            | CustomerField::Limit => continue,
            CustomerField::Phones => words.phone(&known.phones.join("  ")).to_owned(),
            CustomerField::Address => known.full_address(),
            CustomerField::Tags => known.tags.join(" "),
            CustomerField::ReferredBy => {
                let who = page.referred_by.as_ref();
                who.map(|who| format!("{} {}", who.code, who.name)).unwrap_or_default()
            }
            CustomerField::Channel => reached(sheet.model, known),
            field => words.customer_value(known, field),
        };
        let tone = if field == CustomerField::DoorNote { Tone::Due } else { Tone::Plain };
        sheet.field(field, &text, tone);
        if field == CustomerField::DoorNote {
            let away = page.away.iter().map(|away| timeline::days(sheet.model, away.period));
            sheet.fact("page-away", &words.list(&away.collect::<Vec<_>>()), Tone::Due);
        }
    }
    if let Some(left) = &known.left {
        let text = format!("{} {}", words.day(left.on), left.reason);
        sheet.fact("page-left", &text, Tone::Late);
    }
}

/// Returns the household and the kind of the customer.
fn household(model: &Model, page: &CustomerPage) -> String {
    let words = &model.words;
    let mut people = words.format("people", &[("count", page.household.people().into())]);
    if page.household.children + page.household.elders > 0 {
        let each = timeline::people(model, page.household);
        people.push_str(&words.format("aside", &[("text", each.into())]));
    }
    let people = if page.household.people() == 0 { String::new() } else { people };
    let parts = [words.label(page.customer.kind), people];
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(&format!(" {} ", model.look.glyphs.dot))
}

/// Returns how the customer prefers to be contacted; empty if it was never recorded.
fn reached(model: &Model, known: &Customer) -> String {
    let words = &model.words;
    let asked = (known.channel, known.consent) != (Channel::default(), Consent::default());
    if !asked && known.language.is_none() {
        return String::new();
    }
    let consent = words.format("page-consent", &[("consent", words.label(known.consent).into())]);
    let channel = words.label(known.channel);
    let language = known.language.map(|one| words.language_name(one));
    let parts = [Some(channel), language, Some(consent)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(&format!(" {} ", model.look.glyphs.dot))
}

fn tab(sheet: &mut PageLines, page: &CustomerPage) {
    let words = &sheet.model.words;
    if page.customer.payday != Payday::NONE {
        let next: Vec<String> =
            page.paydays.iter().map(|day| words.day_near(*day, sheet.model.today)).collect();
        let days = words.format("page-next-paydays", &[("days", words.list(&next).into())]);
        let text = format!("{}  {days}", words.payday(&page.customer.payday));
        sheet.field(CustomerField::Payday, &text, Tone::Plain);
    }
    let (balance, due) = (page.standing.balance, page.standing.oldest_due());
    let amount = words.money(balance.abs());
    let (text, tone) = match due {
        _ if balance.is_zero() => (words.text("page-even"), Tone::Good),
        _ if balance.is_negative() => {
            (words.format("page-credit", &[("amount", amount.into())]), Tone::Good)
        }
        Some(due) => {
            let tone = if due < page.day { Tone::Late } else { Tone::Name };
            let args = [("amount", amount.into()), ("day", words.day(due).into())];
            (words.format("page-owes-due", &args), tone)
        }
        None => (amount, Tone::Name),
    };
    let days = words.weekdays(page.customer.weekdays);
    sheet.field(CustomerField::Weekdays, &days, Tone::Plain);
    sheet.fact("page-tab", &text, tone);
    if !page.held.is_zero() {
        sheet.fact("sheet-held", &words.money(page.held), Tone::Plain);
    }
    if !page.tickets.is_empty() {
        let tickets: Vec<_> =
            page.tickets.iter().map(|balance| words.ticket_balance(balance, page.day)).collect();
        let is_soon = page.tickets.iter().any(|balance| balance.expires_soon(page.day));
        let tone = if is_soon { Tone::Due } else { Tone::Plain };
        sheet.fact("sheet-tickets", &tickets.join(&words.text("between-rules")), tone);
    }
    sheet.fact("sheet-containers", &words.holdings(&page.containers), Tone::Plain);
    sheet.fact("sheet-prices", &words.own_prices(&page.prices, page.day), Tone::Plain);
    if let Some(promised) = page.promised {
        let status = PromiseStatus::on(promised, page.day);
        let tone = if promised.by < page.day { Tone::Late } else { Tone::Plain };
        sheet.fact("page-promise", &words.promise(status), tone);
    }
    sheet.fact("page-record", &words.payment_record(page.record).unwrap_or_default(), Tone::Quiet);
    sheet.fact("page-trust", &words.maybe_trust(page.trust), Tone::Quiet);
    let buys = words.purchases(page.purchases.as_ref(), page.day);
    sheet.fact("page-buys", &buys, Tone::Quiet);
    let limit = page.customer.limit.map(|limit| words.credit_limit(limit)).unwrap_or_default();
    sheet.field(CustomerField::Limit, &limit, Tone::Plain);
    let unknown = customer::unknown_names(sheet.model, page).join(&words.text("between-goods"));
    let label = words.text("page-unknown");
    sheet.changeable(PageField::Unknown, label, &unknown, Tone::Quiet);
}

/// Writes the jars; if there are several, marks the one that a key would change.
fn jars(sheet: &mut PageLines, page: &CustomerPage, selected: Option<&PageJar>) {
    if page.jars.is_empty() {
        return;
    }
    sheet.part("page-jars");
    // The name of a product leaves room for its gauge.
    let most = sheet.room.saturating_sub(GAUGE + 4).min(sheet.room / 2);
    let name = |jar: &PageJar| {
        let name = cells::sanitized(jar.product.as_str());
        cells::clip(&name, most, sheet.model.look.glyphs.cut).into_owned()
    };
    let names: Vec<String> = page.jars.iter().map(name).collect();
    let widest = names.iter().map(|name| cells::width(name)).max().unwrap_or(0);
    for (jar, name) in page.jars.iter().zip(names) {
        let gap = " ".repeat(usize::from(widest - cells::width(&name)) + 2);
        let (gauge, about) = jar_parts(sheet.model, jar, page.day);
        let here = selected.is_some_and(|selected| selected.jar.id == jar.jar.id);
        let mark = match (page.jars.len(), here) {
            (..=1, _) => "",
            (_, true) => sheet.model.look.glyphs.bar,
            (_, false) => " ",
        };
        let mut line = vec![(mark.to_owned(), Tone::Here), (format!("{name}{gap}"), Tone::Name)];
        let indent = widest + cells::width(mark) + 2 + cells::width(&gauge.0);
        let first = sheet.lines.len();
        line.push(gauge);
        if indent.saturating_add(cells::width(&about)) <= sheet.room {
            line.push((about, Tone::Plain));
            sheet.line(line);
        } else {
            sheet.line(line);
            sheet.below(indent, &about, Tone::Plain);
        }
        sheet.fields.push((first..sheet.lines.len(), PageField::Jar(jar.jar.id)));
        let indent = widest + cells::width(mark) + GAUGE + 4;
        let skip = jar.forecast.as_ref().and_then(|forecast| forecast.skip_on(page.day));
        if let Some(skip) = skip {
            let skipped = sheet.model.words.skipped(skip);
            sheet.below(indent, &skipped, Tone::Due);
        }
        if let Some(window) = window_in_words(sheet.model, jar) {
            sheet.below(indent, &window, Tone::Quiet);
        }
    }
}

/// Returns the gauge of a jar, and its level and its days in words.
fn jar_parts(model: &Model, jar: &PageJar, today: Day) -> ((String, Tone), String) {
    let words = &model.words;
    let (Some(forecast), Some(level)) = (&jar.forecast, jar.level) else {
        return (Default::default(), words.text("page-no-forecast"));
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
    let level = roughly(level);
    let tone = match forecast.days().unplanned(today) {
        _ if forecast.skip_on(today).is_some() => Tone::Quiet,
        Urgency::Late => Tone::Late,
        Urgency::AtRisk => Tone::Due,
        _ if forecast.latest == Some(today) => Tone::Due,
        Urgency::WindowOpen | Urgency::LookFirst | Urgency::PlannedTooLate => Tone::Good,
    };
    let args = [
        ("level", words.quantity(level, &jar.unit).into()),
        ("likely", words.day_near(forecast.likely, today).into()),
        ("low", words.day_near(forecast.low, today).into()),
        ("high", words.day_near(forecast.high, today).into()),
    ];
    ((gauge, tone), format!("  {}", words.format("page-jar", &args)))
}

/// Formats the period for the next delivery: from the first day with room to the last safe one.
fn window_in_words(model: &Model, jar: &PageJar) -> Option<String> {
    let (forecast, words) = (jar.forecast.as_ref()?, &model.words);
    let latest = forecast.latest?;
    let (from, until) =
        (words.day_near(forecast.earliest, model.today), words.day_near(latest, model.today));
    let until = ("latest", until.into());
    Some(if forecast.earliest < latest {
        words.format("page-window", &[("earliest", from.into()), until])
    } else {
        words.format("page-bring-by", &[until])
    })
}

fn to_do(sheet: &mut PageLines, page: &CustomerPage) {
    let coming = || page.changes.iter().filter(|change| change.from > page.day);
    let unsolved = || page.complaints.iter().filter(|row| row.complaint.is_unsolved());
    let is_quiet = page.planned.is_empty() && page.follow_ups.is_empty();
    if is_quiet && coming().next().is_none() && unsolved().next().is_none() {
        return;
    }
    sheet.part("page-to-do");
    let model = sheet.model;
    for row in unsolved() {
        let day = row.complaint.promised_by.unwrap_or(page.day);
        sheet.dated(day, model.words.text("page-complaint"), model.words.complaint(row));
    }
    for row in &page.planned {
        let goods: Vec<Goods> = row.lines.iter().map(|line| line.goods.clone()).collect();
        let goods = goods_in_words(model, &goods);
        sheet.dated(row.planned_for, model.words.label(row.stage), goods);
    }
    for row in &page.follow_ups {
        let what = crate::tui::lists::follow_up::what(model, row);
        sheet.dated(row.follow_up.due_on, model.words.text("screen-follow-up"), what);
    }
    for change in coming() {
        let people = timeline::people(model, change.household);
        sheet.dated(change.from, model.words.text("page-household"), people);
    }
}

/// Writes the timeline, newest first.
fn timeline(sheet: &mut PageLines, page: &CustomerPage) {
    let past = timeline::past(sheet.model, page);
    if past.is_empty() {
        return;
    }
    sheet.part("page-timeline");
    for (day, what, text) in past {
        sheet.dated(day, what, text);
    }
}
