//! The form that sells a book of prepaid tickets, and the fields for tickets in the form of a visit. A field of a visit
//! that is left empty uses a ticket for each whole unit delivered, as far as there are tickets.

use super::{FormKind, jar, read};
use crate::domain::day::{iso, parse_day};
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::payment::methods;
use crate::domain::refusal::Topic;
use crate::domain::tab::OverLimit;
use crate::domain::text::rules;
use crate::domain::ticket::{NewTicketBook, TicketPayment, parse_tickets};
use crate::domain::views::Goods;
use crate::domain::{Command, Quantity};
use crate::tui::model::{FieldId, Form, FormField, FormSheet, LookupKind, Model, Target};

/// A book of tickets being sold.
#[derive(Clone, PartialEq, Debug)]
pub struct TicketForm(CustomerId);

impl TicketForm {
    /// Returns the form for a book, which is paid at once unless the tab is chosen.
    pub fn open(model: &Model, subject: &Target) -> FormSheet {
        let words = &model.words;
        let text = |id: FieldId, label: &str, aside: &str| {
            let aside = if aside.is_empty() { String::new() } else { words.text(aside) };
            FormField::new(words.text(label), String::new(), aside).id(id)
        };
        let payments = ["ticket-paid-now", "ticket-on-tab"].map(|key| words.text(key)).to_vec();
        let methods = methods(&model.shop, words.language());
        let usual = methods.first().cloned().unwrap_or_default();
        let find = words.text("field-find");
        let expires = model.shop.tickets_expire(model.happens_on());
        let fields = vec![
            FormField::find(words.text("jar-product"), LookupKind::Product, None, find)
                .id(FieldId::Product)
                .about(Topic::Product),
            text(FieldId::Quantity, "column-tickets", "").about(Topic::Tickets),
            text(FieldId::Free, "row-free", "ticket-free-aside").about(Topic::Tickets),
            text(FieldId::Price, "ticket-price", "ticket-price-aside").about(Topic::Amount),
            FormField::choice(words.text("ticket-payment"), payments, 0).id(FieldId::Kind),
            FormField::new(words.text("payment-method"), usual, words.list(&methods))
                .id(FieldId::Method)
                .of(rules::METHOD),
            FormField::day(
                words.text("column-expires"),
                expires.map(|day| iso(day).to_string()).unwrap_or_default(),
                words.text("ticket-expires-aside"),
            )
            .id(FieldId::Until)
            .about(Topic::NextDay),
            read::on(model),
        ];
        let title = words.text("ticket-title");
        let form = Form { title, about: subject.name.clone(), fields, at: 0 };
        let purpose = FormKind::Ticket(Self(subject.customer));
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let currency = model.shop.currency;
        let product = jar::product(model, form, FieldId::Product);
        let paid = read::value(model, form, FieldId::Quantity, parse_tickets);
        let free = read::if_typed(model, form, FieldId::Free, parse_tickets);
        let price =
            read::if_typed(model, form, FieldId::Price, |text| currency.parse_at_least_zero(text));
        let days = form.field(FieldId::Until)?.days(model.days());
        let expires = read::if_typed(model, form, FieldId::Until, |text| parse_day(text, days));
        let on = read::day(model, form, FieldId::On);
        let method = form.text(FieldId::Method).to_owned();
        Some(Command::SellTickets(NewTicketBook {
            customer: self.0,
            product: product?,
            paid: paid?,
            free: free?.unwrap_or(0),
            price: price?,
            on: on?,
            expires: expires?,
            payment: match form.chosen(FieldId::Kind) {
                0 => TicketPayment::Now(method),
                _ => TicketPayment::OnTab,
            },
            over: OverLimit::Refuse,
        }))
    }
}

/// Returns a field for each of the goods for which the customer has tickets.
pub(super) fn fields(model: &Model, goods: &[Goods]) -> Vec<FormField> {
    let field = |(index, goods): (usize, &Goods)| {
        let named = [("product", goods.name.as_str().into())];
        let field = FormField::new(
            model.words.format("door-tickets", &named),
            String::new(),
            String::new(),
        );
        field.id(FieldId::Tickets(index)).about(Topic::Tickets)
    };
    goods.iter().enumerate().filter(|(_, goods)| goods.tickets > 0).map(field).collect()
}

/// Returns the number of tickets used for goods; `None` if what is typed cannot be read.
pub(super) fn used(
    form: &Form,
    (index, goods): (usize, &Goods),
    delivered: Quantity,
) -> Option<u32> {
    match form.text(FieldId::Tickets(index)) {
        "" => Some(goods.usual_tickets(delivered)),
        text => parse_tickets(text).ok(),
    }
}

/// Returns the remark beside the tickets: how many of how many are used.
pub(super) fn remark(model: &Model, form: &Form, (index, goods): (usize, &Goods)) -> String {
    let used =
        delivered(form, (index, goods)).and_then(|delivered| used(form, (index, goods), delivered));
    let args = [("used", used.unwrap_or(0).into()), ("left", goods.tickets.into())];
    model.words.format("door-tickets-of", &args)
}

/// Returns the tickets used for all goods; `None` if a field cannot be read, which it then says.
pub(super) fn all_used(
    model: &Model,
    form: &mut Form,
    goods: &[Goods],
) -> Option<Vec<(Option<ProductId>, u32)>> {
    let mut tickets = Vec::new();
    for (index, goods) in goods.iter().enumerate().filter(|(_, goods)| goods.tickets > 0) {
        let typed = read::if_typed(model, form, FieldId::Tickets(index), parse_tickets)?;
        let usual = || {
            delivered(form, (index, goods)).map_or(0, |delivered| goods.usual_tickets(delivered))
        };
        tickets.push((Some(goods.product), typed.unwrap_or_else(usual)));
    }
    tickets.retain(|(_, tickets)| *tickets > 0);
    Some(tickets)
}

fn delivered(form: &Form, (index, goods): (usize, &Goods)) -> Option<Quantity> {
    Quantity::parse_at_least_zero_in(form.text(FieldId::Brought(index)), &goods.unit).ok()
}
