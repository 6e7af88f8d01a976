//! The form that refunds prepaid tickets.

use super::{FormKind, jar, read};
use crate::domain::Command;
use crate::domain::id::CustomerId;
use crate::domain::payment::methods;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::domain::ticket::{TicketPayment, TicketRefund, parse_tickets};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, LookupKind, Model, Target};

/// Tickets being refunded.
#[derive(Clone, PartialEq, Debug)]
pub struct TicketRefundForm(CustomerId);

impl TicketRefundForm {
    /// Returns the form for tickets, whose money is returned at once unless the tab is chosen.
    pub fn open(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let payments = ["ticket-refund-now", "ticket-refund-credit"].map(|key| words.text(key));
        let methods = methods(&model.shop, words.language());
        let usual = methods.first().cloned().unwrap_or_default();
        let find = words.text("field-find");
        let fields = vec![
            FormField::find(words.text("jar-product"), LookupKind::Product, None, find)
                .id(FieldId::Product)
                .about(Topic::Product),
            FormField::new(
                words.text("column-tickets"),
                String::new(),
                words.text("ticket-refund-all"),
            )
            .id(FieldId::Quantity)
            .about(Topic::Tickets),
            FormField::choice(words.text("ticket-refund-money"), payments.to_vec(), 0)
                .id(FieldId::Kind)
                .with_aside(words.text("field-choice")),
            FormField::new(words.text("payment-method"), usual, words.list(&methods))
                .id(FieldId::Method)
                .of(rules::METHOD),
            read::on(model),
        ];
        let title = words.text("ticket-refund-title");
        let form = Form { title, about: subject.name.clone(), fields, at: 0 };
        let purpose = FormKind::TicketRefund(Self(subject.customer));
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let on = read::day(model, form, FieldId::On);
        let tickets = read::if_typed(model, form, FieldId::Quantity, parse_tickets);
        let product = jar::product(model, form, FieldId::Product);
        let payment = match form.chosen(FieldId::Kind) {
            0 => TicketPayment::Now(form.text(FieldId::Method).to_owned()),
            _ => TicketPayment::OnTab,
        };
        let (customer, product, tickets, on) = (self.0, product?, tickets?, on?);
        Some(Command::RefundTickets(TicketRefund { customer, product, tickets, on, payment }))
    }
}
