//! Random entries as books for hledger: its own checks find nothing, and it adds up the balances that the notebook has.
//!
//! hledger has to be installed: `cargo test --test it -- --ignored hledger`.

use super::accounts::{DAYS, any_entry, entry, nth};
use super::today;
use crate::notebook::Notebook;
use proptest::prelude::*;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::id::CustomerId;
use ricejar::domain::{Command, Day};
use std::path::Path;
use std::process;

/// The output of a program that has to succeed.
fn run(program: &str, arguments: &[&str]) -> String {
    let output = process::Command::new(program).args(arguments).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The balance of an account by hledger's own sum.
fn balance(journal: &str, account: &str) -> i64 {
    let csv = run("hledger", &["-f", journal, "balance", "--output-format", "csv", "-N", account]);
    let row = csv.lines().nth(1).unwrap_or_default();
    let amount = row.rsplit('"').nth(1).unwrap_or("0").trim_end_matches(" TWD");
    amount.parse().unwrap()
}

fn export(notebook: &Path, day: Day, to: &str) {
    let (notebook, day) = (notebook.to_str().unwrap(), day.to_string());
    run(
        env!("CARGO_BIN_EXE_ricejar"),
        &["--db", notebook, "--as-of", &day, "export", "ledger", "-o", to],
    );
}

proptest! {
    #![proptest_config(super::config(8))]

    #[test]
    #[ignore = "needs hledger"]
    fn hledger_agrees_with_the_notebook(entries in proptest::collection::vec(any_entry(), 1..40)) {
        let mut notebook = Notebook::new(today());
        for name in ["Ann", "Bo", "Cy"] {
            let patch = CustomerPatch { name: Some(name.into()), ..CustomerPatch::default() };
            notebook.does(Command::AddCustomer { patch, opening: None, on: nth(0) });
        }
        for (customer, day, kind, minor) in &entries {
            notebook.does(entry(*customer, *day, *kind, *minor));
        }
        let folder = tempfile::tempdir().unwrap();
        for day in [DAYS / 3, DAYS] {
            let file = folder.path().join(format!("{day}.journal"));
            let file = file.to_str().unwrap();
            export(&notebook.path, nth(day), file);
            run("hledger", &["-f", file, "check", "--strict"]);
            notebook.on(nth(day));
            for who in 1..=3 {
                let (_, tab) = notebook.app.tab(CustomerId::new(who)).unwrap();
                let code = format!("C{who:03}");
                let owed = balance(file, &format!("assets:receivable:{code}"));
                prop_assert_eq!(owed, tab.balance.minor());
                let held = balance(file, &format!("liabilities:deposits:{code}"));
                prop_assert_eq!(held, -tab.held.minor());
            }
        }
    }
}
