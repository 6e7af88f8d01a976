//! Files read as rows, good and bad.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::exchange::csv_scanner::{MAX_FIELD, MAX_RECORD};
use crate::exchange::{Cell, Column, Format, Writer};
use proptest::prelude::*;

const KNOWN: [&str; 3] = ["code", "name", "note"];

fn reader(file: &[u8]) -> Result<CsvReader<&[u8]>, ReadError> {
    CsvReader::new(file, &KNOWN, &["name"])
}

/// Every row as its line and the text of each known column, or as its error.
fn rows(file: &[u8]) -> Vec<String> {
    let mut reader = reader(file).unwrap();
    let mut rows = Vec::new();
    while let Some(read) = reader.read() {
        rows.push(match read {
            Ok(row) => format!("{} {:?} {:?}", row.line(), row.get(0), row.get(1)),
            Err(error) => error.to_string(),
        });
    }
    rows
}

#[test]
fn columns_are_found_in_any_order_behind_a_byte_order_mark() {
    assert_eq!(rows("\u{FEFF}name,code\n林,C1\n".as_bytes()), [r#"2 Some("C1") Some("林")"#]);
    assert_eq!(rows(b"name\nAnn"), [r#"2 None Some("Ann")"#]);
}

#[test]
fn lines_are_counted_through_quotes_and_whatever_ends_them() {
    let lines = |file: &str| -> Vec<String> {
        rows(file.as_bytes()).iter().map(|row| row.split(' ').next().unwrap().to_owned()).collect()
    };
    assert_eq!(lines("name\na\n\"b\nb\"\nc\n"), ["2", "3", "5"]);
    assert_eq!(lines("name\r\na\r\n\"b\r\nb\"\r\nc\r\n"), ["2", "3", "5"]);
    assert_eq!(lines("name\n\na\n\n\nb"), ["3", "6"]);
}

#[test]
fn a_header_says_what_is_wrong_with_it() {
    let error = |file: &[u8]| reader(file).err().unwrap().to_string();
    assert_eq!(error(b""), "the file is empty");
    assert_eq!(error(b"name,colour\n"), "line 1: unknown column colour");
    assert_eq!(error(b"name,name\n"), "line 1: the column name stands there twice");
    assert_eq!(error(b"code\n"), "the column name is missing");
    assert_eq!(error(b"code,n\xFFme\n"), "line 1, 2: not UTF-8");
}

#[test]
fn a_bad_row_is_told_and_the_next_one_is_read() {
    let file = b"code,name\nC1,\xFF\nC2\nC3,a,b\nC4,Wu\n";
    let expected = [
        "line 2, name: not UTF-8",
        "line 3: 1 fields for 2 columns",
        "line 4: 3 fields for 2 columns",
        r#"5 Some("C4") Some("Wu")"#,
    ];
    assert_eq!(rows(file), expected);
}

/// Texts that are likely to go wrong: quotes, guards and ends of lines.
fn awkward() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "['=+@,\"\r\n\t＝ -]{0,5}".prop_map(String::from), "'{0,3}[=x]?"]
}

// A3: a quote that is never closed took the rest of the file for one field.
#[test]
fn a_quote_out_of_place_is_refused_with_its_line_and_column() {
    let read = |rest: &str| rows(format!("name,note\n{rest}").as_bytes());
    assert_eq!(read("a,\"b\nc,d\n"), ["line 2, note: UnclosedQuote"]);
    assert_eq!(read("a,b\n\"c,d\n"), [r#"2 None Some("a")"#, "line 3, name: UnclosedQuote"]);
    assert_eq!(read("\"a\nb,c\nd,\"e\"\nf,g\n"), ["line 4, name: TextAfterQuote { opened: 2 }"]);
    assert_eq!(read("\"5\" pipe\",b\nc,d\n"), ["line 2, name: TextAfterQuote { opened: 2 }"]);
    assert_eq!(read("5\" pipe,\"b\"\nc,d\n"), ["line 2, name: BareQuote", r#"3 None Some("c")"#]);
    assert_eq!(reader(b"name,\"note").err().unwrap().to_string(), "line 1, 2: UnclosedQuote");
}

// A21: what is no list at all is refused before it is held in memory.
#[test]
fn no_field_is_endless_and_none_has_a_zero_byte() {
    let long = "x".repeat(MAX_FIELD + 1);
    let read = |rest: &str| rows(format!("name,note\n{rest}").as_bytes());
    assert_eq!(read(&format!("a,{long}")), ["line 2, note: FieldTooLong"]);
    assert_eq!(read(&format!("a,b\n\"{long}\",b"))[1], "line 3, name: FieldTooLong");
    assert_eq!(read(&",".repeat(MAX_RECORD + 2)), ["line 2, 1048578: RecordTooLong"]);
    assert_eq!(read("a,b\nc,\0"), [r#"2 None Some("a")"#, "line 3, note: ZeroByte"]);
    assert_eq!(read("\"\0\",b"), ["line 2, name: ZeroByte"]);
    let fits = "x".repeat(MAX_FIELD);
    assert_eq!(read(&format!("a,\"{fits}\"\n")), [r#"2 None Some("a")"#]);
}

// Case 38.
#[test]
fn what_old_programs_leave_at_the_ends_of_a_file_is_left_out() {
    let marked = rows("\u{FEFF}\u{FEFF}\"name\",code\n林,C1\n\u{1A}".as_bytes());
    assert_eq!(marked, [r#"2 Some("C1") Some("林")"#]);
    assert_eq!(rows(b"name\nAnn\x1A"), [r#"2 None Some("Ann")"#]);
    assert_eq!(rows(b"name\n\"Ann\"\x1A"), [r#"2 None Some("Ann")"#]);
    assert_eq!(rows(b"name\nA\x1An"), [r#"2 None Some("A\u{1a}n")"#]);
    // The same bytes one at a time, as a pipe may give them.
    let mut one_by_one = CsvReader::new(Trickle(b"name\nA\x1An\r\nB\x1A"), &KNOWN, &[]).unwrap();
    assert_eq!(one_by_one.read().unwrap().unwrap().get(1), Some("A\u{1a}n"));
    let last = one_by_one.read().unwrap().unwrap();
    assert_eq!((last.line(), last.get(1)), (3, Some("B")));
    assert!(one_by_one.read().is_none());
}

/// Every row as the text of each known column.
fn texts(file: &[u8]) -> Vec<[Option<String>; 3]> {
    let mut reader = reader(file).unwrap();
    let mut texts = Vec::new();
    while let Some(row) = reader.read() {
        let row = row.unwrap();
        texts.push([0, 1, 2].map(|column| row.get(column).map(str::to_owned)));
    }
    texts
}

// D1, case 09.
#[test]
fn columns_are_parted_by_what_the_spreadsheet_of_a_country_uses() {
    let expected = texts("name,code,note\n林,C1,\"a,b;c\td|e\"\nAnn,,\n".as_bytes());
    for separator in [";", "\t", "|"] {
        let list = format!(
            "name{separator}code{separator}note\r\n林{separator}C1{separator}\"a,b;c\td|e\"\r\nAnn{separator}{separator}\r\n"
        );
        assert_eq!(texts(list.as_bytes()), expected, "{separator:?}");
        let named = format!("\u{FEFF}sep={separator}\r\n{list}");
        assert_eq!(texts(named.as_bytes()), expected, "{separator:?}");
        let line = reader(named.as_bytes()).unwrap().read().unwrap().unwrap().line();
        assert_eq!(line, 3);
    }
    assert_eq!(texts(b"sep=,\nname\na;b\n")[0][1].as_deref(), Some("a;b"));
    // A list of one column has none.
    assert_eq!(texts(b"name\na;b\tc\n")[0][1].as_deref(), Some("a;b\tc"));
}

// D1, case 10.
#[test]
fn what_a_spreadsheet_leaves_around_a_table_is_no_part_of_it() {
    let ann = [None, Some("Ann".to_owned()), Some("x".to_owned())];
    for list in [
        " Name ,NOTE\nAnn,x\n",
        "ｎａｍｅ,Note\nAnn,x\n",
        "name,note,,\nAnn,x,,\n",
        "name,note,\nAnn,x\n",
        "name,,note\nAnn,,x\n",
        "name,note\n,\nAnn,x\n,\n ,\t\n,,\n",
        "Customers of the shop,\n,\nname,note\nAnn,x\n",
        "Customers of the shop\nas of 2026-03-27\n\nname,note\nAnn,x\n",
        "客户;\n;\nname;note\nAnn;x\n",
        "name,note\nAnn,x,,\n",
    ] {
        assert_eq!(texts(list.as_bytes()), std::slice::from_ref(&ann), "{list:?}");
    }
    let wrong = |list: &str| rows(list.as_bytes());
    assert_eq!(wrong("name,,note\nAnn,y,x\n"), ["line 2: column 2 has no heading"]);
    assert_eq!(wrong("name,note\nAnn,x,y\n"), ["line 2: 3 fields for 2 columns"]);
    let error = |file: &[u8]| reader(file).err().unwrap().to_string();
    assert_eq!(error(b"Shop\n\ncolour,size\nred,1\n"), "line 1: unknown column Shop");
    assert_eq!(error(b"\n,\n"), "the file is empty");
    assert_eq!(error(b"Shop\nname,Name\n"), "line 2: the column name stands there twice");
}

// D1, case 06.
#[test]
fn a_text_in_a_formula_is_that_text() {
    for list in ["name,code\n=\"0912\",C1\n", "name,code\n\"=\"\"0912\"\"\",C1\n"] {
        assert_eq!(texts(list.as_bytes())[0][1].as_deref(), Some("0912"));
    }
    for formula in ["=\"a\"&\"b\"", "=\"a", "a=\"b\""] {
        let list = format!("name,code\n{formula},C1\n");
        assert_eq!(rows(list.as_bytes()), ["line 2, name: BareQuote"], "{formula}");
    }
}

// D1, case 09.
#[test]
fn a_list_in_the_encoding_of_a_country_is_read() {
    let list = "name\tcode\r\n林阿嬷\tC1\r\n陈师傅\tC2\r\n";
    let utf16 = list.encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = b"\xFF\xFE".iter().copied().chain(utf16).collect();
    assert_eq!(texts(&utf16), texts(list.as_bytes()));
    assert_eq!(texts(&encoding_rs::GB18030.encode(list).0), texts(list.as_bytes()));
}

/// Bytes that come one at a time.
struct Trickle(&'static [u8]);

impl Read for Trickle {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let next = &mut self.0.take(1);
        let read = next.read(buffer)?;
        self.0 = &self.0[read..];
        Ok(read)
    }
}

#[test]
fn lines_may_end_in_either_of_two_ways_and_the_last_one_in_none() {
    assert_eq!(rows(b"name\r\na\nb"), [r#"2 None Some("a")"#, r#"3 None Some("b")"#]);
    assert_eq!(rows(b"name,code\na,"), [r#"2 Some("") Some("a")"#]);
    assert_eq!(rows(b"name\n\"\"\n\n"), [r#"2 None Some("")"#]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn every_text_survives_csv(texts in prop::collection::vec((awkward(), awkward(), any::<i64>()), 0..5), bom: bool) {
        let mut out = Vec::new();
        let columns = KNOWN.map(Column::left);
        let mut writer = Writer::new(Format::Csv, &columns, &mut out);
        if bom {
            writer = writer.with_bom();
        }
        for (code, name, note) in &texts {
            writer.row(&[Cell::text(code), Cell::text(name), Cell::Int(*note)]).unwrap();
        }
        writer.finish().unwrap();
        let mut reader = reader(&out).unwrap();
        for (code, name, note) in &texts {
            let row = reader.read().unwrap().unwrap();
            let note = note.to_string();
            let expected = [Some(code.as_str()), Some(name.as_str()), Some(note.as_str())];
            prop_assert_eq!([row.get(0), row.get(1), row.get(2)], expected);
        }
        prop_assert!(reader.read().is_none());
    }

    #[test]
    fn a_list_of_one_column_keeps_every_row(texts in prop::collection::vec(awkward(), 0..5)) {
        let mut out = Vec::new();
        let mut writer = Writer::new(Format::Csv, &[Column::left("name")], &mut out);
        for text in &texts {
            writer.row(&[Cell::text(text)]).unwrap();
        }
        writer.finish().unwrap();
        let mut reader = reader(&out).unwrap();
        for text in &texts {
            prop_assert_eq!(reader.read().unwrap().unwrap().get(1), Some(text.as_str()));
        }
        prop_assert!(reader.read().is_none());
    }
}
