//! Every kind of action has a sentence in both languages, which names what the action was about.

use super::{check, day, name, words};
use crate::domain::action::{
    ActionDetail, ActionEffect, ActionKind, Batch, FollowUpSubject, NamedCustomer, NamedGoods,
    NamedProduct,
};
use crate::domain::contact::CustomerMood;
use crate::domain::container::ContainerMoveKind;
use crate::domain::customer::Channel;
use crate::domain::day::{Period, Weekdays};
use crate::domain::follow_up::Rule;
use crate::domain::id::CustomerId;
use crate::domain::jar::ReadingKind;
use crate::domain::record::ImportTable;
use crate::domain::shop::{Language, ShopSetting};
use crate::domain::tab::EntryKind;
use crate::domain::{Money, Quantity, StableName};

pub(super) fn customer() -> NamedCustomer {
    NamedCustomer {
        id: CustomerId::new(102), code: "C102".to_owned(), name: "林阿嬷".to_owned()
    }
}

fn product(name: &str, unit: &str) -> NamedProduct {
    NamedProduct { name: name.to_owned(), unit: unit.to_owned() }
}

pub(super) fn goods() -> Vec<NamedGoods> {
    vec![NamedGoods { product: product("rice", "kg"), quantity: Quantity::whole(15) }]
}

/// One action of each kind.
fn actions() -> Vec<ActionDetail> {
    use ActionDetail as Did;
    let text = || "cash".to_owned();
    let subject = || FollowUpSubject::Text(text());
    let (amount, quantity) = (Money::from_minor(1240), Quantity::whole(15));
    let (customer, rice) = (customer, || product("rice", "kg"));
    let entry = |kind| Did::EntryAdded { customer: customer(), kind, amount, method: text() };
    let mut actions = vec![
        Did::ShopSet { settings: vec![ShopSetting::GraceDays(3)] },
        Did::CustomerAdded { customer: customer() },
        Did::CustomerEdited { customer: customer() },
        Did::CustomerLeft { customer: customer(), on: day(), reason: text() },
        Did::CustomerReturned { customer: customer() },
        Did::CustomerAway {
            customer: customer(),
            period: Period { from: day(), to: day() },
            people: Some(2),
        },
        Did::HouseholdChanged { customer: customer(), from: day(), people: 3 },
        Did::ProductAdded { product: rice() },
        Did::ProductEdited { product: rice() },
        Did::StockOrdered { product: rice(), quantity },
        Did::StockReceived { product: rice(), quantity },
        Did::StockCounted { product: rice(), difference: -quantity },
        Did::PriceSet {
            product: rice(),
            customer: Some(customer()),
            least: quantity,
            from: day(),
            amount: Some(amount),
        },
        Did::PriceRemoved { product: rice(), customer: None, from: day() },
        Did::JarSet { customer: customer(), product: rice() },
        Did::JarRead {
            customer: customer(),
            product: rice(),
            level: quantity,
            reading: ReadingKind::Seen,
            on: day(),
        },
        Did::DeliveryPlanned { customer: customer(), goods: goods(), on: day() },
        Did::ProposalsPlanned { deliveries: 3 },
        Did::DeliveryDone { customer: customer(), goods: goods(), charged: amount },
        Did::DeliveryMissed { customer: customer(), next: day(), reason: text() },
        Did::DeliveryCancelled { customer: customer(), planned_for: day(), reason: text() },
        Did::DeliveryEdited { customer: customer(), goods: goods(), on: day(), corrected: amount },
        Did::DeliveryMoved { customer: customer(), to: day() },
        Did::GoodsReturned { customer: customer(), goods: goods(), amount, reason: text() },
        Did::FollowUpAdded { customer: customer(), subject: subject(), due_on: day() },
        Did::FollowUpDone { customer: customer(), subject: FollowUpSubject::Rule(Rule::Birthday) },
        Did::FollowUpSnoozed { customer: customer(), subject: subject(), due_on: day() },
        Did::FollowUpDropped { customer: customer(), subject: subject() },
        Did::ContactAdded { customer: customer(), text: text() },
        Did::SkipAdded {
            customer: customer(),
            products: vec![rice().name],
            until: day(),
            reason: text(),
        },
        Did::ContainerAdded { container: rice().name },
        Did::ContainerEdited { container: rice().name },
        Did::ContainersMoved {
            customer: customer(),
            container: rice().name,
            kind: ContainerMoveKind::Lost,
            count: 2,
            deposit: -amount,
            charged: amount,
        },
        Did::SkipRemoved { customer: customer(), until: day() },
        Did::EntryMoved { customer: customer(), kind: EntryKind::Payment, amount, on: day() },
        Did::TicketsSold {
            customer: customer(),
            product: rice(),
            paid: 10,
            free: 1,
            price: amount,
            expires: Some(day()),
        },
        Did::TicketsRefunded { customer: customer(), product: rice(), tickets: 3, amount },
        Did::Imported { table: ImportTable::Customers, rows: 3, file: text() },
        Did::Batch(Batch {
            kind: Some(ActionKind::EntryAdded(EntryKind::Payment)),
            customer: None,
            count: 5,
            subjects: vec![name()],
            amount: Some(amount),
        }),
        Did::PromiseAdded { customer: customer(), amount: Some(amount), by: day() },
        Did::ReminderSent { customer: customer(), step: text(), amount, channel: Channel::Phone },
        Did::ComplaintAdded {
            customer: customer(),
            complaint_kind: text(),
            about: text(),
            promised_by: Some(day()),
        },
        Did::ComplaintAnswered { customer: customer(), about: text(), promised_by: Some(day()) },
        Did::ComplaintSolved {
            customer: customer(),
            about: text(),
            remedy: text(),
            discount: amount,
        },
        Did::ComplaintClosed {
            customer: customer(),
            about: text(),
            satisfaction: CustomerMood::new(4),
        },
        Did::ComplaintReopened { customer: customer(), about: text() },
        Did::DayClosed { day: day(), counted: amount, difference: amount, reason: text() },
        Did::ProductRetired { product: rice(), on: day() },
        Did::ProductRestored { product: rice() },
    ];
    actions.extend(EntryKind::ALL.iter().map(|(kind, _)| entry(*kind)));
    actions
}

#[test]
fn every_kind_of_action_has_a_sentence_that_names_what_it_is_about() {
    let actions = actions();
    let kinds: Vec<ActionKind> = actions.iter().map(ActionDetail::kind).collect();
    assert_eq!(ActionKind::all().filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>(), []);
    for language in Language::ALL {
        let words = words(language);
        for detail in &actions {
            let said = words.action_detail(detail);
            assert!(!said.contains("action-"), "{said}");
            for name in [
                detail.named_customer().map(NamedCustomer::label),
                detail.product().map(|product| product.name.clone()),
                detail.amount().map(|amount| words.money(amount)),
                detail.quantity().map(|quantity| words.quantity(quantity, "")),
            ] {
                let name = name.unwrap_or_default();
                assert!(said.contains(&name), "{name} is missing: {said}");
            }
            for direction in [ActionEffect::Do, ActionEffect::Undo, ActionEffect::Redo] {
                check(language, &words.action_with_effect(direction, detail));
            }
        }
    }
}

#[test]
fn an_action_reads_as_a_shopkeeper_would_say_it() {
    let (english, chinese) = (words(Language::English), words(Language::Chinese));
    let amount = Money::from_minor(1240);
    let paid = |method: &str| ActionDetail::EntryAdded {
        customer: customer(),
        kind: EntryKind::Payment,
        amount,
        method: method.to_owned(),
    };
    assert_eq!(english.action_detail(&paid("")), "C102 林阿嬷 paid 1,240");
    assert_eq!(english.action_detail(&paid("cash")), "C102 林阿嬷 paid 1,240 (cash)");
    assert_eq!(
        chinese.action_with_effect(ActionEffect::Undo, &paid("cash")),
        "已撤销：C102 林阿嬷 付款 1,240（cash）"
    );
    let imported =
        ActionDetail::Imported { table: ImportTable::Customers, rows: 1, file: "a.csv".to_owned() };
    assert_eq!(english.action_detail(&imported), "One row of customers imported (a.csv)");
}

#[test]
fn a_unit_with_a_blank_stays_a_unit() {
    let read = ActionDetail::JarRead {
        customer: customer(),
        product: product("noodles", "box 5kg"),
        level: Quantity::whole(4),
        reading: ReadingKind::Seen,
        on: day(),
    };
    let said = "C102 林阿嬷: 4 box 5kg of noodles left on Fri 27 Mar 2026";
    assert_eq!(words(Language::English).action_detail(&read), said);
}

#[test]
fn a_follow_up_named_like_a_rule_is_not_taken_for_one() {
    let done = |subject| ActionDetail::FollowUpDone { customer: customer(), subject };
    let chinese = words(Language::Chinese);
    let text = FollowUpSubject::Text("rule:birthday".to_owned());
    assert_eq!(chinese.action_detail(&done(text)), "已回访 C102 林阿嬷（rule:birthday）");
    let rule = FollowUpSubject::Rule(Rule::Birthday);
    assert_eq!(chinese.action_detail(&done(rule)), "已回访 C102 林阿嬷（生日）");
}

#[test]
fn a_shop_name_with_commas_and_keys_stays_one_name() {
    let mondays = Weekdays::parse("mon,tue").unwrap();
    let set = ActionDetail::ShopSet {
        settings: vec![
            ShopSetting::Name("Rice, currency TWD, and more".to_owned()),
            ShopSetting::DeliveryDays(mondays),
            ShopSetting::DailyCapacity(None),
            ShopSetting::Language(Some(Language::Chinese)),
        ],
    };
    assert_eq!(
        words(Language::English).action_detail(&set),
        "Some rules of the shop set (name Rice, currency TWD, and more; delivery weekdays Mon, Tue; \
         daily capacity; language Chinese)"
    );
    assert_eq!(
        words(Language::Chinese).action_detail(&set),
        "设置几条店规（店名 Rice, currency TWD, and more；送货日 周一、周二；每日载重；语言 中文）"
    );
}

// B5
#[test]
fn a_jar_that_still_has_enough_has_a_sentence_of_its_own() {
    let read = ActionDetail::JarRead {
        customer: customer(),
        product: product("rice", "kg"),
        level: Quantity::whole(15),
        reading: ReadingKind::Enough,
        on: day(),
    };
    let said = [Language::English, Language::Chinese].map(|one| words(one).action_detail(&read));
    assert!(said[0].contains("still enough") && !said[0].contains("15"), "{said:?}");
    assert!(said[1].contains("还够") && !said[1].contains("15"), "{said:?}");
}

#[test]
fn a_message_that_nobody_wrote_shows_its_key() {
    let key = "no-such-message";
    assert_eq!(words(Language::Chinese).text(key), key);
}
