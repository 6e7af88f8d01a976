//! Files out and in again: whatever a notebook exports, an empty one takes, and exports the same.

use ricejar::app::{self, App, Progress};
use ricejar::domain::birthday::Birthday;
use ricejar::domain::complaint::{ComplaintSolution, NewComplaint};
use ricejar::domain::contact::CustomerMood;
use ricejar::domain::container::{
    ContainerMoveKind, ContainerPatch, DepositAmount, DoorContainers, NewContainerMove,
};
use ricejar::domain::credit_limit::CreditLimit;
use ricejar::domain::customer::{Away, CustomerPatch, Household, HouseholdChange, HouseholdPatch};
use ricejar::domain::day::Period;
use ricejar::domain::day_close::{Denomination, NewDayClose};
use ricejar::domain::delivery::{Checklist, DeliveredLine, DeliveryReport, Plan, ShortfallPolicy};
use ricejar::domain::entry::EntryDetails;
use ricejar::domain::id::{ComplaintId, ContainerId, CustomerId, DeliveryId, PriceId, ProductId};
use ricejar::domain::import::{Import, Repeats};
use ricejar::domain::jar::{JarPatch, JarShare, Level};
use ricejar::domain::price::Price;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::promise::{NewPromise, PromisedPayment};
use ricejar::domain::record::{ExportTable, ImportTable};
use ricejar::domain::refusal::RefusedRecord;
use ricejar::domain::shop::Shop;
use ricejar::domain::shop::ShopSetting;
use ricejar::domain::skip::NewSkip;
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::ticket::{NewTicketBook, TicketPayment, TicketRefund};
use ricejar::domain::{Command, Currency, Money, Quantity, Refusal, StableName};
use ricejar::exchange::tables::Spec;
use ricejar::exchange::{Format, Writer, tables};
use ricejar::store::{self, Store};
use std::cell::Cell;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::TempDir;

use crate::support::{clock, day, shop};

/// Names that are likely to go wrong: formulas, quotes, ends of lines, other scripts, no room at all.
const ODD: [&str; 12] = [
    "=SUM(A1:A9)",
    "'=quoted",
    "+886 2",
    "O'Neill, \"Søn\"",
    "two\nlines",
    "carriage\r\nreturn",
    "林阿嬷 🍚👨‍👩‍👧",
    "שלום עולם",
    "\u{202e}txt.exe",
    "\u{1b}[31mred",
    " blanks ",
    "＝全角",
];

fn open(path: &Path) -> App {
    let store = match path.exists() {
        true => Store::open(path).unwrap(),
        false => {
            let currency = Currency::from_code("CNY").unwrap();
            let shop = Shop { currency, language: None, areas: Vec::new(), ..shop() };
            Store::create(path, &shop).unwrap()
        }
    };
    App::new(store, clock(day("2026-03-27")))
}

#[derive(Debug)]
enum Failed {
    App(#[allow(dead_code, reason = "for the message of a test that fails")] app::Error),
    Io(#[allow(dead_code, reason = "for the message of a test that fails")] io::Error),
}

impl From<app::Error> for Failed {
    fn from(error: app::Error) -> Self {
        Self::App(error)
    }
}

fn export(app: &App, table: ExportTable, format: Format) -> String {
    let mut out = Vec::new();
    app.export(|moment| {
        let currency = moment.currency()?;
        let mut writer = Writer::new(format, tables::columns(table), &mut out);
        moment.rows(table, |row| tables::write(row, currency, &mut writer).map_err(Failed::Io))?;
        writer.finish().map_err(Failed::Io)
    })
    .unwrap();
    String::from_utf8(out).unwrap()
}

fn import(app: &mut App, table: ImportTable, file: &str) -> app::Result<app::Performed> {
    app.perform(&read(app, table, file))
}

fn read(app: &App, table: ImportTable, file: &str) -> Command {
    Command::Import(scan(app, table, file, Repeats::Refuse))
}

fn scan(app: &App, table: ImportTable, file: &str, repeats: Repeats) -> Import {
    let (currency, today) = (app.shop().unwrap().currency, app.today());
    let spec = Spec { table, file: "list.csv".to_owned(), currency, today, order: None, repeats };
    tables::scan(file.as_bytes(), spec, &|_| ControlFlow::Continue(())).unwrap()
}

/// The rows of a file that the shop refuses.
fn refused(app: &mut App, table: ImportTable, file: &str) -> Vec<RefusedRecord> {
    match import(app, table, file) {
        Err(app::Error::Refused(Refusal::ImportRows(rows))) => rows.first,
        other => panic!("{file} gives {other:?}"),
    }
}

fn perform(app: &mut App, command: Command) {
    app.perform(&command).unwrap();
}

/// A shop in which everybody and everything has an odd name, with a past, a present and a future.
fn odd_shop(app: &mut App) {
    let on = day("2026-01-05");
    for (number, name) in (1..).zip(ODD) {
        let patch = CustomerPatch {
            code: (number % 3 == 0).then(|| format!("={name}")),
            name: Some(name.to_owned()),
            phones: Some(vec![
                format!("{number} {name}").replace(['\r', '\n'], " "),
                "+886 912".to_owned(),
            ]),
            area: Some(name.to_owned()),
            address: Some(name.to_owned()),
            door_note: Some(name.to_owned()),
            note: Some(name.to_owned()),
            tags: Some(vec![name.replace(['\r', '\n'], " "), "-tag".to_owned()]),
            household: HouseholdPatch { adults: Some(2), children: Some(1), elders: None },
            referred_by: (number > 1).then(|| Some(CustomerId::new(number - 1))),
            limit: Some(Some(CreditLimit::Amount(Money::from_minor(number * 1050)))),
            birthday: Some(Some(match number % 2 {
                0 => Birthday::Dated(day("1970-02-28")),
                _ => Birthday::Yearless(day("2024-02-29")),
            })),
            ..CustomerPatch::default()
        };
        let opening = Some(Money::from_minor(1234 - number * 200));
        perform(app, Command::AddCustomer { patch, opening, on });
        let product = ProductPatch {
            name: Some(format!("{name}=={number}").replace(['\r', '\n'], " ")),
            unit: Some(name.to_owned()),
            price: Some(Money::from_minor(4250)),
            pack: Some(Some(Quantity::whole(15))),
            ..ProductPatch::default()
        };
        let stock = Some(Quantity::from_thousandths(100_500));
        perform(app, Command::AddProduct { patch: product, stock, on });
    }
    // The first was sent by the last: an import meets them before whoever sent them.
    let patch = CustomerPatch {
        referred_by: Some(Some(CustomerId::new(ODD.len() as i64))),
        ..CustomerPatch::default()
    };
    perform(app, Command::EditCustomer { customer: CustomerId::new(1), patch, opening: None, on });
    for number in 1..=ODD.len() as i64 {
        visits(app, CustomerId::new(number), number);
    }
    for (number, reason) in (1..).zip(ODD) {
        let (note, coin) = (Money::from_minor(number * 100), Money::from_minor(5));
        perform(
            app,
            Command::CloseDay(NewDayClose {
                day: day("2025-12-01") + chrono::Days::new(number as u64),
                counted: None,
                denominations: vec![
                    Denomination { value: note, count: 3 },
                    Denomination { value: coin, count: 1 },
                ],
                reason: reason.to_owned(),
            }),
        );
    }
    odd_containers(app, CustomerId::new(1));
    odd_complaints(app, CustomerId::new(1));
}

fn visits(app: &mut App, customer: CustomerId, number: i64) {
    let (rice, oil) = (ProductId::new(number), ProductId::new(number % ODD.len() as i64 + 1));
    let household = Household { adults: 3, children: 1, elders: 2 };
    for from in ["2026-03-01", "2026-02-01"] {
        let change = HouseholdChange { from: day(from), household };
        perform(app, Command::ChangeHousehold { customer, change });
    }
    for (from, people) in [("2026-03-20", None), ("2026-02-03", Some(2))] {
        let period = Period { from: day(from), to: day(from) + chrono::Days::new(2) };
        perform(app, Command::AwayCustomer { customer, away: Away { period, people } });
    }
    let patch = JarPatch { capacity: Some(Some(Quantity::whole(20))), ..JarPatch::default() };
    perform(app, Command::SetJar { customer, product: rice, patch });
    let lines = vec![(oil, Quantity::whole(2)), (rice, Quantity::whole(15))];
    let today = app.today();
    perform(app, Command::PlanDelivery(Plan { customer, on: today, lines }));
    perform(
        app,
        Command::SellTickets(NewTicketBook {
            customer,
            product: oil,
            paid: 5,
            free: 1,
            price: Some(Money::from_minor(9999)),
            on: today,
            expires: (number % 2 == 0).then(|| today + chrono::Days::new(30)),
            payment: TicketPayment::Now(String::new()),
            over: OverLimit::Accept,
        }),
    );
    let delivery = app.deliveries(&Default::default()).unwrap();
    let delivery = delivery.iter().map(|row| row.id.number()).max().unwrap();
    perform(
        app,
        Command::Deliver(DeliveryReport {
            visit: DeliveryId::new(delivery).into(),
            on: today,
            lines: vec![DeliveredLine {
                product: rice,
                quantity: Quantity::from_thousandths(14_500),
                price: Some(Money::from_minor(1234)),
            }],
            left: vec![(Some(rice), Level::Share(JarShare::new(3, 10).unwrap()))],
            paid: Some(Money::from_minor(5000)),
            method: String::new(),
            tickets: vec![(Some(oil), 2)],
            checklist: Checklist { old_out: true, old_on_top: true, ..Checklist::default() },
            rest: ShortfallPolicy::Replan,
            over: OverLimit::Accept,
            note: String::new(),
            containers: DoorContainers::default(),
        }),
    );
    perform(
        app,
        Command::RefundTickets(TicketRefund {
            customer,
            product: oil,
            tickets: Some(1),
            on: today,
            payment: TicketPayment::OnTab,
        }),
    );
    let entry = Command::AddEntry {
        customer,
        kind: EntryKind::Discount,
        amount: Money::from_minor(1),
        on: today,
        method: ODD[0].to_owned(),
        note: ODD[4].to_owned(),
        over: OverLimit::Refuse,
        details: EntryDetails::default(),
    };
    perform(app, Command::SetShop(vec![ShopSetting::Methods(vec![ODD[0].to_owned()])]));
    perform(app, entry);
    for (by, amount) in [("2026-04-10", Some(Money::from_minor(77))), ("2026-04-20", None)] {
        let (payment, note) = (PromisedPayment { by: day(by), amount }, ODD[4].to_owned());
        perform(app, Command::AddPromise(NewPromise { customer, payment, note }));
    }
    for number in 0..=ODD.len() as i64 {
        let whose = (number > 0).then_some(CustomerId::new(number.max(1)));
        let (least, from) =
            (Quantity::whole(number), if number < 3 { today } else { day("2026-05-01") });
        let (id, amount) = (PriceId::new(0), Some(Money::from_minor(4000 - number)));
        perform(
            app,
            Command::SetPrice(Price { id, product: rice, customer: whose, least, from, amount }),
        );
    }
    let first = Price {
        id: PriceId::new(0),
        product: rice,
        customer: Some(CustomerId::new(1)),
        least: Quantity::whole(1),
        from: day("2026-06-01"),
        amount: None,
    };
    perform(app, Command::SetPrice(first));
    for products in [vec![], vec![rice]] {
        let (reason, until) = (ODD[4].to_owned(), day("2026-04-03"));
        let skip = NewSkip { customer, products, on: today, until, reason };
        perform(app, Command::AddSkip(skip));
    }
}

/// Complaints with odd texts at every stage.
fn odd_complaints(app: &mut App, customer: CustomerId) {
    let today = app.today();
    for (number, text) in (1..).zip(ODD) {
        perform(
            app,
            Command::AddComplaint(NewComplaint {
                customer,
                kind: "late".to_owned(),
                text: text.to_owned(),
                product: (number > 1).then_some(ProductId::new(1)),
                delivery: None,
                on: today,
                promised_by: (number > 2).then_some(today),
                owner: ODD[0].to_owned(),
            }),
        );
        let complaint = ComplaintId::new(number);
        if number > 1 {
            perform(
                app,
                Command::SolveComplaint(ComplaintSolution {
                    complaint,
                    on: today,
                    remedy: text.to_owned(),
                    cause: ODD[1].to_owned(),
                    discount: Money::from_minor(0),
                }),
            );
        }
        if number > 2 {
            let satisfaction = CustomerMood::new(2);
            perform(app, Command::CloseComplaint { complaint, on: today, satisfaction });
        }
    }
}

/// Containers with odd names, of which the customer holds some.
fn odd_containers(app: &mut App, customer: CustomerId) {
    for name in ODD {
        let (name, deposit) = (Some(name.to_owned()), Some(Money::from_minor(50)));
        let patch = ContainerPatch { name, deposit, price: None };
        perform(app, Command::AddContainer(patch));
    }
    let container = Some(ODD[0].to_owned());
    let patch = ProductPatch { container, ..ProductPatch::default() };
    perform(app, Command::EditProduct { product: ProductId::new(1), patch });
    for (number, _) in (1..).zip(ODD) {
        let container = Some(ContainerId::new(number));
        for (kind, count) in [(ContainerMoveKind::Lent, 3), (ContainerMoveKind::Returned, 1)] {
            perform(
                app,
                Command::MoveContainers(NewContainerMove {
                    customer,
                    container,
                    on: app.today(),
                    kind,
                    count,
                    deposit: Some(DepositAmount::Standard),
                    price: None,
                    method: String::new(),
                    note: ODD[4].to_owned(),
                }),
            );
        }
    }
}

#[test]
fn a_notebook_comes_back_from_its_files_to_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    let mut app = open(&folder.path().join("shop.db"));
    odd_shop(&mut app);
    let mut other = open(&folder.path().join("other.db"));
    for (table, key) in ImportTable::ALL {
        let file = export(&app, ExportTable::from_key(key).unwrap(), Format::Csv);
        assert!(file.lines().count() > ODD.len(), "{file}");
        import(&mut other, *table, &file).unwrap();
    }
    let same = [
        ExportTable::Customers,
        ExportTable::Products,
        ExportTable::Jars,
        ExportTable::Prices,
        ExportTable::Deliveries,
        ExportTable::Lines,
    ];
    for table in same.into_iter().chain([
        ExportTable::Readings,
        ExportTable::Entries,
        ExportTable::Skips,
        ExportTable::Promises,
        ExportTable::DayCloses,
        ExportTable::Tickets,
        ExportTable::Containers,
        ExportTable::ContainerMoves,
        ExportTable::Complaints,
    ]) {
        for format in [Format::Csv, Format::Jsonl] {
            assert_eq!(export(&app, table, format), export(&other, table, format));
        }
    }
    assert!(other.check().unwrap().is_empty());
    for _ in ImportTable::ALL {
        perform(&mut other, Command::Undo(None));
    }
    assert_eq!(export(&other, ExportTable::Customers, Format::Csv).lines().count(), 1);
}

#[test]
fn a_table_is_exported_while_another_program_writes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shop.db");
    let mut app = open(&path);
    odd_shop(&mut app);
    let mut count = 0;
    app.export::<(), Failed>(|moment| {
        moment.rows(ExportTable::Customers, |_| {
            count += 1;
            let patch =
                CustomerPatch { name: Some(format!("new {count}")), ..CustomerPatch::default() };
            perform(
                &mut open(&path),
                Command::AddCustomer { patch, opening: None, on: day("2026-03-27") },
            );
            Ok(())
        })
    })
    .unwrap();
    assert_eq!(count, ODD.len());
}

#[test]
fn a_list_made_by_hand_gets_numbers_and_codes() {
    let folder = TempDir::new().unwrap();
    let mut app = open(&folder.path().join("shop.db"));
    let customers = "name,phone,referred_by,code\nAnn,1,C007,\nBen,2,,C007\nCai,3,c7x,\n";
    let rows = refused(&mut app, ImportTable::Customers, customers);
    assert_eq!(
        rows.iter().map(|row| (row.line, row.column)).collect::<Vec<_>>(),
        [(4, "referred_by")]
    );
    import(
        &mut app,
        ImportTable::Customers,
        "name,phone,referred_by,code\nAnn,1,c007,\nBen,2,,C007\n",
    )
    .unwrap();
    import(&mut app, ImportTable::Products, "name,unit,price,stock\nrice,kg,42.50,100\n").unwrap();
    let deliveries =
        "customer,planned_for,stage,lines\nC008,2026-03-20,done,rice=15\nC007,2026-04-01,,rice=2\n";
    import(&mut app, ImportTable::Deliveries, deliveries).unwrap();
    let lines = export(&app, ExportTable::Lines, Format::Csv);
    assert_eq!(
        lines,
        "delivery,line,customer,day,stage,product,planned,delivered,price,amount,cost\r\n\
         1,1,C008,2026-03-20,done,rice,15,15,42.50,637.50,\r\n\
         2,1,C007,2026-04-01,planned,rice,2,,,,\r\n"
    );
    assert!(export(&app, ExportTable::Products, Format::Csv).ends_with(",85,100\r\n"));
    assert!(app.check().unwrap().is_empty());
}

#[test]
fn every_row_that_breaks_a_rule_is_told_and_none_is_kept() {
    let folder = TempDir::new().unwrap();
    let mut app = open(&folder.path().join("shop.db"));
    import(&mut app, ImportTable::Customers, "id,code,name\n5,C1,Ann\n").unwrap();
    import(&mut app, ImportTable::Products, "name,unit,price\nrice,kg,42.50\n").unwrap();
    let told = |rows: Vec<RefusedRecord>| -> Vec<(u64, &'static str)> {
        rows.into_iter().map(|row| (row.line, row.column)).collect()
    };
    let file = "id,code,name,away\n5,C2,Ben,\n6,c1,Cai,\n7,C3,Dan,2026-03-05..2026-03-08;2026-03-08..2026-03-09\n8,C4,Eve,\n";
    let rows = told(refused(&mut app, ImportTable::Customers, file));
    assert_eq!(rows, [(2, "id"), (3, "code"), (4, "away")]);
    let file = "name,unit,price\nRICE,kg,1\nsalt;oil,kg,1\n";
    let rows = told(refused(&mut app, ImportTable::Products, file));
    assert_eq!(rows, [(2, "name"), (3, "name")]);
    let file =
        "customer,product,usual,capacity\nC9,rice,,\nC1,oil,,\nC1,rice,9,5\nC1,rice,,\nC1,rice,,\n";
    let rows = told(refused(&mut app, ImportTable::Jars, file));
    assert_eq!(rows, [(2, "customer"), (3, "product"), (4, "usual"), (6, "product")]);
    let file = "customer,planned_for,stage,lines\nC1,2026-03-28,done,rice=1\nC1,2026-04-01,,rice=1;rice=2\n\
        C1,2026-04-02,,rice=1\nC1,2026-04-02,,rice=1\nC1,2026-04-03,,rice=0\n";
    let rows = told(refused(&mut app, ImportTable::Deliveries, file));
    assert_eq!(rows, [(2, "closed_on"), (3, "lines"), (5, "planned_for"), (6, "lines")]);
    let file = "customer,day,kind,amount,delivery\nC1,2026-03-02,charge,-1,\nC1,2026-03-02,payment,0,\n\
        C1,2026-03-02,charge,1,9\nC1,2026-04-02,charge,1,\nC1,2026-03-02,opening,1,\nC1,2026-03-02,opening,1,\n";
    let rows = told(refused(&mut app, ImportTable::Entries, file));
    assert_eq!(rows, [(2, "amount"), (3, "amount"), (4, "delivery"), (5, "day"), (7, "kind")]);
    let file = "customer,product,day,level\nC1,rice,2026-03-02,1\n";
    assert_eq!(told(refused(&mut app, ImportTable::Readings, file)), [(2, "product")]);
    assert_eq!(app.journal(None, None).unwrap().len(), 2);
}

#[test]
fn a_rehearsal_says_what_would_happen_and_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let mut app = open(&folder.path().join("shop.db"));
    let command = read(&app, ImportTable::Customers, "name\nAnn\nBen\n");
    let rehearsed = app.dry_run(&command, &app::no_progress).unwrap();
    assert_eq!(rehearsed.detail.count(), Some(2));
    assert!(app.journal(None, None).unwrap().is_empty());
    assert_eq!(app.perform(&command).unwrap(), rehearsed);
}

#[test]
fn a_backup_is_one_whole_file_and_comes_back_beside_the_old_one() {
    let folder = TempDir::new().unwrap();
    let (shop, backup) = (folder.path().join("shop.db"), folder.path().join("backup.db"));
    let mut app = open(&shop);
    odd_shop(&mut app);
    let before = export(&app, ExportTable::Entries, Format::Csv);
    let last = Cell::new(None);
    let stopped = app.backup(&backup, &|_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(app::Error::Store(store::Error::Stopped))), "{stopped:?}");
    assert!(!backup.exists());
    let watch = |progress: Progress| {
        // The check of the copy counts customers.
        if progress.work == app::Work::Pages {
            last.set(Some(progress));
        }
        ControlFlow::Continue(())
    };
    app.backup(&backup, &watch).unwrap();
    assert!(last.get().is_some_and(|progress: Progress| Some(progress.done) == progress.all));
    assert!(matches!(
        app.backup(&backup, &app::no_progress),
        Err(app::Error::Store(store::Error::Exists(_)))
    ));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(backup.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    perform(&mut app, Command::Undo(None));
    let later = export(&app, ExportTable::Entries, Format::Csv);
    drop(app);

    let kept = app::restore(&backup, &shop, &app::no_progress).unwrap().unwrap();
    assert_eq!(kept, std::fs::canonicalize(&shop).unwrap().with_file_name("shop.db.old-1"));
    assert_eq!(export(&open(&shop), ExportTable::Entries, Format::Csv), before);
    assert_eq!(export(&open(&kept), ExportTable::Entries, Format::Csv), later);
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["backup.db", "shop.db", "shop.db.old-1"]);

    // A notebook that is broken beyond opening is replaced all the same, and kept.
    std::fs::write(&shop, "not a database at all, but long enough to be looked at").unwrap();
    assert!(
        app::restore(&backup, &shop, &app::no_progress)
            .unwrap()
            .unwrap()
            .ends_with("shop.db.old-2")
    );
    assert_eq!(export(&open(&shop), ExportTable::Entries, Format::Csv), before);
}

#[test]
fn a_notebook_that_somebody_has_open_is_not_replaced() {
    let folder = TempDir::new().unwrap();
    let (shop, backup) = (folder.path().join("shop.db"), folder.path().join("backup.db"));
    let mut app = open(&shop);
    app.backup(&backup, &app::no_progress).unwrap();
    let command = read(&app, ImportTable::Customers, "name\nAnn\n");
    perform(&mut app, command);
    let restored = app::restore(&backup, &shop, &app::no_progress);
    assert!(matches!(restored, Err(app::Error::Store(store::Error::InUse(_)))), "{restored:?}");
    assert!(export(&app, ExportTable::Customers, Format::Csv).contains("Ann"));
    drop(app);
    assert!(export(&open(&shop), ExportTable::Customers, Format::Csv).contains("Ann"));
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "nothing is left of the attempt");
}

#[test]
fn what_is_no_whole_notebook_is_not_restored() {
    let folder = TempDir::new().unwrap();
    let (shop, backup) = (folder.path().join("shop.db"), folder.path().join("backup.db"));
    let mut app = open(&shop);
    odd_shop(&mut app);
    app.backup(&backup, &app::no_progress).unwrap();
    drop(app);
    let before = std::fs::read(&shop).unwrap();
    let whole = std::fs::read(&backup).unwrap();
    let restored = |bytes: &[u8]| {
        std::fs::write(&backup, bytes).unwrap();
        app::restore(&backup, &shop, &app::no_progress).unwrap_err()
    };
    let half = &whole[..whole.len() / 2];
    assert!(matches!(restored(half), app::Error::Store(_)));
    let mut spoiled = whole.clone();
    let middle = spoiled.len() / 2;
    spoiled[middle..middle + 4096].fill(0x5a);
    assert!(matches!(restored(&spoiled), app::Error::Store(store::Error::Damaged(_))));
    assert!(matches!(restored(b""), app::Error::Store(store::Error::Empty(_))));
    assert!(matches!(restored(&[b'x'; 5000]), app::Error::Store(store::Error::NotADatabase(_))));
    std::fs::remove_file(&backup).unwrap();
    assert!(matches!(
        app::restore(&backup, &shop, &app::no_progress),
        Err(app::Error::Store(store::Error::Missing(_)))
    ));
    assert_eq!(std::fs::read(&shop).unwrap(), before);
}

#[test]
fn a_backup_is_put_into_a_notebook_that_others_have_open_and_nothing_they_wrote_is_lost() {
    let folder = TempDir::new().unwrap();
    let (shop, backup) = (folder.path().join("shop.db"), folder.path().join("backup.db"));
    let mut first = open(&shop);
    odd_shop(&mut first);
    first.backup(&backup, &app::no_progress).unwrap();
    let before = export(&first, ExportTable::Customers, Format::Csv);
    let other = open(&shop);
    other.changed_elsewhere().unwrap();
    let patch = CustomerPatch { name: Some("后来的".to_owned()), ..CustomerPatch::default() };
    let on = first.today();
    first.perform(&Command::AddCustomer { patch, opening: None, on }).unwrap();
    let later = export(&first, ExportTable::Customers, Format::Csv);
    let kept = first.restore_in_place(&backup, &app::no_progress).unwrap();
    // Both who had it open read what it is now, and both can go on writing.
    assert!(other.changed_elsewhere().unwrap());
    for app in [&first, &other, &open(&shop)] {
        assert_eq!(export(app, ExportTable::Customers, Format::Csv), before);
        assert_eq!(app.check().unwrap(), []);
    }
    assert_eq!(export(&open(&kept), ExportTable::Customers, Format::Csv), later);
    let patch = CustomerPatch { name: Some("再来的".to_owned()), ..CustomerPatch::default() };
    first.perform(&Command::AddCustomer { patch, opening: None, on }).unwrap();
    first.perform(&Command::Undo(None)).unwrap();
    assert_eq!(export(&other, ExportTable::Customers, Format::Csv), before);
}

// A5: an import that was taken back does not count, and one that was done again does.
#[test]
fn a_file_is_known_while_its_import_is_in_force() {
    let folder = TempDir::new().unwrap();
    let mut app = open(&folder.path().join("shop.db"));
    let file = "name,unit,price\nrice,kg,42\n";
    let first = import(&mut app, ImportTable::Products, file).unwrap().action;
    let again = import(&mut app, ImportTable::Products, file);
    let Err(app::Error::Refused(Refusal::ImportedBefore { action, rows, .. })) = again else {
        panic!("{again:?}")
    };
    assert_eq!((Some(action), rows), (first, 1));
    perform(&mut app, Command::Undo(None));
    assert!(app.dry_run(&read(&app, ImportTable::Products, file), &app::no_progress).is_ok());
    perform(&mut app, Command::Redo);
    assert!(import(&mut app, ImportTable::Products, file).is_err());
    // The same bytes are another list in another table, and no list at all if they are refused.
    import(&mut app, ImportTable::Customers, "name\nAnn\n").unwrap();
    let once_more = scan(&app, ImportTable::Customers, "name\nAnn\n", Repeats::Allow);
    app.perform(&Command::Import(once_more)).unwrap();
    assert!(app.check().unwrap().is_empty());
}

// A5: references come back with the rows, and are no other row's.
#[test]
fn a_reference_goes_out_and_comes_in_again() {
    let folder = TempDir::new().unwrap();
    let mut app = open(&folder.path().join("shop.db"));
    import(&mut app, ImportTable::Customers, "name,external\nAnn,=1;a\nBen,\n").unwrap();
    let file = export(&app, ExportTable::Customers, Format::Csv);
    let mut other = open(&folder.path().join("other.db"));
    import(&mut other, ImportTable::Customers, &file).unwrap();
    assert_eq!(export(&other, ExportTable::Customers, Format::Csv), file);
    let edited = file.replace("Ben", "Benno");
    let rows = refused(&mut other, ImportTable::Customers, &edited);
    assert_eq!(rows.iter().map(|row| (row.line, row.column)).collect::<Vec<_>>(), [(3, "id")]);
}
