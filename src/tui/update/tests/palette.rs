//! The palette and the help: what typing finds, and what choosing does.

use super::*;
use crate::tui::forms::Rules;
use crate::tui::keymap::KeyContext;
use crate::tui::model::{FilterField, Found, LookupKind, Sought};

/// Opens the palette and types into it.
fn look_for(model: &mut Model, text: &str) -> Vec<Effect> {
    act(model, Intent::Palette);
    type_text(model, text)
}

/// Returns the lines that the palette or the help shows.
fn lines(model: &Model) -> Vec<String> {
    let sheet = model.overlays.last().and_then(Overlay::as_help);
    sheet.map(|sheet| sheet.iter().map(|line| line.says.clone()).collect()).unwrap_or_default()
}

// F11
#[test]
fn the_palette_knows_synonyms_of_both_languages_and_the_best_match_is_first() {
    for (typed, first) in [
        ("cash", "Record a payment"),
        ("pay", "Record a payment"),
        ("收钱", "Record a payment"),
        ("sq", "Record a payment"),
        ("undo", "Undo the last change"),
        ("settings", "Edit the rules of the shop"),
        ("设置", "Edit the rules of the shop"),
        ("盘点", "Record a stock count"),
        ("备份", "Copy the whole notebook to a new file"),
        ("reports", "Show Insights"),
    ] {
        let mut model = model(Screen::Customers);
        let window = &mut model.customers.window;
        window.rows.push(customer(1));
        look_for(&mut model, typed);
        assert_eq!(lines(&model).first().map(String::as_str), Some(first), "{typed}");
    }
}

// F11
#[test]
fn a_setting_opens_at_its_field() {
    for (typed, field) in [("holidays", FieldId::Holidays), ("节假日", FieldId::Holidays)] {
        let mut model = model(Screen::Today);
        look_for(&mut model, typed);
        let at = lines(&model).iter().position(|line| line == "Holidays");
        (0..at.unwrap_or(usize::MAX).min(99)).for_each(|_| drop(step(&mut model, Step::Down)));
        act(&mut model, Intent::Choose);
        assert_eq!(model.form().and_then(|form| form.focused()?.id), Some(field), "{typed}");
    }
}

#[test]
fn every_setting_is_in_the_palette() {
    let model = model(Screen::Today);
    let sheet = Rules::open(&model);
    let fields = sheet.form.fields.iter().map(|field| (field.id, field.label.clone()));
    let settings = Rules::SETTINGS.map(|(field, label)| (Some(field), model.words.text(label)));
    assert!(fields.eq(settings));
}

// F11
#[test]
fn what_is_done_on_another_screen_goes_there_and_names_its_key() {
    let mut model = model(Screen::Today);
    look_for(&mut model, "stocktake");
    act(&mut model, Intent::Choose);
    assert_eq!(model.screen, Screen::Products);
    assert_eq!(said(&model), "Select a row and press c: count");
    // What needs no row is done there at once.
    look_for(&mut model, "add a customer");
    act(&mut model, Intent::Choose);
    assert_eq!((model.screen, model.place()), (Screen::Customers, KeyContext::Form));
}

// F11
#[test]
fn what_is_done_on_a_page_opens_the_page_of_the_selected_customer() {
    let mut model = model(Screen::Customers);
    model.customers.window.rows.push(customer(1));
    look_for(&mut model, "vacation");
    let questions = asked(act(&mut model, Intent::Choose));
    assert_eq!(questions, [Question::Page(CustomerId::new(1))]);
    assert_eq!(said(&model), "Now press A: away");
}

// F11
#[test]
fn a_customer_or_a_product_is_found_by_name() {
    let mut model = model(Screen::Today);
    let questions = asked(look_for(&mut model, "fam"));
    let query = || "fam".to_owned();
    let find =
        [LookupKind::Customer, LookupKind::Product].map(|kind| Question::Find(kind, query()));
    assert_eq!(questions, find);
    let found = |which, name: &str| Found { which, name: name.to_owned(), unit: String::new() };
    let family = FilterField::Customer(CustomerId::new(7));
    answer(&mut model, Answer::Found("fa".to_owned(), vec![found(family, "C008 other")]));
    answer(&mut model, Answer::Found(query(), vec![found(family, "C007 Fam Seven")]));
    answer(&mut model, Answer::Found(query(), vec![found(family, "C007 Fam Seven")]));
    let product = FilterField::Product(ProductId::new(2));
    answer(&mut model, Answer::Found(query(), vec![found(product, "fam")]));
    let names: Vec<_> =
        lines(&model).into_iter().filter(|line| line.to_lowercase().contains("fam")).collect();
    assert_eq!(names.iter().filter(|name| name.contains("C00")).count(), 1, "{names:?}");
    assert_eq!(names.first().map(String::as_str), Some("fam"));
    act(&mut model, Intent::Choose);
    assert_eq!(model.screen, Screen::Products);
    assert_eq!(model.sought, Some(Sought::Product("fam".to_owned())));
    look_for(&mut model, "c007");
    answer(&mut model, Answer::Found("c007".to_owned(), vec![found(family, "C007 Fam Seven")]));
    let questions = asked(act(&mut model, Intent::Choose));
    assert_eq!(questions, [Question::Page(CustomerId::new(7))]);
}

// F11
#[test]
fn the_help_is_searched_by_words_of_either_language() {
    for typed in ["cash", "收款", "collect"] {
        let mut model = on_page(1, &[1]);
        act(&mut model, Intent::Help);
        type_text(&mut model, typed);
        assert!(lines(&model).contains(&"Record a payment".to_owned()), "{typed}");
    }
}
