//! Opening forms over what is shown, and saving what was typed into them.

use super::acting::perform;
use super::{refresh, telling};
use crate::reports::{CustomerPage, Shelf};
use crate::tui::model::{FormSheet, Model, Overlay, Subject};
use crate::tui::msg::Effect;
use crate::tui::overlays::{Customer, Jar};

/// Opens a form about the selected product.
pub(super) fn on_shelf(
    model: &mut Model,
    form: impl FnOnce(&Model, &Shelf) -> FormSheet,
) -> Vec<Effect> {
    match model.products.rows.selected().map(|shelf| form(model, shelf)) {
        Some(sheet) => return put(model, sheet),
        None => telling::remark(model, "nobody-selected"),
    }
    Vec::new()
}

/// Opens a form about the selected row, or says why there is none.
pub(super) fn on_row(
    model: &mut Model,
    otherwise: &str,
    open: impl FnOnce(&Model, &Subject) -> Option<FormSheet>,
) -> Vec<Effect> {
    let subject = model.subject();
    match subject.as_ref().and_then(|subject| open(model, subject)) {
        Some(sheet) => return put(model, sheet),
        None if subject.is_none() => telling::remark(model, "nobody-selected"),
        None => telling::remark(model, otherwise),
    }
    Vec::new()
}

/// Puts a form over whatever is shown.
pub(super) fn put(model: &mut Model, sheet: FormSheet) -> Vec<Effect> {
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
        Some(sheet) => put(model, sheet),
        None => Vec::new(),
    }
}

/// Opens the form for what is known of a customer.
pub(super) fn edit_customer(model: &mut Model) -> Vec<Effect> {
    let sheet = match model.page() {
        Some(page) => Some(Customer::edit(model, &page.customer, page.referred_by.as_ref())),
        None => {
            model.customers.window.selected().map(|row| Customer::edit(model, &row.customer, None))
        }
    };
    match sheet {
        Some(sheet) => return put(model, sheet),
        None => telling::remark(model, "nobody-selected"),
    }
    Vec::new()
}

/// Opens the form for the jar that is chosen on the page, or for a new one.
pub(super) fn edit_jar(model: &mut Model) -> Vec<Effect> {
    let form = match model.overlays.last() {
        Some(Overlay::Page(sheet)) => Jar::open(model, &sheet.page, sheet.selected()),
        Some(Overlay::Why(_) | Overlay::Statement(_) | Overlay::Journal(_)) => return Vec::new(),
        Some(Overlay::Help(_) | Overlay::Form(_)) | None => return Vec::new(),
    };
    put(model, form)
}

/// Gives the focus to the field `by` fields further.
pub(super) fn go(model: &mut Model, by: isize) {
    if let Some(Overlay::Form(sheet)) = model.overlays.last_mut() {
        sheet.form.go(by);
    }
}

/// Performs what the form asks for; the form stays until it is done.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Form(mut sheet)) = model.overlays.pop() else {
        return refresh(model);
    };
    let command = sheet.purpose.command(model, &mut sheet.form);
    sheet.saving = command.is_some();
    model.overlays.push(Overlay::Form(sheet));
    command.map(perform).unwrap_or_default()
}
