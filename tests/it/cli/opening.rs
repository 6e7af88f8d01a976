//! Opening the notebook at the command line: what is not there is never made, and what is not ours is named.

use super::Shop;
use std::fs;

// A2: a mistyped name made an empty notebook, with its folders, for every command.
#[test]
fn no_command_but_init_makes_a_notebook_or_a_folder() {
    let shop = Shop::none();
    fs::write(shop.file("customers.csv"), "name\nAnn\n").unwrap();
    let commands = [
        "today",
        "--headless",
        "customer list",
        "customer add Ann",
        "import customers.csv --into customers",
        "export customers",
        "export all -o out",
        "backup copy.ricejar",
        "check",
        "journal",
        "undo",
        "shop show",
        "shop set name Ann",
        "report accuracy",
    ];
    for words in commands {
        let output = shop.run(&format!("--db old/shop.ricejar {words}"));
        assert_eq!(output.status.code(), Some(3), "{words}");
        assert_eq!(output.stdout, b"", "{words}");
        assert_eq!(
            String::from_utf8(output.stderr).unwrap(),
            "There is no notebook old/shop.ricejar.\n\
             Check the name, or create a new notebook there with: ricejar init\n",
            "{words}"
        );
    }
    let left: Vec<_> =
        fs::read_dir(shop.file("")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["customers.csv"]);
    shop.says("--db old/shop.ricejar init");
    shop.says("--db old/shop.ricejar today");
}

// A2, case 18: a file of 0 bytes was taken for a new notebook.
#[test]
fn an_empty_file_is_told_and_only_init_fills_it() {
    let shop = Shop::none();
    fs::write(shop.file("shop.ricejar"), "").unwrap();
    insta::assert_snapshot!(shop.play(&[
        "today",
        "backup copy.ricejar",
        "today --lang zh-CN",
        "init",
        "customer add Ann",
    ]), @"
    $ today
    ! The file shop.ricejar is empty: a copy that failed, or a disk that was full.
    ! Restore a backup with: ricejar restore FILE. Or delete it and create a new notebook with: ricejar init
    [exit 3]
    $ backup copy.ricejar
    ! The file shop.ricejar is empty: a copy that failed, or a disk that was full.
    ! Restore a backup with: ricejar restore FILE. Or delete it and create a new notebook with: ricejar init
    [exit 3]
    $ today --lang zh-CN
    ! 文件 shop.ricejar 是空的：可能是没复制完，或当时磁盘已满。
    ! 用 ricejar restore 文件 恢复备份；或者删掉它，再用 ricejar init 新建。
    [exit 3]
    $ init
    Created a new notebook: shop.ricejar
    $ customer add Ann
    C001 Ann added
    Code: C001.
    ");
}

// A18: with a dropped trigger undo said "taken back", and the stock was not.
#[test]
fn a_notebook_that_another_program_altered_is_told_and_left_alone() {
    let shop = Shop::new();
    let alter = |sql: &str| {
        rusqlite::Connection::open(shop.file("shop.ricejar")).unwrap().execute_batch(sql).unwrap();
    };
    shop.says("customer add Ann");
    alter("CREATE TRIGGER mine AFTER INSERT ON customer BEGIN DELETE FROM entry; END");
    let foreign = shop.play(&["customer add Ben", "check"]);
    alter("DROP TRIGGER mine; DROP TRIGGER line_taken_back");
    let missing = shop.play(&["undo", "undo --lang zh-CN"]);
    insta::assert_snapshot!(format!("{foreign}{missing}"), @"
    $ customer add Ben
    ! The structure of shop.ricejar was altered: “mine” does not belong to a notebook.
    ! Nothing was changed. Restore a backup: ricejar restore FILE. Copy what can be read: ricejar rescue NEW-FILE
    [exit 3]
    $ check
    ! The structure of shop.ricejar was altered: “mine” does not belong to a notebook.
    ! Nothing was changed. Restore a backup: ricejar restore FILE. Copy what can be read: ricejar rescue NEW-FILE
    [exit 3]
    $ undo
    ! The structure of shop.ricejar was altered: “line_taken_back” is missing.
    ! Nothing was changed. Restore a backup: ricejar restore FILE. Copy what can be read: ricejar rescue NEW-FILE
    [exit 3]
    $ undo --lang zh-CN
    ! shop.ricejar 的结构被改过：缺少“line_taken_back”。
    ! 没有改动任何内容。恢复备份：ricejar restore 文件；抢救能读出的内容：ricejar rescue 新文件
    [exit 3]
    ");
}

// A6: a search of 1,200 words was told as a damaged file.
#[test]
fn a_search_of_any_length_is_a_search() {
    let shop = Shop::new();
    shop.says("customer add 'Ann Lee'");
    let many = "ann lee ".repeat(600);
    for verb in ["list", "show"] {
        assert!(shop.says(&format!("customer {verb} '{many}'")).contains("Ann Lee"), "{verb}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_or_a_device_is_no_notebook() {
    let shop = Shop::none();
    let made = std::process::Command::new("mkfifo").arg(shop.file("pipe")).status().unwrap();
    assert!(made.success());
    for words in ["--db pipe today", "--db pipe init", "--db /dev/null today"] {
        assert_eq!(shop.run(words).status.code(), Some(3), "{words}");
    }
}

/// A folder whose files can only be read, and how to run the program as somebody for whom that holds: an
/// administrator writes what nobody may, and so runs it as nobody. `None` where that is not possible.
#[cfg(unix)]
fn read_only_media(shop: &Shop) -> Option<impl Fn(&str) -> std::process::Output + '_> {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    const NOBODY: u32 = 65_534;
    let set = |name: &str, mode| {
        fs::set_permissions(shop.file(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    fs::create_dir(shop.file("writable")).unwrap();
    set("writable", 0o777);
    fs::create_dir(shop.file("media")).unwrap();
    fs::rename(shop.file("shop.ricejar"), shop.file("media/shop.ricejar")).unwrap();
    set("media/shop.ricejar", 0o444);
    set("media", 0o555);
    set("", 0o755);
    let is_administrator = fs::write(shop.file("media/probe"), "").is_ok();
    let run = move |words: &str| {
        let mut command = shop.command(words);
        command.env("RICEJAR_DB", "media/shop.ricejar");
        if is_administrator {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    };
    // Nobody may not be allowed to see the program.
    run("--help").output().is_ok().then_some(move |words: &str| run(words).output().unwrap())
}

// A10, case 19: a notebook on a stick that cannot be written could not even be looked at.
#[cfg(unix)]
#[test]
fn a_notebook_on_read_only_media_is_read_exported_checked_backed_up_and_restored() {
    let shop = Shop::new();
    shop.says("customer add 'Ann Lee'");
    let Some(run) = read_only_media(&shop) else { return };
    use std::os::unix::fs::PermissionsExt as _;
    let rights = |mode| fs::Permissions::from_mode(mode);
    let commands = [
        "today",
        "customer list",
        "export customers",
        "check",
        "journal",
        "backup writable/copy.ricejar",
        "customer list --db writable/copy.ricejar",
        "restore media/shop.ricejar --db writable/mine.ricejar",
        "customer list --db writable/mine.ricejar",
    ];
    // Whether the file itself could be written makes no difference.
    for mode in [0o444, 0o666] {
        fs::set_permissions(shop.file("media/shop.ricejar"), rights(mode)).unwrap();
        for words in commands {
            let output = run(words);
            assert!(output.status.success(), "{words}: {output:?}");
        }
        fs::remove_file(shop.file("writable/copy.ricejar")).unwrap();
        fs::remove_file(shop.file("writable/mine.ricejar")).unwrap();
    }
    assert!(String::from_utf8(run("customer list").stdout).unwrap().contains("Ann Lee"));
    let refused = run("customer add Ben");
    assert_eq!(refused.status.code(), Some(3));
    let refused = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.starts_with("The file can be read but not written."), "{refused}");
    // The newest changes are in a log, which cannot be read without an index beside it.
    fs::set_permissions(shop.file("media"), rights(0o755)).unwrap();
    fs::write(shop.file("media/shop.ricejar-wal"), "the newest changes").unwrap();
    fs::set_permissions(shop.file("media"), rights(0o555)).unwrap();
    let beside = run("today");
    let said = String::from_utf8(beside.stderr).unwrap();
    assert_eq!(beside.status.code(), Some(3));
    assert!(said.starts_with("The newest changes are in media/shop.ricejar-wal"), "{said}");
    fs::set_permissions(shop.file("media"), rights(0o755)).unwrap();
}
