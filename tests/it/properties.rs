//! Any sequence of commands keeps every invariant, and each of them is undone exactly.
//!
//! The commands are made up with little respect: identities that may not exist, names with control
//! characters, numbers at both ends. What a rule refuses must leave no trace, and nothing may come
//! back as a bare error of the file. `RICEJAR_CASES` asks for more sequences than the usual few.

mod accounts;
mod books;
mod containers;
mod imports;
mod kept;
mod promises;
mod tickets;
mod till;
mod years;

use crate::notebook::{Notebook, Rows, day};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use ricejar::app::Error;
use ricejar::domain::action::ActionEffect;
use ricejar::domain::birthday::Birthday;
use ricejar::domain::complaint::{ComplaintAnswer, ComplaintSolution, NewComplaint};
use ricejar::domain::contact::{CustomerMood, NewContact};
use ricejar::domain::container::{
    ContainerMoveKind, ContainerPatch, DepositAmount, DoorContainers, NewContainerMove,
};
use ricejar::domain::credit_limit::CreditLimit;
use ricejar::domain::customer::{
    Away, Channel, CustomerPatch, Household, HouseholdChange, HouseholdPatch,
};
use ricejar::domain::day::{Period, Recurrence, Span, Weekdays};
use ricejar::domain::day_close::NewDayClose;
use ricejar::domain::delivery::{
    Checklist, DeliveredLine, DeliveryEdit, DeliveryReport, DeliverySource, GoodsReturn, Plan,
    ReturnedStock, ShortfallPolicy,
};
use ricejar::domain::entry::{EntryDetails, EntryMove, RepeatedPayment};
use ricejar::domain::follow_up::{FollowUpRef, Repeat, Rule, Trigger};
use ricejar::domain::id::{
    ActionId, ComplaintId, ContainerId, CustomerId, DeliveryId, EntryId, FollowUpId, PriceId,
    ProductId, SkipId,
};
use ricejar::domain::jar::{JarPatch, JarShare, Level, Strategy as JarStrategy};
use ricejar::domain::payday::Payday;
use ricejar::domain::price::Price;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::promise::{NewPromise, PromisedPayment};
use ricejar::domain::reminder::{NewReminder, ReminderSteps};
use ricejar::domain::shop::{ServiceLevel, ShopSetting};
use ricejar::domain::skip::{NewSkip, ProposeAgain};
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::ticket::{NewTicketBook, TicketPayment, TicketRefund};
use ricejar::domain::{Command, Currency, Day, Money, Quantity, Rate, Refusal, StableName};
use std::collections::BTreeMap;

pub fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("RICEJAR_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 400,
        ..ProptestConfig::with_cases(asked.unwrap_or(cases))
    }
}

fn today() -> Day {
    day("2026-02-26")
}

fn past(ago: u64) -> Day {
    today() - chrono::Days::new(ago)
}

fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        20 => (-40..=40_i64).prop_map(|days| today() + chrono::TimeDelta::days(days)),
        10 => Just(today()),
        1 => Just(day("1900-01-01")),
        1 => Just(day("2199-12-31")),
    ]
}

fn any_number() -> impl Strategy<Value = i64> {
    prop_oneof![
        30 => 1..30_000_i64,
        2 => Just(0),
        2 => -5_000..0_i64,
        1 => select(vec![1_000_000_000_000, -1_000_000_000_000, i64::MAX, i64::MIN]),
    ]
}

fn any_money() -> impl Strategy<Value = Money> {
    any_number().prop_map(Money::from_minor)
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    any_number().prop_map(Quantity::from_thousandths)
}

fn any_rate() -> impl Strategy<Value = Rate> {
    any_number().prop_map(|number| Rate::from_millionths(number.saturating_mul(50)))
}

fn any_text() -> impl Strategy<Value = String> {
    let odd = [
        "王永庆",
        "Wang",
        "林阿嬷",
        "米",
        "",
        "  ",
        "a;b",
        "nul\0nul",
        "\u{1b}[31m红",
        "\u{202e}rtl",
        "=1+1",
        "\"quoted\\",
        "O'Brien",
        "two\nlines",
        "😀",
        "Ａ",
        "a",
        "A",
        "É",
        "é",
        "\u{fffd}\u{feff}",
    ];
    prop_oneof![
        16 => select(odd.to_vec()).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => Just("林".repeat(2001)),
    ]
}

fn any_code() -> impl Strategy<Value = String> {
    let codes = [
        "C001",
        "c001",
        "Ｃ００１",
        "C1",
        "C3",
        "É1",
        "é1",
        "",
        "C18446744073709551615",
        "C99999999999999999999",
        "C999999999999",
        "x y",
    ];
    select(codes.to_vec()).prop_map(str::to_owned)
}

fn customer() -> impl Strategy<Value = CustomerId> {
    prop_oneof![9 => 1..=3_i64, 1 => select(vec![0, 9, -1, i64::MAX])].prop_map(CustomerId::new)
}

fn product() -> impl Strategy<Value = ProductId> {
    prop_oneof![9 => 1..=2_i64, 1 => select(vec![0, 9, i64::MIN])].prop_map(ProductId::new)
}

fn delivery() -> impl Strategy<Value = DeliveryId> {
    (0..=8_i64).prop_map(DeliveryId::new)
}

fn maybe<T: std::fmt::Debug + Clone>(
    some: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.3, some)
}

fn any_weekdays() -> impl Strategy<Value = Weekdays> {
    (0..=127_u8).prop_map(|bits| Weekdays::from_bits(bits).unwrap())
}

fn any_payday() -> impl Strategy<Value = Payday> {
    let rules = [
        "none",
        "25",
        "31",
        "last",
        "10,25 before weekend",
        "last fri",
        "2nd mon after",
        "every 2 weeks fri from 2026-01-09",
        "every 53 weeks mon from 2190-01-01",
        "every 366 days from 1900-01-01",
    ];
    select(rules.to_vec()).prop_map(|rule| Payday::parse(rule).unwrap())
}

fn customer_patch() -> impl Strategy<Value = CustomerPatch> {
    let people = (0..4_u16, 0..3_u16, select(vec![0, 1, u16::MAX]));
    let household = maybe(people).prop_map(|people| match people {
        Some((adults, children, elders)) => {
            HouseholdPatch { adults: Some(adults), children: Some(children), elders: Some(elders) }
        }
        None => HouseholdPatch::default(),
    });
    (
        (maybe(any_code()), maybe(any_text()), maybe(proptest::collection::vec(any_text(), 0..3))),
        (household, maybe(any_payday()), maybe(any_weekdays())),
        (maybe(maybe(any_money())), maybe(maybe(customer())), maybe(maybe(any_day()))),
        (maybe(any_text()), maybe(proptest::collection::vec(any_text(), 0..3))),
    )
        .prop_map(
            |(
                (code, name, phones),
                (household, payday, weekdays),
                (limit, referred_by, birthday),
                (area, tags),
            )| {
                CustomerPatch {
                    code,
                    name,
                    phones,
                    area,
                    household,
                    payday,
                    weekdays,
                    limit: limit.map(|own| own.map(CreditLimit::Amount)),
                    tags,
                    referred_by,
                    birthday: birthday.map(|born| born.map(Birthday::Dated)),
                    ..CustomerPatch::default()
                }
            },
        )
}

fn product_patch() -> impl Strategy<Value = ProductPatch> {
    (
        (maybe(any_text()), maybe(any_text()), maybe(any_money()), maybe(any_money())),
        (maybe(maybe(any_quantity())), maybe(maybe(any_quantity())), maybe(maybe(any_rate()))),
        (maybe(select(vec![0, 500, u16::MAX])), maybe(select(vec![0, 700, u16::MAX]))),
        maybe(select(vec!["桶", "瓶", "no such thing", ""]).prop_map(str::to_owned)),
    )
        .prop_map(|(texts, (pack, reorder, appetite), (child, elder), container)| {
            let (name, unit, price, cost) = texts;
            ProductPatch {
                container,
                name,
                unit,
                kind: None,
                price,
                cost,
                pack,
                reorder,
                appetite,
                child,
                elder,
                ..ProductPatch::default()
            }
        })
}

fn jar_patch() -> impl Strategy<Value = JarPatch> {
    let strategy = select(vec![
        JarStrategy::Forecast,
        JarStrategy::OnCall,
        JarStrategy::Every(Span::of_days(14).unwrap()),
    ]);
    let safety = select(vec![0, 2, 365, 366, u16::MAX]);
    (
        (maybe(maybe(any_quantity())), maybe(maybe(any_quantity())), maybe(maybe(any_quantity()))),
        (maybe(maybe(any_rate())), maybe(strategy), maybe(safety), maybe(maybe(any_money()))),
        maybe(maybe(any_day())),
    )
        .prop_map(
            |((usual, capacity, monthly), (pinned, strategy, safety_days, price), learn_from)| {
                JarPatch {
                    usual,
                    capacity,
                    monthly,
                    pinned,
                    strategy,
                    safety_days,
                    price,
                    learn_from,
                }
            },
        )
}

fn any_level() -> impl Strategy<Value = Level> {
    prop_oneof![
        5 => (0..=10_u16).prop_map(|tenths| Level::Share(JarShare::new(tenths, 10).unwrap())),
        3 => any_quantity().prop_map(Level::Quantity),
    ]
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let lines = proptest::collection::vec((product(), any_quantity()), 0..3);
    (customer(), any_day(), lines).prop_map(|(customer, on, lines)| Plan { customer, on, lines })
}

fn any_setting() -> impl Strategy<Value = ShopSetting> {
    prop_oneof![
        any_text().prop_map(ShopSetting::Name),
        select(vec!["TWD", "CNY"])
            .prop_map(|code| ShopSetting::Currency(Currency::from_code(code).unwrap())),
        (1..=500_u16).prop_map(|level| ShopSetting::ServiceLevel(
            ServiceLevel::from_thousandths(level).unwrap()
        )),
        select(vec![0, 3, 365, 366, u16::MAX]).prop_map(ShopSetting::GraceDays),
        any_weekdays().prop_map(ShopSetting::DeliveryDays),
        proptest::collection::btree_map(any_day(), any_text(), 0..4)
            .prop_map(ShopSetting::Holidays),
        proptest::collection::vec(any_text(), 0..3).prop_map(ShopSetting::Areas),
        select(vec!["none", "0", "-30: friendly, +365: last"])
            .prop_map(|steps| ShopSetting::Reminders(ReminderSteps::parse(steps).unwrap())),
    ]
}

fn any_again() -> impl Strategy<Value = ProposeAgain> {
    prop_oneof![
        Just(ProposeAgain::NextWeek),
        Just(ProposeAgain::AsForecast),
        any_day().prop_map(ProposeAgain::After),
    ]
}

fn any_meant() -> impl Strategy<Value = FollowUpRef> {
    let rule = select(vec![
        Rule::FirstDelivery,
        Rule::Promise,
        Rule::Birthday,
        Rule::Silent,
        Rule::Reminder,
    ]);
    prop_oneof![
        3 => (1..=6_i64).prop_map(|id| FollowUpRef::Recorded(FollowUpId::new(id))),
        1 => (rule, customer(), any_day())
            .prop_map(|(rule, customer, day)| FollowUpRef::Suggested(Trigger { rule, customer, day })),
    ]
}

fn any_repeat() -> impl Strategy<Value = Repeat> {
    let texts = select(vec!["1 month", "3 days", "366 years"]);
    (texts, any::<bool>()).prop_map(|(text, chained)| {
        let span = Recurrence::parse(text).unwrap();
        if chained { Repeat::AfterDone(span) } else { Repeat::Every(span) }
    })
}

fn at_the_door() -> impl Strategy<Value = DeliveryReport> {
    let brought = (product(), any_quantity(), maybe(any_money()))
        .prop_map(|(product, quantity, price)| DeliveredLine { product, quantity, price });
    let lines = proptest::collection::vec(brought, 0..3);
    let left = proptest::collection::vec((maybe(product()), any_level()), 0..2);
    let rest = select(vec![ShortfallPolicy::Replan, ShortfallPolicy::Drop]);
    let visit = prop_oneof![
        4 => delivery().prop_map(DeliverySource::Promised),
        1 => (customer(), proptest::collection::vec((product(), any_quantity()), 0..3))
            .prop_map(|(customer, lines)| DeliverySource::Unplanned { customer, lines }),
    ];
    let tickets = proptest::collection::vec((maybe(product()), 0..4_u32), 0..2);
    let containers = maybe((maybe(-1..9_i64), -1..9_i64, maybe(any_deposit())));
    let containers = containers.prop_map(|said| match said {
        Some((lent, returned, deposit)) => DoorContainers { lent, returned, deposit },
        None => DoorContainers::default(),
    });
    let paid = (maybe(any_money()), tickets);
    (visit, any_day(), lines, left, paid, 0..=15_u8, (rest, containers)).prop_map(
        |(visit, on, lines, left, (paid, tickets), ticks, (rest, containers))| DeliveryReport {
            visit,
            on,
            lines,
            left,
            paid,
            method: String::new(),
            tickets,
            checklist: Checklist::from_bits(ticks),
            rest,
            over: OverLimit::Accept,
            note: String::new(),
            containers,
        },
    )
}

fn any_deposit() -> impl Strategy<Value = DepositAmount> {
    prop_oneof![Just(DepositAmount::Standard), any_money().prop_map(DepositAmount::Amount)]
}

fn container_patch() -> impl Strategy<Value = ContainerPatch> {
    let name = select(vec!["桶", "瓶", "Bottle", "", " 桶 "]).prop_map(str::to_owned);
    (maybe(name), maybe(any_money()), maybe(any_money()))
        .prop_map(|(name, deposit, price)| ContainerPatch { name, deposit, price })
}

fn any_container_move() -> impl Strategy<Value = NewContainerMove> {
    let kind = select(ContainerMoveKind::ALL.iter().map(|(kind, _)| *kind).collect::<Vec<_>>());
    let container = maybe((0..4_i64).prop_map(ContainerId::new));
    let count = prop_oneof![9 => -1..9_i64, 1 => any_number()];
    let money = (maybe(any_deposit()), maybe(any_money()));
    (customer(), container, any_day(), kind, count, money, any_text()).prop_map(
        |(customer, container, on, kind, count, (deposit, price), note)| NewContainerMove {
            customer,
            container,
            on,
            kind,
            count,
            deposit,
            price,
            method: String::new(),
            note,
        },
    )
}

fn any_goods_return() -> impl Strategy<Value = GoodsReturn> {
    let line = (product(), any_quantity(), maybe(any_money()))
        .prop_map(|(product, quantity, price)| DeliveredLine { product, quantity, price });
    let lines = proptest::collection::vec(line, 0..3);
    let stock = select(vec![ReturnedStock::Restocked, ReturnedStock::Waste]);
    (customer(), any_day(), lines, any_text(), stock).prop_map(
        |(customer, on, lines, reason, stock)| GoodsReturn { customer, on, lines, reason, stock },
    )
}

fn any_delivery_edit() -> impl Strategy<Value = DeliveryEdit> {
    (delivery(), maybe(any_day()), at_the_door()).prop_map(|(delivery, on, door)| DeliveryEdit {
        delivery,
        on,
        lines: door.lines,
        left: door.left,
        paid: door.paid,
    })
}

fn any_book() -> impl Strategy<Value = NewTicketBook> {
    let counts = (select(vec![0, 1, 2, 10, u32::MAX]), select(vec![0, 1, u32::MAX]));
    (customer(), product(), counts, maybe(any_money()), any_day(), maybe(any_day()), any_text())
        .prop_map(|(customer, product, (paid, free), price, on, expires, method)| NewTicketBook {
            customer,
            product,
            paid,
            free,
            price,
            on,
            expires,
            payment: if method.is_empty() {
                TicketPayment::OnTab
            } else {
                TicketPayment::Now(method.replace("Wang", "cash"))
            },
            over: OverLimit::Accept,
        })
}

fn add_customer() -> impl Strategy<Value = Command> {
    (customer_patch(), maybe(any_money()), any_day())
        .prop_map(|(patch, opening, on)| Command::AddCustomer { patch, opening, on })
}

fn add_product() -> impl Strategy<Value = Command> {
    (product_patch(), maybe(any_quantity()), any_day())
        .prop_map(|(patch, stock, on)| Command::AddProduct { patch, stock, on })
}

/// A change that a person could ask for, or several as one; taking back alone is not among them.
fn any_change() -> impl Strategy<Value = Command> {
    let several = proptest::collection::vec(one_change(), 0..4).prop_map(Command::Batch);
    prop_oneof![
        30 => one_change(),
        4 => several,
        1 => Just(Command::Batch(vec![Command::Undo(None)])),
    ]
}

/// One change of the shop.
fn one_change() -> impl Strategy<Value = Command> {
    let kind = select(EntryKind::ALL.iter().map(|(kind, _)| *kind).collect::<Vec<_>>());
    let people = select(vec![None, Some(0), Some(1), Some(u16::MAX)]);
    let heads = (0..5_u16, 0..3_u16, 0..2_u16);
    Union::new_weighted(vec![
        (1, proptest::collection::vec(any_setting(), 1..3).prop_map(Command::SetShop).boxed()),
        (2, add_customer().boxed()),
        (
            2,
            (customer(), customer_patch(), maybe(any_money()), any_day())
                .prop_map(|(customer, patch, opening, on)| Command::EditCustomer {
                    customer,
                    patch,
                    opening,
                    on,
                })
                .boxed(),
        ),
        (
            1,
            (customer(), any_day(), any_text())
                .prop_map(|(customer, on, reason)| Command::LeaveCustomer { customer, on, reason })
                .boxed(),
        ),
        (1, customer().prop_map(|customer| Command::ReturnCustomer { customer }).boxed()),
        (
            1,
            (customer(), any_day(), any_day(), people)
                .prop_map(|(customer, from, to, people)| Command::AwayCustomer {
                    customer,
                    away: Away { period: Period { from, to }, people },
                })
                .boxed(),
        ),
        (
            1,
            (customer(), any_day(), heads)
                .prop_map(|(customer, from, (adults, children, elders))| Command::ChangeHousehold {
                    customer,
                    change: HouseholdChange {
                        from,
                        household: Household { adults, children, elders },
                    },
                })
                .boxed(),
        ),
        (1, add_product().boxed()),
        (3, imports::any_import().boxed()),
        (
            2,
            (product(), product_patch())
                .prop_map(|(product, patch)| Command::EditProduct { product, patch })
                .boxed(),
        ),
        (
            1,
            (product(), any_quantity(), maybe(any_day()))
                .prop_map(|(product, quantity, arrives_on)| Command::OrderStock {
                    product,
                    quantity,
                    arrives_on,
                })
                .boxed(),
        ),
        (
            2,
            (product(), any_quantity(), maybe(any_money()), any_day())
                .prop_map(|(product, quantity, cost, on)| Command::ReceiveStock {
                    product,
                    quantity,
                    cost,
                    on,
                })
                .boxed(),
        ),
        (
            1,
            (product(), any_quantity(), any_day())
                .prop_map(|(product, quantity, on)| Command::CountStock { product, quantity, on })
                .boxed(),
        ),
        (
            3,
            (customer(), product(), jar_patch())
                .prop_map(|(customer, product, patch)| Command::SetJar { customer, product, patch })
                .boxed(),
        ),
        (
            4,
            (customer(), product(), any_level(), any_day())
                .prop_map(|(customer, product, level, on)| Command::ReadJar {
                    customer,
                    product,
                    level,
                    on,
                })
                .boxed(),
        ),
        (4, any_plan().prop_map(Command::PlanDelivery).boxed()),
        (2, proptest::collection::vec(any_plan(), 0..3).prop_map(Command::PlanProposed).boxed()),
        (8, at_the_door().prop_map(Command::Deliver).boxed()),
        (
            2,
            (delivery(), any_day(), any_text(), any_day())
                .prop_map(|(delivery, on, reason, next)| Command::MissDelivery {
                    delivery,
                    on,
                    reason,
                    next,
                })
                .boxed(),
        ),
        (
            1,
            (delivery(), any_day(), any_text(), any_again())
                .prop_map(|(delivery, on, reason, again)| Command::CancelDelivery {
                    delivery,
                    on,
                    reason,
                    again,
                })
                .boxed(),
        ),
        (
            3,
            (delivery(), any_day())
                .prop_map(|(delivery, to)| Command::MoveDelivery { delivery, to })
                .boxed(),
        ),
        (1, Just(Command::MoveFromDaysOff).boxed()),
        (
            1,
            (1..40_u64, any_money(), any_text())
                .prop_map(|(ago, counted, reason)| {
                    let day = today() - chrono::Days::new(ago);
                    let (counted, denominations) = (Some(counted), Vec::new());
                    Command::CloseDay(NewDayClose { day, counted, denominations, reason })
                })
                .boxed(),
        ),
        (3, any_delivery_edit().prop_map(Command::EditDelivery).boxed()),
        (3, any_goods_return().prop_map(Command::ReturnGoods).boxed()),
        (
            4,
            (customer(), kind, any_money(), any_day(), any_text())
                .prop_map(|(customer, kind, amount, on, note)| Command::AddEntry {
                    customer,
                    kind,
                    amount,
                    on,
                    method: String::new(),
                    note,
                    over: OverLimit::Accept,
                    details: EntryDetails {
                        repeated: RepeatedPayment::Accept,
                        ..EntryDetails::default()
                    },
                })
                .boxed(),
        ),
        (
            2,
            (1..30_i64, maybe(customer()), maybe(any_day()), maybe(any_money()))
                .prop_map(|(entry, customer, on, amount)| {
                    let entry = EntryId::new(entry);
                    Command::MoveEntry(EntryMove { entry, customer, on, amount })
                })
                .boxed(),
        ),
        (4, any_book().prop_map(Command::SellTickets).boxed()),
        (
            2,
            (customer(), product(), maybe(0..9_u32), any_day())
                .prop_map(|(customer, product, tickets, on)| {
                    let payment = TicketPayment::OnTab;
                    let refund = TicketRefund { customer, product, tickets, on, payment };
                    Command::RefundTickets(refund)
                })
                .boxed(),
        ),
        (
            2,
            (customer(), any_text(), any_day(), maybe(any_repeat()))
                .prop_map(|(customer, text, on, repeat)| Command::AddFollowUp {
                    customer,
                    text,
                    on,
                    repeat,
                })
                .boxed(),
        ),
        (
            2,
            (any_meant(), any_day(), any_text())
                .prop_map(|(follow_up, on, outcome)| Command::FinishFollowUp {
                    follow_up,
                    on,
                    outcome,
                })
                .boxed(),
        ),
        (
            1,
            (any_meant(), any_day())
                .prop_map(|(follow_up, to)| Command::SnoozeFollowUp { follow_up, to })
                .boxed(),
        ),
        (
            1,
            (any_meant(), any_day())
                .prop_map(|(follow_up, on)| Command::DropFollowUp { follow_up, on })
                .boxed(),
        ),
        (
            2,
            (customer(), proptest::collection::vec(product(), 0..2), any_day(), any_text())
                .prop_map(|(customer, products, until, reason)| {
                    let on = day("2026-03-01");
                    Command::AddSkip(NewSkip { customer, products, on, until, reason })
                })
                .boxed(),
        ),
        (
            2,
            (customer(), maybe(1..900_i64), any_day(), any_text())
                .prop_map(|(customer, amount, by, note)| {
                    let payment = PromisedPayment { by, amount: amount.map(Money::from_minor) };
                    Command::AddPromise(NewPromise { customer, payment, note })
                })
                .boxed(),
        ),
        (
            2,
            (customer(), any_day(), any_text())
                .prop_map(|(customer, step_day, message)| {
                    let channel = Channel::Visit;
                    Command::SendReminder(NewReminder { customer, step_day, channel, message })
                })
                .boxed(),
        ),
        (
            1,
            (product(), any_day())
                .prop_map(|(product, on)| Command::RetireProduct { product, on })
                .boxed(),
        ),
        (1, product().prop_map(|product| Command::RestoreProduct { product }).boxed()),
        (
            2,
            (
                customer(),
                maybe(product()),
                maybe(1..9_i64),
                any_day(),
                maybe(any_day()),
                any_text(),
            )
                .prop_map(|(customer, product, delivery, on, promised_by, text)| {
                    Command::AddComplaint(NewComplaint {
                        customer,
                        kind: String::new(),
                        text,
                        product,
                        delivery: delivery.map(DeliveryId::new),
                        on,
                        promised_by,
                        owner: String::new(),
                    })
                })
                .boxed(),
        ),
        (
            1,
            (any_complaint(), any_day(), maybe(any_day()))
                .prop_map(|(complaint, on, promised_by)| {
                    let owner = String::new();
                    Command::AnswerComplaint(ComplaintAnswer { complaint, on, promised_by, owner })
                })
                .boxed(),
        ),
        (
            2,
            (any_complaint(), any_day(), any_text(), 0..90_i64)
                .prop_map(|(complaint, on, remedy, discount)| {
                    let (cause, discount) = (String::new(), Money::from_minor(discount));
                    Command::SolveComplaint(ComplaintSolution {
                        complaint,
                        on,
                        remedy,
                        cause,
                        discount,
                    })
                })
                .boxed(),
        ),
        (
            1,
            (any_complaint(), any_day(), 0..7_u8)
                .prop_map(|(complaint, on, mood)| {
                    let satisfaction = CustomerMood::new(mood);
                    Command::CloseComplaint { complaint, on, satisfaction }
                })
                .boxed(),
        ),
        (1, any_complaint().prop_map(|complaint| Command::ReopenComplaint { complaint }).boxed()),
        (2, container_patch().prop_map(Command::AddContainer).boxed()),
        (
            1,
            ((1..3_i64).prop_map(ContainerId::new), container_patch())
                .prop_map(|(container, patch)| Command::EditContainer { container, patch })
                .boxed(),
        ),
        (5, any_container_move().prop_map(Command::MoveContainers).boxed()),
        (
            2,
            (product(), maybe(customer()), 0..4_i64, any_day(), maybe(1..90_i64))
                .prop_map(|(product, customer, least, from, amount)| {
                    let (id, least) = (PriceId::new(0), Quantity::whole(10 * least));
                    let amount = amount.map(Money::from_minor);
                    Command::SetPrice(Price { id, product, customer, least, from, amount })
                })
                .boxed(),
        ),
        (1, (1..=6_i64).prop_map(|id| Command::RemovePrice { price: PriceId::new(id) }).boxed()),
        (1, (1..=6_i64).prop_map(|id| Command::RemoveSkip { skip: SkipId::new(id) }).boxed()),
        (
            2,
            (customer(), any_day(), any_text(), 0..7_u8, maybe(any_day()))
                .prop_map(|(customer, on, text, mood, promise)| {
                    Command::AddContact(NewContact {
                        customer,
                        on,
                        channel: Channel::Phone,
                        text,
                        mood: CustomerMood::new(mood),
                        promise: promise.map(|by| PromisedPayment { by, amount: None }),
                    })
                })
                .boxed(),
        ),
    ])
}

fn any_complaint() -> impl Strategy<Value = ComplaintId> {
    (1..4_i64).prop_map(ComplaintId::new)
}

/// Changes, with a few takings-back of anything at any time between them.
fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        6 => any_change(),
        1 => Just(Command::Undo(None)),
        2 => (0..45_i64).prop_map(|id| Command::Undo(Some(ActionId::new(id)))),
        1 => Just(Command::UndoBy("阿明".to_owned())),
        1 => Just(Command::Redo),
    ]
}

/// A shop in which most of the made-up identities exist.
fn furnished() -> Notebook {
    let mut notebook = Notebook::new(today());
    for (name, payday) in [("王永庆", "25"), ("Chen Wei", "last fri before weekend")] {
        notebook.does(Command::AddCustomer {
            patch: CustomerPatch {
                name: Some(name.to_owned()),
                household: HouseholdPatch { adults: Some(2), children: Some(1), elders: None },
                payday: Some(Payday::parse(payday).unwrap()),
                ..CustomerPatch::default()
            },
            opening: Some(Money::from_minor(120)),
            on: today() - chrono::Days::new(30),
        });
    }
    for (name, unit) in [("米", "kg"), ("oil", "L")] {
        notebook.does(Command::AddProduct {
            patch: ProductPatch {
                name: Some(name.to_owned()),
                unit: Some(unit.to_owned()),
                price: Some(Money::from_minor(42)),
                pack: Some(Some(Quantity::whole(15))),
                appetite: Some(Some(Rate::from_millionths(250_000))),
                ..ProductPatch::default()
            },
            stock: Some(Quantity::whole(100)),
            on: today(),
        });
    }
    notebook.does(Command::PlanDelivery(Plan {
        customer: CustomerId::new(1),
        on: today(),
        lines: vec![(ProductId::new(1), Quantity::whole(15))],
    }));
    notebook
}

/// Performs a command: `None` if a rule said no or it changed nothing, and then nothing has changed.
fn tried(notebook: &mut Notebook, command: &Command, before: &Rows) -> Option<ActionId> {
    match notebook.app.perform(command) {
        Ok(done) => {
            notebook.is_whole();
            // A23: there is a line exactly if something was changed, or taken back.
            if done.effect == ActionEffect::Do {
                assert_eq!(done.action.is_some(), notebook.rows() != *before, "{command:?}");
            }
            done.action
        }
        Err(Error::Refused(refused)) => {
            assert!(notebook.rows() == *before, "{refused:?} left a trace");
            None
        }
        Err(Error::Store(error)) => panic!("{command:?} reached the file: {error}"),
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn any_sequence_keeps_the_shop_whole_and_is_undone_exactly(
        commands in proptest::collection::vec(any_change(), 1..40),
    ) {
        let mut notebook = furnished();
        let mut before = notebook.rows();
        for command in &commands {
            if tried(&mut notebook, command, &before).is_none() {
                continue;
            }
            let after = notebook.rows();
            if let Command::SetPrice(_)
            | Command::RemovePrice { .. }
            | Command::EditProduct { .. }
            | Command::SetJar { .. } = command
            {
                prop_assert_eq!(lines(&before), lines(&after), "a line changed by {:?}", command);
            }
            notebook.does(Command::Undo(None));
            prop_assert_eq!(notebook.rows(), before, "undo of {:?}", command);
            notebook.is_whole();
            notebook.does(Command::Redo);
            before = notebook.rows();
            prop_assert_eq!(&before, &after, "redo of {:?}", command);
        }
        while notebook.app.perform(&Command::Undo(None)).is_ok() {}
        let empty = Notebook::new(today()).rows();
        prop_assert_eq!(notebook.rows(), empty);
        while notebook.app.perform(&Command::Redo).is_ok() {}
        prop_assert_eq!(notebook.rows(), before);
        notebook.is_whole();
    }

    #[test]
    fn taking_back_anything_at_any_time_is_exact_or_refused(
        commands in proptest::collection::vec(any_command(), 1..40),
    ) {
        let mut notebook = furnished();
        // Of each doing its newest line, and all rows as they were before that line.
        let mut newest: BTreeMap<ActionId, (ActionId, Rows)> = BTreeMap::new();
        for command in &commands {
            let before = notebook.rows();
            let Some(id) = tried(&mut notebook, command, &before) else { continue };
            let (line, _) = notebook.app.journal_line(id).unwrap();
            let doing = line.of.unwrap_or(id);
            if let (Some((last, then)), Some(_)) = (newest.get(&doing), line.of) {
                let now = notebook.rows();
                for row in rows_of(&notebook, *last) {
                    prop_assert_eq!(now.get(&row), then.get(&row), "{:?} after {:?}", row, command);
                }
            }
            newest.insert(doing, (id, before));
        }
    }
}

/// The rows of the lines of deliveries.
fn lines(rows: &Rows) -> Vec<String> {
    let lines = rows.iter().filter(|((table, _), _)| table == "delivery_line");
    lines.map(|line| format!("{line:?}")).collect()
}

/// The journalled rows that a line touched.
fn rows_of(notebook: &Notebook, line: ActionId) -> Vec<(String, i64)> {
    let (_, changes) = notebook.app.journal_line(line).unwrap();
    changes.into_iter().map(|change| (change.table, change.key)).collect()
}

#[test]
fn what_was_put_back_never_refers_to_what_has_gone() {
    let mut notebook = Notebook::new(today());
    let name =
        |name: &str| CustomerPatch { name: Some(name.to_owned()), ..CustomerPatch::default() };
    let add = |patch| Command::AddCustomer { patch, opening: None, on: today() };
    let referrer = notebook.does(add(name("林"))).action;
    let sent = Some(Some(CustomerId::new(1)));
    notebook.does(add(CustomerPatch { referred_by: sent, ..name("陈") }));
    let forgotten = notebook.does(Command::EditCustomer {
        customer: CustomerId::new(2),
        patch: CustomerPatch { referred_by: Some(None), ..CustomerPatch::default() },
        opening: None,
        on: today(),
    });
    let gone = notebook.app.perform(&Command::Undo(referrer));
    if gone.is_ok() {
        let refused = notebook.app.perform(&Command::Undo(forgotten.action));
        let Err(Error::Refused(Refusal::NoRoomToRedo { .. } | Refusal::LaterDependent { .. })) =
            refused
        else {
            panic!("{refused:?}");
        };
    }
    notebook.is_whole();
}
