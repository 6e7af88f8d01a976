//! The fields for prepaid tickets in the form of a visit. A field that is left empty uses a ticket for each whole unit
//! delivered, as far as there are tickets.

use super::read;
use crate::domain::Quantity;
use crate::domain::id::ProductId;
use crate::domain::refusal::Topic;
use crate::domain::ticket::parse_tickets;
use crate::domain::views::Goods;
use crate::tui::model::{FieldId, Form, FormField, Model};

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
