//! Paths that people give: the home folder, addresses that are none, and files that stay as they are.

use super::Shop;
use std::fs;

// Case 32, A15
#[test]
fn a_tilde_is_the_home_folder_wherever_a_path_is_given() {
    let shop = Shop::none();
    fs::create_dir(shop.file("home")).unwrap();
    let run = |words: &str| {
        let output = shop.command(words).env("HOME", shop.file("home")).output().unwrap();
        assert!(output.status.success(), "{words}: {output:?}");
    };
    run("init --db ~/a.ricejar --name S");
    run("customer add Wu --db=~/a.ricejar");
    run("customer list --db ~/a.ricejar --format csv -o ~/list.csv");
    run("backup ~/b.ricejar --db ~/a.ricejar");
    run("restore ~/b.ricejar --db ~/c.ricejar");
    run("export all -o ~/all --db ~/c.ricejar");
    run("init --db ~/e.ricejar");
    run("import ~/all/customers.csv --into customers --db ~/e.ricejar");
    run("demo ~/d.ricejar --customers 2 --deliveries 2");
    fs::write(shop.file("home/config.toml"), "theme = 'light'").unwrap();
    run("today --config ~/config.toml --db ~/c.ricejar");
    let by_environment = (shop.command("customer list").env("HOME", shop.file("home")))
        .env("RICEJAR_DB", "~/a.ricejar")
        .env("RICEJAR_CONFIG", "~/config.toml")
        .output()
        .unwrap();
    assert!(String::from_utf8(by_environment.stdout).unwrap().contains("Wu"));
    assert!(!shop.file("~").exists());
    for name in ["a.ricejar", "b.ricejar", "c.ricejar", "d.ricejar", "list.csv", "all"] {
        assert!(shop.file("home").join(name).exists(), "{name}");
    }
}

// Case 32, A15
#[test]
fn an_address_is_refused_where_a_file_is_asked_for() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann --db :memory:",
        "init --db file:x.db",
        "customer add Ann --db 'file:zz.db?mode=memory' --lang zh-CN",
        "backup file:copy",
        "restore :memory:",
        "demo file:sample",
        "customer list -o file:list.csv",
        "import file:///list.csv --into customers",
        "today --config file:c.toml",
    ]));
    let by_environment = shop.command("customer add Ann").env("RICEJAR_DB", ":memory:").output();
    let output = by_environment.unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("RICEJAR_DB: “:memory:” is an address, not a file name.\n")
    );
    let names: Vec<_> =
        fs::read_dir(shop.file("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        names.iter().all(|name| name.to_string_lossy().starts_with("shop.ricejar")),
        "{names:?}"
    );
}

/// The bytes of a file and when they were written.
fn state(shop: &Shop, name: &str) -> (Vec<u8>, std::time::SystemTime) {
    let path = shop.file(name);
    (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap())
}

// A1
#[cfg(unix)]
#[test]
fn an_output_never_replaces_the_notebook_the_configuration_the_input_or_a_database() {
    let shop = Shop::new();
    shop.says("customer add Wu");
    shop.says("init --db other.ricejar");
    std::os::unix::fs::symlink("shop.ricejar", shop.file("link")).unwrap();
    fs::hard_link(shop.file("shop.ricejar"), shop.file("hard")).unwrap();
    fs::write(shop.file("config.toml"), "theme = 'light'").unwrap();
    fs::write(shop.file("list.csv"), "name\nChen\n").unwrap();
    let kept = ["shop.ricejar", "other.ricejar", "config.toml", "list.csv"];
    let before = kept.map(|name| state(&shop, name));
    insta::assert_snapshot!(shop.play(&[
        "export customers -o shop.ricejar",
        "customer list -o link",
        "completions bash -o hard",
        "man -o ./shop.ricejar",
        "check -o shop.ricejar-wal",
        "tab charge Wu 1 -o shop.ricejar",
        "today --lang zh-CN -o shop.ricejar-shm",
        "backup shop.ricejar-journal",
        "demo link",
        "init --db new.ricejar -o new.ricejar",
        "customer list -o other.ricejar",
        "restore other.ricejar -o other.ricejar",
        "today --config config.toml -o config.toml",
        "import list.csv --into customers -o list.csv",
        "--db link export all -o shop.ricejar",
    ]));
    let stdin = shop
        .command("import - --into customers -o list.csv")
        .stdin(fs::File::open(shop.file("list.csv")).unwrap())
        .output()
        .unwrap();
    assert_eq!(stdin.status.code(), Some(2), "{stdin:?}");
    assert_eq!(kept.map(|name| state(&shop, name)), before);
    assert!(!shop.file("new.ricejar").exists());
    assert_eq!(shop.says("customer list --format jsonl").lines().count(), 1);
    assert_eq!(shop.says("journal --format jsonl").lines().count(), 1);
}

// A23
#[test]
fn all_tables_have_no_place_on_standard_output() {
    let shop = Shop::new();
    let output = shop.run("export all -o -");
    assert_eq!(output.status.code(), Some(2));
    assert!(!shop.file("-").exists());
}

// A23
#[cfg(unix)]
#[test]
fn what_is_no_file_is_no_notebook_and_keeps_nobody_waiting() {
    let shop = Shop::none();
    let made = std::process::Command::new("mkfifo").arg(shop.file("pipe")).status().unwrap();
    assert!(made.success());
    fs::create_dir(shop.file("folder")).unwrap();
    for place in ["pipe", "/dev/null", "folder"] {
        for words in ["init", "customer list", "customer add Wu", "--headless"] {
            let output = shop.run(&format!("{words} --db {place}"));
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(3), "{words} {place}: {said}");
            assert!(said.starts_with(&format!("{place} is not a file but")), "{said}");
        }
    }
    let output = shop.run("restore pipe --db new");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(!shop.file("new").exists());
}

// A23
#[cfg(unix)]
#[test]
fn a_pipe_is_written_through() {
    let shop = Shop::new();
    assert!(
        std::process::Command::new("mkfifo").arg(shop.file("pipe")).status().unwrap().success()
    );
    let reader = {
        let pipe = shop.file("pipe");
        std::thread::spawn(move || fs::read_to_string(pipe).unwrap())
    };
    assert_eq!(shop.says("export customers -o pipe"), "");
    assert_eq!(reader.join().unwrap(), shop.says("export customers"));
}

// A21: a device given as the configuration was read without an end.
#[cfg(target_os = "linux")]
#[test]
fn a_configuration_that_is_no_file_or_too_large_is_refused() {
    let shop = Shop::new();
    fs::create_dir(shop.file("folder")).unwrap();
    fs::write(shop.file("large"), "# x\n".repeat(300_000)).unwrap();
    insta::assert_snapshot!(shop.play(&[
        "shop show --config /dev/zero",
        "shop show --config folder --lang zh-CN",
        "shop show --config large",
        "shop show --config large --lang zh-CN",
    ]), @"
    $ shop show --config /dev/zero
    ! /dev/zero is not a file but a folder, a pipe or a device.
    [exit 2]
    $ shop show --config folder --lang zh-CN
    ! folder 不是文件，而是文件夹、管道或设备。
    [exit 2]
    $ shop show --config large
    ! The configuration file large is larger than 1 MB.
    [exit 2]
    $ shop show --config large --lang zh-CN
    ! 配置文件 large 超过 1 MB。
    [exit 2]
    ");
}

// A23: the booking was made before the output was found to be impossible.
#[test]
fn an_output_that_cannot_be_written_is_refused_before_anything_is_done() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "customer add Ann -o missing/",
        "customer add Ann -o missing/out",
        "customer list",
        "export all -o all/",
    ]), @r"
    $ customer add Ann -o missing/
    ! There is no folder missing/.
    ! Create it first, or name a file in an existing folder.
    [exit 3]
    $ customer add Ann -o missing/out
    ! There is no folder missing.
    ! Create it first, or name a file in an existing folder.
    [exit 3]
    $ customer list
    Code  Name  Kind  Phone  Area  Address  Adults  Children  Seniors  Payday  Owes  Oldest due  Runs out  Left on
    $ export all -o all/
    ");
}

// A23: an output to a link without a file replaced the link.
#[cfg(unix)]
#[test]
fn an_output_to_a_link_is_written_where_the_link_leads() {
    use std::os::unix::fs::symlink;
    let shop = Shop::new();
    symlink("target", shop.file("link")).unwrap();
    symlink("link", shop.file("second")).unwrap();
    symlink("circle", shop.file("circle")).unwrap();
    symlink("shop.ricejar-journal", shop.file("part")).unwrap();
    shop.says("customer list -o second");
    assert!(shop.file("target").symlink_metadata().unwrap().is_file());
    assert!(shop.file("link").symlink_metadata().unwrap().is_symlink());
    insta::assert_snapshot!(shop.play(&[
        "customer list -o circle",
        "customer list -o part",
    ]), @"
    $ customer list -o circle
    ! circle cannot be written: filesystem loop or indirection limit (e.g. symlink loop).
    ! Check that the folder exists and that you may write to it.
    [exit 3]
    $ customer list -o part
    ! part belongs to the notebook shop.ricejar; nothing was written.
    ! Name another file for the output.
    [exit 2]
    ");
    assert!(shop.file("part").symlink_metadata().unwrap().is_symlink());
}

// A1
#[test]
fn no_new_file_has_a_name_that_the_engine_or_a_migration_deletes() {
    let shop = Shop::new();
    shop.says("backup copy");
    insta::assert_snapshot!(shop.play(&[
        "init --db shop.ricejar-wal",
        "init --db new-shm --lang zh-CN",
        "backup copy-journal",
        "backup shop.ricejar.v6.bak",
        "restore copy --db other-wal",
        "rescue copy-wal",
        "demo sample-shm",
        "customer list -o copy-wal",
        "export all -o all-journal",
        "--headless --db new-wal",
    ]));
    let mut names: Vec<_> = fs::read_dir(shop.file(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["copy", "shop.ricejar"]);
}
