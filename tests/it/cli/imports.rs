//! `import`: lists that are wrong, lists that come twice, and files that are no lists at all.

use super::Shop;
use std::fs;
use std::io::Write;
use std::process::Stdio;

fn with(files: &[(&str, &str)]) -> Shop {
    let shop = Shop::new();
    for (name, text) in files {
        fs::write(shop.file(name), text).unwrap();
    }
    shop
}

// A3, case 01: a quote that was never closed took all rows behind it for one note, without a word.
#[test]
fn a_quote_out_of_place_is_refused_with_line_and_column() {
    let shop = with(&[
        (
            "open.csv",
            "customer,day,kind,amount,note\nC001,2026-03-01,charge,10,ok\nC001,2026-03-02,charge,20,\"rice\nC001,2026-03-03,charge,30,oil\n",
        ),
        ("behind.csv", "name,note\nAnn,\"two\nBen,\"three\" sacks\"\nCai,\n"),
        ("bare.csv", "name,door_note\nAnn,5\" pipe\nBen,\nCai,6\" pipe\n"),
        ("bom.csv", "\u{feff}\u{feff}name\nDan\n\u{1a}"),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann",
        "import open.csv --into entries",
        "import behind.csv --into customers",
        "import bare.csv --into customers",
        "import open.csv --into entries --lang zh-CN",
        "import behind.csv --into customers --lang zh-CN",
        "import bare.csv --into customers --lang zh-CN",
        "import bom.csv --into customers",
        "tab list",
    ]), @r#"
    $ customer add Ann
    C001 Ann added
    Code: C001.
    $ import open.csv --into entries
    ! Line 3, column “note”: a quote (") is opened and never closed.
    ! Nothing was imported. Close the quote; double a quote inside a quoted text.
    [exit 1]
    $ import behind.csv --into customers
    ! Line 3, column “note”: more text follows a closing quote (").
    ! Nothing was imported. That quote was opened on line 2; double a quote inside a quoted text.
    [exit 1]
    $ import bare.csv --into customers
    ! Line 2, column “door_note”: a quote (") appears in an unquoted text.
    ! Line 4, column “door_note”: a quote (") appears in an unquoted text.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ import open.csv --into entries --lang zh-CN
    ! 第 3 行“note”列：引号（"）只有左边，没有右边。
    ! 没有导入任何内容。请补上右引号；引号里面的引号要写两遍。
    [exit 1]
    $ import behind.csv --into customers --lang zh-CN
    ! 第 3 行“note”列：右引号（"）后面还有文字。
    ! 没有导入任何内容。这个引号从第 2 行开始；引号里面的引号要写两遍。
    [exit 1]
    $ import bare.csv --into customers --lang zh-CN
    ! 第 2 行“door_note”列：没有加引号的文字里有引号（"）。
    ! 第 4 行“door_note”列：没有加引号的文字里有引号（"）。
    ! 什么都没有导入。请改正这些行后再试。
    [exit 1]
    $ import bom.csv --into customers
    One row of customers imported (bom.csv)
    $ tab list
    Code  Name  Area  Phone  Payday  Owes  Oldest due  Due  Not due  1-7 days  8-30 days  31-60 days  61+ days  Prepaid  Promised  By  Trust

    Owed 0, prepaid 0
    "#);
}

// A5, case 02: the same list again doubled customers and money.
#[test]
fn a_file_that_was_read_in_before_is_refused() {
    let shop = with(&[
        ("customers.csv", "name,phone\nAnn,0912-345\nBob,\n"),
        ("entries.csv", "customer,day,kind,amount,note\nC001,2026-03-01,charge,50,rice\n"),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "import customers.csv --into customers",
        "import customers.csv --into customers",
        "import customers.csv --into customers --dry-run",
        "import customers.csv --into customers --lang zh-CN",
        "undo",
        "import customers.csv --into customers",
        "import entries.csv --into entries",
        "import entries.csv --into entries",
        "import entries.csv --into entries --again",
        "import entries.csv --into entries --again --dry-run --lang zh-CN",
        "journal",
        "tab show C001",
    ]), @"
    $ import customers.csv --into customers
    2 rows of customers imported (customers.csv)
    $ import customers.csv --into customers
    ! This file was already imported on Fri 27 Mar 2026 (#1 in the journal): 2 rows.
    ! Nothing was imported. To import it again, add --again.
    [exit 1]
    $ import customers.csv --into customers --dry-run
    ! This file was already imported on Fri 27 Mar 2026 (#1 in the journal): 2 rows.
    ! Nothing was imported. To import it again, add --again.
    [exit 1]
    $ import customers.csv --into customers --lang zh-CN
    ! 这个文件已在2026年3月27日（周五）导入过（流水 #1）：2 行。
    ! 没有导入任何内容。确实要再导入一次，请加上 --again。
    [exit 1]
    $ undo
    Undone: 2 rows of customers imported (customers.csv)
    $ import customers.csv --into customers
    2 rows of customers imported (customers.csv)
    $ import entries.csv --into entries
    One row of entries imported (entries.csv)
    $ import entries.csv --into entries
    ! This file was already imported on Fri 27 Mar 2026 (#4 in the journal): one row.
    ! Nothing was imported. To import it again, add --again.
    [exit 1]
    $ import entries.csv --into entries --again
    One row of entries imported (entries.csv)
    ! One entry repeats an earlier one: the same customer, day, kind, amount and note (line 2).
    $ import entries.csv --into entries --again --dry-run --lang zh-CN
    导入 1 行账目（entries.csv）
    只试了一遍，什么都没写。
    ! 有 1 笔账目与原有的相同：客户、日期、类型、金额和备注都一样（第 2 行）。
    $ journal
    No.  Time                 By  Effect  In effect  What
      1  2026-03-27 00:00:00      done    no         2 rows of customers imported (customers.csv)
      2  2026-03-27 00:00:00      undone  yes        Undone: 2 rows of customers imported (customers.csv)
      3  2026-03-27 00:00:00      done    yes        2 rows of customers imported (customers.csv)
      4  2026-03-27 00:00:00      done    yes        One row of entries imported (entries.csv)
      5  2026-03-27 00:00:00      done    yes        One row of entries imported (entries.csv)
    $ tab show C001
    No.  Day         Kind    Goods  Amount  Owes  Due         Open  Settles  Method  Reference  Note
      1  2026-03-01  charge             50    50  2026-03-01    50                              rice
      2  2026-03-01  charge             50   100  2026-03-01    50                              rice

    Balance of C001 Ann: 100
    ");
}

// A5: a list with a customer who is here already made a second one.
#[test]
fn a_customer_who_is_here_already_is_told_before_anything_is_written() {
    let shop = with(&[
        ("more.csv", "name,phone\nＡＮＮ,0912 345;02 1\nBob,1\nCai,0933\nAnn,77\nBob,+1\n"),
        ("coded.csv", "code,name,phone\nX1,Dan,1\nX2,Dan,1\n"),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann --phone 0912-345",
        "import more.csv --into customers",
        "import more.csv --into customers --lang zh-CN",
        "import more.csv --into customers --again",
        "import coded.csv --into customers",
    ]), @"
    $ customer add Ann --phone 0912-345
    C001 Ann added
    Code: C001.
    $ import more.csv --into customers
    ! Line 2: C001 Ann has the same name and phone number.
    ! Line 6: Bob on line 3 has the same name and phone number.
    ! Nothing was imported. If they are different people, add --again.
    [exit 1]
    $ import more.csv --into customers --lang zh-CN
    ! 第 2 行：C001 Ann 的名称和电话与此相同。
    ! 第 6 行：第 3 行的 Bob 名称和电话与此相同。
    ! 没有导入任何内容。如果不是同一个人，请加上 --again。
    [exit 1]
    $ import more.csv --into customers --again
    5 rows of customers imported (more.csv)
    $ import coded.csv --into customers
    2 rows of customers imported (coded.csv)
    ");
}

// A5: a row is known by the reference of the system that it comes from.
#[test]
fn rows_with_a_reference_that_is_here_already_are_left_out() {
    let shop = with(&[
        ("one.csv", "name,phone,external\nAnn,1, a-1 \nBen,2,a-2\n"),
        ("two.csv", "name,phone,external\nAnn,1,a-1\nBenno,2,a-2\nCai,3,a-3\nCai,3,a-3\n"),
        ("entries.csv", "customer,day,kind,amount,external\nC001,2026-03-01,charge,50,e1\n"),
        (
            "entries2.csv",
            "customer,day,kind,amount,external\nC001,2026-03-01,charge,50,e1\nC002,2026-03-01,charge,9,e2\nC003,2026-03-01,charge,50,e1\n",
        ),
        ("deliveries.csv", "customer,planned_for,lines,external\nC001,2026-03-30,rice=15,d1\n"),
        (
            "deliveries2.csv",
            "customer,planned_for,lines,external\nC001,2026-03-30,rice=15,d1\nC001,2026-04-30,rice=5,d2\n",
        ),
        ("long.csv", &format!("name,external\nDan,{}\n", "x".repeat(101))),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "product add rice --unit kg --price 42",
        "import one.csv --into customers",
        "import two.csv --into customers --dry-run",
        "import two.csv --into customers",
        "import two.csv --into customers --again --lang zh-CN",
        "import entries.csv --into entries",
        "import entries2.csv --into entries",
        "import deliveries.csv --into deliveries",
        "delivery done 1",
        "import deliveries2.csv --into deliveries",
        "import long.csv --into customers",
        "customer show C001",
        "export entries",
        "check",
    ]), @"
    $ product add rice --unit kg --price 42
    Product rice added
    An adult is assumed to use 0.15 kg a day. Edit the product to set another appetite, or none.
    $ import one.csv --into customers
    2 rows of customers imported (one.csv)
    $ import two.csv --into customers --dry-run
    One row of customers imported (two.csv)
    2 rows were skipped: their external references already exist.
    Dry run: nothing was written.
    ! One row was skipped: its external reference already exists, but with different values (line 3).
    $ import two.csv --into customers
    One row of customers imported (two.csv)
    2 rows were skipped: their external references already exist.
    ! One row was skipped: its external reference already exists, but with different values (line 3).
    $ import two.csv --into customers --again --lang zh-CN
    不用改：本来就是这样。
    有 3 行按外部编号已经有了，没有再导入。
    ! 有 1 行没有导入：外部编号已经有了，但内容不同（第 3 行）。
    $ import entries.csv --into entries
    One row of entries imported (entries.csv)
    $ import entries2.csv --into entries
    One row of entries imported (entries2.csv)
    One row was skipped: its external reference already exists.
    ! One row was skipped: its external reference already exists, but with different values (line 4).
    $ import deliveries.csv --into deliveries
    One row of deliveries imported (deliveries.csv)
    $ delivery done 1
    Delivered to C001 Ann for 630 (rice 15 kg)
    rice: one-off, not followed.
    -15 kg of rice left in stock.
    Owes 680 now.
    The oldest charge is due on Sun 1 Mar 2026.
    $ import deliveries2.csv --into deliveries
    One row of deliveries imported (deliveries2.csv)
    One row was skipped: its external reference already exists.
    $ import long.csv --into customers
    ! Line 2, column “external”: A reference has at most 100 characters.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ customer show C001
    C001 Ann
    Kind                household
    People              0 adults, 0 children, 0 seniors
    Phone               1
    Tab                 Owes 680 now.
    Oldest due          Sun 1 Mar 2026
    Pays                On time 0 of 1 times, otherwise 26 days late on average.
    Buys                Once, on 27 Mar, for 630
    Prefers             visit
    May be reminded     not asked
    Customer since      Fri 27 Mar 2026
    External reference  a-1

    Deliveries
    No.  Day         Stage    Goods       Amount
      2  2026-04-30  planned  rice 5 kg        0
      1  2026-03-27  done     rice 15 kg     630

    Entries
    Day         Kind    Goods       Amount  Method  Note
    2026-03-27  charge  rice 15 kg     630
    2026-03-01  charge                  50
    $ export entries
    id,customer,day,kind,amount,method,note,delivery,external,goods,reference,corrects,instead_of,against
    1,C001,2026-03-01,charge,50,,,,e1,,,,,
    2,C002,2026-03-01,charge,9,,,,e2,,,,,
    3,C001,2026-03-27,charge,630,,,1,,rice=15,,,,
    $ check
    Everything adds up.
    ");
    let customers = shop.says("export customers");
    assert!(customers.lines().next().unwrap().ends_with(",external"), "{customers}");
    assert!(customers.lines().nth(1).unwrap().ends_with(",a-1"), "{customers}");
}

// A21: the message about a field of a megabyte was a megabyte long, and of a million bad rows each was kept.
#[test]
fn a_message_quotes_the_beginning_of_a_long_field_and_counts_many_bad_rows() {
    let mut many = "name,adults\n".to_owned();
    many.push_str(&format!("Ann,{}\n", "9".repeat(60_000)));
    many.push_str(&"Ann,two\n".repeat(1_000));
    let shop = with(&[("many.csv", &many), ("wide.csv", &"x".repeat(60_000))]);
    let output = shop.run("import many.csv --into customers");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    let long = format!("Line 2, column “adults”: “{}…” is too large.", "9".repeat(60));
    assert_eq!((lines[0], lines[100]), (long.as_str(), "… and 901 more."));
    assert_eq!(lines.len(), 102);
    let output = shop.run("import wide.csv --into customers");
    assert!(output.stderr.len() < 300, "{}", output.stderr.len());
}

// A21: 50 MB of zero bytes took 2 GB, and /dev/zero all that there was.
#[cfg(unix)]
#[test]
fn memory_stays_bounded_whatever_comes_in() {
    let shop = Shop::new();
    let bounded = "ulimit -v 400000 && exec \"$0\" import \"$@\"";
    let import = |arguments: &[&str]| {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", bounded, env!("CARGO_BIN_EXE_ricejar")]).args(arguments);
        command.args(["--into", "customers"]).current_dir(shop.file("."));
        command.env_clear().env("RICEJAR_DB", "shop.ricejar").env("RICEJAR_TODAY", "2026-03-27");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let told = |child: std::process::Child| {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let zeros = told(import(&["/dev/zero"]));
    assert!(zeros.starts_with("Line 1, column “1”: contains a zero byte"), "{zeros}");
    // Standard input that never ends: it is left alone as soon as it cannot be a list.
    for (endless, expected) in [
        ("x", "Line 2, column “name”: the text is longer than 64 KB."),
        ("\"\"", "Line 2, column “name”: the text is longer than 64 KB."),
        (",", "Line 2 is longer than 1 MB."),
    ] {
        let mut child = import(&["-"]);
        let mut stdin = child.stdin.take().unwrap();
        let block = endless.repeat(32 * 1024);
        stdin.write_all(b"name\n").unwrap();
        if endless == "\"\"" {
            stdin.write_all(b"\"").unwrap();
        }
        while stdin.write_all(block.as_bytes()).is_ok() {}
        let said = told(child);
        assert!(said.starts_with(expected), "{said}");
    }
}

// A3: a carriage return inside a text made two customers of one.
#[test]
fn a_carriage_return_that_ends_no_line_is_refused_with_line_and_column() {
    let shop = with(&[
        ("stray.csv", "name,note\r\nBob\rEve,\r\nCai,\"one\rtwo\"\r\n\rDan,\r\n\"Fay\"\r,\r\n"),
        ("mac.csv", "name,note\rBob,\rEve,\r"),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "import stray.csv --into customers",
        "import mac.csv --into customers",
        "import mac.csv --into customers --lang zh-CN",
        "customer list",
    ]), @r"
    $ import stray.csv --into customers
    ! Line 2, column “name”: there is a carriage return (CR) that ends no line.
    ! Line 4, column “name”: there is a carriage return (CR) that ends no line.
    ! Line 5, column “name”: there is a carriage return (CR) that ends no line.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ import mac.csv --into customers
    ! Line 1, column “2”: there is a carriage return (CR) that ends no line.
    ! Nothing was read in. Save the list as “CSV UTF-8”, with lines that end in LF or CR LF; a line break inside a text needs quotes around the text.
    [exit 1]
    $ import mac.csv --into customers --lang zh-CN
    ! 第 1 行“2”列：有一个单独的回车符（CR），不是换行。
    ! 没有导入任何内容。请另存为“CSV UTF-8”，每行用 LF 或 CR LF 结尾；文字里面的换行要给整段文字加上引号。
    [exit 1]
    $ customer list
    Code  Name  Kind  Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    ");
}

// A21: rows that do not parse hid the rows that a rule refuses.
#[test]
fn rows_that_do_not_parse_and_rows_that_are_refused_are_told_together() {
    let long = "x".repeat(5_000);
    let shop = with(&[
        (
            "entries.csv",
            "customer,day,kind,amount\nC999,2026-03-01,charge,10\nC001,soon,charge,1\nZed,2026-03-01,charge,2\nC001,2026-03-01,charge,ten\n",
        ),
        ("long.csv", &format!("name,area,note\nBob,{long},{long}\n")),
        ("sent.csv", "code,name,adults,referred_by\nX1,Bob,many,\nX2,Cai,２,X1\n"),
        ("header.csv", "name,phone\n"),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann",
        "import entries.csv --into entries",
        "import long.csv --into customers",
        "import sent.csv --into customers",
        "import header.csv --into customers",
        "import header.csv --into customers --lang zh-CN",
        "import . --into customers",
        "tab list",
    ]), @"
    $ customer add Ann
    C001 Ann added
    Code: C001.
    $ import entries.csv --into entries
    ! Line 2, column “customer”: There is no customer C999.
    ! Line 3, column “day”: “soon” is not a date.
    ! Line 4, column “customer”: There is no customer Zed.
    ! Line 5, column “amount”: “ten” is not a number.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ import long.csv --into customers
    ! Line 2, column “area”: The area “xxxxxxxxxxxxxxxxxxxx…” is too long: 5,000 characters; the limit is 60.
    ! Line 2, column “note”: The note “xxxxxxxxxxxxxxxxxxxx…” is too long: 5,000 characters; the limit is 2,000.
    ! Nothing was imported. Correct these rows and try again.
    [exit 1]
    $ import sent.csv --into customers
    ! Line 2, column “adults”: “many” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 1]
    $ import header.csv --into customers
    Nothing to read in: the file has no rows below its header.
    $ import header.csv --into customers --lang zh-CN
    没有可以导入的内容：文件的表头下面没有任何行。
    $ import . --into customers
    ! . cannot be read: it is a folder.
    [exit 2]
    $ tab list
    Code  Name  Area  Phone  Payday  Owes  Oldest due  Due  Not due  1-7 days  8-30 days  31-60 days  61+ days  Prepaid  Promised  By  Trust

    Owed 0, prepaid 0
    ");
}

// A23: of an empty backup it was said that a new notebook should be created.
#[test]
fn a_backup_that_is_empty_or_missing_is_told_as_such() {
    let shop = with(&[("empty", "")]);
    insta::assert_snapshot!(shop.play(&[
        "restore empty",
        "restore empty --lang zh-CN",
        "restore missing",
        "import missing --into customers",
    ]), @"
    $ restore empty
    ! empty is empty: it is no backup.
    ! Nothing was changed. Name another backup.
    [exit 3]
    $ restore empty --lang zh-CN
    ! empty 是空的，不是备份。
    ! 什么都没有改动。请指定另一个备份。
    [exit 3]
    $ restore missing
    ! There is no file missing.
    ! Check the name and the folder; nothing was read.
    [exit 2]
    $ import missing --into customers
    ! There is no file missing.
    ! Check the name and the folder; nothing was read.
    [exit 2]
    ");
}

// A5, case 20: without a telephone, and with a country code, known customers were added again.
#[test]
fn a_known_name_without_a_telephone_is_a_warning_and_a_country_code_hides_no_number() {
    let shop = with(&[
        ("names.csv", "name,phone\nＡＮＮ,\nBob,0933\nBob,\nCai,0955111222\nCai,0955333444\n"),
        ("code.csv", "name,phone\nLin,886-912-345-678\n"),
    ]);
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann",
        "customer add Lin --phone 0912-345-678",
        "customer add Wu --phone '+886 912 345 678'",
        "import names.csv --into customers --dry-run --lang zh-CN",
        "import names.csv --into customers",
        "import code.csv --into customers",
    ]), @"
    $ customer add Ann
    C001 Ann added
    Code: C001.
    $ customer add Lin --phone 0912-345-678
    C002 Lin added
    Code: C002.
    $ customer add Wu --phone '+886 912 345 678'
    C003 Wu added
    Code: C003.
    ! The same name or phone number already exists: C002 Lin.
    $ import names.csv --into customers --dry-run --lang zh-CN
    导入 5 行客户（names.csv）
    只试了一遍，什么都没写。
    ! 有 2 行与其他客户同名，没有电话可以分清是不是同一个人：第 2 行（C001 Ann）、第 4 行（C005 Bob）。
    $ import names.csv --into customers
    5 rows of customers imported (names.csv)
    ! 2 rows have the name of another customer, and no telephone tells whether they are one person: line 2 (C001 Ann), line 4 (C005 Bob).
    $ import code.csv --into customers
    ! Line 2: C002 Lin has the same name and phone number.
    ! Nothing was imported. If they are different people, add --again.
    [exit 1]
    ");
}

// D1, cases 05, 06, 09, 10.
#[test]
fn a_list_is_read_in_as_a_spreadsheet_saves_it() {
    let shop = with(&[
        ("semicolon.csv", "name;phone;adults\r\nAnn;138;2\r\n"),
        ("sep.csv", "\u{feff}sep=;\r\nname;phone\r\nBob;139\r\n"),
        ("title.csv", "Customers of the shop,\n,\n Name ,Joined on,\nCai,2026/3/6,\n,,\n"),
        ("lost.csv", "name,phone\nDan,1.38E+10\n"),
        ("day.csv", "name,birthday\nDan,5/6/1980\n"),
        ("extra.csv", "name,,phone\nDan,x,138\n"),
    ]);
    // `name`, `phone`, and 陈 with 140, in GB 18030.
    fs::write(shop.file("gb.csv"), b"name,phone\r\n\xb3\xc2\xca\xa6\xb8\xb5,140\r\n").unwrap();
    for list in ["semicolon.csv", "sep.csv", "title.csv", "gb.csv"] {
        shop.says(&format!("import {list} --into customers"));
    }
    let all = shop.says("customer list --format csv");
    assert!(["Ann", "Bob", "Cai", "陈师傅"].iter().all(|name| all.contains(name)), "{all}");
    for (list, english, chinese) in [
        (
            "lost.csv",
            "Line 2, column “phone”: A spreadsheet has shortened “1.38E+10”",
            "表格软件把“1.38E+10”缩短了",
        ),
        ("day.csv", "the cell format “yyyy-mm-dd”", "单元格格式是“yyyy-mm-dd”"),
        ("extra.csv", "Line 2: column 2 has no heading.", "第 2 行：第 2 列没有标题。"),
    ] {
        let command = format!("import {list} --into customers");
        let said = shop.play(&[&command]);
        assert!(said.contains(english), "{said}");
        let said = shop.play(&[&format!("{command} --lang zh-CN")]);
        assert!(said.contains(chinese), "{said}");
    }
}

// Ticks of a checklist of the shop's own were exported under the names of those for rice.
#[test]
fn the_ticks_of_a_checklist_have_its_own_words_in_files() {
    let header = "customer,planned_for,stage,closed_on,lines,checklist\n";
    let shop = with(&[
        (
            "own.csv",
            &format!("{header}C001,2026-03-02,done,2026-03-02,water=2,seal whole;tap dry\n"),
        ),
        ("rice.csv", &format!("{header}C001,2026-03-03,done,2026-03-03,rice=5;water=1,cleaned\n")),
        ("wrong.csv", &format!("{header}C001,2026-03-04,done,2026-03-04,water=2,washed\n")),
    ]);
    for command in [
        "product add water --unit jug --price 20 --checklist",
        "product add rice --unit kg --price 6",
    ] {
        let mut run = shop.command(command);
        if command.ends_with("--checklist") {
            run.arg("empties back;seal whole;tap dry");
        }
        assert!(run.status().unwrap().success());
    }
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann",
        "import own.csv --into deliveries",
        "import rice.csv --into deliveries",
        "import wrong.csv --into deliveries",
        "import wrong.csv --into deliveries --lang zh-CN",
        "export deliveries",
    ]), @"
    $ customer add Ann
    C001 Ann added
    Code: C001.
    $ import own.csv --into deliveries
    One row of deliveries imported (own.csv)
    $ import rice.csv --into deliveries
    One row of deliveries imported (rice.csv)
    $ import wrong.csv --into deliveries
    ! Line 2, column “checklist”: There is no line of the checklist washed.
    ! The lists show what exists, and the journal what was undone.
    [exit 1]
    $ import wrong.csv --into deliveries --lang zh-CN
    ! 第 2 行，“checklist”列：没有检查项 washed。
    ! 现有的请看列表，撤销过的请看流水。
    [exit 1]
    $ export deliveries
    id,customer,stage,planned_for,closed_on,reason,checklist,early,lines,external
    1,C001,done,2026-03-02,2026-03-02,,seal whole;tap dry,,water=2/2@20,
    2,C001,done,2026-03-03,2026-03-03,,cleaned,,rice=5/5@6;water=1/1@20,
    ");
}
