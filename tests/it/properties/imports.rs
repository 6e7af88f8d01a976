//! Small files of made-up rows, read as the command line reads them: what does not parse has never
//! been a command, and of the rest much breaks a rule.

use super::{any_day, any_text, today};
use proptest::prelude::*;
use proptest::sample::select;
use ricejar::domain::import::Repeats;
use ricejar::domain::record::{ExportTable, ImportTable};
use ricejar::domain::tab::EntryKind;
use ricejar::domain::{Command, Currency, StableName};
use ricejar::exchange::tables::{self, Spec};
use ricejar::exchange::{Format, Writer};
use std::ops::ControlFlow;

/// What a mistake at the keyboard or on the way puts into a file.
fn any_slip() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        select(&["", "\"", ",", "\n", "\r", "\0", "\u{feff}", ";", "x", "\"\"", "9"][..])
            .prop_map(|slip| slip.as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..4),
    ]
}

proptest! {
    #![proptest_config(super::config(96))]

    // A3: whatever happens to a file on its way, it is imported as a whole or not at all.
    #[test]
    fn a_damaged_export_is_imported_as_a_whole_or_not_at_all(
        slips in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_usize, any_slip()), 1..4),
        table in select(ImportTable::ALL),
    ) {
        let (table, name) = table;
        let mut notebook = super::furnished();
        let currency = Currency::from_code("TWD").unwrap();
        let mut file = Vec::new();
        let columns = tables::columns(ExportTable::from_key(name).unwrap());
        notebook.app.export::<(), ricejar::app::Error>(|moment| {
            let mut writer = Writer::new(Format::Csv, columns, &mut file);
            moment.rows(ExportTable::from_key(name).unwrap(), |row| {
                tables::write(row, currency, &mut writer).unwrap();
                Ok::<_, ricejar::app::Error>(())
            })?;
            writer.finish().unwrap();
            Ok(())
        }).unwrap();
        for (place, length, slip) in slips {
            let place = place.index(file.len() + 1);
            let end = (place + length).min(file.len());
            file.splice(place..end, slip);
        }
        let spec = Spec { table, file: String::new(), currency, today: today(), order: None, repeats: Repeats::Refuse };
        let Ok(import) = tables::scan(&file[..], spec, &|_| ControlFlow::Continue(())) else {
            return Ok(());
        };
        let before = notebook.rows();
        super::tried(&mut notebook, &Command::Import(import), &before);
        notebook.is_whole();
    }
}

type Cell = BoxedStrategy<String>;

/// Rows of one table, or of none if they do not parse.
pub fn any_import() -> impl Strategy<Value = Command> {
    let table = select(ImportTable::ALL).prop_map(|(table, _)| table);
    let file = table.prop_flat_map(|table| {
        let (header, cells) = columns(table).into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        (Just(table), Just(header.join(",")), proptest::collection::vec(cells, 0..4))
    });
    file.prop_map(|(table, header, rows)| {
        let currency = Currency::from_code("TWD").unwrap();
        let read = |file: &str| {
            let (file_name, today) = (String::new(), today());
            let spec = Spec {
                table,
                file: file_name,
                currency,
                today,
                order: None,
                repeats: Repeats::Refuse,
            };
            tables::scan(file.as_bytes(), spec, &|_| ControlFlow::Continue(()))
        };
        let rows = rows.iter().map(|cells| cells.join(","));
        let good = rows.filter(|row| read(&format!("{header}\n{row}")).is_ok());
        let file = good.fold(header.clone(), |file, row| format!("{file}\n{row}"));
        Command::Import(read(&file).unwrap())
    })
}

/// The columns of a table that matter here, each with what may stand in it.
fn columns(table: ImportTable) -> Vec<(&'static str, Cell)> {
    let customer = || ("customer", one_of(&["C001", "c001", "C002", "C003", "C9"]));
    let product = || ("product", one_of(&["米", "oil", "OIL", "tea"]));
    match table {
        ImportTable::Customers => vec![
            id(),
            (
                "code",
                one_of(&["", "", "C001", "C003", "c003", "Ｃ００３", "C18446744073709551615"]),
            ),
            ("name", text()),
            ("phone", one_of(&["", "0912", "0912;0933-1"])),
            ("adults", one_of(&["", "2", "65535"])),
            ("household_changes", one_of(&["", "2026-03-01:3/1/0", "1900-01-01:0/0/0"])),
            (
                "away",
                one_of(&[
                    "",
                    "2026-03-05..2026-03-08:2",
                    "2026-03-05..2026-03-08;2026-03-08..2026-03-09",
                    "1900-01-01..2199-12-31",
                ]),
            ),
            ("payday", one_of(&["", "25", "every 366 days from 1900-01-01"])),
            ("weekdays", one_of(&["", "mon,wed"])),
            ("limit", amount()),
            ("referred_by", one_of(&["", "", "C001", "C003", "C9"])),
            ("birthday", maybe_day()),
            ("joined_on", maybe_day()),
            ("left_on", maybe_day()),
            ("left_reason", text()),
        ],
        ImportTable::Products => vec![
            id(),
            ("name", text()),
            ("unit", one_of(&["kg", "瓶", "\" \""])),
            ("price", amount()),
            ("cost", amount()),
            ("pack", amount()),
            ("appetite", one_of(&["", "0.25", "999999"])),
            ("child", one_of(&["", "0", "65.535"])),
            ("stock_in", one_of(&["", "100", "-4", "0.001", "1000000000"])),
        ],
        ImportTable::Jars => vec![
            id(),
            customer(),
            product(),
            ("usual", amount()),
            ("capacity", amount()),
            ("monthly", amount()),
            ("rate", one_of(&["", "0.4", "0.000001"])),
            ("strategy", one_of(&["", "on-call", "2 weeks"])),
            ("safety", one_of(&["", "2", "366", "65535"])),
            ("price", amount()),
        ],
        ImportTable::Readings => vec![
            id(),
            customer(),
            product(),
            ("day", any_day().prop_map(|day| day.to_string()).boxed()),
            ("level", one_of(&["0", "3/10", "4.5", "1000000000"])),
            ("delivery", one_of(&["", "", "1", "2", "9"])),
        ],
        ImportTable::Deliveries => vec![
            id(),
            customer(),
            ("stage", one_of(&["", "planned", "done", "done", "missed", "cancelled"])),
            ("planned_for", any_day().prop_map(|day| day.to_string()).boxed()),
            ("closed_on", maybe_day()),
            ("reason", text()),
            ("checklist", one_of(&["", "old-out;cleaned"])),
            (
                "lines",
                one_of(&[
                    "米=15",
                    "米=15;oil=2",
                    "oil=0",
                    "米=15;米=1",
                    "tea=1",
                    "米=15/14.5@42",
                    "oil=0/1000000000@1000000000000",
                ]),
            ),
        ],
        ImportTable::Entries => vec![
            id(),
            customer(),
            ("day", any_day().prop_map(|day| day.to_string()).boxed()),
            ("kind", select(EntryKind::ALL).prop_map(|(_, name)| name.to_owned()).boxed()),
            ("amount", one_of(&["1", "240", "-240", "0", "1000000000000"])),
            ("note", text()),
            ("delivery", one_of(&["", "", "1", "2", "9"])),
        ],
        ImportTable::Promises => vec![
            id(),
            customer(),
            ("made_on", maybe_day()),
            ("promised_by", any_day().prop_map(|day| day.to_string()).boxed()),
            ("promised", amount()),
            ("stage", one_of(&["", "open", "done", "dropped"])),
            ("closed_on", maybe_day()),
            ("note", text()),
        ],
        ImportTable::DayCloses => vec![
            id(),
            ("day", any_day().prop_map(|day| day.to_string()).boxed()),
            ("till", one_of(&["", "cash", "cash;bank"])),
            ("expected", one_of(&["0", "15", "-3"])),
            ("counted", amount()),
            ("denominations", one_of(&["", "", "5x3", "10x24", "5x"])),
            ("reason", text()),
        ],
        ImportTable::Tickets => vec![
            id(),
            customer(),
            ("product", one_of(&["米", "米", "oil", "tea"])),
            ("day", any_day().prop_map(|day| day.to_string()).boxed()),
            ("kind", one_of(&["", "sold", "used", "refunded"])),
            ("tickets", one_of(&["1", "2", "10", "0"])),
            ("free", one_of(&["", "1"])),
            ("amount", amount()),
            ("expires", maybe_day()),
            ("book", one_of(&["", "1", "2", "9"])),
            ("delivery", one_of(&["", "1", "2", "9"])),
        ],
        ImportTable::Containers => vec![
            id(),
            ("name", one_of(&["桶", "瓶", "", "a"])),
            ("deposit", amount()),
            ("price", amount()),
        ],
        ImportTable::ContainerMoves => vec![
            id(),
            customer(),
            ("container", one_of(&["桶", "瓶", "缸"])),
            ("day", any_day().prop_map(|day| day.to_string()).boxed()),
            ("kind", one_of(&["lent", "lent", "returned", "lost", "counted"])),
            ("change", one_of(&["1", "2", "-1", "0", "9223372036854775807"])),
            ("delivery", one_of(&["", "", "1", "9"])),
            ("note", text()),
        ],
        ImportTable::Prices => vec![
            id(),
            ("product", one_of(&["米", "oil", "tea"])),
            ("customer", one_of(&["", "", "C001", "x"])),
            ("least", one_of(&["", "0", "50", "-1"])),
            ("from", maybe_day()),
            ("price", amount()),
        ],
        ImportTable::Complaints => vec![
            id(),
            customer(),
            ("product", one_of(&["", "", "米", "tea"])),
            ("delivery", one_of(&["", "", "1", "9"])),
            ("day", maybe_day()),
            ("kind", one_of(&["", "quality", "异味"])),
            ("text", text()),
            ("owner", text()),
            ("answered", maybe_day()),
            ("solved", maybe_day()),
            ("closed", maybe_day()),
            ("remedy", text()),
            ("discount", amount()),
            ("satisfaction", one_of(&["", "", "4", "6"])),
        ],
        ImportTable::Skips => vec![
            id(),
            customer(),
            ("product", one_of(&["", "", "米", "oil", "tea"])),
            ("day", maybe_day()),
            ("until", any_day().prop_map(|day| day.to_string()).boxed()),
            ("reason", text()),
        ],
    }
}

fn one_of(texts: &'static [&'static str]) -> Cell {
    select(texts).prop_map(str::to_owned).boxed()
}

fn id() -> (&'static str, Cell) {
    let number = prop_oneof![
        6 => Just(String::new()),
        3 => (1..9_i64).prop_map(|number| number.to_string()),
        1 => Just(i64::MAX.to_string()),
    ];
    ("id", number.boxed())
}

fn text() -> Cell {
    any_text().prop_map(|text| format!("\"{}\"", text.replace('"', "\"\""))).boxed()
}

fn amount() -> Cell {
    one_of(&["", "0", "15", "240", "1000000000000"])
}

fn maybe_day() -> Cell {
    proptest::option::weighted(0.3, any_day())
        .prop_map(|day| day.map(|day| day.to_string()).unwrap_or_default())
        .boxed()
}
