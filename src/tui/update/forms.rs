//! Forms: which one a key opens, and what becomes of it when it is saved.

use super::dispatch::{ask, perform};
use super::{refresh, results};
use crate::config::paths::PathCompletion;
use crate::domain::customer::CustomerField;
use crate::domain::{Command, Refusal};
use crate::i18n::Sentence;
use crate::reports::{CustomerPage, DayReport, Shelf};
use crate::tui::forms::{
    self, Bring, Confirm, ContainerForm, CustomerForm, DayCloseForm, EntryMoveForm, Files,
    FormKind, HouseholdForm, JarForm, PaperForm, ProductForm,
};
use crate::tui::keymap::KeyContext;
use crate::tui::model::{
    FieldId, FormSheet, MOST_AT_ONCE, Model, Overlay, PageField, PageSheet, RunningJob, Target,
    ToastKind,
};
use crate::tui::msg::{Effect, Question};

/// Maximum number of names of customers or files that are listed: more than there is room for.
const NAMED: usize = 20;

/// Opens a form about the selected row, or says why there is none.
pub(super) fn form(
    model: &mut Model,
    otherwise: &str,
    open: impl FnOnce(&Model, &Target) -> Option<FormSheet>,
) -> Vec<Effect> {
    let subject = model.subject();
    match subject.as_ref().and_then(|subject| open(model, subject)) {
        Some(sheet) => return self::open(model, sheet),
        None if subject.is_none() => results::remark(model, "nobody-selected"),
        None => results::remark(model, otherwise),
    }
    Vec::new()
}

/// Opens one form about all marked rows; without a mark, about the selected one.
pub(super) fn for_all(
    model: &mut Model,
    otherwise: &str,
    open: impl Fn(&Model, &Target) -> Option<FormSheet>,
) -> Vec<Effect> {
    let count = model.marked();
    if count == 0 {
        return form(model, otherwise, open);
    }
    if too_many(model) {
        return Vec::new();
    }
    let Some(mut sheet) = model.marks.known(model.screen).first().and_then(|one| open(model, one))
    else {
        results::remark(model, "not-all-marked");
        return Vec::new();
    };
    if count == 1 {
        return self::open(model, sheet);
    }
    let marks = model.marks.of(model.screen);
    let Some(mut all) =
        marks.into_iter().map(|mark| sheet.purpose.for_another(mark)).collect::<Option<Vec<_>>>()
    else {
        results::remark(model, "not-all-marked");
        return Vec::new();
    };
    sheet.purpose = all.remove(0);
    sheet.also = all;
    let names = model.marks.known(model.screen).into_iter().take(NAMED);
    let names = names.map(|one| one.name.as_str());
    let names = names.collect::<Vec<_>>().join(&model.words.text("between-goods"));
    let marked = model.words.format("marked", &[("count", count.into())]);
    sheet.form.about = format!("{marked}  {names}");
    self::open(model, sheet)
}

/// Returns whether more than `MOST_AT_ONCE` rows are marked, and says so if they are.
pub(super) fn too_many(model: &mut Model) -> bool {
    let count = model.marked();
    let too_many = count > MOST_AT_ONCE;
    if too_many {
        let args = [("count", count.into()), ("most", MOST_AT_ONCE.into())];
        let said = model.words.message("too-many-marked", &args);
        results::show_toast(model, said, ToastKind::Bad);
    }
    too_many
}

/// Puts a form over whatever is shown.
pub(super) fn open(model: &mut Model, sheet: FormSheet) -> Vec<Effect> {
    model.toast = None;
    model.overlays.push(Overlay::Form(sheet));
    Vec::new()
}

/// Opens a form about the page.
pub(super) fn on_page(
    model: &mut Model,
    form: impl FnOnce(&Model, &CustomerPage) -> FormSheet,
) -> Vec<Effect> {
    match model.page().map(|page| form(model, page)) {
        Some(sheet) => open(model, sheet),
        None => Vec::new(),
    }
}

/// Opens the form for the containers of the page's customer, or says that the shop has no kind of them.
pub(super) fn containers(model: &mut Model) -> Vec<Effect> {
    match model.page().map(|page| ContainerForm::open(model, page)) {
        Some(Some(sheet)) => return open(model, sheet),
        Some(None) => results::remark(model, "no-containers"),
        None => {}
    }
    Vec::new()
}

/// Opens the form that corrects an entry of the statement, or says that none can be corrected.
pub(super) fn move_entry(model: &mut Model) -> Vec<Effect> {
    let sheet = match model.overlays.last() {
        Some(Overlay::Statement(sheet)) => EntryMoveForm::open(model, sheet),
        _ => None,
    };
    match sheet {
        Some(sheet) => return open(model, sheet),
        None => results::remark(model, "no-entry-to-move"),
    }
    Vec::new()
}

/// Opens a form about the selected product.
pub(super) fn on_shelf(
    model: &mut Model,
    form: impl FnOnce(&Model, &Shelf) -> FormSheet,
) -> Vec<Effect> {
    match model.products.rows.selected().map(|shelf| form(model, shelf)) {
        Some(sheet) => return open(model, sheet),
        None => results::remark(model, "nobody-selected"),
    }
    Vec::new()
}

/// Opens the form that closes a day, or says that it is closed already.
pub(super) fn close_day(model: &mut Model, report: &DayReport) -> Vec<Effect> {
    if report.close.is_some() {
        let said = model.words.refused(&Refusal::ClosedAlready { day: report.day });
        results::show_toast(model, said, ToastKind::Bad);
        return Vec::new();
    }
    // What was said about the last stop of the evening stays in sight.
    let toast = model.toast.take();
    let sheet = DayCloseForm::open(model, report);
    let opened = open(model, sheet);
    model.toast = toast;
    opened
}

/// Asks for the weights of the months in the form for a product.
pub(super) fn seasons(model: &mut Model) {
    let Some(Overlay::Form(mut sheet)) = model.overlays.pop() else { return };
    if let FormKind::Product(_) = &sheet.purpose {
        ProductForm::ask_for_months(model, &mut sheet.form);
    }
    model.overlays.push(Overlay::Form(sheet));
}

/// Opens the form for the customer, with the focus in the field that is selected on the page; for a jar
/// that is selected there, its own.
pub(super) fn edit_customer(model: &mut Model) -> Vec<Effect> {
    let sheet = match model.page_sheet() {
        Some(PageSheet { at: Some(PageField::Jar(_)), .. }) => return edit_jar(model),
        Some(PageSheet { page, at, .. }) => {
            let mut sheet = CustomerForm::edit(model, &page.customer, page.referred_by.as_ref());
            if let Some(PageField::Customer(field)) = at {
                CustomerForm::focus(&mut sheet.form, *field);
            }
            if has_changed(page) {
                CustomerForm::say_that_people_are_of_the_first_day(model, &mut sheet.form);
            }
            Some(sheet)
        }
        None => model
            .customers
            .window
            .selected()
            .map(|row| CustomerForm::edit(model, &row.customer, None)),
    };
    match sheet {
        Some(sheet) => return open(model, sheet),
        None => results::remark(model, "nobody-selected"),
    }
    Vec::new()
}

/// Opens the selected field of the page in its own row; what is not known yet in a form of its own, and a
/// jar in its form. Until something is selected, it is the form for the customer.
pub(super) fn edit_field(model: &mut Model) -> Vec<Effect> {
    let sheet = match model.page_sheet() {
        Some(PageSheet { at: Some(PageField::Jar(_)), .. }) => return edit_jar(model),
        // After a change of the household, the row shows the latest one, which is what is edited.
        Some(PageSheet {
            page, at: Some(PageField::Customer(CustomerField::Household)), ..
        }) if has_changed(page) => HouseholdForm::change(model, page),
        Some(PageSheet { page, at: Some(field), .. }) => {
            CustomerForm::edit_field(model, page, *field)
        }
        Some(PageSheet { at: None, .. }) | None => return edit_customer(model),
    };
    open(model, sheet)
}

/// Returns whether the household differs from the one on the first day.
fn has_changed(page: &CustomerPage) -> bool {
    page.household != page.customer.household
}

/// Opens the form for the jar that is chosen on the page, or for a new one.
pub(super) fn edit_jar(model: &mut Model) -> Vec<Effect> {
    let form = match model.overlays.last() {
        Some(Overlay::Page(sheet)) => JarForm::open(model, &sheet.page, sheet.selected()),
        Some(Overlay::Why(_) | Overlay::Statement(_) | Overlay::Journal(_)) => return Vec::new(),
        Some(
            Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_)
            | Overlay::Help(_)
            | Overlay::Form(_),
        )
        | None => return Vec::new(),
    };
    open(model, form)
}

/// Opens the form for the level seen in a jar: in the one that is chosen on the page, or else in
/// the only one of the selected customer, which has to be asked for.
pub(super) fn read_jar(model: &mut Model) -> Vec<Effect> {
    let chosen = model.page_sheet().and_then(|sheet| {
        let target = Target::of_page_jar(&sheet.page, sheet.selected()?);
        Some(Bring::read(model, &target))
    });
    match (chosen, model.subject()) {
        (Some(sheet), _) => return open(model, sheet),
        (None, Some(who)) => return ask(Question::OnlyJar(who)),
        (None, None) => results::remark(model, "nobody-selected"),
    }
    Vec::new()
}

/// A customer who is with us leaves, after a reason; one who has left comes back at once.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let gone = model.page().filter(|page| page.customer.left.is_some());
    match gone.map(|page| page.customer.id) {
        Some(customer) => perform(Command::ReturnCustomer { customer }),
        None => on_page(model, HouseholdForm::leave),
    }
}

/// Opens a form about a file; one job is enough at a time.
pub(super) fn files(model: &mut Model, files: Files) -> Vec<Effect> {
    if super::jobs::is_busy(model) {
        return Vec::new();
    }
    open(model, files.open(model))
}

/// Opens the form for a paper of the selected customer; one job is enough at a time.
pub(super) fn paper(model: &mut Model) -> Vec<Effect> {
    match (model.subject(), model.job.is_some()) {
        (Some(who), false) => return open(model, PaperForm::open(model, &who)),
        (Some(_), true) => results::remark(model, "job-busy"),
        (None, _) => results::remark(model, "nobody-selected"),
    }
    Vec::new()
}

/// Asks for what the name of a file begins with.
pub(super) fn complete(model: &Model) -> Vec<Effect> {
    let typed = model.form().map(|form| form.text(FieldId::File).to_owned());
    typed.into_iter().map(|text| Effect::Ask(Question::CompletePath(text))).collect()
}

/// Puts the completed name of a file into its field. Where nothing can be added, the names that begin so are
/// shown; with one of them, or none, the focus goes to the next field.
pub(super) fn completed(model: &mut Model, typed: &str, completion: &PathCompletion) {
    let PathCompletion { text, names } = completion;
    let Some(form) = model.form_mut().filter(|form| form.text(FieldId::File) == typed) else {
        return;
    };
    if text != typed {
        form.focus(FieldId::File);
        form.replace(text.clone());
    } else if names.is_empty() {
        form.go(1);
    } else {
        let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
        let text = shown.join(&model.words.text("between-goods"));
        results::show_toast(model, Sentence { text, hint: None }, ToastKind::Plain);
    }
}

pub(super) fn go(model: &mut Model, by: isize) {
    if let Some(Overlay::Form(sheet)) = model.overlays.last_mut() {
        sheet.form.go(by);
    }
}

/// Changes the form so that it stays within the credit limit.
pub(super) fn within_limit(model: &mut Model, change: fn(&Model, &mut FormSheet) -> bool) {
    let Some(Overlay::Form(mut sheet)) = model.overlays.pop() else { return };
    let is_changed = change(model, &mut sheet);
    model.overlays.push(Overlay::Form(sheet));
    if !is_changed {
        results::remark(model, "within-limit");
    }
}

/// Does what the form asks for; the form stays until it is done, but makes room for a job.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Form(mut sheet)) = model.overlays.pop() else {
        return refresh(model);
    };
    if sheet.form.is_partial() && !sheet.form.is_changed() {
        // A field that was opened and not changed needs no saving.
        return Vec::new();
    }
    if let FormKind::Confirm(confirm) = sheet.purpose {
        return confirmed(model, confirm);
    }
    let effect = forms::asks(model, &mut sheet);
    if let Some(Effect::Begin(job)) = &effect {
        if job.is_for_good() {
            let question = Confirm::Begin(job.clone()).open(model);
            model.overlays.extend([sheet, question].map(Overlay::Form));
            return Vec::new();
        }
        model.job = Some(RunningJob::new(job.clone(), Some(sheet)));
    } else if !matches!(effect, Some(Effect::Ask(_))) {
        sheet.saving = effect.is_some();
        let copied = match &sheet.purpose {
            FormKind::Reminder(reminder) if sheet.saving => reminder.copied(&sheet.form),
            _ => None,
        };
        model.overlays.push(Overlay::Form(sheet));
        return copied.map(Effect::Copy).into_iter().chain(effect).collect();
    }
    effect.into_iter().collect()
}

/// Does what a question was asked about. The form that it is about lies below it.
fn confirmed(model: &mut Model, confirm: Confirm) -> Vec<Effect> {
    match confirm {
        Confirm::Begin(job) => {
            let Some(Overlay::Form(sheet)) = model.overlays.pop() else { return Vec::new() };
            model.job = Some(RunningJob::new(job.clone(), Some(sheet)));
            vec![Effect::Begin(job)]
        }
        Confirm::Drop => {
            model.overlays.pop();
            Vec::new()
        }
        Confirm::Quit => {
            model.leaving = true;
            Vec::new()
        }
        Confirm::Retire(product, _) => perform(Command::RetireProduct { product, on: model.today }),
        Confirm::Undo(line, _) => perform(Command::Undo(line)),
    }
}

/// Puts a question over whatever is shown.
pub(super) fn ask_first(model: &mut Model, confirm: Confirm) -> Vec<Effect> {
    let question = confirm.open(model);
    model.overlays.push(Overlay::Form(question));
    Vec::new()
}

/// Returns whether the topmost overlay is a form with something typed that would be lost.
pub(super) fn holds_typed(model: &Model) -> bool {
    model.overlays.last().is_some_and(is_filled)
}

/// Returns whether an overlay is a form with something typed. A filter, and a field that is edited
/// in its row of the page, are typed again as fast as a question about them is answered.
fn is_filled(overlay: &Overlay) -> bool {
    let Overlay::Form(sheet) = overlay else { return false };
    let is_filter = matches!(sheet.purpose, FormKind::Which(_));
    !is_filter && !sheet.form.is_partial() && sheet.form.is_changed()
}

/// Leaves the program; a form with something typed is asked about first, once.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    let is_asked = model.place() == KeyContext::Confirm;
    if !is_asked && model.lock_wait.is_none() && model.overlays.iter().any(is_filled) {
        return ask_first(model, Confirm::Quit);
    }
    model.leaving = true;
    Vec::new()
}
