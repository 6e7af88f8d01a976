//! Streams, files and exit codes: what goes where, and that it is there whole or not at all.

use super::Shop;
use std::fs;
use std::process::Stdio;

#[test]
fn a_warning_goes_to_standard_error_and_what_was_asked_for_to_standard_output() {
    let shop = Shop::new();
    shop.says("customer add Wu --phone 0912");
    let output = shop.run("customer add Wu");
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "C002 Wu added\nCode: C002.\n");
    assert!(String::from_utf8(output.stderr).unwrap().contains("C001 Wu"));
}

#[test]
fn an_output_file_is_whole_or_not_there() {
    let shop = Shop::new();
    shop.says("customer add Wu");
    assert_eq!(shop.says("customer list --format csv -o list.csv"), "");
    let list = fs::read_to_string(shop.file("list.csv")).unwrap();
    assert_eq!(list, shop.says("customer list --format csv"));
    assert_eq!(list, shop.says("customer list --format csv -o -"));

    let refused = shop.run("customer show nobody -o page.txt");
    assert_eq!(refused.status.code(), Some(1));
    assert!(!shop.file("page.txt").exists());

    let nowhere = shop.run("customer list -o no/such/folder.csv");
    assert_eq!(nowhere.status.code(), Some(3));
}

#[test]
fn a_change_is_not_made_when_its_output_has_no_place() {
    let shop = Shop::new();
    assert_eq!(shop.run("customer add Wu -o no/such/file").status.code(), Some(3));
    assert_eq!(shop.says("customer list --format jsonl"), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let shop = Shop::new();
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    let outputs = [
        shop.run("shop show -o /dev/full"),
        shop.run("export customers -o /dev/full"),
        shop.command("export customers").stdout(full()).output().unwrap(),
        shop.command("man").stdout(full()).output().unwrap(),
    ];
    for output in outputs {
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(
            String::from_utf8(output.stderr).unwrap(),
            "The output is incomplete: the disk is full.\nFree some space and try again.\n"
        );
    }
}

#[test]
fn a_reader_who_has_enough_is_no_mistake() {
    let shop = Shop::new();
    for words in ["shop show", "export customers", "today", "man", "--demo export deliveries"] {
        let mut command = shop.command(words);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{words}: {output:?}");
        assert_eq!(output.stderr, b"");
    }
}

#[test]
fn a_notebook_that_another_program_is_writing_is_read_and_else_told() {
    let shop = Shop::new();
    let lock = rusqlite::Connection::open(shop.file("shop.ricejar")).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    insta::assert_snapshot!(shop.play(&["customer add Wu", "customer list"]), @r"
    $ customer add Wu
    ! Another program is writing to the notebook; waiting for it. Ctrl-C gives up.
    ! Another program is writing to the file and did not finish in time.
    ! Try again in a moment; nothing was changed.
    [exit 3]
    $ customer list
    Code  Name  Kind  Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    ");
    lock.execute_batch("ROLLBACK").unwrap();
    shop.says("customer add Wu");
}

#[cfg(unix)]
#[test]
fn a_notebook_that_can_only_be_read_is_read_and_else_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let shop = Shop::new();
    let file = shop.file("shop.ricejar");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).unwrap();
    if fs::OpenOptions::new().write(true).open(&file).is_ok() {
        // The administrator writes what nobody may; there is nothing to see here for them.
        return;
    }
    assert!(shop.says("shop show").contains("永庆米店"));
    for (words, said) in [
        ("customer add Wu", "The file can be read but not written.\n"),
        ("customer add Wu --lang zh-CN", "文件只能读，不能写。\n"),
    ] {
        let output = shop.run(words);
        assert_eq!(output.status.code(), Some(3));
        assert!(String::from_utf8(output.stderr).unwrap().starts_with(said), "{words}");
    }
}

#[test]
fn the_same_words_on_the_same_day_give_the_same_bytes() {
    let play = |shop: Shop| {
        shop.says("customer add Wu --adults 3");
        shop.says("tab charge Wu 100");
        let lists = ["customer list", "tab list", "today", "journal"];
        lists.map(|list| shop.says(&format!("{list} --format json")))
    };
    assert_eq!(play(Shop::new()), play(Shop::new()));
}

#[test]
fn the_day_of_the_words_is_stronger_than_that_of_the_environment() {
    let shop = Shop::new();
    assert!(shop.says("--headless --as-of 2026-12-31").starts_with("永庆米店, Thu 31 Dec 2026"));
    assert!(shop.on("2026-01-01").says("--headless").starts_with("永庆米店, Thu 1 Jan 2026"));
}

#[test]
fn a_file_that_is_no_notebook_is_left_alone() {
    let shop = Shop::none();
    fs::write(
        shop.file("shop.ricejar"),
        "a letter to grandmother, which is long enough to be no header",
    )
    .unwrap();
    let output = shop.run("customer list");
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(output.stdout, b"");
    assert!(fs::read_to_string(shop.file("shop.ricejar")).unwrap().starts_with("a letter"));
}

#[test]
fn there_is_colour_only_where_it_is_asked_for() {
    let shop = Shop::new();
    let said = |words: &str| String::from_utf8(shop.run(words).stderr).unwrap();
    assert!(!said("customer show nobody").contains('\u{1b}'));
    assert!(!said("customer show nobody --color auto").contains('\u{1b}'));
    assert!(said("customer show nobody --color always").contains('\u{1b}'));
}

#[test]
fn completions_and_the_manual_need_no_notebook() {
    let shop = Shop::none();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(shop.says(&format!("completions {shell}")).contains("RICEJAR_COMPLETE"), "{shell}");
    }
    assert!(shop.says("man").contains("ricejar"));
    assert!(!shop.file("shop.ricejar").exists());
}

#[test]
fn a_sample_shop_is_the_same_for_the_same_seed_and_day() {
    let shop = Shop::none();
    let size = "--customers 20 --deliveries 300 --seed 7";
    for name in ["one", "other"] {
        shop.says(&format!("demo {name} {size}"));
    }
    let lists = ["customer list", "jar list", "tab list", "today", "follow-up list", "check"];
    for list in lists {
        let said = |name: &str| shop.says(&format!("{list} --db {name} --format json"));
        assert_eq!(said("one"), said("other"), "{list}");
    }
    assert_eq!(shop.run("demo one").status.code(), Some(1));
    assert_eq!(shop.run("demo big --customers 100001").status.code(), Some(2));
}

#[test]
fn a_throw_away_shop_leaves_nothing_behind() {
    let shop = Shop::none();
    assert!(shop.says("--demo --headless").contains("27 Mar 2026"));
    assert!(shop.says("--demo customer add Wu").contains("Wu added"));
    assert!(!shop.file("shop.ricejar").exists());
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_told() {
    use std::os::unix::ffi::OsStrExt as _;
    let shop = Shop::new();
    let broken = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    let output = shop.command("customer add").arg(broken).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("One of the arguments is not valid UTF-8.")
    );
}

#[test]
fn a_file_that_cannot_be_used_is_told_in_one_sentence() {
    let shop = Shop::new();
    let sql = |file: &str, sql: &str| {
        rusqlite::Connection::open(shop.file(file)).unwrap().execute_batch(sql).unwrap();
    };
    shop.says("init --db newer");
    sql("newer", "PRAGMA user_version = 99");
    sql("foreign", "CREATE TABLE letter (id INTEGER)");
    fs::create_dir(shop.file("folder")).unwrap();
    fs::write(shop.file("letter"), "Dear grandmother, ".repeat(100)).unwrap();
    insta::assert_snapshot!(shop.play(&[
        "today --db newer",
        "today --db foreign",
        "today --db folder",
        "today --db letter",
        "init --db foreign",
    ]), @"
    $ today --db newer
    ! The file was written by a newer ricejar (format 99; this one supports up to 33).
    ! Install the newer ricejar; nothing was changed.
    [exit 3]
    $ today --db foreign
    ! foreign belongs to another program.
    ! Name the right file with --db FILE.
    [exit 3]
    $ today --db folder
    ! folder is not a file but a folder, a pipe or a device.
    ! Name a file.
    [exit 3]
    $ today --db letter
    ! letter is not a ricejar file.
    ! Name the right file with --db FILE.
    [exit 3]
    $ init --db foreign
    ! foreign belongs to another program.
    ! Name the right file with --db FILE.
    [exit 3]
    ");
}
