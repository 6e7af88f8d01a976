//! `export`, `import`, `backup`, `restore`: whole files, out and in again.

use super::Shop;
use ricejar::domain::StableName;
use ricejar::domain::record::ExportTable;
use std::fs;

/// The tables that can be read in, in an order in which each finds what it refers to.
const TABLES: [&str; 6] = ["customers", "products", "jars", "deliveries", "readings", "entries"];

fn small() -> Shop {
    let shop = Shop::new();
    shop.says("customer add 林阿嬷 --phone 0912 --adults 2 --payday 25 --opening 120");
    shop.says("customer add '=Wu' --referred-by C001 --tag 'a, b'");
    shop.says("product add rice --unit kg --price 42 --pack 15 --stock 100");
    shop.says("jar set C001 rice --capacity 20 --monthly 12");
    shop.says("jar read C001 rice 1/10 --on 2026-03-20");
    shop.says("delivery plan C001 rice 15 --on today");
    shop.says("delivery done 1 --paid 100");
    shop
}

#[test]
fn what_was_exported_comes_back_the_same() {
    let shop = small();
    shop.says("init --db other --currency TWD");
    for table in TABLES {
        shop.says(&format!("export {table} -o {table}.csv"));
        shop.says(&format!("import {table}.csv --into {table} --db other"));
    }
    for table in TABLES {
        let exported = fs::read_to_string(shop.file(&format!("{table}.csv"))).unwrap();
        assert_eq!(shop.says(&format!("export {table} --db other")), exported, "{table}");
    }
    assert_eq!(shop.says("check --db other"), "Everything adds up.\n");
}

#[test]
fn a_code_of_many_digits_is_not_counted_on() {
    let shop = Shop::new();
    fs::write(shop.file("list.csv"), "code,name\nC18446744073709551615,Wu\n,Chen\n").unwrap();
    shop.says("import list.csv --into customers");
    assert!(shop.says("customer list --format csv").contains("\nC001,Chen,"));
}

#[test]
fn all_tables_go_into_a_new_folder() {
    let shop = small();
    shop.says("export all --bom -o out");
    let mut names: Vec<_> = fs::read_dir(shop.file("out"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), ExportTable::ALL.len());
    let customers = fs::read_to_string(shop.file("out/customers.csv")).unwrap();
    assert_eq!(customers, shop.says("export customers --bom"));
    assert!(customers.starts_with('\u{feff}'));
    // D5
    assert_eq!(shop.run("export all -o out").status.code(), Some(1));
    assert_eq!(shop.run("export all").status.code(), Some(2));
    assert_eq!(shop.says("journal --format csv").lines().count(), 8);
}

#[test]
fn rows_that_are_wrong_are_told_and_none_is_taken() {
    let shop = Shop::new();
    fs::write(shop.file("good.csv"), "code,name\nC001,Wu\nC002,Chen\n").unwrap();
    fs::write(shop.file("bad.csv"), "code,name,adults\nC001,Wu,two\nC002,,1\nC003\n").unwrap();
    fs::write(shop.file("header.csv"), "code,name,colour\nC001,Wu,red\n").unwrap();
    insta::assert_snapshot!(shop.play(&[
        "import bad.csv --into customers",
        "import header.csv --into customers",
        "import nowhere.csv --into customers",
        "import good.csv --into customers --dry-run",
        "journal",
        "import good.csv --into customers",
        "import good.csv --into customers",
        "import good.csv --into customers --again",
        "undo",
        "customer list",
        "import good.csv --into stock",
    ]), @"
    $ import bad.csv --into customers
    ! Line 2, column “adults”: “two” is not a number.
    ! Line 3, column “name”: This must not be empty.
    ! Line 4 has one field, but the first line names 3 columns.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ import header.csv --into customers
    ! Line 1: there is no column “colour”.
    ! The README lists the columns; an export contains them all.
    [exit 1]
    $ import nowhere.csv --into customers
    ! There is no file nowhere.csv.
    ! Check the name and the folder; nothing was read.
    [exit 2]
    $ import good.csv --into customers --dry-run
    2 rows of customers imported (good.csv)
    Dry run: nothing was written.
    $ journal
    No.  Time  By  Effect  In effect  What
    $ import good.csv --into customers
    2 rows of customers imported (good.csv)
    $ import good.csv --into customers
    ! This file was already imported on Fri 27 Mar 2026 (#1 in the journal): 2 rows.
    ! Nothing was imported. To import it again, add --again.
    [exit 1]
    $ import good.csv --into customers --again
    ! Line 2, column “code”: Wu already has the code C001.
    ! Line 3, column “code”: Chen already has the code C002.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ undo
    Undone: 2 rows of customers imported (good.csv)
    $ customer list
    Code  Name  Kind  Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    $ import good.csv --into stock
    ! “stock” is not a valid value for --into <WHAT>.
    ! Choose one of: customers, containers, products, jars, prices, deliveries, readings, entries, skips, promises, day-closes, tickets, container-moves, complaints
    [exit 2]
    ");
}

#[test]
fn a_number_that_leaves_no_room_for_new_rows_is_not_taken() {
    let shop = Shop::new();
    fs::write(shop.file("huge.csv"), format!("id,name\n{},Wu\n", i64::MAX)).unwrap();
    let output = shop.run("import huge.csv --into customers");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("Line 2, column “id”: “9223372036854775807” is too large."), "{said}");
}

#[test]
fn a_backup_comes_back_and_the_old_notebook_is_kept() {
    let shop = small();
    let customers = shop.says("export customers");
    shop.says("backup copy");
    shop.says("backup --no-check quick");
    shop.says("check --db quick");
    assert_eq!(shop.run("backup --no-check copy").status.code(), Some(1));
    shop.says("customer add Later");
    assert_eq!(shop.run("backup copy").status.code(), Some(1));
    let said = shop.says("restore copy");
    assert_eq!(said.lines().count(), 2);
    assert_eq!(shop.says("export customers"), customers);
    let kept = said.lines().next_back().unwrap().rsplit(' ').next().unwrap();
    assert!(shop.says(&format!("customer show Later --db {kept}")).contains("Later"));
    assert_eq!(shop.run("restore nothing").status.code(), Some(2));
}

#[test]
fn a_folder_that_is_not_there_is_named_in_both_languages() {
    let shop = small();
    insta::assert_snapshot!(shop.play(&[
        "backup nowhere/copy",
        "export customers -o nowhere/customers.csv",
        "export all -o nowhere/all",
        "backup copies/",
        "backup nowhere/copy --lang zh-CN",
        "export customers -o nowhere/customers.csv --lang zh-CN",
    ]), @"
    $ backup nowhere/copy
    ! There is no folder nowhere.
    ! Create it first, or name a file in an existing folder.
    [exit 3]
    $ export customers -o nowhere/customers.csv
    ! There is no folder nowhere.
    ! Create it first, or name a file in an existing folder.
    [exit 3]
    $ export all -o nowhere/all
    ! There is no folder nowhere.
    ! Create it first, or name a file in an existing folder.
    [exit 3]
    $ backup copies/
    ! There is no folder copies/.
    ! Create it first, or name a file in an existing folder.
    [exit 3]
    $ backup nowhere/copy --lang zh-CN
    ! 没有文件夹 nowhere。
    ! 先建好这个文件夹，或另选一个已有的文件夹。
    [exit 3]
    $ export customers -o nowhere/customers.csv --lang zh-CN
    ! 没有文件夹 nowhere。
    ! 先建好这个文件夹，或另选一个已有的文件夹。
    [exit 3]
    ");
}
