//! Prepaid tickets at the door and in the form of a book.

use super::*;
use crate::domain::delivery::DeliveryReport;
use crate::domain::tab::OverLimit;
use crate::domain::ticket::{NewTicketBook, TicketPayment, TicketRefund};
use crate::tui::model::{FilterField, Found};

/// The form at the door of a customer with seven tickets, for ten units that cost 50 each.
fn at_the_door() -> Model {
    let mut model = model(Screen::Deliveries);
    let mut stop = promised(1);
    for goods in &mut stop.goods {
        goods.tickets = 7;
    }
    let (load, due) = (Vec::new(), Money::ZERO);
    let round = crate::reports::Round { day: today(), stops: vec![stop], load, due };
    let day = crate::app::DayRound { round, finished: Vec::new(), whole: true };
    answer(&mut model, Answer::Round(day));
    act(&mut model, Intent::Done);
    model
}

#[test]
fn tickets_pay_for_the_units_delivered_unless_another_number_is_typed() {
    for (delivered, typed, used, charged) in [
        ("10", "", 7, "150"),
        ("3", "", 3, "0"),
        ("3.5", "", 3, "25"),
        ("10", "2", 2, "400"),
        ("10", "0", 0, "500"),
    ] {
        let mut model = at_the_door();
        fill(&mut model, FieldId::Brought(0), delivered);
        fill(&mut model, FieldId::Tickets(0), typed);
        // Beside the field for the payment stands what is charged.
        step_field(&mut model);
        let aside =
            model.form().and_then(|form| form.field(FieldId::Paid)).map(|f| f.aside.clone());
        assert!(
            aside.as_ref().is_some_and(|aside| aside.ends_with(&format!(" {charged}"))),
            "{aside:?}"
        );
        let Some(Command::Deliver(DeliveryReport { tickets, .. })) = save(&mut model) else {
            panic!("{delivered} {typed}: {:?}", wrong(&model));
        };
        let all: u32 = tickets.iter().map(|(_, tickets)| *tickets).sum();
        assert_eq!(all, used, "{delivered} {typed}");
    }
}

/// Goes to the next field, which refreshes the remarks.
fn step_field(model: &mut Model) {
    act(model, Intent::NextField);
}

/// Finds the water in the focused field for a product.
fn choose_water(model: &mut Model) {
    type_text(model, "w");
    let (which, unit) = (FilterField::Product(ProductId::new(3)), "bottle".to_owned());
    let found = vec![Found { which, name: "water".to_owned(), unit }];
    answer(model, Answer::Found("w".to_owned(), found));
    act(model, Intent::Take);
}

#[test]
fn a_book_is_sold_for_money_or_on_the_tab() {
    for (on_tab, payment) in
        [(false, TicketPayment::Now("cash".to_owned())), (true, TicketPayment::OnTab)]
    {
        let mut model = on_page(1, &[1]);
        act(&mut model, Intent::SellTickets);
        choose_water(&mut model);
        fill(&mut model, FieldId::Quantity, "10");
        fill(&mut model, FieldId::Free, "1");
        fill(&mut model, FieldId::Price, "180");
        fill(&mut model, FieldId::Until, "2026-12-31");
        if on_tab {
            if let Some(form) = model.form_mut() {
                form.focus(FieldId::Kind);
            }
            type_text(&mut model, " ");
        }
        let book = NewTicketBook {
            customer: CustomerId::new(1),
            product: ProductId::new(3),
            paid: 10,
            free: 1,
            price: Some(money(180)),
            on: today(),
            expires: Some(day("2026-12-31")),
            payment,
            over: OverLimit::Refuse,
        };
        assert_eq!(save(&mut model), Some(Command::SellTickets(book)), "{:?}", wrong(&model));
    }
}

#[test]
fn a_book_expires_as_the_shop_has_set_unless_the_field_is_emptied() {
    let expires = |typed: Option<&str>| {
        let mut model = on_page(1, &[1]);
        model.shop.tickets_valid = Some(30);
        act(&mut model, Intent::SellTickets);
        choose_water(&mut model);
        fill(&mut model, FieldId::Quantity, "10");
        if let Some(typed) = typed {
            fill(&mut model, FieldId::Until, typed);
        }
        match save(&mut model) {
            Some(Command::SellTickets(book)) => book.expires,
            other => panic!("{other:?} {:?}", wrong(&model)),
        }
    };
    assert_eq!(expires(None), today().checked_add_days(chrono::Days::new(30)));
    assert_eq!(expires(Some("")), None);
}

#[test]
fn tickets_are_refunded_for_money_or_as_credit() {
    for (typed, tickets, on_tab) in [("", None, false), ("3", Some(3), true)] {
        let mut model = on_page(1, &[1]);
        act(&mut model, Intent::RefundTickets);
        choose_water(&mut model);
        fill(&mut model, FieldId::Quantity, typed);
        if on_tab {
            model.form_mut().unwrap().focus(FieldId::Kind);
            type_text(&mut model, " ");
        }
        let payment = match on_tab {
            true => TicketPayment::OnTab,
            false => TicketPayment::Now("cash".to_owned()),
        };
        let (customer, product, on) = (CustomerId::new(1), ProductId::new(3), today());
        let refund = TicketRefund { customer, product, tickets, on, payment };
        assert_eq!(save(&mut model), Some(Command::RefundTickets(refund)), "{:?}", wrong(&model));
    }
}
