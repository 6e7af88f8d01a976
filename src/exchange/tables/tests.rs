//! Files of rows made by hand, good and bad.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::domain::Money;
use crate::domain::birthday::Birthday;
use crate::domain::day::DateOrder;
use crate::domain::delivery::DeliveryStage;
use crate::domain::import::{ImportRow, Repeats};
use crate::domain::record::{CustomerRecord, ImportTable};
use crate::domain::{Currency, Day, StableName};
use std::ops::ControlFlow;

fn day() -> Day {
    Day::from_ymd_opt(2026, 3, 27).unwrap()
}

/// Every row of a file with its line.
fn read_text(table: ImportTable, text: &str) -> Result<Vec<(u64, ImportRow)>, BadFile> {
    read_in_order(table, text, None)
}

/// The same, where the shop writes days in an order.
fn read_in_order(
    table: ImportTable,
    text: &str,
    order: Option<DateOrder>,
) -> Result<Vec<(u64, ImportRow)>, BadFile> {
    let spec = Spec {
        table,
        file: "list.csv".to_owned(),
        currency: Currency::from_code("CNY").unwrap(),
        today: day(),
        order,
        repeats: Repeats::Refuse,
    };
    let import = scan(text.as_bytes(), spec, &|_| ControlFlow::Continue(()))?;
    let rows: Vec<_> = import.rows.rows().map(Result::unwrap).collect();
    assert_eq!(import.totals.rows as usize, rows.len());
    Ok(rows)
}

fn customers(text: &str) -> Vec<(u64, CustomerRecord)> {
    let rows = read_text(ImportTable::Customers, text).unwrap().into_iter();
    rows.map(|(line, row)| match row {
        ImportRow::Customer(row) => (line, *row),
        other => panic!("{other:?}"),
    })
    .collect()
}

/// Where the bad fields of a file stand.
fn bad(table: ImportTable, text: &str) -> Vec<(u64, &'static str)> {
    let Err(BadFile::Rows(rows)) = read_text(table, text) else { panic!("{text} is not bad") };
    rows.first
        .into_iter()
        .map(|row| match row {
            BadRow::Field(BadField { line, column, .. }) => (line, column),
            BadRow::Rule(row) => panic!("{row:?}"),
            BadRow::Unreadable(error) => panic!("{error}"),
        })
        .collect()
}

#[test]
fn a_list_of_names_and_telephones_is_enough() {
    let file = "name,phone\n林阿嬷,0912 345 678;+886 2 2345\n'=陈,\n";
    let rows = customers(file);
    assert_eq!(rows[0].1.customer.phones, ["0912 345 678", "+886 2 2345"]);
    assert_eq!((rows[1].0, rows[1].1.customer.name.as_str()), (3, "=陈"));
    assert_eq!(rows[1].1.customer.joined_on, day());
}

#[test]
fn every_bad_field_is_told_with_its_line_and_column() {
    let file = "name,adults,payday,birthday,kind,away,household_changes\n\
        ,-1,never,2024-02-30,giant,yesterday,2026-03-01:3\n\
        Wu,2,25,1970-01-01,business,2026-03-05..2026-03-08:2,2026-03-01:3/1/0\n\
        Li,1.5,,,,2026-03-08..2026-03-05,2026-03-01:3/1/x\n";
    let all = ["name", "kind", "adults", "household_changes", "away", "payday", "birthday"];
    let mut expected: Vec<_> = all.iter().map(|column| (2, *column)).collect();
    expected.extend([(4, "adults"), (4, "household_changes"), (4, "away")]);
    assert_eq!(bad(ImportTable::Customers, file), expected);
}

// D1, case 05.
#[test]
fn days_that_begin_with_their_year_are_read_as_spreadsheets_write_them() {
    let days = |text: &str| {
        let rows = customers(&format!("name,birthday\nAnn,{text}\n"));
        rows[0].1.customer.birthday
    };
    for text in [
        "1980-05-06",
        "1980/5/6",
        "1980-5-6",
        "1980/05/06",
        "1980年5月6日",
        "1980-05-06 00:00:00",
        "1980/5/6 0:00",
    ] {
        assert_eq!(days(text), Day::from_ymd_opt(1980, 5, 6).map(Birthday::Dated), "{text}");
    }
    for text in ["5/6/1980", "27.03.2026", "44927", "fri", "3月27日", "1980/13/1", "1980/5"] {
        let file = format!("name,birthday\nAnn,{text}\n");
        assert_eq!(bad(ImportTable::Customers, &file), [(2, "birthday")], "{text}");
    }
    let file = "customer,day,kind,amount\nC1,2026/3/2,charge,10\n";
    assert_eq!(read_text(ImportTable::Entries, file).unwrap().len(), 1);
}

// D1, case 06.
#[test]
fn a_telephone_number_that_a_spreadsheet_took_for_a_number_is_mended_or_refused() {
    let file = "name,phone\nAnn,13800138000.0\nBob,\"=\"\"0912\"\"\"\nCai,021.6234;138.00\n";
    let phones: Vec<_> =
        customers(file).into_iter().map(|(_, row)| row.customer.phones.join(" ")).collect();
    assert_eq!(phones, ["13800138000", "0912", "021.6234 138"]);
    for lost in ["1.38E+10", "1.38E10", "8.86912E+11", "1,38e+10", "0912;1E+5"] {
        let file = format!("name,phone\nAnn,\"{lost}\"\n");
        assert_eq!(bad(ImportTable::Customers, &file), [(2, "phone")], "{lost}");
    }
}

#[test]
fn a_line_of_a_delivery_is_split_at_its_last_sign() {
    let file = "customer,planned_for,stage,lines\nC1,2026-03-02,done,a=b=15/14.5@42.50;oil=2\n";
    let rows = read_text(ImportTable::Deliveries, file).unwrap();
    let ImportRow::Delivery(delivery) = &rows[0].1 else { panic!("{rows:?}") };
    assert_eq!(delivery.delivery.stage, DeliveryStage::Done);
    assert_eq!(delivery.delivery.closed_on, Some(delivery.delivery.planned_for));
    assert_eq!(delivery.lines[0].product, "a=b");
    assert_eq!(delivery.lines[0].price, Some(Money::from_minor(4250)));
    assert_eq!((delivery.lines[1].product.as_str(), delivery.lines[1].delivered), ("oil", None));
}

#[test]
fn a_delivery_that_does_not_agree_with_itself_is_bad() {
    let header = "customer,planned_for,stage,closed_on,lines,checklist\n";
    let rows = [
        ("C1,2026-03-02,planned,2026-03-02,rice=1,", "stage"),
        ("C1,2026-03-02,missed,,rice=1/1@2,", "lines"),
        ("C1,2026-03-02,,,rice,", "lines"),
        ("C1,2026-03-02,,,rice=1/2,", "lines"),
        ("C1,2026-03-02,,,rice=-1,", "lines"),
        ("C1,2026-03-02,,,rice=1,a;b;c;d;e", "checklist"),
    ];
    for (row, column) in rows {
        let file = format!("{header}{row}\n");
        assert_eq!(bad(ImportTable::Deliveries, &file), [(2, column)], "{row}");
    }
}

#[test]
fn a_payment_makes_the_balance_less_with_or_without_its_sign() {
    let file = "customer,day,kind,amount\nC1,2026-03-02,payment,10\nC1,2026-03-02,payment,-10\n\
        C1,2026-03-02,charge,10\n";
    let rows = read_text(ImportTable::Entries, file).unwrap();
    let minor = rows.iter().map(|(_, row)| match row {
        ImportRow::Entry(row) => row.entry.amount.minor(),
        other => panic!("{other:?}"),
    });
    assert_eq!(minor.collect::<Vec<_>>(), [-1000, -1000, 1000]);
}

#[test]
fn the_columns_that_the_readme_documents_are_those_that_are_written() {
    let readme = include_str!("../../../README.md");
    for (table, name) in ExportTable::ALL {
        let heading = format!("{name}\n");
        let source = readme.split("\n### ").find(|part| part.starts_with(&heading)).unwrap();
        let lines = source.lines().take_while(|line| !line.starts_with("## "));
        let rows = lines.filter(|line| line.starts_with("| `"));
        let cells = rows.filter_map(|line| line.split('|').nth(1));
        let named =
            cells.flat_map(|cell| cell.split(',')).map(|name| name.trim().trim_matches('`'));
        let columns = columns(*table).iter().map(|column| column.name);
        assert_eq!(named.collect::<Vec<_>>(), columns.collect::<Vec<_>>(), "{table:?}");
    }
}

// D3
#[test]
fn days_of_a_file_are_read_in_the_order_of_the_shop() {
    let file = "customer,day,kind,amount\nC001,4/3/2026,charge,10\n";
    let on = |order| match read_in_order(ImportTable::Entries, file, order) {
        Ok(rows) => rows.iter().find_map(|(_, row)| match row {
            ImportRow::Entry(row) => Some(row.entry.on.to_string()),
            _ => None,
        }),
        Err(_) => None,
    };
    assert_eq!(on(Some(DateOrder::DayFirst)).as_deref(), Some("2026-03-04"));
    assert_eq!(on(Some(DateOrder::MonthFirst)).as_deref(), Some("2026-04-03"));
    assert_eq!(on(None), None);
}
