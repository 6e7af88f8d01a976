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
            .starts_with("RICEJAR_DB: “:memory:” is an address, not the name of a file.\n")
    );
    let names: Vec<_> =
        fs::read_dir(shop.file("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        names.iter().all(|name| name.to_string_lossy().starts_with("shop.ricejar")),
        "{names:?}"
    );
}
