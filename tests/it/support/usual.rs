//! A small shop in a temporary file: the usual day of 27 March 2026, a Friday.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;

use chrono::Days;
use ricejar::app::{App, AuditStamp, Clock, SideNote};
use ricejar::domain::contact::{CustomerMood, NewContact};
use ricejar::domain::container::DoorContainers;
use ricejar::domain::customer::{Channel, CustomerPatch, HouseholdPatch};
use ricejar::domain::day::{Weekdays, parse_iso};
use ricejar::domain::delivery::{Checklist, DeliveryReport, Plan, ShortfallPolicy};
use ricejar::domain::id::{CustomerId, ProductId};
use ricejar::domain::jar::{JarPatch, JarShare, Level};
use ricejar::domain::payday::Payday;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::promise::PromisedPayment;
use ricejar::domain::shop::{Shop, ShopSetting};
use ricejar::domain::tab::OverLimit;
use ricejar::domain::{Command, Day, Money, Quantity, Rate};
use ricejar::store::Store;
use tempfile::TempDir;

use super::folder;

/// The day on which the tests play.
pub fn today() -> Day {
    parse_iso("2026-03-27").unwrap()
}

/// The moment of a day at which everything is done, by nobody who gave a name.
pub fn clock(today: Day) -> Clock {
    let Clock { today, stamp } = super::clock(today);
    Clock { today, stamp: AuditStamp { by: String::new(), ..stamp } }
}

/// A shop in a folder of its own.
pub struct TestShop {
    /// Where the file is; gone with the shop.
    pub folder: TempDir,
    /// The day that the clock shows.
    pub day: Rc<Cell<Day>>,
}

impl TestShop {
    /// A shop with nothing in it.
    pub fn empty() -> (Self, App) {
        let rules = Shop {
            language: None,
            delivery_days: Weekdays::parse("mon,tue,wed,thu,fri,sat").unwrap(),
            areas: Vec::new(),
            ..super::shop()
        };
        let folder = folder();
        let store = Store::create(&folder.path().join("shop.rice"), &rules).unwrap();
        let day = Rc::new(Cell::new(today()));
        (Self { folder, day }, App::new(store, clock(today())))
    }

    /// The file, opened once more as another process would.
    pub fn open_again(&self) -> App {
        let store = Store::open(&self.file()).unwrap();
        App::new(store, clock(self.day.get()))
    }

    /// A shop on a usual morning.
    pub fn usual() -> (Self, App) {
        static FILE: OnceLock<Vec<u8>> = OnceLock::new();
        Self::copied(&FILE, || {
            let (shop, mut app) = Self::empty();
            fill(&mut app);
            (shop, app)
        })
    }

    /// The same shop, where 王永庆 has used 4 L of oil in about a month, and of late in twelve days: a change
    /// to be reviewed, and enough lots to learn from.
    pub fn used_otherwise() -> (Self, App) {
        static FILE: OnceLock<Vec<u8>> = OnceLock::new();
        Self::copied(&FILE, || {
            let (shop, mut app) = Self::usual();
            let wang = app.customers_meant("C001", 1).unwrap().remove(0).id;
            let mut on = parse_iso("2025-04-02").unwrap();
            app.set_clock(clock(on));
            let oil = ProductId::new(2);
            let patch = JarPatch { usual: Some(Some(Quantity::whole(4))), ..JarPatch::default() };
            perform(&mut app, Command::SetJar { customer: wang, product: oil, patch });
            for days in [29, 31, 30, 30, 32, 28, 30, 31, 30, 12, 12, 11, 13] {
                app.set_clock(clock(on));
                visit(&mut app, wang, (oil, 4), Some(0), None, on);
                on = on + Days::new(days);
            }
            assert_eq!(app.changed_jars(9).unwrap().len(), 1);
            (shop, app)
        })
    }

    /// A shop that is made once and copied for everyone who asks.
    fn copied(file: &OnceLock<Vec<u8>>, make: impl FnOnce() -> (Self, App)) -> (Self, App) {
        let bytes = file.get_or_init(|| {
            let (shop, app) = make();
            drop(app);
            std::fs::read(shop.file()).unwrap()
        });
        let shop = Self { folder: folder(), day: Rc::new(Cell::new(today())) };
        std::fs::write(shop.file(), bytes).unwrap();
        let app = shop.open_again();
        (shop, app)
    }

    /// Where the notebook is.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("shop.rice")
    }
}

fn perform(app: &mut App, command: Command) -> Vec<SideNote> {
    app.perform(&command).unwrap().notes
}

struct Who {
    name: &'static str,
    code: &'static str,
    area: &'static str,
    address: &'static str,
    people: (u16, u16, u16),
    payday: &'static str,
    phone: &'static str,
    door: &'static str,
    tags: &'static [&'static str],
}

#[rustfmt::skip]
const CUSTOMERS: &[Who] = &[
    Who { name: "林阿嬷", code: "C102", area: "竹巷", address: "竹巷 12 号 3 楼", people: (2, 2, 1), payday: "25", phone: "0912-345-678", door: "按两次门铃", tags: &["老客户"] },
    Who { name: "陈师傅", code: "C017", area: "竹巷", address: "竹巷 3 号", people: (2, 0, 0), payday: "last", phone: "0933 111 222", door: "", tags: &[] },
    Who { name: "吴家", code: "C088", area: "河边", address: "河边路 8 号", people: (2, 1, 0), payday: "27", phone: "02-2345-6789", door: "有狗", tags: &[] },
    Who { name: "O'Neill & Sons", code: "C120", area: "河边", address: "Riverside 1", people: (4, 0, 0), payday: "last fri", phone: "+886 2 555 0101", door: "", tags: &["restaurant"] },
    Who { name: "张伯", code: "C009", area: "老街", address: "老街 44 号", people: (1, 0, 1), payday: "none", phone: "", door: "", tags: &[] },
    Who { name: "王永庆", code: "C001", area: "老街", address: "老街 1 号", people: (3, 2, 0), payday: "25", phone: "0900-000-001", door: "", tags: &["老客户", "介绍人"] },
];

/// What happened before the morning: a month of deliveries, some readings, some payments.
fn fill(app: &mut App) {
    let from = parse_iso("2026-02-23").unwrap();
    app.set_clock(clock(from));
    let areas = ["竹巷", "河边", "老街"].map(str::to_owned).to_vec();
    perform(app, Command::SetShop(vec![ShopSetting::Areas(areas)]));
    let product =
        |name: &str, unit: &str, price, kind: &str, appetite: Option<i64>| Command::AddProduct {
            patch: ProductPatch {
                name: Some(name.to_owned()),
                unit: Some(unit.to_owned()),
                price: Some(Money::from_minor(price)),
                kind: Some(kind.to_owned()),
                pack: Some(Some(Quantity::whole(15))),
                reorder: Some(Some(Quantity::whole(60))),
                appetite: Some(appetite.map(Rate::from_millionths)),
                ..ProductPatch::default()
            },
            stock: Some(Quantity::whole(200)),
            on: from,
        };
    perform(app, product("珍珠米", "kg", 24, "rice", Some(180_000)));
    perform(app, product("oil", "L", 90, "oil", Some(20_000)));
    let (rice, oil) = (ProductId::new(1), ProductId::new(2));

    let mut ids = Vec::new();
    for who in CUSTOMERS {
        ids.push(add(app, who, from));
    }
    let jar = |customer, product, usual, capacity| Command::SetJar {
        customer,
        product,
        patch: JarPatch {
            usual: Some(Some(Quantity::whole(usual))),
            capacity: Some(Some(Quantity::whole(capacity))),
            ..JarPatch::default()
        },
    };
    for (id, usual) in ids.iter().zip([15, 10, 10, 30, 5, 15]) {
        perform(app, jar(*id, rice, usual, usual + 5));
    }
    perform(app, jar(ids[3], oil, 4, 6));

    // (who, day, kilograms, left over before, paid)
    let visits = [
        (0, "2026-02-23", 15, Some(0), None),
        (5, "2026-02-24", 15, Some(1), Some(360)),
        (1, "2026-02-27", 10, Some(1), None),
        (4, "2026-03-02", 5, None, None),
        (3, "2026-03-05", 30, Some(2), None),
        (2, "2026-03-09", 10, Some(0), None),
        (0, "2026-03-11", 15, Some(1), Some(100)),
        (5, "2026-03-16", 15, Some(2), None),
        (1, "2026-03-20", 10, Some(2), Some(100)),
    ];
    for (who, day, kilograms, left, paid) in visits {
        let on = parse_iso(day).unwrap();
        app.set_clock(clock(on));
        visit(app, ids[who], (rice, kilograms), left, paid, on);
    }
    let before = today() - Days::new(2);
    app.set_clock(clock(before));
    plan(app, ids[3], &[(rice, 30), (oil, 4)], before);
    plan(app, ids[2], &[(rice, 10)], today());
    let contact = |customer, text: &str, promise: Option<Day>| {
        Command::AddContact(NewContact {
            customer,
            on: before,
            channel: Channel::Phone,
            text: text.to_owned(),
            mood: CustomerMood::new(4),
            promise: promise.map(|by| PromisedPayment { by, amount: None }),
        })
    };
    perform(app, contact(ids[1], "月底一定付", Some(today())));
    perform(app, contact(ids[5], "米很好，介绍给了邻居", None));
    perform(
        app,
        Command::AddFollowUp {
            customer: ids[5],
            text: "thank for the referral".to_owned(),
            on: before,
            repeat: None,
        },
    );
    perform(
        app,
        Command::AddFollowUp {
            customer: ids[3],
            text: "ask about the new menu".to_owned(),
            on: today() + Days::new(5),
            repeat: None,
        },
    );
}

fn add(app: &mut App, who: &Who, on: Day) -> CustomerId {
    let (adults, children, elders) = who.people;
    let phones = Some(who.phone).filter(|phone| !phone.is_empty());
    let patch = CustomerPatch {
        code: Some(who.code.to_owned()),
        name: Some(who.name.to_owned()),
        area: Some(who.area.to_owned()),
        address: Some(who.address.to_owned()),
        door_note: Some(who.door.to_owned()),
        phones: Some(phones.into_iter().map(str::to_owned).collect()),
        payday: Some(Payday::parse(who.payday).unwrap()),
        tags: Some(who.tags.iter().map(|tag| (*tag).to_owned()).collect()),
        household: HouseholdPatch {
            adults: Some(adults),
            children: Some(children),
            elders: Some(elders),
        },
        ..CustomerPatch::default()
    };
    let notes = perform(app, Command::AddCustomer { patch, opening: None, on });
    let id = notes.iter().find_map(|note| match note {
        SideNote::Customer(id, _) => Some(*id),
        _ => None,
    });
    id.unwrap()
}

fn plan(app: &mut App, customer: CustomerId, goods: &[(ProductId, i64)], on: Day) -> Vec<SideNote> {
    let lines = goods.iter().map(|(product, whole)| (*product, Quantity::whole(*whole))).collect();
    perform(app, Command::PlanDelivery(Plan { customer, on, lines }))
}

fn visit(
    app: &mut App,
    customer: CustomerId,
    goods: (ProductId, i64),
    left: Option<u8>,
    paid: Option<i64>,
    on: Day,
) {
    let notes = plan(app, customer, &[goods], on);
    let delivery = notes.iter().find_map(|note| match note {
        SideNote::Planned(id, _) => Some(*id),
        _ => None,
    });
    let door = DeliveryReport {
        visit: delivery.unwrap().into(),
        on,
        lines: Vec::new(),
        left: left
            .and_then(|tenths| JarShare::new(tenths.into(), 10))
            .map(|share| (None, Level::Share(share)))
            .into_iter()
            .collect(),
        paid: paid.map(Money::from_minor),
        method: String::new(),
        tickets: Vec::new(),
        checklist: Checklist::default(),
        rest: ShortfallPolicy::Drop,
        over: OverLimit::Accept,
        note: String::new(),
        containers: DoorContainers::default(),
    };
    perform(app, Command::Deliver(door));
}
