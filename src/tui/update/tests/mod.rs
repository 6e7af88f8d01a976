//! Update without a database: events go in; the model and the effects that come out are compared.
//!
//! One file for each screen and overlay, and one for the forms. This file makes the rows that the
//! store would answer with.

mod complaints;
mod containers;
mod customers;
mod deliveries;
mod figures;
mod filled_forms;
mod follow_ups;
mod overlays;
mod palette;
mod prices;
mod tabs;
mod tickets;
mod today;

use super::update;
use crate::domain::customer::{Customer, Household};
use crate::domain::day::{Weekdays, parse_iso};
use crate::domain::delivery::{DeliveryStage, DoorChecklist};
use crate::domain::follow_up::{FollowUp, FollowUpRef, FollowUpStage};
use crate::domain::forecast::{RateChange, RateSource};
use crate::domain::id::{CustomerId, DeliveryId, FollowUpId, JarId, ProductId};
use crate::domain::jar::{Jar, Strategy};
use crate::domain::payday::Payday;
use crate::domain::payment_record::PaymentRecord;
use crate::domain::price::UnitPrices;
use crate::domain::product::Product;
use crate::domain::shop::{Language, ServiceLevel, Shop};
use crate::domain::tab::DeliveredGoods;
use crate::domain::urgency::Urgency;
use crate::domain::views::{
    AccountStatus, CustomerLabel, CustomerRow, DeliveryGoods, FollowUpRow, Goods, JarRow, TabRow,
};
use crate::domain::{Command, Currency, Day, Money, Quantity};
use crate::i18n::Localizer;
use crate::reports::customer_page::PageJar;
use crate::reports::round::{RoundOutcome, Stop};
use crate::reports::{CustomerPage, Shelf};
use crate::tui::keymap::{Intent, Screen, Step};
use crate::tui::model::{FieldId, Model, Overlay};
use crate::tui::msg::{Answer, Effect, Msg, Question};

/// A Friday.
fn today() -> Day {
    day("2026-03-27")
}

fn day(iso: &str) -> Day {
    parse_iso(iso).unwrap_or_default()
}

/// A model of a shop of which nothing has been read, on a screen.
fn model(screen: Screen) -> Model {
    let currency = Currency::from_code("TWD").unwrap_or_else(|_| unreachable!());
    let shop = Shop {
        name: "Rice".to_owned(),
        currency,
        language: None,
        service_level: ServiceLevel::DEFAULT,
        grace_days: 0,
        delivery_days: Weekdays::default(),
        holidays: Default::default(),
        areas: Vec::new(),
        daily_capacity: None,
        date_order: None,
        rules_off: Default::default(),
        credit_limit: None,
        tickets_valid: None,
        contact: Default::default(),
        ageing: Default::default(),
        methods: Vec::new(),
        reminders: Default::default(),
        complaint_kinds: Vec::new(),
    };
    let words = Localizer::new(Language::English, currency);
    let mut model = Model::new(words, shop, today(), Default::default(), (120, 40));
    model.screen = screen;
    model
}

fn act(model: &mut Model, intent: Intent) -> Vec<Effect> {
    update(model, Msg::Act(intent))
}

fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    act(model, Intent::Move(step))
}

fn type_text(model: &mut Model, text: &str) -> Vec<Effect> {
    update(model, Msg::Type(text.to_owned()))
}

fn answer(model: &mut Model, answer: Answer) -> Vec<Effect> {
    update(model, Msg::Answered(Box::new(answer)))
}

/// Replaces the text of a field of the open form, as if it had been typed. A form without the field
/// stays as it is.
fn fill(model: &mut Model, field: FieldId, text: &str) {
    if let Some(form) = model.form_mut()
        && form.field_mut(field).is_some()
    {
        form.focus(field);
        form.replace(text.to_owned());
    }
}

/// Saves the open form; returns its command, or none if the form was refused.
fn save(model: &mut Model) -> Option<Command> {
    performed(act(model, Intent::Save))
}

/// Returns the command among some effects.
fn performed(effects: Vec<Effect>) -> Option<Command> {
    effects.into_iter().find_map(|effect| match effect {
        Effect::Perform(command) => Some(*command),
        _ => None,
    })
}

/// Returns the questions among some effects, at once or in the background.
fn asked(effects: Vec<Effect>) -> Vec<Question> {
    let question = |effect| match effect {
        Effect::Ask(question) | Effect::AskInBackground(question) => Some(question),
        _ => None,
    };
    effects.into_iter().filter_map(question).collect()
}

/// Returns the fields of the open form that show an error.
fn wrong(model: &Model) -> Vec<FieldId> {
    let fields = model.form().map(|form| form.fields.as_slice()).unwrap_or_default();
    fields.iter().filter(|field| field.wrong.is_some()).filter_map(|field| field.id).collect()
}

/// Returns the text of the message that is shown.
fn said(model: &Model) -> &str {
    model.toast.as_ref().map(|toast| toast.said.text.as_str()).unwrap_or_default()
}

fn money(units: i64) -> Money {
    Money::from_minor(units)
}

fn who(id: i64) -> CustomerLabel {
    CustomerLabel {
        id: CustomerId::new(id),
        code: format!("C{id:03}"),
        name: format!("Family {id}"),
        area: "River".to_owned(),
        address: String::new(),
    }
}

fn customer(id: i64) -> CustomerRow {
    let CustomerLabel { id, code, name, .. } = who(id);
    CustomerRow {
        customer: Customer::new(id, code, name, today()),
        household: Household::default(),
        standing: AccountStatus::default(),
        next_empty: None,
        last_mood: None,
    }
}

fn goods(product: i64, quantity: i64) -> Goods {
    Goods {
        tickets: 0,
        product: ProductId::new(product),
        name: format!("product {product}"),
        unit: "kg".to_owned(),
        quantity: Quantity::whole(quantity),
        prices: UnitPrices::undated(None, money(50)),
        checklist: DoorChecklist::Rice,
        container: String::new(),
    }
}

/// A stop that only the forecast proposes.
fn proposed(id: i64) -> Stop {
    Stop {
        who: who(id),
        delivery: None,
        day: today(),
        urgency: Urgency::WindowOpen,
        late_since: None,
        goods: vec![goods(1, 10)],
        proposed: Vec::new(),
        first_jar: None,
        smaller: Vec::new(),
        look_into: Vec::new(),
        level: None,
        runs_out: None,
        balance: Money::ZERO,
        limit: None,
        due: Money::ZERO,
        door_note: String::new(),
        away: None,
        chosen: None,
        outcome: None,
    }
}

/// A stop that was promised for today.
fn promised(id: i64) -> Stop {
    Stop { delivery: Some(DeliveryId::new(100 + id)), ..proposed(id) }
}

/// A stop whose goods were delivered.
fn finished(id: i64) -> Stop {
    let stage = DeliveryStage::Done;
    let line = DeliveryGoods {
        tickets_used: 0,
        goods: goods(1, 10),
        delivered: Some(Quantity::whole(10)),
        price: Some(money(50)),
        jar: None,
    };
    let outcome =
        RoundOutcome { stage, charged: money(500), lines: vec![line], reason: String::new() };
    Stop { outcome: Some(outcome), ..promised(id) }
}

/// A tab with a debt that fell due some days ago.
fn tab(id: i64, owed: i64) -> TabRow {
    TabRow {
        who: who(id),
        phone: String::new(),
        payday: Payday::NONE,
        standing: AccountStatus {
            balance: money(owed),
            open: vec![(day("2026-03-20"), money(owed))],
            ..AccountStatus::default()
        },
        promised: None,
        trust: None,
        has_complaint: false,
    }
}

fn follow_up(id: i64) -> FollowUpRow {
    FollowUpRow {
        follow_up: FollowUp {
            id: FollowUpId::new(id),
            ..FollowUp::new(CustomerId::new(id), "ask", today())
        },
        meant: FollowUpRef::Recorded(FollowUpId::new(id)),
        who: who(id),
        phone: String::new(),
        last_words: String::new(),
        last_mood: None,
        balance: Money::ZERO,
        complaint: None,
    }
}

fn jar_row(id: i64, product: i64) -> JarRow {
    let since = day("2026-03-01");
    JarRow {
        jar: JarId::new(10 * id + product),
        who: who(id),
        goods: goods(product, 10),
        capacity: None,
        strategy: Strategy::default(),
        anchor: today(),
        level: Quantity::whole(5),
        seen: true,
        rate: 0.5,
        source: RateSource::People,
        intervals: 0,
        earliest: today(),
        low: today(),
        likely: day("2026-04-03"),
        high: today(),
        safe: today(),
        latest: None,
        change: Some(RateChange { since, intervals: 3, before: 0.5, after: 0.7 }),
        weekdays: Weekdays::default(),
        skip: None,
        pack: None,
        level_sd: 0.0,
        rate_spread: 0.0,
        calculated: None,
        absences: Vec::new(),
        standing: AccountStatus::default(),
    }
}

/// The page of a customer with a jar of each of these products, in the order of their empty days.
fn page(id: i64, products: &[i64]) -> Box<CustomerPage> {
    let row = customer(id);
    let jars = products.iter().map(|product| PageJar {
        jar: Jar::new(JarId::new(10 * id + product), CustomerId::new(id), ProductId::new(*product)),
        product: format!("product {product}"),
        unit: "kg".to_owned(),
        prices: UnitPrices::undated(None, money(50)),
        checklist: DoorChecklist::Rice,
        container: String::new(),
        forecast: Some(jar_row(id, *product)),
        level: None,
    });
    Box::new(CustomerPage {
        tickets: Vec::new(),
        day: today(),
        household: row.household,
        customer: row.customer,
        referred_by: None,
        standing: row.standing,
        held: Money::ZERO,
        record: PaymentRecord::default(),
        trust: None,
        purchases: None,
        promised: None,
        jars: jars.collect(),
        paydays: Vec::new(),
        away: Vec::new(),
        been_away: Vec::new(),
        changes: Vec::new(),
        planned: Vec::new(),
        delivered: Vec::new(),
        entries: Vec::new(),
        goods: DeliveredGoods::default(),
        contacts: Vec::new(),
        readings: Vec::new(),
        closed: Vec::new(),
        follow_ups: Vec::new(),
        complaints: Vec::new(),
        skips: Vec::new(),
        containers: Vec::new(),
        container_kinds: Vec::new(),
        prices: Vec::new(),
    })
}

fn shelf(id: i64) -> Shelf {
    let name = format!("product {id}");
    Shelf {
        next_price: None,
        product: Product::new(ProductId::new(id), name, "kg".to_owned(), money(30)),
        stock: Quantity::whole(100),
        sold: Quantity::ZERO,
        days_left: None,
        need: Quantity::ZERO,
        missing: Quantity::ZERO,
        by: None,
    }
}

/// A model whose topmost overlay is a page.
fn on_page(id: i64, products: &[i64]) -> Model {
    let mut model = model(Screen::Customers);
    answer(&mut model, Answer::Page(page(id, products)));
    assert!(matches!(model.overlays.last(), Some(Overlay::Page(_))));
    model
}
