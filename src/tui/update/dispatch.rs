//! The actions that keys request.

use super::{
    deliveries, forms, jobs, journal, look, narrow, navigation, palette, results, review, skips,
    sorting, typed, waiting,
};
use crate::domain::follow_up::FollowUpStage;
use crate::domain::{Command, Day};
use crate::i18n::{Localizer, PrivacyMode};
use crate::tui::forms::{
    Bring, ComplaintForm, Confirm, ContactForm, CustomerForm, DeliveryForm, EntryForm, Files,
    GiveBack, HouseholdForm, JarForm, Miss, NewFollowUp, PriceForm, ProductForm, Remove, Rules,
    Snooze, Stock, TicketForm, TicketRefundForm, fit_limit, removed as removal_form, take_part,
};
use crate::tui::job::Job;
use crate::tui::keymap::{Intent, KeyContext, Step};
use crate::tui::model::{
    Deliveries, Form, Jars, Lines, Mark, Model, Screen, Target, TodayPanel, Whose, is_debt,
};
use crate::tui::msg::{Effect, Question, TerminalRequest};

/// Does what a key asks for.
pub(super) fn act(model: &mut Model, intent: Intent) -> Vec<Effect> {
    let in_journal = model.place() == KeyContext::Journal;
    match intent {
        Intent::Quit => return forms::quit(model),
        Intent::Close => return close(model),
        Intent::Show(screen) => return show(model, screen),
        Intent::NextScreen => return show(model, model.screen.beside(1)),
        Intent::PreviousScreen => return show(model, model.screen.beside(-1)),
        Intent::Move(step) => return navigation::step(model, step),
        Intent::Which => return journal::which(model),
        Intent::DayBefore if in_journal => return journal::day_before(model),
        Intent::DayAfter if in_journal => return journal::day_after(model),
        Intent::Today if in_journal => return journal::every_day(model),
        Intent::Filter => model.filter_mut().typing = true,
        Intent::KeepFilter => model.filter_mut().typing = false,
        Intent::Statement => {
            return on_subject(model, |_, who| Some(ask(Question::Statement(who.customer))));
        }
        Intent::Paper => return forms::paper(model),
        Intent::AddProduct => return forms::open(model, ProductForm::add(model)),
        Intent::EditProduct => {
            return forms::on_shelf(model, |model, shelf| ProductForm::edit(model, &shelf.product));
        }
        Intent::Receive => return forms::on_shelf(model, Stock::receive),
        Intent::Order => return forms::on_shelf(model, Stock::order),
        Intent::Count => return forms::on_shelf(model, Stock::count),
        Intent::Rules => return forms::open(model, Rules::open(model)),
        Intent::NameShop => return forms::open(model, Rules::begin(model)),
        Intent::Journal => return ask(Lines::default().opening()),
        Intent::JournalOf => {
            return on_subject(model, |_, who| {
                let whose = Whose { customer: who.customer, name: who.name.clone() };
                Some(ask(Lines::of(whose).opening()))
            });
        }
        Intent::Import => return forms::files(model, Files::Import),
        Intent::Export => return forms::files(model, Files::Export),
        Intent::Check => return jobs::begin(model, Job::Check),
        Intent::Backup => return forms::files(model, Files::Backup),
        Intent::Restore => return forms::files(model, Files::Restore),
        Intent::Demo => return forms::files(model, Files::Demo),
        // What the running job reports would be told of the sample shop.
        Intent::Sample if jobs::is_busy(model) => {}
        Intent::Sample => return vec![Effect::Sample(None)],
        Intent::Open | Intent::Undo | Intent::UndoTo if in_journal => {
            return journal::on_line(model, intent);
        }
        Intent::Jars => return ask(Question::Jars(Jars::default().first(model.most_rows()))),
        Intent::Open if model.insights.has_jars() && model.place() == KeyContext::Insights => {
            return act(model, Intent::Jars);
        }
        Intent::Open if model.screen == Screen::Products && model.overlays.is_empty() => {
            return act(model, Intent::EditProduct);
        }
        Intent::Review => return ask(Question::Review),
        Intent::Skips => return ask(Question::Skips),
        Intent::EndSkip => return skips::end(model),
        Intent::Accept => return review::accept(model),
        Intent::Pin => return review::pin(model),
        Intent::Accuracy => return review::accuracy(model),
        Intent::UndoTo => {}
        Intent::Open => return on_subject(model, |_, who| Some(ask(Question::Page(who.customer)))),
        Intent::Why if is_debt(model) => {
            return on_subject(model, |_, who| Some(ask(Question::WhyOwed(who.customer))));
        }
        Intent::Why => {
            return on_subject(model, |_, who| Some(ask(Question::Why(who.customer, who.product))));
        }
        Intent::Done => return deliveries::done(model),
        Intent::Pay => {
            return forms::for_all(model, "nobody-selected", |model, who| {
                Some(EntryForm::payment(model, who))
            });
        }
        Intent::Entry => {
            return forms::for_all(model, "nobody-selected", |model, who| {
                Some(EntryForm::open(model, who))
            });
        }
        Intent::RefundTickets => {
            return forms::form(model, "nobody-selected", |model, who| {
                Some(TicketRefundForm::open(model, who))
            });
        }
        Intent::SetPrice if model.page().is_some() => {
            return forms::on_page(model, PriceForm::of_customer);
        }
        Intent::SetPrice => return forms::on_shelf(model, PriceForm::of_product),
        Intent::MoveEntry => return forms::move_entry(model),
        Intent::SellTickets => {
            return forms::form(model, "nobody-selected", |model, who| {
                Some(TicketForm::open(model, who))
            });
        }
        Intent::Evening => return deliveries::evening(model),
        Intent::CloseDay => return ask(Question::DayReport(model.happens_on())),
        Intent::Skip => return deliveries::skip(model),
        Intent::Goods => deliveries::more_goods(model),
        Intent::FitLimit => forms::within_limit(model, fit_limit),
        Intent::PartPayment => forms::within_limit(model, take_part),
        Intent::Seasons => forms::seasons(model),
        Intent::MissStop => return deliveries::miss_stop(model),
        Intent::EditDelivery => {
            return forms::form(model, "no-delivery-to-edit", DeliveryForm::open);
        }
        Intent::Miss => return forms::for_all(model, "only-a-promise", Miss::open),
        Intent::Contact => {
            return forms::for_all(model, "nobody-selected", |model, who| {
                Some(ContactForm::open(model, who))
            });
        }
        Intent::Closed => return closed(model),
        Intent::Leavers => return leavers(model),
        Intent::Retire => return retire(model),
        Intent::Sort => return sorting::by_next(model),
        Intent::Reverse => return sorting::reverse(model),
        Intent::Mark => return deliveries::mark(model, Deliveries::mark),
        Intent::MarkAll => return deliveries::mark(model, Deliveries::mark_all),
        Intent::MarkRow => return mark_row(model),
        Intent::MarkRows => return mark_rows(model),
        Intent::Plan => return deliveries::plan(model),
        Intent::Join => return deliveries::join(model),
        Intent::MoveFromDaysOff => return perform(Command::MoveFromDaysOff),
        Intent::DayEarlier => return deliveries::move_by(model, Day::pred_opt),
        Intent::DayLater => return deliveries::move_by(model, Day::succ_opt),
        Intent::Remove => return remove(model),
        Intent::Bring => {
            return forms::for_all(model, "nobody-selected", |model, who| {
                Some(Bring::plan(model, who))
            });
        }
        Intent::ReadJar => return forms::read_jar(model),
        Intent::StillEnough => return deliveries::still_enough(model),
        Intent::FollowUp => {
            return forms::for_all(model, "nobody-selected", |model, who| {
                Some(NewFollowUp::open(model, who))
            });
        }
        Intent::Complaint => {
            return forms::form(model, "nobody-selected", |model, who| {
                Some(ComplaintForm::add(model, who))
            });
        }
        Intent::AddCustomer => return forms::open(model, CustomerForm::add(model)),
        Intent::EditCustomer => return forms::edit_customer(model),
        Intent::EditField => return forms::edit_field(model),
        Intent::EditJar => return forms::edit_jar(model),
        Intent::AddJar => {
            return forms::on_page(model, |model, page| JarForm::open(model, page, None));
        }
        Intent::Away => return forms::on_page(model, HouseholdForm::away),
        Intent::Household => return forms::on_page(model, HouseholdForm::change),
        Intent::Containers => return forms::containers(model),
        Intent::GiveBack => return forms::on_page(model, GiveBack::open),
        Intent::Leave => return forms::leave(model),
        Intent::Snooze => return forms::for_all(model, "nothing-to-put-off", Snooze::open),
        Intent::Undo => return ask(Question::UndoQuestion(None)),
        Intent::Redo => return perform(Command::Redo),
        Intent::Help => palette::help(model),
        Intent::Palette => palette::open(model),
        Intent::Choose => return palette::choose(model),
        Intent::Language => speak(model),
        Intent::Repaint => return vec![Effect::Terminal(TerminalRequest::Repaint)],
        Intent::Suspend => return vec![Effect::Terminal(TerminalRequest::Suspend)],
        Intent::Veil => veil(model),
        Intent::Copy(reach) => {
            return on_subject(model, |_, who| Some(ask(Question::Reach(who.customer, reach))));
        }
        Intent::DayBefore => return deliveries::another_day(model, model.shown_day().pred_opt()),
        Intent::DayAfter => return deliveries::another_day(model, model.shown_day().succ_opt()),
        Intent::Today => return deliveries::another_day(model, Some(model.today)),
        Intent::Save => return forms::save(model),
        Intent::Complete => return forms::complete(model),
        Intent::NextField => forms::go(model, 1),
        Intent::PreviousField => forms::go(model, -1),
        Intent::Leap(leap) => {
            let days = model.days();
            if let Some(form) = model.form_mut() {
                form.leap(leap, days);
            }
        }
        Intent::Take => {
            if let Some(form) = model.form_mut() {
                form.take();
            }
        }
        Intent::Edit(edit) => {
            if model.edit_text(edit) {
                return typed(model);
            }
        }
    }
    Vec::new()
}

pub(super) fn ask(question: Question) -> Vec<Effect> {
    vec![Effect::Ask(question)]
}

pub(super) fn perform(command: Command) -> Vec<Effect> {
    vec![Effect::Perform(Box::new(command))]
}

pub(super) fn show(model: &mut Model, screen: Screen) -> Vec<Effect> {
    model.screen = screen;
    look(model)
}

/// Closes the nearest thing: a change that waits, then an overlay, then the message shown, then the
/// background job, then the marks, then the filter.
fn close(model: &mut Model) -> Vec<Effect> {
    if model.lock_wait.is_some() {
        return waiting::give_up(model);
    }
    if model.place() == KeyContext::Picker
        && let Some(finder) = model.form_mut().and_then(Form::finder_mut)
    {
        finder.found.clear();
        return Vec::new();
    }
    if forms::holds_typed(model) {
        return forms::ask_first(model, Confirm::Drop);
    }
    if model.overlays.pop().is_some() {
        return Vec::new();
    }
    if !model.filter().typing && model.toast.take().is_some() {
        return Vec::new();
    }
    if !model.filter().typing && model.job.is_some() {
        return vec![Effect::Stop];
    }
    if !model.filter().typing && model.marked() > 0 {
        model.marks.clear();
        return Vec::new();
    }
    let filter = model.filter_mut();
    filter.typing = false;
    if filter.typed.is_empty() {
        return Vec::new();
    }
    filter.typed = Default::default();
    narrow(model)
}

/// Does something with the selected row, or says why it cannot be done.
fn on_subject(
    model: &mut Model,
    job: impl FnOnce(&Model, &Target) -> Option<Vec<Effect>>,
) -> Vec<Effect> {
    match model.subject() {
        Some(subject) => job(model, &subject).unwrap_or_default(),
        None => {
            results::remark(model, "nobody-selected");
            Vec::new()
        }
    }
}

/// Marks the selected row and goes on to the next one.
fn mark_row(model: &mut Model) -> Vec<Effect> {
    match model.subject() {
        Some(subject) => {
            model.marks.mark(model.screen, subject);
            navigation::step(model, Step::Down)
        }
        None => {
            results::remark(model, "nobody-selected");
            Vec::new()
        }
    }
}

/// Marks every row of the list, however long it is and however little of it is known; of a round that is
/// still being read not all would be marked.
fn mark_rows(model: &mut Model) -> Vec<Effect> {
    if !model.is_whole() && model.morning.panel == TodayPanel::Deliver {
        results::remark(model, "still-reading");
        return Vec::new();
    }
    match model.listed() {
        (_, Some(whole)) => ask(Question::Whole(whole)),
        (rows, None) => {
            results::marked(model, rows.iter().map(Target::mark).collect(), rows);
            Vec::new()
        }
    }
}

/// Cancels a promised delivery after a reason, or skips a proposed one, or all that are marked. Follow-ups
/// alone are dropped at once: undo brings them back, and nobody asks why.
fn remove(model: &mut Model) -> Vec<Effect> {
    if forms::too_many(model) {
        return Vec::new();
    }
    let today = model.today;
    let dropped: Option<Vec<Command>> = match model.marked() {
        0 => model.subject().iter().map(|one| Remove::dropped(&one.mark(), today)).collect(),
        _ => {
            let marks: Vec<&Mark> = model.marks.of(model.screen);
            marks.into_iter().map(|mark| Remove::dropped(mark, today)).collect()
        }
    };
    match dropped {
        Some(commands) if !commands.is_empty() => perform(Command::Batch(commands)),
        Some(_) | None => forms::for_all(model, "nothing-to-remove", removal_form),
    }
}

/// Speaks the next language at this terminal. The shop's own language stays: it is what others meet,
/// and a glance in another language is nothing for the journal.
fn speak(model: &mut Model) {
    let words = Localizer::new(model.words.language().next(), model.shop.currency);
    model.words = words.veiled(model.words.veil());
    model.forget_widths();
    results::remark(model, "language-spoken");
}

/// Hides telephone numbers and money wherever they stand, or shows them again.
fn veil(model: &mut Model) {
    let (veil, said) = match model.words.veil() {
        PrivacyMode::Off => (PrivacyMode::On, "veil-on"),
        PrivacyMode::On => (PrivacyMode::Off, "veil-off"),
    };
    model.words = Localizer::new(model.words.language(), model.shop.currency).veiled(veil);
    model.forget_widths();
    results::remark(model, said);
}

/// Follow-ups that are open, those that were done, and those that were dropped, in turn.
fn closed(model: &mut Model) -> Vec<Effect> {
    let rows = model.most_rows();
    let window = &mut model.follow_ups.window;
    window.list.stage = match window.list.stage {
        FollowUpStage::Open => FollowUpStage::Done,
        FollowUpStage::Done => FollowUpStage::Dropped,
        FollowUpStage::Dropped => FollowUpStage::Open,
    };
    ask(Question::FollowUps(window.first(rows)))
}

/// Shows or hides those who have left, or on Products what was retired.
fn leavers(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Products {
        let products = &mut model.products;
        products.former = products.former.other();
        return ask(Question::Products(products.former));
    }
    let rows = model.most_rows();
    let window = &mut model.customers.window;
    window.list.left = window.list.left.other();
    ask(Question::Customers(window.first(rows)))
}

/// Retires the selected product after a question, or sells a retired one again.
fn retire(model: &mut Model) -> Vec<Effect> {
    let Some(product) = model.products.rows.selected().map(|shelf| shelf.product.clone()) else {
        results::remark(model, "nobody-selected");
        return Vec::new();
    };
    match product.retired_on {
        Some(_) => perform(Command::RestoreProduct { product: product.id }),
        None => forms::ask_first(model, Confirm::Retire(product.id, product.name)),
    }
}
