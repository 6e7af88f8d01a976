//! Containers and returned goods, at the door and on the page.

use super::*;
use crate::domain::container::{
    Container, ContainerMoveKind, DepositAmount, DoorContainers, Holding,
};
use crate::domain::delivery::ReturnedStock;
use crate::domain::id::ContainerId;
use crate::tui::model::{FilterField, Found};

fn bottle() -> Container {
    let name = "bottle".to_owned();
    Container { id: ContainerId::new(7), name, deposit: money(50), price: money(80) }
}

/// The page of a customer who holds three bottles.
fn holder() -> Model {
    let held = Holding { container: "bottle".to_owned(), count: 3, since: today() };
    let mut model = model(Screen::Customers);
    let page =
        CustomerPage { containers: vec![held], container_kinds: vec![bottle()], ..*page(1, &[1]) };
    answer(&mut model, Answer::Page(Box::new(page)));
    model
}

#[test]
fn containers_come_back_with_the_usual_deposit_if_it_is_chosen() {
    let mut model = holder();
    act(&mut model, Intent::Containers);
    fill(&mut model, FieldId::Quantity, "2");
    for field in [FieldId::Kind, FieldId::Deposit] {
        model.form_mut().unwrap().focus(field);
        type_text(&mut model, " ");
    }
    let aside = |model: &Model| {
        model.form().and_then(|form| form.field(FieldId::Deposit)).map(|field| field.aside.clone())
    };
    assert_eq!(aside(&model).as_deref(), Some("100"));
    let Some(Command::MoveContainers(new)) = save(&mut model) else { panic!("a move") };
    assert_eq!((new.kind, new.count), (ContainerMoveKind::Returned, 2));
    assert_eq!(new.deposit, Some(DepositAmount::Standard));
    assert_eq!(new.container, Some(ContainerId::new(7)));
}

#[test]
fn a_shop_without_containers_says_how_to_add_them() {
    let mut model = on_page(1, &[1]);
    act(&mut model, Intent::Containers);
    assert!(model.form().is_none());
    assert!(said(&model).contains("container add"), "{}", said(&model));
}

#[test]
fn only_goods_in_containers_have_their_fields_at_the_door() {
    let door = |container: &str| {
        let mut model = model(Screen::Deliveries);
        let goods = vec![Goods { container: container.to_owned(), ..goods(1, 10) }];
        let stop = Stop { goods, ..promised(1) };
        answer(&mut model, deliveries::round(today(), vec![stop], Vec::new()));
        act(&mut model, Intent::Done);
        fill(&mut model, FieldId::ReturnedContainers, "4");
        let Some(Command::Deliver(report)) = save(&mut model) else { panic!("a delivery") };
        report.containers
    };
    assert_eq!(door(""), DoorContainers::default());
    assert_eq!(door("bottle"), DoorContainers { returned: 4, ..DoorContainers::default() });
}

#[test]
fn goods_come_back_only_with_a_reason() {
    let mut model = on_page(1, &[1]);
    act(&mut model, Intent::GiveBack);
    let form = model.form_mut().unwrap();
    form.focus(FieldId::Product);
    let product = Found {
        which: FilterField::Product(ProductId::new(1)),
        name: "rice".to_owned(),
        unit: "kg".to_owned(),
    };
    form.finder_mut().unwrap().taken = Some(product);
    fill(&mut model, FieldId::Quantity, "5");
    assert_eq!(save(&mut model), None);
    assert_eq!(wrong(&model), [FieldId::Reason]);
    fill(&mut model, FieldId::Reason, "weevils");
    let Some(Command::ReturnGoods(new)) = save(&mut model) else { panic!("a return") };
    assert_eq!((new.reason.as_str(), new.stock), ("weevils", ReturnedStock::Restocked));
    assert_eq!(new.lines.first().map(|line| line.quantity), Some(Quantity::whole(5)));
}
