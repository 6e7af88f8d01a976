//! The handling of results: things done, refusals and answers, and the messages about them.

use super::{Effect, forms, refresh, review};
use crate::app::{Performed, SideNote};
use crate::domain::action::{ActionEffect, ActionKind};
use crate::domain::query::JarQuery;
use crate::domain::refusal::Topic;
use crate::domain::shop::Shop;
use crate::domain::views::JarRow;
use crate::i18n::{Localizer, Sentence};
use crate::reports::ForecastExplanation;
use crate::tui::forms::{Bring, Evening, FormKind};
use crate::tui::keymap::Reach;
use crate::tui::model::{
    Jars, JournalSheet, Mark, Model, Overlay, Page, PageRequest, PageSheet, StatementSheet, Target,
    TextSheet, Toast, ToastKind,
};
use crate::tui::msg::{Answer, Question};
use crate::tui::sheets;

/// Seconds for which a success message is shown.
const GOOD_NEWS: u8 = 8;
/// Seconds for which a refusal is shown.
const BAD_NEWS: u8 = 15;

/// Handles the passing of a second: a message disappears when its time is over.
pub(super) fn second(model: &mut Model) -> Vec<Effect> {
    if let Some(toast) = &mut model.toast {
        toast.seconds = toast.seconds.saturating_sub(1);
    }
    model.toast.take_if(|toast| toast.seconds == 0);
    Vec::new()
}

/// Says something in passing.
pub(super) fn remark(model: &mut Model, key: &str) {
    show_toast(model, model.words.message(key, &[]), ToastKind::Plain);
}

/// Says something for as long as its mood needs.
pub(super) fn show_toast(model: &mut Model, said: Sentence, mood: ToastKind) {
    let seconds = match mood {
        ToastKind::Good | ToastKind::Plain => GOOD_NEWS,
        ToastKind::Bad => BAD_NEWS,
    };
    model.toast = Some(Toast { said, mood, seconds });
}

/// A text was copied; how one reaches a customer is hidden if it is hidden everywhere.
pub(super) fn copied(model: &mut Model, text: &str) -> Vec<Effect> {
    let shown = model.words.phone(text);
    let said = model.words.format("copied", &[("text", shown.into())]);
    show_toast(model, Sentence { text: said, hint: None }, ToastKind::Good);
    Vec::new()
}

/// Handles a performed command: closes the form it came from, shows the message, and reads the
/// screen again. In the evening the form for the next stop follows at once.
pub(super) fn done(model: &mut Model, done: Performed) -> Vec<Effect> {
    let saved = |overlay: &mut Overlay| matches!(overlay, Overlay::Form(sheet) if sheet.saving);
    let form = match model.overlays.pop_if(saved) {
        Some(Overlay::Form(sheet)) => Some(sheet),
        Some(Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_)) => None,
        Some(
            Overlay::Journal(_)
            | Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Accuracy(_)
            | Overlay::Help(_),
        )
        | None => None,
    };
    let evening = form.as_ref().and_then(|sheet| sheet.purpose.evening().cloned());
    match form.as_ref().map(|sheet| &sheet.purpose) {
        // The other marked doors are still to come, or were passed over.
        Some(FormKind::Door(door)) if evening.is_some() => {
            model.marks.unmark(&door.mark());
        }
        // The marked rows were the subject of this command.
        Some(_) | None if done.effect == ActionEffect::Do => model.marks.clear(),
        Some(_) | None => {}
    }
    let hint = Some(in_brief(&model.words, &done)).filter(|hint| !hint.is_empty());
    let said = Sentence { text: model.words.done(&done), hint };
    show_toast(model, said, ToastKind::Good);
    if let Some(evening) = evening {
        go_on(model, evening);
    }
    refresh(model)
}

/// Returns the notes worth showing at once: of several jars the one that was set, else the one that
/// is empty first, and the number of the others; without notes that other lists show anyway.
fn in_brief(words: &Localizer, done: &Performed) -> String {
    let delivered = done.detail.kind() == ActionKind::DeliveryDone;
    let planned = done.detail.kind() == ActionKind::ProposalsPlanned;
    let said_elsewhere = |note: &SideNote| {
        delivered
            && matches!(
                note,
                SideNote::DueOn(_) | SideNote::StockLeft { .. } | SideNote::FollowUp(..)
            )
            || planned && matches!(note, SideNote::Planned(..))
    };
    let empty_on = |note: &&SideNote| matches!(note, SideNote::EmptyOn { .. });
    let (jars, others): (Vec<_>, Vec<_>) = done.notes.iter().partition(empty_on);
    let others = others.into_iter().filter(|note| !said_elsewhere(note));
    // They come in the order of their empty days.
    let jar = done.detail.product().map(|product| product.name.as_str());
    let was_set = |note: &&&SideNote| matches!(note, SideNote::EmptyOn { product, .. } if Some(product.as_str()) == jar);
    let jar = jars.iter().find(was_set).or(jars.first());
    let mut said: Vec<String> = others.chain(jar.copied()).map(|note| words.note(note)).collect();
    if jars.len() > 1 {
        said.push(words.format("and-more-jars", &[("count", (jars.len() - 1).into())]));
    }
    said.join(" ")
}

/// Opens the form for the next stop of the evening, or says that it is over. What is said about the
/// last stop is only its first sentence: the form has the room.
pub(super) fn go_on(model: &mut Model, evening: Evening) {
    match evening.next(model) {
        Ok(sheet) => {
            model.overlays.push(Overlay::Form(sheet));
            if let Some(toast) = &mut model.toast {
                toast.said.hint = None;
            }
        }
        Err(evening) => {
            let text = evening.in_words(model);
            let hint = model.toast.take().map(|toast| toast.said.text);
            show_toast(model, Sentence { text, hint }, ToastKind::Good);
        }
    }
}

/// Some things were taken back, newest first, and the last one was perhaps refused.
pub(super) fn undone_to(
    model: &mut Model,
    done: Vec<Performed>,
    refused: Option<Sentence>,
) -> Vec<Effect> {
    if done.is_empty() && refused.is_none() {
        // The line itself, and whatever was done after it, is taken back already.
        remark(model, "undo-to-nothing");
        return Vec::new();
    }
    let words = &model.words;
    let text = words.format("undone-to", &[("count", done.len().into())]);
    let mood = if refused.is_some() { ToastKind::Bad } else { ToastKind::Good };
    let hint = match refused {
        Some(said) => {
            Some([Some(said.text), said.hint].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        None => done.last().map(|done| words.done(done)),
    };
    model.toast = Some(Toast { said: Sentence { text, hint }, mood, seconds: BAD_NEWS });
    refresh(model)
}

/// Handles a refused command or a failed question: the form keeps its text and shows the message
/// under the field that it is about; without a form the message is shown as a toast.
pub(super) fn failed(model: &mut Model, said: Sentence, about: Option<Topic>) -> Vec<Effect> {
    // While the form waits for another program, only something else can have failed.
    if !model.lock_wait.is_some_and(|wait| wait.saves_form)
        && let Some(Overlay::Form(sheet)) = model.overlays.last_mut()
        && std::mem::take(&mut sheet.saving)
    {
        sheet.form.refuse(sheet.form.field_about(about), said);
        return Vec::new();
    }
    review::perhaps_failed(model);
    show_toast(model, said, ToastKind::Bad);
    Vec::new()
}

/// A question was answered.
pub(super) fn answered(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Shop(shop) => rules(model, shop),
        // A day that was left meanwhile is of no use any more.
        Answer::ToDeliver(deliver, _)
            if deliver.day != model.morning.another.unwrap_or(model.today) => {}
        Answer::ToDeliver(deliver, whole) => {
            let day = deliver.day;
            model.morning.put(deliver, whole);
            model.morning.leave_an_empty_panel();
            if !whole {
                return vec![Effect::AskInBackground(Question::ToDeliver(day))];
            }
            if model.morning.another.is_some() {
                return Vec::new();
            }
            let areas = model.morning.areas();
            return vec![Effect::AskInBackground(Question::CouldJoin(areas))];
        }
        Answer::CouldJoin(stops) => model.morning.put_could_join(stops),
        Answer::Customers(asked, rows) => model.customers.window.put(asked, rows),
        Answer::Tabs(asked, rows) if asked.list.due_by.is_some() => {
            model.morning.collect.put(asked, rows);
            model.morning.leave_an_empty_panel();
        }
        Answer::Tabs(asked, rows) => model.tabs.window.put(asked, rows),
        Answer::FollowUps(asked, rows) if asked.list.until.is_some() => {
            model.morning.look_after.put(asked, rows);
            model.morning.leave_an_empty_panel();
            return perhaps_new(model);
        }
        Answer::FollowUps(asked, rows) => model.follow_ups.window.put(asked, rows),
        Answer::Whole(marks) => {
            let known = model.listed().0;
            marked(model, marks, known);
        }
        Answer::Owed(Some(_), owed) => model.morning.owed = Some(owed),
        Answer::Owed(None, owed) => model.tabs.owed = Some(owed),
        Answer::FollowUpCount(due, coming) => {
            model.morning.to_look_after = Some(due);
            model.follow_ups.counts = Some((due, coming));
        }
        Answer::CustomerCount(count) => model.customers.count = Some(count),
        Answer::Round(round) => {
            let day = round.round.day;
            let whole = (!round.whole).then_some(Question::Round(day));
            let first = !model.deliveries.known && day == model.deliveries.day;
            model.deliveries.put(round);
            // The whole comes before the week, which takes longer in a large shop.
            let week = first.then_some(Question::Week(day));
            return whole.into_iter().chain(week).map(Effect::AskInBackground).collect();
        }
        Answer::Week { day, week, proposed } => {
            // A day that was left meanwhile is of no use any more.
            if day == model.deliveries.day {
                model.deliveries.week = Some(week);
                model.deliveries.put_proposed(proposed);
            }
        }
        Answer::Page(page) => {
            let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
                Overlay::Page(sheet) if sheet.customer() == page.customer.id => Some(sheet),
                Overlay::Page(_) | Overlay::Why(_) | Overlay::Help(_) | Overlay::Form(_) => None,
                Overlay::Statement(_)
                | Overlay::Journal(_)
                | Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Accuracy(_) => None,
            });
            match open {
                Some(sheet) => sheet.page = page,
                None => model.overlays.push(Overlay::Page(PageSheet::new(page))),
            }
        }
        Answer::Products(shelves) => {
            model.products.rows.put(shelves, &model.products.filter);
            model.products.known = true;
        }
        Answer::Insights(report) => model.insights.put(*report),
        Answer::Statement(customer, statement) => {
            let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
                Overlay::Statement(sheet) if sheet.customer.id == customer.id => Some(sheet),
                Overlay::Statement(_) | Overlay::Page(_) | Overlay::Why(_) => None,
                Overlay::Journal(_)
                | Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Accuracy(_) => None,
                Overlay::Help(_) | Overlay::Form(_) => None,
            });
            match open {
                Some(sheet) => {
                    // The new entry is at the end; scroll there to show it.
                    if statement.lines.len() > sheet.statement.lines.len() {
                        sheet.top = usize::MAX;
                    }
                    sheet.statement = statement;
                }
                None => {
                    // It opens at its end, where the newest entries are.
                    let sheet = StatementSheet { customer, statement, top: usize::MAX };
                    model.overlays.push(Overlay::Statement(sheet));
                }
            }
        }
        Answer::Journal(which, before, lines) => {
            let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
                Overlay::Journal(journal) => Some(journal),
                Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) => None,
                Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Accuracy(_)
                | Overlay::Help(_)
                | Overlay::Form(_) => None,
            });
            match open {
                Some(journal) => journal.put(which, before, lines),
                None => {
                    let mut journal = JournalSheet::default();
                    journal.put(which, None, lines);
                    model.overlays.push(Overlay::Journal(journal));
                }
            }
        }
        Answer::Jars(asked, rows) => jars(model, asked, rows),
        Answer::JournalLine(action, changes) => {
            let sheet = sheets::journal::journal_line(model, &action, &changes);
            model.overlays.push(Overlay::Why(sheet));
        }
        Answer::Reach(Reach::Phone, text) if text.is_empty() => remark(model, "no-phone"),
        Answer::Reach(Reach::Address, text) if text.is_empty() => remark(model, "no-address"),
        Answer::Reach(_, text) => return vec![Effect::Copy(text)],
        Answer::Check(findings) if findings.is_empty() => {
            show_toast(model, model.words.message("check-well", &[]), ToastKind::Good);
        }
        Answer::Check(findings) => {
            let words = &model.words;
            let count = words.format("check-unsound", &[("count", findings.len().into())]);
            let lines = findings.iter().map(|finding| words.finding(finding)).collect();
            let (title, parts) = (words.text("check-title"), vec![(count, lines)]);
            model.toast = None;
            // The check took a while: a form opened meanwhile stays on top of its result.
            model.overlays.insert(0, Overlay::Why(TextSheet { title, parts, top: 0 }));
        }
        Answer::Review(rows) => review::review(model, rows),
        Answer::ChangedCount(count) => model.changed = count,
        Answer::Accuracy(report) => review::judged(model, report),
        Answer::Learned(more) => return review::go_on(more),
        Answer::OnlyJar(who) => return forms::open(model, Bring::read(model, &who)),
        Answer::Found(query, found) => {
            // Matches for another text are of no use any more.
            if let Some(form) = model.form_mut()
                && form.text(form.at) == query
                && let Some(finder) = form.finder_mut()
            {
                (finder.found, finder.at) = (found, 0);
            }
        }
        Answer::Why(jars) if jars.is_empty() => remark(model, "no-jars"),
        Answer::Why(jars) => {
            let words = &model.words;
            let chosen = model.subject().and_then(|subject| subject.chosen);
            let day = chosen.map(|chosen| (words.text("why-this-day"), words.chosen(&chosen)));
            let jar = |why: &ForecastExplanation| (why.product.name.clone(), words.why(why));
            let parts = jars.iter().map(jar).chain(day).collect();
            let who = jars.first().map(|why| format!("{} {}", why.who.code, why.who.name));
            let title = words.format("why-title", &[("who", who.unwrap_or_default().into())]);
            model.overlays.push(Overlay::Why(TextSheet { title, parts, top: 0 }));
        }
    }
    Vec::new()
}

/// A part of the list of jars, which opens with its first one.
fn jars(model: &mut Model, asked: PageRequest<JarQuery>, rows: Vec<JarRow>) {
    let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Jars(window) => Some(window),
        Overlay::Review(_) | Overlay::Accuracy(_) => None,
        Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) => None,
        Overlay::Journal(_) | Overlay::Help(_) | Overlay::Form(_) => None,
    });
    let first = matches!(asked.page, Page::First);
    match open {
        Some(window) => {
            if first {
                window.list = asked.list.clone();
            }
            window.put(asked, rows);
        }
        None if first => {
            let mut window = Jars::of(asked.list.clone());
            window.put(asked, rows);
            model.overlays.push(Overlay::Jars(window));
        }
        // It was closed before this was read.
        None => {}
    }
}

/// All rows of a list are marked, or unmarked if they were.
pub(super) fn marked(model: &mut Model, marks: Vec<Mark>, known: Vec<Target>) {
    model.marks.mark_all(model.screen, marks, known);
}

/// The rules of the shop, perhaps with another currency or another language, which the screens then
/// speak.
fn rules(model: &mut Model, shop: Shop) {
    let before = std::mem::replace(&mut model.shop, shop);
    let language = model.shop.language.filter(|_| model.shop.language != before.language);
    if language.is_some() || model.shop.currency != before.currency {
        let language = language.unwrap_or(model.words.language());
        model.words = Localizer::new(language, model.shop.currency).veiled(model.words.veil());
    }
}

/// Only a morning without anything can be that of a new notebook, so that customers are not counted
/// every morning.
fn perhaps_new(model: &mut Model) -> Vec<Effect> {
    let idle = model.morning.counts() == (0, 0, 0) && model.morning.filter.typed.is_empty();
    match idle && model.customers.count.is_none() {
        true => vec![Effect::Ask(Question::CustomerCount)],
        false => Vec::new(),
    }
}
