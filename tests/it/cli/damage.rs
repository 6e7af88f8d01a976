//! `check`, `backup`, `restore` and `rescue` on notebooks that are damaged in ways that a disk, another
//! program or a curious hand can damage them.

use super::Shop;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Four customers with something in every table.
fn small() -> Shop {
    let shop = Shop::new();
    for line in [
        "customer add 林阿嬷 --phone 0912 --adults 2 --payday 25 --opening 120",
        "customer add Wu --referred-by C001",
        "customer add Chen --birthday 1970-02-28",
        "customer add Ming",
        "product add rice --unit kg --price 42 --pack 15 --stock 100",
        "jar set C001 rice --capacity 20 --monthly 12",
        "jar read C001 rice 1/10 --on 2026-03-20",
        "delivery plan C001 rice 15 --on today",
        "delivery done 1 --paid 100",
        "delivery plan C002 rice 15 --on 2026-04-02",
        "tab charge C002 33",
        "follow-up add C002 call --on 2026-04-01 --every '1 month'",
        "contact add C002 --channel visit --text hello",
        "customer away C001 2026-04-10..2026-04-12",
        "shop set holidays '2026-05-01 Labour;2026-10-01 National'",
        "shop set areas 竹巷",
    ] {
        let output = shop.run(line);
        assert!(output.status.success(), "{line}: {output:?}");
    }
    shop
}

/// Changes the file as a program would that knows nothing of our rules and of the journal.
fn damage(file: &Path, sql: &str) {
    let conn = Connection::open(file).unwrap();
    conn.pragma_update(None, "ignore_check_constraints", "ON").unwrap();
    conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
    let mut triggers =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<(String, String)> = triggers
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    triggers
        .iter()
        .for_each(|(name, _)| conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap());
    conn.execute_batch(sql).unwrap();
    triggers.iter().for_each(|(_, sql)| conn.execute_batch(sql).unwrap());
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

/// A bad value in a column of every kind.
const CELLS: &str = "
    UPDATE holiday SET day = '2026-13-01' WHERE day = '2026-05-01';
    UPDATE customer SET joined_on = 'soon', payday = 'never', name_key = 'x' WHERE id = 1;
    UPDATE customer SET birthday = '1970-02-30', kind = 'ghost', adults = -1 WHERE id = 3;
    UPDATE customer SET note = CAST(x'ff41' AS TEXT), weekdays = 300 WHERE id = 4;
    UPDATE follow_up SET due_on = 'soon', repeats = 'now and then';
    UPDATE delivery SET planned_for = '27.3.2026' WHERE id = 2;
    UPDATE stock_move SET day = '', cost = -5;
    UPDATE contact SET text = CAST(x'c328' AS TEXT), mood = 9;
    UPDATE entry SET day = '2026-3-27' WHERE kind = 'opening';
    UPDATE jar SET strategy = 'guess', safety_days = 999;
    UPDATE away SET to_day = '2026-04-01';
    UPDATE forecast SET likely = 'late';
    UPDATE action SET deed = 'eaten' WHERE id = 1;
    UPDATE change SET before = '{', tbl = 'sqlite_schema' WHERE id = 1;
    UPDATE reading SET delivery_id = 77 WHERE id = 1;";

// A19
#[test]
fn check_names_table_row_and_column_of_every_bad_cell_in_both_languages() {
    let shop = small();
    damage(&shop.file("shop.ricejar"), CELLS);
    insta::assert_snapshot!(shop.play(&["check", "check --lang zh-CN", "check --format csv"]));
}

// A19
#[test]
fn one_bad_holiday_stops_neither_lists_nor_exports_nor_a_backup() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "UPDATE holiday SET day = 'May Day' WHERE day = '2026-05-01'",
    );
    for line in ["today", "customer list", "export entries", "tab charge C001 5"] {
        let output = shop.run(line);
        assert!(output.status.success(), "{line}: {output:?}");
    }
    assert_eq!(shop.run("backup copy").status.code(), Some(1));
    assert!(shop.file("copy").exists());
    assert_eq!(shop.run("check").status.code(), Some(1));
}

// A19
#[test]
fn a_notebook_whose_currency_is_unknown_can_still_be_checked_backed_up_and_rescued() {
    let shop = small();
    damage(&shop.file("shop.ricejar"), "UPDATE shop SET currency = 'XXX'");
    insta::assert_snapshot!(shop.play(&["check", "backup copy", "rescue new", "check --db new"]));
}

// A7
#[test]
fn what_a_check_finds_reaches_the_output_file() {
    let shop = small();
    damage(&shop.file("shop.ricejar"), "UPDATE contact SET mood = 9");
    let said = String::from_utf8(shop.run("check").stdout).unwrap();
    assert_eq!(shop.run("check -o found.txt").status.code(), Some(1));
    assert_eq!(fs::read_to_string(shop.file("found.txt")).unwrap(), said);
    assert_eq!(shop.run("check --format json -o found.json").status.code(), Some(1));
    let found = fs::read_to_string(shop.file("found.json")).unwrap();
    assert!(found.contains(r#""table":"contact","row":1,"column":"mood""#), "{found}");
}

// A14
#[test]
fn a_backup_that_does_not_pass_the_check_is_not_restored() {
    let shop = small();
    shop.says("backup good");
    let before = shop.says("export entries");
    let bad = |name: &str, sql: &str| {
        fs::copy(shop.file("good"), shop.file(name)).unwrap();
        damage(&shop.file(name), sql);
    };
    bad("version", "PRAGMA user_version = 0");
    bad("currency", "UPDATE shop SET currency = 'XXX'");
    bad("amount", "UPDATE entry SET amount = amount + 1 WHERE id = 1");
    insta::assert_snapshot!(shop.play(&[
        "restore version",
        "restore currency",
        "restore currency --lang zh-CN",
        "restore amount",
        "restore nothing",
    ]));
    assert_eq!(shop.says("export entries"), before);
    let mut names: Vec<_> = fs::read_dir(shop.file(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["amount", "currency", "good", "shop.ricejar", "version"]);
}

// A14
#[test]
fn five_flipped_bytes_anywhere_are_refused_or_harm_nothing() {
    let shop = small();
    shop.says("backup good");
    let (before, good) = (shop.says("export entries"), fs::read(shop.file("good")).unwrap());
    for place in (100..good.len() - 5).step_by(good.len() / 60) {
        let mut bytes = good.clone();
        bytes[place..place + 5].iter_mut().for_each(|byte| *byte = !*byte);
        fs::write(shop.file("flipped"), bytes).unwrap();
        let output = shop.run("restore flipped");
        if output.status.success() {
            // They lay where nothing is kept.
            assert_eq!(shop.says("check"), "Everything adds up.\n", "{place}");
        } else {
            assert_eq!(output.status.code(), Some(3), "{place}: {output:?}");
        }
        assert_eq!(shop.says("export entries"), before, "{place}");
    }
}

/// Makes a file that says of itself that it is a notebook of an older format.
fn older(file: &Path, format: i64) {
    let conn = Connection::open(file).unwrap();
    conn.execute_batch("CREATE TABLE shop (id)").unwrap();
    conn.pragma_update(None, "application_id", 0x7269_6365).unwrap();
    conn.pragma_update(None, "user_version", format).unwrap();
}

// A22
#[test]
fn copies_of_older_formats_go_once_there_is_a_backup() {
    let shop = small();
    older(&shop.file("shop.ricejar.v4.bak"), 4);
    fs::write(shop.file("shop.ricejar.bak"), "mine").unwrap();
    shop.says("backup copy");
    assert!(!shop.file("shop.ricejar.v4.bak").exists());
    assert!(shop.file("shop.ricejar.bak").exists());
}

// A20
#[test]
fn a_log_beside_a_notebook_that_is_gone_is_not_taken_for_the_restored_one() {
    let shop = small();
    shop.says("backup copy");
    fs::remove_file(shop.file("shop.ricejar")).unwrap();
    fs::write(shop.file("shop.ricejar-wal"), "log").unwrap();
    shop.says("restore copy");
    assert_eq!(shop.says("check"), "Everything adds up.\n");
    assert_eq!(fs::read_to_string(shop.file("shop.ricejar.old-1-wal")).unwrap(), "log");
}

// A22
#[test]
fn a_backup_of_a_damaged_notebook_names_rescue() {
    let shop = small();
    damage(&shop.file("shop.ricejar"), "DELETE FROM product");
    insta::assert_snapshot!(shop.play(&["backup copy", "backup copy --lang zh-CN"]));
    assert!(!shop.file("copy").exists());
}

// A19
#[test]
fn rescue_copies_what_can_be_read_and_lists_what_could_not() {
    let shop = small();
    damage(&shop.file("shop.ricejar"), CELLS);
    let before = fs::read(shop.file("shop.ricejar")).unwrap();
    insta::assert_snapshot!(shop.play(&[
        "rescue new",
        "check --db new",
        "customer list --db new --format csv",
        "journal --db new --format csv",
        "rescue new",
        "rescue other --lang zh-CN -o list.txt",
        "rescue third --format jsonl",
    ]));
    assert_eq!(fs::read(shop.file("shop.ricejar")).unwrap(), before);
    assert!(fs::read_to_string(shop.file("list.txt")).unwrap().contains("joined_on"));
}

// A19
#[test]
fn rescue_of_a_whole_notebook_loses_nothing() {
    let shop = small();
    shop.says("undo");
    assert_eq!(shop.says("rescue new"), "Everything that could be read was copied to new\n");
    for table in ["customers", "products", "jars", "deliveries", "readings", "entries", "journal"] {
        let both = ["", " --db new"].map(|db| shop.says(&format!("export {table}{db}")));
        assert_eq!(both[0], both[1], "{table}");
    }
    assert_eq!(shop.says("check --db new"), "Everything adds up.\n");
    assert_eq!(shop.says("redo --db new"), shop.says("redo"));
}

// A19
#[test]
fn rows_whose_parents_are_lost_are_listed() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "DELETE FROM customer WHERE id = 1; DELETE FROM delivery WHERE id = 1",
    );
    insta::assert_snapshot!(shop.play(&["check", "rescue new", "check --db new"]));
}

// A19
#[test]
fn rescue_reads_around_foreign_objects_of_the_schema() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "CREATE TABLE other (x); CREATE VIEW seen AS SELECT * FROM nowhere;
         CREATE TRIGGER spy AFTER INSERT ON entry BEGIN DELETE FROM entry; END;
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE TABLE other (x' WHERE name = 'other';",
    );
    let rescued = shop.run("rescue new");
    assert_eq!(rescued.status.code(), Some(1));
    let said = String::from_utf8(rescued.stdout).unwrap();
    assert!(said.contains("The table other is not one of a notebook"), "{said}");
    assert!(said.ends_with("Everything that could be read was copied to new\n"), "{said}");
    assert_eq!(shop.says("check --db new"), "Everything adds up.\n");
}

// A19
#[test]
fn rescue_reads_around_pages_that_cannot_be_read() {
    let shop = Shop::none();
    shop.says("demo shop.ricejar --db none --customers 120 --deliveries 4000");
    let file = shop.file("shop.ricejar");
    let conn = Connection::open(&file).unwrap();
    let root = |name: &str| -> i64 {
        conn.query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [name], |row| {
            row.get(0)
        })
        .unwrap()
    };
    let (entry, readings) = (root("entry"), root("reading"));
    let entries: i64 = conn.query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap();
    drop(conn);
    let mut bytes = fs::read(&file).unwrap();
    // The leaves in the middle and at the end of the entries, and the root of what was seen in jars.
    let leaves = children(&bytes, entry as usize);
    let lost = [leaves[leaves.len() / 2], leaves[leaves.len() - 1]];
    for page in lost.into_iter().chain([readings as usize]) {
        bytes[(page - 1) * 4096..page * 4096].fill(0x5a);
    }
    fs::write(&file, bytes).unwrap();

    let checked = shop.run("check");
    assert_eq!(checked.status.code(), Some(1));
    let found = String::from_utf8(checked.stdout).unwrap();
    assert!(found.contains(" of entry cannot be read.\n"), "{found}");
    let rescued = shop.run("rescue new");
    assert_eq!(rescued.status.code(), Some(1));
    let said = String::from_utf8(rescued.stdout).unwrap();
    assert!(said.contains(" of reading cannot be read.\n"), "{said}");
    assert_eq!(shop.says("check --db new"), "Everything adds up.\n");
    let kept = shop.says("export entries --db new").lines().count() as i64 - 1;
    assert!(kept < entries && kept > entries - 400, "{kept} of {entries}");
    let customers = shop.says("export customers --db new").lines().count();
    assert_eq!(customers, 121);
}

/// The pages below an inner page of a table.
fn children(bytes: &[u8], page: usize) -> Vec<usize> {
    let start = (page - 1) * 4096;
    let number =
        |at: usize| bytes[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | *byte as usize);
    assert_eq!(bytes[start], 5, "an inner page of a table");
    let cells = usize::from(bytes[start + 3]) << 8 | usize::from(bytes[start + 4]);
    let cell = |n: usize| {
        let at = start + 12 + 2 * n;
        start + (usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1]))
    };
    (0..cells).map(|n| number(cell(n))).chain([number(start + 8)]).collect()
}

// A22
#[test]
fn a_backup_that_a_person_made_is_never_deleted_by_the_next_one() {
    let shop = small();
    shop.says("backup mine");
    fs::rename(shop.file("mine"), shop.file("shop.ricejar.v6.bak")).unwrap();
    fs::write(shop.file("shop.ricejar.v3.bak"), "mine").unwrap();
    shop.says("backup copy");
    assert!(shop.file("shop.ricejar.v6.bak").exists());
    assert!(shop.file("shop.ricejar.v3.bak").exists());
}

// A14
#[test]
fn a_backup_of_what_does_not_add_up_says_so_and_how_to_use_it() {
    let shop = small();
    damage(&shop.file("shop.ricejar"), "UPDATE standing SET balance = 700 WHERE customer_id = 1");
    insta::assert_snapshot!(shop.play(&[
        "backup copy",
        "backup other --lang zh-CN",
        "restore copy",
        "restore copy --lang zh-CN",
        "rescue new --db copy",
        "check --db new",
    ]));
    assert!(shop.file("copy").exists());
}

// A19
#[test]
fn a_huge_number_is_named_and_left_out_and_stops_nothing() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "UPDATE entry SET amount = 9223372036854775807 WHERE customer_id = 2;
         INSERT INTO entry (customer_id, day, kind, amount, method, note)
         VALUES (2, '2026-03-27', 'charge', 9223372036854775807, '', '');
         INSERT INTO stock_move (product_id, day, quantity, reason)
         VALUES (1, '2026-03-27', 9223372036854775807, 'received');
         INSERT INTO stock_move (product_id, day, quantity, reason)
         VALUES (1, '2026-03-27', 9223372036854775807, 'received');
         UPDATE product SET cost = 1 << 62;",
    );
    insta::assert_snapshot!(shop.play(&["check", "rescue new", "check --db new"]));
}

// A19
#[test]
fn a_blob_where_a_day_belongs_is_named_and_stops_nothing() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'delivery';
         PRAGMA writable_schema = RESET;
         DROP INDEX IF EXISTS delivery_day;
         UPDATE delivery SET planned_for = x'010203' WHERE id = 2;
         UPDATE delivery SET closed_on = x'ff' WHERE id = 1;
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'delivery';
         PRAGMA writable_schema = RESET;",
    );
    insta::assert_snapshot!(shop.play(&["check", "rescue new", "check --db new"]));
}

// A19
#[test]
fn a_damaged_definition_of_any_table_costs_only_that_table() {
    let shop = small();
    let whole = fs::read(shop.file("shop.ricejar")).unwrap();
    for table in ["holiday", "customer", "contact", "jar", "forecast", "change"] {
        for (byte, flip) in [(2, 4), (8, 4), (14, 4), (15, 1)] {
            let mut bytes = whole.clone();
            let definition = format!("CREATE TABLE {table} (");
            // What was moved to another page may still stand on the one before.
            let places: Vec<usize> = (0..bytes.len() - definition.len())
                .filter(|at| bytes[*at..].starts_with(definition.as_bytes()))
                .collect();
            assert!(!places.is_empty(), "{table}");
            places.iter().for_each(|at| bytes[at + byte] ^= flip);
            fs::write(shop.file("damaged"), bytes).unwrap();
            let _ = fs::remove_file(shop.file("new"));
            let output = shop.run("rescue new --db damaged");
            let said = String::from_utf8(output.stdout).unwrap();
            let error = String::from_utf8(output.stderr).unwrap();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{table} {byte}: {error}");
            assert!(
                said.contains("Everything that could be read was copied to new"),
                "{table} {byte}: {said}"
            );
            let is_named = said.contains(&format!("table {table} "));
            assert!(is_named || table == "forecast", "{table} {byte}: {said}");
            let lists = ["customer", "entry"].iter().filter(|other| **other != table);
            for list in lists.filter(|list| table != "customer" || **list == "customer") {
                let rows = if *list == "customer" { "customers" } else { "entries" };
                let rows = shop.says(&format!("export {rows} --db new")).lines().count();
                assert!(rows > 3, "{table} {byte}: {list}");
            }
        }
    }
}

// A19
#[test]
fn a_destroyed_first_page_is_called_that() {
    let shop = Shop::new();
    let whole = fs::read(shop.file("shop.ricejar")).unwrap();
    for from in [0, 100] {
        let mut bytes = whole.clone();
        bytes[from..4096].fill(0);
        fs::write(shop.file("damaged"), bytes).unwrap();
        let output = shop.run("rescue new --db damaged");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("The first page of damaged is destroyed"), "{from}: {said}");
        assert_eq!(output.status.code(), Some(3));
    }
    let output = shop.run("rescue new --db damaged --lang zh-CN");
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("damaged 的第一页已毁坏"));
}

// A19
#[test]
fn rescue_lists_tables_and_columns_that_it_does_not_know() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "CREATE TABLE mine (x); ALTER TABLE customer ADD COLUMN shoe_size TEXT",
    );
    insta::assert_snapshot!(shop.play(&[
        "rescue new",
        "rescue other --lang zh-CN",
        "rescue third --format csv",
        "check --db new",
    ]));
}

// A19
#[test]
fn what_is_computed_wrong_is_listed_with_its_table_row_and_column() {
    let shop = small();
    damage(
        &shop.file("shop.ricejar"),
        "UPDATE standing SET balance = 700 WHERE customer_id = 1;
         UPDATE standing SET last_delivery = '2020-01-01', last_contact = '2020-01-01'
          WHERE customer_id = 2;
         UPDATE stock SET on_hand = 5;
         UPDATE search SET words = 'x' WHERE customer_id = 3;
         UPDATE forecast SET safe = '2020-01-01'",
    );
    insta::assert_snapshot!(shop.play(&["check --format csv", "check", "check --lang zh-CN"]));
}

// A19
#[test]
fn nonsense_in_what_was_learned_is_named_and_can_be_learned_again() {
    let shop = Shop::none();
    shop.says("demo shop.ricejar --db none --customers 12 --deliveries 200");
    let whole = fs::read(shop.file("shop.ricejar")).unwrap();
    for sql in [
        "UPDATE taught SET all_weight = -1, last_y = 9e99 WHERE jar_id = 1",
        "UPDATE prior SET centre = 9e300, within_jar = -5, means = 'x' WHERE product_id = 1",
        "UPDATE learning SET errors = 'nonsense', lots = -4",
        "UPDATE forecast SET change_since = 'soon', change_before = -1, change_after = 9e99",
        "UPDATE taught SET since = 'once', people = 'many'",
    ] {
        fs::write(shop.file("shop.ricejar"), &whole).unwrap();
        damage(&shop.file("shop.ricejar"), sql);
        let checked = shop.run("check");
        assert_eq!(checked.status.code(), Some(1), "{sql}");
        let found = String::from_utf8(checked.stdout).unwrap();
        let table = sql.split(' ').nth(1).unwrap();
        assert!(found.contains(&format!(" of {table}, ")), "{sql}: {found}");
        let learned = shop.run("jar learn");
        assert!(learned.status.success(), "{sql}: {learned:?}");
        assert_eq!(shop.says("check"), "Everything adds up.\n", "{sql}");
    }
}

// A19
#[test]
fn two_pages_that_changed_places_are_checked_in_bounded_time() {
    let shop = Shop::none();
    shop.says("demo shop.ricejar --db none --customers 12 --deliveries 200");
    let mut bytes = fs::read(shop.file("shop.ricejar")).unwrap();
    let (first, second) = (15 * 4096, 120 * 4096);
    let (low, high) = bytes.split_at_mut(second);
    low[first..first + 4096].swap_with_slice(&mut high[..4096]);
    fs::write(shop.file("shop.ricejar"), bytes).unwrap();
    let output = shop.run("check");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().contains(" cannot be read.\n"));
}
