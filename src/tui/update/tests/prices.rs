//! The form that sets a price, and the deposit at the door.

use super::*;
use crate::app::VisitAfter;
use crate::domain::container::{Container, DepositAmount};
use crate::domain::id::{ContainerId, PriceId};
use crate::domain::price::Price;
use crate::tui::model::{FilterField, Found};

fn price(customer: Option<i64>, product: i64) -> Price {
    Price {
        id: PriceId::new(0),
        product: ProductId::new(product),
        customer: customer.map(CustomerId::new),
        least: Quantity::ZERO,
        from: today(),
        amount: Some(money(38)),
    }
}

#[test]
fn a_price_of_a_product_is_for_everybody_from_a_quantity_and_a_day() {
    let mut model = model(Screen::Products);
    let mut set = |typed: [(FieldId, &str); 3]| {
        answer(&mut model, Answer::Products(vec![shelf(2)]));
        act(&mut model, Intent::SetPrice);
        typed.iter().for_each(|(field, text)| fill(&mut model, *field, text));
        let command = save(&mut model);
        model.overlays.clear();
        command
    };
    let (least, from) = (FieldId::Quantity, FieldId::From);
    let plain = set([(FieldId::Price, "38"), (least, ""), (from, "today")]);
    assert_eq!(plain, Some(Command::SetPrice(price(None, 2))));
    let later = set([(FieldId::Price, "38"), (least, "10 kg"), (from, "2026-05-01")]);
    let expected = Price { least: Quantity::whole(10), from: day("2026-05-01"), ..price(None, 2) };
    assert_eq!(later, Some(Command::SetPrice(expected)));
    let ended = set([(FieldId::Price, "none"), (least, ""), (from, "today")]);
    assert_eq!(ended, Some(Command::SetPrice(Price { amount: None, ..price(None, 2) })));
    assert_eq!(set([(FieldId::Price, "dear"), (least, ""), (from, "today")]), None);
}

#[test]
fn a_price_is_set_on_the_page_for_its_customer() {
    let mut model = on_page(1, &[1]);
    act(&mut model, Intent::SetPrice);
    type_text(&mut model, "w");
    let (which, unit) = (FilterField::Product(ProductId::new(3)), "bottle".to_owned());
    let found = vec![Found { which, name: "water".to_owned(), unit }];
    answer(&mut model, Answer::Found("w".to_owned(), found));
    act(&mut model, Intent::Take);
    fill(&mut model, FieldId::Price, "38");
    assert_eq!(save(&mut model), Some(Command::SetPrice(price(Some(1), 3))), "{:?}", wrong(&model));
}

#[test]
fn the_deposit_at_the_door_is_for_the_containers_that_stay() {
    for (returned, remark) in
        [("4", "300 for 6 bottle"), ("10", ""), ("12", "100 back for 2 bottle")]
    {
        let mut model = model(Screen::Deliveries);
        let goods = vec![Goods { container: "bottle".to_owned(), ..goods(1, 10) }];
        answer(
            &mut model,
            deliveries::round(today(), vec![Stop { goods, ..promised(1) }], Vec::new()),
        );
        let asked = act(&mut model, Intent::Done);
        fill(&mut model, FieldId::ReturnedContainers, returned);
        let asked = asked.into_iter().chain(act(&mut model, Intent::NextField));
        let visit = asked.into_iter().find_map(|effect| match effect {
            Effect::AskInBackground(Question::AfterVisit(visit)) => Some(visit),
            _ => None,
        });
        let kind = Container {
            id: ContainerId::new(7),
            name: "bottle".to_owned(),
            deposit: money(50),
            price: money(80),
        };
        let after = VisitAfter { container_kinds: vec![kind], ..VisitAfter::default() };
        answer(&mut model, Answer::AfterVisit(visit.unwrap(), after));
        let form = model.form_mut().unwrap();
        form.focus(FieldId::Deposit);
        type_text(&mut model, " ");
        let aside =
            model.form().and_then(|form| form.field(FieldId::Deposit)).unwrap().aside.clone();
        assert_eq!(aside, remark);
        let Some(Command::Deliver(report)) = save(&mut model) else { panic!("a delivery") };
        assert_eq!(report.containers.deposit, Some(DepositAmount::Standard));
    }
}
