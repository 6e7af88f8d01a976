//! The store room: goods that came in, and what was counted.

use super::Purpose;
use crate::domain::id::ProductId;
use crate::domain::{Command, Quantity};
use crate::reports::Shelf;
use crate::tui::model::{Form, FormField, FormSheet, Model};
use crate::words::Veil;

/// What is written down about a product's stock.
#[derive(Clone, PartialEq, Debug)]
pub enum Stock {
    /// Goods came in.
    Receive(ProductId),
    /// It was counted.
    Count(ProductId),
}

impl Stock {
    /// The form for goods that came in: how much, and what a unit cost, as it did the last time.
    pub fn receive(model: &Model, shelf: &Shelf) -> FormSheet {
        let (words, product) = (&model.words, &shelf.product);
        let pack = product.pack.map(|pack| pack.to_string()).unwrap_or_default();
        let cost = match product.cost {
            cost if cost.is_positive() && words.veil() == Veil::Off => {
                model.shop.currency.plain(cost).to_string()
            }
            _ => String::new(),
        };
        let fields = vec![
            FormField::new(words.say("receive-quantity"), pack, product.unit.clone()),
            FormField::new(words.say("receive-cost"), cost, words.say("receive-cost-aside")),
        ];
        sheet(words.say("receive-title"), shelf, fields, Self::Receive(product.id))
    }

    /// The form for what was counted, with what should be there.
    pub fn count(model: &Model, shelf: &Shelf) -> FormSheet {
        let (words, product) = (&model.words, &shelf.product);
        let thought = shelf.stock.max(Quantity::ZERO).to_string();
        let field = FormField::new(words.say("count-quantity"), thought, product.unit.clone());
        sheet(words.say("count-title"), shelf, vec![field], Self::Count(product.id))
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let on = model.today;
        let parse = match self {
            Self::Receive(_) => Quantity::parse_positive,
            Self::Count(_) => Quantity::parse_at_least_zero,
        };
        let quantity = match parse(form.text(0)) {
            Ok(quantity) => quantity,
            Err(error) => {
                form.refuse(0, model.words.number_error(&error));
                return None;
            }
        };
        let product = match self {
            Self::Count(product) => {
                return Some(Command::CountStock { product: *product, quantity, on });
            }
            Self::Receive(product) => *product,
        };
        let cost = match form.text(1) {
            "" => None,
            typed => match model.shop.currency.parse_at_least_zero(typed) {
                Ok(cost) => Some(cost),
                Err(error) => {
                    form.refuse(1, model.words.number_error(&error));
                    return None;
                }
            },
        };
        Some(Command::ReceiveStock { product, quantity, cost, on })
    }
}

fn sheet(title: String, shelf: &Shelf, fields: Vec<FormField>, purpose: Stock) -> FormSheet {
    let form = Form { title, about: shelf.product.name.clone(), fields, at: 0 };
    FormSheet { purpose: Purpose::Stock(purpose), form, also: Vec::new(), saving: false }
}
