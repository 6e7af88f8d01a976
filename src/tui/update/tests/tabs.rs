//! The list of tabs and the statement of one.

use super::*;
use crate::domain::customer::CustomerField;
use crate::domain::entry::{Entry, EntryDetails, EntryMove, RepeatedPayment};
use crate::domain::id::{DeliveryId, EntryId};
use crate::domain::payment_record::PaymentHistory;
use crate::domain::refusal::Topic;
use crate::domain::tab::{Ageing, EntryKind, OverLimit, Statement, StatementLine};
use crate::i18n::Sentence;

fn listed(rows: Vec<TabRow>) -> Model {
    let mut model = model(Screen::Tabs);
    let request = model.tabs.window.first(0);
    answer(&mut model, Answer::Tabs(request, rows));
    model
}

fn statement(balance: i64) -> Answer {
    let ageing = Ageing { not_due: money(balance), ..Ageing::default() };
    let (balance, held, credit) = (money(balance), Money::ZERO, Money::ZERO);
    let lines = Vec::new();
    let statement = Statement {
        lines,
        balance,
        held,
        credit,
        ageing,
        oldest_due: None,
        history: PaymentHistory::default(),
        goods: DeliveredGoods::default(),
        promised: None,
        trust: None,
    };
    Answer::Statement(Box::new(customer(1).customer), statement)
}

#[test]
fn a_payment_proposes_what_is_due() {
    let mut model = listed(vec![tab(1, 880)]);
    act(&mut model, Intent::Pay);
    assert_eq!(
        save(&mut model),
        Some(Command::AddEntry {
            customer: CustomerId::new(1),
            kind: EntryKind::Payment,
            amount: money(880),
            on: today(),
            method: "cash".to_owned(),
            note: String::new(),
            over: OverLimit::Refuse,
            details: EntryDetails::default(),
        })
    );
}

// C5
#[test]
fn a_charge_beyond_the_limit_is_saved_by_a_second_enter_until_the_amount_changes() {
    let over = |model: &mut Model| match save(model) {
        Some(Command::AddEntry { over, .. }) => over,
        other => panic!("{other:?}"),
    };
    let refuse = |model: &mut Model| {
        let refused = Sentence { text: "over the limit".to_owned(), hint: None };
        let about = Some(Topic::CustomerField(CustomerField::Limit));
        update(model, Msg::Failed(refused, about));
    };
    let mut model = listed(vec![tab(1, 880)]);
    act(&mut model, Intent::Entry);
    fill(&mut model, FieldId::Amount, "70");
    assert_eq!(over(&mut model), OverLimit::Refuse);
    refuse(&mut model);
    assert_eq!(over(&mut model), OverLimit::Accept);
    refuse(&mut model);
    fill(&mut model, FieldId::Amount, "700");
    assert_eq!(over(&mut model), OverLimit::Refuse);
}

#[test]
fn a_payment_that_seems_to_be_typed_twice_is_saved_by_a_second_enter_until_the_amount_changes() {
    let repeated = |model: &mut Model| match save(model) {
        Some(Command::AddEntry { details, .. }) => details.repeated,
        other => panic!("{other:?}"),
    };
    let refuse = |model: &mut Model| {
        let refused = Sentence { text: "the same payment".to_owned(), hint: None };
        update(model, Msg::Failed(refused, Some(Topic::Entry)));
    };
    let mut model = listed(vec![tab(1, 880)]);
    act(&mut model, Intent::Pay);
    assert_eq!(repeated(&mut model), RepeatedPayment::Refuse);
    refuse(&mut model);
    assert_eq!(repeated(&mut model), RepeatedPayment::Accept);
    refuse(&mut model);
    fill(&mut model, FieldId::Amount, "70");
    assert_eq!(repeated(&mut model), RepeatedPayment::Refuse);
}

#[test]
fn what_is_hidden_on_the_screen_is_not_proposed_in_a_form() {
    let mut model = listed(vec![tab(1, 880)]);
    act(&mut model, Intent::Veil);
    act(&mut model, Intent::Pay);
    assert_eq!(model.form().map(|form| form.text(FieldId::Amount)), Some(""));
}

#[test]
fn a_statement_is_read_again_in_its_place_and_not_opened_twice() {
    let mut model = listed(vec![tab(1, 880)]);
    let questions = asked(act(&mut model, Intent::Statement));
    assert_eq!(questions, [Question::Statement(CustomerId::new(1))]);
    answer(&mut model, statement(880));
    answer(&mut model, statement(80));
    assert_eq!(model.overlays.len(), 1);
    let Some(Overlay::Statement(sheet)) = model.overlays.last() else { panic!("a statement") };
    assert_eq!(sheet.statement.balance, money(80));
}

#[test]
fn another_column_sorts_the_list_from_its_beginning() {
    let mut model = listed(vec![tab(1, 880), tab(2, 5)]);
    let before = model.tabs.window.list.sorted;
    let questions = asked(act(&mut model, Intent::Sort));
    let Some(Question::Tabs(request)) = questions.first() else { panic!("the list") };
    assert_ne!(request.list.sorted, before);
    assert_eq!(request.page, crate::domain::query::Page::First);
    // Rows in the old order do not mix with those in the new one.
    let stale = model.tabs.window.first(0);
    act(&mut model, Intent::Reverse);
    answer(&mut model, Answer::Tabs(stale, vec![tab(7, 7)]));
    assert_eq!(model.tabs.window.rows.len(), 2);
}

// F14.
#[test]
fn why_on_a_list_of_debts_is_about_the_debt() {
    let mut model = listed(vec![tab(1, 880)]);
    let questions = asked(act(&mut model, Intent::Why));
    assert_eq!(questions, [Question::WhyOwed(CustomerId::new(1))]);
}

#[test]
fn an_entry_of_the_statement_is_corrected_but_not_one_of_a_delivery() {
    let entry = |id: i64, kind: EntryKind, delivery: Option<i64>| StatementLine {
        entry: Entry {
            id: EntryId::new(id),
            customer: CustomerId::new(1),
            on: today(),
            kind,
            amount: kind.signed(money(240)),
            delivery: delivery.map(DeliveryId::new),
            method: String::new(),
            reference: String::new(),
            note: String::new(),
            external: None,
            against: None,
            corrects: None,
            instead_of: None,
        },
        balance: Money::ZERO,
        due: None,
        open: Money::ZERO,
        settles: Vec::new(),
    };
    let mut model = listed(vec![tab(1, 880)]);
    let Answer::Statement(customer, mut sheet) = statement(880) else { return };
    sheet.lines = vec![entry(3, EntryKind::Charge, Some(7)), entry(4, EntryKind::Opening, None)];
    act(&mut model, Intent::Statement);
    answer(&mut model, Answer::Statement(customer.clone(), sheet.clone()));
    act(&mut model, Intent::MoveEntry);
    assert!(model.form().is_none() && model.toast.is_some());

    sheet.lines.extend([entry(5, EntryKind::Charge, None), entry(6, EntryKind::Payment, None)]);
    answer(&mut model, Answer::Statement(customer, sheet));
    act(&mut model, Intent::MoveEntry);
    type_text(&mut model, " ");
    fill(&mut model, FieldId::On, "2026-03-20");
    fill(&mut model, FieldId::Amount, "204");
    let right = EntryMove {
        entry: EntryId::new(5),
        customer: None,
        on: Some(day("2026-03-20")),
        amount: Some(money(204)),
    };
    assert_eq!(save(&mut model), Some(Command::MoveEntry(right)), "{:?}", wrong(&model));
}
