//! The sentence of every command names what the command did, whatever the names look like.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use ricejar::app::Performed;
use ricejar::domain::action::ActionKind;
use ricejar::domain::complaint::{ComplaintAnswer, ComplaintSolution, NewComplaint};
use ricejar::domain::contact::{CustomerMood, NewContact};
use ricejar::domain::container::{
    ContainerMoveKind, ContainerPatch, DepositAmount, DoorContainers, NewContainerMove,
};
use ricejar::domain::customer::{
    Away, Channel, CustomerPatch, Household, HouseholdChange, HouseholdPatch,
};
use ricejar::domain::day::Period;
use ricejar::domain::day_close::NewDayClose;
use ricejar::domain::delivery::{
    Checklist, DeliveredLine, DeliveryEdit, DeliveryReport, GoodsReturn, Plan, ReturnedStock,
    ShortfallPolicy,
};
use ricejar::domain::entry::{EntryDetails, EntryMove};
use ricejar::domain::follow_up::FollowUpRef;
use ricejar::domain::id::{
    ComplaintId, ContainerId, CustomerId, DeliveryId, EntryId, FollowUpId, PriceId, ProductId,
    SkipId,
};
use ricejar::domain::jar::{JarPatch, Level};
use ricejar::domain::price::Price;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::promise::{NewPromise, PromisedPayment};
use ricejar::domain::reminder::{NewReminder, ReminderSteps};
use ricejar::domain::shop::{Language, ShopSetting};
use ricejar::domain::skip::{NewSkip, ProposeAgain};
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::ticket::{NewTicketBook, TicketPayment, TicketRefund};
use ricejar::domain::{Command, Day, Money, Quantity};

use crate::notebook::Notebook;
use crate::support::{day, localizer};

const WHO: CustomerId = CustomerId::new(1);
const WHAT: ProductId = ProductId::new(1);

/// Names that a sentence, a list or a format could take for something else.
const AWKWARD: [&str; 12] = [
    "王 永庆",
    "O'Neill, Sons",
    "rice: long, white",
    "\"Mill\" 5kg",
    "rule:birthday",
    "🍚👨‍👩‍👧",
    "米（五斤装）",
    "{ $subject }",
    "a; b | c",
    "50 %",
    "<b>-1",
    "C002",
];

/// What somebody calls a customer, a product, its unit, and what they say.
#[derive(Clone, Debug)]
struct Names {
    customer: &'static str,
    product: &'static str,
    unit: &'static str,
    text: &'static str,
}

impl Names {
    /// So much of the product: a unit of another script follows its number at once.
    fn counted(&self, number: &str) -> String {
        let gap = if self.unit.starts_with(|first: char| first.is_ascii()) { " " } else { "" };
        format!("{number}{gap}{}", self.unit)
    }
}

fn any_names() -> impl Strategy<Value = Names> {
    let any = || select(AWKWARD.to_vec());
    let unit = select(vec!["box 5kg", "斤", "½ L", "bag, big", "kg:net", "\"sack\"", "🛢", "2"]);
    // A product is one of several in a cell of a file, which `;` parts.
    let product = any().prop_filter("`;` parts products", |name| !name.contains(';'));
    (any(), product, unit, any()).prop_map(|(customer, product, unit, text)| Names {
        customer,
        product,
        unit,
        text,
    })
}

fn today() -> Day {
    day("2026-03-02")
}

/// A command, with what its sentence has to name.
type Step = (Command, Vec<String>);

fn about_the_customer(names: &Names) -> Vec<Step> {
    let who = || names.customer.to_owned();
    let said = || names.text.to_owned();
    let patch = CustomerPatch {
        name: Some(who()),
        household: HouseholdPatch { adults: Some(3), ..HouseholdPatch::default() },
        ..CustomerPatch::default()
    };
    let note = CustomerPatch { note: Some(said()), ..CustomerPatch::default() };
    let household = Household { adults: 7, children: 0, elders: 0 };
    let away = Period { from: day("2026-05-01"), to: day("2026-05-04") };
    vec![
        (Command::AddCustomer { patch, opening: None, on: today() }, vec![who()]),
        (
            Command::EditCustomer { customer: WHO, patch: note, opening: None, on: today() },
            vec![who()],
        ),
        (
            Command::AwayCustomer { customer: WHO, away: Away { period: away, people: None } },
            vec![who()],
        ),
        (
            Command::ChangeHousehold {
                customer: WHO,
                change: HouseholdChange { from: today(), household },
            },
            vec![who(), "7".to_owned()],
        ),
        (
            Command::AddContact(NewContact {
                customer: WHO,
                on: today(),
                channel: Channel::Phone,
                text: said(),
                mood: None,
                promise: None,
            }),
            vec![who(), said()],
        ),
        (
            Command::LeaveCustomer { customer: WHO, on: today(), reason: said() },
            vec![who(), said()],
        ),
        (Command::ReturnCustomer { customer: WHO }, vec![who()]),
        (
            Command::SetShop(vec![ShopSetting::Areas(vec![
                names.text.replace([',', ';'], " and"),
            ])]),
            vec![names.text.replace([',', ';'], " and")],
        ),
        (Command::SetShop(vec![ShopSetting::Name(said())]), vec![said()]),
    ]
}

fn about_the_goods(names: &Names) -> Vec<Step> {
    let (who, what) = (|| names.customer.to_owned(), || names.product.to_owned());
    let patch = ProductPatch {
        name: Some(what()),
        unit: Some(names.unit.to_owned()),
        price: Some(Money::from_minor(100)),
        ..ProductPatch::default()
    };
    let cost = ProductPatch { cost: Some(Money::from_minor(80)), ..ProductPatch::default() };
    let jar = JarPatch { capacity: Some(Some(Quantity::whole(9000))), ..JarPatch::default() };
    vec![
        (
            Command::AddProduct { patch, stock: Some(Quantity::whole(10)), on: today() },
            vec![what()],
        ),
        (Command::EditProduct { product: WHAT, patch: cost }, vec![what()]),
        (
            Command::OrderStock { product: WHAT, quantity: Quantity::whole(7), arrives_on: None },
            vec![what(), names.counted("7")],
        ),
        (
            Command::ReceiveStock {
                product: WHAT,
                quantity: Quantity::whole(1_030),
                cost: None,
                on: today(),
            },
            vec![what(), names.counted("1,030")],
        ),
        (
            Command::CountStock { product: WHAT, quantity: Quantity::whole(1_035), on: today() },
            vec![what(), names.counted("-5")],
        ),
        (Command::SetJar { customer: WHO, product: WHAT, patch: jar }, vec![who(), what()]),
        (
            Command::ReadJar {
                customer: WHO,
                product: WHAT,
                level: Level::Quantity(Quantity::from_thousandths(4_500)),
                on: today(),
            },
            vec![who(), what(), names.counted("4.5")],
        ),
    ]
}

fn about_deliveries(names: &Names) -> Vec<Step> {
    let steps = ReminderSteps::parse("0").unwrap();
    let who = || names.customer.to_owned();
    let what = || names.product.to_owned();
    let said = || names.text.to_owned();
    let plan = |on: &str, quantity| Plan {
        customer: WHO,
        on: day(on),
        lines: vec![(WHAT, Quantity::whole(quantity))],
    };
    let goods = |number: &str| vec![who(), names.product.to_owned(), names.counted(number)];
    let (first, second) = (DeliveryId::new(1), DeliveryId::new(2));
    let holidays = [(day("2026-04-20"), String::new())].into();
    vec![
        (Command::PlanDelivery(plan("2026-03-02", 15)), goods("15")),
        (Command::MoveDelivery { delivery: first, to: day("2026-03-03") }, vec![who()]),
        (
            Command::MissDelivery {
                delivery: first,
                on: today(),
                reason: said(),
                next: day("2026-03-04"),
            },
            vec![who(), said()],
        ),
        (Command::PlanDelivery(plan("2026-03-10", 5)), goods("5")),
        (
            Command::EditDelivery(DeliveryEdit {
                delivery: DeliveryId::new(3),
                on: None,
                lines: vec![DeliveredLine {
                    product: WHAT,
                    quantity: Quantity::whole(6),
                    price: None,
                }],
                left: Vec::new(),
                paid: None,
            }),
            goods("6"),
        ),
        (
            Command::CancelDelivery {
                delivery: DeliveryId::new(3),
                on: today(),
                reason: said(),
                again: ProposeAgain::AsForecast,
            },
            vec![who(), said()],
        ),
        (
            Command::Deliver(DeliveryReport {
                visit: second.into(),
                on: today(),
                lines: Vec::new(),
                left: Vec::new(),
                paid: None,
                method: String::new(),
                tickets: Vec::new(),
                checklist: Checklist::default(),
                rest: ShortfallPolicy::Drop,
                over: OverLimit::Accept,
                note: String::new(),
                containers: DoorContainers::default(),
            }),
            [goods("15"), vec!["1,500".to_owned()]].concat(),
        ),
        (
            Command::EditDelivery(DeliveryEdit {
                delivery: second,
                on: None,
                lines: vec![DeliveredLine {
                    product: WHAT,
                    quantity: Quantity::whole(14),
                    price: None,
                }],
                left: Vec::new(),
                paid: None,
            }),
            goods("14"),
        ),
        (
            Command::AddSkip(NewSkip {
                customer: WHO,
                products: vec![WHAT],
                on: today(),
                until: day("2026-03-20"),
                reason: said(),
            }),
            vec![who(), what(), said()],
        ),
        (Command::RemoveSkip { skip: SkipId::new(1) }, vec![who()]),
        (
            Command::SellTickets(NewTicketBook {
                customer: WHO,
                product: WHAT,
                paid: 10,
                free: 1,
                price: Some(Money::from_minor(1234)),
                on: today(),
                expires: None,
                payment: TicketPayment::Now(String::new()),
                over: OverLimit::Accept,
            }),
            vec![who(), what(), "10+1".to_owned(), "1,234".to_owned()],
        ),
        (
            // Behind the two entries of the book.
            Command::AddEntry {
                customer: WHO,
                kind: EntryKind::Charge,
                amount: Money::from_minor(1_234),
                on: today(),
                method: String::new(),
                note: String::new(),
                over: OverLimit::Accept,
                details: EntryDetails::default(),
            },
            vec![who(), "1,234".to_owned()],
        ),
        (
            Command::MoveEntry(EntryMove {
                entry: EntryId::new(5),
                customer: None,
                on: None,
                amount: Some(Money::from_minor(1_111)),
            }),
            vec![who(), "1,111".to_owned()],
        ),
        (
            Command::RefundTickets(TicketRefund {
                customer: WHO,
                product: WHAT,
                tickets: Some(5),
                on: today(),
                payment: TicketPayment::OnTab,
            }),
            vec![who(), what(), "5".to_owned(), "617".to_owned()],
        ),
        (
            Command::SetPrice(Price {
                id: PriceId::new(0),
                product: WHAT,
                customer: Some(WHO),
                least: Quantity::whole(50),
                from: today(),
                amount: Some(Money::from_minor(77)),
            }),
            vec![who(), what(), "77".to_owned()],
        ),
        (Command::RemovePrice { price: PriceId::new(1) }, vec![who(), what()]),
        (Command::RetireProduct { product: WHAT, on: today() }, vec![what()]),
        (Command::RestoreProduct { product: WHAT }, vec![what()]),
        (Command::SetShop(vec![ShopSetting::Reminders(steps)]), Vec::new()),
        (
            Command::SendReminder(NewReminder {
                customer: WHO,
                step_day: today(),
                channel: Channel::Visit,
                message: said(),
            }),
            vec![who(), "reminder".to_owned()],
        ),
        (
            Command::AddPromise(NewPromise {
                customer: WHO,
                payment: PromisedPayment {
                    by: day("2026-04-20"),
                    amount: Some(Money::from_minor(77)),
                },
                note: said(),
            }),
            vec![who(), "77".to_owned()],
        ),
        // Proposals are counted, and one of them is “One”.
        (Command::PlanProposed(vec![plan("2026-04-20", 3)]), Vec::new()),
        (Command::SetShop(vec![ShopSetting::Holidays(holidays)]), Vec::new()),
        (Command::MoveFromDaysOff, vec![who()]),
    ]
}

fn about_the_tab(names: &Names) -> Vec<Step> {
    // `;` parts the methods of the shop.
    let method = names.text.replace([';', '；'], ".");
    let entry = |kind, amount: i64| {
        let command = Command::AddEntry {
            customer: WHO,
            kind,
            amount: Money::from_minor(amount),
            on: today(),
            method: method.clone(),
            note: String::new(),
            over: OverLimit::Accept,
            details: EntryDetails::default(),
        };
        (command, vec![names.customer.to_owned(), "1,234".to_owned(), method.clone()])
    };
    let charged = entry(EntryKind::Charge, 1_234);
    let others = EntryKind::by_hand()
        .filter(|kind| !matches!(kind, EntryKind::Charge | EntryKind::Agreement));
    let returned = entry(EntryKind::Deposit, -1_234);
    let others = others.map(|kind| entry(kind, 1_234));
    let methods = vec![method.clone()];
    let methods = (Command::SetShop(vec![ShopSetting::Methods(methods)]), Vec::new());
    // Nothing was owed on the first day.
    let agreed = Command::AddEntry {
        customer: WHO,
        kind: EntryKind::Agreement,
        amount: Money::ZERO,
        on: day("2026-01-02"),
        method: method.clone(),
        note: String::new(),
        over: OverLimit::Refuse,
        details: EntryDetails::default(),
    };
    let agreed = (agreed, vec![names.customer.to_owned(), method.clone()]);
    let closed = Command::CloseDay(NewDayClose {
        day: day("2026-01-03"),
        counted: Some(Money::from_minor(1_234)),
        denominations: Vec::new(),
        reason: names.text.to_owned(),
    });
    let closed = (closed, vec!["1,234".to_owned(), names.text.to_owned()]);
    [methods, charged].into_iter().chain(others).chain([returned, agreed, closed]).collect()
}

fn about_containers(names: &Names) -> Vec<Step> {
    let patch = |price| ContainerPatch {
        name: Some("桶".to_owned()),
        deposit: Some(Money::from_minor(5)),
        price: Some(Money::from_minor(price)),
    };
    let container = ContainerId::new(1);
    let named = |count: i64, more: &[&str]| -> Vec<String> {
        let parts = [names.customer, "桶"].into_iter().chain(more.iter().copied());
        parts.map(str::to_owned).chain([count.to_string()]).collect()
    };
    let change = |kind, count, deposit: Option<DepositAmount>| {
        Command::MoveContainers(NewContainerMove {
            customer: WHO,
            container: Some(container),
            on: today(),
            kind,
            count,
            deposit,
            price: None,
            method: String::new(),
            note: String::new(),
        })
    };
    let usual = Some(DepositAmount::Standard);
    vec![
        (Command::AddContainer(patch(8)), vec!["桶".to_owned()]),
        (Command::EditContainer { container, patch: patch(9) }, vec!["桶".to_owned()]),
        (change(ContainerMoveKind::Lent, 6, usual), named(6, &["30"])),
        (change(ContainerMoveKind::Returned, 3, usual), named(3, &["15"])),
        (change(ContainerMoveKind::Lost, 2, None), named(2, &["18"])),
        (change(ContainerMoveKind::Counted, 7, None), named(7, &[])),
        (
            Command::ReturnGoods(GoodsReturn {
                customer: WHO,
                on: today(),
                lines: vec![DeliveredLine {
                    product: WHAT,
                    quantity: Quantity::whole(2),
                    price: None,
                }],
                reason: names.text.to_owned(),
                stock: ReturnedStock::Waste,
            }),
            [names.customer, names.product, names.text, "200"].map(str::to_owned).to_vec(),
        ),
    ]
}

fn about_complaints(names: &Names) -> Vec<Step> {
    let named = |more: &[&str]| {
        let all = [names.customer, names.text].into_iter().chain(more.iter().copied());
        all.map(str::to_owned).collect::<Vec<_>>()
    };
    let complaint = ComplaintId::new(1);
    let solve = |remedy: &str, discount: i64| {
        Command::SolveComplaint(ComplaintSolution {
            complaint,
            on: today(),
            remedy: remedy.to_owned(),
            cause: String::new(),
            discount: Money::from_minor(discount),
        })
    };
    let add = Command::AddComplaint(NewComplaint {
        customer: WHO,
        kind: "quality".to_owned(),
        text: names.text.to_owned(),
        product: Some(WHAT),
        delivery: None,
        on: today(),
        promised_by: None,
        owner: String::new(),
    });
    let answer = Command::AnswerComplaint(ComplaintAnswer {
        complaint,
        on: today(),
        promised_by: None,
        owner: String::new(),
    });
    let satisfaction = CustomerMood::new(4);
    vec![
        (add, named(&[])),
        (answer, named(&[])),
        (solve("exchanged", 0), named(&["exchanged"])),
        (Command::ReopenComplaint { complaint }, named(&[])),
        (solve("money back", 7), named(&["money back", "7"])),
        (Command::CloseComplaint { complaint, on: today(), satisfaction }, named(&["4"])),
    ]
}

fn about_follow_ups(names: &Names) -> Vec<Step> {
    let named = || vec![names.customer.to_owned(), names.text.to_owned()];
    let add = || {
        let text = names.text.to_owned();
        (Command::AddFollowUp { customer: WHO, text, on: today(), repeat: None }, named())
    };
    let nth = |number| FollowUpRef::Recorded(FollowUpId::new(number));
    let finish = |number| Command::FinishFollowUp {
        follow_up: nth(number),
        on: today(),
        outcome: String::new(),
    };
    let snooze = Command::SnoozeFollowUp { follow_up: nth(1), to: day("2026-03-09") };
    vec![
        add(),
        (snooze, named()),
        (finish(1), named()),
        add(),
        (Command::DropFollowUp { follow_up: nth(2), on: today() }, named()),
        add(),
        add(),
        (Command::Batch(vec![finish(3), finish(4)]), vec![names.customer.to_owned()]),
    ]
}

/// Asserts that the sentence of what was done names all of it, in both languages.
fn assert_named(done: &Performed, parts: &[String]) {
    for language in Language::ALL {
        let sentence = localizer(language).done(done);
        for part in parts {
            assert!(sentence.contains(part.as_str()), "no “{part}” in “{sentence}”");
        }
    }
}

/// Performs every step, and asks each time for what it did, what taking it back takes back, and what doing it
/// again does.
fn perform_all(names: &Names, steps: Vec<Step>, notebook: &mut Notebook) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    for (command, parts) in steps {
        let done = notebook.does(command);
        kinds.insert(done.detail.kind().key().into_owned());
        assert_named(&done, &parts);
        assert_named(&notebook.does(Command::Undo(None)), &parts);
        assert_named(&notebook.does(Command::Redo), &parts);
    }
    assert!(!kinds.is_empty(), "{names:?}");
    kinds
}

proptest! {
    #![proptest_config(crate::properties::config(5))]

    #[test]
    fn every_sentence_names_the_person_the_product_the_unit_and_the_amount(names in any_names()) {
        let mut notebook = Notebook::new(today());
        let mut steps = about_the_customer(&names);
        steps.extend(about_follow_ups(&names));
        steps.extend(about_the_goods(&names));
        steps.extend(about_deliveries(&names));
        steps.extend(about_the_tab(&names));
        steps.extend(about_containers(&names));
        steps.extend(about_complaints(&names));
        let said = perform_all(&names, steps, &mut notebook);

        // A file of any name is imported in `cli::imports`; an opening balance comes with its customer.
        // Goods that come back are an action of their own.
        let elsewhere = [
            ActionKind::Imported,
            ActionKind::EntryAdded(EntryKind::Opening),
            ActionKind::EntryAdded(EntryKind::Return),
        ];
        let all = ActionKind::all().filter(|kind| !elsewhere.contains(kind));
        let unsaid: Vec<_> = all.map(|kind| kind.key()).filter(|kind| !said.contains(kind.as_ref())).collect();
        prop_assert!(unsaid.is_empty(), "no sentence was asked for: {unsaid:?}");
    }
}
